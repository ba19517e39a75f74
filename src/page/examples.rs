//! The examples that the page offers: inputs with the date and the host for which they tell a story.

use super::fields::{Reader, Writer};
use super::html::button;
use super::place::Place;
use crate::lang::Lang;
use crate::render::html_text;
use crate::text;

/// All examples. Texts that several use are stored once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examples {
    /// The contents of files.
    pub texts: Vec<String>,
    /// The examples, in the order in which they are offered.
    pub all: Vec<Example>,
}

/// One example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its id, by which its title is found.
    pub id: String,
    /// The client's clock, RFC 3339.
    pub at: String,
    /// The server's name.
    pub host: String,
    /// The id of the client; empty for the usual one.
    pub client: String,
    /// What it consists of.
    pub files: Vec<ExampleFile>,
}

/// A file of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleFile {
    /// Its name.
    pub name: String,
    /// Where it belongs.
    pub place: Place,
    /// Its content, an index into [`Examples::texts`].
    pub text: usize,
}

impl Examples {
    /// The examples as one text.
    pub fn write(&self) -> String {
        let row = Writer::default().push(&self.texts.len().to_string());
        let row = self.texts.iter().fold(row, |row, text| row.push(text));
        self.all.iter().fold(row, write_one).finish()
    }

    /// Reads the examples; those that can be read.
    pub fn read(text: &str) -> Self {
        let mut row = Reader::new(text);
        let count = row.number().unwrap_or_default();
        let texts = (0..count)
            .map_while(|_| row.text().map(str::to_owned))
            .collect();
        let all = core::iter::from_fn(|| read_one(&mut row)).collect();
        Self { texts, all }
    }

    /// The example with this id.
    pub fn find(&self, id: &str) -> Option<&Example> {
        self.all.iter().find(|example| example.id == id)
    }

    /// The list items, with the date of each.
    pub fn html(&self, lang: Lang) -> String {
        let items = self.all.iter().map(|example| {
            let title = html_text(text::example_title(lang, &example.id));
            let date = html_text(example.at.get(..10).unwrap_or_default());
            let label = format!("{title} <time>{date}</time>");
            let action = format!("example:{}", example.id);
            format!("<li>{}</li>\n", button(&label, &action))
        });
        items.collect()
    }
}

fn write_one(row: Writer, example: &Example) -> Writer {
    let row = row
        .push(&example.id)
        .push(&example.at)
        .push(&example.host)
        .push(&example.client)
        .push(&example.files.len().to_string());
    example.files.iter().fold(row, |row, file| {
        row.push(&file.name)
            .push(file.place.as_str())
            .push(&file.text.to_string())
    })
}

fn read_one(row: &mut Reader<'_>) -> Option<Example> {
    let mut text = || row.text().map(str::to_owned);
    let [id, at, host, client] = [text()?, text()?, text()?, text()?];
    let count = row.number()?;
    let files = (0..count).map_while(|_| {
        Some(ExampleFile {
            name: row.text()?.to_owned(),
            place: Place::named(row.text()?)?,
            text: row.number()?,
        })
    });
    Some(Example {
        files: files.collect(),
        id,
        at,
        host,
        client,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_come_back() {
        let file = |place, text| ExampleFile {
            name: "a <b>".to_owned(),
            place,
            text,
        };
        let example = |id: &str| Example {
            id: id.to_owned(),
            at: "2024-01-15T12:00:00Z".to_owned(),
            host: "a.example".to_owned(),
            client: String::new(),
            files: vec![file(Place::Bundle, 0), file(Place::KnownRoots, 1)],
        };
        let examples = Examples {
            texts: vec!["1:x".to_owned(), String::new()],
            all: vec![example("one"), example("<two>")],
        };
        assert_eq!(Examples::read(&examples.write()), examples);
        assert_eq!(Examples::read("no row"), Examples::default());
        let html = examples.html(Lang::En);
        assert!(html.contains("example:one") && html.contains("&lt;two&gt;"));
        assert!(html.contains("<time>2024-01-15</time>"));
    }
}
