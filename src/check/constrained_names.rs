//! Name constraints: the names of every certificate below a CA lie within its constraints (RFC 5280 §4.2.1.10,
//! §6.1.3 (b), (c), §6.1.4 (g)).

use super::constraint_memo::Constraints;
use super::{CheckId, Failure, NotRun, Outcome, Role, Step};
use crate::certificate::{Certificate, GeneralName};
use crate::client::ConstrainedNames;

/// `emailAddress` of PKCS #9, which RFC 5280 §4.2.1.10 binds to mailbox constraints where no alternative name has one.
const EMAIL_ADDRESS: &str = "1.2.840.113549.1.9.1";

pub(super) fn check(step: &Step<'_>) -> Outcome {
    if step.role() == Role::Target || !step.runs(CheckId::NameConstraints) {
        return Outcome::NotApplicable;
    }
    match step.constraints.of(step.certificate) {
        None => Outcome::NotApplicable,
        Some(Err(_)) => Outcome::Fail(Failure::UnreadableConstraints),
        Some(Ok(constraints)) if pairs(step, &constraints) > step.policy.budget.name_pairs => {
            Outcome::NotRun(NotRun::BudgetSpent)
        }
        Some(Ok(constraints)) => judge(step, &constraints),
    }
}

/// The certificates that a CA's constraints bind: self-issued intermediates are exempt, the target never is (RFC 5280
/// §6.1.3 (b)).
fn bound<'a>(step: &Step<'a>) -> impl Iterator<Item = &'a Certificate> {
    let below = step.below().iter().copied().enumerate();
    below
        .filter(|(position, certificate)| *position == 0 || !certificate.is_self_issued())
        .map(|(_, certificate)| certificate)
}

/// How many pairs of a name and a constraint there are.
fn pairs(step: &Step<'_>, constraints: &Constraints) -> usize {
    let names = bound(step)
        // The subject is a name as well.
        .map(|certificate| certificate.alternative_names().len().saturating_add(1))
        .fold(0, usize::saturating_add);
    names.saturating_mul(constraints.count)
}

fn judge(step: &Step<'_>, constraints: &Constraints) -> Outcome {
    let mut left = step.policy.budget.name_comparisons;
    for certificate in bound(step) {
        let answer = constraints.answer(certificate, rule_for(step, certificate), bound_names);
        left = left.saturating_sub(answer.comparisons);
        if left == 0 {
            return Outcome::NotRun(NotRun::BudgetSpent);
        }
        if let Some(violation) = answer.violation {
            return Outcome::Fail(Failure::NameConstraints(violation));
        }
    }
    Outcome::Pass
}

/// Which names of this certificate count: NSS takes common names of the target only.
fn rule_for(step: &Step<'_>, certificate: &Certificate) -> ConstrainedNames {
    let is_target = step
        .below()
        .first()
        .is_some_and(|target| core::ptr::eq::<Certificate>(*target, certificate));
    match step.policy.extensions.constrained_names {
        ConstrainedNames::AnyCommonNameWithoutHost if !is_target => {
            ConstrainedNames::AlternativeNames
        }
        rule @ (ConstrainedNames::AlternativeNames
        | ConstrainedNames::AlternativeNamesAlone
        | ConstrainedNames::CommonNameWithoutDns
        | ConstrainedNames::AnyCommonNameWithoutHost
        | ConstrainedNames::EveryCommonName) => rule,
    }
}

/// The names of a certificate that constraints bind.
fn bound_names(certificate: &Certificate, rule: ConstrainedNames) -> Vec<GeneralName> {
    let mut names = certificate.alternative_names().to_vec();
    if !certificate.subject.is_empty() {
        names.push(GeneralName::Directory(certificate.subject.clone()));
    }
    let has_mail = names
        .iter()
        .any(|name| matches!(name, GeneralName::Email(_)));
    if !has_mail && rule != ConstrainedNames::AlternativeNamesAlone {
        names.extend(
            certificate
                .subject
                .values(EMAIL_ADDRESS)
                .map(|mail| GeneralName::Email(mail.into())),
        );
    }
    let has_dns = names.iter().any(|name| matches!(name, GeneralName::Dns(_)));
    let has_address = names.iter().any(|name| matches!(name, GeneralName::Ip(_)));
    match rule {
        ConstrainedNames::CommonNameWithoutDns if !has_dns => {
            names.extend(common_names(certificate, looks_like_host));
        }
        ConstrainedNames::EveryCommonName => {
            names.extend(common_names(certificate, looks_like_host));
        }
        ConstrainedNames::AnyCommonNameWithoutHost if !has_dns && !has_address => {
            names.extend(common_names(certificate, |_| true));
        }
        ConstrainedNames::AlternativeNames
        | ConstrainedNames::AlternativeNamesAlone
        | ConstrainedNames::CommonNameWithoutDns
        | ConstrainedNames::AnyCommonNameWithoutHost => {}
    }
    names
}

fn common_names(
    certificate: &Certificate,
    is_bound: fn(&str) -> bool,
) -> impl Iterator<Item = GeneralName> {
    certificate
        .subject
        .values("2.5.4.3")
        .filter(move |name| is_bound(name))
        .map(|name| GeneralName::Dns(name.into()))
}

/// A wildcard is no host (OpenSSL's `cn2dnsid`).
fn looks_like_host(name: &str) -> bool {
    name.contains('.')
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-._".contains(c))
}
