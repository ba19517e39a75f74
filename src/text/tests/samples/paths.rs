//! What is missing, and what goes wrong in the search.

use super::*;

pub(super) fn missing() -> Vec<Finding> {
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

pub(super) fn building() -> Vec<Finding> {
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
            stopped_at: cross.clone(),
            valid_anchor: root.clone(),
            removed: None,
        }),
        Finding::OldPathBuilder(OldPathBuilder {
            stopped_at: cross,
            valid_anchor: root.clone(),
            removed: Some((old_root.clone(), removal())),
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
