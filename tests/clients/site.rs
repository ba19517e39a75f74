//! The mock of the site and its storage, as a process of its own.

use crate::folder::Folder;
use crate::mock::{Chain, HOST};
use crate::program::alone;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

const SCRIPT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/clients/python/mock_site.py"
);

/// A running site with its storage; it ends with this value.
pub(crate) struct Site {
    process: Child,
    ports: [u16; 2],
    _files: Folder,
}

impl Site {
    /// Starts it on two free ports of loopback.
    pub(crate) fn start(python: &Path) -> Self {
        let files = Folder::new("site");
        let mut command = alone(python);
        command.arg(SCRIPT);
        for (name, chain) in [("site", Chain::of_site()), ("storage", Chain::of_storage())] {
            command.arg(files.write(&format!("{name}.pem"), chain.pem()));
            command.arg(files.write(&format!("{name}-key.pem"), chain.key_pem()));
        }
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut port = || lines.next().unwrap().unwrap().parse().unwrap();
        let ports = [port(), port()];
        Self {
            process,
            ports,
            _files: files,
        }
    }

    /// The site, with a chain that the old store trusts.
    pub(crate) fn url(&self) -> String {
        format!("https://{HOST}:{}", self.ports[0])
    }

    /// Its storage, with a chain that the old store does not trust; it answers all that the site answers.
    pub(crate) fn storage_url(&self) -> String {
        format!("https://{HOST}:{}", self.ports[1])
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // It serves until its standard input ends.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
