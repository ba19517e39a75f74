//! The certificate extensions that decide (RFC 5280 §4.2).

use super::{ExtendedKeyUsage, GeneralName, KeyIdentifier, KeyUsage, Name, SerialNumber};

/// Whether an extension is marked critical.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criticality {
    /// Must be understood.
    Critical,
    /// May be ignored.
    NonCritical,
}

/// The value of an extension with its criticality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked<T> {
    /// Whether it is critical.
    pub criticality: Criticality,
    /// Its value.
    pub value: T,
}

/// CA or not (RFC 5280 §4.2.1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateRole {
    /// `cA` is true.
    CertificateAuthority,
    /// `cA` is false.
    EndEntity,
}

/// Basic constraints (RFC 5280 §4.2.1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasicConstraints {
    /// The `cA` field.
    pub role: CertificateRole,
    /// How many non-self-issued intermediates may follow below.
    pub path_len: Option<u32>,
}

/// Authority key identifier (RFC 5280 §4.2.1.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityKeyIdentifier {
    /// The issuer's key.
    pub key_id: Option<KeyIdentifier>,
    /// The issuer's own issuer, by name.
    pub issuer: Vec<GeneralName>,
    /// The issuer's serial number.
    pub serial: Option<SerialNumber>,
}

impl AuthorityKeyIdentifier {
    /// The first directory name among the issuer names.
    pub fn issuer_name(&self) -> Option<&Name> {
        self.issuer.iter().find_map(|name| match name {
            GeneralName::Directory(name) => Some(name),
            GeneralName::Dns(_)
            | GeneralName::Ip(_)
            | GeneralName::Email(_)
            | GeneralName::Uri(_)
            | GeneralName::Other { .. } => None,
        })
    }
}

/// An extension as it stands in the certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawExtension {
    /// Its object identifier in dotted decimal.
    pub oid: String,
    /// Whether it is critical.
    pub criticality: Criticality,
    /// DER of its value.
    pub value: Vec<u8>,
}

/// The extensions by the names of RFC 5280.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExtensionId {
    /// §4.2.1.1.
    AuthorityKeyIdentifier,
    /// §4.2.1.2.
    SubjectKeyIdentifier,
    /// §4.2.1.3.
    KeyUsage,
    /// §4.2.1.4.
    CertificatePolicies,
    /// §4.2.1.5.
    PolicyMappings,
    /// §4.2.1.6.
    SubjectAlternativeName,
    /// §4.2.1.9.
    BasicConstraints,
    /// §4.2.1.10.
    NameConstraints,
    /// §4.2.1.11.
    PolicyConstraints,
    /// §4.2.1.12.
    ExtendedKeyUsage,
    /// §4.2.1.13: not followed, but OpenSSL wants to read them.
    CrlDistributionPoints,
    /// §4.2.1.14.
    InhibitAnyPolicy,
    /// §4.2.1.8.
    SubjectDirectoryAttributes,
    /// §4.2.1.15.
    FreshestCrl,
    /// §4.2.2.1.
    AuthorityInformationAccess,
    /// §4.2.2.2.
    SubjectInformationAccess,
}

impl ExtensionId {
    /// Its object identifier in dotted decimal.
    pub const fn oid(self) -> &'static str {
        match self {
            Self::AuthorityKeyIdentifier => "2.5.29.35",
            Self::SubjectKeyIdentifier => "2.5.29.14",
            Self::KeyUsage => "2.5.29.15",
            Self::CertificatePolicies => "2.5.29.32",
            Self::PolicyMappings => "2.5.29.33",
            Self::SubjectAlternativeName => "2.5.29.17",
            Self::BasicConstraints => "2.5.29.19",
            Self::NameConstraints => "2.5.29.30",
            Self::PolicyConstraints => "2.5.29.36",
            Self::ExtendedKeyUsage => "2.5.29.37",
            Self::CrlDistributionPoints => "2.5.29.31",
            Self::InhibitAnyPolicy => "2.5.29.54",
            Self::SubjectDirectoryAttributes => "2.5.29.9",
            Self::FreshestCrl => "2.5.29.46",
            Self::AuthorityInformationAccess => "1.3.6.1.5.5.7.1.1",
            Self::SubjectInformationAccess => "1.3.6.1.5.5.7.1.11",
        }
    }
}

