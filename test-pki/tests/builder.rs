//! What the builder promises, seen through an independent parser.

#![allow(clippy::expect_used, clippy::wildcard_enum_match_arm)] // Tests; and the parser's enum is long.

use test_pki::{
    AuthorityKeyId, BasicConstraints, Criticality, Extension, Hash, Key, KeyId, Name, StringForm,
    Subtree, ca, der, leaf,
};
use x509_parser::prelude::*;

fn parse(der: &[u8]) -> X509Certificate<'_> {
    let (rest, certificate) = X509Certificate::from_der(der).expect("a certificate");
    assert!(rest.is_empty());
    certificate
}

#[test]
fn same_question_same_bytes() {
    let make =
        || leaf("a.mock.example").issued_by(&ca("Mock Root").key(Key::rsa_2048(0)).self_signed());
    assert_eq!(make().der(), make().der());
}

#[test]
fn a_usual_chain_says_what_it_should() {
    let root = ca("Mock Root").self_signed();
    let intermediate = ca("Mock Int").path_len(0).issued_by(&root);
    let leaf = leaf("a.mock.example")
        .valid("2024-01-31", "2024-03-01T12:00:00Z")
        .issued_by(&intermediate);

    let parsed = parse(intermediate.der());
    let constraints = parsed.basic_constraints().unwrap().unwrap();
    assert!(constraints.critical && constraints.value.ca);
    assert_eq!(constraints.value.path_len_constraint, Some(0));
    assert!(parsed.key_usage().unwrap().unwrap().value.key_cert_sign());
    assert_eq!(parsed.issuer(), parse(root.der()).subject());

    let parsed = parse(leaf.der());
    assert_eq!(parsed.validity().not_before.timestamp(), 1_706_659_200);
    assert_eq!(parsed.validity().not_after.timestamp(), 1_709_294_400);
    assert_eq!(parsed.subject().to_string(), "CN=a.mock.example");
    assert!(
        parsed
            .extended_key_usage()
            .unwrap()
            .unwrap()
            .value
            .server_auth
    );
    assert!(!parsed.basic_constraints().unwrap().unwrap().value.ca);
}

#[test]
fn a_cross_certificate_keeps_name_and_key() {
    let root = ca("Mock Root A").self_signed();
    let cross = root.cross_signed_by(&ca("Mock Root B").self_signed());
    let (root, cross) = (parse(root.der()), parse(cross.der()));
    assert_eq!(root.subject(), cross.subject());
    assert_eq!(root.public_key().raw, cross.public_key().raw);
    assert_ne!(root.issuer(), cross.issuer());
    assert_ne!(root.raw_serial(), cross.raw_serial());
}

#[test]
fn a_name_has_one_key_and_another_name_another() {
    let key = |name: Name| ca(name).self_signed().key().clone();
    let plain = Name::cn("Mock Root");
    assert_eq!(
        key(plain.clone()),
        key(plain.clone().in_form(StringForm::Printable))
    );
    assert_eq!(key(plain.clone()), Key::p256("Mock Root"));
    assert_ne!(
        key(plain),
        key(Name::new().with_o("Mock Org").with_cn("Mock Root"))
    );
}

#[test]
fn every_key_and_digest_is_named_as_the_standard_names_it() {
    for (key, hash, oid) in [
        (Key::rsa_2048(1), None, "1.2.840.113549.1.1.11"),
        (Key::rsa_1024(0), Some(Hash::Md5), "1.2.840.113549.1.1.4"),
        (Key::rsa_4096(0), Some(Hash::Sha1), "1.2.840.113549.1.1.5"),
        (
            Key::rsa_2048(2),
            Some(Hash::Sha384),
            "1.2.840.113549.1.1.12",
        ),
        (
            Key::rsa_2048(2),
            Some(Hash::Sha512),
            "1.2.840.113549.1.1.13",
        ),
        (Key::p256("k"), None, "1.2.840.10045.4.3.2"),
        (Key::p256("k"), Some(Hash::Sha1), "1.2.840.10045.4.1"),
        (Key::p256("k"), Some(Hash::Sha384), "1.2.840.10045.4.3.3"),
        (Key::p384("k"), None, "1.2.840.10045.4.3.3"),
        (Key::p521("k"), None, "1.2.840.10045.4.3.4"),
        (Key::ed25519("k"), None, "1.3.101.112"),
    ] {
        let template = ca("Mock Root").key(key);
        let root = match hash {
            Some(hash) => template.signed_with(hash),
            None => template,
        }
        .self_signed();
        let parsed = parse(root.der());
        assert_eq!(parsed.signature_algorithm.algorithm.to_id_string(), oid);
        assert_eq!(parsed.tbs_certificate.signature, parsed.signature_algorithm);
    }
}

