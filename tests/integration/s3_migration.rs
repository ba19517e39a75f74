//! The first story: Amazon S3 leaves the Baltimore root for Amazon's own, and old bundles do not follow.

use crate::{mock, shared};
use certwhy::certificate::CertSha1;
use certwhy::explain::{Purpose, explain};
use certwhy::finding::{Code, Finding, Fragility, RootRelation};
use certwhy::known::KnownRoots;
use certwhy::remedy::{Action, Preference, WhySecond};
use certwhy::report::Report;
use certwhy::verdict::Verdict;
use test_pki::{Certified, Scenario, public, s3};

const CHAINS: &str = "data/chains/chains.json";
const OLD_BUNDLE: &str = "data/bundles/shotgun_api3-3.0.8_to_3.0.18.cacerts.txt";
const LATER_BUNDLE: &str = "data/bundles/shotgun_api3-3.4.0_to_3.10.3-httplib2.cacerts.txt";

const AMAZON_ROOT_CA_1: &str = "8da7f965ec5efc37910f1c6e59fdc1cc6a6ede16";
const STARFIELD_SERVICES_G2: &str = "925a8f8d2c6d04e0665f596aff22d863e8256f3f";
const STARFIELD_CLASS_2: &str = "ad7e1c28b064ef8f6003402014c3d0e3370eb58a";

/// A chain of the shared data at its own host and time, against a bundle; `None` without shared data.
fn real(chain: &str, bundle: &str, keep: usize) -> Option<Report> {
    let list = std::fs::read(shared::folder()?.join(CHAINS)).expect(CHAINS);
    let list: serde_json::Value = serde_json::from_slice(&list).expect(CHAINS);
    let chains = list["chains"].as_array().expect("a list");
    let entry = chains
        .iter()
        .find(|entry| entry["file"] == chain)
        .expect(chain);
    let known = KnownRoots::built_in();
    let asked = (entry["host"].as_str(), entry["time"].as_str().expect(chain));
    let mut presented = shared::file(Purpose::Chain, &format!("data/chains/{chain}"));
    presented.recognised.items.truncate(keep);
    Some(explain(
        &[presented, shared::file(Purpose::Bundle, bundle)],
        &shared::options(&known, "openssl-3", asked),
    ))
}

/// The roots offered for addition, with how each stands.
fn added_roots(report: &Report) -> Vec<(CertSha1, Preference)> {
    let roots = report
        .remedies
        .iter()
        .filter_map(|remedy| match &remedy.action {
            Action::AddRoot { root, .. } => Some((root.sha1(), remedy.preference)),
            Action::ReplaceBundle { .. }
            | Action::MendBundle { .. }
            | Action::SendIntermediate { .. }
            | Action::RemoveFromBundle { .. }
            | Action::StopSending { .. } => None,
        });
    roots.collect()
}

fn sha1(hex: &str) -> CertSha1 {
    CertSha1::parse(hex).expect(hex)
}

fn of(certified: &Certified) -> CertSha1 {
    CertSha1::of(certified.der())
}

/// Amazon Root CA 1 first; Starfield's two, if the server still leads there, second; each proven for named clients.
fn assert_the_story(report: &Report, [amazon, services, class_2]: [CertSha1; 3]) {
    assert_eq!(report.verdict, Some(Verdict::NotTrusted));
    assert_eq!(report.cause(), Some(Code::MissingRoot));
    let roots = added_roots(report);
    assert_eq!(roots[0], (amazon, Preference::Recommended));
    let mut second: Vec<CertSha1> = roots[1..].iter().map(|(root, _)| *root).collect();
    second.sort();
    let mut expected = vec![services, class_2];
    expected.sort();
    assert_eq!(second, expected);
    for (_, preference) in &roots[1..] {
        assert!(
            matches!(
                preference,
                Preference::Second(WhySecond::DependsOnCrossCertificate | WhySecond::RemovedSince)
            ),
            "{preference:?}"
        );
    }
    for remedy in &report.remedies {
        assert_eq!(remedy.proven_for[0], "openssl-3");
        // Starfield Class 2 lacks a key usage, and its basic constraints are not critical: today's rules refuse it.
        let is_class_2 =
            matches!(&remedy.action, Action::AddRoot { root, .. } if root.sha1() == class_2);
        let by_todays_rules = remedy.proven_for.iter().any(|id| id == "webpki");
        assert_eq!(by_todays_rules, !is_class_2, "{remedy:?}");
    }
}

