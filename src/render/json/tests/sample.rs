//! Reports made by hand.

use super::cert;
use crate::bundle::{
    Comparison, Examination, Remark, Remarks, SameKey, ServiceId, ServiceReport, ServiceStatus,
    StrictRule,
};
use crate::certificate::{DnsName, ServerName};
use crate::check::{CheckId, PathStatus};
use crate::client::NativeError;
use crate::error_text::ErrorText;
use crate::finding::{Cert, Code, Finding, MissingRoot, RootOption, RootRelation};
use crate::input::{BlockNumber, Cut, Excerpt, Note, NoteKind, QuotedLine, recognise};
use crate::known::{Family, Nearest, Origin, Release, Removal, Vintage};
use crate::location::{LineNumber, Location, SourceName};
use crate::moment::Moment;
use crate::path::{End, Listing, PathCount};
use crate::reading::Survey;
use crate::remedy::{Action, Advice, Preference, Remedy, StartsFrom, WhySecond};
use crate::report::{
    Asked, BundleOrigin, BundleReport, CertificatePlace, CertificateReport, Choice, ClientAnswer,
    FileReadings, KnownRootFacts, PathCertificate, PathReport, PathTotal, Report,
};
use crate::store::Held;
use crate::verdict::Verdict;
use std::sync::Arc;

pub(super) fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

pub(super) fn location() -> Location {
    Location {
        source: SourceName::new("cacert.pem"),
        line: LineNumber(3),
        start: 10,
        end: 20,
    }
}

pub(super) fn removal() -> Removal {
    Removal {
        release: release("2024.7.4"),
        date: at("2024-07-04"),
    }
}

fn release(version: &str) -> Release {
    Release {
        family: Family::Certifi,
        version: version.to_owned(),
        part: String::new(),
        date: Some(at("2024-07-04")),
    }
}

/// Root, intermediate and leaf.
pub(super) fn chain() -> [Cert; 3] {
    let root = test_pki::ca("Mock Root").self_signed();
    let intermediate = test_pki::ca("Mock Intermediate")
        .path_len(0)
        .issued_by(&root);
    let leaf = test_pki::leaf("s3.mock.example").issued_by(&intermediate);
    [cert(&root), cert(&intermediate), cert(&leaf)]
}

/// Nothing but a bundle with a damaged block.
pub(super) fn bundle_check() -> Report {
    Report {
        question: None,
        verdict: None,
        findings: Vec::new(),
        paths: Vec::new(),
        path_total: None,
        remedies: Vec::new(),
        advice: Vec::new(),
        clients: Vec::new(),
        bundle: BundleReport {
            origin: BundleOrigin::Given,
            certificates: 0,
            vintage: Vintage::default(),
            missing: Vec::new(),
            extra: Vec::new(),
            damage: vec![Note {
                kind: NoteKind::BadBase64 {
                    block: BlockNumber(2),
                    line: LineNumber(4),
                    column: 7,
                    character: '\u{202e}',
                },
                location: location(),
                excerpt: Some(Arc::new(excerpt())),
            }],
            readings: vec![readings()],
            examination: Some(examination()),
        },
        certificates: Vec::new(),
        error_text: None,
        known_roots: Origin::Custom,
        environment: crate::environment::Environment::default(),
        configure: Vec::new(),
    }
}

fn excerpt() -> Excerpt {
    Excerpt {
        lines: vec![QuotedLine {
            number: LineNumber(4),
            text: "MIIDdz\u{202e}CCAl".to_owned(),
            cut: Cut::Both,
        }],
        marked: 0,
        mark: 6..7,
        column: 7,
        byte: 217,
    }
}

fn readings() -> FileReadings {
    let text = b"-----BEGIN CERTIFICATE-----\nMII*\n-----END CERTIFICATE-----\n";
    let source = location().source;
    FileReadings {
        survey: Arc::new(Survey::of(text, &recognise(&source, text))),
        source,
    }
}

/// Everything that can be said of a bundle by itself.
fn examination() -> Examination {
    let [root, _, leaf] = chain();
    let list = [
        Remark::Expired,
        Remark::Expiring,
        Remark::NotYetValid,
        Remark::WeakKey,
        Remark::WeakSignature,
        Remark::NotACa,
        Remark::VersionOne,
        Remark::NotSelfSigned,
        Remark::Strict(StrictRule::NoKeyUsage),
    ];
    let pair = || SameKey {
        other: root.clone(),
        this: leaf.clone(),
    };
    let service = |status| ServiceReport {
        id: ServiceId::Google,
        status,
        source: "somebody",
        date: "2024-01-15",
    };
    Examination {
        remarks: Remarks {
            list: list.map(|remark| (remark, root.clone())).to_vec(),
            repeated: vec![(root.clone(), vec![LineNumber(1), LineNumber(30)])],
            total: 2,
        },
        private_keys: 1,
        services: vec![
            service(ServiceStatus::Served { by: root.clone() }),
            service(ServiceStatus::Fails {
                wanted: root.clone(),
                invalid: Some(leaf.clone()),
            }),
        ],
        comparison: Some(Comparison {
            other: "other.pem".to_owned(),
            common: 1,
            added: vec![root.clone()],
            removed: vec![leaf.clone()],
            reissued: vec![pair()],
            renamed: vec![pair()],
        }),
    }
}

