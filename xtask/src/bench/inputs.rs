//! The files that all sides read.

use certwhy::input::to_pem;
use certwhy::known::{KnownRoot, KnownRoots};
use certwhy::moment::Moment;
use std::fs;
use std::path::Path;
use test_pki::graph::{FAMILIES, Family, Graph, HOST, NOW, Truth};
use test_pki::{Certified, pem_bundle};

/// What Amazon S3 sent in 2023 and 2024.
const CHAIN: &str = include_str!("../../../examples/s3-chain-2024-01.pem");

/// 2024-01-15, when it was in use.
const THEN: i64 = 1_705_276_800;

/// The roots from which there are paths to that chain, by a part of their names.
const CROSSED: &[&str] = &["Amazon Root CA 1", "Starfield"];

/// How many roots a distribution's bundle has.
const SIZE: usize = 147;

/// One question; its files are named after it.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) name: String,
    pub(super) host: &'static str,
    pub(super) at: i64,
    /// The id of the client that certwhy answers for.
    pub(super) client: &'static str,
    /// How our answer has to begin.
    pub(super) expected: &'static str,
}

/// Writes the chains that are no graph, and these graphs, named after their family and perhaps a multiple of its size.
pub(super) fn write(folder: &Path, graphs: &[&str]) -> Result<Vec<Input>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    let mut all = s3(folder).map_err(failed)?;
    for family in FAMILIES {
        for (suffix, size) in sizes(family) {
            let name = format!("{}{suffix}", family.name);
            if graphs.contains(&name.as_str()) {
                all.push(graph(folder, (name, &(family.make)(size))).map_err(failed)?);
            }
        }
    }
    Ok(all)
}

/// A chain with two cross-certificates. The bundle is the newest public one; where it has lost a root from which there was a
/// path, it has it again, so that there are three paths to find; filled up to the size of a distribution's with roots of the
/// past. The other bundle has none of those that matter, so that remedies are to be found and proven.
fn s3(folder: &Path) -> std::io::Result<Vec<Input>> {
    let mut all = Vec::new();
    let known = KnownRoots::built_in();
    let newest = known.newest();
    let has_lost = |root: &KnownRoot<'_>| !newest.contains(*root);
    let mut lost: Vec<KnownRoot<'_>> = known.iter().filter(has_lost).collect();
    lost.sort_by_key(|root| !is_crossed(*root));
    let all_roots = || newest.members().chain(lost.iter().copied()).take(SIZE);
    let whole = all_roots();
    let lacking = all_roots().filter(|root| !is_crossed(*root));
    for (name, bundle, expected) in [
        ("s3", pem(whole), "trusted"),
        ("s3-lacking", pem(lacking), "not trusted"),
    ] {
        let input = Input {
            name: name.to_owned(),
            host: "s3.amazonaws.com",
            at: THEN,
            client: "openssl-3",
            expected,
        };
        files(folder, (&input, CHAIN, &bundle))?;
        all.push(input);
    }
    Ok(all)
}

/// A family at the size that is too much for some client, and at twice and ten times that.
const fn sizes(family: &Family) -> [(&'static str, usize); 3] {
    [
        ("", family.size),
        ("-twice", family.size.saturating_mul(2)),
        ("-tenfold", family.tenfold),
    ]
}

/// A hostile graph. It is asked of a client that may search everywhere: what others refuse is their own doing.
fn graph(folder: &Path, (name, graph): (String, &Graph)) -> std::io::Result<Input> {
    let input = Input {
        name,
        host: HOST,
        at: Moment::parse(NOW).map_or(0, Moment::as_unix),
        client: "go",
        expected: match graph.truth {
            Truth::Trusted => "trusted",
            Truth::NotTrusted => "not trusted",
            // Whatever it is called, but for a verdict that would have needed the key.
            Truth::BeyondReason => "",
        },
    };
    let chain = pem_bundle(graph.chain.iter().map(Certified::der));
    let bundle = pem_bundle(graph.bundle.iter().map(Certified::der));
    files(folder, (&input, &chain, &bundle))?;
    Ok(input)
}

/// The chain whole, and in two parts as `openssl verify` wants it.
fn files(folder: &Path, (input, chain, bundle): (&Input, &str, &str)) -> std::io::Result<()> {
    let end = "-----END CERTIFICATE-----\n";
    let (target, others) = chain.split_once(end).unwrap_or((chain, ""));
    let file = |part: &str| folder.join(format!("{}-{part}.pem", input.name));
    fs::write(file("bundle"), bundle)?;
    fs::write(file("chain"), chain)?;
    fs::write(file("target"), format!("{target}{end}"))?;
    fs::write(file("others"), others)
}

fn is_crossed(root: KnownRoot<'_>) -> bool {
    let name = root.friendly();
    CROSSED.iter().any(|part| name.contains(part))
}

fn pem<'a>(roots: impl Iterator<Item = KnownRoot<'a>>) -> String {
    roots.filter_map(KnownRoot::der).map(to_pem).collect()
}
