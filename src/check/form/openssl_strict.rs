//! OpenSSL's `X509_V_FLAG_X509_STRICT`, which CPython sets since 3.13: rules of RFC 5280 in the order in which OpenSSL looks.

use super::{
    FormProblem, Rule, Step, alternative_names, criticality, extensions, rfc5280, structure,
};
use crate::certificate::{Criticality, ExtensionId, KeyUsageBit, Version};
use crate::check::AuthorityKeyIdProblem;

pub(super) const RULES: &[Rule] = &[
    rfc5280("4.2.1.9", path_length_without_ca),
    rfc5280("4.2.1.9", path_length_without_cert_sign),
    rfc5280("4.2.1.9", basic_constraints_critical),
    rfc5280("4.2.1.3", extensions::key_usage_of_cas),
    rfc5280("4.2.1.3", cert_sign_without_ca),
    rfc5280("4.1.2.4", structure::issuer_name),
    rfc5280("4.1.2.6", structure::ca_name),
    rfc5280("4.2.1.6", alternative_names::critical_without_subject),
    rfc5280("4.2.1.6", empty_alternative_names),
    rfc5280("4.1.1.2", structure::algorithm_fields),
    rfc5280("4.2.1.1", authority_key_identifier_critical),
    rfc5280("4.2.1.2", subject_key_identifier_critical),
    rfc5280("4.2.1.1", authority_key_identifier),
    rfc5280("4.2.1.2", subject_key_identifier),
    rfc5280("4.1.2.1", extensions_of_version_3),
];

/// Unlike the rule for the target alone, this one holds for every certificate.
fn path_length_without_ca(step: &Step<'_>) -> Option<FormProblem> {
    (has_path_length(step) && !step.certificate.is_ca()).then_some(FormProblem::PathLengthWithoutCa)
}

fn path_length_without_cert_sign(step: &Step<'_>) -> Option<FormProblem> {
    (has_path_length(step) && !signs_certificates(step))
        .then_some(FormProblem::PathLengthWithoutCertSign)
}

fn has_path_length(step: &Step<'_>) -> bool {
    let constraints = step.certificate.extensions.basic_constraints();
    constraints.is_some_and(|constraints| constraints.value.path_len.is_some())
}

fn signs_certificates(step: &Step<'_>) -> bool {
    let usage = step.certificate.extensions.key_usage();
    usage.is_some_and(|usage| usage.value.allows(KeyUsageBit::KeyCertSign))
}

fn basic_constraints_critical(step: &Step<'_>) -> Option<FormProblem> {
    let id = ExtensionId::BasicConstraints;
    step.certificate
        .is_ca()
        .then(|| criticality::unless_marked(step.certificate, id, Criticality::Critical))
        .flatten()
}

fn cert_sign_without_ca(step: &Step<'_>) -> Option<FormProblem> {
    (signs_certificates(step) && !step.certificate.is_ca())
        .then_some(FormProblem::CertSignWithoutCa)
}

fn empty_alternative_names(step: &Step<'_>) -> Option<FormProblem> {
    let names = step.certificate.extensions.subject_alternative_names()?;
    names
        .value
        .is_empty()
        .then(|| FormProblem::EmptyExtension(ExtensionId::SubjectAlternativeName.oid().to_owned()))
}

fn authority_key_identifier_critical(step: &Step<'_>) -> Option<FormProblem> {
    let id = ExtensionId::AuthorityKeyIdentifier;
    criticality::unless_marked(step.certificate, id, Criticality::NonCritical)
}

fn subject_key_identifier_critical(step: &Step<'_>) -> Option<FormProblem> {
    let id = ExtensionId::SubjectKeyIdentifier;
    criticality::unless_marked(step.certificate, id, Criticality::NonCritical)
}

/// All but the last certificate of a path name the key of their issuer.
fn authority_key_identifier(step: &Step<'_>) -> Option<FormProblem> {
    let authority = step.certificate.extensions.authority_key_identifier();
    let names_key = authority.is_some_and(|authority| authority.key_id.is_some());
    (is_version_3(step) && !step.is_last() && !names_key).then_some(
        FormProblem::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NoKey),
    )
}

fn subject_key_identifier(step: &Step<'_>) -> Option<FormProblem> {
    let certificate = step.certificate;
    let is_missing = certificate.extensions.subject_key_identifier().is_none();
    (is_version_3(step) && certificate.is_ca() && is_missing)
        .then(|| FormProblem::MissingExtension(ExtensionId::SubjectKeyIdentifier.oid().to_owned()))
}

fn extensions_of_version_3(step: &Step<'_>) -> Option<FormProblem> {
    (!is_version_3(step) && !step.certificate.extensions.all().is_empty())
        .then_some(FormProblem::Version)
}

fn is_version_3(step: &Step<'_>) -> bool {
    step.certificate.version == Version::V3
}
