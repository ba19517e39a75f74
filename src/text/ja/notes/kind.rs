//! Notes on what a file is.

use super::{place, source};
use crate::doc::{Inlines, field};
use crate::input::{ByteOrderMark, Encoding, Note, PrivateKeyFormat, PublicKeyFormat};
use crate::say;
use crate::text::guidance::Article;

pub(super) fn empty(note: &Note) -> Article {
    Article::new(
        "中に何もありません",
        [say!(
            "{source} の中に何もないか、空白だけです。\
             ダウンロードまたは書き出したコマンドが失敗したと思われます。\
             取得し直してください。",
            source = source(note)
        )],
    )
}

pub(super) fn html_page(note: &Note, title: Option<&str>) -> Article {
    let what = if let Some(title) = title {
        say!(
            "{source} の中身は、「{title}」という題の Web ページで、\
             証明書ファイルではありません。ファイルではなくページが保存されたか、\
             プロキシやログイン画面が応答しています。",
            source = source(note),
            title = field(title)
        )
    } else {
        say!(
            "{source} の中身は Web ページで、証明書ファイルではありません。\
             ファイルではなくページが保存されたか、プロキシやログイン画面が応答しています。",
            source = source(note)
        )
    };
    Article::new(
        "証明書ファイルではなく、Web ページです",
        [
            what,
            say!(
                "アドレスをブラウザーで開き、ファイルそのもののリンクから保存してください。\
                 PEM 形式の証明書は `-----BEGIN CERTIFICATE-----` で始まります。"
            ),
        ],
    )
}

pub(super) fn public_key(note: &Note, format: PublicKeyFormat) -> Article {
    let what = match format {
        PublicKeyFormat::Spki | PublicKeyFormat::Pkcs1 => {
            say!(
                "{source} にあるのは公開鍵で、証明書ではありません。証明書にはさらに、\
                 誰の鍵か、誰が保証しているかが書かれています。",
                source = source(note)
            )
        }
        PublicKeyFormat::OpenSsh => {
            say!(
                "{source} にあるのは SSH の公開鍵です。SSH の鍵は TLS \
                 の証明書とは関係がありません。",
                source = source(note)
            )
        }
    };
    Article::new(
        "証明書ではなく、公開鍵です",
        [
            what,
            say!(
                "`-----BEGIN CERTIFICATE-----` で始まる証明書を入手してください。\
             公開鍵は秘密ではありません。"
            ),
        ],
    )
}

pub(super) fn private_key(note: &Note, format: PrivateKeyFormat) -> Article {
    let what = match format {
        PrivateKeyFormat::EncryptedPkcs8 => say!(
            "{source} に、パスワードで保護された秘密鍵があります。certwhy \
             は中身を読まずに捨てました。",
            source = source(note)
        ),
        PrivateKeyFormat::OpenSsh => say!(
            "{source} に、OpenSSH の秘密鍵があります。certwhy は中身を読まずに捨てました。",
            source = source(note)
        ),
        PrivateKeyFormat::Putty => say!(
            "{source} に、PuTTY の秘密鍵があります。certwhy は中身を読まずに捨てました。",
            source = source(note)
        ),
        PrivateKeyFormat::Pkcs8
        | PrivateKeyFormat::Pkcs1
        | PrivateKeyFormat::Sec1
        | PrivateKeyFormat::Dsa
        | PrivateKeyFormat::Other => say!(
            "{source} に秘密鍵があります。certwhy は中身を読まずに捨てました。",
            source = source(note)
        ),
    };
    Article::new(
        "ファイルに秘密鍵が入っています",
        [
            what,
            place(note),
            say!(
                "証明書が信頼されない理由を調べるのに、秘密鍵は必要ありません。\
                 このファイルを誰かと共有した場合は、鍵が漏れたものとして扱ってください。\
                 新しい鍵を作り、その鍵で新しい証明書を取得し、古い証明書を失効させます。"
            ),
        ],
    )
}

pub(super) fn request(note: &Note) -> Article {
    Article::new(
        "証明書の署名要求です",
        [
            place(note),
            say!(
                "署名要求（CSR）は、証明書を取得するために認証局へ送るもので、\
                 まだ証明書ではありません。認証局から返されたファイルを使ってください。"
            ),
        ],
    )
}

pub(super) fn revocation_list(note: &Note) -> Article {
    Article::new(
        "失効リストです",
        [
            place(note),
            say!(
                "失効リスト（CRL）は、認証局が取り消した証明書の一覧です。\
                 証明書は含まれておらず、certwhy は失効を確認しません。\
                 代わりに認証局の証明書を使ってください。"
            ),
        ],
    )
}

pub(super) fn encoding(note: &Note, encoding: Encoding) -> Article {
    let (what, remedy) = match encoding {
        Encoding::Utf16Le(mark) | Encoding::Utf16Be(mark) => (utf16(note, mark), as_ascii()),
        Encoding::Utf8WithMark => (
            say!(
                "{source} のテキストは、UTF-8 を示す三バイトの印、\
                 バイト順マーク（BOM）で始まっています。最初の行が `BEGIN` の場合、3.0 より前の \
                 OpenSSL と Go はその証明書を読み落とし、Java はファイル全体を拒否します。",
                source = source(note)
            ),
            as_ascii(),
        ),
        Encoding::Utf8 | Encoding::Binary => (
            say!(
                "{source} のテキストは、UTF-8 ではない古い文字コードで書かれています。\
                 証明書は読み取れましたが、コメントの文字が正しく表示されないことがあります。",
                source = source(note)
            ),
            as_ascii(),
        ),
    };
    Article::new("一部のクライアントが読めない文字コードです", [what, remedy])
}

fn utf16(note: &Note, mark: ByteOrderMark) -> Inlines {
    match mark {
        ByteOrderMark::Present => say!(
            "{source} のテキストは UTF-16 です。Windows PowerShell 5 の `>` や `Out-File` \
             がこのように書き出します。certwhy は読み取りましたが、\
             クライアントはどれも読めません。",
            source = source(note)
        ),
        ByteOrderMark::Absent => say!(
            "{source} のテキストは、バイト順マークのない UTF-16 です。Windows \
             のプログラムが書き出したと思われます。certwhy は読み取りましたが、\
             クライアントはどれも読めません。",
            source = source(note)
        ),
    }
}

fn as_ascii() -> Inlines {
    say!(
        "正しく保存するには、PowerShell では `>` の代わりに、出力を `Set-Content -Encoding \
         ascii` に渡します。または、ファイルをメモ帳で開き、「名前を付けて保存」（Save \
         As）で「エンコード」（Encoding）を `UTF-8` にします。"
    )
}
