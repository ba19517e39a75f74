//! How a client builds and checks paths, as data: every difference between clients is a value here.

use super::CertificatePolicyRules;
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

/// How a client finds paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Building {
    /// Every candidate is tried until a path passes (RFC 4158 §2.4).
    AllPaths,
    /// One candidate is taken at each step, and never reconsidered: OpenSSL's way.
    FirstMatch(FirstMatch),
}

/// How a client without backtracking picks its one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstMatch {
    /// Which side is asked first.
    pub first: FirstSource,
    /// Whether a path that ends at no anchor is cut back and tried again from the bundle.
    pub alternatives: Alternatives,
    /// Which of several fitting candidates is taken.
    pub pick: Pick,
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
    /// The first one.
    First,
    /// The first one that is valid now, else the one that expired last.
    ValidElseLatest,
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
    /// Only self-signed ones are; others serve as intermediates.
    SelfSignedOnly,
}

/// Whether an anchor's validity period counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorDates {
    /// As for any certificate.
    Enforced,
    /// An anchor is a name and a key, without dates (RFC 5280 §6.1.1 (d)).
    Ignored,
}

/// Whether an anchor's extensions are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorExtensions {
    /// As for any CA.
    Checked,
    /// An anchor is a name and a key.
    Ignored,
}

/// Which keys and digests are strong enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StrengthRules {
    /// The smallest acceptable key.
    pub key: KeyFloor,
    /// The weakest digest accepted in the signature of anything but an anchor.
    pub weakest_digest: HashAlgorithm,
}

/// The smallest acceptable key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFloor {
    /// By estimated security bits: OpenSSL's security levels.
    SecurityBits(u32),
    /// RSA modulus of at least 2048 bits in whole octets; P-256, P-384 or P-521 (CA/Browser Forum BR §6.1.5).
    WebPki,
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
    /// What a target without extended key usage means, and `anyExtendedKeyUsage`.
    pub purpose: PurposeRule,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstrainedNames {
    /// Alternative names and subject (RFC 5280 §4.2.1.10).
    AlternativeNames,
    /// These, and a common name that looks like a host where there is no DNS name (OpenSSL since 1.1.0).
    CommonNameWithoutDns,
}

/// What authority and subject key identifiers decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyIdentifierRule {
    /// A candidate whose identifier differs is no candidate (OpenSSL).
    Decisive,
    /// They order candidates and decide nothing (RFC 4158 §3.5.12).
    Advisory,
}

/// Whether the key usage of a target is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKeyUsage {
    /// Where it is there, it must allow what TLS does with the key (CA/Browser Forum BR §7.1.2.7.11).
    SuitsTls,
    /// Path validation has no use for it (RFC 5280 §6.1).
    NotLookedAt,
}

/// How extended key usage is read for a TLS server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PurposeRule {
    /// Absent is fine; present must list `serverAuth` or server gated crypto; `anyExtendedKeyUsage` does not count (OpenSSL).
    ServerAuthListed,
    /// Absent is fine; `anyExtendedKeyUsage` counts (RFC 5280 §4.2.1.12).
    AnyCounts,
    /// The target must have the extension and list `serverAuth` (CA/Browser Forum BR §7.1.2.7.10).
    ServerAuthRequired,
}

/// Which CA certificates may do without basic constraints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasicConstraintsRule {
    /// None (RFC 5280 §6.1.4 (k)).
    Required,
    /// The last certificate of a path, where it is version 1 and self-signed or has a key usage for it (OpenSSL).
    OptionalForLast,
}

/// Formal rules beyond path validation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormRules {
    /// None.
    None,
    /// Every extension that decides can be read and stands once; where not, the certificate issues nothing and has no
    /// issuer (OpenSSL since 3.0).
    Readable,
    /// RFC 5280 §4 on the form of certificates: versions, serial numbers, duplicate extensions, criticality.
    Rfc5280,
    /// RFC 5280 §4, and the CA/Browser Forum's on top.
    WebPki,
}
