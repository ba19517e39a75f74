//! Names.

use super::*;

pub(super) fn names() -> Vec<Finding> {
    host_mismatches().into_iter().chain(constraints()).collect()
}

fn host_mismatches() -> Vec<Finding> {
    let Pki { leaf, .. } = pki();
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
    ]
    .into_iter()
    .chain(hints.map(|hint| mismatch(Vec::new(), Some(hint))))
    .collect()
}

fn constraints() -> Vec<Finding> {
    let Pki { intermediate, .. } = pki();
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
    core::iter::once(constraints(None))
        .chain(kinds.map(|kind| constraints(Some(violation(kind)))))
        .collect()
}
