//! Somebody else signed: an inspecting proxy, a company, or the server itself.

use super::Scenario;
use super::cast::{self, Trio};
use crate::public::mock_public_root;
use crate::{Certified, Key, Name, Template, ca, catalogue::catalogue};

/// An inspecting proxy: named after a vendor, since the name is the evidence.
fn proxy() -> Trio {
    let vendor = |common_name| Name::new().with_o("MOCK Zscaler Inc.").with_cn(common_name);
    let root = ca(vendor("MOCK Zscaler Root CA"))
        .valid("2014-12-19", "2042-05-06")
        .self_signed();
    let issuing = ca(vendor("MOCK Zscaler Intermediate Root CA")).valid("2020-01-01", "2040-01-01");
    let intermediate = issuing.issued_by(&root);
    let leaf = forged().issued_by(&intermediate);
    Trio {
        root,
        intermediate,
        leaf,
    }
}

/// What the proxy shows for every host: valid for some days.
fn forged() -> Template {
    cast::server()
        .key(Key::p256("the proxy's key for all hosts"))
        .valid("2024-05-28", "2024-06-11")
}

fn alone() -> Certified {
    cast::server()
        .key(Key::p256("a server of one's own"))
        .self_signed()
}

catalogue! { Scenario;
    /// A proxy intercepts and sends its root.
    ///
    /// ```text
    /// www.mock.example <- MOCK Zscaler Intermediate Root CA <- MOCK Zscaler Root CA (sent)
    ///                                                          [Mock Public Root X1]
    /// ```
    fn proxy_root_sent() {
        let Trio { root, intermediate, leaf } = proxy();
        Scenario::sent([&leaf, &intermediate, &root])
            .trusting([&mock_public_root()])
            .fails("interception-proxy", 19)
    }

    /// A proxy intercepts and does not send its root.
    ///
    /// ```text
    /// www.mock.example <- MOCK Zscaler Intermediate Root CA <- MOCK Zscaler Root CA (nowhere)
    ///                                                          [Mock Public Root X1]
    /// ```
    fn proxy_root_not_sent() {
        let Trio { intermediate, leaf, .. } = proxy();
        Scenario::sent([&leaf, &intermediate])
            .trusting([&mock_public_root()])
            .fails("interception-proxy", 20)
    }

    /// A proxy intercepts, and the bundle has its root beside the public ones.
    ///
    /// ```text
    /// www.mock.example <- MOCK Zscaler Intermediate Root CA <- [MOCK Zscaler Root CA]
    ///                                                          [Mock Public Root X1]
    /// ```
    fn proxy_trusted() {
        let Trio { root, intermediate, leaf } = proxy();
        Scenario::sent([&leaf, &intermediate]).trusting([&mock_public_root(), &root]).passes()
    }

    /// A company's own root is sent, and not in the bundle.
    ///
    /// ```text
    /// www.mock.example <- Mock Studio Root CA (sent)
    ///                     [Mock Public Root X1]
    /// ```
    fn company_root_sent() {
        let root = cast::company_root().self_signed();
        let leaf = cast::server().issued_by(&root);
        Scenario::sent([&leaf, &root]).trusting([&mock_public_root()]).fails("unknown-root", 19)
    }

    /// The server signed its own certificate.
    ///
    /// ```text
    /// www.mock.example (by itself)
    /// [Mock Public Root X1]
    /// ```
    fn self_signed_leaf() {
        Scenario::sent([&alone()]).trusting([&mock_public_root()]).fails("self-signed-leaf", 18)
    }

    /// The server signed its own certificate, and the bundle holds it.
    ///
    /// ```text
    /// [www.mock.example] (by itself)
    /// ```
    fn self_signed_leaf_trusted() {
        Scenario::sent([&alone()]).trusting([&alone()]).passes()
    }
}
