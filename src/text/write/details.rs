//! What few readers want, and those few want all of it: every certificate, every path.

use super::left_out::{self, Piece, folded};
use super::{fact, own};
use crate::doc::{Block, Inlines, Level, code, field};
use crate::lang::Lang;
use crate::path::Listing;
use crate::report::{CertificatePlace, CertificateReport, PathCertificate, PathReport, Report};
use crate::text::label::Label;
use crate::text::name::cert;
use crate::text::terms::GLOSSARY;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

/// Certificates and paths.
pub(super) fn all(lang: Lang, report: &Report) -> Vec<Block> {
    certificates(lang, report)
        .into_iter()
        .chain(paths(lang, report))
        .collect()
}

/// Every certificate that the server sent or a path uses; in the check of a bundle, all of them. A bundle holds a hundred
/// others, and nobody asked about those.
pub(super) fn certificates(lang: Lang, report: &Report) -> Option<Block> {
    let on_paths = on_paths(report);
    let of_interest = |shown: &&CertificateReport| match shown.place {
        CertificatePlace::Presented | CertificatePlace::Both => true,
        CertificatePlace::Bundled | CertificatePlace::SetAside => {
            report.question.is_none() || on_paths.contains(shown.held.as_der())
        }
    };
    let of_interest: Vec<&CertificateReport> =
        report.certificates.iter().filter(of_interest).collect();
    let (first, more) = left_out::first(&of_interest, left_out::CERTIFICATES);
    let blocks: Vec<Block> = first
        .iter()
        .filter_map(|shown| certificate(lang, shown))
        .flatten()
        .chain(left_out::paragraph(lang, more))
        .collect();
    let label = words!(lang, labels::label(Label::AllCertificates));
    (!blocks.is_empty()).then(|| Block::details(label, blocks))
}

/// What paths use, each once: paths share their certificates.
fn on_paths(report: &Report) -> BTreeSet<&[u8]> {
    let used = report.paths.iter().flat_map(|path| &path.certificates);
    let mut seen = HashSet::new();
    let once = used.filter(|used| seen.insert(Arc::as_ptr(&used.certificate)));
    once.map(|used| used.certificate.der().as_slice()).collect()
}

fn certificate(lang: Lang, shown: &CertificateReport) -> Option<[Block; 2]> {
    let certificate = shown.held.certificate()?;
    let mut facts = vec![
        fact(lang, Label::Subject, field(certificate.subject.to_string())),
        fact(lang, Label::Issuer, field(certificate.issuer.to_string())),
        fact(lang, Label::Serial, own(&certificate.serial)),
        fact(
            lang,
            Label::Validity,
            words!(lang, paths::period(certificate)),
        ),
        fact(lang, Label::Key, own(&certificate.public_key)),
        fact(
            lang,
            Label::Signature,
            own(&certificate.signature_algorithm),
        ),
        fact(lang, Label::Sha1, code(certificate.sha1().thumbprint())),
        fact(lang, Label::Sha256, code(certificate.sha256().thumbprint())),
        fact(lang, Label::Place, words!(lang, bundle::place(shown.place))),
    ];
    facts.extend(listing(lang, shown));
    let (first, more) = left_out::first(&shown.locations, left_out::PLACES);
    let locations = first
        .iter()
        .map(|location| words!(lang, bundle::location(location)))
        .chain(left_out::remark(lang, more));
    facts.extend(locations.map(|location| fact(lang, Label::Where, location)));
    Some([
        Block::heading(Level::Topic, cert(certificate)),
        Block::facts(facts),
    ])
}

/// What the words mean.
pub(super) fn glossary(lang: Lang) -> Block {
    let facts = GLOSSARY
        .iter()
        .map(|term| (term.name(lang), term.meaning(lang)));
    let label = words!(lang, labels::label(Label::Glossary));
    Block::details(label, vec![Block::facts(facts)])
}

/// What is known of a root. Of a server's own certificate there is nothing to say.
fn listing(lang: Lang, shown: &CertificateReport) -> Option<(Inlines, Inlines)> {
    let words = words!(lang, bundle::known_root(shown.known_root.as_ref()));
    let is_ca = || {
        let certificate = shown.held.certificate();
        certificate.is_some_and(|certificate| certificate.is_ca())
    };
    (shown.known_root.is_some() || is_ca()).then(|| fact(lang, Label::PublicList, words))
}

fn paths(lang: Lang, report: &Report) -> Option<Block> {
    let (first, more) = left_out::first(&report.paths, left_out::PATHS);
    let items: Vec<Vec<Block>> = first.iter().map(|tried| path(lang, tried)).collect();
    let label = words!(lang, labels::label(Label::AllPaths));
    let total = report
        .path_total
        .filter(|total| total.listing == Listing::Nearest)
        .map(|total| Block::Paragraph(words!(lang, paths::total(total.count))));
    let listed = (!items.is_empty()).then_some(Block::List(items))?;
    let blocks = total.into_iter().chain([listed]);
    let blocks = blocks.chain(left_out::paragraph(lang, more)).collect();
    Some(Block::details(label, blocks))
}

fn path(lang: Lang, tried: &PathReport) -> Vec<Block> {
    let (first, more) = left_out::first(&tried.failed, left_out::REASONS);
    let failures = first.iter().filter_map(|(check, position)| {
        let shown = tried.certificates.get(*position)?;
        Some(words!(lang, paths::failure(*check, &shown.certificate)))
    });
    let reasons: Vec<Inlines> = words!(lang, paths::end(&tried.end))
        .into_iter()
        .chain(failures)
        .chain(left_out::remark(lang, more))
        .collect();
    let mut blocks = vec![
        Block::paragraph(names(lang, &tried.certificates)),
        Block::paragraph(words!(
            lang,
            paths::summary(tried.status, tried.choice, &tried.end)
        )),
    ];
    if !reasons.is_empty() {
        blocks.push(Block::list(reasons));
    }
    blocks
}

/// The names of a path's certificates, without the middle of a long one.
fn names(lang: Lang, path: &[PathCertificate]) -> Inlines {
    let pieces = folded(path.len(), |_| false).into_iter();
    let name = |piece| match piece {
        Piece::Shown(position) => Some(cert(&path.get(position)?.certificate).into()),
        Piece::LeftOut(range) => Some(words!(lang, left_out::certificates(range.len()))),
    };
    Inlines::join(pieces.filter_map(name), " → ")
}
