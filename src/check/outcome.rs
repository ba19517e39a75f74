//! What a check found, as values.

use super::CheckId;
use super::name_constraints::Violation;
use crate::certificate::{Criticality, ExtensionId, GeneralName, KeyPurpose};
use crate::check::server_name::{Hint, PresentedName};
use crate::moment::Moment;
use crate::signature::{KeyKind, SignatureAlgorithm};

/// The result of one check at one position of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The rule holds.
    Pass,
    /// The rule is broken.
    Fail(Failure),
    /// The rule says nothing about this position, or the client does not have it.
    NotApplicable,
    /// The rule could not be checked: neither pass nor failure.
    NotRun(NotRun),
}

/// A check at a position with its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Which check.
    pub check: CheckId,
    /// Position in the path: 0 is the target.
    pub position: usize,
    /// What it found.
    pub outcome: Outcome,
}

/// What all checks of a path add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathStatus {
    /// At least one check failed.
    Failed,
    /// None failed, at least one was not run.
    Unchecked,
    /// None failed, all were run.
    Passed,
}

impl PathStatus {
    /// Adds up.
    pub fn of(checks: &[Checked]) -> Self {
        let mut status = Self::Passed;
        for checked in checks {
            status = status.min(match checked.outcome {
                Outcome::Fail(_) => Self::Failed,
                Outcome::NotRun(_) => Self::Unchecked,
                Outcome::Pass | Outcome::NotApplicable => Self::Passed,
            });
        }
        status
    }
}

/// Why a check was not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRun {
    /// No back end for the signature algorithm.
    UnsupportedAlgorithm(SignatureAlgorithm),
    /// A key beyond every policy; it was not used.
    KeyTooLarge,
    /// The budget for signatures or for comparisons was spent.
    BudgetSpent,
}

/// How a rule is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The issuer's subject is not the certificate's issuer.
    NameChaining,
    /// The authority key identifier names another certificate or key.
    KeyIdentifier,
    /// The issuer's key does not verify the signature.
    Signature,
    /// The issuer's key cannot be used with the signature's algorithm.
    UnusableKey,
    /// Too late.
    Expired {
        /// The last valid second.
        not_after: Moment,
    },
    /// Too early.
    NotYetValid {
        /// The first valid second.
        not_before: Moment,
    },
    /// An issuer that is no CA.
    NotACa(CaProblem),
    /// More CAs below than allowed.
    PathLength {
        /// The limit that the certificate states.
        allowed: u32,
        /// How many there are.
        found: usize,
    },
    /// The key may not be used for this.
    KeyUsage(KeyUsageNeed),
    /// Not for TLS servers.
    Purpose {
        /// What it is for; empty where the extension is missing and demanded.
        listed: Vec<KeyPurpose>,
    },
    /// Names below lie outside the constraints.
    NameConstraints(Violation),
    /// The name constraints extension cannot be read.
    UnreadableConstraints,
    /// The path is not valid under an acceptable certificate policy.
    Policy(PolicyProblem),
    /// A critical extension that is not understood.
    CriticalExtension {
        /// Its object identifier in dotted decimal.
        oid: String,
    },
    /// The digest of the signature is too weak.
    WeakSignature(SignatureAlgorithm),
    /// The key is too weak.
    WeakKey(KeyKind),
    /// The certificate is not for this server.
    ServerName(NameRefusal),
    /// The form of the certificate.
    Form(FormProblem),
}

/// For which names a certificate is valid instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRefusal {
    /// The names that it is valid for, as they stand in it.
    pub valid_for: Vec<PresentedName>,
    /// Why a near miss is a miss.
    pub hint: Option<Hint>,
}

/// Why an issuer is no CA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaProblem {
    /// Basic constraints say that it is none.
    SaysEndEntity,
    /// It has no basic constraints.
    NoBasicConstraints,
    /// Its key usage does not include signing certificates.
    MayNotSignCertificates,
}

/// Why certificate policies do not allow a path (RFC 5280 §6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyProblem {
    /// A policy is demanded, and from the anchor down to this certificate none is common to all.
    NoneValid,
    /// A policy is demanded, and of those that are valid none is acceptable to the client.
    NoneAcceptable,
    /// A policy is mapped to or from `anyPolicy` (§6.1.4 (a)).
    MapsAnyPolicy,
    /// One of the four extensions about policies cannot be read.
    Unreadable(ExtensionId),
}

/// What a key would have to be allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyUsageNeed {
    /// An issuer must sign certificates.
    SignCertificates,
    /// A TLS server must sign, encrypt or agree on keys.
    TlsServer,
}

/// What is wrong with a certificate's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormProblem {
    /// Extensions in a version that has none, or a version that does not exist.
    Version,
    /// A serial number that is negative or longer than 20 octets (RFC 5280 §4.1.2.2).
    SerialNumber,
    /// Inner and outer algorithm differ (RFC 5280 §4.1.1.2).
    AlgorithmFields,
    /// An extension stands twice (RFC 5280 §4.2).
    RepeatedExtension(String),
    /// A known extension that cannot be read.
    UnreadableExtension(String),
    /// An extension that must be there is missing.
    MissingExtension(String),
    /// An extension with the criticality that it must not have.
    WrongCriticality {
        /// Its object identifier.
        oid: String,
        /// What it is marked as.
        marked: Criticality,
    },
    /// An issuer without a name (RFC 5280 §4.1.2.4), or a CA without one (§4.1.2.6).
    EmptyName,
    /// An extension that is there and says nothing (RFC 5280 §4.2.1.3, §4.2.1.10, §4.2.1.11).
    EmptyExtension(String),
    /// An extension that such a certificate must not have.
    MisplacedExtension(String),
    /// The key may sign certificates, and the certificate is no CA's (RFC 5280 §4.2.1.3, §4.2.1.9).
    CertSignWithoutCa,
    /// A path length in what is no CA's certificate (RFC 5280 §4.2.1.9).
    PathLengthWithoutCa,
    /// The issuer's name in other string types, letters or spaces than in the issuer's own certificate: the same name by
    /// RFC 5280 §7.1, another one octet by octet.
    NameEncoding,
    /// A path length where the key may not sign certificates (RFC 5280 §4.2.1.9).
    PathLengthWithoutCertSign,
    /// The authority key identifier names the issuer in another way than by its key.
    AuthorityKeyIdentifier(AuthorityKeyIdProblem),
    /// A common name that is no copy of an alternative name (CA/Browser Forum BR §7.1.4.3).
    CommonName(String),
    /// An alternative name of a form or syntax that must not be there (RFC 5280 §4.2.1.6, CA/Browser Forum BR
    /// §7.1.2.7.12).
    AlternativeName(GeneralName),
    /// A policy that stands twice (RFC 5280 §4.2.1.4).
    RepeatedPolicy(String),
    /// Name constraints with a minimum or a maximum (RFC 5280 §4.2.1.10).
    SubtreeBounds,
    /// A server's certificate that says to be a CA's (CA/Browser Forum BR §7.1.2.7.8).
    CaAsServer,
    /// A purpose that a server's certificate must not have beside its own (CA/Browser Forum BR §7.1.2.7.10).
    ForbiddenPurpose(KeyPurpose),
}

/// What an authority key identifier should not be (RFC 5280 §4.2.1.1, CA/Browser Forum BR §7.1.2.11.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthorityKeyIdProblem {
    /// Without the identifier of a key.
    NoKey,
    /// With the issuer and serial number of a certificate.
    NamesCertificate,
    /// Of another key, in a root, whose own key it must be.
    NotOwnKey,
    /// Of another key or certificate than the issuer's.
    NotOfIssuer,
}
