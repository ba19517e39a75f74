//! OpenSSL's verification errors. It runs its checks in stages; the first failure is what most users see. A program that
//! lets it go on sees the last one.

mod code;

use super::NativeError;
use crate::certificate::ServerName;
use crate::check::name_constraints::ViolationKind;
use crate::check::{
    AuthorityKeyIdProblem, CaProblem, CheckId, Checked, Failure, FormProblem, KeyUsageNeed, NotRun,
    Outcome, PolicyProblem,
};
use crate::path::{Attempt, ClientPath, End, Trace};
use crate::question::Question;
pub(super) use code::Code;

/// Which generation of OpenSSL's numbers, sentences and order of checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpenSslEra {
    /// 1.0.1: trust is an error of its own.
    V1_0_1,
    /// 1.0.2.
    V1_0_2,
    /// 1.1.
    V1_1,
    /// 3 and later.
    V3,
}

/// An error at a depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reported {
    pub(super) code: Code,
    pub(super) depth: usize,
}

impl Reported {
    fn native(self, era: OpenSslEra) -> NativeError {
        NativeError::new(
            self.code.number(era).to_string(),
            self.code.text(era),
            self.depth,
        )
    }
}

/// The error at which it stops.
pub(super) fn first(era: OpenSslEra, question: &Question, trace: &Trace) -> Option<NativeError> {
    let reported = errors(era, question, trace);
    reported.first().map(|reported| reported.native(era))
}

/// All errors, in the order in which it meets them.
pub(super) fn errors(era: OpenSslEra, question: &Question, trace: &Trace) -> Vec<Reported> {
    let Some(taken) = &trace.taken else {
        return Vec::new();
    };
    let of_checks = taken.attempt.checks.iter().filter_map(|checked| {
        let code = code_of(checked, question)?;
        let turn = turn(era, taken, checked)?;
        let depth = reported_depth(checked);
        Some((turn, Reported { code, depth }))
    });
    let mut in_turn: Vec<(Turn, Reported)> = building_errors(era, taken).chain(of_checks).collect();
    in_turn.sort_by_key(|(turn, _)| *turn);
    in_turn.into_iter().map(|(_, reported)| reported).collect()
}

/// When an error is met: stage, place in the walk over the path, place among the checks of one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Turn(Stage, usize, u8);

/// The stages, in an order that is right for 1.1 and later; in 1.0 names come before signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    TargetKey,
    Building,
    Extensions,
    Strength,
    EarlyConstraints,
    Host,
    Trust,
    Signatures,
    LateConstraints,
}

fn turn(era: OpenSslEra, taken: &ClientPath, checked: &Checked) -> Option<Turn> {
    let attempt = &taken.attempt;
    let position = checked.position;
    let from_anchor = attempt.certificates.len().saturating_sub(position);
    let extension = |order| Some(Turn(Stage::Extensions, position, order));
    match checked.check {
        CheckId::CriticalExtensions => extension(0),
        CheckId::BasicConstraints => extension(1),
        CheckId::KeyUsage if position > 0 => extension(2),
        CheckId::Form => extension(3),
        CheckId::KeyUsage => extension(4),
        CheckId::ExtendedKeyUsage => extension(5),
        CheckId::PathLength => extension(6),
        CheckId::AlgorithmStrength => match checked.outcome {
            Outcome::Fail(Failure::WeakKey(_)) if position == 0 => {
                Some(Turn(Stage::TargetKey, 0, 0))
            }
            Outcome::Fail(Failure::WeakKey(_)) => Some(Turn(Stage::Strength, position, 0)),
            Outcome::Fail(_) | Outcome::Pass | Outcome::NotApplicable | Outcome::NotRun(_) => {
                Some(Turn(Stage::Strength, position, 1))
            }
        },
        CheckId::ServerName => Some(Turn(Stage::Host, 0, 0)),
        CheckId::Signature | CheckId::Validity if is_passed_over(era, attempt, position) => None,
        CheckId::Signature => Some(Turn(Stage::Signatures, from_anchor, 0)),
        CheckId::Validity => Some(Turn(Stage::Signatures, from_anchor, 1)),
        CheckId::NameConstraints | CheckId::CertificatePolicies if era < OpenSslEra::V1_1 => {
            Some(Turn(Stage::EarlyConstraints, position, 0))
        }
        CheckId::NameConstraints | CheckId::CertificatePolicies => {
            Some(Turn(Stage::LateConstraints, position, 0))
        }
        CheckId::NameChaining | CheckId::KeyIdentifier => Some(Turn(Stage::Building, position, 0)),
    }
}

/// Nothing verifies the last certificate of a path that leads nowhere, nor its dates; but they are looked at where it is
/// self-signed, and since 1.1 where it is the only one.
fn is_passed_over(era: OpenSslEra, attempt: &Attempt, position: usize) -> bool {
    let is_last = position.saturating_add(1) == attempt.certificates.len();
    match attempt.end {
        End::Anchored | End::SelfSigned => false,
        End::NoIssuer(_) | End::WrongKey(_) | End::Loop(_) | End::TooDeep(_) => {
            is_last && (position > 0 || era < OpenSslEra::V1_1)
        }
    }
}

