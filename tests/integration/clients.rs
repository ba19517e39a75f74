//! What only the differences between clients can tell: S3's chain of four certificates with each single root, the smallest
//! set of roots for all, versions, and what each client says.

use crate::mock;
use crate::shared::options;
use certwhy::certificate::Certificate;
use certwhy::client::{Client, profiles};
use certwhy::explain::{Purpose, explain, roots_for_all};
use certwhy::known::KnownRoots;
use certwhy::report::{ClientAnswer, Report};
use certwhy::verdict::Verdict;
use test_pki::Certified;
use test_pki::s3::{Epoch, epochs};

/// Leaf, intermediate, and two cross-certificates, of which the last leads to the oldest root.
fn four_certificates() -> &'static Epoch {
    let epoch = epochs()
        .iter()
        .find(|epoch| epoch.description.id == "march-2021");
    epoch.expect("an epoch")
}

/// The public root of the mock PKI whose name contains these words.
fn root(words: &str) -> Certified {
    let roots = test_pki::known_roots();
    let mut named = roots.iter().filter(|root| subject(root).contains(words));
    let root = named.next().expect(words).clone();
    assert!(named.next().is_none(), "{words} names several roots");
    root
}

fn subject(root: &Certified) -> String {
    let parsed = Certificate::parse(root.der()).expect("a certificate");
    parsed.subject.to_string()
}

fn all_others(asked: &str) -> Vec<Client> {
    profiles()
        .iter()
        .filter(|profile| profile.id != asked && profile.id != NEVER_CONTENT)
        .filter_map(|profile| Client::find(profile.id))
        .collect()
}

/// What all clients say of the chain of four with these roots alone.
fn asked_of_all(known: &KnownRoots, roots: &[Certified]) -> Report {
    let epoch = four_certificates();
    let mut options = options(known, "openssl-3", (Some(epoch.host), epoch.at));
    options.others = all_others("openssl-3");
    let inputs = [
        mock::pem(Purpose::Chain, &epoch.chain),
        mock::pem(Purpose::Bundle, roots),
    ];
    explain(&inputs, &options)
}

/// NSS wants the usage of an RSA key to allow encipherment, which that of the mock's server does not.
const NEVER_CONTENT: &str = "nss";

/// The clients that refuse, with our cause: `gnutls: old-path-builder`.
fn refusing(report: &Report) -> Vec<String> {
    let said = |answer: &ClientAnswer| {
        let cause = answer.cause.map_or("no cause", |cause| cause.as_str());
        format!("{}: {cause}", answer.id)
    };
    let answers = report.clients.iter();
    answers
        .filter(|answer| answer.verdict != Verdict::Trusted && answer.id != NEVER_CONTENT)
        .map(said)
        .collect()
}

#[test]
fn no_single_root_satisfies_every_client() {
    let known = mock::known();
    for (words, expected) in [
        (
            "Mock Amazon Root CA 1",
            &[
                "openssl-1.0.1: old-path-builder",
                "gnutls: old-path-builder",
            ][..],
        ),
        (
            "Mock Starfield Services",
            &["openssl-1.0.1: old-path-builder"],
        ),
        (
            "Mock Starfield Class 2",
            &[
                "rfc5280: missing-root",
                "webpki: missing-root",
                "python-3.13: strictness",
            ],
        ),
    ] {
        let report = asked_of_all(&known, &[root(words)]);
        assert_eq!(report.clients.len() + 1, profiles().len());
        assert_eq!(refusing(&report), expected, "{words}");
    }
}

#[test]
fn the_smallest_set_for_all_has_two_members_and_satisfies_them() {
    let known = mock::known();
    let epoch = four_certificates();
    let mut options = options(&known, "openssl-3", (Some(epoch.host), epoch.at));
    let bundle = [root("Mock Baltimore")];
    let inputs = [
        mock::pem(Purpose::Chain, &epoch.chain),
        mock::pem(Purpose::Bundle, &bundle),
    ];
    let alone = roots_for_all(&inputs, &options).expect("a set");
    assert_eq!(alone.len(), 1);
    options.others = all_others("openssl-3");
    let chosen = roots_for_all(&inputs, &options).expect("a set");
    assert_eq!(chosen.len(), 2, "{chosen:?}");
    let of_pki = |sha: &[u8]| {
        let roots = test_pki::known_roots();
        roots.iter().find(|root| root.der() == sha).cloned()
    };
    let mut mended = bundle.to_vec();
    mended.extend(chosen.iter().filter_map(|root| of_pki(root.as_der())));
    assert_eq!(mended.len(), 3);
    assert!(refusing(&asked_of_all(&known, &mended)).is_empty());
}

#[test]
fn a_version_is_answered_under_the_id_that_was_asked() {
    let known = mock::known();
    let epoch = four_certificates();
    for (id, step, verdict) in [
        (
            "openssl-1.0.1m",
            "OpenSSL 1.0.1k to 1.0.1m",
            Verdict::NotTrusted,
        ),
        (
            "openssl-1.0.1u",
            "OpenSSL 1.0.1n to 1.0.1u",
            Verdict::Trusted,
        ),
        (
            "openssl-1.0.2a",
            "OpenSSL 1.0.2 and 1.0.2a",
            Verdict::NotTrusted,
        ),
        (
            "openssl-1.0.2k",
            "OpenSSL 1.0.2b to 1.0.2u",
            Verdict::Trusted,
        ),
        (
            "python-3.11",
            "CPython 3.7 to 3.12 with OpenSSL 3.0, security level 2",
            Verdict::Trusted,
        ),
    ] {
        let inputs = [
            mock::pem(Purpose::Chain, &epoch.chain),
            mock::pem(Purpose::Bundle, &[root("Mock Amazon Root CA 1")]),
        ];
        let options = options(&known, id, (Some(epoch.host), epoch.at));
        let report = explain(&inputs, &options);
        let answer = &report.clients[0];
        assert_eq!(
            (answer.id.as_str(), answer.step, answer.verdict),
            (id, step, verdict)
        );
    }
}

/// Each client's own words for a missing root, since people search for them.
#[test]
fn every_client_says_a_missing_root_in_its_own_words() {
    let known = mock::known();
    let report = asked_of_all(&known, &[root("Mock Baltimore")]);
    let said: Vec<(&str, &str)> = report
        .clients
        .iter()
        .filter_map(|answer| Some((answer.id.as_str(), answer.native.as_ref()?.code.as_str())))
        .collect();
    assert_eq!(
        said,
        [
            ("openssl-3", "20"),
            ("openssl-1.0.1", "20"),
            ("openssl-1.0.2", "20"),
            ("python-2.7", "20"),
            ("openssl-1.1.1", "20"),
            ("python-3", "20"),
            ("python-3.13", "20"),
            ("curl", "60"),
            ("node", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"),
            ("gnutls", "GNUTLS_CERT_SIGNER_NOT_FOUND"),
            ("go", "x509.UnknownAuthorityError"),
            ("java", "sun.security.validator.ValidatorException"),
            ("rustls", "UnknownIssuer"),
            ("windows", "CERT_E_CHAINING"),
        ]
    );
}
