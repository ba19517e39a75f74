//! From findings to their evidence.

use super::general_name::GeneralNameEntry;
use super::names::{
    ca_problem, form_problem, key_usage_need, limit, malformed, policy_problem, presented, purpose,
    violation_kind,
};
use super::{Evidence, FragilityEntry, HintEntry, NoEvidence, RootOptionEntry, ViolationEntry};
use crate::certificate::{Certificate, KeyPurpose, Malformed, Name};
use crate::check::name_constraints::Violation;
use crate::check::server_name::Hint;
use crate::check::{FormProblem, NameRefusal, PolicyProblem};
use crate::finding::{
    Cert, Finding, Fragility, MissingIntermediate, MissingRoot, OldPathBuilder, ProxyEvidence,
    RootOption, SameName,
};
use crate::known::Removal;
use crate::location::Location;
use crate::moment::Moment;
use crate::render::json::file_evidence::Place;
use crate::render::json::shared::{CertificateRef, Removed, Wanted, relation};
use crate::signature::SignatureAlgorithm;

impl From<&Finding> for Evidence {
    fn from(finding: &Finding) -> Self {
        match finding {
            Finding::MissingRoot(it) => missing_root(it),
            Finding::MissingIntermediate(it) => missing_intermediate(it),
            Finding::SameNameDifferentKey(it) => same_name(it),
            Finding::OldPathBuilder(it) => old_path_builder(it),
            Finding::FragileTrust(it) => Self::FragileTrust(it.into()),
            Finding::WrongFileForClient(wrong) => Self::WrongFileForClient(wrong.into()),
            Finding::File(note) => Self::File(note.into()),
            Finding::AnchorNotSelfSigned { anchor, twin } => not_self_signed(anchor, twin.as_ref()),
            Finding::InterceptionProxy { root, evidence, .. } => proxy(root, evidence),
            Finding::UnknownRoot { root, .. } => unknown_root(root),
            Finding::RemovedRoot { root, removal } => removed_root(root, removal),
            Finding::SignatureMismatch { issuer, .. } => signature_mismatch(issuer),
            Finding::Expired { not_after, .. } | Finding::ExpiredRoot { not_after, .. } => {
                expired(*not_after)
            }
            Finding::NotYetValid { not_before, .. } => not_yet_valid(*not_before),
            Finding::ExpiredCrossCertificate {
                not_after,
                valid_anchor,
                ..
            } => expired_cross(*not_after, valid_anchor),
            Finding::ClockWrong { at, not_before, .. } => clock_wrong(*at, *not_before),
            Finding::ExpiresSoon {
                not_after, days, ..
            } => expires_soon(*not_after, *days),
            Finding::HostMismatch { host, refusal, .. } => host_mismatch(host, refusal),
            Finding::WeakSignature { algorithm: it, .. }
            | Finding::SignatureNotCheckable { algorithm: it, .. } => algorithm(it),
            Finding::WeakKey { key, .. } => Self::WeakKey {
                key: key.to_string(),
            },
            Finding::NameConstraints { violation, .. } => name_constraints(violation.as_ref()),
            Finding::NotACa { problem, .. } => Self::NotACa {
                problem: ca_problem(*problem),
            },
            Finding::PathTooLong { allowed, found, .. } => path_too_long(*allowed, *found),
            Finding::KeyUsage { need, .. } => Self::KeyUsage {
                need: key_usage_need(*need),
            },
            Finding::WrongPurpose { listed, .. } => wrong_purpose(listed),
            Finding::CriticalExtension { oid, .. } => Self::CriticalExtension { oid: oid.clone() },
            Finding::MalformedCertificate { location, reason } => {
                malformed_certificate(location.as_ref(), *reason)
            }
            Finding::Policy { problem, .. } => policy(*problem),
            Finding::ProfileRule { problem, .. } | Finding::Strictness { problem, .. } => {
                profile_rule(problem)
            }
            Finding::LimitReached { limit: it } => Self::LimitReached { limit: limit(*it) },
            Finding::SelfSignedLeaf { .. }
            | Finding::OutOfOrder
            | Finding::UnneededCertificate { .. }
            | Finding::RootSent { .. }
            | Finding::OrderSensitive { .. } => Self::None(NoEvidence {}),
        }
    }
}

