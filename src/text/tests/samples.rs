//! One of every finding, with every kind of evidence.

use crate::certificate::{Certificate, Criticality, GeneralName, KeyPurpose, Malformed, Name};
use crate::check::name_constraints::{Violation, ViolationKind};
use crate::check::server_name::{Hint, PresentedName};
use crate::check::{CaProblem, FormProblem, KeyUsageNeed, NameRefusal};
use crate::finding::{
    Cert, Code, Finding, Fragility, MissingIntermediate, MissingRoot, OldPathBuilder,
    ProxyEvidence, RootOption, RootRelation, SameName,
};
use crate::input::{Note, NoteKind};
use crate::known::{Family, Release, Removal};
use crate::location::{LineNumber, Location, SourceName};
use crate::moment::Moment;
use crate::path::Limit;
use crate::signature::{HashAlgorithm, KeyKind, SignatureAlgorithm};
use std::sync::Arc;
use test_pki::Certified;

/// Findings whose words belong together.
pub(super) struct Group {
    pub(super) name: &'static str,
    pub(super) findings: fn() -> Vec<Finding>,
}

pub(super) const GROUPS: &[Group] = &[
    Group {
        name: "missing",
        findings: missing,
    },
    Group {
        name: "dates",
        findings: dates,
    },
    Group {
        name: "building",
        findings: building,
    },
    Group {
        name: "names",
        findings: names,
    },
    Group {
        name: "signatures",
        findings: signatures,
    },
    Group {
        name: "rules",
        findings: rules,
    },
    Group {
        name: "form",
        findings: form,
    },
    Group {
        name: "warnings",
        findings: warnings,
    },
];

/// Codes that come from elsewhere than a variant of their own: those of file notes are sampled where notes have their
/// words, and some belong to clients that are yet to come.
pub(super) const NEVER_BY_FINDING: &[Code] = &[
    Code::Strictness,
    Code::Policy,
    Code::OrderSensitive,
    Code::NotACertificateFile,
    Code::PrivateKeyPresent,
    Code::DamagedPem,
    Code::MissingNewlineBetweenBlocks,
    Code::Truncated,
    Code::BadBase64,
    Code::WrongEncoding,
    Code::HtmlPage,
    Code::PublicKeyOnly,
    Code::EmptyInput,
    Code::Duplicate,
    Code::ReplacedBundle,
    Code::OldBundle,
    Code::FileNotFound,
    Code::WrongFileForClient,
    Code::RootNotFetched,
    Code::WrongStore,
    Code::NoDefaultBundle,
    Code::UnsupportedFormat,
];

/// One of every finding.
pub(super) fn all() -> Vec<Finding> {
    GROUPS.iter().flat_map(|group| (group.findings)()).collect()
}

/// A mock PKI in the shape of a CA that moves to a root of its own.
pub(super) struct Pki {
    pub(super) old_root: Cert,
    pub(super) root: Cert,
    pub(super) cross: Cert,
    pub(super) intermediate: Cert,
    pub(super) leaf: Cert,
}

pub(super) fn pki() -> Pki {
    let old_root = test_pki::ca("Old Mock Root").self_signed();
    let root = test_pki::ca("Mock Root CA 1").self_signed();
    let cross = root.cross_signed_by(&old_root);
    let intermediate = test_pki::ca("Mock RSA 2048 M01")
        .path_len(0)
        .issued_by(&root);
    let leaf = test_pki::leaf("s3.mock.example")
        .valid("2023-10-10", "2024-07-10")
        .issued_by(&intermediate);
    Pki {
        old_root: cert(&old_root),
        root: cert(&root),
        cross: cert(&cross),
        intermediate: cert(&intermediate),
        leaf: cert(&leaf),
    }
}

fn cert(certified: &Certified) -> Cert {
    Arc::new(Certificate::parse(certified.der()).unwrap())
}

