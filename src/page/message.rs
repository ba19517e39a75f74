//! What the two halves of the page say to each other. The bytes of files travel beside the texts.

use super::fields::{Reader, Writer};
use super::place::{Choice, Place};
use crate::lang::Lang;

/// What the page asks. The bytes of `given` travel beside it, in the same order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Here are the certificates of the known roots, one part.
    Attach,
    /// Answer.
    Explain(Asked),
    /// Make a file to take away.
    Download {
        /// The public name of the file's kind.
        what: String,
        /// The question.
        asked: Asked,
    },
    /// Compare a thumbprint that was pasted.
    Compare {
        /// The text as pasted.
        pasted: String,
        /// The question.
        asked: Asked,
    },
    /// Put the inputs into the fragment of a link.
    Share(Asked),
    /// Take them out of one.
    Open {
        /// The fragment, without its `#`.
        fragment: String,
        /// The tag of the language for what stands against it.
        lang: String,
    },
}

/// Everything that the user gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The server's name as typed; empty leaves it unchecked.
    pub host: String,
    /// The client's clock, RFC 3339 or a date.
    pub at: String,
    /// The id of a client; empty for the one that suits the inputs.
    pub client: String,
    /// The program that failed, and perhaps its release; empty where only an error text can tell.
    pub program: String,
    /// The system that it runs on; empty likewise.
    pub system: String,
    /// What opens key stores, beside the usual passwords; empty where nothing was typed.
    pub password: String,
    /// The tag of the language.
    pub lang: String,
    /// The inputs.
    pub given: Vec<Given>,
}

impl Asked {
    /// The language, English where the tag is of none.
    pub fn lang(&self) -> Lang {
        self.lang.parse().unwrap_or_default()
    }
}

/// One input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its base name.
    pub name: String,
    /// Who says where it belongs.
    pub choice: Choice,
}

/// What the page is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The certificates of the known roots were received.
    Attached,
    /// An answer. The parts are the new bytes of the inputs in [`Answer::cleaned`].
    Answer(Answer),
    /// A file, its bytes the only part.
    File {
        /// Its name.
        name: String,
        /// Its media type.
        media_type: String,
    },
    /// What a thumbprint is, as HTML.
    Compared {
        /// One sentence.
        html: String,
    },
    /// The fragment of a link, without `#`.
    Link {
        /// The fragment.
        fragment: String,
    },
    /// What a link held. The parts are the bytes of its `given`.
    Opened(Asked),
    /// It cannot be done; why, as HTML.
    Refused {
        /// One sentence.
        html: String,
    },
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The answer; empty where nothing was given.
    pub html: String,
    /// What is put into the empty elements of the answer one after the other, each in a turn of its own.
    pub later: Vec<String>,
    /// The answer in one sentence, for those who do not see it.
    pub status: String,
    /// Names that the server's certificate is valid for, as options of a list, in HTML.
    pub names: String,
    /// What is wrong with the server's name as typed, as HTML; empty where nothing is.
    pub host_problem: String,
    /// One card for each input, in order.
    pub cards: Vec<Card>,
    /// Inputs that held a private key: their indexes. Their bytes without it are the parts; an empty part refuses the
    /// input as a whole.
    pub cleaned: Vec<usize>,
}

/// An input as the page lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Where it belongs.
    pub place: Place,
    /// What it is, as an HTML list item.
    pub html: String,
}

impl Request {
    /// The request as one text.
    pub fn write(&self) -> String {
        let row = Writer::default();
        match self {
            Self::Attach => row.push("attach"),
            Self::Explain(asked) => asked.write(row.push("explain")),
            Self::Download { what, asked } => asked.write(row.push("download").push(what)),
            Self::Compare { pasted, asked } => asked.write(row.push("compare").push(pasted)),
            Self::Share(asked) => asked.write(row.push("share")),
            Self::Open { fragment, lang } => row.push("open").push(fragment).push(lang),
        }
        .finish()
    }

    /// Reads a request.
    pub fn read(text: &str) -> Option<Self> {
        let mut row = Reader::new(text);
        Some(match row.text()? {
            "attach" => Self::Attach,
            "explain" => Self::Explain(Asked::read(&mut row)?),
            "download" => Self::Download {
                what: row.text()?.to_owned(),
                asked: Asked::read(&mut row)?,
            },
            "compare" => Self::Compare {
                pasted: row.text()?.to_owned(),
                asked: Asked::read(&mut row)?,
            },
            "share" => Self::Share(Asked::read(&mut row)?),
            "open" => Self::Open {
                fragment: row.text()?.to_owned(),
                lang: row.text()?.to_owned(),
            },
            _ => return None,
        })
    }
}

impl Reply {
    /// The reply as one text.
    pub fn write(&self) -> String {
        let row = Writer::default();
        match self {
            Self::Attached => row.push("attached"),
            Self::Answer(answer) => answer.write(row.push("answer")),
            Self::File { name, media_type } => row.push("file").push(name).push(media_type),
            Self::Compared { html } => row.push("compared").push(html),
            Self::Link { fragment } => row.push("link").push(fragment),
            Self::Opened(asked) => asked.write(row.push("opened")),
            Self::Refused { html } => row.push("refused").push(html),
        }
        .finish()
    }

