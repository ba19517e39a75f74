//! Private keys: always noted, never kept.

use super::super::*;
use super::{error_texts, kinds, numbers, pem, recognised, shapes};
use data_encoding::BASE64;

const FORMATS: [PrivateKeyFormat; 5] = [
    PrivateKeyFormat::Pkcs8,
    PrivateKeyFormat::EncryptedPkcs8,
    PrivateKeyFormat::Pkcs1,
    PrivateKeyFormat::Sec1,
    PrivateKeyFormat::Dsa,
];

/// The secret in [`shapes::private_key`], in each of the three alignments of base64.
const TRACES: [&str; 4] = ["SECRET", "U0VDUkVU", "NFQ1JFV", "TRUNSRV"];

fn assert_kept_secret(found: &Recognised, format: PrivateKeyFormat, name: &str) {
    let present = NoteKind::PrivateKeyPresent(format);
    assert!(kinds(found).contains(&present), "{name}: {:?}", found.notes);
    let shown = format!("{found:?}");
    let bytes = format!("{:?}", b"SECRET");
    let bytes = bytes.trim_matches(['[', ']']);
    for trace in TRACES.iter().chain([&bytes]) {
        assert!(!shown.contains(trace), "{name} shows {trace}");
    }
}

fn wrapped(der: &[u8]) -> String {
    let text = BASE64.encode(der);
    let lines = text
        .as_bytes()
        .chunks(64)
        .map(|line| std::str::from_utf8(line).unwrap());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn keys_in_der_and_bare_base64_are_told_by_their_shape() {
    for format in FORMATS {
        let der = shapes::private_key(format);
        assert_kept_secret(&recognised(&der), format, "DER");
        assert_kept_secret(&recognised(wrapped(&der)), format, "base64");
        let log = format!("ssl.SSLError: no\n{}\ntail", wrapped(&der));
        assert_kept_secret(&recognised(log), format, "base64 in a log");
    }
}

#[test]
fn keys_in_pem_are_dropped_however_damaged_the_block_is() {
    let body = wrapped(&shapes::private_key(PrivateKeyFormat::Pkcs8));
    let begin = "-----BEGIN PRIVATE KEY-----\n";
    let end = "-----END PRIVATE KEY-----\n";
    let log = "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed\n";
    let cases = [
        ("whole", format!("{begin}{body}{end}{log}")),
        ("no end", format!("{log}{begin}{body}")),
        (
            "no end, words in it",
            format!("{log}{begin}{body}not base64, U0VDUkVU\n"),
        ),
        ("no begin", format!("{body}{end}{log}")),
        (
            "no begin, words in it",
            format!("words here U0VDUkVU\n{body}{end}{log}"),
        ),
        (
            "other end",
            format!("{begin}{body}-----END CERTIFICATE-----\n{log}"),
        ),
        (
            "other begin",
            format!("-----BEGIN CERTIFICATE-----\n{body}{end}{log}"),
        ),
        (
            "on one line",
            format!("{begin}{}{end}{log}", body.replace('\n', "\\n")),
        ),
    ];
    for (name, text) in cases {
        let found = recognised([&text, pem(1).as_str()].concat());
        assert_kept_secret(&found, PrivateKeyFormat::Pkcs8, name);
        assert_eq!(numbers(&found), [1], "{name}");
        let found = recognised([pem(2), text].concat());
        assert_kept_secret(&found, PrivateKeyFormat::Pkcs8, name);
        assert_eq!(error_texts(&found).concat().trim(), log.trim(), "{name}");
    }
}

#[test]
fn a_key_under_the_label_of_a_certificate_is_dropped() {
    for format in FORMATS {
        let text = to_pem(&shapes::private_key(format));
        assert_kept_secret(&recognised(text), format, "as certificate");
    }
}

#[test]
fn labels_of_keys_are_told_apart() {
    let cases = [
        ("ENCRYPTED PRIVATE KEY", PrivateKeyFormat::EncryptedPkcs8),
        ("RSA PRIVATE KEY", PrivateKeyFormat::Pkcs1),
        ("EC PRIVATE KEY", PrivateKeyFormat::Sec1),
        ("OPENSSH PRIVATE KEY", PrivateKeyFormat::OpenSsh),
        ("PGP PRIVATE KEY BLOCK", PrivateKeyFormat::Other),
    ];
    for (label, format) in cases {
        let text = format!(
            "-----BEGIN {label}-----\nProc-Type: 4,ENCRYPTED\n\nU0VDUkVU\n-----END {label}-----\n"
        );
        assert_kept_secret(&recognised(text), format, label);
    }
}

#[test]
fn a_key_that_is_cut_is_still_a_key() {
    for format in FORMATS {
        let der = shapes::private_key(format);
        let found = recognised(&der[..der.len() - 20]);
        let shown = format!("{found:?}");
        assert!(
            TRACES.iter().all(|trace| !shown.contains(trace)),
            "{format:?}"
        );
        assert!(
            found.items.is_empty() && found.notes.len() == 1,
            "{format:?}"
        );
    }
}
