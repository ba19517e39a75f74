//! Known roots that were looked for.

use super::fact;
use crate::doc::{Block, Doc, Level, code, field};
use crate::known::{Family, KnownRoot};
use crate::lang::Lang;
use crate::text::label::Label;

/// The roots that were found, each with everything that tells it from others.
pub(in crate::text) fn roots(lang: Lang, roots: &[KnownRoot<'_>], query: &str) -> Doc {
    let mut blocks = vec![Block::paragraph(words!(lang, roots::found(roots.len())))];
    for known in roots {
        blocks.extend(root(lang, *known));
    }
    Doc {
        lang,
        title: words!(lang, roots::title(query)),
        blocks,
    }
}

fn root(lang: Lang, root: KnownRoot<'_>) -> [Block; 2] {
    let mut facts = vec![
        fact(lang, Label::Subject, field(root.subject().to_string())),
        fact(lang, Label::Sha1, code(root.sha1().thumbprint())),
        fact(lang, Label::Sha256, code(root.sha256().thumbprint())),
        fact(lang, Label::Validity, words!(lang, roots::validity(root))),
        fact(lang, Label::Key, root.key_description().to_owned()),
        fact(
            lang,
            Label::Signature,
            root.signature_description().to_owned(),
        ),
        fact(lang, Label::PublicList, words!(lang, roots::listed(root))),
    ];
    facts.extend(
        root.ranges()
            .iter()
            .filter(|range| is_package(range.family))
            .map(|range| fact(lang, Label::InBundles, words!(lang, roots::range(range)))),
    );
    [
        Block::heading(Level::Topic, field(root.friendly())),
        Block::facts(facts),
    ]
}

/// Whether users can meet these releases: not so states of a source history, side files, and a table without releases.
const fn is_package(family: Family) -> bool {
    match family {
        Family::Certifi
        | Family::Httplib2
        | Family::ShotgunApi3Certifi
        | Family::ShotgunApi3Httplib2
        | Family::TkCoreCertifi
        | Family::TkCoreHttplib2 => true,
        Family::CertifiExtra | Family::Git | Family::Custom => false,
    }
}
