//! What holds for every small PKI: random graphs of CAs with cross-certificates, faults, and bundles.

use certwhy::certificate::ServerName;
use certwhy::check::PathStatus;
use certwhy::client::{AnchorDates, AnchorExtensions, Client, FormRules, Policy, profiles};
use certwhy::explain::{Purpose, explain};
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::moment::Moment;
use certwhy::path::{Attempt, Trace, search};
use certwhy::question::{Peer, Question};
use certwhy::render::json;
use certwhy::signature::RustCrypto;
use certwhy::store::{Encoded, Store};
use certwhy::verdict::{Verdict, judge};
use core::time::Duration;
use proptest::prelude::*;
use proptest::sample::Index;
use rustls::pki_types::{CertificateDer, ServerName as ServerNameType, TrustAnchor, UnixTime};
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};
use test_pki::{
    BasicConstraints, Certified, ExtendedKeyUsage, Extension, Key, KeyId, Subtree, Template, ca,
    leaf, pem_bundle,
};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert};

const HOST: &str = "www.mock.example";
const NOW: &str = "2024-06-01T12:00:00Z";

/// How many CAs there are.
const CAS: usize = 4;

/// How a certificate may differ from a sound one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    None,
    Renewed,
    Expired,
    NotACa,
    NoIdentifier,
    AnotherKey,
    Critical,
    ForClients,
    Excluding,
    PathLength,
}

const FAULTS: [Fault; 10] = [
    Fault::None,
    Fault::Renewed,
    Fault::Expired,
    Fault::NotACa,
    Fault::NoIdentifier,
    Fault::AnotherKey,
    Fault::Critical,
    Fault::ForClients,
    Fault::Excluding,
    Fault::PathLength,
];

impl Fault {
    fn put_into(self, template: Template) -> Template {
        match self {
            Self::None => template,
            Self::Renewed => template.valid("2023-01-01", "2043-01-01"),
            Self::Expired => template.valid("2010-01-01", "2020-01-01"),
            Self::NotACa => template.basic_constraints(BasicConstraints::EndEntity),
            Self::NoIdentifier => template.subject_key_id(KeyId::Absent),
            Self::AnotherKey => template.key(Key::p256("another")),
            Self::Critical => template.extension(Extension::unknown_critical()),
            Self::ForClients => template.extended_key_usage([ExtendedKeyUsage::ClientAuth]),
            Self::Excluding => template.exclude(Subtree::Dns("mock.example")),
            Self::PathLength => template.path_len(0),
        }
    }
}

/// A certificate: whose, by whom, with which fault. The server's has number [`CAS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    subject: usize,
    issuer: usize,
    fault: Fault,
}

/// Certificates made so far: signing takes longer than searching.
static MADE: LazyLock<Mutex<BTreeMap<Edge, Certified>>> = LazyLock::new(Mutex::default);

fn certificate(edge: Edge) -> Certified {
    let mut made = MADE.lock().unwrap();
    made.entry(edge).or_insert_with(|| make(edge)).clone()
}

fn authority(number: usize) -> Template {
    ca(format!("Mock {number}").as_str())
}

fn make(
    Edge {
        subject,
        issuer,
        fault,
    }: Edge,
) -> Certified {
    if subject == CAS {
        let issuer = authority(issuer).self_signed();
        return fault.put_into(leaf(HOST)).issued_by(&issuer);
    }
    let template = fault.put_into(authority(subject));
    if subject == issuer {
        template.self_signed()
    } else {
        template.issued_by(&authority(issuer).self_signed())
    }
}

/// What a server sends, its own certificate first, and what a client trusts.
#[derive(Clone, Debug)]
struct World {
    chain: Vec<Edge>,
    bundle: Vec<Edge>,
}

fn edge() -> impl Strategy<Value = Edge> {
    // Every second certificate is sound.
    let fault = prop_oneof![Just(Fault::None), prop::sample::select(&FAULTS[..])];
    (0..CAS, 0..CAS, fault).prop_map(|(subject, issuer, fault)| Edge {
        subject,
        issuer,
        fault,
    })
}

