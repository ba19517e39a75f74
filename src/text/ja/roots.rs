//! Known roots.

use crate::doc::{Inlines, field, text};
use crate::known::{FamilyRange, KnownRoot};
use crate::say;
use crate::text::name::date;

/// The title over roots that were looked for.
pub(in crate::text) fn title(query: &str) -> Inlines {
    if query.trim().is_empty() {
        say!("既知のルート証明書の一覧")
    } else {
        say!(
            "「{query}」に一致する既知のルート証明書",
            query = field(query.trim())
        )
    }
}

/// How many roots were found.
pub(in crate::text) fn found(count: usize) -> Inlines {
    if count == 0 {
        say!(
            "この名前または拇印（サムプリント）を持つ既知のルート証明書はありません。不正な証明書とはかぎりませんが、求められたという理由だけでインストールせず、出どころを IT 部門に確認してください。"
        )
    } else {
        say!("{count} 件のルート証明書が見つかりました。", count)
    }
}

/// From when to when a root is valid.
pub(in crate::text) fn validity(root: KnownRoot<'_>) -> Inlines {
    say!(
        "{from} から {to} まで",
        from = date(root.not_before()),
        to = date(root.not_after())
    )
}

/// When a root left the public list.
pub(in crate::text) fn listed(root: KnownRoot<'_>) -> Inlines {
    match (root.removal(), root.in_certifi_since()) {
        (Some(removal), _) => say!(
            "{day} に削除されました（{release} 以降は収録されていません）",
            day = date(removal.date),
            release = text(removal.release.to_string())
        ),
        (None, Some(since)) => say!(
            "{release} から収録されています",
            release = text(since.to_string())
        ),
        (None, None) => say!("収録されたことはありません"),
    }
}

/// An unbroken run of releases with a root.
pub(in crate::text) fn range(range: &FamilyRange) -> Inlines {
    if range.still_in {
        say!("{first} 以降", first = text(range.first.to_string()))
    } else if range.first == range.last {
        text(range.first.to_string()).into()
    } else {
        say!(
            "{first} から {last} まで",
            first = text(range.first.to_string()),
            last = text(range.last.version.clone())
        )
    }
}
