//! How a client builds and checks paths, as data: every difference between clients is a value here.

use super::CertificatePolicyRules;
use crate::certificate::{ExtensionId, Name};
use crate::check::CheckId;
use crate::check::name_constraints::ConstraintRules;
use crate::check::server_name::NameRules;
use crate::path::Budget;
use crate::signature::HashAlgorithm;

/// Everything in which clients differ.
#[derive(Clone, Debug)]
pub struct Policy {
    /// How candidate paths are found.
    pub building: Building,
    /// What makes a bundle certificate a trust anchor, and what is asked of it.
    pub anchor: AnchorRules,
    /// Which keys and digests are strong enough.
    pub strength: StrengthRules,
    /// How the server's name is compared.
    pub names: NameRules,
    /// How a certificate's issuer is compared with its issuer's subject.
    pub name_chaining: NameChaining,
    /// Which extensions are demanded or tolerated.
    pub extensions: ExtensionRules,
    /// Whether certificate policies count, and which.
    pub certificate_policies: CertificatePolicyRules,
    /// Most intermediates between target and anchor. Where all paths are tried, self-issued ones do not count (RFC 5280
    /// §6.1.4 (l)).
    pub depth: usize,
    /// Bound on the work.
    pub budget: Budget,
}

/// When two distinguished names are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameChaining {
    /// String types, letter case and repeated spaces do not matter (RFC 5280 §7.1).
    Normalized,
    /// As [`Self::Normalized`] between `PrintableString` and `UTF8String`; other types octet by octet (Java).
    NormalizedBetweenCommonTypes,
    /// Octet by octet (Go, GnuTLS, NSS, rustls-webpki).
    Exact,
}

impl NameChaining {
    /// Whether the names are the same.
    pub fn agree(self, one: &Name, other: &Name) -> bool {
        let is_identical = || one.as_der() == other.as_der();
        match self {
            Self::Normalized => one == other,
            Self::NormalizedBetweenCommonTypes => {
                let plain = has_common_types(one) && has_common_types(other);
                if plain { one == other } else { is_identical() }
            }
            Self::Exact => is_identical(),
        }
    }
}

#[cfg(feature = "clients")]
fn has_common_types(name: &Name) -> bool {
    name.has_common_types_only()
}

/// Only Java asks.
#[cfg(not(feature = "clients"))]
const fn has_common_types(_: &Name) -> bool {
    false
}

/// How a client finds paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Building {
    /// Every candidate is tried until a path passes (RFC 4158 §2.4).
    AllPaths,
    /// One candidate is taken at each step, and never reconsidered: OpenSSL's way.
    FirstMatch(FirstMatch),
    /// The chain as the server sent it is cut at the first certificate whose name and key the bundle holds, or must be
    /// issued by the bundle; no other path is tried: GnuTLS.
    SentChain,
    /// As [`Self::SentChain`], and where that leads nowhere every candidate is tried: Java.
    SentChainElseAllPaths,
    /// At each step the best of all candidates is taken, whether sent or in the bundle, and never reconsidered: the
    /// classic verifier of NSS.
    BestCandidate,
}

/// How a client without backtracking picks its one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstMatch {
    /// Which generation of the algorithm it is.
    pub generation: Generation,
    /// Which of several fitting candidates is taken.
    pub pick: Pick,
    /// What else than its name decides whether a certificate is a candidate.
    pub candidate_test: CandidateTest,
}

/// The two generations of OpenSSL's path building.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generation {
    /// To 1.0.2: the server's chain, then the bundle; a self-signed certificate at its end is set aside.
    Classic {
        /// Which side is asked first.
        first: FirstSource,
        /// Whether a path that ends at no anchor is cut back and tried again from the bundle.
        alternatives: Alternatives,
    },
    /// Since 1.1.0: the bundle first at every step.
    Rewritten,
}

/// Which side is asked first for an issuer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstSource {
    /// The bundle (OpenSSL's `X509_V_FLAG_TRUSTED_FIRST`, on since 1.1.0).
    Bundle,
    /// What the server sent.
    Presented,
}

/// Whether alternative paths are tried when the first one ends nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alternatives {
    /// Yes (OpenSSL since 1.0.1n and 1.0.2b).
    Tried,
    /// No (`X509_V_FLAG_NO_ALT_CHAINS`, and all before).
    NotTried,
}

/// Which of several candidates with the right name and key identifier is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The first one (OpenSSL to 1.0.2).
    First,
    /// The first one that is valid now, else the last one (OpenSSL 1.1).
    ValidElseLast,
    /// The first one that is valid now, else the one that expired last (OpenSSL since 3.0).
    ValidElseLatest,
}

