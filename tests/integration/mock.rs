//! The mock PKI as inputs, with its own table of known roots.

use crate::shared::{options, supplied};
use certwhy::explain::{Options, Purpose, Supplied, explain};
use certwhy::known::KnownRoots;
use certwhy::report::Report;
use test_pki::{Certified, Scenario, pem_bundle};

/// The mock public roots as the table of known ones.
pub(crate) fn known() -> KnownRoots {
    KnownRoots::from_certificates(
        test_pki::known_roots()
            .iter()
            .map(|root| root.der().to_vec()),
    )
}

/// Certificates as an input.
pub(crate) fn pem<'a>(
    purpose: Purpose,
    certificates: impl IntoIterator<Item = &'a Certified>,
) -> Supplied {
    supplied(
        purpose,
        "mock.pem",
        pem_bundle(certificates.into_iter().map(Certified::der)).as_bytes(),
    )
}

/// What a server sends and what a client trusts, as inputs.
pub(crate) fn inputs(scenario: &Scenario) -> [Supplied; 2] {
    [
        pem(Purpose::Chain, &scenario.chain),
        pem(Purpose::Bundle, &scenario.bundle),
    ]
}

/// The question of a scenario, for one client.
pub(crate) fn question<'a>(
    known: &'a KnownRoots,
    client: &str,
    scenario: &Scenario,
) -> Options<'a> {
    options(known, client, (Some(scenario.host), scenario.at))
}

/// The report on a scenario.
pub(crate) fn judged(known: &KnownRoots, client: &str, scenario: &Scenario) -> Report {
    explain(&inputs(scenario), &question(known, client, scenario))
}
