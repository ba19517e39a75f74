//! The program as its users run it: exit codes, what goes where, and files that are no bundles.

mod bad_input;
mod batch;
mod bundle;
mod error_text;
mod keystore;
mod place;
mod repair;
pub(crate) mod run;
mod words;

use run::{Folder, Run, certwhy};

/// A chain from a root that the bundle holds: trusted.
fn trusted() -> Folder {
    let folder = Folder::new();
    let root = test_pki::ca("Mock Root").self_signed();
    let other = test_pki::ca("Other Root").self_signed();
    let intermediate = test_pki::ca("Mock Intermediate").issued_by(&root);
    let leaf = test_pki::leaf("www.mock.example").issued_by(&intermediate);
    folder.write(
        "bundle.pem",
        test_pki::pem_bundle([other.der(), root.der()]),
    );
    folder.write("other.pem", other.pem());
    folder.write("root.pem", root.pem());
    folder.write(
        "chain.pem",
        test_pki::pem_bundle([leaf.der(), intermediate.der()]),
    );
    folder
}

#[test]
fn exit_codes_are_the_verdict() {
    let folder = trusted();
    folder.write(
        "error.txt",
        "SSLError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed",
    );
    for (arguments, code) in [
        (
            "explain --bundle bundle.pem --chain chain.pem --at 2024-01-15",
            0,
        ),
        (
            "explain --bundle bundle.pem --chain chain.pem --at 2024-01-15 --host www.mock.example",
            0,
        ),
        (
            "explain --bundle bundle.pem --chain chain.pem --at 2024-01-15 --host else.example",
            1,
        ),
        (
            "explain --bundle other.pem --chain chain.pem --at 2024-01-15",
            1,
        ),
        ("explain --chain chain.pem --at 2024-01-15", 1),
        ("explain --error error.txt", 3),
        (
            "explain --bundle bundle.pem --chain chain.pem --at 2019-01-15",
            1,
        ),
        ("bundle bundle.pem --at 2024-01-15", 0),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, code, "{arguments}\n{run:?}");
        assert_eq!(run.stderr, "", "{arguments}");
        assert!(!run.stdout.is_empty(), "{arguments}");
    }
}

#[test]
fn a_chain_and_a_bundle_in_one_file_or_in_any_order_are_told_apart() {
    let folder = trusted();
    folder.write(
        "s_client.txt",
        format!(
            "CONNECTED(00000003)\n---\nCertificate chain\n---\nServer certificate\n{}",
            folder.read("chain.pem")
        ),
    );
    let run = folder.run("explain s_client.txt bundle.pem --at 2024-01-15 --format json");
    assert_eq!(run.code, 0, "{run:?}");
    let run = folder.run("explain bundle.pem s_client.txt --at 2024-01-15 --format json");
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn standard_input_is_a_file_too() {
    let folder = trusted();
    let chain = folder.read("chain.pem");
    let run = folder.run_with(
        "explain --bundle bundle.pem --chain - --at 2024-01-15",
        &chain,
    );
    assert_eq!(run.code, 0, "{run:?}");
    let run = folder.run_with("explain --bundle - --chain - --at 2024-01-15", &chain);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("standard input"), "{run:?}");
}

#[test]
fn every_format_is_written_whole() {
    let folder = trusted();
    let question =
        "explain --bundle bundle.pem --chain chain.pem --at 2024-01-15 --host www.mock.example";
    for (format, start, end) in [
        ("text", "", "\n"),
        ("json", "{\n", "}\n"),
        ("html", "<!DOCTYPE html>", "</html>\n"),
        ("markdown", "# ", "\n"),
    ] {
        let run = folder.run(&format!("{question} --format {format}"));
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.stdout.starts_with(start), "{format}: {}", run.stdout);
        assert!(run.stdout.ends_with(end), "{format}: {}", run.stdout);
        assert!(!run.stdout.contains('\u{1b}'), "{format} has colour");
    }
}

#[test]
fn known_roots_can_be_replaced() {
    let folder = trusted();
    let question = "explain --bundle other.pem --chain chain.pem --at 2024-01-15 --format json";
    let built_in = folder.run(question).json();
    assert_eq!(built_in["question"]["known_roots"], "built-in");
    assert_eq!(built_in["remedies"].as_array().unwrap().len(), 0);
    let custom = folder
        .run(&format!("{question} --known-roots root.pem"))
        .json();
    assert_eq!(custom["question"]["known_roots"], "custom");
    assert_eq!(custom["cause"], "missing-root");
    let actions = custom["remedies"].as_array().unwrap();
    assert!(
        actions.iter().any(|remedy| remedy["action"] == "add-root"),
        "{custom}"
    );
}

#[test]
fn all_clients_answer_and_the_default_decides() {
    let folder = trusted();
    let json = folder
        .run("explain --bundle bundle.pem --chain chain.pem --at 2024-01-15 --client all --format json")
        .json();
    assert_eq!(json["question"]["client"], "openssl-3");
    let ids: Vec<&str> = json["clients"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.first(), Some(&"openssl-3"));
    assert_eq!(ids.len(), certwhy::client::profiles().len());
    let two = folder
        .run("explain --bundle bundle.pem --chain chain.pem --at 2024-01-15 --client webpki,rfc5280 --format json")
        .json();
    assert_eq!(two["question"]["client"], "webpki");
    assert_eq!(two["clients"].as_array().unwrap().len(), 2);
}

#[test]
fn what_certwhy_knows_can_be_listed() {
    let folder = Folder::new();
    for (arguments, code, in_output) in [
        ("roots Amazon", 0, "Amazon Root CA 1"),
        ("roots 8DA7F965", 0, "Amazon Root CA 1"),
        (
            "roots Amazon --format json",
            0,
            "\"8da7f965ec5efc37910f1c6e59fdc1cc6a6ede16\"",
        ),
        ("roots no-such-root", 1, "no-such-root"),
        ("clients", 0, "openssl-3"),
        ("clients --format json", 0, "\"openssl-3\""),
        ("codes", 0, "missing-root"),
        ("codes missing-root", 0, "missing-root"),
        ("codes missing-root --format json", 0, "\"missing-root\""),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, code, "{arguments}\n{run:?}");
        assert!(
            run.stdout.contains(in_output),
            "{arguments}\n{}",
            run.stdout
        );
    }
}

#[test]
fn help_and_version_are_answers() {
    for (arguments, in_output) in [
        (&["--help"][..], "Exit codes:"),
        (&["--version"], env!("CARGO_PKG_VERSION")),
        (&["explain", "--help"], "HTTPS_PROXY"),
        (&["repair", "--help"], "--in-place"),
    ] {
        let run = Run::of(certwhy().args(arguments), b"");
        assert_eq!(run.code, 0, "{arguments:?}");
        assert!(
            run.stdout.contains(in_output),
            "{arguments:?}\n{}",
            run.stdout
        );
        assert_eq!(run.stderr, "", "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    use std::process::Stdio;
    let mut child = certwhy()
        .args(["roots", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