/// What, beside names and key identifiers, decides whether a certificate is a candidate, and whether it counts as
/// self-signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidateTest {
    /// Its key usage, where there is one, includes signing certificates (OpenSSL to 1.1.1g).
    MaySign,
    /// Its key can have made such a signature, as far as that is known (OpenSSL since 1.1.1h).
    KindsAgree,
}

/// Which bundle certificates end a path, and what is asked of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnchorRules {
    /// Whether a bundle certificate that is not self-signed ends a path.
    pub partial_chain: PartialChain,
    /// Whether its dates count.
    pub dates: AnchorDates,
    /// Whether its extensions are checked like those of any CA.
    pub extensions: AnchorExtensions,
}

/// Whether any bundle certificate ends a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialChain {
    /// Every bundle certificate is an anchor.
    Accepted,
    /// Every bundle certificate is an anchor for what it issued; the server's own certificate in the bundle is none, unless
    /// it is self-signed.
    ForIssuers,
    /// Only self-signed ones are; others serve as intermediates.
    SelfSignedOnly,
}

/// Whether an anchor's validity period counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorDates {
    /// As for any certificate.
    Enforced,
    /// An anchor is a name and a key, without dates (RFC 5280 §6.1.1 (d)); a target that is its own anchor has them.
    Ignored,
    /// Not even those of a target that is its own anchor count, nor does its key usage (Java).
    IgnoredInTarget,
}

/// Which checks of its extensions an anchor must pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorExtensions {
    /// All, as any CA.
    Checked,
    /// These. Of none, an anchor is a name and a key.
    Only(&'static [CheckId]),
    /// These, and no more is asked of other certificates that the bundle added to the path: OpenSSL to 1.0.2.
    OnlyForBundle(&'static [CheckId]),
}

impl AnchorExtensions {
    /// A name and a key.
    pub const IGNORED: Self = Self::Only(&[]);
}

/// Which keys and digests are strong enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StrengthRules {
    /// The smallest acceptable key.
    pub key: KeyFloor,
    /// Whose keys are looked at.
    pub keys_of: KeyScope,
    /// Whether Ed25519 is known.
    pub edwards: EdwardsRule,
    /// The weakest digest accepted in the signature of anything but an anchor.
    pub weakest_digest: HashAlgorithm,
}

/// Whether a client knows Ed25519 (RFC 8410).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdwardsRule {
    /// It does.
    Known,
    /// It cannot use such a key (OpenSSL to 1.0.2).
    Unknown,
}

/// Whose keys are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyScope {
    /// The target's and every issuer's.
    All,
    /// Only those that verify a signature of the path.
    Issuers,
}

/// The smallest acceptable key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFloor {
    /// By estimated security bits: OpenSSL's security levels.
    SecurityBits(u32),
    /// RSA modulus of at least 2048 bits in whole octets; P-256, P-384 or P-521 (CA/Browser Forum BR §6.1.5).
    WebPki,
    /// RSA modulus of at least so many bits.
    RsaBits(usize),
    /// Any.
    None,
}

/// Which extensions are demanded or tolerated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtensionRules {
    /// What a differing key identifier means.
    pub key_identifiers: KeyIdentifierRule,
    /// Whether the target's key usage must suit TLS.
    pub target_key_usage: TargetKeyUsage,
    /// Whether a CA's key usage must include signing certificates, where it is there.
    pub ca_key_usage: CaKeyUsage,
    /// Whether the target may be a CA.
    pub target_ca: TargetCa,
    /// How extended key usage is read in the target.
    pub purpose: PurposeRule,
    /// How extended key usage is read in a CA.
    pub ca_purpose: PurposeRule,
    /// Which CA certificates may do without basic constraints.
    pub basic_constraints: BasicConstraintsRule,
    /// Which names of a certificate name constraints bind.
    pub constrained_names: ConstrainedNames,
    /// How name constraints are compared.
    pub constraints: ConstraintRules,
    /// Formal rules beyond RFC 5280's path validation.
    pub form: FormRules,
    /// Whether the common name must be the copy of an alternative name.
    pub common_name_copy: CommonNameCopy,
    /// Which extensions are understood where they are critical.
    pub understood: UnderstoodExtensions,
}

/// Which extensions are understood where they are critical (RFC 5280 §4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnderstoodExtensions {
    /// Those of RFC 5280, and some that say nothing a server's path depends on.
    Usual,
    /// The usual ones without policy constraints (§4.2.1.11).
    NoPolicyConstraints,
    /// These alone (rustls-webpki).
    Only(&'static [ExtensionId]),
}

/// Whether a server's common name must be the copy of an alternative name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommonNameCopy {
    /// It must, letter for letter (CA/Browser Forum BR §7.1.4.3).
    Demanded,
    /// It is not looked at: what all clients do.
    NotDemanded,
}

