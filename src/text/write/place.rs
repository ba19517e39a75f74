//! Where the failing program reads its roots, and what to do there.

use super::actions::guidance;
use super::subheading;
use crate::client_roots::{RootSource, Trap, reads};
use crate::doc::{Block, strong};
use crate::environment::Environment;
use crate::lang::Lang;
use crate::report::Report;
use crate::text::label::Label;

/// Both; nothing where the program is not known.
pub(super) fn section(lang: Lang, report: &Report) -> Vec<Block> {
    let mut blocks = where_it_looks(lang, &report.environment);
    let steps = report.configure.iter().flat_map(|configure| {
        let words = crate::text::configure(lang, configure);
        let title = Block::paragraph(strong(words.title.clone()));
        core::iter::once(title).chain(guidance(lang, &words))
    });
    let steps: Vec<Block> = steps.collect();
    if !steps.is_empty() {
        blocks.push(subheading(lang, Label::OnThisProgram));
        blocks.extend(steps);
    }
    blocks
}

/// The places of the program, in order, and what it takes no notice of.
pub(super) fn where_it_looks(lang: Lang, environment: &Environment) -> Vec<Block> {
    let sources = reads(environment);
    let Some(program) = environment.program.filter(|_| !sources.is_empty()) else {
        return Vec::new();
    };
    let mut blocks = vec![subheading(lang, Label::WhereItLooks)];
    let differ = sources.windows(2).any(|pair| match pair {
        [one, other] => one.reads != other.reads,
        _ => false,
    });
    if differ {
        blocks.push(Block::paragraph(words!(lang, places::several())));
        let rows = sources
            .iter()
            .map(|source| words!(lang, places::possible(source)));
        blocks.push(Block::list(rows));
    } else if let Some(source) = sources.first() {
        let place = environment.release.or(environment.api);
        blocks.push(Block::paragraph(words!(
            lang,
            places::reads((program, place), source)
        )));
        if !source.ignores.is_empty() {
            blocks.push(Block::paragraph(words!(lang, places::ignores(source))));
        }
    }
    let traps = traps(&sources).into_iter();
    let traps: Vec<_> = traps.map(|trap| words!(lang, places::trap(trap))).collect();
    if !traps.is_empty() {
        blocks.push(Block::list(traps));
    }
    blocks
}

/// Every trap once, in order.
fn traps(sources: &[RootSource]) -> Vec<Trap> {
    let mut traps: Vec<Trap> = sources
        .iter()
        .flat_map(|source| source.traps.clone())
        .collect();
    traps.sort_unstable();
    traps.dedup();
    traps
}
