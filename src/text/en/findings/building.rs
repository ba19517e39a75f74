//! What went wrong while the client looked for a path.

use super::super::{listed, words};
use crate::certificate::{Certificate, Malformed};
use crate::doc::{Inlines, field};
use crate::finding::{OldPathBuilder, SameName};
use crate::location::Location;
use crate::moment::Moment;
use crate::path::Limit;
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, date, name};

pub(super) fn expired_cross_certificate(
    certificate: &Certificate,
    not_after: Moment,
    valid_anchor: &Certificate,
) -> FindingWords {
    words(
        say!(
            "The client follows “{name}”, which expired on {day}, although it can do without.",
            name = cert(certificate),
            day = date(not_after)
        ),
        [say!(
            "There are two ways from the server's certificate to a root. One leads over “{name}”, which ended on {day}; the other ends at the valid root “{anchor}”. This client takes the first: the root of the second is not in its bundle, or it does not look for a second way.",
            name = cert(certificate),
            day = date(not_after),
            anchor = cert(valid_anchor)
        )],
    )
}

pub(super) fn old_path_builder(evidence: &OldPathBuilder) -> FindingWords {
    let name = || cert(&evidence.stopped_at);
    let anchor = || cert(&evidence.valid_anchor);
    let why = if evidence.is_named_like_its_ca() {
        say!(
            "“{name}” has the same name as the CA that signed it, and no key identifiers that tell the two apart. This client therefore takes it for a certificate that signed itself, and asks for no signer; “{anchor}” in the bundle has the key that did sign it. The bundle is not wrong. Who made the certificate can help: the server needs a new one under a name that is not its CA's.",
            name = name(),
            anchor = anchor()
        )
    } else {
        say!(
            "This client follows the chain exactly as the server sends it, up to “{name}”, and finds no root for that one. It never asks whether a certificate further down is already in the bundle: “{anchor}” is, and most clients of today end there. So the bundle is not wrong; this client searches in a simpler way.",
            name = name(),
            anchor = anchor()
        )
    };
    words(
        say!(
            "The client stops at “{name}”, although a valid path exists.",
            name = cert(&evidence.stopped_at)
        ),
        core::iter::once(why)
        .chain(evidence.removed.as_ref().map(|(root, removal)| {
            say!(
                "Older bundles hold “{root}”, at which the chain as it is sent ends. It was removed from the public list on {day}, so that a newer bundle broke this client: it still works with an older one.",
                root = cert(root),
                day = date(removal.date)
            )
        })),
    )
}

pub(super) fn same_name_different_key(evidence: &SameName) -> FindingWords {
    let wanted = || name(&evidence.below.issuer);
    let known = (!evidence.known.is_empty()).then(|| {
        say!(
            "The list of public roots holds that name too, and that key did not sign it either: {names}.",
            names = listed(&evidence.known)
        )
    });
    let more = [
        known,
        Some(say!(
            "Two certificates can carry the same name when a CA was renewed with a new key, or when somebody imitates it. Only the fingerprint tells them apart, so compare fingerprints and not names."
        )),
    ];
    words(
        say!(
            "A certificate named “{wanted}” is there, but it has another key.",
            wanted = wanted()
        ),
        [say!(
            "“{below}” says that “{wanted}” signed it. The certificates of that name at hand do not fit: their key did not make this signature.",
            below = cert(&evidence.below),
            wanted = wanted()
        )]
        .into_iter()
        .chain(more.into_iter().flatten()),
    )
}

pub(super) fn limit_reached(limit: Option<Limit>) -> FindingWords {
    let title = match limit {
        Some(Limit::Signatures) => say!("The search was stopped: too many signatures to verify."),
        Some(Limit::Attempts) => say!("The search was stopped: too many possible paths."),
        Some(Limit::Candidates) => {
            say!("The search was stopped: too many certificates with the same names.")
        }
        None => say!("A check was stopped: too many names to compare with name constraints."),
    };
    words(
        title,
        [say!(
            "These certificates can be combined in so many ways that not all of them were tried. What was not tried is not known, so the answer is open. Real servers do not come near this limit."
        )],
    )
}

pub(super) fn malformed(location: Option<&Location>, reason: Malformed) -> FindingWords {
    let title = if let Some(place) = location {
        say!(
            "The certificate in {file}, line {line}, cannot be read.",
            file = field(place.source.as_str()),
            line = place.line.0
        )
    } else {
        say!("A certificate cannot be read.")
    };
    words(title, [malformation(reason)])
}

fn malformation(reason: Malformed) -> Inlines {
    match reason {
        Malformed::Structure => say!(
            "The data does not have the structure of a certificate. It was left out; the file may be damaged, or hold something else."
        ),
        Malformed::ToBeSigned => say!(
            "The data looks like a certificate from outside, but its content is broken. It was left out; obtain the file again."
        ),
        Malformed::TrailingBytes => say!(
            "More data follows where the certificate should end. It was left out, since clients refuse it as well; obtain the file again."
        ),
        Malformed::Name => say!(
            "The name of its owner or of its issuer is broken. It was left out; obtain the file again."
        ),
    }
}
