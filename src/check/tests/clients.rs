//! Rules in which clients differ: what each of several says of the same certificate. That the real clients say so is compared
//! in `tests/differential`; here a slip in a rule shows at once.

use super::{CheckId, Failure, Outcome, checked, checked_trio, failures, outcome};
use crate::check::Termination;
use crate::testing::{AS_IS, Edit, parsed, policy, sound, trio, trio_with};
use test_pki::{
    AuthorityKeyId, BasicConstraints, Criticality, ExtendedKeyUsage, Extension, Key, KeyUsage,
    Template,
};

/// Which certificate of the three is edited, and how; the check, and which clients refuse and accept there.
type Row = (
    usize,
    Edit,
    CheckId,
    &'static [&'static str],
    &'static [&'static str],
);

/// Netscape's certificate type: for clients only.
fn netscape_client(template: Template) -> Template {
    let value = vec![3, 2, 7, 0x80];
    template.extension(Extension::new(
        "2.16.840.1.113730.1.1",
        Criticality::NonCritical,
        value,
    ))
}

/// `nsSGC`, which some clients take for a server's purpose.
const SERVER_GATED: ExtendedKeyUsage = ExtendedKeyUsage::Other(&[2, 16, 840, 1, 113_730, 4, 1]);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // Whose keys must be strong.
    (0, |t| t.key(Key::rsa_1024(0)), CheckId::AlgorithmStrength, &["webpki", "python-3"], &["rustls", "openssl-3"]),
    (1, |t| t.key(Key::rsa_1024(0)), CheckId::AlgorithmStrength, &["webpki", "python-3", "rustls"], &["openssl-3"]),
    (2, |t| t.key(Key::rsa_1024(0)), CheckId::AlgorithmStrength, &["webpki", "python-3", "rustls"], &["openssl-3"]),
    (1, |t| t.key(Key::rsa_2048(0)), CheckId::AlgorithmStrength, &[], &["webpki", "python-3", "rustls", "openssl-3"]),
    // A server's certificate that says it is a CA's.
    (0, |t| t.basic_constraints(BasicConstraints::Ca), CheckId::BasicConstraints,
        &["rustls", "nss"], &["rfc5280", "openssl-3", "go"]),
    (0, |t| t.basic_constraints(BasicConstraints::Ca).extended_key_usage([]), CheckId::BasicConstraints,
        &["rustls"], &["nss", "rfc5280"]),
    (0, |t| t.basic_constraints(BasicConstraints::Absent), CheckId::BasicConstraints,
        &[], &["rustls", "nss", "python-3.13", "openssl-3"]),
    // One that says nothing, and looks like a CA's.
    (0, |t| t.basic_constraints(BasicConstraints::Absent).key_usage([KeyUsage::KeyCertSign]), CheckId::BasicConstraints,
        &["python-3.13"], &["openssl-3", "rfc5280"]),
    (0, |t| t.basic_constraints(BasicConstraints::EndEntity).key_usage([KeyUsage::KeyCertSign]), CheckId::BasicConstraints,
        &[], &["python-3.13", "openssl-3"]),
    // Who may be a CA without saying so.
    (2, |t| t.basic_constraints(BasicConstraints::Absent), CheckId::BasicConstraints,
        &["rfc5280", "go", "java", "python-3.13"], &["openssl-3", "gnutls", "nss", "openssl-1.0.1"]),
    (2, Template::version_1, CheckId::BasicConstraints,
        &["rfc5280"], &["openssl-3", "gnutls", "nss", "go", "java", "openssl-1.0.1"]),
    (1, Template::version_1, CheckId::BasicConstraints,
        &["rfc5280", "openssl-3", "gnutls", "nss", "go", "java"], &[]),
    (1, |t| t.basic_constraints(BasicConstraints::Absent), CheckId::BasicConstraints,
        &["rfc5280", "openssl-3", "gnutls", "nss", "go", "java"], &["openssl-1.0.1"]),
    (1, |t| t.basic_constraints(BasicConstraints::Absent).key_usage([]), CheckId::BasicConstraints,
        &["openssl-1.0.1", "openssl-3"], &[]),
    // What a key may do.
    (1, |t| t.key_usage([KeyUsage::CrlSign]), CheckId::KeyUsage, &["webpki", "openssl-3", "nss"], &["rustls"]),
    (0, |t| t.key(Key::rsa_2048(0)).key_usage([KeyUsage::DigitalSignature]), CheckId::KeyUsage, &["nss"], &["java", "webpki"]),
    (0, |t| t.key(Key::rsa_2048(0)).key_usage([KeyUsage::KeyEncipherment]), CheckId::KeyUsage, &["java"], &["nss", "webpki"]),
    (0, |t| t.key_usage([KeyUsage::KeyEncipherment]), CheckId::KeyUsage, &["nss", "java"], &["webpki"]),
    (0, |t| t.key_usage([KeyUsage::KeyAgreement]), CheckId::KeyUsage, &["java"], &["nss", "webpki"]),
    // Which key of an issuer is meant.
    (0, |t| t.authority_key_id(AuthorityKeyId::Bytes(vec![1])), CheckId::KeyIdentifier,
        &["openssl-3", "gnutls"], &["java", "rfc5280", "rustls"]),
    (1, |t| t.authority_key_id(AuthorityKeyId::Bytes(vec![1])), CheckId::KeyIdentifier,
        &["openssl-3", "gnutls", "java"], &["rfc5280", "rustls"]),
    // What a certificate is for.
    (0, |t| t.extended_key_usage([ExtendedKeyUsage::Any]), CheckId::ExtendedKeyUsage,
        &["webpki", "openssl-3", "rustls", "nss"], &["java", "go", "rfc5280"]),
    (0, |t| t.extended_key_usage([SERVER_GATED]), CheckId::ExtendedKeyUsage,
        &["webpki", "rustls", "rfc5280", "go"], &["java", "openssl-3", "nss"]),
    (0, |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), CheckId::ExtendedKeyUsage,
        &["webpki", "rustls", "rfc5280", "go", "java", "openssl-3", "nss"], &[]),
    (0, netscape_client, CheckId::ExtendedKeyUsage, &["openssl-3", "nss"], &["webpki", "rustls", "rfc5280", "java"]),
    (1, netscape_client, CheckId::ExtendedKeyUsage, &[], &["openssl-3", "webpki"]),
    (1, |t| t.extended_key_usage([ExtendedKeyUsage::Any]), CheckId::ExtendedKeyUsage,
        &["nss", "openssl-3", "rustls"], &["go", "java", "rfc5280"]),
    (1, |t| t.extended_key_usage([ExtendedKeyUsage::Any, ExtendedKeyUsage::ClientAuth]), CheckId::ExtendedKeyUsage,
        &["openssl-3"], &["nss", "go"]),
    (1, |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), CheckId::ExtendedKeyUsage,
        &["openssl-3", "go", "rustls"], &["nss", "java"]),
    (2, |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), CheckId::ExtendedKeyUsage, &["openssl-3"], &["openssl-1.0.2"]),
    (1, |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]), CheckId::ExtendedKeyUsage, &["openssl-1.0.2"], &[]),
];

