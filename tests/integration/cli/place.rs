//! Steps for the user's own program, call and system.

use super::run::{Folder, certwhy};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};

/// The publish from Houdini of the article, in another studio.
fn publish() -> &'static str {
    let texts = include_str!("../error_texts/shotgun.txt");
    let (_, rest) = texts.split_once("\n---\n").unwrap();
    rest.split("\n=== ").next().unwrap()
}

fn explained(text: &str, arguments: &str) -> Value {
    let folder = Folder::new();
    folder.write("log.txt", text);
    let run = folder.run(&format!(
        "explain log.txt {arguments} --at 2024-06-01 --format json"
    ));
    run.json()
}

fn actions(report: &Value) -> Vec<&str> {
    let advice = report["advice"].as_array().unwrap();
    advice
        .iter()
        .map(|one| one["action"].as_str().unwrap())
        .collect()
}

fn names(places: &Value) -> Vec<&str> {
    let places = places.as_array().unwrap();
    places
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect()
}

/// Toolkit core 0.18.x with `shotgun_api3` 3.0.36 under Python 2.7.15, uploading a thumbnail to the site.
#[test]
fn the_publish_of_the_article() {
    let report = explained(publish(), "");
    let environment = &report["environment"];
    assert_eq!(environment["program"], "toolkit");
    assert_eq!(
        environment["releases"],
        json!({"first": "0.18.142", "last": "0.18.148"})
    );
    assert_eq!(
        environment["api_releases"],
        json!({"first": "3.0.36", "last": "3.0.36"})
    );
    let [source] = report["root_sources"].as_array().unwrap().as_slice() else {
        panic!("{report:#}");
    };
    assert_eq!(
        names(&source["reads"]),
        [
            "SHOTGUN_API_CACERTS",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "openssl-default"
        ]
    );
    assert!(names(&source["ignores"]).contains(&"ca_certs="));
    assert_eq!(
        actions(&report),
        [
            "provide-chain",
            "upgrade-toolkit",
            "set-variable",
            "add-to-linux-store"
        ]
    );
    let text = report["advice"].to_string();
    assert!(!text.contains("ca_certs=\\\""), "{text}");
}

/// The same release reads something else when it uploads straight to S3.
#[test]
fn the_call_decides() {
    let arguments = "--program shotgun_api3@3.0.36 --call upload-s3 --system windows";
    let report = explained(
        "SHOTGUN_API_CACERTS=C:\\certs\\cacert.pem\ncertificate verify failed (_ssl.c:726)",
        arguments,
    );
    assert_eq!(report["cause"], "wrong-file-for-client");
    let finding = &report["findings"][0];
    assert_eq!(finding["evidence"]["problem"], "not-read");
    assert_eq!(finding["evidence"]["place"]["name"], "SHOTGUN_API_CACERTS");
    assert_eq!(
        actions(&report),
        [
            "provide-chain",
            "upgrade-api",
            "set-variable",
            "import-into-windows"
        ]
    );
    for step in report["advice"]
        .as_array()
        .unwrap()
        .iter()
        .skip(1)
        .flat_map(|one| one["steps"].as_array().unwrap())
    {
        let platform = &step["platform"];
        assert!(platform != "macos" && platform != "linux", "{step}");
    }
}

/// A variable whose name was built from the product's name is the cause that a text can carry.
#[test]
fn a_variable_that_nothing_reads_is_the_cause() {
    let report = explained(
        "ShotGrid_API_CACERTS=/a/cacert.pem\nssl.SSLError: certificate verify failed",
        "--program shotgun_api3",
    );
    assert_eq!(report["cause"], "wrong-file-for-client");
    assert_eq!(
        report["findings"][0]["evidence"]["meant"],
        "SHOTGUN_API_CACERTS"
    );
}

#[test]
fn unknown_programs_are_refused_in_words() {
    let folder = Folder::new();
    folder.write("log.txt", "certificate verify failed");
    for (arguments, words) in [
        (
            "explain log.txt --program perforce",
            "No program is known as perforce",
        ),
        (
            "explain log.txt --program curl@new",
            "There is no release new",
        ),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains(words), "{run:?}");
    }
}

