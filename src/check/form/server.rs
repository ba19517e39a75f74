//! What the CA/Browser Forum demands of a server's own certificate (BR §7.1.2.7, §7.1.4.3).

use super::{FormProblem, Step};
use crate::certificate::{ExtensionId, GeneralName, KeyPurpose};
use crate::check::server_name::address;
use crate::client::CommonNameCopy;

const COMMON_NAME: &str = "2.5.4.3";

/// It is not the certificate of a CA (§7.1.2.7.8).
pub(super) fn ca_as_server(step: &Step<'_>) -> Option<FormProblem> {
    (step.position == 0 && step.certificate.is_ca()).then_some(FormProblem::CaAsServer)
}

/// Beside TLS servers it may be for TLS clients; what would let it sign code, mail, times or OCSP answers must not be there
/// (§7.1.2.7.10).
pub(super) fn forbidden_purpose(step: &Step<'_>) -> Option<FormProblem> {
    let usage = step.certificate.extensions.extended_key_usage()?;
    let lists_servers = usage.value.lists(&KeyPurpose::ServerAuth);
    let forbidden = usage
        .value
        .0
        .iter()
        .find(|purpose| is_forbidden(purpose))
        .filter(|_| step.position == 0 && lists_servers)?;
    Some(FormProblem::ForbiddenPurpose(forbidden.clone()))
}

fn is_forbidden(purpose: &KeyPurpose) -> bool {
    match purpose {
        KeyPurpose::Any | KeyPurpose::OcspSigning => true,
        KeyPurpose::ServerAuth | KeyPurpose::ClientAuth | KeyPurpose::ServerGatedCrypto => false,
        // Code signing, e-mail protection, time stamping, precertificate signing.
        KeyPurpose::Other(oid) => matches!(
            oid.as_str(),
            "1.3.6.1.5.5.7.3.3"
                | "1.3.6.1.5.5.7.3.4"
                | "1.3.6.1.5.5.7.3.8"
                | "1.3.6.1.4.1.11129.2.4.4"
        ),
    }
}

/// It has alternative names (§7.1.2.7.6, §7.1.2.7.12).
pub(super) fn alternative_names_missing(step: &Step<'_>) -> Option<FormProblem> {
    let id = ExtensionId::SubjectAlternativeName;
    let is_missing = step.certificate.extensions.raw(id).is_none();
    (step.position == 0 && is_missing).then(|| FormProblem::MissingExtension(id.oid().to_owned()))
}

/// A common name is the copy of an alternative name, character for character; an address is written as RFC 3986 §3.2.2 and
/// RFC 5952 §4 say (§7.1.4.3).
pub(super) fn common_name(step: &Step<'_>) -> Option<FormProblem> {
    if step.position > 0 || step.policy.extensions.common_name_copy == CommonNameCopy::NotDemanded {
        return None;
    }
    let names = step.certificate.alternative_names();
    let mut common_names = step.certificate.subject.values(COMMON_NAME);
    common_names
        .find(|text| !names.iter().any(|name| is_copy(text, name)))
        .map(|text| FormProblem::CommonName(text.to_owned()))
}

fn is_copy(text: &str, name: &GeneralName) -> bool {
    match name {
        GeneralName::Dns(octets) => octets == text.as_bytes(),
        GeneralName::Ip(octets) => address(octets).is_some_and(|ip| ip.to_string() == text),
        GeneralName::Email(_)
        | GeneralName::Uri(_)
        | GeneralName::Directory(_)
        | GeneralName::Other { .. } => false,
    }
}
