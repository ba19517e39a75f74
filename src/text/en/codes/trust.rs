//! Codes on who is trusted, and by what path.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn missing_root() -> Article {
    Article::new(
        "A public root is missing from the bundle",
        [
            say!(
                "The server's certificates lead to a public root certificate, and your CA \
                 bundle does not hold that root. A root certificate is the certificate of a \
                 certification authority (CA) that a client trusts from the start; a CA \
                 bundle is the file with all of them. Most often the bundle is older than \
                 the root, or the server has moved to another CA."
            ),
            say!(
                "OpenSSL and Python call this error 20, `unable to get local issuer \
                 certificate`; Python 2.7 says only `certificate verify failed`. Node.js \
                 says `UNABLE_TO_GET_ISSUER_CERT_LOCALLY`, Java `PKIX path building failed`, \
                 Go `x509: certificate signed by unknown authority`, Windows 0x800B0109 or \
                 0x800B010A."
            ),
            say!(
                "A browser on the same computer may work, since it has a list of its own \
                 that is updated by itself. Windows also fetches a missing root when a \
                 program of its own asks for it, and does not do so for Python."
            ),
            say!(
                "You can mend this yourself: use a current bundle, or add this one root to a \
                 copy of yours, after comparing its thumbprint. A root is trusted for all \
                 sites, so add only one that is on the public list, and none that certwhy \
                 does not name by its SHA-256 fingerprint."
            ),
            say!(
                "Do not turn verification off (`verify=False`, \
                 `NODE_TLS_REJECT_UNAUTHORIZED=0` and the like). Anybody between you and the \
                 server could then read and change everything, and the cause would still be \
                 there."
            ),
        ],
    )
}

pub(super) fn anchor_not_self_signed() -> Article {
    Article::new(
        "The bundle holds a copy of the root that is not self-signed",
        [
            say!(
                "Your bundle trusts a certificate that another CA has signed: an \
                 intermediate, or the cross-signed copy of a root. OpenSSL accepts as the \
                 end of a path only a certificate that is signed by its own key, unless it \
                 is told otherwise, and goes on looking for the next issuer."
            ),
            say!(
                "It then reports error 2, `unable to get issuer certificate`; Node.js says \
                 `UNABLE_TO_GET_ISSUER_CERT`. curl, Go, Java, GnuTLS and Python from 3.13 on \
                 accept such a certificate, so that they work with the same file."
            ),
            say!(
                "Often somebody saved the certificate that the server sends in place of the \
                 root. Add the self-signed root with the same name and the same key, which \
                 certwhy names where it is on the public list; the copy that is there does \
                 no harm."
            ),
        ],
    )
}

pub(super) fn interception_proxy() -> Article {
    Article::new(
        "Something in the network replaces the server's certificate",
        [
            say!(
                "The certificates that arrive were not made by the CA of this site, but by a \
                 device or program in between: a proxy for TLS inspection, a firewall or a \
                 virus scanner. It opens the connection, reads it and closes it again with a \
                 certificate of its own."
            ),
            say!(
                "OpenSSL and Python report error 19 (`self-signed certificate in certificate \
                 chain`) or 20, Node.js `SELF_SIGNED_CERT_IN_CHAIN` or \
                 `UNABLE_TO_VERIFY_LEAF_SIGNATURE`, Java `PKIX path building failed`. \
                 Browsers on a company's computers work, because the company has put its \
                 root into their store."
            ),
            say!(
                "Ask your IT department for the root certificate of its inspection in PEM \
                 form, or for an exception for this site. Append that root to a copy of a \
                 full public bundle, and do not replace the bundle by it."
            ),
            say!(
                "Do not take the root out of the connection itself and trust it. If IT does \
                 not know the certificate, somebody else may be listening; then do not send \
                 passwords or files over this network."
            ),
        ],
    )
}

pub(super) fn old_path_builder() -> Article {
    Article::new(
        "The client does not look for another path",
        [
            say!(
                "There is a path from the server's certificate to a root in your bundle, and \
                 this client does not find it. Old versions follow the certificates as the \
                 server sends them up to the last one, and give up if that one's issuer is \
                 not in the bundle, although a certificate further down has a trusted twin."
            ),
            say!(
                "This concerns OpenSSL before 1.0.1n and 1.0.2b, and programs that bring \
                 such a version along. They report error 20, `unable to get local issuer \
                 certificate`. Newer clients and browsers try another path and work with the \
                 same bundle."
            ),
            say!(
                "The lasting remedy is a newer client. Until then the root at which the old \
                 path ends must be in the bundle as well, next to the newer one. A newer \
                 bundle alone can make it worse, because public lists drop old roots that \
                 such a client still needs."
            ),
        ],
    )
}

pub(super) fn unknown_root() -> Article {
    Article::new(
        "The path ends at a root that nobody knows",
        [
            say!(
                "The certificates lead to a root that is neither in your bundle nor on the \
                 public list. It may belong to a company or a laboratory, or to somebody who \
                 should not be there."
            ),
            say!(
                "The clients report the same as for any missing root: error 19 or 20, \
                 `UNABLE_TO_GET_ISSUER_CERT_LOCALLY` or `SELF_SIGNED_CERT_IN_CHAIN`, `PKIX \
                 path building failed`, `x509: certificate signed by unknown authority`. A \
                 browser may work on a computer on which an administrator has installed the \
                 root."
            ),
            say!(
                "Ask whoever runs the server or the network for the root certificate and its \
                 fingerprint, by a way other than this connection. certwhy never proposes to \
                 install a root that it does not know, and neither should you without that \
                 answer."
            ),
        ],
    )
}

pub(super) fn removed_root() -> Article {
    Article::new(
        "The root has been removed from the public list",
        [
            say!(
                "The path leads to a root that was once on the public list and has been \
                 taken off it. Roots are removed when their CA has retired them, when they \
                 have grown too old, or when they are not to be trusted any more."
            ),
            say!(
                "A client with a current bundle then reports a missing root, often after an \
                 upgrade: error 20, `PKIX path building failed`, `x509: certificate signed \
                 by unknown authority`; Windows may say 0x800B0111, Chrome \
                 `ERR_CERT_AUTHORITY_INVALID`. A client with an old bundle still works."
            ),
            say!(
                "The server's owner must move to a certificate whose root is on the list. Do \
                 not add the removed root again after the date of its removal: it would be \
                 trusted for all sites, and nobody watches over it any longer."
            ),
        ],
    )
}

pub(super) fn same_name_different_key() -> Article {
    Article::new(
        "A certificate has the right name and another key",
        [
            say!(
                "The bundle, or what the server sends, holds a certificate with the name of \
                 the wanted issuer, but its key did not sign the certificate below. A name \
                 alone proves nothing. It may be an older or newer root of the same CA, a \
                 proxy's imitation, or simply a similar one."
            ),
            say!(
                "OpenSSL and Python report error 20, or error 7 (`certificate signature \
                 failure`) where no key identifiers tell the two apart. Java says `PKIX path \
                 building failed`, Go `x509: certificate signed by unknown authority` and \
                 may name the candidate."
            ),
            say!(
                "Compare the SHA-256 fingerprints, not the names. If the wanted root is on \
                 the public list, certwhy names it with its fingerprint; otherwise ask \
                 whoever runs the server or the network."
            ),
        ],
    )
}
