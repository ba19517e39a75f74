//! What a certificate may be used for.

use super::super::words;
use crate::certificate::{Certificate, KeyPurpose};
use crate::check::{CaProblem, KeyUsageNeed};
use crate::doc::{Inlines, code};
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, name};

pub(super) fn not_a_ca(certificate: &Certificate, problem: CaProblem) -> FindingWords {
    let why = match problem {
        CaProblem::SaysEndEntity => say!(
            "“{name}” issued a certificate in this chain, but its basic constraints say that it is not a CA.",
            name = cert(certificate)
        ),
        CaProblem::NoBasicConstraints => say!(
            "“{name}” issued a certificate in this chain, but it lacks the basic constraints extension by which a CA says that it is one.",
            name = cert(certificate)
        ),
        CaProblem::MayNotSignCertificates => say!(
            "“{name}” issued a certificate in this chain, but its key usage does not allow it to sign certificates.",
            name = cert(certificate)
        ),
    };
    words(
        say!(
            "“{name}” may not issue certificates.",
            name = cert(certificate)
        ),
        [why, only_the_ca(certificate)],
    )
}

pub(super) fn path_too_long(ca: &Certificate, allowed: u32, found: usize) -> FindingWords {
    words(
        say!(
            "The chain below “{ca}” is longer than it allows.",
            ca = cert(ca)
        ),
        [
            say!(
                "“{ca}” limits the number of CA certificates below it to {allowed}, and this chain has {found}.",
                ca = cert(ca),
                allowed,
                found
            ),
            only_the_ca(ca),
        ],
    )
}

pub(super) fn key_usage(certificate: &Certificate, need: KeyUsageNeed) -> FindingWords {
    let why = match need {
        KeyUsageNeed::SignCertificates => say!(
            "“{name}” issued a certificate in this chain, but its key usage extension does not list `keyCertSign`, the permission to sign certificates.",
            name = cert(certificate)
        ),
        KeyUsageNeed::TlsServer => say!(
            "“{name}” is used by a TLS server, but its key usage extension lists neither signing nor the exchange of keys.",
            name = cert(certificate)
        ),
    };
    words(
        say!(
            "The key of “{name}” may not be used for this.",
            name = cert(certificate)
        ),
        [why, only_the_ca(certificate)],
    )
}

pub(super) fn wrong_purpose(certificate: &Certificate, listed: &[KeyPurpose]) -> FindingWords {
    let why = if listed.is_empty() {
        say!(
            "“{name}” does not say that it is for TLS servers, and this client demands that it does.",
            name = cert(certificate)
        )
    } else {
        say!(
            "“{name}” is restricted to other purposes: {purposes}. The purpose of a TLS server, `serverAuth`, is not among them.",
            name = cert(certificate),
            purposes = Inlines::join(listed.iter().map(|purpose| code(purpose.name())), ", ")
        )
    };
    words(
        say!(
            "“{name}” is not meant for TLS servers.",
            name = cert(certificate)
        ),
        [
            why,
            say!(
                "The server's owner has to use a certificate, issued by “{issuer}” or another CA, that is meant for servers.",
                issuer = name(&certificate.issuer)
            ),
        ],
    )
}

pub(super) fn critical_extension(certificate: &Certificate, oid: &str) -> FindingWords {
    words(
        say!(
            "“{name}” has a critical extension that this client does not understand.",
            name = cert(certificate)
        ),
        [
            say!(
                "The extension {oid} in “{name}” is marked critical, which means: whoever does not understand it must refuse the certificate.",
                oid = code(oid),
                name = cert(certificate)
            ),
            only_the_ca(certificate),
        ],
    )
}

pub(super) fn only_the_ca(certificate: &Certificate) -> Inlines {
    say!(
        "Only the issuer, “{issuer}”, can solve this by issuing the certificate again. A change of your bundle does not help.",
        issuer = name(&certificate.issuer)
    )
}
