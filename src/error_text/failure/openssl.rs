//! OpenSSL's verification errors: the numbers of `x509_vfy.h`, the sentences of all its versions, and the symbols by
//! which Node names them.

use super::Symptom;

/// A verification error of OpenSSL, `X509_V_ERR_…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerifyCode(u16);

impl VerifyCode {
    /// The error of a number; `None` for 0 and for numbers that OpenSSL does not use.
    pub fn new(number: u16) -> Option<Self> {
        (1..=100).contains(&number).then_some(Self(number))
    }

    /// Its number.
    pub const fn number(self) -> u16 {
        self.0
    }

    /// The sentence that OpenSSL 3 prints for it, where it is one that clients meet.
    pub fn sentence(self) -> Option<&'static str> {
        row(self.0).and_then(|row| row.sentences.first().copied())
    }

    /// What it says that failed.
    pub(super) fn symptom(self) -> Symptom {
        row(self.0).map_or(Symptom::Unverified, |row| row.symptom)
    }
}

/// One error, with the sentences of all versions, the newest first, and symbols; in lower case but for the newest.
struct Row {
    code: u16,
    symptom: Symptom,
    sentences: &'static [&'static str],
}

fn row(code: u16) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.code == code)
}

/// Every sentence and symbol, in lower case, with what it stands for.
pub(super) fn rows() -> impl Iterator<Item = (&'static str, Symptom, Option<VerifyCode>)> {
    ROWS.iter().flat_map(|row| {
        row.sentences
            .iter()
            .map(|sentence| (*sentence, row.symptom, Some(VerifyCode(row.code))))
    })
}

const fn is(code: u16, symptom: Symptom, sentences: &'static [&'static str]) -> Row {
    Row {
        code,
        symptom,
        sentences,
    }
}

const ROWS: &[Row] = &[
    is(
        2,
        Symptom::UntrustedIssuer,
        &[
            "unable to get issuer certificate",
            "unable_to_get_issuer_cert",
        ],
    ),
    is(
        3,
        Symptom::RevocationUnknown,
        &["unable to get certificate crl", "unable_to_get_crl"],
    ),
    is(
        6,
        Symptom::BadSignature,
        &["unable to decode issuer public key"],
    ),
    is(
        7,
        Symptom::BadSignature,
        &["certificate signature failure", "cert_signature_failure"],
    ),
    is(
        9,
        Symptom::NotYetValid,
        &["certificate is not yet valid", "cert_not_yet_valid"],
    ),
    is(
        10,
        Symptom::Expired,
        &["certificate has expired", "cert_has_expired"],
    ),
    is(
        18,
        Symptom::SelfSignedLeaf,
        &[
            "self-signed certificate",
            "self signed certificate",
            "depth_zero_self_signed_cert",
        ],
    ),
    is(
        19,
        Symptom::SelfSignedInChain,
        &[
            "self-signed certificate in certificate chain",
            "self signed certificate in certificate chain",
            "self_signed_cert_in_chain",
        ],
    ),
    is(
        20,
        Symptom::UntrustedIssuer,
        &[
            "unable to get local issuer certificate",
            "unable_to_get_issuer_cert_locally",
        ],
    ),
    is(
        21,
        Symptom::UntrustedIssuer,
        &[
            "unable to verify the first certificate",
            "unable_to_verify_leaf_signature",
        ],
    ),
    is(
        22,
        Symptom::WrongUse,
        &["certificate chain too long", "cert_chain_too_long"],
    ),
    is(
        23,
        Symptom::Revoked,
        &["certificate revoked", "cert_revoked"],
    ),
    is(24, Symptom::WrongUse, &["invalid_ca"]),
    is(
        25,
        Symptom::WrongUse,
        &["path length constraint exceeded", "path_length_exceeded"],
    ),
    is(
        26,
        Symptom::WrongUse,
        &[
            "unsuitable certificate purpose",
            "unsupported certificate purpose",
            "invalid_purpose",
        ],
    ),
    is(
        27,
        Symptom::UntrustedIssuer,
        &["certificate not trusted", "cert_untrusted"],
    ),
    is(
        28,
        Symptom::Distrusted,
        &["certificate rejected", "cert_rejected"],
    ),
    is(
        32,
        Symptom::WrongUse,
        &["key usage does not include certificate signing"],
    ),
    is(34, Symptom::Form, &["unhandled critical extension"]),
    is(
        47,
        Symptom::NameConstraints,
        &["permitted subtree violation"],
    ),
    is(
        48,
        Symptom::NameConstraints,
        &["excluded subtree violation"],
    ),
    is(62, Symptom::HostMismatch, &["hostname mismatch"]),
    is(64, Symptom::HostMismatch, &["ip address mismatch"]),
    is(
        66,
        Symptom::TooWeak,
        &[
            "ee certificate key too weak",
            "ee key too small",
            "ee_key_too_small",
        ],
    ),
    is(
        67,
        Symptom::TooWeak,
        &[
            "ca certificate key too weak",
            "ca key too small",
            "ca_key_too_small",
        ],
    ),
    is(
        68,
        Symptom::TooWeak,
        &[
            "ca signature digest algorithm too weak",
            "ca md too weak",
            "ca_md_too_weak",
        ],
    ),
    is(79, Symptom::WrongUse, &["invalid ca certificate"]),
    is(85, Symptom::Form, &["missing authority key identifier"]),
    is(86, Symptom::Form, &["missing subject key identifier"]),
    is(
        89,
        Symptom::Form,
        &["basic constraints of ca cert not marked critical"],
    ),
    is(
        92,
        Symptom::Form,
        &["ca cert does not include key usage extension"],
    ),
    is(
        94,
        Symptom::Form,
        &[
            "certificate version mismatch",
            "using cert extension requires at least x509v3",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_in_lower_case_and_stand_for_one_error() {
        let all: Vec<&str> = rows().map(|(sentence, ..)| sentence).collect();
        for (index, sentence) in all.iter().enumerate() {
            assert_eq!(sentence.to_ascii_lowercase(), *sentence);
            assert!(!all[index + 1..].contains(sentence), "{sentence}");
        }
        assert_eq!(
            VerifyCode::new(20).unwrap().sentence(),
            Some("unable to get local issuer certificate")
        );
        assert_eq!(VerifyCode::new(0), None);
    }
}
