//! Advice: what helps and cannot be proven here, each from a finding.

use super::{Advice, ServerFault};
use crate::case::Case;
use crate::certificate::Name;
use crate::check::server_name::PresentedName;
use crate::finding::{Cert, Finding, MissingIntermediate};

/// Advice for the findings.
pub(crate) fn advice(case: &Case<'_>, findings: &[Finding]) -> Vec<Advice> {
    if case.store.presented().is_empty() {
        return vec![Advice::ProvideChain];
    }
    if matches!(findings.first(), Some(Finding::ClockWrong { .. })) {
        // Whatever else looks wrong looks so by this clock.
        return vec![Advice::FixClock];
    }
    let mut advice: Vec<Advice> = Vec::new();
    for given in findings
        .iter()
        .filter_map(|finding| for_finding(case, finding))
    {
        if !advice.iter().any(|earlier| covers(earlier, &given)) {
            advice.push(given);
        }
    }
    advice
}

/// Whether who follows the first has no need of the second. A new certificate of the server comes with a new chain, so
/// asking for it once is enough.
fn covers(earlier: &Advice, later: &Advice) -> bool {
    match (earlier, later) {
        (Advice::AskServerOwner(earlier), Advice::AskServerOwner(later)) => {
            wants_new_certificate(earlier) && wants_new_certificate(later)
        }
        (Advice::AskIt { root: earlier }, Advice::AskIt { root: later }) => earlier == later,
        (
            Advice::AskIt { .. }
            | Advice::AskServerOwner(_)
            | Advice::FixClock
            | Advice::UseOtherHost { .. }
            | Advice::ProvideChain
            | Advice::ReplaceFile,
            _,
        ) => core::mem::discriminant(earlier) == core::mem::discriminant(later),
    }
}

const fn wants_new_certificate(fault: &ServerFault) -> bool {
    match fault {
        ServerFault::Renew { .. }
        | ServerFault::Replace { .. }
        | ServerFault::MoveToListedRoot { .. } => true,
        ServerFault::SendIntermediate { .. } => false,
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each finding")]
fn for_finding(case: &Case<'_>, finding: &Finding) -> Option<Advice> {
    Some(match finding {
        Finding::MissingIntermediate(MissingIntermediate {
            wanted, fetch_from, ..
        }) => Advice::AskServerOwner(ServerFault::SendIntermediate {
            wanted: wanted.clone(),
            fetch_from: fetch_from.clone(),
        }),
        Finding::InterceptionProxy { root, .. } | Finding::UnknownRoot { root, .. } => {
            ask_for(root)
        }
        Finding::AnchorNotSelfSigned { anchor, twin: None } => {
            return ask_unless_public(case, &anchor.issuer);
        }
        Finding::Expired { certificate, .. } => renew(certificate),
        Finding::SelfSignedLeaf { leaf: certificate }
        | Finding::WeakSignature { certificate, .. }
        | Finding::WeakKey { certificate, .. }
        | Finding::WrongPurpose { certificate, .. }
        | Finding::SignatureMismatch { certificate, .. }
        | Finding::NameConstraints {
            ca: certificate, ..
        }
        | Finding::NotACa { certificate, .. }
        | Finding::PathTooLong {
            ca: certificate, ..
        }
        | Finding::KeyUsage { certificate, .. }
        | Finding::CriticalExtension { certificate, .. }
        | Finding::Policy { certificate, .. }
        | Finding::ProfileRule { certificate, .. }
        | Finding::Strictness { certificate, .. } => replace(certificate),
        Finding::RemovedRoot { root, .. } => move_away_from(root),
        Finding::ExpiredRoot { root, .. } => return instead_of_expired(case, root),
        Finding::ClockWrong { .. } | Finding::NotYetValid { .. } => Advice::FixClock,
        Finding::HostMismatch { refusal, .. } if !refusal.valid_for.is_empty() => {
            Advice::UseOtherHost {
                names: refusal.valid_for.iter().map(name).collect(),
                hint: refusal.hint.clone(),
            }
        }
        Finding::MalformedCertificate { .. } => Advice::ReplaceFile,
        Finding::SameNameDifferentKey(same) if is_private(case, same) => {
            // A bundle with another key under a public root's name is not what it should be.
            ask_unless_public(case, &same.below.issuer).unwrap_or(Advice::ReplaceFile)
        }
        Finding::MissingRoot(_)
        | Finding::SameNameDifferentKey(_)
        | Finding::AnchorNotSelfSigned { .. }
        | Finding::ExpiredCrossCertificate { .. }
        | Finding::OldPathBuilder(_)
        | Finding::HostMismatch { .. }
        | Finding::SignatureNotCheckable { .. }
        | Finding::LimitReached { .. }
        | Finding::FragileTrust(_)
        | Finding::OutOfOrder
        | Finding::UnneededCertificate { .. }
        | Finding::RootSent { .. }
        | Finding::OrderSensitive { .. }
        | Finding::ExpiresSoon { .. }
        | Finding::WrongFileForClient(_)
        | Finding::File(_) => return None,
    })
}

/// IT has the root of this name, unless it is a public one.
fn ask_unless_public(case: &Case<'_>, name: &Name) -> Option<Advice> {
    let known = case.known_with_subject(name);
    known.is_empty().then(|| ask_for(name))
}

/// A public root that ended is not coming back; a private one has been renewed by its owner, or must be.
fn instead_of_expired(case: &Case<'_>, root: &Cert) -> Option<Advice> {
    match case.known.by_sha256(&root.sha256()) {
        None => ask_unless_public(case, &root.subject),
        Some(known) => {
            let gone = known
                .removal()
                .is_some_and(|removal| removal.date <= case.question.at);
            gone.then(|| move_away_from(root))
        }
    }
}

fn renew(certificate: &Cert) -> Advice {
    let certificate = certificate.clone();
    Advice::AskServerOwner(ServerFault::Renew { certificate })
}

fn replace(certificate: &Cert) -> Advice {
    let certificate = certificate.clone();
    Advice::AskServerOwner(ServerFault::Replace { certificate })
}

fn move_away_from(root: &Cert) -> Advice {
    let root = root.clone();
    Advice::AskServerOwner(ServerFault::MoveToListedRoot { root })
}

fn ask_for(name: &Name) -> Advice {
    Advice::AskIt { root: name.clone() }
}

/// A namesake that no public list knows: only its owner has the right one.
fn is_private(case: &Case<'_>, same: &crate::finding::SameName) -> bool {
    same.known.is_empty()
        && same
            .namesakes
            .iter()
            .all(|cert| case.known.by_sha256(&cert.sha256()).is_none())
}

fn name(presented: &PresentedName) -> String {
    match presented {
        PresentedName::Dns(text) | PresentedName::CommonName(text) => text.clone(),
        PresentedName::Ip(address) => address.to_string(),
    }
}
