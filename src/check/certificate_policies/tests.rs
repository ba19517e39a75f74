//! Paths under policies, each with what the CAs and the client demand.

use crate::certificate::PolicyId;
use crate::check::tests::{checked_trio, failures, outcome};
use crate::check::{CheckId, Failure, Outcome, PolicyProblem};
use crate::client::{
    AcceptablePolicies, AnyPolicyRule, CertificatePolicyRules, ExplicitPolicy, MappingRule, Policy,
    PolicyInputs,
};
use crate::testing::{AS_IS, Edit, Trio, parsed, policy, trio};
use PolicyProblem::{MapsAnyPolicy, NoneAcceptable, NoneValid};
use test_pki::{Criticality, Extension, Template, ca, leaf};

const GOLD: &str = "1.2.3.1";
const SILVER: &str = "1.2.3.2";
const ANY: &str = PolicyId::ANY;

/// What the client demands, the edits of target, intermediate and root, and where the path fails and why.
type Row = (Demand, Edit, Edit, Edit, Option<(usize, PolicyProblem)>);

/// What the client demands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Demand {
    Nothing,
    Explicit,
    Only(&'static str),
    WithoutMapping,
    WithoutAny,
}

impl Demand {
    fn policy(self) -> Policy {
        let mut inputs = PolicyInputs {
            explicit: ExplicitPolicy::Required,
            ..PolicyInputs::NO_DEMAND
        };
        match self {
            Self::Nothing => inputs.explicit = ExplicitPolicy::NotRequired,
            Self::Explicit => {}
            Self::Only(policy) => {
                inputs.acceptable = AcceptablePolicies::Only(vec![PolicyId::new(policy)]);
            }
            Self::WithoutMapping => inputs.mapping = MappingRule::Inhibited,
            Self::WithoutAny => inputs.any_policy = AnyPolicyRule::Inhibited,
        }
        Policy {
            certificate_policies: CertificatePolicyRules::Processed(inputs),
            ..policy("rfc5280")
        }
    }
}

fn under(template: Template, policies: &[&str]) -> Template {
    template.extension(Extension::policies(Criticality::NonCritical, policies))
}

