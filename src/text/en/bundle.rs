//! The bundle, and the known roots.

use super::listed;
use crate::doc::{Inlines, code, field, text};
use crate::finding::Cert;
use crate::known::{FamilyRange, KnownRoot, Nearest, Release, Vintage};
use crate::location::Location;
use crate::remedy::WhySecond;
use crate::report::{BundleOrigin, BundleReport, CertificatePlace};
use crate::say;
use crate::text::name::date;

/// The title of a bundle check.
pub(in crate::text) fn title() -> Inlines {
    say!("Check of a CA bundle")
}

/// A bundle without fault.
pub(in crate::text) fn sound(count: usize) -> Inlines {
    say!("All {count} certificates in the file can be read.", count)
}

/// A bundle with faults.
pub(in crate::text) fn faulty(findings: usize) -> Inlines {
    match findings {
        1 => say!("One thing in this file needs attention."),
        _ => say!("{findings} things in this file need attention.", findings),
    }
}

/// The verdict on a bundle without fault.
pub(in crate::text) const fn sound_word() -> &'static str {
    "Sound"
}

/// The verdict on a bundle with faults.
pub(in crate::text) const fn faulty_word() -> &'static str {
    "Please look"
}

/// Where the bundle came from.
pub(in crate::text) fn origin(bundle: &BundleReport) -> Inlines {
    match (&bundle.origin, bundle.certificates) {
        (BundleOrigin::Given, 1) => say!("Your bundle holds one certificate."),
        (BundleOrigin::Given, count) => say!("Your bundle holds {count} certificates.", count),
        (BundleOrigin::Newest(name), count) => say!(
            "No bundle was given, so this was judged with the newest public list, {name}, which holds {count} certificates.",
            name = text(name.clone()),
            count
        ),
    }
}

/// A table of known roots that the user gave.
pub(in crate::text) fn custom_table() -> Inlines {
    say!(
        "**The list of known roots was given by you** and is not the public one. “Public” and “known” in this text mean: in the list that you gave."
    )
}

/// Which published bundle it is, or resembles.
pub(in crate::text) fn vintage(vintage: &Vintage) -> Inlines {
    match (&vintage.exact, &vintage.nearest) {
        (Some(release), _) => exact(release, &vintage.also),
        (None, Some(nearest)) => resembles(nearest),
        (None, None) => say!("It is none of the published bundles, and resembles none of them."),
    }
}

fn exact(release: &Release, also: &[Release]) -> Inlines {
    match (release.date, also.len()) {
        (Some(day), 0) => say!(
            "It is the bundle of {release}, published on {day}.",
            release = text(release.to_string()),
            day = date(day)
        ),
        (None, 0) => say!(
            "It is the bundle of {release}.",
            release = text(release.to_string())
        ),
        (Some(day), more) => say!(
            "It is the bundle of {release}, published on {day}; {more} other releases hold the same certificates.",
            release = text(release.to_string()),
            day = date(day),
            more
        ),
        (None, more) => say!(
            "It is the bundle of {release}; {more} other releases hold the same certificates.",
            release = text(release.to_string()),
            more
        ),
    }
}

fn resembles(nearest: &Nearest) -> Inlines {
    say!(
        "It resembles the bundle of {release} most: {missing} certificates of that one are missing, and {extra} others were added.",
        release = text(nearest.release.to_string()),
        missing = nearest.missing.len(),
        extra = nearest.extra.len()
    )
}

/// The public roots that it lacks.
pub(in crate::text) fn missing(certs: &[Cert]) -> Inlines {
    if certs.is_empty() {
        return say!("It lacks none of the public roots in force.");
    }
    say!(
        "Of the public roots in force it lacks {count}: {names}.",
        count = certs.len(),
        names = listed(certs)
    )
}

/// What it holds beyond the public list.
pub(in crate::text) fn extra(certs: &[Cert]) -> Inlines {
    say!(
        "Certificates in it that are not on the public list in force: {count}. They are {names}.",
        count = certs.len(),
        names = listed(certs)
    )
}

