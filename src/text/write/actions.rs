//! What to do: the best remedy in full, the others shortly, then advice.

use super::{heading, place, subheading};
use crate::doc::{Block, Code, Inlines, Language, Level, Step, strong};
use crate::environment::Environment;
use crate::lang::Lang;
use crate::remedy::{Action, Preference, Remedy};
use crate::report::Report;
use crate::text::label::Label;
use crate::text::{Guidance, GuidanceStep, Platform};
use crate::verdict::Verdict;

/// The whole section; none where a trusted server needs nothing.
pub(super) fn what_to_do(lang: Lang, report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some((first, others)) = report.remedies.split_first() {
        blocks.extend(best(lang, first, &report.environment));
        blocks.extend(alternatives(lang, others, &report.environment));
    }
    blocks.extend(place::section(lang, report));
    blocks.extend(advice(lang, report));
    match (blocks.is_empty(), report.verdict) {
        (true, Some(Verdict::Trusted) | None) => return blocks,
        (true, Some(Verdict::NotTrusted | Verdict::Undecided)) => {
            blocks.push(Block::paragraph(words!(lang, actions::nothing_to_do())));
        }
        (false, _) => {}
    }
    blocks.insert(0, heading(lang, Label::WhatToDo));
    blocks
}

fn best(lang: Lang, remedy: &Remedy, environment: &Environment) -> Vec<Block> {
    let guidance = crate::text::remedy(lang, remedy, environment);
    let mut blocks = vec![Block::paragraph(strong(guidance.title.clone()))];
    blocks.extend(guidance.why.clone().map(Block::paragraph));
    blocks.extend(identity(lang, remedy));
    blocks.push(Block::paragraph(words!(
        lang,
        actions::proven(&remedy.proven_for)
    )));
    blocks.extend(steps(lang, &guidance.steps));
    blocks.extend(check_and_undo(lang, guidance.check, guidance.undo));
    blocks
}

/// What tells the certificate from others of its name.
fn identity(lang: Lang, remedy: &Remedy) -> Option<Block> {
    let label = |label| words!(lang, labels::label(label)).into();
    let certificate = match &remedy.action {
        Action::AddRoot {
            root: certificate, ..
        }
        | Action::SendIntermediate {
            intermediate: certificate,
        }
        | Action::RemoveFromBundle { certificate }
        | Action::StopSending { certificate } => certificate,
        Action::ReplaceBundle { .. } | Action::MendBundle { .. } => return None,
    };
    let facts: [(Inlines, Inlines); 3] = [
        (
            label(Label::Sha1),
            crate::doc::code(certificate.sha1().thumbprint()).into(),
        ),
        (
            label(Label::Sha256),
            crate::doc::code(certificate.sha256().thumbprint()).into(),
        ),
        (
            label(Label::Validity),
            words!(lang, paths::period(certificate)),
        ),
    ];
    Some(Block::facts(facts))
}

fn alternatives(lang: Lang, remedies: &[Remedy], environment: &Environment) -> Vec<Block> {
    if remedies.is_empty() {
        return Vec::new();
    }
    let heading = Block::heading(Level::Subsection, words!(lang, actions::alternatives()));
    let each = remedies
        .iter()
        .flat_map(|remedy| alternative(lang, remedy, environment));
    core::iter::once(heading).chain(each).collect()
}

/// Another remedy: in a few lines where it is the same action, with its steps folded away where it is another one.
fn alternative(lang: Lang, remedy: &Remedy, environment: &Environment) -> Vec<Block> {
    let guidance = crate::text::remedy(lang, remedy, environment);
    let mut blocks = vec![Block::paragraph(strong(guidance.title))];
    if let Preference::Second(why) = remedy.preference {
        blocks.push(Block::paragraph(words!(lang, actions::why_second(why))));
    }
    blocks.extend(identity(lang, remedy));
    blocks.push(Block::paragraph(words!(
        lang,
        actions::proven(&remedy.proven_for)
    )));
    if remedy.preference == Preference::Recommended {
        blocks.splice(1..1, guidance.why.map(Block::paragraph));
        let mut folded: Vec<Block> = steps(lang, &guidance.steps).into_iter().collect();
        folded.extend(check_and_undo(lang, guidance.check, guidance.undo));
        blocks.push(Block::details(
            words!(lang, labels::label(Label::Steps)),
            folded,
        ));
    }
    blocks
}

