//! The one path that a client without backtracking takes.

use super::taken;
use crate::client::{PartialChain, Policy};
use crate::testing::{HOST, Trio, policy, sound, store, trace};
use crate::verdict::{Verdict, judge};
use test_pki::{Certified, Key, ca, leaf};

fn openssl_3() -> Policy {
    policy("openssl-3")
}

fn openssl_1_0_2() -> Policy {
    policy("openssl-1.0.2")
}

fn openssl_1_0_1() -> Policy {
    policy("openssl-1.0.1")
}

/// A chain that ends in an expired cross-certificate by a root that has expired too, while the client holds the new root:
/// what befell clients on 2020-05-30 and 2021-09-30.
#[test]
fn an_expired_cross_certificate_in_the_way() {
    let Trio { leaf, middle, root } = sound();
    let old = ca("Mock Old")
        .valid("2000-01-01", "2021-09-30")
        .self_signed();
    let cross = root
        .template()
        .clone()
        .valid("2010-01-01", "2021-09-30")
        .issued_by(&old);
    let presented = [&leaf, &middle, &cross];
    let rows = [
        (
            vec![&root, &old],
            openssl_3(),
            "CA Root: anchored",
            Verdict::Trusted,
        ),
        (
            vec![&root, &old],
            openssl_1_0_2(),
            "CA Root Old: anchored",
            Verdict::NotTrusted,
        ),
        (
            vec![&root],
            openssl_1_0_2(),
            "CA Root: anchored",
            Verdict::Trusted,
        ),
        (
            vec![&root],
            openssl_1_0_1(),
            "CA Root: no-issuer",
            Verdict::NotTrusted,
        ),
        (
            vec![&old],
            openssl_3(),
            "CA Root Old: anchored",
            Verdict::NotTrusted,
        ),
    ];
    for (row, (bundle, policy, path, verdict)) in rows.into_iter().enumerate() {
        let store = store(&presented, &bundle);
        let trace = trace(&store, &policy);
        assert_eq!(taken(&store, &trace), format!("{HOST} {path}"), "row {row}");
        assert_eq!(judge(&trace), verdict, "row {row}");
    }
}

/// Which of two roots of one name and key is taken: the first, or the one that is valid.
#[test]
fn the_pick_among_equals() {
    let Trio { leaf, middle, root } = sound();
    let again = |from, to| root.template().clone().valid(from, to).self_signed();
    let (ended, ended_later) = (
        again("2010-01-01", "2020-01-01"),
        again("2010-01-01", "2022-01-01"),
    );
    let first = policy("python-2.7");
    let rows: &[(&[&Certified], &Policy, &Certified)] = &[
        (&[&ended, &root], &first, &ended),
        (&[&root, &ended], &first, &root),
        (&[&ended, &root], &openssl_3(), &root),
        (&[&root, &ended], &openssl_3(), &root),
        (&[&ended, &ended_later], &openssl_3(), &ended_later),
        (&[&ended_later, &ended], &openssl_3(), &ended_later),
    ];
    for (row, (bundle, policy, expected)) in rows.iter().enumerate() {
        let store = store(&[&leaf, &middle], bundle);
        let trace = trace(&store, policy);
        let top = trace.taken.as_ref().unwrap().attempt.top();
        assert_eq!(top, Some(crate::testing::id(&store, expected)), "row {row}");
    }
}

