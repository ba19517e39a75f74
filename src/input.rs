//! Recognition of any file a user has, by its content and never by its name.
//!
//! [`recognise`] is total: every input yields certificates, an error text, notes on what is wrong with it, or several of
//! these. It looks only at the outermost structure; whether a certificate is well formed is decided where it is parsed.

mod armour;
mod bare;
mod collector;
#[cfg(feature = "containers")]
mod container;
mod der;
mod encoding;
mod excerpt;
mod kind;
mod line_index;
mod magic;
mod note;
mod outside;
mod password;
mod pem;
mod pkcs7;
mod structure;
mod text;
mod tlv;

#[cfg(test)]
mod tests;

use crate::certificate::Der;
use crate::location::{Location, SourceName};
use crate::reading::Survey;
use crate::store::Encoded;
use collector::Collector;
use encoding::View;
use std::collections::HashSet;
use std::sync::Arc;

pub use armour::to_pem;
#[cfg(feature = "containers")]
pub(crate) use container::java_digest;
#[cfg(feature = "containers")]
pub(crate) use container::pkcs12::writing as pkcs12_writing;
pub use encoding::{ByteOrderMark, Encoding};
pub use excerpt::{Cut, Excerpt, QuotedLine};
pub use note::{
    BlockNumber, ChainEntry, Container, ContainerNote, Extent, FileKind, Layout, Note, NoteKind,
    Obstacle, PemDefect, PrivateKeyFormat, PublicKeyFormat, Tried, TrustLimit,
};
pub use password::{Password, Passwords};

/// What an input was found to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// Certificates and error texts, in the order of the input; nothing is deduplicated.
    pub items: Vec<Item>,
    /// What is wrong or remarkable, in the order in which it was noticed.
    pub notes: Vec<Note>,
    /// How the characters of the input are encoded.
    pub encoding: Encoding,
    /// What programs make of the input; `None` until [`Recognised::examine`].
    pub survey: Option<Arc<Survey>>,
    /// The container that it is, where it is one and was opened.
    pub opened: Option<Opened>,
}

/// A container that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Which kind.
    pub container: Container,
    /// The password that fits; `None` where it has none, or where none that was tried fits.
    pub password: Option<Password>,
}

/// Whether a container, or a part of one, stayed closed.
fn says_closed(note: &Note) -> bool {
    matches!(
        note.kind,
        NoteKind::UnsupportedFormat(_)
            | NoteKind::Container(
                ContainerNote::PasswordNeeded { .. } | ContainerNote::NotOpened { .. }
            )
    )
}

impl Recognised {
    /// Adds what takes the input itself to say: the lines with the faults, and what programs make of it. `bytes` are those
    /// that this was recognised from.
    #[must_use]
    pub fn examine(mut self, bytes: &[u8]) -> Self {
        self = self.quote(bytes);
        self.survey = (!self.is_container()).then(|| Arc::new(Survey::of(bytes, &self)));
        self
    }

    /// Adds the lines with the faults alone.
    #[must_use]
    pub fn quote(mut self, bytes: &[u8]) -> Self {
        excerpt::quote(bytes, &mut self);
        self
    }

    /// What the input says must not be trusted, wherever else it stands.
    pub fn distrusted(&self) -> HashSet<&[u8]> {
        let distrusted = |item: &'_ Item| match &item.content {
            Content::Certificate {
                role: Role::Distrusted,
                ..
            } => true,
            Content::Certificate { .. } | Content::ErrorText(_) => false,
        };
        self.items
            .iter()
            .filter(|item| distrusted(item))
            .filter_map(|item| match &item.content {
                Content::Certificate { der, .. } => Some(der.as_slice()),
                Content::ErrorText(_) => None,
            })
            .collect()
    }

    /// Whether a part of it could not be opened.
    pub fn is_partly_closed(&self) -> bool {
        self.notes.iter().any(says_closed)
    }

    /// Whether it is a key store or the like, which programs read in other ways than a file of certificates.
    fn is_container(&self) -> bool {
        self.opened.is_some() || self.is_partly_closed()
    }

    /// The certificates with their places, in the order of the input.
    pub fn certificates(&self) -> impl Iterator<Item = (&[u8], &Location)> {
        self.items.iter().filter_map(|item| match &item.content {
            Content::Certificate { der, .. } => Some((der.as_slice(), &item.location)),
            Content::ErrorText(_) => None,
        })
    }

    /// The same to make a store of, without another copy of the octets.
    pub fn encoded(&self) -> impl Iterator<Item = Encoded> {
        self.items.iter().filter_map(|item| match &item.content {
            Content::Certificate { der, .. } => Some(Encoded {
                der: der.clone(),
                location: Some(item.location.clone()),
            }),
            Content::ErrorText(_) => None,
        })
    }
}

