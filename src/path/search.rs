//! The search over all candidate paths, depth first, the most likely candidate first (RFC 4158 §2.4).

use super::build::wanted;
use super::build::{self, Built, Inquiry};
use super::candidate::{is_anchor, issuers_of};
use super::links::Links;
use super::trace::{Attempt, ClientPath, End, Trace, Wanted};
use super::{Limit, Spent};
use crate::certificate::{Certificate, Name, SpkiSha256};
use crate::check::{Failure, Outcome, PathStatus, Step, run_all};
use crate::client::{PartialChain, Policy};
use crate::question::Question;
use crate::signature::{SignatureProblem, SignatureVerifier};
use crate::store::{CertId, Store};
use std::collections::{HashMap, HashSet};

/// Finds every candidate path, checks each, and adds the one path that the client takes where it does not try all.
pub fn search(
    store: &Store,
    question: &Question,
    policy: &Policy,
    verifier: &dyn SignatureVerifier,
) -> Trace {
    Search::new(store, question, policy, verifier).run(Extent::Everything)
}

/// The same search, only as far as the verdict needs: the path that the client takes, or paths up to the first good one,
/// without the last signature of paths that fail anyway. Its verdict is that of [`search`].
pub fn decide(
    store: &Store,
    question: &Question,
    policy: &Policy,
    verifier: &dyn SignatureVerifier,
) -> Trace {
    Search::new(store, question, policy, verifier).run(Extent::Verdict)
}

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// To every path.
    Everything,
    /// To the verdict.
    Verdict,
}

/// Whether a search goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    Open,
    Decided,
    Stopped(Limit),
}

impl Course {
    const fn limit(self) -> Option<Limit> {
        match self {
            Self::Stopped(limit) => Some(limit),
            Self::Open | Self::Decided => None,
        }
    }
}

struct Search<'a> {
    store: &'a Store,
    question: &'a Question,
    policy: &'a Policy,
    links: Links<'a>,
    reaching: HashSet<Name>,
    spent: Spent,
    extent: Extent,
    course: Course,
    attempts: Vec<Attempt>,
}

impl<'a> Search<'a> {
    fn new(
        store: &'a Store,
        question: &'a Question,
        policy: &'a Policy,
        verifier: &'a dyn SignatureVerifier,
    ) -> Self {
        Self {
            store,
            question,
            policy,
            links: Links::new(store, verifier),
            reaching: HashSet::new(),
            spent: Spent::default(),
            extent: Extent::Everything,
            course: Course::Open,
            attempts: Vec::new(),
        }
    }
}