#[test]
fn who_refuses_and_who_accepts() {
    for (row, (position, edit, check, refuse, accept)) in ROWS.iter().enumerate() {
        let trio = trio_with(*position, *edit);
        for (clients, is_refused) in [(refuse, true), (accept, false)] {
            for client in *clients {
                let found = failures(&checked_trio(&trio, &policy(client)));
                let is_found = found
                    .iter()
                    .any(|(failed, at, _)| (failed, at) == (check, position));
                assert_eq!(is_found, is_refused, "row {row} {client}: {found:?}");
            }
        }
    }
}

#[test]
fn a_sound_path_is_sound_to_every_client() {
    for profile in crate::client::profiles() {
        let found = failures(&checked_trio(&sound(), &profile.policy));
        assert_eq!(found, [], "{}", profile.id);
    }
}

/// A certificate that is trusted itself: NSS wants one that does not say it is no CA's.
#[test]
fn a_target_that_anchors_itself() {
    let says_nothing: Edit = |t| t.basic_constraints(BasicConstraints::Absent);
    let says_ca: Edit = |t| {
        t.basic_constraints(BasicConstraints::Ca)
            .extended_key_usage([])
    };
    for (edit, is_refused) in [(AS_IS, true), (says_nothing, false), (says_ca, false)] {
        let path = [parsed(&trio(edit, AS_IS, AS_IS).leaf)];
        for (client, counts) in [("nss", true), ("openssl-3", false)] {
            let checks = checked(&path, &policy(client), Termination::Anchored);
            let outcome = outcome(&checks, CheckId::BasicConstraints, 0);
            let expected = is_refused && counts;
            assert_eq!(matches!(outcome, Outcome::Fail(_)), expected, "{client}");
        }
    }
}

/// One that Java trusts itself may have ended, and be meant for anything.
#[test]
fn a_target_that_java_trusts_as_it_is() {
    let ended: Edit = |t| t.valid("2010-01-01", "2020-01-01");
    let for_clients: Edit = |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth]);
    let for_nothing: Edit = |t| t.key_usage([KeyUsage::CrlSign]);
    for (edit, check) in [
        (ended, CheckId::Validity),
        (for_clients, CheckId::ExtendedKeyUsage),
        (for_nothing, CheckId::KeyUsage),
    ] {
        let path = [parsed(&trio(edit, AS_IS, AS_IS).leaf)];
        for (client, termination, is_refused) in [
            ("java", Termination::Anchored, false),
            ("java", Termination::Open, true),
            ("nss", Termination::Anchored, true),
        ] {
            let checks = checked(&path, &policy(client), termination);
            let is_found = failures(&checks)
                .iter()
                .any(|(failed, ..)| *failed == check);
            assert_eq!(is_found, is_refused, "{check:?} {client} {termination:?}");
        }
    }
}

/// To OpenSSL before 1.1.1 a key on Edwards' curve is none.
#[test]
fn a_key_of_a_kind_that_is_not_known() {
    let trio = trio_with(1, |t| t.key(Key::ed25519("middle")));
    for (client, expected) in [
        ("openssl-1.0.2", Outcome::Fail(Failure::UnusableKey)),
        ("openssl-3", Outcome::Pass),
    ] {
        let checks = checked_trio(&trio, &policy(client));
        assert_eq!(
            outcome(&checks, CheckId::Signature, 0),
            &expected,
            "{client}"
        );
        assert_eq!(outcome(&checks, CheckId::Signature, 1), &Outcome::Pass);
    }
}

/// What a client does not look at is neither good nor bad.
#[test]
fn what_is_not_looked_at_does_not_apply() {
    let checks = checked_trio(&sound(), &policy("rfc5280"));
    for (check, position) in [
        (CheckId::KeyUsage, 0),
        (CheckId::CertificatePolicies, 0),
        (CheckId::CertificatePolicies, 1),
        (CheckId::CertificatePolicies, 2),
        (CheckId::NameConstraints, 1),
    ] {
        let found = outcome(&checks, check, position);
        assert_eq!(found, &Outcome::NotApplicable, "{check:?} {position}");
    }
}
