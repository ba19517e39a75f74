//! The certificate is trusted, but not for this name.

use std::net::IpAddr;

use super::Scenario;
use super::cast::{self, Trio};
use crate::{Template, catalogue::catalogue, leaf};

fn meets(template: Template) -> Scenario {
    let Trio {
        root,
        intermediate,
        leaf,
    } = cast::with_leaf(template.valid("2024-03-01", "2025-03-01"));
    Scenario::sent([&leaf, &intermediate]).trusting([&root])
}

fn bucket() -> Template {
    leaf("*.s3.mock.example").san_dns(["s3.mock.example"])
}

catalogue! { Scenario;
    /// The client asks for a name that the certificate does not have.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1]      asked: other.mock.example
    /// ```
    fn wrong_host() {
        meets(leaf(cast::HOST)).host("other.mock.example").fails("host-mismatch", 62)
    }

    /// A wildcard stands for one label: a bucket without dots passes.
    ///
    /// ```text
    /// *.s3.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1]     asked: bucket.s3.mock.example
    /// ```
    fn wildcard() {
        meets(bucket()).host("bucket.s3.mock.example").passes()
    }

    /// A wildcard stands for one label: a bucket with dots in its name fails.
    ///
    /// ```text
    /// *.s3.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1]     asked: my.bucket.s3.mock.example
    /// ```
    fn wildcard_with_dots() {
        meets(bucket()).host("my.bucket.s3.mock.example").fails("host-mismatch", 62)
    }

    /// The name stands only in the common name, as in the last century.
    ///
    /// ```text
    /// CN www.mock.example, no alternative names <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    ///
    /// OpenSSL still looks there; Python 3.7 and later, Go, and the browsers do not.
    fn common_name_only() {
        meets(leaf(cast::HOST).no_san()).passes()
    }

    /// The client asks for an address that the certificate has.
    ///
    /// ```text
    /// www.mock.example, 192.0.2.7 <- Mock Public TLS CA 1 <- [Mock Public Root X1]     asked: 192.0.2.7
    /// ```
    fn address() {
        meets(leaf(cast::HOST).san_ip([IpAddr::from([192, 0, 2, 7])])).host("192.0.2.7").passes()
    }

    /// The client asks for an address; the certificate has only a name.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1]      asked: 192.0.2.7
    /// ```
    fn wrong_address() {
        meets(leaf(cast::HOST)).host("192.0.2.7").fails("host-mismatch", 64)
    }

    /// Names that try to become markup, terminal commands, or other names where they are shown.
    ///
    /// ```text
    /// MOCK <script>... <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn hostile_names() {
        let name = crate::Name::new()
            .with_o("MOCK <script>alert('o')</script>|`[x](javascript:0)")
            .with_ou("MOCK \u{1b}[2J\u{1b}]0;owned\u{7}")
            .with_ou("MOCK \u{202e}elpmaxe.kcom\u{202c} \u{200b}")
            .with_cn("www.mock.example\0.evil.example");
        meets(leaf(cast::HOST).subject(name)).passes()
    }
}
