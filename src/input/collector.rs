//! Gathers items and notes and gives them their places.

use super::encoding::View;
use super::line_index::{LineIndex, Position};
#[cfg(feature = "containers")]
use super::{Container, ContainerNote, Obstacle, Tried, TrustLimit, container::MOST_ROUNDS};
use super::{Content, Item, Note, NoteKind, Opened, Passwords, PemLabel, Recognised, Role};
use crate::location::{LineNumber, Location, SourceName};
use std::ops::Range;

/// Bounds what a hostile input can make us say.
const MAX_NOTES: usize = 1_000;

/// Gathers what is found in one input. All ranges it takes are ranges of the view.
pub(super) struct Collector<'a> {
    source: &'a SourceName,
    view: &'a View<'a>,
    lines: Option<LineIndex<'a>>,
    items: Vec<Item>,
    notes: Vec<Note>,
    omitted: usize,
    #[cfg_attr(
        not(feature = "containers"),
        allow(dead_code, reason = "nothing is opened")
    )]
    passwords: &'a Passwords,
    opened: Option<Opened>,
    /// Rounds of hashing that may still be spent on passwords.
    #[cfg(feature = "containers")]
    pub(super) rounds: u64,
}

impl<'a> Collector<'a> {
    /// Starts with nothing; everything is on line 1 until [`Self::count_lines`].
    pub(super) fn new(
        source: &'a SourceName,
        view: &'a View<'a>,
        passwords: &'a Passwords,
    ) -> Self {
        Self {
            passwords,
            opened: None,
            #[cfg(feature = "containers")]
            rounds: MOST_ROUNDS,
            source,
            view,
            lines: None,
            items: Vec::new(),
            notes: Vec::new(),
            omitted: 0,
        }
    }

    /// From here on lines are counted: the input is text.
    pub(super) fn count_lines(&mut self) {
        self.lines = Some(LineIndex::new(self.view.bytes()));
    }

    /// Line and column of an offset of the view.
    pub(super) fn position(&self, offset: usize) -> Position {
        match &self.lines {
            Some(lines) => lines.position(offset),
            None => Position {
                line: LineNumber(1),
                column: 1,
            },
        }
    }

    /// Records a certificate; `der` must be exactly one SEQUENCE.
    pub(super) fn certificate(&mut self, der: &[u8], origin: Origin, range: Range<usize>) {
        let content = Content::Certificate {
            der: der.into(),
            role: origin.role,
            label: origin.label,
            alias: None,
        };
        self.item(content, range);
    }

    /// Records a certificate of a container; `der` must be exactly one SEQUENCE.
    #[cfg(feature = "containers")]
    pub(super) fn entry(&mut self, der: &[u8], entry: Entry, range: Range<usize>) {
        let content = Content::Certificate {
            der: der.into(),
            role: entry.role,
            label: None,
            alias: entry.alias,
        };
        self.item(content, range);
    }

    /// Records that a container was opened. Where one holds another, the outer one counts.
    #[cfg(feature = "containers")]
    pub(super) fn opened(&mut self, opened: Opened) {
        self.opened.get_or_insert(opened);
    }

    /// Records a note in place of those that a checksum fits no password: where the content stays closed, that is why.
    #[cfg(feature = "containers")]
    pub(super) fn replace_unproven(&mut self, kind: NoteKind, range: Range<usize>) {
        self.notes.retain(|note| {
            !matches!(
                note.kind,
                NoteKind::Container(ContainerNote::IntegrityUnproven { .. })
            )
        });
        self.note(kind, range);
    }

    /// Records that a part of a container cannot be read.
    #[cfg(feature = "containers")]
    pub(super) fn damaged(&mut self, container: Container, range: Range<usize>) {
        let obstacle = Obstacle::Damaged;
        let said = ContainerNote::NotOpened {
            container,
            obstacle,
        };
        self.note(NoteKind::Container(said), range);
    }

