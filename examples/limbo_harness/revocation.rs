//! Revocation is not checked. Where the lists that come with a case would decide, the case is skipped rather than
//! answered: this looks for a serial number on a list, and for an issuer whose key may not sign lists. It verifies nothing.

use certwhy::certificate::{Certificate, KeyUsageBit};
use data_encoding::BASE64;
use x509_parser::prelude::{CertificateRevocationList, FromDer};

/// Whether revocation would decide about a path (target first) that is good otherwise.
pub(crate) fn would_decide(crls: &[String], path: &[&Certificate]) -> bool {
    let lists: Vec<Vec<u8>> = crls.iter().filter_map(|pem| der(pem)).collect();
    !lists.is_empty()
        && path
            .iter()
            .zip(path.iter().skip(1))
            .any(|(certificate, issuer)| {
                !may_sign_lists(issuer) || lists.iter().any(|list| is_listed(certificate, list))
            })
}

fn may_sign_lists(issuer: &Certificate) -> bool {
    issuer
        .extensions
        .key_usage()
        .is_none_or(|usage| usage.value.allows(KeyUsageBit::CrlSign))
}

fn is_listed(certificate: &Certificate, list: &[u8]) -> bool {
    let Ok((_, list)) = CertificateRevocationList::from_der(list) else {
        return false;
    };
    list.issuer().as_raw() == certificate.issuer.as_der()
        && list
            .iter_revoked_certificates()
            .any(|revoked| revoked.raw_serial() == certificate.serial.as_bytes())
}

fn der(pem: &str) -> Option<Vec<u8>> {
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    BASE64.decode(body.trim().as_bytes()).ok()
}
