//! Base64 without armour: a pasted certificate, `x5c` in JSON, `X509Certificate` in SAML metadata.

use super::collector::{Collector, Origin};
use super::encoding::View;
use super::pem::{Step, step};
use super::structure::{self, Structure};
use super::{Extent, NoteKind, der, tlv};
use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine};
use memchr::memmem;
use std::ops::Range;

/// How a DER value with a long length, and so every certificate, begins in base64.
const BEGINNING: &[u8] = b"MI";
/// A shorter run without a blank in it is a word.
const SHORTEST: usize = 40;
/// Enough for the header of a DER value.
const HEADER_SYMBOLS: usize = 8;

/// Records what stands as bare base64 in some stretches of text; the ranges that it takes up are returned, in order.
pub(super) fn read(
    view: &View<'_>,
    gaps: &[Range<usize>],
    collector: &mut Collector<'_>,
) -> Vec<Range<usize>> {
    let finder = memmem::Finder::new(BEGINNING);
    let mut taken = Vec::new();
    for gap in gaps {
        let text = view.bytes().get(..gap.end).unwrap_or_default();
        let mut at = gap.start;
        while let Some(found) = text.get(at..).and_then(|rest| finder.find(rest)) {
            let start = at + found;
            at = if begins_word(text, start) && word_len(text, start) >= SHORTEST {
                let value = Value::collect(text, start);
                let range = start..value.end;
                if value.record(range.clone(), collector) {
                    taken.push(range);
                }
                value.end
            } else {
                start + BEGINNING.len()
            };
        }
    }
    taken
}

/// Whether no base64 stands directly before an offset, but for the letter of an escaped line break.
fn begins_word(text: &[u8], at: usize) -> bool {
    match text.get(..at).unwrap_or_default() {
        [] | [.., b'\\', b'n' | b'r' | b't'] => true,
        [.., byte] => !(byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')),
    }
}

fn word_len(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let rest = rest.get(..SHORTEST).unwrap_or(rest);
    rest.iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(byte))
        .count()
}

/// As much of a DER value as there is.
struct Value {
    bytes: Vec<u8>,
    declared: usize,
    end: usize,
}

impl Value {
    /// Collects as many characters as the header of the value asks for.
    fn collect(text: &[u8], start: usize) -> Self {
        let mut symbols = Vec::new();
        let mut wanted = usize::MAX;
        let mut declared = 0;
        let mut at = start;
        let mut end = start;
        while symbols.len() < wanted {
            at = match step(text, at) {
                Step::Symbol(symbol, next) => {
                    symbols.push(symbol);
                    end = next;
                    next
                }
                Step::Blank(next) => next,
                Step::Pad(_) | Step::Bad | Step::End => break,
            };
            if symbols.len() == HEADER_SYMBOLS {
                declared = tlv::header(&decode(&symbols)).map_or(0, |header| header.total);
                wanted = declared.saturating_mul(4).div_ceil(3);
            }
        }
        while let Step::Pad(next) = step(text, end) {
            end = next;
        }
        Self {
            bytes: decode(&symbols),
            declared,
            end,
        }
    }

    /// Records the value; says whether it is anything.
    fn record(&self, range: Range<usize>, collector: &mut Collector<'_>) -> bool {
        if let Some(value) = self.bytes.get(..self.declared) {
            return der::accept(value, Origin::BARE, range, collector);
        }
        let contents = tlv::header(&self.bytes).and_then(|header| self.bytes.get(header.len..));
        match contents.map(structure::classify) {
            Some(Structure::PrivateKey(format)) => {
                collector.note(NoteKind::PrivateKeyPresent(format), range);
                true
            }
            Some(_)
                if contents.is_some_and(|contents| contents.first() == Some(&tlv::SEQUENCE)) =>
            {
                let extent = Extent {
                    declared: self.declared,
                    present: self.bytes.len(),
                };
                collector.note(
                    NoteKind::Truncated {
                        block: None,
                        extent: Some(extent),
                    },
                    range,
                );
                true
            }
            _ => false,
        }
    }
}

/// Decodes whole groups, and of the last group what is whole.
fn decode(symbols: &[u8]) -> Vec<u8> {
    let len = symbols.len() - usize::from(symbols.len() % 4 == 1);
    let symbols = symbols.get(..len).unwrap_or_default();
    BASE64_STANDARD_NO_PAD.decode(symbols).unwrap_or_else(|_| {
        // Every symbol is one of the alphabet, so only the last group can be wrong.
        let whole = symbols.get(..symbols.len() / 4 * 4).unwrap_or_default();
        BASE64_STANDARD_NO_PAD.decode(whole).unwrap_or_default()
    })
}
