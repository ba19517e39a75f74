//! CAs that certify each other: the paths are many more than the certificates.

use super::{Graph, HOST, Truth};
use crate::{Certified, ca, leaf};

pub(super) fn mesh(size: usize) -> Graph {
    let (chain, roots) = certified_by_all(size);
    Graph {
        chain,
        bundle: roots.into_iter().next_back().into_iter().collect(),
        truth: Truth::Trusted,
        paths: None,
    }
}

pub(super) fn mesh_without_anchor(size: usize) -> Graph {
    Graph {
        chain: certified_by_all(size).0,
        bundle: vec![stranger()],
        truth: Truth::NotTrusted,
        paths: Some(0),
    }
}

/// A root that knows nobody.
fn stranger() -> Certified {
    ca("Graph Stranger").self_signed()
}

/// The server, under the first CA, and each CA's certificates by all others; beside them, the CAs' own roots.
fn certified_by_all(size: usize) -> (Vec<Certified>, Vec<Certified>) {
    let roots: Vec<Certified> = (0..size)
        .map(|number| ca(format!("Graph Mesh {number}").as_str()).self_signed())
        .collect();
    let server = roots.first().map(|first| leaf(HOST).issued_by(first));
    let crossed = roots.iter().flat_map(|root| {
        let others = roots.iter().filter(|other| other.name() != root.name());
        others.map(|other| root.cross_signed_by(other))
    });
    (server.into_iter().chain(crossed).collect(), roots)
}

/// CAs in a layer.
const WIDTH: usize = 8;

pub(super) fn layers(size: usize) -> Graph {
    let (chain, bundle) = layered(size);
    let paths = u32::try_from(size).ok();
    Graph {
        chain,
        bundle,
        truth: Truth::Trusted,
        paths: paths.and_then(|size| 8_u128.checked_pow(size)),
    }
}

pub(super) fn layers_without_anchor(size: usize) -> Graph {
    Graph {
        bundle: vec![stranger()],
        truth: Truth::NotTrusted,
        paths: Some(0),
        ..layers(size)
    }
}

/// What the server sends, and the roots of the last layer. The first layer is the one CA that issued the server's
/// certificate.
fn layered(depth: usize) -> (Vec<Certified>, Vec<Certified>) {
    let layer = |number: usize| -> Vec<Certified> {
        let width = if number == 0 { 1 } else { WIDTH };
        (0..width)
            .map(|place| ca(format!("Graph Layer {number} CA {place}").as_str()).self_signed())
            .collect()
    };
    let mut below = layer(0);
    let server = below.first().map(|issuer| leaf(HOST).issued_by(issuer));
    let mut chain: Vec<Certified> = server.into_iter().collect();
    for number in 1..=depth {
        let above = layer(number);
        for child in &below {
            chain.extend(above.iter().map(|issuer| child.cross_signed_by(issuer)));
        }
        below = above;
    }
    (chain, below)
}