/// A certificate's place in the file.
pub(in crate::text) fn location(location: &Location) -> Inlines {
    say!(
        "{file}, line {line}",
        file = field(location.source.as_str()),
        line = location.line.0
    )
}

/// Where a certificate counts.
pub(in crate::text) const fn place(place: CertificatePlace) -> &'static str {
    match place {
        CertificatePlace::Presented => "sent by the server",
        CertificatePlace::Bundled => "in the bundle",
        CertificatePlace::Both => "sent by the server, and in the bundle",
    }
}

/// A certificate of the bundle that is a public root in force.
pub(in crate::text) const fn on_the_list() -> &'static str {
    "a public root in force"
}

/// A certificate of the bundle that is none.
pub(in crate::text) const fn not_on_the_list() -> &'static str {
    "not on the public list in force"
}

/// That a remedy was proven, and for which clients.
pub(in crate::text) fn proven(clients: &[String]) -> Inlines {
    say!(
        "**Proven:** the validation was run again with this change and passed, for {clients}.",
        clients = Inlines::join(clients.iter().map(code), ", ")
    )
}

/// Why a remedy comes second.
pub(in crate::text) fn why_second(why: WhySecond) -> Inlines {
    match why {
        WhySecond::DependsOnCrossCertificate => say!(
            "It comes second because it works only as long as the server sends a cross-certificate, a copy of the root signed by another CA."
        ),
        WhySecond::RemovedSince => {
            say!("It comes second because this root has been removed from the public list since.")
        }
        WhySecond::FartherUp => {
            say!("It comes second because another root is nearer the server's certificate.")
        }
        WhySecond::LargerChange => say!("It comes second because it changes more than the first."),
    }
}

/// The heading over the other remedies.
pub(in crate::text) const fn alternatives() -> &'static str {
    "Other ways that were proven to work"
}

/// The heading over the advice.
pub(in crate::text) const fn also_helpful() -> &'static str {
    "What else helps"
}

/// Said where there is neither remedy nor advice.
pub(in crate::text) fn nothing_to_do() -> Inlines {
    say!("There is nothing that you can do on this side. The first section says who can.")
}

/// The title over roots that were looked for.
pub(in crate::text) fn roots_title(query: &str) -> Inlines {
    if query.trim().is_empty() {
        say!("All known roots")
    } else {
        say!("Known roots for “{query}”", query = field(query.trim()))
    }
}

/// How many roots were found.
pub(in crate::text) fn roots_found(count: usize) -> Inlines {
    match count {
        0 => say!(
            "No known root has this name or thumbprint. That is no proof against it, but do not install a certificate only because it is asked for: ask your IT department where it comes from."
        ),
        1 => say!("One root was found."),
        _ => say!("{count} roots were found.", count),
    }
}

/// From when to when a root is valid.
pub(in crate::text) fn root_validity(root: KnownRoot<'_>) -> Inlines {
    say!(
        "{from} to {to}",
        from = date(root.not_before()),
        to = date(root.not_after())
    )
}

/// When a root left the public list.
pub(in crate::text) fn root_listed(root: KnownRoot<'_>) -> Inlines {
    match (root.removal(), root.in_certifi_since()) {
        (Some(removal), _) => say!(
            "removed on {day}: {release} is the first release without it",
            day = date(removal.date),
            release = text(removal.release.to_string())
        ),
        (None, Some(since)) => say!("on it since {release}", release = text(since.to_string())),
        (None, None) => say!("never on it"),
    }
}

/// An unbroken run of releases with a root.
pub(in crate::text) fn range(range: &FamilyRange) -> Inlines {
    if range.still_in {
        say!("{first} and later", first = text(range.first.to_string()))
    } else if range.first == range.last {
        text(range.first.to_string()).into()
    } else {
        say!(
            "{first} to {last}",
            first = text(range.first.to_string()),
            last = text(range.last.version.clone())
        )
    }
}
