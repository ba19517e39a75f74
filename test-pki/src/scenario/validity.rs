//! Time: something has ended, or not begun; or the clock is wrong.

use super::cast::{self, Trio};
use super::{Outcome, Scenario};
use crate::public::{
    addtrust, digicert_global, dst_root_x3, isrg_root_x1, isrg_root_x1_template, mock_public_root,
    usertrust_rsa, usertrust_rsa_template,
};
use crate::{Certified, catalogue::catalogue};

/// The root of [`cast::sound`] as it was before it was renewed.
fn ended_root() -> Certified {
    mock_public_root()
        .template()
        .clone()
        .valid("2004-01-01", "2024-01-01")
        .self_signed()
}

fn usertrust_by_addtrust() -> Certified {
    usertrust_rsa_template()
        .valid("2000-05-30T10:48:38Z", "2020-05-30T10:48:38Z")
        .issued_by(&addtrust())
}

fn isrg_by_dst() -> Certified {
    isrg_root_x1_template()
        .valid("2021-01-20T19:14:03Z", "2024-09-30T18:14:03Z")
        .issued_by(&dst_root_x3())
}

/// Leaf and intermediate of 2020 below USERTrust.
fn under_usertrust() -> Trio {
    let leaf = cast::server().valid("2020-01-01", "2021-01-01");
    let intermediate = cast::intermediate().valid("2014-01-01", "2030-01-01");
    let intermediate = intermediate.issued_by(&usertrust_rsa());
    let leaf = leaf.issued_by(&intermediate);
    Trio {
        root: usertrust_rsa(),
        intermediate,
        leaf,
    }
}

/// Leaf and intermediate of 2021 below ISRG Root X1.
fn under_isrg() -> Trio {
    let intermediate = cast::intermediate().issued_by(&isrg_root_x1());
    let leaf = cast::server()
        .valid("2021-08-15", "2021-11-15")
        .issued_by(&intermediate);
    Trio {
        root: isrg_root_x1(),
        intermediate,
        leaf,
    }
}

const AFTER_ADDTRUST: &str = "2020-06-10T12:00:00Z";
const AFTER_DST: &str = "2021-10-15T12:00:00Z";

