//! Which input is taken for what.

use super::{Options, Purpose, Supplied, explain_with};
use crate::client::Client;
use crate::finding::{Code, Finding};
use crate::input::recognise;
use crate::known::KnownRoots;
use crate::location::SourceName;
use crate::moment::Moment;
use crate::remedy::Advice;
use crate::report::{BundleOrigin, CertificatePlace, Report};
use crate::signature::{RustCrypto, SignatureVerifier};
use crate::testing::Counting;
use crate::verdict::Verdict;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use test_pki::public::mock_public_root;
use test_pki::{AuthorityKeyId, Certified, Key, KeyId, Template, ca, leaf, pem_bundle};

/// The mock's public chain, and roots that have nothing to do with it.
struct Cast {
    leaf: Certified,
    issuing: Certified,
    root: Certified,
    others: Vec<Certified>,
}

fn cast() -> Cast {
    let root = mock_public_root();
    let issuing = ca("Mock Public TLS CA").issued_by(&root);
    let leaf = leaf("www.mock.example").issued_by(&issuing);
    let others = (0..12).map(|number| ca(format!("Mock Other {number}").as_str()).self_signed());
    Cast {
        leaf,
        issuing,
        root,
        others: others.collect(),
    }
}

fn text<'a>(certificates: impl IntoIterator<Item = &'a Certified>) -> String {
    pem_bundle(certificates.into_iter().map(Certified::der))
}

fn answer(inputs: &[(Purpose, &str)]) -> Report {
    answer_with(inputs, (&[], &RustCrypto))
}

/// What is answered when other clients are asked as well, with a verifier that may keep count.
fn answer_with(
    inputs: &[(Purpose, &str)],
    (others, verifier): (&[&str], &dyn SignatureVerifier),
) -> Report {
    let supplied: Vec<Supplied> = inputs
        .iter()
        .map(|(purpose, text)| Supplied {
            purpose: *purpose,
            recognised: recognise(&SourceName::new("input.pem"), text.as_bytes()),
            file_sha256: Some(Sha256::digest(text.as_bytes()).into()),
        })
        .collect();
    let roots = test_pki::known_roots().iter();
    let known = KnownRoots::from_certificates(roots.map(|root| root.der().to_vec()));
    let others = others.iter().filter_map(|id| Client::find(id));
    explain_with(
        &supplied,
        &Options {
            host: None,
            at: Moment::parse("2024-06-01T00:00:00Z").unwrap(),
            client: Client::default(),
            others: others.collect(),
            known: &known,
            environment: crate::environment::Environment::default(),
        },
        verifier,
    )
}

/// How many certificates were taken for the server's, how many for the bundle's.
fn counts(report: &Report) -> [usize; 2] {
    let is = |wanted: CertificatePlace| {
        let places = report
            .certificates
            .iter()
            .map(|certificate| certificate.place);
        places
            .filter(|place| *place == wanted || *place == CertificatePlace::Both)
            .count()
    };
    [
        is(CertificatePlace::Presented),
        is(CertificatePlace::Bundled),
    ]
}

#[test]
fn content_decides_where_nothing_is_said() {
    let Cast {
        leaf,
        issuing,
        root,
        others,
    } = cast();
    let chain = text([&leaf, &issuing]);
    let with_root = text([&leaf, &issuing, &root]);
    let bundle = text(others.iter().chain([&root]));
    let mixed = format!("{bundle}{chain}");
    let mixed_other_way = format!("{chain}{bundle}");
    let cases: &[(&[&str], [usize; 2], Option<Verdict>)] = &[
        (&[&chain, &bundle], [2, 13], Some(Verdict::Trusted)),
        (&[&bundle, &chain], [2, 13], Some(Verdict::Trusted)),
        (&[&with_root, &bundle], [3, 13], Some(Verdict::Trusted)),
        (&[&mixed], [2, 13], Some(Verdict::Trusted)),
        (&[&mixed_other_way], [2, 13], Some(Verdict::Trusted)),
        (&[&bundle], [0, 13], None),
    ];
    for (index, (texts, expected, verdict)) in cases.iter().enumerate() {
        let inputs: Vec<(Purpose, &str)> = texts
            .iter()
            .map(|text| (Purpose::ByContent, *text))
            .collect();
        let report = answer(&inputs);
        assert_eq!(counts(&report), *expected, "case {index}");
        assert_eq!(report.verdict, *verdict, "case {index}");
    }
}

#[test]
fn what_is_said_counts_for_more_than_content() {
    let Cast {
        leaf,
        issuing,
        root,
        ..
    } = cast();
    let chain = text([&leaf, &issuing]);
    let roots = text([&root]);
    let report = answer(&[(Purpose::Bundle, &chain), (Purpose::Chain, &roots)]);
    assert_eq!(counts(&report), [1, 2]);
}

#[test]
fn without_a_bundle_the_newest_public_list_stands_in() {
    let Cast { leaf, issuing, .. } = cast();
    let report = answer(&[(Purpose::Chain, &text([&leaf, &issuing]))]);
    assert_eq!(report.verdict, Some(Verdict::Trusted));
    assert!(matches!(report.bundle.origin, BundleOrigin::Newest(_)));
    assert_eq!(report.bundle.certificates, test_pki::known_roots().len());
}

