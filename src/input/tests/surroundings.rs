//! What stands around certificates: encodings, layouts, transcripts, logs.

use super::super::Role::{ServerChain, Unspecified};
use super::super::*;
use super::{error_texts, framed, kinds, numbers, pem, recognised, shapes};
use crate::location::LineNumber;
use data_encoding::BASE64;

#[test]
fn encodings_are_read_and_noted() {
    let text = ["# é\n", &pem(1), &pem(2)].concat();
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    };
    let marked = format!("\u{feff}{text}");
    let cases = [
        (marked.clone().into_bytes(), Encoding::Utf8WithMark),
        (
            utf16(&marked, u16::to_le_bytes),
            Encoding::Utf16Le(ByteOrderMark::Present),
        ),
        (
            utf16(&marked, u16::to_be_bytes),
            Encoding::Utf16Be(ByteOrderMark::Present),
        ),
        (
            utf16(&text, u16::to_le_bytes),
            Encoding::Utf16Le(ByteOrderMark::Absent),
        ),
        (
            utf16(&text, u16::to_be_bytes),
            Encoding::Utf16Be(ByteOrderMark::Absent),
        ),
    ];
    for (bytes, encoding) in cases {
        let found = recognised(&bytes);
        assert_eq!((numbers(&found), found.encoding), (vec![1, 2], encoding));
        assert_eq!(kinds(&found), [NoteKind::WrongEncoding(encoding)]);
        let location = &found.items[0].location;
        let block: Vec<u8> = bytes[location.bytes()]
            .iter()
            .copied()
            .filter(|byte| *byte != 0)
            .collect();
        assert_eq!(block, pem(1).trim_end().as_bytes(), "{encoding:?}");
        assert_eq!(location.line, LineNumber(2));
    }
}

#[test]
fn layouts_are_read_and_noted_once() {
    let text = [pem(1), pem(2)].concat();
    let escaped = format!(
        "{{\"ca\": \"{}\"}}",
        text.replace('\n', "\\n").replace('/', "\\/")
    );
    let dotnet = escaped.replace('+', "\\u002B").replace('=', "\\u003D");
    let indented = framed(&text, "  \t", "\n");
    let quoted = framed(&text, "    \"", "\\n\" +\n");
    let in_source = framed(&text, "'", "'\n");
    let one_line = format!("{}\n", pem(1).replace('\n', "")).repeat(2);
    let cases = [
        (escaped, Layout::EscapedLineBreaks, [1, 2]),
        (dotnet, Layout::EscapedLineBreaks, [1, 2]),
        (indented, Layout::Indented, [1, 2]),
        (quoted, Layout::EscapedLineBreaks, [1, 2]),
        (in_source, Layout::WithinLine, [1, 2]),
        (text.replace('\n', "\r"), Layout::CarriageReturns, [1, 2]),
        (one_line, Layout::WithinLine, [1, 1]),
    ];
    for (text, layout, expected) in cases {
        let found = recognised(&text);
        assert_eq!(numbers(&found), expected, "{text}");
        assert_eq!(
            kinds(&found),
            [NoteKind::UnusualLayout { layout, blocks: 2 }],
            "{text}"
        );
    }
}

#[test]
fn bare_base64_is_found_in_any_text() {
    let bare = |number| BASE64.encode(&shapes::certificate(number));
    let lines = |number| {
        pem(number)
            .lines()
            .filter(|line| !line.contains("--"))
            .collect::<Vec<_>>()
            .join("\r\n")
    };
    let cases = [
        bare(1) + "\n" + &bare(2),
        format!("{}\r\n{}\r\n", lines(1), lines(2)),
        format!("{{\"x5c\": [\"{}\",\"{}\"]}}", bare(1), bare(2)),
        format!(
            "<a><ds:X509Certificate>\n{}</a><b>{}</b>",
            lines(1),
            bare(2)
        ),
        format!("{}\n\n{}", pem(1), lines(2)),
    ];
    for text in cases {
        let found = recognised(&text);
        assert_eq!(
            (numbers(&found), kinds(&found)),
            (vec![1, 2], vec![]),
            "{text}"
        );
    }
}

#[test]
fn transcripts_tell_the_role() {
    let roles = |text: &str| -> Vec<Role> {
        let roles = recognised(text)
            .items
            .into_iter()
            .filter_map(|item| match item.content {
                Content::Certificate { role, .. } => Some(role),
                Content::ErrorText(_) => None,
            });
        roles.collect()
    };
    let transcript = format!(
        "CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = a\n   i:CN = b\n{}\
         ---\nServer certificate\n{}subject=CN = a\n---\nNo client certificate CA names sent\n---\n",
        pem(1),
        pem(2)
    );
    assert_eq!(roles(&transcript), [ServerChain, ServerChain]);
    let followed = format!("{transcript}# bundle\n{}", pem(3));
    assert_eq!(roles(&followed), [ServerChain, ServerChain, Unspecified]);
    assert_eq!(
        roles(&format!("Server certificate\n{}", pem(1))),
        [Unspecified]
    );
}

#[test]
fn error_texts_alone_and_beside_certificates() {
    let message = "urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed";
    let alone = recognised(message);
    assert_eq!(
        (error_texts(&alone), kinds(&alone)),
        (vec![message], vec![])
    );

    let beside = recognised(format!(
        "{}{message}\n{}# SSL.com TLS root\n{}",
        pem(1),
        pem(2),
        pem(3)
    ));
    assert_eq!(numbers(&beside), [1, 2, 3]);
    assert_eq!(
        (error_texts(&beside), kinds(&beside)),
        (vec![message], vec![])
    );

    let faint = recognised("Something with SSL went wrong");
    assert_eq!(error_texts(&faint).len(), 1);
    let unrelated = recognised("Dear all, see you tomorrow.");
    assert_eq!(
        kinds(&unrelated),
        [NoteKind::NotACertificateFile(FileKind::PlainText)]
    );
}

#[test]
fn a_text_after_a_cut_block_is_an_error_text() {
    let text = pem(1);
    let cut: Vec<&str> = text.lines().take(3).collect();
    let message = "Traceback (most recent call last):\n  File \"a.py\", line 1";
    let found = recognised(format!("{}\n{message}", cut.join("\n")));
    assert_eq!(error_texts(&found), [message]);
    assert!(
        matches!(kinds(&found)[..], [NoteKind::Truncated { .. }]),
        "{:?}",
        found.notes
    );
}

#[test]
fn a_public_key_matters_only_without_certificates() {
    let key = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
    let only = NoteKind::PublicKeyOnly(PublicKeyFormat::Spki);
    assert_eq!(kinds(&recognised(key)), [only]);
    assert_eq!(kinds(&recognised(format!("{key}{}", pem(1)))), []);
}
