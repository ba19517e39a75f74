//! Notes on damage in a block.

use super::{place, place_of, source};
use crate::doc::{Inlines, field, text};
use crate::input::{BlockNumber, Extent, Note, PemDefect};
use crate::location::LineNumber;
use crate::say;
use crate::text::guidance::Article;

pub(super) fn damaged(note: &Note, block: BlockNumber, defect: &PemDefect) -> Article {
    let paragraphs = [defect_words(defect), place(note), consequence(defect)];
    Article::new(
        say!("PEM block {block} is damaged", block = block.0),
        paragraphs,
    )
}

/// What programs do, and what helps.
fn consequence(defect: &PemDefect) -> Inlines {
    if *defect == PemDefect::EmptyLine {
        return say!(
            "OpenSSL and Python refuse the whole file because of it, while Go, Java and GnuTLS \
             read it. Delete the empty line in a copy of the file."
        );
    }
    if *defect == PemDefect::UnseenCharacter {
        return say!(
            "Most programs do not read such a block, and some refuse the whole file because of it. \
             Delete the character in a copy of the file."
        );
    }
    say!(
        "Some programs refuse the whole file because of one such block, others leave it out. For \
         a bundle, “What programs make of the file” says which do what. Mend or replace the block \
         in a copy of the file."
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
        PemDefect::EmptyLine => empty_line(),
        PemDefect::UnseenCharacter => unseen(),
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

fn empty_line() -> Inlines {
    say!(
        "There is an empty line within the block. OpenSSL takes everything before it \
         for headers and finds that they are none."
    )
}

fn unseen() -> Inlines {
    say!(
        "A character that nobody sees stands within the block. Web pages, chats and word \
         processors put such characters into what is copied from them. certwhy passed \
         over it."
    )
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
    let title = if let Some(block) = block {
        say!("PEM block {block} is cut short", block = block.0)
    } else {
        say!("The certificate is cut short")
    };
    let lengths = if let Some(Extent { declared, present }) = extent {
        say!(
            "By its own statement the certificate is {declared} bytes long, and only \
                 {present} are there.",
            declared,
            present
        )
    } else {
        say!("The data ends even before the certificate says how long it is.")
    };
    Article::new(
        title,
        [
            lengths,
            place_of(note, block),
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
                "Get the certificate again and replace the whole block. Some programs refuse the \
                 whole file because of it."
            ),
        ],
    )
}

fn code_point(character: char) -> Inlines {
    text(format!("{:04X}", u32::from(character))).into()
}
