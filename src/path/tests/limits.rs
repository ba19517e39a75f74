//! The bounds: depth, budget, and each signature once.

use super::anchored;
use crate::client::{Building, CertificatePolicyRules, ExplicitPolicy, Policy, PolicyInputs};
use crate::path::{Limit, Listing, PathCount, decide, search};
use crate::signature::RustCrypto;
use crate::store::Store;
use crate::testing::{Counting, HOST, policy, question, store, trace};
use crate::verdict::{Verdict, judge};
use test_pki::{Certified, Key, Name, Subtree, Template, ca, leaf};

/// Every CA is certified by every other one: the number of paths is more than exponential.
fn full_mesh(size: usize) -> (Certified, Vec<Certified>) {
    let roots: Vec<Certified> = (0..size)
        .map(|number| ca(format!("Mock {number}").as_str()).self_signed())
        .collect();
    let crossed = roots.iter().enumerate().flat_map(|(number, root)| {
        let others = roots
            .iter()
            .enumerate()
            .filter(move |(other, _)| *other != number);
        others.map(|(_, other)| root.cross_signed_by(other))
    });
    (leaf(HOST).issued_by(&roots[0]), crossed.collect())
}

fn mesh_store() -> (Store, Certified) {
    let (leaf, crossed) = full_mesh(6);
    let anchor = ca("Mock Anchor").self_signed();
    let presented: Vec<&Certified> = core::iter::once(&leaf).chain(&crossed).collect();
    (store(&presented, &[&anchor]), anchor)
}

/// The same with the root of the last CA in the bundle.
fn anchored_mesh(size: usize) -> Store {
    let (leaf, crossed) = full_mesh(size);
    let anchor = ca(format!("Mock {}", size - 1).as_str()).self_signed();
    let presented: Vec<&Certified> = core::iter::once(&leaf).chain(&crossed).collect();
    store(&presented, &[&anchor])
}

#[test]
fn a_signature_is_verified_once_for_each_certificate_and_key() {
    let (store, _) = mesh_store();
    let counting = Counting::default();
    for client in ["webpki", "openssl-3"] {
        counting.0.borrow_mut().clear();
        let trace = search(&store, &question(), &policy(client), &counting);
        let mut asked = counting.0.borrow().clone();
        assert_eq!(asked.len(), trace.spent.signatures, "{client}");
        asked.sort();
        asked.dedup();
        assert_eq!(asked.len(), trace.spent.signatures, "{client}");
        assert!(asked.len() <= 6 * 5 + 1, "{}", asked.len());
    }
}

fn limited(change: fn(&mut Policy)) -> Policy {
    let mut policy = policy("webpki");
    change(&mut policy);
    policy
}

/// A server whose certificate can be reached from a root through each of several CAs, none of which the root allows.
fn forbidden(ways: usize) -> Store {
    let names = (0..ways).map(|number| format!("Mock Way {number}"));
    let names: Vec<String> = names.collect();
    let exclude =
        |root: Template, name: &String| root.exclude(Subtree::Directory(Name::cn(name.as_str())));
    let root = names.iter().fold(ca("Mock Root"), exclude).self_signed();
    let middle = ca("Mock CA").self_signed();
    let server = leaf(HOST).issued_by(&middle);
    let ways: Vec<Certified> = names
        .iter()
        .map(|name| ca(name.as_str()).issued_by(&root))
        .collect();
    let crossed: Vec<Certified> = ways.iter().map(|way| middle.cross_signed_by(way)).collect();
    let presented: Vec<&Certified> = [&server].into_iter().chain(&crossed).chain(&ways).collect();
    store(&presented, &[&root])
}

fn demanding_a_policy(policy: &mut Policy) {
    policy.certificate_policies = CertificatePolicyRules::Processed(PolicyInputs {
        explicit: ExplicitPolicy::Required,
        ..PolicyInputs::NO_DEMAND
    });
}

/// A PKI, a frugal policy, and the limit that it reaches.
type Row = (fn() -> Store, fn(&mut Policy), Limit);

