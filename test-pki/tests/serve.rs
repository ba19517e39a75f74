//! What can be served, and what says that it cannot.
#![allow(clippy::expect_used)] // Tests.

use std::net::TcpListener;
use std::process::Command;
use test_pki::serve::Server;
use test_pki::{s3, scenarios};

/// The leaf's key is too short for the signatures of TLS.
const UNSERVABLE: [&str; 2] = ["rsa-768-leaf", "rsa-1024-leaf"];

fn test_pki(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_test-pki"));
    let output = command.args(arguments).output().expect("it runs");
    let complaint = String::from_utf8(output.stderr).expect("text");
    (output.status.code(), complaint)
}

#[test]
fn every_scenario_is_served_or_known_not_to_be() {
    let refused: Vec<&str> = scenarios()
        .iter()
        .filter(|scenario| Server::presenting(&scenario.chain).is_err())
        .map(|scenario| scenario.description.id.as_str())
        .collect();
    assert_eq!(refused, UNSERVABLE);
}

#[test]
fn every_epoch_is_served() {
    for epoch in s3::epochs() {
        Server::presenting(&epoch.chain).expect(&epoch.description.id);
    }
}

#[test]
fn one_sentence_says_why_nothing_is_served() {
    for (arguments, beginning) in [
        (
            &["serve", UNSERVABLE[1]][..],
            "rsa-1024-leaf: the TLS library cannot present this chain: ",
        ),
        (&["serve", "nothing"], "there is no scenario nothing; "),
        (&["serve", "s3/1999"], "there is no scenario s3/1999; "),
        (&["serve"], "usage: "),
        (&["serve", "expired-leaf", "--port", "99999"], "usage: "),
    ] {
        let (code, complaint) = test_pki(arguments);
        assert_eq!(code, Some(2), "{arguments:?}");
        assert!(complaint.starts_with(beginning), "{complaint}");
    }
}

#[test]
fn a_port_in_use_is_named() {
    let held = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = held.local_addr().expect("an address").port().to_string();
    let (code, complaint) = test_pki(&["serve", "expired-leaf", "--port", &port]);
    let expected = format!("port {port} cannot be opened: ");
    assert_eq!(code, Some(2), "{complaint}");
    assert!(complaint.starts_with(&expected), "{complaint}");
}
