//! A row of the table: one goal, both sides, and whether it is met.

use super::measure::{Measured, PAIRS};

/// What a goal asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Aim {
    /// At most so many times the peer.
    AtMost(f64),
    /// The right answer; the time is shown.
    Right,
    /// Nothing: shown beside a row that has a goal.
    Shown,
}

/// What became of a goal.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// Met.
    Met,
    /// Missed.
    Missed,
    /// There is no goal: shown beside one that has.
    Shown,
    /// It could not be measured here, and why.
    NotMeasured(String),
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// The goal's id, `N1`.
    pub(super) goal: &'static str,
    /// What is measured, and beside whom.
    pub(super) what: String,
    /// Our figure, with what came out.
    pub(super) ours: String,
    /// The peer's.
    pub(super) peer: String,
    /// Ours divided by the peer's, with quartiles.
    pub(super) ratio: String,
    /// The most that the goal allows.
    pub(super) aim: String,
    /// Whether it is.
    pub(super) outcome: Outcome,
}

impl Row {
    /// A row for two sides in turn, with what each of them said.
    pub(super) fn measured(
        (goal, what): (&'static str, &str),
        measured: &Measured,
        said: [&str; 2],
        aim: Aim,
    ) -> Self {
        let [ours, peer] = said;
        Self {
            goal,
            what: what.to_owned(),
            ours: with(time(measured.ours), ours),
            peer: with(time(measured.peer), peer),
            ratio: format!(
                "{} ({}–{}){}",
                figure(measured.ratio),
                figure(measured.quartiles.0),
                figure(measured.quartiles.1),
                if measured.pairs < PAIRS {
                    format!(", {} pairs", measured.pairs)
                } else {
                    String::new()
                }
            ),
            aim: match aim {
                Aim::AtMost(most) => format!("≤ {}", figure(most)),
                Aim::Right => "right".to_owned(),
                Aim::Shown => "–".to_owned(),
            },
            outcome: judged(measured.ratio, aim),
        }
    }

    /// A row for our side alone, and why the peer has no time.
    pub(super) fn alone(
        (goal, what): (&'static str, &str),
        (seconds, said): (f64, &str),
        why: String,
    ) -> Self {
        Self {
            goal,
            what: what.to_owned(),
            ours: with(time(seconds), said),
            peer: why,
            ratio: "–".to_owned(),
            aim: "right".to_owned(),
            outcome: Outcome::Met,
        }
    }

    /// A row for a figure of our own that has a limit.
    pub(super) fn limited(
        (goal, what): (&'static str, &str),
        (found, limit): (f64, f64),
        unit: &str,
    ) -> Self {
        Self {
            goal,
            what: what.to_owned(),
            ours: format!("{} {unit}", figure(found)),
            peer: "–".to_owned(),
            ratio: "–".to_owned(),
            aim: format!("≤ {} {unit}", figure(limit)),
            outcome: judged(found, Aim::AtMost(limit)),
        }
    }

    /// A row that says loudly that it has no figure.
    pub(super) fn not_measured(goal: &'static str, what: &str, why: String) -> Self {
        eprintln!("NOT MEASURED: {goal}, {what}: {why}");
        let nothing = || "–".to_owned();
        Self {
            goal,
            what: what.to_owned(),
            ours: nothing(),
            peer: nothing(),
            ratio: nothing(),
            aim: nothing(),
            outcome: Outcome::NotMeasured(why),
        }
    }

    /// The same where our answer is wrong: no time makes up for that.
    #[must_use]
    pub(super) fn judged(mut self, said: &str, expected: Option<&str>) -> Self {
        if expected.is_some_and(|expected| !said.starts_with(expected)) {
            self.ours.push_str(" **wrong**");
            self.outcome = Outcome::Missed;
        }
        self
    }
}

fn judged(found: f64, aim: Aim) -> Outcome {
    match aim {
        Aim::Shown => Outcome::Shown,
        Aim::Right => Outcome::Met,
        Aim::AtMost(most) if found <= most => Outcome::Met,
        Aim::AtMost(_) => Outcome::Missed,
    }
}

fn with(time: String, said: &str) -> String {
    if said.is_empty() {
        time
    } else {
        format!("{time}: {said}")
    }
}

/// Seconds as people read them.
fn time(seconds: f64) -> String {
    if seconds < 1e-3 {
        format!("{} µs", figure(seconds * 1e6))
    } else if seconds < 1.0 {
        format!("{} ms", figure(seconds * 1e3))
    } else {
        format!("{} s", figure(seconds))
    }
}

/// Three digits that count.
fn figure(value: f64) -> String {
    let magnitude = value.abs();
    if magnitude >= 100.0 || value.fract() == 0.0 {
        format!("{value:.0}")
    } else if magnitude >= 10.0 {
        format!("{value:.1}")
    } else if magnitude >= 0.1 {
        format!("{value:.2}")
    } else {
        format!("{value:.4}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_a_unit_that_suits_it() {
        assert_eq!(time(0.000_047_5), "47.5 µs");
        assert_eq!(time(0.001_23), "1.23 ms");
        assert_eq!(time(1.5), "1.50 s");
    }

    #[test]
    fn the_limit_itself_is_met() {
        assert_eq!(judged(0.45, Aim::AtMost(0.45)), Outcome::Met);
        assert_eq!(judged(0.46, Aim::AtMost(0.45)), Outcome::Missed);
        assert_eq!(judged(f64::NAN, Aim::AtMost(0.45)), Outcome::Missed);
        assert_eq!(judged(9.0, Aim::Shown), Outcome::Shown);
    }

    #[test]
    fn a_wrong_answer_misses_however_quick_it_was() {
        let row = Row::limited(("N9", "a key"), (0.1, 1.0), "ms");
        assert_eq!(row.outcome, Outcome::Met);
        let right = row.clone().judged("trusted, 3 paths", Some("trusted"));
        assert_eq!(right.outcome, Outcome::Met);
        assert_eq!(row.clone().judged("x", None).outcome, Outcome::Met);
        let wrong = row.judged("not trusted", Some("trusted"));
        assert_eq!(wrong.outcome, Outcome::Missed);
    }
}
