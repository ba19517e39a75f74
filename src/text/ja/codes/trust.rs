//! Codes on who is trusted, and by what path.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn missing_root() -> Article {
    Article::new(
        "公開のルート証明書がバンドルにありません",
        [
            say!(
                "サーバーの証明書は公開のルート証明書につながっていますが、お使いの CA \
                 バンドルにはそのルート証明書が入っていません。ルート証明書とは、\
                 クライアントが最初から信頼している認証局（CA）の証明書で、CA \
                 バンドルとはそれらをまとめたファイルです。多くの場合、\
                 バンドルがそのルート証明書より古いか、サーバーが別の認証局に移行しています。"
            ),
            say!(
                "OpenSSL と Python ではエラー 20 `unable to get local issuer certificate` \
                 になり、Python 2.7 では `certificate verify failed` としか表示されません。\
                 Node.js では `UNABLE_TO_GET_ISSUER_CERT_LOCALLY`、Java では `PKIX path \
                 building failed`、Go では `x509: certificate signed by unknown authority`、\
                 Windows では 0x800B0109 または 0x800B010A です。"
            ),
            say!(
                "同じコンピューターのブラウザーでは表示できることがあります。\
                 ブラウザーは自動で更新される独自の一覧を持っているからです。また、Windows \
                 は自身のプログラムが必要とするときには不足しているルート証明書を取得します\
                 が、Python のためには取得しません。"
            ),
            say!(
                "この問題はご自身で解決できます。新しいバンドルを使うか、\
                 拇印（サムプリント）を確認したうえで、\
                 バンドルのコピーにこのルート証明書だけを追加します。\
                 ルート証明書はすべてのサイトについて信頼されます。公開の一覧にあり、certwhy \
                 が SHA-256 で示したもの以外は追加しないでください。"
            ),
            say!(
                "検証を無効にしないでください（`verify=False`、\
                 `NODE_TLS_REJECT_UNAUTHORIZED=0` など）。\
                 サーバーとの間にいる誰もが通信を読み、書き換えられるようになるうえ、\
                 原因は残ったままです。"
            ),
        ],
    )
}

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

pub(super) fn anchor_not_self_signed() -> Article {
    Article::new(
        "バンドルにあるのは自己署名でない写しです",
        [
            say!(
                "バンドルには、別の認証局が署名した証明書（中間証明書、\
                 またはルート証明書のクロス署名証明書）が入っています。OpenSSL は、\
                 特に設定しない限り、自分の鍵で署名された証明書だけを経路の終点として認め、\
                 そうでなければさらに発行者を探します。"
            ),
            say!(
                "その結果、エラー 2 `unable to get issuer certificate` になります。Node.js \
                 では `UNABLE_TO_GET_ISSUER_CERT` です。curl、Go、Java、GnuTLS、Python 3.13 \
                 以降はこのような証明書も認めるため、同じファイルで接続できます。"
            ),
            say!(
                "多くの場合、ルート証明書の代わりに、\
                 サーバーが送ってくる証明書を保存したことが原因です。\
                 同じ名前と同じ鍵を持つ自己署名のルート証明書を追加してください。\
                 公開の一覧にあれば certwhy が示します。\
                 すでに入っている写しは残しておいても害はありません。"
            ),
        ],
    )
}

