//! What is in a bundle.

use super::{listed as few, quoted};
use crate::bundle::{Comparison, SameKey, ServiceId, ServiceStatus, StrictRule};
use crate::certificate::Certificate;
use crate::doc::{Inlines, field, text};
use crate::finding::Cert;
use crate::location::LineNumber;
use crate::say;
use crate::text::name::{cert, date, first_few};

/// How many certificates there are.
pub(in crate::text) fn total(total: usize, repeated: usize) -> Inlines {
    if repeated == 0 {
        say!("{total} 件", total)
    } else {
        say!(
            "重複を含めて {total} 件（うち {repeated} 件は複数回あります）",
            total,
            repeated
        )
    }
}

/// Certificates of one kind.
pub(in crate::text) fn listed(certificates: &[Cert]) -> Inlines {
    say!(
        "{count} 件：{names}",
        count = certificates.len(),
        names = few(certificates)
    )
}

const fn problem(rule: StrictRule) -> &'static str {
    match rule {
        StrictRule::AlgorithmFields => "署名アルゴリズムの二つの欄が異なります",
        StrictRule::NotACa => "CA 用であることが示されていません",
        StrictRule::PathLengthWithoutCertSign => "署名用の鍵でないのにパスの長さを制限しています",
        StrictRule::EmptyName => "名前がありません",
        StrictRule::NoSubjectKeyIdentifier => "サブジェクト鍵識別子がありません",
        StrictRule::BasicConstraintsNotCritical => "基本制約がクリティカルではありません",
        StrictRule::KeyIdentifierCritical => "鍵識別子がクリティカルです",
        StrictRule::NoKeyUsage => "鍵用途がありません",
        StrictRule::ExplicitCurve => "楕円曲線が名前ではなくパラメーターで書かれています",
    }
}

/// What Python 3.13 refuses, by the rule that is broken, with OpenSSL's number of it.
pub(in crate::text) fn refused_by_python(rules: &[(StrictRule, Vec<Cert>)]) -> Inlines {
    let group = |(rule, certificates): &(StrictRule, Vec<Cert>)| {
        say!(
            "{problem}（エラー {code}）：{names}",
            problem = problem(*rule),
            code = rule.openssl_code(),
            names = few(certificates)
        )
    };
    say!(
        "{count} 件。{groups}",
        count = rules
            .iter()
            .map(|(_, certificates)| certificates.len())
            .sum::<usize>(),
        groups = Inlines::join(rules.iter().map(group), "／")
    )
}

/// Certificates with the lines of all their places.
pub(in crate::text) fn repeated(certificates: &[(Cert, Vec<LineNumber>)]) -> Inlines {
    let one = |(certificate, lines): &(Cert, Vec<LineNumber>)| {
        let name = named(certificate);
        match first_few(lines, "、", |line| Inlines::from(line.0)) {
            (lines, 0) => say!("{name}（{lines} 行目）", name, lines),
            (lines, more) => say!("{name}（{lines} 行目ほか {more} か所）", name, lines, more),
        }
    };
    match first_few(certificates, "、", one) {
        (all, 0) => all,
        (names, more) => say!("{names}ほか {more} 件", names, more),
    }
}

/// Private keys in the file.
pub(in crate::text) fn private_keys(count: usize) -> Inlines {
    say!("{count} 件（バンドルには不要です）", count)
}

/// A service.
pub(in crate::text) fn service(id: ServiceId) -> Inlines {
    match id {
        ServiceId::AmazonS3 => say!("Amazon S3 と CloudFront"),
        ServiceId::AutodeskFlow => {
            say!("Autodesk Flow Production Tracking（Shotgun）のアップロードとダウンロード")
        }
        ServiceId::Google => say!("Google"),
        ServiceId::LetsEncrypt => say!("Let's Encrypt の証明書を使うサイト"),
        ServiceId::Microsoft => say!("Microsoft と Azure"),
        ServiceId::DigiCert => say!("DigiCert の証明書を使うサイト"),
        ServiceId::GitHub => say!("GitHub"),
    }
}

/// Whether it works.
pub(in crate::text) fn status(status: &ServiceStatus) -> Inlines {
    match status {
        ServiceStatus::Served { by } => {
            say!("{name}により、接続できる見込みです", name = named(by))
        }
        ServiceStatus::Fails {
            wanted,
            invalid: None,
        } => say!("**失敗します**。{name}がありません", name = named(wanted)),
        ServiceStatus::Fails {
            wanted,
            invalid: Some(invalid),
        } => say!(
            "**失敗します**。{invalid}はありますが、この時点では有効ではなく、{name}はありません",
            invalid = named(invalid),
            name = named(wanted)
        ),
    }
}

/// Above the services.
pub(in crate::text) fn services_intro() -> Inlines {
    say!(
        "実際の接続はしていません。ファイルにあるルート証明書とその有効期間、\
         および最後の列の日付の時点で知られている各サービスの証明書から導いた結果です。"
    )
}

/// Who says which roots a service needs, and when.
pub(in crate::text) fn known_from(source: &'static str, day: &'static str) -> Inlines {
    say!("{day}：{source}", day, source)
}

/// What two bundles have in common.
pub(in crate::text) fn compared(comparison: &Comparison) -> Inlines {
    let other = field(comparison.other.as_str());
    if comparison.is_empty() {
        return say!(
            "{other} との違いはありません。どちらにも同じ {common} 件の証明書があります。",
            other,
            common = comparison.common
        );
    }
    say!(
        "{other} との比較：両方にあるもの {common} 件、このバンドルだけにあるもの {added} 件、\
         相手だけにあるもの {removed} 件、同じ鍵で再発行されたもの {reissued} 件、\
         同じ鍵で名前が異なるもの {renamed} 件。",
        other,
        common = comparison.common,
        added = comparison.added.len(),
        removed = comparison.removed.len(),
        reissued = comparison.reissued.len(),
        renamed = comparison.renamed.len()
    )
}

/// A certificate of a table.
pub(in crate::text) fn certificate(certificate: &Certificate) -> Inlines {
    say!(
        "{name}（有効期限 {day}）",
        name = named(certificate),
        day = date(certificate.validity.not_after)
    )
}

/// Two certificates of one key.
pub(in crate::text) fn pair(pair: &SameKey) -> Inlines {
    say!(
        "{name}（有効期限 {day}）。相手のバンドルでは {other}（有効期限 {then}、SHA-256 {digest}）",
        name = named(&pair.this),
        day = date(pair.this.validity.not_after),
        other = named(&pair.other),
        then = date(pair.other.validity.not_after),
        digest = text(pair.other.sha256().to_string())
    )
}

fn named(certificate: &Certificate) -> Inlines {
    quoted(cert(certificate).into())
}
