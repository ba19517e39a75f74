//! Documents of any blocks around any text. With harmless text in its place, the same elements come out.

use super::{check, lang, markdown, markup};
use arbitrary::{Result, Unstructured};
use certwhy::doc::{
    Block, Callout, Code, Doc, Fact, Inline, Inlines, Language, Level, NodeState, Path, PathNode,
    Place, Severity, Status, Step, Table, code, emphasis, field, link, strong, term,
};
use certwhy::render::{html_fragment, markdown as written};
use std::borrow::Cow;

/// How deep blocks stand one in another.
const DEEPEST: u8 = 3;
/// The most parts of anything.
const MOST: usize = 4;
/// A text that no format has anything to do with.
const HARMLESS: &str = "x";
/// A text this short is shown whole, whatever becomes of its characters.
const SHORT: usize = 28;

/// One input.
pub(super) fn run(data: &[u8]) {
    let hostile = Maker::new(data, Texts::AsGiven).doc();
    check(&hostile.doc);
    let harmless = Maker::new(data, Texts::Harmless).doc();
    // A picture has as many lines as its text needs.
    if !hostile.has_picture {
        compare(&hostile, &harmless);
    }
}

fn compare(hostile: &Made, harmless: &Made) {
    let (one, other) = (html_fragment(&hostile.doc), html_fragment(&harmless.doc));
    assert_eq!(
        markup::structure(&one),
        markup::structure(&other),
        "{:?}",
        hostile.doc
    );
    let (one, other) = (markup::texts(&one), markup::texts(&other));
    let mut given = hostile.fields.iter();
    for (shown, place) in one.iter().zip(&other) {
        if place == HARMLESS
            && let Some(text) = given.next()
        {
            assert_shown(text, shown);
        }
    }
    let (one, other) = (written(&hostile.doc), written(&harmless.doc));
    assert_eq!(
        markdown::structure(&one),
        markdown::structure(&other),
        "{:?}\n{one}",
        hostile.doc
    );
}

/// What of a text is printable ASCII is shown as it is; only a reverse solidus may announce a character that is not shown.
fn assert_shown(text: &str, shown: &str) {
    if text.contains('\\') || text.len() > SHORT {
        return;
    }
    let mut kept = String::new();
    let mut rest = shown;
    while let Some((before, behind)) = rest.split_once("\\u{") {
        kept.push_str(before);
        rest = behind.split_once('}').map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    let printable =
        |text: &str| -> String { text.chars().filter(char::is_ascii_graphic).collect() };
    assert_eq!(printable(text), printable(&kept), "{shown:?}");
}

/// Which text stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Texts {
    AsGiven,
    Harmless,
}

/// A document, and the fields in it that stand alone in their element, in order.
struct Made {
    doc: Doc,
    fields: Vec<String>,
    has_picture: bool,
}

/// Makes a document out of bytes; the same bytes make the same one, but for its text.
struct Maker<'b> {
    bytes: Unstructured<'b>,
    texts: Texts,
    fields: Vec<String>,
    has_picture: bool,
}

impl<'b> Maker<'b> {
    fn new(data: &'b [u8], texts: Texts) -> Self {
        Self {
            bytes: Unstructured::new(data),
            texts,
            fields: Vec::new(),
            has_picture: false,
        }
    }

    fn doc(mut self) -> Made {
        let lang = lang(&mut self.bytes);
        let title = self.words().unwrap_or_default();
        let mut blocks = Vec::new();
        while !self.bytes.is_empty() && blocks.len() < 2 * MOST {
            blocks.extend(self.block(0));
        }
        Made {
            doc: Doc {
                lang,
                title,
                blocks,
            },
            fields: self.fields,
            has_picture: self.has_picture,
        }
    }

    fn text(&mut self) -> Result<String> {
        let given: String = self.bytes.arbitrary()?;
        Ok(match self.texts {
            Texts::AsGiven => given,
            Texts::Harmless => HARMLESS.to_owned(),
        })
    }

