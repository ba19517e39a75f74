//! The mock public roots: twins of the real ones in name, key kind and dates, with "Mock" before each name.
//!
//! They are what `--known-roots` takes, so that the mock tells the same story as the real thing.

use std::sync::LazyLock;

use crate::extension::Criticality;
use crate::hash::Hash;
use crate::key::Key;
use crate::name::{Name, StringForm};
use crate::template::Template;
use crate::{Certified, ca};

/// Every mock public root, in a fixed order; made once.
pub fn known_roots() -> &'static [Certified] {
    static ALL: LazyLock<Vec<Certified>> = LazyLock::new(all);
    &ALL
}

fn all() -> Vec<Certified> {
    vec![
        verisign_class_3(),
        verisign_g5(),
        baltimore(),
        starfield_class_2(),
        starfield_services_g2(),
        starfield_g2(),
        amazon_root_1(),
        amazon_root_2(),
        amazon_root_3(),
        amazon_root_4(),
        digicert_global(),
        digicert_global_g2(),
        go_daddy_class_2(),
        go_daddy_g2(),
        addtrust(),
        usertrust_rsa(),
        dst_root_x3(),
        isrg_root_x1(),
        mock_public_root(),
    ]
}

/// VeriSign's root of 1996: RSA 1024, version 1, no common name.
pub fn verisign_class_3() -> Certified {
    let name = verisign().with_ou("Mock Class 3 Public Primary Certification Authority");
    Template::new(name)
        .key(Key::rsa_1024(0))
        .valid("1996-01-29", "2028-08-01T23:59:59Z")
        .signed_with(Hash::Sha1)
        .version_1()
        .self_signed()
}

/// VeriSign's root of the years before 2020.
pub fn verisign_g5() -> Certified {
    let name = verisign()
        .with_ou("Mock VeriSign Trust Network")
        .with_ou("(c) 2006 Mock VeriSign, Inc. - For authorized use only")
        .with_cn("Mock VeriSign Class 3 Public Primary Certification Authority - G5");
    old_root(name, 0)
        .valid("2006-11-08", "2036-07-16T23:59:59Z")
        .self_signed()
}

/// The root of S3 until 2021.
pub fn baltimore() -> Certified {
    let name = Name::new()
        .with_c("IE")
        .with_o("Mock Baltimore")
        .with_ou("Mock CyberTrust")
        .with_cn("Mock Baltimore CyberTrust Root");
    old_root(name, 1)
        .path_len(3)
        .valid("2000-05-12T18:46:00Z", "2025-05-12T23:59:00Z")
        .self_signed()
}

/// The root above Starfield Services G2, with no common name and no key usage, as the real one.
pub fn starfield_class_2() -> Certified {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock Starfield Technologies, Inc.")
        .with_ou("Mock Starfield Class 2 Certification Authority");
    old_root(name, 2)
        .valid("2004-06-29T17:39:16Z", "2034-06-29T17:39:16Z")
        .serial(&[0])
        .basic_constraints_criticality(Criticality::NonCritical)
        .key_usage([])
        .self_signed()
}

/// The root above Amazon's: Amazon's own, whatever the name.
pub fn starfield_services_g2() -> Certified {
    starfield_services_g2_template()
        .valid("2009-09-01", "2037-12-31T23:59:59Z")
        .serial(&[0])
        .self_signed()
}

/// Name and key of Starfield Services G2, for its root and its cross-certificate.
pub(crate) fn starfield_services_g2_template() -> Template {
    root(
        starfield("Mock Starfield Services Root Certificate Authority - G2"),
        3,
    )
}

/// GoDaddy's root with nearly the name of [`starfield_services_g2`], and another key.
pub fn starfield_g2() -> Certified {
    let name = starfield("Mock Starfield Root Certificate Authority - G2");
    root(name, 4)
        .valid("2009-09-01", "2037-12-31T23:59:59Z")
        .serial(&[0])
        .self_signed()
}

/// The root of S3 since 2021.
pub fn amazon_root_1() -> Certified {
    amazon_root_1_template()
        .valid("2015-05-26", "2038-01-17")
        .self_signed()
}

/// Name and key of Amazon Root CA 1, for its root and its cross-certificate.
pub(crate) fn amazon_root_1_template() -> Template {
    root(amazon("Mock Amazon Root CA 1"), 5)
}

/// Amazon's second root, RSA 4096.
pub fn amazon_root_2() -> Certified {
    let root = ca(amazon("Mock Amazon Root CA 2")).key(Key::rsa_4096(0));
    root.valid("2015-05-26", "2040-05-26").self_signed()
}

/// Amazon's third root, P-256.
pub fn amazon_root_3() -> Certified {
    ca(amazon("Mock Amazon Root CA 3"))
        .valid("2015-05-26", "2040-05-26")
        .self_signed()
}