    /// Reads a reply.
    pub fn read(text: &str) -> Option<Self> {
        let mut row = Reader::new(text);
        Some(match row.text()? {
            "attached" => Self::Attached,
            "answer" => Self::Answer(Answer::read(&mut row)?),
            "file" => Self::File {
                name: row.text()?.to_owned(),
                media_type: row.text()?.to_owned(),
            },
            "compared" => Self::Compared {
                html: row.text()?.to_owned(),
            },
            "link" => Self::Link {
                fragment: row.text()?.to_owned(),
            },
            "opened" => Self::Opened(Asked::read(&mut row)?),
            "refused" => Self::Refused {
                html: row.text()?.to_owned(),
            },
            _ => return None,
        })
    }
}

impl Asked {
    fn write(&self, row: Writer) -> Writer {
        let options = [
            &self.host,
            &self.at,
            &self.client,
            &self.program,
            &self.system,
            &self.password,
            &self.lang,
        ];
        let row = options.iter().fold(row, |row, option| row.push(option));
        self.given.iter().fold(row, |row, given| {
            row.push(&given.name).push(given.choice.as_str())
        })
    }

    fn read(row: &mut Reader<'_>) -> Option<Self> {
        let mut option = || row.text().map(str::to_owned);
        let mut asked = Self {
            host: option()?,
            at: option()?,
            client: option()?,
            program: option()?,
            system: option()?,
            password: option()?,
            lang: option()?,
            given: Vec::new(),
        };
        while let Some(name) = row.text() {
            let (name, choice) = (name.to_owned(), Choice::named(row.text()?)?);
            asked.given.push(Given { name, choice });
        }
        Some(asked)
    }
}

impl Answer {
    fn write(&self, row: Writer) -> Writer {
        let texts = [&self.html, &self.status, &self.names, &self.host_problem];
        let row = texts.iter().fold(row, |row, text| row.push(text));
        let row = row.push(&self.later.len().to_string());
        let row = self.later.iter().fold(row, |row, html| row.push(html));
        let row = row.push(&self.cards.len().to_string());
        let row = self.cards.iter().fold(row, |row, card| {
            row.push(card.place.as_str()).push(&card.html)
        });
        self.cleaned
            .iter()
            .fold(row, |row, index| row.push(&index.to_string()))
    }

    fn read(row: &mut Reader<'_>) -> Option<Self> {
        let mut text = || row.text().map(str::to_owned);
        let mut answer = Self {
            html: text()?,
            status: text()?,
            names: text()?,
            host_problem: text()?,
            ..Self::default()
        };
        for _ in 0..row.number()? {
            answer.later.push(row.text()?.to_owned());
        }
        for _ in 0..row.number()? {
            let place = Place::named(row.text()?)?;
            let html = row.text()?.to_owned();
            answer.cards.push(Card { place, html });
        }
        answer.cleaned = core::iter::from_fn(|| row.number()).collect();
        Some(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked() -> Asked {
        Asked {
            host: "例え.test".to_owned(),
            at: "2024-01-15".to_owned(),
            client: String::new(),
            program: "requests@2.31".to_owned(),
            system: "linux".to_owned(),
            password: "päss 3:".to_owned(),
            lang: "ja".to_owned(),
            given: Choice::ALL
                .iter()
                .map(|choice| Given {
                    name: "a:b \n\"3:".to_owned(),
                    choice: *choice,
                })
                .collect(),
        }
    }

    #[test]
    fn requests_come_back() {
        let text = || "5:x\u{0}".to_owned();
        for request in [
            Request::Attach,
            Request::Explain(asked()),
            Request::Explain(Asked::default()),
            Request::Download {
                what: text(),
                asked: asked(),
            },
            Request::Compare {
                pasted: text(),
                asked: asked(),
            },
            Request::Share(asked()),
            Request::Open {
                fragment: text(),
                lang: text(),
            },
        ] {
            assert_eq!(Request::read(&request.write()), Some(request));
        }
    }

    #[test]
    fn replies_come_back() {
        let text = || "<p>5:x</p>".to_owned();
        let answer = Answer {
            html: text(),
            status: String::new(),
            names: text(),
            host_problem: text(),
            later: vec![text(), String::new()],
            cards: vec![Card {
                place: Place::Chain,
                html: text(),
            }],
            cleaned: vec![0, 7],
        };
        for reply in [
            Reply::Attached,
            Reply::Answer(answer),
            Reply::Answer(Answer::default()),
            Reply::File {
                name: text(),
                media_type: text(),
            },
            Reply::Compared { html: text() },
            Reply::Link { fragment: text() },
            Reply::Opened(asked()),
            Reply::Refused { html: text() },
        ] {
            assert_eq!(Reply::read(&reply.write()), Some(reply));
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text: String) {
            let _ = (Request::read(&text), Reply::read(&text));
        }
    }
}
