use proptest::prelude::*;
use std::io::Read as _;

use super::super::der::{self, Elements};
use super::*;
use crate::signature::{HashAlgorithm, KeyKind};

const MESSAGE: &[u8] = b"certwhy test message";

struct Vector {
    key_name: String,
    key: PublicKey,
    algorithm: SignatureAlgorithm,
    signature: Vec<u8>,
}

fn base64(text: &str) -> Vec<u8> {
    data_encoding::BASE64.decode(text.as_bytes()).unwrap()
}

fn key(name: &str) -> PublicKey {
    let prefix = format!("key {name} ");
    let line = include_str!("vectors.txt")
        .lines()
        .find_map(|line| line.strip_prefix(&prefix));
    PublicKey::from_spki(&base64(line.unwrap()))
}

fn vectors() -> Vec<Vector> {
    include_str!("vectors.txt")
        .lines()
        .filter_map(|line| line.strip_prefix("sig "))
        .map(|line| {
            let fields: Vec<&str> = line.split(' ').collect();
            Vector {
                key_name: fields[0].to_owned(),
                key: key(fields[0]),
                algorithm: SignatureAlgorithm::from_der(&base64(fields[1])),
                signature: base64(fields[2]),
            }
        })
        .collect()
}

fn verify(
    key: &PublicKey,
    algorithm: &SignatureAlgorithm,
    signature: &[u8],
) -> Result<(), SignatureProblem> {
    RustCrypto.verify(
        key,
        &Signed {
            algorithm,
            message: MESSAGE,
            signature,
            certificate: None,
        },
    )
}

/// What the vector should give: everything verifies but what is documented not to.
fn expected(vector: &Vector) -> Result<(), SignatureProblem> {
    if vector.algorithm.hash() == Some(HashAlgorithm::Sha224)
        || matches!(vector.key_name.as_str(), "dsa" | "secp256k1" | "explicit")
    {
        Err(SignatureProblem::Unsupported)
    } else if vector.key_name == "P-256h" {
        Err(SignatureProblem::UnusableKey)
    } else {
        Ok(())
    }
}

#[test]
fn signatures_of_openssl_verify() {
    let vectors = vectors();
    assert!(vectors.len() > 30, "{}", vectors.len());
    for vector in vectors {
        assert_eq!(
            verify(&vector.key, &vector.algorithm, &vector.signature),
            expected(&vector),
            "{} {}",
            vector.key_name,
            vector.algorithm
        );
    }
}

#[test]
fn a_flipped_bit_anywhere_is_a_mismatch() {
    for vector in vectors().iter().filter(|v| expected(v).is_ok()) {
        for position in [0, vector.signature.len() / 2, vector.signature.len() - 1] {
            let mut signature = vector.signature.clone();
            signature[position] ^= 1;
            assert_eq!(
                verify(&vector.key, &vector.algorithm, &signature),
                Err(SignatureProblem::Mismatch),
                "{} {} octet {position}",
                vector.key_name,
                vector.algorithm
            );
        }
    }
}

#[test]
fn a_key_of_another_kind_is_unusable() {
    let algorithms = vectors();
    for vector in algorithms.iter().filter(|v| expected(v).is_ok()) {
        for other in ["rsa2048", "P-256", "ed", "ed448", "dsa"] {
            if other.as_bytes()[0] == vector.key_name.as_bytes()[0] && other != "ed448" {
                continue;
            }
            assert_eq!(
                verify(&key(other), &vector.algorithm, &vector.signature),
                Err(SignatureProblem::UnusableKey),
                "{other} for {}",
                vector.algorithm
            );
        }
    }
}

#[test]
fn a_pss_key_is_bound_to_its_parameters() {
    use HashAlgorithm::{Sha256, Sha384};
    let key = key("rsapss");
    for (algorithm, problem) in [
        (
            SignatureAlgorithm::RsaPkcs1(Sha256),
            SignatureProblem::UnusableKey,
        ),
        (
            SignatureAlgorithm::RsaPss {
                hash: Sha384,
                salt: 32,
            },
            SignatureProblem::UnusableKey,
        ),
        (
            SignatureAlgorithm::RsaPss {
                hash: Sha256,
                salt: 31,
            },
            SignatureProblem::UnusableKey,
        ),
        (
            SignatureAlgorithm::RsaPss {
                hash: Sha256,
                salt: 33,
            },
            SignatureProblem::Mismatch,
        ),
    ] {
        assert_eq!(
            verify(&key, &algorithm, &[1; 128]),
            Err(problem),
            "{algorithm:?}"
        );
    }
}

