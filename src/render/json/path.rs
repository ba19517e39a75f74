//! The paths that were tried.

use super::shared::{Verdict, Wanted};
use crate::check::{CheckId, PathStatus};
use crate::path::{End as ReportEnd, Listing, Precision};
use crate::report::{Choice, PathReport, PathTotal};
use serde::Serialize;

/// One path.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct PathEntry {
    /// SHA-256 of its certificates, the server's own first.
    certificates: Vec<String>,
    /// SHA-256 of the trust anchor, which is also the last of `certificates`; null where it ends without one.
    anchor: Option<String>,
    /// What its checks add up to.
    verdict: Verdict,
    /// How it ended.
    end: End,
    /// What would have continued it; null where it ended at an anchor or a self-signed certificate.
    wanted: Option<Wanted>,
    /// The checks that failed or could not be run.
    failed_checks: Vec<FailedCheck>,
    /// Whether it is the path that the asked client ends up with.
    taken: bool,
}

/// A check that failed or could not be run.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FailedCheck {
    /// Which check.
    check: &'static str,
    /// SHA-256 of the certificate at which it failed; null only if the path has none at this position.
    certificate: Option<String>,
    /// Its position in the path; 0 is the server's own.
    position: usize,
}

/// How a path ended: at a trust anchor; with no certificate of the wanted name at hand; at a self-signed certificate
/// that the bundle does not hold; at one of the wanted name whose key did not sign the one below; with only
/// certificates that are on the path already; longer than the client follows.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum End {
    Anchored,
    NoIssuer,
    SelfSigned,
    Rejected,
    Loop,
    TooDeep,
}

impl From<&PathReport> for PathEntry {
    fn from(path: &PathReport) -> Self {
        let sha256: Vec<String> = path
            .certificates
            .iter()
            .map(|place| place.certificate.sha256().to_string())
            .collect();
        Self {
            anchor: match path.end {
                ReportEnd::Anchored => sha256.last().cloned(),
                ReportEnd::NoIssuer(_)
                | ReportEnd::SelfSigned
                | ReportEnd::WrongKey(_)
                | ReportEnd::Loop(_)
                | ReportEnd::TooDeep(_) => None,
            },
            verdict: match path.status {
                PathStatus::Passed => Verdict::Trusted,
                PathStatus::Unchecked => Verdict::Undecided,
                PathStatus::Failed => Verdict::NotTrusted,
            },
            end: End::from(&path.end),
            wanted: path
                .end
                .wanted()
                .map(|wanted| Wanted::new(&wanted.subject, wanted.key_id.as_ref())),
            failed_checks: path
                .failed
                .iter()
                .map(|failed| FailedCheck::new(*failed, &sha256))
                .collect(),
            taken: path.choice == Choice::Taken,
            certificates: sha256,
        }
    }
}

impl FailedCheck {
    fn new((check, position): (CheckId, usize), path: &[String]) -> Self {
        Self {
            check: check.as_str(),
            certificate: path.get(position).cloned(),
            position,
        }
    }
}

impl From<&ReportEnd> for End {
    fn from(end: &ReportEnd) -> Self {
        match end {
            ReportEnd::Anchored => Self::Anchored,
            ReportEnd::NoIssuer(_) => Self::NoIssuer,
            ReportEnd::SelfSigned => Self::SelfSigned,
            ReportEnd::WrongKey(_) => Self::Rejected,
            ReportEnd::Loop(_) => Self::Loop,
            ReportEnd::TooDeep(_) => Self::TooDeep,
        }
    }
}

/// How many paths there are, by name.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct PathCountEntry {
    /// The number.
    number: u64,
    /// Whether there are no more.
    exact: bool,
    /// Whether all of them are in `paths`.
    all_listed: bool,
}

impl From<PathTotal> for PathCountEntry {
    fn from(total: PathTotal) -> Self {
        Self {
            number: total.count.number,
            exact: total.count.precision == Precision::Exact,
            all_listed: total.listing == Listing::Complete,
        }
    }
}
