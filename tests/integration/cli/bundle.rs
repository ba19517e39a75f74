//! `certwhy bundle`: a bundle by itself, and beside another one.

use super::run::{Folder, Run};
use super::trusted;

fn comparison(run: &Run) -> serde_json::Value {
    run.json()["bundle"]["examination"]["comparison"].clone()
}

/// Exit code 0 only without a difference, whatever the order and the comments.
#[test]
fn differences_are_the_exit_code() {
    let folder = trusted();
    let certificates: Vec<String> = ["other.pem", "root.pem"]
        .iter()
        .map(|name| folder.read(name))
        .collect();
    let [other, root] = &certificates[..] else {
        unreachable!()
    };
    folder.write("reordered.pem", format!("# x\n{root}\n{other}{root}"));
    for (arguments, code, added, removed) in [
        ("bundle bundle.pem --against bundle.pem", 0, 0, 0),
        ("bundle bundle.pem --against reordered.pem", 0, 0, 0),
        ("bundle bundle.pem --against other.pem", 1, 1, 0),
        ("bundle other.pem --against bundle.pem", 1, 0, 1),
        ("bundle other.pem --against root.pem", 1, 1, 1),
        ("bundle bundle.pem --against current", 1, 2, 117),
        (
            "bundle bundle.pem --against current --known-roots bundle.pem",
            0,
            0,
            0,
        ),
    ] {
        let run = folder.run(&format!("{arguments} --at 2024-01-15 --format json"));
        assert_eq!(run.code, code, "{arguments}\n{run:?}");
        let found = comparison(&run);
        let count = |key: &str| found[key].as_array().unwrap().len();
        assert_eq!(
            (count("added"), count("removed")),
            (added, removed),
            "{arguments}"
        );
    }
    let missing = folder.run("bundle bundle.pem --against nothing.pem");
    assert_eq!(missing.code, 2, "{missing:?}");
}

/// The fault is shown on its line in every format, with nothing in it that a reader could not see.
#[test]
fn a_fault_is_shown_on_its_line() {
    let folder = trusted();
    let bundle = folder.read("bundle.pem");
    let spoiled = bundle.replacen("MII", "M\u{202e}II", 1);
    folder.write("spoiled.pem", &spoiled);
    for (format, line) in [
        ("text", "2 | M\\u{202e}II"),
        ("markdown", "2 | M\\u{202e}II"),
        ("html", "2 | M\\u{202e}II"),
    ] {
        for (lang, label) in [
            ("en", "this character does not belong here"),
            ("ja", "ここにあってはならない文字です"),
        ] {
            let run = folder.run(&format!(
                "bundle spoiled.pem --format {format} --lang {lang}"
            ));
            assert_eq!(run.code, 1, "{run:?}");
            assert!(run.stdout.contains(line), "{format}: {}", run.stdout);
            let marked = format!("  |  ^^^^^^^^ {label}");
            assert!(run.stdout.contains(&marked), "{format}: {}", run.stdout);
            assert!(!run.stdout.contains('\u{202e}'), "{format}");
        }
    }
    let run = folder.run("bundle spoiled.pem --format json");
    let excerpt = &run.json()["bundle"]["damage"][0]["excerpt"];
    assert_eq!(excerpt["line"], 2);
    assert_eq!(excerpt["column"], 2);
    assert_eq!(excerpt["byte"], spoiled.find('\u{202e}').unwrap());
}

/// No line of a private key is quoted, wherever the key is and whatever is wrong with it.
#[test]
fn no_line_of_a_private_key_is_quoted() {
    let folder = trusted();
    let bundle = folder.read("bundle.pem");
    let key = test_pki::Key::p256("quoted").private_key_pem();
    let secret: Vec<&str> = key.lines().filter(|line| !line.contains("---")).collect();
    let body = secret.join("\n");
    let glued = key.trim_end();
    for (number, content) in [
        format!("{key}{bundle}"),
        format!("{glued}{bundle}"),
        format!("{bundle}{}", key.replace("-----END", "---END")),
        format!("{bundle}-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n"),
        format!("{bundle}-----BEGIN CERTIFICATE-----\n{body}*\n-----END CERTIFICATE-----\n"),
        format!("{bundle}-----BEGIN CERTIFICATE-----{body}"),
        format!("{bundle}{body}\n-----END CERTIFICATE-----\n"),
        format!("{bundle}-----BEGIN CERTIFICATE-----\n{body}\n\n{body}"),
        format!("{}# -----BEGIN CERTIFICATE-----\n", key.replace('\n', "")),
    ]
    .into_iter()
    .enumerate()
    {
        folder.write("key.pem", content);
        for format in ["text", "json", "html", "markdown"] {
            let run = folder.run(&format!("bundle key.pem --details --format {format}"));
            for line in &secret {
                let part = line.get(..12).unwrap_or(line);
                assert!(
                    !run.stdout.contains(part),
                    "{number} {format}: {}",
                    run.stdout
                );
            }
        }
    }
}

