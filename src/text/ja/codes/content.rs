//! Codes on the content of files.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn not_a_certificate_file() -> Article {
    Article::new(
        "ファイルに証明書が入っていません",
        [
            say!(
                "このファイルには証明書がありません。certwhy は名前ではなく内容を見ます。\
                 `.pem` や `.crt` という名前でも、中身は画像、書庫、証明書の署名要求、\
                 失効した証明書の一覧などであることがあります。"
            ),
            say!(
                "このようなファイルをバンドルに指定すると、Python では `no certificate or \
                 crl found` になり、Node.js などは何も言わずに読み飛ばして、後で `unable to \
                 get local issuer certificate` になります。正しいファイルを選んでください。\
                 PEM 形式の証明書は `-----BEGIN CERTIFICATE-----` で始まります。"
            ),
        ],
    )
}

pub(super) fn private_key_present() -> Article {
    Article::new(
        "ファイルに秘密鍵が入っています",
        [
            say!(
                "秘密鍵は証明書と対になる秘密の情報で、\
                 これを持つ人は誰でも持ち主になりすませます。\
                 バンドルや証明書チェーンに入れるものではなく、\
                 証明書が信頼されない理由を調べるのにも必要ありません。certwhy \
                 は中身を読まずに捨て、何も表示しません。"
            ),
            say!(
                "クライアントはたいてい、バンドル内の鍵を無視するので、\
                 エラーの原因ではありません。このファイルを誰かに送ったり、\
                 フォームに貼り付けたり、共有フォルダーに置いたりした場合は、\
                 鍵が漏れたものとして扱ってください。サーバーの管理者が新しい鍵を作り、\
                 その鍵で新しい証明書を取得し、古い証明書を失効させる必要があります。"
            ),
            say!(
                "`PRIVATE KEY` と書かれたブロックを除いたコピーを作り、\
                 それだけを共有してください。"
            ),
        ],
    )
}

pub(super) fn damaged_pem() -> Article {
    Article::new(
        "PEM ブロックが壊れています",
        [
            say!(
                "PEM は証明書をテキストで表した形式で、`BEGIN` の行、英数字の行、`END` \
                 の行からなります。このファイルには、その形に合わないブロックや、\
                 余分なものが混ざっています。"
            ),
            say!(
                "動作はクライアントによって大きく異なります。OpenSSL と Python は `PEM lib` \
                 でファイル全体を拒否します。Node.js はそれを表示せず、後で `unable to get \
                 local issuer certificate` になります。Go と rustls \
                 は壊れたブロックだけを除き、ほかを読みます。そのため、\
                 一つの壊れたブロックが、あるプログラムでは百の正しいルート証明書を使えなく\
                 し、別のプログラムでは気づかれないこともあります。"
            ),
            say!(
                "ファイルのコピーでそのブロックを直すか削除し、または、\
                 ファイルを取得し直してください。\
                 ハイフンや改行を変えてしまうワープロではなく、\
                 テキストエディターを使ってください。"
            ),
        ],
    )
}

pub(super) fn missing_newline_between_blocks() -> Article {
    Article::new(
        "二つの証明書がつながっています",
        [
            say!(
                "`END` の行と次の `BEGIN` の行が、一行につながっています。\
                 最後の行に改行がないファイルに証明書を追記すると、こうなります。"
            ),
            say!(
                "OpenSSL と Python は `PEM lib` でファイル全体を拒否し、Go と Java \
                 もこのような箇所を読めません。読めるプログラムはわずかです。\
                 ファイルのコピーで、二つのブロックの間に改行を入れてください。"
            ),
        ],
    )
}

pub(super) fn truncated() -> Article {
    Article::new(
        "証明書の一部が欠けています",
        [
            say!(
                "データが証明書の途中で終わっているか、出力に名前だけが示され、\
                 証明書そのものが含まれていません。ダウンロードの中断、\
                 最後の行を含めずにコピーしたこと、\
                 最初の証明書しか出力しないプログラムなどが、よくある原因です。"
            ),
            say!(
                "OpenSSL と Python \
                 は、途中で切れたブロックのあるバンドル全体を拒否します（`PEM lib`）。\
                 ほかのクライアントはそのブロックを除き、\
                 後で発行者が見つからないというエラーになります。ファイルや出力を、\
                 完全な形で取得し直してください。`openssl s_client` では、オプション \
                 `-showcerts` ですべての証明書が出力されます。"
            ),
        ],
    )
}

