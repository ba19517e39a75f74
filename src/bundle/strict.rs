//! What OpenSSL's `X509_V_FLAG_X509_STRICT` asks of a trust anchor, and so Python's `create_default_context` since 3.13.

use crate::certificate::{
    AlgorithmFields, Certificate, Criticality, ExtensionId, KeyUsageBit, Version,
};
use crate::signature::{Curve, KeyKind};

/// The rule that an anchor breaks, with OpenSSL's number for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StrictRule {
    /// 78: the two fields for the signature algorithm differ (RFC 5280 §4.1.1.2).
    AlgorithmFields,
    /// 79: it does not say that it is for a CA, as version 1 cannot.
    NotACa,
    /// 81: a path length without the key usage to sign certificates (RFC 5280 §4.2.1.9).
    PathLengthWithoutCertSign,
    /// 83, 84: no issuer, or no subject (RFC 5280 §4.1.2.4, §4.1.2.6).
    EmptyName,
    /// 86: no subject key identifier (RFC 5280 §4.2.1.2).
    NoSubjectKeyIdentifier,
    /// 89: basic constraints that are not critical (RFC 5280 §4.2.1.9).
    BasicConstraintsNotCritical,
    /// 90, 91: a key identifier that is critical (RFC 5280 §4.2.1.1, §4.2.1.2).
    KeyIdentifierCritical,
    /// 92: no key usage (RFC 5280 §4.2.1.3).
    NoKeyUsage,
    /// 94: a curve spelled out in place of its name (RFC 5480 §2.1.1).
    ExplicitCurve,
}

impl StrictRule {
    /// OpenSSL's number of the error.
    pub const fn openssl_code(self) -> u32 {
        match self {
            Self::AlgorithmFields => 78,
            Self::NotACa => 79,
            Self::PathLengthWithoutCertSign => 81,
            Self::EmptyName => 84,
            Self::NoSubjectKeyIdentifier => 86,
            Self::BasicConstraintsNotCritical => 89,
            Self::KeyIdentifierCritical => 91,
            Self::NoKeyUsage => 92,
            Self::ExplicitCurve => 94,
        }
    }
}

/// The first rule that it breaks as an anchor, in the order of OpenSSL's checks.
pub(super) fn strict(certificate: &Certificate) -> Option<StrictRule> {
    let extensions = &certificate.extensions;
    let key_usage = extensions.key_usage();
    let constraints = extensions.basic_constraints();
    let is_critical = |id: ExtensionId| {
        let raw = extensions.raw(id);
        raw.is_some_and(|raw| raw.criticality == Criticality::Critical)
    };
    let signs = key_usage
        .as_ref()
        .is_some_and(|usage| usage.value.allows(KeyUsageBit::KeyCertSign));
    let has_length = constraints.is_some_and(|it| it.value.path_len.is_some());
    let rules = [
        (
            certificate.public_key.kind == KeyKind::Ec(Curve::Explicit),
            StrictRule::ExplicitCurve,
        ),
        (!certificate.is_ca(), StrictRule::NotACa),
        (has_length && !signs, StrictRule::PathLengthWithoutCertSign),
        (
            !is_critical(ExtensionId::BasicConstraints),
            StrictRule::BasicConstraintsNotCritical,
        ),
        (key_usage.is_none(), StrictRule::NoKeyUsage),
        (
            certificate.issuer.is_empty() || certificate.subject.is_empty(),
            StrictRule::EmptyName,
        ),
        (
            certificate.algorithm_fields == AlgorithmFields::Differ,
            StrictRule::AlgorithmFields,
        ),
        (
            is_critical(ExtensionId::AuthorityKeyIdentifier)
                || is_critical(ExtensionId::SubjectKeyIdentifier),
            StrictRule::KeyIdentifierCritical,
        ),
        (
            certificate.version == Version::V3 && extensions.subject_key_identifier().is_none(),
            StrictRule::NoSubjectKeyIdentifier,
        ),
    ];
    rules
        .into_iter()
        .find_map(|(is_broken, rule)| is_broken.then_some(rule))
}
