//! What a server sends and what a client trusts.

use super::changes::{Change, OF_CAS, OF_SERVERS, SEALS, Seal};
use arbitrary::{Result, Unstructured};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use test_pki::{Certified, Key, Template, ca, leaf};

/// Hosts and addresses that are asked for.
const HOSTS: &[&str] = &[
    "www.mock.example",
    "mock.example",
    "WWW.Mock.Example",
    "a.www.mock.example",
    "other.example",
    "192.0.2.1",
    "2001:db8::1",
    "xn--bcher-kva.mock.example",
    "localhost",
    "www.mock.example.",
];
/// The client's clock.
const CLOCKS: &[&str] = &[
    "2026-06-01T00:00:00Z",
    "2019-12-31T23:59:59Z",
    "2020-01-01T00:00:00Z",
    "2040-01-01T00:00:00Z",
    "2040-01-01T00:00:01Z",
    "2051-01-01T00:00:00Z",
];
/// How many names there are, and keys: more than one key for a name collides, and more than one name for a key.
const NAMES: u8 = 5;
/// The most certificates beside the server's own.
const MOST: u8 = 9;
/// So many certificates are kept, since signing takes longer than searching.
const KEPT: usize = 20_000;

/// One certificate, said briefly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spec {
    role: Role,
    subject: u8,
    key: u8,
    issuer: u8,
    issuer_key: u8,
    changes: [u8; 2],
    seal: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Ca,
    Server,
}

/// A certificate with its DER.
#[derive(Clone)]
pub(super) struct Made {
    spec: Spec,
    pub(super) der: Arc<[u8]>,
}

/// Certificates in DER.
pub(super) type Ders = Vec<Arc<[u8]>>;

/// A small PKI and a question.
#[derive(Clone)]
pub(super) struct World {
    pub(super) sent: Vec<Made>,
    pub(super) trusted: Vec<Made>,
    pub(super) host: &'static str,
    pub(super) at: &'static str,
    turn: u8,
    choice: u8,
}

impl World {
    pub(super) fn read(bytes: &mut Unstructured<'_>) -> Result<Self> {
        let host = usual(bytes, HOSTS)?;
        let at = usual(bytes, CLOCKS)?;
        let (turn, choice) = (bytes.arbitrary()?, bytes.arbitrary()?);
        let mut sent = vec![made(Spec::read(Role::Server, bytes)?)];
        let mut trusted = Vec::new();
        for _ in 0..bytes.int_in_range(1..=MOST)? {
            let certificate = made(Spec::read(Role::Ca, bytes)?);
            match bytes.int_in_range(0..=3_u8)? {
                0 => trusted.push(certificate),
                1 | 2 => sent.push(certificate),
                _ => {
                    trusted.push(certificate.clone());
                    sent.push(certificate);
                }
            }
        }
        Ok(Self {
            sent,
            trusted,
            host,
            at,
            turn,
            choice,
        })
    }

    /// The same in another order; the server's own certificate stays first.
    pub(super) fn turned(&self) -> Self {
        let mut turned = self.clone();
        let by = usize::from(self.turn);
        if let Some(others) = turned.sent.get_mut(1..).filter(|others| !others.is_empty()) {
            others.rotate_left(by % others.len());
            others.reverse();
        }
        if !turned.trusted.is_empty() {
            let length = turned.trusted.len();
            turned.trusted.rotate_left(by / 16 % length);
        }
        turned
    }

    /// A number by which some inputs are asked more than others.
    pub(super) const fn choice(&self) -> u8 {
        self.choice
    }

    /// The DER of everything sent and trusted.
    pub(super) fn ders(&self) -> (Ders, Ders) {
        let ders = |all: &[Made]| all.iter().map(|made| Arc::clone(&made.der)).collect();
        (ders(&self.sent), ders(&self.trusted))
    }
}

/// As a table, so that a find can be read.
impl fmt::Display for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "host {} at {}", self.host, self.at)?;
        for (what, all) in [("sent", &self.sent), ("trusted", &self.trusted)] {
            for made in all {
                writeln!(f, "{what}: {}", made.spec)?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} {} (key {}) by {} (key {}) {:?}",
            self.role,
            self.subject,
            self.key,
            self.issuer,
            self.issuer_key,
            self.facts()
        )
    }
}

