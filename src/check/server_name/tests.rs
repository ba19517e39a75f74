use proptest::prelude::*;

use super::*;

const S3: &str = "sg-media-usor-01.s3.amazonaws.com";

/// A subject with these common names.
fn subject(common_names: &[&str]) -> Name {
    let tlv =
        |tag: u8, content: &[u8]| [&[tag, u8::try_from(content.len()).unwrap()], content].concat();
    let rdns: Vec<u8> = common_names
        .iter()
        .flat_map(|text| {
            let value = tlv(0x0c, text.as_bytes());
            let pair = tlv(0x30, &[&[0x06, 3, 0x55, 4, 3], &value[..]].concat());
            tlv(0x31, &pair)
        })
        .collect();
    Name::from_der(&tlv(0x30, &rdns)).unwrap()
}

/// `ip:127.0.0.1` as an address, the rest as DNS names.
fn san(names: &[&str]) -> Vec<GeneralName> {
    names
        .iter()
        .map(|text| match text.strip_prefix("ip:") {
            Some(address) => GeneralName::Ip(match address.parse().unwrap() {
                IpAddr::V4(address) => address.octets().to_vec(),
                IpAddr::V6(address) => address.octets().to_vec(),
            }),
            None => GeneralName::Dns(text.as_bytes().to_vec()),
        })
        .collect()
}

fn run(rules: &NameRules, wanted: &str, names: &[&str], common_names: &[&str]) -> NameMatch {
    let wanted = ServerName::parse(wanted).unwrap();
    match_name(rules, &wanted, &san(names), &subject(common_names))
}

/// The host-name scenarios j1 to j10 and what real engines said to them: OpenSSL (1.0.2 to 3.5 agree), CPython 3.11,
/// Node 20, Java 17, GnuTLS 3.7, Go 1.19, rustls-webpki 0.103.
#[test]
fn agrees_with_real_engines() {
    const CLIENTS: [(char, NameRules); 6] = [
        ('o', NameRules::OPENSSL),
        ('p', NameRules::OPENSSL_WHOLE_LABEL),
        ('n', NameRules::NODE),
        ('t', NameRules::GNUTLS),
        ('g', NameRules::GO),
        ('w', NameRules::RFC_9525),
    ];
    let buckets = ["*.s3.amazonaws.com", "s3.amazonaws.com"];
    for (wanted, names, common_name, accepted_by) in [
        ("www.example.com", &buckets[..], "*.s3.amazonaws.com", ""),
        (S3, &[], S3, "opnt"),
        (
            "my.bucket.s3.amazonaws.com",
            &buckets,
            "*.s3.amazonaws.com",
            "",
        ),
        (S3, &["other.example"], S3, ""),
        ("127.0.0.1", &["ip:127.0.0.1"], "x", "opntgw"),
        ("127.0.0.1", &[], "127.0.0.1", ""),
        ("127.0.0.1", &["127.0.0.1"], "x", ""),
        (S3, &["sg-*.s3.amazonaws.com"], "x", "n"),
        (S3, &["*.S3.AMAZONAWS.COM"], "x", "opntgw"),
        (S3, &["sg*.s3.amazonaws.com"], "x", "on"),
        (S3, &["ip:127.0.0.1"], S3, "opn"),
    ] {
        let accepting: String = CLIENTS
            .iter()
            .filter(|(_, rules)| {
                matches!(
                    run(rules, wanted, names, &[common_name]),
                    NameMatch::Matched { .. }
                )
            })
            .map(|(initial, _)| *initial)
            .collect();
        assert_eq!(accepting, accepted_by, "{wanted} {names:?} {common_name}");
    }
}

