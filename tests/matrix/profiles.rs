//! Our own profiles: verdict and cause.

use crate::agreement::{Answer, expected, settle};
use certwhy::certificate::ServerName;
use certwhy::client::Client;
use certwhy::explain::{Options, Purpose, Supplied, explain};
use certwhy::input::recognise;
use certwhy::known::KnownRoots;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use certwhy::verdict::Verdict;
use test_pki::{Certified, Outcome, Scenario, pem_bundle, s3};

/// The mock public roots as the table of known ones.
pub(crate) fn mock_roots() -> KnownRoots {
    let roots = test_pki::known_roots().iter();
    KnownRoots::from_certificates(roots.map(|root| root.der().to_vec()))
}

fn input(purpose: Purpose, certificates: &[Certified]) -> Supplied {
    Supplied {
        purpose,
        recognised: recognise(
            &SourceName::new("mock.pem"),
            pem_bundle(certificates).as_bytes(),
        ),
        file_sha256: None,
    }
}

/// The verdict, and after it the cause if there is one.
pub(crate) fn says(known: &KnownRoots, client: &Client, scenario: &Scenario) -> String {
    let options = Options {
        host: Some(ServerName::parse(scenario.host).expect("a host")),
        at: Moment::parse(scenario.at).expect("a moment"),
        client: client.clone(),
        others: Vec::new(),
        known,
        environment: certwhy::environment::Environment::default(),
    };
    let inputs = [
        input(Purpose::Chain, &scenario.chain),
        input(Purpose::Bundle, &scenario.bundle),
    ];
    let report = explain(&inputs, &options);
    let verdict = report.verdict.map_or("no verdict", Verdict::as_str);
    match report.cause() {
        Some(cause) => format!("{verdict} {}", cause.as_str()),
        None => verdict.to_owned(),
    }
}

fn in_our_words(outcome: Outcome) -> String {
    match outcome {
        Outcome::Trusted => "trusted".to_owned(),
        Outcome::Refused { cause, .. } => format!("not-trusted {cause}"),
    }
}

#[test]
fn every_profile_says_what_the_cell_says() {
    let known = mock_roots();
    let profiles = s3::CLIENTS.into_iter().filter_map(Client::find);
    let mut asked = 0;
    for client in profiles {
        let answer = |cell| {
            let expected = in_our_words(expected(cell, client.asked()));
            Answer::new(cell, expected, says(&known, &client, cell))
        };
        let answers: Vec<Answer> = s3::migration().iter().map(answer).collect();
        settle(&format!("certwhy's {}", client.asked()), &answers);
        asked += 1;
    }
    assert_eq!(asked, s3::CLIENTS.len());
}