impl Search<'_> {
    fn run(mut self, extent: Extent) -> Trace {
        self.extent = extent;
        let target = super::target(self.store);
        // First, lest other paths spend the signatures that the client's own needs.
        let taken = self.taken();
        let is_decided = taken.is_some() && extent == Extent::Verdict;
        if let Some(target) = target.filter(|_| !is_decided) {
            self.reaching = names_that_reach_an_anchor(self.store, self.policy);
            self.extend(&mut vec![target]);
        }
        Trace {
            target,
            attempts: self.attempts,
            taken,
            spent: self.spent,
            stopped: self.course.limit(),
        }
    }

    /// The one path of a client that does not try all.
    fn taken(&mut self) -> Option<ClientPath> {
        let (store, question, policy) = (self.store, self.question, self.policy);
        let built = build::build(store, question, policy, self)?;
        self.verify_links(&built.path);
        Some(ClientPath {
            attempt: self.attempt_of(&built.path, built.end, built.from_server),
            from_server: built.from_server,
        })
    }

    fn verify_links(&mut self, path: &[CertId]) {
        for (child, issuer) in path.iter().zip(path.iter().skip(1)) {
            let _known_now = self.verify(*child, *issuer);
        }
    }

    /// Extends the path by every candidate in turn. Leaves `path` as it was.
    fn extend(&mut self, path: &mut Vec<CertId>) {
        let Some(top) = path.last().copied() else {
            return;
        };
        let Some(certificate) = self.store.certificate(top).cloned() else {
            return;
        };
        if self.ends_at(path, top) {
            self.record(path, End::Anchored);
            return;
        }
        if certificate.looks_self_signed() {
            self.record(path, End::SelfSigned);
            return;
        }
        let wanted = wanted(&certificate, top);
        if self.counted_intermediates(path) > self.policy.depth {
            self.record(path, End::TooDeep(wanted));
            return;
        }
        let named = self.promising(issuers_of(self.store, &certificate, self.policy.anchor));
        if named.is_empty() {
            self.record(path, End::NoIssuer(wanted));
            return;
        }
        let fresh: Vec<CertId> = named
            .into_iter()
            .filter(|id| !self.repeats(path, *id))
            .collect();
        if fresh.is_empty() {
            self.record(path, End::Loop(wanted));
            return;
        }
        for issuer in fresh {
            if self.course != Course::Open {
                return;
            }
            self.follow(path, issuer, &wanted);
        }
    }

    /// Whether an anchor ends the path here; the target itself may be none.
    fn ends_at(&self, path: &[CertId], top: CertId) -> bool {
        let issues_itself = || {
            let certificate = self.store.certificate(top);
            certificate.is_some_and(|certificate| certificate.looks_self_signed())
        };
        let may_be_target = match self.policy.anchor.partial_chain {
            PartialChain::Accepted | PartialChain::SelfSignedOnly => true,
            PartialChain::ForIssuers => issues_itself(),
        };
        is_anchor(self.store, top, self.policy.anchor) && (path.len() > 1 || may_be_target)
    }

    /// The intermediates that count towards the depth: self-issued ones do not (RFC 5280 §6.1.2 (k), §6.1.4 (l)).
    fn counted_intermediates(&self, path: &[CertId]) -> usize {
        path.iter()
            .skip(1)
            .filter_map(|id| self.store.certificate(*id))
            .filter(|certificate| !certificate.is_self_issued())
            .count()
    }

    fn follow(&mut self, path: &mut Vec<CertId>, issuer: CertId, wanted: &Wanted) {
        self.spent.candidates = self.spent.candidates.saturating_add(1);
        if self.spent.candidates > self.policy.budget.candidates {
            self.course = Course::Stopped(Limit::Candidates);
            return;
        }
        path.push(issuer);
        if self.fails_anyway(path, issuer) {
            self.record(path, End::Anchored);
            path.pop();
            return;
        }
        let verified = self.verify(wanted.below, issuer);
        match verified {
            Some(Ok(()) | Err(SignatureProblem::Unsupported | SignatureProblem::KeyTooLarge)) => {
                self.extend(path);
            }
            Some(Err(SignatureProblem::Mismatch | SignatureProblem::UnusableKey)) => {
                self.record(path, End::WrongKey(wanted.clone()));
            }
            None => {}
        }
        path.pop();
    }

    /// Whether a complete path fails whatever its last signature is. Signatures cost most, and a verdict needs none here;
    /// an explanation does.
    fn fails_anyway(&self, path: &[CertId], issuer: CertId) -> bool {
        self.extent == Extent::Verdict
            && is_anchor(self.store, issuer, self.policy.anchor)
            && self.attempt(path, End::Anchored).status() == PathStatus::Failed
    }

    /// `None` when the budget is spent.
    fn verify(&mut self, child: CertId, issuer: CertId) -> Option<Result<(), SignatureProblem>> {
        match self.links.verify(
            (child, issuer),
            self.policy.budget.signatures,
            &mut self.spent,
        ) {
            Ok(result) => Some(result),
            Err(limit) => {
                self.course = Course::Stopped(limit);
                None
            }
        }
    }

    /// Where some candidates can reach an anchor by name, the others are not worth a signature check.
    fn promising(&self, candidates: Vec<CertId>) -> Vec<CertId> {
        let reaches = |id: &CertId| {
            is_anchor(self.store, *id, self.policy.anchor)
                || self
                    .store
                    .certificate(*id)
                    .is_some_and(|certificate| self.reaching.contains(&certificate.issuer))
        };
        if candidates.iter().any(reaches) && candidates.len() > MANY {
            candidates.into_iter().filter(reaches).collect()
        } else {
            candidates
        }
    }

    /// The same name with the same key again would be a loop (RFC 4158 §5.2).
    fn repeats(&self, path: &[CertId], id: CertId) -> bool {
        let identity = |id: CertId| self.store.certificate(id).map(|c| identity(c));
        path.iter()
            .any(|earlier| identity(*earlier) == identity(id))
    }

    fn record(&mut self, path: &[CertId], end: End) {
        if self.attempts.len() >= self.policy.budget.attempts {
            self.course = Course::Stopped(Limit::Attempts);
            return;
        }
        let attempt = self.attempt(path, end);
        if self.extent == Extent::Verdict && attempt.status() == PathStatus::Passed {
            self.course = Course::Decided;
        }
        self.attempts.push(attempt);
    }

    /// What was found without regard to who sent what: all but the anchor counts as sent.
    fn attempt(&self, ids: &[CertId], end: End) -> Attempt {
        let sent = ids.len().saturating_sub(usize::from(end == End::Anchored));
        self.attempt_of(ids, end, sent)
    }

    fn attempt_of(&self, ids: &[CertId], end: End, sent: usize) -> Attempt {
        let path: Vec<&Certificate> = ids
            .iter()
            .filter_map(|id| self.store.certificate(*id).map(AsRef::as_ref))
            .collect();
        let termination = end.termination();
        let checks = run_all(
            |position| {
                let (child, issuer) = (ids.get(position)?, ids.get(position.saturating_add(1)));
                Some(Step {
                    path: &path,
                    position,
                    certificate: path.get(position)?,
                    termination,
                    sent,
                    signature: issuer.and_then(|issuer| self.links.recall(*child, *issuer)),
                    question: self.question,
                    policy: self.policy,
                })
            },
            path.len(),
        );
        Attempt {
            certificates: ids.to_vec(),
            end,
            checks,
        }
    }
}

