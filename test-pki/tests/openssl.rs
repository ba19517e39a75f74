//! The expectations are those of the machine's OpenSSL, where it is of the 3.0 to 3.6 line.
#![allow(clippy::expect_used)] // Tests.

use std::fs;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::Command;

use test_pki::{Certified, DEFAULT_CLIENT, Key, Outcome, Scenario, pem_bundle, s3, scenarios};

/// The line `OpenSSL 3.…`, or nothing where the program is absent or of another line.
fn openssl_3() -> Option<String> {
    let output = Command::new("openssl").arg("version").output().ok()?;
    let version = String::from_utf8_lossy(&output.stdout).into_owned();
    version.starts_with("OpenSSL 3.").then_some(version)
}

/// A fresh directory for one test, removed at the end.
struct Workplace(PathBuf);

impl Workplace {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("test-pki-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary directory");
        Self(path)
    }

    fn write(&self, name: &str, certificates: &[Certified]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, pem_bundle(certificates)).expect("a temporary file");
        path
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

struct Question<'a> {
    chain: &'a [Certified],
    bundle: &'a [Certified],
    host: &'a str,
    at: &'a str,
}

impl<'a> From<&'a Scenario> for Question<'a> {
    fn from(scenario: &'a Scenario) -> Self {
        let Scenario {
            chain,
            bundle,
            host,
            at,
            ..
        } = scenario;
        Self {
            chain,
            bundle,
            host,
            at,
        }
    }
}

/// The first error number that `openssl verify` reports, or 0 if it accepts.
fn verify(place: &Workplace, question: &Question<'_>, more: &[&str]) -> u16 {
    let (leaf, others) = question
        .chain
        .split_first()
        .expect("a server sends something");
    let leaf = place.write("leaf.pem", std::slice::from_ref(leaf));
    let mut command = Command::new("openssl");
    command.args([
        "verify",
        "-purpose",
        "sslserver",
        "-no-CApath",
        "-no-CAstore",
    ]);
    let kind = if question.host.parse::<IpAddr>().is_ok() {
        "-verify_ip"
    } else {
        "-verify_hostname"
    };
    command
        .args([kind, question.host, "-attime", &seconds(question.at)])
        .args(more);
    if question.bundle.is_empty() {
        command.arg("-no-CAfile");
    } else {
        command
            .arg("-CAfile")
            .arg(place.write("bundle.pem", question.bundle));
    }
    if !others.is_empty() {
        command
            .arg("-untrusted")
            .arg(place.write("others.pem", others));
    }
    let output = command.arg(&leaf).output().expect("openssl runs");
    let text = String::from_utf8_lossy(&output.stderr);
    let number = text
        .split_once("error ")
        .and_then(|(_, rest)| rest.split_once(" at "));
    if let Some((number, _)) = number {
        return number.parse().expect("a number");
    }
    assert!(output.status.success(), "{text}");
    0
}

fn seconds(at: &str) -> String {
    let format = &time::format_description::well_known::Rfc3339;
    let moment = time::OffsetDateTime::parse(at, format).expect("an RFC 3339 moment");
    moment.unix_timestamp().to_string()
}

fn number(outcome: Outcome) -> u16 {
    match outcome {
        Outcome::Trusted => 0,
        Outcome::Refused { openssl, .. } => openssl,
    }
}

fn disagreements(scenarios: &[Scenario], client: &str, flags: &[&str]) -> Vec<String> {
    let place = Workplace::new(&format!("{client}-{}", scenarios.len()));
    let stated = scenarios
        .iter()
        .filter_map(|scenario| Some((scenario, scenario.outcome(client)?)));
    stated
        .filter_map(|(scenario, outcome)| {
            let (said, expected) = (verify(&place, &scenario.into(), flags), number(outcome));
            let id = &scenario.description.id;
            (said != expected).then(|| format!("{id}: expected {expected}, OpenSSL says {said}"))
        })
        .collect()
}