pub(super) fn bad_base64() -> Article {
    Article::new(
        "証明書に使えない文字が含まれています",
        [
            say!(
                "`BEGIN` と `END` の間に使えるのは、英数字と `+`、`/`、`=` \
                 だけです（base64）。ここには別の文字が含まれているため、\
                 ブロックを確実に復号できません。"
            ),
            say!(
                "OpenSSL と Python は `PEM lib` や `bad base64 decode` \
                 でファイル全体を拒否し、Go と rustls はそのブロックを除きます。\
                 元の文字を推測せず、証明書を取得し直してブロック全体を置き換えてください。"
            ),
        ],
    )
}

pub(super) fn wrong_encoding() -> Article {
    Article::new(
        "一部のクライアントが読めない文字コードです",
        [
            say!(
                "PEM は ASCII のテキストです。このファイルは UTF-16 で書かれているか、\
                 バイト順マーク（BOM）で始まるか、古い文字コードのテキストを含んでいます。\
                 Windows PowerShell 5 では、`>` や `Out-File` が UTF-16 で書き出します。"
            ),
            say!(
                "UTF-16 はどのクライアントも読めません（Python では `no certificate or crl \
                 found`）。UTF-8 の BOM は、3.0 より前の OpenSSL、Go、Java が受け付けません。\
                 certwhy はこのまま読み取りました。"
            ),
            say!(
                "BOM なしの UTF-8 でコピーを保存してください。PowerShell では `Set-Content \
                 -Encoding \
                 ascii`、メモ帳では「名前を付けて保存」の「エンコード」（Encoding）で \
                 `UTF-8` を選びます。"
            ),
        ],
    )
}

pub(super) fn html_page() -> Article {
    Article::new(
        "証明書ファイルではなく、Web ページです",
        [
            say!(
                "ファイルの中身は Web ページの HTML です。ファイルそのものではなく、\
                 それを説明するページを保存したか、\
                 ダウンロードに対してプロキシやネットワークのログイン画面が応答しています。"
            ),
            say!(
                "このようなファイルをバンドルに指定すると、Python では `no certificate or \
                 crl found` になり、ほかのクライアントは何も読み込まずに、後で `unable to \
                 get local issuer certificate` になります。アドレスをブラウザーで開き、\
                 ファイルそのもののリンクから保存して、中身が `-----BEGIN CERTIFICATE-----` \
                 で始まることを確かめてください。"
            ),
        ],
    )
}

pub(super) fn public_key_only() -> Article {
    Article::new(
        "公開鍵しかありません",
        [
            say!(
                "ファイルには公開鍵だけがあり、証明書がありません。証明書には、誰の鍵か、\
                 いつまで有効か、誰が保証しているかが書かれています。\
                 鍵だけを証明書の代わりに信頼することはできません。"
            ),
            say!(
                "Python では `no certificate or crl found` になります。`-----BEGIN \
                 CERTIFICATE-----` で始まる証明書のファイルを入手してください。\
                 公開鍵は秘密ではないので、共有していても問題ありません。"
            ),
        ],
    )
}

pub(super) fn empty_input() -> Article {
    Article::new(
        "ファイルの中に何もありません",
        [
            say!(
                "入力が空か、空白だけです。ダウンロードの中断、ディスクの空き不足、\
                 出力の書き込みの失敗などで、このようなファイルができます。"
            ),
            say!(
                "空のバンドルを指定されたプログラムは、誰も信頼しません。Python では `no \
                 certificate or crl found`、ほかではどのサイトでもエラー 20 や `unable to \
                 get local issuer certificate` になります。ファイルを取得し直してください。"
            ),
        ],
    )
}

pub(super) fn unsupported_format() -> Article {
    Article::new(
        "certwhy が開けない形式です",
        [
            say!(
                "証明書を収める形式であることは分かりましたが、開けません。Bouncy Castle \
                 のキーストア、暗号化された PKCS #7 のメッセージ、\
                 まれなアルゴリズムや特定の受信者向けに保護された PKCS #12 \
                 などです。ファイルそのものには何の問題もないかもしれません。"
            ),
            say!(
                "ファイルを作ったプログラムで、秘密鍵を含めずに証明書を PEM \
                 で書き出し、それを certwhy に渡してください。Java のキーストア（JKS、JCEKS、\
                 PKCS #12）、Windows の証明書ストア（`.sst`）、NSS の `certdata.txt` \
                 は、そのまま開けます。"
            ),
        ],
    )
}
