//! Certificate policies and what restricts them (RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14).

use super::extensions::{ExtensionId, Extensions};
use super::name::elements;
use crate::signature::as_oid;
use core::fmt;
use der_parser::asn1_rs::{Any, Class, FromDer, Integer, Sequence, Tag};

/// The object identifier of a certificate policy, in dotted decimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PolicyId(String);

impl PolicyId {
    /// `anyPolicy`, which stands for all of them (RFC 5280 §4.2.1.4).
    pub const ANY: &'static str = "2.5.29.32.0";

    /// A policy by its object identifier in dotted decimal.
    pub fn new(oid: impl Into<String>) -> Self {
        Self(oid.into())
    }

    /// `anyPolicy`.
    pub fn any() -> Self {
        Self::new(Self::ANY)
    }

    /// Whether it is `anyPolicy`.
    pub fn is_any(&self) -> bool {
        self.0 == Self::ANY
    }

    /// The object identifier in dotted decimal.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PolicyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A policy of the issuer's domain that is worth as much as one of the subject's (RFC 5280 §4.2.1.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyMapping {
    /// The issuer's policy.
    pub issuer: PolicyId,
    /// The subject's.
    pub subject: PolicyId,
}

/// The four extensions about policies. A number counts the certificates that may follow before the restriction applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyExtensions {
    /// The policies in order; `None` where the certificate has no such extension.
    pub policies: Option<Vec<PolicyId>>,
    /// Which policies are mapped to which.
    pub mappings: Vec<PolicyMapping>,
    /// `requireExplicitPolicy`.
    pub require_explicit: Option<u32>,
    /// `inhibitPolicyMapping`.
    pub inhibit_mapping: Option<u32>,
    /// `inhibitAnyPolicy`.
    pub inhibit_any: Option<u32>,
}

impl PolicyExtensions {
    /// Reads them. The error says which one cannot be read.
    pub fn read(extensions: &Extensions) -> Result<Self, ExtensionId> {
        let value = |id| extensions.raw(id).map(|raw| raw.value.as_slice());
        let (require_explicit, inhibit_mapping) =
            read_with(value, ExtensionId::PolicyConstraints, constraints)?.unwrap_or_default();
        Ok(Self {
            policies: read_with(value, ExtensionId::CertificatePolicies, policies)?,
            mappings: read_with(value, ExtensionId::PolicyMappings, mappings)?.unwrap_or_default(),
            require_explicit,
            inhibit_mapping,
            inhibit_any: read_with(value, ExtensionId::InhibitAnyPolicy, inhibit_any)?,
        })
    }
}

fn read_with<'a, T>(
    value: impl Fn(ExtensionId) -> Option<&'a [u8]>,
    id: ExtensionId,
    read: fn(&[u8]) -> Option<T>,
) -> Result<Option<T>, ExtensionId> {
    value(id).map_or(Ok(None), |der| read(der).map(Some).ok_or(id))
}

/// `SEQUENCE SIZE (1..MAX) OF PolicyInformation`, whose qualifiers decide nothing (RFC 5280 §6.1.5).
fn policies(der: &[u8]) -> Option<Vec<PolicyId>> {
    let found: Option<Vec<PolicyId>> = whole_sequence(der)?
        .iter()
        .map(|information| policy(elements(information.data)?.first()?))
        .collect();
    found.filter(|policies| !policies.is_empty())
}

/// `SEQUENCE SIZE (1..MAX) OF SEQUENCE { issuerDomainPolicy, subjectDomainPolicy }`.
fn mappings(der: &[u8]) -> Option<Vec<PolicyMapping>> {
    let found: Option<Vec<PolicyMapping>> = whole_sequence(der)?
        .iter()
        .map(|pair| match elements(pair.data)?.as_slice() {
            [issuer, subject] => Some(PolicyMapping {
                issuer: policy(issuer)?,
                subject: policy(subject)?,
            }),
            _ => None,
        })
        .collect();
    found.filter(|mappings| !mappings.is_empty())
}

