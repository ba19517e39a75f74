//! The defects, and the places where they mean something.

use super::{Defect, Touches};
use crate::{
    AuthorityKeyId, BasicConstraints, Criticality, ExtendedKeyUsage, Extension, Hash, Key, KeyId,
    KeyUsage, Name, der,
};

pub(in crate::sweep) const NONE: Defect = Defect::content("nothing", |sound| sound);

const EXPIRED: Defect = Defect::content("expired", |t| t.valid("2001-01-01", "2026-01-01"));
const FUTURE: Defect = Defect::content("not-yet-valid", |t| t.valid("2027-01-01", "2040-01-01"));
const BROKEN: Defect = Defect::of(Touches::SignatureOctets, "broken-signature", |t| t);
const OTHER_SIGNER: Defect = Defect::of(Touches::Signer, "signed-by-another", |t| t);
const SHA_1: Defect = Defect::of(Touches::Digest, "sha1", |t| t.signed_with(Hash::Sha1));
const MD5: Defect = Defect::of(Touches::Digest, "md5", |t| t.signed_with(Hash::Md5));
const STRANGE_ALGORITHM: Defect = Defect::content("unknown-algorithm", |t| {
    t.signature_algorithm("1.3.6.1.4.1.99999.2")
});
const RSA_1024: Defect = Defect::of(Touches::Key, "rsa-1024", |t| t.key(Key::rsa_1024(0)));
const RSA_768: Defect = Defect::of(Touches::Key, "rsa-768", |t| t.key(Key::rsa_768()));

const VERSION_1: Defect = Defect::content("version-1", crate::Template::version_1);
const SERIAL_ZERO: Defect = Defect::content("serial-zero", |t| t.serial(&[0]));
const SERIAL_NEGATIVE: Defect = Defect::content("serial-negative", |t| t.serial(&[0xff, 0x01]));
const UNKNOWN_CRITICAL: Defect = Defect::content("unknown-critical", |t| {
    t.extension(Extension::unknown_critical())
});
const UNKNOWN: Defect = Defect::content("unknown-extension", |t| t.extension(unknown()));
const DOUBLED: Defect = Defect::content("doubled-extension", |t| {
    t.extension(unknown()).extension(unknown())
});

const NOT_A_CA: Defect = Defect::content("ca-false", |t| {
    t.basic_constraints(BasicConstraints::EndEntity)
});
const NO_CONSTRAINTS: Defect = Defect::content("no-basic-constraints", |t| {
    t.basic_constraints(BasicConstraints::Absent)
});
const NEITHER: Defect = Defect::content("no-basic-constraints-nor-key-usage", |t| {
    t.basic_constraints(BasicConstraints::Absent).key_usage([])
});
const NOT_CRITICAL: Defect = Defect::content("basic-constraints-not-critical", |t| {
    t.basic_constraints_criticality(Criticality::NonCritical)
});
const PATH_LENGTH_0: Defect = Defect::content("path-length-0", |t| t.path_len(0));
const PATH_LENGTH_1: Defect = Defect::content("path-length-1", |t| t.path_len(1));

const NO_USAGE: Defect = Defect::content("no-key-usage", |t| t.key_usage([]));
const USAGE_OF_SERVER: Defect = Defect::content("key-usage-signature", |t| {
    t.key_usage([KeyUsage::DigitalSignature])
});
const USAGE_OF_CA: Defect = Defect::content("key-usage-cert-sign", |t| {
    t.key_usage([KeyUsage::KeyCertSign])
});
const USAGE_ENCIPHERMENT: Defect = Defect::content("key-usage-encipherment", |t| {
    t.key_usage([KeyUsage::KeyEncipherment])
});
const USAGE_CRL: Defect =
    Defect::content("key-usage-crl-sign", |t| t.key_usage([KeyUsage::CrlSign]));
