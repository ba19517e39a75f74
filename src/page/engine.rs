//! The half of the page that thinks. It holds the known roots and nothing else: every request carries its inputs.

use super::answer;
use super::card::amount_or_fault;
use super::download::{Context, Download, file};
use super::first::first_answer;
use super::html::words;
use super::inputs::{self, Input};
use super::message::{Asked, Reply, Request};
use super::place::Place;
use super::sharing;
use super::thumbprint::compare;
use crate::client::{Client, profiles};
use crate::doc::Inlines;
use crate::environment::{Environment, program};
use crate::error_text::System;
use crate::explain::{Against, Options, Purpose, Supplied, compare_bundle, explain, told};
use crate::known::KnownRoots;
use crate::lang::Lang;
use crate::question::Question;
use crate::report::Report;
use crate::text;

/// Answers requests.
#[derive(Debug)]
pub struct Engine {
    known: KnownRoots,
    complete: bool,
}

/// Opens the table without its certificates.
impl Default for Engine {
    fn default() -> Self {
        Self {
            known: KnownRoots::built_in_facts(),
            complete: false,
        }
    }
}

/// A question with everything that was made of it.
pub(super) struct Case {
    pub(super) supplied: Vec<Supplied>,
    pub(super) question: Question,
    pub(super) client: String,
    pub(super) known: KnownRoots,
    pub(super) report: Report,
    pub(super) host_problem: Option<Inlines>,
}

impl Case {
    /// What files are made from.
    pub(super) fn context(&self, lang: Lang) -> Context<'_> {
        Context {
            report: &self.report,
            inputs: &self.supplied,
            lang,
        }
    }
}

impl Engine {
    /// Serves one request with the files that came with it; returns the files that go with the reply. Until the
    /// certificates of the known roots are there, only the verdict can be given.
    pub fn serve(&mut self, request: &Request, parts: &[Vec<u8>]) -> (Reply, Vec<Vec<u8>>) {
        match request {
            Request::Attach => (self.attach(parts), Vec::new()),
            _ if !self.complete => first_answer(request, parts),
            Request::Explain(asked) => self.explain(asked, parts),
            Request::Download { what, asked } => self.download(what, asked, parts),
            Request::Compare { pasted, asked } => {
                let html = self.case_of(asked, parts).map_or_else(String::new, |case| {
                    let comparison = compare(pasted, &case.report, &case.known);
                    words(&text::thumbprint(asked.lang(), &comparison))
                });
                (Reply::Compared { html }, Vec::new())
            }
            Request::Share(asked) => {
                let link = |case: Case| sharing::link(asked.lang(), &case);
                let nothing = Reply::Refused {
                    html: String::new(),
                };
                (self.case_of(asked, parts).map_or(nothing, link), Vec::new())
            }
            Request::Open { fragment, lang } => {
                sharing::open(lang.parse().unwrap_or_default(), fragment, &self.known)
            }
        }
    }

    fn attach(&mut self, parts: &[Vec<u8>]) -> Reply {
        let der = parts.first().cloned().unwrap_or_default();
        if let Some(known) = self.known.with_der(der) {
            self.known = known;
            self.complete = true;
        }
        Reply::Attached
    }

    fn explain(&self, asked: &Asked, parts: &[Vec<u8>]) -> (Reply, Vec<Vec<u8>>) {
        let inputs = examined(asked, parts);
        let (mut answer, parts) = inputs::listed(asked, &inputs, amount_or_fault);
        if let Some(case) = self.case(asked, inputs) {
            answer::fill(&mut answer, asked.lang(), &case);
        }
        (Reply::Answer(answer), parts)
    }

    /// A file to save. The page offers only files that there are.
    fn download(&self, what: &str, asked: &Asked, parts: &[Vec<u8>]) -> (Reply, Vec<Vec<u8>>) {
        let wanted = Download::named(what).zip(self.case_of(asked, parts));
        let file = wanted.and_then(|(what, case)| file(what, &case.context(asked.lang())));
        match file {
            Some(file) => (
                Reply::File {
                    name: file.name,
                    media_type: file.media_type.to_owned(),
                },
                vec![file.bytes],
            ),
            None => (
                Reply::Refused {
                    html: String::new(),
                },
                Vec::new(),
            ),
        }
    }

    fn case_of(&self, asked: &Asked, parts: &[Vec<u8>]) -> Option<Case> {
        self.case(asked, examined(asked, parts))
    }

    /// The question, asked; `None` where nothing was given.
    fn case(&self, asked: &Asked, inputs: Vec<Input>) -> Option<Case> {
        let (inputs, others): (Vec<Input>, Vec<Input>) =
            inputs.into_iter().partition(Input::takes_part);
        let tables: Vec<Input> = others
            .into_iter()
            .filter(|input| input.place == Place::KnownRoots)
            .collect();
        if inputs.is_empty() {
            return None;
        }
        let known = match tables.as_slice() {
            [] => self.known.clone(),
            tables => table(tables),
        };
        let supplied: Vec<Supplied> = inputs.into_iter().map(|input| input.supplied).collect();
        let (question, host_problem) = inputs::question(asked);
        let told = told(&supplied);
        let question = Question {
            host: question
                .host
                .or_else(|| told.host.filter(|_| host_problem.is_none())),
            ..question
        };
        let client = Client::find(&asked.client)
            .or(told.client)
            .unwrap_or_default();
        let options = Options {
            host: question.host.clone(),
            at: question.at,
            client: client.clone(),
            others: profiles()
                .iter()
                .filter_map(|profile| Client::find(profile.id))
                .collect(),
            known: &known,
            environment: environment(asked),
        };
        let report = if supplied.iter().all(asks_nothing) {
            compare_bundle(&supplied, &Against::Newest, &options)
        } else {
            let report = explain(&supplied, &options);
            // A bundle alone is compared with the newest list, as nothing else is there to compare it with.
            match report.question {
                Some(_) => report,
                None => compare_bundle(&supplied, &Against::Newest, &options),
            }
        };
        Some(Case {
            supplied,
            question,
            client: client.asked().to_owned(),
            report,
            known,
            host_problem,
        })
    }
}

/// Reads the inputs, with what only their bytes tell.
fn examined(asked: &Asked, parts: &[Vec<u8>]) -> Vec<Input> {
    let empty = Vec::new();
    let bytes = parts.iter().chain(core::iter::repeat(&empty));
    let examined = |(input, bytes): (Input, &Vec<u8>)| Input {
        supplied: input.supplied.examined(bytes),
        ..input
    };
    inputs::read(asked, parts)
        .into_iter()
        .zip(bytes)
        .map(examined)
        .collect()
}

/// Whether an input is no question about a server: it is taken for a bundle, although nothing in it can be read.
fn asks_nothing(supplied: &Supplied) -> bool {
    supplied.purpose == Purpose::Bundle && supplied.recognised.items.is_empty()
}

/// What was said of the place where the program failed; what cannot be read was not said.
fn environment(asked: &Asked) -> Environment {
    let said = program(&asked.program).unwrap_or_default();
    Environment {
        system: System::ALL
            .into_iter()
            .find(|system| system.as_str() == asked.system),
        ..said
    }
}

/// The table of known roots that an example brings.
fn table(tables: &[Input]) -> KnownRoots {
    let certificates = tables
        .iter()
        .flat_map(|input| input.supplied.recognised.certificates());
    KnownRoots::from_certificates(certificates.map(|(der, _)| der.to_vec()))
}
