//! Failed checks as findings, in the order in which the client looks.

use crate::case::Case;
use crate::certificate::{ExtensionId, Version};
use crate::check::{
    AuthorityKeyIdProblem, CaProblem, CheckId, Checked, Failure, FormProblem, KeyUsageNeed, Outcome,
};
use crate::client::FormRules;
use crate::finding::{Cert, Finding, SameName};
use crate::moment::Moment;
use crate::path::{Attempt, End};
use crate::remedy::{Action, Remedy};

/// Stages of a client's verification; within a stage the server's certificate comes first.
const STAGES: &[&[CheckId]] = &[
    &[CheckId::NameChaining, CheckId::KeyIdentifier],
    &[
        CheckId::CriticalExtensions,
        CheckId::BasicConstraints,
        CheckId::KeyUsage,
        CheckId::ExtendedKeyUsage,
        CheckId::PathLength,
    ],
    &[CheckId::AlgorithmStrength],
    &[CheckId::ServerName],
    &[CheckId::Signature],
    &[CheckId::Validity],
    &[CheckId::NameConstraints, CheckId::CertificatePolicies],
    &[CheckId::Form],
];

/// One finding for each failed check; above a dead end, only what concerns the server's certificate and the verified part.
pub(super) fn findings(case: &Case<'_>, attempt: &Attempt, remedies: &[Remedy]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for stage in STAGES {
        let mut failed: Vec<Place<'_>> = attempt
            .checks
            .iter()
            .filter(|checked| stage.contains(&checked.check) && counts(attempt, checked))
            .map(|checked| Place {
                attempt,
                checked,
                remedies,
            })
            .collect();
        failed.sort_by_key(Place::turn);
        for place in failed {
            if let Outcome::Fail(failure) = &place.checked.outcome {
                findings.extend(finding(case, &place, failure));
            }
        }
    }
    findings
}

/// The certificate of a wrong key is not part of the path.
fn counts(attempt: &Attempt, checked: &Checked) -> bool {
    match attempt.end {
        End::WrongKey(_) => {
            checked.position.saturating_add(1) < attempt.certificates.len()
                && checked.check != CheckId::Signature
        }
        End::Anchored | End::NoIssuer(_) | End::SelfSigned | End::Loop(_) | End::TooDeep(_) => true,
    }
}

struct Place<'a> {
    attempt: &'a Attempt,
    checked: &'a Checked,
    remedies: &'a [Remedy],
}

impl Place<'_> {
    /// When it is its turn within a stage: the server's certificate first, then an anchor that has ended, since it ends
    /// every path below it; then upwards.
    fn turn(&self) -> usize {
        match self.checked.position {
            0 => 0,
            _ if self.is_anchor() && self.checked.check == CheckId::Validity => 1,
            position => position.saturating_add(1),
        }
    }

    fn is_anchor(&self) -> bool {
        matches!(self.attempt.end, End::Anchored)
            && self.checked.position > 0
            && self.checked.position.saturating_add(1) == self.attempt.certificates.len()
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each failure")]
fn finding(case: &Case<'_>, place: &Place<'_>, failure: &Failure) -> Option<Finding> {
    let position = place.checked.position;
    let certificate = case.cert(*place.attempt.certificates.get(position)?)?;
    let issuer = || {
        let above = place.attempt.certificates.get(position.saturating_add(1))?;
        case.cert(*above)
    };
    Some(match failure.clone() {
        // The search finds issuers by name: what is left is how the name is written.
        Failure::NameChaining => Finding::ProfileRule {
            certificate,
            problem: FormProblem::NameEncoding,
        },
        Failure::KeyIdentifier => Finding::ProfileRule {
            certificate,
            problem: FormProblem::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NotOfIssuer),
        },
        Failure::Signature => wrong_signature(certificate, issuer()?),
        Failure::UnusableKey => Finding::SignatureMismatch {
            certificate,
            issuer: issuer()?,
        },
        Failure::Expired { not_after } => expired(place, certificate, not_after),
        Failure::NotYetValid { not_before } => Finding::NotYetValid {
            certificate,
            not_before,
        },
        Failure::NotACa(CaProblem::NoBasicConstraints) if passes_if_lenient(case, &certificate) => {
            Finding::Strictness {
                certificate,
                problem: FormProblem::MissingExtension(
                    ExtensionId::BasicConstraints.oid().to_owned(),
                ),
            }
        }
        Failure::NotACa(problem) => not_a_ca(certificate, problem),
        Failure::PathLength { allowed, found } => Finding::PathTooLong {
            ca: certificate,
            allowed,
            found,
        },
        Failure::KeyUsage(need) => Finding::KeyUsage { certificate, need },
        Failure::Purpose { listed } => Finding::WrongPurpose {
            certificate,
            listed,
        },
        Failure::NameConstraints(violation) => Finding::NameConstraints {
            ca: certificate,
            violation: Some(violation),
        },
        Failure::UnreadableConstraints => Finding::NameConstraints {
            ca: certificate,
            violation: None,
        },
        Failure::Policy(problem) => Finding::Policy {
            certificate,
            problem,
        },
        Failure::CriticalExtension { oid } => Finding::CriticalExtension { certificate, oid },
        Failure::WeakSignature(algorithm) => Finding::WeakSignature {
            certificate,
            algorithm,
        },
        Failure::WeakKey(key) => Finding::WeakKey { certificate, key },
        Failure::ServerName(refusal) => {
            let host = case.question.host.as_ref()?.to_string();
            Finding::HostMismatch {
                leaf: certificate,
                host,
                refusal,
            }
        }
        Failure::Form(problem) if is_strict(case) => Finding::Strictness {
            certificate,
            problem,
        },
        Failure::Form(problem) => Finding::ProfileRule {
            certificate,
            problem,
        },
    })
}