/// Clients that are OpenSSL with some flags.
const CLIENTS: [(&str, &[&str]); 4] = [
    (DEFAULT_CLIENT, &["-auth_level", "1"]),
    ("curl", &["-auth_level", "1", "-partial_chain"]),
    ("python-3", &["-auth_level", "2"]),
    (
        "python-3.13",
        &["-auth_level", "2", "-x509_strict", "-partial_chain"],
    ),
];

#[test]
fn every_scenario_ends_as_it_says() {
    let Some(_) = openssl_3() else {
        eprintln!("SKIPPED: no OpenSSL 3 on this machine to compare scenarios with");
        return;
    };
    for (client, flags) in CLIENTS {
        assert_eq!(
            disagreements(scenarios(), client, flags),
            Vec::<String>::new(),
            "{client}"
        );
    }
}

/// Clients that no machine of today has: their expectations rest on their documentation.
const DOCUMENTED: [&str; 1] = ["openssl-1.0.2"];

#[test]
fn every_expectation_is_compared_or_known_not_to_be() {
    for scenario in scenarios() {
        assert!(
            scenario.outcome(DEFAULT_CLIENT).is_some(),
            "{}",
            scenario.description.id
        );
        for expectation in &scenario.expected {
            let compared = CLIENTS
                .iter()
                .any(|(client, _)| *client == expectation.client);
            assert_ne!(
                compared,
                DOCUMENTED.contains(&expectation.client),
                "{expectation:?}"
            );
        }
    }
}

#[test]
fn every_store_meets_every_epoch_as_the_table_says() {
    let Some(_) = openssl_3() else {
        eprintln!("SKIPPED: no OpenSSL 3 on this machine to compare the migration with");
        return;
    };
    for (client, flags) in CLIENTS {
        assert_eq!(
            disagreements(s3::migration(), client, flags),
            Vec::<String>::new(),
            "{client}"
        );
    }
}

/// A cause is our word for what OpenSSL says: a wrong pair is a slip of the pen.
#[test]
fn causes_and_numbers_go_together() {
    let numbers = |cause: &str| -> &[u16] {
        match cause {
            "missing-root" | "missing-intermediate" => &[20],
            "interception-proxy" | "unknown-root" => &[19, 20],
            "anchor-not-self-signed" => &[2],
            "self-signed-leaf" => &[18],
            "expired" | "expired-root" | "expired-cross-certificate" => &[10],
            "not-yet-valid" | "clock-wrong" => &[9],
            "host-mismatch" => &[62, 64],
            "weak-signature" => &[68],
            "weak-key" => &[66, 67],
            "name-constraints" => &[47, 48],
            "not-a-ca" | "key-usage" => &[79],
            "path-too-long" => &[25],
            "wrong-purpose" => &[26],
            "critical-extension" => &[34],
            "same-name-different-key" => &[7, 19, 20],
            "signature-mismatch" => &[7],
            "strictness" => &[79, 85, 86, 89, 92],
            _ => &[],
        }
    };
    for scenario in scenarios().iter().chain(s3::migration()) {
        for expectation in &scenario.expected {
            if let Outcome::Refused { cause, openssl } = expectation.outcome {
                assert!(
                    numbers(cause).contains(&openssl),
                    "{}",
                    scenario.description.id
                );
            }
        }
    }
}

#[test]
fn private_keys_can_be_read() {
    let Some(_) = openssl_3() else {
        eprintln!("SKIPPED: no OpenSSL 3 on this machine to read private keys with");
        return;
    };
    let place = Workplace::new("keys");
    let path = place.0.join("key.der");
    for key in [
        Key::rsa_2048(0),
        Key::p256("a"),
        Key::p384("a"),
        Key::p521("a"),
        Key::ed25519("a"),
    ] {
        fs::write(&path, key.private_key_der()).expect("a temporary file");
        let mut command = Command::new("openssl");
        command
            .args([
                "pkey", "-inform", "DER", "-pubout", "-outform", "DER", "-in",
            ])
            .arg(&path);
        let output = command.output().expect("openssl runs");
        assert_eq!(output.stdout, key.public_key_info(), "{key:?}");
    }
}