/// Which names of a certificate name constraints bind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConstrainedNames {
    /// Alternative names and subject (RFC 5280 §4.2.1.10).
    AlternativeNames,
    /// These, but no mail address of the subject (rustls-webpki).
    AlternativeNamesAlone,
    /// These, and a common name that looks like a host where there is no DNS name (OpenSSL since 1.1.0i).
    CommonNameWithoutDns,
    /// These, and the target's common name, whatever it looks like, where there is neither a DNS name nor an address (NSS).
    AnyCommonNameWithoutHost,
    /// These, and every common name that looks like a host (OpenSSL 1.1.0 to 1.1.0h).
    EveryCommonName,
}

/// What authority and subject key identifiers decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyIdentifierRule {
    /// A candidate that differs in identifier, serial number or issuer is no candidate (OpenSSL).
    Decisive,
    /// A candidate whose key identifier differs is no candidate.
    DecisiveByKey,
    /// An anchor that differs in identifier or serial number is none for that certificate (Java).
    DecisiveForAnchor,
    /// They order candidates and decide nothing (RFC 4158 §3.5.12).
    Advisory,
}

/// Whether the key usage of a target is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKeyUsage {
    /// Where it is there, it must allow what TLS does with the key (CA/Browser Forum BR §7.1.2.7.11).
    SuitsTls,
    /// Where it is there, it must allow signatures, which all current key exchanges need (Java).
    Signs,
    /// Where it is there, it must allow encipherment of an RSA key, and signatures or key agreement of others (NSS).
    SuitsKey,
    /// Path validation has no use for it (RFC 5280 §6.1).
    NotLookedAt,
}

/// Whether a CA's key usage must include signing certificates, where it is there (RFC 5280 §4.2.1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaKeyUsage {
    /// It must.
    Enforced,
    /// It is not looked at (rustls-webpki).
    NotLookedAt,
}

/// Whether the target may say that it is a CA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetCa {
    /// It may.
    Accepted,
    /// It may, unless it has extended key usage (NSS).
    RefusedWithPurpose,
    /// It may not (rustls-webpki).
    Refused,
}

/// How extended key usage is read for a TLS server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PurposeRule {
    /// Absent is fine; present must list `serverAuth` or server gated crypto; `anyExtendedKeyUsage` does not count (OpenSSL).
    ServerAuthListed,
    /// Absent is fine; present must list `serverAuth` itself (rustls-webpki).
    ServerAuthAlone,
    /// Absent is fine; `anyExtendedKeyUsage` counts (RFC 5280 §4.2.1.12).
    AnyCounts,
    /// Absent is fine; `anyExtendedKeyUsage` and server gated crypto count (Java).
    AnyOrGated,
    /// The target must have the extension and list `serverAuth` (CA/Browser Forum BR §7.1.2.7.10).
    ServerAuthRequired,
    /// Everything is fine, but for a CA that lists `anyExtendedKeyUsage` and no known purpose (NSS).
    NotAnyAlone,
    /// It is not looked at.
    NotLookedAt,
}

/// Which CA certificates may do without basic constraints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasicConstraintsRule {
    /// None (RFC 5280 §6.1.4 (k)).
    Required,
    /// The anchor, where it is older than version 3 (Go, Java).
    OptionalForOldAnchor,
    /// The anchor (GnuTLS).
    OptionalForAnchor,
    /// The anchor; but where they are there they count, even in a target that is its own anchor (NSS).
    OptionalForAnchorAndTarget,
    /// The last certificate of a path, where it is version 1 and self-signed or has a key usage for it (OpenSSL).
    OptionalForLast,
    /// Every certificate that is version 1 and self-signed or has a key usage for it (OpenSSL to 1.0.2).
    Optional,
}

/// Formal rules beyond path validation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormRules {
    /// None.
    None,
    /// Every extension that decides can be read and stands once; where not, the certificate issues nothing and has no
    /// issuer (OpenSSL since 3.0).
    Readable,
    /// No extension stands twice; a certificate where one does cannot be read at all.
    NoRepetition,
    /// None of these extensions stands twice; a certificate where one does cannot be read at all (rustls-webpki).
    NoRepetitionOf(&'static [ExtensionId]),
    /// As [`Self::Readable`], and OpenSSL's `X509_V_FLAG_X509_STRICT`, which CPython sets since 3.13.
    OpenSslStrict,
    /// RFC 5280 §4 on the form of certificates: versions, serial numbers, duplicate extensions, criticality.
    Rfc5280,
    /// RFC 5280 §4, and the CA/Browser Forum's on top.
    WebPki,
}
