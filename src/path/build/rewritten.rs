//! OpenSSL since 1.1.0 (`build_chain` of its path verification): one search in bundle and sent certificates, with one
//! candidate at each step.

use super::desk::Desk;
use super::{Built, End};
use crate::client::{FirstMatch, PartialChain};
use crate::store::CertId;

/// Builds the one path.
pub(super) fn build(desk: Desk<'_>, target: CertId, rules: FirstMatch) -> Option<Built> {
    let mut builder = Builder {
        desk,
        rules,
        path: vec![target],
        from_server: 1,
        unused: desk.sent_besides(target),
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
    desk: Desk<'a>,
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
        self.bundle_first() || self.target_itself_is_trusted()
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
        let Some(issuer) = self.desk.bundled_issuer(top, self.rules) else {
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
        let Some(issuer) = self.desk.pick(top, candidates, self.rules) else {
            return false;
        };
        self.unused.retain(|id| *id != issuer);
        self.path.push(issuer);
        self.from_server = self.from_server.saturating_add(1);
        true
    }

    fn tail_is_trusted(&self) -> bool {
        let tail = self.path.get(self.from_server..).unwrap_or_default();
        match self.desk.policy.anchor.partial_chain {
            PartialChain::Accepted | PartialChain::ForIssuers => !tail.is_empty(),
            PartialChain::SelfSignedOnly => tail.iter().any(|id| self.looks_self_signed(*id)),
        }
    }

    /// With partial chains, a bundle may hold the server's own certificate.
    fn target_itself_is_trusted(&mut self) -> bool {
        let untouched = self.path.len() == self.from_server;
        let target = self.path.first().copied();
        let trusted = untouched
            && self.desk.policy.anchor.partial_chain == PartialChain::Accepted
            && target.is_some_and(|id| self.desk.store.is_bundled(id));
        if trusted {
            self.path.truncate(1);
            self.from_server = 0;
        }
        trusted
    }

    fn dead_end(&self) -> Option<End> {
        if self.is_too_deep() {
            self.desk.too_deep(&self.path)
        } else if self.looks_self_signed(self.top()?) {
            Some(End::SelfSigned)
        } else {
            self.desk.no_issuer(&self.path)
        }
    }

    fn top(&self) -> Option<CertId> {
        self.path.last().copied()
    }

    fn is_too_deep(&self) -> bool {
        self.desk.is_too_deep(&self.path)
    }

    fn looks_self_signed(&self, id: CertId) -> bool {
        self.desk.looks_self_signed(id, self.rules)
    }
}
