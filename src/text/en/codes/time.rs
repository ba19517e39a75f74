//! Codes on dates.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn expired() -> Article {
    Article::new(
        "A certificate has expired",
        [
            say!(
                "Every certificate has a last day. The day of this one has passed, and no \
                 other path leads round it."
            ),
            say!(
                "OpenSSL and Python report error 10 (`certificate has expired`), Node.js \
                 `CERT_HAS_EXPIRED`, Java `PKIX path validation failed` with `NotAfter`, Go \
                 `x509: certificate has expired or is not yet valid`, Windows 0x800B0101. \
                 Browsers refuse it as well."
            ),
            say!(
                "The server's owner must renew the certificate, or restart the server if the \
                 new file is there already. There is nothing to change on your side, apart \
                 from one look at your clock: if it is years ahead, good certificates look \
                 expired."
            ),
        ],
    )
}

pub(super) fn not_yet_valid() -> Article {
    Article::new(
        "A certificate is not valid yet",
        [
            say!(
                "The first day of this certificate is later than the time at which it was \
                 judged. That happens with a certificate made for later, and far more often \
                 with a clock that is behind."
            ),
            say!(
                "OpenSSL and Python report error 9 (`certificate is not yet valid`), Node.js \
                 `CERT_NOT_YET_VALID`, Java `NotBefore`. Go uses the same words as for an \
                 expired one."
            ),
            say!(
                "Compare the clock, its date and its time zone with another source first. If \
                 it is right, the server's owner has installed the certificate too early or \
                 made it with a wrong clock."
            ),
        ],
    )
}

pub(super) fn expired_root() -> Article {
    Article::new(
        "A root in the bundle has expired",
        [
            say!(
                "The path ends at a root of your bundle, and that root's last day has \
                 passed. Some clients check the dates of a root like those of any other \
                 certificate, others trust its key as long as it is in the file."
            ),
            say!(
                "OpenSSL, Python, curl, GnuTLS, Go and Node.js refuse it: error 10, \
                 `CERT_HAS_EXPIRED`, `x509: certificate has expired or is not yet valid`. \
                 Java and rustls accept it. A browser has a newer list and does not need \
                 this root."
            ),
            say!(
                "Use a current bundle. Where the CA has made a new root with the same name \
                 and key, adding that one is enough. If the server's certificates lead only \
                 to the expired root, the server's owner must move to another one."
            ),
        ],
    )
}

pub(super) fn expired_cross_certificate() -> Article {
    Article::new(
        "The client follows an expired cross-certificate",
        [
            say!(
                "A cross-certificate is a second certificate for the same CA, signed by \
                 another root so that older clients trust it too. This one has expired. \
                 Another path to a root in your bundle is valid, and this client does not \
                 take it."
            ),
            say!(
                "OpenSSL before 1.1.0, GnuTLS before 3.6.14 and LibreSSL to 3.1.2 behave so: \
                 error 10, `certificate has expired`. Newer clients and browsers find the \
                 valid path. In May 2020 and in September 2021 this stopped many programs \
                 when old roots ended."
            ),
            say!(
                "Take the expired certificate out of your bundle: here removing one helps, \
                 and adding one does not. A newer client is the lasting remedy. If the \
                 expired certificate comes from the server, its owner should stop sending it."
            ),
        ],
    )
}

pub(super) fn clock_wrong() -> Article {
    Article::new(
        "The client's clock is wrong",
        [
            say!(
                "At the time that the client takes for now, this chain cannot have existed: \
                 some of its certificates had not been made. So it is the clock that is \
                 wrong, and not the certificates."
            ),
            say!(
                "OpenSSL and Python report error 9 (`certificate is not yet valid`) for \
                 every site, Node.js `CERT_NOT_YET_VALID`, Java `NotBefore`. Browsers \
                 usually say that the clock is behind. An empty battery, a restored virtual \
                 machine or a computer without a network after the start are common reasons."
            ),
            say!(
                "Set date, time and time zone, and let the system keep them. Change no \
                 certificates and no bundle for this."
            ),
        ],
    )
}

pub(super) fn expires_soon() -> Article {
    Article::new(
        "A certificate expires within 30 days",
        [
            say!(
                "The path is valid now and ends with this certificate's last day. Many \
                 servers renew their certificates by themselves a few weeks before, so this \
                 may be nothing but the usual state."
            ),
            say!(
                "If it is the server's certificate or an intermediate, its owner should see \
                 to it that the renewal works. If it is a root of your bundle, get a current \
                 bundle before that day: OpenSSL, Python and Go refuse an expired root with \
                 error 10 or `x509: certificate has expired or is not yet valid`."
            ),
        ],
    )
}
