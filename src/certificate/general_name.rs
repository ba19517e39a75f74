//! General names (RFC 5280 §4.2.1.6), as they stand in alternative names and name constraints.

use super::Name;

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