#[test]
fn key_identifiers_follow_the_options() {
    let ids = |der: &[u8]| {
        let (mut subject, mut authority) = (None, None);
        for extension in parse(der).extensions() {
            match extension.parsed_extension() {
                ParsedExtension::SubjectKeyIdentifier(id) => subject = Some(id.0.to_vec()),
                ParsedExtension::AuthorityKeyIdentifier(id) => {
                    authority = Some((
                        id.key_identifier.as_ref().map(|id| id.0.to_vec()),
                        id.authority_cert_serial.map(<[u8]>::to_vec),
                    ));
                }
                _ => {}
            }
        }
        (subject, authority)
    };
    let root = ca("Mock Root").self_signed();
    let root_id = root.key().identifier();
    assert_eq!(ids(root.der()), (Some(root_id.clone()), None));
    let below =
        |id: AuthorityKeyId| ids(ca("Mock Int").authority_key_id(id).issued_by(&root).der()).1;
    assert_eq!(below(AuthorityKeyId::OfIssuer), Some((Some(root_id), None)));
    assert_eq!(below(AuthorityKeyId::Absent), None);
    assert_eq!(
        below(AuthorityKeyId::Bytes(vec![1])),
        Some((Some(vec![1]), None))
    );
    assert_eq!(
        below(AuthorityKeyId::issuer_and_serial(&root)),
        Some((None, Some(root.serial().to_vec())))
    );
    let odd = ca("Mock Root")
        .subject_key_id(KeyId::Bytes(vec![9]))
        .self_signed();
    assert_eq!(ids(odd.der()).0, Some(vec![9]));
    assert_eq!(
        ids(leaf("a.example").issued_by(&odd).der()).1,
        Some((Some(vec![9]), None))
    );
    assert_eq!(
        ids(ca("Mock Root")
            .subject_key_id(KeyId::Absent)
            .self_signed()
            .der())
        .0,
        None
    );
}

#[test]
fn every_form_of_name_constraint_is_read_back() {
    let constrained = ca("Mock Int")
        .permit(Subtree::Dns("mock.example"))
        .permit(Subtree::Ip("10.0.0.0".parse().unwrap(), 8))
        .permit(Subtree::Directory(Name::new().with_o("Mock Org")))
        .exclude(Subtree::Email(".mock.example"))
        .exclude(Subtree::Uri("www.mock.example"))
        .exclude(Subtree::Ip("2001:db8::".parse().unwrap(), 32))
        .self_signed();
    let parsed = parse(constrained.der());
    let constraints = parsed.name_constraints().unwrap().unwrap();
    assert!(constraints.critical);
    let show = |subtrees: &Option<Vec<GeneralSubtree<'_>>>| {
        subtrees
            .as_ref()
            .unwrap()
            .iter()
            .map(|tree| tree.base.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        show(&constraints.value.permitted_subtrees),
        [
            "DNSName(mock.example)",
            "IPAddress(0a:00:00:00:ff:00:00:00)",
            "DirectoryName(O=Mock Org)"
        ]
    );
    assert_eq!(show(&constraints.value.excluded_subtrees).len(), 3);
}

#[test]
fn general_names_of_any_kind_can_be_given_encoded() {
    let constrained = ca("Mock Int")
        .exclude(Subtree::Encoded(der::implicit(2, b"a.b")))
        .self_signed();
    let parsed = parse(constrained.der());
    let constraints = parsed.name_constraints().unwrap().unwrap();
    let excluded = constraints.value.excluded_subtrees.as_ref().unwrap();
    assert_eq!(excluded[0].base, GeneralName::DNSName("a.b"));

    let directory = der::constructed(4, &Name::cn("Mock Directory").der());
    let leaf = leaf("a.mock.example")
        .no_san()
        .extension(Extension::alternative_names([directory]))
        .self_signed();
    let parsed = parse(leaf.der());
    let names = &parsed
        .subject_alternative_name()
        .unwrap()
        .unwrap()
        .value
        .general_names;
    assert!(
        matches!(&names[..], [GeneralName::DirectoryName(name)] if name.to_string() == "CN=Mock Directory")
    );
}

#[test]
fn policies_are_read_back() {
    let anything = "2.5.29.32.0";
    let policy = ca("Mock Int")
        .extension(Extension::policies(
            Criticality::Critical,
            &[anything, "2.16.840.1.1"],
        ))
        .extension(Extension::policy_mappings(&[("1.2.3", "1.2.4")]))
        .extension(Extension::policy_constraints(Some(0), None))
        .extension(Extension::inhibit_any_policy(1))
        .self_signed();
    let parsed = parse(policy.der());
    let seen = |oid: &str| {
        let all = parsed.extensions();
        all.iter()
            .find(|ext| ext.oid.to_id_string() == oid)
            .unwrap()
            .parsed_extension()
            .clone()
    };
    assert!(matches!(seen("2.5.29.32"), ParsedExtension::CertificatePolicies(p) if p.len() == 2));
    assert!(
        matches!(seen("2.5.29.33"), ParsedExtension::PolicyMappings(m) if m.mappings.len() == 1)
    );
    assert!(matches!(seen("2.5.29.36"),
        ParsedExtension::PolicyConstraints(c) if c.require_explicit_policy == Some(0)));
    assert!(matches!(seen("2.5.29.54"),
        ParsedExtension::InhibitAnyPolicy(i) if i.skip_certs == 1));
}

