//! Scenarios, epochs and stores are written as functions whose doc comment is part of the data.

/// What a doc comment says: its first paragraph, the drawing fenced as `text`, and the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// Name in kebab-case, public and never changed.
    pub id: String,
    /// The first paragraph.
    pub title: String,
    /// The certificates as a graph; empty if none is drawn.
    pub graph: String,
    /// All other paragraphs.
    pub notes: String,
}

#[derive(Clone, Copy)]
enum Part {
    Title,
    Graph,
    Notes,
}

impl Description {
    /// Reads the name and the doc comment of a function.
    pub(crate) fn of(function: &str, doc: &str) -> Self {
        let (mut title, mut graph, mut notes) = (Vec::new(), Vec::new(), Vec::new());
        let mut part = Part::Title;
        for line in doc
            .lines()
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
        {
            match (line, part) {
                ("```text", _) => part = Part::Graph,
                ("```", _) | ("", Part::Title) => part = Part::Notes,
                (_, Part::Title) => title.push(line),
                (_, Part::Graph) => graph.push(line),
                (_, Part::Notes) => notes.push(line),
            }
        }
        Self {
            id: function.replace('_', "-"),
            title: title.join(" "),
            graph: graph.join("\n"),
            notes: notes.join("\n").trim_matches('\n').to_owned(),
        }
    }
}

/// A list of documented functions, made into `pub(crate) fn all()`: adding an entry is writing one function.
///
/// Each function's name becomes the id, its doc comment the [`Description`]; both are handed to
/// `described` of the value it returns.
macro_rules! catalogue {
    ($kind:ty; $($(#[doc = $line:literal])+ fn $name:ident() $body:block)+) => {
        /// Every entry of this file, in the order of the file.
        pub(crate) fn all() -> Vec<$kind> {
            vec![$($name().described($crate::catalogue::Description::of(
                stringify!($name),
                concat!($($line, "\n"),+),
            ))),+]
        }

        $($(#[doc = $line])+ fn $name() -> $kind $body)+
    };
}

pub(crate) use catalogue;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doc_comment_has_title_graph_and_notes() {
        let doc = " A title\n on two lines\n\n ```text\n a <- b\n\n   <- c\n ```\n\n One note.\n\n Another.\n";
        assert_eq!(
            Description::of("an_id", doc),
            Description {
                id: "an-id".to_owned(),
                title: "A title on two lines".to_owned(),
                graph: "a <- b\n\n  <- c".to_owned(),
                notes: "One note.\n\nAnother.".to_owned(),
            }
        );
    }

    #[test]
    fn a_title_is_enough() {
        let description = Description::of("a", " Only a title\n");
        assert_eq!(
            (description.title.as_str(), description.notes.as_str()),
            ("Only a title", "")
        );
    }
}
