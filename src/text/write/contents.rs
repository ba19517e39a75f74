//! What is in a bundle, which services it serves for, and how it differs from another one.

use super::{fact, heading, left_out};
use crate::bundle::{Comparison, Examination, Remark, ServiceReport, ServiceStatus, StrictRule};
use crate::doc::{Block, Inlines, Table, text};
use crate::finding::Cert;
use crate::lang::Lang;
use crate::text::label::Label;

/// What there is to say of a bundle by itself.
pub(super) fn sections(lang: Lang, examination: &Examination) -> Vec<Block> {
    let mut blocks = services(lang, &examination.services);
    blocks.extend(certificates(lang, examination));
    blocks
}

/// How it differs from another bundle, where that was asked.
pub(super) fn differences(lang: Lang, examination: &Examination) -> Vec<Block> {
    let comparison = examination.comparison.as_ref();
    comparison.map_or_else(Vec::new, |comparison| compared(lang, comparison))
}

/// A label with the remarks under it.
type Group = (Label, fn(Remark) -> bool);

/// The remarks, by what is remarkable.
fn certificates(lang: Lang, examination: &Examination) -> Vec<Block> {
    let remarks = &examination.remarks;
    if remarks.total == 0 {
        return Vec::new();
    }
    let count = words!(lang, contents::total(remarks.total, remarks.repeated.len()));
    let mut facts = vec![fact(lang, Label::Certificates, count)];
    let groups: [Group; 8] = [
        (Label::Expired, |remark| remark == Remark::Expired),
        (Label::Expiring, |remark| remark == Remark::Expiring),
        (Label::NotYetValid, |remark| remark == Remark::NotYetValid),
        (Label::WeakKeys, |remark| remark == Remark::WeakKey),
        (Label::WeakSignatures, |remark| {
            remark == Remark::WeakSignature
        }),
        (Label::NotForCas, |remark| remark == Remark::NotACa),
        (Label::VersionOne, |remark| remark == Remark::VersionOne),
        (Label::NotSelfSigned, |remark| {
            remark == Remark::NotSelfSigned
        }),
    ];
    for (label, wanted) in groups {
        let found = remarks.of(wanted);
        if !found.is_empty() {
            let listed = words!(lang, contents::listed(&found));
            facts.push(fact(lang, label, listed));
        }
    }
    let strict = remarks.strict();
    if !strict.is_empty() {
        let listed = words!(lang, contents::refused_by_python(&by_rule(&strict)));
        facts.push(fact(lang, Label::Strict, listed));
    }
    if !remarks.repeated.is_empty() {
        let listed = words!(lang, contents::repeated(&remarks.repeated));
        facts.push(fact(lang, Label::Repeated, listed));
    }
    if examination.private_keys > 0 {
        let count = words!(lang, contents::private_keys(examination.private_keys));
        facts.push(fact(lang, Label::PrivateKeys, count));
    }
    vec![heading(lang, Label::Contents), Block::facts(facts)]
}

/// The certificates of each rule; those of one rule stand together.
fn by_rule(strict: &[(StrictRule, Cert)]) -> Vec<(StrictRule, Vec<Cert>)> {
    strict
        .chunk_by(|(left, _), (right, _)| left == right)
        .filter_map(|run| {
            let certificates = run.iter().map(|(_, certificate)| Cert::clone(certificate));
            Some((run.first()?.0, certificates.collect()))
        })
        .collect()
}

/// A table of the services, those that fail first.
fn services(lang: Lang, services: &[ServiceReport]) -> Vec<Block> {
    if services.is_empty() {
        return Vec::new();
    }
    let fails = |service: &&ServiceReport| matches!(service.status, ServiceStatus::Fails { .. });
    let served = |service: &&ServiceReport| !fails(service);
    let sorted = services
        .iter()
        .filter(fails)
        .chain(services.iter().filter(served));
    let row = |service: &ServiceReport| {
        vec![
            words!(lang, contents::service(service.id)),
            words!(lang, contents::status(&service.status)),
            words!(lang, contents::known_from(service.source, service.date)),
        ]
    };
    let header = [Label::Service, Label::Outcome, Label::Basis];
    let table = Table {
        header: labels(lang, &header),
        rows: sorted.map(row).collect(),
    };
    vec![
        heading(lang, Label::Services),
        Block::paragraph(words!(lang, contents::services_intro())),
        table.into(),
    ]
}

/// Digits in four groups, between which a narrow column can break.
fn in_groups(digits: &str) -> String {
    const GROUP: usize = 16;
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && index % GROUP == 0 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

fn labels(lang: Lang, labels: &[Label]) -> Vec<Inlines> {
    let word = |label: &Label| words!(lang, labels::label(*label)).into();
    labels.iter().map(word).collect()
}

/// How it differs, certificate by certificate.
fn compared(lang: Lang, comparison: &Comparison) -> Vec<Block> {
    let mut blocks = vec![
        heading(lang, Label::Comparison),
        Block::paragraph(words!(lang, contents::compared(comparison))),
    ];
    if comparison.is_empty() {
        return blocks;
    }
    let header = [Label::Difference, Label::Certificate, Label::Sha256];
    let row = |difference: Inlines, certificate: &Cert, name: Inlines| {
        let digest = certificate.sha256().to_string();
        vec![difference, name, text(in_groups(&digest)).into()]
    };
    let alone = |label: Label, certificates: &[Cert]| -> Vec<Vec<Inlines>> {
        let of_one = |certificate: &Cert| {
            let difference = words!(lang, labels::label(label)).into();
            let name = words!(lang, contents::certificate(certificate));
            row(difference, certificate, name)
        };
        certificates.iter().map(of_one).collect()
    };
    let mut rows = alone(Label::OnlyHere, &comparison.added);
    rows.extend(alone(Label::OnlyThere, &comparison.removed));
    for (label, pairs) in [
        (Label::Reissued, &comparison.reissued),
        (Label::Renamed, &comparison.renamed),
    ] {
        rows.extend(pairs.iter().map(|pair| {
            let difference = words!(lang, labels::label(label)).into();
            let name = words!(lang, contents::pair(pair));
            row(difference, &pair.this, name)
        }));
    }
    let (shown, more) = left_out::shown(rows.len(), left_out::ROWS);
    rows.truncate(shown);
    let table = Table {
        header: labels(lang, &header),
        rows,
    };
    blocks.push(table.into());
    blocks.extend(left_out::paragraph(lang, more));
    blocks
}
