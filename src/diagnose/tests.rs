//! Causes in situations that the mock PKI's scenarios do not cover, for clients of both kinds.

use super::findings;
use crate::case::Case;
use crate::certificate::ServerName;
use crate::client::Client;
use crate::finding::{Code, Finding, ProxyEvidence, Severity};
use crate::known::KnownRoots;
use crate::moment::Moment;
use crate::question::{Peer, Question};
use crate::remedy;
use crate::signature::{Memo, RustCrypto};
use crate::store::{Encoded, Store};
use crate::verdict::judge;
use test_pki::public::mock_public_root;
use test_pki::{Certified, Key, Name, Template, ca, leaf};

/// What a server sends, what a client trusts, and what it asks for.
pub(crate) struct World<'a> {
    pub(crate) sent: Vec<&'a Certified>,
    pub(crate) bundle: Vec<&'a Certified>,
    pub(crate) host: &'a str,
    pub(crate) at: &'a str,
}

pub(crate) const HOST: &str = "www.mock.example";

impl<'a> World<'a> {
    pub(crate) fn new(sent: &[&'a Certified], bundle: &[&'a Certified]) -> Self {
        Self {
            sent: sent.to_vec(),
            bundle: bundle.to_vec(),
            host: HOST,
            at: "2024-06-01T12:00:00Z",
        }
    }

    pub(crate) fn at(self, at: &'a str) -> Self {
        Self { at, ..self }
    }

    fn host(self, host: &'a str) -> Self {
        Self { host, ..self }
    }

    /// Hands the case to `look`.
    pub(crate) fn case<T>(&self, client: &str, look: impl FnOnce(&Case<'_>) -> T) -> T {
        let encoded = |list: &[&Certified]| {
            let each = list.iter().map(|certified| Encoded {
                der: certified.der().to_vec().into(),
                location: None,
            });
            each.collect()
        };
        let roots = test_pki::known_roots().iter();
        let known = KnownRoots::from_certificates(roots.map(|root| root.der().to_vec()));
        look(&Case {
            store: &Store::build(encoded(&self.sent), encoded(&self.bundle)),
            question: &Question {
                host: ServerName::parse(self.host).ok(),
                at: Moment::parse(self.at).unwrap(),
                peer: Peer::TlsServer,
            },
            client: &Client::find(client).unwrap(),
            known: &known,
            verifier: &Memo::new(&RustCrypto),
        })
    }

    fn findings(&self, client: &str) -> Vec<Finding> {
        self.case(client, |case| {
            let trace = case.search();
            let remedies = remedy::plan(case, &trace);
            findings(case, &trace, judge(&trace), &remedies)
        })
    }

    /// The codes of errors, the cause first.
    fn errors(&self, client: &str) -> Vec<&'static str> {
        let findings = self.findings(client);
        let codes = findings.iter().map(Finding::code);
        codes
            .filter(|code| code.severity() == Severity::Error)
            .map(Code::as_str)
            .collect()
    }
}

fn server() -> Template {
    leaf(HOST).valid("2024-03-01", "2025-03-01")
}

fn company(common_name: &str) -> Template {
    ca(Name::new().with_o("Mock Studio").with_cn(common_name))
}

fn public_ca() -> Certified {
    ca("Mock Public TLS CA")
        .valid("2020-01-01", "2030-01-01")
        .issued_by(&mock_public_root())
}

const EVERY_CLIENT: [&str; 3] = ["openssl-3", "webpki", "rfc5280"];

