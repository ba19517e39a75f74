//! The drawn chain, and how paths ended.

use crate::certificate::{Certificate, Name};
use crate::check::{CheckId, PathStatus};
use crate::doc::{Inlines, code, text};
use crate::path::{End, PathCount, Precision};
use crate::report::{BundleOrigin, CertificatePlace, Choice};
use crate::say;
use crate::text::name::{cert, date, name};
use crate::text::number::grouped;

/// The drawing for those who cannot see it.
pub(in crate::text) fn caption() -> Inlines {
    say!("The chain from the server's certificate towards a root")
}

/// The name of the list under the picture of the chain.
pub(in crate::text) const fn in_words() -> &'static str {
    "The same in words, with dates"
}

/// How many paths there are, where not all are listed.
pub(in crate::text) fn total(count: PathCount) -> Inlines {
    let number = grouped(count.number);
    match count.precision {
        Precision::Exact if count.number == 0 => say!(
            "By their names, these certificates do not lead to any certificate that the bundle trusts. There are too many \
             ways to list; these are the nearest ends."
        ),
        Precision::Exact => say!(
            "By their names, these certificates form {number} paths to certificates that the bundle trusts. The best one \
             is shown, and the nearest of the others.",
            number = number
        ),
        Precision::AtLeast => say!(
            "By their names, these certificates form at least {number} paths to certificates that the bundle trusts. The \
             best one is shown, and the nearest of the others.",
            number = number
        ),
    }
}

/// Where a certificate of the path comes from.
pub(in crate::text) const fn place(place: CertificatePlace, origin: &BundleOrigin) -> &'static str {
    match (place, origin) {
        (CertificatePlace::Presented, _) => "sent by the server",
        (CertificatePlace::SetAside, _) => "in the file, but no trust anchor",
        (CertificatePlace::Bundled, BundleOrigin::Given) => "in your bundle",
        (CertificatePlace::Both, BundleOrigin::Given) => "sent by the server, and in your bundle",
        (CertificatePlace::Bundled, BundleOrigin::Newest(_)) => "in the public list",
        (CertificatePlace::Both, BundleOrigin::Newest(_)) => {
            "sent by the server, and in the public list"
        }
    }
}

/// The place of a root that should be there.
pub(in crate::text) const fn missing_root(origin: &BundleOrigin) -> &'static str {
    match origin {
        BundleOrigin::Given => "missing: should be in your bundle",
        BundleOrigin::Newest(_) => "missing: not in the public list used",
    }
}

/// The place of an intermediate that should be there.
pub(in crate::text) const fn missing_intermediate() -> &'static str {
    "missing: the server should send it"
}

/// The place of an issuer that is not there.
pub(in crate::text) const fn missing_issuer() -> &'static str {
    "not there, and not trusted"
}

/// From when to when a certificate is valid.
pub(in crate::text) fn validity(certificate: &Certificate) -> Inlines {
    say!(
        "valid from {from} to {to}",
        from = date(certificate.validity.not_before),
        to = date(certificate.validity.not_after)
    )
}

/// The same, beside the word “valid”.
pub(in crate::text) fn period(certificate: &Certificate) -> Inlines {
    say!(
        "{from} to {to}",
        from = date(certificate.validity.not_before),
        to = date(certificate.validity.not_after)
    )
}

/// The fingerprint that Windows shows.
pub(in crate::text) fn sha1(certificate: &Certificate) -> Inlines {
    say!(
        "SHA-1 (thumbprint) {print}",
        print = code(certificate.sha1().thumbprint())
    )
}

/// The fingerprint that identifies a certificate.
pub(in crate::text) fn sha256(certificate: &Certificate) -> Inlines {
    say!(
        "SHA-256 {print}",
        print = code(certificate.sha256().thumbprint())
    )
}

/// Between a cross-certificate and the root that it is a copy of.
pub(in crate::text) fn same_key_as_below() -> Inlines {
    say!("a cross-certificate: same name and key as the root below")
}

/// Who signed a certificate that stands at the end.
pub(in crate::text) fn signed_by(issuer: &Name) -> Inlines {
    say!("signed by “{issuer}”", issuer = name(issuer))
}

/// A check that did not pass, beside the certificate or the link that it is about.
pub(in crate::text) const fn failed_check(check: CheckId) -> &'static str {
    match check {
        CheckId::NameChaining => "The names do not chain.",
        CheckId::KeyIdentifier => "The key identifiers do not agree.",
        CheckId::Signature => "The signature was not verified.",
        CheckId::Validity => "It is not valid at the time asked for.",
        CheckId::BasicConstraints => "It is not marked as a CA.",
        CheckId::PathLength => "More CAs follow than it allows.",
        CheckId::KeyUsage => "Its key may not be used for this.",
        CheckId::ExtendedKeyUsage => "It is not meant for TLS servers.",
        CheckId::NameConstraints => "The names below are outside its constraints.",
        CheckId::CertificatePolicies => "The certificate policies do not allow the chain here.",
        CheckId::CriticalExtensions => "It has a critical extension that is not understood.",
        CheckId::AlgorithmStrength => "Its key or its signature is too weak.",
        CheckId::ServerName => "It is not for the server's name.",
        CheckId::Form => "Its form breaks a rule.",
    }
}

/// How a path ended, below its last certificate; nothing at a trust anchor.
pub(in crate::text) fn end(end: &End) -> Option<Inlines> {
    match end {
        End::Anchored => None,
        End::NoIssuer(wanted) => Some(say!(
            "Here the chain ends: no certificate at hand is named “{wanted}”.",
            wanted = name(&wanted.subject)
        )),
        End::SelfSigned => Some(say!(
            "Here the chain ends: this certificate names itself as its issuer, and the bundle does not hold it."
        )),
        End::WrongKey(wanted) => Some(say!(
            "Here the chain ends: “{wanted}” has the right name, but its key did not sign the certificate above.",
            wanted = name(&wanted.subject)
        )),
        End::Loop(wanted) => Some(say!(
            "Here the chain ends: “{wanted}” would come a second time.",
            wanted = name(&wanted.subject)
        )),
        End::TooDeep(_) => Some(say!(
            "Here the chain ends: it is longer than the client follows."
        )),
    }
}

/// A path in a list, by what it comes to.
pub(in crate::text) fn summary(status: PathStatus, choice: Choice, end: &End) -> Inlines {
    match (status, choice, end) {
        (PathStatus::Passed, Choice::Taken, _) => say!("valid: the path that the client goes"),
        (PathStatus::Passed, Choice::NotTaken, _) => {
            say!("valid, but the client does not go this way")
        }
        (PathStatus::Unchecked, _, _) => say!("not decided: a check could not be run"),
        (PathStatus::Failed, Choice::Taken, End::Anchored) => {
            say!("the path that the client goes: it leads to a root, but a check fails")
        }
        (PathStatus::Failed, Choice::NotTaken, End::Anchored) => {
            say!("leads to a root, but a check fails")
        }
        (PathStatus::Failed, Choice::Taken, _) => {
            say!("the path that the client goes: it leads to no root")
        }
        (PathStatus::Failed, Choice::NotTaken, _) => say!("leads to no root"),
    }
}

/// A check that did not pass, with the certificate.
pub(in crate::text) fn failure(check: CheckId, certificate: &Certificate) -> Inlines {
    say!(
        "{name}: {check}",
        name = cert(certificate),
        check = text(failed_check(check))
    )
}
