//! The same question to rustls-webpki, as rustls asks it.

use super::judges::Asked;
use super::world::World;
use certwhy::moment::Moment;
use core::time::Duration;
use rustls_pki_types::{CertificateDer, ServerName, TrustAnchor, UnixTime};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, Error, KeyUsage, anchor_from_trusted_cert};

/// What it says; nothing where it cannot be asked: it takes the first certificate for the server's own, always, and has
/// bounds on its work that are lower than ours.
pub(super) fn verdict(world: &World, asked: &Asked) -> Option<Result<(), Error>> {
    let (sent, trusted) = world.ders();
    let first = sent.first()?;
    if asked.target()? != &**first {
        return None;
    }
    match verify(world, &sent, &trusted) {
        Err(
            Error::MaximumNameConstraintComparisonsExceeded
            | Error::MaximumPathBuildCallsExceeded
            | Error::MaximumSignatureChecksExceeded,
        ) => None,
        answer => Some(answer),
    }
}

fn verify<D: AsRef<[u8]>>(world: &World, sent: &[D], trusted: &[D]) -> Result<(), Error> {
    let der = |der: &D| CertificateDer::from(der.as_ref().to_vec());
    let sent: Vec<CertificateDer<'_>> = sent.iter().map(der).collect();
    let trusted: Vec<CertificateDer<'_>> = trusted.iter().map(der).collect();
    let anchors: Vec<TrustAnchor<'_>> = trusted
        .iter()
        .filter_map(|der| anchor_from_trusted_cert(der).ok())
        .collect();
    let (target, others) = sent.split_first().ok_or(Error::BadDer)?;
    let target = EndEntityCert::try_from(target)?;
    let at = Moment::parse(world.at).map_or(0, Moment::as_unix);
    let at = Duration::from_secs(u64::try_from(at).unwrap_or_default());
    target.verify_for_usage(
        ALL_VERIFICATION_ALGS,
        &anchors,
        others,
        UnixTime::since_unix_epoch(at),
        KeyUsage::server_auth(),
        None,
        None,
    )?;
    let host = ServerName::try_from(world.host).map_err(|_| Error::BadDer)?;
    target.verify_is_valid_for_subject_name(&host)
}
