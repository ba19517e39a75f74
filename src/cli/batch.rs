//! `certwhy explain --batch`: many chains, one bundle, one line of answer for each.

mod answerer;
mod existing;
mod folder;
mod gate;
mod item;
mod lines;
mod pipeline;
mod progress;
mod question;
mod sink;
mod tally;

pub(crate) use item::LineProblem;
pub(crate) use progress::Standing;
pub(crate) use tally::Tally;

use super::answer::{Answer, Answered, Exit};
use super::arguments::{Batch, Explain, Format};
use super::complaint::{Complaint, Notice, Outcome, WriteProblem};
use super::environment::Environment;
use super::file;
use super::format::Form;
use super::inputs::{Inputs, known_roots};
use super::password::passwords;
use super::question as asked;
use crate::explain::{Prepared, Purpose};
use crate::lang::Lang;
use answerer::{Answerer, Defaults};
use existing::Existing;
use item::Items;
use pipeline::{Done, Next, Pipeline};
use progress::Progress;
use sink::Sink;
use std::io;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How long to wait for an answer before the user is shown how far it is.
const PATIENCE: Duration = Duration::from_millis(200);

/// Answers every line, or every file of a folder.
pub(super) fn run(arguments: &Explain, from: &Path, environment: &Environment) -> Answered {
    let form = Form::new(arguments.output, environment);
    match arguments.output.format {
        Format::Text | Format::Json => {}
        Format::Html | Format::Markdown => return Err(Complaint::BatchFormat.into()),
    }
    let (answerer, given_time) = answerer(arguments, form.lang)?;
    let (sink, existing) = output(&arguments.batch, from)?;
    let answerer = match (given_time, existing.run()) {
        (Time::Now, Some(run)) => answerer.at(&run.at),
        (Time::Now | Time::Given, _) => answerer,
    };
    let (items, total) = item::open(from)?;
    let run = Run {
        jobs: jobs(arguments.batch.jobs),
        progress: Progress::new(form.lang, total, sink.answers()),
        existing,
        sink,
    };
    Ok(run.all(items, &Arc::new(answerer), form.lang))
}

/// Whether the user said for which time to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    Given,
    Now,
}

/// Everything that is the same for all lines, read once.
fn answerer(arguments: &Explain, lang: Lang) -> Outcome<(Answerer, Time)> {
    let passwords = passwords(arguments.secret.password_file.as_deref())?;
    let known = known_roots(arguments.asked.known_roots.as_deref(), &passwords)?;
    let options = asked::options(&arguments.asked, &known)?;
    let mut inputs = Inputs::with(passwords.clone()).hashed();
    inputs.read(Purpose::Bundle, &arguments.bundle);
    let (bundle, useless) = inputs.finish()?;
    if !useless.is_empty() {
        return Err(useless);
    }
    let defaults = Defaults {
        host: options.host,
        at: options.at,
        client: options.client,
        others: options.others,
        lang,
        extent: arguments.output.extent(),
    };
    let time = match arguments.asked.at {
        Some(_) => Time::Given,
        None => Time::Now,
    };
    let prepared = Prepared::new(bundle, &known);
    Ok((Answerer::new(prepared, defaults, passwords), time))
}

/// Where the answers go, and those that are there already.
fn output(batch: &Batch, from: &Path) -> Outcome<(Sink, Existing)> {
    let Some(path) = &batch.into else {
        return Ok((Sink::standard_output(), Existing::default()));
    };
    let refuse = |problem| Complaint::NotWritten {
        path: path.clone(),
        problem,
    };
    if file::is_in(from, path) {
        return Err(refuse(WriteProblem::InTheInput).into());
    }
    let (file, existing) = existing::open(path).map_err(refuse)?;
    Ok((Sink::file(file, path), existing))
}

/// All cores, unless fewer or more are asked for.
fn jobs(asked: Option<NonZeroUsize>) -> NonZeroUsize {
    asked
        .or_else(|| thread::available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN)
}

/// A run, ready to begin.
struct Run {
    jobs: NonZeroUsize,
    progress: Progress,
    existing: Existing,
    sink: Sink,
}

/// Why a run ends before its input does.
enum Stop {
    /// Whoever reads the answers has seen enough.
    Closed,
    /// The answers cannot be written.
    NotWritten(io::Error),
    /// The input cannot be read on.
    NotRead(io::Error),
    /// The file of answers belongs to another run.
    OtherRun,
}

impl Run {
    fn all(mut self, items: Items, answerer: &Arc<Answerer>, lang: Lang) -> Answer {
        let mut tally = self.existing.tally();
        let ended = self.write_all(items, answerer, &mut tally);
        self.progress.clear();
        let mut answer = Answer::new(tally.exit());
        if tally.unreadable > 0 {
            answer = answer.notify(lang, &Notice::LinesUnreadable(tally));
        }
        if self.progress.is_shown() {
            answer = answer.notify(lang, &Notice::BatchDone(tally));
        }
        match ended {
            Ok(()) | Err(Stop::Closed) => answer,
            Err(Stop::NotWritten(error)) => answer.fail(lang, &self.sink.failed(&error)),
            Err(Stop::OtherRun) => Answer::new(Exit::Unusable)
                .complain(lang, &self.sink.complaint(WriteProblem::HoldsOtherAnswers)),
            Err(Stop::NotRead(error)) => {
                answer.fail(lang, &Complaint::InputBroken(file::problem(&error)))
            }
        }
    }

    /// Answers what is not answered yet, in the order of the input.
    fn write_all(
        &mut self,
        items: Items,
        answerer: &Arc<Answerer>,
        tally: &mut Tally,
    ) -> Result<(), Stop> {
        let known = self.existing.lines();
        // The last answer is made again: if it differs, the others are not of this run either.
        let items = items.after(known.saturating_sub(1));
        let mut pipeline = Pipeline::start(items, answerer, self.jobs);
        let mut position = 0;
        if known > 0 {
            let again = self.next(&mut pipeline)?.ok_or(Stop::OtherRun)?;
            if self.existing.last() != Some(again.answered.text.as_bytes()) {
                return Err(Stop::OtherRun);
            }
            position = again.position;
        }
        self.sink.go_on(&self.existing)?;
        self.progress.begin(known, position);
        while let Some(done) = self.next(&mut pipeline)? {
            tally.add(done.answered.ending, done.line);
            self.sink.write(&done.answered.text)?;
            self.progress.advance(done.position);
        }
        Ok(self.sink.flush()?)
    }

    /// The next answer. While there is none, what is written is sent on, and the user sees how far it is.
    fn next(&mut self, pipeline: &mut Pipeline) -> Result<Option<Done>, Stop> {
        let mut patience = Duration::ZERO;
        loop {
            match pipeline.next(patience) {
                Next::Done(done) => return Ok(Some(done)),
                Next::End => return Ok(None),
                Next::Broken(error) => return Err(Stop::NotRead(error)),
                Next::Wait => {
                    self.sink.flush()?;
                    self.progress.show();
                    patience = PATIENCE;
                }
            }
        }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::NotWritten(error)
        }
    }
}