/// The finding lists the roots in the order of the remedies, and knows the recommended one by its twin.
fn assert_the_finding_agrees(report: &Report) {
    let Some(Finding::MissingRoot(missing)) = report.findings.first() else {
        panic!("{:?}", report.findings)
    };
    let named: Vec<CertSha1> = missing
        .roots
        .iter()
        .map(|option| option.root.sha1())
        .collect();
    let added: Vec<CertSha1> = added_roots(report).iter().map(|(root, _)| *root).collect();
    assert_eq!(named, added);
    assert_eq!(missing.roots[0].relation, RootRelation::TwinAt(2));
}

fn fragility(report: &Report) -> &Fragility {
    let fragile = report.findings.iter().find_map(|finding| {
        if let Finding::FragileTrust(fragility) = finding {
            Some(fragility)
        } else {
            None
        }
    });
    fragile.expect("a fragile-trust finding")
}

#[test]
fn the_bundle_of_2012_lacks_amazons_root() {
    let Some(report) = real("s3-2023-ats-4.pem", OLD_BUNDLE, usize::MAX) else {
        return;
    };
    assert_the_story(
        &report,
        [AMAZON_ROOT_CA_1, STARFIELD_SERVICES_G2, STARFIELD_CLASS_2].map(sha1),
    );
    assert_the_finding_agrees(&report);
    let why = |index: usize| added_roots(&report)[index].1;
    assert_eq!(
        [why(1), why(2)],
        [
            Preference::Second(WhySecond::DependsOnCrossCertificate),
            Preference::Second(WhySecond::RemovedSince)
        ]
    );
}

#[test]
fn with_two_certificates_starfield_does_not_help() {
    let Some(report) = real("s3-2023-ats-4.pem", OLD_BUNDLE, 2) else {
        return;
    };
    assert_eq!(report.cause(), Some(Code::MissingRoot));
    assert_eq!(
        added_roots(&report),
        [(sha1(AMAZON_ROOT_CA_1), Preference::Recommended)]
    );
}

#[test]
fn the_later_bundle_hangs_on_a_cross_certificate() {
    let Some(report) = real("s3-2025-ats-3.pem", LATER_BUNDLE, usize::MAX) else {
        return;
    };
    assert_eq!(report.verdict, Some(Verdict::Trusted));
    assert!(report.remedies.is_empty());
    let Fragility::CrossCertificate { cross, root } = fragility(&report) else {
        panic!("{:?}", fragility(&report))
    };
    assert_eq!(root.sha1(), sha1(AMAZON_ROOT_CA_1));
    assert_eq!(root.public_key, cross.public_key);
}

/// One cell of the mock's table.
fn cell(epoch: &str, store: &str) -> &'static Scenario {
    let id = format!("{epoch}--{store}");
    s3::migration()
        .iter()
        .find(|scenario| scenario.description.id == id)
        .expect(&id)
}

#[test]
fn the_mock_tells_the_same_story() {
    let known = mock::known();
    let report = mock::judged(
        &known,
        "openssl-3",
        cell("october-2022", "shotgun-3-0-8-to-3-0-18"),
    );
    let roots = [
        public::amazon_root_1(),
        public::starfield_services_g2(),
        public::starfield_class_2(),
    ];
    assert_the_story(&report, roots.each_ref().map(of));
    assert_the_finding_agrees(&report);
}

#[test]
fn the_mock_does_not_offer_starfield_for_two_certificates() {
    let known = mock::known();
    for epoch in ["two-certificates", "cross-certificate-gone"] {
        for store in ["shotgun-3-0-8-to-3-0-18", "windows-starfield-services-g2"] {
            let report = mock::judged(&known, "openssl-3", cell(epoch, store));
            assert_eq!(
                added_roots(&report),
                [(of(&public::amazon_root_1()), Preference::Recommended)],
                "{epoch} {store}"
            );
        }
    }
}

#[test]
fn the_mock_hangs_on_the_same_cross_certificate() {
    let known = mock::known();
    let hanging = cell("august-2024", "shotgun-3-0-38-to-3-2-5");
    let report = mock::judged(&known, "openssl-3", hanging);
    assert_eq!(report.verdict, Some(Verdict::Trusted));
    let Fragility::CrossCertificate { root, .. } = fragility(&report) else {
        panic!("{:?}", fragility(&report))
    };
    assert_eq!(root.sha1(), of(&public::amazon_root_1()));

    let firm = mock::judged(
        &known,
        "openssl-3",
        cell("august-2024", "certifi-2025-4-26"),
    );
    assert!(
        !firm
            .findings
            .iter()
            .any(|finding| finding.code() == Code::FragileTrust),
        "{:?}",
        firm.findings
    );
}
