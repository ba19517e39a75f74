//! Stand-in with the signatures of the text module; to be overwritten by the real one.

use crate::doc::{Inline, Inlines, Language};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::remedy::{Advice, Remedy};

/// The words of a finding.
#[derive(Clone, Debug)]
pub struct FindingWords {
    /// One line.
    pub title: Inlines,
    /// Paragraphs.
    pub detail: Vec<Inlines>,
}

/// The words of a remedy or an advice.
#[derive(Clone, Debug)]
pub struct Guidance {
    /// One line.
    pub title: Inlines,
    /// Why.
    pub why: Option<Inlines>,
    /// What to do.
    pub steps: Vec<GuidanceStep>,
    /// How to check it.
    pub check: Option<Inlines>,
    /// How to undo it.
    pub undo: Option<Inlines>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct GuidanceStep {
    /// What to do.
    pub title: Inlines,
    /// The command.
    pub command: Option<(Language, String)>,
    /// What a file is to hold.
    pub file_content: Option<String>,
    /// Where it holds.
    pub platform: Option<Platform>,
}

/// A system.
#[derive(Clone, Copy, Debug)]
pub enum Platform {
    /// Windows.
    Windows,
}

impl Platform {
    /// Its public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Windows => "windows",
        }
    }
}

/// The words of a finding.
pub fn finding(_: Lang, finding: &Finding) -> FindingWords {
    FindingWords {
        title: finding.code().as_str().into(),
        detail: vec!["one".into(), "two".into()],
    }
}

/// The words of a remedy.
pub fn remedy(_: Lang, remedy: &Remedy) -> Guidance {
    guidance(remedy.action.as_str())
}

/// The words of an advice.
pub fn advice(_: Lang, _: &Advice) -> Guidance {
    guidance("advice")
}

/// Without markup.
pub fn plain(words: &Inlines) -> String {
    let mut text = String::new();
    for run in words.as_slice() {
        if let Inline::Text(own) = run {
            text.push_str(own);
        }
    }
    text
}

fn guidance(title: &'static str) -> Guidance {
    Guidance {
        title: title.into(),
        why: None,
        steps: vec![GuidanceStep {
            title: "step".into(),
            command: Some((Language::Cmd, "certutil".to_owned())),
            file_content: None,
            platform: Some(Platform::Windows),
        }],
        check: Some("check".into()),
        undo: None,
    }
}
