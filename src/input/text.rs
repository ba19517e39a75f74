//! Inputs that are text: PEM blocks, and what stands around them.

use super::collector::Collector;
use super::encoding::{Encoding, View};
use super::kind::{self, Kind};
use super::outside::{Marks, Outside, has_marks};
use super::pem::{self, Decoder};
#[cfg(feature = "containers")]
use super::{Container, container};
use super::{FileKind, NoteKind, bare};

/// Reads text, or whatever is no known binary format.
pub(super) fn read(view: &View<'_>, collector: &mut Collector<'_>) {
    collector.count_lines();
    let len = view.bytes().len();
    let mut outside = Outside::new(view);
    let mut decoder = Decoder::new(view);
    let mut at = 0;
    for block in pem::blocks(view.bytes()) {
        let range = block.range();
        outside.pass(at..range.start);
        decoder.block(&block, outside.role(), collector);
        at = range.end;
    }
    outside.pass(at..len);
    let blocks = decoder.finish(collector);
    let taken = bare::read(view, outside.gaps(), collector);
    if blocks > 0 || !taken.is_empty() {
        outside.error_texts(Marks::BesideCertificates, &taken, collector);
        if collector.is_empty() {
            collector.note(NoteKind::NotACertificateFile(FileKind::OtherPem), 0..len);
        }
    } else {
        match kind::of(view) {
            #[cfg(feature = "containers")]
            Kind::Certain(NoteKind::UnsupportedFormat(Container::NssCertdata)) => {
                container::read_certdata(view.bytes(), collector);
            }
            Kind::Certain(note) => collector.note(note, 0..len),
            Kind::Unless(_) if has_marks(view.bytes(), Marks::Alone) => {
                outside.error_texts(Marks::Alone, &taken, collector);
            }
            Kind::Unless(kind) => collector.note(NoteKind::NotACertificateFile(kind), 0..len),
        }
    }
    outside.finish(collector);
    note_encoding(view, collector);
}

fn note_encoding(view: &View<'_>, collector: &mut Collector<'_>) {
    match view.encoding() {
        Encoding::Utf8 | Encoding::Binary => {}
        other @ (Encoding::Utf8WithMark | Encoding::Utf16Le(_) | Encoding::Utf16Be(_)) => {
            collector.note(NoteKind::WrongEncoding(other), 0..0);
        }
    }
}