/// `SubjectPublicKeyInfo` of an RSA key with these magnitudes.
fn rsa_spki(modulus: &[u8], exponent: &[u8]) -> PublicKey {
    let integer = |magnitude: &[u8]| tlv(0x02, &[&[0], magnitude].concat());
    let numbers = tlv(0x30, &[integer(modulus), integer(exponent)].concat());
    let algorithm = [
        0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0,
    ];
    let bits = tlv(0x03, &[&[0], &numbers[..]].concat());
    PublicKey::from_spki(&tlv(0x30, &[&algorithm, &bits[..]].concat()))
}

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    let long_form = [&[tag, 0x84], &length[..]].concat();
    let header = match *long_form.as_slice() {
        [.., 0, 0, 0, low @ 0..0x80] => vec![tag, low],
        [.., 0, 0, 0, low] => vec![tag, 0x81, low],
        [.., 0, 0, high, low] => vec![tag, 0x82, high, low],
        [.., 0, top, high, low] => vec![tag, 0x83, top, high, low],
        _ => long_form,
    };
    [header.as_slice(), content].concat()
}

#[test]
fn hostile_rsa_keys_are_refused_before_arithmetic() {
    use SignatureProblem::{KeyTooLarge, Mismatch, UnusableKey};
    let algorithm = SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha256);
    for (modulus, exponent, problem) in [
        (vec![0xff; 1_024], vec![0x81], Mismatch),
        (vec![0xff; 1_025], vec![0x81], KeyTooLarge),
        (vec![0xff; 1 << 20], vec![0x81], KeyTooLarge),
        (vec![0xff; 256], vec![0xff; 8], Mismatch),
        (vec![0xff; 256], vec![0xff; 9], KeyTooLarge),
        (vec![0xfe; 256], vec![0x81], UnusableKey),
        (vec![0xff; 256], vec![0x80], UnusableKey),
        (vec![0x81], vec![0x81], UnusableKey),
    ] {
        let key = rsa_spki(&modulus, &exponent);
        let bits = modulus.len() * 8;
        assert!(matches!(key.kind, KeyKind::Rsa { bits: read, .. } if read == bits));
        let signature = vec![0x55; modulus.len()];
        assert_eq!(
            verify(&key, &algorithm, &signature),
            Err(problem),
            "{bits} bits"
        );
    }
}

#[test]
fn points_off_the_curve_are_unusable() {
    for name in ["P-256", "P-384", "P-521"] {
        let mut spki = key(name).spki;
        *spki.last_mut().unwrap() ^= 1;
        let key = PublicKey::from_spki(&spki);
        assert_eq!(
            verify(
                &key,
                &SignatureAlgorithm::Ecdsa(HashAlgorithm::Sha1),
                &[0x30, 0]
            ),
            Err(SignatureProblem::UnusableKey)
        );
    }
}

/// The file of facts about real roots, where there is one.
#[allow(clippy::disallowed_methods, reason = "a test may look for its data")]
fn root_history() -> Option<serde_json::Value> {
    let shared = std::env::var_os("CERTWHY_SHARED").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        std::path::PathBuf::from,
    );
    let file = std::fs::File::open(shared.join("data/root-history.json.gz")).ok()?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut text)
        .unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

/// `TBSCertificate`, signature algorithm, signature value and public key of a certificate.
fn fields(der: &[u8]) -> (&[u8], SignatureAlgorithm, Vec<u8>, PublicKey) {
    let certificate = der::sequence(der).unwrap();
    let mut rest = certificate;
    let tbs_length = certificate.rest().len() - {
        rest.take().unwrap();
        rest.rest().len()
    };
    let message = &certificate.rest()[..tbs_length];
    let algorithm_start = rest.rest();
    rest.take().unwrap();
    let algorithm = &algorithm_start[..algorithm_start.len() - rest.rest().len()];
    let signature = rest.take_octets_of_bit_string().unwrap();

    let mut tbs = der::sequence(message).unwrap();
    let skipped = if tbs.rest()[0] == 0xa0 { 6 } else { 5 };
    for _ in 0..skipped {
        tbs.take().unwrap();
    }
    let spki_start = tbs.rest();
    tbs.take().unwrap();
    let spki = &spki_start[..spki_start.len() - tbs.rest().len()];
    (
        message,
        SignatureAlgorithm::from_der(algorithm),
        signature.to_vec(),
        PublicKey::from_spki(spki),
    )
}

