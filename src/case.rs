//! A question with everything needed to answer it, and to answer it again for inputs that are a little different.

use crate::client::{Client, Policy, profiles};
use crate::finding::Cert;
use crate::known::{KnownRoot, KnownRoots};
use crate::path::{self, Trace};
use crate::question::Question;
use crate::signature::SignatureVerifier;
use crate::store::{CertId, Store};
use crate::verdict::{Verdict, judge};
use std::sync::Arc;

/// A question, the certificates at hand, the client, and the table of known roots.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) store: &'a Store,
    pub(crate) question: &'a Question,
    pub(crate) client: &'a Client,
    pub(crate) known: &'a KnownRoots,
    pub(crate) verifier: &'a dyn SignatureVerifier,
}

impl<'a> Case<'a> {
    /// Searches as it stands.
    pub(crate) fn search(&self) -> Trace {
        self.search_with(&self.client.profile().policy)
    }

    /// Searches under other rules.
    pub(crate) fn search_with(&self, policy: &Policy) -> Trace {
        path::search(self.store, self.question, policy, self.verifier)
    }

    /// The same question about other certificates.
    pub(crate) const fn with_store<'b>(&'b self, store: &'b Store) -> Case<'b> {
        Case {
            store,
            question: self.question,
            client: self.client,
            known: self.known,
            verifier: self.verifier,
        }
    }

    /// The same question by another client.
    pub(crate) const fn with_client<'b>(&'b self, client: &'b Client) -> Case<'b> {
        Case {
            store: self.store,
            question: self.question,
            client,
            known: self.known,
            verifier: self.verifier,
        }
    }

    /// The same question at another time.
    pub(crate) const fn with_question<'b>(&'b self, question: &'b Question) -> Case<'b> {
        Case {
            store: self.store,
            question,
            client: self.client,
            known: self.known,
            verifier: self.verifier,
        }
    }

    /// The verdict, without looking further than it needs.
    pub(crate) fn verdict(&self) -> Verdict {
        judge(&path::decide(
            self.store,
            self.question,
            &self.client.profile().policy,
            self.verifier,
        ))
    }

    /// The clients that trust the server with other certificates, the asked one first; empty unless that one does.
    pub(crate) fn trusting_clients(&self, store: &Store) -> Vec<String> {
        let changed = self.with_store(store);
        if changed.verdict() != Verdict::Trusted {
            return Vec::new();
        }
        let others = profiles()
            .into_iter()
            .filter(|profile| profile.id != self.client.asked())
            .filter_map(|profile| {
                let client = Client::find(profile.id)?;
                (changed.with_client(&client).verdict() == Verdict::Trusted)
                    .then(|| profile.id.to_owned())
            });
        core::iter::once(self.client.asked().to_owned())
            .chain(others)
            .collect()
    }

    /// The certificate of an id of this case's store.
    pub(crate) fn cert(&self, id: CertId) -> Option<Cert> {
        self.store.certificate(id).map(Arc::clone)
    }

    /// The known roots, as certificates, that bear this key, or were issued for it again.
    pub(crate) fn known_with_key(
        &self,
        key: &crate::certificate::SpkiSha256,
    ) -> Vec<(Cert, KnownRoot<'a>)> {
        self.known
            .by_key(key)
            .filter_map(|root| Some((root.certificate()?, root)))
            .collect()
    }

    /// The known roots, as certificates, with this subject.
    pub(crate) fn known_with_subject(
        &self,
        name: &crate::certificate::Name,
    ) -> Vec<(Cert, KnownRoot<'a>)> {
        self.known
            .by_subject(name)
            .filter_map(|root| Some((root.certificate()?, root)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::RustCrypto;
    use crate::testing::{Trio, question, sound, store, trio_with};
    use test_pki::{ExtendedKeyUsage, ca};

    /// Which clients trust a trio once its root is in the bundle.
    fn trusting(client: &str, trio: &Trio) -> Vec<String> {
        let before = store(
            &[&trio.leaf, &trio.middle],
            &[&ca("Mock Other").self_signed()],
        );
        let after = store(&[&trio.leaf, &trio.middle], &[&trio.root]);
        let case = Case {
            store: &before,
            question: &question(),
            client: &Client::find(client).unwrap(),
            known: &KnownRoots::from_certificates([]),
            verifier: &RustCrypto,
        };
        assert_eq!(case.verdict(), Verdict::NotTrusted);
        case.trusting_clients(&after)
    }

    #[test]
    fn a_remedy_helps_the_asked_client_first_or_nobody() {
        for asked in ["openssl-3", "webpki", "python-3.11"] {
            let others = profiles().into_iter().map(|profile| profile.id);
            let expected: Vec<&str> = core::iter::once(asked)
                .chain(others.filter(|id| *id != asked))
                .collect();
            assert_eq!(trusting(asked, &sound()), expected);
        }
        let any_use = trio_with(0, |t| t.extended_key_usage([ExtendedKeyUsage::Any]));
        assert_eq!(
            trusting("rfc5280", &any_use),
            ["rfc5280", "gnutls", "go", "java", "windows"]
        );
        assert!(trusting("webpki", &any_use).is_empty());
    }
}
