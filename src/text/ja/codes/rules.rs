//! Codes on rules for certificates.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn strictness() -> Article {
    Article::new(
        "クライアントの厳格な検査が形式の誤りを拒否しています",
        [
            say!(
                "経路にある証明書が RFC 5280 の形式の規則に反しており、\
                 このクライアントはその規則を厳格に適用します。Python では 3.13 以降、\
                 `ssl.create_default_context()` で作ったコンテキストがこれに当たります。"
            ),
            say!(
                "エラーの番号は 85（`Missing Authority Key Identifier`）、86（`Missing \
                 Subject Key Identifier`）、89（`Basic Constraints of CA cert not marked \
                 critical`）、92（`CA cert does not include key usage extension`）などです。\
                 以前の Python やブラウザーは、同じ証明書を受け入れます。"
            ),
            say!(
                "認証局が、証明書を正しい形式で発行し直す必要があります。会社の場合は、\
                 SSL/TLS 検査や社内認証局を担当する部署です。\
                 古い公開ルート証明書が原因であれば、\
                 別の経路を持つバンドルで解決することがあります。"
            ),
            say!(
                "それまでの間、ご自身のプログラムでは、`ctx.verify_flags &= \
                 ~ssl.VERIFY_X509_STRICT` により、\
                 特定のコンテキストだけ厳格な検査を外すことができます。署名、日付、\
                 名前は引き続き検証されます。証明書が直ったら、この行を取り除いてください。"
            ),
        ],
    )
}

pub(super) fn name_constraints() -> Article {
    Article::new(
        "認証局に許された範囲の外の名前です",
        [
            say!(
                "認証局の証明書には、その認証局がどの名前に対して証明書を発行できるかを定める\
                 ことができます（名前制約）。このサーバーの証明書には範囲の外の名前が含まれて\
                 いるか、または定めを読み取れません。"
            ),
            say!(
                "OpenSSL と Python ではエラー 47（`permitted subtree violation`）または \
                 48（`excluded subtree violation`）、Go では `a root or intermediate \
                 certificate is not authorized to sign for this name`、Java では `name \
                 constraints check failed` になり、Node.js では `UNSPECIFIED` \
                 としか表示されません。"
            ),
            say!(
                "認証局が範囲内の証明書を発行するか、範囲を広げる必要があります。\
                 主に会社や政府の認証局で起こります。\
                 これを避けるために認証局の証明書を直接信頼しないでください。\
                 この制限は利用者を守るためのものです。"
            ),
        ],
    )
}

pub(super) fn not_a_ca() -> Article {
    Article::new(
        "発行者が認証局ではありません",
        [
            say!(
                "経路にある証明書が、その資格の記載がないのに別の証明書に署名しています。\
                 ほかの証明書を発行できるのは、認証局のものであると記された証明書だけです（基\
                 本制約、RFC 5280 §4.2.1.9）。そうでなければ、\
                 どのサイトもほかのサイトを保証できることになります。"
            ),
            say!(
                "OpenSSL と Python ではエラー 24 または 79（`invalid CA certificate`）、Java \
                 では `PKIX path validation failed`、Go では `x509: certificate is not \
                 authorized to sign other certificates`、Windows では 0x80096019 になります。"
            ),
            say!(
                "認証局が証明書を発行し直す必要があります。自作の証明書であることが多く、\
                 その場合は、認証局であるという記載を付けて認証局の証明書を作り直してくださ\
                 い。クライアント側で回避しないでください。"
            ),
        ],
    )
}

pub(super) fn path_too_long() -> Article {
    Article::new(
        "許された数より多くの認証局が経路にあります",
        [
            say!(
                "認証局の証明書では、その下に置ける認証局の数を制限できます（パスの長さ、RFC \
                 5280 §4.2.1.9）。この経路はその数を超えています。"
            ),
            say!(
                "OpenSSL と Python ではエラー 25（`path length constraint exceeded`）、Go \
                 では `x509: too many intermediates for path length constraint`、Java では \
                 `PKIX path validation failed` になります。ブラウザーでも拒否されます。"
            ),
            say!(
                "認証局が、より上位の認証局からサーバーの証明書を発行するか、\
                 制限を緩めた認証局の証明書を発行し直す必要があります。\
                 クライアント側でできることはありません。"
            ),
        ],
    )
}

pub(super) fn key_usage() -> Article {
    Article::new(
        "鍵の使い方が許可されていません",
        [
            say!(
                "証明書には、鍵を何に使ってよいかが書かれています（鍵用途、RFC 5280 \
                 §4.2.1.3）。ここでは、認証局の鍵で証明書に署名することが許されていないか、\
                 サーバーの鍵で TLS 接続に必要なことが何も許されていません。"
            ),
            say!(
                "OpenSSL と Python ではエラー 32（`key usage does not include certificate \
                 signing`）または 26（`unsuitable certificate purpose`）になります。\
                 鍵用途をあまり厳しく調べないクライアントでは、接続できることがあります。"
            ),
            say!(
                "認証局が、正しい鍵用途で証明書を発行し直す必要があります。\
                 クライアント側で変えるものはありません。"
            ),
        ],
    )
}