#[test]
fn a_spent_budget_is_told_and_leaves_the_verdict_open() {
    let crossed = || anchored_mesh(5);
    let rows: [Row; 4] = [
        (
            crossed,
            |policy| policy.budget.signatures = 1,
            Limit::Signatures,
        ),
        (
            crossed,
            |policy| policy.budget.candidates = 2,
            Limit::Candidates,
        ),
        (
            || forbidden(9),
            |policy| policy.budget.detours = 5,
            Limit::Candidates,
        ),
        (
            crossed,
            |policy| {
                demanding_a_policy(policy);
                policy.budget.attempts = 5;
            },
            Limit::Attempts,
        ),
    ];
    for (world, change, limit) in rows {
        let (store, policy) = (world(), limited(change));
        let trace = trace(&store, &policy);
        assert_eq!(trace.stopped, Some(limit));
        assert!(trace.spent.signatures <= policy.budget.signatures);
        let short = decide(&store, &question(), &policy, &RustCrypto);
        assert_eq!(judge(&short), Verdict::Undecided, "{limit:?}");
    }
}

#[test]
fn what_was_ruled_out_to_the_end_is_not_trusted() {
    for ways in [1, 9, 40] {
        let trace = trace(&forbidden(ways), &policy("webpki"));
        assert_eq!(
            (trace.stopped, judge(&trace)),
            (None, Verdict::NotTrusted),
            "{ways}"
        );
    }
    let (mesh, _) = mesh_store();
    let trace = trace(&mesh, &limited(|policy| policy.budget.signatures = 0));
    assert_eq!((trace.stopped, judge(&trace)), (None, Verdict::NotTrusted));
    assert_eq!(trace.paths, PathCount::exactly(0));
}

/// The client's own path is looked at first, whatever else there is to look at; and what was not looked at is no pass.
#[test]
fn an_unverified_path_is_never_trusted() {
    let root = ca("Mock Root").self_signed();
    let namesakes: Vec<Certified> = (0..9)
        .map(|number| {
            let key = Key::p256(&format!("Mock Root {number}"));
            root.template().clone().key(key).self_signed()
        })
        .collect();
    let bundle: Vec<&Certified> = core::iter::once(&root).chain(&namesakes).collect();
    let forged = leaf(HOST).issued_by_name_only(&root, &Key::p256("Mock Thief"));
    let store = store(&[&forged], &bundle);
    for (signatures, verdict) in [
        (0, Verdict::Undecided),
        (1, Verdict::NotTrusted),
        (2_000, Verdict::NotTrusted),
    ] {
        let mut frugal = policy("openssl-3");
        frugal.budget.signatures = signatures;
        assert_eq!(judge(&trace(&store, &frugal)), verdict, "{signatures}");
    }
}

#[test]
fn the_short_way_to_a_verdict_comes_to_the_same() {
    let (leaf, crossed) = full_mesh(4);
    let expired = ca("Mock 3").valid("2020-01-01", "2021-01-01").self_signed();
    let presented: Vec<&Certified> = core::iter::once(&leaf).chain(&crossed).collect();
    let roots = [
        ca("Mock 0").self_signed(),
        ca("Mock 3").self_signed(),
        expired,
    ];
    for root in &roots {
        for bundle in [vec![root], presented.clone()] {
            let store = store(&presented, &bundle);
            for client in ["rfc5280", "webpki", "openssl-3"] {
                for attempts in [1, 3, 256] {
                    let mut policy = policy(client);
                    policy.budget.attempts = attempts;
                    let short = decide(&store, &question(), &policy, &RustCrypto);
                    let full = trace(&store, &policy);
                    assert_eq!(judge(&short), judge(&full), "{client}, {attempts}");
                    assert!(short.attempts.len() <= full.attempts.len());
                }
            }
        }
    }
}

#[test]
fn a_trusted_path_found_in_time_is_trusted() {
    let (leaf, crossed) = full_mesh(5);
    let anchor = ca("Mock 0").self_signed();
    let presented: Vec<&Certified> = core::iter::once(&leaf).chain(&crossed).collect();
    let store = store(&presented, &[&anchor]);
    let trace = trace(&store, &limited(|policy| policy.budget.attempts = 3));
    assert_eq!((trace.stopped, trace.listing), (None, Listing::Nearest));
    assert_eq!(judge(&trace), Verdict::Trusted);
}