fn world() -> impl Strategy<Value = World> {
    let fault = prop_oneof![4 => Just(Fault::None), 1 => prop::sample::select(&FAULTS[..])];
    let edges = || prop::collection::vec(edge(), 0..7);
    (0..CAS, fault, edges(), edges()).prop_map(|(issuer, fault, others, bundle)| {
        let subject = CAS;
        let target = Edge {
            subject,
            issuer,
            fault,
        };
        World {
            chain: core::iter::once(target).chain(others).collect(),
            bundle,
        }
    })
}

fn encoded(edges: &[Edge]) -> Vec<Encoded> {
    let encode = |edge: &Edge| Encoded {
        der: certificate(*edge).der().to_vec(),
        location: None,
    };
    edges.iter().map(encode).collect()
}

fn question() -> Question {
    Question {
        host: ServerName::parse(HOST).ok(),
        at: Moment::parse(NOW).unwrap(),
        peer: Peer::TlsServer,
    }
}

fn policy(client: &str) -> Policy {
    Client::find(client).unwrap().profile().policy.clone()
}

impl World {
    fn trace(&self, policy: &Policy) -> Trace {
        let store = Store::build(encoded(&self.chain), encoded(&self.bundle));
        search(&store, &question(), policy, &RustCrypto)
    }

    fn verdict(&self, client: &str) -> Verdict {
        judge(&self.trace(&policy(client)))
    }

    /// The same certificates in another order; the server's own stays first.
    fn shuffled(&self, moves: &[(Index, Index)]) -> Self {
        let mut world = self.clone();
        for (from, to) in moves {
            let others = &mut world.chain[1..];
            if !others.is_empty() {
                others.swap(from.index(others.len()), to.index(others.len()));
            }
            if !world.bundle.is_empty() {
                let length = world.bundle.len();
                world.bundle.swap(from.index(length), to.index(length));
            }
        }
        world
    }

