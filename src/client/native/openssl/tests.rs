//! Which error OpenSSL reports, and for which certificate.

use super::{OpenSslEra, first};
use crate::certificate::ServerName;
use crate::client::NativeError;
use crate::path::{Trace, search};
use crate::question::Question;
use crate::signature::RustCrypto;
use crate::store::Store;
use crate::testing::{AS_IS, Edit, HOST, Trio, policy, question, sound, store, trace, trio};
use test_pki::{
    BasicConstraints, ExtendedKeyUsage, Extension, Hash, Key, KeyUsage, Subtree, ca, leaf,
};

fn said(store: &Store) -> Option<(String, usize)> {
    let trace = trace(store, &policy("openssl-3"));
    first(OpenSslEra::V3, &question(), &trace).map(|error| (error.code, error.depth))
}

/// What OpenSSL says: number and depth.
fn numbered(code: &str, depth: usize) -> (String, usize) {
    (code.to_owned(), depth)
}

fn said_of(edits: (Edit, Edit, Edit)) -> Option<(String, usize)> {
    let Trio { leaf, middle, root } = trio(edits.0, edits.1, edits.2);
    said(&store(&[&leaf, &middle], &[&root]))
}

const EXPIRED: Edit = |t| t.valid("2010-01-01", "2020-01-01");
const CRITICAL: Edit = |t| t.extension(Extension::unknown_critical());
const NOT_A_CA: Edit = |t| t.basic_constraints(BasicConstraints::EndEntity);
const OTHER_HOST: Edit = |t| t.no_san().san_dns(["www.studio.example"]);
const WEAK_DIGEST: Edit = |t| t.signed_with(Hash::Sha1);
const WEAK_KEY: Edit = |t| t.key(Key::rsa_768());
const EXCLUDES: Edit = |t| t.exclude(Subtree::Dns("mock.example"));

#[rustfmt::skip]
const SINGLE: &[((Edit, Edit, Edit), &str, usize)] = &[
    ((EXPIRED, AS_IS, AS_IS), "10", 0),
    ((AS_IS, EXPIRED, AS_IS), "10", 1),
    ((AS_IS, AS_IS, EXPIRED), "10", 2),
    ((|t| t.valid("2030-01-01", "2040-01-01"), AS_IS, AS_IS), "9", 0),
    ((CRITICAL, AS_IS, AS_IS), "34", 0),
    ((AS_IS, AS_IS, CRITICAL), "34", 2),
    ((AS_IS, NOT_A_CA, AS_IS), "79", 1),
    ((AS_IS, |t| t.key_usage([KeyUsage::CrlSign]), AS_IS), "79", 1),
    ((AS_IS, AS_IS, |t| t.path_len(0)), "25", 2),
    ((|t| t.key_usage([KeyUsage::DataEncipherment]), AS_IS, AS_IS), "26", 0),
    ((|t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), AS_IS, AS_IS), "26", 0),
    ((AS_IS, |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), AS_IS), "26", 1),
    ((WEAK_KEY, AS_IS, AS_IS), "66", 0),
    ((AS_IS, |t| t.key(Key::rsa_768()), AS_IS), "67", 1),
    ((WEAK_DIGEST, AS_IS, AS_IS), "68", 0),
    ((OTHER_HOST, AS_IS, AS_IS), "62", 0),
    ((AS_IS, EXCLUDES, AS_IS), "48", 0),
    ((AS_IS, |t| t.permit(Subtree::Dns("studio.example")), AS_IS), "47", 0),
    ((|t| t.subject_key_id(test_pki::KeyId::Absent).extension(
        Extension::new("2.5.29.14", test_pki::Criticality::NonCritical, vec![0x30, 0])), AS_IS, AS_IS), "20", 0),
];

#[test]
fn one_fault() {
    for (row, (edits, code, depth)) in SINGLE.iter().enumerate() {
        assert_eq!(said_of(*edits), Some(numbered(code, *depth)), "row {row}");
    }
    assert_eq!(said_of((AS_IS, AS_IS, AS_IS)), None);
}

