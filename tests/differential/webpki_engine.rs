//! rustls-webpki, asked as rustls asks it: the path first, then the name.

use crate::ask::Answer;
use crate::scenario::Scenario;
use core::time::Duration;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, Error, KeyUsage, anchor_from_trusted_cert};

/// What it says to one scenario.
pub(crate) fn answer(scenario: &Scenario) -> Answer {
    let refused = verify(scenario).err();
    let code = refused
        .as_ref()
        .map_or_else(String::new, |error| format!("{error:?}"));
    Answer {
        scenario: scenario.id.clone(),
        accept: refused.is_none(),
        // The fields of some errors are long; the variant names the error.
        code: code
            .split([' ', '(', '{'])
            .next()
            .unwrap_or_default()
            .to_owned(),
        text: refused.map_or_else(String::new, |error| error.to_string()),
        depth: None,
    }
}

fn certificates(pem: &str) -> Vec<CertificateDer<'static>> {
    CertificateDer::pem_slice_iter(pem.as_bytes())
        .filter_map(Result::ok)
        .collect()
}

fn verify(scenario: &Scenario) -> Result<(), Error> {
    let sent = certificates(&scenario.chain);
    let held = certificates(&scenario.bundle);
    // rustls takes the anchors that it can read.
    let anchors: Vec<_> = held
        .iter()
        .filter_map(|root| anchor_from_trusted_cert(root).ok())
        .collect();
    let (target, others) = sent.split_first().ok_or(Error::BadDer)?;
    let target = EndEntityCert::try_from(target)?;
    let seconds = u64::try_from(scenario.time).unwrap_or_default();
    target.verify_for_usage(
        ALL_VERIFICATION_ALGS,
        &anchors,
        others,
        UnixTime::since_unix_epoch(Duration::from_secs(seconds)),
        KeyUsage::server_auth(),
        None,
        None,
    )?;
    let name =
        ServerName::try_from(scenario.host.as_str()).map_err(|_| Error::MalformedDnsIdentifier)?;
    target.verify_is_valid_for_subject_name(&name)
}
