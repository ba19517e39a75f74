//! The form of a certificate: what RFC 5280 §4 and the CA/Browser Forum demand beyond path validation, one rule for each
//! sentence of theirs.

mod alternative_names;
mod criticality;
mod extensions;
mod identifiers;
mod openssl_strict;
mod server;
mod structure;

use super::{CheckId, Failure, FormProblem, Outcome, Step};
use crate::certificate::Certificate;
use crate::citation::Citation;
use crate::client::FormRules;

/// A formal rule.
struct Rule {
    /// Where it stands.
    #[cfg_attr(not(test), expect(dead_code, reason = "for whoever reads the table"))]
    citation: Citation,
    /// Looks for a breach at one position of a path.
    breach: fn(&Step<'_>) -> Option<FormProblem>,
}

/// A rule of RFC 5280.
const fn rfc5280(section: &'static str, breach: fn(&Step<'_>) -> Option<FormProblem>) -> Rule {
    Rule {
        citation: Citation::rfc5280(section),
        breach,
    }
}

/// A rule of the CA/Browser Forum's Baseline Requirements.
const fn baseline(section: &'static str, breach: fn(&Step<'_>) -> Option<FormProblem>) -> Rule {
    Rule {
        citation: Citation::baseline(section),
        breach,
    }
}

/// What RFC 5280 §4 demands of all certificates.
const RFC_5280: &[Rule] = &[
    rfc5280("4.1.2.1", structure::version),
    rfc5280("4.1.2.2", structure::serial_number),
    rfc5280("4.1.1.2", structure::algorithm_fields),
    rfc5280("4.1.2.4", structure::issuer_name),
    rfc5280("4.1.2.6", structure::ca_name),
    rfc5280("4.2", extensions::repeated),
    rfc5280("4.2", extensions::unreadable),
    rfc5280("4.2", criticality::rfc5280),
    rfc5280("4.2.1.1", identifiers::authority_key_missing),
    rfc5280("4.2.1.2", identifiers::subject_key_missing),
    rfc5280("4.2.1.3", extensions::key_usage_of_cas),
    rfc5280("4.2.1.3", extensions::empty_key_usage),
    rfc5280("4.2.1.3", extensions::cert_sign),
    rfc5280("4.2.1.4", extensions::repeated_policy),
    rfc5280("4.2.1.6", alternative_names::critical_without_subject),
    rfc5280("4.2.1.6", alternative_names::syntax),
    rfc5280("4.2.1.9", extensions::path_length),
    rfc5280("4.2.1.10", extensions::constraints_of_cas),
    rfc5280("4.2.1.10", extensions::constraints_form),
    rfc5280("4.2.1.11", extensions::policy_constraints),
];

/// Where the CA/Browser Forum differs from RFC 5280: name constraints need not be critical (BR §7.1.2.10.8).
const RFC_5280_ALONE: &[Rule] = &[rfc5280("4.2.1.10", criticality::name_constraints)];

/// What the CA/Browser Forum demands on top.
const WEB_PKI: &[Rule] = &[
    baseline("7.1.2.11.1", identifiers::authority_key_form),
    baseline("7.1.2.1.3", identifiers::own_key),
    baseline("7.1.2.1.2", extensions::purposes_of_roots),
    baseline("7.1.2.7.6", criticality::purposes),
    baseline("7.1.2.7.8", server::ca_as_server),
    baseline("7.1.2.7.10", server::forbidden_purpose),
    baseline("7.1.2.7.12", server::alternative_names_missing),
    baseline("7.1.2.7.12", alternative_names::critical_beside_subject),
    baseline("7.1.2.7.12", alternative_names::kinds),
    baseline("7.1.4.3", server::common_name),
];

pub(super) fn check(step: &Step<'_>) -> Outcome {
    let is_bare_anchor = step.is_anchor() && !step.runs(CheckId::Form);
    let rules: &[&[Rule]] = match step.policy.extensions.form {
        // Whatever an anchor need not fulfil, it must be readable.
        FormRules::NoRepetition => return outcome(extensions::repeated(step)),
        FormRules::NoRepetitionOf(these) => return outcome(extensions::repeated_of(step, these)),
        _ if is_bare_anchor => return Outcome::NotApplicable,
        FormRules::None => return Outcome::NotApplicable,
        FormRules::Readable => return outcome(undecided_extension(step.certificate)),
        FormRules::OpenSslStrict => {
            if let Some(problem) = undecided_extension(step.certificate) {
                return outcome(Some(problem));
            }
            listed(&[openssl_strict::RULES])
        }
        FormRules::Rfc5280 => listed(&[RFC_5280, RFC_5280_ALONE]),
        FormRules::WebPki => listed(&[RFC_5280, WEB_PKI]),
    };
    let mut rules = rules.iter().copied().flatten();
    outcome(rules.find_map(|rule| (rule.breach)(step)))
}

#[cfg(any(feature = "clients", not(feature = "web")))]
const fn listed(rules: &'static [&'static [Rule]]) -> &'static [&'static [Rule]] {
    rules
}

/// The page's first module judges for the default client alone, which only wants to be able to read.
#[cfg(all(not(feature = "clients"), feature = "web"))]
const fn listed(_: &'static [&'static [Rule]]) -> &'static [&'static [Rule]] {
    &[]
}

fn outcome(problem: Option<FormProblem>) -> Outcome {
    problem.map_or(Outcome::Pass, |problem| {
        Outcome::Fail(Failure::Form(problem))
    })
}

/// The one rule of clients that only want to be able to read.
fn undecided_extension(certificate: &Certificate) -> Option<FormProblem> {
    let oid = certificate.extensions.undecided()?;
    let repeated = certificate.extensions.repeated();
    Some(if repeated.iter().any(|repeated| repeated == oid) {
        FormProblem::RepeatedExtension(oid.to_owned())
    } else {
        FormProblem::UnreadableExtension(oid.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_says_where_it_stands() {
        for rule in [RFC_5280, RFC_5280_ALONE, WEB_PKI, openssl_strict::RULES]
            .into_iter()
            .flatten()
        {
            assert!(rule.citation.section.starts_with(['4', '7']));
        }
    }
}
