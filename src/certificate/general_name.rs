//! General names (RFC 5280 §4.2.1.6), as they stand in alternative names and name constraints.

use super::Name;
use der_parser::asn1_rs::{Any, Class, FromDer, Sequence};

/// One `GeneralName`. Text is kept as the octets in the certificate, which need not be valid text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GeneralName {
    /// `dNSName`: an `IA5String`, perhaps with a wildcard; in a constraint perhaps with a leading dot.
    Dns(Vec<u8>),
    /// `iPAddress`: 4 or 16 octets in an alternative name, 8 or 32 (address and mask) in a constraint.
    Ip(Vec<u8>),
    /// `rfc822Name`: a mailbox, a host or (leading dot) a domain.
    Email(Vec<u8>),
    /// `uniformResourceIdentifier`.
    Uri(Vec<u8>),
    /// `directoryName`.
    Directory(Name),
    /// Any other form, by its context tag (0 otherName, 3 x400Address, 5 ediPartyName, 8 registeredID), with its content octets.
    Other {
        /// The context-specific tag.
        tag: u32,
        /// The content octets.
        content: Vec<u8>,
    },
}

/// Reads `GeneralNames`. `None` when the structure is broken.
pub(crate) fn general_names(der: &[u8]) -> Option<Vec<GeneralName>> {
    let (rest, sequence) = Sequence::from_der(der).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let mut content: &[u8] = sequence.content.as_ref();
    let mut names = Vec::new();
    while !content.is_empty() {
        let (tail, any) = Any::from_der(content).ok()?;
        names.push(general_name(&any)?);
        content = tail;
    }
    Some(names)
}

/// Reads one `GeneralName` from its tagged element.
pub(crate) fn general_name(any: &Any<'_>) -> Option<GeneralName> {
    if any.class() != Class::ContextSpecific {
        return None;
    }
    let content = any.data.to_vec();
    Some(match any.tag().0 {
        1 => GeneralName::Email(content),
        2 => GeneralName::Dns(content),
        4 => GeneralName::Directory(Name::from_der(any.data)?),
        6 => GeneralName::Uri(content),
        7 => GeneralName::Ip(content),
        tag => GeneralName::Other { tag, content },
    })
}
