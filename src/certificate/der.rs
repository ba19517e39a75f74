//! The octets of one certificate.

use super::CertSha256;
use core::fmt;
use core::ops::Deref;
use std::sync::{Arc, OnceLock};

/// One certificate in DER as it came in, shared by all that hold it. Whether it can be read is another question.
#[derive(Clone)]
pub struct Der(Arc<Shared>);

struct Shared {
    octets: Box<[u8]>,
    /// Computed when somebody asks.
    sha256: OnceLock<CertSha256>,
}

impl Der {
    /// Octets whose SHA-256 was computed before.
    pub(crate) fn with_sha256(octets: &[u8], sha256: CertSha256) -> Self {
        Self(Arc::new(Shared {
            octets: octets.into(),
            sha256: OnceLock::from(sha256),
        }))
    }

    /// The SHA-256 of the octets, from where it was computed before.
    pub(crate) fn set_sha256(&self, sha256: CertSha256) {
        // One that is there already is the same.
        self.0.sha256.set(sha256).ok();
    }

    /// The octets.
    pub fn as_slice(&self) -> &[u8] {
        &self.0.octets
    }

    /// SHA-256 of the octets, computed once for all that share them.
    pub fn sha256(&self) -> CertSha256 {
        let computed = || CertSha256::of(&self.0.octets);
        *self.0.sha256.get_or_init(computed)
    }
}

impl From<Vec<u8>> for Der {
    fn from(octets: Vec<u8>) -> Self {
        Self(Arc::new(Shared {
            octets: octets.into(),
            sha256: OnceLock::new(),
        }))
    }
}

impl From<&[u8]> for Der {
    fn from(octets: &[u8]) -> Self {
        octets.to_vec().into()
    }
}

impl Deref for Der {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.as_slice()
    }
}

impl PartialEq for Der {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for Der {}

/// Hexadecimal.
impl fmt::Debug for Der {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Der({})", base16ct::lower::encode_string(self))
    }
}
