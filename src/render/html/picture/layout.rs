//! Where everything stands, in units of a picture that is 320 wide; they are CSS pixels on a narrow telephone.

use super::plain;
use crate::doc::{Inlines, NodeState, Path, PathNode};
use crate::render::{terminal, width};

/// The edges of the boxes.
pub(super) const LEFT: u32 = 2;
pub(super) const RIGHT: u32 = 318;
/// The line through the icons.
pub(super) const AXIS: u32 = 29;
/// Where text begins.
pub(super) const TEXT: u32 = 54;

/// Between the frame of a box and what stands in it.
const PADDING: u32 = 13;
/// From the top of a line of text to its base.
const ASCENT: u32 = 15;
/// The height of a line with no words on it.
const GAP: u32 = 22;

/// How words are set: how many columns fit into a line, how many lines there may be, and the height of each.
struct Setting {
    columns: usize,
    lines: usize,
    height: u32,
}

/// Names, in bold. The fonts of Linux are the widest; what fits with them fits everywhere.
const NAME: Setting = Setting {
    columns: 24,
    lines: 3,
    height: 22,
};
/// The same beside a sign in the corner.
const NAME_BESIDE_SIGN: Setting = Setting {
    columns: 21,
    ..NAME
};
/// All other words; they are smaller, and may take what they need.
const WORDS: Setting = Setting {
    columns: 30,
    lines: 6,
    height: 19,
};
/// The same in bold.
const BOLD_WORDS: Setting = Setting {
    columns: 27,
    ..WORDS
};

/// Lines of text with the height of their base.
pub(super) type Lines = Vec<(u32, String)>;

/// A certificate.
pub(super) struct Box<'p> {
    pub(super) node: &'p PathNode,
    pub(super) top: u32,
    pub(super) height: u32,
    pub(super) label: Lines,
    pub(super) place: Lines,
    pub(super) problem: Lines,
}

/// The line to the next certificate.
pub(super) struct Link {
    pub(super) top: u32,
    pub(super) bottom: u32,
    pub(super) words: Lines,
    /// The states of the certificates that it joins.
    pub(super) from: NodeState,
    pub(super) to: NodeState,
}

impl Box<'_> {
    pub(super) fn middle(&self) -> u32 {
        self.top + self.height / 2
    }
}

impl Link {
    pub(super) fn middle(&self) -> u32 {
        u32::midpoint(self.top, self.bottom)
    }
}

/// Every certificate with the line below it, and the height of all.
pub(super) fn layout(path: &Path) -> (Vec<(Box<'_>, Option<Link>)>, u32) {
    let mut top = 2;
    let mut rows = Vec::new();
    let mut below = path.nodes.iter().skip(1);
    for node in &path.nodes {
        let certificate = certificate(node, top);
        top += certificate.height;
        let link = below.next().map(|next| link(node, next, top));
        if let Some(link) = &link {
            top = link.bottom;
        }
        rows.push((certificate, link));
    }
    (rows, top + 2)
}

fn certificate(node: &PathNode, top: u32) -> Box<'_> {
    let mut pen = Pen(top + PADDING);
    let (name, words) = match node.state {
        NodeState::Ok | NodeState::LeftOut => (&NAME, &WORDS),
        NodeState::Problem => (&NAME_BESIDE_SIGN, &WORDS),
        NodeState::Missing => (&NAME, &BOLD_WORDS),
    };
    let label = pen.set(Some(&node.label), name);
    pen.0 += 1;
    let place = pen.set(Some(&node.place_words), words);
    pen.0 += 1;
    let problem = pen.set(node.problem.as_ref(), &BOLD_WORDS);
    let height = pen.0 + PADDING - top;
    Box {
        node,
        top,
        height,
        label,
        place,
        problem,
    }
}

fn link(node: &PathNode, next: &PathNode, top: u32) -> Link {
    let mut pen = Pen(top + GAP / 2);
    let setting = match node.state {
        NodeState::Ok | NodeState::Missing | NodeState::LeftOut => &WORDS,
        NodeState::Problem => &BOLD_WORDS,
    };
    let words = pen.set(node.link_below.as_ref(), setting);
    Link {
        top,
        bottom: pen.0 + GAP / 2,
        from: node.state,
        to: next.state,
        words,
    }
}

/// Where the next line of text begins.
struct Pen(u32);

impl Pen {
    fn set(&mut self, words: Option<&Inlines>, setting: &Setting) -> Lines {
        let Some(words) = words else {
            return Lines::new();
        };
        let lines = cut(terminal::wrapped(&plain(words), setting.columns), setting);
        lines
            .into_iter()
            .map(|line| {
                let base = self.0 + ASCENT;
                self.0 += setting.height;
                (base, line)
            })
            .collect()
    }
}

/// At most as many lines as there may be; what is cut off leaves an ellipsis.
fn cut(mut lines: Vec<String>, setting: &Setting) -> Vec<String> {
    if lines.len() <= setting.lines {
        return lines;
    }
    lines.truncate(setting.lines);
    if let Some(last) = lines.last_mut() {
        while width::of_str(last) >= setting.columns {
            last.pop();
        }
        last.push('…');
    }
    lines
}
