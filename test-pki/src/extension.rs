//! Extensions that rcgen does not write, or not in every shape a test wants.

use std::net::IpAddr;

use crate::der;
use crate::name::Name;

/// One extension as it stands in a certificate (RFC 5280 §4.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    pub(crate) oid: String,
    pub(crate) criticality: Criticality,
    pub(crate) value: Vec<u8>,
}

/// What a client that does not know the extension must do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criticality {
    /// Refuse the certificate.
    Critical,
    /// Ignore the extension.
    NonCritical,
}

/// A tree of names that a CA may or may not certify (RFC 5280 §4.2.1.10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subtree {
    /// A DNS name and all below it.
    Dns(&'static str),
    /// A mailbox, a host, or (with a leading dot) a domain of mailboxes.
    Email(&'static str),
    /// The host, or (with a leading dot) the domain, of a URI.
    Uri(&'static str),
    /// An address range: prefix length in bits.
    Ip(IpAddr, u8),
    /// A directory name and all below it.
    Directory(Name),
    /// Any `GeneralName` in DER, well formed or not.
    Encoded(Vec<u8>),
}

impl Extension {
    /// Any extension: dotted identifier and DER value.
    pub fn new(oid: &str, criticality: Criticality, value: Vec<u8>) -> Self {
        Self {
            oid: oid.to_owned(),
            criticality,
            value,
        }
    }

    /// A critical extension that no client knows.
    pub fn unknown_critical() -> Self {
        Self::new(
            "1.3.6.1.4.1.99999.1",
            Criticality::Critical,
            der::tlv(der::tag::NULL, &[]),
        )
    }

    /// `certificatePolicies` without qualifiers (§4.2.1.4).
    pub fn policies(criticality: Criticality, policies: &[&str]) -> Self {
        let value = der::sequence(
            policies
                .iter()
                .map(|policy| der::sequence([der::oid(policy)])),
        );
        Self::new("2.5.29.32", criticality, value)
    }

    /// `policyMappings`, critical: pairs of issuer's and subject's policy (§4.2.1.5).
    pub fn policy_mappings(pairs: &[(&str, &str)]) -> Self {
        let pair = |&(issuer, subject): &(&str, &str)| {
            der::sequence([der::oid(issuer), der::oid(subject)])
        };
        Self::new(
            "2.5.29.33",
            Criticality::Critical,
            der::sequence(pairs.iter().map(pair)),
        )
    }

    /// `policyConstraints`, critical: certificates to skip before each rule holds (§4.2.1.11).
    pub fn policy_constraints(require_explicit: Option<u8>, inhibit_mapping: Option<u8>) -> Self {
        let skip = |tag, value: Option<u8>| value.map(|value| der::tag_small_integer(tag, value));
        let value = der::sequence(
            [skip(0x80, require_explicit), skip(0x81, inhibit_mapping)]
                .into_iter()
                .flatten(),
        );
        Self::new("2.5.29.36", Criticality::Critical, value)
    }

    /// `inhibitAnyPolicy`, critical (§4.2.1.14).
    pub fn inhibit_any_policy(skip: u8) -> Self {
        Self::new("2.5.29.54", Criticality::Critical, der::small_integer(skip))
    }

    /// `authorityInfoAccess` with one `caIssuers` address (§4.2.2.1).
    pub fn ca_issuers(uri: &str) -> Self {
        let access = der::sequence([
            der::oid("1.3.6.1.5.5.7.48.2"),
            der::implicit(6, uri.as_bytes()),
        ]);
        Self::new(
            "1.3.6.1.5.5.7.1.1",
            Criticality::NonCritical,
            der::sequence([access]),
        )
    }

    /// `subjectAltName` of any `GeneralName`s in DER, well formed or not: for what
    /// [`AlternativeName`](crate::AlternativeName) cannot say (§4.2.1.6).
    pub fn alternative_names<N: AsRef<[u8]>>(names: impl IntoIterator<Item = N>) -> Self {
        Self::new("2.5.29.17", Criticality::NonCritical, der::sequence(names))
    }

    pub(crate) fn subject_key_identifier(id: &[u8]) -> Self {
        let value = der::tlv(der::tag::OCTET_STRING, id);
        Self::new("2.5.29.14", Criticality::NonCritical, value)
    }

    pub(crate) fn name_constraints(
        criticality: Criticality,
        permitted: &[Subtree],
        excluded: &[Subtree],
    ) -> Self {
        let trees = [(0, permitted), (1, excluded)]
            .into_iter()
            .filter(|(_, list)| !list.is_empty());
        let value = der::sequence(trees.map(|(number, list)| {
            let subtrees = list
                .iter()
                .map(|subtree| der::sequence([subtree.general_name()]));
            der::constructed(number, &der::concat(subtrees))
        }));
        Self::new("2.5.29.30", criticality, value)
    }
}

impl Subtree {
    /// `GeneralName` as a constraint: addresses carry a mask, other forms may be partial.
    fn general_name(&self) -> Vec<u8> {
        match self {
            Self::Encoded(name) => name.clone(),
            Self::Email(text) => der::implicit(1, text.as_bytes()),
            Self::Dns(text) => der::implicit(2, text.as_bytes()),
            Self::Directory(name) => der::constructed(4, &name.der()),
            Self::Uri(text) => der::implicit(6, text.as_bytes()),
            Self::Ip(IpAddr::V4(address), prefix) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(*prefix)).unwrap_or(0);
                der::implicit(7, &der::concat([address.octets(), mask.to_be_bytes()]))
            }
            Self::Ip(IpAddr::V6(address), prefix) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(*prefix)).unwrap_or(0);
                der::implicit(7, &der::concat([address.octets(), mask.to_be_bytes()]))
            }
        }
    }
}
