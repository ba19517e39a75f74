mod rustls;

use proptest::prelude::*;

use super::*;
use crate::certificate::Name;
use ViolationKind::{Excluded, Malformed, NotPermitted, UnsupportedForm};

/// `kind:value`; a directory name is a list of common names, `dn:a,b`.
fn general_name(text: &str) -> GeneralName {
    let (kind, value) = text.split_once(':').unwrap();
    let octets = value.as_bytes().to_vec();
    match kind {
        "dns" => GeneralName::Dns(octets),
        "mail" => GeneralName::Email(octets),
        "uri" => GeneralName::Uri(octets),
        "ip" => GeneralName::Ip(
            value
                .split('.')
                .filter_map(|octet| octet.parse().ok())
                .collect(),
        ),
        "dn" => GeneralName::Directory(directory(value)),
        "other" => GeneralName::Other {
            tag: value.parse().unwrap(),
            content: Vec::new(),
        },
        _ => panic!("{text}"),
    }
}

fn directory(common_names: &str) -> Name {
    let tlv =
        |tag: u8, content: &[u8]| [&[tag, u8::try_from(content.len()).unwrap()], content].concat();
    let rdns: Vec<u8> = common_names
        .split(',')
        .filter(|text| !text.is_empty())
        .flat_map(|text| {
            let value = tlv(0x0c, text.as_bytes());
            tlv(
                0x31,
                &tlv(0x30, &[&[6, 3, 0x55, 4, 3], &value[..]].concat()),
            )
        })
        .collect();
    Name::from_der(&tlv(0x30, &rdns)).unwrap()
}

fn constraints(permitted: &[&str], excluded: &[&str]) -> NameConstraints {
    let read = |texts: &[&str]| texts.iter().map(|text| general_name(text)).collect();
    NameConstraints {
        permitted: read(permitted),
        excluded: read(excluded),
        oddities: Vec::new(),
    }
}

fn run(rules: ConstraintRules, constraints: &NameConstraints, name: &str) -> Option<Violation> {
    let mut left = usize::MAX;
    Compiled::new(constraints.clone(), rules).violation(&[general_name(name)], &mut left)
}

fn kind(permitted: &[&str], excluded: &[&str], name: &str) -> Option<ViolationKind> {
    let constraints = constraints(permitted, excluded);
    run(ConstraintRules::COMMON, &constraints, name).map(|violation| violation.kind)
}

#[test]
fn one_constraint_on_one_name() {
    for (constraint, name, inside) in [
        ("dns:example.com", "dns:example.com", true),
        ("dns:Example.com", "dns:a.b.example.COM", true),
        ("dns:example.com", "dns:notexample.com", false),
        ("dns:example.com", "dns:com", false),
        ("dns:example.com", "dns:*.example.com", true),
        ("dns:foo.example.com", "dns:*.foo.example.com", true),
        ("dns:", "dns:example.com", true),
        ("dns:.example.com", "dns:a.example.com", true),
        ("dns:.example.com", "dns:*.example.com", true),
        ("dns:.example.com", "dns:example.com", false),
        ("ip:192.0.2.0.255.255.255.0", "ip:192.0.2.9", true),
        ("ip:192.0.2.0.255.255.255.0", "ip:192.0.3.9", false),
        ("ip:0.0.0.0.0.0.0.0", "ip:192.0.3.9", true),
        ("mail:a@example.com", "mail:a@Example.com", true),
        ("mail:a@example.com", "mail:A@example.com", false),
        ("mail:example.com", "mail:a@example.com", true),
        ("mail:example.com", "mail:a@b.example.com", false),
        ("mail:.example.com", "mail:a@b.example.com", true),
        ("mail:.example.com", "mail:a@example.com", false),
        ("mail:**@example.com", "mail:**@example.com", true),
        ("mail:**@example.com", "mail:*@example.com", false),
        ("mail:", "mail:a@example.com", true),
        ("uri:example.com", "uri:https://example.com/x", true),
        ("uri:example.com", "uri:https://a.example.com/x", false),
        ("uri:.example.com", "uri:https://a.example.com/x", true),
        ("uri:.example.com", "uri:https://example.com/x", false),
        ("dn:a", "dn:A,b", true),
        ("dn:a,b", "dn:a,b", true),
        ("dn:a,b", "dn:a", false),
        ("dn:a", "dn:b,a", false),
        ("dn:", "dn:b", true),
    ] {
        let permitted = kind(&[constraint], &[], name);
        let excluded = kind(&[], &[constraint], name);
        let (if_permitted, if_excluded) = if inside {
            (None, Some(Excluded))
        } else {
            (Some(NotPermitted), None)
        };
        assert_eq!(permitted, if_permitted, "permitted {constraint}, {name}");
        assert_eq!(excluded, if_excluded, "excluded {constraint}, {name}");
    }
}

