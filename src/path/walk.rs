//! All paths by name, depth first, the most likely candidate first (RFC 4158 §2.4). Who walks along decides which links
//! are taken and when it is enough.

use super::build::wanted;
use super::graph::{Graph, Kind, Node};
use super::trace::{End, Wanted};

/// What becomes of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// The path goes on along it.
    Taken,
    /// The candidate is not the issuer: the path ends with it.
    Wrong,
    /// It is not worth a look.
    Passed,
    /// Nothing more is to be looked at.
    Stop,
}

/// Whether a walk goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// It does.
    On,
    /// It is enough.
    Stop,
}

/// Who walks along.
pub(super) trait Walker<'a> {
    /// The path, whose last certificate `issuer` may have issued, is about to go on.
    fn link(&mut self, path: &[Node<'a>], issuer: &Node<'a>) -> Link;

    /// The path ends.
    fn end(&mut self, path: &[Node<'a>], end: End) -> Course;
}

/// Up to this many namesakes are all tried, for the sake of the explanation. Of more, those that lead to an anchor by name
/// are enough, where there are any.
const MANY: usize = 8;

/// No path gets longer: self-issued certificates count towards no limit of a client's.
const LONGEST: usize = 400;

/// Walks all paths from the target.
pub(super) fn walk<'a>(graph: &Graph<'a>, depth: usize, walker: &mut dyn Walker<'a>) {
    let Some(target) = graph.target() else {
        return;
    };
    let mut walk = Walk {
        graph,
        depth,
        path: vec![target],
        taken: vec![Taken::No; graph.len()],
        counted: 0,
        branches: Vec::new(),
    };
    walk.mark(&target, Taken::Yes);
    if walk.arrive(walker) == Course::Stop {
        return;
    }
    while let Some(branch) = walk.branches.last_mut() {
        let course = match branch.pop() {
            Some(issuer) => walk.follow(issuer, walker),
            None => walk.leave(),
        };
        if course == Course::Stop {
            return;
        }
    }
}

/// Whether a name with a key stands on the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Yes,
    No,
}

struct Walk<'s, 'a> {
    graph: &'s Graph<'a>,
    depth: usize,
    path: Vec<Node<'a>>,
    /// For each name with a key.
    taken: Vec<Taken>,
    /// The intermediates of the path that count towards its depth (RFC 5280 §6.1.2 (k), §6.1.4 (l)).
    counted: usize,
    /// For each certificate of the path, the candidates that were not tried yet, the next one last.
    branches: Vec<Vec<Node<'a>>>,
}

impl<'a> Walk<'_, 'a> {
    /// What is above the last certificate of the path. Adds a branch, empty where the path ends.
    fn arrive(&mut self, walker: &mut dyn Walker<'a>) -> Course {
        let Some(top) = self.path.last().copied() else {
            return Course::Stop;
        };
        let (end, branch) = self.look(&top);
        self.branches.push(branch);
        match end {
            Some(end) => walker.end(&self.path, end),
            None => Course::On,
        }
    }

    fn look(&self, top: &Node<'a>) -> (Option<End>, Vec<Node<'a>>) {
        let end = |end| (Some(end), Vec::new());
        match top.kind {
            Kind::Anchor => return end(End::Anchored),
            Kind::SelfSigned => return end(End::SelfSigned),
            Kind::Intermediate => {}
        }
        if self.counted > self.depth || self.path.len() > LONGEST {
            return end(End::TooDeep(wanted_above(top)));
        }
        let named = self.promising(self.graph.issuers(top));
        if named.is_empty() {
            return end(End::NoIssuer(wanted_above(top)));
        }
        let mut fresh: Vec<Node<'a>> = named
            .into_iter()
            // The same name with the same key again would be a loop (RFC 4158 §5.2).
            .filter(|issuer| !self.is_taken(issuer))
            .collect();
        if fresh.is_empty() {
            return end(End::Loop(wanted_above(top)));
        }
        fresh.reverse();
        (None, fresh)
    }

    fn follow(&mut self, issuer: Node<'a>, walker: &mut dyn Walker<'a>) -> Course {
        let below = self.path.last().copied();
        match walker.link(&self.path, &issuer) {
            Link::Stop => Course::Stop,
            Link::Passed => Course::On,
            Link::Taken => {
                self.counted = self.counted.saturating_add(usize::from(issuer.counts()));
                self.path.push(issuer);
                self.mark(&issuer, Taken::Yes);
                self.arrive(walker)
            }
            Link::Wrong => {
                self.path.push(issuer);
                let course = below.map_or(Course::Stop, |below| {
                    walker.end(&self.path, End::WrongKey(wanted_above(&below)))
                });
                self.path.pop();
                course
            }
        }
    }

    fn leave(&mut self) -> Course {
        self.branches.pop();
        let left = self.path.pop();
        // The target is not counted.
        if let Some(left) = left.filter(|_| !self.path.is_empty()) {
            self.mark(&left, Taken::No);
            self.counted = self.counted.saturating_sub(usize::from(left.counts()));
        }
        Course::On
    }

    fn is_taken(&self, node: &Node<'a>) -> bool {
        self.taken.get(node.identity) == Some(&Taken::Yes)
    }

    fn mark(&mut self, node: &Node<'a>, taken: Taken) {
        if let Some(place) = self.taken.get_mut(node.identity) {
            *place = taken;
        }
    }

    fn promising(&self, candidates: Vec<Node<'a>>) -> Vec<Node<'a>> {
        let reaches = |issuer: &Node<'a>| self.graph.distance(issuer).is_some();
        if candidates.len() > MANY && candidates.iter().any(reaches) {
            candidates.into_iter().filter(reaches).collect()
        } else {
            candidates
        }
    }
}

/// The certificate that would continue a path that ends here.
pub(super) fn wanted_above(node: &Node<'_>) -> Wanted {
    wanted(node.certificate, node.id)
}
