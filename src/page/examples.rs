//! The examples that the page offers: inputs with the date and the host for which they tell a story.

use super::html::button;
use super::place::Place;
use crate::lang::Lang;
use crate::render::html_text;
use crate::text;
use serde::Deserialize;

/// All examples. Texts that several use are stored once.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Examples {
    texts: Vec<String>,
    examples: Vec<Example>,
}

/// One example.
#[derive(Clone, Debug, Deserialize)]
pub struct Example {
    /// Its id, by which its title is found.
    pub id: String,
    /// The client's clock, RFC 3339.
    pub at: String,
    /// The server's name.
    pub host: String,
    /// The id of the client; empty for the usual one.
    #[serde(default)]
    pub client: String,
    files: Vec<File>,
}

#[derive(Clone, Debug, Deserialize)]
struct File {
    name: String,
    place: Place,
    text: usize,
}

impl Examples {
    /// Reads the file of examples; none where it cannot be read.
    pub fn read(json: &[u8]) -> Self {
        serde_json::from_slice(json).unwrap_or_default()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.examples.is_empty()
    }

    /// The example with this id.
    pub fn find(&self, id: &str) -> Option<&Example> {
        self.examples.iter().find(|example| example.id == id)
    }

    /// The files of an example: name, place, text.
    pub fn files<'a>(
        &'a self,
        example: &'a Example,
    ) -> impl Iterator<Item = (&'a str, Place, &'a str)> {
        example.files.iter().filter_map(|file| {
            let text = self.texts.get(file.text)?;
            Some((file.name.as_str(), file.place, text.as_str()))
        })
    }

    /// The list items, with the date of each.
    pub fn html(&self, lang: Lang) -> String {
        let items = self.examples.iter().map(|example| {
            let title = html_text(&text::example_title(lang, &example.id));
            let date = html_text(example.at.get(..10).unwrap_or_default());
            let label = format!("{title} <time>{date}</time>");
            let action = format!("example:{}", example.id);
            format!("<li>{}</li>\n", button(&label, &action))
        });
        items.collect()
    }
}
