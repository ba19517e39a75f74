//! What holds for every small PKI: random graphs of CAs with cross-certificates, faults, and bundles.

use certwhy::certificate::ServerName;
use certwhy::check::{ConstraintMemo, PathStatus, Step, Termination, run_all};
use certwhy::client::{
    AnchorDates, AnchorExtensions, Client, FormRules, PartialChain, Policy, profiles,
};
use certwhy::explain::{Purpose, explain};
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::moment::Moment;
use certwhy::path::{Attempt, Precision, Trace, decide, search};
use certwhy::question::{Peer, Question};
use certwhy::render::json;
use certwhy::signature::{RustCrypto, SignatureVerifier};
use certwhy::store::{CertId, Encoded, Store};
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
        der: certificate(*edge).der().to_vec().into(),
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
        more.insert(place.index(more.len() + 1), Encoded { der: der.into(), location: None });
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
        candidates in 0..12_usize,
    ) {
        for profile in profiles() {
            let mut frugal = profile.policy;
            frugal.budget.signatures = signatures;
            frugal.budget.candidates = candidates;
            let trace = world.trace(&frugal);
            prop_assert!(trace.spent.signatures <= signatures);
            // Short of everything it never claims more than it would with enough.
            let verdict = judge(&trace);
            if verdict != Verdict::Undecided {
                prop_assert_eq!(verdict, judge(&world.trace(&policy(profile.id))), "{}", profile.id);
            }
        }
    }

    /// The verdict is that of looking at every path there is, whether or not the paths are few enough to be listed.
    #[test]
    fn no_path_is_overlooked(world in world()) {
        let store = Store::build(encoded(&world.chain), encoded(&world.bundle));
        for client in ["rfc5280", "webpki", "go", "rustls"] {
            let mut policy = policy(client);
            let all = every_path(&store, &policy);
            let best = all.iter().map(|path| path.status).max();
            let deserved = match best {
                Some(PathStatus::Passed) => Verdict::Trusted,
                Some(PathStatus::Unchecked) => Verdict::Undecided,
                Some(PathStatus::Failed) | None => Verdict::NotTrusted,
            };
            prop_assert_eq!(judge(&decide(&store, &question(), &policy, &RustCrypto)), deserved, "{}", client);
            for listed in [usize::MAX, 1] {
                policy.budget.attempts = listed;
                let trace = search(&store, &question(), &policy, &RustCrypto);
                prop_assert_eq!(judge(&trace), deserved, "{}", client);
                let named = u64::try_from(all.len()).unwrap();
                match trace.paths.precision {
                    Precision::Exact => prop_assert_eq!(trace.paths.number, named),
                    Precision::AtLeast => prop_assert!(trace.paths.number <= named),
                }
            }
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

/// A path that leads to an anchor by name.
struct Whole {
    status: PathStatus,
}

/// Every path to an anchor by name, without repeated keys, one by one and without any shortcut.
fn every_path(store: &Store, policy: &Policy) -> Vec<Whole> {
    let mut found = Vec::new();
    if let Some(target) = certwhy::path::target(store) {
        extend(store, policy, &mut vec![target], &mut found);
    }
    found
}

fn extend(store: &Store, policy: &Policy, path: &mut Vec<CertId>, found: &mut Vec<Whole>) {
    let top = *path.last().unwrap();
    let certificate = store.certificate(top).unwrap();
    let may_be_target =
        policy.anchor.partial_chain != PartialChain::ForIssuers || certificate.looks_self_signed();
    if store.is_bundled(top) && (path.len() > 1 || may_be_target) {
        found.push(whole(store, policy, path));
        return;
    }
    let counted = path[1..]
        .iter()
        .filter(|id| !store.certificate(**id).unwrap().is_self_issued());
    if certificate.looks_self_signed() || counted.count() > policy.depth {
        return;
    }
    let identity = |id: CertId| {
        let certificate = store.certificate(id).unwrap();
        (certificate.subject.clone(), certificate.public_key.sha256)
    };
    for issuer in store.with_subject(&certificate.issuer) {
        if path
            .iter()
            .all(|earlier| identity(*earlier) != identity(issuer))
        {
            path.push(issuer);
            extend(store, policy, path, found);
            path.pop();
        }
    }
}

fn whole(store: &Store, policy: &Policy, ids: &[CertId]) -> Whole {
    let path: Vec<_> = ids
        .iter()
        .map(|id| store.certificate(*id).unwrap().as_ref())
        .collect();
    let (question, constraints) = (question(), ConstraintMemo::new(policy));
    let checks = run_all(
        |position| {
            let issuer = path.get(position + 1);
            Some(Step {
                path: &path,
                position,
                certificate: path[position],
                termination: Termination::Anchored,
                sent: path.len() - 1,
                signature: issuer
                    .map(|issuer| RustCrypto.verify(&issuer.public_key, &path[position].signed())),
                question: &question,
                policy,
                constraints: &constraints,
            })
        },
        path.len(),
    );
    Whole {
        status: PathStatus::of(&checks),
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
