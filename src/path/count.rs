//! How many paths there are, by name: exactly where that can be known, else a number that there are at least.

use super::graph::{ClassId, Graph, Kind, Node};
use super::trace::End;
use super::walk::{Course, Link, Walker, walk};
use std::collections::HashMap;

/// A number of paths from the server's certificate to certificates that the bundle trusts, by name, whether or not their
/// signatures hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathCount {
    /// The number.
    pub number: u64,
    /// Whether there may be more.
    pub precision: Precision,
}

/// Whether a number is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// There are so many.
    Exact,
    /// There are so many or more.
    AtLeast,
}

impl PathCount {
    /// So many, and no more.
    pub const fn exactly(number: u64) -> Self {
        Self {
            number,
            precision: Precision::Exact,
        }
    }

    /// So many or more.
    pub const fn at_least(number: u64) -> Self {
        Self {
            number,
            precision: Precision::AtLeast,
        }
    }
}

/// Nobody wants to know it more exactly beyond.
const LARGEST: u64 = 1_000_000_000_000_000;

/// Steps of a walk by which paths in a graph with loops are counted.
const STEPS: usize = 4_000;

/// Counts, and tells whether all paths, also those that lead nowhere, are at most `few`.
pub(super) fn count(graph: &Graph<'_>, depth: usize, few: usize) -> (PathCount, Extent) {
    let mut tally = Tally::up_to(few);
    walk(graph, depth, &mut tally);
    if tally.course == Course::On {
        return (PathCount::exactly(tally.anchored), Extent::Few);
    }
    let counted = without_loops(graph, depth).unwrap_or_else(|| {
        // A walk that went as far as it may would come to the same again.
        if !tally.is_spent {
            tally = Tally::up_to(usize::MAX);
            walk(graph, depth, &mut tally);
        }
        PathCount::at_least(tally.anchored)
    });
    (counted, Extent::Many)
}

/// Whether there are so few paths that all can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// There are.
    Few,
    /// There are more.
    Many,
}

/// Counts ends of paths until there are too many.
struct Tally {
    anchored: u64,
    ends_left: usize,
    steps_left: usize,
    is_spent: bool,
    course: Course,
}

impl Tally {
    const fn up_to(ends: usize) -> Self {
        Self {
            anchored: 0,
            ends_left: ends,
            steps_left: STEPS,
            is_spent: false,
            course: Course::On,
        }
    }
}

impl<'a> Walker<'a> for Tally {
    fn link(&mut self, _: &[Node<'a>], _: &Node<'a>) -> Link {
        if self.steps_left == 0 {
            self.is_spent = true;
            self.course = Course::Stop;
            return Link::Stop;
        }
        self.steps_left = self.steps_left.saturating_sub(1);
        Link::Taken
    }

    fn end(&mut self, _: &[Node<'a>], end: End) -> Course {
        if self.ends_left == 0 {
            self.course = Course::Stop;
            return Course::Stop;
        }
        self.ends_left = self.ends_left.saturating_sub(1);
        self.anchored = self
            .anchored
            .saturating_add(u64::from(end == End::Anchored));
        Course::On
    }
}

/// What is known of a name while ways are counted.
#[derive(Clone, Copy)]
enum Ways {
    /// It is being counted: to meet it again is a loop.
    Open,
    /// So many, the longest with so many certificates that count.
    Known { number: u64, longest: usize },
}

/// Counts from the anchors down; `None` where there are loops, or paths longer than the client follows.
fn without_loops(graph: &Graph<'_>, depth: usize) -> Option<PathCount> {
    let target = graph.target()?;
    if graph.distance(&target).is_none() {
        return Some(PathCount::exactly(0));
    }
    let mut known: HashMap<ClassId, Ways> = HashMap::new();
    let mut open = vec![target.issuer];
    while let Some(class) = open.last().copied() {
        if matches!(known.get(&class), Some(Ways::Known { .. })) {
            open.pop();
            continue;
        }
        known.insert(class, Ways::Open);
        match sum(graph, class, &known)? {
            Sum::Needs(classes) => open.extend(classes),
            Sum::Is { number, longest } => {
                known.insert(class, Ways::Known { number, longest });
                open.pop();
            }
        }
    }
    let Some(Ways::Known { number, longest }) = known.get(&target.issuer).copied() else {
        return None;
    };
    (longest <= depth).then(|| {
        if number < LARGEST {
            PathCount::exactly(number)
        } else {
            PathCount::at_least(LARGEST)
        }
    })
}

enum Sum {
    /// These have to be counted first.
    Needs(Vec<ClassId>),
    Is {
        number: u64,
        longest: usize,
    },
}

/// The ways from a name up; `None` where they lead back to a name that is being counted.
fn sum(graph: &Graph<'_>, class: ClassId, known: &HashMap<ClassId, Ways>) -> Option<Sum> {
    let (mut number, mut longest) = (0_u64, 0);
    let mut needs = Vec::new();
    for node in graph.members(class) {
        match node.kind {
            Kind::Anchor => number = number.saturating_add(1),
            Kind::SelfSigned => {}
            Kind::Intermediate if graph.distance(&node).is_none() => {}
            Kind::Intermediate => match known.get(&node.issuer) {
                Some(Ways::Open) => return None,
                None => needs.push(node.issuer),
                Some(Ways::Known {
                    number: above,
                    longest: length,
                }) => {
                    number = number.saturating_add(*above).min(LARGEST);
                    let counted = usize::from(node.counts());
                    longest = longest.max(length.saturating_add(counted));
                }
            },
        }
    }
    needs.dedup();
    Some(if needs.is_empty() {
        Sum::Is { number, longest }
    } else {
        Sum::Needs(needs)
    })
}