pub(super) fn wrong_purpose() -> Article {
    Article::new(
        "TLS サーバー用の証明書ではありません",
        [
            say!(
                "証明書には使い道の一覧があり（拡張鍵用途、RFC 5280 §4.2.1.12）、その中に \
                 TLS サーバーが含まれていません。クライアント用、メール用、\
                 プログラムの署名用の証明書かもしれません。経路にある認証局が、\
                 その下のすべての証明書に同じ制限を課していることもあります。"
            ),
            say!(
                "OpenSSL と Python ではエラー 26（`unsuitable certificate purpose`）、Go \
                 では `x509: certificate specifies an incompatible key usage`、Java では \
                 `Extended key usage does not permit use for TLS server authentication`、\
                 Windows では 0x800B0110 になります。"
            ),
            say!(
                "サーバーの管理者は、サーバー用の証明書を設置する必要があります。\
                 設定するファイルを間違えていることがよくあります。\
                 クライアント側で変えるものはありません。"
            ),
        ],
    )
}

pub(super) fn critical_extension() -> Article {
    Article::new(
        "重要とされた拡張を理解できません",
        [
            say!(
                "証明書には拡張を加えることができ、\
                 そのうち「クリティカル（重要）」と記されたものを理解できないクライアントは、\
                 証明書を拒否しなければなりません（RFC 5280 §4.2）。このクライアントは、\
                 そのような拡張の一つを理解できません。"
            ),
            say!(
                "OpenSSL と Python ではエラー 34（`unhandled critical extension`）、Go では \
                 `x509: unhandled critical extension`、Java では `unrecognized critical \
                 extension(s)` になります。その拡張を理解するクライアントでは接続できます。"
            ),
            say!(
                "認証局がクリティカルの印を外して証明書を発行し直すか、\
                 その拡張を理解するクライアントを使う必要があります。\
                 主に社内などの認証局で見られます。"
            ),
        ],
    )
}

pub(super) fn policy() -> Article {
    Article::new(
        "証明書ポリシーにより経路が認められません",
        [
            say!(
                "認証局は、どのポリシーに従って証明書を発行したかを記し、\
                 そのうちの一つが経路全体で守られることを求めることができます（RFC 5280 \
                 §6.1.5）。ここでは、そのようなポリシーが一つもありません。"
            ),
            say!(
                "ポリシーを調べるクライアントは多くありません。OpenSSL は、\
                 そのように設定されている場合、エラー 43（`no explicit policy`）または \
                 42（`invalid or inconsistent certificate policy extension`）になります。\
                 ほかのクライアントやブラウザーでは、たいてい接続できます。"
            ),
            say!(
                "認証局が、ポリシーの整合した証明書を発行する必要があります。\
                 ご自身のプログラムでポリシーを指定している場合は、\
                 その指定と証明書に記されたポリシーを比べてください。"
            ),
        ],
    )
}

pub(super) fn malformed_certificate() -> Article {
    Article::new(
        "読み取れない証明書があります",
        [
            say!(
                "証明書と記されていますが、証明書の構造（RFC 5280 §4.1）になっていません。\
                 途中で切れたか、エディターやメールソフトによって変えられたか、\
                 不具合のあるソフトウェアで書かれたものと思われます。"
            ),
            say!(
                "OpenSSL と Python は `PEM lib` や `ASN1 lib` \
                 でファイル全体を拒否することがあり、Go と rustls \
                 はその証明書だけを除いて続けます。そのため、\
                 同じファイルでもプログラムによって結果が異なることがあります。"
            ),
            say!(
                "入手元から証明書を取得し直し、ファイル内のものと置き換えてください。\
                 不要であれば、そのブロックを削除してください。certwhy \
                 はこれを除いて処理を続けました。"
            ),
        ],
    )
}

pub(super) fn profile_rule() -> Article {
    Article::new(
        "証明書が形式の規則に反しています",
        [
            say!(
                "証明書の形式が、RFC 5280 またはこのクライアントの規則に反しています。\
                 バージョン、シリアル番号のほか、拡張が足りない、二重にある、\
                 印の付け方が誤っている、などの場合です。"
            ),
            say!(
                "この点はクライアントによって大きく異なります。`certificate parse error`、\
                 `x509: negative serial number`、79 から 94 \
                 の番号のエラーなどで拒否するものもあれば、受け入れるものも多くあります。\
                 ブラウザーはたいてい、古いルート証明書には寛容で、新しい証明書には厳格です。"
            ),
            say!(
                "認証局が証明書を発行し直す必要があります。\
                 お手元でできるのは別の経路を用意することだけで、たとえば、\
                 よりよい経路のルート証明書が入った新しいバンドルを使います。"
            ),
        ],
    )
}

pub(super) fn limit_reached() -> Article {
    Article::new(
        "経路の探索を途中で打ち切りました",
        [
            say!(
                "与えられた証明書の組み合わせが多すぎるため、certwhy \
                 は一定の作業量で探索を打ち切りました。そのため、\
                 答えが完全でない可能性があり、それまでに経路が見つかっていなければ判定は保留\
                 になります。"
            ),
            say!(
                "クライアントも同じように探索を制限しており、たとえば Go では `x509: \
                 signature check attempts limit reached` になります。\
                 証明書を集めただけのほかのファイルは除き、サーバーが送るものと、\
                 クライアントが読むバンドルだけを指定してください。"
            ),
        ],
    )
}