#[test]
fn the_entry_that_matched_is_the_evidence() {
    let dns = |text: &str| NameMatch::Matched {
        by: PresentedName::Dns(text.into()),
    };
    assert_eq!(
        run(
            &NameRules::RFC_9525,
            S3,
            &["x.example", "*.s3.Amazonaws.com", S3],
            &[]
        ),
        dns("*.s3.Amazonaws.com")
    );
    assert_eq!(
        run(
            &NameRules::OPENSSL,
            "a.example",
            &[],
            &["b.example", "A.example"]
        ),
        NameMatch::Matched {
            by: PresentedName::CommonName("A.example".into())
        }
    );
    assert_eq!(
        run(&NameRules::OPENSSL, "::1", &["a.example", "ip:::1"], &[]),
        NameMatch::Matched {
            by: PresentedName::Ip("::1".parse().unwrap())
        }
    );
}

#[test]
fn a_mismatch_lists_the_names_that_count() {
    let names = ["a.example", "ip:10.0.0.1"];
    let NameMatch::Refused { valid_for, .. } =
        run(&NameRules::OPENSSL, "b.example", &names, &["c.example"])
    else {
        panic!("matched");
    };
    let expected = [
        PresentedName::Dns("a.example".into()),
        PresentedName::Ip("10.0.0.1".parse().unwrap()),
    ];
    assert_eq!(valid_for, expected);

    let by_common_name =
        |rules, names: &[&str]| match run(rules, "b.example", names, &["c.example"]) {
            NameMatch::Refused { valid_for, .. } => valid_for.len(),
            NameMatch::Matched { .. } => panic!("matched"),
        };
    let when_no_san = NameRules {
        common_name: CommonNameRule::WhenNoSan,
        ..NameRules::OPENSSL
    };
    assert_eq!(by_common_name(&NameRules::OPENSSL, &["ip:10.0.0.1"]), 2);
    assert_eq!(by_common_name(&when_no_san, &["ip:10.0.0.1"]), 1);
    assert_eq!(by_common_name(&when_no_san, &[]), 1);
    assert_eq!(by_common_name(&NameRules::RFC_9525, &[]), 0);
}

#[test]
fn addresses_as_text_where_a_client_takes_them() {
    let lax = NameRules {
        address: AddressRule::AsText,
        ip_in_common_name: Treatment::Accepted,
        ..NameRules::OPENSSL
    };
    for (names, common_name) in [(&["10.0.0.1"][..], "x"), (&[], "10.0.0.1")] {
        let matched = run(&lax, "10.0.0.1", names, &[common_name]);
        assert!(matches!(matched, NameMatch::Matched { .. }), "{names:?}");
    }
}

#[test]
fn addresses_and_common_names_by_client() {
    for (rules, wanted, names, common_name, is_accepted) in [
        // Old Node compares addresses of version 4 alone.
        (
            NameRules::NODE_0_10,
            "10.0.0.1",
            &["ip:10.0.0.1"][..],
            "x",
            true,
        ),
        (
            NameRules::NODE_0_10,
            "10.0.0.1",
            &["ip:10.0.0.2"],
            "x",
            false,
        ),
        (NameRules::NODE_0_10, "::1", &["ip:::1"], "x", false),
        (NameRules::NODE, "::1", &["ip:::1"], "x", true),
        // NSS takes the common name where no alternative name is of the kind that is asked for.
        (
            NameRules::NSS,
            "a.example",
            &["ip:10.0.0.1"],
            "a.example",
            true,
        ),
        (
            NameRules::NSS,
            "a.example",
            &["b.example"],
            "a.example",
            false,
        ),
        (NameRules::NSS, "10.0.0.1", &["a.example"], "10.0.0.1", true),
        (
            NameRules::NSS,
            "10.0.0.1",
            &["ip:10.0.0.2"],
            "10.0.0.1",
            false,
        ),
        (NameRules::GNUTLS, "10.0.0.1", &[], "10.0.0.1", false),
    ] {
        let matched = run(&rules, wanted, names, &[common_name]);
        let is_matched = matches!(matched, NameMatch::Matched { .. });
        assert_eq!(is_matched, is_accepted, "{wanted} {names:?} {common_name}");
    }
}

/// The hint of CPython's rules for a certificate with this one DNS name.
fn hint_of(wanted: &str, name: &str) -> Option<Hint> {
    match run(&NameRules::OPENSSL_WHOLE_LABEL, wanted, &[name], &["x"]) {
        NameMatch::Refused { hint, .. } => hint,
        NameMatch::Matched { .. } => panic!("{wanted} matched"),
    }
}

