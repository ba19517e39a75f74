//! Clients: the asked one's own words, what the others answer, and the list of profiles.

use super::heading;
use crate::client::Profile;
use crate::doc::{Block, Doc, Inlines, Table, code};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::report::{ClientAnswer, Report};
use crate::text::label::Label;
use crate::verdict::Verdict;

/// The error of the asked client, as it prints it.
pub(super) fn native_error(lang: Lang, report: &Report) -> Option<Block> {
    let answer = report.clients.first()?;
    let error = answer.native.as_ref()?;
    Some(Block::paragraph(words!(
        lang,
        clients::native(answer, error)
    )))
}

/// The error of the asked client where it is about the bundle's file, and that there is more to mend. Where that file is the
/// cause itself, the cause says so.
pub(super) fn refused_file(lang: Lang, report: &Report, cause: &Finding) -> Option<Vec<Block>> {
    let (file, reading) = report.refused_file()?;
    if matches!(cause, Finding::File(note) if note.location.source == file.source) {
        return None;
    }
    let answer = report.clients.first()?;
    let error = answer.native.as_ref()?;
    let outcome = words!(lang, readings::outcome(reading, file.survey.found));
    let source = &file.source;
    let refusal = words!(
        lang,
        clients::refuses_file(answer, (source, outcome), error)
    );
    let mut blocks = vec![Block::paragraph(refusal)];
    // Of a file without a certificate there is nothing to mend: what follows says what it lacks.
    if report.bundle.certificates > 0 {
        blocks.push(Block::paragraph(words!(lang, clients::once_mended())));
    }
    Some(blocks)
}

/// What the clients answer, where more than one was asked.
pub(super) fn other_clients(lang: Lang, report: &Report) -> Vec<Block> {
    if report.clients.len() < 2 {
        return Vec::new();
    }
    let table = Table {
        header: header(
            lang,
            &[Label::Client, Label::Verdict, Label::Cause, Label::OwnWords],
        ),
        rows: report
            .clients
            .iter()
            .map(|answer| row(lang, answer))
            .collect(),
    };
    let mut blocks = vec![heading(lang, Label::Clients), table.into()];
    blocks.extend(differences(lang, &report.clients));
    blocks
}

/// Why those clients refuse that answer otherwise than the asked one, or which of them accept.
fn differences(lang: Lang, answers: &[ClientAnswer]) -> Vec<Block> {
    let Some((asked, others)) = answers.split_first() else {
        return Vec::new();
    };
    let differ = |answer: &&ClientAnswer| answer.verdict != asked.verdict;
    let differing: Vec<&ClientAnswer> = others.iter().filter(differ).collect();
    let accepting: Vec<&str> = differing
        .iter()
        .filter(|answer| answer.verdict == Verdict::Trusted)
        .map(|answer| answer.id.as_str())
        .collect();
    let accept = (!accepting.is_empty())
        .then(|| Block::paragraph(words!(lang, clients::others_accept(&accepting))));
    let refuse = differing.iter().filter_map(|answer| {
        let title = words!(lang, findings::finding(answer.reason.as_ref()?)).title;
        Some(Block::paragraph(words!(
            lang,
            clients::refuses(answer, title)
        )))
    });
    accept.into_iter().chain(refuse).collect()
}

fn row(lang: Lang, answer: &ClientAnswer) -> Vec<Inlines> {
    let native = |error| words!(lang, clients::own_words(error));
    vec![
        code(&answer.id).into(),
        words!(lang, verdict::word(answer.verdict)).into(),
        answer
            .cause
            .map(|cause| code(cause.as_str()).into())
            .unwrap_or_default(),
        answer.native.as_ref().map(native).unwrap_or_default(),
    ]
}

/// The list of profiles.
pub(in crate::text) fn clients(lang: Lang, profiles: &[Profile]) -> Doc {
    let rows = profiles.iter().map(|profile| {
        vec![
            code(profile.id).into(),
            profile.step.into(),
            words!(lang, clients::basis(profile.basis)),
        ]
    });
    let table = Table {
        header: header(lang, &[Label::Client, Label::Behaviour, Label::Basis]),
        rows: rows.collect(),
    };
    Doc {
        lang,
        title: words!(lang, clients::title()),
        blocks: vec![
            Block::paragraph(words!(lang, clients::introduction())),
            table.into(),
        ],
    }
}

fn header(lang: Lang, labels: &[Label]) -> Vec<Inlines> {
    labels
        .iter()
        .map(|label| words!(lang, labels::label(*label)).into())
        .collect()
}
