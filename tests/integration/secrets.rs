//! What must never be shown or trusted because of how a file is put together: secrets beside a damaged block, private keys
//! under another label, and certificates that a file distrusts.

use crate::shared::{options, supplied};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use certwhy::explain::{Purpose, check_bundle};
use certwhy::input::recognise;
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::location::SourceName;
use certwhy::render::json;
use certwhy::report::Report;
use test_pki::ca;

/// The check of a bundle, examined as the command line does.
fn checked(text: &str) -> Report {
    let known = KnownRoots::from_certificates([]);
    let bundle = supplied(Purpose::Bundle, "bundle.pem", text.as_bytes());
    let examined = bundle.examined(text.as_bytes());
    check_bundle(
        &[examined],
        &options(&known, "openssl-3", (None, "2026-11-01T00:00:00Z")),
    )
}

/// Base64 with one character that does not belong there, so that its lines are quoted where they may be.
fn damaged(der: &[u8]) -> String {
    let mut content = STANDARD.encode(der);
    content.replace_range(40..41, "!");
    content
}

#[test]
fn what_stands_behind_a_damaged_block_is_not_quoted() {
    let root = ca("Mock Root").self_signed();
    let content = damaged(root.der());
    let text = format!(
        "{{\"ca\":\"-----BEGIN CERTIFICATE-----{content}-----END CERTIFICATE-----\",\"password\":\"hunter2\"}}\n"
    );
    let report = checked(&text);
    assert!(!report.findings.is_empty());
    let shown = json(&report, Lang::En);
    assert!(shown.contains("excerpt"));
    assert!(!shown.contains("hunt"), "{shown}");
}

/// An encrypted private key is a SEQUENCE in a SEQUENCE too.
#[test]
fn an_encrypted_key_under_a_certificates_label_is_not_quoted() {
    let algorithm = [&[0x30, 0x0d, 0x06, 0x09][..], &[0x2a; 9], &[0x05, 0x00]].concat();
    let mut key = vec![0x30, 0x82, 0x01, 0x13];
    key.extend(algorithm);
    key.extend([0x04, 0x82, 0x01, 0x00]);
    key.extend((0..=255_u8).map(|n| n.wrapping_mul(37)));
    let content = damaged(&key);
    let lines: Vec<&str> = (0..content.len())
        .step_by(64)
        .filter_map(|from| content.get(from..content.len().min(from + 64)))
        .collect();
    let text = format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        lines.join("\n")
    );
    let shown = json(&checked(&text), Lang::En);
    for line in lines {
        let part = &line[..line.len().min(16)];
        assert!(!shown.contains(part), "{part} in {shown}");
    }
}

#[test]
fn what_a_file_distrusts_is_no_anchor_wherever_else_it_stands() {
    let rejected = include_str!("containers/rejected.pem");
    let recognised = recognise(&SourceName::new("rejected.pem"), rejected.as_bytes());
    let ders: Vec<Vec<u8>> = recognised
        .certificates()
        .map(|(der, _)| der.to_vec())
        .collect();
    let plain = ders.iter().map(|der| {
        format!(
            "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
            STANDARD.encode(der)
        )
    });
    let plain: String = plain.collect();
    assert_eq!(checked(&plain).bundle.certificates, ders.len());
    assert_eq!(
        checked(&format!("{rejected}\n{plain}")).bundle.certificates,
        0
    );
}
