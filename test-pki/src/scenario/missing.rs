//! Something is missing: a root in the bundle, or an intermediate in what the server sends.

use super::cast::{self, Trio};
use super::{Outcome, Scenario};
use crate::public::{digicert_global_g2, isrg_root_x1, mock_public_root, starfield_services_g2};
use crate::{Name, catalogue::catalogue};

catalogue! { Scenario;
    /// Nothing is wrong.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    ///
    /// Brackets mark what the bundle holds.
    fn sound_chain() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf, &intermediate]).trusting([&root]).passes()
    }

    /// The bundle lacks the public root.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Public Root X1 (not in the bundle)
    ///                                             [Mock DigiCert Global Root G2]  [Mock ISRG Root X1]
    /// ```
    fn missing_root() {
        let Trio { intermediate, leaf, .. } = cast::sound();
        Scenario::sent([&leaf, &intermediate])
            .trusting([&digicert_global_g2(), &isrg_root_x1()])
            .fails("missing-root", 20)
    }

    /// The bundle has the root above a cross-certificate, and the server has stopped sending it.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Public Root X1 (not in the bundle)
    ///                                                by itself
    ///                                                by [Mock DigiCert Global Root G2] (no longer sent)
    /// ```
    fn cross_certificate_dropped() {
        let Trio { intermediate, leaf, .. } = cast::sound();
        Scenario::sent([&leaf, &intermediate])
            .trusting([&digicert_global_g2()])
            .fails("missing-root", 20)
    }

    /// The chain is trusted only through a cross-certificate that the server may drop.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Public Root X1 x G2 <- [Mock DigiCert Global Root G2]
    /// ```
    fn trusted_through_a_cross_certificate() {
        let Trio { root, intermediate, leaf } = cast::sound();
        let anchor = digicert_global_g2();
        let cross = root.cross_signed_by(&anchor);
        Scenario::sent([&leaf, &intermediate, &cross])
            .trusting([&anchor])
            .passes()
            .warns("fragile-trust")
    }

    /// The server forgot its intermediate.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (not sent) <- [Mock Public Root X1]
    /// ```
    ///
    /// Browsers fetch it; OpenSSL does not.
    fn missing_intermediate() {
        let Trio { root, leaf, .. } = cast::sound();
        Scenario::sent([&leaf]).trusting([&root]).fails("missing-intermediate", 20)
    }

    /// The server forgot its intermediate, and the user put it into the bundle, but not the root.
    ///
    /// ```text
    /// www.mock.example <- [Mock Public TLS CA 1] <- Mock Public Root X1 (nowhere)
    /// ```
    fn intermediate_as_anchor() {
        let Trio { intermediate, leaf, .. } = cast::sound();
        Scenario::sent([&leaf])
            .trusting([&intermediate])
            .fails("anchor-not-self-signed", 2)
            .but("curl", Outcome::Trusted)
            .but("python-3.13", Outcome::Trusted)
    }

    /// The server forgot its intermediate; the bundle has it, and the root as well.
    ///
    /// ```text
    /// www.mock.example <- [Mock Public TLS CA 1] <- [Mock Public Root X1]
    /// ```
    fn intermediate_and_root_in_bundle() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf]).trusting([&intermediate, &root]).passes()
    }

    /// The user saved the cross-certificate that the server sends instead of the root of the same name.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1 x Services G2] <- Mock Starfield Services G2 (nowhere)
    /// ```
    fn cross_certificate_as_anchor() {
        let Trio { root, intermediate, leaf } = cast::sound();
        let cross = root.cross_signed_by(&starfield_services_g2());
        Scenario::sent([&leaf, &intermediate])
            .trusting([&cross])
            .fails("anchor-not-self-signed", 2)
            .but("curl", Outcome::Trusted)
            .but("python-3.13", Outcome::Trusted)
    }

    /// A company's root that no public list holds, not sent and not in the bundle.
    ///
    /// ```text
    /// www.mock.example <- Mock Studio TLS CA <- Mock Studio Root CA (nowhere)
    ///                                           [Mock Public Root X1]
    /// ```
    fn unknown_root() {
        let name = Name::new().with_o("Mock Animation Studio").with_cn("Mock Studio TLS CA");
        let root = cast::company_root().self_signed();
        let Trio { intermediate, leaf, .. } =
            cast::with_intermediate(&root, cast::intermediate().subject(name));
        Scenario::sent([&leaf, &intermediate])
            .trusting([&mock_public_root()])
            .fails("unknown-root", 20)
    }

    /// The bundle is empty, as a machine's store is before anything was fetched.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Public Root X1 (nowhere)
    /// ```
    fn empty_bundle() {
        let Trio { intermediate, leaf, .. } = cast::sound();
        Scenario::sent([&leaf, &intermediate]).fails("missing-root", 20)
    }
}