/// One useful thing in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub content: Content,
    /// Where it stands: for a PEM block from the first dash to the last, for DER exactly its bytes.
    pub location: Location,
}

impl Item {
    /// Whether it is a certificate.
    pub const fn is_certificate(&self) -> bool {
        matches!(self.content, Content::Certificate { .. })
    }
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// What claims to be a certificate.
    Certificate {
        /// One SEQUENCE of definite length that spans exactly these bytes (RFC 5280 §4.1); not parsed further.
        der: Der,
        /// What its surroundings tell about its use.
        role: Role,
        /// The label of the PEM block it came from; `None` from DER and bare base64.
        label: Option<PemLabel>,
        /// The name under which its container lists it; hostile text.
        alias: Option<String>,
    },
    /// Text that looks like the output of a failing program, without anything secret in it.
    ErrorText(String),
}

/// What the surroundings of a certificate tell about its use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nothing: it may be an anchor, or what a server sent.
    Unspecified,
    /// A server presented it: it stands in the transcript of a TLS connection.
    ServerChain,
    /// It stands behind the certificate of a private key, in the same container: part of what the owner of the key shows.
    KeyChain,
    /// Its file says that it must not be trusted. It is never an anchor.
    Distrusted,
    /// Its file trusts it for other purposes than TLS servers. It is never an anchor.
    OtherPurposes,
}

/// The label of a PEM block that can hold certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PemLabel {
    /// `CERTIFICATE` (RFC 7468 §5).
    Certificate,
    /// `X509 CERTIFICATE` and `X.509 CERTIFICATE`, older names for the same.
    X509Certificate,
    /// `TRUSTED CERTIFICATE`, OpenSSL's own: a certificate followed by trust settings.
    TrustedCertificate,
    /// `PKCS7` (RFC 7468 §8).
    Pkcs7,
    /// `CMS` (RFC 7468 §9).
    Cms,
}

/// Recognises an input by its content, trying the passwords that everybody uses.
///
/// Total and linear in the size of the input: any bytes are an answer, none is an error.
pub fn recognise(source: &SourceName, bytes: &[u8]) -> Recognised {
    recognise_with(source, bytes, &Passwords::default())
}

/// The same with more passwords to try.
pub fn recognise_with(source: &SourceName, bytes: &[u8], passwords: &Passwords) -> Recognised {
    let magic = magic::sniff(bytes);
    #[cfg(feature = "containers")]
    if let Some(magic::Magic::Container(found)) = magic {
        let view = View::of_binary(bytes);
        let mut collector = Collector::new(source, &view, passwords);
        container::read(found, bytes, &mut collector);
        return collector.finish();
    }
    let view = View::new(bytes);
    let mut collector = Collector::new(source, &view, passwords);
    if view.is_blank() {
        collector.note(NoteKind::EmptyInput, 0..bytes.len());
        return collector.finish();
    }
    if !der::read(bytes, &mut collector) {
        match magic {
            Some(magic::Magic::Container(container)) => {
                collector.note(NoteKind::UnsupportedFormat(container), 0..bytes.len());
            }
            Some(magic::Magic::Other(kind)) => {
                collector.note(NoteKind::NotACertificateFile(kind), 0..bytes.len());
            }
            None => text::read(&view, &mut collector),
        }
    }
    collector.finish()
}
