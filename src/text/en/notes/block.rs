//! Notes on blocks that could be read, and on what was left out.

use super::{place, place_of, source};
use crate::doc::{Inlines, code, field};
use crate::input::{BlockNumber, ChainEntry, Layout, Note};
use crate::say;
use crate::text::guidance::Article;

/// The most names of a transcript that are listed.
const LISTED: usize = 10;

pub(super) fn layout(note: &Note, layout: Layout, blocks: usize) -> Article {
    let (title, words) = match layout {
        Layout::Indented => (
            say!("PEM blocks are indented"),
            say!(
                "The lines of the blocks do not begin in the first column, as in a YAML \
                 file. Number of such blocks: {blocks}.",
                blocks
            ),
        ),
        Layout::EscapedLineBreaks => (
            say!("Line breaks in PEM blocks are written as `\\n`"),
            say!(
                "The blocks stand on one line, with escapes in place of line breaks, as in a \
                 JSON file. Number of such blocks: {blocks}.",
                blocks
            ),
        ),
        Layout::WithinLine => (
            say!("PEM blocks do not stand on lines of their own"),
            say!(
                "There is other text before `BEGIN`, or the content follows on the same \
                 line. Number of such blocks: {blocks}.",
                blocks
            ),
        ),
        Layout::CarriageReturns => (
            say!("Lines of PEM blocks end in carriage returns only"),
            say!(
                "The lines end as on old Macintosh systems, and many programs see one single \
                 line. Number of such blocks: {blocks}.",
                blocks
            ),
        ),
    };
    Article::new(
        title,
        [
            words,
            say!(
                "The first of them begins in line {line} of {source}. certwhy read them; \
                 many clients do not.",
                line = note.location.line.0,
                source = source(note)
            ),
            say!(
                "For a client, write the blocks to a plain file: each `BEGIN` and `END` on a \
                 line of its own, in the first column."
            ),
        ],
    )
}

pub(super) fn trust_settings(note: &Note, block: BlockNumber) -> Article {
    Article::new(
        say!(
            "PEM block {block} carries trust settings of OpenSSL",
            block = block.0
        ),
        [
            say!(
                "The block is a `TRUSTED CERTIFICATE`: a certificate followed by settings \
                 that say for what OpenSSL trusts it. certwhy takes these settings into \
                 account; only OpenSSL reads such blocks at all."
            ),
            place(note),
            say!("For other clients, write it anew as a plain certificate with `openssl x509`."),
        ],
    )
}

pub(super) fn trailing(note: &Note, block: Option<BlockNumber>, bytes: usize) -> Article {
    let words = if let Some(block) = block {
        say!(
            "In PEM block {block}, more bytes follow the certificate; certwhy left them out. \
             Their number: {bytes}.",
            block = block.0,
            bytes
        )
    } else {
        say!(
            "More bytes follow the certificate in the file; certwhy left them out. Their \
             number: {bytes}.",
            bytes
        )
    };
    Article::new(
        "More data follows the certificate",
        [
            words,
            place_of(note, block),
            say!(
                "Some clients refuse such a file. Export the certificate again, or several \
                 certificates as PEM, one block each."
            ),
        ],
    )
}

pub(super) fn only_named(note: &Note, entries: &[ChainEntry], shown: usize) -> Article {
    let names = Inlines::join(
        entries
            .iter()
            .take(LISTED)
            .map(|entry| field(entry.subject.as_str())),
        "; ",
    );
    Article::new(
        "The transcript names certificates that it does not show",
        [
            say!(
                "The output in {source} lists {count} certificates by name and holds {shown} \
                 of them. Those named are: {names}.",
                source = source(note),
                count = entries.len(),
                shown,
                names
            ),
            say!(
                "Run {command} again with the option `-showcerts`, which prints all \
                 certificates that the server sends.",
                command = code("openssl s_client")
            ),
        ],
    )
}

pub(super) fn omitted(note: &Note, count: usize) -> Article {
    Article::new(
        "There are more remarks on this file than are shown",
        [say!(
            "So much is wrong with {source} that {count} further remarks were left out. \
             Probably it is not the file that you meant, or it was changed as a whole; get \
             it again.",
            source = source(note),
            count
        )],
    )
}
