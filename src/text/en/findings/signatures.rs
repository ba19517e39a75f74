//! Signatures and keys.

use super::super::words;
use crate::certificate::Certificate;
use crate::doc::{Inlines, code, text};
use crate::finding::Cert;
use crate::say;
use crate::signature::{KeyKind, SignatureAlgorithm};
use crate::text::FindingWords;
use crate::text::name::{cert, name};

pub(super) fn weak(certificate: &Certificate, algorithm: &SignatureAlgorithm) -> FindingWords {
    let title = if let Some(hash) = algorithm.hash() {
        say!(
            "The signature on “{name}” uses {hash}, which this client no longer accepts.",
            name = cert(certificate),
            hash = text(hash.to_string())
        )
    } else {
        say!(
            "The signature on “{name}” is of a kind that this client does not accept.",
            name = cert(certificate)
        )
    };
    words(
        title,
        [
            say!(
                "“{name}” was signed by “{issuer}” with an algorithm ({algorithm}) for which signatures can be forged today. The server's owner or the CA has to replace the certificate; adding a root does not help.",
                name = cert(certificate),
                issuer = name(&certificate.issuer),
                algorithm = named(algorithm)
            ),
            say!(
                "The signature on a root itself does not matter, since clients trust a root because it is in their bundle."
            ),
        ],
    )
}

pub(super) fn weak_key(certificate: &Certificate, key: &KeyKind) -> FindingWords {
    words(
        say!(
            "The key of “{name}” ({key}) is too weak for this client.",
            name = cert(certificate),
            key = text(key.to_string())
        ),
        [say!(
            "“{name}”, signed by “{issuer}”, holds a key of a kind or size that is considered breakable. The server's owner or the CA has to replace the certificate; adding a root does not help.",
            name = cert(certificate),
            issuer = name(&certificate.issuer)
        )],
    )
}

pub(super) fn mismatch(certificate: &Certificate, issuer: &Cert) -> FindingWords {
    if certificate.sha256() == issuer.sha256() {
        return words(
            say!(
                "The content of “{name}” was changed.",
                name = cert(certificate)
            ),
            [say!(
                "“{name}” is self-signed, and its own key does not verify it: some of its characters are not those that were signed. Programs may read it, but no server's certificate will lead to it. Replace it by a sound copy.",
                name = cert(certificate)
            )],
        );
    }
    words(
        say!(
            "The signature on “{name}” does not match the key of “{issuer}”.",
            name = cert(certificate),
            issuer = cert(issuer)
        ),
        [say!(
            "By its name and key identifier, “{issuer}” is the issuer of “{name}”, but its key does not verify the signature. Either one of the two certificates was altered or damaged on its way, or somebody imitates the issuer. Do not trust this chain before its source is clear.",
            name = cert(certificate),
            issuer = cert(issuer)
        )],
    )
}

pub(super) fn not_checkable(
    certificate: &Certificate,
    algorithm: &SignatureAlgorithm,
) -> FindingWords {
    words(
        say!(
            "The signature on “{name}” cannot be checked here.",
            name = cert(certificate)
        ),
        [say!(
            "“{name}” was signed by “{issuer}” with {algorithm}, which certwhy cannot verify. Without that check it says neither that the server is trusted nor that it is not.",
            name = cert(certificate),
            issuer = name(&certificate.issuer),
            algorithm = named(algorithm)
        )],
    )
}

fn named(algorithm: &SignatureAlgorithm) -> Inlines {
    match algorithm.name() {
        "" => "an algorithm without a name".into(),
        name => code(name).into(),
    }
}