/// A self-signed certificate that is not in the bundle is not trusted because a namesake is.
#[test]
fn a_self_signed_mimic_is_not_trusted() {
    let Trio { leaf, middle, root } = sound();
    let renewed = root
        .template()
        .clone()
        .valid("2021-01-01", "2041-01-01")
        .self_signed();
    let mimic = root
        .template()
        .clone()
        .key(Key::p256("mimic"))
        .self_signed();
    for (presented, bundle, path) in [
        // Its own certificate in the bundle: trusted.
        (
            vec![&leaf, &middle, &root],
            vec![&root],
            "CA Root: anchored",
        ),
        // Another one of that name and key: found from below, by asking the bundle first.
        (
            vec![&leaf, &middle, &root],
            vec![&renewed],
            "CA Root: anchored",
        ),
        (
            vec![&leaf, &middle, &root],
            vec![&mimic],
            "CA Root: self-signed",
        ),
    ] {
        let store = store(&presented, &bundle);
        let trace = trace(&store, &openssl_3());
        assert_eq!(taken(&store, &trace), format!("{HOST} {path}"));
    }
    for (bundle, path) in [(&root, "Root: anchored"), (&renewed, "Root: self-signed")] {
        let store = store(&[&root], &[bundle]);
        assert_eq!(taken(&store, &trace(&store, &openssl_3())), path);
    }
}

#[test]
fn the_servers_certificates_no_longer_count_once_the_bundle_has_helped() {
    let Trio { leaf, middle, root } = sound();
    let store_of = |presented: &[&Certified], bundle: &[&Certified]| store(presented, bundle);
    // The intermediate stands in the bundle, its root only among the presented ones.
    let mixed = store_of(&[&leaf, &root], &[&middle]);
    let trace_of = trace(&mixed, &openssl_3());
    assert_eq!(taken(&mixed, &trace_of), format!("{HOST} CA: no-issuer"));
    assert_eq!(trace_of.taken.unwrap().from_server, 1);
    // Asked first, the server leads to its own root.
    let presented_first = store_of(&[&leaf, &middle, &root], &[&middle]);
    let trace_of = trace(&presented_first, &openssl_1_0_1());
    assert_eq!(
        taken(&presented_first, &trace_of),
        format!("{HOST} CA Root: self-signed")
    );
    assert_eq!(trace_of.taken.unwrap().from_server, 3);
}

#[test]
fn partial_chains() {
    let Trio {
        leaf: server,
        middle,
        ..
    } = sound();
    let alone = leaf(HOST).self_signed();
    let mut partial = openssl_3();
    partial.anchor.partial_chain = PartialChain::Accepted;
    for (presented, bundle, by_default, with_partial) in [
        (
            vec![&server],
            vec![&middle],
            "CA: no-issuer",
            "CA: anchored",
        ),
        (vec![&server], vec![&server], ": no-issuer", ": anchored"),
        (vec![&alone], vec![&alone], ": anchored", ": anchored"),
    ] {
        let store = store(&presented, &bundle);
        for (policy, expected) in [(openssl_3(), by_default), (partial.clone(), with_partial)] {
            let joiner = if expected.starts_with(':') { "" } else { " " };
            let trace = trace(&store, &policy);
            assert_eq!(taken(&store, &trace), format!("{HOST}{joiner}{expected}"));
        }
    }
}

/// A key of another kind can have made no such signature: it is no candidate, and a self-issued certificate that it
/// "signed" is no root.
#[test]
fn a_key_of_another_kind_is_no_candidate() {
    let rsa = ca("Mock Root")
        .key(Key::rsa_2048(0))
        .subject_key_id(test_pki::KeyId::Absent)
        .self_signed();
    let ec = ca("Mock Root")
        .subject_key_id(test_pki::KeyId::Absent)
        .self_signed();
    let leaf = leaf(HOST)
        .authority_key_id(test_pki::AuthorityKeyId::Absent)
        .issued_by(&ec);
    for bundle in [[&rsa, &ec], [&ec, &rsa]] {
        let store = store(&[&leaf], &bundle);
        assert_eq!(judge(&trace(&store, &openssl_3())), Verdict::Trusted);
    }
    let rolled = ca("Mock Root")
        .authority_key_id(test_pki::AuthorityKeyId::Absent)
        .issued_by(&rsa);
    assert!(!crate::testing::parsed(&rolled).looks_self_signed());
    let store = store(&[&leaf, &rolled], &[&rsa]);
    assert_eq!(judge(&trace(&store, &openssl_3())), Verdict::Trusted);
}
