use super::super::PublicKey;
use super::*;

fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    [&[tag, u8::try_from(content.len()).unwrap()], &content[..]].concat()
}

const NULL: &[u8] = &[5, 0];
const RSA_OID: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
const EC_OID: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const DSA_OID: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x38, 4, 1];
const ED_OID: &[u8] = &[6, 3, 0x2b, 0x65, 0x70];

fn kind_of(algorithm: &[&[u8]], key: &[u8]) -> KeyKind {
    let spki = tlv(0x30, &[&tlv(0x30, algorithm), &tlv(3, &[&[0], key])]);
    PublicKey::from_spki(&spki).kind
}

#[test]
fn rsa_numbers() {
    let long = tlv(2, &[&[1; 9]]);
    for (modulus, exponent, bits, value) in [
        (&[2, 2, 0, 0xff][..], &[2, 1, 3][..], 8, Some(3)),
        (&[2, 2, 0x01, 0x01], &[2, 3, 1, 0, 1], 9, Some(65_537)),
        (&[2, 1, 0], &[2, 1, 0], 0, Some(0)),
        (&[2, 1, 5], &long, 3, None),
    ] {
        let key = tlv(0x30, &[modulus, exponent]);
        for algorithm in [
            &[RSA_OID, NULL][..],
            &[RSA_OID],
            &[&[6, 4, 0x55, 8, 1, 1], NULL],
        ] {
            let kind = kind_of(algorithm, &key);
            assert_eq!(
                kind,
                KeyKind::Rsa {
                    bits,
                    exponent: value
                }
            );
            assert_eq!(kind.to_string(), format!("RSA {bits}"));
        }
    }
}

#[test]
fn rsa_keys_that_cannot_be_read() {
    for key in [
        &[][..],
        &tlv(0x30, &[&[2, 1, 5]]),
        &tlv(0x30, &[&[2, 1, 0xff], &[2, 1, 3]]),
        &tlv(0x30, &[&[2, 2, 0, 5], &[2, 1, 3]]),
        &tlv(0x30, &[&[2, 1, 5], &[2, 1, 3], &[5, 0]]),
        &[&tlv(0x30, &[&[2, 1, 5], &[2, 1, 3]]), &[0][..]].concat(),
    ] {
        let kind = kind_of(&[RSA_OID, NULL], key);
        assert_eq!(
            kind,
            KeyKind::Unknown("1.2.840.113549.1.1.1".into()),
            "{key:02x?}"
        );
    }
}

#[test]
fn pss_keys_say_what_they_are_for() {
    let oid = [&RSA_OID[..10], &[10]].concat();
    let numbers = tlv(0x30, &[&[2, 1, 5], &[2, 1, 3]]);
    for (parameters, use_for) in [
        (&[][..], Some(RsaUse::Pss)),
        (&[0x30, 0], Some(RsaUse::PssWith(HashAlgorithm::Sha1, 20))),
        (NULL, None),
    ] {
        let algorithm = tlv(0x30, &[&oid, parameters]);
        let spki = tlv(0x30, &[&algorithm, &tlv(3, &[&[0], &numbers])]);
        assert_eq!(rsa_key(&spki).map(|key| key.use_for), use_for);
    }
}

#[test]
fn curves() {
    for (parameters, curve, text) in [
        (
            &[6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7][..],
            Some(Curve::P256),
            "EC P-256",
        ),
        (
            &[6, 5, 0x2b, 0x81, 4, 0, 0x22],
            Some(Curve::P384),
            "EC P-384",
        ),
        (
            &[6, 5, 0x2b, 0x81, 4, 0, 0x23],
            Some(Curve::P521),
            "EC P-521",
        ),
        (
            &[6, 5, 0x2b, 0x81, 4, 0, 10],
            Some(Curve::Named("1.3.132.0.10".into())),
            "EC 1.3.132.0.10",
        ),
        (&[0x30, 0], Some(Curve::Explicit), "EC explicit"),
        (NULL, None, "1.2.840.10045.2.1"),
        (&[], None, "1.2.840.10045.2.1"),
    ] {
        let kind = kind_of(&[EC_OID, parameters], &[4]);
        let expected = curve.map_or_else(|| KeyKind::Unknown(text.into()), KeyKind::Ec);
        assert_eq!(kind, expected);
        assert_eq!(kind.to_string(), text);
    }
}

#[test]
fn other_kinds() {
    let dsa_parameters = tlv(0x30, &[&[2, 2, 0x03, 0xff], &[2, 1, 3], &[2, 1, 2]]);
    let number = |text: &str| KeyKind::Unknown(text.into());
    for (algorithm, key, kind) in [
        (&[ED_OID][..], &[7; 32][..], KeyKind::Ed25519),
        (&[ED_OID], &[7; 31], number("1.3.101.112")),
        (
            &[DSA_OID, &dsa_parameters],
            &[2, 1, 1],
            KeyKind::Dsa { bits: 10 },
        ),
        (&[DSA_OID], &[2, 1, 1], KeyKind::Dsa { bits: 0 }),
        (&[DSA_OID, &[4, 0]], &[2, 1, 1], number("1.2.840.10040.4.1")),
        (
            &[&[6, 3, 0x2b, 0x65, 0x71]],
            &[7; 57],
            number("1.3.101.113"),
        ),
        (&[ED_OID, NULL, NULL], &[7; 32], number("")),
    ] {
        assert_eq!(kind_of(algorithm, key), kind);
    }
}

#[test]
fn what_is_no_key_is_unknown_without_a_number() {
    for der in [&[][..], &[0x30, 0], &[0x30, 2, 0x30, 0], &[5, 0]] {
        let key = PublicKey::from_spki(der);
        assert_eq!(key.kind, KeyKind::Unknown(String::new()), "{der:02x?}");
        assert_eq!(key.to_string(), "unknown");
        assert_eq!(key.spki, der);
    }
}
