//! The evidence of each code.

use super::sample::{at, chain, location, removal};
use super::schema::faults;
use super::{about, json, parsed};
use crate::certificate::{ExtensionId, KeyPurpose, Malformed};
use crate::check::server_name::{Hint, PresentedName};
use crate::check::{CaProblem, FormProblem, KeyUsageNeed, NameRefusal, PolicyProblem};
use crate::finding::{
    Cert, Finding, Fragility, MissingIntermediate, OldPathBuilder, ProxyEvidence, SameName,
};
use crate::input::{BlockNumber, Extent, Note, NoteKind, PemDefect, PrivateKeyFormat};
use crate::lang::Lang;
use serde_json::{Value, json as value};

const LATER: &str = "2025-06-01T00:00:00Z";

fn assert_evidence(finding: Finding, expected: &Value) {
    let code = finding.code();
    let document = parsed(&json(&about(finding), Lang::En));
    assert_eq!(document["findings"][0]["code"], code.as_str());
    assert_eq!(&document["findings"][0]["evidence"], expected, "{code}");
    let faults = faults(&document);
    assert!(faults.is_empty(), "{code}: {faults:#?}");
}

fn reference(it: &Cert) -> Value {
    value!({
        "subject": it.subject.to_string(),
        "sha1": it.sha1().to_string(),
        "sha256": it.sha256().to_string(),
    })
}

fn file(kind: NoteKind) -> Finding {
    Finding::File(Note {
        kind,
        location: location(),
    })
}

#[test]
fn of_times() {
    let [_, _, leaf] = chain();
    for (finding, expected) in [
        (
            Finding::Expired {
                certificate: leaf.clone(),
                not_after: at(LATER),
            },
            value!({"not_after": LATER}),
        ),
        (
            Finding::NotYetValid {
                certificate: leaf.clone(),
                not_before: at(LATER),
            },
            value!({"not_before": LATER}),
        ),
        (
            Finding::ExpiresSoon {
                certificate: leaf.clone(),
                not_after: at(LATER),
                days: 9,
            },
            value!({"not_after": LATER, "days": 9}),
        ),
        (
            Finding::ClockWrong {
                at: at("1970-01-01"),
                not_before: at(LATER),
                certificate: leaf.clone(),
            },
            value!({"at": "1970-01-01T00:00:00Z", "not_before": LATER}),
        ),
    ] {
        assert_evidence(finding, &expected);
    }
}

#[test]
fn of_roles() {
    let [_, certificate, leaf] = chain();
    let listed = vec![
        KeyPurpose::ClientAuth,
        KeyPurpose::Other("1.2.3".to_owned()),
    ];
    for (finding, expected) in [
        (
            Finding::PathTooLong {
                ca: certificate,
                allowed: 0,
                found: 1,
            },
            value!({"allowed": 0, "found": 1}),
        ),
        (
            Finding::NotACa {
                certificate: leaf.clone(),
                problem: CaProblem::SaysEndEntity,
            },
            value!({"problem": "says-end-entity"}),
        ),
        (
            Finding::KeyUsage {
                certificate: leaf.clone(),
                need: KeyUsageNeed::TlsServer,
            },
            value!({"need": "tls-server"}),
        ),
        (
            Finding::WrongPurpose {
                certificate: leaf,
                listed,
            },
            value!({"listed": ["clientAuth", "1.2.3"]}),
        ),
    ] {
        assert_evidence(finding, &expected);
    }
}

#[test]
fn of_forms_and_limits() {
    let [_, certificate, leaf] = chain();
    for (finding, expected) in [
        (
            Finding::CriticalExtension {
                certificate: leaf.clone(),
                oid: "1.2.3".to_owned(),
            },
            value!({"oid": "1.2.3"}),
        ),
        (
            Finding::ProfileRule {
                certificate: leaf.clone(),
                problem: FormProblem::MissingExtension("2.5.29.35".to_owned()),
            },
            value!({"problem": "missing-extension", "oid": "2.5.29.35"}),
        ),
        (
            Finding::Policy {
                certificate: leaf.clone(),
                problem: PolicyProblem::Unreadable(ExtensionId::PolicyMappings),
            },
            value!({"problem": "unreadable", "oid": "2.5.29.33"}),
        ),
        (
            Finding::LimitReached { limit: None },
            value!({"limit": "name-comparisons"}),
        ),
        (
            Finding::NameConstraints {
                ca: certificate,
                violation: None,
            },
            value!({"violation": null}),
        ),
        (
            Finding::WeakKey {
                certificate: leaf.clone(),
                key: leaf.public_key.kind.clone(),
            },
            value!({"key": "EC P-256"}),
        ),
        (Finding::SelfSignedLeaf { leaf }, value!({})),
        (Finding::OutOfOrder, value!({})),
    ] {
        assert_evidence(finding, &expected);
    }
}

