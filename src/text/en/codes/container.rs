//! Codes on key stores and lists of roots.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn password_needed() -> Article {
    Article::new(
        "The file opens with its password only",
        [
            say!(
                "A PKCS #12 file usually encrypts its certificates as well as its private \
                 keys. certwhy tries the passwords that nearly all trust stores have: \
                 `changeit`, `changeme` and none at all. This file has another one."
            ),
            say!(
                "Write the password into a file of its own and name it with `--password-file` \
                 (one password on each line), or type it into the field on the page. It is \
                 used for opening the file and for nothing else, and is neither shown nor \
                 kept. Private keys in the file stay encrypted: certwhy does not open them."
            ),
        ],
    )
}

pub(super) fn password_wrong() -> Article {
    Article::new(
        "The password does not fit the file",
        [
            say!(
                "A key store ends in a checksum that is made with its password. The \
                 certificates could be read without it, and the checksum fits neither the \
                 password that was given nor one of the usual ones."
            ),
            say!(
                "Java says `Keystore was tampered with, or password was incorrect` and opens \
                 nothing. Either the password is another one, or the file was changed after \
                 it was written. Give the right password; if none fits, get the file again."
            ),
        ],
    )
}

pub(super) fn integrity_unchecked() -> Article {
    Article::new(
        "It was not checked whether the file was changed",
        [
            say!(
                "A key store ends in a checksum that is made with its password. The \
                 certificates could be read without it. Whether somebody changed them cannot \
                 be checked, because the checksum fits none of the usual passwords."
            ),
            say!(
                "That is no fault: the file probably has a password of its own. Give it with \
                 `--password-file`, and certwhy checks the file as Java would."
            ),
        ],
    )
}

pub(super) fn limited_trust() -> Article {
    Article::new(
        "The file does not trust all that is in it",
        [
            say!(
                "Some files say more of a certificate than that it is there. Mozilla's \
                 `certdata.txt` and OpenSSL's `TRUSTED CERTIFICATE` say for what each is \
                 trusted, Windows keeps a store of what must not be trusted, and a key store \
                 holds the certificates of its private keys beside those it trusts."
            ),
            say!(
                "certwhy shows all of them, and takes for trust anchors only those that the \
                 file trusts for TLS servers. A program that reads nothing but the \
                 certificates, or a conversion to PEM, loses what the file says: a \
                 distrusted certificate would become a trusted one."
            ),
        ],
    )
}

pub(super) fn without_java_trust() -> Article {
    Article::new(
        "Java sees no trusted certificates in the file",
        [
            say!(
                "In a PKCS #12 file, Java takes a certificate for a trusted one only if it \
                 bears an attribute of Oracle's, which `keytool` writes and `openssl pkcs12` \
                 does not unless it is asked to (`-jdktrust`, since OpenSSL 3.2). Without it \
                 `keytool -list` shows no entries, and every connection fails with \
                 `the trustAnchors parameter must be non-empty`."
            ),
            say!(
                "OpenSSL, Windows and most others read the same file without trouble. For \
                 Java, write it anew: `certwhy repair --container p12` does, and so does \
                 `keytool -importcert` into a new key store."
            ),
        ],
    )
}
