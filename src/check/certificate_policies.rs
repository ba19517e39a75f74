//! Certificate policies: where a path must be valid under a policy, it is valid under an acceptable one (RFC 5280 §6.1
//! with the graph of RFC 9618 in place of the tree).

mod graph;

#[cfg(test)]
mod tests;

use super::{Failure, Outcome, PolicyProblem, Step, Termination};
use crate::certificate::{Certificate, ExtensionId, PolicyExtensions, PolicyId};
use crate::client::{
    AcceptablePolicies, AnyPolicyRule, CertificatePolicyRules, ExplicitPolicy, MappingRule,
    PolicyInputs,
};
use graph::{AnyPolicy, Graph};

/// A failure is reported where it arises; of what lies below, nothing is said.
pub(super) fn check(step: &Step<'_>) -> Outcome {
    let CertificatePolicyRules::Processed(inputs) = &step.policy.certificate_policies else {
        return Outcome::NotApplicable;
    };
    // The anchor is no part of the path that is validated (RFC 5280 §6.1).
    let path = match (step.termination, step.path) {
        (Termination::Anchored, [path @ .., _anchor]) => path,
        (Termination::Anchored | Termination::Open, path) => path,
    };
    if step.position >= path.len() || !may_decide(path, inputs) {
        return Outcome::NotApplicable;
    }
    match process(path, inputs) {
        Err((position, problem)) if position == step.position => {
            Outcome::Fail(Failure::Policy(problem))
        }
        Err((position, _)) if position > step.position => Outcome::NotApplicable,
        Err(_) | Ok(()) => Outcome::Pass,
    }
}

/// Without a demand for a policy, and without mappings that could break a rule, no path fails.
fn may_decide(path: &[&Certificate], inputs: &PolicyInputs) -> bool {
    inputs.explicit == ExplicitPolicy::Required
        || path.iter().any(|certificate| {
            [ExtensionId::PolicyConstraints, ExtensionId::PolicyMappings]
                .iter()
                .any(|id| certificate.extensions.raw(*id).is_some())
        })
}

/// Walks from below the anchor to the target. The error holds the position of the certificate at which the path fails.
fn process(path: &[&Certificate], inputs: &PolicyInputs) -> Result<(), (usize, PolicyProblem)> {
    let mut state = State::new(path.len(), inputs);
    for (position, certificate) in path.iter().enumerate().rev() {
        let at = |problem| (position, problem);
        let read = PolicyExtensions::read(&certificate.extensions)
            .map_err(|id| at(PolicyProblem::Unreadable(id)))?;
        let place = if position == 0 {
            Place::Target
        } else if certificate.is_self_issued() {
            Place::SelfIssuedCa
        } else {
            Place::Ca
        };
        state.enter(&read, place).map_err(at)?;
        if place == Place::Target {
            state.wrap_up(&read, &inputs.acceptable).map_err(at)?;
        } else {
            state.prepare_next(&read, place).map_err(at)?;
        }
    }
    Ok(())
}

/// What a certificate is to the numbers that count certificates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Target,
    Ca,
    SelfIssuedCa,
}

/// The state variables of RFC 5280 §6.1.2 that concern policies.
struct State {
    graph: Graph,
    explicit_policy: usize,
    inhibit_any_policy: usize,
    policy_mapping: usize,
}

impl State {
    fn new(length: usize, inputs: &PolicyInputs) -> Self {
        let never = length.saturating_add(1);
        Self {
            graph: Graph::new(),
            explicit_policy: match inputs.explicit {
                ExplicitPolicy::Required => 0,
                ExplicitPolicy::NotRequired => never,
            },
            inhibit_any_policy: match inputs.any_policy {
                AnyPolicyRule::Inhibited => 0,
                AnyPolicyRule::Allowed => never,
            },
            policy_mapping: match inputs.mapping {
                MappingRule::Inhibited => 0,
                MappingRule::Allowed => never,
            },
        }
    }

    /// §6.1.3 (d), (e), (f).
    fn enter(&mut self, read: &PolicyExtensions, place: Place) -> Result<(), PolicyProblem> {
        let any = if self.inhibit_any_policy > 0 || place == Place::SelfIssuedCa {
            AnyPolicy::Counts
        } else {
            AnyPolicy::Inhibited
        };
        self.graph.descend(read.policies.as_deref(), any);
        self.still_valid()
    }

    /// §6.1.4 (a), (b), (h), (i), (j).
    fn prepare_next(&mut self, read: &PolicyExtensions, place: Place) -> Result<(), PolicyProblem> {
        let maps_any = |policy: &PolicyId| policy.is_any();
        if read
            .mappings
            .iter()
            .any(|mapping| maps_any(&mapping.issuer) || maps_any(&mapping.subject))
        {
            return Err(PolicyProblem::MapsAnyPolicy);
        }
        if self.policy_mapping > 0 {
            self.graph.map(&read.mappings);
        } else {
            self.graph.drop_mapped(&read.mappings);
        }
        if place == Place::Ca {
            for counter in [
                &mut self.explicit_policy,
                &mut self.policy_mapping,
                &mut self.inhibit_any_policy,
            ] {
                *counter = counter.saturating_sub(1);
            }
        }
        lower(&mut self.explicit_policy, read.require_explicit);
        lower(&mut self.policy_mapping, read.inhibit_mapping);
        lower(&mut self.inhibit_any_policy, read.inhibit_any);
        Ok(())
    }

    /// §6.1.5 (a), (b), (g).
    fn wrap_up(
        &mut self,
        read: &PolicyExtensions,
        acceptable: &AcceptablePolicies,
    ) -> Result<(), PolicyProblem> {
        self.explicit_policy = self.explicit_policy.saturating_sub(1);
        if read.require_explicit == Some(0) {
            self.explicit_policy = 0;
        }
        self.still_valid()?;
        if self.explicit_policy > 0 || self.has_acceptable_policy(acceptable) {
            Ok(())
        } else {
            Err(PolicyProblem::NoneAcceptable)
        }
    }

    fn still_valid(&self) -> Result<(), PolicyProblem> {
        if self.explicit_policy > 0 || !self.graph.is_null() {
            Ok(())
        } else {
            Err(PolicyProblem::NoneValid)
        }
    }

    /// Whether the user-constrained policy set has a member.
    fn has_acceptable_policy(&self, acceptable: &AcceptablePolicies) -> bool {
        let valid = self.graph.authority_set();
        match acceptable {
            AcceptablePolicies::Any => !valid.is_empty(),
            AcceptablePolicies::Only(policies) => policies
                .iter()
                .any(|policy| valid.contains(policy) || valid.contains(&PolicyId::any())),
        }
    }
}

fn lower(counter: &mut usize, limit: Option<u32>) {
    if let Some(limit) = limit {
        *counter = usize::try_from(limit).map_or(*counter, |limit| limit.min(*counter));
    }
}