pub(super) fn day(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

pub(super) fn removal() -> Removal {
    let date = day("2025-04-26");
    Removal {
        release: Release {
            family: Family::Certifi,
            version: "2025.4.26".to_owned(),
            part: String::new(),
            date: Some(date),
        },
        date,
    }
}

fn name_of(certificate: &Certificate) -> Name {
    certificate.subject.clone()
}

pub(super) fn location() -> Location {
    Location {
        source: SourceName::new("cacerts.txt"),
        line: LineNumber(17),
        start: 0,
        end: 10,
    }
}

pub(super) fn missing_root(relation: RootRelation) -> MissingRoot {
    let Pki {
        root,
        cross,
        intermediate,
        ..
    } = pki();
    MissingRoot {
        below: match relation {
            RootRelation::TwinAt(_) => cross,
            RootRelation::IssuerOf(_) => intermediate,
        },
        wanted: name_of(&root),
        key_id: None,
        roots: vec![RootOption {
            root,
            relation,
            removal: None,
        }],
    }
}

fn missing() -> Vec<Finding> {
    let Pki {
        old_root,
        root,
        cross,
        intermediate,
        leaf,
    } = pki();
    let proxy = |evidence| Finding::InterceptionProxy {
        top: intermediate.clone(),
        root: name_of(&root),
        evidence,
    };
    vec![
        Finding::MissingRoot(missing_root(RootRelation::IssuerOf(1))),
        Finding::MissingRoot(missing_root(RootRelation::TwinAt(2))),
        Finding::MissingIntermediate(MissingIntermediate {
            below: leaf.clone(),
            wanted: name_of(&intermediate),
            fetch_from: vec!["http://mock.example/m01.cer".to_owned()],
        }),
        Finding::AnchorNotSelfSigned {
            anchor: cross.clone(),
            twin: Some(root.clone()),
        },
        Finding::AnchorNotSelfSigned {
            anchor: cross,
            twin: None,
        },
        proxy(ProxyEvidence::Vendor("Zscaler")),
        proxy(ProxyEvidence::PublicHost("s3.amazonaws.com".to_owned())),
        Finding::SelfSignedLeaf { leaf },
        Finding::UnknownRoot {
            top: intermediate.clone(),
            root: name_of(&root),
        },
        Finding::RemovedRoot {
            root: old_root,
            removal: removal(),
        },
    ]
}

fn dates() -> Vec<Finding> {
    let Pki { root, leaf, .. } = pki();
    let soon = |days| Finding::ExpiresSoon {
        certificate: leaf.clone(),
        not_after: day("2024-07-10"),
        days,
    };
    vec![
        Finding::Expired {
            certificate: leaf.clone(),
            not_after: day("2024-07-10"),
        },
        Finding::NotYetValid {
            certificate: leaf.clone(),
            not_before: day("2023-10-10"),
        },
        Finding::ExpiredRoot {
            root,
            not_after: day("2025-05-12"),
        },
        Finding::ClockWrong {
            at: day("2015-01-01"),
            not_before: day("2023-10-10"),
            certificate: leaf.clone(),
        },
        soon(1),
        soon(12),
    ]
}

fn building() -> Vec<Finding> {
    let Pki {
        old_root,
        root,
        cross,
        intermediate,
        ..
    } = pki();
    let same_name = |known| {
        Finding::SameNameDifferentKey(SameName {
            below: intermediate.clone(),
            namesakes: vec![root.clone()],
            known,
        })
    };
    let malformed = |location, reason| Finding::MalformedCertificate { location, reason };
    let limit = |limit| Finding::LimitReached { limit };
    vec![
        Finding::ExpiredCrossCertificate {
            certificate: cross.clone(),
            not_after: day("2021-09-30"),
            valid_anchor: root.clone(),
        },
        Finding::OldPathBuilder(OldPathBuilder {
            stopped_at: cross,
            valid_anchor: root.clone(),
        }),
        same_name(Vec::new()),
        same_name(vec![root.clone(), old_root]),
        limit(Some(Limit::Signatures)),
        limit(Some(Limit::Attempts)),
        limit(Some(Limit::Candidates)),
        limit(None),
        malformed(Some(location()), Malformed::Structure),
        malformed(None, Malformed::ToBeSigned),
        malformed(None, Malformed::TrailingBytes),
        malformed(None, Malformed::Name),
    ]
}

fn names() -> Vec<Finding> {
    let Pki {
        intermediate, leaf, ..
    } = pki();
    let dns = |name: &str| PresentedName::Dns(name.to_owned());
    let hints = [
        Hint::WildcardCoversOneLabelOnly {
            pattern: dns("*.s3.mock.example"),
            in_its_place: "my.bucket".to_owned(),
        },
        Hint::WildcardNeedsALabel {
            pattern: dns("*.mock.example"),
        },
        Hint::WildcardNotTaken {
            pattern: dns("s3*.mock.example"),
        },
        Hint::OnlyInCommonName {
            name: PresentedName::CommonName("mock.example".to_owned()),
        },
        Hint::AddressAsText {
            name: dns("192.0.2.1"),
        },
        Hint::WwwDiffers {
            name: dns("www.mock.example"),
        },
        Hint::NoNames,
    ];
    let mismatch = |valid_for, hint| Finding::HostMismatch {
        leaf: leaf.clone(),
        host: "files.mock.example".to_owned(),
        refusal: NameRefusal { valid_for, hint },
    };
    let constraints = |violation| Finding::NameConstraints {
        ca: intermediate.clone(),
        violation,
    };
    let kinds = [
        ViolationKind::NotPermitted,
        ViolationKind::Excluded,
        ViolationKind::UnsupportedForm,
        ViolationKind::Malformed,
    ];
    let violation = |kind| Violation {
        kind,
        name: Some(GeneralName::Dns(b"s3.mock.example".to_vec())),
        constraint: (kind != ViolationKind::NotPermitted)
            .then(|| GeneralName::Dns(b".mock.example".to_vec())),
    };
    let many = (0..11)
        .map(|number| dns(&format!("n{number}.mock.example")))
        .collect();
    [
        mismatch(
            vec![
                dns("s3.mock.example"),
                PresentedName::Ip([192, 0, 2, 1].into()),
            ],
            None,
        ),
        mismatch(many, None),
        constraints(None),
    ]
    .into_iter()
    .chain(hints.map(|hint| mismatch(Vec::new(), Some(hint))))
    .chain(kinds.map(|kind| constraints(Some(violation(kind)))))
    .collect()
}

fn signatures() -> Vec<Finding> {
    let Pki {
        root, intermediate, ..
    } = pki();
    let weak = |algorithm| Finding::WeakSignature {
        certificate: intermediate.clone(),
        algorithm,
    };
    let unchecked = |algorithm| Finding::SignatureNotCheckable {
        certificate: intermediate.clone(),
        algorithm,
    };
    vec![
        weak(SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha1)),
        weak(SignatureAlgorithm::Ed25519),
        Finding::WeakKey {
            certificate: intermediate.clone(),
            key: KeyKind::Rsa {
                bits: 1024,
                exponent: Some(65_537),
            },
        },
        Finding::SignatureMismatch {
            certificate: intermediate.clone(),
            issuer: root,
        },
        unchecked(SignatureAlgorithm::Dsa(HashAlgorithm::Sha256)),
        unchecked(SignatureAlgorithm::Unknown(String::new())),
    ]
}

