//! A certificate used for what it may not be used for.

use super::Scenario;
use super::cast::{self, Trio};
use crate::public::mock_public_root;
use crate::{
    BasicConstraints, Certified, Criticality, ExtendedKeyUsage, Extension, KeyUsage, Subtree,
    Template, ca, catalogue::catalogue,
};

fn under(intermediate: Template) -> Scenario {
    let Trio {
        root,
        intermediate,
        leaf,
    } = cast::with_intermediate(&mock_public_root(), intermediate);
    Scenario::sent([&leaf, &intermediate]).trusting([&root])
}

fn with(leaf: Template) -> Scenario {
    let Trio {
        root,
        intermediate,
        leaf,
    } = cast::with_leaf(leaf);
    Scenario::sent([&leaf, &intermediate]).trusting([&root])
}

/// Two intermediates below a root; the upper one limits the path.
fn two_intermediates(upper: Template) -> [Certified; 4] {
    let root = mock_public_root();
    let upper = upper.issued_by(&root);
    let lower = ca("Mock Public Sub CA 2")
        .valid("2020-01-01", "2030-01-01")
        .issued_by(&upper);
    let leaf = cast::server().issued_by(&lower);
    [leaf, lower, upper, root]
}

catalogue! { Scenario;
    /// The intermediate may sign only for another domain.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (permitted: studio.example) <- [Mock Public Root X1]
    /// ```
    fn name_not_permitted() {
        under(cast::intermediate().permit(Subtree::Dns("studio.example"))).fails("name-constraints", 47)
    }

    /// The intermediate may not sign for this domain.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (excluded: mock.example) <- [Mock Public Root X1]
    /// ```
    fn name_excluded() {
        under(cast::intermediate().exclude(Subtree::Dns("mock.example"))).fails("name-constraints", 48)
    }

    /// The intermediate may sign for this domain.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (permitted: mock.example) <- [Mock Public Root X1]
    /// ```
    fn name_permitted() {
        under(cast::intermediate().permit(Subtree::Dns("mock.example"))).passes()
    }

    /// The intermediate says that it is not a CA.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (CA: false) <- [Mock Public Root X1]
    /// ```
    fn not_a_ca() {
        under(cast::intermediate().basic_constraints(BasicConstraints::EndEntity)).fails("not-a-ca", 79)
    }

    /// The intermediate does not say that it is a CA.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (no basic constraints) <- [Mock Public Root X1]
    /// ```
    fn no_basic_constraints() {
        under(cast::intermediate().basic_constraints(BasicConstraints::Absent).key_usage([]))
            .fails("not-a-ca", 79)
    }

    /// The root does not say that it is a CA, as in the last century, but has other extensions.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1] (no basic constraints)
    /// ```
    fn root_without_basic_constraints() {
        let root = mock_public_root().template().clone();
        let root = root.basic_constraints(BasicConstraints::Absent).key_usage([]).self_signed();
        let Trio { root, intermediate, leaf } = cast::below(&root);
        Scenario::sent([&leaf, &intermediate]).trusting([&root]).fails("not-a-ca", 79)
    }

    /// An ordinary server's certificate was used as a CA.
    ///
    /// ```text
    /// www.mock.example <- shop.mock.example (a server) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn leaf_as_ca() {
        let Trio { root, intermediate, .. } = cast::sound();
        let shop = crate::leaf("shop.mock.example").issued_by(&intermediate);
        let leaf = cast::server().issued_by(&shop);
        Scenario::sent([&leaf, &shop, &intermediate]).trusting([&root]).fails("not-a-ca", 79)
    }

    /// The upper intermediate allows none below it, and there is one.
    ///
    /// ```text
    /// www.mock.example <- Mock Public Sub CA 2 <- Mock Public TLS CA 1 (path length 0) <- [Mock Public Root X1]
    /// ```
    fn path_too_long() {
        let [leaf, lower, upper, root] = two_intermediates(cast::intermediate().path_len(0));
        Scenario::sent([&leaf, &lower, &upper]).trusting([&root]).fails("path-too-long", 25)
    }

    /// The upper intermediate allows one below it, and there is one.
    ///
    /// ```text
    /// www.mock.example <- Mock Public Sub CA 2 <- Mock Public TLS CA 1 (path length 1) <- [Mock Public Root X1]
    /// ```
    fn path_just_short_enough() {
        let [leaf, lower, upper, root] = two_intermediates(cast::intermediate().path_len(1));
        Scenario::sent([&leaf, &lower, &upper]).trusting([&root]).passes()
    }

    /// The intermediate's key may not sign certificates.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (key usage: CRL only) <- [Mock Public Root X1]
    /// ```
    fn ca_without_cert_sign() {
        under(cast::intermediate().key_usage([KeyUsage::CrlSign])).fails("key-usage", 79)
    }

    /// The certificate is for clients.
    ///
    /// ```text
    /// www.mock.example (client authentication) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn client_certificate() {
        with(cast::server().extended_key_usage([ExtendedKeyUsage::ClientAuth])).fails("wrong-purpose", 26)
    }

    /// The intermediate is for clients.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (client authentication) <- [Mock Public Root X1]
    /// ```
    fn client_intermediate() {
        under(cast::intermediate().extended_key_usage([ExtendedKeyUsage::ClientAuth]))
            .fails("wrong-purpose", 26)
    }

    /// The certificate does not restrict its use.
    ///
    /// ```text
    /// www.mock.example (no extended key usage) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn no_extended_key_usage() {
        with(cast::server().extended_key_usage([])).passes()
    }

    /// The certificate has a critical extension that nobody knows.
    ///
    /// ```text
    /// www.mock.example (1.3.6.1.4.1.99999.1, critical) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn unknown_critical_extension() {
        with(cast::server().extension(Extension::unknown_critical())).fails("critical-extension", 34)
    }

    /// The same extension, not critical.
    ///
    /// ```text
    /// www.mock.example (1.3.6.1.4.1.99999.1) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn unknown_extension() {
        let mut extension = Extension::unknown_critical();
        extension.criticality = Criticality::NonCritical;
        with(cast::server().extension(extension)).passes()
    }

    /// The intermediate demands a policy, and the server's certificate has none.
    ///
    /// ```text
    /// www.mock.example (no policy) <- Mock Public TLS CA 1 (explicit policy required) <- [Mock Public Root X1]
    /// ```
    ///
    /// RFC 5280 refuses it; OpenSSL looks at policies only when asked to.
    fn policy_required() {
        under(cast::intermediate().extension(Extension::policy_constraints(Some(0), None))).passes()
    }
}