impl Spec {
    fn read(role: Role, bytes: &mut Unstructured<'_>) -> Result<Self> {
        let subject = bytes.int_in_range(0..=NAMES - 1)?;
        let issuer = bytes.int_in_range(0..=NAMES - 1)?;
        let table = table(role);
        Ok(Self {
            role,
            subject,
            key: seldom(bytes, 8)?.map_or(Ok(subject), |()| bytes.int_in_range(0..=NAMES))?,
            issuer,
            issuer_key: seldom(bytes, 8)?.map_or(Ok(issuer), |()| bytes.int_in_range(0..=NAMES))?,
            changes: [change(table, bytes, 3)?, change(table, bytes, 6)?],
            seal: match seldom(bytes, 10)? {
                Some(()) => number(bytes, SEALS.len())?,
                None => 0,
            },
        })
    }

    fn facts(self) -> Vec<&'static str> {
        let table = table(self.role);
        let changes = self
            .changes
            .iter()
            .filter_map(|at| table.get(usize::from(*at)));
        let seal = SEALS.get(usize::from(self.seal));
        let names = changes
            .map(|change| change.0)
            .chain(seal.map(|seal| seal.0));
        names.filter(|name| !name.is_empty()).collect()
    }
}

fn table(role: Role) -> &'static [Change] {
    match role {
        Role::Ca => OF_CAS,
        Role::Server => OF_SERVERS,
    }
}

/// Most often the first.
fn usual(bytes: &mut Unstructured<'_>, all: &'static [&'static str]) -> Result<&'static str> {
    match seldom(bytes, 3)? {
        Some(()) => bytes.choose(all).copied(),
        None => Ok(all.first().copied().unwrap_or_default()),
    }
}

/// Something in one of so many cases; not where the bytes are zero.
fn seldom(bytes: &mut Unstructured<'_>, of: u8) -> Result<Option<()>> {
    let byte: u8 = bytes.arbitrary()?;
    Ok((byte % of == of - 1).then_some(()))
}

fn number(bytes: &mut Unstructured<'_>, length: usize) -> Result<u8> {
    let most = u8::try_from(length.saturating_sub(1)).unwrap_or(u8::MAX);
    bytes.int_in_range(0..=most)
}

/// The number of a change; zero, none, unless it is its turn.
fn change(table: &[Change], bytes: &mut Unstructured<'_>, of: u8) -> Result<u8> {
    match seldom(bytes, of)? {
        Some(()) => number(bytes, table.len()),
        None => Ok(0),
    }
}

/// Certificates made so far.
static MADE: LazyLock<Mutex<BTreeMap<Spec, Arc<[u8]>>>> = LazyLock::new(Mutex::default);

fn made(spec: Spec) -> Made {
    let mut all = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if all.len() > KEPT {
        all.clear();
    }
    let der = all.entry(spec).or_insert_with(|| seal(spec).der().into());
    Made {
        spec,
        der: Arc::clone(der),
    }
}

fn key(number: u8) -> Key {
    Key::p256(&format!("fuzzed {number}"))
}

fn authority(name: u8, number: u8) -> Template {
    ca(format!("Mock {name}")).key(key(number))
}

fn seal(spec: Spec) -> Certified {
    let template = match spec.role {
        Role::Ca => authority(spec.subject, spec.key),
        Role::Server => leaf("www.mock.example"),
    };
    let table = table(spec.role);
    let changes = spec
        .changes
        .iter()
        .filter_map(|at| table.get(usize::from(*at)));
    let template = changes.fold(template, |template, Change(_, change)| change(template));
    let seal = SEALS
        .get(usize::from(spec.seal))
        .map_or(Seal::Sound, |(_, seal)| *seal);
    let is_self_signed =
        spec.role == Role::Ca && (spec.subject, spec.key) == (spec.issuer, spec.issuer_key);
    let issuer = || authority(spec.issuer, spec.issuer_key).self_signed();
    match seal {
        Seal::Nobody => template.issued_by_name_only(&issuer(), &Key::p256("nobody's")),
        Seal::Sound | Seal::Broken => {
            let signed = if is_self_signed {
                template.self_signed()
            } else {
                template.issued_by(&issuer())
            };
            match seal {
                Seal::Broken => signed.with_broken_signature(),
                Seal::Sound | Seal::Nobody => signed,
            }
        }
    }
}
