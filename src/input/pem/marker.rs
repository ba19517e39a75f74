//! Finds `BEGIN` and `END` lines, also those that lost some of their hyphens.

use super::label::Label;
use memchr::memmem;
use std::ops::Range;

/// Which of the two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Side {
    /// The encapsulation boundary before the content.
    Begin,
    /// The one after it.
    End,
}

/// Whether the dashes are what RFC 7468 §3 asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Dashes {
    /// Five hyphens on each side.
    Exact,
    /// Fewer, more, other dashes, or blanks between them and the label.
    Damaged,
}

/// A `BEGIN` or `END` line, without what else stands on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Marker {
    /// Which of the two.
    pub(in super::super) side: Side,
    /// What it announces.
    pub(in super::super) label: Label,
    /// Where its label stands.
    pub(in super::super) label_range: Range<usize>,
    /// From its first dash to its last.
    pub(in super::super) range: Range<usize>,
    /// The state of its dashes.
    pub(in super::super) dashes: Dashes,
}

const HYPHENS: usize = 5;
const LONGEST_LABEL: usize = 64;

/// All markers, in order.
pub(super) fn markers(text: &[u8]) -> impl Iterator<Item = Marker> {
    let mut begins = memmem::find_iter(text, b"BEGIN ").peekable();
    let mut ends = memmem::find_iter(text, b"END ").peekable();
    // The end of the last label bounds how far back dashes are looked for, so that the work is linear.
    let mut floor = Floor {
        label: 0,
        marker: 0,
    };
    std::iter::from_fn(move || {
        loop {
            let (side, at) = match (begins.peek(), ends.peek()) {
                (Some(&begin), Some(&end)) if end < begin => (Side::End, end),
                (Some(&begin), _) => (Side::Begin, begin),
                (None, Some(&end)) => (Side::End, end),
                (None, None) => return None,
            };
            match side {
                Side::Begin => begins.next(),
                Side::End => ends.next(),
            };
            if let Some(marker) = marker_at(text, side, at, &floor) {
                floor = Floor {
                    label: marker.label_range.end,
                    marker: marker.range.end,
                };
                return Some(marker);
            }
        }
    })
}

/// Where the marker before ends.
struct Floor {
    label: usize,
    marker: usize,
}

/// A run of dashes.
#[derive(Clone, Copy)]
struct Run {
    count: usize,
    /// The offset of its far end.
    edge: usize,
    dashes: Dashes,
}

fn marker_at(text: &[u8], side: Side, keyword: usize, floor: &Floor) -> Option<Marker> {
    let label_range = label_after(text, keyword, side);
    let label = Label::parse(text.get(label_range.clone())?);
    if label_range.is_empty() {
        return None;
    }
    let leading = dashes_before(text, keyword, floor.label);
    let trailing = dashes_after(text, label_range.end);
    let plausible = if label == Label::Unknown {
        leading.count >= HYPHENS && trailing.count >= HYPHENS
    } else {
        leading.count + trailing.count >= HYPHENS - 1
    };
    let start = leading.edge.max(floor.marker.min(keyword));
    let own_hyphens = keyword - start;
    let exact = leading.dashes == Dashes::Exact
        && trailing.dashes == Dashes::Exact
        && own_hyphens == HYPHENS
        && trailing.count >= HYPHENS;
    plausible.then_some(Marker {
        side,
        label,
        label_range,
        range: start..trailing.edge,
        dashes: if exact {
            Dashes::Exact
        } else {
            Dashes::Damaged
        },
    })
}

fn label_after(text: &[u8], keyword: usize, side: Side) -> Range<usize> {
    let start = keyword
        + match side {
            Side::Begin => b"BEGIN ".len(),
            Side::End => b"END ".len(),
        };
    let rest = text.get(start..).unwrap_or_default();
    let label = rest.get(..LONGEST_LABEL).unwrap_or(rest);
    let len = label
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b" .#_".contains(byte))
        .count();
    let label = label.get(..len).unwrap_or_default();
    let from = start + (label.len() - label.trim_ascii_start().len());
    from..(start + label.trim_ascii_end().len()).max(from)
}

/// The dashes in front of the keyword; the whole run, also where the marker before shares it.
fn dashes_before(text: &[u8], keyword: usize, floor: usize) -> Run {
    let blank = usize::from(keyword > floor && text.get(keyword - 1) == Some(&b' '));
    let mut run = Run {
        count: 0,
        edge: keyword - blank,
        dashes: Dashes::Exact,
    };
    while let Some(before) = text.get(floor..run.edge) {
        let Some((len, dashes)) = last_dash(before) else {
            break;
        };
        run.count += 1;
        run.edge -= len;
        if dashes == Dashes::Damaged || blank > 0 {
            run.dashes = Dashes::Damaged;
        }
    }
    if run.count == 0 {
        run.edge = keyword;
    }
    run
}