/// The extensions by which a client tells what a certificate is and who issued it.
const DECISIVE: [&str; 8] = [
    ExtensionId::AuthorityKeyIdentifier.oid(),
    ExtensionId::SubjectKeyIdentifier.oid(),
    ExtensionId::KeyUsage.oid(),
    ExtensionId::SubjectAlternativeName.oid(),
    ExtensionId::BasicConstraints.oid(),
    ExtensionId::NameConstraints.oid(),
    ExtensionId::ExtendedKeyUsage.oid(),
    ExtensionId::CrlDistributionPoints.oid(),
];

/// All extensions of a certificate: the ones that decide as values, every one as it stands.
#[derive(Clone, Debug, Default)]
pub struct Extensions {
    pub(super) all: Vec<RawExtension>,
    pub(super) unreadable: Vec<String>,
    pub(super) repeated: Vec<String>,
    pub(super) authority_key_identifier: Option<AuthorityKeyIdentifier>,
    pub(super) subject_key_identifier: Option<KeyIdentifier>,
    pub(super) key_usage: Option<Marked<KeyUsage>>,
    pub(super) extended_key_usage: Option<Marked<ExtendedKeyUsage>>,
    pub(super) basic_constraints: Option<Marked<BasicConstraints>>,
    pub(super) subject_alternative_names: Option<Marked<Vec<GeneralName>>>,
    pub(super) ca_issuers: Vec<String>,
}

impl Extensions {
    /// Every extension in order.
    pub fn all(&self) -> &[RawExtension] {
        &self.all
    }

    /// The extension with this identifier, as it stands.
    pub fn raw(&self, id: ExtensionId) -> Option<&RawExtension> {
        self.all.iter().find(|extension| extension.oid == id.oid())
    }

    /// Object identifiers of known extensions whose value could not be read.
    pub fn unreadable(&self) -> &[String] {
        &self.unreadable
    }

    /// Object identifiers that stand more than once, which RFC 5280 §4.2 forbids; each once.
    pub fn repeated(&self) -> &[String] {
        &self.repeated
    }

    /// An extension that decides, and cannot be read or stands twice, so that nobody can tell what it says.
    pub fn undecided(&self) -> Option<&str> {
        let in_doubt = self.unreadable.iter().chain(&self.repeated);
        in_doubt
            .map(String::as_str)
            .find(|oid| DECISIVE.contains(oid))
    }

    /// Authority key identifier.
    pub const fn authority_key_identifier(&self) -> Option<&AuthorityKeyIdentifier> {
        self.authority_key_identifier.as_ref()
    }

    /// Subject key identifier.
    pub const fn subject_key_identifier(&self) -> Option<&KeyIdentifier> {
        self.subject_key_identifier.as_ref()
    }

    /// Key usage.
    pub const fn key_usage(&self) -> Option<Marked<KeyUsage>> {
        match &self.key_usage {
            Some(marked) => Some(Marked {
                criticality: marked.criticality,
                value: marked.value,
            }),
            None => None,
        }
    }

    /// Extended key usage.
    pub const fn extended_key_usage(&self) -> Option<&Marked<ExtendedKeyUsage>> {
        self.extended_key_usage.as_ref()
    }

    /// Basic constraints.
    pub const fn basic_constraints(&self) -> Option<&Marked<BasicConstraints>> {
        self.basic_constraints.as_ref()
    }

    /// Subject alternative names.
    pub const fn subject_alternative_names(&self) -> Option<&Marked<Vec<GeneralName>>> {
        self.subject_alternative_names.as_ref()
    }

    /// Where the issuer's certificate can be fetched, from authority information access (RFC 5280 §4.2.2.1).
    pub fn ca_issuers(&self) -> &[String] {
        &self.ca_issuers
    }
}