fn building_errors(
    era: OpenSslEra,
    taken: &ClientPath,
) -> impl Iterator<Item = (Turn, Reported)> + use<> {
    let length = taken.attempt.certificates.len();
    let depth = length.saturating_sub(1);
    let code = match &taken.attempt.end {
        End::Anchored => None,
        End::TooDeep(_) => Some(Code::TooLong),
        End::SelfSigned if depth == 0 => Some(Code::SelfSignedLeaf),
        End::SelfSigned => Some(Code::SelfSignedInChain),
        End::NoIssuer(_) | End::WrongKey(_) | End::Loop(_) if taken.from_server < length => {
            Some(Code::NoIssuer)
        }
        End::NoIssuer(_) | End::WrongKey(_) | End::Loop(_) => Some(Code::NoLocalIssuer),
    };
    let open = code.is_some();
    let leads_nowhere = open && taken.attempt.end != End::SelfSigned;
    let building = code.map(|code| (Stage::Building, code));
    let trust = (open && era == OpenSslEra::V1_0_1).then_some((Stage::Trust, Code::Untrusted));
    let leaf = (leads_nowhere && depth == 0).then_some((Stage::Signatures, Code::LeafUnverified));
    [building, trust, leaf]
        .into_iter()
        .flatten()
        .map(move |(stage, code)| (Turn(stage, 0, 0), Reported { code, depth }))
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
        Outcome::NotRun(NotRun::UnsupportedAlgorithm(_) | NotRun::KeyTooLarge) => {
            Some(Code::Signature)
        }
        Outcome::NotRun(NotRun::BudgetSpent) => Some(Code::Unspecified),
        Outcome::Fail(failure) => Some(code_of_failure(failure, checked.position, question)),
    }
}

fn code_of_failure(failure: &Failure, position: usize, question: &Question) -> Code {
    match failure {
        Failure::NameChaining | Failure::KeyIdentifier => Code::NoLocalIssuer,
        Failure::Signature => Code::Signature,
        Failure::UnusableKey => Code::UndecodableKey,
        Failure::Expired { .. } => Code::Expired,
        Failure::NotYetValid { .. } => Code::NotYetValid,
        Failure::NotACa(
            CaProblem::SaysEndEntity
            | CaProblem::NoBasicConstraints
            | CaProblem::MayNotSignCertificates,
        ) => Code::InvalidCa,
        Failure::PathLength { .. } => Code::PathLength,
        Failure::KeyUsage(KeyUsageNeed::TlsServer) | Failure::Purpose { .. } => Code::Purpose,
        Failure::KeyUsage(KeyUsageNeed::SignCertificates) => Code::NoCertSign,
        Failure::NameConstraints(violation) => match violation.kind {
            ViolationKind::NotPermitted => Code::NotPermitted,
            ViolationKind::Excluded => Code::Excluded,
            ViolationKind::UnsupportedForm => Code::UnsupportedConstraint,
            ViolationKind::Malformed if violation.constraint.is_some() => Code::ConstraintSyntax,
            ViolationKind::Malformed => Code::NameSyntax,
        },
        Failure::UnreadableConstraints => Code::ConstraintSyntax,
        Failure::CriticalExtension { .. } => Code::CriticalExtension,
        Failure::WeakSignature(_) => Code::WeakDigest,
        Failure::WeakKey(_) if position == 0 => Code::WeakTargetKey,
        Failure::WeakKey(_) => Code::WeakCaKey,
        Failure::ServerName(_) => host_code(question),
        Failure::Policy(PolicyProblem::NoneValid | PolicyProblem::NoneAcceptable) => {
            Code::NoExplicitPolicy
        }
        Failure::Policy(PolicyProblem::MapsAnyPolicy | PolicyProblem::Unreadable(_)) => {
            Code::InvalidPolicyExtension
        }
        Failure::Form(problem) => code_of_form(problem),
    }
}

/// The rules of `X509_V_FLAG_X509_STRICT` have a number each.
fn code_of_form(problem: &FormProblem) -> Code {
    match problem {
        FormProblem::PathLengthWithoutCa => Code::Strict(80),
        FormProblem::PathLengthWithoutCertSign => Code::Strict(81),
        FormProblem::CertSignWithoutCa => Code::Strict(82),
        FormProblem::EmptyName => Code::Strict(83),
        FormProblem::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NoKey) => Code::Strict(85),
        FormProblem::MissingExtension(oid) if oid == "2.5.29.14" => Code::Strict(86),
        FormProblem::MissingExtension(oid) if oid == "2.5.29.15" => Code::Strict(92),
        FormProblem::EmptyExtension(oid) if oid == "2.5.29.17" => Code::Strict(87),
        FormProblem::WrongCriticality { oid, .. } if oid == "2.5.29.17" => Code::Strict(88),
        FormProblem::WrongCriticality { oid, .. } if oid == "2.5.29.19" => Code::Strict(89),
        FormProblem::WrongCriticality { oid, .. } if oid == "2.5.29.35" => Code::Strict(90),
        FormProblem::WrongCriticality { oid, .. } if oid == "2.5.29.14" => Code::Strict(91),
        FormProblem::Version => Code::Strict(93),
        FormProblem::AlgorithmFields => Code::Strict(78),
        FormProblem::SerialNumber
        | FormProblem::NameEncoding
        | FormProblem::RepeatedExtension(_)
        | FormProblem::UnreadableExtension(_)
        | FormProblem::MissingExtension(_)
        | FormProblem::WrongCriticality { .. }
        | FormProblem::EmptyExtension(_)
        | FormProblem::MisplacedExtension(_)
        | FormProblem::AuthorityKeyIdentifier(_)
        | FormProblem::CommonName(_)
        | FormProblem::AlternativeName(_)
        | FormProblem::RepeatedPolicy(_)
        | FormProblem::SubtreeBounds
        | FormProblem::CaAsServer
        | FormProblem::ForbiddenPurpose(_) => Code::Unspecified,
    }
}

/// Which of the two name errors it is depends on what was asked for.
const fn host_code(question: &Question) -> Code {
    match question.host {
        Some(ServerName::Ip(_)) => Code::Ip,
        Some(ServerName::Dns(_)) | None => Code::Host,
    }
}

#[cfg(test)]
mod tests;
