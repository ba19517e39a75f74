use super::*;

fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    [&[tag, u8::try_from(content.len()).unwrap()], &content[..]].concat()
}

const NULL: &[u8] = &[5, 0];
const RSA: &[u8] = &[0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1];
const NIST_HASH: &[u8] = &[0x06, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2];
const SHA1: &[u8] = &[0x06, 5, 0x2b, 14, 3, 2, 0x1a];

/// The identifier `1.2.840.113549.1.1.last` with these parameters.
fn rsa(last: u8, parameters: &[u8]) -> Vec<u8> {
    tlv(0x30, &[RSA, &[last], parameters])
}

fn nist_hash(last: u8) -> Vec<u8> {
    tlv(0x30, &[NIST_HASH, &[last], NULL])
}

fn mgf1(hash: &[u8]) -> Vec<u8> {
    tlv(0x30, &[RSA, &[8], hash])
}

fn pss(fields: &[&[u8]]) -> Vec<u8> {
    rsa(10, &tlv(0x30, fields))
}

#[test]
fn rsa_identifiers_and_their_parameters() {
    for (last, name, hash) in [
        (2, "md2WithRSAEncryption", Md2),
        (4, "md5WithRSAEncryption", Md5),
        (5, "sha1WithRSAEncryption", Sha1),
        (11, "sha256WithRSAEncryption", Sha256),
        (12, "sha384WithRSAEncryption", Sha384),
        (13, "sha512WithRSAEncryption", Sha512),
        (14, "sha224WithRSAEncryption", Sha224),
    ] {
        for (parameters, conform) in [(NULL, true), (&[], false), (&[5, 1, 0], false)] {
            let der = rsa(last, parameters);
            let algorithm = SignatureAlgorithm::from_der(&der);
            assert_eq!(algorithm, RsaPkcs1(hash));
            assert_eq!((algorithm.name(), algorithm.hash()), (name, Some(hash)));
            assert_eq!(parameters_conform(&der), conform, "{name} {parameters:?}");
        }
    }
}

#[test]
fn identifiers_without_parameters() {
    let ecdsa: &[u8] = &[0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3];
    let nist: &[u8] = &[0x06, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3];
    for (oid, name, algorithm) in [
        (
            &[0x06, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 1][..],
            "ecdsa-with-SHA1",
            Ecdsa(Sha1),
        ),
        (&[ecdsa, &[1]].concat(), "ecdsa-with-SHA224", Ecdsa(Sha224)),
        (&[ecdsa, &[2]].concat(), "ecdsa-with-SHA256", Ecdsa(Sha256)),
        (&[ecdsa, &[3]].concat(), "ecdsa-with-SHA384", Ecdsa(Sha384)),
        (&[ecdsa, &[4]].concat(), "ecdsa-with-SHA512", Ecdsa(Sha512)),
        (&[0x06, 3, 0x2b, 0x65, 0x70], "ED25519", Ed25519),
        (
            &[0x06, 7, 0x2a, 0x86, 0x48, 0xce, 0x38, 4, 3],
            "dsaWithSHA1",
            Dsa(Sha1),
        ),
        (&[nist, &[1]].concat(), "dsa_with_SHA224", Dsa(Sha224)),
        (&[nist, &[2]].concat(), "dsa_with_SHA256", Dsa(Sha256)),
    ] {
        for (parameters, conform) in [(&[][..], true), (NULL, false)] {
            let der = tlv(0x30, &[oid, parameters]);
            let read = SignatureAlgorithm::from_der(&der);
            assert_eq!(read, algorithm);
            assert_eq!(read.to_string(), name);
            assert_eq!(parameters_conform(&der), conform, "{name} {parameters:?}");
        }
    }
}

#[test]
fn the_older_identifier_of_sha1_with_rsa() {
    let der = tlv(0x30, &[&[0x06, 5, 0x2b, 14, 3, 2, 0x1d], NULL]);
    assert_eq!(SignatureAlgorithm::from_der(&der), RsaPkcs1(Sha1));
}

#[test]
fn pss_parameters_and_their_defaults() {
    let sha256 = tlv(0xa0, &[&nist_hash(1)]);
    let mask256 = tlv(0xa1, &[&mgf1(&nist_hash(1))]);
    let explicit_sha1 = tlv(0xa0, &[&tlv(0x30, &[SHA1])]);
    for (fields, hash, salt) in [
        (vec![], Sha1, 20),
        (vec![&explicit_sha1[..]], Sha1, 20),
        (vec![&sha256, &mask256], Sha256, 20),
        (vec![&sha256, &mask256, &[0xa2, 3, 2, 1, 32]], Sha256, 32),
        (
            vec![
                &sha256,
                &mask256,
                &[0xa2, 4, 2, 2, 1, 0],
                &[0xa3, 3, 2, 1, 1],
            ],
            Sha256,
            256,
        ),
        (vec![&[0xa2, 3, 2, 1, 0]], Sha1, 0),
    ] {
        let der = pss(&fields);
        let algorithm = SignatureAlgorithm::from_der(&der);
        assert_eq!(algorithm, SignatureAlgorithm::RsaPss { hash, salt });
        assert_eq!(
            (algorithm.name(), algorithm.hash()),
            ("rsassaPss", Some(hash))
        );
        assert!(parameters_conform(&der));
    }
}

#[test]
fn pss_parameters_that_nobody_takes() {
    let sha256 = tlv(0xa0, &[&nist_hash(1)]);
    let mask384 = tlv(0xa1, &[&mgf1(&nist_hash(2))]);
    for der in [
        rsa(10, &[]),
        rsa(10, NULL),
        pss(&[&sha256]),
        pss(&[&sha256, &mask384]),
        pss(&[&[0xa2, 3, 2, 1, 0xff]]),
        pss(&[&[0xa2, 5, 2, 3, 1, 0, 0]]),
        pss(&[&[0xa3, 3, 2, 1, 2]]),
        pss(&[&[0xa2, 3, 2, 1, 20], &[0xa2, 3, 2, 1, 20]]),
        pss(&[&[0xa2, 6, 2, 1, 20, 2, 1, 20]]),
        pss(&[&[0xa4, 3, 2, 1, 20]]),
        pss(&[&tlv(0xa0, &[&tlv(0x30, &[SHA1, &[2, 1, 1]])])]),
        pss(&[&tlv(0xa0, &[&nist_hash(9)])]),
    ] {
        let read = SignatureAlgorithm::from_der(&der);
        assert_eq!(
            read,
            SignatureAlgorithm::Unknown("1.2.840.113549.1.1.10".into()),
            "{der:02x?}"
        );
        assert!(!parameters_conform(&der), "{der:02x?}");
    }
}

#[test]
fn other_identifiers_keep_their_number_and_malformed_ones_have_none() {
    let der = rsa(99, NULL);
    assert_eq!(
        SignatureAlgorithm::from_der(&der).name(),
        "1.2.840.113549.1.1.99"
    );
    assert!(parameters_conform(&der));
    let trailing = [rsa(11, NULL), vec![0]].concat();
    for bad in [
        &[][..],
        &[0x30, 0],
        &[0x30, 2, 5, 0],
        &[0x31, 3, 6, 1, 1],
        &trailing,
        &rsa(11, &[5, 0, 5, 0]),
    ] {
        let read = SignatureAlgorithm::from_der(bad);
        assert_eq!(
            read,
            SignatureAlgorithm::Unknown(String::new()),
            "{bad:02x?}"
        );
        assert_eq!(read.hash(), None);
        assert!(!parameters_conform(bad), "{bad:02x?}");
    }
}
