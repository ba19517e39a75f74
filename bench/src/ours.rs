//! certwhy's side.

use crate::Failed;
use crate::job::{Job, Ready};
use certwhy::certificate::ServerName;
use certwhy::client::Client;
use certwhy::environment::Environment;
use certwhy::explain::{Options, Purpose, Supplied, explain, verdict};
use certwhy::input::recognise;
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use certwhy::page::{Asked as PageAsked, Choice, Engine, Given, Place, Reply, Request};
use certwhy::question::{Peer, Question};
use certwhy::render::{TerminalStyle, terminal};
use certwhy::report::Report;
use certwhy::store::Store;
use certwhy::text;
use certwhy::verdict::Verdict;
use std::fs;
use std::hint::black_box;

/// From the bundle's text to an index of all certificates.
pub(crate) fn index(job: &Job) -> Result<Ready, Failed> {
    let bytes = fs::read(&job.bundle)?;
    Ok(Box::new(move || {
        let recognised = recognise(&SourceName::new("bundle.pem"), &bytes);
        let encoded = recognised.encoded();
        let store = black_box(Store::build(Vec::new(), encoded.collect()));
        format!("{} certificates", store.bundle().count())
    }))
}

/// The whole answer in words, from files that were recognised before.
pub(crate) fn explain_recognised(job: &Job) -> Result<Ready, Failed> {
    let files = Files::of(job)?;
    let asked = Asked::of(job)?;
    let supplied = files.recognised();
    Ok(Box::new(move || asked.explained(&supplied)))
}

/// The same from the files' text.
pub(crate) fn load_and_explain(job: &Job) -> Result<Ready, Failed> {
    let files = Files::of(job)?;
    let asked = Asked::of(job)?;
    Ok(Box::new(move || asked.explained(&files.recognised())))
}

/// One word, from files that were recognised before.
pub(crate) fn verdict_alone(job: &Job) -> Result<Ready, Failed> {
    let supplied = Files::of(job)?.recognised();
    let asked = Asked::of(job)?;
    let question = Question {
        host: asked.host,
        at: asked.at,
        peer: Peer::TlsServer,
    };
    let client = asked.client;
    Ok(Box::new(move || {
        word(verdict(&supplied, &question, &client)).to_owned()
    }))
}

/// What the page's engine answers to the page's own message, natively: the twin of the same in WebAssembly.
pub(crate) fn page(job: &Job) -> Result<Ready, Failed> {
    let files = Files::of(job)?;
    let mut engine = Engine::default();
    let roots = fs::read(&job.roots)?;
    engine.serve(&Request::Attach, &[roots]);
    let request = request(job);
    let parts = [files.bundle, files.chain];
    Ok(Box::new(move || {
        let (reply, _) = black_box(engine.serve(&request, &parts));
        let Reply::Answer(answer) = reply else {
            return "no answer".to_owned();
        };
        answer.status
    }))
}

/// The messages themselves, for the side in WebAssembly: what attaches the roots, and what asks.
pub(crate) fn messages(job: &Job) -> Ready {
    let messages = [Request::Attach.write(), request(job).write()];
    Box::new(move || messages.join("\0"))
}

fn request(job: &Job) -> Request {
    let given = |name: &str, place| Given {
        name: name.to_owned(),
        choice: Choice::Area(place),
    };
    Request::Explain(PageAsked {
        host: job.host.clone(),
        at: Moment::from_unix(job.at).to_string(),
        client: job.client.clone(),
        lang: "en".to_owned(),
        given: vec![
            given("bundle.pem", Place::Bundle),
            given("chain.pem", Place::Chain),
        ],
        ..PageAsked::default()
    })
}

struct Files {
    bundle: Vec<u8>,
    chain: Vec<u8>,
}

impl Files {
    fn of(job: &Job) -> Result<Self, Failed> {
        Ok(Self {
            bundle: fs::read(&job.bundle)?,
            chain: fs::read(&job.chain)?,
        })
    }

    fn recognised(&self) -> [Supplied; 2] {
        [
            (Purpose::Bundle, "bundle.pem", &self.bundle),
            (Purpose::Chain, "chain.pem", &self.chain),
        ]
        .map(|(purpose, name, bytes)| Supplied::read(purpose, &SourceName::new(name), bytes))
    }
}

struct Asked {
    host: Option<ServerName>,
    at: Moment,
    client: Client,
    known: KnownRoots,
}

impl Asked {
    fn of(job: &Job) -> Result<Self, Failed> {
        let host = match job.host.as_str() {
            "" => None,
            host => Some(ServerName::parse(host).map_err(|_| "the host is no name")?),
        };
        Ok(Self {
            host,
            at: Moment::from_unix(job.at),
            client: Client::find(&job.client).ok_or("no client of this name")?,
            known: KnownRoots::built_in(),
        })
    }

    fn explained(&self, supplied: &[Supplied]) -> String {
        let options = Options {
            host: self.host.clone(),
            at: self.at,
            client: self.client.clone(),
            others: Vec::new(),
            known: &self.known,
            environment: Environment::default(),
        };
        let report = explain(supplied, &options);
        let written = terminal(&text::write(Lang::En, &report), &TerminalStyle::default());
        black_box(written);
        summary(&report)
    }
}

fn summary(report: &Report) -> String {
    let count = report.paths.len();
    let paths = if count == 1 { "path" } else { "paths" };
    format!("{}, {count} {paths}", word(report.verdict))
}

fn word(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Trusted) => "trusted",
        Some(Verdict::NotTrusted) => "not trusted",
        Some(Verdict::Undecided) => "undecided",
        None => "nothing",
    }
}
