//! Files that are no bundles, and arguments that are none.

use super::run::{Folder, Run, certwhy};
use super::trusted;
use std::time::{Duration, Instant};

/// Files of the wrong kind, and words that the complaint must have.
fn wrong_files() -> Vec<(&'static str, Vec<u8>)> {
    let key = test_pki::Key::p256("bad input").private_key_pem();
    let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10];
    jpeg.extend(b"JFIF\0");
    jpeg.extend([7_u8; 4000]);
    let whole = test_pki::ca("Truncated").self_signed().pem();
    vec![
        ("empty", Vec::new()),
        ("blank", b" \r\n\t\n".to_vec()),
        ("zeros", vec![0; 1_000_000]),
        (
            "page.html",
            b"<!DOCTYPE html><html><title>Sign in</title>".to_vec(),
        ),
        ("key.pem", key.into_bytes()),
        ("cut.pem", whole.as_bytes()[..whole.len() / 2].to_vec()),
        ("picture.jpg", jpeg),
        ("words.txt", b"hello, world".to_vec()),
    ]
}

#[test]
fn files_of_the_wrong_kind_are_named_and_told_what_was_expected() {
    let folder = Folder::new();
    for (name, content) in wrong_files() {
        folder.write(name, content);
        for command in ["bundle", "explain", "explain --bundle", "explain --chain"] {
            let arguments = format!("{command} {name} --format json");
            let run = folder.run(&arguments);
            assert_eq!(run.code, 2, "{arguments}\n{run:?}");
            assert!(run.stderr.contains(name), "{arguments}\n{run:?}");
            assert!(run.stderr.contains("Expected"), "{arguments}\n{run:?}");
            let findings = run.json()["findings"].as_array().unwrap().clone();
            assert!(!findings.is_empty(), "{arguments}\n{run:?}");
        }
    }
}

