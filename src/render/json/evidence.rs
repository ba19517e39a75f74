//! What a finding rests on, in a shape of its own for each code.

mod from;
mod general_name;
mod names;

use super::file_evidence::{FileEvidence, Place};
use super::place::WrongFileEntry;
use super::shared::{CertificateRef, Relation, Removed, Wanted};
use general_name::GeneralNameEntry;
use serde::Serialize;

/// What a finding rests on; the shape follows from the code.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(super) enum Evidence {
    /// `missing-root`.
    MissingRoot {
        /// What was looked for.
        wanted: Wanted,
        /// SHA-256 of the last certificate of the best path.
        below: String,
        /// The known roots whose key verifies a certificate of the path, the best first.
        roots: Vec<RootOptionEntry>,
    },
    /// `missing-intermediate`.
    MissingIntermediate {
        /// What was looked for.
        wanted: Wanted,
        /// SHA-256 of the certificate whose issuer is missing.
        below: String,
        /// Where the issuer's certificate can be fetched, as the certificate says.
        fetch_from: Vec<String>,
    },
    /// `anchor-not-self-signed`.
    AnchorNotSelfSigned {
        /// The bundle's certificate.
        anchor: CertificateRef,
        /// The self-signed certificate with the same key, where it is known.
        twin: Option<CertificateRef>,
    },
    /// `interception-proxy`.
    InterceptionProxy {
        /// The distinguished name of the root that is not in the bundle.
        root: String,
        /// The vendor whose name it bears; null where it shows otherwise.
        vendor: Option<&'static str>,
        /// The public service under a CA that is in no public list; null where the vendor's name shows it.
        public_host: Option<String>,
    },
    /// `expired-cross-certificate`.
    ExpiredCrossCertificate {
        /// Its last valid second (RFC 3339).
        not_after: String,
        /// The anchor of the valid path.
        valid_anchor: CertificateRef,
    },
    /// `expires-soon`.
    ExpiresSoon {
        /// The last valid second (RFC 3339).
        not_after: String,
        /// Whole days left.
        days: i64,
    },
    /// `clock-wrong`.
    ClockWrong {
        /// What the clock says (RFC 3339).
        at: String,
        /// The earliest time at which this chain can have been sent (RFC 3339).
        not_before: String,
    },
    /// `fragile-trust`.
    FragileTrust(FragilityEntry),
    /// `expired`, `expired-root`.
    Expired {
        /// The last valid second (RFC 3339).
        not_after: String,
    },
    /// `not-yet-valid`.
    NotYetValid {
        /// The first valid second (RFC 3339).
        not_before: String,
    },
    /// `old-path-builder`.
    OldPathBuilder {
        /// Where the client's path ends.
        stopped_at: CertificateRef,
        /// The anchor of the path that it does not find.
        valid_anchor: CertificateRef,
    },
    /// `host-mismatch`.
    HostMismatch {
        /// The name that was asked for.
        host: String,
        /// The names that the certificate is valid for.
        valid_for: Vec<String>,
        /// Why a near miss is a miss.
        hint: Option<HintEntry>,
    },
    /// `weak-signature`, `signature-not-checkable`.
    Algorithm {
        /// The signature's algorithm, as OpenSSL names it.
        algorithm: String,
    },
    /// `weak-key`.
    WeakKey {
        /// The key, `RSA 1024`.
        key: String,
    },
    /// `name-constraints`.
    NameConstraints {
        /// What is outside; null where the constraints cannot be read.
        violation: Option<ViolationEntry>,
    },
    /// `not-a-ca`: `says-end-entity`, `no-basic-constraints`, `may-not-sign-certificates`.
    NotACa {
        /// Why it is none.
        problem: &'static str,
    },
    /// `path-too-long`.
    PathTooLong {
        /// How many CAs the certificate allows below itself.
        allowed: u32,
        /// How many there are.
        found: usize,
    },
    /// `key-usage`: `sign-certificates`, `tls-server`.
    KeyUsage {
        /// What the key would have to allow.
        need: &'static str,
    },
    /// `wrong-purpose`.
    WrongPurpose {
        /// What the certificate is for: names of RFC 5280 §4.2.1.12 or object identifiers; empty where it says
        /// nothing and must.
        listed: Vec<String>,
    },
    /// `critical-extension`.
    CriticalExtension {
        /// The extension's object identifier.
        oid: String,
    },
    /// `removed-root`.
    RemovedRoot {
        /// The root.
        root: CertificateRef,
        /// When it was removed.
        removed: Removed,
    },
    /// `policy`.
    Policy {
        /// Why: `none-valid`, `none-acceptable`, `maps-any-policy`, `unreadable`.
        problem: &'static str,
        /// The object identifier of the extension; null where it is about none.
        oid: Option<String>,
    },
    /// `unknown-root`.
    UnknownRoot {
        /// The root's distinguished name.
        root: String,
    },
    /// `same-name-different-key`.
    SameNameDifferentKey {
        /// SHA-256 of the certificate that they did not sign.
        below: String,
        /// Those at hand.
        namesakes: Vec<CertificateRef>,
        /// Known public roots of that name, which did not sign it either.
        known: Vec<CertificateRef>,
    },
    /// `signature-mismatch`.
    SignatureMismatch {
        /// Whose key does not verify it.
        issuer: CertificateRef,
    },
    /// `malformed-certificate`.
    MalformedCertificate {
        /// Where it stands; null for a known root.
        location: Option<Place>,
        /// What cannot be read: `structure`, `to-be-signed`, `trailing-bytes`, `name`.
        reason: &'static str,
    },
    /// `profile-rule` and `strictness`.
    ProfileRule {
        /// What is wrong: `version`, `serial-number`, `algorithm-fields`, `repeated-extension`,
        /// `unreadable-extension`, `missing-extension`, `wrong-criticality`, `empty-name`, `empty-extension`,
        /// `misplaced-extension`, `cert-sign-without-ca`, `path-length-without-ca`, `path-length-without-cert-sign`, `name-encoding`, `authority-key-identifier`,
        /// `common-name`, `alternative-name`, `repeated-policy`, `subtree-bounds`, `ca-as-server`, `forbidden-purpose`.
        problem: &'static str,
        /// The object identifier of the extension; null where it is about none.
        oid: Option<String>,
    },
    /// `limit-reached`.
    LimitReached {
        /// Which limit: `signatures`, `attempts`, `candidates`, `name-comparisons`.
        limit: &'static str,
    },
    /// `wrong-file-for-client`.
    WrongFileForClient(WrongFileEntry),
    /// Codes about files.
    File(FileEvidence),
    /// `self-signed-leaf`, `out-of-order`, `unneeded-certificate`, `root-sent`: the finding says it all.
    None(NoEvidence),
}

