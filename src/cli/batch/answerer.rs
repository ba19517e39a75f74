//! From a question to its line of answer.

use super::item::{Content, Item, LineProblem};
use super::lines::MOST_MEBIBYTES;
use super::question::{self, Question};
use super::tally::Ending;
use crate::certificate::ServerName;
use crate::cli::file;
use crate::cli::inputs::locked;
use crate::cli::question as asked;
use crate::client::Client;
use crate::environment::Environment;
use crate::explain::{Options, Prepared, Purpose, Supplied};
use crate::input::Passwords;
use crate::lang::Lang;
use crate::location::SourceName;
use crate::moment::Moment;
use crate::render::{Extent, LineError, LineMark, RunMark, batch_error, batch_line};
use crate::report::Report;
use crate::signature::{RustCrypto, SharedMemo};
use crate::text;
use crate::verdict::Verdict;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::path::Path;

/// How many signatures are remembered: those of a few thousand authorities, and of the servers seen last.
const SIGNATURES: usize = 32 * 1024;

/// What is asked where a line does not say it, and how it is answered.
#[derive(Clone, Debug)]
pub(super) struct Defaults {
    pub(super) host: Option<ServerName>,
    pub(super) at: Moment,
    pub(super) client: Client,
    pub(super) others: Vec<Client>,
    pub(super) lang: Lang,
    pub(super) extent: Extent,
}

/// Everything that it takes to answer a line; shared by all threads.
pub(super) struct Answerer {
    prepared: Prepared,
    defaults: Defaults,
    passwords: Passwords,
    verifier: SharedMemo<RustCrypto>,
    run: RunMark,
}

/// A line of answer, and how it counts.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) text: String,
    pub(super) ending: Ending,
}

impl Answerer {
    pub(super) fn new(prepared: Prepared, defaults: Defaults, passwords: Passwords) -> Self {
        Self {
            run: RunMark {
                at: defaults.at.to_string(),
                digest: digest(&prepared, &defaults),
            },
            verifier: SharedMemo::new(RustCrypto, SIGNATURES),
            prepared,
            defaults,
            passwords,
        }
    }

    /// The same at the time of a run that is continued; that of this one where it is none.
    pub(super) fn at(mut self, time: &str) -> Self {
        self.defaults.at = Moment::parse(time).unwrap_or(self.defaults.at);
        self.run.at = self.defaults.at.to_string();
        self
    }

    /// The line of answer to a line, or to a file.
    pub(super) fn answer(&self, item: &Item) -> Answered {
        let (id, report) = match &item.content {
            Content::Line(line) => {
                let (id, question) = question::read(line);
                (id, question.and_then(|question| self.line(&question)))
            }
            Content::TooLong => {
                let mebibytes = MOST_MEBIBYTES;
                (Value::Null, Err(LineProblem::TooLong { mebibytes }))
            }
            Content::File { id, path } => (Value::from(id.as_str()), self.file(path)),
            Content::NotRead { id, problem } => {
                (Value::from(id.as_str()), Err(LineProblem::File(*problem)))
            }
        };
        let mark = LineMark {
            id: &id,
            line: item.number,
            run: &self.run,
        };
        match report {
            Ok(report) => Answered {
                text: batch_line(mark, &report, (self.defaults.extent, self.defaults.lang)),
                // A question always has a verdict.
                ending: Ending::Verdict(report.verdict.unwrap_or(Verdict::Undecided)),
            },
            Err(problem) => Answered {
                text: batch_error(mark, self.error(&problem)),
                ending: Ending::Unreadable,
            },
        }
    }

    fn error(&self, problem: &LineProblem) -> LineError {
        LineError {
            code: problem.code(),
            message: text::plain(&text::line_problem(self.defaults.lang, problem)),
        }
    }

    fn line(&self, question: &Question) -> Result<Report, LineProblem> {
        let options = self.options(question)?;
        let source = SourceName::new("chain");
        self.explain((&source, question.chain.as_bytes()), &options)
    }

    fn file(&self, path: &Path) -> Result<Report, LineProblem> {
        let bytes = file::read_regular(path).map_err(LineProblem::File)?;
        let options = self.options(&Question::default())?;
        self.explain((&file::source_name(path), &bytes), &options)
    }

    fn explain(
        &self,
        input: (&SourceName, &[u8]),
        options: &Options<'_>,
    ) -> Result<Report, LineProblem> {
        let chain = Supplied::read_with(Purpose::Chain, input, &self.passwords);
        if chain.recognised.certificates().next().is_none() {
            return Err(match locked(&chain) {
                Some(tried) => LineProblem::Closed(tried),
                None => LineProblem::NoCertificate,
            });
        }
        let chain = chain.examined(input.1);
        Ok(self.prepared.explain(chain, options, &self.verifier))
    }

    /// What a line says, and for the rest what the options say.
    fn options(&self, question: &Question) -> Result<Options<'_>, LineProblem> {
        let host = question.host.as_deref().map(asked::host).transpose();
        let at = question.at.as_deref();
        let at = at.map(|at| asked::moment(Some(at))).transpose();
        let (client, others) = self.clients(&question.clients)?;
        Ok(Options {
            host: host
                .map_err(LineProblem::Asked)?
                .or_else(|| self.defaults.host.clone()),
            at: at.map_err(LineProblem::Asked)?.unwrap_or(self.defaults.at),
            client,
            others,
            known: self.prepared.known(),
            environment: Environment::default(),
        })
    }

    fn clients(&self, asked_for: &[String]) -> Result<(Client, Vec<Client>), LineProblem> {
        let mut complaints = Vec::new();
        let mut clients = asked::clients(asked_for, &mut complaints).into_iter();
        if let Some(complaint) = complaints.into_iter().next() {
            return Err(LineProblem::Asked(complaint));
        }
        Ok(match clients.next() {
            Some(first) => (first, clients.collect()),
            None => (self.defaults.client.clone(), self.defaults.others.clone()),
        })
    }
}

/// Stands for everything but the time that the answers of a run depend on, beside its lines.
fn digest(prepared: &Prepared, defaults: &Defaults) -> String {
    let mut parts: Vec<Vec<u8>> = vec![
        env!("CARGO_PKG_VERSION").into(),
        defaults.lang.as_str().into(),
        format!("{:?}", defaults.extent).into_bytes(),
        defaults
            .host
            .iter()
            .map(ToString::to_string)
            .collect::<String>()
            .into_bytes(),
        defaults.client.asked().into(),
    ];
    parts.extend(
        defaults
            .others
            .iter()
            .map(|other| other.asked().as_bytes().to_vec()),
    );
    parts.extend(
        prepared
            .bundle_files()
            .map(|sha256| sha256.map_or_else(Vec::new, |sha256| sha256.to_vec())),
    );
    parts.extend(
        prepared
            .known()
            .iter()
            .map(|root| root.sha256().as_bytes().to_vec()),
    );
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.len().to_string());
        digest.update([0]);
        digest.update(part);
    }
    let digest: [u8; 32] = digest.finalize().into();
    let half = digest.get(..DIGEST_OCTETS).unwrap_or(&digest);
    base16ct::lower::encode_string(half)
}

/// Enough to tell the runs of one user apart.
const DIGEST_OCTETS: usize = 8;