#[test]
fn a_wildcard_must_not_cover_an_excluded_name_nor_one_that_is_not_permitted() {
    for (permitted, excluded, name, violation) in [
        (
            &[][..],
            &["dns:foo.example.com"][..],
            "dns:*.example.com",
            Some(Excluded),
        ),
        (
            &[],
            &["dns:foo.example.com"],
            "dns:f*.example.com",
            Some(Excluded),
        ),
        (&[], &["dns:a.foo.example.com"], "dns:*.example.com", None),
        (&[], &["dns:.foo.example.com"], "dns:*.example.com", None),
        (&[], &["dns:foo.example.org"], "dns:*.example.com", None),
        (
            &["dns:foo.example.com"],
            &[],
            "dns:*.example.com",
            Some(NotPermitted),
        ),
    ] {
        assert_eq!(
            kind(permitted, excluded, name),
            violation,
            "{excluded:?} {name}"
        );
    }
}

/// As OpenSSL 3.0 answers.
#[test]
fn a_wildcard_taken_as_its_text() {
    let constraints = constraints(&[], &["dns:foo.example.com"]);
    for (name, excluded) in [
        ("dns:*.example.com", false),
        ("dns:*.foo.example.com", true),
    ] {
        let violation = run(ConstraintRules::OPENSSL, &constraints, name);
        assert_eq!(violation.is_some(), excluded, "{name}");
    }
}

#[test]
fn lists_together() {
    let both = ["dns:example.com", "dns:example.org"];
    for (permitted, excluded, name, violation) in [
        (
            &both[..],
            &["dns:bad.example.com"][..],
            "dns:example.org",
            None,
        ),
        (
            &both,
            &["dns:bad.example.com"],
            "dns:x.bad.example.com",
            Some(Excluded),
        ),
        (
            &["dns:example.com"],
            &["dns:example.com"],
            "dns:example.com",
            Some(Excluded),
        ),
        // A form without a constraint is free.
        (
            &["ip:192.0.2.0.255.255.255.0"],
            &[],
            "dns:example.com",
            None,
        ),
        (&both, &[], "ip:192.0.2.1", None),
        (&both, &[], "other:0", None),
        (&[], &["other:0"], "other:8", None),
        (&[], &["other:0"], "other:0", Some(UnsupportedForm)),
        (&["other:0"], &[], "other:0", Some(UnsupportedForm)),
        (&both, &[], "dns:.example.com", Some(Malformed)),
        (
            &["ip:192.0.2.0.255.255.255.0"],
            &[],
            "ip:192.0.2.0.255.255.255.0",
            Some(Malformed),
        ),
        (&[], &["uri:example.com"], "uri:urn:x", Some(Malformed)),
        (
            &[],
            &["mail:example.com"],
            "mail:example.com",
            Some(Malformed),
        ),
    ] {
        assert_eq!(
            kind(permitted, excluded, name),
            violation,
            "{permitted:?} {excluded:?} {name}"
        );
    }
}

#[test]
fn malformed_constraints() {
    let openssl = ConstraintRules::OPENSSL;
    let strict = ConstraintRules::RFC_5280;
    for constraint in [
        "dns:a..b",
        "ip:192.0.2.0",
        "mail:invalid@invalid@example.com",
        "uri:a b",
    ] {
        let constraints = constraints(&[constraint], &[]);
        let wrong = general_name(constraint);
        let at_once = run(strict, &constraints, "dn:x").unwrap();
        assert_eq!((at_once.kind, at_once.name), (Malformed, None));
        assert_eq!(at_once.constraint, Some(wrong.clone()));
        assert_eq!(run(openssl, &constraints, "dn:x"), None);
        let (form, _) = constraint.split_once(':').unwrap();
        let applied = run(openssl, &constraints, &format!("{form}:a.example")).unwrap();
        assert_eq!((applied.kind, applied.constraint), (Malformed, Some(wrong)));
    }
}

#[test]
fn the_dot_in_front_and_the_mask() {
    let nothing = ConstraintRules {
        leading_dot: LeadingDot::Nothing,
        ..ConstraintRules::OPENSSL
    };
    let dot = ["dns:.example.com"];
    let mask = ["ip:10.0.0.1.255.0.0.255"];
    for (rules, permitted, name, violation) in [
        (
            ConstraintRules::RFC_5280,
            &dot,
            "dns:a.example.com",
            Some(Malformed),
        ),
        (ConstraintRules::OPENSSL, &dot, "dns:a.example.com", None),
        (nothing, &dot, "dns:a.example.com", Some(NotPermitted)),
        (
            ConstraintRules::COMMON,
            &mask,
            "ip:10.9.9.1",
            Some(Malformed),
        ),
        (ConstraintRules::OPENSSL, &mask, "ip:10.9.9.1", None),
        (
            ConstraintRules::OPENSSL,
            &mask,
            "ip:10.9.9.2",
            Some(NotPermitted),
        ),
    ] {
        let constraints = constraints(permitted, &[]);
        let kind = run(rules, &constraints, name).map(|violation| violation.kind);
        assert_eq!(kind, violation, "{rules:?} {name}");
    }
}

