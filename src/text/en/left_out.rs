//! What stands in place of what is not shown.

use crate::doc::Inlines;
use crate::say;
use crate::text::number::counted;

/// Findings of one kind.
pub(in crate::text) fn findings(more: usize) -> Inlines {
    say!("{more} more of this kind", more = counted(more))
}

/// Where those findings are.
pub(in crate::text) fn findings_elsewhere() -> Inlines {
    say!("They are not shown here. The JSON report lists them all.")
}

/// Entries of a list.
pub(in crate::text) fn entries(more: usize) -> Inlines {
    say!(
        "{more} more are not shown here. The JSON report lists them all.",
        more = counted(more)
    )
}

/// Certificates in the middle of a path.
pub(in crate::text) fn certificates(more: usize) -> Inlines {
    say!("… and {more} more certificates", more = counted(more))
}

/// Why they are not drawn, where nothing is remarkable in them.
pub(in crate::text) const fn not_drawn() -> &'static str {
    "not drawn"
}

/// The same where certificates come round again.
pub(in crate::text) const fn in_circles() -> &'static str {
    "not drawn: the path goes in circles"
}
