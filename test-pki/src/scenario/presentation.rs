//! The server sends its chain untidily; everything passes, and something is worth saying.

use super::Scenario;
use super::cast::{self, Trio};
use crate::public::{digicert_global_g2, mock_public_root};
use crate::{Certified, catalogue::catalogue};

/// Leaf, two intermediates, root.
fn long_chain() -> [Certified; 4] {
    let root = mock_public_root();
    let upper = crate::ca("Mock Public Policy CA")
        .valid("2018-01-01", "2032-01-01")
        .issued_by(&root);
    let lower = cast::intermediate().issued_by(&upper);
    let leaf = cast::server().issued_by(&lower);
    [leaf, lower, upper, root]
}

catalogue! { Scenario;
    /// The intermediates come in the wrong order.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Public Policy CA <- [Mock Public Root X1]
    /// sent: leaf, Policy CA, TLS CA 1
    /// ```
    fn wrong_order() {
        let [leaf, lower, upper, root] = long_chain();
        Scenario::sent([&leaf, &upper, &lower]).trusting([&root]).passes().warns("out-of-order")
    }

    /// The root is sent as well.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1] (sent as well)
    /// ```
    fn root_sent() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf, &intermediate, &root]).trusting([&root]).passes().warns("root-sent")
    }

    /// Certificates are sent that have nothing to do with the chain.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// sent as well: Mock DigiCert TLS CA, old.mock.example
    /// ```
    fn junk_sent() {
        let Trio { root, intermediate, leaf } = cast::sound();
        let other_ca = crate::ca("Mock DigiCert TLS CA").issued_by(&digicert_global_g2());
        let old = crate::leaf("old.mock.example").valid("2019-01-01", "2020-01-01").issued_by(&other_ca);
        Scenario::sent([&leaf, &old, &intermediate, &other_ca])
            .trusting([&root])
            .passes()
            .warns("unneeded-certificate")
    }

    /// The server's certificate is sent twice.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// sent: leaf, leaf, TLS CA 1
    /// ```
    fn leaf_sent_twice() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf, &leaf, &intermediate])
            .trusting([&root])
            .passes()
            .warns("unneeded-certificate")
    }

    /// The certificate ends within a week.
    ///
    /// ```text
    /// www.mock.example (to 2024-06-05) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn expires_soon() {
        let Trio { root, intermediate, leaf } =
            cast::with_leaf(cast::server().valid("2024-03-07", "2024-06-05"));
        Scenario::sent([&leaf, &intermediate]).trusting([&root]).passes().warns("expires-soon")
    }
}