pub(super) fn interception_proxy() -> Article {
    Article::new(
        "ネットワークの途中で証明書が置き換えられています",
        [
            say!(
                "届いた証明書は、このサイトの認証局が発行したものではなく、\
                 途中にある機器やプログラムが作ったものです。SSL/TLS 検査を行うプロキシ、\
                 ファイアウォール、ウイルス対策ソフトなどが、通信をいったん開いて読み、\
                 自分の証明書で閉じ直しています。"
            ),
            say!(
                "OpenSSL と Python ではエラー 19（`self-signed certificate in certificate \
                 chain`）または 20、Node.js では `SELF_SIGNED_CERT_IN_CHAIN` または \
                 `UNABLE_TO_VERIFY_LEAF_SIGNATURE`、Java では `PKIX path building failed` \
                 になります。会社のコンピューターのブラウザーで表示できるのは、\
                 会社が自社のルート証明書を証明書ストアに入れているからです。"
            ),
            say!(
                "IT 部門に、SSL/TLS 検査に使うルート証明書を PEM 形式で提供してもらうか、\
                 このサイトを検査の対象から外すよう依頼してください。\
                 ルート証明書を受け取ったら、公開のルート証明書がすべて入ったバンドルのコピー\
                 に追記します。バンドルそのものを置き換えないでください。"
            ),
            say!(
                "通信の中から取り出したルート証明書を、そのまま信頼しないでください。IT \
                 部門に心当たりがない場合は、第三者が通信を読んでいるおそれがあります。\
                 その間は、このネットワークでパスワードやファイルを送らないでください。"
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

pub(super) fn old_path_builder() -> Article {
    Article::new(
        "クライアントが別の経路を探しません",
        [
            say!(
                "サーバーの証明書からバンドル内のルート証明書まで正しい経路がありますが、\
                 このクライアントはそれを見つけられません。古いバージョンは、\
                 サーバーが送った順に最後の証明書までたどり、その発行者がバンドルになければ、\
                 途中の証明書と同じ鍵のルート証明書があっても諦めます。"
            ),
            say!(
                "該当するのは、1.0.1n より前および 1.0.2b より前の OpenSSL と、\
                 それを内蔵しているプログラムです。エラー 20 `unable to get local issuer \
                 certificate` \
                 になります。新しいクライアントやブラウザーは別の経路を試すため、\
                 同じバンドルで接続できます。"
            ),
            say!(
                "根本的な対策は、クライアントを新しくすることです。それまでは、\
                 古い経路の終点となるルート証明書も、\
                 新しいものと並べてバンドルに入れておく必要があります。\
                 バンドルだけを新しくすると、かえって悪化することがあります。\
                 公開の一覧からは、このようなクライアントがまだ必要とする古いルート証明書が外\
                 されていくからです。"
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

pub(super) fn unknown_root() -> Article {
    Article::new(
        "経路の終点が未知のルート証明書です",
        [
            say!(
                "証明書は、バンドルにも公開の一覧にもないルート証明書につながっています。\
                 会社や研究所のものかもしれませんし、\
                 そこにいるはずのない第三者のものかもしれません。"
            ),
            say!(
                "表示されるエラーは、ルート証明書が不足しているときと同じです。エラー 19 \
                 または 20、`UNABLE_TO_GET_ISSUER_CERT_LOCALLY`、\
                 `SELF_SIGNED_CERT_IN_CHAIN`、`PKIX path building failed`、`x509: \
                 certificate signed by unknown authority` などです。\
                 管理者がそのルート証明書を入れたコンピューターでは、\
                 ブラウザーで表示できることがあります。"
            ),
            say!(
                "サーバーまたはネットワークの管理者に、この通信とは別の方法で、\
                 ルート証明書とそのフィンガープリントを問い合わせてください。certwhy は、\
                 知らないルート証明書を入れるよう勧めることはありません。回答を得るまでは、\
                 入れないでください。"
            ),
        ],
    )
}

pub(super) fn removed_root() -> Article {
    Article::new(
        "ルート証明書が公開の一覧から削除されています",
        [
            say!(
                "経路は、かつて公開の一覧にあり、\
                 その後削除されたルート証明書につながっています。認証局が使用を終えたとき、\
                 古くなりすぎたとき、または信頼すべきでなくなったときに、\
                 ルート証明書は一覧から削除されます。"
            ),
            say!(
                "新しいバンドルを使うクライアントでは、更新の直後などに、\
                 ルート証明書の不足としてエラーになります。エラー 20、`PKIX path building \
                 failed`、`x509: certificate signed by unknown authority` のほか、Windows \
                 では 0x800B0111、Chrome では `ERR_CERT_AUTHORITY_INVALID` \
                 になることがあります。古いバンドルを使うクライアントでは、まだ接続できます。"
            ),
            say!(
                "サーバーの管理者は、一覧にあるルート証明書につながる証明書へ移行する必要があ\
                 ります。削除された日より後に、そのルート証明書を再び追加しないでください。\
                 すべてのサイトについて信頼されるうえ、もう誰も監視していないからです。"
            ),
        ],
    )
}

pub(super) fn same_name_different_key() -> Article {
    Article::new(
        "名前は同じですが、鍵が違う証明書です",
        [
            say!(
                "必要な発行者と同じ名前の証明書が、\
                 バンドルの中またはサーバーが送ったものの中にありますが、\
                 その鍵は下の証明書に署名していません。名前だけでは何の証明にもなりません。\
                 同じ認証局の新旧のルート証明書、プロキシによる模造、\
                 または単に似た名前のものかもしれません。"
            ),
            say!(
                "OpenSSL と Python ではエラー 20、鍵識別子で区別できない場合はエラー \
                 7（`certificate signature failure`）になります。Java では `PKIX path \
                 building failed`、Go では `x509: certificate signed by unknown authority` \
                 となり、候補の名前が示されることがあります。"
            ),
            say!(
                "名前ではなく SHA-256 のフィンガープリントを比べてください。\
                 必要なルート証明書が公開の一覧にあれば、certwhy \
                 がフィンガープリントとともに示します。なければ、\
                 サーバーまたはネットワークの管理者に問い合わせてください。"
            ),
        ],
    )
}
