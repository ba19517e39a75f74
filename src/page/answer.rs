//! The answer as the page shows it: the document of every other format, with what can be taken away between its parts.

use super::engine::Case;
use super::html::{word, words};
use super::message::Answer;
use super::take;
use crate::certificate::GeneralName;
use crate::client::Client;
use crate::doc::{Block, Doc};
use crate::lang::Lang;
use crate::question::Question;
use crate::render::{html_fragment, html_in_pieces, html_text};
use crate::report::{Asked, BundleOrigin, CertificatePlace, Report};
use crate::text::{self, PageWord};
use crate::verdict::Verdict;

/// The most names that are offered; some certificates hold hundreds.
const LISTED: usize = 100;

/// So many blocks of what is folded away are laid out in one turn of the browser; two for each certificate.
const PIECE: usize = 50;

/// No server has a longer name, in octets (RFC 1035 §2.3.4).
const LONGEST_NAME: usize = 255;

/// Writes the answer to a case.
pub(super) fn fill(answer: &mut Answer, lang: Lang, case: &Case) {
    answer.names = names(&case.report);
    if let Some(problem) = &case.host_problem {
        answer.host_problem = words(problem);
    }
    let parts = text::write_in_parts(lang, &case.report);
    answer.status = headline(&parts.answer);
    let (rest, later) = html_in_pieces(lang, &parts.rest, PIECE);
    answer.later = later;
    answer.html = [
        html_fragment(&parts.answer),
        take::tools(lang, &case.context(lang)),
        next(lang, &case.report),
        rest,
        take::report(lang),
    ]
    .concat();
}

/// Writes the verdict alone.
pub(super) fn preliminary(
    answer: &mut Answer,
    lang: Lang,
    (question, client, verdict): (Question, Client, Option<Verdict>),
) {
    let asked = Asked {
        host: question.host,
        at: question.at,
        client: client.asked().to_owned(),
    };
    let doc = text::preliminary(lang, &asked, verdict);
    answer.status = headline(&doc);
    answer.html = html_fragment(&doc);
}

/// The verdict in one sentence, without markup.
fn headline(doc: &Doc) -> String {
    let banner = doc.blocks.iter().find_map(|block| match block {
        Block::Verdict(verdict) => Some(verdict),
        Block::Heading(..)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::Steps(_)
        | Block::Code(_)
        | Block::Facts(_)
        | Block::Table(_)
        | Block::Callout(_)
        | Block::Path(_)
        | Block::Details { .. }
        | Block::Rule => None,
    });
    banner.map_or_else(String::new, |verdict| {
        let (word, headline) = (text::plain(&verdict.word), text::plain(&verdict.headline));
        format!("{word}: {headline}")
    })
}

/// What would tell more.
fn next(lang: Lang, report: &Report) -> String {
    let missing = match (&report.question, &report.bundle.origin) {
        (None, _) => PageWord::NextChain,
        (Some(_), _) if report.certificates.is_empty() => PageWord::NextBoth,
        (Some(_), BundleOrigin::Newest(_)) if was_sent(report) => PageWord::NextBundle,
        (Some(_), BundleOrigin::Newest(_)) => PageWord::NextBoth,
        (Some(_), BundleOrigin::Given) => return String::new(),
    };
    format!("<p class=\"pg-next\">{}</p>\n", word(lang, missing))
}

fn was_sent(report: &Report) -> bool {
    let is_sent = |place| match place {
        CertificatePlace::Presented | CertificatePlace::Both => true,
        CertificatePlace::Bundled | CertificatePlace::SetAside => false,
    };
    report.certificates.iter().any(|shown| is_sent(shown.place))
}

/// The names that the server's certificate is valid for.
fn names(report: &Report) -> String {
    let target = report
        .paths
        .first()
        .and_then(|path| path.certificates.first());
    target.map_or_else(String::new, |target| {
        let names = target.certificate.alternative_names().iter();
        let options = names.filter_map(host_name).take(LISTED);
        let options =
            options.map(|name| format!("<option value=\"{}\"></option>", html_text(&name)));
        options.collect::<Vec<_>>().concat()
    })
}

/// A name that can be asked for; a wildcard is a pattern.
fn host_name(name: &GeneralName) -> Option<String> {
    let GeneralName::Dns(octets) = name else {
        return None;
    };
    let name = core::str::from_utf8(octets).ok()?;
    (name.len() <= LONGEST_NAME && !name.contains('*')).then(|| name.to_owned())
}
