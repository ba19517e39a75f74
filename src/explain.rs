//! From inputs to the whole answer.

mod assemble;
mod place;
mod prepared;
mod sort;
mod spoiled;
mod told;

#[cfg(test)]
mod tests;

use crate::case::Case;
use crate::certificate::ServerName;
use crate::client::{Client, NativeError};
use crate::diagnose;
use crate::environment::Environment;
use crate::error_text::ErrorText;
use crate::finding::{Cert, Code, Finding, Severity};
use crate::input::{
    Content, FileKind, Item, Note, NoteKind, Passwords, Recognised, recognise, recognise_with,
};
use crate::known::{KnownRoots, LONGEST_FILE};
use crate::location::{LineNumber, Location, SourceName};
use crate::moment::Moment;
use crate::path;
use crate::question::{Peer, Question};
use crate::remedy::{self, Advice};
use crate::report::{
    Asked, BundleOrigin, BundleReport, CertificateReport, ClientAnswer, PathTotal, Report,
};
use crate::signature::{Memo, RustCrypto, SignatureVerifier};
use crate::store::Store;
use crate::verdict::{Verdict, judge};
pub use prepared::Prepared;
use sha2::{Digest, Sha256};
use sort::Sorted;
pub(crate) use sort::{BundlePart, bundle_part};
pub use sort::{Holding, holding};
use spoiled::Spoiled;

pub use told::{Told, told};

/// What the user says an input is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The client's bundle.
    Bundle,
    /// The server's chain.
    Chain,
    /// An error text.
    ErrorText,
    /// Not said: decided by content.
    ByContent,
}

/// One input, recognised.
#[derive(Clone, Debug)]
pub struct Supplied {
    /// What it is for.
    pub purpose: Purpose,
    /// What it holds.
    pub recognised: Recognised,
    /// SHA-256 of its bytes, by which a published bundle is told. `None` where it is not known, as for a file that is longer
    /// than any published one.
    pub file_sha256: Option<[u8; 32]>,
}

/// The longest error text that is kept, in bytes.
const LONGEST_ERROR_TEXT: usize = 64 * 1024;

impl Supplied {
    /// Recognises an input. What is given as an error text and is plain text is one, whatever it looks like.
    pub fn read(purpose: Purpose, source: &SourceName, bytes: &[u8]) -> Self {
        Self::of(purpose, recognise(source, bytes), (source, bytes))
    }

    /// The same with more passwords to try on a container.
    pub fn read_with(
        purpose: Purpose,
        (source, bytes): (&SourceName, &[u8]),
        passwords: &Passwords,
    ) -> Self {
        let recognised = recognise_with(source, bytes, passwords);
        Self::of(purpose, recognised, (source, bytes))
    }

    /// The same for an input that was recognised before.
    pub fn of(
        purpose: Purpose,
        mut recognised: Recognised,
        (source, bytes): (&SourceName, &[u8]),
    ) -> Self {
        if purpose == Purpose::ErrorText {
            take_for_error_text(&mut recognised, source, bytes);
        }
        Self {
            purpose,
            recognised,
            file_sha256: (bytes.len() <= LONGEST_FILE).then(|| Sha256::digest(bytes).into()),
        }
    }
}

impl Supplied {
    /// The same with what only the bytes tell: the lines with the faults, and what programs make of the file.
    #[must_use]
    pub fn examined(mut self, bytes: &[u8]) -> Self {
        self.recognised = match self.purpose {
            Purpose::Bundle | Purpose::ByContent => self.recognised.examine(bytes),
            // Programs read only bundles from files.
            Purpose::Chain | Purpose::ErrorText => self.recognised.quote(bytes),
        };
        self
    }
}

