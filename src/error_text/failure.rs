//! What failed, as the text says. The words of one message may be true of several causes; the symptom says no more than
//! they do.

mod openssl;
mod words;

use super::python::number;
use super::source::Source;

pub use openssl::VerifyCode;

/// What failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// In our terms; `None` where the text says nothing that we know.
    pub symptom: Option<Symptom>,
    /// OpenSSL's verification error, where the program is one that reports it.
    pub code: Option<VerifyCode>,
}

/// What a text says that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symptom {
    /// The client found no way from the server's certificate to a root that it trusts.
    UntrustedIssuer,
    /// The chain ends in a certificate that signed itself and that the client does not trust.
    SelfSignedInChain,
    /// The server's own certificate signed itself.
    SelfSignedLeaf,
    /// A certificate has expired.
    Expired,
    /// A certificate is not valid yet.
    NotYetValid,
    /// A certificate is outside its time; the text does not say on which side.
    OutsideValidity,
    /// The certificate is for other names.
    HostMismatch,
    /// A key or a signature is too weak.
    TooWeak,
    /// A signature does not verify.
    BadSignature,
    /// Names outside the constraints of a CA.
    NameConstraints,
    /// A certificate is used for what it is not for: no CA, wrong purpose, path too long.
    WrongUse,
    /// The form of a certificate breaks a rule that the client enforces.
    Form,
    /// A certificate was withdrawn.
    Revoked,
    /// Whether a certificate was withdrawn could not be found out.
    RevocationUnknown,
    /// The client has a rule against trusting it.
    Distrusted,
    /// Verification failed; the text gives no reason.
    Unverified,
    /// The file of roots was not found or could not be read.
    BundleUnreadable,
    /// The other side refused the certificate that was shown to it.
    PeerRefused,
    /// The two sides found no common way to speak TLS.
    Protocol,
    /// The program hides why it gave up; it may have been a certificate.
    Hidden,
    /// Verification passed.
    Passed,
    /// Something that has nothing to do with certificates.
    NotCertificates(Trouble),
}

/// A failure before or after TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// The name of the server was not found.
    NameNotFound,
    /// Nothing answered at the address.
    Refused,
    /// The connection took too long or was cut.
    Interrupted,
    /// A proxy refused.
    Proxy,
}

impl Symptom {
    /// Its stable name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UntrustedIssuer => "untrusted-issuer",
            Self::SelfSignedInChain => "self-signed-in-chain",
            Self::SelfSignedLeaf => "self-signed-leaf",
            Self::Expired => "expired",
            Self::NotYetValid => "not-yet-valid",
            Self::OutsideValidity => "outside-validity",
            Self::HostMismatch => "host-mismatch",
            Self::TooWeak => "too-weak",
            Self::BadSignature => "bad-signature",
            Self::NameConstraints => "name-constraints",
            Self::WrongUse => "wrong-use",
            Self::Form => "form",
            Self::Revoked => "revoked",
            Self::RevocationUnknown => "revocation-unknown",
            Self::Distrusted => "distrusted",
            Self::Unverified => "unverified",
            Self::BundleUnreadable => "bundle-unreadable",
            Self::PeerRefused => "peer-refused",
            Self::Protocol => "protocol",
            Self::Hidden => "hidden",
            Self::Passed => "passed",
            Self::NotCertificates(Trouble::NameNotFound) => "name-not-found",
            Self::NotCertificates(Trouble::Refused) => "connection-refused",
            Self::NotCertificates(Trouble::Interrupted) => "connection-interrupted",
            Self::NotCertificates(Trouble::Proxy) => "proxy-refused",
        }
    }

    /// Whether the server's certificates, or the roots of the client, may be the cause.
    pub const fn is_about_certificates(self) -> bool {
        !matches!(
            self,
            Self::PeerRefused | Self::Protocol | Self::Passed | Self::NotCertificates(_)
        )
    }

    /// Of several symptoms in one text, the lower rank tells more.
    const fn rank(self) -> u8 {
        match self {
            Self::UntrustedIssuer
            | Self::SelfSignedInChain
            | Self::SelfSignedLeaf
            | Self::Expired
            | Self::NotYetValid
            | Self::HostMismatch
            | Self::TooWeak
            | Self::BadSignature
            | Self::NameConstraints
            | Self::WrongUse
            | Self::Form
            | Self::Revoked
            | Self::RevocationUnknown
            | Self::Distrusted
            | Self::BundleUnreadable => 0,
            Self::OutsideValidity => 1,
            Self::Unverified => 2,
            Self::PeerRefused | Self::Protocol => 3,
            Self::Hidden => 4,
            Self::NotCertificates(_) => 5,
            Self::Passed => 6,
        }
    }
}

/// The most telling symptom, of several the first; with OpenSSL's code where it goes with it.
pub(super) fn read(source: &Source<'_>) -> Failure {
    let mut found: Vec<(usize, usize, Symptom, Option<VerifyCode>)> = Vec::new();
    let rows = openssl::rows().chain(
        words::TABLE
            .iter()
            .map(|(words, symptom)| (*words, *symptom, None)),
    );
    for (words, symptom, code) in rows {
        found.extend(
            source
                .first(words)
                .map(|at| (at, words.len(), symptom, code)),
        );
    }
    for words in ["verify error:num=", "verify return code: ", "verify code "] {
        for (at, rest) in source.after(words) {
            found.extend(numbered(rest).map(|(symptom, code)| (at, words.len(), symptom, code)));
        }
    }
    // Of words that begin at one place the longer ones say what is meant.
    found.sort_by_key(|(at, length, ..)| (*at, core::cmp::Reverse(*length)));
    found.dedup_by_key(|(at, ..)| *at);
    found.sort_by_key(|(at, _, symptom, _)| (symptom.rank(), *at));
    let Some((_, _, symptom, code)) = found.first().copied() else {
        return Failure::default();
    };
    Failure {
        symptom: Some(if symptom == Symptom::OutsideValidity {
            side(source)
        } else {
            symptom
        }),
        code: code.filter(|_| reports_openssl(source)),
    }
}

/// A code that a program prints as a number.
fn numbered(rest: &str) -> Option<(Symptom, Option<VerifyCode>)> {
    let (number, _) = number(rest)?;
    if number == 0 {
        return Some((Symptom::Passed, None));
    }
    let code = VerifyCode::new(number)?;
    Some((code.symptom(), Some(code)))
}

/// Go and .NET have one sentence for both sides; Go says on which behind it.
fn side(source: &Source<'_>) -> Symptom {
    let tail = |(_, rest): (usize, &str)| {
        let line = super::frame::cut(rest, 256)
            .lines()
            .next()
            .unwrap_or_default();
        match (line.contains(" is after "), line.contains(" is before ")) {
            (true, false) => Some(Symptom::Expired),
            (false, true) => Some(Symptom::NotYetValid),
            (true, true) | (false, false) => None,
        }
    };
    source
        .after("expired or is not yet valid")
        .find_map(tail)
        .unwrap_or(Symptom::OutsideValidity)
}

/// Whether the sentence was OpenSSL's: others share some of the words.
fn reports_openssl(source: &Source<'_>) -> bool {
    ![
        "x509: ",
        "pkix path",
        "java.security",
        "gnutls",
        "invalid peer certificate",
        "nsurlerrordomain",
        "schannel",
    ]
    .iter()
    .any(|words| source.has(words))
        || source.has("_ssl.c:")
        || source.has("verify error:num=")
}
