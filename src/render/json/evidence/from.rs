//! From findings to their evidence.

use super::general_name::GeneralNameEntry;
use super::names::{
    ca_problem, form_problem, key_usage_need, limit, malformed, presented, purpose, violation_kind,
};
use super::{Evidence, FragilityEntry, HintEntry, NoEvidence, RootOptionEntry, ViolationEntry};
use crate::certificate::{Certificate, Malformed};
use crate::check::name_constraints::Violation;
use crate::check::server_name::Hint;
use crate::check::{FormProblem, NameRefusal};
use crate::finding::{
    Cert, Finding, Fragility, MissingIntermediate, MissingRoot, ProxyEvidence, RootOption, SameName,
};
use crate::location::Location;
use crate::render::json::file_evidence::{FileEvidence, Place};
use crate::render::json::shared::{CertificateRef, Removed, Wanted, relation};

impl From<&Finding> for Evidence {
    fn from(finding: &Finding) -> Self {
        match finding {
            Finding::MissingRoot(it) => missing_root(it),
            Finding::MissingIntermediate(it) => missing_intermediate(it),
            Finding::SameNameDifferentKey(it) => same_name(it),
            Finding::FragileTrust(it) => Self::FragileTrust(it.into()),
            Finding::File(note) => Self::File(FileEvidence::from(note)),
            Finding::ProfileRule { problem, .. } => profile_rule(problem),
            Finding::HostMismatch { host, refusal, .. } => host_mismatch(host, refusal),
            Finding::MalformedCertificate { location, reason } => {
                malformed_certificate(location.as_ref(), *reason)
            }
            Finding::NameConstraints { violation, .. } => Self::NameConstraints {
                violation: violation.as_ref().map(ViolationEntry::from),
            },
            Finding::LimitReached { limit: it } => Self::LimitReached { limit: limit(*it) },
            Finding::SelfSignedLeaf { .. }
            | Finding::OutOfOrder
            | Finding::UnneededCertificate { .. }
            | Finding::RootSent { .. } => Self::None(NoEvidence {}),
            Finding::AnchorNotSelfSigned { anchor, twin } => not_self_signed(anchor, twin.as_ref()),
            Finding::InterceptionProxy { root, evidence, .. } => proxy(root.to_string(), evidence),
            Finding::OldPathBuilder(it) => Self::OldPathBuilder {
                stopped_at: reference(&it.stopped_at),
                valid_anchor: reference(&it.valid_anchor),
            },
            Finding::UnknownRoot { root, .. } => Self::UnknownRoot {
                root: root.to_string(),
            },
            Finding::RemovedRoot { root, removal } => Self::RemovedRoot {
                root: reference(root),
                removed: removal.into(),
            },
            Finding::SignatureMismatch { issuer, .. } => Self::SignatureMismatch {
                issuer: reference(issuer),
            },
            Finding::Expired { not_after, .. } | Finding::ExpiredRoot { not_after, .. } => {
                Self::Expired {
                    not_after: not_after.to_string(),
                }
            }
            Finding::NotYetValid { not_before, .. } => Self::NotYetValid {
                not_before: not_before.to_string(),
            },
            Finding::ExpiredCrossCertificate {
                not_after,
                valid_anchor,
                ..
            } => Self::ExpiredCrossCertificate {
                not_after: not_after.to_string(),
                valid_anchor: reference(valid_anchor),
            },
            Finding::ClockWrong { at, not_before, .. } => Self::ClockWrong {
                at: at.to_string(),
                not_before: not_before.to_string(),
            },
            Finding::ExpiresSoon {
                not_after, days, ..
            } => Self::ExpiresSoon {
                not_after: not_after.to_string(),
                days: *days,
            },
            Finding::WeakSignature { algorithm, .. }
            | Finding::SignatureNotCheckable { algorithm, .. } => Self::Algorithm {
                algorithm: algorithm.to_string(),
            },
            Finding::WeakKey { key, .. } => Self::WeakKey {
                key: key.to_string(),
            },
            Finding::NotACa { problem, .. } => Self::NotACa {
                problem: ca_problem(*problem),
            },
            Finding::PathTooLong { allowed, found, .. } => Self::PathTooLong {
                allowed: *allowed,
                found: *found,
            },
            Finding::KeyUsage { need, .. } => Self::KeyUsage {
                need: key_usage_need(*need),
            },
            Finding::WrongPurpose { listed, .. } => Self::WrongPurpose {
                listed: listed.iter().map(purpose).collect(),
            },
            Finding::CriticalExtension { oid, .. } => Self::CriticalExtension { oid: oid.clone() },
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

fn not_self_signed(anchor: &Cert, twin: Option<&Cert>) -> Evidence {
    Evidence::AnchorNotSelfSigned {
        anchor: reference(anchor),
        twin: twin.map(reference),
    }
}

fn proxy(root: String, evidence: &ProxyEvidence) -> Evidence {
    let (vendor, public_host) = match evidence {
        ProxyEvidence::Vendor(vendor) => (Some(*vendor), None),
        ProxyEvidence::PublicHost(host) => (None, Some(host.clone())),
    };
    Evidence::InterceptionProxy {
        root,
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
