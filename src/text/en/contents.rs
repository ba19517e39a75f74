//! What is in a bundle.

use super::{listed as few, quoted};
use crate::bundle::{Comparison, SameKey, ServiceId, ServiceStatus, StrictRule};
use crate::certificate::Certificate;
use crate::doc::{Inlines, field, text};
use crate::finding::Cert;
use crate::location::LineNumber;
use crate::say;
use crate::text::name::{cert, date, first_few};

/// How many certificates there are.
pub(in crate::text) fn total(total: usize, repeated: usize) -> Inlines {
    if repeated == 0 {
        say!("{total}", total)
    } else {
        say!(
            "{total}, repetitions counted; {repeated} of them stand there more than once",
            total,
            repeated
        )
    }
}

/// Certificates of one kind.
pub(in crate::text) fn listed(certificates: &[Cert]) -> Inlines {
    say!(
        "{count}: {names}",
        count = certificates.len(),
        names = few(certificates)
    )
}

const fn problem(rule: StrictRule) -> &'static str {
    match rule {
        StrictRule::AlgorithmFields => "it names two signature algorithms",
        StrictRule::NotACa => "it does not say that it is for a CA",
        StrictRule::PathLengthWithoutCertSign => "it limits paths without being for signing",
        StrictRule::EmptyName => "it has no name",
        StrictRule::NoSubjectKeyIdentifier => "it has no subject key identifier",
        StrictRule::BasicConstraintsNotCritical => "its basic constraints are not critical",
        StrictRule::KeyIdentifierCritical => "a key identifier is critical",
        StrictRule::NoKeyUsage => "it has no key usage",
        StrictRule::ExplicitCurve => "its curve is spelled out in place of a name",
    }
}

/// What Python 3.13 refuses, by the rule that is broken, with OpenSSL's number of it.
pub(in crate::text) fn refused_by_python(rules: &[(StrictRule, Vec<Cert>)]) -> Inlines {
    let group = |(rule, certificates): &(StrictRule, Vec<Cert>)| {
        say!(
            "{problem} (error {code}): {names}",
            problem = problem(*rule),
            code = rule.openssl_code(),
            names = few(certificates)
        )
    };
    say!(
        "{count}: {groups}",
        count = rules
            .iter()
            .map(|(_, certificates)| certificates.len())
            .sum::<usize>(),
        groups = Inlines::join(rules.iter().map(group), "; ")
    )
}

/// Certificates with the lines of all their places.
pub(in crate::text) fn repeated(certificates: &[(Cert, Vec<LineNumber>)]) -> Inlines {
    let one = |(certificate, lines): &(Cert, Vec<LineNumber>)| {
        let name = named(certificate);
        match first_few(lines, ", ", |line| Inlines::from(line.0)) {
            (lines, 0) => say!("{name} in lines {lines}", name, lines),
            (lines, more) => say!("{name} in lines {lines} and {more} more", name, lines, more),
        }
    };
    match first_few(certificates, "; ", one) {
        (all, 0) => all,
        (names, more) => say!("{names}; and {more} more", names, more),
    }
}

/// Private keys in the file.
pub(in crate::text) fn private_keys(count: usize) -> Inlines {
    say!("{count}; a bundle needs none", count)
}

/// A service.
pub(in crate::text) fn service(id: ServiceId) -> Inlines {
    match id {
        ServiceId::AmazonS3 => say!("Amazon S3 and CloudFront"),
        ServiceId::AutodeskFlow => {
            say!("Autodesk Flow Production Tracking (Shotgun), uploads and downloads")
        }
        ServiceId::Google => say!("Google"),
        ServiceId::LetsEncrypt => say!("Sites with certificates of Let's Encrypt"),
        ServiceId::Microsoft => say!("Microsoft and Azure"),
        ServiceId::DigiCert => say!("Sites with certificates of DigiCert"),
        ServiceId::GitHub => say!("GitHub"),
    }
}

/// Whether it works.
pub(in crate::text) fn status(status: &ServiceStatus) -> Inlines {
    match status {
        ServiceStatus::Served { by } => say!("should work, by {name}", name = named(by)),
        ServiceStatus::Fails {
            wanted,
            invalid: None,
        } => say!("**fails**: {name} is missing", name = named(wanted)),
        ServiceStatus::Fails {
            wanted,
            invalid: Some(invalid),
        } => say!(
            "**fails**: {invalid} is there, but not valid at this time, and {name} is missing",
            invalid = named(invalid),
            name = named(wanted)
        ),
    }
}

/// Above the services.
pub(in crate::text) fn services_intro() -> Inlines {
    say!(
        "Nothing was connected to. This follows from the roots in the file, from their validity, and from what \
         was known of each service's certificates on the day in the last column."
    )
}

/// Who says which roots a service needs, and when.
pub(in crate::text) fn known_from(source: &'static str, day: &'static str) -> Inlines {
    say!("{day}: {source}", day, source)
}

/// What two bundles have in common.
pub(in crate::text) fn compared(comparison: &Comparison) -> Inlines {
    let other = field(comparison.other.as_str());
    if comparison.is_empty() {
        return say!(
            "There is no difference to {other}: both hold the same {common} certificates.",
            other,
            common = comparison.common
        );
    }
    say!(
        "Compared with {other}: {common} certificates are in both. Only in this bundle: {added}. Only in the other: \
         {removed}. Same key, issued again: {reissued}. Same key, other name: {renamed}.",
        other,
        common = comparison.common,
        added = comparison.added.len(),
        removed = comparison.removed.len(),
        reissued = comparison.reissued.len(),
        renamed = comparison.renamed.len()
    )
}

/// A certificate of a table.
pub(in crate::text) fn certificate(certificate: &Certificate) -> Inlines {
    say!(
        "{name}, valid until {day}",
        name = named(certificate),
        day = date(certificate.validity.not_after)
    )
}

/// Two certificates of one key.
pub(in crate::text) fn pair(pair: &SameKey) -> Inlines {
    say!(
        "{name}, valid until {day}; in the other bundle {other}, valid until {then}, SHA-256 {digest}",
        name = named(&pair.this),
        day = date(pair.this.validity.not_after),
        other = named(&pair.other),
        then = date(pair.other.validity.not_after),
        digest = text(pair.other.sha256().to_string())
    )
}

fn named(certificate: &Certificate) -> Inlines {
    quoted(cert(certificate).into())
}
