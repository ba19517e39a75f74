//! Turns PEM blocks into items and notes.

use super::super::collector::{Collector, Origin};
use super::super::{
    BlockNumber, Extent, Layout, NoteKind, PemDefect, PemLabel, Role, der, encoding::View, tlv,
};
use super::block::Block;
use super::body::{self, Padding, Writing};
use super::label::Label;
use super::layout::{Placement, placement};
use super::marker::{Dashes, Marker};
use std::collections::BTreeMap;
use std::ops::Range;

/// Decodes the blocks of one input, one after the other.
pub(in super::super) struct Decoder<'a> {
    view: &'a View<'a>,
    number: u32,
    floor: usize,
    layouts: BTreeMap<Layout, (usize, Range<usize>)>,
}

impl<'a> Decoder<'a> {
    /// Before the first block.
    pub(in super::super) fn new(view: &'a View<'a>) -> Self {
        Self {
            view,
            number: 0,
            floor: 0,
            layouts: BTreeMap::new(),
        }
    }

    /// Decodes the next block.
    pub(in super::super) fn block(
        &mut self,
        block: &Block,
        role: Role,
        collector: &mut Collector<'_>,
    ) {
        self.number = self.number.saturating_add(1);
        let number = BlockNumber(self.number);
        let placement = placement(self.view.bytes(), block, self.floor);
        self.floor = block.range().end;
        let label = label(block);
        let read = Read {
            view: self.view,
            block,
            number,
        };
        match label {
            Label::PrivateKey(format) => {
                collector.note(NoteKind::PrivateKeyPresent(format), block.range());
            }
            Label::PublicKey(_)
            | Label::CertificateRequest
            | Label::RevocationList
            | Label::Unknown
                if read.is_mismatched() =>
            {
                read.mismatched(role, collector);
            }
            Label::PublicKey(format) => {
                collector.note(NoteKind::PublicKeyOnly(format), block.range());
            }
            Label::CertificateRequest => {
                collector.note(NoteKind::CertificateRequest, block.range());
            }
            Label::RevocationList => collector.note(NoteKind::RevocationList, block.range()),
            Label::Unknown => read.unlabelled(role, collector),
            Label::Certificate(_) if placement == Placement::CommentedOut => {
                read.defect(PemDefect::CommentedOut, collector);
            }
            Label::Certificate(label) => {
                read.certificate(
                    Origin {
                        role,
                        label: Some(label),
                    },
                    collector,
                );
                self.placed(placement, block, collector);
            }
        }
    }

    /// Says how the blocks were laid out, and returns how many there were.
    pub(in super::super) fn finish(self, collector: &mut Collector<'_>) -> u32 {
        for (layout, (blocks, first)) in self.layouts {
            collector.note(NoteKind::UnusualLayout { layout, blocks }, first);
        }
        self.number
    }

    fn placed(&mut self, placement: Placement, block: &Block, collector: &mut Collector<'_>) {
        match placement {
            Placement::OwnLines | Placement::CommentedOut => {}
            Placement::Touching => {
                let kind = NoteKind::MissingNewlineBetweenBlocks {
                    block: BlockNumber(self.number),
                };
                collector.note(kind, block.range());
            }
            Placement::Unusual(layout) => {
                self.layouts
                    .entry(layout)
                    .or_insert_with(|| (0, block.range()))
                    .0 += 1;
            }
        }
    }
}

/// What a block announces; a private key if either of its markers does.
fn label(block: &Block) -> Label {
    let mut labels = block.markers().map(|marker| marker.label);
    let first = labels.next().unwrap_or(Label::Unknown);
    labels.find(|label| label.is_private_key()).unwrap_or(first)
}

/// One block being read.
struct Read<'a> {
    view: &'a View<'a>,
    block: &'a Block,
    number: BlockNumber,
}