fn advice(lang: Lang, report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !report.remedies.is_empty() && !report.advice.is_empty() {
        let words = words!(lang, actions::also_helpful());
        blocks.push(Block::heading(Level::Subsection, words));
    }
    for advice in &report.advice {
        let words = crate::text::advice(lang, advice).on_system(report.environment.system);
        blocks.push(Block::paragraph(strong(words.title.clone())));
        blocks.extend(guidance(lang, &words));
    }
    blocks
}

/// Why, the steps, how to check and how to undo.
pub(in crate::text) fn guidance(lang: Lang, guidance: &Guidance) -> Vec<Block> {
    let mut blocks: Vec<Block> = guidance
        .why
        .clone()
        .map(Block::paragraph)
        .into_iter()
        .collect();
    blocks.extend(steps(lang, &guidance.steps));
    blocks.extend(check_and_undo(
        lang,
        guidance.check.clone(),
        guidance.undo.clone(),
    ));
    blocks
}

/// How to see that it worked, and how to take it back, each under its heading.
fn check_and_undo(lang: Lang, check: Option<Inlines>, undo: Option<Inlines>) -> Vec<Block> {
    [(Label::Check, check), (Label::Undo, undo)]
        .into_iter()
        .filter_map(|(label, words)| Some([subheading(lang, label), Block::paragraph(words?)]))
        .flatten()
        .collect()
}

/// Numbered steps. Steps for one system each, side by side, are one step: the reader takes the own one.
fn steps(lang: Lang, guided: &[GuidanceStep]) -> Option<Block> {
    let steps: Vec<Step> = guided
        .chunk_by(are_side_by_side)
        .filter_map(|group| match group {
            [] => None,
            [single] => Some(codes(lang, single).fold(Step::new(single.title.clone()), Step::body)),
            variants => Some(for_each_system(lang, variants)),
        })
        .collect();
    (!steps.is_empty()).then_some(Block::Steps(steps))
}

/// Whether two steps do the same on different systems.
fn are_side_by_side(left: &GuidanceStep, right: &GuidanceStep) -> bool {
    match (system(left), system(right)) {
        (Some(left), Some(right)) => left < right,
        (None, _) | (_, None) => false,
    }
}

/// The one system that a step is for.
fn system(step: &GuidanceStep) -> Option<Platform> {
    step.platform.filter(|platform| *platform != Platform::Any)
}

fn for_each_system(lang: Lang, variants: &[GuidanceStep]) -> Step {
    let blocks = variants.iter().flat_map(|variant| {
        core::iter::once(Block::paragraph(variant.title.clone()))
            .chain(codes(lang, variant).map(Block::from))
    });
    blocks.fold(Step::new(words!(lang, actions::own_system())), Step::body)
}

/// What a step has to copy, under the name of the one system that it is for.
fn codes(lang: Lang, step: &GuidanceStep) -> impl Iterator<Item = Code> {
    let command = step
        .command
        .as_ref()
        .map(|(language, text)| Code::command(*language, text.clone()));
    let content = step.file_content.as_ref().map(|text| {
        let language = if text.starts_with("-----BEGIN") {
            Language::Pem
        } else {
            Language::Plain
        };
        Code::file_content(language, text.clone())
    });
    let label = system(step).map(|platform| words!(lang, labels::platform(platform)));
    [command, content]
        .into_iter()
        .flatten()
        .map(move |code| match label {
            Some(label) => code.label(label),
            None => code,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_different_systems_are_one() {
        let on = |platform| GuidanceStep::new("x").on(platform);
        let guided = [
            GuidanceStep::new("first"),
            on(Platform::Windows),
            on(Platform::MacOs),
            on(Platform::Linux),
            on(Platform::Windows),
            on(Platform::Any),
            on(Platform::Any),
        ];
        let Some(Block::Steps(steps)) = steps(Lang::En, &guided) else {
            panic!("no steps");
        };
        let bodies: Vec<usize> = steps.iter().map(|step| step.body.len()).collect();
        assert_eq!(bodies, [0, 3, 0, 0, 0]);
        assert_eq!(super::steps(Lang::En, &[]), None);
    }
}
