//! Small worlds put together by a generator with a fixed seed: cross-certificates, defects, and any order.

use super::Case;
use super::defect::{ANYWHERE, By, Defect, NONE, OF_CAS, THAT_MATTER};
use super::world::{Keys, issuing, old_root, root, server, stranger};
use crate::{Certified, Template};

/// The seed of the cases that are always asked.
pub(super) const SEED: u64 = 0x5eed_2026_0601;
/// How many worlds of each kind these are.
pub(super) const CASES: usize = 160;

/// Marsaglia's xorshift: the same everywhere.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let sides = u64::try_from(sides).unwrap_or(1).max(1);
        usize::try_from((self.0 >> 16) % sides).unwrap_or(0)
    }

    pub(super) fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let at = self.roll(from.len());
        from.get(at).copied()
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.roll(last + 1));
        }
    }
}

/// A world being made, and the facts that are not usual about it.
struct World {
    dice: Dice,
    facts: Vec<&'static str>,
    keys: Keys,
}

impl Dice {
    /// Dice of their own for each of so many cases.
    pub(super) fn many(seed: u64, number: usize) -> Vec<Self> {
        let mut dice = Self(seed | 1);
        let mut next = || u64::try_from(dice.roll(usize::MAX)).unwrap_or(1) | 1;
        (0..number).map(|_| Self(next())).collect()
    }
}

/// So many cases of this seed.
pub(super) fn cases(seed: u64, number: usize) -> Vec<Case> {
    let dice = Dice::many(seed, number).into_iter().enumerate();
    dice.map(|(number, dice)| case(number, dice)).collect()
}

fn case(number: usize, mut dice: Dice) -> Case {
    let keys = if dice.one_in(6) {
        Keys::Rsa
    } else {
        Keys::Curve
    };
    let mut world = World {
        dice,
        facts: Vec::new(),
        keys,
    };
    let old = world.make(old_root(keys), By::Itself);
    let new = world.make(root(keys), By::Itself);
    let cross = world.make(root(keys), By::Issuer(&old));
    let lower = world.make(issuing(keys), By::Issuer(&new));
    // The intermediate once more, from the other root or renewed.
    let issuer = if world.dice.one_in(2) { &old } else { &new };
    let spare = world.make(
        issuing(keys).valid("2021-01-01", "2031-01-01"),
        By::Issuer(issuer),
    );
    let server = world.make(server(), By::Issuer(&lower));
    let chain = world.sends(&server, &[&lower, &spare, &cross, &new, &old]);
    let bundle = world.trusts(&[&new, &old, &cross, &lower, &spare, &stranger()]);
    let mut id = format!("random-{number:03}");
    for fact in world.facts {
        id.push('-');
        id.push_str(fact);
    }
    Case::new(id, &chain, &bundle)
}

impl World {
    fn make(&mut self, template: Template, by: By<'_>) -> Certified {
        let defect = self.defect();
        defect.make(template, by)
    }

    /// Mostly none; seldom one, and of these mostly one that matters.
    fn defect(&mut self) -> Defect {
        if !self.dice.one_in(5) {
            return NONE;
        }
        let from = match self.dice.roll(4) {
            0 => ANYWHERE,
            1 => OF_CAS,
            _ => THAT_MATTER,
        };
        match self.dice.pick(from) {
            // A digest that the keys cannot be used with, or a key that the siblings would have to share.
            Some(defect) if self.keys == defect.keys() && defect.is_of_one_certificate() => {
                self.facts.push(defect.name);
                defect
            }
            _ => NONE,
        }
    }

    /// The server's certificate, then most of the first few and some of the rest, often in order.
    fn sends(&mut self, server: &Certified, others: &[&Certified]) -> Vec<Certified> {
        let mut sent = Vec::new();
        for (place, certificate) in others.iter().enumerate() {
            let is_sent = match place {
                0 => !self.dice.one_in(5),
                1 | 2 => self.dice.one_in(2),
                _ => self.dice.one_in(5),
            };
            if is_sent {
                sent.push((*certificate).clone());
            }
        }
        if self.dice.one_in(3) {
            self.dice.shuffle(&mut sent);
        }
        sent.insert(0, server.clone());
        sent
    }

    /// One to four certificates, in any order.
    fn trusts(&mut self, all: &[&Certified]) -> Vec<Certified> {
        let mut held: Vec<Certified> = Vec::new();
        for (place, certificate) in all.iter().enumerate() {
            let is_held = match place {
                0 | 1 => !self.dice.one_in(3),
                _ => self.dice.one_in(4),
            };
            if is_held {
                held.push((*certificate).clone());
            }
        }
        self.dice.shuffle(&mut held);
        held
    }
}
