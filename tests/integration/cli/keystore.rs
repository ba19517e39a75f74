//! Key stores of Java: what `repair` writes is read by the real `keytool`, OpenSSL and Python, where they are installed.

use super::run::Folder;
use super::trusted;
use certwhy::input::{Password, Passwords, Recognised, recognise_with};
use certwhy::location::SourceName;
use std::path::Path;
use std::process::Command;

const REPAIR: &str = "repair --known-roots root.pem --at 2024-01-15";

/// What a program prints; `None`, loudly, where it is not installed.
fn output(program: &str, arguments: &[&str], folder: &Path) -> Option<String> {
    let run = Command::new(program)
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .current_dir(folder)
        .output();
    let Ok(run) = run else {
        eprintln!("SKIPPED: no {program} here");
        return None;
    };
    let text = [run.stdout, run.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    assert!(run.status.success(), "{program} {arguments:?}: {text}");
    Some(text)
}

/// How many trusted certificates Java finds.
fn java_trusts(folder: &Folder, name: &str, password: &str) -> Option<usize> {
    let arguments = [
        "-J-Duser.language=en",
        "-list",
        "-keystore",
        name,
        "-storepass",
        password,
    ];
    let listed = output("keytool", &arguments, &folder.path(""))?;
    Some(listed.matches("trustedCertEntry").count())
}

/// How many certificates OpenSSL finds in a PKCS #12 file.
fn openssl_finds(folder: &Folder, name: &str, password: &str) -> Option<usize> {
    let password = format!("pass:{password}");
    let arguments = ["pkcs12", "-in", name, "-passin", &password, "-nokeys"];
    let listed = output("openssl", &arguments, &folder.path(""))?;
    Some(listed.matches("BEGIN CERTIFICATE").count())
}

/// How many trust anchors Python loads.
fn python_loads(folder: &Folder, name: &str) -> Option<usize> {
    const SCRIPT: &str = "import ssl, sys; c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT); \
                          c.load_verify_locations(sys.argv[1]); print(len(c.get_ca_certs()))";
    let printed = output("python3", &["-c", SCRIPT, name], &folder.path(""))?;
    Some(printed.trim().parse().unwrap())
}

fn recognised(folder: &Folder, name: &str, password: &str) -> Recognised {
    let bytes = std::fs::read(folder.path(name)).unwrap();
    let passwords = Passwords::new([Password::new(password)]);
    recognise_with(&SourceName::new(name), &bytes, &passwords)
}

/// Bundles in many forms, each with one certificate that must stay.
fn bundles(folder: &Folder) -> Vec<&'static str> {
    let other = folder.read("other.pem");
    let cut: String = other.split_inclusive('\n').take(4).collect();
    folder.write("damaged.pem", format!("{cut}{other}# note\r\n{other}"));
    folder.write("wide.pem", {
        let units = format!("\u{feff}{other}");
        units
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    });
    for (container, name) in [("jks", "other.jks"), ("p12", "other.p12")] {
        let made = format!("repair --bundle other.pem --container {container} -o {name}");
        assert_eq!(folder.run(&made).code, 0);
    }
    vec![
        "other.pem",
        "damaged.pem",
        "wide.pem",
        "other.jks",
        "other.p12",
    ]
}

#[test]
fn real_programs_read_whatever_was_repaired() {
    let folder = trusted();
    for bundle in bundles(&folder) {
        for container in ["pem", "jks", "p12"] {
            let out = format!("{bundle}.{container}");
            let run = folder.run(&format!(
                "{REPAIR} --bundle {bundle} --chain chain.pem --container {container} -o {out}"
            ));
            assert_eq!(run.code, 0, "{out}\n{run:?}");
            let found = recognised(&folder, &out, "changeit");
            assert_eq!((found.items.len(), found.notes.len()), (2, 0), "{out}");
            let said = run.stderr.contains("changeit");
            assert_eq!(said, container != "pem", "{out}\n{run:?}");
            let read = match container {
                "pem" => [python_loads(&folder, &out), None],
                "jks" => [java_trusts(&folder, &out, "changeit"), None],
                _ => [
                    java_trusts(&folder, &out, "changeit"),
                    openssl_finds(&folder, &out, "changeit"),
                ],
            };
            for read in read.into_iter().flatten() {
                assert_eq!(read, 2, "{out}");
            }
            let question = format!("explain --bundle {out} --chain chain.pem --at 2024-01-15");
            assert_eq!(folder.run(&question).code, 0, "{out}");
        }
    }
}