#[test]
fn hints_about_wildcards() {
    let s3 = "*.s3.amazonaws.com";
    let pattern = |text: &str| PresentedName::Dns(text.into());
    let dotted = Hint::WildcardCoversOneLabelOnly {
        pattern: pattern(s3),
        in_its_place: "my.bucket".into(),
    };
    let bare = Hint::WildcardNeedsALabel {
        pattern: pattern(s3),
    };
    let not_taken = |text| Hint::WildcardNotTaken {
        pattern: pattern(text),
    };
    let part = "sg-*.s3.amazonaws.com";
    for (wanted, name, hint) in [
        ("my.bucket.s3.amazonaws.com", s3, dotted),
        ("s3.amazonaws.com", s3, bare),
        (S3, part, not_taken(part)),
        ("my_bucket.s3.amazonaws.com", s3, not_taken(s3)),
    ] {
        assert_eq!(hint_of(wanted, name), Some(hint), "{wanted}");
    }
}

#[test]
fn other_hints() {
    let name = |text: &str| PresentedName::Dns(text.into());
    let www = |text| Some(Hint::WwwDiffers { name: name(text) });
    let as_text = Some(Hint::AddressAsText {
        name: name("10.0.0.1"),
    });
    for (wanted, presented, hint) in [
        ("10.0.0.1", "10.0.0.1", as_text),
        ("10.0.0.1", "ip:10.0.0.2", None),
        ("www.a.example", "A.example", www("A.example")),
        ("a.example", "www.a.example", www("www.a.example")),
        ("a.example", "b.example", None),
        ("x.y.example.org", "*.example.com", None),
    ] {
        assert_eq!(hint_of(wanted, presented), hint, "{wanted} {presented}");
    }
    let NameMatch::Refused { hint, .. } = run(&NameRules::GO, S3, &[], &[S3]) else {
        panic!("matched");
    };
    let name = PresentedName::CommonName(S3.into());
    assert_eq!(hint, Some(Hint::OnlyInCommonName { name }));
    // A wildcard that would not count anywhere in the certificate.
    let part = "sg-*.s3.amazonaws.com";
    let NameMatch::Refused { hint, .. } = run(&NameRules::GO, S3, &[], &[part]) else {
        panic!("matched");
    };
    let pattern = PresentedName::CommonName(part.into());
    assert_eq!(hint, Some(Hint::WildcardNotTaken { pattern }));
}

#[test]
fn no_names_at_all() {
    let email = [GeneralName::Email(b"a@b.example".to_vec())];
    let wanted = ServerName::parse("b.example").unwrap();
    assert_eq!(
        match_name(&NameRules::RFC_9525, &wanted, &email, &subject(&[])),
        NameMatch::Refused {
            valid_for: Vec::new(),
            hint: Some(Hint::NoNames)
        }
    );
}

proptest! {
    /// Whatever stricter rules take, the wider ones of the same family take too; and nothing panics.
    #[test]
    fn wider_rules_take_more(
        presented in "[a*x_-]{0,4}(\\.[a*b-]{0,3}){0,3}",
        host in "[ax_]{1,4}(\\.[ab]{1,2}){0,3}",
    ) {
        let takes = |rules| pattern::covers(rules, presented.as_bytes(), &host);
        for (strict, wide) in [
            (&NameRules::RFC_9525, &NameRules::GO),
            (&NameRules::RFC_9525, &NameRules::NODE),
            (&NameRules::OPENSSL_WHOLE_LABEL, &NameRules::OPENSSL),
            (&NameRules::OPENSSL_WHOLE_LABEL, &NameRules::RFC_9525),
            (&NameRules::OPENSSL, &NameRules::NODE),
        ] {
            prop_assert!(!takes(strict) || takes(wide), "{presented} {host}");
        }
        prop_assert!(takes(&NameRules::RFC_9525) || presented != host);
    }
}
