//! Real bundles, chains and recorded verdicts, where they are at hand.

use certwhy::certificate::ServerName;
use certwhy::client::Client;
use certwhy::explain::{Options, Purpose, Supplied};
use certwhy::input::recognise;
use certwhy::known::KnownRoots;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use sha2::{Digest, Sha256};
use std::path::PathBuf;

/// The folder of shared data; says so loudly where there is none.
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("CERTWHY_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    if folder.join("data").is_dir() {
        Some(folder)
    } else {
        eprintln!("SKIPPED: no shared data at {}", folder.display());
        None
    }
}

/// A file as an input.
pub(crate) fn supplied(purpose: Purpose, name: &str, bytes: &[u8]) -> Supplied {
    Supplied {
        purpose,
        recognised: recognise(&SourceName::new(name), bytes),
        file_sha256: Some(Sha256::digest(bytes).into()),
    }
}

/// A file of the shared data as an input.
pub(crate) fn file(purpose: Purpose, path: &str) -> Supplied {
    let bytes = std::fs::read(folder().expect("asked for after `folder`").join(path)).expect(path);
    supplied(purpose, path.rsplit('/').next().expect("a name"), &bytes)
}

/// The usual options: one client, the built-in roots.
pub(crate) fn options<'a>(
    known: &'a KnownRoots,
    client: &str,
    (host, at): (Option<&str>, &str),
) -> Options<'a> {
    Options {
        host: host.map(|host| ServerName::parse(host).expect(host)),
        at: Moment::parse(at).expect(at),
        client: Client::find(client).expect(client),
        others: Vec::new(),
        known,
        environment: certwhy::environment::Environment::default(),
    }
}
