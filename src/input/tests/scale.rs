//! Large and hostile inputs: time linear in the size, and little said about much damage.

use super::super::*;
use super::{pem, recognised};
use std::time::{Duration, Instant};

/// Far above what is needed without optimisation on a busy machine, far below what quadratic work would take.
const LIMIT: Duration = Duration::from_secs(10);
const LARGE: usize = 600_000;

#[test]
fn hostile_inputs_are_read_in_linear_time() {
    let repeated = |piece: &str| piece.repeat(LARGE / piece.len()).into_bytes();
    let inputs = [
        ("zeros", vec![0; LARGE]),
        ("letters", repeated("A")),
        ("MI", repeated("MI")),
        ("MI words", repeated(&format!("MII{} ", "A".repeat(45)))),
        ("MI lines", repeated(&format!("MIP/{}\n", "A".repeat(45)))),
        ("BEGIN lines", repeated("-----BEGIN CERTIFICATE-----\n")),
        ("BEGIN in one line", repeated("-----BEGIN CERTIFICATE-----")),
        ("BEGIN without dashes", repeated("BEGIN ")),
        ("END lines", repeated("-----END CERTIFICATE-----\n")),
        ("END in one line", repeated("-----END CERTIFICATE-----")),
        ("hyphens", repeated("-")),
        ("BEGIN and hyphens", repeated("--BEGIN ")),
        ("quotes", repeated("-----BEGIN CMS-----\"     +    ")),
        (
            "open quote",
            [b"-----BEGIN CMS-----".to_vec(), repeated("\"++++++++")].concat(),
        ),
        (
            "bad blocks in one line",
            repeated("-----BEGIN CMS-----*-----END CMS-----"),
        ),
        ("nested indefinite", [0x30, 0x80].repeat(LARGE / 2)),
        (
            "many values",
            [
                super::shapes::certificate(1),
                [0x30, 0x00].repeat(LARGE / 2),
            ]
            .concat(),
        ),
        (
            "line breaks",
            repeated("-----BEGIN CMS-----\n\n\n\n\n\n\n\n\n"),
        ),
        (
            "errors",
            repeated("-----BEGIN CMS-----\nverify error: words here\n"),
        ),
    ];
    for (name, bytes) in inputs {
        let started = Instant::now();
        let found = recognised(&bytes);
        let took = started.elapsed();
        assert!(took < LIMIT, "{name}: {took:?}");
        assert!(
            found.notes.len() <= 1_001,
            "{name}: {} notes",
            found.notes.len()
        );
    }
}

#[test]
fn what_is_left_out_is_counted() {
    let blocks = 5_000;
    let found = recognised("-----BEGIN CERTIFICATE-----\n".repeat(blocks));
    let NoteKind::NotesOmitted { count } = found.notes.last().unwrap().kind else {
        panic!("{:?}", found.notes.last())
    };
    assert_eq!(count + found.notes.len() - 1, blocks);
}

#[test]
fn every_certificate_of_a_large_bundle_is_found() {
    let found = recognised(pem(1).repeat(2_000));
    assert_eq!((found.items.len(), found.notes.len()), (2_000, 0));
}
