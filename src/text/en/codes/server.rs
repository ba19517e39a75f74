//! Codes on what the server should mend, or on the name under which it is reached.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn missing_intermediate() -> Article {
    Article::new(
        "The server does not send an intermediate certificate",
        [
            say!(
                "A server's certificate is usually not signed by a root but by an \
                 intermediate certificate, and the server must send that one along (RFC 8446 \
                 §4.4.2). This server does not, so the client cannot connect the server's \
                 certificate with any root."
            ),
            say!(
                "OpenSSL and Python report error 20 or 21 (`unable to verify the first \
                 certificate`), Node.js `UNABLE_TO_VERIFY_LEAF_SIGNATURE`, Java `PKIX path \
                 building failed`, Go `x509: certificate signed by unknown authority`."
            ),
            say!(
                "Browsers work all the same, because they fetch a missing intermediate from \
                 the address in the certificate or remember it from another site. Python, \
                 Java, Go, Node.js and curl do not fetch anything."
            ),
            say!(
                "The server's owner must act: the intermediate belongs in the certificate \
                 file of the server. No root that you add on your side can replace it. \
                 Adding the intermediate to your bundle helps only with clients that accept \
                 it as an end of the path, and only until the CA changes it."
            ),
        ],
    )
}

pub(super) fn self_signed_leaf() -> Article {
    Article::new(
        "The server's certificate is signed by its own key",
        [
            say!(
                "No CA vouches for this certificate: the server made it itself. A client can \
                 trust it only if it knows exactly this certificate beforehand."
            ),
            say!(
                "OpenSSL and Python report error 18 (`self-signed certificate`), Node.js \
                 `DEPTH_ZERO_SELF_SIGNED_CERT`, Java `PKIX path building failed`, Go `x509: \
                 certificate signed by unknown authority`."
            ),
            say!(
                "The server's owner should get a certificate from a public CA, or from the \
                 company's own. If you run the server yourself, you may add its certificate \
                 to a copy of your bundle; compare the fingerprint on the server itself \
                 first, not over the connection that is in doubt."
            ),
        ],
    )
}

pub(super) fn host_mismatch() -> Article {
    Article::new(
        "The certificate is for other names",
        [
            say!(
                "The certificate may be sound, but it does not hold the name that you asked \
                 for. A client compares the name with the list of alternative names in the \
                 certificate (RFC 9525). A wildcard stands for exactly one label: \
                 `*.s3.amazonaws.com` covers `bucket.s3.amazonaws.com`, and not \
                 `my.bucket.s3.amazonaws.com`."
            ),
            say!(
                "OpenSSL and Python report error 62 (`Hostname mismatch`) or, for an IP \
                 address, 64; Node.js `ERR_TLS_CERT_ALTNAME_INVALID`, curl `no alternative \
                 certificate subject name matches`, Java `No subject alternative DNS name \
                 matching`, Windows 0x800B010F."
            ),
            say!(
                "Use a name that the certificate holds. For an S3 bucket with dots in its \
                 name, use the address with the bucket in the path. Where the address is \
                 right, the server's owner must add the name to the certificate, or the \
                 network leads you to another server."
            ),
            say!(
                "No root and no bundle changes this. A client may also begin to report it \
                 after an upgrade, if the older version did not compare names."
            ),
        ],
    )
}
