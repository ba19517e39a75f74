//! OpenSSL to 1.0.2 (`X509_verify_cert` before it was rewritten): the server's chain is followed to its end, then the bundle.
//! A self-signed certificate at the end of the server's chain is set aside, so that the bundle's own is found.

use super::desk::Desk;
use super::{Built, End};
use crate::client::{Alternatives, FirstMatch, FirstSource, PartialChain};
use crate::store::CertId;

/// Builds the one path.
pub(super) fn build(
    desk: Desk<'_>,
    target: CertId,
    rules: FirstMatch,
    (first, alternatives): (FirstSource, Alternatives),
) -> Option<Built> {
    let mut builder = Classic {
        desk,
        rules,
        first,
        alternatives,
        path: vec![target],
        from_server: 1,
        set_aside: None,
    };
    builder.follow_sent(desk.sent_besides(target));
    let trusted = builder.search_bundle();
    let end = if trusted {
        End::Anchored
    } else {
        builder.give_up()?
    };
    Some(Built {
        path: builder.path,
        from_server: builder.from_server,
        end,
    })
}

struct Classic<'a> {
    desk: Desk<'a>,
    rules: FirstMatch,
    first: FirstSource,
    alternatives: Alternatives,
    path: Vec<CertId>,
    from_server: usize,
    set_aside: Option<CertId>,
}

impl Classic<'_> {
    fn follow_sent(&mut self, mut unused: Vec<CertId>) {
        while let Some(top) = self.top() {
            let bundle_knows = self.first == FirstSource::Bundle
                && self.desk.bundled_issuer(top, self.rules).is_some();
            if self.desk.is_too_deep(&self.path) || self.is_self_signed(top) || bundle_knows {
                break;
            }
            let Some(issuer) = self.desk.pick(top, unused.clone(), self.rules) else {
                break;
            };
            unused.retain(|id| *id != issuer);
            self.path.push(issuer);
        }
        self.from_server = self.path.len();
    }

    /// Whether the bundle ends the path, where need be after it was cut back.
    fn search_bundle(&mut self) -> bool {
        let mut keep = self.path.len();
        loop {
            if self.ends_in_own_root() {
                return self.is_trusted();
            }
            keep = keep.min(self.from_server);
            self.climb();
            let trusted = self.is_trusted();
            if trusted || !self.cut_back(&mut keep) {
                return trusted;
            }
        }
    }

    /// A self-signed end of the server's chain is set aside; a target that is self-signed must itself be in the bundle,
    /// and the search ends with it.
    fn ends_in_own_root(&mut self) -> bool {
        let Some(top) = self.top().filter(|top| self.is_self_signed(*top)) else {
            return false;
        };
        if self.path.len() == 1 {
            if self.desk.bundled_issuer(top, self.rules) == Some(top) {
                self.from_server = 0;
            }
            return true;
        }
        self.path.pop();
        self.from_server = self.from_server.min(self.path.len());
        self.set_aside = Some(top);
        false
    }

    fn climb(&mut self) {
        while let Some(top) = self.top() {
            if self.desk.is_too_deep(&self.path) || self.is_self_signed(top) {
                return;
            }
            let Some(issuer) = self.desk.bundled_issuer(top, self.rules) else {
                return;
            };
            self.path.push(issuer);
        }
    }

    /// Cuts the path back to where the bundle knows an issuer; `false` where it does nowhere.
    fn cut_back(&mut self, keep: &mut usize) -> bool {
        let may = self.alternatives == Alternatives::Tried && self.first == FirstSource::Presented;
        while may && *keep > 1 {
            *keep = keep.saturating_sub(1);
            let below = self.path.get(keep.saturating_sub(1)).copied();
            if below.is_some_and(|below| self.desk.bundled_issuer(below, self.rules).is_some()) {
                self.path.truncate(*keep);
                self.from_server = *keep;
                return true;
            }
        }
        false
    }

    fn is_trusted(&mut self) -> bool {
        let tail = self.path.get(self.from_server..).unwrap_or_default();
        match self.desk.policy.anchor.partial_chain {
            PartialChain::SelfSignedOnly => tail.iter().any(|id| self.is_self_signed(*id)),
            PartialChain::ForIssuers => !tail.is_empty(),
            PartialChain::Accepted => !tail.is_empty() || self.trusts_target(),
        }
    }

    fn trusts_target(&mut self) -> bool {
        let target = self.path.first().copied();
        let trusted = target.is_some_and(|target| self.desk.store.is_bundled(target));
        if trusted {
            self.path.truncate(1);
            self.from_server = 0;
        }
        trusted
    }

    /// What was set aside ends the path after all, where it issued the rest.
    fn give_up(&mut self) -> Option<End> {
        let top = self.top()?;
        let root = self
            .set_aside
            .filter(|root| self.desk.pick(top, vec![*root], self.rules).is_some());
        if let Some(root) = root {
            self.path.push(root);
            self.from_server = self.path.len();
            return Some(End::SelfSigned);
        }
        if self.is_self_signed(top) {
            Some(End::SelfSigned)
        } else {
            self.desk.no_issuer(&self.path)
        }
    }

    fn is_self_signed(&self, id: CertId) -> bool {
        self.desk.looks_self_signed(id, self.rules)
    }

    fn top(&self) -> Option<CertId> {
        self.path.last().copied()
    }
}
