//! What works now and may not tomorrow, or elsewhere.

use super::super::words;
use crate::certificate::Certificate;
use crate::finding::{Fragility, Unneeded};
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, date, name};

pub(super) fn fragile_trust(fragility: &Fragility) -> FindingWords {
    match fragility {
        Fragility::CrossCertificate { cross, root } => words(
            say!(
                "This works only as long as the server sends “{cross}”.",
                cross = cert(cross)
            ),
            [say!(
                "Your bundle does not hold the root “{root}”. The connection works because the server also sends “{cross}” signed by “{issuer}” (a cross-certificate), which your bundle knows. Servers drop such certificates after some years. With “{root}” in your bundle it goes on working.",
                root = cert(root),
                cross = cert(cross),
                issuer = name(&cross.issuer)
            )],
        ),
        Fragility::RemovedAnchor { anchor, removal } => words(
            say!(
                "This works only with the root “{anchor}”, which was removed from the public list on {day}.",
                anchor = cert(anchor),
                day = date(removal.date)
            ),
            [say!(
                "Your bundle still holds “{anchor}”. Clients with a newer bundle refuse this server, and yours will too after its next update, unless the server's owner has moved to another root by then.",
                anchor = cert(anchor)
            )],
        ),
        Fragility::Expiry {
            certificate,
            not_after,
        } => words(
            say!(
                "This works only until “{name}” expires on {day}.",
                name = cert(certificate),
                day = date(*not_after)
            ),
            [say!(
                "The only valid path leads over “{name}”, signed by “{issuer}”. After {day} the client will refuse the connection.",
                name = cert(certificate),
                issuer = name(&certificate.issuer),
                day = date(*not_after)
            )],
        ),
    }
}

pub(super) fn out_of_order() -> FindingWords {
    words(
        say!("The server sends its certificates in the wrong order."),
        [say!(
            "Each certificate should be followed by the one that signed it, beginning with the server's own. Most clients sort them out; a few old ones refuse the connection."
        )],
    )
}

pub(super) fn unneeded(certificate: &Certificate, why: Unneeded) -> FindingWords {
    match why {
        Unneeded::OnNoPath => on_no_path(certificate),
        Unneeded::Repeated => words(
            say!(
                "“{name}” is there more than once.",
                name = cert(certificate)
            ),
            [say!(
                "What was given as the server's certificates holds it repeatedly. It does no harm; if it is the server that sends it so, its owner can leave the repetition out."
            )],
        ),
    }
}

fn on_no_path(certificate: &Certificate) -> FindingWords {
    words(
        say!(
            "The server sends “{name}”, which no path uses.",
            name = cert(certificate)
        ),
        [say!(
            "“{name}”, signed by “{issuer}”, has nothing to do with the server's own certificate. It does no harm, but the server's owner can leave it out.",
            name = cert(certificate),
            issuer = name(&certificate.issuer)
        )],
    )
}

pub(super) fn root_sent(root: &Certificate) -> FindingWords {
    words(
        say!(
            "The server sends the root certificate “{root}”, which no client needs from it.",
            root = cert(root)
        ),
        [say!(
            "A client trusts a root because it is in its own bundle, never because a server sent it. It does no harm, but the server's owner can leave it out."
        )],
    )
}

pub(super) fn order_sensitive(anchor: &Certificate) -> FindingWords {
    words(
        say!(
            "This works only because “{anchor}” stands before another certificate of its name in your bundle.",
            anchor = cert(anchor)
        ),
        [say!(
            "Your bundle holds several certificates of the name “{name}”, and nothing that the server sends tells which one is meant. This client takes the first that may fit and does not try the next. In another order it refuses the connection. Take the ones that are not needed out of the bundle.",
            name = name(&anchor.subject)
        )],
    )
}
