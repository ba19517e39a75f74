//! NSS's `certdata.txt`: the list of Mozilla's roots as PKCS #11 objects in text.
//!
//! Certificates and what is thought of them are separate objects, matched by issuer and serial number.

mod object;

use super::super::collector::{Collector, Entry};
use super::super::{Container, ContainerNote, NoteKind, Opened, Role, TrustLimit};
use core::ops::Range;
use object::{Class, Object, Trust, objects};
use std::collections::HashMap;

/// Reads a list.
pub(in super::super) fn read(text: &[u8], collector: &mut Collector<'_>) {
    let mut certificates = Vec::new();
    let mut trusts = HashMap::new();
    for object in objects(text) {
        match object.class {
            Class::Certificate => certificates.push(object),
            Class::Trust => {
                trusts.insert((object.issuer, object.serial), object.server_auth);
            }
            Class::Other => {}
        }
    }
    if certificates.is_empty() {
        let kind = NoteKind::UnsupportedFormat(Container::NssCertdata);
        return collector.note(kind, 0..text.len());
    }
    let mut limited: Vec<Range<usize>> = Vec::new();
    for certificate in certificates {
        let Object { issuer, serial, .. } = certificate;
        let role = match trusts.get(&(issuer, serial)).copied().unwrap_or_default() {
            Trust::Anchor => Role::Unspecified,
            Trust::Distrusted => Role::Distrusted,
            Trust::Unsaid => Role::OtherPurposes,
        };
        if role == Role::Unspecified && certificate.distrust_after {
            limited.push(certificate.range.clone());
        }
        let alias = certificate.label;
        match certificate.value {
            Some(der) => collector.entry(&der, Entry { role, alias }, certificate.range),
            None => collector.damaged(Container::NssCertdata, certificate.range),
        }
    }
    if let Some(first) = limited.first() {
        let kind = NoteKind::Container(ContainerNote::LimitedTrust {
            limit: TrustLimit::IssuedBefore,
            certificates: limited.len(),
        });
        collector.note(kind, first.clone());
    }
    collector.opened(Opened {
        container: Container::NssCertdata,
        password: None,
    });
}
