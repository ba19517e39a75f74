//! A thumbprint that somebody pasted, compared with what an answer is about.

use crate::certificate::{CertSha1, CertSha256};
use crate::finding::Cert;
use crate::known::KnownRoots;
use crate::remedy::{Action, Preference};
use crate::report::{BundleOrigin, CertificatePlace, CertificateReport, Report};

/// The longest text that is looked at, in characters; a dialog's whole content fits.
const LONGEST: usize = 4096;

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Nothing was pasted.
    Empty,
    /// It is none.
    NotAThumbprint {
        /// How many hexadecimal digits it has.
        digits: usize,
    },
    /// An MD5 fingerprint, which proves nothing: two certificates with one can be made (RFC 6151 §2.1).
    Md5,
    /// It is a certificate that this answer is about.
    Matches {
        /// The certificate.
        certificate: Cert,
        /// What it is here.
        role: Role,
    },
    /// It is a known public root, but not one that this answer is about.
    KnownButOther {
        /// What the root is called.
        root: String,
        /// The root that is to be added, where there is one.
        wanted: Option<Cert>,
    },
    /// It is nothing that is known here.
    Unknown {
        /// The root that is to be added, where there is one.
        wanted: Option<Cert>,
    },
}

/// What a certificate is in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The root that is to be added.
    Proposed,
    /// Another root that would help as well.
    Alternative,
    /// The server sends it.
    SentByServer,
    /// The bundle holds it.
    InBundle,
}

/// A digest as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Print {
    Sha1(CertSha1),
    Sha256(CertSha256),
}

impl Print {
    fn is_of(&self, certificate: &Cert) -> bool {
        match self {
            Self::Sha1(print) => certificate.sha1() == *print,
            Self::Sha256(print) => certificate.sha256() == *print,
        }
    }
}

/// Compares what was pasted: with spaces, colons, line breaks, labels, and the invisible marks of the Windows dialogs.
pub fn compare(pasted: &str, report: &Report, known: &KnownRoots) -> Comparison {
    let print = match read(pasted) {
        Ok(print) => print,
        Err(comparison) => return comparison,
    };
    if let Some((certificate, role)) = find(report, &print) {
        return Comparison::Matches { certificate, role };
    }
    let wanted = roots(report)
        .find(|(_, role)| *role == Role::Proposed)
        .map(|(root, _)| Cert::clone(root));
    let root = match print {
        Print::Sha1(print) => known.by_sha1(&print),
        Print::Sha256(print) => known.by_sha256(&print),
    };
    match root.map(crate::known::KnownRoot::friendly) {
        Some(root) => Comparison::KnownButOther { root, wanted },
        None => Comparison::Unknown { wanted },
    }
}

/// The certificate with this digest that says most: a root to be added before one that is there already.
fn find(report: &Report, print: &Print) -> Option<(Cert, Role)> {
    let proposed = roots(report).find(|(root, _)| print.is_of(root));
    if let Some((root, role)) = proposed {
        return Some((Cert::clone(root), role));
    }
    let mut certificates = report.certificates.iter();
    certificates.find_map(|shown| {
        let certificate = shown.held.certificate()?;
        let role = || role(report, shown);
        print
            .is_of(certificate)
            .then(role)?
            .map(|role| (Cert::clone(certificate), role))
    })
}

/// Every root whose addition was proven to help, the recommended one first.
fn roots(report: &Report) -> impl Iterator<Item = (&Cert, Role)> {
    report
        .remedies
        .iter()
        .filter_map(|remedy| match (&remedy.action, remedy.preference) {
            (Action::AddRoot { root, .. }, Preference::Recommended) => Some((root, Role::Proposed)),
            (Action::AddRoot { root, .. }, Preference::Second(_)) => {
                Some((root, Role::Alternative))
            }
            (
                Action::ReplaceBundle { .. }
                | Action::MendBundle { .. }
                | Action::SendIntermediate { .. }
                | Action::RemoveFromBundle { .. }
                | Action::StopSending { .. },
                Preference::Recommended | Preference::Second(_),
            ) => None,
        })
}

/// What a certificate at hand is; the public list that stands in for a bundle is not the user's.
fn role(report: &Report, shown: &CertificateReport) -> Option<Role> {
    match (shown.place, &report.bundle.origin) {
        (CertificatePlace::Presented | CertificatePlace::Both, _) => Some(Role::SentByServer),
        (CertificatePlace::Bundled, BundleOrigin::Given) => Some(Role::InBundle),
        (CertificatePlace::Bundled, BundleOrigin::Newest(_)) | (CertificatePlace::SetAside, _) => {
            None
        }
    }
}

/// Reads a digest; otherwise what the text is instead.
fn read(pasted: &str) -> Result<Print, Comparison> {
    let runs = runs(pasted);
    let sha256 = runs.iter().find_map(|run| CertSha256::parse(run));
    let sha1 = runs.iter().find_map(|run| CertSha1::parse(run));
    let longest = runs.iter().map(String::len).max().unwrap_or(0);
    match (sha256.map(Print::Sha256).or(sha1.map(Print::Sha1)), longest) {
        (Some(print), _) => Ok(print),
        (None, 32) => Err(Comparison::Md5),
        (None, 0) if pasted.chars().all(is_separator) => Err(Comparison::Empty),
        (None, digits) => Err(Comparison::NotAThumbprint { digits }),
    }
}

/// Runs of hexadecimal digits, whatever separates their groups. A word that is none, such as a label, ends a run.
fn runs(pasted: &str) -> Vec<String> {
    let text: String = pasted.chars().take(LONGEST).collect();
    let mut text = text.to_ascii_uppercase();
    // Labels with digits of their own.
    for label in ["SHA-256", "SHA256", "SHA-1", "SHA1", "MD5", "0X"] {
        text = text.replace(label, "|");
    }
    let mut runs = vec![String::new()];
    for word in text.split_inclusive(is_separator) {
        let word = word.trim_matches(is_separator);
        match runs.last_mut() {
            Some(run) if word.chars().all(|digit| digit.is_ascii_hexdigit()) => run.push_str(word),
            Some(_) | None => runs.extend(pieces(word)),
        }
    }
    runs
}

/// The hexadecimal digits of a word that holds something else as well: each piece begins a run of its own.
fn pieces(word: &str) -> impl Iterator<Item = String> + '_ {
    // A word of letters is a label, even where some of them are digits as well.
    let is_border = |c: char| !c.is_alphanumeric();
    word.split(is_border).map(|piece| {
        let is_hex = piece.chars().all(|digit| digit.is_ascii_hexdigit());
        if is_hex {
            piece.to_owned()
        } else {
            String::new()
        }
    })
}

/// What may stand between digits: blanks of all kinds, signs, and marks that nobody sees.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            ':' | '-' | ',' | ';' | '.' | '：' | '\u{ad}' | '\u{feff}'
        )
        || matches!(c, '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}')
}

#[cfg(test)]
mod tests;