impl Read<'_> {
    /// A block with a label that promises certificates.
    fn certificate(&self, origin: Origin, collector: &mut Collector<'_>) {
        let text = self.view.bytes();
        let content = match body::decode(text, self.block.body.clone()) {
            Ok(content) => content,
            Err(offset) => return self.bad_base64(offset, collector),
        };
        let Some(header) = tlv::header(&content.bytes).filter(|header| header.tag == tlv::SEQUENCE)
        else {
            return self.no_der(&content.bytes, origin, collector);
        };
        let Some(value) = content.bytes.get(..header.total) else {
            let extent = Extent {
                declared: header.total,
                present: content.bytes.len(),
            };
            return self.truncated(Some(extent), collector);
        };
        let behind = content.bytes.get(header.total..).unwrap_or_default();
        #[cfg(feature = "containers")]
        let origin = Origin {
            role: super::trust::role(origin.role, origin.label, behind),
            ..origin
        };
        if !der::accept(value, origin, self.block.range(), collector) {
            collector.certificate(value, origin, self.block.range());
        }
        self.surplus(behind.len(), origin, collector);
        if content.padding == Padding::Wrong {
            self.defect(PemDefect::Padding, collector);
        }
        if let Some(defect) = self.frame() {
            self.defect(defect, collector);
        }
        if content.writing == Writing::Plain {
            return;
        }
        if body::empty_line(text, self.block.body.clone()).is_some() {
            self.defect(PemDefect::EmptyLine, collector);
        }
        if body::unseen(text, self.block.body.clone()).is_some() {
            self.defect(PemDefect::UnseenCharacter, collector);
        }
    }

    /// Whether one of its lines promises certificates, and the other something else.
    fn is_mismatched(&self) -> bool {
        let is_certificate = |label| matches!(label, Label::Certificate(_));
        self.block
            .markers()
            .any(|marker| is_certificate(marker.label))
    }

    /// Such a block: what it holds is looked at all the same.
    fn mismatched(&self, role: Role, collector: &mut Collector<'_>) {
        self.unlabelled(role, collector);
        if let Some(defect) = self.frame() {
            self.defect(defect, collector);
        }
    }

    /// A block with a label we do not know: its content may be a certificate all the same.
    fn unlabelled(&self, role: Role, collector: &mut Collector<'_>) {
        if let Ok(content) = body::decode(self.view.bytes(), self.block.body.clone()) {
            let origin = Origin { role, label: None };
            der::accept(&content.bytes, origin, self.block.range(), collector);
        }
    }

    /// Content that does not begin with a SEQUENCE of definite length.
    fn no_der(&self, bytes: &[u8], origin: Origin, collector: &mut Collector<'_>) {
        if der::accept(bytes, origin, self.block.range(), collector) {
            return;
        }
        let defect = match (bytes, self.frame()) {
            ([], Some(PemDefect::BeginWithoutEnd)) => PemDefect::NestedBegin,
            (_, Some(defect)) => defect,
            ([], None) => PemDefect::Empty,
            (_, None) => PemDefect::NotDer,
        };
        self.defect(defect, collector);
    }

    fn bad_base64(&self, offset: usize, collector: &mut Collector<'_>) {
        let position = collector.position(offset);
        let kind = NoteKind::BadBase64 {
            block: self.number,
            line: position.line,
            column: position.column,
            character: self.view.character(offset),
        };
        collector.note(kind, self.block.range());
    }

    fn truncated(&self, extent: Option<Extent>, collector: &mut Collector<'_>) {
        let kind = NoteKind::Truncated {
            block: Some(self.number),
            extent,
        };
        collector.note(kind, self.block.range());
    }

    fn surplus(&self, bytes: usize, origin: Origin, collector: &mut Collector<'_>) {
        let block = self.number;
        let kind = match (bytes, origin.label) {
            (0, _) => return,
            (_, Some(PemLabel::TrustedCertificate)) => NoteKind::TrustSettings { block },
            _ => NoteKind::TrailingData {
                block: Some(block),
                bytes,
            },
        };
        collector.note(kind, self.block.range());
    }

    fn defect(&self, defect: PemDefect, collector: &mut Collector<'_>) {
        let kind = NoteKind::DamagedPem {
            block: self.number,
            defect,
        };
        collector.note(kind, self.block.range());
    }

    /// What is wrong with the two lines around the content.
    fn frame(&self) -> Option<PemDefect> {
        match (&self.block.begin, &self.block.end) {
            (Some(_), None) => Some(PemDefect::BeginWithoutEnd),
            (None, _) => Some(PemDefect::EndWithoutBegin),
            (Some(begin), Some(end)) => {
                // Labels are ASCII, which the view has as it is.
                let label = |marker: &Marker| self.view.bytes().get(marker.label_range.clone());
                if label(begin) != label(end) {
                    return Some(PemDefect::MismatchedLabels {
                        begin: self.view.text(begin.label_range.clone()),
                        end: self.view.text(end.label_range.clone()),
                    });
                }
                let damaged = self
                    .block
                    .markers()
                    .any(|marker| marker.dashes == Dashes::Damaged);
                damaged.then_some(PemDefect::Dashes)
            }
        }
    }
}