/// `SEQUENCE { requireExplicitPolicy [0] OPTIONAL, inhibitPolicyMapping [1] OPTIONAL }`. Without either it says nothing,
/// which is a fault of its form and no obstacle to reading it.
fn constraints(der: &[u8]) -> Option<(Option<u32>, Option<u32>)> {
    let fields = whole_sequence(der)?;
    let tagged = |number| {
        fields.iter().find(move |field| {
            field.class() == Class::ContextSpecific && field.tag() == Tag(number)
        })
    };
    let read = |field: Option<&Any<'_>>| match field {
        Some(field) => skip_certs(field.data).map(Some),
        None => Some(None),
    };
    let known = [tagged(0), tagged(1)];
    let all_known = fields.len() == known.iter().flatten().count();
    all_known.then_some(())?;
    Some((read(tagged(0))?, read(tagged(1))?))
}

fn inhibit_any(der: &[u8]) -> Option<u32> {
    let (rest, number) = Integer::from_der(der).ok()?;
    rest.is_empty()
        .then(|| skip_certs(number.as_ref()))
        .flatten()
}

/// `SkipCerts ::= INTEGER (0..MAX)`; beyond any path, one number is as good as another.
fn skip_certs(octets: &[u8]) -> Option<u32> {
    match octets {
        [] | [0x80..=0xff, ..] => None,
        _ => Some(octets.iter().fold(0_u32, |sum, octet| {
            sum.saturating_mul(256).saturating_add(u32::from(*octet))
        })),
    }
}

fn policy(any: &Any<'_>) -> Option<PolicyId> {
    as_oid(any).map(|oid| PolicyId(oid.to_id_string()))
}

fn whole_sequence(der: &[u8]) -> Option<Vec<Any<'_>>> {
    let (rest, sequence) = Sequence::from_der(der).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let content = der.get(der.len().checked_sub(sequence.content.len())?..)?;
    elements(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies_are_read_and_an_empty_list_is_refused() {
        let two = [
            0x30, 0x0c, 0x30, 0x04, 0x06, 0x02, 0x2a, 0x03, 0x30, 0x04, 0x06, 0x02, 0x2a, 0x04,
        ];
        let read = policies(&two).unwrap();
        assert_eq!(read, [PolicyId::new("1.2.3"), PolicyId::new("1.2.4")]);
        for bad in [&[0x30, 0x00][..], &[0x30, 0x02, 0x30, 0x00], &[], &two[..8]] {
            assert_eq!(policies(bad), None, "{bad:02x?}");
        }
    }

    #[test]
    fn constraints_by_their_tags() {
        for (der, read) in [
            (&[0x30, 0x03, 0x80, 0x01, 0x00][..], Some((Some(0), None))),
            (&[0x30, 0x03, 0x81, 0x01, 0x02], Some((None, Some(2)))),
            (
                &[0x30, 0x06, 0x80, 0x01, 0x01, 0x81, 0x01, 0x00],
                Some((Some(1), Some(0))),
            ),
            (&[0x30, 0x00], Some((None, None))),
            (&[0x30, 0x03, 0x80, 0x01, 0xff], None),
            (&[0x30, 0x03, 0x82, 0x01, 0x00], None),
            (&[0x30, 0x02, 0x80, 0x00], None),
        ] {
            assert_eq!(constraints(der), read, "{der:02x?}");
        }
    }

    #[test]
    fn numbers_of_certificates() {
        assert_eq!(inhibit_any(&[0x02, 0x01, 0x03]), Some(3));
        assert_eq!(inhibit_any(&[0x02, 0x06, 1, 0, 0, 0, 0, 0]), Some(u32::MAX));
        assert_eq!(inhibit_any(&[0x02, 0x01, 0xff]), None);
        assert_eq!(inhibit_any(&[0x30, 0x00]), None);
    }
}
