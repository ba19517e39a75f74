//! Damaged PEM: each damage is named, and does not keep the intact blocks from being found.

use super::super::*;
use super::{framed, kinds, numbers, pem, recognised, shapes};
use crate::location::LineNumber;

struct Case {
    name: &'static str,
    text: String,
    certificates: &'static [u8],
    notes: Vec<NoteKind>,
}

fn damaged(block: u32, defect: PemDefect) -> NoteKind {
    NoteKind::DamagedPem {
        block: BlockNumber(block),
        defect,
    }
}

/// Replaces the first `from`, which must be there.
fn edited(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

const BEGIN: &str = "-----BEGIN CERTIFICATE-----\n";
const END: &str = "-----END CERTIFICATE-----\n";

/// Damage of one line of the second of three blocks that leaves its content readable.
fn readable() -> Vec<Case> {
    let mismatch = PemDefect::MismatchedLabels {
        begin: "CERTIFICATE".to_owned(),
        end: "X509 CRL".to_owned(),
    };
    let cases = [
        ("no END", END, "", PemDefect::BeginWithoutEnd),
        ("no BEGIN", BEGIN, "", PemDefect::EndWithoutBegin),
        ("other END", END, "-----END X509 CRL-----\n", mismatch),
        (
            "four hyphens",
            BEGIN,
            "----BEGIN CERTIFICATE-----\n",
            PemDefect::Dashes,
        ),
        (
            "en dashes",
            END,
            "–––END CERTIFICATE–––\n",
            PemDefect::Dashes,
        ),
        (
            "hyphens lost",
            BEGIN,
            "BEGIN CERTIFICATE-----\n",
            PemDefect::Dashes,
        ),
    ];
    cases
        .map(|(name, from, to, defect)| Case {
            name,
            text: [pem(1), edited(&pem(2), from, to), pem(3)].concat(),
            certificates: &[1, 2, 3],
            notes: vec![damaged(2, defect)],
        })
        .into()
}

fn unreadable() -> Vec<Case> {
    let cases = [
        (
            "empty",
            format!("{BEGIN}{END}"),
            damaged(2, PemDefect::Empty),
        ),
        (
            "nested BEGIN",
            BEGIN.to_owned(),
            damaged(2, PemDefect::NestedBegin),
        ),
        (
            "lone END",
            END.to_owned(),
            damaged(2, PemDefect::EndWithoutBegin),
        ),
        (
            "no DER",
            format!("{BEGIN}Zm9vYmFy\n{END}"),
            damaged(2, PemDefect::NotDer),
        ),
        (
            "no SEQUENCE",
            edited(&pem(2), "\nMI", "\nLI"),
            damaged(2, PemDefect::NotDer),
        ),
        (
            "commented out",
            framed(&pem(2), "# ", "\n"),
            damaged(2, PemDefect::CommentedOut),
        ),
    ];
    cases
        .map(|(name, block, note)| Case {
            name,
            text: [pem(1), block, pem(3)].concat(),
            certificates: &[1, 3],
            notes: vec![note],
        })
        .into()
}

#[test]
fn damage_is_named_and_harms_no_other_block() {
    for case in readable().into_iter().chain(unreadable()) {
        let found = recognised(&case.text);
        assert_eq!(numbers(&found), case.certificates, "{}", case.name);
        assert_eq!(kinds(&found), case.notes, "{}", case.name);
    }
}

#[test]
fn a_missing_line_break_between_blocks_is_noted() {
    let text = [pem(1).trim_end(), &pem(2), &pem(3)].concat();
    let found = recognised(text);
    assert_eq!(numbers(&found), [1, 2, 3]);
    let note = &found.notes[0];
    let expected = NoteKind::MissingNewlineBetweenBlocks {
        block: BlockNumber(2),
    };
    assert_eq!((found.notes.len(), &note.kind), (1, &expected));
    let last_of_first = u32::try_from(pem(1).lines().count()).unwrap();
    assert_eq!(note.location.line, LineNumber(last_of_first));
}

#[test]
fn a_cut_block_says_how_much_is_there() {
    let whole = shapes::certificate(2).len();
    let text = pem(2);
    let kept: Vec<&str> = text.lines().take(4).collect();
    for end in ["", "\n-----END CERTIFICATE-----"] {
        let found = recognised([pem(1), kept.join("\n"), end.to_owned()].concat());
        let extent = Extent {
            declared: whole,
            present: 144,
        };
        let expected = NoteKind::Truncated {
            block: Some(BlockNumber(2)),
            extent: Some(extent),
        };
        assert_eq!(kinds(&found), [expected], "{end:?}");
        assert_eq!(numbers(&found), [1]);
    }
}

#[test]
fn a_bad_character_is_named_with_its_place() {
    for (character, expected) in [("*", '*'), ("é", 'é'), ("、", '、'), ("\u{1b}", '\u{1b}')] {
        let good = pem(2);
        let third = good.lines().nth(2).unwrap();
        let text = [
            pem(1),
            edited(&good, third, &format!("AAAA{character}{third}")),
        ]
        .concat();
        let found = recognised(&text);
        let first_lines = u32::try_from(pem(1).lines().count()).unwrap();
        let note = NoteKind::BadBase64 {
            block: BlockNumber(2),
            line: LineNumber(first_lines + 3),
            column: 5,
            character: expected,
        };
        assert_eq!(
            (numbers(&found), kinds(&found)),
            (vec![1], vec![note]),
            "{character}"
        );
    }
}

#[test]
fn data_behind_the_certificate_in_its_block_is_left_out() {
    let trusted = [shapes::certificate(1), shapes::tlv(0x30, &[6, 1, 1])].concat();
    let as_certificate = to_pem(&trusted);
    let as_trusted = as_certificate.replace(" CERTIFICATE", " TRUSTED CERTIFICATE");
    let block = BlockNumber(1);
    let cases = [
        (
            as_certificate,
            NoteKind::TrailingData {
                block: Some(block),
                bytes: 5,
            },
        ),
        (as_trusted, NoteKind::TrustSettings { block }),
    ];
    for (text, note) in cases {
        let found = recognised(&text);
        assert_eq!(
            (numbers(&found), kinds(&found)),
            (vec![1], vec![note]),
            "{text}"
        );
    }
}

#[test]
fn wrong_padding_is_noted() {
    let text = edited(&pem(1), "\n-----END", "====\n-----END");
    let found = recognised(&text);
    let note = damaged(1, PemDefect::Padding);
    assert_eq!((numbers(&found), kinds(&found)), (vec![1], vec![note]));
}