#[test]
fn files_that_cannot_be_opened_are_complaints_alone() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("folder")).unwrap();
    for (name, reason) in [("missing.pem", "no such file"), ("folder", "folder")] {
        for command in [
            "bundle",
            "explain",
            "explain --error",
            "explain --known-roots",
            "repair --current --bundle",
        ] {
            let arguments = format!("{command} {name}");
            let run = folder.run(&arguments);
            assert_eq!(
                (run.code, run.stdout.as_str()),
                (2, ""),
                "{arguments}\n{run:?}"
            );
            assert!(run.stderr.starts_with("certwhy: "), "{arguments}\n{run:?}");
            for word in [name, reason, "Expected"] {
                assert!(run.stderr.contains(word), "{arguments}\n{run:?}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn no_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.write("secret.pem", "x");
    std::fs::set_permissions(
        folder.path("secret.pem"),
        std::fs::Permissions::from_mode(0o000),
    )
    .unwrap();
    if std::fs::read(folder.path("secret.pem")).is_ok() {
        eprintln!("SKIPPED: this user may read everything");
        return;
    }
    let run = folder.run("bundle secret.pem");
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("permission"), "{run:?}");
}

#[test]
fn every_missing_file_is_named_at_once() {
    let run = Folder::new().run("explain --bundle a.pem --chain b.pem c.txt");
    assert_eq!(run.code, 2);
    assert_eq!(run.stderr.lines().count(), 3, "{run:?}");
}

#[test]
fn fifty_megabytes_of_zeros_are_quickly_refused() {
    let folder = Folder::new();
    folder.write("zeros", vec![0; 50_000_000]);
    let start = Instant::now();
    let run = folder.run("bundle zeros --format json");
    assert_eq!(run.code, 2, "{run:?}");
    // Ten times what is asked of a release build.
    assert!(
        start.elapsed() < Duration::from_secs(10),
        "{:?}",
        start.elapsed()
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_never_ends_is_refused() {
    let run = Folder::new().run("bundle /dev/zero");
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("64 MiB"), "{run:?}");
}

#[test]
fn no_private_key_comes_out_in_any_format() {
    let folder = trusted();
    let key = test_pki::Key::p256("secret").private_key_pem();
    let secret: Vec<&str> = key.lines().filter(|line| !line.starts_with('-')).collect();
    let with_key = |name: &str| format!("{key}{}", folder.read(name));
    folder.write("bundle+key.pem", with_key("bundle.pem"));
    folder.write("chain+key.pem", with_key("chain.pem"));
    folder.write(
        "error+key.txt",
        format!("SSLError: CERTIFICATE_VERIFY_FAILED\n{key}"),
    );
    folder.write("key.pem", &key);
    for command in [
        "explain bundle+key.pem chain+key.pem --details",
        "explain --bundle bundle+key.pem --chain chain+key.pem --details",
        "explain --error error+key.txt",
        "explain --error key.pem",
        "bundle bundle+key.pem --details",
        "bundle key.pem",
    ] {
        for format in ["text", "json", "html", "markdown"] {
            let run = folder.run(&format!("{command} --format {format}"));
            for line in &secret {
                assert!(!run.stdout.contains(line), "{command} {format}");
                assert!(!run.stderr.contains(line), "{command} {format}");
            }
        }
    }
}

#[test]
fn wrong_arguments_are_told_what_would_be_right() {
    let folder = trusted();
    for (arguments, words) in [
        ("explain --host www.mock.example", &["--connect"][..]),
        (
            "explain chain.pem --host https://www.mock.example/",
            &["www.mock.example"],
        ),
        (
            "explain chain.pem --host www.mock.example:443",
            &["www.mock.example", "port"],
        ),
        (
            "explain chain.pem --at yesterday",
            &["yesterday", "2024-01-15"],
        ),
        (
            "explain chain.pem --client netscape-4",
            &["netscape-4", "certwhy clients"],
        ),
        (
            "explain chain.pem --host a..b --at never --client none",
            &["a..b", "never", "none"],
        ),
        ("explain --connect example.com:0", &["65535"]),
        ("explain --connect https://example.com/", &["example.com"]),
        ("codes no-such-code", &["no-such-code", "certwhy codes"]),
        ("explain --known-roots words chain.pem", &["words"]),
        ("explain", &["Usage"]),
        ("", &["Usage"]),
        ("explode", &["explain"]),
        ("explain chain.pem --format yaml", &["yaml", "json"]),
    ] {
        let run = folder.run(arguments);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (2, ""),
            "{arguments}\n{run:?}"
        );
        for word in words {
            assert!(run.stderr.contains(word), "{arguments}: {word}\n{run:?}");
        }
    }
}

#[test]
fn hostile_names_are_harmless_in_complaints() {
    let run = Run::of(
        certwhy().args(["bundle", "\u{1b}[31m\u{202e}evil\n.pem"]),
        b"",
    );
    assert_eq!(run.code, 2);
    assert!(!run.stderr.contains(['\u{1b}', '\u{202e}']), "{run:?}");
    assert_eq!(run.stderr.lines().count(), 1, "{run:?}");
}

#[test]
fn hostile_names_are_harmless_in_every_format() {
    const NAME: &str = "<script>x</script>\u{1b}[31m\u{202e}\0`|evil";
    let folder = Folder::new();
    let root = test_pki::ca(NAME).self_signed();
    folder.write("bundle.pem", test_pki::ca("Other").self_signed().pem());
    folder.write("root.pem", root.pem());
    folder.write(
        "chain.pem",
        test_pki::leaf("www.mock.example").issued_by(&root).pem(),
    );
    let question = "--chain chain.pem --bundle bundle.pem --known-roots root.pem --at 2024-01-15";
    for command in ["explain --details", "repair"] {
        for format in ["text", "json", "html", "markdown"] {
            let arguments = match command {
                "repair" => format!("repair {question}"),
                other => format!("{other} {question} --format {format}"),
            };
            let run = folder.run(&arguments);
            assert!(run.stdout.contains("evil"), "{arguments}\n{run:?}");
            for text in [&run.stdout, &run.stderr] {
                let hostile = ['\u{1b}', '\u{202e}', '\0'];
                assert!(!text.contains(hostile), "{arguments}\n{run:?}");
                let is_page = format == "html" && command != "repair";
                assert!(!is_page || !text.contains("<script"), "{arguments}");
            }
        }
    }
}
