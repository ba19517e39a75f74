//! What the label of a PEM block promises.

use super::super::{PemLabel, PrivateKeyFormat, PublicKeyFormat};

/// What a label promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Label {
    /// Certificates.
    Certificate(PemLabel),
    /// A private key.
    PrivateKey(PrivateKeyFormat),
    /// A public key.
    PublicKey(PublicKeyFormat),
    /// A certificate signing request.
    CertificateRequest,
    /// A revocation list.
    RevocationList,
    /// Something else.
    Unknown,
}

const LABELS: &[(&[u8], Label)] = &[
    (b"CERTIFICATE", Label::Certificate(PemLabel::Certificate)),
    (
        b"X509 CERTIFICATE",
        Label::Certificate(PemLabel::X509Certificate),
    ),
    (
        b"X.509 CERTIFICATE",
        Label::Certificate(PemLabel::X509Certificate),
    ),
    (
        b"TRUSTED CERTIFICATE",
        Label::Certificate(PemLabel::TrustedCertificate),
    ),
    (b"PKCS7", Label::Certificate(PemLabel::Pkcs7)),
    (b"PKCS #7 SIGNED DATA", Label::Certificate(PemLabel::Pkcs7)),
    (b"CMS", Label::Certificate(PemLabel::Cms)),
    (b"PRIVATE KEY", Label::PrivateKey(PrivateKeyFormat::Pkcs8)),
    (
        b"ENCRYPTED PRIVATE KEY",
        Label::PrivateKey(PrivateKeyFormat::EncryptedPkcs8),
    ),
    (
        b"RSA PRIVATE KEY",
        Label::PrivateKey(PrivateKeyFormat::Pkcs1),
    ),
    (b"EC PRIVATE KEY", Label::PrivateKey(PrivateKeyFormat::Sec1)),
    (b"DSA PRIVATE KEY", Label::PrivateKey(PrivateKeyFormat::Dsa)),
    (
        b"OPENSSH PRIVATE KEY",
        Label::PrivateKey(PrivateKeyFormat::OpenSsh),
    ),
    (b"PUBLIC KEY", Label::PublicKey(PublicKeyFormat::Spki)),
    (b"RSA PUBLIC KEY", Label::PublicKey(PublicKeyFormat::Pkcs1)),
    (
        b"SSH2 PUBLIC KEY",
        Label::PublicKey(PublicKeyFormat::OpenSsh),
    ),
    (b"CERTIFICATE REQUEST", Label::CertificateRequest),
    (b"NEW CERTIFICATE REQUEST", Label::CertificateRequest),
    (b"X509 CRL", Label::RevocationList),
    (b"CRL", Label::RevocationList),
];

impl Label {
    /// Looks a label up; whatever mentions a private key is taken for one.
    pub(in super::super) fn parse(text: &[u8]) -> Self {
        match LABELS.iter().find(|(known, _)| *known == text) {
            Some(&(_, label)) => label,
            None if memchr::memmem::find(text, b"PRIVATE KEY").is_some() => {
                Self::PrivateKey(PrivateKeyFormat::Other)
            }
            None => Self::Unknown,
        }
    }

    /// Whether it promises a private key.
    pub(super) fn is_private_key(self) -> bool {
        matches!(self, Self::PrivateKey(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_mentions_a_private_key_is_one() {
        for label in [
            "PGP PRIVATE KEY BLOCK",
            "ANY PRIVATE KEY",
            "SSH2 ENCRYPTED PRIVATE KEY",
        ] {
            let expected = Label::PrivateKey(PrivateKeyFormat::Other);
            assert_eq!(Label::parse(label.as_bytes()), expected, "{label}");
        }
        assert_eq!(Label::parse(b"EC PARAMETERS"), Label::Unknown);
    }
}
