//! `certwhy repair`: what it writes, what it keeps, and when it refuses.

use super::run::{Folder, Run};
use super::trusted;
use certwhy::certificate::CertSha256;
use certwhy::input::recognise;
use certwhy::location::SourceName;

const FOR_CHAIN: &str =
    "repair --bundle other.pem --chain chain.pem --known-roots root.pem --at 2024-01-15";

/// The certificates of a PEM text; nothing may be wrong with it.
fn certificates(pem: &str) -> Vec<CertSha256> {
    let recognised = recognise(&SourceName::new("test"), pem.as_bytes());
    assert_eq!(recognised.notes, [], "{pem}");
    recognised
        .certificates()
        .map(|(der, _)| CertSha256::of(der))
        .collect()
}

fn repaired(folder: &Folder, arguments: &str) -> Run {
    let run = folder.run(arguments);
    assert_eq!(run.code, 0, "{arguments}\n{run:?}");
    run
}

#[test]
fn the_proven_root_is_added_behind_what_was_there() {
    let folder = trusted();
    let run = repaired(&folder, FOR_CHAIN);
    let expected = [folder.read("other.pem"), folder.read("root.pem")].concat();
    assert_eq!(certificates(&run.stdout), certificates(&expected));
    assert!(run.stdout.contains("# Subject: CN=Mock Root"), "{run:?}");
    assert!(run.stdout.contains("# Added by certwhy."), "{run:?}");
    assert!(run.stderr.contains("Mock Root"), "{run:?}");

    folder.write("repaired.pem", &run.stdout);
    let question = "explain --bundle repaired.pem --chain chain.pem --at 2024-01-15";
    assert_eq!(folder.run(question).code, 0);
}

#[test]
fn a_file_is_written_whole_and_leaves_nothing_beside_it() {
    let folder = trusted();
    let before = folder.names();
    let run = repaired(&folder, &format!("{FOR_CHAIN} -o out.pem"));
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("out.pem"), "{run:?}");
    assert_eq!(certificates(&folder.read("out.pem")).len(), 2);
    let mut expected = before;
    expected.push("out.pem".to_owned());
    expected.sort();
    assert_eq!(folder.names(), expected);
}

#[test]
fn in_place_keeps_every_earlier_file() {
    let folder = trusted();
    let original = folder.read("other.pem");
    repaired(&folder, &format!("{FOR_CHAIN} --in-place"));
    assert_eq!(folder.read("other.pem.bak"), original);
    assert_eq!(certificates(&folder.read("other.pem")).len(), 2);

    let run = repaired(&folder, &format!("{FOR_CHAIN} --in-place"));
    assert!(run.stderr.contains("Nothing to repair"), "{run:?}");
    folder.write("other.pem", &original);
    repaired(&folder, &format!("{FOR_CHAIN} --in-place"));
    assert_eq!(folder.read("other.pem.bak"), original);
    assert_eq!(folder.read("other.pem.bak.2"), original);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = trusted();
    symlink("other.pem", folder.path("link.pem")).unwrap();
    let mode = std::fs::Permissions::from_mode(0o640);
    std::fs::set_permissions(folder.path("other.pem"), mode).unwrap();
    let through_link = FOR_CHAIN.replace("other.pem", "link.pem");
    repaired(&folder, &format!("{through_link} --in-place"));
    let kind = |name: &str| std::fs::symlink_metadata(folder.path(name)).unwrap();
    assert!(kind("link.pem").file_type().is_symlink());
    assert_eq!(kind("other.pem").permissions().mode() & 0o777, 0o640);
    assert_eq!(kind("other.pem.bak").permissions().mode() & 0o777, 0o640);
    let run = folder.run(&format!("{FOR_CHAIN} -o link.pem"));
    assert_eq!(run.code, 2, "{run:?}");
}

#[test]
fn the_input_is_never_written_unasked() {
    let folder = trusted();
    let original = folder.read("other.pem");
    for output in ["other.pem", "./other.pem"] {
        let run = folder.run(&format!("{FOR_CHAIN} -o {output}"));
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains("--in-place"), "{run:?}");
    }
    assert_eq!(folder.read("other.pem"), original);
}

#[test]
fn damage_repetitions_and_keys_are_left_out() {
    let folder = trusted();
    let other = folder.read("other.pem");
    let key = test_pki::Key::p256("secret").private_key_pem();
    let cut: String = other.split_inclusive('\n').take(4).collect();
    folder.write("dirty.pem", format!("{cut}{other}{key}{other}"));
    let run = repaired(
        &folder,
        "repair --bundle dirty.pem --chain chain.pem --known-roots root.pem --at 2024-01-15",
    );
    let expected = format!("{other}{}", folder.read("root.pem"));
    assert_eq!(certificates(&run.stdout), certificates(&expected));
    assert!(!run.stdout.contains("PRIVATE"), "{run:?}");
    for words in ["private key", "repetitions", "cannot be read"] {
        assert!(run.stderr.contains(words), "{words}\n{run:?}");
    }
}

