//! What the server sent, oldest first.

use std::net::Ipv4Addr;

use super::{Epoch, HOST};
use crate::catalogue::{Description, catalogue};
use crate::public::{
    amazon, amazon_root_1, amazon_root_1_template, baltimore, digicert, starfield_class_2,
    starfield_services_g2, starfield_services_g2_template, verisign_class_3, verisign_g5,
};
use crate::{Certified, Extension, Key, Name, Template, ca, leaf};

fn sends<const N: usize>(at: &'static str, chain: [Certified; N]) -> Epoch {
    Epoch {
        description: Description::of("", ""),
        chain: chain.into(),
        host: HOST,
        at,
    }
}

/// A certificate of S3: the endpoint, its buckets, and this machine.
fn server() -> Template {
    leaf(HOST)
        .key(Key::rsa_2048(14))
        .san_dns(["*.s3.mock-amazonaws.example", "localhost"])
        .san_ip([Ipv4Addr::LOCALHOST.into()])
        .extension(Extension::ca_issuers(
            "http://crt.mock-amazontrust.example/issuer.cer",
        ))
}

fn intermediate(name: Name, key: usize) -> Template {
    let above = Extension::ca_issuers("http://crt.mock-amazontrust.example/root.cer");
    ca(name)
        .key(Key::rsa_2048(key))
        .path_len(0)
        .extension(above)
}

fn verisign_secure_server_g3() -> Certified {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock VeriSign, Inc.")
        .with_ou("Mock VeriSign Trust Network")
        .with_ou("Mock terms of use (c)10")
        .with_cn("Mock VeriSign Class 3 Secure Server CA - G3");
    intermediate(name, 15)
        .valid("2010-02-08", "2020-02-07T23:59:59Z")
        .issued_by(&verisign_g5())
}

fn verisign_g5_by_class_3() -> Certified {
    let g5 = verisign_g5().template().clone();
    g5.valid("2006-11-08", "2021-11-07T23:59:59Z")
        .issued_by(&verisign_class_3())
}

fn baltimore_ca_2_g2() -> Certified {
    intermediate(digicert("Mock DigiCert Baltimore CA-2 G2"), 16)
        .valid("2015-12-08T12:05:07Z", "2025-05-10T12:00:00Z")
        .issued_by(&baltimore())
}

fn server_ca_1b() -> Certified {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock Amazon")
        .with_ou("Mock Server CA 1B");
    intermediate(name.with_cn("Mock Amazon"), 17)
        .valid("2015-10-22", "2025-10-19")
        .issued_by(&amazon_root_1())
}

fn rsa_2048_m01() -> Certified {
    intermediate(amazon("Mock Amazon RSA 2048 M01"), 18)
        .valid("2022-08-23T22:21:28Z", "2030-08-23T22:21:28Z")
        .issued_by(&amazon_root_1())
}

fn amazon_root_1_by_starfield() -> Certified {
    amazon_root_1_template()
        .valid("2015-05-25T12:00:00Z", "2037-12-31T01:00:00Z")
        .issued_by(&starfield_services_g2())
}

fn starfield_services_by_class_2() -> Certified {
    starfield_services_g2_template()
        .valid("2009-09-02", "2034-06-28T17:39:16Z")
        .issued_by(&starfield_class_2())
}

