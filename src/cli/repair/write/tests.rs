use super::*;
use crate::input::{Password, recognise};
use crate::moment::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A temporary folder, gone at the end of the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("certwhy-write-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn pem() -> Writing {
    Writing {
        form: OutputForm::Pem,
        password: Password::new(""),
        at: Moment::from_unix(0),
    }
}

fn bundle(name: &str) -> BundleFile {
    let root = test_pki::ca(name).self_signed();
    BundleFile::of(&recognise(&SourceName::new("test"), root.der()))
}

fn problem_of(outcome: Result<(String, Option<PathBuf>), Complaint>) -> WriteProblem {
    match outcome {
        Err(Complaint::NotWritten { problem, .. }) => problem,
        other => panic!("{other:?}"),
    }
}

#[test]
fn standard_output_gets_the_text() {
    let bundle = bundle("A");
    let written = write(&Destination::StandardOutput, &bundle, &pem()).unwrap();
    assert_eq!(written, (bundle.to_pem(), None));
}

#[test]
fn a_file_is_replaced_whole() {
    let folder = Folder::new();
    let path = folder.0.join("out.pem");
    for name in ["A", "B"] {
        let bundle = bundle(name);
        let written = write(&Destination::File(path.clone()), &bundle, &pem()).unwrap();
        assert_eq!(written, (String::new(), None));
        assert_eq!(fs::read_to_string(&path).unwrap(), bundle.to_pem());
    }
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1);
}

#[test]
fn what_reads_back_differently_is_not_put_in_place() {
    let folder = Folder::new();
    let path = folder.0.join("out.pem");
    fs::write(&path, "old").unwrap();
    for text in ["", "other", &bundle("B").to_pem()] {
        let new = New {
            bytes: text.as_bytes().to_vec(),
            bundle: &bundle("A"),
            writing: &pem(),
        };
        let outcome = new.replace(&path);
        assert_eq!(outcome, Err(WriteProblem::ReadBackDiffers), "{text}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1);
}

#[test]
fn backups_do_not_replace_each_other() {
    let folder = Folder::new();
    let path = folder.0.join("in.pem");
    let names = ["in.pem.bak", "in.pem.bak.2", "in.pem.bak.3"];
    for (content, name) in ["one", "two", "three"].into_iter().zip(names) {
        fs::write(&path, content).unwrap();
        let (_, backup) = write(&Destination::InPlace(path.clone()), &bundle("A"), &pem()).unwrap();
        assert_eq!(backup.unwrap().file_name().unwrap(), name);
        assert_eq!(fs::read_to_string(folder.0.join(name)).unwrap(), content);
    }
}

#[test]
fn folders_that_are_not_there_and_files_that_are_folders() {
    let folder = Folder::new();
    let missing = Destination::File(folder.0.join("none").join("out.pem"));
    assert_eq!(
        problem_of(write(&missing, &bundle("A"), &pem())),
        WriteProblem::FolderMissing
    );
    let refused = beside(&folder.0.join("in.pem"), &folder.0);
    assert!(matches!(
        refused,
        Err(Complaint::NotWritten {
            problem: WriteProblem::Folder,
            ..
        })
    ));
}

#[test]
fn the_input_is_known_under_any_name() {
    let folder = Folder::new();
    let input = folder.0.join("in.pem");
    fs::write(&input, "x").unwrap();
    let same = folder.0.join(".").join("in.pem");
    assert!(matches!(
        beside(&input, &same),
        Err(Complaint::NotWritten {
            problem: WriteProblem::IsTheInput,
            ..
        })
    ));
    let other = folder.0.join("out.pem");
    assert_eq!(beside(&input, &other), Ok(Destination::File(other)));
}

#[test]
fn reading_back_compares_order_too() {
    let [a, b] = ["A", "B"].map(|name| test_pki::ca(name).self_signed());
    let parse = |one: &test_pki::Certified| {
        Arc::new(crate::certificate::Certificate::parse(one.der()).unwrap())
    };
    let none = BundleFile::of(&recognise(&SourceName::new("test"), b""));
    let bundle = none.clone().with(vec![parse(&a), parse(&b)]);
    for form in [OutputForm::Pem, OutputForm::Jks, OutputForm::Pkcs12] {
        for password in ["changeit", "", "päss 🔑"] {
            let password = Password::new(password);
            let writing = Writing {
                form,
                password,
                ..pem()
            };
            let new = New {
                bytes: Vec::new(),
                bundle: &bundle,
                writing: &writing,
            };
            let bytes = bundle.written(&writing);
            assert!(new.is(&bytes), "{writing:?}");
            let swapped = none.clone().with(vec![parse(&b), parse(&a)]);
            assert!(!new.is(&swapped.written(&writing)), "{writing:?}");
        }
    }
}