#[test]
fn the_evidence() {
    let constraints = constraints(
        &["dns:example.com"],
        &["dns:x.bad.example.com", "dns:bad.example.com"],
    );
    let compiled = Compiled::new(constraints.clone(), ConstraintRules::COMMON);
    let names = [
        "dns:good.example.com",
        "dns:x.bad.example.com",
        "dns:example.org",
    ]
    .map(general_name);
    let found = compiled.violation(&names, &mut 1_000).unwrap();
    assert_eq!(found.kind, Excluded);
    assert_eq!(found.name, Some(general_name("dns:x.bad.example.com")));
    assert_eq!(
        found.constraint,
        Some(general_name("dns:bad.example.com")),
        "the widest"
    );
}

#[test]
fn the_budget_ends_the_search() {
    let constraints = constraints(&["dns:example.com"; 8], &[]);
    let compiled = Compiled::new(constraints.clone(), ConstraintRules::COMMON);
    let mut names = vec![general_name("dns:example.com"); 10];
    names.push(general_name("dns:bad.example"));
    for (mut budget, found, left) in [
        (100, true, 56),
        (45, true, 1),
        (44, false, 0),
        (0, false, 0),
    ] {
        assert_eq!(compiled.violation(&names, &mut budget).is_some(), found);
        assert_eq!(budget, left);
    }
}

/// Goal: 26,000 constraints on 10,000 names in tens of milliseconds with optimisation; a product of the two would take
/// minutes here.
#[test]
fn many_constraints_on_many_names_are_no_product() {
    let mut many = constraints(&["dns:example.com", "dn:a"], &[]);
    for number in 0..13_000 {
        many.excluded
            .push(general_name(&format!("dns:x{number}.example.com")));
        many.excluded.push(general_name(&format!("dn:a,x{number}")));
    }
    let mut names: Vec<GeneralName> = (0..5_000)
        .flat_map(|number| {
            [
                format!("dns:y{number}.example.com"),
                format!("dn:a,y{number}"),
            ]
        })
        .map(|text| general_name(&text))
        .collect();
    let compiled = Compiled::new(many, ConstraintRules::COMMON);
    let mut left = 10_000 * 20;
    assert_eq!(compiled.violation(&names, &mut left), None);
    assert!(left > 0);
    names.push(general_name("dns:*.example.com"));
    names.push(general_name("dn:a,x12999"));
    let last = names.split_off(10_001);
    assert_eq!(
        compiled.violation(&names, &mut 1_000_000).unwrap().kind,
        Excluded
    );
    assert_eq!(compiled.violation(&last, &mut 100).unwrap().kind, Excluded);
}

fn any_name() -> impl Strategy<Value = GeneralName> {
    let octets = || prop::collection::vec(any::<u8>(), 0..34);
    let text = "[ab.@*:/]{0,12}";
    prop_oneof![
        prop_oneof![text.prop_map(String::into_bytes), octets()].prop_map(GeneralName::Dns),
        prop_oneof![text.prop_map(String::into_bytes), octets()].prop_map(GeneralName::Email),
        text.prop_map(|text| GeneralName::Uri(format!("x://{text}").into_bytes())),
        octets().prop_map(GeneralName::Ip),
        "[ab,]{0,6}".prop_map(|text| GeneralName::Directory(directory(&text))),
        (0_u32..9).prop_map(|tag| GeneralName::Other {
            tag,
            content: Vec::new()
        }),
    ]
}

/// What a DNS constraint means, said plainly.
fn plainly_within(name: &str, base: &str) -> bool {
    name == base || name.ends_with(&format!(".{base}"))
}

proptest! {
    #[test]
    fn nothing_panics_and_the_budget_only_falls(
        permitted in prop::collection::vec(any_name(), 0..6),
        excluded in prop::collection::vec(any_name(), 0..6),
        names in prop::collection::vec(any_name(), 0..6),
        budget in 0_usize..100,
    ) {
        let constraints = NameConstraints { permitted, excluded, oddities: Vec::new() };
        for rules in [ConstraintRules::RFC_5280, ConstraintRules::OPENSSL] {
            let compiled = Compiled::new(constraints.clone(), rules);
            let mut left = budget;
            let found = compiled.violation(&names, &mut left);
            prop_assert!(left <= budget);
            prop_assert_eq!(found, compiled.violation(&names, &mut { budget }));
        }
    }

    #[test]
    fn agrees_with_the_plain_meaning(
        permitted in prop::collection::vec("[ab]{1,2}(\\.[ab]){0,3}", 0..6),
        excluded in prop::collection::vec("[ab]{1,2}(\\.[ab]){0,3}", 0..6),
        name in "[ab]{1,2}(\\.[ab]){0,4}",
    ) {
        let dns = |texts: &[String]| texts.iter().map(|t| GeneralName::Dns(t.clone().into_bytes())).collect();
        let constraints = NameConstraints {
            permitted: dns(&permitted),
            excluded: dns(&excluded),
            oddities: Vec::new(),
        };
        let in_any = |bases: &[String]| bases.iter().any(|base| plainly_within(&name, base));
        let expected = if !permitted.is_empty() && !in_any(&permitted) {
            Some(NotPermitted)
        } else if in_any(&excluded) {
            Some(Excluded)
        } else {
            None
        };
        let found = run(ConstraintRules::RFC_5280, &constraints, &format!("dns:{name}"));
        prop_assert_eq!(found.map(|violation| violation.kind), expected);
    }
}