/// A ladder of CAs below a root.
fn ladder(rungs: usize) -> Vec<Certified> {
    let mut path = vec![ca("Mock Root").self_signed()];
    for number in 0..rungs {
        let issuer = path.last().unwrap();
        let name = format!("Mock {number}");
        path.push(ca(name.as_str()).issued_by(issuer));
    }
    let leaf = leaf(HOST).issued_by(path.last().unwrap());
    path.push(leaf);
    path.reverse();
    path
}

/// `depth` counts the intermediates: one more is too deep.
#[test]
fn depth_counts_intermediates() {
    for (rungs, verdict, end) in [
        (3, Verdict::Trusted, "anchored"),
        (4, Verdict::NotTrusted, "too-deep"),
    ] {
        let path = ladder(rungs);
        let refs: Vec<&Certified> = path.iter().collect();
        let (root, presented) = refs.split_last().unwrap();
        let store = store(presented, &[root]);
        for client in ["webpki", "openssl-3"] {
            let mut shallow = policy(client);
            shallow.depth = 3;
            let trace = trace(&store, &shallow);
            assert_eq!(judge(&trace), verdict, "{client}, {rungs}");
            let attempt = match shallow.building {
                Building::AllPaths => &trace.attempts[0],
                Building::FirstMatch(_)
                | Building::SentChain
                | Building::SentChainElseAllPaths
                | Building::BestCandidate => &trace.taken.as_ref().unwrap().attempt,
            };
            assert_eq!(attempt.end.as_str(), end, "{client}, {rungs}");
        }
    }
}

#[test]
fn a_path_of_a_hundred_is_no_burden() {
    let path = ladder(100);
    let refs: Vec<&Certified> = path.iter().collect();
    let (root, presented) = refs.split_last().unwrap();
    let store = store(presented, &[root]);
    let trace = trace(&store, &policy("webpki"));
    assert_eq!(anchored(&trace), 1);
    assert_eq!(judge(&trace), Verdict::Trusted);
}

/// A CA whose new key its old one certified: a certificate issued to oneself is no intermediate that counts.
#[test]
fn a_certificate_issued_to_oneself_does_not_count() {
    let old = ca("Mock Root").self_signed();
    let new = old
        .template()
        .clone()
        .key(Key::p256("another"))
        .issued_by(&old);
    let middle = ca("Mock CA").issued_by(&new);
    let server = leaf(HOST).issued_by(&middle);
    let store = store(&[&server, &middle, &new], &[&old]);
    for (depth, paths, verdict) in [
        (0, 256, Verdict::NotTrusted),
        (1, 256, Verdict::Trusted),
        (1, 0, Verdict::Trusted),
    ] {
        let mut policy = policy("webpki");
        policy.depth = depth;
        policy.budget.attempts = paths;
        assert_eq!(judge(&trace(&store, &policy)), verdict, "{depth}, {paths}");
    }
}

/// Of two ways one allows no CA below it.
#[test]
fn a_way_that_is_long_enough() {
    let root = ca("Mock Root").self_signed();
    let middle = ca("Mock CA").self_signed();
    let server = leaf(HOST).issued_by(&middle);
    let ways = [("Mock Way 0", 0), ("Mock Way 1", 1)];
    let [narrow, wide] = ways.map(|(name, limit)| ca(name).path_len(limit).issued_by(&root));
    let [by_narrow, by_wide] = [&narrow, &wide].map(|way| middle.cross_signed_by(way));
    for (ways, verdict) in [
        (vec![&by_narrow, &narrow], Verdict::NotTrusted),
        (vec![&by_wide, &wide], Verdict::Trusted),
        (vec![&by_narrow, &narrow, &by_wide, &wide], Verdict::Trusted),
        (vec![&by_wide, &wide, &by_narrow, &narrow], Verdict::Trusted),
    ] {
        let presented: Vec<&Certified> = [&server].into_iter().chain(ways).collect();
        let store = store(&presented, &[&root]);
        assert_eq!(judge(&trace(&store, &policy("webpki"))), verdict);
    }
}