/// Nothing beyond the finding itself.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct NoEvidence {}

/// A known root that would do.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct RootOptionEntry {
    #[serde(flatten)]
    root: CertificateRef,
    /// Why its key counts.
    relation: Relation,
    /// The position in the path of the certificate that it is the twin or issuer of; 0 is the server's own.
    position: usize,
    /// When it was removed from the public list since; null where it was not.
    removed: Option<Removed>,
}

/// What a trusted verdict hangs on.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "hangs_on", rename_all = "kebab-case")]
pub(super) enum FragilityEntry {
    /// A cross-certificate, which the server may stop sending.
    CrossCertificate {
        /// The cross-certificate.
        cross: CertificateRef,
        /// The root with the same key, which the bundle lacks.
        root: CertificateRef,
    },
    /// An anchor that is no longer on the public list.
    RemovedAnchor {
        /// The anchor.
        anchor: CertificateRef,
        /// When it was removed.
        removed: Removed,
    },
    /// A certificate that expires within 30 days.
    Expiry {
        /// Its last valid second (RFC 3339).
        not_after: String,
    },
}

/// Why a name that looks right does not match: `wildcard-covers-one-label-only`, `wildcard-needs-a-label`,
/// `wildcard-not-taken`, `only-in-common-name`, `address-as-text`, `www-differs`, `no-names`.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct HintEntry {
    /// Which near miss.
    kind: &'static str,
    /// The name in the certificate; null where it has none.
    name: Option<String>,
    /// The labels of the host in the wildcard's place; null but for `wildcard-covers-one-label-only`.
    in_its_place: Option<String>,
}

/// A name outside a CA's constraints.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct ViolationEntry {
    /// `not-permitted`, `excluded`, `unsupported-form`, `malformed`.
    kind: &'static str,
    /// The name; null where a constraint is malformed whatever the names are.
    name: Option<GeneralNameEntry>,
    /// The constraint; null where no single one is at fault.
    constraint: Option<GeneralNameEntry>,
}