catalogue! { Epoch;
    /// The VeriSign era, in 2014.
    ///
    /// ```text
    /// s3 <- Mock VeriSign Secure Server CA - G3 <- Mock VeriSign G5
    ///                                                by itself
    ///                                                by Mock VeriSign Class 3 (RSA 1024)      sent
    /// ```
    ///
    /// The real certificates were signed with SHA-1; these are not, so that today's clients can take part.
    fn verisign() {
        let issuer = verisign_secure_server_g3();
        let leaf = server().valid("2014-02-27", "2015-02-28T23:59:59Z").issued_by(&issuer);
        sends("2014-06-29T12:00:00Z", [leaf, issuer, verisign_g5_by_class_3()])
    }

    /// DigiCert Baltimore, up to March 2021.
    ///
    /// ```text
    /// s3 <- Mock DigiCert Baltimore CA-2 G2 <- Mock Baltimore CyberTrust Root
    /// ```
    fn baltimore_ca_2() {
        let issuer = baltimore_ca_2_g2();
        let leaf = server().valid("2019-11-09", "2021-03-12T12:00:00Z").issued_by(&issuer);
        sends("2020-12-10T12:00:00Z", [leaf, issuer])
    }

    /// Amazon Trust Services, four certificates, from March 2021.
    ///
    /// ```text
    /// s3 <- Mock Amazon Server CA 1B <- Mock Amazon Root CA 1
    ///                                     by itself
    ///                                     by Mock Starfield Services G2               sent
    ///                                          by itself
    ///                                          by Mock Starfield Class 2              sent
    /// ```
    fn march_2021() {
        let issuer = server_ca_1b();
        let leaf = server().valid("2021-03-23", "2022-04-22T23:59:59Z").issued_by(&issuer);
        sends(
            "2021-06-15T12:00:00Z",
            [leaf, issuer, amazon_root_1_by_starfield(), starfield_services_by_class_2()],
        )
    }

    /// The same with the intermediate of October 2022 and later.
    ///
    /// ```text
    /// s3 <- Mock Amazon RSA 2048 M01 <- Mock Amazon Root CA 1
    ///                                     by itself
    ///                                     by Mock Starfield Services G2               sent
    ///                                          by itself
    ///                                          by Mock Starfield Class 2              sent
    /// ```
    fn october_2022() {
        let issuer = rsa_2048_m01();
        let leaf = server().valid("2023-10-10", "2024-07-10T23:59:59Z").issued_by(&issuer);
        sends(
            "2024-01-15T12:00:00Z",
            [leaf, issuer, amazon_root_1_by_starfield(), starfield_services_by_class_2()],
        )
    }

    /// Three certificates: from August 2024 the one by Starfield Class 2 is no longer sent.
    ///
    /// ```text
    /// s3 <- Mock Amazon RSA 2048 M01 <- Mock Amazon Root CA 1
    ///                                     by itself
    ///                                     by Mock Starfield Services G2               sent
    ///                                          by itself
    /// ```
    fn august_2024() {
        let issuer = rsa_2048_m01();
        let leaf = server().valid("2024-07-20", "2025-08-17T23:59:59Z").issued_by(&issuer);
        sends("2025-02-01T12:00:00Z", [leaf, issuer, amazon_root_1_by_starfield()])
    }

    /// Two certificates: no cross-certificate any more, at some endpoints.
    ///
    /// ```text
    /// s3 <- Mock Amazon RSA 2048 M01 <- Mock Amazon Root CA 1
    ///                                     by itself
    /// ```
    fn two_certificates() {
        let issuer = rsa_2048_m01();
        let leaf = server().valid("2025-03-20", "2026-03-19T23:59:59Z").issued_by(&issuer);
        sends("2025-10-01T12:00:00Z", [leaf, issuer])
    }

    /// The day on which the cross-certificate by Starfield is gone from every endpoint.
    ///
    /// ```text
    /// s3 <- Mock Amazon RSA 2048 M04 <- Mock Amazon Root CA 1
    ///                                     by itself
    /// ```
    ///
    /// A day in the future, with an intermediate that no client has seen.
    fn cross_certificate_gone() {
        let name = amazon("Mock Amazon RSA 2048 M04");
        let issuer = intermediate(name, 19).valid("2026-01-01", "2034-01-01");
        let issuer = issuer.issued_by(&amazon_root_1());
        let leaf = server().valid("2027-05-01", "2027-08-01").issued_by(&issuer);
        sends("2027-06-01T12:00:00Z", [leaf, issuer])
    }
}
