//! Variables and files for roots that a text names, and the variables that look right and are read by nothing.

use super::frame::cut;
use super::source::Source;

/// A variable that some client reads to find its roots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaVariable {
    /// `SHOTGUN_API_CACERTS` of `shotgun_api3`.
    ShotgunApiCacerts,
    /// `SSL_CERT_FILE` of OpenSSL.
    SslCertFile,
    /// `SSL_CERT_DIR` of OpenSSL.
    SslCertDir,
    /// `REQUESTS_CA_BUNDLE` of requests.
    RequestsCaBundle,
    /// `CURL_CA_BUNDLE` of curl and requests.
    CurlCaBundle,
    /// `AWS_CA_BUNDLE` of botocore.
    AwsCaBundle,
    /// `HTTPLIB2_CA_CERTS` of httplib2.
    Httplib2CaCerts,
    /// `NODE_EXTRA_CA_CERTS` of Node.
    NodeExtraCaCerts,
    /// `GIT_SSL_CAINFO` of git.
    GitSslCaInfo,
    /// `PIP_CERT` of pip.
    PipCert,
}

impl CaVariable {
    /// Every variable.
    pub const ALL: &[Self] = &[
        Self::ShotgunApiCacerts,
        Self::SslCertFile,
        Self::SslCertDir,
        Self::RequestsCaBundle,
        Self::CurlCaBundle,
        Self::AwsCaBundle,
        Self::Httplib2CaCerts,
        Self::NodeExtraCaCerts,
        Self::GitSslCaInfo,
        Self::PipCert,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ShotgunApiCacerts => "SHOTGUN_API_CACERTS",
            Self::SslCertFile => "SSL_CERT_FILE",
            Self::SslCertDir => "SSL_CERT_DIR",
            Self::RequestsCaBundle => "REQUESTS_CA_BUNDLE",
            Self::CurlCaBundle => "CURL_CA_BUNDLE",
            Self::AwsCaBundle => "AWS_CA_BUNDLE",
            Self::Httplib2CaCerts => "HTTPLIB2_CA_CERTS",
            Self::NodeExtraCaCerts => "NODE_EXTRA_CA_CERTS",
            Self::GitSslCaInfo => "GIT_SSL_CAINFO",
            Self::PipCert => "PIP_CERT",
        }
    }
}

/// A place of roots that the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A variable, with its value where the text has it.
    Variable {
        /// Which.
        variable: CaVariable,
        /// What it is set to.
        value: Option<String>,
    },
    /// A file of roots.
    File(String),
}

/// A variable whose name was built from the product's name. No client reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongVariable {
    /// The name, as it was written.
    pub name: String,
    /// Which variable was probably meant.
    pub meant: CaVariable,
}

const LONGEST: usize = 1024;
const MOST: usize = 16;
/// The end of the variable that the articles build from the product's name.
const API_CACERTS: &str = "_api_cacerts";
/// How files of roots end.
const ENDINGS: &[&str] = &[
    ".pem",
    ".crt",
    ".cer",
    "cacerts.txt",
    ".jks",
    "/cacerts",
    "\\cacerts",
];
/// What ends a path in a message.
const STOPS: &[char] = &[
    '"', '\'', '`', '\n', '\r', '<', '>', '|', ';', '\u{2018}', '\u{2019}',
];

/// The variables and files, each once.
pub(super) fn settings(source: &Source<'_>) -> Vec<Setting> {
    let variables = CaVariable::ALL.iter().filter_map(|variable| {
        let name = variable.name();
        let lower = name.to_ascii_lowercase();
        let values: Vec<Option<String>> = source
            .places(&lower)
            .filter(|at| is_word(source.text(), *at, name))
            .map(|at| value(source.from(at + name.len())))
            .collect();
        let given = values.iter().flatten().next().cloned();
        (!values.is_empty()).then_some(Setting::Variable {
            variable: *variable,
            value: given,
        })
    });
    variables
        .chain(files(source).into_iter().map(Setting::File))
        .collect()
}

