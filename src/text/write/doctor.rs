//! What the clients of a machine read.

use super::{heading, own, subheading};
use crate::cli::{Examined, FoundClient, ReadPlace};
use crate::doc::{Block, Doc, Inlines, Level, Status, field};
use crate::lang::Lang;
use crate::text::label::Label;

/// The whole document.
pub(in crate::text) fn examined(lang: Lang, found: &Examined) -> Doc {
    let (status, word) = if found.is_sound() {
        (Status::Trusted, words!(lang, doctor::sound()))
    } else {
        (Status::NotTrusted, words!(lang, doctor::not_sound()))
    };
    let mut blocks = vec![
        Block::verdict(
            status,
            word,
            words!(lang, doctor::headline(found.is_sound())),
        ),
        heading(lang, Label::Variables),
    ];
    if found.variables.is_empty() {
        blocks.push(Block::paragraph(words!(lang, doctor::no_variables())));
    } else {
        let variables = found.variables.iter();
        blocks.push(Block::list(
            variables.map(|set| words!(lang, doctor::variable(set))),
        ));
    }
    blocks.push(heading(lang, Label::Programs));
    if found.clients.is_empty() {
        blocks.push(Block::paragraph(words!(lang, doctor::no_programs())));
    }
    for client in &found.clients {
        blocks.extend(one(lang, client, &found.servers));
    }
    blocks.push(subheading(lang, Label::NotChecked));
    blocks.push(Block::paragraph(words!(lang, doctor::limits())));
    Doc {
        lang,
        title: words!(lang, doctor::title()),
        blocks,
    }
}

fn one(lang: Lang, client: &FoundClient, servers: &[String]) -> Vec<Block> {
    let mut title = Inlines::from(client.program.name());
    if let Some(release) = client.release {
        title = title.text(" ").then(own(&release));
    }
    if let Some(call) = client.call {
        title = title.text(": ").then(words!(lang, error_text::call(call)));
    }
    let mut facts = vec![(
        words!(lang, doctor::program_path()).into(),
        Inlines::from(field(client.path.clone())),
    )];
    facts.extend(
        client
            .reads
            .iter()
            .map(|read| (words!(lang, doctor::reads()).into(), place(lang, read))),
    );
    if client.reads.is_empty() {
        facts.push((
            words!(lang, doctor::reads()).into(),
            words!(lang, doctor::reads_nothing()),
        ));
    }
    facts.extend(servers.iter().zip(&client.trusts).map(|(server, trusted)| {
        (
            Inlines::from(field(server.clone())),
            words!(lang, doctor::trusted(*trusted)),
        )
    }));
    vec![Block::heading(Level::Topic, title), Block::facts(facts)]
}

fn place(lang: Lang, read: &ReadPlace) -> Inlines {
    let place = words!(lang, places::place(read.place));
    let state = words!(lang, doctor::state(&read.state));
    match &read.path {
        Some(path) => words!(
            lang,
            doctor::place_at(place, field(path.to_string_lossy()).into(), state)
        ),
        None => words!(lang, doctor::place(place, state)),
    }
}
