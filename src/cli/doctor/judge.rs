//! Files of roots, and whether the chains of well-known servers lead to them.

use super::FileState;
use super::machine::Machine;
use crate::certificate::ServerName;
use crate::cli::complaint::FileProblem;
use crate::client::Client;
use crate::explain::{Options, Purpose, Supplied, check_bundle, verdict};
use crate::finding::{Code, Finding, Severity};
use crate::known::{KnownRoots, Release};
use crate::location::SourceName;
use crate::moment::Moment;
use crate::question::{Peer, Question};
use crate::verdict::Verdict;
use std::path::Path;

/// A server's chain, and when it was sent.
pub(super) struct Server {
    /// Its name for the reader.
    pub(super) name: String,
    host: Option<ServerName>,
    chain: Supplied,
    at: Moment,
}

/// Chains that Amazon S3 has sent: of public record, and still the ways by which it is reached.
const S3: &[(&str, &str, &[u8])] = &[
    (
        "Amazon S3 (2024: 4 certificates)",
        "2024-01-15",
        include_bytes!("../../../examples/s3-chain-2024-01.pem"),
    ),
    (
        "Amazon S3 (2025: 2 certificates)",
        "2025-06-01",
        include_bytes!("../../../www/examples/s3-2025.pem"),
    ),
];

/// The servers that files are judged for; one that was connected to comes last.
pub(super) fn servers(connected: Option<(String, Supplied)>, now: Moment) -> Vec<Server> {
    let s3 = S3.iter().filter_map(|(name, at, pem)| {
        Some(Server {
            name: (*name).to_owned(),
            host: ServerName::parse("s3.amazonaws.com").ok(),
            chain: Supplied::read(Purpose::Chain, &SourceName::new(*name), pem),
            at: Moment::parse(at)?,
        })
    });
    let connected = connected.map(|(name, chain)| Server {
        host: ServerName::parse(&name).ok(),
        name,
        chain,
        at: now,
    });
    s3.chain(connected).collect()
}

/// Reads files of a machine, and knows what they are.
pub(super) struct Reader<'a> {
    pub(super) machine: &'a dyn Machine,
    pub(super) known: &'a KnownRoots,
}

impl Reader<'_> {
    /// A file as an input.
    pub(super) fn file(&self, path: &Path) -> Result<Supplied, FileProblem> {
        let name = SourceName::new(path.to_string_lossy());
        let bytes = self.machine.read(path)?;
        Ok(Supplied::read(Purpose::Bundle, &name, &bytes))
    }

    /// What is at a path.
    pub(super) fn state(&self, path: &Path) -> FileState {
        match self.file(path) {
            Ok(supplied) => self.state_of(&supplied),
            Err(FileProblem::Missing) => FileState::Missing,
            Err(FileProblem::Folder) => FileState::Folder,
            Err(FileProblem::Denied | FileProblem::TooLarge { .. } | FileProblem::Other(_)) => {
                FileState::Unreadable
            }
        }
    }

    /// What an input is.
    pub(super) fn state_of(&self, supplied: &Supplied) -> FileState {
        let options = Options {
            host: None,
            at: self.machine.now(),
            client: Client::default(),
            others: Vec::new(),
            known: self.known,
            environment: crate::environment::Environment::default(),
        };
        let report = check_bundle(core::slice::from_ref(supplied), &options);
        if report.bundle.certificates == 0 {
            let closed = [Code::UnsupportedFormat, Code::PasswordNeeded];
            let is_container = |finding: &Finding| closed.contains(&finding.code());
            return if report.findings.iter().any(is_container) {
                FileState::Unknown
            } else {
                FileState::NoCertificates
            };
        }
        let is_damage = |finding: &&Finding| finding.code().severity() == Severity::Error;
        let vintage = report.bundle.vintage;
        let release = vintage
            .exact
            .as_ref()
            .or(vintage.nearest.as_ref().map(|nearest| &nearest.release));
        FileState::Certificates {
            count: report.bundle.certificates,
            release: release.map(Release::to_string),
            damaged: report.findings.iter().filter(is_damage).count(),
        }
    }
}

/// Whether a client with these roots trusts a server; `None` where that is undecided or there are no roots to judge by.
pub(super) fn trusts(roots: &[Supplied], server: &Server, client: &Client) -> Option<bool> {
    if roots.is_empty() {
        return None;
    }
    let question = Question {
        host: server.host.clone(),
        at: server.at,
        peer: Peer::TlsServer,
    };
    let inputs: Vec<Supplied> = roots
        .iter()
        .chain(core::iter::once(&server.chain))
        .cloned()
        .collect();
    match verdict(&inputs, &question, client)? {
        Verdict::Trusted => Some(true),
        Verdict::NotTrusted => Some(false),
        Verdict::Undecided => None,
    }
}
