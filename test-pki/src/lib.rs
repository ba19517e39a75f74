//! A reproducible mock PKI for tests of certificate path validation.
//!
//! Every certificate is the same on every machine, byte for byte: keys are committed or derived from
//! labels, serials are digests, dates are written down, signatures are deterministic.
//!
//! ```
//! let root = test_pki::ca("Mock Root A").self_signed();
//! let other = test_pki::ca("Mock Root B").self_signed();
//! let cross = root.cross_signed_by(&other);
//! let intermediate = test_pki::ca("Mock Intermediate").path_len(0).issued_by(&root);
//! let leaf = test_pki::leaf("s3.mock.example").valid("2024-01-01", "2025-01-01").issued_by(&intermediate);
//! assert_eq!(cross.key(), root.key());
//! assert!(leaf.pem().starts_with("-----BEGIN CERTIFICATE-----"));
//! ```
//!
//! A finished certificate keeps its template, so that siblings are one line away:
//!
//! ```
//! use test_pki::{Hash, Key, KeyId, Subtree, ca, leaf};
//!
//! let root = ca("Mock Root").self_signed();
//! let again = || root.template().clone();
//! let renewed = again().valid("2030-01-01", "2050-01-01").self_signed(); // same name and key
//! let namesake = again().key(Key::p256("another")).self_signed(); // same name, other key
//! let without_id = again().subject_key_id(KeyId::Absent).self_signed();
//! let limited = ca("Mock Int").permit(Subtree::Dns("mock.example")).issued_by(&root);
//! let damaged = leaf("a.mock.example").issued_by(&limited).with_broken_signature();
//! let weak = ca("Mock Old").key(Key::rsa_1024(0)).signed_with(Hash::Md5).self_signed();
//! # let _ = (renewed, namesake, without_id, damaged, weak);
//! ```
#![allow(clippy::doc_markdown)] // Doc comments of scenarios are data for readers: names of CAs stand as they are.
#![allow(clippy::expect_used)] // A crate for tests: what it is asked to build is written in source code.

pub mod der;

pub mod emit;
pub mod graph;
pub mod public;
pub mod s3;
pub mod serve;
pub mod sweep;

mod catalogue;
mod certified;
mod extension;
mod hash;
mod key;
mod name;
mod scenario;
mod seal;
mod template;

pub use catalogue::Description;
pub use certified::Certified;
pub use extension::{Criticality, Extension, Subtree};
pub use hash::Hash;
pub use key::Key;
pub use name::{Name, StringForm};
pub use public::known_roots;
pub use scenario::{DEFAULT_CLIENT, Expectation, Outcome, Scenario, scenario, scenarios};
pub use template::{
    AlternativeName, AuthorityKeyId, BasicConstraints, ExtendedKeyUsage, KeyId, KeyUsage, Template,
};

/// A CA as they usually are: critical basic constraints, certificate and CRL signing, both key
/// identifiers, valid 2020 to 2040.
pub fn ca(subject: impl Into<Name>) -> Template {
    Template::new(subject.into())
        .basic_constraints(BasicConstraints::Ca)
        .key_usage([KeyUsage::KeyCertSign, KeyUsage::CrlSign])
}

/// A server's certificate as they usually are: `host` as common name and alternative name, for server
/// authentication, valid 2020 to 2040.
pub fn leaf(host: &str) -> Template {
    Template::new(Name::cn(host))
        .san_dns([host])
        .basic_constraints(BasicConstraints::EndEntity)
        .key_usage([KeyUsage::DigitalSignature])
        .extended_key_usage([ExtendedKeyUsage::ServerAuth])
}

/// Certificates one after the other as PEM blocks.
pub fn pem_bundle<C: AsRef<[u8]>>(certificates: impl IntoIterator<Item = C>) -> String {
    certificates
        .into_iter()
        .map(|certificate| pem_of(certificate.as_ref()))
        .collect()
}

fn pem_of(der: &[u8]) -> String {
    pem_block("CERTIFICATE", der)
}

fn pem_block(label: &str, der: &[u8]) -> String {
    let config = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
    pem::encode_config(&pem::Pem::new(label, der), config)
}
