//! Containers that are no PEM: key stores and lists of roots.
//!
//! Only certificates are taken out of them. Private keys are passed over as they are, encrypted or not: they are never
//! decrypted and never kept.

mod certdata;
mod java;
pub(super) mod pkcs12;
mod reader;
mod serialized;

pub(super) use certdata::read as read_certdata;
pub(crate) use java::digest_of as java_digest;
pub(super) use pkcs12::{MOST_ROUNDS, read as read_pkcs12};

use super::collector::Collector;
use super::{Container, NoteKind};

/// Opens a binary container that its first bytes name.
pub(super) fn read(container: Container, bytes: &[u8], collector: &mut Collector<'_>) {
    match container {
        Container::Jks | Container::Jceks => java::read(container, bytes, collector),
        Container::SerializedStore => serialized::read(bytes, collector),
        Container::Pkcs12 => pkcs12::read(bytes, 0..bytes.len(), collector),
        Container::BouncyCastle | Container::NssCertdata | Container::Pkcs7WithoutCertificates => {
            collector.note(NoteKind::UnsupportedFormat(container), 0..bytes.len());
        }
    }
    if collector.is_empty() {
        collector.note(NoteKind::EmptyInput, 0..bytes.len());
    }
}
