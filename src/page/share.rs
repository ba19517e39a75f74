//! A link that carries the inputs of an answer: text for the fragment of an address, which no browser sends to a server.
//!
//! The bundle is written as its difference from the published bundle that it is nearest to, since a link cannot hold a
//! hundred certificates. Only certificates and the error text enter, never a private key.
//!
//! `v1.` and, in base64url without padding (RFC 4648 §5), the octets of `share/octets.rs` in this order: time, language, client,
//! host, error text, chain, bundle, and four octets of the SHA-256 of all that, by which a damaged link is told.

mod octets;
mod sequence;

use crate::input::{NoteKind, recognise};
use crate::known::KnownRoots;
use crate::lang::Lang;
use crate::location::SourceName;
use crate::moment::Moment;
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use octets::{Reader, Writer};
use sha2::{Digest, Sha256};

/// The longest link, in characters; browsers and chat programs cut longer ones.
pub const LONGEST_LINK: usize = 32 * 1024;

/// What precedes the octets.
const VERSION: &str = "v1";
/// The octets of the checksum.
const CHECK: usize = 4;

/// What a link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The server's name.
    pub host: Option<String>,
    /// The client's clock.
    pub at: Moment,
    /// The id of the client as asked.
    pub client: String,
    /// The language.
    pub lang: Lang,
    /// The certificates of the bundle, in order; `None` where none was given.
    pub bundle: Option<Vec<Vec<u8>>>,
    /// The certificates that the server sent, in order.
    pub chain: Vec<Vec<u8>>,
    /// The error text.
    pub error_text: Option<String>,
}

/// Why there is no link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShared {
    /// It would be longer than [`LONGEST_LINK`]: so many characters.
    TooLong {
        /// How many.
        characters: usize,
    },
    /// The error text holds a private key.
    PrivateKey,
}

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is none.
    NotALink,
    /// It was made by another version of this page.
    Version,
    /// It is longer than any that is made here.
    TooLong,
    /// It was cut short or changed on the way.
    Damaged,
    /// It names a published bundle or a root that this page does not know: it was made by a newer one.
    Unknown,
    /// The certificates of the known roots have not arrived yet.
    RootsNotHere,
}

/// Writes a link. What is no certificate is left out.
pub fn encode(shared: &Shared, known: &KnownRoots) -> Result<String, NotShared> {
    if shared.error_text.as_deref().is_some_and(holds_private_key) {
        return Err(NotShared::PrivateKey);
    }
    let mut writer = Writer::default();
    writer.fixed(&shared.at.as_unix().to_le_bytes());
    writer.number(match shared.lang {
        Lang::En => 0,
        Lang::Ja => 1,
    });
    writer.text(&shared.client);
    writer.optional(shared.host.as_ref(), |writer, host| writer.text(host));
    writer.optional(shared.error_text.as_ref(), |writer, text| writer.text(text));
    sequence::write(&mut writer, &shared.chain, known);
    writer.optional(shared.bundle.as_ref(), |writer, bundle| {
        sequence::write_bundle(writer, bundle, known);
    });
    let mut octets = writer.finish();
    octets.extend(checksum(&octets));
    let link = format!("{VERSION}.{}", BASE64_URL_SAFE_NO_PAD.encode(&octets));
    if link.len() > LONGEST_LINK {
        return Err(NotShared::TooLong {
            characters: link.len(),
        });
    }
    Ok(link)
}

/// Reads a link. Total: any text is an answer.
pub fn decode(link: &str, known: &KnownRoots) -> Result<Shared, Problem> {
    let link = link.trim();
    let (version, text) = link.split_once('.').ok_or(Problem::NotALink)?;
    let is_version = version
        .strip_prefix('v')
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    match version {
        VERSION => {}
        _ if is_version => return Err(Problem::Version),
        _ => return Err(Problem::NotALink),
    }
    if link.len() > LONGEST_LINK {
        return Err(Problem::TooLong);
    }
    let octets = BASE64_URL_SAFE_NO_PAD
        .decode(text.as_bytes())
        .map_err(|_| Problem::Damaged)?;
    let (content, check) = octets.split_last_chunk::<CHECK>().ok_or(Problem::Damaged)?;
    if checksum(content) != *check {
        return Err(Problem::Damaged);
    }
    read(Reader::new(content), known)
}

fn read(mut reader: Reader<'_>, known: &KnownRoots) -> Result<Shared, Problem> {
    let at = Moment::from_unix(i64::from_le_bytes(reader.fixed()?));
    let lang = match reader.number()? {
        0 => Lang::En,
        1 => Lang::Ja,
        _ => return Err(Problem::Damaged),
    };
    let client = reader.text()?;
    let host = reader.optional(Reader::text)?;
    let error_text = reader.optional(Reader::text)?;
    let chain = sequence::read(&mut reader, known)?;
    let bundle = reader.optional(|reader| sequence::read_bundle(reader, known))?;
    reader.end()?;
    if error_text.as_deref().is_some_and(holds_private_key) {
        return Err(Problem::Damaged);
    }
    Ok(Shared {
        host,
        at,
        client,
        lang,
        bundle,
        chain,
        error_text,
    })
}

fn checksum(octets: &[u8]) -> [u8; CHECK] {
    let digest: [u8; 32] = Sha256::digest(octets).into();
    digest.first_chunk().copied().unwrap_or_default()
}

/// Whether a text holds a private key, or the mark of one however damaged.
fn holds_private_key(text: &str) -> bool {
    let recognised = recognise(&SourceName::new("text"), text.as_bytes());
    let mut notes = recognised.notes.iter();
    notes.any(|note| matches!(note.kind, NoteKind::PrivateKeyPresent(_)))
        || text.to_ascii_uppercase().contains("PRIVATE KEY-")
}

#[cfg(test)]
mod tests;
