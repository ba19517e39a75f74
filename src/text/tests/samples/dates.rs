//! Dates and warnings.

use super::*;

pub(super) fn dates() -> Vec<Finding> {
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

pub(super) fn warnings() -> Vec<Finding> {
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
            certificate: intermediate.clone(),
            why: crate::finding::Unneeded::OnNoPath,
        },
        Finding::UnneededCertificate {
            certificate: intermediate,
            why: crate::finding::Unneeded::Repeated,
        },
        Finding::RootSent { root },
    ])
    .collect()
}
