//! Too early, too late.

use super::super::words;
use crate::certificate::Certificate;
use crate::moment::Moment;
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, date, name};

pub(super) fn expired(certificate: &Certificate, not_after: Moment) -> FindingWords {
    words(
        say!(
            "The certificate “{name}” expired on {day}.",
            name = cert(certificate),
            day = date(not_after)
        ),
        [
            say!(
                "“{name}”, signed by “{issuer}”, was valid until {day}. After that day clients refuse it, and there is no other valid path. The server's owner has to renew it; nothing in your bundle can change this.",
                name = cert(certificate),
                issuer = name(&certificate.issuer),
                day = date(not_after)
            ),
            say!(
                "Check the date of your own computer first: a clock that runs ahead gives the same error."
            ),
        ],
    )
}

pub(super) fn not_yet_valid(certificate: &Certificate, not_before: Moment) -> FindingWords {
    words(
        say!(
            "The certificate “{name}” is valid only from {day} on.",
            name = cert(certificate),
            day = date(not_before)
        ),
        [say!(
            "“{name}”, signed by “{issuer}”, begins on {day}, which is later than the time this was judged for. Either the clock is behind, or the server uses its new certificate too early.",
            name = cert(certificate),
            issuer = name(&certificate.issuer),
            day = date(not_before)
        )],
    )
}

pub(super) fn expired_root(root: &Certificate, not_after: Moment) -> FindingWords {
    words(
        say!(
            "The root certificate “{root}” in your CA bundle expired on {day}.",
            root = cert(root),
            day = date(not_after)
        ),
        [say!(
            "The server's chain leads to “{root}”, and your bundle holds it only in a form that ended on {day}. This client checks the dates of roots, while some others do not. A current bundle solves it.",
            root = cert(root),
            day = date(not_after)
        )],
    )
}

pub(super) fn clock_wrong(
    at: Moment,
    not_before: Moment,
    certificate: &Certificate,
) -> FindingWords {
    words(
        say!(
            "The client's clock says {day}, which cannot be right.",
            day = date(at)
        ),
        [say!(
            "The server sends “{name}”, which did not exist before {begin}. So it is later than that, and the clock that says {day} is wrong. With a wrong clock every certificate looks as if it were not valid.",
            name = cert(certificate),
            begin = date(not_before),
            day = date(at)
        )],
    )
}

pub(super) fn expires_soon(
    certificate: &Certificate,
    not_after: Moment,
    days: i64,
) -> FindingWords {
    let title = if days == 1 {
        say!(
            "The certificate “{name}” expires in one day.",
            name = cert(certificate)
        )
    } else {
        say!(
            "The certificate “{name}” expires in {days} days.",
            name = cert(certificate),
            days
        )
    };
    words(
        title,
        [say!(
            "“{name}” is valid until {day}. If it has not been replaced by then, clients will refuse the connection.",
            name = cert(certificate),
            day = date(not_after)
        )],
    )
}