    fn words(&mut self) -> Result<Inlines> {
        let runs = self.bytes.int_in_range(1..=MOST)?;
        let mut words = Inlines::new();
        for _ in 0..runs {
            words = words.then(self.run(0)?);
        }
        Ok(words)
    }

    fn run(&mut self, depth: u8) -> Result<Inline> {
        let kinds = if depth < DEEPEST { 7 } else { 4 };
        Ok(match self.bytes.int_in_range(0..=kinds)? {
            0 => Inline::Text(Cow::Borrowed("our own words.")),
            1 | 2 => {
                let text = self.text()?;
                self.fields.push(text.clone());
                field(text)
            }
            3 => {
                let text = self.text()?;
                self.fields.push(text.clone());
                code(text)
            }
            4 => term("root", "a certificate at the top"),
            5 => strong(self.run(depth + 1)?),
            6 => emphasis(self.run(depth + 1)?),
            _ => {
                // Never built from an input; what if it were?
                let url: String = self.bytes.arbitrary()?;
                let inner = self.run(DEEPEST)?;
                let address = if self.bytes.arbitrary()? {
                    format!("https://{url}")
                } else {
                    url
                };
                link(inner, address)
            }
        })
    }

    fn blocks(&mut self, depth: u8) -> Result<Vec<Block>> {
        let number = self.bytes.int_in_range(1..=MOST)?;
        (0..number).map(|_| self.block(depth + 1)).collect()
    }

    fn many(&mut self) -> Result<Vec<Inlines>> {
        let number = self.bytes.int_in_range(1..=MOST)?;
        (0..number).map(|_| self.words()).collect()
    }

    fn block(&mut self, depth: u8) -> Result<Block> {
        let kinds = if depth < DEEPEST { 11 } else { 7 };
        Ok(match self.bytes.int_in_range(0..=kinds)? {
            0 | 1 => Block::paragraph(self.words()?),
            2 => Block::verdict(Status::NotTrusted, self.words()?, self.words()?),
            3 => Block::heading(Level::Section, self.words()?),
            4 => Block::Facts(vec![Fact::new(self.words()?, self.words()?)]),
            5 => Block::Table(self.table()?),
            6 => Block::Code(self.code()?),
            7 => Block::Path(self.path()?),
            8 => Block::List(vec![self.blocks(depth)?, self.blocks(depth)?]),
            9 => Block::Steps(vec![self.step(depth)?]),
            10 => Block::details(self.words()?, self.blocks(depth)?),
            _ => {
                let mut callout = Callout::new(Severity::Error, self.words()?, self.words()?);
                callout.body = self.blocks(depth)?;
                Block::Callout(callout)
            }
        })
    }

    /// Every row as long as the header: what is beyond is dropped.
    fn table(&mut self) -> Result<Table> {
        let header = self.many()?;
        let columns = header.len();
        let mut row = || (0..columns).map(|_| self.words()).collect::<Result<_>>();
        Ok(Table {
            rows: vec![row()?, row()?],
            header,
        })
    }

    fn step(&mut self, depth: u8) -> Result<Step> {
        Ok(Step {
            title: self.words()?,
            body: self.blocks(depth)?,
            command: Some(Code::command(Language::Shell, self.lines()?)),
        })
    }

    fn code(&mut self) -> Result<Code> {
        let label = self.words()?;
        Ok(Code::quote(self.lines()?).label(label))
    }

    fn lines(&mut self) -> Result<String> {
        let text = self.text()?;
        self.fields.push(text.clone());
        Ok(text)
    }

    fn path(&mut self) -> Result<Path> {
        self.has_picture = true;
        let node = PathNode::new(self.words()?, Place::Both, self.words()?)
            .problem(self.words()?)
            .link_below(self.words()?);
        let other = PathNode::new(self.words()?, Place::KnownRoot, self.words()?)
            .detail(self.words()?)
            .state(NodeState::Missing);
        Ok(Path {
            caption: self.words()?,
            in_words: self.words()?,
            nodes: vec![node, other],
            end: Some(self.words()?),
        })
    }
}
