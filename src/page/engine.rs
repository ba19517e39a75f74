//! The half of the page that thinks. It holds the known roots and nothing else: every request carries its inputs.

use super::answer;
use super::card::{self, Shown};
use super::message::{Answer, Asked, Reply, Request};
use super::place::{Place, place};
use super::secret::{Cleaned, clean};
use crate::certificate::{ServerName, ServerNameProblem};
use crate::client::{Client, profiles};
use crate::doc::Inlines;
use crate::explain::{Options, Supplied, explain};
use crate::known::KnownRoots;
use crate::location::SourceName;
use crate::moment::Moment;
use crate::report::Report;
use crate::text;

/// Answers requests.
#[derive(Debug)]
pub struct Engine {
    known: KnownRoots,
    roots: Roots,
}

/// Whether the certificates of the known roots have arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Roots {
    /// Only the facts: verdicts can be given, remedies cannot.
    OnTheirWay,
    /// All of it.
    Here,
}

/// Opens the table without its certificates.
impl Default for Engine {
    fn default() -> Self {
        Self {
            known: KnownRoots::built_in_facts(),
            roots: Roots::OnTheirWay,
        }
    }
}

/// A question with everything that was made of it.
pub(super) struct Case {
    pub(super) supplied: Vec<Supplied>,
    pub(super) report: Report,
    pub(super) roots: Roots,
    pub(super) known: KnownRoots,
    pub(super) host_problem: Option<Inlines>,
}

/// An input, read.
struct Input {
    place: Place,
    supplied: Supplied,
    cleaned: Cleaned,
}

impl Engine {
    /// Serves one request with the files that came with it; returns the files that go with the reply.
    pub fn serve(&mut self, request: &Request, parts: &[Vec<u8>]) -> (Reply, Vec<Vec<u8>>) {
        match request {
            Request::Attach => (self.attach(parts), Vec::new()),
            Request::Explain(asked) => self.explain(asked, parts),
            Request::Download { .. }
            | Request::Compare { .. }
            | Request::Share(_)
            | Request::Open { .. } => (
                Reply::Refused {
                    html: String::new(),
                },
                Vec::new(),
            ),
        }
    }

    fn attach(&mut self, parts: &[Vec<u8>]) -> Reply {
        let complete = parts
            .first()
            .and_then(|der| self.known.with_der(der.clone()));
        let fits = complete.is_some();
        if let Some(known) = complete {
            self.known = known;
            self.roots = Roots::Here;
        }
        Reply::Attached { fits }
    }

    fn explain(&self, asked: &Asked, parts: &[Vec<u8>]) -> (Reply, Vec<Vec<u8>>) {
        let lang = asked.lang();
        let inputs = read(asked, parts);
        let cards = inputs.iter().zip(&asked.given).enumerate();
        let cards = cards
            .map(|(index, (input, given))| {
                let shown = Shown {
                    name: &given.name,
                    place: input.place,
                    supplied: &input.supplied,
                    cleaned: &input.cleaned,
                };
                card::card(lang, index, &shown)
            })
            .collect();
        let (cleaned, parts) = cleaned(&inputs);
        let mut answer = Answer {
            cards,
            cleaned,
            ..Answer::default()
        };
        if let Some(case) = self.case(asked, inputs) {
            answer::fill(&mut answer, lang, &case);
        }
        (Reply::Answer(answer), parts)
    }

    /// The question, asked; `None` where nothing was given.
    fn case(&self, asked: &Asked, inputs: Vec<Input>) -> Option<Case> {
        let (tables, inputs): (Vec<Input>, Vec<Input>) = inputs
            .into_iter()
            .filter(|input| input.cleaned != Cleaned::Refused)
            .partition(|input| input.place == Place::KnownRoots);
        if inputs.is_empty() {
            return None;
        }
        let (known, roots) = match tables.as_slice() {
            [] => (self.known.clone(), self.roots),
            tables => (table(tables), Roots::Here),
        };
        let supplied: Vec<Supplied> = inputs.into_iter().map(|input| input.supplied).collect();
        let (host, host_problem) = host(asked);
        let client = Client::find(&asked.client).unwrap_or_default();
        let options = Options {
            host,
            at: Moment::parse(&asked.at).unwrap_or(Moment::from_unix(0)),
            client,
            others: profiles()
                .iter()
                .filter_map(|profile| Client::find(profile.id))
                .collect(),
            known: &known,
        };
        let report = explain(&supplied, &options);
        Some(Case {
            supplied,
            report,
            roots,
            known,
            host_problem,
        })
    }
}

/// Reads the inputs. One without bytes beside it is an empty file.
fn read(asked: &Asked, parts: &[Vec<u8>]) -> Vec<Input> {
    let empty = Vec::new();
    let parts = parts.iter().chain(core::iter::repeat(&empty));
    let given = asked.given.iter().zip(parts);
    given
        .map(|(given, bytes)| {
            let source = SourceName::new(given.name.clone());
            let recognised = crate::input::recognise(&source, bytes);
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

/// The inputs that held a private key, and what is kept of each.
fn cleaned(inputs: &[Input]) -> (Vec<usize>, Vec<Vec<u8>>) {
    let touched = inputs.iter().enumerate();
    touched
        .filter_map(|(index, input)| match &input.cleaned {
            Cleaned::Untouched => None,
            Cleaned::Blanked(bytes) => Some((index, bytes.clone())),
            Cleaned::Refused => Some((index, Vec::new())),
        })
        .unzip()
}

fn table(tables: &[Input]) -> KnownRoots {
    let certificates = tables
        .iter()
        .flat_map(|input| input.supplied.recognised.certificates());
    KnownRoots::from_certificates(certificates.map(|(der, _)| der.to_vec()))
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
        Err(problem) => (
            None,
            Some(text::host_problem(asked.lang(), typed, &problem)),
        ),
    }
}