/// Amazon's fourth root, P-384.
pub fn amazon_root_4() -> Certified {
    let root = ca(amazon("Mock Amazon Root CA 4")).key(Key::p384("Mock Amazon Root CA 4"));
    root.valid("2015-05-26", "2040-05-26").self_signed()
}

/// DigiCert's root of 2006.
pub fn digicert_global() -> Certified {
    let name = digicert("Mock DigiCert Global Root CA");
    old_root(name, 6)
        .valid("2006-11-10", "2031-11-10")
        .self_signed()
}

/// DigiCert's root of 2013.
pub fn digicert_global_g2() -> Certified {
    let name = digicert("Mock DigiCert Global Root G2");
    root(name, 7)
        .valid("2013-08-01T12:00:00Z", "2038-01-15T12:00:00Z")
        .self_signed()
}

/// The one root of the hosted sites that the oldest bundle has as well.
pub fn go_daddy_class_2() -> Certified {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock The Go Daddy Group, Inc.")
        .with_ou("Mock Go Daddy Class 2 Certification Authority");
    old_root(name, 8)
        .valid("2004-06-29T17:06:20Z", "2034-06-29T17:06:20Z")
        .serial(&[0])
        .self_signed()
}

/// Go Daddy's root of 2009.
pub fn go_daddy_g2() -> Certified {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock GoDaddy.com, Inc.")
        .with_cn("Mock Go Daddy Root Certificate Authority - G2");
    root(name, 9)
        .valid("2009-09-01", "2037-12-31T23:59:59Z")
        .serial(&[0])
        .self_signed()
}

/// The root that ended on 30 May 2020.
pub fn addtrust() -> Certified {
    let name = Name::new()
        .with_c("SE")
        .with_o("Mock AddTrust AB")
        .with_ou("Mock AddTrust External TTP Network")
        .with_cn("Mock AddTrust External CA Root");
    old_root(name, 10)
        .valid("2000-05-30T10:48:38Z", "2020-05-30T10:48:38Z")
        .serial(&[1])
        .self_signed()
}

/// The root that came after [`addtrust`].
pub fn usertrust_rsa() -> Certified {
    usertrust_rsa_template()
        .valid("2010-02-01", "2038-01-18T23:59:59Z")
        .self_signed()
}

/// Name and key of USERTrust RSA, for its root and its cross-certificate.
pub(crate) fn usertrust_rsa_template() -> Template {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock The USERTRUST Network")
        .with_cn("Mock USERTrust RSA Certification Authority");
    ca(name).key(Key::rsa_4096(1))
}

/// The root that ended on 30 September 2021.
pub fn dst_root_x3() -> Certified {
    let name = Name::new()
        .with_o("Mock Digital Signature Trust Co.")
        .with_cn("Mock DST Root CA X3");
    old_root(name, 11)
        .valid("2000-09-30T21:12:19Z", "2021-09-30T14:01:15Z")
        .self_signed()
}

/// The root that came after [`dst_root_x3`].
pub fn isrg_root_x1() -> Certified {
    isrg_root_x1_template()
        .valid("2015-06-04T11:04:38Z", "2035-06-04T11:04:38Z")
        .self_signed()
}

/// Name and key of ISRG Root X1, for its root and its cross-certificate.
pub(crate) fn isrg_root_x1_template() -> Template {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock Internet Security Research Group")
        .with_cn("Mock ISRG Root X1");
    ca(name).key(Key::rsa_4096(2))
}

/// A public root with no twin in the world, on a P-256 key: for scenarios about anything but S3.
pub fn mock_public_root() -> Certified {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock Public Trust")
        .with_cn("Mock Public Root X1");
    ca(name).valid("2015-01-01", "2040-01-01").self_signed()
}

fn root(name: Name, key: usize) -> Template {
    ca(name).key(Key::rsa_2048(key))
}

/// The roots of those years signed themselves with SHA-1: harmless, since nobody checks it.
fn old_root(name: Name, key: usize) -> Template {
    root(name, key).signed_with(Hash::Sha1)
}

fn verisign() -> Name {
    Name::new().with_c("US").with_o("Mock VeriSign, Inc.")
}

fn starfield(common_name: &str) -> Name {
    Name::new()
        .with_c("US")
        .with("2.5.4.8", StringForm::Printable, "Arizona")
        .with("2.5.4.7", StringForm::Printable, "Scottsdale")
        .with_o("Mock Starfield Technologies, Inc.")
        .with_cn(common_name)
}

pub(crate) fn amazon(common_name: &str) -> Name {
    Name::new()
        .with_c("US")
        .with_o("Mock Amazon")
        .with_cn(common_name)
}

pub(crate) fn digicert(common_name: &str) -> Name {
    Name::new()
        .with_c("US")
        .with_o("Mock DigiCert Inc")
        .with_ou("www.digicert.mock.example")
        .with_cn(common_name)
}
