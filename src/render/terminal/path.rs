//! A certification path, drawn from the server's certificate down.

use super::line::{Line, Role, Span, columns, hang, prefix};
use super::{View, inline};
use crate::doc::{NodeState, Path, PathNode};

/// Columns before the name of a certificate: the mark and a space.
const MARK: usize = 2;
/// Columns between the longest name and where the certificate was found.
const GAP: usize = 3;

/// The drawing: a mark and a name for each certificate, joined by a line.
pub(super) fn path(path: &Path, view: &View) -> Vec<Line> {
    let layout = layout(path, view);
    let mut lines = Vec::new();
    let mut below = path.nodes.iter().skip(1);
    for node in &path.nodes {
        lines.extend(certificate(node, below.next(), &layout));
    }
    if let Some(end) = &path.end {
        let role = if path.nodes.iter().all(|node| node.state == NodeState::Ok) {
            Role::Dim
        } else {
            Role::Warning
        };
        lines.extend(hang(&Span::spaces(MARK), layout.view.wrap(end, role)));
    }
    lines
}

/// Where the words on the place of a certificate stand.
enum PlaceColumn {
    /// On the line of the name, at this column after the mark.
    At(usize),
    /// On a line of their own: the names leave no room.
    Below,
}

struct Layout {
    /// The room right of the marks.
    view: View,
    place: PlaceColumn,
}

fn layout(path: &Path, view: &View) -> Layout {
    let inner = view.narrower(MARK);
    let widest = |words: fn(&PathNode) -> &crate::doc::Inlines| {
        let spans = path
            .nodes
            .iter()
            .map(|node| inline::spans(words(node), Role::Plain, view.charset));
        spans.map(|spans| columns(&spans)).max().unwrap_or(0)
    };
    let column = widest(|node| &node.label).saturating_add(GAP);
    let needed = column.saturating_add(widest(|node| &node.place_words));
    let place = if needed <= inner.columns {
        PlaceColumn::At(column)
    } else {
        PlaceColumn::Below
    };
    Layout { view: inner, place }
}

fn certificate(node: &PathNode, below: Option<&PathNode>, layout: &Layout) -> Vec<Line> {
    let view = &layout.view;
    let role = role_of(node.state);
    let mut lines = name(node, layout);
    for detail in &node.detail {
        let detail = view.narrower(MARK).wrap(detail, Role::Dim);
        lines.extend(hang(&Span::spaces(MARK), detail));
    }
    if let Some(words) = &node.link_below {
        lines.extend(view.wrap(words, Role::Warning));
    }
    if below.is_some() && lines.len() == 1 {
        lines.push(Line::default());
    }
    let mark = Span::new(role, format!("{} ", view.charset.node(node.state)));
    let link = match below.map(|next| next.state) {
        Some(NodeState::Ok | NodeState::Problem | NodeState::LeftOut) => {
            view.charset.pick("│ ", "| ")
        }
        Some(NodeState::Missing) => view.charset.pick("┆ ", ": "),
        None => "  ",
    };
    prefix(&mark, &Span::new(Role::Dim, link), lines)
}

fn name(node: &PathNode, layout: &Layout) -> Vec<Line> {
    let view = &layout.view;
    let place_role = match node.state {
        NodeState::Ok | NodeState::LeftOut => Role::Dim,
        NodeState::Problem | NodeState::Missing => role_of(node.state),
    };
    match layout.place {
        PlaceColumn::At(column) => {
            let mut spans = inline::spans(&node.label, Role::Strong, view.charset);
            spans.push(Span::spaces(column.saturating_sub(columns(&spans))));
            spans.extend(inline::spans(&node.place_words, place_role, view.charset));
            vec![Line::from(spans)]
        }
        PlaceColumn::Below => {
            let mut lines = view.wrap(&node.label, Role::Strong);
            let place = view.narrower(MARK).wrap(&node.place_words, place_role);
            lines.extend(hang(&Span::spaces(MARK), place));
            lines
        }
    }
}

const fn role_of(state: NodeState) -> Role {
    match state {
        NodeState::Ok => Role::Ok,
        NodeState::LeftOut => Role::Dim,
        NodeState::Problem => Role::Error,
        NodeState::Missing => Role::Warning,
    }
}
