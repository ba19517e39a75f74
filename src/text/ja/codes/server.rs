//! Codes on what the server should mend, or on the name under which it is reached.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn missing_intermediate() -> Article {
    Article::new(
        "サーバーが中間証明書を送っていません",
        [
            say!(
                "サーバーの証明書は通常、ルート証明書ではなく中間証明書によって署名されてお\
                 り、サーバーはその中間証明書も一緒に送らなければなりません（RFC 8446 \
                 §4.4.2）。このサーバーは送っていないため、\
                 クライアントはサーバーの証明書をどのルート証明書にもつなげられません。"
            ),
            say!(
                "OpenSSL と Python ではエラー 20 または 21（`unable to verify the first \
                 certificate`）、Node.js では `UNABLE_TO_VERIFY_LEAF_SIGNATURE`、Java では \
                 `PKIX path building failed`、Go では `x509: certificate signed by unknown \
                 authority` になります。"
            ),
            say!(
                "それでもブラウザーで表示できるのは、\
                 ブラウザーが証明書に書かれたアドレスから中間証明書を取得したり、\
                 別のサイトで受け取ったものを覚えていたりするからです。Python、Java、Go、\
                 Node.js、curl は何も取得しません。"
            ),
            say!(
                "対応するのはサーバーの管理者です。\
                 中間証明書はサーバーの証明書ファイルに入れるものです。\
                 お手元でどのルート証明書を追加しても、代わりにはなりません。\
                 中間証明書をバンドルに追加する方法は、\
                 それを経路の終点として認めるクライアントでしか役に立たず、\
                 認証局が中間証明書を変えるまでしか使えません。"
            ),
        ],
    )
}

pub(super) fn self_signed_leaf() -> Article {
    Article::new(
        "サーバーの証明書が自己署名です",
        [
            say!(
                "この証明書を保証する認証局はありません。サーバーが自分で作った証明書です。\
                 クライアントがこれを信頼できるのは、\
                 まさにこの証明書をあらかじめ知っている場合だけです。"
            ),
            say!(
                "OpenSSL と Python ではエラー 18（`self-signed certificate`）、Node.js では \
                 `DEPTH_ZERO_SELF_SIGNED_CERT`、Java では `PKIX path building failed`、Go \
                 では `x509: certificate signed by unknown authority` になります。"
            ),
            say!(
                "サーバーの管理者は、公開の認証局または社内の認証局から証明書を取得してくださ\
                 い。ご自身がサーバーを運用している場合は、\
                 その証明書をバンドルのコピーに追加してもかまいません。その前に、\
                 疑わしい通信を通してではなく、サーバー上で直接フィンガープリントを確認してく\
                 ださい。"
            ),
        ],
    )
}

pub(super) fn host_mismatch() -> Article {
    Article::new(
        "ホスト名の不一致です",
        [
            say!(
                "証明書そのものに問題がなくても、\
                 接続しようとした名前が証明書に含まれていません。クライアントは、\
                 接続先の名前を証明書の「サブジェクトの別名」の一覧と照合します（RFC 9525）。\
                 ワイルドカードはちょうど一つのラベルの代わりになります。\
                 `*.s3.amazonaws.com` は `bucket.s3.amazonaws.com` には使えますが、\
                 `my.bucket.s3.amazonaws.com` には使えません。"
            ),
            say!(
                "OpenSSL と Python ではエラー 62（`Hostname mismatch`）、IP アドレスの場合は \
                 64、Node.js では `ERR_TLS_CERT_ALTNAME_INVALID`、curl では `no alternative \
                 certificate subject name matches`、Java では `No subject alternative DNS \
                 name matching`、Windows では 0x800B010F になります。"
            ),
            say!(
                "証明書に含まれている名前で接続してください。名前にドットを含む S3 \
                 バケットでは、バケット名をパスに置く形式のアドレスを使います。\
                 アドレスが正しい場合は、サーバーの管理者が証明書にその名前を加える必要があり\
                 ます。または、ネットワークによって別のサーバーに導かれています。"
            ),
            say!(
                "ルート証明書やバンドルを変えても解決しません。\
                 以前のバージョンが名前を照合していなかった場合は、\
                 クライアントの更新後にこのエラーが出始めることもあります。"
            ),
        ],
    )
}
