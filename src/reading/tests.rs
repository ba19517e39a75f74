mod regular;

use super::*;
use crate::input::recognise;
use crate::location::SourceName;
use test_pki::{ca, pem_bundle};

fn sound() -> Vec<String> {
    ["One", "Two", "Three"]
        .map(|name| pem_bundle([&ca(name).self_signed()]))
        .to_vec()
}

/// What each of [`Reader::ALL`] makes of a text: how many certificates, or `-` where it refuses.
fn loaded(bytes: &[u8]) -> String {
    let recognised = recognise(&SourceName::new("x"), bytes);
    let survey = Survey::of(bytes, &recognised);
    let of_one = |reading: &Reading| match reading.outcome {
        Outcome::Refuses { .. } => "-".to_owned(),
        Outcome::All | Outcome::Skips | Outcome::Stops { .. } => {
            (survey.found - reading.lost.len()).to_string()
        }
    };
    survey.readings.iter().map(of_one).collect()
}

/// In the order of [`Reader::ALL`]: OpenSSL to 1.1.0, 1.1.1, since 3.0, Node, GnuTLS, Go, Java.
#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn readers_differ() {
    let [one, two, three] = &sound()[..] else {
        unreachable!()
    };
    let whole = [one.as_str(), two, three].concat();
    let cut = |text: &str| text[..text.len() / 2].to_owned();
    let garbled = two.replacen("MII", "M*I", 1);
    let in_blank = |text: &str| {
        let lines: Vec<&str> = text.lines().collect();
        let (before, after) = lines.split_at(3);
        [before, &[""], after].concat().join("\n") + "\n"
    };
    let utf16: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let key = "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n";
    let blanked = key.replace("MAA=", "    ");
    let cases: [(&str, Vec<u8>, &str); 15] = [
        ("sound", whole.clone().into(), "3333333"),
        ("CRLF", whole.replace('\n', "\r\n").into(), "3333333"),
        ("CR alone", whole.replace('\n', "\r").into(), "---03-3"),
        ("empty", Vec::new(), "---0---"),
        ("mark", format!("\u{feff}{whole}").into(), "223332-"),
        (
            "mark before a comment",
            format!("\u{feff}# x\n{whole}").into(),
            "3333333",
        ),
        ("UTF-16", utf16, "---0---"),
        (
            "garbled",
            [one.as_str(), &garbled, three].concat().into(),
            "---1-2-",
        ),
        (
            "cut at the end",
            [one.as_str(), &cut(two)].concat().into(),
            "---1-1-",
        ),
        (
            "glued",
            whole.replace("-----\n-----B", "----------B").into(),
            "----3--",
        ),
        (
            "empty line within",
            [one.as_str(), &in_blank(two)].concat().into(),
            "---1222",
        ),
        ("indented", whole.replace('\n', "\n ").into(), "----3-1"),
        (
            "with a key",
            [one.as_str(), key, two].concat().into(),
            "222222-",
        ),
        (
            "with a blanked key",
            [one.as_str(), &blanked, two].concat().into(),
            "222222-",
        ),
        (
            "other label",
            whole.replace("CERTIFICATE", "X509 CERTIFICATE").into(),
            "33333-3",
        ),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(loaded(&bytes), expected, "{name}");
    }
}

/// Where a reader stopped is told by the line on which the block begins.
#[test]
fn the_block_that_stops_a_reader_is_named() {
    let [one, two, _] = &sound()[..] else {
        unreachable!()
    };
    let garbled = two.replacen("MII", "M*I", 1);
    let text = [one, "# two\n", &garbled].concat();
    let recognised = recognise(&SourceName::new("x"), text.as_bytes());
    let survey = Survey::of(text.as_bytes(), &recognised);
    let begins = one.lines().count() + 2;
    for reader in [Reader::OpenSsl3, Reader::Java, Reader::GnuTls] {
        let Outcome::Refuses {
            line: Some(line),
            reason: Reason::BadBase64,
        } = survey.by(reader).unwrap().outcome
        else {
            panic!("{reader:?}: {:?}", survey.by(reader));
        };
        assert_eq!(usize::try_from(line.0).unwrap(), begins, "{reader:?}");
    }
    assert!(matches!(
        survey.by(Reader::Node).unwrap().outcome,
        Outcome::Stops { .. }
    ));
}

#[test]
fn every_client_with_files_has_a_reader() {
    for (id, reader) in [
        ("openssl-1.0.1", Some(Reader::OpenSsl10)),
        ("openssl-1.0.2q", Some(Reader::OpenSsl10)),
        ("openssl-1.1.1", Some(Reader::OpenSsl11)),
        ("openssl-3", Some(Reader::OpenSsl3)),
        ("openssl-4.0", Some(Reader::OpenSsl3)),
        ("python-2.7", Some(Reader::OpenSsl10)),
        ("python-3.13", Some(Reader::OpenSsl3)),
        ("curl", Some(Reader::OpenSsl3)),
        ("node", Some(Reader::Node)),
        ("gnutls", Some(Reader::GnuTls)),
        ("go", Some(Reader::Go)),
        ("java", Some(Reader::Java)),
        ("rfc5280", None),
        ("windows", None),
    ] {
        assert_eq!(Reader::of_client(id), reader, "{id}");
    }
}

/// Beginnings without an end, ends far away, and lines without a break: every reader looks at each of them once.
#[test]
fn hostile_files_take_no_longer_than_others() {
    let begin = "-----BEGIN CERTIFICATE-----\n";
    let end = "-----END CERTIFICATE-----\n";
    let one = ca("One").self_signed().pem();
    let endless = one.replace(end, "");
    let texts = [
        begin.repeat(20_000),
        format!("{}{end}", begin.repeat(20_000)),
        format!("{}{end}", endless.repeat(1_500)),
        format!("{}\n", one.replace('\n', "\\n").repeat(1_500)),
        one.replace("CERTIFICATE", "X509 CERTIFICATE").repeat(1_500),
        "-----BEGIN CERTIFICATE".repeat(30_000),
        "-".repeat(500_000),
    ];
    let started = std::time::Instant::now();
    for text in texts {
        for reader in Reader::ALL {
            reader.read(text.as_bytes());
        }
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