impl Inquiry for Search<'_> {
    fn is_signed(&mut self, child: CertId, issuer: CertId) -> bool {
        self.verify(child, issuer) == Some(Ok(()))
    }

    fn is_stale(&mut self, built: &Built) -> bool {
        self.verify_links(&built.path);
        let attempt = self.attempt_of(&built.path, built.end.clone(), built.from_server);
        attempt.checks.iter().any(|checked| {
            matches!(
                checked.outcome,
                Outcome::Fail(
                    Failure::Expired { .. } | Failure::WeakSignature(_) | Failure::WeakKey(_)
                )
            )
        })
    }
}

/// Up to this many namesakes are all tried, for the sake of the explanation.
const MANY: usize = 8;

fn identity(certificate: &Certificate) -> (&Name, SpkiSha256) {
    (&certificate.subject, certificate.public_key.sha256)
}

/// All names from which an anchor can be reached by following issuers, found from the anchors downwards.
fn names_that_reach_an_anchor(store: &Store, policy: &Policy) -> HashSet<Name> {
    let mut reaching: HashSet<Name> = HashSet::new();
    let mut below: HashMap<&Name, Vec<&Name>> = HashMap::new();
    let mut queue: Vec<&Name> = Vec::new();
    for (id, entry) in store.entries() {
        let certificate = entry.certificate.as_ref();
        below
            .entry(&certificate.issuer)
            .or_default()
            .push(&certificate.subject);
        if is_anchor(store, id, policy.anchor) {
            queue.push(&certificate.subject);
        }
    }
    while let Some(name) = queue.pop() {
        if reaching.insert(name.clone()) {
            queue.extend(below.get(name).into_iter().flatten());
        }
    }
    reaching
}
