//! What is asked: the sweep of `test-pki`, its scenarios, and the small scenarios of the shared data where these are at hand.

use certwhy::moment::Moment;
use serde::Deserialize;
use serde_json::json;
use std::path::{Path, PathBuf};
use test_pki::sweep::{self, Case};

/// One question, as every driver reads it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Scenario {
    /// Its id.
    #[serde(rename = "scenario")]
    pub(crate) id: String,
    /// The name or address that is asked for.
    pub(crate) host: String,
    /// Seconds since 1970.
    pub(crate) time: i64,
    /// What the server sends, in PEM.
    pub(crate) chain: String,
    /// What the client trusts, in PEM.
    pub(crate) bundle: String,
    /// The server's private key in PEM; none where nobody has it, and then no handshake is possible.
    pub(crate) key: Option<String>,
}

/// A scenario, and the line of JSON that a driver reads.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) scenario: Scenario,
    pub(crate) line: String,
}

impl Asked {
    fn of(line: String) -> Self {
        Self {
            scenario: serde_json::from_str(&line).expect("a line of our own"),
            line,
        }
    }
}

/// The variable that names another seed for random worlds, to look further than is looked each time.
const SEED: &str = "CERTWHY_DIFFERENTIAL_SEED";

/// How many worlds of each kind such a seed gives.
const WORLDS: usize = 400;

/// Every scenario; with a seed, that seed's alone.
pub(crate) fn all() -> Vec<Asked> {
    if let Ok(seed) = std::env::var(SEED) {
        let seed = seed.parse().expect("a number as the seed");
        let cases = sweep::random(seed, WORLDS);
        return cases.iter().map(|case| Asked::of(case.line())).collect();
    }
    let own = test_pki::scenarios().iter().map(Case::from);
    let lines = sweep::cases().iter().cloned().chain(own);
    let mut all: Vec<Asked> = lines.map(|case| Asked::of(case.line())).collect();
    all.extend(shared());
    all
}

/// What a folder of the shared data says beside its two files.
#[derive(Deserialize)]
struct Meta {
    id: String,
    host: String,
    time: String,
}

fn shared() -> Vec<Asked> {
    let folder = std::env::var_os("CERTWHY_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let folder = folder.join("data/oracles/scenarios");
    let Ok(index) = std::fs::read_to_string(folder.join("index.json")) else {
        println!("SKIPPED: no shared scenarios at {}", folder.display());
        return Vec::new();
    };
    let index: Vec<Meta> = serde_json::from_str(&index).expect("an index");
    index
        .iter()
        .map(|meta| from_folder(&folder, meta))
        .collect()
}

fn from_folder(folder: &Path, meta: &Meta) -> Asked {
    let read = |name: &str| {
        let path = folder.join(&meta.id).join(name);
        std::fs::read_to_string(&path).expect(name)
    };
    let at = Moment::parse(&meta.time).expect("a moment");
    Asked::of(
        json!({
            "scenario": meta.id,
            "host": meta.host,
            "time": at.as_unix(),
            "chain": read("chain.pem"),
            "bundle": read("bundle.pem"),
            "key": null,
        })
        .to_string(),
    )
}
