//! The user's folder with its files, and what is run in it.

use super::{Case, Old, Server, World};
use crate::folder::Folder;
use crate::mock::{Chain, HOST, known_roots, old_store};
use crate::program::{Run, alone};
use serde_json::Value;
use std::path::Path;

/// The old bundle, by the name that the printed commands have for it.
pub(super) const OLD: &str = "your-bundle.pem";

/// The file that the printed commands write.
pub(super) const NEW: &str = "new-bundle.pem";

const CERTWHY: &str = env!("CARGO_BIN_EXE_certwhy");
const KNOWN_ROOTS: &str = "known-roots.pem";
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clients/python/call.py");

/// A folder for one case.
pub(super) struct Desk<'a> {
    world: &'a World,
    case: &'a Case,
    folder: Folder,
}

impl<'a> Desk<'a> {
    /// The folder with the old bundle and the server's chain.
    pub(super) fn new(world: &'a World, case: &'a Case) -> Self {
        let folder = Folder::new(case.call);
        let old = match case.old {
            Old::Named => old_store(),
            Old::Shipped(path) => shipped(&world.python, path),
        };
        folder.write(OLD, old);
        folder.write(KNOWN_ROOTS, known_roots());
        folder.write("server-chain.pem", Chain::of_storage().pem());
        Self {
            world,
            case,
            folder,
        }
    }

    /// Saves what is printed to be saved.
    pub(super) fn save(&self, name: &str, content: &str) {
        self.folder.write(name, content);
    }

    /// Runs commands in a new window and then, in the same one, the call of the client.
    pub(super) fn call(&self, commands: &str, argument: Option<&str>) -> Run {
        let url = match self.case.server {
            Server::Site => self.world.site.url(),
            Server::Storage => self.world.site.storage_url(),
        };
        // The printed commands know nothing of a mock PKI, so that its roots are told to each certwhy.
        let certwhy = format!("certwhy() {{ '{CERTWHY}' \"$@\" --known-roots {KNOWN_ROOTS}; }}");
        let mut shell = alone("sh");
        shell
            .current_dir(self.folder.path())
            .env("SHOTGUN_API_RETRY_INTERVAL", "0")
            .arg("-c")
            .arg(format!("{certwhy}\n{commands}\nexec \"$@\""))
            .arg("sh")
            .args([self.world.python.as_path(), Path::new(SCRIPT)])
            .args([self.case.call, &url])
            .args(argument);
        Run::of(&mut shell).unwrap()
    }

    /// What certwhy says to what the failing client said, for one of the bundles.
    pub(super) fn explain(&self, bundle: &str, failed: &Run) -> Value {
        self.folder.write("traceback.txt", &failed.stderr);
        let mut certwhy = alone(CERTWHY);
        certwhy
            .current_dir(self.folder.path())
            .args(["explain", "--known-roots", KNOWN_ROOTS, "--bundle", bundle])
            .args(["--chain", "server-chain.pem", "--error", "traceback.txt"])
            .args(["--host", HOST, "--format", "json"])
            .args(["--lang", self.case.lang]);
        let run = Run::of(&mut certwhy).unwrap();
        serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"))
    }
}

/// The file that a client comes with.
fn shipped(python: &Path, path: &str) -> String {
    let source = format!("import certifi, shotgun_api3; print(open({path}).read())");
    let run = Run::of(alone(python).args(["-c", &source])).unwrap();
    assert_eq!(run.code, Some(0), "{run:?}");
    run.stdout
}
