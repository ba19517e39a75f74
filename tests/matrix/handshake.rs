//! A rustls client and a rustls server in one process. Paths are built by the real `rustls-webpki`; the arithmetic below it
//! is `RustCrypto`'s.

use crate::agreement::{Answer, expected, settle};
use crate::clock;
use crate::exceptions::ALL_SCENARIOS;
use crate::profiles::{self, mock_roots};
use certwhy::client::Client;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::time_provider::TimeProvider;
use rustls::{CertificateError, ClientConfig, ClientConnection, RootCertStore};
use std::sync::Arc;
use test_pki::serve::Server;
use test_pki::{Outcome, Scenario, s3, scenarios};

/// A clock that stands still.
#[derive(Debug)]
struct Fixed(UnixTime);

impl TimeProvider for Fixed {
    fn current_time(&self) -> Option<UnixTime> {
        Some(self.0)
    }
}

fn client(scenario: &Scenario) -> ClientConnection {
    let mut roots = RootCertStore::empty();
    let bundle = scenario.bundle.iter();
    let (_, refused) = roots
        .add_parsable_certificates(bundle.map(|root| CertificateDer::from(root.der().to_vec())));
    assert_eq!(refused, 0, "{}", scenario.description.id);
    let now = UnixTime::since_unix_epoch(clock::since_1970(scenario.at));
    let provider = Arc::new(rustls_rustcrypto::provider());
    let config = ClientConfig::builder_with_details(provider, Arc::new(Fixed(now)))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(scenario.host).expect("a host");
    ClientConnection::new(Arc::new(config), name).unwrap()
}

fn says(scenario: &Scenario, server: &Server) -> String {
    match server.meet(&mut client(scenario)) {
        Ok(()) => "trusted".to_owned(),
        Err(rustls::Error::InvalidCertificate(error)) => format!("{error:?}"),
        Err(error) => error.to_string(),
    }
}

/// The causes that the matrix knows, in rustls's words.
fn in_its_words(outcome: Outcome) -> String {
    match outcome {
        Outcome::Trusted => "trusted".to_owned(),
        Outcome::Refused {
            cause: "missing-root",
            ..
        } => {
            format!("{:?}", CertificateError::UnknownIssuer)
        }
        Outcome::Refused { cause, .. } => format!("something for {cause}"),
    }
}

#[test]
fn rustls_says_what_every_cell_says() {
    let mut answers = Vec::new();
    for epoch in s3::epochs() {
        let server = Server::presenting(&epoch.chain).expect("a chain that can be served");
        answers.extend(crate::world::cells(epoch).into_iter().map(|cell| {
            let expected = in_its_words(expected(cell, "rustls"));
            Answer::new(cell, expected, says(cell, &server))
        }));
    }
    settle("rustls", &answers);
    assert_eq!(answers.len(), s3::migration().len());
}

/// Verdicts alone: what rustls calls a cause is not what we do.
#[test]
fn rustls_trusts_what_our_webpki_profile_trusts() {
    let known = mock_roots();
    let webpki = Client::find("webpki").expect("a profile");
    let verdict = |words: &str| match words {
        "trusted" => "trusted",
        _ => "not-trusted",
    };
    let mut answers = Vec::new();
    for scenario in scenarios() {
        // What cannot be presented is listed by test-pki's own tests.
        let Ok(server) = Server::presenting(&scenario.chain) else {
            continue;
        };
        let ours = profiles::says(&known, &webpki, scenario);
        let theirs = says(scenario, &server);
        answers.push(Answer::new(
            scenario,
            verdict(&ours).to_owned(),
            verdict(&theirs).to_owned(),
        ));
    }
    settle(ALL_SCENARIOS, &answers);
}
