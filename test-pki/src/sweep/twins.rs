//! Two CAs of one name with different keys: which one a client takes depends on the order of the bundle or of what is sent,
//! and on key identifiers.

use super::Case;
use super::world::{Keys, issuing, root, server};
use crate::{AuthorityKeyId, Certified, Key, KeyId, Template};

/// Which key identifiers there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ids {
    Both,
    SubjectOnly,
    AuthorityOnly,
    Neither,
}

impl Ids {
    const ALL: [Self; 4] = [
        Self::Both,
        Self::SubjectOnly,
        Self::AuthorityOnly,
        Self::Neither,
    ];

    fn on(self, template: Template) -> Template {
        let template = match self {
            Self::Both | Self::SubjectOnly => template,
            Self::AuthorityOnly | Self::Neither => template.subject_key_id(KeyId::Absent),
        };
        match self {
            Self::Both | Self::AuthorityOnly => template,
            Self::SubjectOnly | Self::Neither => template.authority_key_id(AuthorityKeyId::Absent),
        }
    }
}

/// Which twin stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    Right,
    Wrong,
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for ids in Ids::ALL {
        for first in [First::Right, First::Wrong] {
            cases.push(roots(ids, first, "2035-01-01"));
            cases.push(roots(ids, first, "2026-01-01"));
            cases.push(sent_intermediates(ids, first));
            cases.push(bundled_intermediates(ids, first));
        }
        cases.push(renewed(ids, First::Right));
        cases.push(renewed(ids, First::Wrong));
        cases.push(wrong_only(ids));
    }
    cases
}

fn name(kind: &str, ids: Ids, first: First) -> String {
    format!("twins-{kind}-ids-{ids:?}-first-{first:?}").to_lowercase()
}

fn ordered<'a>(first: First, right: &'a Certified, wrong: &'a Certified) -> [&'a Certified; 2] {
    match first {
        First::Right => [right, wrong],
        First::Wrong => [wrong, right],
    }
}

fn wrong_root(ids: Ids) -> Template {
    ids.on(root(Keys::Curve)).key(Key::p256("wrong root"))
}

fn below(ids: Ids, root: &Certified) -> (Certified, Certified) {
    let issuing = ids.on(issuing(Keys::Curve)).issued_by(root);
    let server = ids.on(server()).issued_by(&issuing);
    (server, issuing)
}

/// Two roots in the bundle; the wrong one is valid until `until`.
fn roots(ids: Ids, first: First, until: &str) -> Case {
    let right = ids.on(root(Keys::Curve)).self_signed();
    let wrong = wrong_root(ids).valid("2015-01-01", until).self_signed();
    let (server, issuing) = below(ids, &right);
    let kind = if until == "2026-01-01" {
        "roots-wrong-expired"
    } else {
        "roots"
    };
    let bundle = ordered(first, &right, &wrong);
    Case::new(name(kind, ids, first), [&server, &issuing], bundle)
}

/// Only the wrong one is there.
fn wrong_only(ids: Ids) -> Case {
    let right = ids.on(root(Keys::Curve)).self_signed();
    let wrong = wrong_root(ids).self_signed();
    let (server, issuing) = below(ids, &right);
    let id = name("only-wrong", ids, First::Wrong);
    Case::new(id, [&server, &issuing], [&wrong])
}

/// Two intermediates, both sent.
fn sent_intermediates(ids: Ids, first: First) -> Case {
    let root = ids.on(root(Keys::Curve)).self_signed();
    let (server, right) = below(ids, &root);
    let wrong = ids.on(issuing(Keys::Curve)).key(Key::p256("wrong issuing"));
    let wrong = wrong.issued_by(&root);
    let [one, two] = ordered(first, &right, &wrong);
    Case::new(name("sent", ids, first), [&server, one, two], [&root])
}

/// The server sends one, the bundle holds the other.
fn bundled_intermediates(ids: Ids, first: First) -> Case {
    let root = ids.on(root(Keys::Curve)).self_signed();
    let (server, right) = below(ids, &root);
    let wrong = ids.on(issuing(Keys::Curve)).key(Key::p256("wrong issuing"));
    let wrong = wrong.issued_by(&root);
    let [sent, held] = ordered(first, &right, &wrong);
    Case::new(
        name("sent-and-held", ids, first),
        [&server, sent],
        [held, &root],
    )
}

/// Not twins but one root twice, same name and key: the old one has expired.
fn renewed(ids: Ids, first: First) -> Case {
    let new = ids.on(root(Keys::Curve)).self_signed();
    let old = ids.on(root(Keys::Curve)).valid("2005-01-01", "2025-01-01");
    let old = old.self_signed();
    let (server, issuing) = below(ids, &new);
    let bundle = ordered(first, &new, &old);
    Case::new(name("renewed", ids, first), [&server, &issuing], bundle)
}