#[test]
fn the_public_list_can_be_added_as_a_whole() {
    let folder = trusted();
    let run = repaired(
        &folder,
        "repair --bundle other.pem --current --at 2024-01-15",
    );
    let found = certificates(&run.stdout);
    let known = certwhy::known::KnownRoots::built_in();
    assert_eq!(found.len(), known.newest().len() + 1);
    assert_eq!(found[..1], certificates(&folder.read("other.pem")));
    assert!(run.stdout.is_ascii());
}

#[test]
fn it_refuses_where_nothing_is_proven() {
    let folder = trusted();
    folder.write(
        "leaf.pem",
        folder
            .read("chain.pem")
            .split_inclusive("-----END CERTIFICATE-----\n")
            .next()
            .unwrap(),
    );
    let question = "--at 2024-01-15 -o out.pem";
    for (arguments, code, words) in [
        (
            "repair --bundle other.pem --chain chain.pem",
            1,
            "Nothing written",
        ),
        (
            "repair --bundle other.pem --chain leaf.pem",
            1,
            "server must change",
        ),
        (
            "repair --bundle bundle.pem --chain chain.pem --host else.example",
            1,
            "Nothing written",
        ),
        ("repair --bundle nothing.pem --current", 2, "nothing.pem"),
    ] {
        let run = folder.run(&format!("{arguments} {question}"));
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (code, ""),
            "{arguments}\n{run:?}"
        );
        assert!(run.stderr.contains(words), "{arguments}\n{run:?}");
    }
    let run = folder.run_with(
        "repair --bundle - --current --in-place",
        &folder.read("other.pem"),
    );
    assert_eq!(run.code, 2, "{run:?}");
    assert!(!folder.names().contains(&"out.pem".to_owned()));
}

#[test]
fn in_place_does_not_change_the_format() {
    let folder = trusted();
    let der = test_pki::ca("Other Root").self_signed();
    folder.write("other.der", der.der());
    let run = folder.run("repair --bundle other.der --current --in-place");
    assert_eq!(run.code, 2, "{run:?}");
    assert_eq!(
        folder
            .names()
            .iter()
            .filter(|name| name.starts_with("other.der"))
            .count(),
        1
    );
    let run = folder.run("repair --bundle other.der --current");
    assert_eq!(run.code, 0, "{run:?}");
}

/// Without a chain and without the public list there is only damage to mend: nothing is added.
#[test]
fn a_bundle_alone_is_freed_from_repetitions() {
    let folder = trusted();
    let once = folder.read("bundle.pem");
    folder.write("twice.pem", [once.as_str(), once.as_str()].concat());
    let run = repaired(&folder, "repair --bundle twice.pem");
    assert_eq!(certificates(&run.stdout), certificates(&once));
    assert!(!run.stdout.contains("Added by certwhy"), "{run:?}");
}

/// A hundred names are no message.
#[test]
fn only_the_first_few_of_many_added_roots_are_named() {
    let folder = trusted();
    let run = repaired(&folder, "repair --bundle bundle.pem --current -o out.pem");
    assert!(run.stderr.contains(" more."), "{run:?}");
    assert!(run.stderr.len() < 1000, "{run:?}");
}

/// The page hands out what the command line writes, byte for byte.
#[test]
fn the_page_gives_the_same_file() {
    use certwhy::explain::{Options, Purpose, Supplied, explain};
    use certwhy::page::download::{Context, Download, file};

    let folder = trusted();
    let other = folder.read("other.pem");
    let cut: String = other.split_inclusive('\n').take(4).collect();
    folder.write("damaged.pem", format!("{other}{cut}"));
    folder.write("twice.pem", format!("{other}\n# a comment\n\n{other}"));
    let known = certwhy::known::KnownRoots::from_certificates(
        recognise(
            &SourceName::new("root.pem"),
            folder.read("root.pem").as_bytes(),
        )
        .certificates()
        .map(|(der, _)| der.to_vec()),
    );
    let supplied = |purpose, name: &str| Supplied {
        purpose,
        recognised: recognise(&SourceName::new(name), folder.read(name).as_bytes()),
        file_sha256: None,
    };
    for (bundle, chain) in [
        ("other.pem", "--chain chain.pem"),
        ("damaged.pem", "--chain chain.pem"),
        ("damaged.pem", ""),
        ("twice.pem", ""),
        ("twice.pem", "--chain chain.pem"),
    ] {
        let run = repaired(
            &folder,
            &format!("repair --bundle {bundle} {chain} --known-roots root.pem --at 2024-01-15"),
        );
        let mut inputs = vec![supplied(Purpose::Bundle, bundle)];
        inputs.extend((!chain.is_empty()).then(|| supplied(Purpose::Chain, "chain.pem")));
        let options = Options {
            host: None,
            at: certwhy::moment::Moment::parse("2024-01-15").unwrap(),
            client: certwhy::client::Client::default(),
            others: Vec::new(),
            known: &known,
            environment: certwhy::environment::Environment::default(),
        };
        let report = explain(&inputs, &options);
        let context = Context {
            report: &report,
            inputs: &inputs,
            lang: certwhy::lang::Lang::Ja,
        };
        let given = file(Download::RepairedBundle, &context).map(|file| file.bytes);
        let given = given.map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(
            given.as_deref(),
            Some(run.stdout.as_str()),
            "{bundle} {chain}"
        );
    }
}
