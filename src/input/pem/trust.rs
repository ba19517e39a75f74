//! What OpenSSL's trust settings say: the `X509_CERT_AUX` behind the certificate in a `TRUSTED CERTIFICATE`.

use super::super::{PemLabel, Role, tlv};

/// 1.3.6.1.5.5.7.3.1, `id-kp-serverAuth`.
const SERVER_AUTH: &[u8] = &[0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x01];
/// 2.5.29.37.0, `anyExtendedKeyUsage`.
const ANY: &[u8] = &[0x55, 0x1D, 0x25, 0x00];

/// The role of a certificate with this behind it. OpenSSL refuses a certificate that is rejected for servers, and one that
/// is trusted for other purposes only.
pub(super) fn role(role: Role, label: Option<PemLabel>, behind: &[u8]) -> Role {
    let settings = tlv::first(behind).filter(|it| it.tag == tlv::SEQUENCE);
    let (Some(PemLabel::TrustedCertificate), Some(settings)) = (label, settings) else {
        return role;
    };
    let mut parts = tlv::sequence(settings.contents).peekable();
    let trusted = parts.next_if(|part| part.tag == tlv::SEQUENCE);
    let rejected = parts.next_if(|part| part.tag == tlv::CONTEXT_0);
    let names_servers = |uses: &[u8]| {
        tlv::sequence(uses).any(|it| it.contents == SERVER_AUTH || it.contents == ANY)
    };
    if rejected.is_some_and(|rejected| names_servers(rejected.contents)) {
        Role::Distrusted
    } else if trusted.is_some_and(|trusted| !names_servers(trusted.contents)) {
        Role::OtherPurposes
    } else {
        role
    }
}
