//! The public words of what a check found.

use crate::certificate::{ExtensionId, KeyPurpose, Malformed};
use crate::check::name_constraints::ViolationKind;
use crate::check::server_name::PresentedName;
use crate::check::{CaProblem, FormProblem, KeyUsageNeed, PolicyProblem};
use crate::path::Limit;

pub(super) const fn ca_problem(problem: CaProblem) -> &'static str {
    match problem {
        CaProblem::SaysEndEntity => "says-end-entity",
        CaProblem::NoBasicConstraints => "no-basic-constraints",
        CaProblem::MayNotSignCertificates => "may-not-sign-certificates",
    }
}

pub(super) const fn key_usage_need(need: KeyUsageNeed) -> &'static str {
    match need {
        KeyUsageNeed::SignCertificates => "sign-certificates",
        KeyUsageNeed::TlsServer => "tls-server",
    }
}

/// The names of RFC 5280 §4.2.1.12 where it has one.
pub(super) fn purpose(purpose: &KeyPurpose) -> String {
    match purpose {
        KeyPurpose::Any => "anyExtendedKeyUsage",
        KeyPurpose::ServerAuth => "serverAuth",
        KeyPurpose::ClientAuth => "clientAuth",
        KeyPurpose::OcspSigning => "OCSPSigning",
        KeyPurpose::ServerGatedCrypto => "serverGatedCrypto",
        KeyPurpose::Other(oid) => oid,
    }
    .to_owned()
}

pub(super) const fn malformed(reason: Malformed) -> &'static str {
    match reason {
        Malformed::Structure => "structure",
        Malformed::ToBeSigned => "to-be-signed",
        Malformed::TrailingBytes => "trailing-bytes",
        Malformed::Name => "name",
    }
}

/// What is wrong with a form, and with which extension.
pub(super) fn form_problem(problem: &FormProblem) -> (&'static str, Option<&str>) {
    match problem {
        FormProblem::Version => ("version", None),
        FormProblem::SerialNumber => ("serial-number", None),
        FormProblem::AlgorithmFields => ("algorithm-fields", None),
        FormProblem::RepeatedExtension(oid) => ("repeated-extension", Some(oid)),
        FormProblem::UnreadableExtension(oid) => ("unreadable-extension", Some(oid)),
        FormProblem::MissingExtension(oid) => ("missing-extension", Some(oid)),
        FormProblem::WrongCriticality { oid, marked: _ } => ("wrong-criticality", Some(oid)),
        FormProblem::EmptyName => ("empty-name", None),
        FormProblem::EmptyExtension(oid) => ("empty-extension", Some(oid)),
        FormProblem::MisplacedExtension(oid) => ("misplaced-extension", Some(oid)),
        FormProblem::CertSignWithoutCa => ("cert-sign-without-ca", None),
        FormProblem::NameEncoding => ("name-encoding", None),
        FormProblem::PathLengthWithoutCertSign => ("path-length-without-cert-sign", None),
        FormProblem::PathLengthWithoutCa => ("path-length-without-ca", None),
        FormProblem::AuthorityKeyIdentifier(_) => (
            "authority-key-identifier",
            Some(ExtensionId::AuthorityKeyIdentifier.oid()),
        ),
        FormProblem::CommonName(_) => ("common-name", None),
        FormProblem::AlternativeName(_) => (
            "alternative-name",
            Some(ExtensionId::SubjectAlternativeName.oid()),
        ),
        FormProblem::RepeatedPolicy(_) => (
            "repeated-policy",
            Some(ExtensionId::CertificatePolicies.oid()),
        ),
        FormProblem::SubtreeBounds => ("subtree-bounds", Some(ExtensionId::NameConstraints.oid())),
        FormProblem::CaAsServer => ("ca-as-server", None),
        FormProblem::ForbiddenPurpose(_) => (
            "forbidden-purpose",
            Some(ExtensionId::ExtendedKeyUsage.oid()),
        ),
    }
}

/// What is wrong with policies, and with which extension.
pub(super) const fn policy_problem(problem: PolicyProblem) -> (&'static str, Option<&'static str>) {
    match problem {
        PolicyProblem::NoneValid => ("none-valid", None),
        PolicyProblem::NoneAcceptable => ("none-acceptable", None),
        PolicyProblem::MapsAnyPolicy => {
            ("maps-any-policy", Some(ExtensionId::PolicyMappings.oid()))
        }
        PolicyProblem::Unreadable(id) => ("unreadable", Some(id.oid())),
    }
}

pub(super) const fn limit(limit: Option<Limit>) -> &'static str {
    match limit {
        Some(Limit::Signatures) => "signatures",
        Some(Limit::Attempts) => "attempts",
        Some(Limit::Candidates) => "candidates",
        None => "name-comparisons",
    }
}

pub(super) const fn violation_kind(kind: ViolationKind) -> &'static str {
    match kind {
        ViolationKind::NotPermitted => "not-permitted",
        ViolationKind::Excluded => "excluded",
        ViolationKind::UnsupportedForm => "unsupported-form",
        ViolationKind::Malformed => "malformed",
    }
}

pub(super) fn presented(name: &PresentedName) -> String {
    match name {
        PresentedName::Dns(text) | PresentedName::CommonName(text) => text.clone(),
        PresentedName::Ip(address) => address.to_string(),
    }
}
