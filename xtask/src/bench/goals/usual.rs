//! What everybody does: read a bundle, verify a chain.

use super::super::row::Aim;
use super::super::warm::{Peer, Warm};

/// The same inputs for both.
const S3: [&str; 2] = ["s3", "s3"];

/// From a bundle's text to an index of its certificates.
pub(in crate::bench) const PARSE: &[Warm] = &[
    Warm {
        goal: "N1",
        what: "bundle to index, beside pki-types and webpki's anchors",
        tasks: ["index", "webpki-index"],
        peer: Peer::Rust,
        inputs: S3,
        aim: Aim::AtMost(1.0),
    },
    Warm {
        goal: "N1",
        what: "bundle to index, beside x509-parser",
        tasks: ["index", "x509-parser-index"],
        peer: Peer::Rust,
        inputs: S3,
        aim: Aim::Shown,
    },
    Warm {
        goal: "N1",
        what: "bundle to index, beside Go's parser",
        tasks: ["index", "go-index"],
        peer: Peer::Go,
        inputs: S3,
        aim: Aim::Shown,
    },
    Warm {
        goal: "N1",
        what: "bundle to index, beside node-forge",
        tasks: ["index", "forge-index"],
        peer: Peer::Node,
        inputs: S3,
        aim: Aim::Shown,
    },
    Warm {
        goal: "N1",
        what: "bundle to index, beside PKI.js",
        tasks: ["index", "pkijs-index"],
        peer: Peer::Node,
        inputs: S3,
        aim: Aim::Shown,
    },
];

/// From a chain and a bundle to an answer.
pub(in crate::bench) const EXPLAIN: &[Warm] = &[
    Warm {
        goal: "N3",
        what: "a trusted chain explained, beside Go's bare Verify; files read before",
        tasks: ["explain", "go-verify"],
        peer: Peer::Go,
        inputs: S3,
        aim: Aim::AtMost(3.0),
    },
    Warm {
        goal: "N3",
        what: "a refused chain explained and remedies proven, beside Go's Verify of the trusted one",
        tasks: ["explain", "go-verify"],
        peer: Peer::Go,
        inputs: ["s3-lacking", "s3"],
        aim: Aim::AtMost(3.0),
    },
    Warm {
        goal: "N3",
        what: "the same with reading the files on both sides",
        tasks: ["load-explain", "go-load-verify"],
        peer: Peer::Go,
        inputs: S3,
        aim: Aim::Shown,
    },
    Warm {
        goal: "N3",
        what: "the same beside webpki, one path",
        tasks: ["load-explain", "webpki-load-verify"],
        peer: Peer::Rust,
        inputs: S3,
        aim: Aim::Shown,
    },
    Warm {
        goal: "N3",
        what: "the same beside node-forge, one path",
        tasks: ["load-explain", "forge-load-verify"],
        peer: Peer::Node,
        inputs: S3,
        aim: Aim::Shown,
    },
    Warm {
        goal: "N3",
        what: "the same beside PKI.js, one path",
        tasks: ["load-explain", "pkijs-load-verify"],
        peer: Peer::Node,
        inputs: S3,
        aim: Aim::Shown,
    },
];
