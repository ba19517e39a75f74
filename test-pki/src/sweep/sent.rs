//! What the server sends and what the bundle holds, in every arrangement: left out, repeated, in disorder, with what does not
//! belong; bundles of intermediates, of the server's own certificate, of nothing.

use super::Case;
use super::world::{HOST, Keys, Trio, issuing, old_root, root, server, stranger, trio};
use crate::{AuthorityKeyId, BasicConstraints, Certified, Key, KeyId, ca, leaf};

pub(super) fn cases() -> Vec<Case> {
    [
        presented(),
        partial(),
        own(),
        crossed_in_bundle(),
        deep(),
        loops(),
    ]
    .concat()
}

fn presented() -> Vec<Case> {
    let Trio {
        root,
        issuing,
        server,
    } = trio();
    let stranger = stranger();
    let sends: [(&str, &[&Certified]); 11] = [
        ("server-only", &[&server]),
        ("with-root", &[&server, &issuing, &root]),
        ("root-first", &[&server, &root, &issuing]),
        ("server-twice", &[&server, &server, &issuing]),
        ("issuing-twice", &[&server, &issuing, &issuing]),
        ("stranger-between", &[&server, &stranger, &issuing]),
        ("stranger-last", &[&server, &issuing, &stranger]),
        ("root-without-issuing", &[&server, &root]),
        ("stranger-only", &[&server, &stranger]),
        ("issuing-first", &[&issuing, &root]),
        ("issuing-as-server", &[&issuing]),
    ];
    let held: [(&str, &[&Certified]); 5] = [
        ("root", &[&root]),
        ("root-last", &[&stranger, &root]),
        ("root-twice", &[&root, &root]),
        ("stranger", &[&stranger]),
        ("issuing-and-root", &[&issuing, &root]),
    ];
    let mut cases = Vec::new();
    for (sent, chain) in sends {
        for (name, bundle) in held {
            let id = format!("sends-{sent}-bundle-{name}");
            let chain = chain.iter().copied();
            cases.push(Case::new(id, chain, bundle.iter().copied()));
        }
    }
    cases.push(Case::new(
        "sends-all-bundle-nothing",
        [&server, &issuing],
        [],
    ));
    cases
}

/// Only what is below the root is trusted.
fn partial() -> Vec<Case> {
    let Trio {
        root,
        issuing,
        server,
    } = trio();
    let renewed = root.template().clone().valid("2016-01-01", "2036-01-01");
    let renewed = renewed.self_signed();
    let expired = issuing.template().clone().valid("2020-01-01", "2026-01-01");
    let expired = expired.issued_by(&root);
    vec![
        Case::new("partial-issuing", [&server, &issuing], [&issuing]),
        Case::new("partial-issuing-not-sent", [&server], [&issuing]),
        Case::new(
            "partial-issuing-root-sent",
            [&server, &issuing, &root],
            [&issuing],
        ),
        Case::new("partial-issuing-expired", [&server, &issuing], [&expired]),
        Case::new("partial-issuing-expired-not-sent", [&server], [&expired]),
        Case::new(
            "partial-issuing-expired-and-root",
            [&server, &issuing],
            [&expired, &root],
        ),
        Case::new("partial-server", [&server, &issuing], [&server]),
        Case::new("partial-server-alone", [&server], [&server]),
        Case::new("partial-server-and-issuing", [&server], [&server, &issuing]),
        Case::new(
            "partial-server-and-root",
            [&server, &issuing],
            [&server, &root],
        ),
        Case::new(
            "root-renewed-in-bundle",
            [&server, &issuing, &root],
            [&renewed],
        ),
        Case::new(
            "root-renewed-both",
            [&server, &issuing, &renewed],
            [&root, &renewed],
        ),
    ]
}

