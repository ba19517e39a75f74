//! Which extensions stand where, and that they say something (RFC 5280 §4.2.1).

use super::{FormProblem, Step};
use crate::certificate::{
    ExtensionId, KeyUsageBit, NameConstraints, PolicyExtensions, SubtreeOddity,
};
use std::collections::BTreeSet;

/// Each extension stands once (§4.2).
pub(super) fn repeated(step: &Step<'_>) -> Option<FormProblem> {
    let repeated = step.certificate.extensions.repeated().first();
    repeated.map(|oid| FormProblem::RepeatedExtension(oid.clone()))
}

/// Each of these extensions stands once.
pub(super) fn repeated_of(step: &Step<'_>, these: &[ExtensionId]) -> Option<FormProblem> {
    let is_one = |oid: &&String| these.iter().any(|one| one.oid() == oid.as_str());
    let repeated = step.certificate.extensions.repeated().iter().find(is_one);
    repeated.map(|oid| FormProblem::RepeatedExtension(oid.clone()))
}

/// Every extension that certwhy knows can be read (§4.2).
pub(super) fn unreadable(step: &Step<'_>) -> Option<FormProblem> {
    let extensions = &step.certificate.extensions;
    let about_policies = || {
        PolicyExtensions::read(extensions)
            .err()
            .map(|id| id.oid().to_owned())
    };
    extensions
        .unreadable()
        .first()
        .cloned()
        .or_else(about_policies)
        .map(FormProblem::UnreadableExtension)
}

/// The certificate of a CA says what its key may do (§4.2.1.3).
pub(super) fn key_usage_of_cas(step: &Step<'_>) -> Option<FormProblem> {
    let is_missing = step.certificate.extensions.key_usage().is_none();
    (step.certificate.is_ca() && is_missing)
        .then(|| FormProblem::MissingExtension(ExtensionId::KeyUsage.oid().to_owned()))
}

/// At least one bit is set (§4.2.1.3).
pub(super) fn empty_key_usage(step: &Step<'_>) -> Option<FormProblem> {
    let usage = step.certificate.extensions.key_usage()?.value;
    let is_empty = usage.bits().next().is_none();
    is_empty.then(|| FormProblem::EmptyExtension(ExtensionId::KeyUsage.oid().to_owned()))
}

/// Only a CA's key signs certificates (§4.2.1.3, §4.2.1.9).
pub(super) fn cert_sign(step: &Step<'_>) -> Option<FormProblem> {
    let usage = step.certificate.extensions.key_usage()?.value;
    // An issuer that does not say to be a CA is the check of basic constraints' matter.
    (step.position == 0 && usage.allows(KeyUsageBit::KeyCertSign) && !step.certificate.is_ca())
        .then_some(FormProblem::CertSignWithoutCa)
}

/// No policy is named twice (§4.2.1.4).
pub(super) fn repeated_policy(step: &Step<'_>) -> Option<FormProblem> {
    let policies = PolicyExtensions::read(&step.certificate.extensions)
        .ok()?
        .policies?;
    let mut seen = BTreeSet::new();
    policies
        .iter()
        .find(|policy| !seen.insert(*policy))
        .map(|policy| FormProblem::RepeatedPolicy(policy.to_string()))
}

/// A path length stands in a CA's certificate only (§4.2.1.9).
pub(super) fn path_length(step: &Step<'_>) -> Option<FormProblem> {
    let constraints = step.certificate.extensions.basic_constraints()?.value;
    // As above: in an issuer, what it says of itself is the graver fault.
    (step.position == 0 && constraints.path_len.is_some() && !step.certificate.is_ca())
        .then_some(FormProblem::PathLengthWithoutCa)
}

/// Name constraints stand in a CA's certificate only (§4.2.1.10).
pub(super) fn constraints_of_cas(step: &Step<'_>) -> Option<FormProblem> {
    let raw = step
        .certificate
        .extensions
        .raw(ExtensionId::NameConstraints)?;
    (step.position == 0 && !step.certificate.is_ca())
        .then(|| FormProblem::MisplacedExtension(raw.oid.clone()))
}

/// Name constraints have a subtree, from depth 0 on and without end (§4.2.1.10).
pub(super) fn constraints_form(step: &Step<'_>) -> Option<FormProblem> {
    let raw = step
        .certificate
        .extensions
        .raw(ExtensionId::NameConstraints)?;
    let constraints = NameConstraints::from_der(&raw.value).ok()?;
    constraints.oddities.first().map(|oddity| match oddity {
        SubtreeOddity::Minimum | SubtreeOddity::Maximum => FormProblem::SubtreeBounds,
        SubtreeOddity::NoSubtrees => FormProblem::EmptyExtension(raw.oid.clone()),
    })
}

/// Policy constraints constrain something (§4.2.1.11).
pub(super) fn policy_constraints(step: &Step<'_>) -> Option<FormProblem> {
    let extensions = &step.certificate.extensions;
    let raw = extensions.raw(ExtensionId::PolicyConstraints)?;
    let read = PolicyExtensions::read(extensions).ok()?;
    (read.require_explicit.is_none() && read.inhibit_mapping.is_none())
        .then(|| FormProblem::EmptyExtension(raw.oid.clone()))
}

/// A root is for every purpose (CA/Browser Forum BR §7.1.2.1.2).
pub(super) fn purposes_of_roots(step: &Step<'_>) -> Option<FormProblem> {
    let raw = step
        .certificate
        .extensions
        .raw(ExtensionId::ExtendedKeyUsage)?;
    let is_root = step.position > 0 && step.certificate.looks_self_signed();
    is_root.then(|| FormProblem::MisplacedExtension(raw.oid.clone()))
}
