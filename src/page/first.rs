//! What can be said before the engine is there: what the inputs are, and the verdict.

use super::answer::preliminary;
use super::card::amount;
use super::inputs::{self, Input};
use super::message::{Asked, Reply, Request};
use crate::client::Client;
use crate::explain::{Supplied, verdict};
use crate::question::Question;
use crate::verdict::Verdict;

/// Answers a request without the known roots. Nothing else can be asked yet: the page offers
/// it only with an answer of the engine.
pub fn first_answer(request: &Request, parts: &[Vec<u8>]) -> (Reply, Vec<Vec<u8>>) {
    match request {
        Request::Explain(asked) => explain(asked, parts),
        Request::Attach
        | Request::Download { .. }
        | Request::Compare { .. }
        | Request::Share(_)
        | Request::Open { .. } => (Reply::Attached, Vec::new()),
    }
}

/// The client and its verdict; none for a client that this module does not know, which the next one will answer for.
fn first_verdict(
    asked: &Asked,
    supplied: &[Supplied],
    question: &Question,
) -> (Client, Option<Verdict>) {
    match Client::find(&asked.client) {
        Some(client) => {
            let verdict = verdict(supplied, question, &client);
            (client, verdict)
        }
        None if asked.client.is_empty() => {
            let client = Client::default();
            let verdict = verdict(supplied, question, &client);
            (client, verdict)
        }
        None => (Client::default(), None),
    }
}

fn explain(asked: &Asked, parts: &[Vec<u8>]) -> (Reply, Vec<Vec<u8>>) {
    let inputs = inputs::read(asked, parts);
    let (mut answer, parts) = inputs::listed(asked, &inputs, amount);
    let (question, _) = inputs::question(asked);
    let supplied: Vec<Supplied> = inputs
        .into_iter()
        .filter(Input::takes_part)
        .map(|input| input.supplied)
        .collect();
    if !supplied.is_empty() {
        let (client, verdict) = first_verdict(asked, &supplied, &question);
        preliminary(&mut answer, asked.lang(), (question, client, verdict));
    }
    (Reply::Answer(answer), parts)
}
