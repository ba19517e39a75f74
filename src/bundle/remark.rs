//! What is remarkable about single certificates.

use super::EXPIRES_WITHIN_DAYS;
use super::strict::{StrictRule, strict};
use crate::certificate::{Certificate, Version};
use crate::finding::Cert;
use crate::location::LineNumber;
use crate::moment::Moment;
use crate::signature::{HashAlgorithm, KeyKind};
use crate::store::Store;

/// What is remarkable about a certificate as a trust anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// It has expired.
    Expired,
    /// It expires within [`EXPIRES_WITHIN_DAYS`].
    Expiring,
    /// It is not valid yet.
    NotYetValid,
    /// Its key is too short for today: RSA or DSA below 2048 bits.
    WeakKey,
    /// MD5 or SHA-1 signs it, and somebody else's key does. A root's own signature does not matter.
    WeakSignature,
    /// It is not for a CA.
    NotACa,
    /// X.509 version 1, which cannot say that it is for a CA.
    VersionOne,
    /// It is not self-signed: OpenSSL takes it for no anchor unless told to.
    NotSelfSigned,
    /// Python 3.13 refuses it as an anchor by default (`VERIFY_X509_STRICT`).
    Strict(StrictRule),
}

/// What is remarkable about the certificates of a bundle.
#[derive(Clone, Debug, Default)]
pub struct Remarks {
    /// Each remark with its certificate, by remark, then in the order of the file.
    pub list: Vec<(Remark, Cert)>,
    /// Certificates that stand more than once, with the lines of all their places.
    pub repeated: Vec<(Cert, Vec<LineNumber>)>,
    /// How many certificates the file holds, repetitions counted.
    pub total: usize,
}

impl Remarks {
    /// The certificates of a remark.
    pub fn of(&self, wanted: impl Fn(Remark) -> bool) -> Vec<Cert> {
        self.list
            .iter()
            .filter(|(remark, _)| wanted(*remark))
            .map(|(_, certificate)| Cert::clone(certificate))
            .collect()
    }

    /// The certificates that Python 3.13 refuses as anchors, by the rule that they break.
    pub fn strict(&self) -> Vec<(StrictRule, Cert)> {
        self.list
            .iter()
            .filter_map(|(remark, certificate)| match remark {
                Remark::Strict(rule) => Some((*rule, Cert::clone(certificate))),
                Remark::Expired
                | Remark::Expiring
                | Remark::NotYetValid
                | Remark::WeakKey
                | Remark::WeakSignature
                | Remark::NotACa
                | Remark::VersionOne
                | Remark::NotSelfSigned => None,
            })
            .collect()
    }
}

/// Looks at every certificate of the bundle.
pub(crate) fn remarks(store: &Store, at: Moment) -> Remarks {
    let mut remarks = Remarks::default();
    for id in store.bundle() {
        let Some(entry) = store.entry(id) else {
            continue;
        };
        let Some(certificate) = entry.certificate() else {
            continue;
        };
        let places = entry.locations.iter().map(|location| location.line);
        let places: Vec<LineNumber> = places.collect();
        remarks.total += places.len().max(1);
        let found = of_one(certificate, at);
        let with = |remark| (remark, Cert::clone(certificate));
        remarks.list.extend(found.into_iter().map(with));
        if places.len() > 1 {
            let repeated = (Cert::clone(certificate), places);
            remarks.repeated.push(repeated);
        }
    }
    remarks.list.sort_by_key(|(remark, _)| *remark);
    remarks
}

fn of_one(certificate: &Certificate, at: Moment) -> Vec<Remark> {
    let self_signed = certificate.looks_self_signed();
    let is_old_version = certificate.version == Version::V1;
    [
        date(certificate, at),
        is_weak(&certificate.public_key.kind).then_some(Remark::WeakKey),
        (!self_signed && has_weak_signature(certificate)).then_some(Remark::WeakSignature),
        (!certificate.is_ca() && !is_old_version).then_some(Remark::NotACa),
        is_old_version.then_some(Remark::VersionOne),
        (!self_signed).then_some(Remark::NotSelfSigned),
        strict(certificate).map(Remark::Strict),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn date(certificate: &Certificate, at: Moment) -> Option<Remark> {
    let validity = certificate.validity;
    if validity.not_after < at {
        Some(Remark::Expired)
    } else if validity.not_before > at {
        Some(Remark::NotYetValid)
    } else {
        let soon = at.plus_days(EXPIRES_WITHIN_DAYS);
        (validity.not_after < soon).then_some(Remark::Expiring)
    }
}

/// NIST SP 800-57 part 1 §5.6.1: 112 bits of security.
fn is_weak(key: &KeyKind) -> bool {
    match key {
        KeyKind::Rsa { bits, .. } | KeyKind::Dsa { bits } => *bits < 2048,
        KeyKind::Ec(_) | KeyKind::Ed25519 | KeyKind::Unknown(_) => false,
    }
}

fn has_weak_signature(certificate: &Certificate) -> bool {
    match certificate.signature_algorithm.hash() {
        Some(HashAlgorithm::Md2 | HashAlgorithm::Md5 | HashAlgorithm::Sha1) => true,
        Some(
            HashAlgorithm::Sha224
            | HashAlgorithm::Sha256
            | HashAlgorithm::Sha384
            | HashAlgorithm::Sha512,
        )
        | None => false,
    }
}
