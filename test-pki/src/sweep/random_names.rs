//! Certificates with a few names out of a hat, below CAs with or without name constraints, for hosts out of another.

use super::Case;
use super::constraints::BOUNDS;
use super::hosts::server;
use super::random::Dice;
use super::world::{Keys, issuing, root};

const HOSTS: &[&str] = &[
    "www.sweep.example",
    "WWW.Sweep.Example",
    "sweep.example",
    "a.b.sweep.example",
    "other.example",
    "xn--bcher-kva.sweep.example",
    "my_bucket.sweep.example",
    "www.sweep.example.",
    "192.0.2.7",
    "2001:db8::7",
];

/// As in the table of hosts.
const NAMES: &[&str] = &[
    "www.sweep.example",
    "WWW.SWEEP.example",
    "sweep.example",
    "a.b.sweep.example",
    "other.example",
    "*.sweep.example",
    "*.example",
    "*.b.sweep.example",
    "*.*.sweep.example",
    "w*.sweep.example",
    "*w.sweep.example",
    "xn--*.sweep.example",
    "my_bucket.sweep.example",
    "192.0.2.7",
    "IP:192.0.2.7",
    "IP:2001:db8::7",
    "MAIL:a@sweep.example",
    "URI:https://sweep.example/",
];

const COMMON_NAMES: &[&str] = &[
    "",
    "Sweep Server",
    "www.sweep.example",
    "*.sweep.example",
    "other.example",
    "192.0.2.7",
];

/// So many cases of this seed.
pub(super) fn cases(seed: u64, number: usize) -> Vec<Case> {
    let dice = Dice::many(seed, number).into_iter().enumerate();
    dice.map(|(number, dice)| case(number, dice)).collect()
}

fn case(number: usize, mut dice: Dice) -> Case {
    let host = dice.pick(HOSTS).unwrap_or_default();
    let names: Vec<&str> = (0..dice.roll(4)).filter_map(|_| dice.pick(NAMES)).collect();
    let common = dice.pick(COMMON_NAMES).unwrap_or_default();
    let root = root(Keys::Curve).self_signed();
    let mut id = format!("random-names-{number:03}");
    let mut issuing = issuing(Keys::Curve);
    if dice.one_in(2)
        && let Some(bound) = dice.pick(BOUNDS)
    {
        issuing = bound.on(issuing);
        id = format!("{id}-{}", bound.name);
    }
    let issuing = issuing.issued_by(&root);
    // No name at all is `-` in the table.
    let listed = if names.is_empty() {
        "-".to_owned()
    } else {
        names.join(",")
    };
    let server = server(&listed, common).issued_by(&issuing);
    Case::new(id, [&server, &issuing], [&root]).host(host)
}
