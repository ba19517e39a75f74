//! Whole documents, as a terminal shows them.

use super::samples::{self, Pki, day, location, pki, removal};
use crate::certificate::ServerName;
use crate::check::PathStatus;
use crate::client::NativeError;
use crate::error_text::ErrorText;
use crate::finding::{Cert, Code, Finding, Fragility, RootRelation};
use crate::known::{Family, KnownRoots, Nearest, Origin, Release, Vintage};
use crate::lang::Lang;
use crate::path::{End, Wanted};
use crate::remedy::{Action, Preference, Remedy, StartsFrom, WhySecond};
use crate::render::{TerminalStyle, terminal};
use crate::report::{
    Asked, BundleOrigin, BundleReport, CertificatePlace, CertificateReport, Choice, ClientAnswer,
    KnownRootFacts, PathCertificate, PathReport, Report,
};
use crate::store::Held;
use crate::store::{CertId, Origin as StoreOrigin, Store};
use crate::verdict::Verdict;
use insta::assert_snapshot;
use std::sync::Arc;

#[test]
fn missing_root_in_both_languages() {
    assert_snapshot!("missing_root_en", shown(Lang::En, &missing_root()));
    assert_snapshot!("missing_root_ja", shown(Lang::Ja, &missing_root()));
}

#[test]
fn trusted_for_now_in_both_languages() {
    assert_snapshot!("trusted_for_now_en", shown(Lang::En, &trusted_for_now()));
    assert_snapshot!("trusted_for_now_ja", shown(Lang::Ja, &trusted_for_now()));
}

#[test]
fn a_bundle_check_in_both_languages() {
    assert_snapshot!("bundle_check_en", shown(Lang::En, &bundle_check()));
    assert_snapshot!("bundle_check_ja", shown(Lang::Ja, &bundle_check()));
}

#[test]
fn a_known_root_in_both_languages() {
    let known = KnownRoots::built_in();
    let query = "baltimore cybertrust root";
    let found = known.search(query);
    for lang in Lang::ALL {
        let doc = crate::text::roots(*lang, &found, query);
        assert_snapshot!(
            format!("known_root_{lang}"),
            terminal(&doc, &TerminalStyle::default())
        );
    }
}

#[test]
fn a_missing_root_beside_another_fault_promises_nothing() {
    let mut report = missing_root();
    let leaf = report.certificates[0].held.certificate().unwrap().clone();
    let not_after = leaf.validity.not_after;
    report.findings.insert(
        1,
        Finding::Expired {
            certificate: leaf,
            not_after,
        },
    );
    let alone = "you can add it yourself";
    assert!(
        shown(Lang::En, &report).contains(alone),
        "a proven remedy is promised"
    );
    report.remedies.clear();
    for (lang, promise, truth) in [
        (Lang::En, alone, "adding it alone would not help"),
        (
            Lang::Ja,
            "ご自身で追加できます",
            "追記するだけでは解決しません",
        ),
    ] {
        let words: Vec<String> = shown(lang, &report)
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let line = words
            .join(if lang == Lang::En { " " } else { "" })
            .replace('┃', "")
            .replace("  ", " ");
        assert!(line.contains(truth) && !line.contains(promise), "{line}");
    }
}

fn shown(lang: Lang, report: &Report) -> String {
    terminal(&crate::text::write(lang, report), &TerminalStyle::default())
}

/// A server that has moved to a new root, and a bundle with neither root. The server sends the cross-certificate of the
/// old one.
pub(super) fn missing_root() -> Report {
    let pki = pki();
    let evidence = samples::missing_root(RootRelation::TwinAt(2));
    let error = "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:726)";
    Report {
        question: Some(asked()),
        verdict: Some(Verdict::NotTrusted),
        findings: vec![Finding::MissingRoot(evidence), Finding::OutOfOrder],
        paths: vec![dead_end(&pki)],
        path_total: None,
        remedies: vec![
            add(&pki.root, Preference::Recommended),
            add(
                &pki.old_root,
                Preference::Second(WhySecond::DependsOnCrossCertificate),
            ),
        ],
        advice: Vec::new(),
        clients: vec![
            answer("openssl-3", Some(Code::MissingRoot)),
            answer("webpki", Some(Code::MissingRoot)),
        ],
        bundle: old_bundle(&pki),
        certificates: certificates(&pki),
        error_text: Some(ErrorText::new(error.to_owned())),
        known_roots: Origin::Custom,
        environment: crate::environment::Environment::default(),
        configure: Vec::new(),
    }
}

fn dead_end(pki: &Pki) -> PathReport {
    let wanted = Wanted {
        subject: pki.cross.issuer.clone(),
        key_id: None,
        below: any_id(&pki.cross),
    };
    PathReport {
        certificates: presented(pki),
        end: End::NoIssuer(wanted),
        status: PathStatus::Failed,
        failed: Vec::new(),
        choice: Choice::Taken,
    }
}

