//! What a search knows of name constraints: those of a CA are read once, and asked of each certificate once, in however many
//! paths the two meet.

use super::name_constraints::{Compiled, ConstraintRules, Violation};
use crate::certificate::{
    CertSha256, Certificate, ExtensionId, GeneralName, NameConstraints, NameConstraintsProblem,
};
use crate::client::{ConstrainedNames, Policy};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

type Known = Result<Rc<Constraints>, NameConstraintsProblem>;

/// The constraints of all CAs that were met, as one client reads them.
#[derive(Debug)]
pub struct ConstraintMemo {
    rules: ConstraintRules,
    /// Comparisons that one CA's constraints may cost.
    comparisons: usize,
    known: RefCell<HashMap<CertSha256, Known>>,
}

impl ConstraintMemo {
    /// Knows nothing yet.
    pub fn new(policy: &Policy) -> Self {
        Self {
            rules: policy.extensions.constraints,
            comparisons: policy.budget.name_comparisons,
            known: RefCell::default(),
        }
    }

    /// The constraints of a CA, where it has any.
    pub(super) fn of(&self, authority: &Certificate) -> Option<Known> {
        let extension = authority.extensions.raw(ExtensionId::NameConstraints)?;
        let mut known = self.known.borrow_mut();
        let constraints = known.entry(authority.sha256()).or_insert_with(|| {
            let read = NameConstraints::from_der(&extension.value)?;
            Ok(Rc::new(Constraints::new(read, self)))
        });
        Some(constraints.clone())
    }
}

/// The constraints of one CA.
#[derive(Debug)]
pub(super) struct Constraints {
    /// How many there are.
    pub(super) count: usize,
    rules: ConstraintRules,
    comparisons: usize,
    /// What was read, until it is made ready.
    read: RefCell<NameConstraints>,
    ready: OnceCell<Compiled>,
    answers: RefCell<HashMap<(CertSha256, ConstrainedNames), Answer>>,
}

/// What the names of one certificate come to.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    /// The first name that is not allowed.
    pub(super) violation: Option<Violation>,
    /// How many comparisons it took: where they are all there may be, [`Answer::violation`] means nothing.
    pub(super) comparisons: usize,
}

impl Constraints {
    fn new(read: NameConstraints, memo: &ConstraintMemo) -> Self {
        Self {
            count: read.len(),
            rules: memo.rules,
            comparisons: memo.comparisons,
            read: RefCell::new(read),
            ready: OnceCell::new(),
            answers: RefCell::default(),
        }
    }

    /// Whether the names of a certificate are allowed, which `names` lists where that is not known yet.
    pub(super) fn answer(
        &self,
        certificate: &Certificate,
        rule: ConstrainedNames,
        names: fn(&Certificate, ConstrainedNames) -> Vec<GeneralName>,
    ) -> Answer {
        let mut answers = self.answers.borrow_mut();
        let answer = answers
            .entry((certificate.sha256(), rule))
            .or_insert_with(|| self.compare(&names(certificate, rule)));
        answer.clone()
    }

    fn compare(&self, names: &[GeneralName]) -> Answer {
        let ready = self
            .ready
            .get_or_init(|| Compiled::new(self.read.take(), self.rules));
        let mut left = self.comparisons;
        let violation = ready.violation(names, &mut left);
        Answer {
            violation,
            comparisons: self.comparisons.saturating_sub(left),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::name_constraints::ViolationKind;
    use crate::testing::{AS_IS, parsed, policy, trio};
    use std::cell::Cell;
    use test_pki::Subtree;

    thread_local! {
        static ASKED: Cell<usize> = const { Cell::new(0) };
    }

    fn names(certificate: &Certificate, _: ConstrainedNames) -> Vec<GeneralName> {
        ASKED.set(ASKED.get() + 1);
        certificate.alternative_names().to_vec()
    }

    #[test]
    fn each_certificate_is_asked_about_once() {
        let trio = trio(AS_IS, |t| t.exclude(Subtree::Dns("mock.example")), AS_IS);
        let [leaf, middle, root] = [&trio.leaf, &trio.middle, &trio.root].map(parsed);
        let memo = ConstraintMemo::new(&policy("webpki"));
        assert!(memo.of(&root).is_none());
        for (certificate, rule, excluded, asked) in [
            (&leaf, ConstrainedNames::AlternativeNames, true, 1),
            (&middle, ConstrainedNames::AlternativeNames, false, 2),
            (&leaf, ConstrainedNames::AlternativeNames, true, 2),
            // By another rule other names count.
            (&leaf, ConstrainedNames::EveryCommonName, true, 3),
        ] {
            let constraints = memo.of(&middle).unwrap().unwrap();
            let answer = constraints.answer(certificate, rule, names);
            let kind = answer.violation.map(|violation| violation.kind);
            assert_eq!(kind, excluded.then_some(ViolationKind::Excluded));
            assert_eq!(
                (answer.comparisons, ASKED.get()),
                (usize::from(excluded), asked)
            );
        }
    }
}
