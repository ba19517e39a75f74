//! Codes on which file or store a client reads.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn replaced_bundle() -> Article {
    Article::new(
        "バンドルに会社のルート証明書しかありません",
        [
            say!(
                "このファイルには会社のルート証明書が一つまたは数個だけあり、\
                 公開のルート証明書が一つもありません。多くのプログラムでは、\
                 指定したファイルは内蔵の一覧に追加されるのではなく、一覧を置き換えます。\
                 `SHOTGUN_API_CACERTS`、`REQUESTS_CA_BUNDLE`、OpenSSL の `SSL_CERT_FILE` \
                 がそうです。`NODE_EXTRA_CA_CERTS` は追加します。"
            ),
            say!(
                "その結果、会社のプロキシが検査しない公開サイトはすべて、エラー 20、`unable \
                 to get local issuer certificate`、`PKIX path building failed` \
                 などで失敗します。ブラウザーは両方を持っているため、表示できます。"
            ),
            say!(
                "公開のルート証明書がすべて入ったバンドルのコピーに会社のルート証明書を追記\
                 し、プログラムにそのコピーを指定してください。"
            ),
        ],
    )
}

pub(super) fn old_bundle() -> Article {
    Article::new(
        "バンドルが古くなっています",
        [
            say!(
                "このバンドルは何年も前のものです。その後に作られたルート証明書がなく、\
                 もう信頼されていないものが残っています。\
                 このバンドルにないルート証明書へ移行するサーバーは、増え続けます。"
            ),
            say!(
                "エラー 20、`unable to get local issuer certificate`、`PKIX path building \
                 failed`、`x509: certificate signed by unknown authority` などが、\
                 サイトごとに順次現れます。ブラウザーは自分の一覧を新しく保っています。"
            ),
            say!(
                "新しいバンドルを使い、会社のルート証明書は追記して残してください。\
                 一つ注意があります。1.0.1n より前および 1.0.2b より前の OpenSSL では、\
                 新しいバンドルにはもうない古いルート証明書が必要になることがあります。\
                 新しいバンドルで接続できるかどうかは、指定したクライアントについて certwhy \
                 が示します。"
            ),
        ],
    )
}

pub(super) fn file_not_found() -> Article {
    Article::new(
        "ファイルがありません",
        [
            say!(
                "プログラムまたは環境変数が、存在しないバンドルやフォルダーを指しています。\
                 値の中の引用符、`~`、プログラムの文字列の中の単独のバックスラッシュ（円記\
                 号）、WSL での Windows のパスなどが、よくある原因です。"
            ),
            say!(
                "Python では `cafile=` について `FileNotFoundError`、requests では `Could \
                 not find a suitable TLS CA certificate bundle, invalid path` になります。\
                 `SSL_CERT_FILE` が誤っていると、何のメッセージも出ません。\
                 プログラムは誰も信頼せず、どのサイトでもエラー 20 になります。"
            ),
            say!(
                "プログラムを実行するのと同じウィンドウで値を表示し、\
                 そのパスをそのまま開いてみてください。そのうえで、環境変数を直すか、\
                 取り除いてください。"
            ),
        ],
    )
}

pub(super) fn wrong_file_for_client() -> Article {
    Article::new(
        "プログラムはこのファイルを読みません",
        [
            say!(
                "どのファイルをバンドルとして読むかは、プログラムごとに異なります。\
                 shotgun_api3 は 3.0.19 以降で `SHOTGUN_API_CACERTS`、Python 標準の ssl と \
                 urllib は `SSL_CERT_FILE`、requests は `REQUESTS_CA_BUNDLE`、boto3 は \
                 `AWS_CA_BUNDLE`、git は `GIT_SSL_CAINFO`、Node.js は `NODE_EXTRA_CA_CERTS`、\
                 Java は独自のキーストアを読みます。ほかのプログラムの環境変数は、\
                 何の効果もありません。"
            ),
            say!(
                "バンドルを直してもまったく同じエラーが続くのが、その兆候です。\
                 同じプログラムの中でも、バージョンによって異なることがあります。\
                 shotgun_api3 3.8.2～3.8.5 のアップロードとダウンロードは \
                 `SHOTGUN_API_CACERTS` を無視して Python の既定に従い、Toolkit core \
                 0.23.7～0.23.9 もこれを無視します。"
            ),
            say!(
                "お使いのプログラムの環境変数を設定するか、\
                 それを読むバージョンに更新してください。\
                 インストールされたパッケージの中のファイルは編集しないでください。\
                 次の更新で元に戻ります。"
            ),
        ],
    )
}

pub(super) fn root_not_fetched() -> Article {
    Article::new(
        "Windows がまだルート証明書を取得していません",
        [
            say!(
                "Windows \
                 は、すべての公開ルート証明書をコンピューターに置いているわけではありません。\
                 Edge など Windows 自身のプログラムが初めて必要としたときに取得します。\
                 Python は、すでにあるものを読むだけで、Windows \
                 に取得させることはありません。"
            ),
            say!(
                "そのため、特に新しいコンピューターでは、同じアドレスがブラウザーでは開け、\
                 Python ではエラー 20 `unable to get local issuer certificate` になります。\
                 会社がポリシーで取得を止めていることもあります。"
            ),
            say!(
                "Edge でそのアドレスを一度開いてから、もう一度試してください。または、\
                 プログラムが読む環境変数でバンドルを指定してください。\
                 多数のコンピューターには、管理者がポリシーでルート証明書を配布できます。"
            ),
        ],
    )
}

pub(super) fn wrong_store() -> Article {
    Article::new(
        "クライアントが読まない証明書ストアに入っています",
        [
            say!(
                "Windows の「信頼されたルート証明機関」（Trusted Root Certification \
                 Authorities）には、コンピューター用とユーザーごとのものがあります。\
                 サービスやレンダリングのジョブは別のアカウントで動くため、\
                 コンピューター用と自分のものしか見えません。Java、Firefox、多くの Python \
                 パッケージは、そのどれも読みません。"
            ),
            say!(
                "自分で起動すると動くのに、サービスとしてはエラー 20 や 0x800B0109 \
                 で失敗する、または、ブラウザーでは表示できるのにプログラムでは失敗する、\
                 というのがその兆候です。"
            ),
            say!(
                "確かなルート証明書であれば、管理者がコンピューター用のストアに入れることがで\
                 きます。ただし、そのプログラムだけにバンドルを指定するほうが影響が小さく、\
                 望ましい方法です。"
            ),
        ],
    )
}

pub(super) fn no_default_bundle() -> Article {
    Article::new(
        "クライアントに既定のバンドルがありません",
        [
            say!(
                "何も設定していないときにこのクライアントが読むファイルが、存在しません。\
                 ほかのプログラムに内蔵された Python、証明書をまだ入れていない python.org \
                 版の macOS 用 Python、小さなコンテナーなどでよく起こります。"
            ),
            say!(
                "その場合は誰も信頼されず、どのサイトでもエラー 20 `unable to get local \
                 issuer certificate` になります。Python が探す場所は \
                 `ssl.get_default_verify_paths()` で表示できます。"
            ),
            say!(
                "macOS では、その Python のフォルダーにある `Install Certificates.command` \
                 を実行してください。コンテナーでは、パッケージ `ca-certificates` \
                 をインストールします。そのほかの場合は、`SSL_CERT_FILE` \
                 またはプログラム独自の環境変数で、新しいバンドルを指定してください。"
            ),
        ],
    )
}
