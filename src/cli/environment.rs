//! What the program is told by its surroundings: language, terminal.
#![allow(
    clippy::disallowed_methods,
    reason = "the only place that reads the environment"
)]

use crate::lang::Lang;
use crate::render::{Charset, Colour, TerminalStyle};
use std::io::IsTerminal;

/// Columns where nobody says.
const USUAL_COLUMNS: usize = 80;
/// Longer lines are hard to read, however wide the terminal.
const MOST_COLUMNS: usize = 100;

/// The surroundings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Environment {
    /// The user's language.
    pub(super) lang: Lang,
    /// How to write to standard output.
    pub(super) style: TerminalStyle,
}

impl Environment {
    /// Reads them.
    pub(super) fn read() -> Self {
        Self::of(&Surroundings {
            variable: &|name| std::env::var(name).ok(),
            terminal: if std::io::stdout().is_terminal() {
                StandardOutput::Terminal {
                    columns: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
                }
            } else {
                StandardOutput::FileOrPipe
            },
        })
    }

    fn of(around: &Surroundings<'_>) -> Self {
        let variable = |name: &str| (around.variable)(name).filter(|value| !value.is_empty());
        let first = |names: &[&str]| names.iter().find_map(|name| variable(name));
        let messages = first(&["LC_ALL", "LC_MESSAGES", "LANG"]).unwrap_or_default();
        let characters = first(&["LC_ALL", "LC_CTYPE", "LANG"]);
        let asked_columns = variable("COLUMNS").and_then(|columns| columns.parse().ok());
        let (colour, columns) = match around.terminal {
            StandardOutput::Terminal { columns } => (Colour::Always, columns),
            StandardOutput::FileOrPipe => (Colour::Never, None),
        };
        let is_plain =
            variable("NO_COLOR").is_some() || variable("TERM").as_deref() == Some("dumb");
        Self {
            lang: lang(&messages),
            style: TerminalStyle {
                width: asked_columns
                    .or(columns)
                    .unwrap_or(USUAL_COLUMNS)
                    .min(MOST_COLUMNS),
                colour: if is_plain { Colour::Never } else { colour },
                charset: charset(characters.as_deref()),
                ..TerminalStyle::default()
            },
        }
    }
}

/// Whether the terminal cannot go back in a line.
pub(super) fn is_dumb() -> bool {
    std::env::var("TERM").is_ok_and(|term| term == "dumb")
}

/// Where the facts come from.
struct Surroundings<'a> {
    variable: &'a dyn Fn(&str) -> Option<String>,
    terminal: StandardOutput,
}

/// What standard output is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StandardOutput {
    Terminal { columns: Option<usize> },
    FileOrPipe,
}

fn lang(locale: &str) -> Lang {
    match locale.split(['_', '.', '@', '-']).next() {
        Some("ja") => Lang::Ja,
        Some(_) | None => Lang::En,
    }
}

/// A locale that is named and not UTF-8 cannot show drawings; one that is not named says nothing.
fn charset(locale: Option<&str>) -> Charset {
    let is_utf8 = |locale: &str| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    match locale {
        Some(locale) if !is_utf8(locale) => Charset::Ascii,
        Some(_) | None => Charset::Unicode,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(variables: &[(&str, &str)], terminal: StandardOutput) -> Environment {
        Environment::of(&Surroundings {
            variable: &|name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            },
            terminal,
        })
    }

    #[test]
    fn the_language_is_that_of_the_messages() {
        for (variables, expected) in [
            (&[][..], Lang::En),
            (&[("LANG", "ja_JP.UTF-8")], Lang::Ja),
            (&[("LANG", "ja")], Lang::Ja),
            (&[("LANG", "jam_JM.UTF-8")], Lang::En),
            (&[("LANG", "ja_JP"), ("LC_MESSAGES", "C")], Lang::En),
            (&[("LANG", "C"), ("LC_MESSAGES", "ja_JP")], Lang::Ja),
            (&[("LC_ALL", "ja_JP"), ("LC_MESSAGES", "C")], Lang::Ja),
            (&[("LC_ALL", ""), ("LANG", "ja_JP")], Lang::Ja),
        ] {
            let environment = environment(variables, StandardOutput::FileOrPipe);
            assert_eq!(environment.lang, expected, "{variables:?}");
        }
    }

    #[test]
    fn colour_is_for_terminals_whose_owner_wants_it() {
        let terminal = StandardOutput::Terminal { columns: None };
        for (variables, output, expected) in [
            (&[][..], terminal, Colour::Always),
            (&[], StandardOutput::FileOrPipe, Colour::Never),
            (&[("NO_COLOR", "1")], terminal, Colour::Never),
            (&[("NO_COLOR", "")], terminal, Colour::Always),
            (&[("TERM", "dumb")], terminal, Colour::Never),
        ] {
            let style = environment(variables, output).style;
            assert_eq!(style.colour, expected, "{variables:?} {output:?}");
        }
    }

    #[test]
    fn the_width_is_that_of_the_terminal_up_to_a_limit() {
        let terminal = |columns| StandardOutput::Terminal { columns };
        for (variables, output, expected) in [
            (&[][..], StandardOutput::FileOrPipe, 80),
            (&[], terminal(None), 80),
            (&[], terminal(Some(60)), 60),
            (&[], terminal(Some(250)), 100),
            (&[("COLUMNS", "72")], terminal(Some(60)), 72),
            (&[("COLUMNS", "wide")], terminal(Some(60)), 60),
        ] {
            let style = environment(variables, output).style;
            assert_eq!(style.width, expected, "{variables:?} {output:?}");
        }
    }

    #[test]
    fn drawings_need_utf_8_or_silence() {
        for (variables, expected) in [
            (&[][..], Charset::Unicode),
            (&[("LANG", "en_GB.UTF-8")], Charset::Unicode),
            (&[("LC_CTYPE", "C.utf8")], Charset::Unicode),
            (&[("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")], Charset::Ascii),
            (&[("LANG", "ja_JP.eucJP")], Charset::Ascii),
        ] {
            let style = environment(variables, StandardOutput::FileOrPipe).style;
            assert_eq!(style.charset, expected, "{variables:?}");
        }
    }
}
