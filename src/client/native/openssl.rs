//! OpenSSL's verification errors. It runs its checks in stages; the first failure is what the user sees: path building,
//! then extensions from the target up, key and digest strength, the server name, then signatures and dates from the
//! anchor down, and last name constraints.

use super::NativeError;
use crate::certificate::ServerName;
use crate::check::name_constraints::ViolationKind;
use crate::check::{CheckId, Checked, Failure, KeyUsageNeed, NotRun, Outcome, PolicyProblem};
use crate::path::{Attempt, ClientPath, End, Trace};
use crate::question::Question;

/// A number of `x509_vfy.h` with the sentence that OpenSSL 3 prints for it.
#[derive(Clone, Copy)]
struct Code(u16, &'static str);

const UNABLE_TO_GET_ISSUER: Code = Code(2, "unable to get issuer certificate");
const UNDECODABLE_KEY: Code = Code(6, "unable to decode issuer public key");
const SIGNATURE: Code = Code(7, "certificate signature failure");
const NOT_YET_VALID: Code = Code(9, "certificate is not yet valid");
const EXPIRED: Code = Code(10, "certificate has expired");
const SELF_SIGNED_LEAF: Code = Code(18, "self-signed certificate");
const SELF_SIGNED_IN_CHAIN: Code = Code(19, "self-signed certificate in certificate chain");
const NO_LOCAL_ISSUER: Code = Code(20, "unable to get local issuer certificate");
const TOO_LONG: Code = Code(22, "certificate chain too long");
const PATH_LENGTH: Code = Code(25, "path length constraint exceeded");
const PURPOSE: Code = Code(26, "unsuitable certificate purpose");
const NO_CERT_SIGN: Code = Code(32, "key usage does not include certificate signing");
const CRITICAL_EXTENSION: Code = Code(34, "unhandled critical extension");
const INVALID_POLICY_EXTENSION: Code =
    Code(42, "invalid or inconsistent certificate policy extension");
const NO_EXPLICIT_POLICY: Code = Code(43, "no explicit policy");
const NOT_PERMITTED: Code = Code(47, "permitted subtree violation");
const EXCLUDED: Code = Code(48, "excluded subtree violation");
const UNSUPPORTED_CONSTRAINT: Code = Code(51, "unsupported name constraint type");
const CONSTRAINT_SYNTAX: Code = Code(52, "unsupported or invalid name constraint syntax");
const NAME_SYNTAX: Code = Code(53, "unsupported or invalid name syntax");
const HOST: Code = Code(62, "hostname mismatch");
const IP: Code = Code(64, "IP address mismatch");
const WEAK_TARGET_KEY: Code = Code(66, "EE certificate key too weak");
const WEAK_CA_KEY: Code = Code(67, "CA certificate key too weak");
const WEAK_DIGEST: Code = Code(68, "CA signature digest algorithm too weak");
const INVALID_CA: Code = Code(79, "invalid CA certificate");
const UNSPECIFIED: Code = Code(1, "unspecified certificate verification error");

/// One stage of OpenSSL's verification.
struct Stage {
    checks: &'static [CheckId],
    direction: Direction,
}

/// In which order a stage walks the path.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    FromTarget,
    FromAnchor,
}

const STAGES: &[Stage] = &[
    Stage {
        checks: &[
            CheckId::CriticalExtensions,
            CheckId::BasicConstraints,
            CheckId::KeyUsage,
            CheckId::ExtendedKeyUsage,
            CheckId::PathLength,
        ],
        direction: Direction::FromTarget,
    },
    Stage {
        checks: &[CheckId::AlgorithmStrength],
        direction: Direction::FromTarget,
    },
    Stage {
        checks: &[CheckId::ServerName],
        direction: Direction::FromTarget,
    },
    Stage {
        checks: &[CheckId::Signature, CheckId::Validity],
        direction: Direction::FromAnchor,
    },
    Stage {
        checks: &[CheckId::NameConstraints, CheckId::CertificatePolicies],
        direction: Direction::FromTarget,
    },
];

pub(super) fn error(question: &Question, trace: &Trace) -> Option<NativeError> {
    let taken = trace.taken.as_ref()?;
    if let Some(weak) = weak_target(&taken.attempt) {
        return Some(weak);
    }
    match building_error(taken) {
        Some((code, depth)) => Some(native(code, depth)),
        None => STAGES
            .iter()
            .find_map(|stage| stage_error(stage, &taken.attempt, question)),
    }
}

/// A weak key of the target stops OpenSSL before it looks for an issuer.
fn weak_target(attempt: &Attempt) -> Option<NativeError> {
    attempt
        .checks
        .iter()
        .find(|checked| {
            checked.position == 0 && matches!(checked.outcome, Outcome::Fail(Failure::WeakKey(_)))
        })
        .map(|_| native(WEAK_TARGET_KEY, 0))
}