const GOLD_ONE: Edit = |t| under(t, &[GOLD]);
const SILVER_ONE: Edit = |t| under(t, &[SILVER]);
const ANY_ONE: Edit = |t| under(t, &[ANY]);
const MAPS: Edit = |t| under(t, &[GOLD]).extension(Extension::policy_mappings(&[(GOLD, SILVER)]));

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // Nobody demands a policy.
    (Demand::Nothing, AS_IS, AS_IS, AS_IS, None),
    (Demand::Nothing, GOLD_ONE, SILVER_ONE, AS_IS, None),
    // The client does.
    (Demand::Explicit, GOLD_ONE, GOLD_ONE, AS_IS, None),
    (Demand::Explicit, AS_IS, AS_IS, AS_IS, Some((1, NoneValid))),
    (Demand::Explicit, AS_IS, GOLD_ONE, AS_IS, Some((0, NoneValid))),
    (Demand::Explicit, GOLD_ONE, SILVER_ONE, AS_IS, Some((0, NoneValid))),
    (Demand::Explicit, |t| under(t, &[SILVER, GOLD]), GOLD_ONE, AS_IS, None),
    // One of the client's own, in the terms of the anchor.
    (Demand::Only(GOLD), GOLD_ONE, GOLD_ONE, AS_IS, None),
    (Demand::Only(SILVER), GOLD_ONE, GOLD_ONE, AS_IS, Some((0, NoneAcceptable))),
    (Demand::Only(GOLD), SILVER_ONE, MAPS, AS_IS, None),
    (Demand::Only(SILVER), SILVER_ONE, MAPS, AS_IS, Some((0, NoneAcceptable))),
    (Demand::Only(GOLD), ANY_ONE, ANY_ONE, AS_IS, None),
    (Demand::Only(GOLD), GOLD_ONE, ANY_ONE, AS_IS, None),
    (Demand::Only(GOLD), ANY_ONE, GOLD_ONE, AS_IS, None),
    (Demand::Only(SILVER), ANY_ONE, GOLD_ONE, AS_IS, Some((0, NoneAcceptable))),
    // A CA demands it, at once or one certificate later.
    (Demand::Nothing, AS_IS, |t| under(t, &[GOLD]).extension(Extension::policy_constraints(Some(0), None)), AS_IS,
        Some((0, NoneValid))),
    (Demand::Nothing, AS_IS, |t| under(t, &[GOLD]).extension(Extension::policy_constraints(Some(1), None)), AS_IS,
        Some((0, NoneValid))),
    (Demand::Nothing, AS_IS, |t| under(t, &[GOLD]).extension(Extension::policy_constraints(Some(2), None)), AS_IS, None),
    (Demand::Nothing, |t| t.extension(Extension::policy_constraints(Some(0), None)), GOLD_ONE, AS_IS, Some((0, NoneValid))),
    // The anchor is no part of the path.
    (Demand::Nothing, AS_IS, AS_IS, |t| t.extension(Extension::policy_constraints(Some(0), None)), None),
    // Mapping.
    (Demand::Explicit, SILVER_ONE, MAPS, AS_IS, None),
    (Demand::Explicit, GOLD_ONE, MAPS, AS_IS, Some((0, NoneValid))),
    (Demand::WithoutMapping, GOLD_ONE, MAPS, AS_IS, Some((0, NoneValid))),
    (Demand::WithoutMapping, SILVER_ONE, MAPS, AS_IS, Some((0, NoneValid))),
    (Demand::Explicit, SILVER_ONE, |t| under(t, &[ANY]).extension(Extension::policy_mappings(&[(GOLD, SILVER)])), AS_IS, None),
    (Demand::Nothing, AS_IS, |t| t.extension(Extension::policy_mappings(&[(ANY, SILVER)])), AS_IS, Some((1, MapsAnyPolicy))),
    (Demand::Nothing, AS_IS, |t| t.extension(Extension::policy_mappings(&[(GOLD, ANY)])), AS_IS, Some((1, MapsAnyPolicy))),
    // anyPolicy.
    (Demand::Explicit, GOLD_ONE, ANY_ONE, AS_IS, None),
    (Demand::WithoutAny, GOLD_ONE, ANY_ONE, AS_IS, Some((1, NoneValid))),
    (Demand::Explicit, ANY_ONE, |t| under(t, &[GOLD]).extension(Extension::inhibit_any_policy(0)), AS_IS, Some((0, NoneValid))),
    (Demand::Explicit, ANY_ONE, |t| under(t, &[GOLD]).extension(Extension::inhibit_any_policy(1)), AS_IS, None),
];

fn policy_failures(trio: &Trio, policy: &Policy) -> Vec<(usize, Failure)> {
    failures(&checked_trio(trio, policy))
        .into_iter()
        .filter(|(check, ..)| *check == CheckId::CertificatePolicies)
        .map(|(_, position, failure)| (position, failure))
        .collect()
}

#[test]
fn paths_under_policies() {
    for (row, (demand, leaf, middle, root, expected)) in ROWS.iter().enumerate() {
        let trio = trio(*leaf, *middle, *root);
        let expected: Vec<_> = expected
            .iter()
            .map(|(position, problem)| (*position, Failure::Policy(*problem)))
            .collect();
        assert_eq!(
            policy_failures(&trio, &demand.policy()),
            expected,
            "row {row}"
        );
        assert_eq!(
            policy_failures(&trio, &policy("openssl-3")),
            [],
            "row {row}"
        );
    }
}