/// What the server sends.
fn presented(pki: &Pki) -> Vec<PathCertificate> {
    [&pki.leaf, &pki.intermediate, &pki.cross]
        .map(|certificate| PathCertificate {
            certificate: certificate.clone(),
            place: CertificatePlace::Presented,
        })
        .into()
}

fn add(root: &Cert, preference: Preference) -> Remedy {
    Remedy {
        action: Action::AddRoot {
            root: root.clone(),
            relation: RootRelation::TwinAt(2),
            removal: None,
        },
        proven_for: vec!["openssl-3".to_owned(), "webpki".to_owned()],
        preference,
        starts_from: StartsFrom::AsItIs,
    }
}

fn old_bundle(pki: &Pki) -> BundleReport {
    let nearest = Nearest {
        release: release(),
        missing: vec![pki.root.sha256()],
        extra: Vec::new(),
    };
    BundleReport {
        origin: BundleOrigin::Given,
        certificates: 28,
        vintage: Vintage {
            nearest: Some(nearest),
            ..Vintage::default()
        },
        missing: vec![Arc::new(Held::of(pki.root.clone()))],
        extra: Vec::new(),
        damage: Vec::new(),
        readings: Vec::new(),
        examination: None,
    }
}

fn certificates(pki: &Pki) -> Vec<CertificateReport> {
    let sent = presented(pki)
        .into_iter()
        .map(|PathCertificate { certificate, place }| CertificateReport {
            held: Arc::new(Held::of(certificate)),
            locations: vec![location()],
            place,
            known_root: None,
        });
    let bundled = CertificateReport {
        held: Arc::new(Held::of(samples::unrelated())),
        locations: vec![location()],
        place: CertificatePlace::Bundled,
        known_root: Some(listed()),
    };
    sent.chain([bundled]).collect()
}

/// Trusted, by a cross-certificate and a root that is on its way out.
pub(super) fn trusted_for_now() -> Report {
    let pki = pki();
    let anchor = PathCertificate {
        certificate: pki.old_root.clone(),
        place: CertificatePlace::Bundled,
    };
    let path = presented(&pki).into_iter().chain([anchor]).collect();
    let Pki {
        old_root,
        root,
        cross,
        ..
    } = pki;
    Report {
        verdict: Some(Verdict::Trusted),
        findings: vec![
            Finding::FragileTrust(Fragility::CrossCertificate { cross, root }),
            Finding::FragileTrust(Fragility::RemovedAnchor {
                anchor: old_root,
                removal: removal(),
            }),
        ],
        path_total: None,
        paths: vec![PathReport {
            certificates: path,
            end: End::Anchored,
            status: PathStatus::Passed,
            failed: Vec::new(),
            choice: Choice::Taken,
        }],
        remedies: Vec::new(),
        clients: vec![ClientAnswer {
            id: "openssl-3".to_owned(),
            step: "OpenSSL 3.0, security level 1",
            verdict: Verdict::Trusted,
            cause: None,
            reason: None,
            native: None,
        }],
        bundle: BundleReport {
            origin: BundleOrigin::Newest("certifi 2019.3.9".to_owned()),
            ..missing_root().bundle
        },
        error_text: None,
        known_roots: Origin::BuiltIn,
        ..missing_root()
    }
}

/// The check of a bundle with a note on its file.
pub(super) fn bundle_check() -> Report {
    let whole = missing_root();
    Report {
        question: None,
        verdict: None,
        findings: vec![Finding::File(samples::note())],
        paths: Vec::new(),
        path_total: None,
        remedies: Vec::new(),
        clients: Vec::new(),
        bundle: BundleReport {
            vintage: Vintage {
                exact: Some(release()),
                also: vec![release()],
                ..Vintage::default()
            },
            extra: vec![Arc::new(Held::of(samples::unrelated()))],
            ..whole.bundle
        },
        error_text: None,
        known_roots: Origin::BuiltIn,
        ..whole
    }
}

fn asked() -> Asked {
    Asked {
        host: ServerName::parse("s3.mock.example").ok(),
        at: day("2024-01-15"),
        client: "openssl-3".to_owned(),
    }
}

fn answer(id: &str, cause: Option<Code>) -> ClientAnswer {
    let native = NativeError {
        code: "20".to_owned(),
        text: "unable to get local issuer certificate".to_owned(),
        depth: 2,
    };
    ClientAnswer {
        id: id.to_owned(),
        step: "OpenSSL 3.0, security level 1",
        verdict: Verdict::NotTrusted,
        cause,
        reason: None,
        native: (id == "openssl-3").then_some(native),
    }
}

fn listed() -> KnownRootFacts {
    KnownRootFacts {
        since: Some(release().to_string()),
        until: None,
        removal: None,
    }
}

fn release() -> Release {
    Release {
        family: Family::Certifi,
        version: "2019.3.9".to_owned(),
        part: String::new(),
        date: Some(day("2019-03-09")),
    }
}

/// An id of a store, which the words never look at.
fn any_id(certificate: &Cert) -> CertId {
    let store =
        Store::build(Vec::new(), Vec::new()).with(certificate.clone(), StoreOrigin::Presented);
    store.find(&certificate.sha256()).unwrap()
}