/// Servers with a certificate of their own making.
fn own() -> Vec<Case> {
    let plain = || leaf(HOST).valid("2026-01-01", "2027-01-01");
    let kinds = [
        ("ca-false", plain()),
        (
            "no-basic-constraints",
            plain().basic_constraints(BasicConstraints::Absent),
        ),
        ("ca-true", plain().basic_constraints(BasicConstraints::Ca)),
        (
            "no-key-usage",
            plain()
                .basic_constraints(BasicConstraints::Absent)
                .key_usage([]),
        ),
        ("version-1", plain().no_san().version_1()),
        ("expired", plain().valid("2024-01-01", "2025-01-01")),
        ("no-ski", plain().subject_key_id(KeyId::Absent)),
        ("aki", plain().authority_key_id(AuthorityKeyId::Always)),
        (
            "other-host",
            leaf("other.sweep.example").valid("2026-01-01", "2027-01-01"),
        ),
        ("rsa-1024", plain().key(Key::rsa_1024(0))),
    ];
    let each = |(kind, template): (&str, crate::Template)| {
        let own = template.self_signed();
        [
            Case::new(format!("own-{kind}-trusted"), [&own], [&own]),
            Case::new(format!("own-{kind}-untrusted"), [&own], [&stranger()]),
        ]
    };
    kinds.into_iter().flat_map(each).collect()
}

/// The cross-certificate stands in the bundle, not in what is sent.
fn crossed_in_bundle() -> Vec<Case> {
    let old = old_root(Keys::Curve).self_signed();
    let new = root(Keys::Curve).self_signed();
    let cross = root(Keys::Curve).issued_by(&old);
    let issuing = issuing(Keys::Curve).issued_by(&new);
    let server = server().issued_by(&issuing);
    let held: [(&str, &[&Certified]); 6] = [
        ("cross", &[&cross]),
        ("cross-old", &[&cross, &old]),
        ("old-cross", &[&old, &cross]),
        ("cross-new", &[&cross, &new]),
        ("new-cross", &[&new, &cross]),
        ("cross-new-old", &[&cross, &new, &old]),
    ];
    let mut cases = Vec::new();
    for (name, bundle) in held {
        let bundle = || bundle.iter().copied();
        let short = format!("cross-held-{name}");
        cases.push(Case::new(short, [&server, &issuing], bundle()));
        let long = format!("cross-held-and-sent-{name}");
        cases.push(Case::new(long, [&server, &issuing, &cross], bundle()));
    }
    cases
}

/// Long chains: path lengths, and a certificate left out in each place.
fn deep() -> Vec<Case> {
    let root = ca("Sweep Deep Root").path_len(4).self_signed();
    let mut chain = vec![root.clone()];
    for (number, allowed) in [3, 2, 1, 0].into_iter().enumerate() {
        let template = ca(format!("Sweep Deep CA {number}")).path_len(allowed);
        let issuer = chain.last().unwrap_or(&root);
        let next = template.issued_by(issuer);
        chain.push(next);
    }
    let issuer = chain.last().unwrap_or(&root);
    let server = server().issued_by(issuer);
    let sent: Vec<&Certified> = [&server]
        .into_iter()
        .chain(chain.iter().skip(1).rev())
        .collect();
    let mut cases = vec![Case::new("deep-all", sent.clone(), [&root])];
    for left_out in 1..sent.len() {
        let some = sent
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != left_out);
        let id = format!("deep-without-{left_out}");
        cases.push(Case::new(id, some.map(|(_, it)| *it), [&root]));
    }
    let reversed = sent.iter().skip(1).rev().copied();
    let reversed = [&server].into_iter().chain(reversed);
    cases.push(Case::new("deep-reversed", reversed, [&root]));
    cases.push(too_long());
    cases
}

/// A root that allows one intermediate, above two.
fn too_long() -> Case {
    let root = ca("Sweep Deep Root").path_len(1).self_signed();
    let upper = ca("Sweep Deep CA 0").issued_by(&root);
    let lower = ca("Sweep Deep CA 1").issued_by(&upper);
    let self_issued = upper.template().clone().issued_by(&upper);
    let server = server().issued_by(&lower);
    Case::new(
        "deep-too-long",
        [&server, &lower, &upper, &self_issued],
        [&root],
    )
}

/// Two CAs that certify each other.
fn loops() -> Vec<Case> {
    let one = ca("Sweep Loop 1").self_signed();
    let two = ca("Sweep Loop 2").self_signed();
    let one_by_two = ca("Sweep Loop 1").issued_by(&two);
    let two_by_one = ca("Sweep Loop 2").issued_by(&one);
    let server = server().issued_by(&one);
    let sent = [&server, &one_by_two, &two_by_one];
    vec![
        Case::new("loop-nothing-trusted", sent, [&stranger()]),
        Case::new("loop-one-trusted", sent, [&one]),
        Case::new("loop-two-trusted", sent, [&two]),
        Case::new("loop-in-bundle", [&server], [&one_by_two, &two_by_one]),
    ]
}
