//! Codes on what works now, and may not tomorrow or elsewhere.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn fragile_trust() -> Article {
    Article::new(
        "Trusted now, but by a single thread",
        [
            say!(
                "The path holds today and depends on one thing that will probably go away: a \
                 cross-certificate that the server may stop sending, a root that the public \
                 list has dropped, or a certificate that soon expires. A cross-certificate \
                 is a second certificate of the same CA, signed by an older root for the \
                 sake of older bundles."
            ),
            say!(
                "When it goes, clients report error 20, `UNABLE_TO_GET_ISSUER_CERT_LOCALLY`, \
                 `PKIX path building failed` or `x509: certificate signed by unknown \
                 authority`, although nothing was changed on your side."
            ),
            say!(
                "Act before that: use a current bundle, or add the root that certwhy names \
                 to a copy of yours."
            ),
        ],
    )
}

pub(super) fn out_of_order() -> Article {
    Article::new(
        "The server's certificates are not in order",
        [
            say!(
                "A server should send its own certificate first, then the one that signed \
                 it, and so on (RFC 8446 §4.4.2). This one sends them in another order."
            ),
            say!(
                "Nearly all clients of today put them in order themselves. Old or small ones \
                 may not, and then report error 20 or 21 or `PKIX path building failed`. The \
                 server's owner should put the blocks in the certificate file in order; you \
                 need not do anything."
            ),
        ],
    )
}

pub(super) fn unneeded_certificate() -> Article {
    Article::new(
        "The server sends a certificate that no path uses",
        [
            say!(
                "One of the certificates that the server sends belongs to no path from its \
                 own certificate to a root. It is often left over from an earlier CA."
            ),
            say!(
                "It costs a little time with each connection, and it can lead old clients \
                 astray. The server's owner should remove it from the certificate file; you \
                 need not do anything."
            ),
        ],
    )
}

pub(super) fn root_sent() -> Article {
    Article::new(
        "The server sends its root certificate",
        [
            say!(
                "A client never trusts a root because a server sends it: it has to be in the \
                 client's own bundle. So the server need not send it (RFC 8446 §4.4.2), and \
                 it makes each connection a little slower."
            ),
            say!(
                "Where the root is not in the bundle, OpenSSL and Python then report error \
                 19 (`self-signed certificate in certificate chain`) and Node.js \
                 `SELF_SIGNED_CERT_IN_CHAIN` instead of error 20; the cause is the same \
                 missing root. The server's owner may leave the root out."
            ),
        ],
    )
}

pub(super) fn order_sensitive() -> Article {
    Article::new(
        "The verdict depends on the order of the bundle",
        [
            say!(
                "This client takes the first certificate with the right name that it finds \
                 in the bundle, and does not try the next one. Your bundle holds several, so \
                 that moving a block in the file changes the answer."
            ),
            say!(
                "Such a file works until somebody sorts it or writes it anew, and then the \
                 client reports error 10 or 20. Remove the certificate that is expired or \
                 has the wrong key from a copy of the bundle, or use a newer client, which \
                 looks at all of them."
            ),
        ],
    )
}

pub(super) fn duplicate() -> Article {
    Article::new(
        "The same certificate stands there twice",
        [
            say!(
                "A certificate stands in the file more than once. Clients take it once, so \
                 nothing changes; the file is only larger than it must be."
            ),
            say!(
                "It often shows that a root was appended to a bundle that already had it. If \
                 you did that because of an error, its cause lies elsewhere: probably in \
                 which file the program reads."
            ),
        ],
    )
}