/// Variables such as `SHOTGRID_API_CACERTS`; `Shotgun_API_CACERTS` too, which only Windows takes for the right one.
pub(super) fn wrong_variables(source: &Source<'_>) -> Vec<WrongVariable> {
    let right = CaVariable::ShotgunApiCacerts;
    let mut found: Vec<WrongVariable> = Vec::new();
    for end in source.places(API_CACERTS) {
        let before = source.text().get(..end).unwrap_or_default();
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let start = before.rfind(|c: char| !is_part(c)).map_or(0, |at| {
            at + before
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
        let name = source
            .text()
            .get(start..end + API_CACERTS.len())
            .unwrap_or_default();
        let wrong = WrongVariable {
            name: cut(name, LONGEST).to_owned(),
            meant: right,
        };
        if start < end && name != right.name() && !found.contains(&wrong) && found.len() < MOST {
            found.push(wrong);
        }
    }
    found
}

/// Whether a name stands there as a whole word, in capitals as it is read.
fn is_word(text: &str, at: usize, name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let rest = text.get(at..).unwrap_or_default();
    let behind = rest.strip_prefix(name).map(|behind| behind.chars().next());
    !before.is_some_and(is_part) && behind.is_some_and(|behind| !behind.is_some_and(is_part))
}

/// `=value`, `: value`, `="value"` behind the name of a variable.
fn value(rest: &str) -> Option<String> {
    let rest = rest
        .trim_start_matches(['\'', '"', ']'])
        .trim_start_matches(' ');
    let rest = rest
        .strip_prefix(['=', ':'])?
        .trim_start_matches([' ', '"', '\'']);
    let end = rest.find(STOPS).unwrap_or(rest.len());
    let value = cut(rest.get(..end)?, LONGEST).trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Paths of files of roots.
fn files(source: &Source<'_>) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for ending in ENDINGS {
        for at in source.places(ending).take(MOST) {
            let end = at + ending.len();
            let behind = source.from(end).chars().next();
            let is_end = behind
                .is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '_' | '/' | '\\' | '-')));
            let path = path_before(source.text(), end).filter(|_| is_end);
            let path = path.filter(|path| found.iter().all(|(_, known)| known != path));
            found.extend(path.map(|path| (at, path)));
        }
    }
    found.sort();
    found.into_iter().map(|(_, path)| path).take(MOST).collect()
}

/// The path that ends there. It begins at a slash or a drive; without either it is a bare name, which tells nothing.
fn path_before(text: &str, end: usize) -> Option<String> {
    let start = end.saturating_sub(LONGEST);
    let start = (start..=end).find(|at| text.is_char_boundary(*at))?;
    let before = text.get(start..end)?;
    let from = before.rfind(STOPS).map_or(0, |at| {
        at + before
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8)
    });
    let run = before.get(from..)?;
    let drive = run
        .find(":\\")
        .or_else(|| run.find(":/"))
        .and_then(|at| at.checked_sub(1));
    let begin = match drive {
        Some(at)
            if run
                .get(at..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())) =>
        {
            at
        }
        Some(_) | None => run.find(" /").map(|at| at + 1).or_else(|| run.find('/'))?,
    };
    let path = run.get(begin..)?;
    (!path.contains("://") && !path.starts_with("//")).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_with_their_values() {
        let text = "set SHOTGUN_API_CACERTS=C:\\certs\\cacert.pem\nMY_SSL_CERT_FILE=no os.environ['SSL_CERT_FILE'] = '/a b/c.pem'\nREQUESTS_CA_BUNDLE";
        let found = settings(&Source::new(text));
        let variable = |variable, value: Option<&str>| Setting::Variable {
            variable,
            value: value.map(str::to_owned),
        };
        assert_eq!(
            found,
            [
                variable(CaVariable::ShotgunApiCacerts, Some("C:\\certs\\cacert.pem")),
                variable(CaVariable::SslCertFile, Some("/a b/c.pem")),
                variable(CaVariable::RequestsCaBundle, None),
                Setting::File("C:\\certs\\cacert.pem".to_owned()),
                Setting::File("/a b/c.pem".to_owned()),
            ]
        );
    }

    #[test]
    fn variables_that_nothing_reads() {
        for (text, wrong) in [
            ("ShotGrid_API_CACERTS=/a", Some("ShotGrid_API_CACERTS")),
            ("export SHOTGRID_API_CACERTS", Some("SHOTGRID_API_CACERTS")),
            ("「FLOW_API_CACERTS」", Some("FLOW_API_CACERTS")),
            ("Shotgun_API_CACERTS", Some("Shotgun_API_CACERTS")),
            ("SHOTGUN_API_CACERTS", None),
            ("_API_CACERTS", None),
        ] {
            let found = wrong_variables(&Source::new(text));
            assert_eq!(
                found.first().map(|wrong| wrong.name.as_str()),
                wrong,
                "{text}"
            );
        }
    }

    #[test]
    fn files_of_roots() {
        for (text, file) in [
            (
                "CAfile: /etc/ssl/certs/ca-certificates.crt CApath: none",
                Some("/etc/ssl/certs/ca-certificates.crt"),
            ),
            (
                "invalid path: C:\\Program Files\\x\\cacert.pem",
                Some("C:\\Program Files\\x\\cacert.pem"),
            ),
            ("see https://curl.se/ca/cacert.pem", None),
            ("cacert.pem", None),
            ("/a/x.pem_old", None),
        ] {
            assert_eq!(
                files(&Source::new(text)).first().map(String::as_str),
                file,
                "{text}"
            );
        }
    }
}
