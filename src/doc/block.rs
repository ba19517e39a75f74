//! Blocks: what stands on lines of its own.

use super::{Inlines, Path};
use std::borrow::Cow;

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The answer in one line, at the top.
    Verdict(Verdict),
    /// A heading.
    Heading(Level, Inlines),
    /// A paragraph.
    Paragraph(Inlines),
    /// Items without an order.
    List(Vec<Vec<Self>>),
    /// Numbered steps to be done one after the other.
    Steps(Vec<Step>),
    /// A command or the content of a file, never wrapped.
    Code(Code),
    /// Names with values.
    Facts(Vec<Fact>),
    /// Rows and columns.
    Table(Table),
    /// A finding set apart from the text around it.
    Callout(Callout),
    /// A drawn certification path.
    Path(Path),
    /// Something that few readers want: collapsed where the format can.
    Details {
        /// What it holds, in one line.
        summary: Inlines,
        /// The content.
        blocks: Vec<Self>,
    },
    /// A thematic break.
    Rule,
}

/// The answer in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// For shape and colour.
    pub status: Status,
    /// The same in a word, such as "Not trusted".
    pub word: Inlines,
    /// The answer as a sentence.
    pub headline: Inlines,
}

/// What a verdict banner stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Yes.
    Trusted,
    /// No.
    NotTrusted,
    /// Not known, since something could not be checked.
    Undecided,
    /// No question of trust was asked.
    Neutral,
}

/// The depth of a heading below the title of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A main part.
    Section,
    /// A part of a section.
    Subsection,
    /// A part of a subsection.
    Topic,
}

/// One of several steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What to do, in one sentence.
    pub title: Inlines,
    /// What more there is to say.
    pub body: Vec<Block>,
    /// The command that does it, shown after the body.
    pub command: Option<Code>,
}

/// Text to be taken as it stands, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The lines, with `\n` between them. May hold hostile text.
    pub text: String,
    /// What it is written in.
    pub language: Language,
    /// What the reader does with it.
    pub purpose: Purpose,
    /// Words above it, such as the shell or the file it belongs in.
    pub label: Option<Inlines>,
}

/// What a code block is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// A POSIX shell.
    Shell,
    /// Windows PowerShell.
    PowerShell,
    /// The Windows command prompt.
    Cmd,
    /// Python source.
    Python,
    /// PEM blocks.
    Pem,
    /// Anything else.
    Plain,
}

/// What the reader does with a code block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Copies and runs it.
    Command,
    /// Copies it into a file.
    FileContent,
    /// Reads it: an output or an error text.
    Quote,
}

/// A name with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub key: Inlines,
    /// Its value.
    pub value: Inlines,
}

/// Rows and columns; short rows are filled with empty cells, cells beyond the header's are dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub header: Vec<Inlines>,
    /// The rows.
    pub rows: Vec<Vec<Inlines>>,
}

/// A finding set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callout {
    /// For shape and colour.
    pub severity: Severity,
    /// The same in a word, such as "Warning".
    pub word: Inlines,
    /// The stable code of the finding.
    pub code: Option<Cow<'static, str>>,
    /// The finding in one sentence.
    pub title: Inlines,
    /// What more there is to say.
    pub body: Vec<Block>,
}

/// How grave a callout is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It stops the connection.
    Error,
    /// It will, or may.
    Warning,
    /// Worth knowing.
    Note,
}

impl Block {
    /// The answer in one line.
    pub fn verdict(status: Status, word: impl Into<Inlines>, headline: impl Into<Inlines>) -> Self {
        Self::Verdict(Verdict {
            status,
            word: word.into(),
            headline: headline.into(),
        })
    }

    /// A heading.
    pub fn heading(level: Level, words: impl Into<Inlines>) -> Self {
        Self::Heading(level, words.into())
    }

    /// A paragraph.
    pub fn paragraph(words: impl Into<Inlines>) -> Self {
        Self::Paragraph(words.into())
    }

    /// Items of one paragraph each.
    pub fn list<I>(items: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<Inlines>,
    {
        Self::List(
            items
                .into_iter()
                .map(|item| vec![Self::paragraph(item)])
                .collect(),
        )
    }

    /// Names with values.
    pub fn facts<K, V>(pairs: impl IntoIterator<Item = (K, V)>) -> Self
    where
        K: Into<Inlines>,
        V: Into<Inlines>,
    {
        Self::Facts(
            pairs
                .into_iter()
                .map(|(key, value)| Fact::new(key, value))
                .collect(),
        )
    }

    /// Something that few readers want.
    pub fn details(summary: impl Into<Inlines>, blocks: Vec<Self>) -> Self {
        Self::Details {
            summary: summary.into(),
            blocks,
        }
    }
}

/// A sentence alone is a paragraph.
impl From<Inlines> for Block {
    fn from(words: Inlines) -> Self {
        Self::Paragraph(words)
    }
}

impl Callout {
    /// A finding that its title says whole.
    pub fn new(severity: Severity, word: impl Into<Inlines>, title: impl Into<Inlines>) -> Self {
        Self {
            severity,
            word: word.into(),
            code: None,
            title: title.into(),
            body: Vec::new(),
        }
    }

    /// The same with the stable code of the finding.
    #[must_use]
    pub fn code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The same with one more block of body.
    #[must_use]
    pub fn body(mut self, block: impl Into<Block>) -> Self {
        self.body.push(block.into());
        self
    }
}

impl Fact {
    /// A name with a value.
    pub fn new(key: impl Into<Inlines>, value: impl Into<Inlines>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl Step {
    /// A step that its title says whole.
    pub fn new(title: impl Into<Inlines>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// The same with one more block of body.
    #[must_use]
    pub fn body(mut self, block: impl Into<Block>) -> Self {
        self.body.push(block.into());
        self
    }

    /// The same with the command that does it.
    #[must_use]
    pub fn command(mut self, language: Language, text: impl Into<String>) -> Self {
        self.command = Some(Code::command(language, text));
        self
    }
}

impl Code {
    /// A command to copy and run.
    pub fn command(language: Language, text: impl Into<String>) -> Self {
        Self::with_purpose(Purpose::Command, language, text)
    }

    /// Lines to copy into a file.
    pub fn file_content(language: Language, text: impl Into<String>) -> Self {
        Self::with_purpose(Purpose::FileContent, language, text)
    }

    /// An output or an error text, as it was met.
    pub fn quote(text: impl Into<String>) -> Self {
        Self::with_purpose(Purpose::Quote, Language::Plain, text)
    }

    /// The same with words above it.
    #[must_use]
    pub fn label(mut self, words: impl Into<Inlines>) -> Self {
        self.label = Some(words.into());
        self
    }

    fn with_purpose(purpose: Purpose, language: Language, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            language,
            purpose,
            label: None,
        }
    }
}

impl From<Code> for Block {
    fn from(code: Code) -> Self {
        Self::Code(code)
    }
}

impl From<Path> for Block {
    fn from(path: Path) -> Self {
        Self::Path(path)
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl From<Callout> for Block {
    fn from(callout: Callout) -> Self {
        Self::Callout(callout)
    }
}