/// The dashes behind a label, five at most: what follows belongs to the next marker.
fn dashes_after(text: &[u8], label_end: usize) -> Run {
    let blank = usize::from(text.get(label_end) == Some(&b' '));
    let mut run = Run {
        count: 0,
        edge: label_end + blank,
        dashes: Dashes::Exact,
    };
    while run.count < HYPHENS {
        let Some((len, dashes)) = first_dash(text.get(run.edge..).unwrap_or_default()) else {
            break;
        };
        run.count += 1;
        run.edge += len;
        if dashes == Dashes::Damaged || blank > 0 {
            run.dashes = Dashes::Damaged;
        }
    }
    if run.count == 0 {
        run.edge = label_end;
    }
    run
}

/// The dash at the end of some text, and its length: U+2010 to U+2015 and U+2212 in UTF-8, or those of Windows-1252.
fn last_dash(text: &[u8]) -> Option<(usize, Dashes)> {
    match text {
        [.., b'-'] => Some((1, Dashes::Exact)),
        [.., 0xE2, 0x80, 0x90..=0x95] | [.., 0xE2, 0x88, 0x92] => Some((3, Dashes::Damaged)),
        [.., 0x96 | 0x97] => Some((1, Dashes::Damaged)),
        _ => None,
    }
}

fn first_dash(text: &[u8]) -> Option<(usize, Dashes)> {
    match text {
        [b'-', ..] => Some((1, Dashes::Exact)),
        [0xE2, 0x80, 0x90..=0x95, ..] | [0xE2, 0x88, 0x92, ..] => Some((3, Dashes::Damaged)),
        [0x96 | 0x97, ..] => Some((1, Dashes::Damaged)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Side, &str, Dashes)> {
        markers(text.as_bytes())
            .map(|marker| (marker.side, &text[marker.range], marker.dashes))
            .collect()
    }

    #[test]
    fn markers_and_their_damage() {
        use Dashes::{Damaged, Exact};
        let cases = [
            (
                "-----BEGIN CERTIFICATE-----",
                Some(("-----BEGIN CERTIFICATE-----", Exact)),
            ),
            (
                "x\"-----BEGIN PKCS7-----\\n",
                Some(("-----BEGIN PKCS7-----", Exact)),
            ),
            (
                "----BEGIN CERTIFICATE-----",
                Some(("----BEGIN CERTIFICATE-----", Damaged)),
            ),
            (
                "------BEGIN CERTIFICATE-----",
                Some(("------BEGIN CERTIFICATE-----", Damaged)),
            ),
            (
                "BEGIN CERTIFICATE-----",
                Some(("BEGIN CERTIFICATE-----", Damaged)),
            ),
            (
                "-----BEGIN CERTIFICATE\n",
                Some(("-----BEGIN CERTIFICATE", Damaged)),
            ),
            (
                "----- BEGIN CERTIFICATE -----",
                Some(("----- BEGIN CERTIFICATE -----", Damaged)),
            ),
            (
                "–––BEGIN CERTIFICATE–––",
                Some(("–––BEGIN CERTIFICATE–––", Damaged)),
            ),
            (
                "——-BEGIN CERTIFICATE—-",
                Some(("——-BEGIN CERTIFICATE—-", Damaged)),
            ),
            (
                "-----BEGIN EC PARAMETERS-----",
                Some(("-----BEGIN EC PARAMETERS-----", Exact)),
            ),
            ("--BEGIN CHAPTER 1--", None),
            ("BEGIN CERTIFICATE of honour", None),
            ("-----BEGIN -----", None),
        ];
        for (text, expected) in cases {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(text, dashes)| (Side::Begin, text, dashes))
                .collect();
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn neighbours_share_a_line_of_hyphens() {
        let exact = "-----END CERTIFICATE----------BEGIN CERTIFICATE-----";
        assert_eq!(
            found(exact),
            [
                (Side::End, "-----END CERTIFICATE-----", Dashes::Exact),
                (Side::Begin, "-----BEGIN CERTIFICATE-----", Dashes::Exact)
            ]
        );
        let shared = "-----END CERTIFICATE-----BEGIN CERTIFICATE-----";
        assert_eq!(
            found(shared),
            [
                (Side::End, "-----END CERTIFICATE-----", Dashes::Exact),
                (Side::Begin, "BEGIN CERTIFICATE-----", Dashes::Damaged)
            ]
        );
    }
}
