//! The bundle and what is in it.

use super::listed_held;
use crate::doc::{Inlines, field, text};
use crate::known::{Nearest, Release, Vintage};
use crate::location::Location;
use crate::report::{BundleOrigin, BundleReport, CertificatePlace, KnownRootFacts};
use crate::say;
use crate::store::Held;
use crate::text::name::date;
use std::sync::Arc;

/// The title of a bundle check.
pub(in crate::text) fn title() -> Inlines {
    say!("Check of a CA bundle")
}

/// A bundle without fault.
pub(in crate::text) fn sound(count: usize) -> Inlines {
    if count == 1 {
        say!("The one certificate in the file can be read.")
    } else {
        say!("All {count} certificates in the file can be read.", count)
    }
}

/// A file that is no bundle.
pub(in crate::text) fn no_certificate() -> Inlines {
    say!("There is no certificate in this file.")
}

/// A bundle with faults.
pub(in crate::text) fn faulty(findings: usize) -> Inlines {
    if findings == 1 {
        say!("One thing in this file needs attention.")
    } else {
        say!("{findings} things in this file need attention.", findings)
    }
}

/// The verdict on a bundle without fault.
pub(in crate::text) const fn sound_word() -> &'static str {
    "Sound"
}

/// The verdict on a bundle with faults.
pub(in crate::text) const fn faulty_word() -> &'static str {
    "Needs attention"
}

/// Where the bundle came from.
pub(in crate::text) fn origin(bundle: &BundleReport) -> Inlines {
    match (&bundle.origin, bundle.certificates) {
        (BundleOrigin::Given, 0) => say!("Your bundle holds no certificate, so it trusts nobody."),
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
            "It is the bundle of {release}, published on {day}. Other releases with the same certificates: {more}.",
            release = text(release.to_string()),
            day = date(day),
            more
        ),
        (None, more) => say!(
            "It is the bundle of {release}. Other releases with the same certificates: {more}.",
            release = text(release.to_string()),
            more
        ),
    }
}

fn resembles(nearest: &Nearest) -> Inlines {
    say!(
        "It resembles the bundle of {release} most. Certificates of that bundle that it lacks: {missing}. Others that it has: {extra}.",
        release = text(nearest.release.to_string()),
        missing = nearest.missing.len(),
        extra = nearest.extra.len()
    )
}

/// The public roots that it lacks.
pub(in crate::text) fn missing(held: &[Arc<Held>]) -> Inlines {
    if held.is_empty() {
        return say!("It lacks none of the public roots in force.");
    }
    say!(
        "Public roots in force that it lacks ({count}): {names}.",
        count = held.len(),
        names = listed_held(held)
    )
}

/// What it holds beyond the public list.
pub(in crate::text) fn extra(held: &[Arc<Held>]) -> Inlines {
    say!(
        "Certificates in it that are not on the public list in force ({count}): {names}.",
        count = held.len(),
        names = listed_held(held)
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
        CertificatePlace::SetAside => "in the file, but no trust anchor",
        CertificatePlace::Bundled => "in the bundle",
        CertificatePlace::Both => "sent by the server, and in the bundle",
    }
}

/// What the table of known roots says of a certificate.
pub(in crate::text) fn known_root(facts: Option<&KnownRootFacts>) -> Inlines {
    match facts {
        None => say!("not a known root"),
        Some(KnownRootFacts {
            removal: Some(removal),
            ..
        }) => say!(
            "removed on {day}: {release} is the first release without it",
            day = date(removal.date),
            release = text(removal.release.to_string())
        ),
        Some(KnownRootFacts {
            since: Some(since), ..
        }) => say!("on it since {since}", since = text(since.clone())),
        Some(KnownRootFacts { since: None, .. }) => say!("a known root"),
    }
}
