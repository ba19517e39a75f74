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
    say!("CA バンドルの点検")
}

/// A bundle without fault.
pub(in crate::text) fn sound(count: usize) -> Inlines {
    say!("ファイル内の証明書 {count} 件をすべて読み取れます。", count)
}

/// A file that is no bundle.
pub(in crate::text) fn no_certificate() -> Inlines {
    say!("このファイルには証明書が 1 つもありません。")
}

/// A bundle with faults.
pub(in crate::text) fn faulty(findings: usize) -> Inlines {
    say!(
        "このファイルには、確認が必要な点が {findings} 件あります。",
        findings
    )
}

/// The verdict on a bundle without fault.
pub(in crate::text) const fn sound_word() -> &'static str {
    "問題なし"
}

/// The verdict on a bundle with faults.
pub(in crate::text) const fn faulty_word() -> &'static str {
    "要確認"
}

/// Where the bundle came from.
pub(in crate::text) fn origin(bundle: &BundleReport) -> Inlines {
    match (&bundle.origin, bundle.certificates) {
        (BundleOrigin::Given, 0) => {
            say!("お使いのバンドルには証明書が 1 件もないため、どのサーバーも信頼されません。")
        }
        (BundleOrigin::Given, count) => {
            say!("お使いのバンドルには {count} 件の証明書があります。", count)
        }
        (BundleOrigin::Newest(name), count) => say!(
            "バンドルが入力されていないため、最新の公的な一覧（{name}、{count} 件）を使って判定しました。",
            name = text(name.clone()),
            count
        ),
    }
}

/// A table of known roots that the user gave.
pub(in crate::text) fn custom_table() -> Inlines {
    say!(
        "**既知のルート証明書の一覧には、入力されたものを使いました。**実際の公的な一覧ではありません。この文書の「公的」と「既知」は、入力された一覧に含まれていることを意味します。"
    )
}

/// Which published bundle it is, or resembles.
pub(in crate::text) fn vintage(vintage: &Vintage) -> Inlines {
    match (&vintage.exact, &vintage.nearest) {
        (Some(release), _) => exact(release, &vintage.also),
        (None, Some(nearest)) => resembles(nearest),
        (None, None) => say!("公開されているどのバンドルとも異なり、似ているものもありません。"),
    }
}

fn exact(release: &Release, also: &[Release]) -> Inlines {
    match (release.date, also.len()) {
        (Some(day), 0) => say!(
            "{day} に公開された {release} のバンドルです。",
            day = date(day),
            release = text(release.to_string())
        ),
        (None, 0) => say!(
            "{release} のバンドルです。",
            release = text(release.to_string())
        ),
        (Some(day), more) => say!(
            "{day} に公開された {release} のバンドルです。ほかに {more} 件のリリースが同じ証明書を収録しています。",
            day = date(day),
            release = text(release.to_string()),
            more
        ),
        (None, more) => say!(
            "{release} のバンドルです。ほかに {more} 件のリリースが同じ証明書を収録しています。",
            release = text(release.to_string()),
            more
        ),
    }
}

fn resembles(nearest: &Nearest) -> Inlines {
    say!(
        "最も近いのは {release} のバンドルです。そのうち {missing} 件がなく、別の {extra} 件が追加されています。",
        release = text(nearest.release.to_string()),
        missing = nearest.missing.len(),
        extra = nearest.extra.len()
    )
}

/// The public roots that it lacks.
pub(in crate::text) fn missing(held: &[Arc<Held>]) -> Inlines {
    if held.is_empty() {
        return say!("現在の公的なルート証明書は、すべて含まれています。");
    }
    say!(
        "現在の公的なルート証明書のうち、次の {count} 件が足りません: {names}",
        count = held.len(),
        names = listed_held(held)
    )
}

/// What it holds beyond the public list.
pub(in crate::text) fn extra(held: &[Arc<Held>]) -> Inlines {
    say!(
        "現在の公的な一覧にない証明書が、次の {count} 件あります: {names}",
        count = held.len(),
        names = listed_held(held)
    )
}

/// A certificate's place in the file.
pub(in crate::text) fn location(location: &Location) -> Inlines {
    say!(
        "{file} の {line} 行目",
        file = field(location.source.as_str()),
        line = location.line.0
    )
}

/// Where a certificate counts.
pub(in crate::text) const fn place(place: CertificatePlace) -> &'static str {
    match place {
        CertificatePlace::Presented => "サーバーが送信",
        CertificatePlace::SetAside => "ファイルにあるが、トラストアンカーではない",
        CertificatePlace::Bundled => "バンドルに収録",
        CertificatePlace::Both => "サーバーが送信、バンドルにも収録",
    }
}

/// What the table of known roots says of a certificate.
pub(in crate::text) fn known_root(facts: Option<&KnownRootFacts>) -> Inlines {
    match facts {
        None => say!("既知のルート証明書ではありません"),
        Some(KnownRootFacts {
            removal: Some(removal),
            ..
        }) => say!(
            "{day} に削除されました（{release} 以降は収録されていません）",
            day = date(removal.date),
            release = text(removal.release.to_string())
        ),
        Some(KnownRootFacts {
            since: Some(since), ..
        }) => say!("{since} から収録されています", since = text(since.clone())),
        Some(KnownRootFacts { since: None, .. }) => say!("既知のルート証明書です"),
    }
}
