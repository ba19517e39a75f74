//! The bundle: what it is, what it lacks, what is wrong with it.

use super::{contents, details, finding, heading, readings};
use crate::doc::{Block, Doc, Status};
use crate::finding::Severity;
use crate::known::Origin as TableOrigin;
use crate::lang::Lang;
use crate::report::{BundleOrigin, Report};
use crate::text::Parts;
use crate::text::label::Label;

/// The check of a bundle alone.
pub(in crate::text) fn bundle_check(lang: Lang, report: &Report) -> Doc {
    check_in_parts(lang, report).joined()
}

/// The same in parts.
pub(super) fn check_in_parts(lang: Lang, report: &Report) -> Parts {
    let mut blocks = vec![banner(lang, report)];
    blocks.extend(finding::others(lang, report, None));
    blocks.extend(readings::section(lang, &report.bundle));
    blocks.extend(facts(lang, report));
    if let Some(examination) = &report.bundle.examination {
        blocks.extend(contents::sections(lang, examination));
    }
    blocks.extend(super::actions::what_to_do(lang, report));
    let examination = report.bundle.examination.iter();
    let differences = examination.flat_map(|one| contents::differences(lang, one));
    Parts {
        answer: Doc {
            lang,
            title: words!(lang, bundle::title()),
            blocks,
        },
        rest: differences
            .chain(details::certificates(lang, report))
            .collect(),
    }
}

fn banner(lang: Lang, report: &Report) -> Block {
    if report.bundle.certificates == 0 {
        return Block::verdict(
            Status::Neutral,
            words!(lang, bundle::faulty_word()),
            words!(lang, bundle::no_certificate()),
        );
    }
    let grave = report
        .findings
        .iter()
        .filter(|finding| finding.code().severity() != Severity::Note)
        .count();
    if grave == 0 {
        Block::verdict(
            Status::Trusted,
            words!(lang, bundle::sound_word()),
            words!(lang, bundle::sound(report.bundle.certificates)),
        )
    } else {
        Block::verdict(
            Status::Neutral,
            words!(lang, bundle::faulty_word()),
            words!(lang, bundle::faulty(grave)),
        )
    }
}

/// Where the bundle came from, how old it is, and what it lacks.
pub(super) fn facts(lang: Lang, report: &Report) -> Vec<Block> {
    let bundle = &report.bundle;
    let mut blocks = vec![
        heading(lang, Label::Bundle),
        Block::paragraph(words!(lang, bundle::origin(bundle))),
    ];
    if report.known_roots == TableOrigin::Custom {
        blocks.push(Block::paragraph(words!(lang, bundle::custom_table())));
    }
    if bundle.origin != BundleOrigin::Given || bundle.certificates == 0 {
        return blocks;
    }
    blocks.push(Block::paragraph(words!(
        lang,
        bundle::vintage(&bundle.vintage)
    )));
    blocks.push(Block::paragraph(words!(
        lang,
        bundle::missing(&bundle.missing)
    )));
    if !bundle.extra.is_empty() {
        blocks.push(Block::paragraph(words!(lang, bundle::extra(&bundle.extra))));
    }
    blocks
}