fn take_for_error_text(recognised: &mut Recognised, source: &SourceName, bytes: &[u8]) {
    let is_plain = |kind: &NoteKind| {
        matches!(
            kind,
            NoteKind::NotACertificateFile(FileKind::PlainText | FileKind::Json | FileKind::Xml)
        )
    };
    let is_only_plain = recognised.items.is_empty()
        && recognised.notes.len() == 1
        && recognised.notes.iter().all(|note| is_plain(&note.kind));
    if !is_only_plain {
        return;
    }
    let kept = bytes.get(..LONGEST_ERROR_TEXT).unwrap_or(bytes);
    recognised.notes.clear();
    recognised.items.push(Item {
        content: Content::ErrorText(String::from_utf8_lossy(kept).into_owned()),
        location: Location {
            source: source.clone(),
            line: LineNumber(1),
            start: 0,
            end: kept.len(),
        },
    });
}

/// What is asked of the inputs.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The server's name; `None` leaves it unchecked.
    pub host: Option<ServerName>,
    /// The client's clock.
    pub at: Moment,
    /// The client that is asked.
    pub client: Client,
    /// Other clients that are asked as well.
    pub others: Vec<Client>,
    /// The known public roots.
    pub known: &'a KnownRoots,
    /// What the user says of the place where the program failed; an error text tells the rest.
    pub environment: Environment,
}

/// Answers: will the client trust the server, if not why, and what to do. With no chain, the bundle check alone; with
/// neither chain nor bundle, what an error text tells.
pub fn explain(inputs: &[Supplied], options: &Options<'_>) -> Report {
    explain_with(inputs, options, &RustCrypto)
}

/// The same with another verifier. It is asked once for each signature and key, however many searches there are.
fn explain_with(
    inputs: &[Supplied],
    options: &Options<'_>,
    verifier: &dyn SignatureVerifier,
) -> Report {
    let mut sorted = sort::sort(inputs);
    let asks_nothing =
        !sorted.chain_was_given && sorted.chain.is_empty() && sorted.error_text.is_none();
    if asks_nothing && !(sorted.bundle.is_empty() && sorted.aside.is_empty()) {
        return assemble::bundle_check(&mut sorted, options, None);
    }
    let (store, origin) = store(&sorted, options);
    let bundle = Bundle {
        names: &place::bundles(inputs),
        facts: &|case| Facts {
            bundle: assemble::bundle_report(case, &sorted, origin.clone()),
            certificates: assemble::certificates(case, &sorted),
        },
    };
    for_store((&store, &sorted), &bundle, options, verifier)
}

/// What is said of the bundle, and of every certificate at hand, whatever the answer.
struct Facts {
    bundle: BundleReport,
    certificates: Vec<CertificateReport>,
}

/// Where the bundle comes from, and how to tell what it is.
struct Bundle<'a> {
    names: &'a [SourceName],
    facts: &'a dyn Fn(&Case<'_>) -> Facts,
}

/// The answer for all clients that are asked.
fn for_store(
    (store, sorted): (&Store, &Sorted),
    bundle: &Bundle<'_>,
    options: &Options<'_>,
    verifier: &dyn SignatureVerifier,
) -> Report {
    let question = Question {
        host: options.host.clone(),
        at: options.at,
        peer: Peer::TlsServer,
    };
    let memo = Memo::new(verifier);
    let case = Case {
        store,
        question: &question,
        client: &options.client,
        known: options.known,
        verifier: &memo,
    };
    let mut report = answer(&case, sorted, (bundle.facts)(&case));
    place::add(&mut report, bundle.names, options);
    let others = options
        .others
        .iter()
        .filter(|other| other.asked() != options.client.asked());
    report
        .clients
        .extend(others.map(|client| client_answer(&case.with_client(client), sorted)));
    report
}

/// The smallest set of known roots with which all clients of the options trust the server: what none of the remedies of
/// one client may do for another.
///
/// # Errors
/// Where no set does, the clients that stay unsatisfied.
pub fn roots_for_all(
    inputs: &[Supplied],
    options: &Options<'_>,
) -> Result<Vec<Cert>, remedy::NotForAll> {
    let sorted = sort::sort(inputs);
    let (store, _) = store(&sorted, options);
    let question = Question {
        host: options.host.clone(),
        at: options.at,
        peer: Peer::TlsServer,
    };
    let memo = Memo::new(&RustCrypto);
    let case = Case {
        store: &store,
        question: &question,
        client: &options.client,
        known: options.known,
        verifier: &memo,
    };
    let clients: Vec<Client> = core::iter::once(&options.client)
        .chain(&options.others)
        .cloned()
        .collect();
    remedy::smallest(&case, &clients)
}