#[test]
fn real_self_signed_roots_verify_themselves() {
    let Some(history) = root_history() else {
        eprintln!("SKIPPED: no root-history.json.gz; real roots not verified");
        return;
    };
    let mut verified = 0;
    for root in history["roots"].as_array().unwrap() {
        let der = base64(root["der"].as_str().unwrap());
        let (message, algorithm, mut signature, key) = fields(&der);
        assert_eq!(algorithm.name(), root["sig"].as_str().unwrap());
        assert_eq!(
            key.sha256.to_string(),
            root["spki_sha256"].as_str().unwrap()
        );
        let check = |signature: &[u8]| {
            let algorithm = &algorithm;
            RustCrypto.verify(
                &key,
                &Signed {
                    algorithm,
                    message,
                    signature,
                    certificate: None,
                },
            )
        };
        let expected = if algorithm.hash() == Some(HashAlgorithm::Md2) {
            Err(SignatureProblem::Unsupported)
        } else if root["self_signed"] == true {
            verified += 1;
            Ok(())
        } else {
            Err(SignatureProblem::Mismatch)
        };
        assert_eq!(check(&signature), expected, "{}", root["subject"]);
        *signature.last_mut().unwrap() ^= 1;
        assert!(check(&signature).is_err(), "{}", root["subject"]);
    }
    assert!(verified > 300, "{verified}");
}

fn any_algorithm() -> impl Strategy<Value = SignatureAlgorithm> {
    use HashAlgorithm::{Md2, Md5, Sha1, Sha224, Sha256, Sha384, Sha512};
    let hash = prop::sample::select(vec![Md2, Md5, Sha1, Sha224, Sha256, Sha384, Sha512]);
    prop_oneof![
        hash.clone().prop_map(SignatureAlgorithm::RsaPkcs1),
        (hash.clone(), any::<usize>())
            .prop_map(|(hash, salt)| SignatureAlgorithm::RsaPss { hash, salt }),
        (hash.clone(), 0_usize..80)
            .prop_map(|(hash, salt)| SignatureAlgorithm::RsaPss { hash, salt }),
        hash.prop_map(SignatureAlgorithm::Ecdsa),
        Just(SignatureAlgorithm::Ed25519),
    ]
}

fn any_key() -> impl Strategy<Value = PublicKey> {
    let octets = || prop::collection::vec(any::<u8>(), 0..80);
    let names = [
        "rsa512", "P-256", "P-384", "P-521", "ed", "ed448", "explicit", "rsapss",
    ];
    prop_oneof![
        octets().prop_map(|der| PublicKey::from_spki(&der)),
        (octets(), octets()).prop_map(|(n, e)| rsa_spki(&n, &e)),
        (1_u8.., octets(), 1_u8..10).prop_map(|(top, mut n, e)| {
            n.insert(0, top | 0x80);
            n.push(1);
            rsa_spki(&n, &[e | 0x81])
        }),
        (
            prop::sample::select(names.to_vec()),
            any::<prop::sample::Index>(),
            any::<u8>()
        )
            .prop_map(|(name, position, octet)| {
                let mut spki = key(name).spki;
                let position = position.index(spki.len());
                spki[position] = octet;
                PublicKey::from_spki(&spki)
            }),
    ]
}

proptest! {
    /// Small and damaged keys of every kind, which real inputs may hold, with any signature.
    #[test]
    fn nothing_panics_and_nothing_random_verifies(
        key in any_key(),
        algorithm in any_algorithm(),
        signature in prop::collection::vec(any::<u8>(), 0..140),
    ) {
        prop_assert!(verify(&key, &algorithm, &signature).is_err());
        let KeyKind::Rsa { bits, .. } = key.kind else { return Ok(()) };
        let mut sized = signature;
        sized.resize(bits.div_ceil(8), 0);
        prop_assert!(verify(&key, &algorithm, &sized).is_err());
    }

    #[test]
    fn what_is_read_is_read_without_panic(octets in prop::collection::vec(any::<u8>(), 0..64)) {
        let mut elements = Elements::of(&octets);
        while elements.take().is_some() {}
        let _ = SignatureAlgorithm::from_der(&octets);
        let _ = crate::signature::parameters_conform(&octets);
        prop_assert_eq!(&PublicKey::from_spki(&octets).spki, &octets);
    }
}
