//! Both generations of OpenSSL's path building, in worlds that only one of their rules decides.

use super::taken;
use crate::check::PathStatus;
use crate::client::{PartialChain, Policy};
use crate::testing::{Edit, HOST, Trio, policy, sound, store, trace, trio_with};
use test_pki::{
    AuthorityKeyId, Certified, Criticality, ExtendedKeyUsage, Extension, KeyId, KeyUsage, Template,
    ca, leaf,
};

const NEW: &str = "openssl-3";
const OLD: &str = "openssl-1.0.2";

/// What the server sent, the bundle, the path and how many of its certificates came from the server.
type Row<'a> = (Vec<&'a Certified>, Vec<&'a Certified>, &'a str, usize);

fn assert_rows(policies: &[Policy], rows: &[Row<'_>]) {
    for (row, (presented, bundle, path, from_server)) in rows.iter().enumerate() {
        let store = store(presented, bundle);
        for (number, policy) in policies.iter().enumerate() {
            let trace = trace(&store, policy);
            let found = (taken(&store, &trace), trace.taken.unwrap().from_server);
            assert_eq!(
                found,
                (format!("{HOST}{path}"), *from_server),
                "row {row}, policy {number}"
            );
        }
    }
}

#[test]
fn both_generations() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let renewed = root
        .template()
        .clone()
        .valid("2021-01-01", "2041-01-01")
        .self_signed();
    let stray = ca("Mock Stray").issued_by(&root);
    let nameless = ca("Mock Stray")
        .subject_key_id(KeyId::Absent)
        .issued_by(&root);
    let unmarked = leaf(HOST)
        .authority_key_id(AuthorityKeyId::Absent)
        .issued_by(&middle);
    let other = ca("Mock Other").self_signed();
    assert_rows(
        &[NEW, OLD].map(policy),
        &[
            (vec![&server], vec![&middle, &root], " CA Root: anchored", 1),
            (vec![&server], vec![&middle], " CA: no-issuer", 1),
            // What has another name is no issuer, whatever its key identifier.
            (
                vec![&unmarked, &stray, &nameless, &middle],
                vec![&root],
                " CA Root: anchored",
                2,
            ),
            // A root ends the search, whatever else has its name.
            (
                vec![&server, &middle, &root, &renewed],
                vec![&other],
                " CA Root: self-signed",
                3,
            ),
        ],
    );
}

/// To both, a certificate is self-signed where it says that its key may sign certificates. The old one asks that of
/// every candidate.
#[test]
fn the_target_itself() {
    let usage = [KeyUsage::DigitalSignature, KeyUsage::KeyCertSign];
    let alone = leaf(HOST).key_usage(usage).self_signed();
    let again = alone
        .template()
        .clone()
        .valid("2021-01-01", "2041-01-01")
        .self_signed();
    let no_signer = leaf(HOST).self_signed();
    let other = ca("Mock Other").self_signed();
    assert_rows(
        &[NEW, OLD].map(policy),
        &[
            (vec![&alone], vec![&alone], ": anchored", 0),
            (vec![&alone], vec![&again], ": self-signed", 1),
            (vec![&alone], vec![&other], ": self-signed", 1),
        ],
    );
    for (client, path, from_server) in [(NEW, ": anchored", 0), (OLD, ": no-issuer", 1)] {
        assert_rows(
            &[policy(client)],
            &[(vec![&no_signer], vec![&no_signer], path, from_server)],
        );
    }
}

fn with(partial_chain: PartialChain) -> [Policy; 2] {
    [NEW, OLD].map(|client| {
        let mut policy = policy(client);
        policy.anchor.partial_chain = partial_chain;
        policy
    })
}

/// With partial chains what the bundle holds ends a path; the target too, where that is accepted and nothing else does.
#[test]
fn partial_chains() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let other = ca("Mock Other").self_signed();
    let common: [Row<'_>; 3] = [
        (vec![&server, &middle], vec![&middle], " CA: anchored", 1),
        (vec![&server, &middle], vec![&other], " CA: no-issuer", 2),
        (
            vec![&server, &middle],
            vec![&server, &root],
            " CA Root: anchored",
            2,
        ),
    ];
    for (partial_chain, path, sent) in [
        (PartialChain::Accepted, ": anchored", 0),
        (PartialChain::ForIssuers, " CA: no-issuer", 2),
    ] {
        assert_rows(&with(partial_chain), &common);
        let target = (vec![&server, &middle], vec![&server], path, sent);
        assert_rows(&with(partial_chain), &[target]);
    }
}

/// One certificate more than the client follows.
#[test]
fn how_deep_they_go() {
    let Trio { middle, root, .. } = sound();
    let lower = ca("Mock Lower").issued_by(&middle);
    let server = leaf(HOST).issued_by(&lower);
    let other = ca("Mock Other").self_signed();
    for (depth, new, old) in [
        (0, (" Lower: too-deep", 2), (" Lower: no-issuer", 2)),
        (1, (" Lower CA: too-deep", 3), (" Lower CA: no-issuer", 3)),
        (
            2,
            (" Lower CA Root: too-deep", 4),
            (" Lower CA Root: self-signed", 4),
        ),
        (
            3,
            (" Lower CA Root: self-signed", 4),
            (" Lower CA Root: self-signed", 4),
        ),
    ] {
        for (client, (path, sent)) in [(NEW, new), (OLD, old)] {
            let mut policy = policy(client);
            policy.depth = depth;
            let row = (
                vec![&server, &lower, &middle, &root],
                vec![&other],
                path,
                sent,
            );
            assert_rows(&[policy], &[row]);
        }
    }
}

/// A certificate with an extension that cannot be read is no issuer to the new generation since 3.0, and none is sought
/// for it; before, nobody looked.
#[test]
fn what_cannot_be_read() {
    let unreadable = |template: Template| {
        let extension = Extension::new("2.5.29.19", Criticality::Critical, vec![0xff]);
        template.extension(extension)
    };
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let broken = unreadable(root.template().clone()).self_signed();
    let broken_server = unreadable(leaf(HOST)).issued_by(&middle);
    for (client, of_root, (of_server, sent)) in [
        (NEW, " CA: no-issuer", (": no-issuer", 1)),
        (OLD, " CA Root: anchored", (" CA Root: anchored", 2)),
    ] {
        let rows = [
            (vec![&server, &middle], vec![&broken], of_root, 2),
            (vec![&broken_server, &middle], vec![&root], of_server, sent),
        ];
        assert_rows(&[policy(client)], &rows);
    }
}

/// The old one asks nothing of what the bundle added, in the paths that are listed beside its own too.
#[test]
fn what_the_bundle_added() {
    let for_clients: Edit = |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]);
    let Trio { leaf, middle, root } = trio_with(2, for_clients);
    let store = store(&[&leaf, &middle], &[&root]);
    for (client, status) in [(NEW, PathStatus::Failed), (OLD, PathStatus::Passed)] {
        let trace = trace(&store, &policy(client));
        assert_eq!(trace.taken.unwrap().attempt.status(), status);
        assert_eq!(trace.attempts[0].status(), status);
    }
}
