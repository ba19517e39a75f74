//! A folder in which a user works.

use std::path::{Path, PathBuf};

/// A temporary folder, gone at the end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A new one; the name only helps whoever looks into it while the test runs.
    pub(crate) fn new(name: &str) -> Self {
        let name = format!("certwhy-real-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind is no failure of a test.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
