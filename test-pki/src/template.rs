//! The builder: what a certificate shall say, before anybody signs it.

use std::net::IpAddr;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::certified::Certified;
use crate::extension::{Criticality, Extension, Subtree};
use crate::hash::Hash;
use crate::key::Key;
use crate::name::Name;
use crate::seal;

pub(crate) mod fields;

pub use fields::{
    AlternativeName, AuthorityKeyId, BasicConstraints, ExtendedKeyUsage, KeyId, KeyUsage,
};

/// What a certificate shall say. Start with [`crate::ca`] or [`crate::leaf`], end with
/// [`self_signed`](Self::self_signed) or [`issued_by`](Self::issued_by).
#[derive(Debug, Clone)]
pub struct Template {
    pub(crate) subject: Name,
    pub(crate) key: Key,
    pub(crate) not_before: OffsetDateTime,
    pub(crate) not_after: OffsetDateTime,
    pub(crate) hash: Option<Hash>,
    pub(crate) signature_algorithm: Option<&'static str>,
    pub(crate) serial: Option<Vec<u8>>,
    pub(crate) version: Version,
    pub(crate) basic_constraints: BasicConstraints,
    pub(crate) basic_constraints_criticality: Criticality,
    pub(crate) key_usage: Vec<KeyUsage>,
    pub(crate) extended_key_usage: Vec<ExtendedKeyUsage>,
    pub(crate) alternative_names: Vec<AlternativeName>,
    pub(crate) subject_key_id: KeyId,
    pub(crate) authority_key_id: AuthorityKeyId,
    pub(crate) name_constraints_criticality: Criticality,
    pub(crate) permitted: Vec<Subtree>,
    pub(crate) excluded: Vec<Subtree>,
    pub(crate) extensions: Vec<Extension>,
}

/// Version of the certificate's syntax (RFC 5280 §4.1.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V1,
    V3,
}

/// Ending the builder.
impl Template {
    /// Signs with its own key, under its own name.
    pub fn self_signed(self) -> Certified {
        let (issuer, key) = (self.subject.clone(), self.key.clone());
        seal::seal(
            self,
            &seal::Signer {
                name: issuer,
                key,
                key_id: None,
            },
        )
    }

    /// Signs with the issuer's key, under the issuer's subject name. Nothing is checked: the issuer need
    /// not be a CA.
    pub fn issued_by(self, issuer: &Certified) -> Certified {
        seal::seal(self, &seal::Signer::of(issuer))
    }

    /// As [`issued_by`](Self::issued_by), but signed with a key that is not the issuer's: the impostor.
    pub fn issued_by_name_only(self, issuer: &Certified, key: &Key) -> Certified {
        seal::seal(
            self,
            &seal::Signer {
                key: key.clone(),
                ..seal::Signer::of(issuer)
            },
        )
    }
}

/// Name, key, dates, signature.
impl Template {
    pub(crate) fn new(subject: Name) -> Self {
        Self {
            key: Key::p256(&subject.path()),
            subject,
            not_before: moment("2020-01-01"),
            not_after: moment("2040-01-01"),
            hash: None,
            signature_algorithm: None,
            serial: None,
            version: Version::V3,
            basic_constraints: BasicConstraints::Absent,
            basic_constraints_criticality: Criticality::Critical,
            key_usage: Vec::new(),
            extended_key_usage: Vec::new(),
            alternative_names: Vec::new(),
            subject_key_id: KeyId::OfKey,
            authority_key_id: AuthorityKeyId::OfIssuer,
            name_constraints_criticality: Criticality::Critical,
            permitted: Vec::new(),
            excluded: Vec::new(),
            extensions: Vec::new(),
        }
    }

