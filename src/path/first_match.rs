//! Path building without backtracking: one candidate is taken at each step. This is OpenSSL's algorithm
//! (`build_chain` of its path verification), with the switches by which its versions differ.

use super::candidate::is_anchor;
use super::trace::{End, Wanted};
use crate::certificate::Certificate;
use crate::client::{Alternatives, FirstMatch, FirstSource, FormRules, PartialChain, Pick, Policy};
use crate::question::Question;
use crate::store::{CertId, Store};
use core::cmp::Reverse;
use std::sync::Arc;

/// What the algorithm ends with.
pub(super) struct Built {
    /// The path, target first.
    pub(super) path: Vec<CertId>,
    /// How many of its certificates came from the server.
    pub(super) from_server: usize,
    /// How it ended.
    pub(super) end: End,
}

/// Builds the one path that the client takes.
pub(super) fn build(
    store: &Store,
    question: &Question,
    policy: &Policy,
    rules: FirstMatch,
) -> Option<Built> {
    let target = super::target(store)?;
    let mut builder = Builder {
        store,
        question,
        policy,
        rules,
        path: vec![target],
        from_server: 1,
        unused: store
            .presented()
            .iter()
            .copied()
            .filter(|id| *id != target)
            .collect(),
    };
    let trusted = builder.run();
    let end = if trusted {
        End::Anchored
    } else {
        builder.dead_end()?
    };
    Some(Built {
        path: builder.path,
        from_server: builder.from_server,
        end,
    })
}

struct Builder<'a> {
    store: &'a Store,
    question: &'a Question,
    policy: &'a Policy,
    rules: FirstMatch,
    path: Vec<CertId>,
    from_server: usize,
    unused: Vec<CertId>,
}

/// What a look into the bundle led to.
enum BundleStep {
    /// An anchor ends the path.
    Trusted,
    /// The path grew by a certificate that is no anchor.
    Grew,
    /// Nothing fits.
    Nothing,
}

