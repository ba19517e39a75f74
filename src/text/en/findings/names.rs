//! For which names a certificate counts.

use super::super::{quoted, words};
use crate::certificate::Certificate;
use crate::check::NameRefusal;
use crate::check::name_constraints::{Violation, ViolationKind};
use crate::check::server_name::{Hint, PresentedName};
use crate::doc::{Inlines, field, text};
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, first_few, general, name};

pub(super) fn host_mismatch(leaf: &Certificate, host: &str, refusal: &NameRefusal) -> FindingWords {
    let valid_for = match first_few(&refusal.valid_for, ", ", |name| quoted(presented(name))) {
        (names, _) if names.is_empty() => None,
        (names, 0) => Some(say!("The certificate is valid for {names}.", names)),
        (names, more) => Some(say!(
            "The certificate is valid for {names} and {more} more.",
            names,
            more
        )),
    };
    let paragraphs = [valid_for, refusal.hint.as_ref().map(hint)];
    words(
        say!(
            "The server's certificate is not valid for the name “{host}”.",
            host = field(host)
        ),
        [say!(
            "The client connects to “{host}”, and the server answers with the certificate “{leaf}”, signed by “{issuer}”, in which that name does not stand. So the client cannot know that it reached the server that it meant.",
            host = field(host),
            leaf = cert(leaf),
            issuer = name(&leaf.issuer)
        )]
        .into_iter()
        .chain(paragraphs.into_iter().flatten()),
    )
}

fn presented(name: &PresentedName) -> Inlines {
    match name {
        PresentedName::Dns(name) | PresentedName::CommonName(name) => field(name).into(),
        PresentedName::Ip(address) => text(address.to_string()).into(),
    }
}

fn hint(hint: &Hint) -> Inlines {
    match hint {
        Hint::WildcardCoversOneLabelOnly {
            pattern,
            in_its_place,
        } => say!(
            "The star in “{pattern}” stands for one part without dots, and “{place}” has a dot in it. This is common with S3 bucket names that contain dots; use the path-style address of the bucket instead.",
            pattern = presented(pattern),
            place = field(in_its_place)
        ),
        Hint::WildcardNeedsALabel { pattern } => say!(
            "The star in “{pattern}” stands for one part that has to be there; the domain alone is not covered.",
            pattern = presented(pattern)
        ),
        Hint::WildcardNotTaken { pattern } => say!(
            "Some clients accept “{pattern}” for this name. This client does not take a star in that place.",
            pattern = presented(pattern)
        ),
        Hint::OnlyInCommonName { name } => say!(
            "“{name}” stands only in the common name of the certificate. Current clients look at the list of alternative names alone.",
            name = presented(name)
        ),
        Hint::AddressAsText { name } => say!(
            "The address “{name}” stands in the certificate as text, in a field for host names. Clients look for it in the field for addresses.",
            name = presented(name)
        ),
        Hint::WwwDiffers { name } => say!(
            "The certificate is for “{name}”: the two names differ only by the `www.` at the beginning.",
            name = presented(name)
        ),
        Hint::NoNames => say!("The certificate does not contain any host name at all."),
    }
}

pub(super) fn constraints(ca: &Certificate, violation: Option<&Violation>) -> FindingWords {
    let why = match violation.map(|violation| violation.kind) {
        Some(ViolationKind::NotPermitted) => say!(
            "“{ca}” lists the names that it may issue certificates for (name constraints), and a certificate below it has a name outside that list.",
            ca = cert(ca)
        ),
        Some(ViolationKind::Excluded) => say!(
            "“{ca}” lists names that it must not issue certificates for (name constraints), and a certificate below it has such a name.",
            ca = cert(ca)
        ),
        Some(ViolationKind::UnsupportedForm) => say!(
            "“{ca}” restricts names of a form that cannot be compared here, and a certificate below it has a name of that form.",
            ca = cert(ca)
        ),
        Some(ViolationKind::Malformed) => say!(
            "“{ca}” restricts the names that it may issue certificates for, but a name or the restriction itself is malformed, so that they cannot be compared.",
            ca = cert(ca)
        ),
        None => say!(
            "“{ca}” restricts the names that it may issue certificates for, but the restriction cannot be read.",
            ca = cert(ca)
        ),
    };
    words(
        say!(
            "The CA “{ca}”, issued by “{issuer}”, may not issue certificates for this name.",
            ca = cert(ca),
            issuer = name(&ca.issuer)
        ),
        core::iter::once(why)
            .chain(violation.and_then(what_is_outside))
            .chain([            say!(
                "Only the CA can solve this, by issuing a certificate under a CA that is allowed to. A change of your bundle does not help."
            ),
        ]),
    )
}

fn what_is_outside(violation: &Violation) -> Option<Inlines> {
    match (&violation.name, &violation.constraint) {
        (Some(name), Some(constraint)) => Some(say!(
            "The name is “{name}”, and the constraint is “{constraint}”.",
            name = general(name),
            constraint = general(constraint)
        )),
        (Some(name), None) => Some(say!("The name is “{name}”.", name = general(name))),
        (None, Some(constraint)) => Some(say!(
            "The constraint is “{constraint}”.",
            constraint = general(constraint)
        )),
        (None, None) => None,
    }
}