    /// Another subject; the key stays.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<Name>) -> Self {
        self.subject = subject.into();
        self
    }

    /// Another key than the P-256 key named after the subject: the same subject has the same key, unless
    /// this says otherwise.
    #[must_use]
    pub fn key(mut self, key: Key) -> Self {
        self.key = key;
        self
    }

    /// Validity: dates (`2024-01-31`, midnight UTC) or RFC 3339 moments.
    ///
    /// # Panics
    /// If either is neither.
    #[must_use]
    pub fn valid(mut self, not_before: &str, not_after: &str) -> Self {
        self.not_before = moment(not_before);
        self.not_after = moment(not_after);
        self
    }

    /// Another digest for the signature on this certificate than the signing key's usual one.
    ///
    /// Signing panics where the key cannot use it: MD5 is for RSA only, and a curve wants a digest of at
    /// least half its length.
    #[must_use]
    pub fn signed_with(mut self, hash: Hash) -> Self {
        self.hash = Some(hash);
        self
    }

    /// Names this algorithm, by its dotted identifier, whatever the signature is: for algorithms that
    /// nobody can check.
    #[must_use]
    pub fn signature_algorithm(mut self, oid: &'static str) -> Self {
        self.signature_algorithm = Some(oid);
        self
    }

    /// The content octets of the serial number, as they shall stand: `[0]` is zero, `[0xff]` minus one.
    #[must_use]
    pub fn serial(mut self, octets: &[u8]) -> Self {
        self.serial = Some(octets.to_vec());
        self
    }

    /// A version 1 certificate: no extensions at all, whatever else was asked for.
    #[must_use]
    pub fn version_1(mut self) -> Self {
        self.version = Version::V1;
        self
    }
}

/// What the key may be used for.
impl Template {
    /// Sets or omits basic constraints.
    #[must_use]
    pub fn basic_constraints(mut self, constraints: BasicConstraints) -> Self {
        self.basic_constraints = constraints;
        self
    }

    /// A CA with this many intermediate certificates below it at most.
    #[must_use]
    pub fn path_len(self, length: u8) -> Self {
        self.basic_constraints(BasicConstraints::CaWithPathLen(length))
    }

    /// Whether basic constraints are critical; they are unless this says otherwise.
    #[must_use]
    pub fn basic_constraints_criticality(mut self, criticality: Criticality) -> Self {
        self.basic_constraints_criticality = criticality;
        self
    }

    /// Exactly these key usages; none omits the extension.
    #[must_use]
    pub fn key_usage(mut self, usages: impl IntoIterator<Item = KeyUsage>) -> Self {
        self.key_usage = usages.into_iter().collect();
        self
    }

    /// Exactly these extended key usages; none omits the extension.
    #[must_use]
    pub fn extended_key_usage(
        mut self,
        usages: impl IntoIterator<Item = ExtendedKeyUsage>,
    ) -> Self {
        self.extended_key_usage = usages.into_iter().collect();
        self
    }
}

/// Alternative names.
impl Template {
    /// Adds DNS names.
    #[must_use]
    pub fn san_dns<'a>(self, names: impl IntoIterator<Item = &'a str>) -> Self {
        names.into_iter().fold(self, |template, name| {
            template.san(AlternativeName::Dns(name.to_owned()))
        })
    }

    /// Adds IP addresses.
    #[must_use]
    pub fn san_ip(self, addresses: impl IntoIterator<Item = IpAddr>) -> Self {
        addresses.into_iter().fold(self, |template, address| {
            template.san(AlternativeName::Ip(address))
        })
    }

    /// Adds an alternative name of any kind.
    #[must_use]
    pub fn san(mut self, name: AlternativeName) -> Self {
        self.alternative_names.push(name);
        self
    }

    /// Removes all alternative names.
    #[must_use]
    pub fn no_san(mut self) -> Self {
        self.alternative_names.clear();
        self
    }
}

/// Other extensions.
impl Template {
    /// Which subject key identifier to write.
    #[must_use]
    pub fn subject_key_id(mut self, id: KeyId) -> Self {
        self.subject_key_id = id;
        self
    }

    /// Which authority key identifier to write.
    #[must_use]
    pub fn authority_key_id(mut self, id: AuthorityKeyId) -> Self {
        self.authority_key_id = id;
        self
    }

    /// Adds a tree of names that this CA may certify.
    #[must_use]
    pub fn permit(mut self, subtree: Subtree) -> Self {
        self.permitted.push(subtree);
        self
    }

    /// Adds a tree of names that this CA may not certify.
    #[must_use]
    pub fn exclude(mut self, subtree: Subtree) -> Self {
        self.excluded.push(subtree);
        self
    }

    /// Whether name constraints are critical; they are unless this says otherwise.
    #[must_use]
    pub fn name_constraints_criticality(mut self, criticality: Criticality) -> Self {
        self.name_constraints_criticality = criticality;
        self
    }

    /// Adds any extension, also one that is there already.
    #[must_use]
    pub fn extension(mut self, extension: Extension) -> Self {
        self.extensions.push(extension);
        self
    }
}

fn moment(text: &str) -> OffsetDateTime {
    let whole = if text.contains('T') {
        text.to_owned()
    } else {
        format!("{text}T00:00:00Z")
    };
    OffsetDateTime::parse(&whole, &Rfc3339).expect("a date or an RFC 3339 moment")
}