impl Builder<'_> {
    /// Whether the path ends at an anchor.
    fn run(&mut self) -> bool {
        let found = match self.rules.first {
            FirstSource::Bundle => self.bundle_first(),
            FirstSource::Presented => self.presented_first(),
        };
        found || self.target_itself_is_trusted()
    }

    /// The bundle is asked at every step; once it has helped, the server's certificates no longer count.
    fn bundle_first(&mut self) -> bool {
        loop {
            match self.extend_from_bundle() {
                BundleStep::Trusted => return true,
                BundleStep::Grew => return self.climb_bundle(),
                BundleStep::Nothing => {
                    if !self.extend_from_server() {
                        return false;
                    }
                }
            }
        }
    }

    /// The server's certificates are followed to their end; then the bundle; then, where the client has alternatives, the
    /// path is cut back one certificate at a time until the bundle knows an issuer.
    fn presented_first(&mut self) -> bool {
        while self.extend_from_server() {}
        if self.climb_bundle() {
            return true;
        }
        match self.rules.alternatives {
            Alternatives::NotTried => false,
            Alternatives::Tried => self.cut_back(),
        }
    }

    fn cut_back(&mut self) -> bool {
        let mut keep = self.from_server.saturating_sub(1);
        while keep > 0 {
            let issuer = self
                .path
                .get(keep.saturating_sub(1))
                .and_then(|id| self.bundled_issuer(*id));
            if let Some(issuer) = issuer {
                self.path.truncate(keep);
                self.from_server = keep;
                self.path.push(issuer);
                if self.tail_is_trusted() || self.climb_bundle() {
                    return true;
                }
            }
            keep = keep.saturating_sub(1);
        }
        false
    }

    fn climb_bundle(&mut self) -> bool {
        loop {
            match self.extend_from_bundle() {
                BundleStep::Trusted => return true,
                BundleStep::Grew => {}
                BundleStep::Nothing => return false,
            }
        }
    }

    fn extend_from_bundle(&mut self) -> BundleStep {
        let Some(top) = self.top() else {
            return BundleStep::Nothing;
        };
        if self.is_too_deep() {
            return BundleStep::Nothing;
        }
        let Some(issuer) = self.bundled_issuer(top) else {
            return BundleStep::Nothing;
        };
        if self.looks_self_signed(top) {
            // Only the very same certificate replaces a self-signed one, lest a namesake be trusted.
            if issuer != top {
                return BundleStep::Nothing;
            }
            self.from_server = self.from_server.min(self.path.len().saturating_sub(1));
        } else {
            self.path.push(issuer);
        }
        if self.tail_is_trusted() {
            BundleStep::Trusted
        } else if self.top().is_some_and(|top| self.looks_self_signed(top)) {
            BundleStep::Nothing
        } else {
            BundleStep::Grew
        }
    }

    /// Whether the path grew by one of the server's certificates.
    fn extend_from_server(&mut self) -> bool {
        let Some(top) = self.top() else { return false };
        if self.path.len() > self.from_server || self.is_too_deep() || self.looks_self_signed(top) {
            return false;
        }
        let candidates: Vec<CertId> = self
            .unused
            .iter()
            .copied()
            .filter(|id| !self.path.contains(id))
            .collect();
        let Some(issuer) = self.pick(top, candidates) else {
            return false;
        };
        self.unused.retain(|id| *id != issuer);
        self.path.push(issuer);
        self.from_server = self.from_server.saturating_add(1);
        true
    }

    fn bundled_issuer(&self, child: CertId) -> Option<CertId> {
        let issuer_name = &self.store.certificate(child)?.issuer;
        let named: Vec<CertId> = self.store.bundle_with_subject(issuer_name).collect();
        self.pick(child, named)
    }

    fn pick(&self, child: CertId, candidates: Vec<CertId>) -> Option<CertId> {
        let child = self.store.certificate(child)?;
        let mut fitting = candidates.into_iter().filter(|id| {
            self.certificate(*id)
                .is_some_and(|c| self.may_issue(c, child))
        });
        match self.rules.pick {
            Pick::First => fitting.next(),
            Pick::ValidElseLatest => {
                let fitting: Vec<CertId> = fitting.collect();
                let valid = fitting.iter().copied().find(|id| self.is_valid_now(*id));
                valid.or_else(|| {
                    // Of equals the first counts, hence the reversed order and the minimum.
                    fitting.iter().copied().min_by_key(|id| {
                        Reverse(self.certificate(*id).map(|c| c.validity.not_after))
                    })
                })
            }
        }
    }

    fn tail_is_trusted(&self) -> bool {
        let tail = self.path.get(self.from_server..).unwrap_or_default();
        match self.policy.anchor.partial_chain {
            PartialChain::Accepted => !tail.is_empty(),
            PartialChain::SelfSignedOnly => tail.iter().any(|id| self.looks_self_signed(*id)),
        }
    }

    /// With partial chains, a bundle may hold the server's own certificate.
    fn target_itself_is_trusted(&mut self) -> bool {
        let untouched = self.path.len() == self.from_server;
        let target = self.path.first().copied();
        let trusted = untouched
            && self.policy.anchor.partial_chain == PartialChain::Accepted
            && target.is_some_and(|id| is_anchor(self.store, id, self.policy.anchor));
        if trusted {
            self.path.truncate(1);
            self.from_server = 0;
        }
        trusted
    }

    fn dead_end(&self) -> Option<End> {
        let below = self.top()?;
        let certificate = self.store.certificate(below)?;
        let wanted = Wanted {
            subject: certificate.issuer.clone(),
            key_id: certificate
                .extensions
                .authority_key_identifier()
                .and_then(|authority| authority.key_id.clone()),
            below,
        };
        Some(if self.is_too_deep() {
            End::TooDeep(wanted)
        } else if certificate.looks_self_signed() {
            End::SelfSigned
        } else {
            End::NoIssuer(wanted)
        })
    }

    /// Names chain, both can be read, key identifiers do not contradict, and the key is of the signature's kind.
    fn may_issue(&self, issuer: &Certificate, child: &Certificate) -> bool {
        issuer.subject == child.issuer
            && self.is_readable(issuer)
            && self.is_readable(child)
            && child.names_as_issuer(issuer)
            && child.signature_algorithm.suits(&issuer.public_key.kind)
    }

    fn is_readable(&self, certificate: &Certificate) -> bool {
        match self.policy.extensions.form {
            FormRules::None => true,
            FormRules::Readable | FormRules::Rfc5280 | FormRules::WebPki => {
                certificate.extensions.undecided().is_none()
            }
        }
    }

    fn top(&self) -> Option<CertId> {
        self.path.last().copied()
    }

    /// `depth` counts what may stand above the target.
    fn is_too_deep(&self) -> bool {
        self.path.len() > self.policy.depth.saturating_add(1)
    }

    fn certificate(&self, id: CertId) -> Option<&Arc<Certificate>> {
        self.store.certificate(id)
    }

    fn looks_self_signed(&self, id: CertId) -> bool {
        self.certificate(id)
            .is_some_and(|certificate| certificate.looks_self_signed())
    }

    fn is_valid_now(&self, id: CertId) -> bool {
        self.certificate(id).is_some_and(|certificate| {
            let validity = certificate.validity;
            (validity.not_before..=validity.not_after).contains(&self.question.at)
        })
    }
}
