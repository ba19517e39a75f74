//! The commands for a shell, run for real.
#![cfg(unix)]
#![allow(clippy::disallowed_methods)] // Files are what the commands work on.

use crate::doc::Language;
use crate::input::{NoteKind, recognise};
use crate::lang::Lang;
use crate::location::SourceName;
use crate::text::guidance::{self, FileName};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A directory of its own, removed at the end.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("certwhy-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn run(&self, (language, command): &(Language, String)) -> String {
        assert_eq!(*language, Language::Shell);
        let output = Command::new("sh")
            .arg("-ec")
            .arg(command)
            .current_dir(&self.0)
            .output()
            .unwrap();
        assert!(output.status.success(), "{command}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn certificates(path: &Path) -> Vec<Vec<u8>> {
    let found = recognise(
        &SourceName::new("new-bundle.pem"),
        &std::fs::read(path).unwrap(),
    );
    let glued = |kind: &NoteKind| matches!(kind, NoteKind::MissingNewlineBetweenBlocks { .. });
    assert!(
        !found.notes.iter().any(|note| glued(&note.kind)),
        "{:?}",
        found.notes
    );
    found.certificates().map(|(der, _)| der.to_vec()).collect()
}

#[test]
fn appending_yields_the_union_also_when_the_last_line_has_no_end() {
    let directory = Directory::new("append");
    let old = test_pki::ca("Mock Old Root").self_signed();
    let root = super::samples::certificate("Mock Root; rm -rf /");
    let file = FileName::of(&root);
    let pem = crate::input::to_pem(root.as_der());
    std::fs::write(directory.path(&file.to_string()), pem).unwrap();
    for bundle in [
        old.pem(),
        old.pem().trim_end().to_owned(),
        old.pem().replace('\n', "\r\n"),
    ] {
        std::fs::write(directory.path("your-bundle.pem"), &bundle).unwrap();
        directory.run(&guidance::append_in_shell(&file));
        assert_eq!(
            certificates(&directory.path("new-bundle.pem")),
            [old.der().to_vec(), root.as_der().to_vec()]
        );
        assert_eq!(
            std::fs::read_to_string(directory.path("your-bundle.pem")).unwrap(),
            bundle
        );
    }
}

#[test]
fn variables_hold_the_full_path_of_the_new_file() {
    let directory = Directory::new("variables");
    let (language, set) = guidance::variables_in_shell();
    let shown = directory.run(&(
        language,
        format!(
            "{set}\nprintf '%s\\n' \"$SHOTGUN_API_CACERTS\" \"$SSL_CERT_FILE\" \"$REQUESTS_CA_BUNDLE\" \
             \"$HTTPLIB2_CA_CERTS\""
        ),
    ));
    let expected = std::fs::canonicalize(&directory.0)
        .unwrap()
        .join("new-bundle.pem");
    assert_eq!(shown.lines().count(), 4);
    for line in shown.lines() {
        assert_eq!(Path::new(line).file_name(), expected.file_name());
        assert_eq!(
            std::fs::canonicalize(Path::new(line).parent().unwrap()).unwrap(),
            expected.parent().unwrap()
        );
    }
}

#[test]
fn openssl_shows_the_fingerprint_that_the_words_name() {
    if Command::new("openssl").arg("version").output().is_err() {
        eprintln!("SKIPPED: openssl is not installed");
        return;
    }
    let directory = Directory::new("fingerprint");
    let root = super::samples::certificate("Mock Root");
    let file = FileName::of(&root);
    std::fs::write(
        directory.path(&file.to_string()),
        crate::input::to_pem(root.as_der()),
    )
    .unwrap();
    let shown = directory
        .run(&guidance::fingerprint_by_openssl(&file))
        .replace(':', "");
    assert!(shown.contains(&root.sha256().thumbprint()), "{shown}");
}

/// Also those that need a network or an administrator, and are not run here.
#[test]
fn every_command_for_a_shell_can_be_parsed_by_one() {
    let remedies = super::samples::remedies("Mock; CA");
    let advice = super::samples::advice("Mock; CA");
    let guidance = remedies
        .iter()
        .map(|remedy| super::samples::remedy_words(Lang::En, remedy))
        .chain(
            advice
                .iter()
                .map(|advice| super::samples::advice_words(Lang::En, advice)),
        );
    let mut parsed = 0;
    for (language, text) in guidance
        .flat_map(|guidance| guidance.steps)
        .filter_map(|step| step.command)
    {
        if language == Language::Shell {
            let output = Command::new("sh").arg("-nc").arg(&text).output().unwrap();
            assert!(output.status.success(), "{text}: {output:?}");
            parsed += 1;
        }
    }
    assert!(parsed > 20, "{parsed}");
}