fn missing_root(it: &MissingRoot) -> Evidence {
    Evidence::MissingRoot {
        wanted: Wanted::new(&it.wanted, it.key_id.as_ref()),
        below: sha256(&it.below),
        roots: it.roots.iter().map(RootOptionEntry::from).collect(),
    }
}

fn missing_intermediate(it: &MissingIntermediate) -> Evidence {
    let authority = it.below.extensions.authority_key_identifier();
    Evidence::MissingIntermediate {
        wanted: Wanted::new(&it.wanted, authority.and_then(|id| id.key_id.as_ref())),
        below: sha256(&it.below),
        fetch_from: it.fetch_from.clone(),
    }
}

fn same_name(it: &SameName) -> Evidence {
    Evidence::SameNameDifferentKey {
        below: sha256(&it.below),
        namesakes: it.namesakes.iter().map(reference).collect(),
        known: it.known.iter().map(reference).collect(),
    }
}

fn old_path_builder(it: &OldPathBuilder) -> Evidence {
    Evidence::OldPathBuilder {
        stopped_at: reference(&it.stopped_at),
        valid_anchor: reference(&it.valid_anchor),
    }
}

fn unknown_root(root: &Name) -> Evidence {
    Evidence::UnknownRoot {
        root: root.to_string(),
    }
}

fn removed_root(root: &Cert, removal: &Removal) -> Evidence {
    Evidence::RemovedRoot {
        root: reference(root),
        removed: removal.into(),
    }
}

fn signature_mismatch(issuer: &Cert) -> Evidence {
    Evidence::SignatureMismatch {
        issuer: reference(issuer),
    }
}

fn expired(not_after: Moment) -> Evidence {
    Evidence::Expired {
        not_after: not_after.to_string(),
    }
}

fn not_yet_valid(not_before: Moment) -> Evidence {
    Evidence::NotYetValid {
        not_before: not_before.to_string(),
    }
}

fn expired_cross(not_after: Moment, valid_anchor: &Cert) -> Evidence {
    Evidence::ExpiredCrossCertificate {
        not_after: not_after.to_string(),
        valid_anchor: reference(valid_anchor),
    }
}

fn clock_wrong(at: Moment, not_before: Moment) -> Evidence {
    Evidence::ClockWrong {
        at: at.to_string(),
        not_before: not_before.to_string(),
    }
}

fn expires_soon(not_after: Moment, days: i64) -> Evidence {
    Evidence::ExpiresSoon {
        not_after: not_after.to_string(),
        days,
    }
}

fn algorithm(algorithm: &SignatureAlgorithm) -> Evidence {
    Evidence::Algorithm {
        algorithm: algorithm.to_string(),
    }
}

fn name_constraints(violation: Option<&Violation>) -> Evidence {
    Evidence::NameConstraints {
        violation: violation.map(ViolationEntry::from),
    }
}

const fn path_too_long(allowed: u32, found: usize) -> Evidence {
    Evidence::PathTooLong { allowed, found }
}

fn wrong_purpose(listed: &[KeyPurpose]) -> Evidence {
    Evidence::WrongPurpose {
        listed: listed.iter().map(purpose).collect(),
    }
}

fn not_self_signed(anchor: &Cert, twin: Option<&Cert>) -> Evidence {
    Evidence::AnchorNotSelfSigned {
        anchor: reference(anchor),
        twin: twin.map(reference),
    }
}

