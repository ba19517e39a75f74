//! The whole answer, without a word: what every format is made from.

use crate::bundle::Examination;
use crate::certificate::{CertSha256, ServerName};
use crate::check::{CheckId, PathStatus};
use crate::client::NativeError;
use crate::environment::Environment;
use crate::error_text::ErrorText;
use crate::finding::{Cert, Code, Finding, Severity};
use crate::input::Note;
use crate::known::{KnownRoot, Origin as TableOrigin, Removal, Vintage};
use crate::location::{Location, SourceName};
use crate::moment::Moment;
use crate::path::{End, Listing, PathCount};
use crate::reading::{Outcome, Reader, Reading, Survey};
use crate::remedy::{Advice, Configure, Remedy};
use crate::store::Held;
use crate::verdict::Verdict;
use std::sync::Arc;

/// The answer.
#[derive(Clone, Debug)]
pub struct Report {
    /// What was asked; `None` for a bundle check.
    pub question: Option<Asked>,
    /// The verdict for the asked client; `None` for a bundle check.
    pub verdict: Option<Verdict>,
    /// All findings, the primary cause first.
    pub findings: Vec<Finding>,
    /// Every path that was tried; the one that the client takes or the best one first.
    pub paths: Vec<PathReport>,
    /// How many there are; `None` for a bundle check.
    pub path_total: Option<PathTotal>,
    /// What was applied in memory, validated again and passed; the best first.
    pub remedies: Vec<Remedy>,
    /// What else helps.
    pub advice: Vec<Advice>,
    /// The answers of the clients asked for, the asked one first.
    pub clients: Vec<ClientAnswer>,
    /// What the bundle is.
    pub bundle: BundleReport,
    /// Every certificate at hand.
    pub certificates: Vec<CertificateReport>,
    /// The error text with what it tells, where one was given.
    pub error_text: Option<ErrorText>,
    /// Which table of known roots was used.
    pub known_roots: TableOrigin,
    /// What is known of the place where the program failed.
    pub environment: Environment,
    /// Steps for that place, in order.
    pub configure: Vec<Configure>,
}

/// How many paths there are, whether or not they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathTotal {
    /// Those that lead by name from the server's certificate to one that the bundle trusts.
    pub count: PathCount,
    /// Whether the report lists all, also those that lead nowhere.
    pub listing: Listing,
}

/// What was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The server's name.
    pub host: Option<ServerName>,
    /// The client's clock.
    pub at: Moment,
    /// The client as it was asked for.
    pub client: String,
}

/// One path.
#[derive(Clone, Debug)]
pub struct PathReport {
    /// Its certificates, target first.
    pub certificates: Vec<PathCertificate>,
    /// How it ended.
    pub end: End,
    /// What the checks add up to.
    pub status: PathStatus,
    /// The checks that failed or were not run, with the position.
    pub failed: Vec<(CheckId, usize)>,
    /// Whether it is the path that the asked client ends up with.
    pub choice: Choice,
}

/// Whether a client takes a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The client's own.
    Taken,
    /// Exists, but is not taken.
    NotTaken,
}

/// A certificate of a path.
#[derive(Clone, Debug)]
pub struct PathCertificate {
    /// The certificate.
    pub certificate: Cert,
    /// Where it comes from.
    pub place: CertificatePlace,
}

/// Where a certificate of a path comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificatePlace {
    /// The server sent it.
    Presented,
    /// The bundle holds it.
    Bundled,
    /// Both.
    Both,
    /// A file holds it and says that it is no anchor.
    SetAside,
}

/// What one client answers.
#[derive(Clone, Debug)]
pub struct ClientAnswer {
    /// The id as asked.
    pub id: String,
    /// The version whose behaviour was used.
    pub step: &'static str,
    /// Its verdict.
    pub verdict: Verdict,
    /// Our cause.
    pub cause: Option<Code>,
    /// The finding of that cause.
    pub reason: Option<Finding>,
    /// Its own words.
    pub native: Option<NativeError>,
}

/// Where the bundle came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleOrigin {
    /// The user gave it.
    Given,
    /// None was given: the newest public list, by this name.
    Newest(String),
}

/// What the bundle is.
#[derive(Clone, Debug)]
pub struct BundleReport {
    /// Where it came from.
    pub origin: BundleOrigin,
    /// How many distinct certificates.
    pub certificates: usize,
    /// Which release it is.
    pub vintage: Vintage,
    /// Public roots in force at the time asked for (for a bundle check: the newest) that it lacks.
    pub missing: Vec<Arc<Held>>,
    /// Certificates that are not in that list.
    pub extra: Vec<Arc<Held>>,
    /// What is wrong with the file.
    pub damage: Vec<Note>,
    /// What programs make of each of its files.
    pub readings: Vec<FileReadings>,
    /// What there is to say of it by itself; `None` where a server was asked about.
    pub examination: Option<Examination>,
}

/// What programs make of a file.
#[derive(Clone, Debug)]
pub struct FileReadings {
    /// The file.
    pub source: SourceName,
    /// What each of them makes of it.
    pub survey: Arc<Survey>,
}

/// A certificate at hand.
#[derive(Clone, Debug)]
pub struct CertificateReport {
    /// The certificate, read in full once it is asked for.
    pub held: Arc<Held>,
    /// Where the user's input holds it.
    pub locations: Vec<Location>,
    /// Where it counts.
    pub place: CertificatePlace,
    /// Its history, where the table of known roots has it.
    pub known_root: Option<KnownRootFacts>,
}

/// What the table of known roots says of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRootFacts {
    /// The first release of the public list with it, `certifi 2015.4.28`.
    pub since: Option<String>,
    /// The last release of the public list with it; `None` where the newest still has it.
    pub until: Option<String>,
    /// When it was removed from the public list, if it has been.
    pub removal: Option<Removal>,
}

impl From<KnownRoot<'_>> for KnownRootFacts {
    fn from(root: KnownRoot<'_>) -> Self {
        let stay = root.stay();
        Self {
            since: stay.since.map(|release| release.to_string()),
            until: stay.until.map(|release| release.to_string()),
            removal: stay.removal,
        }
    }
}

impl Report {
    /// The code of the primary cause.
    pub fn cause(&self) -> Option<Code> {
        cause(self.verdict?, &self.findings)
    }

    /// The file of the bundle that the asked client's own error is about, and what that client makes of it.
    pub(crate) fn refused_file(&self) -> Option<(&FileReadings, &Reading)> {
        let asked = self.clients.first()?;
        let reader = Reader::of_client(&asked.id)?;
        let said = asked.native.as_ref()?.text.as_str();
        let mut files = self.bundle.readings.iter();
        files.find_map(|file| {
            let reading = file.survey.by(reader)?;
            let Outcome::Refuses { reason, .. } = reading.outcome else {
                return None;
            };
            let (text, _) = reader.native(reason).of_client(&asked.id)?;
            (text == said).then_some((file, reading))
        })
    }

    /// The certificate with this fingerprint.
    pub fn certificate(&self, sha256: &CertSha256) -> Option<&CertificateReport> {
        self.certificates
            .iter()
            .find(|report| report.held.sha256() == *sha256)
    }
}

/// The primary cause: the first finding, where the verdict has one.
pub(crate) fn cause(verdict: Verdict, findings: &[Finding]) -> Option<Code> {
    match verdict {
        Verdict::Trusted => None,
        Verdict::NotTrusted | Verdict::Undecided => findings
            .first()
            .map(Finding::code)
            .filter(|code| code.severity() == Severity::Error),
    }
}
