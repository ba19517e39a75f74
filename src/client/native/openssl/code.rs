//! The numbers of `x509_vfy.h` with the sentences that OpenSSL prints for them, which changed with its versions.

use super::OpenSslEra;

/// An error of OpenSSL's verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::client::native) enum Code {
    Unspecified,
    NoIssuer,
    UndecodableKey,
    Signature,
    NotYetValid,
    Expired,
    SelfSignedLeaf,
    SelfSignedInChain,
    NoLocalIssuer,
    LeafUnverified,
    TooLong,
    PathLength,
    Purpose,
    Untrusted,
    NoCertSign,
    CriticalExtension,
    InvalidPolicyExtension,
    NoExplicitPolicy,
    NotPermitted,
    Excluded,
    UnsupportedConstraint,
    ConstraintSyntax,
    NameSyntax,
    Host,
    Ip,
    WeakTargetKey,
    WeakCaKey,
    WeakDigest,
    InvalidCa,
    /// A rule of `X509_V_FLAG_X509_STRICT`, by its number.
    Strict(u16),
}

impl Code {
    /// Its number.
    pub(in crate::client::native) const fn number(self, era: OpenSslEra) -> u16 {
        match self {
            Self::Unspecified => 1,
            Self::NoIssuer => 2,
            Self::UndecodableKey => 6,
            Self::Signature => 7,
            Self::NotYetValid => 9,
            Self::Expired => 10,
            Self::SelfSignedLeaf => 18,
            Self::SelfSignedInChain => 19,
            Self::NoLocalIssuer => 20,
            Self::LeafUnverified => 21,
            Self::TooLong => 22,
            Self::PathLength => 25,
            Self::Purpose => 26,
            Self::Untrusted => 27,
            Self::NoCertSign => 32,
            Self::CriticalExtension => 34,
            Self::InvalidPolicyExtension => 42,
            Self::NoExplicitPolicy => 43,
            Self::NotPermitted => 47,
            Self::Excluded => 48,
            Self::UnsupportedConstraint => 51,
            Self::ConstraintSyntax => 52,
            Self::NameSyntax => 53,
            Self::Host => 62,
            Self::Ip => 64,
            Self::WeakTargetKey => 66,
            Self::WeakCaKey => 67,
            Self::WeakDigest => 68,
            Self::InvalidCa => match era {
                OpenSslEra::V1_0_1 | OpenSslEra::V1_0_2 | OpenSslEra::V1_1 => 24,
                OpenSslEra::V3 => 79,
            },
            Self::Strict(number) => number,
        }
    }

    /// Its sentence.
    pub(in crate::client::native) const fn text(self, era: OpenSslEra) -> &'static str {
        let is_old = matches!(
            era,
            OpenSslEra::V1_0_1 | OpenSslEra::V1_0_2 | OpenSslEra::V1_1
        );
        match self {
            Self::Unspecified => "unspecified certificate verification error",
            Self::NoIssuer => "unable to get issuer certificate",
            Self::UndecodableKey => "unable to decode issuer public key",
            Self::Signature => "certificate signature failure",
            Self::NotYetValid => "certificate is not yet valid",
            Self::Expired => "certificate has expired",
            Self::SelfSignedLeaf if is_old => "self signed certificate",
            Self::SelfSignedLeaf => "self-signed certificate",
            Self::SelfSignedInChain if is_old => "self signed certificate in certificate chain",
            Self::SelfSignedInChain => "self-signed certificate in certificate chain",
            Self::NoLocalIssuer => "unable to get local issuer certificate",
            Self::LeafUnverified => "unable to verify the first certificate",
            Self::TooLong => "certificate chain too long",
            Self::PathLength => "path length constraint exceeded",
            Self::Purpose if is_old => "unsupported certificate purpose",
            Self::Purpose => "unsuitable certificate purpose",
            Self::Untrusted => "certificate not trusted",
            Self::NoCertSign => "key usage does not include certificate signing",
            Self::CriticalExtension => "unhandled critical extension",
            Self::InvalidPolicyExtension => "invalid or inconsistent certificate policy extension",
            Self::NoExplicitPolicy => "no explicit policy",
            Self::NotPermitted => "permitted subtree violation",
            Self::Excluded => "excluded subtree violation",
            Self::UnsupportedConstraint => "unsupported name constraint type",
            Self::ConstraintSyntax => "unsupported or invalid name constraint syntax",
            Self::NameSyntax => "unsupported or invalid name syntax",
            Self::Host if is_old => "Hostname mismatch",
            Self::Host => "hostname mismatch",
            Self::Ip => "IP address mismatch",
            Self::WeakTargetKey => "EE certificate key too weak",
            Self::WeakCaKey => "CA certificate key too weak",
            Self::WeakDigest => "CA signature digest algorithm too weak",
            Self::InvalidCa => "invalid CA certificate",
            Self::Strict(number) => strict_text(number),
        }
    }
}

const fn strict_text(number: u16) -> &'static str {
    match number {
        78 => "cert info signature and signature algorithm mismatch",
        80 => "Path length invalid for non-CA cert",
        81 => "Path length given without key usage keyCertSign",
        82 => "Key usage keyCertSign invalid for non-CA cert",
        83 => "Issuer name empty",
        85 => "Missing Authority Key Identifier",
        86 => "Missing Subject Key Identifier",
        87 => "Empty Subject Alternative Name extension",
        88 => "Subject empty and Subject Alt Name extension not critical",
        89 => "Basic Constraints of CA cert not marked critical",
        90 => "Authority Key Identifier marked critical",
        91 => "Subject Key Identifier marked critical",
        92 => "CA cert does not include key usage extension",
        93 => "Using cert extension requires at least X509v3",
        _ => "unknown certificate verification error",
    }
}
