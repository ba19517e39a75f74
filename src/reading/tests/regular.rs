//! What is said without asking the models is what they say.

use super::super::der::{self, Decoder};
use super::super::regular::is_regular;
use super::*;
use crate::input::to_pem;
use crate::known::KnownRoots;
use proptest::prelude::*;
use proptest::sample::Index;

/// One of each kind of key.
fn certificates() -> Vec<Vec<u8>> {
    let keys = [
        test_pki::Key::p256("One"),
        test_pki::Key::p384("Two"),
        test_pki::Key::p521("Three"),
        test_pki::Key::ed25519("Four"),
        test_pki::Key::rsa_2048(0),
    ];
    keys.map(|key| ca("Kind").key(key).self_signed().der().to_vec())
        .to_vec()
}

fn surveys(bytes: &[u8]) -> (bool, Survey, Survey) {
    let recognised = recognise(&SourceName::new("x"), bytes);
    (
        is_regular(bytes, &recognised),
        Survey::of(bytes, &recognised),
        Survey::by_models(bytes, &recognised),
    )
}

/// Most files are regular, or asking the models would cost what it did.
#[test]
fn what_is_regular() {
    let [one, two, three] = &sound()[..] else {
        unreachable!()
    };
    let whole = [one.as_str(), two, three].concat();
    let wide = |width: usize| {
        let [begin, content @ .., end] = &one.lines().collect::<Vec<_>>()[..] else {
            unreachable!()
        };
        let content = content.concat();
        let lines = content.as_bytes().chunks(width);
        let lines: Vec<&str> = lines.map(|line| str::from_utf8(line).unwrap()).collect();
        format!("{begin}\n{}\n{end}\n", lines.join("\n"))
    };
    let cases: [(&str, String, bool); 19] = [
        ("sound", whole.clone(), true),
        ("CRLF", whole.replace('\n', "\r\n"), true),
        (
            "one line end and the other",
            whole.replacen('\n', "\r\n", 1),
            false,
        ),
        (
            "headings",
            format!("# Ő: --\n{one}\n\nTwo ----\n{two}x"),
            true,
        ),
        ("without a last line end", whole.trim_end().to_owned(), true),
        ("lines of 76", wide(76), true),
        ("lines of 4", wide(4), true),
        ("one line", wide(100_000), false),
        ("CR alone", whole.replace('\n', "\r"), false),
        ("empty", String::new(), false),
        ("no certificate", "# none\n".to_owned(), false),
        ("mark", format!("\u{feff}{whole}"), false),
        ("garbled", whole.replacen("MII", "M*I", 1), false),
        (
            "glued",
            whole.replace("-----\n-----B", "----------B"),
            false,
        ),
        ("hyphens", format!("-----\n{whole}"), false),
        ("what looks like DER", format!("{one}01 Two\n{two}"), false),
        ("a NUL", format!("{one}\0\n{two}"), false),
        (
            "blanks at the end of lines",
            whole.replace('\n', " \n"),
            false,
        ),
        (
            "other label",
            whole.replace("CERTIFICATE", "X509 CERTIFICATE"),
            false,
        ),
    ];
    for (name, text, expected) in cases {
        let (is_regular, survey, by_models) = surveys(text.as_bytes());
        assert_eq!(is_regular, expected, "{name}");
        assert_eq!(survey, by_models, "{name}");
    }
}

#[test]
fn published_roots_are_regular() {
    let known = KnownRoots::built_in();
    let text: String = known
        .newest()
        .members()
        .map(|root| to_pem(root.der().unwrap()))
        .collect();
    let (is_regular, survey, by_models) = surveys(text.as_bytes());
    assert!(is_regular);
    assert_eq!(survey, by_models);
    assert!(by_models.is_read_by_all());
}

/// What a file is made of: certificates in several forms, and what stands between them.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let mut pieces: Vec<Vec<u8>> = Vec::new();
    for der in certificates() {
        let pem = to_pem(&der);
        pieces.push(pem.replace('\n', "\r\n").into());
        pieces.push(pem.trim_end().into());
        pieces.push(pem.into());
    }
    let between: [&[u8]; 16] = [
        b"\n",
        b"\r\n",
        b"\r",
        b"0",
        b"0\n",
        b"\0",
        b"-----\n",
        b"# Heading\n",
        b"Key: value\n",
        b" ",
        b"=",
        b"----",
        b"\xC5\x90\n",
        b"\xFF",
        b"\xEF\xBB\xBF",
        b"-----BEGIN CERTIFICATE-----\n",
    ];
    let between: Vec<Vec<u8>> = between.map(<[u8]>::to_vec).to_vec();
    prop_oneof![
        3 => proptest::sample::select(pieces),
        1 => proptest::sample::select(between),
    ]
}

/// A place with what is put there, in place of so many bytes.
fn damage() -> impl Strategy<Value = (Index, usize, Vec<u8>)> {
    let byte = prop_oneof![
        proptest::sample::select(b"\n\r \t\0-=0:\\\"'#A".to_vec()),
        any::<u8>()
    ];
    let bytes = proptest::collection::vec(byte, 0..3);
    (any::<Index>(), 0..3_usize, bytes)
}

fn damaged(mut bytes: Vec<u8>, damages: Vec<(Index, usize, Vec<u8>)>) -> Vec<u8> {
    for (at, len, with) in damages {
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            let end = (at + len).min(bytes.len());
            bytes.splice(at..end, with);
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_models_agree_on_any_file(
        pieces in proptest::collection::vec(piece(), 0..6),
        damages in proptest::collection::vec(damage(), 0..3),
    ) {
        let (is_regular, survey, by_models) = surveys(&damaged(pieces.concat(), damages));
        prop_assert!(!is_regular || by_models.is_read_by_all());
        prop_assert_eq!(survey, by_models);
    }

    #[test]
    fn the_models_agree_on_any_content(
        der in proptest::sample::select(certificates()),
        damages in proptest::collection::vec(damage(), 0..3),
    ) {
        let der = damaged(der, damages);
        let takes = |decoder| der::is_certificate(&der, decoder);
        let each = [Decoder::OpenSsl, Decoder::GnuTls, Decoder::Java, Decoder::Go];
        prop_assert_eq!(takes(Decoder::Strictest), each.into_iter().all(takes));
        let text = [to_pem(&der), sound().concat()].concat();
        let (is_regular, survey, by_models) = surveys(text.as_bytes());
        prop_assert!(!is_regular || by_models.is_read_by_all());
        prop_assert_eq!(survey, by_models);
    }
}