    fn report(&self) -> String {
        let pem = |edges: &[Edge]| pem_bundle(edges.iter().map(|edge| certificate(*edge)));
        let inputs = [
            crate::shared::supplied(Purpose::Chain, "chain.pem", pem(&self.chain).as_bytes()),
            crate::shared::supplied(Purpose::Bundle, "bundle.pem", pem(&self.bundle).as_bytes()),
        ];
        let known = KnownRoots::built_in();
        let options = crate::shared::options(&known, "openssl-3", (Some(HOST), NOW));
        json(&explain(&inputs, &options), Lang::En)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn order_does_not_matter_where_all_paths_are_tried(
        world in world(),
        moves in prop::collection::vec(any::<(Index, Index)>(), 1..6),
    ) {
        let shuffled = world.shuffled(&moves);
        for client in ["webpki", "rfc5280"] {
            prop_assert_eq!(world.verdict(client), shuffled.verdict(client), "{}", client);
        }
    }

    #[test]
    fn an_unrelated_anchor_never_takes_trust_away(world in world(), place in any::<Index>()) {
        let unrelated = ca("Mock Unrelated").self_signed();
        let mut more = encoded(&world.bundle);
        let der = unrelated.der().to_vec();
        more.insert(place.index(more.len() + 1), Encoded { der, location: None });
        let before = Store::build(encoded(&world.chain), encoded(&world.bundle));
        let after = Store::build(encoded(&world.chain), more);
        for profile in profiles() {
            let verdict = |store: &Store| judge(&search(store, &question(), &profile.policy, &RustCrypto));
            prop_assert_eq!(verdict(&before), verdict(&after), "{}", profile.id);
        }
    }

    /// Where all paths are tried, another certificate can only add paths.
    #[test]
    fn more_certificates_never_take_trust_away_where_all_paths_are_tried(world in world(), extra in edge()) {
        let mut more = world.clone();
        more.chain.push(extra);
        for client in ["webpki", "rfc5280"] {
            if world.verdict(client) == Verdict::Trusted {
                prop_assert_eq!(more.verdict(client), Verdict::Trusted, "{}", client);
            }
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer(world in world()) {
        for profile in profiles() {
            prop_assert_eq!(world.trace(&profile.policy), world.trace(&profile.policy));
        }
    }

    #[test]
    fn every_search_ends_within_its_budget(
        world in world(),
        signatures in 0..12_usize,
        attempts in 1..6_usize,
        candidates in 0..12_usize,
    ) {
        for profile in profiles() {
            let mut frugal = profile.policy;
            frugal.budget.signatures = signatures;
            frugal.budget.attempts = attempts;
            frugal.budget.candidates = candidates;
            let trace = world.trace(&frugal);
            prop_assert!(trace.spent.signatures <= signatures);
            prop_assert!(trace.spent.candidates <= candidates + 1);
            prop_assert!(trace.attempts.len() <= attempts);
        }
    }

    /// A client that takes one path trusts nothing that no path deserves. The path it takes may go in a circle, which the
    /// search leaves out; then there is another one without the circle.
    #[test]
    fn what_a_taken_path_trusts_some_path_deserves(world in world()) {
        let trace = world.trace(&policy("openssl-3"));
        if judge(&trace) == Verdict::Trusted {
            let passes = |attempt: &Attempt| attempt.status() == PathStatus::Passed;
            prop_assert!(trace.attempts.iter().any(passes), "{:?}", trace.taken);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_same_inputs_give_the_same_report(world in world()) {
        prop_assert_eq!(world.report(), world.report());
    }
}

/// Random worlds are worth their time: a good part of them is trusted, and a good part is not.
#[test]
fn random_worlds_are_of_both_kinds() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut trusted = 0;
    for _ in 0..200 {
        let world = world().new_tree(&mut runner).unwrap().current();
        if world.verdict("webpki") == Verdict::Trusted {
            trusted += 1;
        }
    }
    assert!((20..180).contains(&trusted), "{trusted} of 200");
}

/// Whether rustls' path builder accepts: an anchor is a name, a key and name constraints.
fn webpki_accepts(world: &World) -> bool {
    let ders = |edges: &[Edge]| -> Vec<CertificateDer<'static>> {
        let der = |edge: &Edge| CertificateDer::from(certificate(*edge).der().to_vec());
        edges.iter().map(der).collect()
    };
    let (chain, bundle) = (ders(&world.chain), ders(&world.bundle));
    let anchors: Vec<TrustAnchor<'_>> = bundle
        .iter()
        .filter_map(|der| anchor_from_trusted_cert(der).ok())
        .collect();
    let (target, others) = chain.split_first().unwrap();
    let Ok(target) = EndEntityCert::try_from(target) else {
        return false;
    };
    let seconds = u64::try_from(Moment::parse(NOW).unwrap().as_unix()).unwrap();
    let path = target.verify_for_usage(
        rustls_rustcrypto::provider()
            .signature_verification_algorithms
            .all,
        &anchors,
        others,
        UnixTime::since_unix_epoch(Duration::from_secs(seconds)),
        KeyUsage::server_auth(),
        None,
        None,
    );
    let host = ServerNameType::try_from(HOST).unwrap();
    path.is_ok() && target.verify_is_valid_for_subject_name(&host).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// What the profile `webpki` trusts, rustls trusts; and what rustls trusts, RFC 5280 does too, once no more is asked
    /// of anchors and of the form of certificates than rustls asks.
    #[test]
    fn rustls_agrees(world in world()) {
        let accepted = webpki_accepts(&world);
        let mut lenient = policy("rfc5280");
        lenient.anchor.dates = AnchorDates::Ignored;
        lenient.anchor.extensions = AnchorExtensions::IGNORED;
        lenient.extensions.form = FormRules::None;
        if world.verdict("webpki") == Verdict::Trusted {
            prop_assert!(accepted);
        }
        if accepted {
            prop_assert_eq!(judge(&world.trace(&lenient)), Verdict::Trusted);
        }
    }
}
