//! The inputs of a request: read, placed, and freed of private keys.

use super::card::{self, Describe, Shown};
use super::message::{Answer, Asked, Card};
use super::place::{Place, place};
use super::secret::{Cleaned, clean};
use crate::certificate::{ServerName, ServerNameProblem};
use crate::doc::Inlines;
use crate::explain::Supplied;
use crate::input::Recognised;
#[cfg(not(feature = "containers"))]
use crate::input::recognise;
#[cfg(feature = "containers")]
use crate::input::{Password, Passwords, recognise_with};
use crate::lang::Lang;
use crate::location::SourceName;
use crate::moment::Moment;
use crate::question::{Peer, Question};
use crate::text;

/// So many inputs of a place are listed.
const LISTED: usize = 20;

/// An input.
pub(super) struct Input {
    pub(super) place: Place,
    pub(super) supplied: Supplied,
    pub(super) cleaned: Cleaned,
}

/// Reads the inputs. One without bytes beside it is an empty file.
pub(super) fn read(asked: &Asked, parts: &[Vec<u8>]) -> Vec<Input> {
    let empty = Vec::new();
    let parts = parts.iter().chain(core::iter::repeat(&empty));
    let given = asked.given.iter().zip(parts);
    given
        .map(|(given, bytes)| {
            let source = SourceName::new(given.name.clone());
            let recognised = recognised(&source, bytes, asked);
            let (place, purpose) = place(&recognised, given.choice);
            let cleaned = clean(bytes, &recognised);
            Input {
                place,
                supplied: Supplied::of(purpose, recognised, (&source, bytes)),
                cleaned,
            }
        })
        .collect()
}

/// The first module opens no containers, so that it needs no password.
#[cfg(not(feature = "containers"))]
fn recognised(source: &SourceName, bytes: &[u8], _asked: &Asked) -> Recognised {
    recognise(source, bytes)
}

#[cfg(feature = "containers")]
fn recognised(source: &SourceName, bytes: &[u8], asked: &Asked) -> Recognised {
    let typed = Some(asked.password.as_str()).filter(|password| !password.is_empty());
    let passwords = Passwords::new(typed.map(Password::new));
    recognise_with(source, bytes, &passwords)
}

impl Input {
    /// Whether it takes part in a question: it was not refused, and is no table of known roots.
    pub(super) fn takes_part(&self) -> bool {
        self.cleaned != Cleaned::Refused && self.place != Place::KnownRoots
    }
}

/// An answer that lists the inputs and says nothing else yet, with what is kept of those that held a private key.
pub(super) fn listed(
    asked: &Asked,
    inputs: &[Input],
    describe: Describe,
) -> (Answer, Vec<Vec<u8>>) {
    let shown = inputs.iter().zip(&asked.given).map(|(input, given)| Shown {
        name: &given.name,
        place: input.place,
        supplied: &input.supplied,
        cleaned: &input.cleaned,
    });
    // The page drops what is refused before it shows the cards, and counts the others.
    let mut stay = 0;
    let cards = shown.map(|shown| {
        let card = card::card((asked.lang(), describe), stay, &shown);
        stay += usize::from(*shown.cleaned != Cleaned::Refused);
        card
    });
    let kept = inputs.iter().enumerate();
    let (cleaned, parts) = kept
        .filter_map(|(index, input)| match &input.cleaned {
            Cleaned::Untouched => None,
            Cleaned::Blanked(bytes) => Some((index, bytes.clone())),
            Cleaned::Refused => Some((index, Vec::new())),
        })
        .unzip();
    let answer = Answer {
        cards: few(asked.lang(), cards.collect()),
        cleaned,
        ..Answer::default()
    };
    (answer, parts)
}

/// The first cards of each place, and how many more there are: a folder of thousands would take a browser seconds.
fn few(lang: Lang, mut cards: Vec<Card>) -> Vec<Card> {
    for place in Place::SHOWN {
        let mut number = 0_usize;
        cards.retain(|card| {
            number = number.saturating_add(usize::from(card.place == place));
            card.place != place || number <= LISTED
        });
        let more = number.saturating_sub(LISTED);
        if more > 0 {
            cards.push(card::unlisted(lang, place, more));
        }
    }
    cards
}

/// The question, and what is wrong with the server's name as typed.
pub(super) fn question(asked: &Asked) -> (Question, Option<Inlines>) {
    let (host, problem) = host(asked);
    let at = Moment::parse(&asked.at).unwrap_or(Moment::from_unix(0));
    let peer = Peer::TlsServer;
    (Question { host, at, peer }, problem)
}

/// The server's name, and what is wrong with it. From an address the name is taken.
fn host(asked: &Asked) -> (Option<ServerName>, Option<Inlines>) {
    let typed = asked.host.trim();
    if typed.is_empty() {
        return (None, None);
    }
    let parsed = ServerName::parse(typed).or_else(|problem| match &problem {
        ServerNameProblem::MoreThanHost { host, .. } => ServerName::parse(host),
        ServerNameProblem::Empty
        | ServerNameProblem::NotAscii
        | ServerNameProblem::Character(_)
        | ServerNameProblem::Label(_)
        | ServerNameProblem::TooLong
        | ServerNameProblem::NotAnAddress => Err(problem),
    });
    match parsed {
        Ok(host) => (Some(host), None),
        Err(problem) => {
            let words = text::host_problem(asked.lang(), typed, &problem);
            (None, Some(words))
        }
    }
}
