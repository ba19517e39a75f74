//! OpenSSL's two ways to read a file of certificates, and with it those of all programs built on it.

mod base64;
mod lines;
mod pem;

pub(super) use pem::Form;

use super::der::{self, Decoder};
use super::{Loaded, Reason};
use lines::Pieces;
use pem::{Pem, Stop, next};

/// `X509_load_cert_crl_file`, behind `SSL_CTX_load_verify_locations`, `SSL_CERT_FILE`, curl's `--cacert` and Python's
/// `load_verify_locations`: all blocks are read before one counts, and one that is bad spoils all.
pub(super) fn whole_file(form: Form, text: &[u8]) -> Loaded {
    let mut pieces = Pieces::new(text, form.longest_piece());
    let mut found = Vec::new();
    let mut others = 0_usize;
    loop {
        let pem = match next(form, &mut pieces) {
            Ok(pem) => pem,
            Err(Stop::NoStartLine) if found.is_empty() && others == 0 => {
                return Loaded::stopped(Vec::new(), text.len(), Reason::NoCertificate);
            }
            Err(Stop::NoStartLine) => return Loaded::all(found),
            Err(Stop::Bad(at, reason)) => return Loaded::stopped(Vec::new(), at, reason),
        };
        match taken(form, &pem) {
            Ok(Taken::Certificate) => found.push(pem.range()),
            Ok(Taken::RevocationList) => others += 1,
            Ok(Taken::Nothing) => {}
            Err(reason) => return Loaded::stopped(Vec::new(), pem.at, reason),
        }
    }
}

/// A loop over `PEM_read_bio_X509_AUX`, as in Node's `ca`: each certificate counts as it is read, and the first that is
/// bad ends the loop without a word.
pub(super) fn one_by_one(form: Form, text: &[u8]) -> Loaded {
    let mut pieces = Pieces::new(text, form.longest_piece());
    let mut found = Vec::new();
    loop {
        let pem = match next(form, &mut pieces) {
            Ok(pem) => pem,
            Err(Stop::NoStartLine) => return Loaded::all(found),
            Err(Stop::Bad(at, reason)) => return Loaded::stopped(found, at, reason),
        };
        match certificate_label(pem.name).map(|decoder| certificate(&pem, decoder)) {
            None => {}
            Some(Ok(())) => found.push(pem.range()),
            Some(Err(reason)) => return Loaded::stopped(found, pem.at, reason),
        }
    }
}

enum Taken {
    Certificate,
    RevocationList,
    Nothing,
}

fn taken(form: Form, pem: &Pem<'_>) -> Result<Taken, Reason> {
    if let Some(decoder) = certificate_label(pem.name) {
        return certificate(pem, decoder).map(|()| Taken::Certificate);
    }
    if pem.name == b"X509 CRL" {
        return plain(pem, der::is_sequence).map(|()| Taken::RevocationList);
    }
    if is_key(form, pem.name) && pem.header.len() <= ENCRYPTED {
        return plain(pem, der::is_sequence).map(|()| Taken::Nothing);
    }
    Ok(Taken::Nothing)
}

/// A longer header is taken for that of an encrypted key, which is not looked into.
const ENCRYPTED: usize = 10;

/// The labels of certificates, and the decoder for what they hold.
fn certificate_label(name: &[u8]) -> Option<Decoder> {
    match name {
        b"CERTIFICATE" | b"X509 CERTIFICATE" => Some(Decoder::OpenSsl),
        b"TRUSTED CERTIFICATE" => Some(Decoder::OpenSslTrusted),
        _ => None,
    }
}

/// The labels of keys that are looked into.
fn is_key(form: Form, name: &[u8]) -> bool {
    match name {
        b"RSA PRIVATE KEY" | b"DSA PRIVATE KEY" | b"EC PRIVATE KEY" => true,
        b"PRIVATE KEY" => form == Form::PassesMark,
        _ => false,
    }
}

fn certificate(pem: &Pem<'_>, decoder: Decoder) -> Result<(), Reason> {
    plain(pem, |data| der::is_certificate(data, decoder))
}

/// A block without headers whose content has this shape.
fn plain(pem: &Pem<'_>, has_shape: impl Fn(&[u8]) -> bool) -> Result<(), Reason> {
    if !pem.header.is_empty() && !pem.header.starts_with(b"Proc-Type:") {
        return Err(Reason::BadHeader);
    }
    if has_shape(&pem.data) {
        Ok(())
    } else {
        Err(Reason::BadCertificate)
    }
}
