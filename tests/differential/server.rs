//! A server for each scenario, in one process, for engines that want a real handshake.

use crate::folder::{Folder, PYTHON};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const SCRIPT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/differential/engines/serve.py"
);

/// How long hundreds of ports may take to open.
const PATIENCE: Duration = Duration::from_secs(60);

/// The servers; they end with this value.
pub(crate) struct Servers {
    process: Child,
    /// The scenarios with their ports.
    pub(crate) served: PathBuf,
}

impl Servers {
    /// Starts them, and waits until every port is open.
    pub(crate) fn start(folder: &Folder, lines: &Path, scratch: &Path) -> Result<Self, String> {
        let python = folder
            .file(PYTHON)
            .map_err(|path| format!("{} is not installed", path.display()))?;
        let served = scratch.join("served.ndjson");
        let process = Command::new(python)
            .args([SCRIPT, lines.to_str().ok_or("a path that is no text")?])
            // It ends when this pipe does.
            .stdin(Stdio::piped())
            .stdout(File::create(&served).map_err(|why| why.to_string())?)
            .spawn()
            .map_err(|why| why.to_string())?;
        let mut servers = Self { process, served };
        servers.wait()?;
        Ok(servers)
    }

    fn wait(&mut self) -> Result<(), String> {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let written = fs::read_to_string(&self.served).map_err(|why| why.to_string())?;
            if written.ends_with("\n\n") {
                return fs::write(&self.served, written.trim_end()).map_err(|why| why.to_string());
            }
            if let Ok(Some(status)) = self.process.try_wait() {
                return Err(format!("the server ended: {status}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err("the server does not open its ports".to_owned())
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