fn proxy(root: &Name, evidence: &ProxyEvidence) -> Evidence {
    let (vendor, public_host) = match evidence {
        ProxyEvidence::Vendor(vendor) => (Some(*vendor), None),
        ProxyEvidence::PublicHost(host) => (None, Some(host.clone())),
    };
    Evidence::InterceptionProxy {
        root: root.to_string(),
        vendor,
        public_host,
    }
}

fn host_mismatch(host: &str, refusal: &NameRefusal) -> Evidence {
    Evidence::HostMismatch {
        host: host.to_owned(),
        valid_for: refusal.valid_for.iter().map(presented).collect(),
        hint: refusal.hint.as_ref().map(HintEntry::from),
    }
}

fn malformed_certificate(location: Option<&Location>, reason: Malformed) -> Evidence {
    Evidence::MalformedCertificate {
        location: location.map(Place::from),
        reason: malformed(reason),
    }
}

fn policy(problem: PolicyProblem) -> Evidence {
    let (problem, oid) = policy_problem(problem);
    Evidence::Policy {
        problem,
        oid: oid.map(str::to_owned),
    }
}

fn profile_rule(problem: &FormProblem) -> Evidence {
    let (problem, oid) = form_problem(problem);
    Evidence::ProfileRule {
        problem,
        oid: oid.map(str::to_owned),
    }
}

impl From<&RootOption> for RootOptionEntry {
    fn from(option: &RootOption) -> Self {
        let (relation, position) = relation(option.relation);
        Self {
            root: reference(&option.root),
            relation,
            position,
            removed: option.removal.as_ref().map(Removed::from),
        }
    }
}

impl From<&Fragility> for FragilityEntry {
    fn from(fragility: &Fragility) -> Self {
        match fragility {
            Fragility::CrossCertificate { cross, root } => Self::CrossCertificate {
                cross: reference(cross),
                root: reference(root),
            },
            Fragility::RemovedAnchor { anchor, removal } => Self::RemovedAnchor {
                anchor: reference(anchor),
                removed: removal.into(),
            },
            Fragility::Expiry { not_after, .. } => Self::Expiry {
                not_after: not_after.to_string(),
            },
        }
    }
}

impl From<&Hint> for HintEntry {
    fn from(hint: &Hint) -> Self {
        let (kind, name) = match hint {
            Hint::WildcardCoversOneLabelOnly { pattern, .. } => {
                ("wildcard-covers-one-label-only", Some(pattern))
            }
            Hint::WildcardNeedsALabel { pattern } => ("wildcard-needs-a-label", Some(pattern)),
            Hint::WildcardNotTaken { pattern } => ("wildcard-not-taken", Some(pattern)),
            Hint::OnlyInCommonName { name } => ("only-in-common-name", Some(name)),
            Hint::AddressAsText { name } => ("address-as-text", Some(name)),
            Hint::WwwDiffers { name } => ("www-differs", Some(name)),
            Hint::NoNames => ("no-names", None),
        };
        let in_its_place = match hint {
            Hint::WildcardCoversOneLabelOnly { in_its_place, .. } => Some(in_its_place.clone()),
            Hint::WildcardNeedsALabel { .. }
            | Hint::WildcardNotTaken { .. }
            | Hint::OnlyInCommonName { .. }
            | Hint::AddressAsText { .. }
            | Hint::WwwDiffers { .. }
            | Hint::NoNames => None,
        };
        Self {
            kind,
            name: name.map(presented),
            in_its_place,
        }
    }
}

impl From<&Violation> for ViolationEntry {
    fn from(violation: &Violation) -> Self {
        Self {
            kind: violation_kind(violation.kind),
            name: violation.name.as_ref().map(GeneralNameEntry::from),
            constraint: violation.constraint.as_ref().map(GeneralNameEntry::from),
        }
    }
}

fn reference(certificate: &Cert) -> CertificateRef {
    CertificateRef::from(&**certificate)
}

fn sha256(certificate: &Certificate) -> String {
    certificate.sha256().to_string()
}
