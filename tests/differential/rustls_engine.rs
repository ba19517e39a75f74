//! rustls's own verifier on rustls-webpki, with ring's algorithms, as most programs use it.

use crate::ask::Answer;
use crate::scenario::Scenario;
use core::time::Duration;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::{CryptoProvider, WebPkiSupportedAlgorithms};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{Error, RootCertStore};
use std::sync::Arc;

/// What it says to one scenario.
pub(crate) fn answer(scenario: &Scenario) -> Answer {
    let refused = verify(scenario).err();
    let code = match &refused {
        Some(Error::InvalidCertificate(error)) => format!("{error:?}"),
        Some(error) => format!("{error:?}"),
        None => String::new(),
    };
    Answer {
        scenario: scenario.id.clone(),
        accept: refused.is_none(),
        // What some variants carry is long; the variant names the error.
        code: code.split(" {").next().unwrap_or_default().to_owned(),
        text: refused.map_or_else(String::new, |error| error.to_string()),
        depth: None,
    }
}

fn certificates(pem: &str) -> Vec<CertificateDer<'static>> {
    CertificateDer::pem_slice_iter(pem.as_bytes())
        .filter_map(Result::ok)
        .collect()
}

/// For the arithmetic of handshakes, which are not done, any provider will do.
fn provider() -> CryptoProvider {
    CryptoProvider {
        signature_verification_algorithms: WebPkiSupportedAlgorithms {
            all: webpki::ALL_VERIFICATION_ALGS,
            mapping: &[],
        },
        ..rustls_rustcrypto::provider()
    }
}

fn verify(scenario: &Scenario) -> Result<(), Error> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(certificates(&scenario.bundle));
    let verifier =
        WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::new(provider()))
            .build()
            .map_err(|error| Error::General(error.to_string()))?;
    let sent = certificates(&scenario.chain);
    let (target, others) = sent.split_first().ok_or(Error::NoCertificatesPresented)?;
    let host = scenario.host.as_str();
    let name = ServerName::try_from(host).map_err(|error| Error::General(error.to_string()))?;
    let seconds = u64::try_from(scenario.time).unwrap_or_default();
    let now = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
    verifier
        .verify_server_cert(target, others, &name, &[], now)
        .map(|_| ())
}
