//! The machine's `openssl s_client`, in a real connection to a server that presents the epoch.

use crate::agreement::{Answer, expected, number, settle};
use crate::clock;
use crate::world::{Workplace, cells, serve};
use std::process::{Command, Stdio};
use test_pki::{DEFAULT_CLIENT, Scenario, s3};

/// OpenSSL 3, the line whose behaviour the cells state.
fn is_here() -> bool {
    let output = Command::new("openssl").arg("version").output();
    output.is_ok_and(|output| output.stdout.starts_with(b"OpenSSL 3."))
}

fn says(scenario: &Scenario, port: u16, place: &Workplace) -> String {
    let mut command = Command::new("openssl");
    command
        .args(["s_client", "-connect", &format!("127.0.0.1:{port}")])
        .args([
            "-servername",
            scenario.host,
            "-verify_hostname",
            scenario.host,
        ])
        .args(["-attime", &clock::seconds(scenario.at).to_string()])
        .args(["-auth_level", "1", "-verify_return_error"])
        .args(["-no-CApath", "-no-CAstore"]);
    match place.bundle(scenario) {
        Some(bundle) => command.arg("-CAfile").arg(bundle),
        None => command.arg("-no-CAfile"),
    };
    let output = command.stdin(Stdio::null()).output().expect("openssl runs");
    let (text, errors) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    // `verify error:num=20:unable to get local issuer certificate`, or at the end `Verify return code: 0 (ok)`.
    let refusal = errors
        .lines()
        .find_map(|line| line.strip_prefix("verify error:num="));
    let end = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("Verify return code: "));
    let said = refusal
        .or(end)
        .unwrap_or_else(|| panic!("{text}\n{errors}"));
    said.split([':', ' ']).next().expect("a number").to_owned()
}

#[test]
fn openssl_says_what_every_cell_says() {
    if !is_here() {
        eprintln!(
            "SKIPPED: no OpenSSL 3 on this machine; 0 of {} cells compared with s_client",
            s3::migration().len()
        );
        return;
    }
    let place = Workplace::new();
    let mut answers = Vec::new();
    for epoch in s3::epochs() {
        let port = serve(&epoch.chain);
        answers.extend(cells(epoch).into_iter().map(|cell| {
            let expected = number(expected(cell, DEFAULT_CLIENT));
            Answer::new(cell, expected, says(cell, port, &place))
        }));
    }
    settle("openssl s_client", &answers);
    assert_eq!(answers.len(), s3::migration().len());
}
