//! Key usage and extended key usage (RFC 5280 §4.2.1.3, §4.2.1.12).

use core::fmt;

/// One bit of the key usage extension, by its position in the bit string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyUsageBit {
    /// `digitalSignature` (0).
    DigitalSignature,
    /// `nonRepudiation`, also called `contentCommitment` (1).
    NonRepudiation,
    /// `keyEncipherment` (2).
    KeyEncipherment,
    /// `dataEncipherment` (3).
    DataEncipherment,
    /// `keyAgreement` (4).
    KeyAgreement,
    /// `keyCertSign` (5).
    KeyCertSign,
    /// `cRLSign` (6).
    CrlSign,
    /// `encipherOnly` (7).
    EncipherOnly,
    /// `decipherOnly` (8).
    DecipherOnly,
}

impl KeyUsageBit {
    /// All bits in order.
    pub const ALL: [Self; 9] = [
        Self::DigitalSignature,
        Self::NonRepudiation,
        Self::KeyEncipherment,
        Self::DataEncipherment,
        Self::KeyAgreement,
        Self::KeyCertSign,
        Self::CrlSign,
        Self::EncipherOnly,
        Self::DecipherOnly,
    ];

    /// The name that RFC 5280 gives it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DigitalSignature => "digitalSignature",
            Self::NonRepudiation => "nonRepudiation",
            Self::KeyEncipherment => "keyEncipherment",
            Self::DataEncipherment => "dataEncipherment",
            Self::KeyAgreement => "keyAgreement",
            Self::KeyCertSign => "keyCertSign",
            Self::CrlSign => "cRLSign",
            Self::EncipherOnly => "encipherOnly",
            Self::DecipherOnly => "decipherOnly",
        }
    }

    const fn mask(self) -> u16 {
        match self {
            Self::DigitalSignature => 1,
            Self::NonRepudiation => 1 << 1,
            Self::KeyEncipherment => 1 << 2,
            Self::DataEncipherment => 1 << 3,
            Self::KeyAgreement => 1 << 4,
            Self::KeyCertSign => 1 << 5,
            Self::CrlSign => 1 << 6,
            Self::EncipherOnly => 1 << 7,
            Self::DecipherOnly => 1 << 8,
        }
    }
}

/// The key usage bits of a certificate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct KeyUsage(u16);

impl KeyUsage {
    /// From the named bits: bit 0 of the value is `digitalSignature`.
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// Whether a bit is set.
    pub const fn allows(self, bit: KeyUsageBit) -> bool {
        self.0 & bit.mask() != 0
    }

    /// The bits that are set, in order.
    pub fn bits(self) -> impl Iterator<Item = KeyUsageBit> {
        KeyUsageBit::ALL
            .into_iter()
            .filter(move |bit| self.allows(*bit))
    }
}

impl fmt::Debug for KeyUsage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.bits()).finish()
    }
}

/// One purpose of the extended key usage extension.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum KeyPurpose {
    /// `anyExtendedKeyUsage`.
    Any,
    /// `id-kp-serverAuth`.
    ServerAuth,
    /// `id-kp-clientAuth`.
    ClientAuth,
    /// `id-kp-OCSPSigning`.
    OcspSigning,
    /// Netscape's or Microsoft's server gated crypto, which OpenSSL takes for `serverAuth`.
    ServerGatedCrypto,
    /// Another, by its object identifier in dotted decimal.
    Other(String),
}

impl KeyPurpose {
    /// From an object identifier in dotted decimal.
    pub fn from_oid(oid: &str) -> Self {
        match oid {
            "2.5.29.37.0" => Self::Any,
            "1.3.6.1.5.5.7.3.1" => Self::ServerAuth,
            "1.3.6.1.5.5.7.3.2" => Self::ClientAuth,
            "1.3.6.1.5.5.7.3.9" => Self::OcspSigning,
            "2.16.840.1.113730.4.1" | "1.3.6.1.4.1.311.10.3.3" => Self::ServerGatedCrypto,
            other => Self::Other(other.to_owned()),
        }
    }

    /// The name of the standards, or the object identifier.
    pub fn name(&self) -> &str {
        match self {
            Self::Any => "anyExtendedKeyUsage",
            Self::ServerAuth => "serverAuth",
            Self::ClientAuth => "clientAuth",
            Self::OcspSigning => "OCSPSigning",
            Self::ServerGatedCrypto => "serverGatedCrypto",
            Self::Other(oid) => oid,
        }
    }
}

/// The purposes that a certificate is restricted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtendedKeyUsage(pub Vec<KeyPurpose>);

impl ExtendedKeyUsage {
    /// Whether a purpose is listed.
    pub fn lists(&self, purpose: &KeyPurpose) -> bool {
        self.0.contains(purpose)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_numbered_from_digital_signature() {
        let usage = KeyUsage::from_bits(0b10_0001);
        assert!(
            usage.allows(KeyUsageBit::DigitalSignature) && usage.allows(KeyUsageBit::KeyCertSign)
        );
        let names: Vec<_> = usage.bits().map(KeyUsageBit::name).collect();
        assert_eq!(names, ["digitalSignature", "keyCertSign"]);
        assert_eq!(KeyUsage::from_bits(u16::MAX).bits().count(), 9);
    }

    #[test]
    fn purposes_by_object_identifier() {
        for (oid, purpose, name) in [
            ("2.5.29.37.0", KeyPurpose::Any, "anyExtendedKeyUsage"),
            ("1.3.6.1.5.5.7.3.1", KeyPurpose::ServerAuth, "serverAuth"),
            ("1.2.3", KeyPurpose::Other("1.2.3".to_owned()), "1.2.3"),
        ] {
            assert_eq!(KeyPurpose::from_oid(oid), purpose);
            assert_eq!(purpose.name(), name);
        }
    }
}
