//! Known roots.

use crate::doc::{Inlines, field, text};
use crate::known::{FamilyRange, KnownRoot};
use crate::say;
use crate::text::name::date;

/// The title over roots that were looked for.
pub(in crate::text) fn title(query: &str) -> Inlines {
    if query.trim().is_empty() {
        say!("All known roots")
    } else {
        say!("Known roots for “{query}”", query = field(query.trim()))
    }
}

/// How many roots were found.
pub(in crate::text) fn found(count: usize) -> Inlines {
    match count {
        0 => say!(
            "No known root has this name or thumbprint. That is no proof against it, but do not install a certificate only because it is asked for: ask your IT department where it comes from."
        ),
        1 => say!("One root was found."),
        _ => say!("{count} roots were found.", count),
    }
}

/// From when to when a root is valid.
pub(in crate::text) fn validity(root: KnownRoot<'_>) -> Inlines {
    say!(
        "{from} to {to}",
        from = date(root.not_before()),
        to = date(root.not_after())
    )
}

/// When a root left the public list.
pub(in crate::text) fn listed(root: KnownRoot<'_>) -> Inlines {
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