/// On this machine, whatever it has: a document in both forms, and nothing written anywhere.
#[test]
fn the_doctor_examines_this_machine() {
    let folder = Folder::new();
    folder.write("roots.pem", "not a certificate");
    for format in ["json", "text"] {
        let run = folder
            .command(&format!("doctor --format {format} --lang en"))
            .env("SSL_CERT_FILE", folder.path("no-such.pem"))
            .env("ShotGrid_API_CACERTS", folder.path("roots.pem"))
            .output()
            .unwrap();
        let text = String::from_utf8(run.stdout).unwrap();
        assert_eq!(run.status.code(), Some(1), "{text}");
        assert!(text.contains("ShotGrid_API_CACERTS"), "{text}");
        if format == "json" {
            let report: Value = serde_json::from_str(&text).unwrap();
            let file = &report["variables"]
                .as_array()
                .unwrap()
                .iter()
                .find(|set| set["name"] == "SSL_CERT_FILE")
                .unwrap()["file"];
            assert_eq!(file["state"], "missing");
        }
    }
    assert_eq!(folder.names(), ["roots.pem"]);
}

/// What is printed for a shell is read by one, as far as one is at hand.
#[test]
fn shells_can_read_the_commands() {
    if Command::new("bash")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_err()
    {
        eprintln!("SKIPPED: no bash");
        return;
    }
    for program in [
        "toolkit",
        "shotgun_api3",
        "python",
        "requests",
        "node",
        "git",
        "curl",
        "java",
        "go",
        "pip",
    ] {
        for system in ["linux", "macos"] {
            let report = explained(
                "certificate verify failed",
                &format!("--program {program} --system {system}"),
            );
            let steps = report["advice"].as_array().unwrap().iter();
            let steps = steps.flat_map(|one| one["steps"].as_array().unwrap());
            for command in steps.filter_map(|step| step["command"].as_str()) {
                if command.contains("in urlopen(")
                    || command.contains(".get(...)")
                    || command.contains("Shotgun(...)")
                {
                    continue; // Python.
                }
                let status = Command::new("bash")
                    .args(["-n", "-c", command])
                    .status()
                    .unwrap();
                assert!(status.success(), "{program} {system}: {command}");
            }
        }
    }
}

/// keytool takes the printed command, and shows and takes back what it added, in a key store of the test's own.
#[test]
fn keytool_takes_the_command() {
    if Command::new("keytool")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_err()
    {
        eprintln!("SKIPPED: no keytool");
        return;
    }
    let folder = Folder::new();
    let old = test_pki::ca("Old Root").self_signed();
    let root = test_pki::ca("New Root").self_signed();
    let intermediate = test_pki::ca("Intermediate").issued_by(&root);
    let leaf = test_pki::leaf("www.mock.example").issued_by(&intermediate);
    folder.write("bundle.pem", old.pem());
    folder.write("known.pem", root.pem());
    folder.write(
        "chain.pem",
        test_pki::pem_bundle([leaf.der(), intermediate.der()]),
    );
    let run = folder.run("explain --bundle bundle.pem --chain chain.pem --known-roots known.pem --program java --at 2024-01-15 --format json");
    let report = run.json();
    let advice = report["advice"].as_array().unwrap();
    let import = advice
        .iter()
        .find(|one| one["action"] == "import-into-java")
        .unwrap();
    folder.write("new-root.pem", root.pem());
    let commands: Vec<&str> = import["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|step| step["command"].as_str())
        .filter(|command| command.starts_with("keytool"))
        .collect();
    let [add, list] = commands.as_slice() else {
        panic!("{import:#}");
    };
    let store = folder.path("cacerts");
    assert!(keytool(&folder, &store, add), "{add}");
    assert!(keytool(&folder, &store, list), "{list}");
    let remove = add.replace("-importcert", "-delete");
    let remove = remove.split(" -file").next().unwrap();
    assert!(keytool(&folder, &store, remove), "{remove}");
    assert!(!keytool(&folder, &store, list), "{list}");
}

fn keytool(folder: &Folder, store: &Path, command: &str) -> bool {
    let arguments = command.replace("-cacerts", "-noprompt -storepass changeit");
    let mut words = arguments.split(' ');
    let status = Command::new(words.next().unwrap())
        .args(words)
        .arg("-keystore")
        .arg(store)
        .current_dir(folder.path("."))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.unwrap().success()
}

/// The program without its surroundings: a machine that has set nothing has no variables to show.
#[test]
fn variables_are_those_that_are_set() {
    let output = certwhy()
        .args(["doctor", "--format", "json"])
        .env_clear()
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["variables"], json!([]));
    assert_eq!(report["clients"], json!([]));
    assert_eq!(output.status.code(), Some(0));
}
