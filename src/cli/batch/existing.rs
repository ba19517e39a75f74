//! The answers that an earlier run left.
#![allow(clippy::disallowed_methods, reason = "the command line opens files")]

use super::tally::{Ending, Tally};
use crate::cli::complaint::WriteProblem;
use crate::cli::file;
use crate::verdict::Verdict;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::Path;

/// No answer is longer: what is, was not written by us.
const LONGEST: u64 = 256 * 1024 * 1024;

/// How every answer begins.
const BEGINNING: &[u8] = b"{\"id\":";

/// Whole answers, and perhaps half a one behind them.
#[derive(Debug, Default)]
pub(super) struct Existing {
    lines: u64,
    octets: u64,
    is_cut: bool,
    last: Option<Vec<u8>>,
    run: Option<Run>,
    tally: Tally,
}

/// What its lines say of a run.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Run {
    /// For which time.
    pub(super) at: String,
}

/// As much of an answer as is needed to go on behind it.
#[derive(Deserialize)]
struct Line {
    #[serde(rename = "line")]
    number: u64,
    run: Run,
    verdict: Option<Word>,
    error: Option<IgnoredAny>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Word {
    Trusted,
    NotTrusted,
    Undecided,
}

impl Line {
    fn ending(&self) -> Option<Ending> {
        if self.error.is_some() {
            return Some(Ending::Unreadable);
        }
        Some(Ending::Verdict(match self.verdict? {
            Word::Trusted => Verdict::Trusted,
            Word::NotTrusted => Verdict::NotTrusted,
            Word::Undecided => Verdict::Undecided,
        }))
    }
}

impl Existing {
    /// How many whole answers there are.
    pub(super) const fn lines(&self) -> u64 {
        self.lines
    }

    /// How long they are.
    pub(super) const fn octets(&self) -> u64 {
        self.octets
    }

    /// Whether half an answer stands behind them.
    pub(super) const fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The last of them, with its line break.
    pub(super) fn last(&self) -> Option<&[u8]> {
        self.last.as_deref()
    }

    /// The run that they are of.
    pub(super) const fn run(&self) -> Option<&Run> {
        self.run.as_ref()
    }

    /// How they ended.
    pub(super) const fn tally(&self) -> Tally {
        self.tally
    }

    fn read(from: &mut impl BufRead) -> Result<Self, WriteProblem> {
        let mut existing = Self::default();
        let mut text = Vec::new();
        loop {
            text.clear();
            let read = from.by_ref().take(LONGEST).read_until(b'\n', &mut text);
            read.map_err(|error| file::write_problem(&error))?;
            if text.last() != Some(&b'\n') {
                break;
            }
            existing.add(&text)?;
        }
        let is_ours = text.iter().zip(BEGINNING).all(|(one, ours)| one == ours);
        let is_endless = u64::try_from(text.len()).is_ok_and(|length| length >= LONGEST);
        if !is_ours || is_endless {
            return Err(WriteProblem::HoldsOtherAnswers);
        }
        existing.is_cut = !text.is_empty();
        Ok(existing)
    }

    fn add(&mut self, text: &[u8]) -> Result<(), WriteProblem> {
        let line = serde_json::from_slice::<Line>(text).ok();
        let ours = line.and_then(|line| Some((line.ending()?, line)));
        let (ending, line) = ours.ok_or(WriteProblem::HoldsOtherAnswers)?;
        self.tally.add(ending, line.number);
        self.run = Some(line.run);
        self.lines = self.lines.saturating_add(1);
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        self.octets = self.octets.saturating_add(length);
        let last = self.last.get_or_insert_default();
        last.clear();
        last.extend_from_slice(text);
        Ok(())
    }
}

/// Opens a file for answers, made where there is none, and reads those that are in it. Nothing is changed yet.
pub(super) fn open(path: &Path) -> Result<(File, Existing), WriteProblem> {
    let refuse = |error: io::Error| file::write_problem(&error);
    if path.is_dir() {
        return Err(WriteProblem::Folder);
    }
    let is_regular = path.metadata().is_ok_and(|facts| facts.is_file());
    if path.exists() && !is_regular {
        // A device or a pipe holds nothing.
        let file = OpenOptions::new().write(true).open(path).map_err(refuse)?;
        return Ok((file, Existing::default()));
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let mut file = options.open(path).map_err(refuse)?;
    let existing = Existing::read(&mut BufReader::new(&file))?;
    file.rewind().map_err(refuse)?;
    Ok((file, existing))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Existing, WriteProblem> {
        Existing::read(&mut text.as_bytes())
    }

    const ONE: &str = "{\"id\":1,\"line\":1,\"run\":{\"at\":\"a\"},\"verdict\":\"trusted\"}\n";
    const TWO: &str = "{\"id\":2,\"line\":3,\"run\":{\"at\":\"b\"},\"error\":{}}\n";

    #[test]
    fn whole_answers_are_kept_and_half_a_one_is_known() {
        for (text, lines, is_cut) in [
            (String::new(), 0, false),
            ("{\"i".to_owned(), 0, true),
            (ONE.to_owned(), 1, false),
            (format!("{ONE}{TWO}"), 2, false),
            (format!("{ONE}{TWO}{{"), 2, true),
            (format!("{ONE}{}", TWO.trim_end()), 1, true),
        ] {
            let existing = read(&text).unwrap();
            assert_eq!(existing.lines(), lines, "{text}");
            assert_eq!(existing.is_cut(), is_cut, "{text}");
            let whole = text.get(..usize::try_from(existing.octets()).unwrap());
            let last = existing.last().unwrap_or_default();
            assert!(whole.unwrap().as_bytes().ends_with(last), "{text}");
        }
        let both = read(&format!("{ONE}{TWO}")).unwrap();
        assert_eq!(both.tally().trusted, 1);
        assert_eq!(both.tally().unreadable, 1);
        assert_eq!(both.tally().first_unreadable, 3);
        assert_eq!(both.run().unwrap().at, "b");
    }

    #[test]
    fn what_is_not_ours_is_left_alone() {
        for text in [
            "hello".to_owned(),
            "hello\n".to_owned(),
            "\n".to_owned(),
            "{}\n".to_owned(),
            format!("{ONE}hello"),
            format!("{ONE}\n"),
            "{\"id\":1,\"line\":1,\"run\":{\"at\":\"a\"},\"verdict\":\"perhaps\"}\n".to_owned(),
            "{\"id\":1,\"line\":1,\"run\":{\"at\":\"a\"}}\n".to_owned(),
        ] {
            let problem = read(&text).unwrap_err();
            assert_eq!(problem, WriteProblem::HoldsOtherAnswers, "{text}");
        }
    }
}