#[test]
fn an_error_text_alone_decides_nothing() {
    let report = answer(&[(
        Purpose::ErrorText,
        "ssl.SSLError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:726)",
    )]);
    assert_eq!(report.verdict, Some(Verdict::Undecided));
    assert!(report.error_text.is_some());
    assert!(report.remedies.is_empty());
    assert_eq!(report.advice.len(), 1);
}

/// A damaged bundle without one certificate is the cause, an empty one lacks roots; a fault in a file that still serves is not.
#[test]
fn a_file_is_the_cause_only_where_nothing_is_left_of_the_bundle() {
    let Cast {
        leaf,
        issuing,
        root,
        ..
    } = cast();
    let chain = text([&leaf, &issuing]);
    let html = "<!DOCTYPE html><html><head><title>Sign in</title></head></html>";
    let damaged = format!("{}-----BEGIN CERTIFICATE-----\nMIIB", text([&root]));
    let cases = [
        (html, Some(Code::HtmlPage), Verdict::NotTrusted),
        ("", Some(Code::MissingRoot), Verdict::NotTrusted),
        (&damaged, None, Verdict::Trusted),
    ];
    for (bundle, cause, verdict) in cases {
        let report = answer(&[(Purpose::Chain, &chain), (Purpose::Bundle, bundle)]);
        assert_eq!(report.cause(), cause, "{bundle:.20}");
        assert_eq!(report.verdict, Some(verdict), "{bundle:.20}");
        assert!(!report.bundle.damage.is_empty(), "{bundle:.20}");
    }
}

/// A transcript that names the intermediate proves that the server sends it.
#[test]
fn a_server_is_not_blamed_for_what_a_transcript_left_out() {
    let Cast { leaf, root, .. } = cast();
    let list = "CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = www.mock.example\n   i:CN = Mock CA\n \
                1 s:CN = Mock CA\n   i:CN = Mock Root\n---\nServer certificate\n";
    let leaf = text([&leaf]);
    let transcript = format!("{list}{leaf}---\n");
    for (chain, cause) in [
        (&leaf, Code::MissingIntermediate),
        (&transcript, Code::Truncated),
    ] {
        let report = answer(&[(Purpose::Chain, chain), (Purpose::Bundle, &text([&root]))]);
        assert_eq!(report.cause(), Some(cause));
        let asks_for_more = matches!(&report.advice[..], [Advice::ProvideChain]);
        assert_eq!(asks_for_more, cause == Code::Truncated, "{report:?}");
    }
}

/// Across the searches of all clients, of every remedy that is tried and of every warning.
#[test]
fn a_signature_is_verified_once_in_the_whole_answer() {
    let Cast {
        leaf,
        issuing,
        root,
        others,
    } = cast();
    let old = ca("Mock Old Root").self_signed();
    let cross = root.cross_signed_by(&old);
    let chain = text([&leaf, &issuing, &cross]);
    let clients: &[&str] = &["rfc5280", "webpki"];
    for (bundle, verdict, code) in [
        (text(&others), Verdict::NotTrusted, Code::MissingRoot),
        (text([&old]), Verdict::Trusted, Code::FragileTrust),
    ] {
        let counting = Counting::default();
        let inputs = [(Purpose::Chain, &*chain), (Purpose::Bundle, &*bundle)];
        let report = answer_with(&inputs, (clients, &counting));
        assert_eq!(report.verdict, Some(verdict));
        let codes: Vec<Code> = report.findings.iter().map(Finding::code).collect();
        assert_eq!(codes.first(), Some(&code));
        assert_eq!(report.clients.len(), 3);
        let asked = counting.0.borrow();
        let distinct: BTreeSet<_> = asked.iter().collect();
        assert!(asked.len() >= 2, "{}", asked.len());
        assert_eq!(distinct.len(), asked.len());
    }
}

/// A chain that holds nothing is a question all the same, and not the check of a bundle.
#[test]
fn a_useless_chain_leaves_the_question_open() {
    let Cast { root, .. } = cast();
    let report = answer(&[
        (Purpose::Chain, "hello, world"),
        (Purpose::Bundle, &text([&root])),
    ]);
    assert_eq!(report.verdict, Some(Verdict::Undecided));
    assert!(matches!(&report.advice[..], [Advice::ProvideChain]));
}

/// Without key identifiers, a server's certificate with the name of its CA looks self-signed to OpenSSL, and is not.
#[test]
fn a_server_named_like_its_ca() {
    let unmarked = |template: Template| {
        let template = template.subject_key_id(KeyId::Absent);
        template.authority_key_id(AuthorityKeyId::Absent)
    };
    let own = unmarked(ca("www.mock.example").key(Key::p256("own"))).self_signed();
    let server = unmarked(leaf("www.mock.example"));
    for (server, is_so) in [
        (server.clone().issued_by(&own), true),
        (server.self_signed(), false),
    ] {
        let (chain, bundle) = (text([&server]), text([&own]));
        let report = answer(&[(Purpose::Chain, &chain), (Purpose::Bundle, &bundle)]);
        assert_eq!(report.verdict, Some(Verdict::NotTrusted));
        let found = report.findings.iter().any(
            |finding| matches!(finding, Finding::OldPathBuilder(old) if old.is_named_like_its_ca()),
        );
        assert_eq!(found, is_so);
    }
}
