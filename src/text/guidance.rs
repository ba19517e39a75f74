//! The shapes in which words come: articles on codes and notes, guidance on remedies and advice.
//!
//! Commands and file names are the same in every language; they are made here and nowhere else, from placeholders and
//! [`FileName`]s only. No text from an input ever enters a command.

mod command;
mod file_name;
mod import_script;
mod way_command;

#[cfg(test)]
mod tests;

pub(crate) use command::{
    append_in_powershell, append_in_shell, argument_in_python, certifi_path, certifi_upgrade,
    chain_by_certwhy, chain_by_dotnet, chain_by_openssl_in_powershell, chain_by_openssl_in_shell,
    clock_on_linux, clock_on_macos, clock_on_windows, fingerprint_by_openssl, leaf_by_python, mend,
    repair, repair_with_current_list, variables_in_powershell, variables_in_shell,
};
pub(crate) use file_name::FileName;
pub(super) use import_script::{
    ScriptWords, import_script, import_script_name, import_script_text,
};
pub(crate) use way_command::{
    api_release, api_upgrade, argument, certutil_for_machine, certutil_for_user, core_api_yml,
    debian_add, debian_upgrade, git_in_powershell, git_in_shell, keychain, keytool_add,
    keytool_list, mac_certificates, red_hat_add, red_hat_upgrade, script_for_machine,
    script_for_user, toolkit_upgrade_in_shell, toolkit_upgrade_on_windows,
    variable_for_good_on_windows, variable_in_powershell, variable_in_shell, variable_line,
};

use crate::certificate::Certificate;
use crate::doc::{Inlines, Language};
use crate::error_text::System;
use crate::input;

/// The longest text from an input that a message to copy holds, in characters.
const LONGEST_QUOTE: usize = 200;

/// A title with paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Article {
    /// A short phrase.
    pub(crate) title: Inlines,
    /// Whole sentences.
    pub(crate) paragraphs: Vec<Inlines>,
}

impl Article {
    /// A title with paragraphs.
    pub(crate) fn new(
        title: impl Into<Inlines>,
        paragraphs: impl IntoIterator<Item = Inlines>,
    ) -> Self {
        Self {
            title: title.into(),
            paragraphs: paragraphs.into_iter().collect(),
        }
    }
}

/// What to do, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// What is done, in one line.
    pub title: Inlines,
    /// Why it helps, and what to know beforehand.
    pub why: Option<Inlines>,
    /// The steps, in order. Steps for different platforms stand side by side: the reader takes the own one.
    pub steps: Vec<GuidanceStep>,
    /// How to see that it worked.
    pub check: Option<Inlines>,
    /// How to take it back.
    pub undo: Option<Inlines>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidanceStep {
    /// What to do, in whole sentences.
    pub title: Inlines,
    /// The command that does it; never holds text from an input.
    pub command: Option<(Language, String)>,
    /// Text to copy into a file or a message.
    pub file_content: Option<String>,
    /// Where it applies; `None` where the step is not done on a computer's command line.
    pub platform: Option<Platform>,
}

/// Where a step applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Platform {
    /// Windows.
    Windows,
    /// macOS.
    MacOs,
    /// Linux.
    Linux,
    /// Any of them.
    Any,
}

impl Platform {
    /// Its public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Windows => "windows",
            Self::MacOs => "macos",
            Self::Linux => "linux",
            Self::Any => "any",
        }
    }
}

impl Guidance {
    /// The same without steps for other systems than this one.
    #[must_use]
    pub(crate) fn on_system(mut self, system: Option<System>) -> Self {
        let here = system.map(Platform::from);
        self.steps.retain(|step| match (step.platform, here) {
            (None | Some(Platform::Any), _) | (_, None) => true,
            (Some(platform), Some(here)) => platform == here,
        });
        self
    }
}

impl From<System> for Platform {
    fn from(system: System) -> Self {
        match system {
            System::Windows => Self::Windows,
            System::MacOs => Self::MacOs,
            System::Linux => Self::Linux,
        }
    }
}

impl GuidanceStep {
    /// A step that its words say whole.
    pub fn new(title: impl Into<Inlines>) -> Self {
        Self {
            title: title.into(),
            command: None,
            file_content: None,
            platform: None,
        }
    }

    /// The same on one platform.
    #[must_use]
    pub fn on(mut self, platform: Platform) -> Self {
        self.platform = Some(platform);
        self
    }

    /// The same with the command that does it.
    #[must_use]
    pub fn command(mut self, (language, text): (Language, String)) -> Self {
        self.command = Some((language, text));
        self
    }

    /// The same with text to copy.
    #[must_use]
    pub fn content(mut self, text: String) -> Self {
        self.file_content = Some(text);
        self
    }

    /// The same with a certificate to copy, as PEM.
    #[must_use]
    pub fn pem(self, certificate: &Certificate) -> Self {
        self.content(input::to_pem(certificate.as_der()))
    }
}

/// Text from an input for a message of several lines: on one line, without control characters, and cut visibly.
pub(crate) fn one_line(text: &str) -> String {
    let words: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
