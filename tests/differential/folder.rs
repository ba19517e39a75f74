//! Where `xtask` has put the engines.

use std::path::{Path, PathBuf};

/// The variable that names the folder. Without it nothing is run.
pub(crate) const ENGINES: &str = "CERTWHY_ENGINES";

/// The Python that runs drivers, and the server.
pub(crate) const PYTHON: &str = "python/python";

/// The library that stands in for the clock.
const CLOCK: &str = "faketime/libfaketime.so";

/// The folder of engines.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// The folder, if there is one.
    pub(crate) fn find() -> Option<Self> {
        std::env::var_os(ENGINES).map(|path| Self(PathBuf::from(path)))
    }

    /// A file in it, or its path where it is not there.
    pub(crate) fn file(&self, name: &str) -> Result<String, PathBuf> {
        let path = self.0.join(name);
        match path.to_str() {
            Some(text) if path.exists() => Ok(text.to_owned()),
            _ => Err(Path::new(name).to_path_buf()),
        }
    }

    /// The library that stands in for the clock, or its path where it is not there.
    pub(crate) fn clock(&self) -> Result<String, PathBuf> {
        self.file(CLOCK)
    }
}
