//! Few paths, and very much to read or to compute.

use super::{Graph, HOST, Truth};
use crate::{AlternativeName, Certified, Key, Subtree, Template, ca, der, leaf};

pub(super) fn distinct_roots(size: usize) -> Graph {
    // One key for all: making so many would take longer than all else.
    let key = Key::p256("Graph Roots");
    let bundle: Vec<Certified> = (0..size)
        .map(|number| {
            let name = format!("Graph Root {number}");
            ca(name.as_str()).key(key.clone()).self_signed()
        })
        .collect();
    let server = bundle.last().map(|issuer| leaf(HOST).issued_by(issuer));
    Graph {
        chain: server.into_iter().collect(),
        bundle,
        truth: Truth::Trusted,
        paths: Some(1),
    }
}

pub(super) fn constraints(size: usize) -> Graph {
    let names = (0..size / 3).map(|number| format!("host-{number}.graph.example"));
    constrained(size, names, Truth::Trusted)
}

pub(super) fn constraints_broken(size: usize) -> Graph {
    let names = (0..size / 3).map(|number| format!("host-{number}.graph.example"));
    let excluded = format!("a.b.{}", excluded_name(size.saturating_sub(1)));
    constrained(size, names.chain([excluded]), Truth::NotTrusted)
}

fn excluded_name(number: usize) -> String {
    format!("zone-{number}.excluded.example")
}

fn constrained(size: usize, names: impl Iterator<Item = String>, truth: Truth) -> Graph {
    let root = ca("Graph Root").self_signed();
    let exclude = |template: Template, number: usize| {
        let name = der::implicit(2, excluded_name(number).as_bytes());
        template.exclude(Subtree::Encoded(name))
    };
    let issuer = (0..size)
        .fold(ca("Graph Constrained CA"), exclude)
        .issued_by(&root);
    let add = |template: Template, name| template.san(AlternativeName::Dns(name));
    let server = names.fold(leaf(HOST), add).issued_by(&issuer);
    Graph {
        chain: vec![server, issuer],
        bundle: vec![root],
        truth,
        paths: Some(1),
    }
}

pub(super) fn giant_key(size: usize) -> Graph {
    let root = ca("Graph Giant").key(Key::rsa_giant(size)).self_signed();
    Graph {
        chain: vec![leaf(HOST).issued_by(&root)],
        bundle: vec![root],
        truth: Truth::BeyondReason,
        paths: Some(1),
    }
}
