//! One of every finding, with every kind of evidence.

mod dates;
mod names;
mod paths;
mod rules;
mod wrong_file;

use crate::certificate::{
    Certificate, Criticality, ExtensionId, GeneralName, KeyPurpose, Malformed, Name,
};
use crate::check::name_constraints::{Violation, ViolationKind};
use crate::check::server_name::{Hint, PresentedName};
use crate::check::{
    AuthorityKeyIdProblem, CaProblem, FormProblem, KeyUsageNeed, NameRefusal, PolicyProblem,
};
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
pub(in crate::text) struct Group {
    pub(in crate::text) name: &'static str,
    pub(in crate::text) findings: fn() -> Vec<Finding>,
}

pub(in crate::text) const GROUPS: &[Group] = &[
    Group {
        name: "missing",
        findings: paths::missing,
    },
    Group {
        name: "dates",
        findings: dates::dates,
    },
    Group {
        name: "building",
        findings: paths::building,
    },
    Group {
        name: "names",
        findings: names::names,
    },
    Group {
        name: "signatures",
        findings: rules::signatures,
    },
    Group {
        name: "rules",
        findings: rules::rules,
    },
    Group {
        name: "policies",
        findings: rules::policies,
    },
    Group {
        name: "form",
        findings: rules::form,
    },
    Group {
        name: "warnings",
        findings: dates::warnings,
    },
    Group {
        name: "wrong-file",
        findings: wrong_file::wrong_files,
    },
];

/// Codes that come from elsewhere than a variant of their own: those of file notes are sampled where notes have their
/// words, and some belong to clients that are yet to come.
pub(super) const NEVER_BY_FINDING: &[Code] = &[
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
    Code::RootNotFetched,
    Code::WrongStore,
    Code::NoDefaultBundle,
    Code::UnsupportedFormat,
    Code::PasswordNeeded,
    Code::PasswordWrong,
    Code::IntegrityUnchecked,
    Code::LimitedTrust,
    Code::WithoutJavaTrust,
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
