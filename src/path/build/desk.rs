//! What every algorithm looks at: the certificates at hand, the question and the client's rules.

use super::super::trace::{End, Wanted};
use crate::certificate::{Certificate, KeyUsageBit};
#[cfg(feature = "clients")]
use crate::check::key_identifier;
use crate::client::{CandidateTest, FirstMatch, FormRules, Pick, Policy};
use crate::question::Question;
use crate::signature::SignatureAlgorithm;
use crate::store::{CertId, Store};
use core::cmp::Reverse;
use std::sync::Arc;

/// The inputs of an algorithm.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) store: &'a Store,
    pub(super) question: &'a Question,
    pub(super) policy: &'a Policy,
}

impl<'a> Desk<'a> {
    pub(super) fn certificate(&self, id: CertId) -> Option<&'a Arc<Certificate>> {
        self.store.certificate(id)
    }

    /// The presented certificates but the target, each once, in the order sent.
    pub(super) fn sent_besides(&self, target: CertId) -> Vec<CertId> {
        let mut others: Vec<CertId> = Vec::new();
        for id in self.store.presented() {
            if *id != target && !others.contains(id) {
                others.push(*id);
            }
        }
        others
    }

    /// The bundle's issuer of a certificate, as the client picks it.
    pub(super) fn bundled_issuer(&self, child: CertId, rules: FirstMatch) -> Option<CertId> {
        let issuer_name = &self.certificate(child)?.issuer;
        let named = self.store.bundle_with_subject(issuer_name).collect();
        self.pick(child, named, rules)
    }

    /// The one of these that the client takes for the issuer.
    pub(super) fn pick(
        &self,
        child: CertId,
        candidates: Vec<CertId>,
        rules: FirstMatch,
    ) -> Option<CertId> {
        let child = self.certificate(child)?;
        let fits = |id: &CertId| {
            self.certificate(*id)
                .is_some_and(|candidate| self.may_issue(candidate, child, rules))
        };
        let fitting: Vec<CertId> = candidates.into_iter().filter(fits).collect();
        let valid = || fitting.iter().copied().find(|id| self.is_valid_now(*id));
        match rules.pick {
            Pick::First => fitting.first().copied(),
            Pick::ValidElseLast => valid().or_else(|| fitting.last().copied()),
            Pick::ValidElseLatest => valid().or_else(|| {
                // Of equals the first counts, hence the reversed order and the minimum.
                fitting
                    .iter()
                    .copied()
                    .min_by_key(|id| Reverse(self.certificate(*id).map(|c| c.validity.not_after)))
            }),
        }
    }

    /// Names chain, both can be read, key identifiers do not contradict, and the key is of the signature's kind.
    fn may_issue(&self, issuer: &Certificate, child: &Certificate, rules: FirstMatch) -> bool {
        issuer.subject == child.issuer
            && self.is_readable(issuer)
            && self.is_readable(child)
            && child.names_as_issuer(issuer)
            && passes(rules.candidate_test, issuer, child)
    }

    fn is_readable(&self, certificate: &Certificate) -> bool {
        self.policy.extensions.form == FormRules::None
            || certificate.extensions.undecided().is_none()
    }

    /// Whether the client takes it for a root.
    pub(super) fn looks_self_signed(&self, id: CertId, rules: FirstMatch) -> bool {
        self.certificate(id).is_some_and(|certificate| {
            certificate.is_self_issued()
                && certificate.names_as_issuer(certificate)
                && passes(rules.candidate_test, certificate, certificate)
        })
    }

    pub(super) fn is_valid_now(&self, id: CertId) -> bool {
        self.certificate(id).is_some_and(|certificate| {
            let validity = certificate.validity;
            (validity.not_before..=validity.not_after).contains(&self.question.at)
        })
    }

    /// `depth` counts what may stand above the target.
    pub(super) fn is_too_deep(&self, path: &[CertId]) -> bool {
        path.len() > self.policy.depth.saturating_add(1)
    }

    /// How a path that leads to no anchor ends, where its last certificate does not count as self-signed.
    pub(super) fn no_issuer(&self, path: &[CertId]) -> Option<End> {
        let below = *path.last()?;
        Some(End::NoIssuer(wanted(self.certificate(below)?, below)))
    }

    /// The same for a path that became too long.
    pub(super) fn too_deep(&self, path: &[CertId]) -> Option<End> {
        let below = *path.last()?;
        Some(End::TooDeep(wanted(self.certificate(below)?, below)))
    }

    /// Whether the client takes the second for the issuer of the first, as far as names and key identifiers go.
    #[cfg(feature = "clients")]
    pub(super) fn names(&self, child: &Certificate, issuer: &Certificate) -> bool {
        let policy = self.policy;
        policy.name_chaining.agree(&child.issuer, &issuer.subject)
            && key_identifier::agrees(policy.extensions.key_identifiers, child, issuer)
    }
}

/// The certificate that would continue a path.
pub(in crate::path) fn wanted(certificate: &Certificate, below: CertId) -> Wanted {
    Wanted {
        subject: certificate.issuer.clone(),
        key_id: certificate
            .extensions
            .authority_key_identifier()
            .and_then(|authority| authority.key_id.clone()),
        below,
    }
}

fn passes(test: CandidateTest, issuer: &Certificate, child: &Certificate) -> bool {
    match test {
        CandidateTest::KindsAgree => {
            let is_unknown = matches!(child.signature_algorithm, SignatureAlgorithm::Unknown(_));
            !is_unknown && child.signature_algorithm.suits(&issuer.public_key.kind)
        }
        CandidateTest::MaySign => {
            let usage = issuer.extensions.key_usage();
            usage.is_none_or(|usage| usage.value.allows(KeyUsageBit::KeyCertSign))
        }
    }
}
