//! Many certificates of one name: which of them signed, only a signature tells.

use super::{Graph, HOST, Truth};
use crate::{AuthorityKeyId, Certified, Key, KeyId, Template, ca, leaf};

/// A CA of this name with a key of its own, which no identifier names.
fn anonymous(name: &str, number: usize) -> Template {
    ca(name)
        .key(Key::p256(&format!("{name} {number}")))
        .subject_key_id(KeyId::Absent)
        .authority_key_id(AuthorityKeyId::Absent)
}

fn server(issuer: &Certified) -> Certified {
    leaf(HOST)
        .authority_key_id(AuthorityKeyId::Absent)
        .issued_by(issuer)
}

pub(super) fn twins(size: usize) -> Graph {
    let root = ca("Graph Root").self_signed();
    let twins: Vec<Certified> = (0..size)
        .map(|number| anonymous("Graph Twin", number).issued_by(&root))
        .collect();
    let server = twins.last().map(server);
    Graph {
        chain: server.into_iter().chain(twins).collect(),
        bundle: vec![root],
        truth: Truth::Trusted,
        paths: u128::try_from(size).ok(),
    }
}

pub(super) fn roots(size: usize) -> Graph {
    let bundle: Vec<Certified> = (0..size)
        .map(|number| anonymous("Graph Root", number).self_signed())
        .collect();
    Graph {
        chain: bundle.last().map(server).into_iter().collect(),
        bundle,
        truth: Truth::Trusted,
        paths: u128::try_from(size).ok(),
    }
}

/// Self-issued certificates do not count towards a path's length (RFC 5280 §4.2.1.9), so no constraint ends this ladder.
pub(super) fn self_issued(size: usize) -> Graph {
    let name = "Graph Ladder";
    let root = ca("Graph Root").self_signed();
    let mut ladder: Vec<Certified> = vec![ca(name).issued_by(&root)];
    for number in 1..size {
        let key = Key::p256(&format!("{name} {number}"));
        let next = ladder
            .last()
            .map(|issuer| ca(name).key(key).issued_by(issuer));
        ladder.extend(next);
    }
    let server = ladder.last().map(|issuer| leaf(HOST).issued_by(issuer));
    Graph {
        chain: server.into_iter().chain(ladder.into_iter().rev()).collect(),
        bundle: vec![root],
        truth: Truth::Trusted,
        paths: None,
    }
}
