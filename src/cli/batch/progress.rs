//! How far it is, for whoever watches a terminal.

use super::item::Total;
use crate::lang::Lang;
use crate::text;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Faster would flicker.
const AT_MOST_EVERY: Duration = Duration::from_millis(200);
/// No estimate is made of less.
const ENOUGH: Duration = Duration::from_secs(1);
const CELLS: u64 = 20;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// How many lines are answered.
    pub(crate) done: u64,
    /// How many in a second.
    pub(crate) per_second: u64,
    /// How much of the input that is, in hundredths, where its size is known.
    pub(crate) hundredths: Option<u64>,
    /// How long the rest will take, where that can be told, in seconds.
    pub(crate) left: Option<u64>,
}

/// A line at the bottom of a terminal that is written over and over.
pub(super) struct Progress {
    lang: Lang,
    total: Total,
    is_shown: bool,
    started: Instant,
    shown: Option<Instant>,
    /// What an earlier run had done.
    before: u64,
    done: u64,
    /// Where this run began, and where it is.
    from: Option<u64>,
    position: u64,
}

impl Progress {
    /// Nothing is shown where nobody looks, and where answers go to the same terminal.
    pub(super) fn new(lang: Lang, total: Total, answers: Answers) -> Self {
        let is_shown = answers == Answers::Elsewhere
            && io::stderr().is_terminal()
            && !crate::cli::environment::is_dumb();
        Self {
            lang,
            total,
            is_shown,
            started: Instant::now(),
            shown: None,
            before: 0,
            done: 0,
            from: None,
            position: 0,
        }
    }

    /// Whether somebody looks.
    pub(super) const fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// Begins behind so many lines that were answered before.
    pub(super) fn begin(&mut self, before: u64, position: u64) {
        self.before = before;
        self.from = Some(position);
        self.position = position;
        self.started = Instant::now();
    }

    /// One more line is answered; the input is so far behind it.
    pub(super) fn advance(&mut self, position: u64) {
        self.done = self.done.saturating_add(1);
        self.position = position;
        self.show();
    }

    /// Shows how far it is, unless that was shown a moment ago.
    pub(super) fn show(&mut self) {
        let is_fresh = self
            .shown
            .is_some_and(|shown| shown.elapsed() < AT_MOST_EVERY);
        if !self.is_shown || is_fresh {
            return;
        }
        self.shown = Some(Instant::now());
        let standing = self.standing(self.started.elapsed());
        let words = text::plain(&text::standing(self.lang, &standing));
        let bar = standing.hundredths.map(bar).unwrap_or_default();
        write(&format!("\r{bar}{words}\u{1b}[K"));
    }

    /// Takes it away.
    pub(super) fn clear(&self) {
        if self.shown.is_some() {
            write("\r\u{1b}[K");
        }
    }

    fn standing(&self, elapsed: Duration) -> Standing {
        let milliseconds = u64::try_from(elapsed.as_millis())
            .unwrap_or(u64::MAX)
            .max(1);
        let size = match self.total {
            Total::Octets(size) | Total::Files(size) => Some(size.max(1)),
            Total::Unknown => None,
        };
        let from = self.from.unwrap_or_default();
        let covered = self.position.saturating_sub(from);
        let left = size
            .filter(|_| covered > 0 && elapsed >= ENOUGH)
            .map(|size| size.saturating_sub(self.position))
            .map(|rest| rest.saturating_mul(milliseconds) / covered.max(1) / 1000);
        Standing {
            done: self.before.saturating_add(self.done),
            per_second: self.done.saturating_mul(1000) / milliseconds,
            hundredths: size.map(|size| (self.position.saturating_mul(100) / size).min(100)),
            left,
        }
    }
}

/// Where the answers appear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answers {
    OnTheTerminal,
    Elsewhere,
}

/// `[#####...............] `
fn bar(hundredths: u64) -> String {
    let full = hundredths.min(100).saturating_mul(CELLS) / 100;
    let cell = |place| if place < full { '#' } else { '.' };
    format!("[{}] ", (0..CELLS).map(cell).collect::<String>())
}

fn write(text: &str) {
    let mut to = io::stderr().lock();
    // Whoever cannot see it misses nothing.
    let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_share_and_rest_are_those_of_this_run() {
        let mut progress = Progress::new(Lang::En, Total::Octets(1000), Answers::OnTheTerminal);
        progress.begin(500, 200);
        for position in [300, 400] {
            progress.advance(position);
        }
        let expected = Standing {
            done: 502,
            per_second: 1,
            hundredths: Some(40),
            left: Some(6),
        };
        assert_eq!(progress.standing(Duration::from_secs(2)), expected);
        let early = progress.standing(Duration::from_millis(10));
        assert_eq!((early.left, early.per_second), (None, 200));
        let unknown = Progress::new(Lang::En, Total::Unknown, Answers::OnTheTerminal);
        let standing = unknown.standing(Duration::ZERO);
        assert_eq!((standing.hundredths, standing.left), (None, None));
    }

    #[test]
    fn the_bar_is_always_as_long() {
        for (hundredths, expected) in [
            (0, "[....................] "),
            (4, "[....................] "),
            (5, "[#...................] "),
            (99, "[###################.] "),
            (100, "[####################] "),
            (400, "[####################] "),
        ] {
            assert_eq!(bar(hundredths), expected);
        }
    }
}
