//! Codes on keys and signatures.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn weak_signature() -> Article {
    Article::new(
        "署名のダイジェストが弱すぎます",
        [
            say!(
                "経路にある証明書が、SHA-1 や MD5 などの古いダイジェストで署名されています。\
                 このような署名は、手間をかければ偽造できるため、クライアントは拒否します。"
            ),
            say!(
                "OpenSSL と Python ではセキュリティレベルに応じてエラー 68（`CA signature \
                 digest algorithm too weak`）、Go では `x509: cannot verify signature: \
                 insecure algorithm SHA1-RSA` になります。\
                 十分に古いクライアントは受け入れます。"
            ),
            say!(
                "サーバーの管理者は、SHA-256 以上で署名された証明書を取得する必要があります。\
                 ルート証明書を追加しても解決しません。なお、\
                 ルート証明書自身の署名が古いことは問題になりません。\
                 クライアントはルート証明書の鍵を信頼しており、その署名には頼らないからです。"
            ),
        ],
    )
}

pub(super) fn weak_key() -> Article {
    Article::new(
        "鍵が短すぎます",
        [
            say!(
                "経路にある証明書の鍵は、1024 ビットの RSA のように、\
                 このクライアントが安全と認めるには短すぎます。公開の認証局は 2048 \
                 ビット以上の鍵を使います。"
            ),
            say!(
                "OpenSSL と Python では、セキュリティレベルに応じてエラー 66（`EE \
                 certificate key too weak`）または 67（`CA certificate key too \
                 weak`）になります。ほかのクライアントはまだ受け入れることがあり、\
                 そのためプログラムによって結果が異なります。"
            ),
            say!(
                "サーバーの管理者は、より長い鍵の証明書を取得する必要があります。\
                 認証局の鍵が短い場合は、別の認証局または別の中間証明書による証明書が必要で\
                 す。お手元で追加するものはありません。"
            ),
        ],
    )
}

pub(super) fn signature_mismatch() -> Article {
    Article::new(
        "署名が一致しません",
        [
            say!(
                "名前と鍵識別子によれば、一方の証明書がもう一方を発行したはずですが、\
                 その鍵では署名を検証できません。\
                 証明書が途中で書き換えられたり壊れたりしたか、\
                 認証局のものに見せかけた証明書が作られています。"
            ),
            say!(
                "OpenSSL と Python ではエラー 7（`certificate signature failure`）、Java \
                 では `PKIX path validation failed` と `signature check failed`、Windows \
                 では 0x80096004 になります。Go では `x509: certificate signed by unknown \
                 authority` です。"
            ),
            say!(
                "サーバーから直接、証明書チェーンを取得し直してください。\
                 それでも同じであれば、サーバーの管理者が、\
                 認証局から受け取ったとおりの証明書を設置し直す必要があります。\
                 それまでは何も信頼しないでください。一致しない署名は、\
                 攻撃を受けている場合にも見られます。"
            ),
        ],
    )
}

pub(super) fn signature_not_checkable() -> Article {
    Article::new(
        "certwhy では検証できない署名です",
        [
            say!(
                "証明書が、DSA や MD2 のように、certwhy が知らない、\
                 または計算しないアルゴリズムで署名されています。\
                 検証しなかったものを合格とは見なさないため、ここでは判定が保留になります。"
            ),
            say!(
                "クライアント自身は、そのアルゴリズムに対応していることも、弱い、\
                 または未対応として拒否することもあります（rustls では \
                 `UnsupportedSignatureAlgorithm` など）。ほかの指摘はそのまま有効です。\
                 この指摘だけのために誰かが対応する必要はありませんが、\
                 サーバーの管理者には一般的なアルゴリズムへの移行をお勧めします。"
            ),
        ],
    )
}
