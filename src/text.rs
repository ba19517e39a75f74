//! Stub, to be overwritten.
#![allow(missing_docs)]

pub(crate) mod en;
pub(crate) mod ja;

use crate::client::Profile;
use crate::doc::Doc;
use crate::finding::Code;
use crate::known::KnownRoot;
use crate::lang::Lang;
use crate::report::Report;

fn stub(lang: Lang, title: &'static str) -> Doc {
    Doc {
        lang,
        title: title.into(),
        blocks: Vec::new(),
    }
}
pub fn write(lang: Lang, _: &Report) -> Doc {
    stub(lang, "report")
}
pub fn bundle(lang: Lang, _: &Report) -> Doc {
    stub(lang, "bundle")
}
pub fn code(lang: Lang, _: Code) -> Doc {
    stub(lang, "code")
}
pub fn codes(lang: Lang) -> Doc {
    stub(lang, "codes")
}
pub fn clients(lang: Lang, _: &[Profile]) -> Doc {
    stub(lang, "clients")
}
pub fn roots(lang: Lang, _: &[KnownRoot<'_>], _: &str) -> Doc {
    stub(lang, "roots")
}