#[test]
fn odd_certificates_are_as_odd_as_asked() {
    let zero = ca("Mock Root").serial(&[0]).self_signed();
    assert_eq!(parse(zero.der()).raw_serial(), [0]);
    let negative = ca("Mock Root").serial(&[0xff]).self_signed();
    assert_eq!(parse(negative.der()).raw_serial(), [0xff]);

    let old = ca("Mock Root").version_1().self_signed();
    assert_eq!(parse(old.der()).version(), X509Version::V1);
    assert!(parse(old.der()).extensions().is_empty());

    let loose = ca("Mock Root")
        .basic_constraints_criticality(Criticality::NonCritical)
        .self_signed();
    assert!(
        !parse(loose.der())
            .basic_constraints()
            .unwrap()
            .unwrap()
            .critical
    );
    let none = ca("Mock Root")
        .basic_constraints(BasicConstraints::Absent)
        .self_signed();
    assert!(parse(none.der()).basic_constraints().unwrap().is_none());

    let whole = ca("Mock Root").self_signed();
    let broken = whole.clone().with_broken_signature();
    assert_eq!(
        parse(whole.der()).tbs_certificate,
        parse(broken.der()).tbs_certificate
    );
    assert_ne!(
        parse(whole.der()).signature_value,
        parse(broken.der()).signature_value
    );
}

#[test]
fn dates_take_the_form_of_their_century() {
    let (utc, general) = (0x17, 0x18);
    for (not_before, not_after, tags) in [
        ("2000-01-01", "2049-12-31T23:59:59Z", [utc, utc]),
        ("2000-01-01", "2050-01-01", [utc, general]),
        ("1949-12-31", "9999-12-31T23:59:59Z", [general, general]),
    ] {
        let root = ca("Mock Root").valid(not_before, not_after).self_signed();
        parse(root.der());
        let tbs = der::parts(root.der())[0];
        let validity = der::parts(der::parts(tbs)[4]);
        assert_eq!(
            validity.iter().map(|time| time[0]).collect::<Vec<_>>(),
            tags,
            "{not_after}"
        );
    }
}

#[test]
fn an_unknown_algorithm_is_named_twice() {
    let root = ca("Mock Root")
        .signature_algorithm("1.3.6.1.4.1.99999.2")
        .self_signed();
    let parsed = parse(root.der());
    assert_eq!(
        parsed.signature_algorithm.algorithm.to_id_string(),
        "1.3.6.1.4.1.99999.2"
    );
    assert_eq!(parsed.tbs_certificate.signature, parsed.signature_algorithm);
}

#[test]
fn an_impostor_signs_under_anothers_name() {
    let root = ca("Mock Root").self_signed();
    let leaf = leaf("a.mock.example");
    let honest = leaf.clone().issued_by(&root);
    let forged = leaf.issued_by_name_only(&root, &Key::p256("impostor"));
    assert_eq!(parse(forged.der()).issuer(), parse(honest.der()).issuer());
    assert_ne!(forged.der(), honest.der());
}

#[test]
fn bytes_can_be_changed_after_signing() {
    let cut = ca("Mock Root")
        .self_signed()
        .edited(|der| der.truncate(100));
    assert!(X509Certificate::from_der(cut.der()).is_err());
}

#[test]
fn hostile_and_old_names_stand_as_written() {
    let hostile = "MOCK <script>alert(1)</script>\u{1b}[31m\u{202e}gro.elpmaxe\0.mock.example";
    let root = ca(hostile).self_signed();
    let parsed = parse(root.der());
    let name = parsed.subject().iter_common_name().next().unwrap();
    assert_eq!(name.as_str().unwrap(), hostile);

    let twice = Name::new()
        .with_c("US")
        .with_o("Mock Org")
        .with_ou("One")
        .with_ou("Two");
    assert_eq!(
        parse(ca(&twice).self_signed().der()).subject().to_string(),
        "C=US, O=Mock Org, OU=One, OU=Two"
    );
    for form in [
        StringForm::Printable,
        StringForm::Teletex,
        StringForm::Bmp,
        StringForm::Ia5,
    ] {
        let other = ca(Name::cn("Mock Root").in_form(form)).self_signed();
        assert_ne!(other.name().der(), Name::cn("Mock Root").der(), "{form:?}");
        parse(other.der());
    }
}