    /// What to try on a container.
    #[cfg(feature = "containers")]
    pub(super) const fn passwords(&self) -> &'a Passwords {
        self.passwords
    }

    /// What is said to have been tried on one.
    #[cfg(feature = "containers")]
    pub(super) fn tried(&self) -> Tried {
        match self.passwords.first_given() {
            Some(_) => Tried::Given,
            None => Tried::Usual,
        }
    }

    /// Records an error text.
    pub(super) fn error_text(&mut self, text: String, range: Range<usize>) {
        self.item(Content::ErrorText(text), range);
    }

    /// Records a note.
    pub(super) fn note(&mut self, kind: NoteKind, range: Range<usize>) {
        // That a key is there is said however much else is wrong: others rely on it to keep the key out.
        let is_key = matches!(kind, NoteKind::PrivateKeyPresent(_));
        if is_key || self.notes.len() < MAX_NOTES {
            let location = self.location(range);
            self.notes.push(Note {
                kind,
                location,
                excerpt: None,
            });
        } else {
            self.omitted += 1;
        }
    }

    /// How many certificates with this role were found so far.
    pub(super) fn count_of_role(&self, wanted: Role) -> usize {
        let has_role = |item: &&Item| match item.content {
            Content::Certificate { role, .. } => role == wanted,
            Content::ErrorText(_) => false,
        };
        self.items.iter().filter(has_role).count()
    }

    /// Whether anything was found so far.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty() && self.notes.is_empty()
    }

    /// Hands over what was found.
    pub(super) fn finish(mut self) -> Recognised {
        if self
            .items
            .iter()
            .any(|item| matches!(item.content, Content::Certificate { .. }))
        {
            self.notes
                .retain(|note| !matches!(note.kind, NoteKind::PublicKeyOnly(_)));
        }
        if self.omitted > 0 {
            let location = self.location(0..self.view.bytes().len());
            let kind = NoteKind::NotesOmitted {
                count: self.omitted,
            };
            self.notes.push(Note {
                kind,
                location,
                excerpt: None,
            });
        }
        self.items.sort_by_key(|item| item.location.start);
        #[cfg(feature = "containers")]
        self.note_limits();
        Recognised {
            items: self.items,
            notes: self.notes,
            encoding: self.view.encoding(),
            survey: None,
            opened: self.opened,
        }
    }

    /// Says which certificates are no anchors, once for each reason.
    #[cfg(feature = "containers")]
    fn note_limits(&mut self) {
        let limits = [
            (Role::Distrusted, TrustLimit::Distrusted),
            (Role::OtherPurposes, TrustLimit::OtherPurposes),
            (Role::KeyChain, TrustLimit::KeyChain),
        ];
        for (role, limit) in limits {
            let has_role = |item: &&Item| match item.content {
                Content::Certificate { role: found, .. } => found == role,
                Content::ErrorText(_) => false,
            };
            let mut found = self.items.iter().filter(has_role);
            if let Some(first) = found.next() {
                let location = first.location.clone();
                let certificates = 1 + found.count();
                let kind = NoteKind::Container(ContainerNote::LimitedTrust {
                    limit,
                    certificates,
                });
                self.notes.push(Note {
                    kind,
                    location,
                    excerpt: None,
                });
            }
        }
    }

    fn item(&mut self, content: Content, range: Range<usize>) {
        let location = self.location(range);
        self.items.push(Item { content, location });
    }

    fn location(&self, range: Range<usize>) -> Location {
        let line = self.position(range.start).line;
        let Range { start, end } = self.view.original_range(range);
        Location {
            source: self.source.clone(),
            line,
            start,
            end,
        }
    }
}

/// What a container tells of a certificate.
#[cfg(feature = "containers")]
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its role there.
    pub(super) role: Role,
    /// The name under which it is listed.
    pub(super) alias: Option<String>,
}

/// From what surroundings a certificate came.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    /// Its role there.
    pub(super) role: Role,
    /// The label of its PEM block.
    pub(super) label: Option<PemLabel>,
}

impl Origin {
    /// DER or bare base64, without surroundings.
    pub(super) const BARE: Self = Self {
        role: Role::Unspecified,
        label: None,
    };
}
