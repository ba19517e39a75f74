//! Notes on single blocks.

use super::{place, source};
use crate::doc::{Inlines, code, field};
use crate::input::{BlockNumber, ChainEntry, Extent, Layout, Note, PemDefect};
use crate::location::LineNumber;
use crate::say;
use crate::text::guidance::Article;

/// The most names of a transcript that are listed.
const LISTED: usize = 10;

pub(super) fn damaged(note: &Note, block: BlockNumber, defect: &PemDefect) -> Article {
    let paragraphs = [
        defect_words(defect),
        place(note),
        say!(
            "OpenSSL and Python refuse the whole file because of one such block, while Go \
             and rustls leave it out. Mend or replace it in a copy of the file."
        ),
    ];
    Article::new(
        say!("PEM block {block} is damaged", block = block.0),
        paragraphs,
    )
}

fn defect_words(defect: &PemDefect) -> Inlines {
    match defect {
        PemDefect::BeginWithoutEnd => {
            say!(
                "A `BEGIN` line is there, and the `END` line that belongs to it is missing. \
                 The end of the block was probably lost in copying."
            )
        }
        PemDefect::EndWithoutBegin => {
            say!(
                "An `END` line is there, and the `BEGIN` line that belongs to it is missing. \
                 The beginning of the block was probably lost in copying."
            )
        }
        PemDefect::NestedBegin => {
            say!(
                "A `BEGIN` line follows directly on another one. One of the two is too many \
                 and should be deleted."
            )
        }
        PemDefect::MismatchedLabels { begin, end } => {
            say!(
                "The block begins as {begin} and ends as {end}; both lines must name the \
                 same thing. Probably parts of two blocks were put together.",
                begin = field(begin.as_str()),
                end = field(end.as_str())
            )
        }
        PemDefect::Dashes => {
            say!(
                "The `BEGIN` or `END` line has not exactly five hyphens on each side, or has \
                 other dashes in their place. Word processors and mail programs change them \
                 so."
            )
        }
        PemDefect::Empty => say!("There is nothing between the `BEGIN` and the `END` line."),
        PemDefect::Padding => {
            say!(
                "The equals signs at the end of the content are missing, or there are too \
                 many of them. The last characters were probably lost."
            )
        }
        PemDefect::NotDer => {
            say!(
                "The content can be decoded, but what comes out is not a certificate. The \
                 wrong text may have been pasted between the two lines."
            )
        }
        PemDefect::CommentedOut => {
            say!(
                "The block stands behind comment signs, so it was left out. Remove the signs \
                 if the certificate is to count."
            )
        }
    }
}

pub(super) fn glued(note: &Note, block: BlockNumber) -> Article {
    Article::new(
        say!(
            "A line break is missing before PEM block {block}",
            block = block.0
        ),
        [
            say!(
                "The `BEGIN` line of this block stands behind the `END` line of the one \
                 before. The file was probably appended to another one whose last line had \
                 no line break. certwhy read both blocks."
            ),
            place(note),
            say!(
                "OpenSSL, Python, Go and Java do not read the file like this. Put a line \
                 break between the two in a copy of the file."
            ),
        ],
    )
}

pub(super) fn truncated(
    note: &Note,
    block: Option<BlockNumber>,
    extent: Option<Extent>,
) -> Article {
    let title = match block {
        Some(block) => say!("PEM block {block} is cut short", block = block.0),
        None => say!("The certificate is cut short"),
    };
    let lengths = match extent {
        Some(Extent { declared, present }) => {
            say!(
                "By its own statement the certificate is {declared} bytes long, and only \
                 {present} are there.",
                declared,
                present
            )
        }
        None => say!("The data ends even before the certificate says how long it is."),
    };
    Article::new(
        title,
        [
            lengths,
            place(note),
            say!(
                "Get the file again, complete; what is missing cannot be calculated from the \
                 rest."
            ),
        ],
    )
}

pub(super) fn bad_base64(
    note: &Note,
    block: BlockNumber,
    (line, column, character): (LineNumber, u32, char),
) -> Article {
    Article::new(
        say!(
            "A character does not belong in PEM block {block}",
            block = block.0
        ),
        [
            say!(
                "In line {line}, column {column} of {source} stands {character} \
                 (U+{number}), which cannot be part of a certificate's text.",
                line = line.0,
                column,
                source = source(note),
                character = field(character.to_string()),
                number = code_point(character)
            ),
            say!(
                "Get the certificate again and replace the whole block. OpenSSL and Python \
                 refuse the whole file because of it."
            ),
        ],
    )
}

fn code_point(character: char) -> Inlines {
    crate::doc::text(format!("{:04X}", u32::from(character))).into()
}

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
                 that say for what OpenSSL trusts it. certwhy took the certificate and left \
                 the settings out; only OpenSSL reads such blocks at all."
            ),
            place(note),
            say!("For other clients, write it anew as a plain certificate with `openssl x509`."),
        ],
    )
}

pub(super) fn trailing(note: &Note, block: Option<BlockNumber>, bytes: usize) -> Article {
    let words = match block {
        Some(block) => say!(
            "In PEM block {block}, more bytes follow the certificate; certwhy left them out. \
             Their number: {bytes}.",
            block = block.0,
            bytes
        ),
        None => say!(
            "More bytes follow the certificate in the file; certwhy left them out. Their \
             number: {bytes}.",
            bytes
        ),
    };
    Article::new(
        "More data follows the certificate",
        [
            words,
            place(note),
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