/// Whether the client's strict mode is on.
fn is_strict(case: &Case<'_>) -> bool {
    case.client.profile().policy.extensions.form == FormRules::OpenSslStrict
}

/// Whether only the strict mode asks this certificate for basic constraints: it is as old as roots without them are.
fn passes_if_lenient(case: &Case<'_>, certificate: &Cert) -> bool {
    is_strict(case) && certificate.version == Version::V1 && certificate.looks_self_signed()
}

/// A CA whose key usage forbids signing is a matter of key usage.
const fn not_a_ca(certificate: Cert, problem: CaProblem) -> Finding {
    match problem {
        CaProblem::MayNotSignCertificates => Finding::KeyUsage {
            certificate,
            need: KeyUsageNeed::SignCertificates,
        },
        CaProblem::SaysEndEntity | CaProblem::NoBasicConstraints => Finding::NotACa {
            certificate,
            problem,
        },
    }
}

/// A name without its key where nothing says which key; a broken signature where the key identifiers agree.
fn wrong_signature(certificate: Cert, issuer: Cert) -> Finding {
    let named = certificate
        .extensions
        .authority_key_identifier()
        .and_then(|authority| authority.key_id.as_ref());
    if named.is_some() && named == issuer.extensions.subject_key_identifier() {
        Finding::SignatureMismatch {
            certificate,
            issuer,
        }
    } else {
        Finding::SameNameDifferentKey(SameName {
            below: certificate,
            namesakes: vec![issuer],
            known: Vec::new(),
        })
    }
}

/// An expired root, an expired cross-certificate that a known root replaces, or simply an expired certificate.
fn expired(place: &Place<'_>, certificate: Cert, not_after: Moment) -> Finding {
    if place.is_anchor() {
        return Finding::ExpiredRoot {
            root: certificate,
            not_after,
        };
    }
    let replacement = place
        .remedies
        .iter()
        .find_map(|remedy| match &remedy.action {
            Action::AddRoot { root, .. } if root.public_key == certificate.public_key => {
                Some(root.clone())
            }
            Action::AddRoot { .. }
            | Action::ReplaceBundle { .. }
            | Action::MendBundle { .. }
            | Action::SendIntermediate { .. }
            | Action::RemoveFromBundle { .. }
            | Action::StopSending { .. } => None,
        });
    match replacement {
        Some(valid_anchor) => Finding::ExpiredCrossCertificate {
            certificate,
            not_after,
            valid_anchor,
        },
        None => Finding::Expired {
            certificate,
            not_after,
        },
    }
}

/// The server's certificate and one of its CAs lie in the future: no server can have sent them by then, so it is the clock.
pub(super) fn clock(case: &Case<'_>, attempt: &Attempt) -> Option<Finding> {
    let early: Vec<(usize, Moment)> = attempt
        .checks
        .iter()
        .filter_map(|checked| match &checked.outcome {
            Outcome::Fail(Failure::NotYetValid { not_before }) => {
                Some((checked.position, *not_before))
            }
            Outcome::Fail(_) | Outcome::Pass | Outcome::NotApplicable | Outcome::NotRun(_) => None,
        })
        .collect();
    let target = early.iter().find(|(position, _)| *position == 0)?;
    let ca_too = early.iter().any(|(position, _)| *position > 0);
    let certificate = case.cert(*attempt.certificates.first()?)?;
    ca_too.then_some(Finding::ClockWrong {
        at: case.question.at,
        not_before: target.1,
        certificate,
    })
}
