//! Each epoch as a running server, and each store as a file.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use test_pki::s3::{self, Epoch};
use test_pki::serve::Server;
use test_pki::{Certified, Scenario, pem_bundle};

/// The cells of one epoch, one for each store.
pub(crate) fn cells(epoch: &Epoch) -> Vec<&'static Scenario> {
    let start = format!("{}--", epoch.description.id);
    let here = |cell: &&Scenario| cell.description.id.starts_with(&start);
    s3::migration().iter().filter(here).collect()
}

/// Presents a chain on loopback until the tests end; its port.
pub(crate) fn serve(chain: &[Certified]) -> u16 {
    let server = Server::presenting(chain).expect("a chain that can be served");
    let listening = server.listen(0).expect("a free port");
    let port = listening.port();
    thread::spawn(move || listening.run());
    port
}

/// A folder for one test, gone at its end.
pub(crate) struct Workplace(PathBuf);

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Workplace {
    pub(crate) fn new() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("certwhy-matrix-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    /// The client's bundle as a file; `None` if it is empty, since OpenSSL does not load a file without certificates.
    pub(crate) fn bundle(&self, scenario: &Scenario) -> Option<PathBuf> {
        let path = self.0.join(&scenario.description.id);
        std::fs::write(&path, pem_bundle(&scenario.bundle)).unwrap();
        (!scenario.bundle.is_empty()).then_some(path)
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}