/// The verdict without its reasons, as soon as there are a bundle and a chain; it needs no table of known roots. A container
/// that is not opened may be the bundle, so that nothing can be said.
pub fn verdict(inputs: &[Supplied], question: &Question, client: &Client) -> Option<Verdict> {
    let sorted = sort::sort(inputs);
    let is_closed = |note: &Note| matches!(note.kind, NoteKind::UnsupportedFormat(_));
    if !sorted.bundle_was_given || sorted.chain.is_empty() || sorted.notes.iter().any(is_closed) {
        return None;
    }
    let store = Store::build(sorted.chain, sorted.bundle);
    let policy = &client.profile().policy;
    Some(judge(&path::decide(&store, question, policy, &RustCrypto)))
}

/// Checks the bundle alone: what it is, what it lacks against the newest public list, what is wrong with the file.
pub fn check_bundle(inputs: &[Supplied], options: &Options<'_>) -> Report {
    assemble::bundle_check(&mut sort::all_as_bundle(inputs), options, None)
}

/// What a bundle is compared with.
#[derive(Clone, Copy, Debug)]
pub enum Against<'a> {
    /// The newest public list.
    Newest,
    /// Another bundle.
    Inputs(&'a [Supplied]),
}

/// The same, and how the bundle differs from another one.
pub fn compare_bundle(inputs: &[Supplied], against: &Against<'_>, options: &Options<'_>) -> Report {
    assemble::bundle_check(&mut sort::all_as_bundle(inputs), options, Some(against))
}

/// The certificates at hand; where no bundle was given, the newest public list stands in.
fn store(sorted: &Sorted, options: &Options<'_>) -> (Store, BundleOrigin) {
    let chain = sorted.chain.clone();
    if sorted.bundle_was_given {
        let bundle = sorted.bundle.clone();
        return (Store::build(chain, bundle), BundleOrigin::Given);
    }
    let newest = options.known.newest();
    let bundle = newest.members().filter_map(assemble::encoded).collect();
    (
        Store::build(chain, bundle),
        BundleOrigin::Newest(assemble::bundle_name(&newest)),
    )
}

fn answer(case: &Case<'_>, sorted: &Sorted, facts: Facts) -> Report {
    let trace = case.search();
    let verdict = judge(&trace);
    let mut remedies = match verdict {
        Verdict::NotTrusted => remedy::plan(case, &trace),
        Verdict::Trusted | Verdict::Undecided => Vec::new(),
    };
    let starts_from = spoiled::starts_from(case, sorted);
    for remedy in &mut remedies {
        remedy.starts_from = starts_from;
    }
    let mut findings = diagnose::findings(case, &trace, verdict, &remedies);
    let spoiled = spoiled::spoiled(case, sorted);
    let cut = without_what_a_transcript_left_out(&mut findings, sorted);
    let mut advice = remedy::advice(case, &findings);
    advice.splice(0..0, cut.is_some().then_some(Advice::ProvideChain));
    add_file_findings(&mut findings, sorted, case, cut);
    let native = native(case, sorted, &trace);
    let asked = client_answer_of(case, &findings, (verdict, native));
    let report = Report {
        question: Some(Asked {
            host: case.question.host.clone(),
            at: case.question.at,
            client: case.client.asked().to_owned(),
        }),
        verdict: Some(verdict),
        paths: assemble::paths(case, &trace),
        path_total: Some(PathTotal {
            count: trace.paths,
            listing: trace.listing,
        }),
        bundle: facts.bundle,
        certificates: facts.certificates,
        clients: vec![asked],
        findings,
        remedies,
        advice,
        error_text: sorted.error_text.clone().map(ErrorText::new),
        known_roots: case.known.origin(),
        environment: Environment::default(),
        configure: Vec::new(),
    };
    match spoiled {
        Some(spoiled) => turned(case, report, spoiled),
        None => report,
    }
}

