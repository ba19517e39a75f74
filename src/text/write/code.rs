//! Codes: one at length, all of them shortly.

use super::{fact, subheading};
use crate::citation::{Citation, Source};
use crate::doc::{Block, Doc, Inlines, code as typed, link};
use crate::finding::{Code, Severity};
use crate::lang::Lang;
use crate::text::label::Label;

/// One code at length.
pub(in crate::text) fn code(lang: Lang, code: Code) -> Doc {
    let mut facts = vec![
        fact(lang, Label::Code, typed(code.as_str())),
        fact(
            lang,
            Label::Severity,
            words!(lang, labels::severity(code.severity())),
        ),
        fact(
            lang,
            Label::Actor,
            words!(lang, labels::actor(code.usual_actor())),
        ),
    ];
    facts.extend(
        code.citations()
            .iter()
            .map(|citation| fact(lang, Label::Rule, rule(lang, citation))),
    );
    let explanation = words!(lang, codes::explanation(code));
    let blocks = core::iter::once(Block::facts(facts))
        .chain(explanation.into_iter().map(Block::paragraph))
        .collect();
    Doc {
        lang,
        title: words!(lang, codes::title(code)),
        blocks,
    }
}

fn rule(lang: Lang, citation: &Citation) -> Inlines {
    match (citation.source, citation.url()) {
        (Source::Rfc(_) | Source::BaselineRequirements, Some(url)) => {
            link(words!(lang, labels::section(citation)), url).into()
        }
        (Source::Rfc(_) | Source::BaselineRequirements, None) => {
            words!(lang, labels::section(citation))
        }
        (Source::OwnRule, _) => words!(lang, labels::own_rule(citation)),
    }
}

/// Every code with what it stands for.
pub(in crate::text) fn codes(lang: Lang) -> Doc {
    let mut blocks = Vec::new();
    for (label, severity) in [
        (Label::Causes, Severity::Error),
        (Label::Warnings, Severity::Warning),
        (Label::Notes, Severity::Note),
    ] {
        let facts = Code::ALL
            .iter()
            .filter(|code| code.severity() == severity)
            .map(|code| {
                (
                    Inlines::from(typed(code.as_str())),
                    words!(lang, codes::title(*code)),
                )
            });
        blocks.extend([subheading(lang, label), Block::facts(facts)]);
    }
    Doc {
        lang,
        title: words!(lang, labels::all_codes()).into(),
        blocks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_in_the_list_once() {
        for lang in Lang::ALL {
            let mut listed = 0;
            for block in codes(*lang).blocks {
                if let Block::Facts(facts) = block {
                    listed += facts.len();
                }
            }
            assert_eq!(listed, Code::ALL.len());
        }
    }
}
