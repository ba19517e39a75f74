//! What stands in place of what is not shown.

use crate::doc::Inlines;
use crate::say;
use crate::text::number::counted;

/// Findings of one kind.
pub(in crate::text) fn findings(more: usize) -> Inlines {
    say!(
        "同じ種類の指摘がほかに {more} 件あります",
        more = counted(more)
    )
}

/// Where those findings are.
pub(in crate::text) fn findings_elsewhere() -> Inlines {
    say!("ここでは省略しています。JSON 形式のレポートにはすべて含まれています。")
}

/// Entries of a list.
pub(in crate::text) fn entries(more: usize) -> Inlines {
    say!(
        "ほかに {more} 件ありますが、ここでは省略しています。JSON 形式のレポートにはすべて含まれています。",
        more = counted(more)
    )
}

/// Certificates in the middle of a path.
pub(in crate::text) fn certificates(more: usize) -> Inlines {
    say!("…ほか {more} 件の証明書", more = counted(more))
}

/// Why they are not drawn, where nothing is remarkable in them.
pub(in crate::text) const fn not_drawn() -> &'static str {
    "図では省略"
}

/// The same where certificates come round again.
pub(in crate::text) const fn in_circles() -> &'static str {
    "図では省略: 経路が同じ証明書を何度も通っています"
}
