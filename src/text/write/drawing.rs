//! The chain as a picture: what the server sent, what the bundle holds, and what is missing where.

use super::heading;
use super::left_out::{Piece, folded};
use crate::certificate::Name;
use crate::check::CheckId;
use crate::doc::{Block, Inlines, NodeState, Path, PathNode, Place, text};
use crate::finding::{Finding, RootOption, RootRelation};
use crate::lang::Lang;
use crate::path::End;
use crate::report::{CertificatePlace, PathCertificate, PathReport, Report};
use crate::text::label::Label;
use crate::text::name::{cert, name};
use core::ops::Range;
use std::collections::BTreeSet;

/// So many faulty certificates in the middle of a long path are drawn.
const FAULTY: usize = 4;

/// The path that the client ends up with, or the best one, with what is missing at its end.
pub(super) fn chain(lang: Lang, report: &Report, cause: Option<&Finding>) -> Vec<Block> {
    match report.paths.first() {
        Some(path) => vec![
            heading(lang, Label::HowItLooks),
            draw(lang, report, path, cause).into(),
        ],
        None => Vec::new(),
    }
}

fn draw(lang: Lang, report: &Report, path: &PathReport, cause: Option<&Finding>) -> Path {
    let missing = missing(lang, report, path, cause);
    let shown = missing
        .as_ref()
        .map_or(path.certificates.len(), |missing| missing.below);
    let drawn = path.certificates.get(..shown).unwrap_or(&path.certificates);
    let faulty = faulty(path);
    let pieces = folded(drawn.len(), |position| faulty.contains(&position));
    let node = |piece| match piece {
        Piece::Shown(at) => Some(node(lang, report, path, (at, drawn.get(at)?))),
        Piece::LeftOut(range) => Some(left_out(lang, drawn, range)),
    };
    let mut nodes: Vec<PathNode> = pieces.into_iter().filter_map(node).collect();
    let end = match missing {
        Some(missing) => {
            if let Some(last) = nodes.last_mut() {
                last.detail.extend(signature_of_last(lang, path, shown));
                last.link_below = missing.link.or_else(|| last.link_below.take());
            }
            nodes.push(missing.node);
            None
        }
        None => words!(lang, paths::end(&path.end)),
    };
    Path {
        caption: words!(lang, paths::caption()),
        in_words: words!(lang, paths::in_words()).into(),
        nodes,
        end,
    }
}

/// The first certificates with which something is wrong.
fn faulty(path: &PathReport) -> BTreeSet<usize> {
    let mut faulty: Vec<usize> = path.failed.iter().map(|(_, at)| *at).collect();
    faulty.sort_unstable();
    faulty.dedup();
    faulty.into_iter().take(FAULTY).collect()
}

/// What stands for certificates in the middle of a long path. Some clients go in circles until they give up.
fn left_out(lang: Lang, path: &[PathCertificate], range: Range<usize>) -> PathNode {
    let digest = |shown: &PathCertificate| shown.certificate.sha256();
    let before = path.iter().take(range.end);
    let different: BTreeSet<_> = before.map(digest).collect();
    let words = if different.len() < range.end {
        words!(lang, left_out::in_circles())
    } else {
        words!(lang, left_out::not_drawn())
    };
    let label = words!(lang, left_out::certificates(range.len()));
    PathNode::new(label, Place::Several, words)
}

/// By whom the certificate above the missing one is signed: of a cross-certificate that is not the missing one.
fn signature_of_last(lang: Lang, path: &PathReport, shown: usize) -> Option<Inlines> {
    let last = path.certificates.get(shown.checked_sub(1)?)?;
    Some(words!(lang, paths::signed_by(&last.certificate.issuer)))
}

/// What is missing at the end of a path.
struct Missing {
    node: PathNode,
    /// How many certificates of the path stand above it.
    below: usize,
    /// Words on the link to it.
    link: Option<Inlines>,
}

