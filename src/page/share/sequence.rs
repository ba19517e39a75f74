//! Certificates in their order: those of a published bundle as runs of its order, other known roots by the beginning of
//! their SHA-256, and the rest as DER.

use super::Problem;
use super::octets::{Reader, Writer};
use crate::certificate::{CertSha256, Certificate};
use crate::known::{BundleSet, KnownRoot, KnownRoots, Vintage};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

/// The most certificates of a sequence: several public lists together, and little enough to hold.
const MOST: usize = 2000;
/// How much of a SHA-256 tells a published bundle, or a root, from all others.
const PREFIX: usize = 8;

/// Which kind of part follows.
const RUN: usize = 0;
const ROOT: usize = 1;
const DER: usize = 2;

type Prefix = [u8; PREFIX];

/// Certificates that belong to no bundle.
pub(super) fn write(writer: &mut Writer, ders: &[Vec<u8>], known: &KnownRoots) {
    write_parts(writer, ders, (known, &[]));
}

/// A bundle, by the published one that it is nearest to.
pub(super) fn write_bundle(writer: &mut Writer, ders: &[Vec<u8>], known: &KnownRoots) {
    let mut seen = HashSet::new();
    let prints = ders.iter().map(|der| CertSha256::of(der));
    let distinct: Vec<CertSha256> = prints.filter(|print| seen.insert(*print)).collect();
    let base = base(&known.vintage(None, &distinct), known);
    let members: Vec<CertSha256> = base
        .iter()
        .flat_map(BundleSet::members)
        .map(KnownRoot::sha256)
        .collect();
    writer.optional(base.as_ref(), |writer, base| writer.fixed(&name(base)));
    write_parts(writer, ders, (known, &members));
}

fn base<'k>(vintage: &Vintage, known: &'k KnownRoots) -> Option<BundleSet<'k>> {
    let nearest = vintage.nearest.as_ref().map(|nearest| &nearest.release);
    known.bundle_of(vintage.exact.as_ref().or(nearest)?)
}

/// The name of a published bundle in links: the same as long as it has the same certificates in the same order.
fn name(bundle: &BundleSet<'_>) -> Prefix {
    let mut digest = Sha256::new();
    for member in bundle.members() {
        digest.update(member.sha256().as_bytes());
    }
    prefix(&digest.finalize().into())
}

fn prefix(digest: &[u8; 32]) -> Prefix {
    digest.first_chunk().copied().unwrap_or_default()
}

/// A part as it is written.
enum Part<'d> {
    Run { start: usize, length: usize },
    Root(Prefix),
    Der(&'d [u8]),
}

fn write_parts(
    writer: &mut Writer,
    ders: &[Vec<u8>],
    (known, members): (&KnownRoots, &[CertSha256]),
) {
    let places: HashMap<&CertSha256, usize> = members
        .iter()
        .enumerate()
        .map(|(place, member)| (member, place))
        .collect();
    let mut parts: Vec<Part<'_>> = Vec::new();
    for der in ders.iter().filter(|der| Certificate::parse(der).is_ok()) {
        let print = CertSha256::of(der);
        let is_complete = known
            .by_sha256(&print)
            .is_some_and(|root| root.der().is_some());
        match (places.get(&print), parts.last_mut()) {
            (Some(place), Some(Part::Run { start, length })) if *start + *length == *place => {
                *length += 1;
            }
            (Some(place), _) => parts.push(Part::Run {
                start: *place,
                length: 1,
            }),
            (None, _) if is_complete => parts.push(Part::Root(prefix(print.as_bytes()))),
            (None, _) => parts.push(Part::Der(der)),
        }
    }
    writer.number(parts.len());
    for part in parts {
        match part {
            Part::Run { start, length } => {
                writer.number(RUN);
                writer.number(start);
                writer.number(length);
            }
            Part::Root(prefix) => {
                writer.number(ROOT);
                writer.fixed(&prefix);
            }
            Part::Der(der) => {
                writer.number(DER);
                writer.counted(der);
            }
        }
    }
}

/// Reads what [`write()`] wrote.
pub(super) fn read(reader: &mut Reader<'_>, known: &KnownRoots) -> Result<Vec<Vec<u8>>, Problem> {
    read_parts(reader, (known, &[]))
}

/// Reads what [`write_bundle`] wrote.
pub(super) fn read_bundle(
    reader: &mut Reader<'_>,
    known: &KnownRoots,
) -> Result<Vec<Vec<u8>>, Problem> {
    let members: Vec<KnownRoot<'_>> = match reader.optional(Reader::fixed)? {
        Some(wanted) => known
            .bundles()
            .find(|bundle| name(bundle) == wanted)
            .ok_or(Problem::Unknown)?
            .members()
            .collect(),
        None => Vec::new(),
    };
    read_parts(reader, (known, &members))
}

fn read_parts(
    reader: &mut Reader<'_>,
    (known, members): (&KnownRoots, &[KnownRoot<'_>]),
) -> Result<Vec<Vec<u8>>, Problem> {
    let mut ders = Vec::new();
    for _ in 0..reader.number()? {
        match reader.number()? {
            RUN => {
                let (start, length) = (reader.number()?, reader.number()?);
                let run = start..start.saturating_add(length);
                for root in members.get(run).ok_or(Problem::Damaged)? {
                    ders.push(der_of(*root)?);
                }
            }
            ROOT => ders.push(der_of(root(known, reader.fixed()?)?)?),
            DER => {
                let der = reader.counted()?;
                Certificate::parse(der).map_err(|_| Problem::Damaged)?;
                ders.push(der.to_vec());
            }
            _ => return Err(Problem::Damaged),
        }
        if ders.len() > MOST {
            return Err(Problem::Damaged);
        }
    }
    Ok(ders)
}

fn root(known: &KnownRoots, wanted: Prefix) -> Result<KnownRoot<'_>, Problem> {
    let mut roots = known.iter();
    roots
        .find(|root| prefix(root.sha256().as_bytes()) == wanted)
        .ok_or(Problem::Unknown)
}

fn der_of(root: KnownRoot<'_>) -> Result<Vec<u8>, Problem> {
    root.der().map(<[u8]>::to_vec).ok_or(Problem::RootsNotHere)
}
