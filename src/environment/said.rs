//! What users say of their environment.

use super::{Environment, Release, Span};
use crate::error_text::Stack;

/// A name that is no program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownProgram {
    /// The name is not known.
    Name(String),
    /// What is behind the `@` is no release.
    Release(String),
}

/// Names to show to somebody who has given another.
pub const PROGRAMS: &[&str] = &[
    "shotgun_api3",
    "toolkit",
    "python",
    "requests",
    "httplib2",
    "boto3",
    "pip",
    "curl",
    "git",
    "node",
    "go",
    "java",
    "dotnet",
    "ruby",
];

/// Names beside those of [`Stack::as_str`].
const ALSO: &[(&str, Stack)] = &[
    ("shotgun-api3", Stack::ShotgunApi3),
    ("shotgun", Stack::ShotgunApi3),
    ("tk-core", Stack::Toolkit),
    ("tank", Stack::Toolkit),
    ("sgtk", Stack::Toolkit),
    ("python", Stack::PythonSsl),
    ("ssl", Stack::PythonSsl),
    ("urllib", Stack::PythonUrllib),
    ("urllib2", Stack::PythonUrllib2),
    ("boto3", Stack::Botocore),
    ("aws", Stack::Botocore),
    ("openssl", Stack::OpensslSClient),
    ("nodejs", Stack::Node),
    ("npm", Stack::Node),
    ("golang", Stack::Go),
    (".net", Stack::Dotnet),
    ("powershell", Stack::Dotnet),
    ("windows", Stack::Schannel),
    ("macos", Stack::Apple),
    ("chrome", Stack::Chromium),
    ("edge", Stack::Chromium),
];

/// Reads `NAME` or `NAME@RELEASE`, in any case.
pub fn program(text: &str) -> Result<Environment, UnknownProgram> {
    let (name, release) = match text.split_once('@') {
        Some((name, release)) => (name, Some(release)),
        None => (text, None),
    };
    let lower = name.trim().to_lowercase();
    let known = Stack::ALL
        .iter()
        .copied()
        .map(|stack| (stack.as_str(), stack))
        .chain(ALSO.iter().copied());
    let stack = known
        .into_iter()
        .find(|(known, _)| *known == lower)
        .map(|(_, stack)| stack)
        .ok_or_else(|| UnknownProgram::Name(name.to_owned()))?;
    let release = release
        .map(|text| {
            Release::parse(text.trim()).ok_or_else(|| UnknownProgram::Release(text.to_owned()))
        })
        .transpose()?
        .map(Span::exactly);
    Ok(Environment {
        program: Some(stack),
        release,
        api: release.filter(|_| stack == Stack::ShotgunApi3),
        ..Environment::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_read_with_their_release() {
        for (text, stack, release) in [
            ("shotgun_api3", Stack::ShotgunApi3, None),
            ("shotgun_api3@3.0.36", Stack::ShotgunApi3, Some("3.0.36")),
            ("tk-core@v0.18.142", Stack::Toolkit, Some("0.18.142")),
            ("Python@2.7.15", Stack::PythonSsl, Some("2.7.15")),
            ("node@20", Stack::Node, Some("20.0.0")),
        ] {
            let read = program(text).unwrap();
            assert_eq!(read.program, Some(stack), "{text}");
            let span = read.release.map(|span| span.first.to_string());
            assert_eq!(span.as_deref(), release, "{text}");
        }
        let name = program("perforce@1").unwrap_err();
        assert_eq!(name, UnknownProgram::Name("perforce".to_owned()));
        let release = program("curl@new").unwrap_err();
        assert_eq!(release, UnknownProgram::Release("new".to_owned()));
    }

    #[test]
    fn shown_names_are_known() {
        for name in PROGRAMS {
            assert!(program(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn every_name_is_distinct() {
        for (index, (name, _)) in ALSO.iter().enumerate() {
            let earlier = &ALSO[..index];
            assert!(earlier.iter().all(|(other, _)| other != name), "{name}");
            assert!(Stack::ALL.iter().all(|stack| stack.as_str() != *name));
        }
    }
}
