//! What looks like a breach and is none.

use super::failures_of;
use crate::check::tests::{checked_trio, failures};
use crate::testing::{Edit, HOST, NOW, Trio, policy};
use test_pki::{
    BasicConstraints, Criticality, ExtendedKeyUsage, Extension, Hash, Key, KeyUsage, Name, Subtree,
    ca, leaf,
};

#[rustfmt::skip]
const ROWS: &[(&str, usize, Edit)] = &[
    // The first and the last second count.
    ("webpki", 0, |t| t.valid("2020-01-01", NOW)),
    ("webpki", 1, |t| t.valid(NOW, "2040-01-01")),
    // The intermediate below is one, the server's certificate none.
    ("webpki", 2, |t| t.path_len(1)),
    ("webpki", 1, |t| t.path_len(0)),
    // Missing extensions allow everything.
    ("openssl-3", 1, |t| t.key_usage([])),
    ("webpki", 0, |t| t.key_usage([])),
    ("openssl-3", 0, |t| t.extended_key_usage([])),
    ("rfc5280", 0, |t| t.extended_key_usage([])),
    ("openssl-3", 2, |t| t.basic_constraints(BasicConstraints::Absent)),
    ("openssl-3", 2, test_pki::Template::version_1),
    // Any of three usages serves TLS.
    ("webpki", 0, |t| t.key_usage([KeyUsage::KeyAgreement])),
    ("webpki", 0, |t| t.key_usage([KeyUsage::KeyEncipherment])),
    // Several purposes, one of them the right one.
    ("webpki", 0, |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth, ExtendedKeyUsage::ServerAuth])),
    ("rfc5280", 0, |t| t.extended_key_usage([ExtendedKeyUsage::Any])),
    ("openssl-3", 0, |t| t.extended_key_usage([ExtendedKeyUsage::Other(&[2, 16, 840, 1, 113_730, 4, 1])])),
    ("openssl-3", 0, |t| t.extension(Extension::new("2.16.840.1.113730.1.1", Criticality::NonCritical, vec![3, 2, 6, 0x40]))),
    // The name is inside, or not in the way.
    ("webpki", 1, |t| t.permit(Subtree::Dns("mock.example")).permit(Subtree::Dns("studio.example"))),
    ("webpki", 1, |t| t.exclude(Subtree::Dns("ww.mock.example"))),
    // Constraints of the server's own certificate bind nobody.
    ("openssl-3", 0, |t| t.exclude(Subtree::Dns("mock.example"))),
    // Not critical, or understood.
    ("webpki", 0, |t| t.extension(Extension::new("1.3.6.1.4.1.99999.1", Criticality::NonCritical, vec![5, 0]))),
    ("webpki", 1, |t| t.extension(Extension::inhibit_any_policy(0))),
    // A root's own signature is nobody's concern.
    ("webpki", 2, |t| t.signed_with(Hash::Sha1)),
    ("openssl-3", 2, |t| t.key(Key::rsa_1024(0)).signed_with(Hash::Md5)),
    // Strong enough for the one, not for the other.
    ("openssl-3", 0, |t| t.key(Key::rsa_1024(0))),
    ("rfc5280", 0, |t| t.key(Key::rsa_768())),
    ("rfc5280", 0, |t| t.signed_with(Hash::Sha1)),
    // The common name matters to OpenSSL where there is no alternative name.
    ("openssl-3", 0, test_pki::Template::no_san),
    // Form is nothing to OpenSSL, as long as it can tell what the certificate says.
    ("openssl-3", 0, |t| t.extension(Extension::ca_issuers("http://a")).extension(Extension::ca_issuers("http://b"))),
    ("openssl-3", 0, |t| t.authority_key_id(test_pki::AuthorityKeyId::Absent)),
    // Nobody looks for the issuer of an anchor.
    ("webpki", 2, |t| t.authority_key_id(test_pki::AuthorityKeyId::Absent)),
    ("webpki", 2, |t| t.authority_key_id(test_pki::AuthorityKeyId::Always)),
    // Roots of public CAs have it.
    ("webpki", 2, |t| t.serial(&[0])),
    // Path validation has no use for a server's key usage.
    ("rfc5280", 0, |t| t.key_usage([KeyUsage::DataEncipherment])),
    // Where the CA/Browser Forum is more lenient than RFC 5280, and where it is stricter.
    ("webpki", 1, |t| t.permit(Subtree::Dns("mock.example")).name_constraints_criticality(Criticality::NonCritical)),
    ("rfc5280", 0, |t| t.subject(Name::cn("Mock Server"))),
    ("openssl-3", 0, |t| t.san_dns(["my_host.mock.example"])),
    // A client's purpose beside the server's, and others that nobody forbids.
    ("webpki", 0, |t| t.extended_key_usage([ExtendedKeyUsage::ServerAuth, ExtendedKeyUsage::Other(&[1, 2, 3])])),
    // Critical, as they must be where there is no subject.
    ("webpki", 0, |t| t.subject(Name::new()).no_san().extension(Extension::new("2.5.29.17", Criticality::Critical,
        [&[0x30, 0x12, 0x82, 0x10], b"www.mock.example".as_slice()].concat()))),
    // Wildcards, constraints of both kinds, and purposes that a CA that is no root restricts itself to.
    ("webpki", 0, |t| t.san_dns(["*.mock.example"])),
    ("webpki", 1, |t| t.extension(Extension::policy_constraints(Some(5), None))),
    ("webpki", 1, |t| t.extension(Extension::policy_constraints(None, Some(0)))),
    ("webpki", 1, |t| t.extended_key_usage([ExtendedKeyUsage::ServerAuth])),
    ("rfc5280", 0, |t| t.basic_constraints(BasicConstraints::Ca).key_usage([KeyUsage::DigitalSignature, KeyUsage::KeyCertSign])
        .exclude(Subtree::Dns("studio.example"))),
    // What a client does not keep may stand twice.
    ("rustls", 0, |t| t.extension(Extension::ca_issuers("http://a")).extension(Extension::ca_issuers("http://b"))),
    // Addresses are written as everybody writes them.
    ("webpki", 0, |t| t.subject(Name::cn("2001:db8::1")).san_ip(["2001:db8::1".parse().unwrap()])),
];

#[test]
fn nothing_is_broken() {
    for (row, (client, position, edit)) in ROWS.iter().enumerate() {
        assert_eq!(failures_of(client, *position, *edit), [], "row {row}");
    }
}

#[test]
fn a_self_issued_ca_does_not_count_for_path_length_nor_constraints() {
    let root = ca("Mock Root")
        .path_len(0)
        .permit(Subtree::Dns("mock.example"))
        .permit(Subtree::Directory(Name::cn(HOST)))
        .self_signed();
    // The same name with another key: a rollover.
    let rolled = ca("Mock Root").key(Key::p256("rolled")).issued_by(&root);
    let leaf = leaf(HOST).issued_by(&rolled);
    let trio = Trio {
        leaf,
        middle: rolled,
        root,
    };
    assert_eq!(failures(&checked_trio(&trio, &policy("webpki"))), []);
}
