//! What there is to say of a bundle by itself.

use super::shared::CertificateRef;
use crate::bundle::{
    Comparison as ReportComparison, Examination as ReportExamination, Remark, Remarks, SameKey,
    ServiceReport, ServiceStatus,
};
use crate::finding::Cert;
use serde::Serialize;

/// What is remarkable about a bundle as a list of trust anchors; of a certificate that stands in several lists, each says
/// its own.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Examination {
    /// How many certificates the file holds, repetitions counted.
    total: usize,
    /// Certificates that stand more than once.
    duplicates: Vec<Duplicate>,
    /// Those that have expired.
    expired: Vec<CertificateRef>,
    /// Those that expire within so many days.
    expiring: Expiring,
    /// Those that are not valid yet.
    not_yet_valid: Vec<CertificateRef>,
    /// Those with an RSA or DSA key below 2048 bits.
    weak_keys: Vec<CertificateRef>,
    /// Those that another key signed with SHA-1, MD5 or MD2.
    weak_signatures: Vec<CertificateRef>,
    /// Those that do not say that they are for a CA, version 1 aside.
    not_a_ca: Vec<CertificateRef>,
    /// Those of X.509 version 1.
    version_1: Vec<CertificateRef>,
    /// Those that are not self-signed.
    not_self_signed: Vec<CertificateRef>,
    /// Those that Python 3.13 and later refuses as anchors (`VERIFY_X509_STRICT`).
    strict: Vec<StrictEntry>,
    /// How many private keys are in the file.
    private_keys: usize,
    /// Whether it serves for well-known services.
    services: Vec<ServiceEntry>,
    /// How it differs from another bundle; null where that was not asked.
    comparison: Option<Comparison>,
}

/// A certificate that stands more than once.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Duplicate {
    certificate: CertificateRef,
    /// The lines of all its places.
    lines: Vec<u32>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Expiring {
    /// The number of days.
    within_days: i64,
    certificates: Vec<CertificateRef>,
}

/// A certificate with the rule that it breaks.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct StrictEntry {
    certificate: CertificateRef,
    /// OpenSSL's number of the error.
    openssl_code: u32,
}

/// Whether the bundle serves for a service: a conclusion from what was known of the service's certificates on a day.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ServiceEntry {
    /// The service.
    service: &'static str,
    /// Whether it has a valid root that the service's certificates lead to.
    works: bool,
    /// The root by which it works; where it fails, the one that is missing.
    root: CertificateRef,
    /// A root of the service that is there and not valid at the time.
    invalid: Option<CertificateRef>,
    /// Who says which roots the service needs.
    source: &'static str,
    /// The day on which that was so.
    date: &'static str,
}

/// How the bundle differs from another one.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Comparison {
    /// The other bundle.
    against: String,
    /// How many certificates both hold.
    common: usize,
    /// What only this one holds.
    added: Vec<CertificateRef>,
    /// What only the other one holds.
    removed: Vec<CertificateRef>,
    /// Same key and name, another certificate.
    reissued: Vec<Pair>,
    /// Same key, another name.
    renamed: Vec<Pair>,
}

/// Two certificates of one key.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Pair {
    /// The one in the other bundle.
    other: CertificateRef,
    /// The one in this bundle.
    this: CertificateRef,
}

impl From<&ReportExamination> for Examination {
    fn from(examination: &ReportExamination) -> Self {
        let remarks = &examination.remarks;
        let of = |wanted: Remark| references(&remarks.of(|remark| remark == wanted));
        Self {
            total: remarks.total,
            duplicates: duplicates(remarks),
            expired: of(Remark::Expired),
            expiring: Expiring {
                within_days: crate::bundle::EXPIRES_WITHIN_DAYS,
                certificates: of(Remark::Expiring),
            },
            not_yet_valid: of(Remark::NotYetValid),
            weak_keys: of(Remark::WeakKey),
            weak_signatures: of(Remark::WeakSignature),
            not_a_ca: of(Remark::NotACa),
            version_1: of(Remark::VersionOne),
            not_self_signed: of(Remark::NotSelfSigned),
            strict: strict(remarks),
            private_keys: examination.private_keys,
            services: examination
                .services
                .iter()
                .map(ServiceEntry::from)
                .collect(),
            comparison: examination.comparison.as_ref().map(Comparison::from),
        }
    }
}

fn duplicates(remarks: &Remarks) -> Vec<Duplicate> {
    let repeated = remarks.repeated.iter();
    repeated
        .map(|(certificate, lines)| Duplicate {
            certificate: CertificateRef::from(&**certificate),
            lines: lines.iter().map(|line| line.0).collect(),
        })
        .collect()
}

fn strict(remarks: &Remarks) -> Vec<StrictEntry> {
    let rules = remarks.strict();
    rules
        .into_iter()
        .map(|(rule, certificate)| StrictEntry {
            certificate: CertificateRef::from(&*certificate),
            openssl_code: rule.openssl_code(),
        })
        .collect()
}

impl From<&ServiceReport> for ServiceEntry {
    fn from(service: &ServiceReport) -> Self {
        let (works, root, invalid) = match &service.status {
            ServiceStatus::Served { by } => (true, by, None),
            ServiceStatus::Fails { wanted, invalid } => (false, wanted, invalid.as_deref()),
        };
        Self {
            service: service.id.as_str(),
            works,
            root: CertificateRef::from(&**root),
            invalid: invalid.map(CertificateRef::from),
            source: service.source,
            date: service.date,
        }
    }
}

impl From<&ReportComparison> for Comparison {
    fn from(comparison: &ReportComparison) -> Self {
        Self {
            against: comparison.other.clone(),
            common: comparison.common,
            added: references(&comparison.added),
            removed: references(&comparison.removed),
            reissued: comparison.reissued.iter().map(Pair::from).collect(),
            renamed: comparison.renamed.iter().map(Pair::from).collect(),
        }
    }
}

impl From<&SameKey> for Pair {
    fn from(pair: &SameKey) -> Self {
        Self {
            other: CertificateRef::from(&*pair.other),
            this: CertificateRef::from(&*pair.this),
        }
    }
}

fn references(certificates: &[Cert]) -> Vec<CertificateRef> {
    certificates
        .iter()
        .map(|certificate| CertificateRef::from(&**certificate))
        .collect()
}
