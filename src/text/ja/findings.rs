//! Findings: one function for each, in groups.

mod building;
mod dates;
mod form;
mod missing;
mod names;
mod rules;
mod signatures;
mod warnings;
mod wrong_file;

use super::{notes, words};
use crate::finding::Finding;
use crate::text::FindingWords;

/// A finding in words.
#[expect(clippy::too_many_lines, reason = "one arm for each finding")]
pub(in crate::text) fn finding(finding: &Finding) -> FindingWords {
    use Finding as F;
    match finding {
        F::MissingRoot(evidence) => missing::root(evidence),
        F::MissingIntermediate(evidence) => missing::intermediate(evidence),
        F::AnchorNotSelfSigned { anchor, twin } => {
            missing::anchor_not_self_signed(anchor, twin.as_deref())
        }
        F::InterceptionProxy {
            top,
            root,
            evidence,
        } => missing::interception_proxy(top, root, evidence),
        F::SelfSignedLeaf { leaf } => missing::self_signed_leaf(leaf),
        F::UnknownRoot { top, root } => missing::unknown_root(top, root),
        F::RemovedRoot { root, removal } => missing::removed_root(root, removal),
        F::Expired {
            certificate,
            not_after,
        } => dates::expired(certificate, *not_after),
        F::NotYetValid {
            certificate,
            not_before,
        } => dates::not_yet_valid(certificate, *not_before),
        F::ExpiredRoot { root, not_after } => dates::expired_root(root, *not_after),
        F::ClockWrong {
            at,
            not_before,
            certificate,
        } => dates::clock_wrong(*at, *not_before, certificate),
        F::ExpiresSoon {
            certificate,
            not_after,
            days,
        } => dates::expires_soon(certificate, *not_after, *days),
        F::ExpiredCrossCertificate {
            certificate,
            not_after,
            valid_anchor,
        } => building::expired_cross_certificate(certificate, *not_after, valid_anchor),
        F::OldPathBuilder(evidence) => building::old_path_builder(evidence),
        F::SameNameDifferentKey(evidence) => building::same_name_different_key(evidence),
        F::LimitReached { limit } => building::limit_reached(*limit),
        F::MalformedCertificate { location, reason } => {
            building::malformed(location.as_ref(), *reason)
        }
        F::HostMismatch {
            leaf,
            host,
            refusal,
        } => names::host_mismatch(leaf, host, refusal),
        F::NameConstraints { ca, violation } => names::constraints(ca, violation.as_ref()),
        F::WeakSignature {
            certificate,
            algorithm,
        } => signatures::weak(certificate, algorithm),
        F::WeakKey { certificate, key } => signatures::weak_key(certificate, key),
        F::SignatureMismatch {
            certificate,
            issuer,
        } => signatures::mismatch(certificate, issuer),
        F::SignatureNotCheckable {
            certificate,
            algorithm,
        } => signatures::not_checkable(certificate, algorithm),
        F::NotACa {
            certificate,
            problem,
        } => rules::not_a_ca(certificate, *problem),
        F::PathTooLong { ca, allowed, found } => rules::path_too_long(ca, *allowed, *found),
        F::KeyUsage { certificate, need } => rules::key_usage(certificate, *need),
        F::WrongPurpose {
            certificate,
            listed,
        } => rules::wrong_purpose(certificate, listed),
        F::CriticalExtension { certificate, oid } => rules::critical_extension(certificate, oid),
        F::Policy {
            certificate,
            problem,
        } => form::policy(certificate, *problem),
        F::ProfileRule {
            certificate,
            problem,
        } => form::form(certificate, problem),
        F::Strictness {
            certificate,
            problem,
        } => form::strictness(certificate, problem),
        F::FragileTrust(fragility) => warnings::fragile_trust(fragility),
        F::OutOfOrder => warnings::out_of_order(),
        F::UnneededCertificate { certificate, why } => warnings::unneeded(certificate, *why),
        F::RootSent { root } => warnings::root_sent(root),
        F::OrderSensitive { anchor } => warnings::order_sensitive(anchor),
        F::WrongFileForClient(wrong) => wrong_file::wrong_file(wrong),
        F::File(note) => words(notes::title(note), notes::detail(note)),
    }
}
