//! Machines made up for the purpose.

use super::machine::Machine;
use super::*;
use crate::cli::complaint::FileProblem;
use crate::lang::Lang;
use crate::moment::Moment;
use crate::render::{TerminalStyle, terminal};
use std::path::Path;

/// A machine in memory.
#[derive(Default)]
struct Fake {
    is_windows: bool,
    variables: Vec<(&'static str, &'static str)>,
    files: Vec<(&'static str, Vec<u8>)>,
    /// What a program prints, by its name and its first argument.
    programs: Vec<(&'static str, &'static str, String)>,
}

impl Machine for Fake {
    fn system(&self) -> System {
        if self.is_windows {
            System::Windows
        } else {
            System::Linux
        }
    }

    fn now(&self) -> Moment {
        Moment::parse("2026-11-22").unwrap()
    }

    fn variables(&self) -> Vec<(String, String)> {
        let set = self.variables.iter();
        set.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, FileProblem> {
        let found = self
            .files
            .iter()
            .find(|(name, _)| path.to_string_lossy().replace('\\', "/") == *name);
        found
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileProblem::Missing)
    }

    fn find(&self, program: &str) -> Option<PathBuf> {
        let found = self.programs.iter().find(|(name, _, _)| *name == program);
        found.map(|(name, _, _)| PathBuf::from(name))
    }

    fn ask(&self, program: &Path, arguments: &[&str]) -> Option<String> {
        let found = self.programs.iter().find(|(name, argument, _)| {
            Path::new(name) == program && arguments.first() == Some(argument)
        });
        found.map(|(_, _, text)| text.clone())
    }
}

fn old_list() -> Vec<u8> {
    include_bytes!("../../../examples/old-bundle.pem").to_vec()
}

/// The newest list, as certifi carries it.
fn new_list() -> Vec<u8> {
    let known = KnownRoots::built_in();
    let newest = known.newest();
    let pems = newest.members().filter_map(|root| root.der());
    pems.map(crate::input::to_pem)
        .collect::<String>()
        .into_bytes()
}

/// A Python with this API in it.
fn python(version: &str, api: Option<&str>) -> String {
    let mut text =
        format!("executable\t/py/python\nprefix\t/py\nversion\t{version}\ncafile\t/ssl/cert.pem\n");
    if let Some(api) = api {
        text.push_str("shotgun_api3\t/py/shotgun_api3\n");
        text.push_str(&format!("shotgun_api3.version\t{api}\n"));
    }
    text
}

fn examined(machine: &Fake) -> Examined {
    examine(machine, &KnownRoots::built_in(), None)
}

fn of(found: &Examined, program: Stack, call: Option<Call>) -> &FoundClient {
    let is_it = |client: &&FoundClient| client.program == program && client.call == call;
    found
        .clients
        .iter()
        .find(is_it)
        .expect("the client is found")
}

/// The API of 2018 reads its own old list for calls, and what Python reads for uploads to S3, whatever the variable says.
#[test]
fn an_api_that_reads_two_places() {
    let machine = Fake {
        variables: vec![("SHOTGUN_API_CACERTS", "/new.pem")],
        files: vec![
            ("/new.pem", new_list()),
            ("/ssl/cert.pem", old_list()),
            ("/py/shotgun_api3/lib/httplib2/cacerts.txt", old_list()),
        ],
        programs: vec![("python", "-B", python("2.7.15", Some("3.0.36")))],
        ..Fake::default()
    };
    let found = examined(&machine);
    let api = of(&found, Stack::ShotgunApi3, Some(Call::Api));
    let upload = of(&found, Stack::ShotgunApi3, Some(Call::UploadS3));
    assert_eq!(api.reads[0].place.as_str(), "SHOTGUN_API_CACERTS");
    assert_eq!(api.trusts, [Some(true), Some(true)]);
    assert_eq!(upload.reads[0].place.as_str(), "openssl-default");
    assert_eq!(upload.trusts, [Some(false), Some(false)]);
    assert!(!found.is_sound());
}

#[test]
fn a_variable_that_names_nothing_is_told() {
    let machine = Fake {
        variables: vec![
            ("SSL_CERT_FILE", "/no/such.pem"),
            ("ShotGrid_API_CACERTS", "/new.pem"),
            ("PATH", "/bin"),
        ],
        files: vec![("/new.pem", new_list())],
        programs: vec![("python3", "-B", python("3.12.1", None))],
        ..Fake::default()
    };
    let found = examined(&machine);
    let kinds: Vec<_> = found.variables.iter().map(|set| set.kind).collect();
    let meant = CaVariable::ShotgunApiCacerts;
    assert_eq!(
        kinds,
        [
            VariableKind::Read(CaVariable::SslCertFile),
            VariableKind::Misnamed(meant)
        ]
    );
    assert_eq!(found.variables[0].state, FileState::Missing);
    let own = of(&found, Stack::PythonSsl, None);
    assert_eq!(own.reads[0].state, FileState::Missing);
    for lang in Lang::ALL {
        let text = terminal(&text::examined(*lang, &found), &TerminalStyle::default());
        assert!(text.contains("ShotGrid_API_CACERTS"), "{text}");
        assert!(text.contains("SHOTGUN_API_CACERTS"), "{text}");
    }
}

/// On Windows, Python reads the store and what the variable names beside it.
#[test]
fn windows_adds_the_store() {
    let store = String::from_utf8(new_list()).unwrap();
    let machine = Fake {
        is_windows: true,
        variables: vec![("shotgun_api_cacerts", "C:/old.pem")],
        files: vec![("C:/old.pem", old_list())],
        programs: vec![
            ("python", "-B", python("3.11.7", Some("3.9.0"))),
            ("powershell", "-NoProfile", store),
        ],
    };
    let found = examined(&machine);
    let own = of(&found, Stack::PythonSsl, None);
    assert_eq!(own.reads[0].place.as_str(), "windows-root-store");
    assert_eq!(own.trusts, [Some(true), Some(true)]);
    let kind = found.variables[0].kind;
    assert_eq!(kind, VariableKind::Read(CaVariable::ShotgunApiCacerts));
    let api = of(&found, Stack::ShotgunApi3, Some(Call::Api));
    assert_eq!(api.trusts, [Some(false), Some(false)]);
}

#[test]
fn an_empty_machine_is_sound() {
    let found = examined(&Fake::default());
    assert!(found.clients.is_empty() && found.is_sound());
    let json: serde_json::Value = serde_json::from_str(&data::document(&found)).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["sound"], true);
}