#[test]
fn a_password_from_a_file_protects_and_opens() {
    let folder = trusted();
    let secret = "--password-file password.txt";
    for (container, password) in [("jks", "gehéim"), ("p12", "ge heim")] {
        folder.write("password.txt", format!("{password}\n"));
        let out = format!("secret.{container}");
        let made = format!("repair --bundle bundle.pem --container {container} -o {out} {secret}");
        let run = folder.run(&made);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(!format!("{run:?}").contains(password), "{run:?}");
        assert!(run.stderr.contains("--password-file"), "{run:?}");
        if let Some(read) = java_trusts(&folder, &out, password) {
            assert_eq!(read, 2, "{out}");
        }
        let question = format!("explain --bundle {out} --chain chain.pem --at 2024-01-15");
        assert_eq!(folder.run(&format!("{question} {secret}")).code, 0, "{out}");
    }
    let closed = "explain --bundle secret.p12 --chain chain.pem --at 2024-01-15 --format json";
    let run = folder.run(closed);
    assert_eq!(run.code, 2, "{run:?}");
    assert_eq!(run.json()["cause"], "password-needed", "{run:?}");
    assert!(run.stderr.contains("--password-file"), "{run:?}");
    folder.write("password.txt", "other\n");
    let run = folder.run(&format!("bundle secret.jks {secret} --format json"));
    assert_eq!(
        (run.code, &run.json()["findings"][0]["code"]),
        (1, &"password-wrong".into())
    );
}

#[test]
fn in_place_a_key_store_keeps_form_names_and_password() {
    let folder = trusted();
    folder.write("password.txt", "geheim");
    let secret = "--password-file password.txt";
    for container in ["jks", "p12"] {
        let name = format!("store.{container}");
        let made = format!("repair --bundle other.pem --container {container} -o {name} {secret}");
        assert_eq!(folder.run(&made).code, 0);
        let before = std::fs::read(folder.path(&name)).unwrap();
        let in_place = format!("{REPAIR} --bundle {name} --chain chain.pem --in-place");

        let refused = folder.run(&in_place);
        assert_eq!(refused.code, 2, "{refused:?}");
        assert_eq!(std::fs::read(folder.path(&name)).unwrap(), before);

        let run = folder.run(&format!("{in_place} {secret}"));
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.stderr.contains("same password as before"), "{run:?}");
        let found = recognised(&folder, &name, "geheim");
        assert_eq!((found.items.len(), found.notes.len()), (2, 0), "{name}");
        let backup = std::fs::read(folder.path(&format!("{name}.bak"))).unwrap();
        assert_eq!(backup, before);
        let other = if container == "jks" { "p12" } else { "pem" };
        let run = folder.run(&format!("{in_place} {secret} --container {other}"));
        assert_eq!(run.code, 2, "{run:?}");
        let run = folder.run(&format!("{in_place} {secret}"));
        assert!(run.stderr.contains("Nothing to repair"), "{run:?}");
    }
}

#[test]
fn private_keys_are_never_copied_and_never_lost() {
    let folder = trusted();
    for (name, bytes) in [
        (
            "key.jks",
            include_bytes!("../containers/key.jks").as_slice(),
        ),
        ("key.p12", include_bytes!("../containers/key.p12")),
    ] {
        folder.write(name, bytes);
        let run = folder.run(&format!("repair --bundle {name} --in-place"));
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains("private key"), "{run:?}");
        assert_eq!(std::fs::read(folder.path(name)).unwrap(), bytes);
        for container in ["pem", "jks", "p12"] {
            let run = folder.run(&format!(
                "repair --bundle {name} --container {container} -o out"
            ));
            assert_eq!(run.code, 0, "{run:?}");
            assert!(run.stderr.contains("private key"), "{run:?}");
            let found = recognised(&folder, "out", "changeit");
            assert_eq!(found.notes, [], "{name} {container}");
        }
    }
}

/// Java itself says `Password is not ASCII`.
#[test]
fn a_password_that_java_does_not_take_is_refused() {
    let folder = trusted();
    folder.write("password.txt", "gehéim");
    let made = "repair --bundle bundle.pem -o out --password-file password.txt --container";
    let run = folder.run(&format!("{made} p12"));
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("ASCII"), "{run:?}");
    assert_eq!(folder.run(&format!("{made} jks")).code, 0);
    assert_eq!(folder.run(&format!("{made} pem")).code, 0);
}

#[test]
fn a_key_store_is_no_text() {
    let folder = trusted();
    let run = folder.run("repair --bundle bundle.pem --container jks");
    assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{run:?}");
    assert!(run.stderr.contains("-o"), "{run:?}");
}

/// Whenever it is ended, there is the old file or the new one, and each backup is whole.
#[cfg(unix)]
#[test]
fn ended_at_any_moment_nothing_is_half_written() {
    let folder = trusted();
    let original = folder.read("bundle.pem").repeat(40);
    let mut seen = [0, 0];
    for step in 0..40 {
        folder.write("in.pem", &original);
        let mut command = folder.command("repair --bundle in.pem --current --in-place");
        let quiet = std::process::Stdio::null;
        let mut child = command.stdout(quiet()).stderr(quiet()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(step * 8));
        let _ = child.kill();
        child.wait().unwrap();
        let now = folder.read("in.pem");
        let found = recognised(&folder, "in.pem", "");
        assert_eq!(found.notes, []);
        seen[usize::from(now != original)] += 1;
        assert!(now == original || found.items.len() > 100);
        for name in folder.names() {
            if name.starts_with("in.pem.bak") {
                assert_eq!(folder.read(&name), original);
                std::fs::remove_file(folder.path(&name)).unwrap();
            }
        }
    }
    eprintln!("old and new: {seen:?}");
}