/// Extensions from the target up, then strength, name, dates from the anchor down, name constraints.
#[rustfmt::skip]
const DOUBLE: &[((Edit, Edit, Edit), &str, usize)] = &[
    ((CRITICAL, NOT_A_CA, AS_IS), "34", 0),
    ((AS_IS, NOT_A_CA, CRITICAL), "79", 1),
    ((WEAK_DIGEST, CRITICAL, AS_IS), "34", 1),
    ((WEAK_DIGEST, |t| t.key(Key::rsa_768()), AS_IS), "68", 0),
    ((OTHER_HOST, WEAK_DIGEST, AS_IS), "68", 1),
    ((OTHER_HOST, AS_IS, EXPIRED), "62", 0),
    ((EXPIRED, EXPIRED, AS_IS), "10", 1),
    ((EXPIRED, AS_IS, EXPIRED), "10", 2),
    ((EXPIRED, EXCLUDES, AS_IS), "10", 0),
    ((WEAK_KEY, CRITICAL, EXPIRED), "66", 0),
    ((|t| t.valid("2010-01-01", "2020-01-01").no_san().san_dns(["www.studio.example"]), AS_IS, AS_IS), "62", 0),
];

#[test]
fn of_two_faults_the_earlier_stage_counts() {
    for (row, (edits, code, depth)) in DOUBLE.iter().enumerate() {
        assert_eq!(said_of(*edits), Some(numbered(code, *depth)), "row {row}");
    }
}

#[test]
fn paths_that_end_nowhere() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let other = ca("Mock Other").self_signed();
    let alone = leaf(HOST).self_signed();
    let strange = ca("Mock CA").issued_by(&root);
    let rows = [
        (vec![&server], vec![&other], "20", 0),
        (vec![&server, &middle], vec![&other], "20", 1),
        (vec![&server], vec![&middle], "2", 1),
        (vec![&server, &middle, &root], vec![&other], "19", 2),
        (vec![&alone], vec![&other], "18", 0),
        (vec![&server, &strange], vec![], "20", 1),
    ];
    for (row, (presented, bundle, code, depth)) in rows.into_iter().enumerate() {
        assert_eq!(
            said(&store(&presented, &bundle)),
            Some(numbered(code, depth)),
            "row {row}"
        );
    }
}

/// A path that is not built is reported before any fault on it, but for a weak key of the server's.
#[test]
fn building_comes_first() {
    let other = ca("Mock Other").self_signed();
    for (of_leaf, code, depth) in [(CRITICAL, "20", 1), (EXPIRED, "20", 1), (WEAK_KEY, "66", 0)] {
        let Trio { leaf, middle, .. } = trio(of_leaf, AS_IS, AS_IS);
        assert_eq!(
            said(&store(&[&leaf, &middle], &[&other])),
            Some(numbered(code, depth))
        );
    }
}

#[test]
fn signatures() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let broken = server.clone().with_broken_signature();
    let expired_and_broken = EXPIRED(leaf(HOST))
        .issued_by(&middle)
        .with_broken_signature();
    let impostor = ca("Mock Root").key(Key::p256("impostor"));
    let impostor = impostor
        .subject_key_id(test_pki::KeyId::Bytes(root.key().identifier()))
        .self_signed();
    for (leaf, root, depth) in [
        (&broken, &root, 0),
        (&expired_and_broken, &root, 0),
        (&server, &impostor, 1),
    ] {
        assert_eq!(
            said(&store(&[leaf, &middle], &[root])),
            Some(numbered("7", depth))
        );
    }
}

fn too_long() -> (Question, Trace) {
    let Trio { leaf, middle, root } = sound();
    let mut shallow = policy("openssl-3");
    shallow.depth = 0;
    let store = store(&[&leaf, &middle], &[&root]);
    let question = question();
    let trace = search(&store, &question, &shallow, &RustCrypto);
    (question, trace)
}

#[test]
fn in_full_words() {
    let (question, trace) = too_long();
    let too_long = NativeError {
        code: "22".to_owned(),
        text: "certificate chain too long".to_owned(),
        depth: 1,
    };
    assert_eq!(first(OpenSslEra::V3, &question, &trace), Some(too_long));
}

#[test]
fn addresses_have_an_error_of_their_own() {
    let Trio { leaf, middle, root } = sound();
    let question = Question {
        host: ServerName::parse("192.0.2.1").ok(),
        ..question()
    };
    let store = store(&[&leaf, &middle], &[&root]);
    let trace = search(&store, &question, &policy("openssl-3"), &RustCrypto);
    let said = first(OpenSslEra::V3, &question, &trace).unwrap();
    assert_eq!(
        (said.code.as_str(), said.text.as_str()),
        ("64", "IP address mismatch")
    );
}

#[test]
fn a_client_that_tries_all_paths_has_no_words() {
    let Trio { leaf, middle, .. } = sound();
    let store = store(&[&leaf, &middle], &[]);
    assert_eq!(
        first(
            OpenSslEra::V3,
            &question(),
            &trace(&store, &policy("webpki"))
        ),
        None
    );
}
