//! The search over all paths: meshes, loops, dead ends.

use super::{all_shown, anchored, permutations};
use crate::certificate::KeyIdentifier;
use crate::path::{End, Listing};
use crate::testing::{HOST, Trio, id, policy, sound, store, trace};
use crate::verdict::{Verdict, judge};
use test_pki::{AuthorityKeyId, Key, KeyId, Template, ca, leaf};

#[test]
fn any_order_leads_to_the_same_paths() {
    let Trio { leaf, middle, root } = sound();
    let other = ca("Mock Other").self_signed();
    let cross = root.cross_signed_by(&other);
    for order in permutations(&[&middle, &cross, &root]) {
        let presented: Vec<_> = core::iter::once(&leaf).chain(order).collect();
        for bundle in permutations(&[&other, &root]) {
            let store = store(&presented, &bundle);
            let trace = trace(&store, &policy("webpki"));
            assert_eq!(
                all_shown(&store, &trace),
                ["Www CA Root: anchored", "Www CA Root Other: anchored"]
                    .map(|s| s.replace("Www", HOST)),
            );
        }
    }
}

#[test]
fn repetitions_change_nothing() {
    let Trio { leaf, middle, root } = sound();
    let once = store(&[&leaf, &middle], &[&root]);
    let thrice = store(
        &[&leaf, &middle, &leaf, &middle, &middle],
        &[&root, &root, &middle],
    );
    for (store, paths) in [(once, 1), (thrice, 1)] {
        let trace = trace(&store, &policy("webpki"));
        assert_eq!((anchored(&trace), trace.attempts.len()), (paths, paths));
    }
}

#[test]
fn cross_certificates_give_a_path_each() {
    let Trio { leaf, middle, root } = sound();
    let [one, two] = ["Mock One", "Mock Two"].map(|name| ca(name).self_signed());
    let (by_one, by_two) = (root.cross_signed_by(&one), root.cross_signed_by(&two));
    let presented = [&leaf, &middle, &by_one, &by_two];
    for (bundle, expected) in [
        (vec![&one], 1),
        (vec![&one, &two], 2),
        (vec![&one, &two, &root], 3),
    ] {
        let store = store(&presented, &bundle);
        let trace = trace(&store, &policy("webpki"));
        assert_eq!(anchored(&trace), expected);
        assert_eq!(trace.listing, Listing::Complete);
        assert_eq!(judge(&trace), Verdict::Trusted);
    }
}

#[test]
fn a_root_issued_again_is_another_path() {
    let Trio { leaf, middle, root } = sound();
    let renewed = root
        .template()
        .clone()
        .valid("2024-01-01", "2050-01-01")
        .self_signed();
    let store = store(&[&leaf, &middle], &[&root, &renewed]);
    let trace = trace(&store, &policy("webpki"));
    assert_eq!(anchored(&trace), 2);
    // One key, one verification of each certificate below it.
    assert_eq!(trace.spent.signatures, 2);
}

#[test]
fn the_same_name_with_another_key_is_no_issuer() {
    let Trio { leaf, middle, root } = sound();
    let namesake = root
        .template()
        .clone()
        .key(Key::p256("another"))
        .self_signed();
    let apart = store(&[&leaf, &middle], &[&namesake]);
    let both = store(&[&leaf, &middle], &[&namesake, &root]);
    let lone = trace(&apart, &policy("webpki"));
    let [attempt] = lone.attempts.as_slice() else {
        panic!("{lone:?}");
    };
    let End::WrongKey(wanted) = &attempt.end else {
        panic!("{attempt:?}");
    };
    assert_eq!(wanted.below, id(&apart, &middle));
    assert_eq!(
        wanted.key_id,
        Some(KeyIdentifier::new(root.key().identifier()))
    );
    assert_eq!(judge(&lone), Verdict::NotTrusted);
    let trace = trace(&both, &policy("webpki"));
    assert_eq!(
        all_shown(&both, &trace),
        [
            format!("{HOST} CA Root: anchored"),
            format!("{HOST} CA Root: rejected")
        ]
    );
}

#[test]
fn two_cas_that_certify_each_other_end_in_a_loop() {
    let [a, b] = ["Mock A", "Mock B"].map(|name| ca(name).self_signed());
    let (a_by_b, b_by_a) = (a.cross_signed_by(&b), b.cross_signed_by(&a));
    let leaf = leaf(HOST).issued_by(&a);
    let other = ca("Mock Other").self_signed();
    let looping = store(&[&leaf, &a_by_b, &b_by_a], &[&other]);
    let trace_of_loop = trace(&looping, &policy("webpki"));
    assert_eq!(
        all_shown(&looping, &trace_of_loop),
        [format!("{HOST} A B: loop")]
    );
    let wanted = trace_of_loop.attempts[0].end.wanted().unwrap();
    assert_eq!(wanted.below, id(&looping, &b_by_a));
    // With one of the two as an anchor, the loop is no hindrance.
    for bundle in [[&a], [&b]] {
        let store = store(&[&leaf, &a_by_b, &b_by_a], &bundle);
        for client in ["webpki", "openssl-3"] {
            assert_eq!(
                judge(&trace(&store, &policy(client))),
                Verdict::Trusted,
                "{client}"
            );
        }
    }
}