catalogue! { Scenario;
    /// The server's certificate has ended.
    ///
    /// ```text
    /// www.mock.example (to 2024-05-01) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn expired_leaf() {
        let Trio { root, intermediate, leaf } =
            cast::with_leaf(cast::server().valid("2023-05-01", "2024-05-01"));
        Scenario::sent([&leaf, &intermediate]).trusting([&root]).fails("expired", 10)
    }

    /// The intermediate has ended.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (to 2024-05-01) <- [Mock Public Root X1]
    /// ```
    fn expired_intermediate() {
        let ended = cast::intermediate().valid("2014-05-01", "2024-05-01");
        let Trio { root, intermediate, leaf } = cast::with_intermediate(&mock_public_root(), ended);
        Scenario::sent([&leaf, &intermediate]).trusting([&root]).fails("expired", 10)
    }

    /// The server sends an ended intermediate and, after it, the renewed one.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (to 2024-05-01) <- [Mock Public Root X1]
    ///                  <- Mock Public TLS CA 1 (to 2030-01-01) <- [Mock Public Root X1]
    /// ```
    fn expired_intermediate_beside_renewed() {
        let Trio { root, intermediate, leaf } = cast::sound();
        let ended = cast::intermediate().valid("2014-05-01", "2024-05-01").issued_by(&root);
        Scenario::sent([&leaf, &ended, &intermediate]).trusting([&root]).passes()
    }

    /// The server's certificate has not begun; those above it have.
    ///
    /// ```text
    /// www.mock.example (from 2024-07-01) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn not_yet_valid() {
        let Trio { root, intermediate, leaf } =
            cast::with_leaf(cast::server().valid("2024-07-01", "2025-07-01"));
        Scenario::sent([&leaf, &intermediate]).trusting([&root]).fails("not-yet-valid", 9)
    }

    /// The client's clock says 2010: nothing in the chain has begun.
    ///
    /// ```text
    /// www.mock.example (from 2024) <- Mock Public TLS CA 1 (from 2020) <- [Mock Public Root X1] (from 2015)
    /// ```
    fn clock_wrong() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf, &intermediate])
            .trusting([&root])
            .at("2010-01-01T00:00:00Z")
            .fails("clock-wrong", 9)
    }

    /// The root in the bundle has ended.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1] (to 2024-01-01)
    /// ```
    ///
    /// Clients that take an anchor as a mere name and key do not mind.
    fn expired_root() {
        let Trio { intermediate, leaf, .. } = cast::sound();
        Scenario::sent([&leaf, &intermediate]).trusting([&ended_root()]).fails("expired-root", 10)
    }

    /// The bundle has the ended root and, after it, the renewed one.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1] (to 2024-01-01)
    ///                                          <- [Mock Public Root X1] (to 2040-01-01)
    /// ```
    fn expired_root_beside_renewed() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf, &intermediate]).trusting([&ended_root(), &root]).passes()
    }

    /// The cross-certificate has ended, and the bundle has only the root above it, which has not.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Public Root X1 x DigiCert (to 2024-01-01) <- [Mock DigiCert Global Root CA]
    ///                                          <- Mock Public Root X1 (nowhere)
    /// ```
    fn expired_cross_certificate() {
        let Trio { root, intermediate, leaf } = cast::sound();
        let anchor = digicert_global();
        let cross = root.template().clone().valid("2018-01-01", "2024-01-01").issued_by(&anchor);
        Scenario::sent([&leaf, &intermediate, &cross])
            .trusting([&anchor])
            .fails("expired-cross-certificate", 10)
    }

    /// AddTrust, ten days after: the newer root is in the bundle as well.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock USERTrust RSA x AddTrust (to 2020-05-30) <- [Mock AddTrust] (to 2020-05-30)
    ///                                          <- [Mock USERTrust RSA]
    /// ```
    ///
    /// OpenSSL before 1.1.0 follows the server's chain and finds the ended root.
    fn addtrust_with_newer_root() {
        let Trio { root, intermediate, leaf } = under_usertrust();
        Scenario::sent([&leaf, &intermediate, &usertrust_by_addtrust()])
            .trusting([&addtrust(), &root])
            .at(AFTER_ADDTRUST)
            .passes()
            .but("openssl-1.0.2", Outcome::Refused { cause: "expired-cross-certificate", openssl: 10 })
    }

    /// AddTrust, ten days after: the bundle is too old for the newer root.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock USERTrust RSA x AddTrust (to 2020-05-30) <- [Mock AddTrust] (to 2020-05-30)
    ///                                          <- Mock USERTrust RSA (nowhere)
    /// ```
    ///
    /// OpenSSL names the ended root; what helps is the newer one.
    fn addtrust_only() {
        let Trio { intermediate, leaf, .. } = under_usertrust();
        Scenario::sent([&leaf, &intermediate, &usertrust_by_addtrust()])
            .trusting([&addtrust()])
            .at(AFTER_ADDTRUST)
            .fails("expired-root", 10)
    }

    /// DST Root CA X3, two weeks after: the cross-certificate outlives the root that signed it.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock ISRG Root X1 x DST (to 2024-09-30) <- [Mock DST Root CA X3] (to 2021-09-30)
    ///                                          <- [Mock ISRG Root X1]
    /// ```
    ///
    /// OpenSSL before 1.1.0 takes the ended root for an answer, since the bundle trusts it.
    fn dst_root_x3_with_newer_root() {
        let Trio { root, intermediate, leaf } = under_isrg();
        Scenario::sent([&leaf, &intermediate, &isrg_by_dst()])
            .trusting([&dst_root_x3(), &root])
            .at(AFTER_DST)
            .passes()
            .but("openssl-1.0.2", Outcome::Refused { cause: "expired-root", openssl: 10 })
    }

    /// DST Root CA X3, two weeks after: the bundle is too old for ISRG Root X1.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock ISRG Root X1 x DST (to 2024-09-30) <- [Mock DST Root CA X3] (to 2021-09-30)
    ///                                          <- Mock ISRG Root X1 (nowhere)
    /// ```
    fn dst_root_x3_only() {
        let Trio { intermediate, leaf, .. } = under_isrg();
        Scenario::sent([&leaf, &intermediate, &isrg_by_dst()])
            .trusting([&dst_root_x3()])
            .at(AFTER_DST)
            .fails("expired-root", 10)
    }
}
