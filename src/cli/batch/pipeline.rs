//! One thread reads, many answer, and the answers come out in the order of the input.

use super::answerer::{Answered, Answerer};
use super::gate::Gate;
use super::item::{Item, Items};
use std::io;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How many questions wait or are answered, for each thread that answers: enough that one slow question does not stop the
/// others for long.
const WINDOW: usize = 64;
/// How many octets of lines are held at once: a few of the longest.
const OCTETS: usize = 32 * 1024 * 1024;

/// An answer and its place.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) answered: Answered,
    /// The number of its line.
    pub(super) line: u64,
    /// How far the input is behind that line.
    pub(super) position: u64,
}

/// What comes next.
pub(super) enum Next {
    Done(Done),
    /// Not there yet.
    Wait,
    End,
    /// The input cannot be read on.
    Broken(io::Error),
}

/// A question on its way.
struct Pending {
    line: u64,
    position: u64,
    weight: usize,
    answer: Receiver<Answered>,
}

type Work = (Item, SyncSender<Answered>);

/// The threads. They are not waited for: one that reads from a terminal or a pipe may never come back.
pub(super) struct Pipeline {
    pending: Receiver<io::Result<Pending>>,
    first: Option<Pending>,
    gate: Arc<Gate>,
}

impl Pipeline {
    /// Starts them.
    pub(super) fn start(items: Items, answerer: &Arc<Answerer>, jobs: NonZeroUsize) -> Self {
        let window = jobs.get().saturating_mul(WINDOW);
        let gate = Arc::new(Gate::new(OCTETS));
        let (work, works) = sync_channel::<Work>(window);
        let (announce, pending) = sync_channel(window);
        let works = Arc::new(Mutex::new(works));
        for _ in 0..jobs.get() {
            let (works, answerer) = (Arc::clone(&works), Arc::clone(answerer));
            thread::spawn(move || answer(&works, &answerer));
        }
        let entrance = Arc::clone(&gate);
        thread::spawn(move || read(items, &entrance, (&work, &announce)));
        Self {
            pending,
            first: None,
            gate,
        }
    }

    /// The next answer, if it is there within so long.
    pub(super) fn next(&mut self, patience: Duration) -> Next {
        let pending = match self.first.take() {
            Some(pending) => pending,
            None => match self.pending.recv_timeout(patience) {
                Ok(Ok(pending)) => pending,
                Ok(Err(error)) => return Next::Broken(error),
                Err(RecvTimeoutError::Timeout) => return Next::Wait,
                Err(RecvTimeoutError::Disconnected) => return Next::End,
            },
        };
        match pending.answer.recv_timeout(patience) {
            Ok(answered) => {
                self.gate.leave(pending.weight);
                Next::Done(Done {
                    answered,
                    line: pending.line,
                    position: pending.position,
                })
            }
            Err(RecvTimeoutError::Timeout) => {
                self.first = Some(pending);
                Next::Wait
            }
            Err(RecvTimeoutError::Disconnected) => Next::Broken(io::ErrorKind::Other.into()),
        }
    }
}

/// Hands out what is asked; ends with the input, or when nobody wants more answers.
fn read(
    items: Items,
    gate: &Gate,
    (work, announce): (&SyncSender<Work>, &SyncSender<io::Result<Pending>>),
) {
    for item in items {
        let item = match item {
            Ok(item) => item,
            Err(error) => {
                let _ = announce.send(Err(error));
                return;
            }
        };
        let weight = item.content.weight();
        gate.enter(weight);
        let (answer, answered) = sync_channel(1);
        let pending = Pending {
            line: item.number,
            position: item.position,
            weight,
            answer: answered,
        };
        if announce.send(Ok(pending)).is_err() || work.send((item, answer)).is_err() {
            return;
        }
    }
}

fn answer(works: &Mutex<Receiver<Work>>, answerer: &Answerer) {
    loop {
        let work = works.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((item, answer)) = work else {
            return;
        };
        // Nobody waits for it where the run has ended.
        let _ = answer.send(answerer.answer(&item));
    }
}
