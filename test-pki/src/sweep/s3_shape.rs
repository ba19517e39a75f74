//! Four certificates as Amazon S3 sends them: each root in the bundle by turns, each subset, damaged roots, shorter chains.

use super::Case;
use super::world::{HOST, stranger};
use crate::{BasicConstraints, Certified, Criticality, KeyId, Template, ca, leaf};

/// The chain, and the three self-signed roots above it.
struct S3 {
    server: Certified,
    issuing: Certified,
    first_cross: Certified,
    second_cross: Certified,
    first: Certified,
    second: Certified,
    oldest: Certified,
}

fn first() -> Template {
    ca("Sweep Amazon Root 1").valid("2015-05-26", "2038-01-17")
}

fn second() -> Template {
    ca("Sweep Starfield Services G2").valid("2009-09-01", "2037-12-31")
}

/// The real one's basic constraints are not critical, and it has no key usage.
fn oldest() -> Template {
    ca("Sweep Starfield Class 2")
        .basic_constraints(BasicConstraints::Ca)
        .basic_constraints_criticality(Criticality::NonCritical)
        .key_usage([])
        .valid("2004-06-29", "2034-06-29")
}

fn s3() -> S3 {
    with_oldest(oldest())
}

fn with_oldest(oldest: Template) -> S3 {
    let oldest = oldest.self_signed();
    let second_cross = second().issued_by(&oldest);
    let first_cross = first().issued_by(&second_cross);
    let issuing = ca("Sweep Amazon RSA 2048 M01")
        .path_len(0)
        .issued_by(&first_cross);
    S3 {
        server: leaf(HOST)
            .valid("2026-01-01", "2027-01-01")
            .issued_by(&issuing),
        first: first().self_signed(),
        second: second().self_signed(),
        issuing,
        first_cross,
        second_cross,
        oldest,
    }
}

impl S3 {
    fn sent(&self) -> [&Certified; 4] {
        [
            &self.server,
            &self.issuing,
            &self.first_cross,
            &self.second_cross,
        ]
    }

    /// The roots, with a letter each.
    fn roots(&self) -> [(&'static str, &Certified); 3] {
        [("a", &self.first), ("g", &self.second), ("c", &self.oldest)]
    }
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = subsets();
    cases.extend(orders());
    cases.extend(shorter());
    cases.extend(bundled_crosses());
    cases.extend(other_roots());
    cases
}

/// Each subset of the roots, behind a root that has nothing to do with it.
fn subsets() -> Vec<Case> {
    let s3 = s3();
    let stranger = stranger();
    let subset = |bits: usize| {
        let held = s3.roots().into_iter().enumerate();
        let held: Vec<_> = held
            .filter(|(bit, _)| bits >> bit & 1 == 1)
            .map(|(_, it)| it)
            .collect();
        let letters: String = held.iter().map(|(letter, _)| *letter).collect();
        let bundle = [&stranger]
            .into_iter()
            .chain(held.into_iter().map(|(_, root)| root));
        Case::new(format!("s3-roots-x{letters}"), s3.sent(), bundle)
    };
    (0..8).map(subset).collect()
}

/// All three in other orders, and each alone.
fn orders() -> Vec<Case> {
    let s3 = s3();
    let case = |letters: &str| {
        let one = |letter: char| {
            s3.roots()
                .into_iter()
                .find(|(name, _)| *name == letter.to_string())
                .map(|(_, root)| root)
        };
        Case::new(
            format!("s3-roots-{letters}"),
            s3.sent(),
            letters.chars().filter_map(one),
        )
    };
    ["a", "g", "c", "cga", "gca", "cag", "ca", "cg"]
        .map(case)
        .to_vec()
}

/// What if the server leaves certificates out?
fn shorter() -> Vec<Case> {
    let s3 = s3();
    let mut cases = Vec::new();
    for length in 1..4 {
        for (letter, root) in s3.roots() {
            let id = format!("s3-sends-{length}-root-{letter}");
            cases.push(Case::new(id, s3.sent().into_iter().take(length), [root]));
        }
    }
    let [server, issuing, first, second] = s3.sent();
    for (letter, root) in s3.roots() {
        let swapped = [server, second, first, issuing];
        cases.push(Case::new(
            format!("s3-swapped-root-{letter}"),
            swapped,
            [root],
        ));
    }
    cases
}

/// Cross-certificates stand in the bundle.
fn bundled_crosses() -> Vec<Case> {
    let s3 = s3();
    let short = || s3.sent().into_iter().take(2);
    vec![
        Case::new("s3-bundle-first-cross", s3.sent(), [&s3.first_cross]),
        Case::new("s3-bundle-second-cross", s3.sent(), [&s3.second_cross]),
        Case::new("s3-sends-2-bundle-first-cross", short(), [&s3.first_cross]),
        Case::new(
            "s3-sends-2-bundle-crosses-and-oldest",
            short(),
            [&s3.first_cross, &s3.second_cross, &s3.oldest],
        ),
        Case::new(
            "s3-sends-2-bundle-cross-then-first",
            short(),
            [&s3.first_cross, &s3.first],
        ),
        Case::new(
            "s3-sends-2-bundle-first-then-cross",
            short(),
            [&s3.first, &s3.first_cross],
        ),
        Case::new(
            "s3-sends-2-bundle-cross-then-second",
            short(),
            [&s3.first_cross, &s3.second],
        ),
    ]
}

/// The oldest root in other states, alone and before the others.
fn other_roots() -> Vec<Case> {
    let states = [
        ("sound", ca("Sweep Starfield Class 2")),
        ("expired", oldest().valid("2004-06-29", "2025-06-29")),
        ("no-ski", oldest().subject_key_id(KeyId::Absent)),
        ("version-1", oldest().version_1()),
    ];
    let each = |(state, template): (&str, Template)| {
        let s3 = with_oldest(template);
        [
            Case::new(format!("s3-oldest-{state}-alone"), s3.sent(), [&s3.oldest]),
            Case::new(
                format!("s3-oldest-{state}-first"),
                s3.sent(),
                [&s3.oldest, &s3.first],
            ),
            Case::new(
                format!("s3-oldest-{state}-last"),
                s3.sent(),
                [&s3.second, &s3.oldest],
            ),
        ]
    };
    states.into_iter().flat_map(each).collect()
}
