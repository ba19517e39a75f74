//! Sides that stay, in turn: parsing, explaining, hostile graphs.

use super::measure::in_turn;
use super::peers;
use super::row::{Aim, Row};
use super::side::{Job, Side};
use super::world::World;
use std::process::Command;

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Peer {
    /// Another instance of `certwhy-bench`, with peers in Rust and ours.
    Rust,
    /// Go's `crypto/x509`.
    Go,
    /// node-forge and PKI.js.
    Node,
}

/// What one row puts beside each other.
pub(super) struct Warm {
    pub(super) goal: &'static str,
    pub(super) what: &'static str,
    /// Our task, and the peer's.
    pub(super) tasks: [&'static str; 2],
    pub(super) peer: Peer,
    /// The inputs, by their name in the world; ours and the peer's where they differ.
    pub(super) inputs: [&'static str; 2],
    pub(super) aim: Aim,
}

/// The sides, started once and asked for all rows.
pub(super) struct Sides {
    ours: Side,
    rust: Side,
    go: Result<Side, String>,
    node: Result<Side, String>,
}

impl Sides {
    pub(super) fn start() -> Result<Self, String> {
        let rust = peers::rust()?;
        Ok(Self {
            ours: Side::start("certwhy", Command::new(&rust))?,
            rust: Side::start("peers in Rust", Command::new(&rust))?,
            go: Self::go(),
            node: Self::node(),
        })
    }

    fn go() -> Result<Side, String> {
        Side::start("Go", Command::new(peers::go()?))
    }

    fn node() -> Result<Side, String> {
        let folder = peers::node()?;
        let mut node = Command::new("node");
        node.arg(peers::node_driver()).arg(folder);
        Side::start("Node", node)
    }

    /// One row; where a peer is not here or does not finish, the row says so and has our side alone.
    pub(super) fn row(&mut self, warm: &Warm, world: &World) -> Row {
        self.measured(warm, world)
            .unwrap_or_else(|why| Row::not_measured(warm.goal, warm.what, why))
    }

    /// A key beyond policy costs next to nothing, since it is never used.
    pub(super) fn giant_key(&mut self, world: &World) -> Row {
        let what = "an RSA key of 16,384 bits, explained";
        let mut alone = || -> Result<f64, String> {
            let job = world.job("giant-key")?;
            let ours = &mut self.ours;
            let measured = in_turn(|| Ok(ours.ask("explain", &job)?.seconds()), || Ok(1.0))?;
            Ok(measured.ours * 1e3)
        };
        match alone() {
            Ok(milliseconds) => Row::limited(("N9", what), (milliseconds, 1.0), "ms"),
            Err(why) => Row::not_measured("N9", what, why),
        }
    }

    fn measured(&mut self, warm: &Warm, world: &World) -> Result<Row, String> {
        let [ours, theirs] = warm.inputs.map(|name| world.job(name));
        let (ours, theirs): (Job, Job) = (ours?, theirs?);
        let peer = match warm.peer {
            Peer::Rust => &mut self.rust,
            Peer::Go => self.go.as_mut().map_err(|why| why.clone())?,
            Peer::Node => self.node.as_mut().map_err(|why| why.clone())?,
        };
        let task = warm.tasks[0];
        let mut said = [String::new(), String::new()];
        let [our_words, their_words] = &mut said;
        let heading = (warm.goal, warm.what);
        let row = match asked(peer, (warm.tasks[1], &theirs), their_words) {
            Ok(_) => {
                let measured = in_turn(
                    || asked(&mut self.ours, (task, &ours), our_words),
                    || asked(peer, (warm.tasks[1], &theirs), their_words),
                )?;
                let words = [our_words.as_str(), their_words.as_str()];
                Row::measured(heading, &measured, words, warm.aim)
            }
            // Where the other one never answers, any right answer of ours is the better one.
            Err(why) => {
                let seconds = asked(&mut self.ours, (task, &ours), our_words)?;
                Row::alone(heading, (seconds, our_words.as_str()), why)
            }
        };
        let expected = world.expected(warm.inputs[0]).filter(|_| task != "index");
        Ok(row.judged(&said[0], expected))
    }
}

fn asked(side: &mut Side, (task, job): (&str, &Job), said: &mut String) -> Result<f64, String> {
    let done = side.ask(task, job)?;
    said.clone_from(&done.said);
    Ok(done.seconds())
}