fn missing(
    lang: Lang,
    report: &Report,
    path: &PathReport,
    cause: Option<&Finding>,
) -> Option<Missing> {
    match cause {
        Some(Finding::MissingRoot(evidence)) => match evidence.roots.first() {
            Some(option) => Some(missing_root(lang, report, option)),
            None => Some(absent(lang, path, &evidence.wanted, Absent::Issuer)),
        },
        Some(Finding::MissingIntermediate(evidence)) => {
            Some(absent(lang, path, &evidence.wanted, Absent::Intermediate))
        }
        Some(_) | None => match &path.end {
            End::NoIssuer(wanted) => Some(absent(lang, path, &wanted.subject, Absent::Issuer)),
            End::Anchored | End::SelfSigned | End::WrongKey(_) | End::Loop(_) | End::TooDeep(_) => {
                None
            }
        },
    }
}

fn missing_root(lang: Lang, report: &Report, option: &RootOption) -> Missing {
    let origin = &report.bundle.origin;
    let root = &option.root;
    let node = PathNode::new(
        cert(root),
        Place::Missing,
        words!(lang, paths::missing_root(origin)),
    )
    .detail(words!(lang, paths::validity(root)))
    .detail(words!(lang, paths::sha1(root)))
    .detail(words!(lang, paths::sha256(root)));
    match option.relation {
        RootRelation::TwinAt(position) => Missing {
            node,
            below: position.saturating_add(1),
            link: Some(words!(lang, paths::same_key_as_below())),
        },
        RootRelation::IssuerOf(position) => Missing {
            node,
            below: position.saturating_add(1),
            link: None,
        },
    }
}

/// What kind of issuer is not there.
#[derive(Clone, Copy)]
enum Absent {
    Intermediate,
    Issuer,
}

fn absent(lang: Lang, path: &PathReport, wanted: &Name, kind: Absent) -> Missing {
    let place = match kind {
        Absent::Intermediate => words!(lang, paths::missing_intermediate()),
        Absent::Issuer => words!(lang, paths::missing_issuer()),
    };
    Missing {
        node: PathNode::new(name(wanted), Place::Missing, place),
        below: path.certificates.len(),
        link: None,
    }
}

fn node(
    lang: Lang,
    report: &Report,
    path: &PathReport,
    (position, certificate): (usize, &PathCertificate),
) -> PathNode {
    let place = match certificate.place {
        CertificatePlace::Presented => Place::SentByServer,
        CertificatePlace::Bundled | CertificatePlace::SetAside => Place::InBundle,
        CertificatePlace::Both => Place::Both,
    };
    let origin = &report.bundle.origin;
    let node = PathNode::new(
        cert(&certificate.certificate),
        place,
        words!(lang, paths::place(certificate.place, origin)),
    )
    .detail(words!(lang, paths::validity(&certificate.certificate)));
    let failed = path
        .failed
        .iter()
        .filter(|(_, at)| *at == position)
        .map(|(check, _)| *check);
    let node = failed.fold(node, |node, check| with_failure(lang, node, check));
    if is_problem_at_end(path, position) {
        node.state(NodeState::Problem)
    } else {
        node
    }
}

/// A failed check of the link to the issuer stands on the link, every other at the certificate.
fn with_failure(lang: Lang, node: PathNode, check: CheckId) -> PathNode {
    let words = text(words!(lang, paths::failed_check(check)));
    match check {
        CheckId::NameChaining | CheckId::KeyIdentifier | CheckId::Signature => {
            node.link_below(words).state(NodeState::Problem)
        }
        CheckId::Validity
        | CheckId::BasicConstraints
        | CheckId::PathLength
        | CheckId::KeyUsage
        | CheckId::ExtendedKeyUsage
        | CheckId::NameConstraints
        | CheckId::CertificatePolicies
        | CheckId::CriticalExtensions
        | CheckId::AlgorithmStrength
        | CheckId::ServerName
        | CheckId::Form => node.problem(words),
    }
}

/// Whether the path ends at this certificate because of the certificate itself.
fn is_problem_at_end(path: &PathReport, position: usize) -> bool {
    let last = position.saturating_add(1) == path.certificates.len();
    match path.end {
        End::SelfSigned | End::WrongKey(_) => last,
        End::Anchored | End::NoIssuer(_) | End::Loop(_) | End::TooDeep(_) => false,
    }
}