/// What is in the file is counted, and what programs make of it is said.
#[test]
fn a_bundle_is_examined() {
    let folder = Folder::new();
    let root = test_pki::ca("Mock Root").self_signed();
    let old = test_pki::ca("Old Root")
        .valid("2000-01-01", "2020-01-01")
        .self_signed();
    let soon = test_pki::ca("Soon Root")
        .valid("2000-01-01", "2024-06-01")
        .self_signed();
    let leaf = test_pki::leaf("www.mock.example").issued_by(&root);
    let weak = test_pki::ca("Weak Root")
        .key(test_pki::Key::rsa_1024(0))
        .self_signed();
    let ders = [&root, &old, &soon, &leaf, &weak, &root];
    folder.write(
        "bundle.pem",
        test_pki::pem_bundle(ders.map(test_pki::Certified::der)),
    );
    let run = folder.run("bundle bundle.pem --at 2024-01-15 --format json");
    let report = run.json();
    let examination = &report["bundle"]["examination"];
    let count = |value: &serde_json::Value| value.as_array().unwrap().len();
    assert_eq!(examination["total"], 6);
    assert_eq!(count(&examination["duplicates"]), 1);
    assert_eq!(count(&examination["expired"]), 1);
    assert_eq!(count(&examination["expiring"]["certificates"]), 1);
    assert_eq!(count(&examination["weak_keys"]), 1);
    assert_eq!(count(&examination["not_a_ca"]), 1);
    assert_eq!(count(&examination["not_self_signed"]), 1);
    assert!(count(&examination["services"]) >= 7);
    let readings = &report["bundle"]["readings"][0];
    assert_eq!(readings["found"], 6);
    for reader in readings["readers"].as_array().unwrap() {
        assert_eq!(reader["outcome"], "all", "{reader}");
    }
}

/// The client that refuses the file trusts nobody; one that passes over the damage may.
#[test]
fn a_file_that_a_client_does_not_read_is_the_cause() {
    let folder = trusted();
    let bundle = folder.read("bundle.pem");
    folder.write("cut.pem", format!("{bundle}{}", &bundle[..200]));
    let question = "explain --chain chain.pem --at 2024-01-15 --format json";
    let run = folder.run(&format!(
        "{question} --bundle cut.pem --client openssl-3,rfc5280"
    ));
    let report = run.json();
    assert_eq!(run.code, 1, "{run:?}");
    assert_eq!(report["verdict"], "not-trusted");
    assert_eq!(report["cause"], "truncated");
    assert_eq!(report["remedies"][0]["action"], "mend-bundle");
    assert_eq!(report["remedies"][0]["proven_for"][0], "openssl-3");
    assert_eq!(
        report["clients"][0]["native_error"]["code"],
        "ERR_R_PEM_LIB"
    );
    assert_eq!(report["clients"][1]["verdict"], "trusted");
    let repair = "repair --bundle cut.pem --chain chain.pem --at 2024-01-15 -o mended.pem";
    assert_eq!(folder.run(repair).code, 0);
    let mended = folder.run(&format!("{question} --bundle mended.pem"));
    assert_eq!(mended.code, 0, "{mended:?}");
    // Where something is missing besides, that is said, and what is missing is added to a sound copy.
    folder.write(
        "other-cut.pem",
        format!("{}{}", folder.read("other.pem"), &bundle[..200]),
    );
    let run = folder.run(&format!(
        "{question} --bundle other-cut.pem --known-roots root.pem"
    ));
    assert_eq!(run.json()["cause"], "missing-root", "{run:?}");
}
