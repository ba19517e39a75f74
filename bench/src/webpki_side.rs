//! rustls-webpki's side, with ring.

use crate::Failed;
use crate::job::{Job, Ready};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName, TrustAnchor, UnixTime};
use std::fs;
use std::hint::black_box;
use std::time::Duration;
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, Error, KeyUsage, anchor_from_trusted_cert};

/// From the bundle's text to trust anchors.
pub(crate) fn index(job: &Job) -> Result<Ready, Failed> {
    let bytes = fs::read(&job.bundle)?;
    Ok(Box::new(move || {
        let certificates = certificates(&bytes);
        let anchors = black_box(anchors(&certificates));
        format!("{} certificates", anchors.len())
    }))
}

/// The verdict, with anchors and chain loaded before.
pub(crate) fn verify(job: &Job) -> Result<Ready, Failed> {
    let roots = certificates(&fs::read(&job.bundle)?);
    let anchors: Vec<TrustAnchor<'static>> =
        anchors(&roots).iter().map(TrustAnchor::to_owned).collect();
    let chain = certificates(&fs::read(&job.chain)?);
    let asked = Asked::of(job)?;
    Ok(Box::new(move || said(asked.ask(&chain, &anchors))))
}

/// The same from the files' text.
pub(crate) fn load_and_verify(job: &Job) -> Result<Ready, Failed> {
    let (bundle, chain) = (fs::read(&job.bundle)?, fs::read(&job.chain)?);
    let asked = Asked::of(job)?;
    Ok(Box::new(move || {
        let (roots, chain) = (certificates(&bundle), certificates(&chain));
        said(asked.ask(&chain, &anchors(&roots)))
    }))
}

fn certificates(pem: &[u8]) -> Vec<CertificateDer<'static>> {
    CertificateDer::pem_slice_iter(pem)
        .filter_map(Result::ok)
        .collect()
}

fn anchors<'a>(certificates: &'a [CertificateDer<'static>]) -> Vec<TrustAnchor<'a>> {
    certificates
        .iter()
        .filter_map(|certificate| anchor_from_trusted_cert(certificate).ok())
        .collect()
}

struct Asked {
    host: Option<ServerName<'static>>,
    at: UnixTime,
}

impl Asked {
    fn of(job: &Job) -> Result<Self, Failed> {
        let host = match job.host.as_str() {
            "" => None,
            host => Some(ServerName::try_from(host.to_owned())?),
        };
        Ok(Self {
            host,
            at: UnixTime::since_unix_epoch(Duration::from_secs(u64::try_from(job.at)?)),
        })
    }

    fn ask(
        &self,
        chain: &[CertificateDer<'static>],
        anchors: &[TrustAnchor<'_>],
    ) -> Result<(), Error> {
        let (first, others) = chain.split_first().ok_or(Error::BadDer)?;
        let target = EndEntityCert::try_from(first)?;
        target.verify_for_usage(
            ALL_VERIFICATION_ALGS,
            anchors,
            others,
            self.at,
            KeyUsage::server_auth(),
            None,
            None,
        )?;
        match &self.host {
            Some(host) => target.verify_is_valid_for_subject_name(host),
            None => Ok(()),
        }
    }
}

fn said(outcome: Result<(), Error>) -> String {
    match outcome {
        Ok(()) => "trusted".to_owned(),
        Err(error) => format!("not trusted: {error:?}"),
    }
}