#[test]
fn a_dead_end_says_what_is_missing() {
    let Trio { leaf, middle, root } = sound();
    let other = ca("Mock Other").self_signed();
    for (presented, below, issuer) in [
        (vec![&leaf], &leaf, &middle),
        (vec![&leaf, &middle], &middle, &root),
    ] {
        let store = store(&presented, &[&other]);
        let trace = trace(&store, &policy("webpki"));
        let [attempt] = trace.attempts.as_slice() else {
            panic!("{trace:?}");
        };
        let wanted = attempt.end.wanted().unwrap();
        assert_eq!(attempt.end.as_str(), "no-issuer");
        assert_eq!(wanted.below, id(&store, below));
        assert_eq!(wanted.subject, crate::testing::parsed(issuer).subject);
        assert_eq!(
            wanted.key_id,
            Some(KeyIdentifier::new(issuer.key().identifier()))
        );
    }
}

#[test]
fn self_signed_ends() {
    let Trio {
        leaf: sent,
        middle,
        root,
    } = sound();
    let alone = leaf(HOST).self_signed();
    let other = ca("Mock Other").self_signed();
    for (presented, bundle, ends) in [
        (vec![&alone], vec![&other], "self-signed"),
        (vec![&alone], vec![&alone], "anchored"),
        (vec![&sent, &middle, &root], vec![&other], "self-signed"),
    ] {
        let store = store(&presented, &bundle);
        let trace = trace(&store, &policy("webpki"));
        let found: Vec<_> = trace
            .attempts
            .iter()
            .map(|attempt| attempt.end.as_str())
            .collect();
        assert_eq!(found, [ends]);
    }
}

/// A certificate that names itself as its issuer, without key identifiers that tell, may be signed by another key of that
/// name: by a CA's old key, or by a CA that has the server's name.
#[test]
fn what_only_looks_self_signed_has_an_issuer() {
    let unmarked = |template: Template| {
        let template = template.subject_key_id(KeyId::Absent);
        template.authority_key_id(AuthorityKeyId::Absent)
    };
    let old = ca("Mock Root").self_signed();
    let new = unmarked(ca("Mock Root").key(Key::p256("another"))).issued_by(&old);
    let below_new = unmarked(leaf(HOST)).issued_by(&new);
    let own_ca = unmarked(ca(HOST).key(Key::p256("another"))).self_signed();
    let homemade = unmarked(leaf(HOST)).issued_by(&own_ca);
    let alone = unmarked(leaf(HOST)).self_signed();
    for (presented, bundle, paths) in [
        (
            vec![&below_new, &new],
            &old,
            vec![" Root: rejected", " Root Root: anchored"],
        ),
        (
            vec![&homemade],
            &own_ca,
            vec![" www.mock.example: anchored"],
        ),
        // What did sign itself has none.
        (vec![&alone], &own_ca, vec![": self-signed"]),
        (
            vec![&below_new, &new, &old],
            &own_ca,
            vec![" Root: rejected", " Root Root: self-signed"],
        ),
    ] {
        let store = store(&presented, &[bundle]);
        let found = all_shown(&store, &trace(&store, &policy("go")));
        let expected: Vec<String> = paths.iter().map(|path| format!("{HOST}{path}")).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn a_target_in_the_bundle_is_an_anchor_only_with_partial_chains() {
    let Trio { leaf, middle, root } = sound();
    let store = store(&[&leaf, &middle], &[&leaf, &root]);
    let partial = trace(&store, &policy("webpki"));
    assert_eq!(all_shown(&store, &partial), [format!("{HOST}: anchored")]);
    let whole = trace(&store, &policy("openssl-3"));
    assert_eq!(
        all_shown(&store, &whole),
        [format!("{HOST} CA Root: anchored")]
    );
}

#[test]
fn without_a_chain_there_is_no_target() {
    let store = store(&[], &[&sound().root]);
    let trace = trace(&store, &policy("openssl-3"));
    assert_eq!((trace.target, trace.attempts.len()), (None, 0));
    assert!(trace.taken.is_none());
    assert_eq!(judge(&trace), Verdict::Undecided);
}

/// Key identifiers order candidates; where they mislead, the search still finds the way.
#[test]
fn key_identifiers_that_mislead_cost_a_detour_only() {
    let root = ca("Mock Root").self_signed();
    let namesake = root
        .template()
        .clone()
        .key(Key::p256("another"))
        .subject_key_id(KeyId::Bytes(vec![7]))
        .self_signed();
    let leaf = leaf(HOST)
        .authority_key_id(AuthorityKeyId::Bytes(vec![7]))
        .issued_by(&root);
    let store = store(&[&leaf], &[&root, &namesake]);
    let found = trace(&store, &policy("webpki"));
    assert_eq!(
        all_shown(&store, &found),
        [
            format!("{HOST} Root: rejected"),
            format!("{HOST} Root: anchored")
        ]
    );
    assert_eq!(judge(&found), Verdict::Trusted);
    assert_eq!(
        judge(&trace(&store, &policy("openssl-3"))),
        Verdict::NotTrusted
    );
}