#[test]
fn the_documents_say_the_same_in_both_languages() {
    let machine = Fake {
        variables: vec![("REQUESTS_CA_BUNDLE", "/old.pem")],
        files: vec![
            ("/old.pem", old_list()),
            ("/etc/ssl/cert.pem", b"x".to_vec()),
        ],
        programs: vec![
            (
                "curl",
                "--version",
                "curl 8.5.0 (x86_64) libcurl/8.5.0".to_owned(),
            ),
            ("git", "--version", "git version 2.47.3".to_owned()),
            ("node", "-e", "v20.1.0\n".to_owned()),
            (
                "openssl",
                "version",
                "OpenSSL 3.0.19 27 Jan 2026\nOPENSSLDIR: \"/usr/lib/ssl\"\n".to_owned(),
            ),
            (
                "java",
                "-XshowSettings:properties",
                "    java.home = /jvm\n    java.version = 17.0.15\n".to_owned(),
            ),
        ],
        ..Fake::default()
    };
    let found = examined(&machine);
    let programs: Vec<&str> = found
        .clients
        .iter()
        .map(|one| one.program.as_str())
        .collect();
    assert_eq!(
        programs,
        ["openssl-s_client", "curl", "git", "node", "java"]
    );
    for lang in Lang::ALL {
        insta::assert_snapshot!(
            format!("doctor_{lang}"),
            terminal(&text::examined(*lang, &found), &TerminalStyle::default())
        );
    }
}
