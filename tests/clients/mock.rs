//! The certificates: S3 as it is now, and a site that never left the roots of the old store.

use test_pki::{Certified, Key, ca, leaf, pem_bundle, public, s3};

/// The name that the clients ask for; loopback answers to it without any set-up.
pub(crate) const HOST: &str = "localhost";

/// Valid on any day on which this is run.
const NOW: (&str, &str) = ("2024-01-01", "2035-12-31");

/// What a server presents, its own certificate first.
pub(crate) struct Chain(Vec<Certified>);

impl Chain {
    /// The two certificates that S3 sends, with dates that last: Mock Amazon Root CA 1 is not in the old store.
    pub(crate) fn of_storage() -> Self {
        let epoch = s3::epochs()
            .iter()
            .find(|epoch| epoch.description.id == "two-certificates")
            .expect("the epoch exists");
        let [target, issuer] = &epoch.chain[..] else {
            panic!("two certificates");
        };
        let again = |one: &Certified| one.template().clone().valid(NOW.0, NOW.1);
        let issuer = again(issuer).issued_by(&missing_root());
        Self(vec![again(target).issued_by(&issuer), issuer])
    }

    /// A site whose root the old store has.
    pub(crate) fn of_site() -> Self {
        let issuer = ca("Mock DigiCert TLS CA").issued_by(&public::digicert_global_g2());
        let key = Key::p256("real clients");
        Self(vec![leaf(HOST).key(key).issued_by(&issuer), issuer])
    }

    /// The certificates as PEM, in the order in which they are sent.
    pub(crate) fn pem(&self) -> String {
        pem_bundle(&self.0)
    }

    /// The private key of the server as PEM.
    pub(crate) fn key_pem(&self) -> String {
        self.0[0].key().private_key_pem()
    }
}

/// The root that clients with the old store lack.
pub(crate) fn missing_root() -> Certified {
    public::amazon_root_1()
}

/// What `shotgun_api3` 3.0.38 to 3.2.5 trusted, as PEM.
pub(crate) fn old_store() -> String {
    let store = s3::stores()
        .iter()
        .find(|store| store.description.id == "shotgun-3-0-38-to-3-2-5")
        .expect("the store exists");
    pem_bundle(&store.bundle)
}

/// The mock public roots, as PEM.
pub(crate) fn known_roots() -> String {
    pem_bundle(test_pki::known_roots())
}
