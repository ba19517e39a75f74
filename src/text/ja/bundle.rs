//! The bundle, and the known roots.

use super::listed;
use crate::doc::{Inlines, code, field, text};
use crate::finding::Cert;
use crate::known::{FamilyRange, KnownRoot, Nearest, Release, Vintage};
use crate::location::Location;
use crate::remedy::WhySecond;
use crate::report::{BundleOrigin, BundleReport, CertificatePlace};
use crate::say;
use crate::text::name::date;

/// The title of a bundle check.
pub(in crate::text) fn title() -> Inlines {
    say!("CA バンドルの点検")
}

/// A bundle without fault.
pub(in crate::text) fn sound(count: usize) -> Inlines {
    say!("ファイル内の証明書 {count} 件をすべて読み取れます。", count)
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
pub(in crate::text) fn missing(certs: &[Cert]) -> Inlines {
    if certs.is_empty() {
        return say!("現在の公的なルート証明書は、すべて含まれています。");
    }
    say!(
        "現在の公的なルート証明書のうち、{count} 件が足りません: {names}。",
        count = certs.len(),
        names = listed(certs)
    )
}

/// What it holds beyond the public list.
pub(in crate::text) fn extra(certs: &[Cert]) -> Inlines {
    say!(
        "現在の公的な一覧にない証明書が {count} 件あります: {names}。",
        count = certs.len(),
        names = listed(certs)
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
        CertificatePlace::Bundled => "バンドルに収録",
        CertificatePlace::Both => "サーバーが送信、バンドルにも収録",
    }
}

/// A certificate of the bundle that is a public root in force.
pub(in crate::text) const fn on_the_list() -> &'static str {
    "現在の公的なルート証明書"
}

/// A certificate of the bundle that is none.
pub(in crate::text) const fn not_on_the_list() -> &'static str {
    "現在の公的な一覧にはありません"
}

/// That a remedy was proven, and for which clients.
pub(in crate::text) fn proven(clients: &[String]) -> Inlines {
    say!(
        "**実証済み:** この変更を加えて検証をやり直し、{clients} で成功することを確認しました。",
        clients = Inlines::join(clients.iter().map(code), "、")
    )
}

/// Why a remedy comes second.
pub(in crate::text) fn why_second(why: WhySecond) -> Inlines {
    match why {
        WhySecond::DependsOnCrossCertificate => say!(
            "この方法が有効なのは、サーバーがクロス署名証明書（ルート証明書に別の認証局が署名した写し）を送信している間だけなので、次善の方法です。"
        ),
        WhySecond::RemovedSince => {
            say!("このルート証明書はその後、公的な一覧から削除されたため、次善の方法です。")
        }
        WhySecond::FartherUp => {
            say!("サーバーの証明書により近いルート証明書がほかにあるため、次善の方法です。")
        }
        WhySecond::LargerChange => say!("最初の方法より変更する範囲が大きいため、次善の方法です。"),
    }
}

/// The heading over the other remedies.
pub(in crate::text) const fn alternatives() -> &'static str {
    "そのほかの実証済みの方法"
}

/// The heading over the advice.
pub(in crate::text) const fn also_helpful() -> &'static str {
    "そのほかにできること"
}

/// Said where there is neither remedy nor advice.
pub(in crate::text) fn nothing_to_do() -> Inlines {
    say!(
        "お使いの環境でできる対処はありません。対応が必要な人については、最初の説明を参照してください。"
    )
}

/// The title over roots that were looked for.
pub(in crate::text) fn roots_title(query: &str) -> Inlines {
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
pub(in crate::text) fn roots_found(count: usize) -> Inlines {
    match count {
        0 => say!(
            "この名前または拇印（サムプリント）を持つ既知のルート証明書はありません。不正な証明書とはかぎりませんが、求められたという理由だけでインストールせず、出どころを IT 部門に確認してください。"
        ),
        _ => say!("{count} 件のルート証明書が見つかりました。", count),
    }
}

/// From when to when a root is valid.
pub(in crate::text) fn root_validity(root: KnownRoot<'_>) -> Inlines {
    say!(
        "{from} から {to} まで",
        from = date(root.not_before()),
        to = date(root.not_after())
    )
}

/// When a root left the public list.
pub(in crate::text) fn root_listed(root: KnownRoot<'_>) -> Inlines {
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
