//! What to do, in words.

use crate::doc::Inlines;
use crate::text::{self, Guidance, GuidanceStep, Platform};
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
            platform: step.platform.map(Platform::as_str),
            content: step.file_content.clone(),
        }
    }
}

/// Paragraphs as one text, an empty line between each two.
pub(super) fn paragraphs(paragraphs: &[Inlines]) -> String {
    let plain: Vec<String> = paragraphs.iter().map(text::plain).collect();
    plain.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::Language;

    #[test]
    fn paragraphs_are_set_apart() {
        for (given, expected) in [
            (vec![], ""),
            (vec!["one".into()], "one"),
            (vec!["one".into(), "two".into()], "one\n\ntwo"),
        ] {
            assert_eq!(paragraphs(&given), expected);
        }
    }

    #[test]
    fn steps_keep_their_command_platform_and_content() {
        let step = |command, platform, file_content| GuidanceStep {
            title: "Do".into(),
            command,
            file_content,
            platform,
        };
        let command = Some((Language::Cmd, "certutil".to_owned()));
        let guidance = Guidance {
            title: "Title".into(),
            why: None,
            steps: vec![
                step(command, Some(Platform::Windows), None),
                step(None, None, Some("text".to_owned())),
            ],
            check: Some("Check".into()),
            undo: None,
        };
        let words = Words::from(&guidance);
        assert_eq!(
            (words.title.as_str(), words.check.as_deref(), words.undo),
            ("Title", Some("Check"), None)
        );
        assert_eq!(
            serde_json::to_value(&words.steps).unwrap(),
            serde_json::json!([
                {"title": "Do", "command": "certutil", "platform": "windows", "content": null},
                {"title": "Do", "command": null, "platform": null, "content": "text"},
            ])
        );
    }
}
