//! The guidance in certwhy's JSON, carried out as a user with a shell does.

use serde_json::Value;
use std::path::Path;

/// What stands behind the name of a platform in the report, for the machine of this test.
const PLATFORM: &str = if cfg!(target_os = "macos") {
    "macos"
} else {
    "linux"
};

/// How the commands begin that set a variable.
const VARIABLE: &str = "export ";

/// How the text begins that is an argument for a client in Python.
const ARGUMENT: &str = "ca_certs=";

/// How the text begins of the arguments of others.
const OTHER_ARGUMENTS: &[&str] = &["verify=", "context="];

/// Who writes the new bundle: the printed steps leave the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writer {
    /// The user, by saving the certificate and running the commands.
    User,
    /// certwhy, by `certwhy repair`.
    Certwhy,
}

/// The steps of the recommended remedy that apply on this platform.
pub(crate) struct Guidance<'a>(Vec<&'a Value>);

impl<'a> Guidance<'a> {
    /// The guidance of a remedy.
    pub(crate) fn of(remedy: &'a Value) -> Self {
        let steps = remedy["steps"].as_array().expect("a remedy has steps");
        let here = |step: &&Value| {
            [PLATFORM, "any"]
                .iter()
                .any(|name| step["platform"] == *name)
        };
        Self(steps.iter().filter(here).collect())
    }

    /// The files to save: the name that the words give, and the content to copy.
    pub(crate) fn files(&self) -> Vec<(&str, &str)> {
        let named = |step: &&'a Value| {
            let content = step["content"].as_str()?;
            let mut words = step["title"].as_str()?.split([' ', ',', '`']);
            Some((words.find(|word| is_file_name(word))?, content))
        };
        self.0.iter().filter_map(named).collect()
    }

    /// The commands that write `new-bundle.pem`, in order.
    pub(crate) fn writing(&self, writer: Writer) -> Vec<&str> {
        let by_certwhy = |command: &&str| command.starts_with("certwhy ");
        self.commands()
            .filter(|command| !command.starts_with(VARIABLE) && !command.starts_with(ARGUMENT))
            .filter(|command| {
                !OTHER_ARGUMENTS
                    .iter()
                    .any(|start| command.starts_with(start))
            })
            .filter(|command| by_certwhy(command) == (writer == Writer::Certwhy))
            .collect()
    }

    /// The line that makes a program read the new file: its comment names the program.
    pub(crate) fn line_of(&self, program: &str) -> &str {
        self.line(|_, comment| comment.split(',').any(|name| is_named(name, program)))
            .unwrap_or_else(|| panic!("no line is for {program}"))
    }

    /// Whether a line sets a variable, whomever it is for.
    pub(crate) fn sets(&self, variable: &str) -> bool {
        let start = format!("{VARIABLE}{variable}=");
        self.line(|command, _| command.starts_with(&start))
            .is_some()
    }

    /// The first line with a command and a comment as wanted.
    fn line(&self, wanted: impl Fn(&str, &str) -> bool) -> Option<&str> {
        self.commands()
            .filter(|command| command.starts_with(VARIABLE))
            .flat_map(str::lines)
            .find(|line| {
                line.split_once('#')
                    .is_some_and(|(command, comment)| wanted(command, comment))
            })
    }

    /// The argument that hands the new file to a client in Python.
    pub(crate) fn argument(&self) -> &str {
        self.commands()
            .find(|command| command.starts_with(ARGUMENT))
            .expect("an argument is printed")
    }

    fn commands(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|step| step["command"].as_str())
    }
}

/// Whether a name in a comment, "Python ssl", is that of a program, with or without what it belongs to.
fn is_named(name: &str, program: &str) -> bool {
    name.split_whitespace().last() == Some(program)
}

fn is_file_name(word: &str) -> bool {
    Path::new(word).extension() == Some("pem".as_ref())
}
