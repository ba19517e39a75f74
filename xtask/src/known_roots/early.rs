//! The set that was in force before certifi's versions became dates.

use std::collections::HashSet;

use certwhy::known::{BundleSource, Family, TableSource};
use certwhy::moment::Moment;

/// The first release whose version is its date.
const DATED_SINCE: &str = "2015-04-28";

/// The last releases of before that day in the families whose releases have no date here. Their copies in Toolkit
/// have the same bytes.
const LAST_UNDATED: [(Family, &str); 2] = [
    (Family::Httplib2, "0.9"),
    (Family::ShotgunApi3Httplib2, "3.0.19"),
];

/// Adds, as a bundle without a release, the union of all bundles of before.
pub(crate) fn add(source: &mut TableSource) {
    let mut seen = HashSet::new();
    let mut members: Vec<_> = early_bundles(source)
        .into_iter()
        .filter_map(|bundle| source.bundles.get(bundle))
        .flat_map(|bundle| &bundle.members)
        .copied()
        .filter(|member| seen.insert(*member))
        .collect();
    members.sort();
    source.early = Some(source.bundles.len());
    source.bundles.push(BundleSource {
        file_sha256: None,
        members,
    });
}

fn early_bundles(source: &TableSource) -> Vec<usize> {
    let end = Moment::parse(DATED_SINCE);
    let dated = source.releases.iter().filter(|row| {
        row.release.family != Family::CertifiExtra
            && row.release.date.is_some_and(|date| Some(date) < end)
    });
    let undated = LAST_UNDATED.iter().flat_map(|(family, last)| {
        let rows = source
            .releases
            .iter()
            .filter(move |row| row.release.family == *family);
        let past = rows.clone().rposition_of(last);
        rows.take(past)
    });
    dated.chain(undated).map(|row| row.bundle).collect()
}

trait UpTo {
    /// How many rows there are up to and including the last of this version.
    fn rposition_of(self, version: &str) -> usize;
}

impl<'a, I: Iterator<Item = &'a certwhy::known::ReleaseSource>> UpTo for I {
    fn rposition_of(self, version: &str) -> usize {
        self.enumerate()
            .filter(|(_, row)| row.release.version == version)
            .last()
            .map_or(0, |(index, _)| index + 1)
    }
}