/// A report with this text wherever a report holds text from outside.
pub(super) fn hostile(text: &str) -> Report {
    let kind = NoteKind::HtmlPage {
        title: Some(text.to_owned()),
    };
    let note = Note {
        kind,
        location: Location {
            source: SourceName::new(text),
            ..location()
        },
        excerpt: None,
    };
    let plain = bundle_check();
    Report {
        question: Some(Asked {
            host: None,
            at: at("2025-01-01"),
            client: text.to_owned(),
        }),
        findings: vec![Finding::File(note.clone())],
        bundle: BundleReport {
            origin: BundleOrigin::Newest(text.to_owned()),
            damage: vec![note],
            ..plain.bundle
        },
        ..plain
    }
}

/// The bundle lacks the root, and everything that a report can hold is there.
pub(super) fn missing_root() -> Report {
    let [root, intermediate, leaf] = chain();
    Report {
        question: Some(Asked {
            host: Some(ServerName::Dns(DnsName::parse("s3.mock.example").unwrap())),
            at: at("2025-01-01"),
            client: "openssl-3".to_owned(),
        }),
        verdict: Some(Verdict::NotTrusted),
        findings: vec![Finding::MissingRoot(MissingRoot {
            below: intermediate.clone(),
            wanted: root.subject.clone(),
            key_id: root.extensions.subject_key_identifier().cloned(),
            roots: vec![RootOption {
                root: root.clone(),
                relation: RootRelation::IssuerOf(1),
                removal: Some(removal()),
            }],
        })],
        paths: vec![path(&[&leaf, &intermediate], End::SelfSigned)],
        path_total: Some(PathTotal {
            count: PathCount::exactly(1),
            listing: Listing::Complete,
        }),
        remedies: remedies(&root),
        advice: vec![Advice::FixClock],
        clients: vec![client()],
        bundle: bundle(&root, &intermediate),
        certificates: vec![at_hand(&leaf, None), at_hand(&intermediate, Some(known()))],
        error_text: Some(ErrorText::new("certificate verify failed".to_owned())),
        known_roots: Origin::BuiltIn,
        environment: crate::environment::Environment::default(),
        configure: Vec::new(),
    }
}

fn path(certificates: &[&Cert], end: End) -> PathReport {
    let certificates = certificates.iter().map(|certificate| PathCertificate {
        certificate: (*certificate).clone(),
        place: CertificatePlace::Presented,
    });
    PathReport {
        certificates: certificates.collect(),
        end,
        status: PathStatus::Failed,
        failed: vec![(CheckId::Validity, 1)],
        choice: Choice::Taken,
    }
}

fn remedies(root: &Cert) -> Vec<Remedy> {
    let add = Action::AddRoot {
        root: root.clone(),
        relation: RootRelation::TwinAt(1),
        removal: Some(removal()),
    };
    let replace = Action::ReplaceBundle {
        name: "certifi 2024.7.4".to_owned(),
        anchors: Vec::new(),
    };
    let preferences = [
        Preference::Recommended,
        Preference::Second(WhySecond::FartherUp),
    ];
    [add, replace]
        .into_iter()
        .zip(preferences)
        .map(|(action, preference)| Remedy {
            action,
            proven_for: vec!["openssl-3".to_owned()],
            preference,
            starts_from: StartsFrom::AsItIs,
        })
        .collect()
}

fn client() -> ClientAnswer {
    ClientAnswer {
        id: "openssl-3".to_owned(),
        step: "3.0",
        verdict: Verdict::NotTrusted,
        cause: Some(Code::MissingRoot),
        reason: None,
        native: Some(NativeError {
            code: "20".to_owned(),
            text: "unable to get local issuer certificate".to_owned(),
            depth: 1,
        }),
    }
}

fn bundle(missing: &Cert, extra: &Cert) -> BundleReport {
    BundleReport {
        origin: BundleOrigin::Given,
        certificates: 1,
        vintage: Vintage {
            exact: None,
            also: Vec::new(),
            nearest: Some(Nearest {
                release: release("2019.3.9"),
                missing: vec![missing.sha256()],
                extra: Vec::new(),
            }),
            not_before: Some(at("2019-03-09")),
            not_after: None,
        },
        missing: vec![Arc::new(Held::of(missing.clone()))],
        extra: vec![Arc::new(Held::of(extra.clone()))],
        damage: Vec::new(),
        readings: Vec::new(),
        examination: None,
    }
}

fn known() -> KnownRootFacts {
    KnownRootFacts {
        since: Some("certifi 2015.4.28".to_owned()),
        until: Some("certifi 2024.6.2".to_owned()),
        removal: Some(removal()),
    }
}

fn at_hand(certificate: &Cert, known_root: Option<KnownRootFacts>) -> CertificateReport {
    CertificateReport {
        held: Arc::new(Held::of(certificate.clone())),
        locations: vec![location()],
        place: CertificatePlace::Presented,
        known_root,
    }
}
