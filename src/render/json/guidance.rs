//! What to do, in words.

use crate::doc::Inlines;
use crate::text::{self, Guidance, GuidanceStep};
use serde::Serialize;

/// One step.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Step {
    /// What to do.
    title: String,
    /// What to type; null where there is nothing to type.
    command: Option<String>,
    /// The system that it is for; null where it is for every one.
    platform: Option<&'static str>,
    /// What a file is to hold; null where no file is written.
    content: Option<String>,
}

/// The words of a remedy or a piece of advice, without markup.
pub(super) struct Words {
    pub(super) title: String,
    pub(super) steps: Vec<Step>,
    pub(super) check: Option<String>,
    pub(super) undo: Option<String>,
}

impl From<&Guidance> for Words {
    fn from(guidance: &Guidance) -> Self {
        Self {
            title: text::plain(&guidance.title),
            steps: guidance.steps.iter().map(Step::from).collect(),
            check: guidance.check.as_ref().map(text::plain),
            undo: guidance.undo.as_ref().map(text::plain),
        }
    }
}

impl From<&GuidanceStep> for Step {
    fn from(step: &GuidanceStep) -> Self {
        Self {
            title: text::plain(&step.title),
            command: step.command.as_ref().map(|(_, command)| command.clone()),
            platform: step.platform.map(|platform| platform.as_str()),
            content: step.file_content.clone(),
        }
    }
}

/// Paragraphs as one text, an empty line between each two.
pub(super) fn paragraphs(paragraphs: &[Inlines]) -> String {
    let plain: Vec<String> = paragraphs.iter().map(text::plain).collect();
    plain.join("\n\n")
}
