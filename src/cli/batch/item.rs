//! What is asked: a line, or a file of a folder.

use super::folder;
use super::lines::Lines;
use crate::cli::complaint::{Complaint, Expected, FileProblem, Outcome};
use crate::cli::file;
use crate::input::Tried;
use serde_json::Value;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// How much is read at a time.
const GULP: usize = 256 * 1024;

/// One question of the input, not looked into yet.
#[derive(Debug)]
pub(super) struct Item {
    /// Its number, from 1.
    pub(super) number: u64,
    /// How far the input is behind it: in octets, or in files.
    pub(super) position: u64,
    pub(super) content: Content,
}

/// What stands there.
#[derive(Debug)]
pub(super) enum Content {
    /// A line without its end.
    Line(Vec<u8>),
    /// A line that is too long to be kept.
    TooLong,
    /// A file, and its path in the folder.
    File { id: String, path: PathBuf },
    /// A folder in the folder, or the like, that cannot be read.
    NotRead { id: String, problem: FileProblem },
}

impl Content {
    /// How much memory it takes, in octets, as far as that varies.
    pub(super) fn weight(&self) -> usize {
        match self {
            Self::Line(line) => line.len(),
            Self::TooLong | Self::File { .. } | Self::NotRead { .. } => 0,
        }
    }
}

/// Why a line asks nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LineProblem {
    /// It is longer than so many mebibytes.
    TooLong {
        /// The limit.
        mebibytes: usize,
    },
    /// It is not UTF-8.
    NotUtf8,
    /// It is not JSON.
    NotJson {
        /// Where that shows, from 1.
        column: usize,
    },
    /// It is JSON of another shape, or there is no `chain` in it.
    NoChain,
    /// A field is of the wrong type.
    WrongType {
        /// Its name.
        field: &'static str,
    },
    /// There is no certificate in its chain.
    NoCertificate,
    /// The chain is in a container that stays closed.
    Closed(Tried),
    /// Its host, time or client.
    Asked(Complaint),
    /// The file cannot be read.
    File(FileProblem),
}

impl LineProblem {
    /// Its public code.
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too-long",
            Self::NotUtf8 => "not-utf-8",
            Self::NotJson { .. } => "not-json",
            Self::NoChain => "no-chain",
            Self::WrongType { .. } => "wrong-type",
            Self::NoCertificate => "no-certificate",
            Self::Closed(_) => "password-needed",
            Self::Asked(Complaint::Host { .. }) => "bad-host",
            Self::Asked(Complaint::Time { .. }) => "bad-time",
            Self::Asked(_) => "unknown-client",
            Self::File(_) => "unreadable-file",
        }
    }
}

/// How much there is to do, where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Total {
    Octets(u64),
    Files(u64),
    Unknown,
}

/// All questions of an input, in its order.
pub(super) struct Items {
    inner: Box<dyn Iterator<Item = io::Result<Item>> + Send>,
    skip: u64,
}

impl Items {
    /// The same without the first ones.
    pub(super) fn after(mut self, count: u64) -> Self {
        self.skip = count;
        self
    }
}

impl Iterator for Items {
    type Item = io::Result<Item>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let item = self.inner.next()?;
            if self.skip == 0 || item.is_err() {
                return Some(item);
            }
            self.skip = self.skip.saturating_sub(1);
        }
    }
}

/// Opens a file of lines, standard input, or a folder.
pub(super) fn open(path: &Path) -> Outcome<(Items, Total)> {
    let refuse = |problem| Complaint::Unreadable {
        path: path.to_owned(),
        expected: Expected::Batch,
        problem,
    };
    if path.is_dir() {
        let (files, count) = folder::list(path).map_err(refuse)?;
        return Ok((items(files), Total::Files(count)));
    }
    if file::is_standard_input(path) {
        return Ok((items(lines(io::stdin())), Total::Unknown));
    }
    let (file, length) = file::open(path).map_err(refuse)?;
    let total = length.map_or(Total::Unknown, Total::Octets);
    Ok((items(lines(file)), total))
}

fn lines(from: impl Read + Send + 'static) -> Lines<impl io::BufRead + Send + 'static> {
    Lines::new(BufReader::with_capacity(GULP, from))
}

fn items(inner: impl Iterator<Item = io::Result<Item>> + Send + 'static) -> Items {
    Items {
        inner: Box::new(inner),
        skip: 0,
    }
}

/// The `id` of a line, or none.
pub(super) fn id_of(question: &Value) -> Value {
    question.get("id").cloned().unwrap_or(Value::Null)
}
