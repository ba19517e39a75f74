//! Well-known services and the roots that their certificates lead to: facts with source and date. Whether a bundle serves
//! for one follows from its roots and their validity alone.

use crate::certificate::CertSha256;
use crate::finding::Cert;
use crate::known::KnownRoots;
use crate::moment::Moment;
use crate::store::Store;

/// A service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceId {
    /// Amazon S3, `CloudFront` and what runs behind certificates of Amazon's.
    AmazonS3,
    /// Uploads and downloads of Autodesk Flow Production Tracking (Shotgun, `ShotGrid`), which are kept in Amazon S3.
    AutodeskFlow,
    /// Google.
    Google,
    /// Sites with certificates of Let's Encrypt.
    LetsEncrypt,
    /// Microsoft and Azure.
    Microsoft,
    /// Sites with certificates of `DigiCert`, `GeoTrust`, Thawte and `RapidSSL`.
    DigiCert,
    /// GitHub.
    GitHub,
}

/// What is known of a service's certificates.
struct Service {
    id: ServiceId,
    /// SHA-256 of the roots that its certificates lead to; one of them suffices, the first is the usual one.
    roots: &'static [&'static str],
    /// Who says so.
    source: &'static str,
    /// When, `2024-10-18`.
    date: &'static str,
}

const AMAZON_ROOT_CA_1: &str = "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e";
const STARFIELD_SERVICES_G2: &str =
    "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5";
const GTS_ROOT_R1: &str = "d947432abde7b7fa90fc2e6b59101b1280e0e1c7e4e40fa3c6887fff57a7f4cf";
const GTS_ROOT_R1_BEFORE: &str = "2a575471e31340bc21581cbd2cf13e158463203ece94bcf9d3cc196bf09a5472";
const GLOBALSIGN_R1: &str = "ebd41040e4bb3ec742c9e381d31ef2a41a48b6685c96e7cef3c1df6cd4331c99";
const ISRG_ROOT_X1: &str = "96bcec06264976f37460779acf28c5a7cfe8a3c0aae11a8ffcee05c0bddf08c6";
const DIGICERT_GLOBAL_G2: &str = "cb3ccbb76031e5e0138f8dd39a23f9de47ffc35e43c1144cea27d46a5ab1cb5f";
const USERTRUST_ECC: &str = "4ff460d54b9c86dabfbcfc5712e0400d2bed3fbc4d4fbdaa86e06adcd2a9ad7a";

/// Amazon Root CA 1 is also sent with the signature of Starfield Services G2, and no longer with that of a root above.
const AMAZON: &[&str] = &[AMAZON_ROOT_CA_1, STARFIELD_SERVICES_G2];

const SERVICES: &[Service] = &[
    Service {
        id: ServiceId::AmazonS3,
        roots: AMAZON,
        source: "AWS Security Blog, “ACM will no longer cross sign certificates with Starfield Class 2 starting August 2024”",
        date: "2024-10-18",
    },
    Service {
        id: ServiceId::AutodeskFlow,
        roots: AMAZON,
        source: "Autodesk, Flow Production Tracking help, “Ecosystem” (media is kept in Amazon S3); the certificates are Amazon's",
        date: "2024-10-18",
    },
    Service {
        id: ServiceId::Google,
        roots: &[GTS_ROOT_R1, GTS_ROOT_R1_BEFORE, GLOBALSIGN_R1],
        source: "certificates that google.com sent: WR2, and GTS Root R1 signed by GlobalSign Root CA",
        date: "2026-03-02",
    },
    Service {
        id: ServiceId::LetsEncrypt,
        roots: &[ISRG_ROOT_X1],
        source: "Let's Encrypt, “Chains of Trust”",
        date: "2025-02-22",
    },
    Service {
        id: ServiceId::Microsoft,
        roots: &[DIGICERT_GLOBAL_G2],
        source: "certificates that microsoft.com sent: Microsoft Azure RSA TLS Issuing CA 07",
        date: "2024-01-12",
    },
    Service {
        id: ServiceId::DigiCert,
        roots: &[DIGICERT_GLOBAL_G2],
        source: "DigiCert, “DigiCert root and intermediate CA certificate updates 2023”",
        date: "2023-03-08",
    },
    Service {
        id: ServiceId::GitHub,
        roots: &[USERTRUST_ECC],
        source: "certificates that github.com sent: Sectigo ECC Domain Validation Secure Server CA",
        date: "2025-05-07",
    },
];

/// Whether a bundle serves for a service.
#[derive(Clone, Debug)]
pub struct ServiceReport {
    /// The service.
    pub id: ServiceId,
    /// The answer.
    pub status: ServiceStatus,
    /// Who says which roots it needs.
    pub source: &'static str,
    /// When that was so.
    pub date: &'static str,
}

/// Whether a bundle serves for a service.
#[derive(Clone, Debug)]
pub enum ServiceStatus {
    /// It holds a root that its certificates lead to, valid at the time.
    Served {
        /// The root.
        by: Cert,
    },
    /// It holds none that is valid at the time.
    Fails {
        /// The usual root.
        wanted: Cert,
        /// A root of the service that it holds, and that is not valid at the time.
        invalid: Option<Cert>,
    },
}

impl ServiceId {
    /// Its public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AmazonS3 => "amazon-s3",
            Self::AutodeskFlow => "autodesk-flow",
            Self::Google => "google",
            Self::LetsEncrypt => "lets-encrypt",
            Self::Microsoft => "microsoft",
            Self::DigiCert => "digicert",
            Self::GitHub => "github",
        }
    }
}

/// For each service whether the bundle serves for it; nothing where the table of known roots does not have the roots of
/// public services.
pub(crate) fn services(store: &Store, known: &KnownRoots, at: Moment) -> Vec<ServiceReport> {
    SERVICES
        .iter()
        .filter_map(|service| {
            Some(ServiceReport {
                id: service.id,
                status: status(service, store, known, at)?,
                source: service.source,
                date: service.date,
            })
        })
        .collect()
}

fn status(
    service: &Service,
    store: &Store,
    known: &KnownRoots,
    at: Moment,
) -> Option<ServiceStatus> {
    let roots = service
        .roots
        .iter()
        .filter_map(|hex| CertSha256::parse(hex));
    let held = roots.filter_map(|sha256| {
        let id = store.find(&sha256).filter(|id| store.is_bundled(*id))?;
        store.certificate(id).map(Cert::clone)
    });
    let (valid, invalid): (Vec<Cert>, Vec<Cert>) = held.partition(|root| {
        let validity = root.validity;
        validity.not_before <= at && at <= validity.not_after
    });
    if let Some(by) = valid.into_iter().next() {
        return Some(ServiceStatus::Served { by });
    }
    let usual = CertSha256::parse(service.roots.first()?)?;
    Some(ServiceStatus::Fails {
        wanted: known.by_sha256(&usual)?.certificate()?,
        invalid: invalid.into_iter().next(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_about_a_known_root_and_has_a_date() {
        let known = KnownRoots::built_in();
        for service in SERVICES {
            assert!(Moment::parse(service.date).is_some(), "{}", service.date);
            for root in service.roots {
                let sha256 = CertSha256::parse(root).unwrap();
                assert!(known.by_sha256(&sha256).is_some(), "{root}");
            }
        }
    }
}
