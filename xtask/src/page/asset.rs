//! A file that a browser may keep for ever: its name holds a digest of its content.

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest, Sha256};

/// One such file.
#[derive(Clone, Debug)]
pub(super) struct Asset {
    stem: &'static str,
    extension: &'static str,
    pub(super) content: Vec<u8>,
}

impl Asset {
    pub(super) fn new(
        stem: &'static str,
        extension: &'static str,
        content: impl Into<Vec<u8>>,
    ) -> Self {
        Self {
            stem,
            extension,
            content: content.into(),
        }
    }

    /// `certwhy.0123456789abcdef.js`: 64 bits of SHA-256, enough that no two builds meet.
    pub(super) fn file_name(&self) -> String {
        let digest = HEXLOWER.encode(&Sha256::digest(&self.content));
        let short = digest.get(..16).unwrap_or(&digest);
        format!("{}.{short}.{}", self.stem, self.extension)
    }

    pub(super) fn base64(&self) -> String {
        BASE64.encode(&self.content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_the_content() {
        let name = |content: &str| Asset::new("certwhy", "js", content).file_name();
        assert_eq!(name("abc"), "certwhy.ba7816bf8f01cfea.js");
        assert_eq!(name("abc"), name("abc"));
        assert_ne!(name("abc"), name("abd"));
    }
}
