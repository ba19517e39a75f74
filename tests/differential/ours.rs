//! What the profiles say.

use crate::class::{Class, of_cause};
use crate::scenario::Scenario;
use crate::theirs;
use certwhy::certificate::ServerName;
use certwhy::client::{Client, NativeError};
use certwhy::environment::Environment;
use certwhy::explain::{Options, Purpose, Supplied, explain};
use certwhy::finding::Code;
use certwhy::known::KnownRoots;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use certwhy::report::ClientAnswer;
use certwhy::verdict::Verdict;

/// What one profile says to one scenario.
#[derive(Clone, Debug)]
pub(crate) struct Ours {
    /// Whether it trusts the server.
    pub(crate) accept: bool,
    /// The client's own code and text, where the profile has words.
    pub(crate) native: Option<NativeError>,
    /// Our cause, by its public name.
    pub(crate) cause: String,
    /// The classes of the refusal: of the native answer, or else of the cause.
    pub(crate) classes: Vec<Class>,
}

/// What each client says to a scenario, in the order of the clients. Signatures are checked once for all.
pub(crate) fn answers(known: &KnownRoots, clients: &[Client], scenario: &Scenario) -> Vec<Ours> {
    let Some((first, others)) = clients.split_first() else {
        return Vec::new();
    };
    let host = ServerName::parse(&scenario.host).expect("a host");
    let options = Options {
        host: Some(host),
        at: Moment::from_unix(scenario.time),
        client: first.clone(),
        others: others.to_vec(),
        known,
        environment: Environment::default(),
    };
    let input =
        |purpose, pem: &str| Supplied::read(purpose, &SourceName::new("asked.pem"), pem.as_bytes());
    let inputs = [
        input(Purpose::Chain, &scenario.chain),
        input(Purpose::Bundle, &scenario.bundle),
    ];
    let report = explain(&inputs, &options);
    assert_eq!(report.clients.len(), clients.len(), "{}", scenario.id);
    report.clients.into_iter().map(Ours::from).collect()
}

impl From<ClientAnswer> for Ours {
    fn from(answer: ClientAnswer) -> Self {
        let undecided = match answer.verdict {
            Verdict::Undecided => "undecided: ",
            Verdict::Trusted | Verdict::NotTrusted => "",
        };
        let said = answer.native.as_ref();
        let mut classes = said.map_or_else(Vec::new, |native| {
            theirs::classes(&native.code, &native.text)
        });
        if classes.is_empty() {
            classes = answer.cause.map_or(Class::ALL, of_cause).to_vec();
        }
        Self {
            accept: answer.verdict == Verdict::Trusted,
            cause: format!(
                "{undecided}{}",
                answer.cause.map_or("no cause", Code::as_str)
            ),
            native: answer.native,
            classes,
        }
    }
}