/// The same answer where the state of a file turns it.
fn turned(case: &Case<'_>, mut report: Report, spoiled: Spoiled) -> Report {
    report.verdict = Some(spoiled.verdict);
    report.clients = vec![spoiled.client_answer(case)];
    let blamed = &spoiled.note;
    let is_cause = |finding: &Finding| matches!(finding, Finding::File(note) if note == blamed);
    report.findings.retain(|finding| !is_cause(finding));
    report.findings.insert(0, Finding::File(spoiled.note));
    report.remedies = vec![spoiled.remedy];
    report.paths = spoiled.paths;
    report
}

/// The server sent what a transcript names and does not show, so it is not to blame for an intermediate that is not at
/// hand: the transcript is the cause.
fn without_what_a_transcript_left_out<'s>(
    findings: &mut Vec<Finding>,
    sorted: &'s Sorted,
) -> Option<&'s Note> {
    let is_cut = |note: &&Note| matches!(note.kind, NoteKind::ChainOnlyNamed { .. });
    let note = sorted.notes.iter().find(is_cut)?;
    let blamed = findings
        .iter()
        .position(|finding| matches!(finding, Finding::MissingIntermediate(_)))?;
    findings.remove(blamed);
    Some(note)
}

/// What another client answers to the same question.
fn client_answer(case: &Case<'_>, sorted: &Sorted) -> ClientAnswer {
    if let Some(spoiled) = spoiled::spoiled(case, sorted) {
        return spoiled.client_answer(case);
    }
    let trace = case.search();
    let verdict = judge(&trace);
    let remedies = match verdict {
        Verdict::NotTrusted => remedy::plan(case, &trace),
        Verdict::Trusted | Verdict::Undecided => Vec::new(),
    };
    let findings = diagnose::findings(case, &trace, verdict, &remedies);
    client_answer_of(case, &findings, (verdict, native(case, sorted, &trace)))
}

/// What the client says: of its bundle, where it refuses that, else of the server.
fn native(case: &Case<'_>, sorted: &Sorted, trace: &path::Trace) -> Option<NativeError> {
    let of_server = || case.client.profile().dialect.error(case.question, trace);
    spoiled::refusal(case, sorted).or_else(of_server)
}

fn client_answer_of(
    case: &Case<'_>,
    findings: &[Finding],
    (verdict, native): (Verdict, Option<NativeError>),
) -> ClientAnswer {
    ClientAnswer {
        id: case.client.asked().to_owned(),
        step: case.client.profile().step,
        verdict,
        cause: crate::report::cause(verdict, findings),
        reason: findings
            .first()
            .filter(|_| verdict != Verdict::Trusted)
            .cloned(),
        native: native.filter(|_| verdict != Verdict::Trusted),
    }
}

/// What is wrong with files comes after what the client refuses, except where damage leaves the bundle without a single
/// certificate, or where a transcript was cut: then that is the cause. An empty file is a bundle that trusts nobody; what it lacks is a root.
fn add_file_findings(
    findings: &mut Vec<Finding>,
    sorted: &Sorted,
    case: &Case<'_>,
    cut: Option<&Note>,
) {
    let files = sorted.notes.iter().cloned().map(Finding::File);
    let is_cause = |finding: &Finding| {
        let of_bundle =
            matches!(finding, Finding::File(note) if sorted.bundle_notes.contains(note));
        let is_damage =
            finding.code() != Code::EmptyInput && finding.code().severity() == Severity::Error;
        let is_cut = matches!(finding, Finding::File(note) if cut == Some(note));
        is_cut || (case.store.bundle().next().is_none() && of_bundle && is_damage)
    };
    let (causes, others): (Vec<Finding>, Vec<Finding>) = files.partition(is_cause);
    findings.splice(0..0, causes);
    findings.extend(others);
}
