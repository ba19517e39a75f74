//! JKS, version 2: trusted certificates only.

use super::Writing;
use super::alias::Entry;
use crate::input::java_digest;

const MAGIC: u32 = 0xFEED_FEED;
const VERSION: u32 = 2;
const TRUSTED_CERTIFICATE: u32 = 2;

/// The key store.
pub(super) fn store(entries: &[Entry<'_>], writing: &Writing) -> Vec<u8> {
    let mut bytes = Vec::new();
    let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    for number in [MAGIC, VERSION, count] {
        bytes.extend(number.to_be_bytes());
    }
    let created = writing.at.as_unix().saturating_mul(1000);
    for entry in entries {
        bytes.extend(TRUSTED_CERTIFICATE.to_be_bytes());
        text(&entry.alias, &mut bytes);
        bytes.extend(created.to_be_bytes());
        text("X.509", &mut bytes);
        let der = entry.certificate.as_der();
        bytes.extend(u32::try_from(der.len()).unwrap_or(u32::MAX).to_be_bytes());
        bytes.extend(der);
    }
    let digest = java_digest(&writing.password, &bytes);
    bytes.extend(digest);
    bytes
}

/// Java's variant of UTF-8, which is UTF-8 for what names are made of here.
fn text(text: &str, bytes: &mut Vec<u8>) {
    bytes.extend(u16::try_from(text.len()).unwrap_or(u16::MAX).to_be_bytes());
    bytes.extend(text.as_bytes());
}