const CLIENT: Defect = Defect::content("purpose-client", |t| {
    t.extended_key_usage([ExtendedKeyUsage::ClientAuth])
});
const SERVER: Defect = Defect::content("purpose-server", |t| {
    t.extended_key_usage([ExtendedKeyUsage::ServerAuth])
});
const ANY: Defect = Defect::content("purpose-any", |t| {
    t.extended_key_usage([ExtendedKeyUsage::Any])
});
const OTHER_PURPOSE: Defect = Defect::content("purpose-other", |t| {
    t.extended_key_usage([ExtendedKeyUsage::Other(&[1, 3, 6, 1, 4, 1, 99999, 3])])
});
/// Netscape's server gated crypto, which some clients take for server authentication.
const GATED: Defect = Defect::content("purpose-gated", |t| {
    t.extended_key_usage([ExtendedKeyUsage::Other(&[2, 16, 840, 1, 113_730, 4, 1])])
});
const NO_PURPOSE: Defect = Defect::content("no-purpose", |t| t.extended_key_usage([]));

const NO_SKI: Defect = Defect::content("no-ski", |t| t.subject_key_id(KeyId::Absent));
const NO_AKI: Defect = Defect::content("no-aki", |t| t.authority_key_id(AuthorityKeyId::Absent));
const NO_IDS: Defect = Defect::content("no-key-ids", |t| {
    t.subject_key_id(KeyId::Absent)
        .authority_key_id(AuthorityKeyId::Absent)
});
const AKI_OF_OTHER: Defect = Defect::content("aki-of-another", |t| {
    t.authority_key_id(AuthorityKeyId::Bytes(vec![0xEE; 20]))
});
const AKI_ALWAYS: Defect =
    Defect::content("aki-always", |t| t.authority_key_id(AuthorityKeyId::Always));
const SERIAL_OF_OTHER: Defect = Defect::content("aki-serial-of-another", |t| {
    t.authority_key_id(AuthorityKeyId::IssuerAndSerial {
        issuer: Name::cn("Sweep Nobody"),
        serial: vec![0x42],
    })
});

/// What may stand in any certificate.
pub(in crate::sweep) const ANYWHERE: &[Defect] = &[
    EXPIRED,
    FUTURE,
    BROKEN,
    OTHER_SIGNER,
    SHA_1,
    MD5,
    STRANGE_ALGORITHM,
    RSA_1024,
    RSA_768,
    VERSION_1,
    SERIAL_ZERO,
    SERIAL_NEGATIVE,
    UNKNOWN_CRITICAL,
    UNKNOWN,
    DOUBLED,
    NO_CONSTRAINTS,
    NOT_CRITICAL,
    NO_USAGE,
    CLIENT,
    ANY,
    OTHER_PURPOSE,
    GATED,
    NO_SKI,
    NO_AKI,
    NO_IDS,
    AKI_OF_OTHER,
    SERIAL_OF_OTHER,
];

/// What is wrong, or unusual, in a CA's certificate alone.
pub(in crate::sweep) const OF_CAS: &[Defect] = &[
    NOT_A_CA,
    NEITHER,
    PATH_LENGTH_0,
    PATH_LENGTH_1,
    USAGE_OF_SERVER,
    USAGE_CRL,
    SERVER,
    AKI_ALWAYS,
];

/// What is wrong, or unusual, in a server's certificate alone.
pub(in crate::sweep) const OF_SERVERS: &[Defect] =
    &[NO_PURPOSE, USAGE_OF_CA, USAGE_ENCIPHERMENT, PATH_LENGTH_0];

/// What sends a client along another path, where there is one.
pub(in crate::sweep) const THAT_MATTER: &[Defect] = &[
    EXPIRED,
    FUTURE,
    BROKEN,
    OTHER_SIGNER,
    SHA_1,
    MD5,
    RSA_1024,
    VERSION_1,
    UNKNOWN_CRITICAL,
    NOT_A_CA,
    NO_CONSTRAINTS,
    PATH_LENGTH_0,
    USAGE_CRL,
    CLIENT,
    NO_IDS,
    AKI_OF_OTHER,
];

fn unknown() -> Extension {
    Extension::new(
        "1.3.6.1.4.1.99999.4",
        Criticality::NonCritical,
        der::tlv(der::tag::NULL, &[]),
    )
}