#[test]
fn of_certificates() {
    let [root, intermediate, leaf] = chain();
    let key_id = intermediate
        .extensions
        .subject_key_identifier()
        .map(ToString::to_string);
    let missing = MissingIntermediate {
        below: leaf.clone(),
        wanted: leaf.issuer.clone(),
        fetch_from: vec!["http://ca.mock.example/i.der".to_owned()],
    };
    let same_name = SameName {
        below: leaf.clone(),
        namesakes: vec![root.clone()],
        known: Vec::new(),
    };
    let old = OldPathBuilder {
        stopped_at: intermediate.clone(),
        valid_anchor: root.clone(),
        removed: None,
    };
    let proxy = Finding::InterceptionProxy {
        top: leaf.clone(),
        root: root.subject.clone(),
        evidence: ProxyEvidence::Vendor("Mock Vendor"),
    };
    for (finding, expected) in [
        (
            Finding::MissingIntermediate(missing),
            value!({
                "wanted": {"subject": "CN=Mock Intermediate", "key_id": key_id},
                "below": leaf.sha256().to_string(),
                "fetch_from": ["http://ca.mock.example/i.der"]
            }),
        ),
        (
            Finding::SameNameDifferentKey(same_name),
            value!({"below": leaf.sha256().to_string(), "namesakes": [reference(&root)], "known": []}),
        ),
        (
            Finding::OldPathBuilder(old),
            value!({"stopped_at": reference(&intermediate), "valid_anchor": reference(&root)}),
        ),
        (
            proxy,
            value!({"root": "CN=Mock Root", "vendor": "Mock Vendor", "public_host": null}),
        ),
    ] {
        assert_evidence(finding, &expected);
    }
}

#[test]
fn of_roots() {
    let [root, intermediate, leaf] = chain();
    for (finding, expected) in [
        (
            Finding::RemovedRoot {
                root: root.clone(),
                removal: removal(),
            },
            value!({"root": reference(&root), "removed": {"release": "certifi 2024.7.4", "date": "2024-07-04"}}),
        ),
        (
            Finding::AnchorNotSelfSigned {
                anchor: intermediate.clone(),
                twin: None,
            },
            value!({"anchor": reference(&intermediate), "twin": null}),
        ),
        (
            Finding::SignatureMismatch {
                certificate: leaf,
                issuer: intermediate.clone(),
            },
            value!({"issuer": reference(&intermediate)}),
        ),
        (
            Finding::FragileTrust(Fragility::CrossCertificate {
                cross: intermediate.clone(),
                root: root.clone(),
            }),
            value!({"hangs_on": "cross-certificate", "cross": reference(&intermediate), "root": reference(&root)}),
        ),
    ] {
        assert_evidence(finding, &expected);
    }
}

#[test]
fn of_host_names() {
    let [_, _, leaf] = chain();
    let pattern = PresentedName::Dns("*.mock.example".to_owned());
    let refusal = NameRefusal {
        valid_for: vec![pattern.clone(), PresentedName::Ip([192, 0, 2, 1].into())],
        hint: Some(Hint::WildcardCoversOneLabelOnly {
            pattern,
            in_its_place: "my.bucket".to_owned(),
        }),
    };
    let finding = Finding::HostMismatch {
        leaf,
        host: "my.bucket.mock.example".to_owned(),
        refusal,
    };
    assert_evidence(
        finding,
        &value!({
            "host": "my.bucket.mock.example",
            "valid_for": ["*.mock.example", "192.0.2.1"],
            "hint": {"kind": "wildcard-covers-one-label-only", "name": "*.mock.example", "in_its_place": "my.bucket"}
        }),
    );
}

#[test]
fn of_files() {
    let place = value!({"source": "cacert.pem", "line": 3, "start": 10, "end": 20});
    let labels = PemDefect::MismatchedLabels {
        begin: "A".to_owned(),
        end: "B".to_owned(),
    };
    for (kind, expected) in [
        (NoteKind::EmptyInput, value!({"note": "empty-input"})),
        (
            NoteKind::PrivateKeyPresent(PrivateKeyFormat::OpenSsh),
            value!({"note": "private-key-present", "format": "openssh"}),
        ),
        (
            NoteKind::DamagedPem {
                block: BlockNumber(2),
                defect: labels,
            },
            value!({"note": "damaged-pem", "block": 2, "defect": "mismatched-labels", "begin_label": "A", "end_label": "B"}),
        ),
        (
            NoteKind::Truncated {
                block: None,
                extent: Some(Extent {
                    declared: 9,
                    present: 5,
                }),
            },
            value!({"note": "truncated", "block": null, "declared": 9, "present": 5}),
        ),
    ] {
        let mut whole = place.clone();
        whole
            .as_object_mut()
            .unwrap()
            .extend(expected.as_object().unwrap().clone());
        assert_evidence(file(kind), &whole);
    }
    assert_evidence(
        Finding::MalformedCertificate {
            location: Some(location()),
            reason: Malformed::TrailingBytes,
        },
        &value!({"location": place, "reason": "trailing-bytes"}),
    );
}