#[test]
fn the_usual_causes_are_the_same_for_every_client() {
    let root = mock_public_root();
    let issuing = public_ca();
    let good = server().issued_by(&issuing);
    let ended = server()
        .valid("2023-01-01", "2024-01-01")
        .issued_by(&issuing);
    let alone = server().self_signed();
    let private_root = company("Mock Studio Root").self_signed();
    let private_ca = company("Mock Studio CA").issued_by(&private_root);
    let private = server().issued_by(&private_ca);
    let stranger = ca("Mock Stranger").self_signed();
    let renewed = company("Mock Studio Root")
        .key(Key::p256("renewed"))
        .self_signed();
    let cases: &[(&[&Certified], &Certified, &str)] = &[
        (&[&good, &issuing], &stranger, "missing-root"),
        (&[&good, &issuing, &root], &stranger, "missing-root"),
        (&[&good], &root, "missing-intermediate"),
        (&[&ended, &issuing], &root, "expired"),
        (&[&alone], &root, "self-signed-leaf"),
        (&[&private, &private_ca], &root, "unknown-root"),
        (
            &[&private, &private_ca, &private_root],
            &root,
            "unknown-root",
        ),
        (
            &[&private, &private_ca],
            &renewed,
            "same-name-different-key",
        ),
        (
            &[&private, &private_ca, &private_root],
            &renewed,
            "same-name-different-key",
        ),
    ];
    for (index, (sent, bundled, cause)) in cases.iter().enumerate() {
        for client in EVERY_CLIENT {
            let errors = World::new(sent, &[bundled]).errors(client);
            assert_eq!(
                errors.first(),
                Some(cause),
                "case {index} for {client}: {errors:?}"
            );
        }
    }
}

#[test]
fn several_faults_are_all_named_and_the_cause_comes_first() {
    let root = mock_public_root();
    let issuing = public_ca();
    let ended = server()
        .valid("2023-01-01", "2024-01-01")
        .issued_by(&issuing);
    let good = server().issued_by(&issuing);
    let stranger = ca("Mock Stranger").self_signed();
    let namesake = root
        .template()
        .clone()
        .key(Key::p256("namesake"))
        .self_signed();
    let cases = [
        (
            World::new(&[&ended, &issuing], &[&stranger]),
            ["missing-root", "expired"],
        ),
        (
            World::new(&[&good, &issuing], &[&stranger]).host("other.mock.example"),
            ["missing-root", "host-mismatch"],
        ),
        (
            World::new(&[&ended, &issuing], &[&root]).host("other.mock.example"),
            ["host-mismatch", "expired"],
        ),
        (
            World::new(&[&good, &issuing], &[&namesake]),
            ["missing-root", "same-name-different-key"],
        ),
    ];
    for (index, (world, expected)) in cases.iter().enumerate() {
        assert_eq!(world.errors("openssl-3"), expected, "case {index}");
    }
}

/// An ended root comes before what is below it, except for what the server itself must renew.
#[test]
fn dates_are_blamed_where_something_can_be_done() {
    let old = company("Mock Old Root")
        .valid("2000-01-01", "2020-01-01")
        .self_signed();
    let issuing = company("Mock Old CA")
        .valid("2010-01-01", "2021-01-01")
        .issued_by(&old);
    let good = server().issued_by(&issuing);
    let ended = server()
        .valid("2019-01-01", "2020-06-01")
        .issued_by(&issuing);
    let errors = |leaf| World::new(&[leaf, &issuing], &[&old]).errors("openssl-3");
    assert_eq!(errors(&good), ["expired-root", "expired"]);
    assert_eq!(errors(&ended), ["expired", "expired-root", "expired"]);
}

#[test]
fn an_ended_root_with_a_known_twin_is_mended_by_the_twin() {
    let root = mock_public_root();
    let ended = root
        .template()
        .clone()
        .valid("2000-01-01", "2020-01-01")
        .self_signed();
    let issuing = public_ca();
    let good = server().issued_by(&issuing);
    let world = World::new(&[&good, &issuing], &[&ended]);
    assert_eq!(world.errors("openssl-3"), ["expired-root"]);
    let added = world.case("openssl-3", |case| {
        let remedies = remedy::plan(case, &case.search());
        remedies
            .first()
            .map(|remedy| remedy.action.certificates()[0].sha256())
    });
    assert_eq!(added.unwrap().to_string(), root.sha256());
}