fn building_error(taken: &ClientPath) -> Option<(Code, usize)> {
    let depth = taken.attempt.certificates.len().saturating_sub(1);
    match &taken.attempt.end {
        End::Anchored => None,
        End::TooDeep(_) => Some((TOO_LONG, depth)),
        End::SelfSigned if depth == 0 => Some((SELF_SIGNED_LEAF, depth)),
        End::SelfSigned => Some((SELF_SIGNED_IN_CHAIN, depth)),
        End::NoIssuer(_) | End::WrongKey(_) | End::Loop(_) => {
            let top_is_ours = taken.from_server < taken.attempt.certificates.len();
            Some((
                if top_is_ours {
                    UNABLE_TO_GET_ISSUER
                } else {
                    NO_LOCAL_ISSUER
                },
                depth,
            ))
        }
    }
}

fn stage_error(stage: &Stage, attempt: &Attempt, question: &Question) -> Option<NativeError> {
    let length = attempt.certificates.len();
    let positions: Vec<usize> = match stage.direction {
        Direction::FromTarget => (0..length).collect(),
        Direction::FromAnchor => (0..length).rev().collect(),
    };
    positions.into_iter().find_map(|position| {
        stage.checks.iter().find_map(|id| {
            let at = |checked: &&Checked| checked.position == position && checked.check == *id;
            let checked = attempt.checks.iter().find(at)?;
            code_of(checked, question).map(|code| native(code, reported_depth(checked)))
        })
    })
}

/// A name constraint is reported for the certificate that bears the name, all else where it stands.
const fn reported_depth(checked: &Checked) -> usize {
    match &checked.outcome {
        Outcome::Fail(Failure::NameConstraints(_) | Failure::UnreadableConstraints) => 0,
        Outcome::Fail(_) | Outcome::Pass | Outcome::NotApplicable | Outcome::NotRun(_) => {
            checked.position
        }
    }
}

fn code_of(checked: &Checked, question: &Question) -> Option<Code> {
    match &checked.outcome {
        Outcome::Pass | Outcome::NotApplicable => None,
        Outcome::NotRun(NotRun::UnsupportedAlgorithm(_) | NotRun::KeyTooLarge) => Some(SIGNATURE),
        Outcome::NotRun(NotRun::BudgetSpent) => Some(UNSPECIFIED),
        Outcome::Fail(failure) => Some(code_of_failure(failure, checked.position, question)),
    }
}

fn code_of_failure(failure: &Failure, position: usize, question: &Question) -> Code {
    match failure {
        Failure::NameChaining | Failure::KeyIdentifier => NO_LOCAL_ISSUER,
        Failure::Signature => SIGNATURE,
        Failure::UnusableKey => UNDECODABLE_KEY,
        Failure::Expired { .. } => EXPIRED,
        Failure::NotYetValid { .. } => NOT_YET_VALID,
        Failure::NotACa(_) => INVALID_CA,
        Failure::PathLength { .. } => PATH_LENGTH,
        Failure::KeyUsage(KeyUsageNeed::TlsServer) | Failure::Purpose { .. } => PURPOSE,
        Failure::KeyUsage(KeyUsageNeed::SignCertificates) => NO_CERT_SIGN,
        Failure::NameConstraints(violation) => match violation.kind {
            ViolationKind::NotPermitted => NOT_PERMITTED,
            ViolationKind::Excluded => EXCLUDED,
            ViolationKind::UnsupportedForm => UNSUPPORTED_CONSTRAINT,
            ViolationKind::Malformed if violation.constraint.is_some() => CONSTRAINT_SYNTAX,
            ViolationKind::Malformed => NAME_SYNTAX,
        },
        Failure::UnreadableConstraints => CONSTRAINT_SYNTAX,
        Failure::CriticalExtension { .. } => CRITICAL_EXTENSION,
        Failure::WeakSignature(_) => WEAK_DIGEST,
        Failure::WeakKey(_) if position == 0 => WEAK_TARGET_KEY,
        Failure::WeakKey(_) => WEAK_CA_KEY,
        Failure::ServerName(_) => host_code(question),
        Failure::Policy(PolicyProblem::NoneValid | PolicyProblem::NoneAcceptable) => {
            NO_EXPLICIT_POLICY
        }
        Failure::Policy(PolicyProblem::MapsAnyPolicy | PolicyProblem::Unreadable(_)) => {
            INVALID_POLICY_EXTENSION
        }
        Failure::Form(_) => UNSPECIFIED,
    }
}

/// Which of the two name errors it is depends on what was asked for.
const fn host_code(question: &Question) -> Code {
    match question.host {
        Some(ServerName::Ip(_)) => IP,
        Some(ServerName::Dns(_)) | None => HOST,
    }
}

fn native(code: Code, depth: usize) -> NativeError {
    NativeError {
        code: code.0.to_string(),
        text: code.1.to_owned(),
        depth,
    }
}

#[cfg(test)]
mod tests;
