//! Codes on keys and signatures.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn weak_signature() -> Article {
    Article::new(
        "A signature uses a digest that is too weak",
        [
            say!(
                "A certificate of the path is signed with an old digest such as SHA-1 or \
                 MD5. Such a signature can be forged with some effort, so clients refuse it."
            ),
            say!(
                "OpenSSL and Python report error 68 (`CA signature digest algorithm too \
                 weak`), depending on the security level; Go says `x509: cannot verify \
                 signature: insecure algorithm SHA1-RSA`. A client that is old enough \
                 accepts it."
            ),
            say!(
                "The server's owner must get a certificate with SHA-256 or better. Adding a \
                 root cannot help. A root's signature by itself is harmless, since the \
                 client trusts the root's key and does not rely on that signature."
            ),
        ],
    )
}

pub(super) fn weak_key() -> Article {
    Article::new(
        "A key is too small",
        [
            say!(
                "A certificate of the path has a key that this client finds too small to be \
                 safe, such as RSA with 1024 bits. Public CAs use at least 2048 bits."
            ),
            say!(
                "OpenSSL and Python report error 66 (`EE certificate key too weak`) or 67 \
                 (`CA certificate key too weak`), depending on their security level. Other \
                 clients may still accept the key, which is why one program works and \
                 another does not."
            ),
            say!(
                "The server's owner must get a certificate with a larger key; if it is the \
                 CA's key, a certificate from another CA or another intermediate. There is \
                 nothing to add on your side."
            ),
        ],
    )
}

pub(super) fn signature_mismatch() -> Article {
    Article::new(
        "A signature does not match",
        [
            say!(
                "By its name and key identifier one certificate issued the other, but its \
                 key does not verify the signature. Either a certificate was altered or \
                 damaged on its way, or somebody has made one that only looks like the CA's."
            ),
            say!(
                "OpenSSL and Python report error 7 (`certificate signature failure`), Java \
                 `PKIX path validation failed` with `signature check failed`, Windows \
                 0x80096004. Go reports `x509: certificate signed by unknown authority`."
            ),
            say!(
                "Fetch the chain again, directly from the server. If it stays so, the \
                 server's owner must install the certificates anew as the CA delivered them. \
                 Trust nothing on the way there: a signature that does not match is what an \
                 attack looks like as well."
            ),
        ],
    )
}

pub(super) fn signature_not_checkable() -> Article {
    Article::new(
        "A signature that certwhy cannot check",
        [
            say!(
                "The certificate is signed with an algorithm that certwhy does not know or \
                 does not calculate, such as DSA or MD2. What was not checked is never \
                 counted as passed, so that the verdict stays undecided here."
            ),
            say!(
                "The client itself may know the algorithm, or refuse it as too weak or \
                 unsupported (for instance `UnsupportedSignatureAlgorithm` in rustls). The \
                 other findings hold in any case. Nobody has to act because of this note \
                 alone; a server's owner does well to move to a usual algorithm."
            ),
        ],
    )
}