/// Above the certificate at which a path fails all was well; of those below nothing is known.
#[test]
fn a_failure_is_told_where_it_is() {
    const NOTHING: Outcome = Outcome::NotApplicable;
    const FAILED: Outcome = Outcome::Fail(Failure::Policy(NoneValid));
    for (leaf, middle, expected) in [
        (GOLD_ONE, GOLD_ONE, [Outcome::Pass, Outcome::Pass, NOTHING]),
        (AS_IS, GOLD_ONE, [FAILED, Outcome::Pass, NOTHING]),
        (AS_IS, AS_IS, [NOTHING, FAILED, NOTHING]),
    ] {
        let checks = checked_trio(&trio(leaf, middle, AS_IS), &Demand::Explicit.policy());
        for (position, expected) in expected.iter().enumerate() {
            let found = outcome(&checks, CheckId::CertificatePolicies, position);
            assert_eq!(found, expected, "{position}");
        }
    }
}

/// "From the third certificate on" is about the one below the CA below (RFC 5280 §6.1.4 (h)).
#[test]
fn every_other_ca_counts() {
    let root = ca("Mock Root").self_signed();
    for (certificates, expected) in [(2, Err((0, NoneValid))), (3, Ok(()))] {
        let demand = Extension::policy_constraints(Some(certificates), None);
        let demanding = ca("Mock CA").extension(demand).issued_by(&root);
        let below = ca("Mock CA 2").issued_by(&demanding);
        let leaf = leaf(crate::testing::HOST).issued_by(&below);
        let [leaf, below, demanding] = [&leaf, &below, &demanding].map(parsed);
        let path = [&leaf, &below, &demanding];
        let found = super::process(&path, &PolicyInputs::NO_DEMAND);
        assert_eq!(found, expected, "{certificates}");
    }
}

/// A CA that renews its key counts for no number, and may use anyPolicy while it is inhibited (RFC 5280 §6.1.3 (d)(2),
/// §6.1.4 (h)).
#[test]
fn self_issued_certificates_do_not_count() {
    let root = ca("Mock Root").self_signed();
    let demanding = under(ca("Mock CA"), &[GOLD])
        .extension(Extension::inhibit_any_policy(0))
        .extension(Extension::policy_constraints(Some(0), None))
        .issued_by(&root);
    for (policies, expected) in [(&[ANY], Ok(())), (&[SILVER], Err((1, NoneValid)))] {
        let rolled =
            under(ca("Mock CA").key(test_pki::Key::p256("rolled")), policies).issued_by(&demanding);
        let leaf = under(leaf(crate::testing::HOST), &[GOLD]).issued_by(&rolled);
        let [leaf, rolled, demanding] = [&leaf, &rolled, &demanding].map(parsed);
        let path = [&leaf, &rolled, &demanding];
        assert_eq!(super::process(&path, &PolicyInputs::NO_DEMAND), expected);
    }
}

/// The tree of RFC 5280 doubles with each CA; the graph of RFC 9618 does not.
#[test]
fn hostile_mappings_cost_little() {
    let names: Vec<String> = (0..50).map(|index| format!("1.2.3.{index}")).collect();
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let pairs: Vec<(&str, &str)> = all
        .iter()
        .flat_map(|from| all.iter().map(move |to| (*from, *to)))
        .collect();
    let mut issuer = ca("Mock CA 0").self_signed();
    let mut path = Vec::new();
    for depth in 1..8 {
        issuer = under(ca(format!("Mock CA {depth}").as_str()), &all)
            .extension(Extension::policy_mappings(&pairs))
            .issued_by(&issuer);
        path.insert(0, parsed(&issuer));
    }
    path.insert(
        0,
        parsed(&under(leaf(crate::testing::HOST), &[GOLD]).issued_by(&issuer)),
    );
    let path: Vec<_> = path.iter().collect();
    let inputs = PolicyInputs {
        explicit: ExplicitPolicy::Required,
        ..PolicyInputs::NO_DEMAND
    };
    assert_eq!(super::process(&path, &inputs), Ok(()));
}