#[test]
fn a_clock_in_the_past_comes_before_everything_else() {
    let issuing = public_ca();
    let good = server().issued_by(&issuing);
    let stranger = ca("Mock Stranger")
        .valid("1990-01-01", "2040-01-01")
        .self_signed();
    for client in EVERY_CLIENT {
        for bundled in [&mock_public_root(), &stranger] {
            let world = World::new(&[&good, &issuing], &[bundled]).at("2016-01-01T00:00:00Z");
            let errors = world.errors(client);
            assert_eq!(errors[0], "clock-wrong", "{client}");
            assert!(!errors.contains(&"not-yet-valid"), "{client}: {errors:?}");
        }
    }
    let root = mock_public_root();
    let world = World::new(&[&good, &issuing], &[&root]).at("2024-02-29T00:00:00Z");
    assert_eq!(world.errors("openssl-3"), ["not-yet-valid"]);
}

fn evidence(world: &World<'_>) -> Option<ProxyEvidence> {
    world.findings("openssl-3").into_iter().find_map(|finding| {
        if let Finding::InterceptionProxy { evidence, .. } = finding {
            Some(evidence)
        } else {
            None
        }
    })
}

#[test]
fn a_proxy_shows_itself_by_its_name() {
    let stranger = ca("Mock Stranger").self_signed();
    let own_root = company("Mock Studio Root").self_signed();
    let vendor = |name: &str| company(name).issued_by(&own_root);
    for (name, expected) in [
        ("MOCK Zscaler Intermediate", Some("Zscaler")),
        ("mock FortiGate CA", Some("Fortinet")),
        ("Mock Palo Alto CA", Some("Palo Alto Networks")),
        ("Mock Plain CA", None),
    ] {
        let issuing = vendor(name);
        let forged = server().issued_by(&issuing);
        for sent in [
            &[&forged, &issuing, &own_root][..],
            &[&forged, &issuing],
            &[&forged],
        ] {
            let found = evidence(&World::new(sent, &[&stranger]));
            let expected = expected.map(ProxyEvidence::Vendor);
            assert_eq!(found, expected, "{name}, {} sent", sent.len());
        }
    }
}

#[test]
fn a_vendors_own_web_site_is_no_proxy() {
    let issuing = public_ca();
    let site = server()
        .subject(Name::cn("www.sophos.mock.example"))
        .issued_by(&issuing);
    let root = mock_public_root();
    let world = World::new(&[&site], &[&root]);
    assert_eq!(evidence(&world), None);
    assert_eq!(world.errors("openssl-3"), ["missing-intermediate"]);
}

#[test]
fn a_public_service_under_a_private_root_is_a_proxy() {
    let stranger = ca("Mock Stranger").self_signed();
    let own_root = company("Mock Studio Root").self_signed();
    for (host, is_proxy) in [
        ("s3.amazonaws.com", true),
        ("S3.AmazonAWS.com", true),
        ("amazonaws.com", true),
        ("notamazonaws.com", false),
        ("amazonaws.com.mock.example", false),
        ("render.mock.example", false),
    ] {
        let forged = leaf(host).issued_by(&own_root);
        let world = World::new(&[&forged, &own_root], &[&stranger]).host(host);
        let expected = is_proxy.then(|| ProxyEvidence::PublicHost(host.to_ascii_lowercase()));
        assert_eq!(evidence(&world), expected, "{host}");
    }
}

#[test]
fn what_is_sent_untidily_is_a_warning_only() {
    let root = mock_public_root();
    let issuing = public_ca();
    let good = server().issued_by(&issuing);
    let cases: &[(&[&Certified], &[Code])] = &[
        (&[&good, &issuing], &[]),
        (&[&good, &issuing, &root], &[Code::RootSent]),
        (&[&issuing, &good], &[Code::OutOfOrder]),
        (
            &[&good, &issuing, &good, &issuing],
            &[Code::UnneededCertificate; 2],
        ),
    ];
    for (sent, expected) in cases {
        let findings = World::new(sent, &[&root]).findings("openssl-3");
        let codes: Vec<Code> = findings.iter().map(Finding::code).collect();
        assert_eq!(codes, *expected, "{} sent", sent.len());
    }
}
