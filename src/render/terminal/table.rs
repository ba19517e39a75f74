//! Tables: columns side by side where they fit, else one record after the other.

use super::line::{Line, Role, Span, columns};
use super::wrap::wrap;
use super::{View, block, inline};
use crate::doc::{Fact, Inlines, Table};

/// Columns between two columns of the table.
const GAP: usize = 2;
/// A column is not made narrower than this; where that does not suffice, records are written.
const NARROWEST: usize = 10;

/// The table as lines.
pub(super) fn table(table: &Table, view: &View) -> Vec<Line> {
    let natural = natural_widths(table, view);
    match fitted(natural, view.columns) {
        Some(widths) => grid(table, &widths, view),
        None => records(table, view),
    }
}

fn natural_widths(table: &Table, view: &View) -> Vec<usize> {
    let of = |words: &Inlines| columns(&inline::spans(words, Role::Plain, view.charset));
    let mut widths: Vec<usize> = table.header.iter().map(of).collect();
    for row in &table.rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = of(cell).max(*width);
        }
    }
    widths
}

/// The widths made to fit by narrowing the widest; `None` where that would leave too narrow columns.
fn fitted(mut widths: Vec<usize>, room: usize) -> Option<Vec<usize>> {
    let gaps = widths.len().saturating_sub(1).saturating_mul(GAP);
    let room = room.checked_sub(gaps)?;
    for width in &mut widths {
        *width = room.min(*width);
    }
    loop {
        let excess = widths.iter().sum::<usize>().saturating_sub(room);
        if excess == 0 {
            return Some(widths);
        }
        let widest = widths.iter_mut().max()?;
        if *widest <= NARROWEST {
            return None;
        }
        *widest = widest.saturating_sub(1);
    }
}

fn grid(table: &Table, widths: &[usize], view: &View) -> Vec<Line> {
    let mut lines = row(&table.header, widths, |words| {
        inline::spans(words, Role::Strong, view.charset)
    });
    let sign = view.charset.pick("─", "-");
    let rules = widths
        .iter()
        .map(|width| vec![Span::new(Role::Dim, sign.repeat(*width))]);
    lines.push(Line::from(
        rules.collect::<Vec<_>>().join(&Span::spaces(GAP)),
    ));
    for cells in &table.rows {
        lines.extend(row(cells, widths, |words| {
            inline::spans(words, Role::Plain, view.charset)
        }));
    }
    lines
}

fn row(cells: &[Inlines], widths: &[usize], spans: impl Fn(&Inlines) -> Vec<Span>) -> Vec<Line> {
    let empty = Inlines::new();
    let filled = cells.iter().chain(core::iter::repeat(&empty));
    let wrapped: Vec<Vec<Line>> = filled
        .zip(widths)
        .map(|(cell, width)| wrap(&spans(cell), *width))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let line = |index: usize| {
        let parts = wrapped.iter().zip(widths).flat_map(|(cell, width)| {
            let mut part = cell
                .get(index)
                .map(|line| line.spans.clone())
                .unwrap_or_default();
            let padding = width.saturating_sub(columns(&part)).saturating_add(GAP);
            part.push(Span::spaces(padding));
            part
        });
        Line::from(parts.collect::<Vec<_>>())
    };
    (0..height).map(line).collect()
}

fn records(table: &Table, view: &View) -> Vec<Line> {
    let record = |cells: &Vec<Inlines>| {
        let pairs = table.header.iter().zip(cells);
        let facts: Vec<Fact> = pairs
            .map(|(key, value)| Fact::new(key.clone(), value.clone()))
            .collect();
        block::stacked_facts(&facts, view)
    };
    let records: Vec<Vec<Line>> = table.rows.iter().map(record).collect();
    records.join(&Line::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths() {
        for (natural, room, fits) in [
            (&[5, 5][..], 12, Some(vec![5, 5])),
            (&[5, 30], 32, Some(vec![5, 25])),
            (&[20, 30], 32, Some(vec![15, 15])),
            (&[900], 40, Some(vec![40])),
            (&[20, 30, 30], 30, None),
            (&[], 30, Some(vec![])),
        ] {
            assert_eq!(
                fitted(natural.to_vec(), room),
                fits,
                "{natural:?} in {room}"
            );
        }
    }
}
