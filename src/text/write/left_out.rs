//! What is not shown of what is very much: enough stays to see what it is, and it is said how much there is.
//!
//! The JSON report holds all of it. A document without a bound would keep a browser busy for seconds.

use crate::doc::{Block, Inlines};
use crate::lang::Lang;
use core::ops::Range;

/// Findings of one code.
pub(super) const FINDINGS: usize = 10;
/// Certificates in full. The longest list in use, Microsoft's, has some 450.
pub(super) const CERTIFICATES: usize = 500;
/// Places of one certificate.
pub(super) const PLACES: usize = 8;
/// Paths in words, and what is wrong with one.
pub(super) const PATHS: usize = 30;
/// Reasons why one path fails.
pub(super) const REASONS: usize = 8;
/// Rows of a table.
pub(super) const ROWS: usize = 200;
/// Files of which it is said how programs read them.
pub(super) const FILES: usize = 20;

/// At the beginning and at the end of a long path, so many certificates are drawn.
const BEGINNING: usize = 6;
const ENDING: usize = 3;

/// How many of so many are shown, and how many are left out. It is never a single one: the words for it would take its
/// room.
pub(super) const fn shown(all: usize, most: usize) -> (usize, Option<usize>) {
    match all.checked_sub(most) {
        Some(more) if more > 1 => (most, Some(more)),
        Some(_) | None => (all, None),
    }
}

/// The first of a list, and how many are left out.
pub(super) fn first<T>(items: &[T], most: usize) -> (&[T], Option<usize>) {
    let (number, more) = shown(items.len(), most);
    (items.get(..number).unwrap_or(items), more)
}

/// What is said in place of the rest.
pub(super) fn remark(lang: Lang, more: Option<usize>) -> Option<Inlines> {
    more.map(|more| words!(lang, left_out::entries(more)))
}

/// The same as a block.
pub(super) fn paragraph(lang: Lang, more: Option<usize>) -> Option<Block> {
    remark(lang, more).map(Block::Paragraph)
}

/// A part of a long path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// The certificate at this position.
    Shown(usize),
    /// Those at these positions, two at least.
    LeftOut(Range<usize>),
}

/// A path of this length without its middle, but for what is to be kept there.
pub(super) fn folded(length: usize, is_kept: impl Fn(usize) -> bool) -> Vec<Piece> {
    let ending = length.saturating_sub(ENDING);
    let mut pieces = Vec::new();
    for position in 0..length {
        if position < BEGINNING || position >= ending || is_kept(position) {
            pieces.push(Piece::Shown(position));
        } else if let Some(Piece::LeftOut(range)) = pieces.last_mut() {
            range.end = position.saturating_add(1);
        } else {
            pieces.push(Piece::LeftOut(position..position.saturating_add(1)));
        }
    }
    let single = |piece| match &piece {
        Piece::LeftOut(range) if range.len() == 1 => Piece::Shown(range.start),
        Piece::Shown(_) | Piece::LeftOut(_) => piece,
    };
    pieces.into_iter().map(single).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Piece::{LeftOut, Shown};

    #[test]
    fn the_first() {
        for (items, most, shown, more) in [
            (0, 2, 0, None),
            (2, 2, 2, None),
            (3, 2, 3, None),
            (4, 2, 2, Some(2)),
            (9, 0, 0, Some(9)),
        ] {
            let items = vec![(); items];
            let (found, left) = first(&items, most);
            assert_eq!((found.len(), left), (shown, more));
        }
    }

    #[test]
    fn the_middle_is_left_out() {
        let all = |range: Range<usize>| range.map(Shown).collect::<Vec<_>>();
        let nothing = |_| false;
        for length in 0..=10 {
            assert_eq!(folded(length, nothing), all(0..length), "{length}");
        }
        let eleven = [all(0..6), vec![LeftOut(6..8)], all(8..11)].concat();
        assert_eq!(folded(11, nothing), eleven);
        let with_one_kept = [
            all(0..6),
            vec![LeftOut(6..50), Shown(50), LeftOut(51..97)],
            all(97..100),
        ];
        assert_eq!(folded(100, |at| at == 50), with_one_kept.concat());
        assert_eq!(folded(11, |at| at == 7), all(0..11));
    }
}
