//! From a test case to an answer.

use super::format::{Answer, PeerKind, PeerName, Testcase, ValidationKind, Verdict};
use super::{public_suffix, revocation, setup};
use certwhy::certificate::{Certificate, GeneralName, KeyUsageBit, ServerName};
use certwhy::check::PathStatus;
use certwhy::diagnose::diagnose;
use certwhy::finding::Finding;
use certwhy::lang::Lang;
use certwhy::moment::Moment;
use certwhy::path::{Attempt, Trace, decide};
use certwhy::question::{Peer, Question};
use certwhy::signature::RustCrypto;
use certwhy::store::Store;
use certwhy::text;
use certwhy::verdict::{Verdict as Trust, judge};

/// Answers one case. `now` stands in where the case names no time.
pub(crate) fn answer(testcase: &Testcase, now: Moment) -> Answer {
    if let Some(why) = setup::out_of_scope(testcase) {
        return reply(testcase, Verdict::Skipped, (None, why.to_owned()));
    }
    let store = setup::store(testcase);
    if let Some(problem) = case_problem(testcase, &store) {
        return reply(testcase, Verdict::Failure, problem);
    }
    let question = question(testcase, now);
    let client = setup::client(testcase);
    let trace = decide(&store, &question, &client.profile().policy, &RustCrypto);
    let trust = judge(&trace);
    if trust == Trust::Trusted {
        return trusted(testcase, &store, &trace);
    }
    let (_, findings) = diagnose(&store, &question, &client, &RustCrypto);
    let cause = findings.first().map(|finding| finding.code().as_str());
    let context = (cause, in_words(trust, &findings));
    reply(testcase, Verdict::Failure, context)
}

/// What remains to be said where certwhy trusts.
fn trusted(testcase: &Testcase, store: &Store, trace: &Trace) -> Answer {
    let good = |attempt: &&Attempt| attempt.status() == PathStatus::Passed;
    let path: Vec<&Certificate> = trace
        .attempts
        .iter()
        .find(good)
        .into_iter()
        .flat_map(|attempt| &attempt.certificates)
        .filter_map(|id| store.certificate(*id).map(AsRef::as_ref))
        .collect();
    if revocation::would_decide(&testcase.crls, &path) {
        let why = "Revocation would decide, and it is not checked.".to_owned();
        return reply(testcase, Verdict::Skipped, (None, why));
    }
    let target = path.first().filter(|_| setup::is_web_pki(testcase));
    if target.is_some_and(|target| public_suffix::has_wildcard_above_suffix(target)) {
        let why = "profile-rule: A wildcard covers the servers of many owners.".to_owned();
        return reply(testcase, Verdict::Failure, (Some("profile-rule"), why));
    }
    reply(testcase, Verdict::Success, (None, "trusted".to_owned()))
}

/// The verdict alone, for measuring.
#[allow(dead_code, reason = "called by the bench that shares this module")]
pub(crate) fn verdict(testcase: &Testcase, now: Moment) -> Trust {
    let store = setup::store(testcase);
    let question = question(testcase, now);
    judge(&decide(
        &store,
        &question,
        &setup::client(testcase).profile().policy,
        &RustCrypto,
    ))
}

fn reply(
    testcase: &Testcase,
    result: Verdict,
    (cause, context): (Option<&'static str>, String),
) -> Answer {
    Answer {
        id: testcase.id.clone(),
        actual_result: result,
        context: Some(context),
        cause,
    }
}

fn question(testcase: &Testcase, now: Moment) -> Question {
    let at = testcase.validation_time.as_deref().and_then(Moment::parse);
    let host = testcase.expected_peer_name.as_ref();
    Question {
        host: host.and_then(|name| ServerName::parse(&name.value).ok()),
        at: at.unwrap_or(now),
        peer: match (&testcase.settings, testcase.validation_kind) {
            // Suites with settings of their own test path validation alone.
            (Some(_), _) => Peer::Any,
            (None, ValidationKind::Server) => Peer::TlsServer,
            (None, ValidationKind::Client) => Peer::TlsClient,
        },
    }
}

/// What certwhy, which explains servers, has no question for: mailboxes as names, single bits of the key usage. And a
/// target that cannot be read, which leaves nothing to ask about.
fn case_problem(testcase: &Testcase, store: &Store) -> Option<(Option<&'static str>, String)> {
    let Some(target) = setup::target(testcase, store) else {
        let why = "malformed-certificate: The certificate of the peer cannot be read.";
        return Some((Some("malformed-certificate"), why.to_owned()));
    };
    if !testcase
        .expected_peer_names
        .iter()
        .all(|name| bears(target, name))
    {
        let why = "host-mismatch: The certificate is not for this name.";
        return Some((Some("host-mismatch"), why.to_owned()));
    }
    let usage = target.extensions.key_usage().map(|usage| usage.value);
    let lacks = |wanted: &String| {
        let bit = KeyUsageBit::ALL
            .into_iter()
            .find(|bit| bit.name() == wanted);
        usage.is_some_and(|usage| bit.is_none_or(|bit| !usage.allows(bit)))
    };
    testcase.key_usage.iter().any(lacks).then(|| {
        let why = "key-usage: The key may not be used for this.";
        (Some("key-usage"), why.to_owned())
    })
}

/// Mailboxes are compared as RFC 5280 §7.5 says: the host without regard to case. Other names are the search's matter.
fn bears(target: &Certificate, wanted: &PeerName) -> bool {
    match wanted.kind {
        PeerKind::Dns | PeerKind::Ip => true,
        PeerKind::Mailbox => target.alternative_names().iter().any(|name| match name {
            GeneralName::Email(octets) => is_mailbox(octets, &wanted.value),
            GeneralName::Dns(_)
            | GeneralName::Ip(_)
            | GeneralName::Uri(_)
            | GeneralName::Directory(_)
            | GeneralName::Other { .. } => false,
        }),
    }
}

fn is_mailbox(octets: &[u8], wanted: &str) -> bool {
    let held = core::str::from_utf8(octets).ok();
    let split = |text: &str| {
        text.rsplit_once('@')
            .map(|(local, host)| (local.to_owned(), host.to_ascii_lowercase()))
    };
    held.and_then(split)
        .is_some_and(|held| Some(held) == split(wanted))
}

/// All codes, and the title of the cause.
fn in_words(trust: Trust, findings: &[Finding]) -> String {
    let codes: Vec<&str> = findings
        .iter()
        .map(|finding| finding.code().as_str())
        .collect();
    let undecided = match trust {
        Trust::Undecided => "undecided, ",
        Trust::Trusted | Trust::NotTrusted => "",
    };
    let sentence = findings.first().map_or_else(String::new, |finding| {
        let words = text::finding(Lang::En, finding);
        text::plain(&words.title)
    });
    format!("{undecided}{}: {sentence}", codes.join(", "))
}
