//! What programs make of the files of a bundle.

use super::{heading, left_out};
use crate::doc::{Block, Inlines, Table, code};
use crate::lang::Lang;
use crate::reading::{Outcome, Reader, Reading, Survey};
use crate::report::{BundleReport, FileReadings};
use crate::text::label::Label;

/// A sentence where all programs read all of every file, else a table for each file that some do not.
pub(super) fn section(lang: Lang, bundle: &BundleReport) -> Vec<Block> {
    if bundle.readings.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(lang, Label::Readings)];
    let (first, more) = left_out::first(&bundle.readings, left_out::FILES);
    for file in first {
        if file.survey.found > 0 && file.survey.is_read_by_all() {
            let words = words!(lang, readings::read_by_all(file));
            blocks.push(Block::paragraph(words));
        } else {
            blocks.extend(of_file(lang, file));
        }
    }
    blocks.extend(left_out::paragraph(lang, more));
    blocks
}

/// The same, and nothing where there is nothing to worry about.
pub(super) fn if_not_all(lang: Lang, bundle: &BundleReport) -> Vec<Block> {
    let is_good = |file: &FileReadings| file.survey.is_read_by_all();
    if bundle.readings.iter().all(is_good) {
        Vec::new()
    } else {
        section(lang, bundle)
    }
}

fn of_file(lang: Lang, file: &FileReadings) -> Vec<Block> {
    let header = [Label::Programs, Label::Outcome, Label::OwnWords];
    let table = Table {
        header: header
            .map(|label| words!(lang, labels::label(label)).into())
            .to_vec(),
        rows: rows(lang, &file.survey),
    };
    let mut blocks = vec![
        Block::paragraph(words!(lang, readings::intro(file))),
        table.into(),
    ];
    if openssl_refuses(&file.survey) {
        blocks.push(Block::paragraph(words!(lang, readings::silent_variable())));
    }
    blocks
}

/// A row for each outcome, with all programs that have it.
fn rows(lang: Lang, survey: &Survey) -> Vec<Vec<Inlines>> {
    let mut outcomes: Vec<(Vec<Reader>, [Inlines; 2])> = Vec::new();
    for reading in &survey.readings {
        let outcome = words!(lang, readings::outcome(reading, survey.found));
        let cells = [outcome, own_words(lang, reading)];
        match outcomes.iter_mut().find(|(_, known)| *known == cells) {
            Some((readers, _)) => readers.push(reading.reader),
            None => outcomes.push((vec![reading.reader], cells)),
        }
    }
    let row = |(readers, [outcome, said]): (Vec<Reader>, [Inlines; 2])| {
        vec![words!(lang, readings::programs(&readers)), outcome, said]
    };
    outcomes.into_iter().map(row).collect()
}

/// What a program itself says of the file.
fn own_words(lang: Lang, reading: &Reading) -> Inlines {
    let reason = match reading.outcome {
        Outcome::Refuses { reason, .. } => reason,
        Outcome::All | Outcome::Skips | Outcome::Stops { .. } => {
            return words!(lang, readings::nothing_said());
        }
    };
    let native = reading.reader.native(reason);
    let texts: Vec<Inlines> = native
        .python
        .into_iter()
        .chain(native.text)
        .map(|text| code(text).into())
        .collect();
    if texts.is_empty() {
        words!(lang, readings::nothing_said())
    } else {
        words!(lang, readings::said(texts))
    }
}

fn openssl_refuses(survey: &Survey) -> bool {
    survey
        .by(Reader::OpenSsl3)
        .is_some_and(|reading| matches!(reading.outcome, Outcome::Refuses { .. }))
}