fn rules() -> Vec<Finding> {
    let Pki {
        intermediate, leaf, ..
    } = pki();
    let not_a_ca = |problem| Finding::NotACa {
        certificate: intermediate.clone(),
        problem,
    };
    let usage = |need| Finding::KeyUsage {
        certificate: leaf.clone(),
        need,
    };
    let purpose = |listed| Finding::WrongPurpose {
        certificate: leaf.clone(),
        listed,
    };
    vec![
        not_a_ca(CaProblem::SaysEndEntity),
        not_a_ca(CaProblem::NoBasicConstraints),
        not_a_ca(CaProblem::MayNotSignCertificates),
        Finding::PathTooLong {
            ca: intermediate.clone(),
            allowed: 0,
            found: 1,
        },
        usage(KeyUsageNeed::SignCertificates),
        usage(KeyUsageNeed::TlsServer),
        purpose(vec![
            KeyPurpose::ClientAuth,
            KeyPurpose::Other("1.2.3".to_owned()),
        ]),
        purpose(Vec::new()),
        Finding::CriticalExtension {
            certificate: leaf,
            oid: "1.2.3.4".to_owned(),
        },
    ]
}

fn form() -> Vec<Finding> {
    let oid = || "2.5.29.35".to_owned();
    let marked = |marked| FormProblem::WrongCriticality { oid: oid(), marked };
    [
        FormProblem::Version,
        FormProblem::SerialNumber,
        FormProblem::AlgorithmFields,
        FormProblem::RepeatedExtension(oid()),
        FormProblem::UnreadableExtension(oid()),
        FormProblem::MissingExtension(oid()),
        marked(Criticality::Critical),
        marked(Criticality::NonCritical),
        FormProblem::EmptyName,
    ]
    .map(|problem| Finding::ProfileRule {
        certificate: pki().intermediate,
        problem,
    })
    .into()
}

fn warnings() -> Vec<Finding> {
    let Pki {
        old_root,
        root,
        cross,
        intermediate,
        leaf,
    } = pki();
    [
        Fragility::CrossCertificate {
            cross,
            root: root.clone(),
        },
        Fragility::RemovedAnchor {
            anchor: old_root,
            removal: removal(),
        },
        Fragility::Expiry {
            certificate: leaf,
            not_after: day("2024-07-10"),
        },
    ]
    .map(Finding::FragileTrust)
    .into_iter()
    .chain([
        Finding::OutOfOrder,
        Finding::UnneededCertificate {
            certificate: intermediate,
        },
        Finding::RootSent { root },
    ])
    .collect()
}

/// A root that has nothing to do with the rest.
pub(super) fn unrelated() -> Cert {
    cert(&test_pki::ca("Unrelated Mock Root").self_signed())
}

/// A note about a file.
pub(super) fn note() -> Note {
    Note {
        kind: NoteKind::EmptyInput,
        location: location(),
    }
}
