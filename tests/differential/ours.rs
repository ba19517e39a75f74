//! What the profiles say.

use crate::class::{Class, of_cause};
use crate::scenario::Scenario;
use crate::theirs;
use certwhy::certificate::ServerName;
use certwhy::client::{Client, NativeError};
use certwhy::environment::Environment;
use certwhy::explain::{Options, Purpose, Supplied, explain};
use certwhy::input::recognise;
use certwhy::known::KnownRoots;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use certwhy::path::search;
use certwhy::question::{Peer, Question};
use certwhy::signature::{Memo, RustCrypto};
use certwhy::store::{Encoded, Store};
use certwhy::verdict::{Verdict, judge};

/// What one profile says to one scenario.
#[derive(Clone, Debug)]
pub(crate) struct Ours {
    /// Whether it trusts the server.
    pub(crate) accept: bool,
    /// The client's own code and text, where the profile has words.
    pub(crate) native: Option<NativeError>,
    /// The classes of the refusal: of the native answer, or else of our cause.
    pub(crate) classes: Vec<Class>,
}

/// What each client says to a scenario, in the order of the clients. Signatures are checked once for all.
pub(crate) fn answers(known: &KnownRoots, clients: &[Client], scenario: &Scenario) -> Vec<Ours> {
    let question = Question {
        host: Some(ServerName::parse(&scenario.host).expect("a host")),
        at: Moment::from_unix(scenario.time),
        peer: Peer::TlsServer,
    };
    let store = Store::build(encoded(&scenario.chain), encoded(&scenario.bundle));
    let verifier = Memo::new(&RustCrypto);
    let answer = |client: &Client| {
        let profile = client.profile();
        let trace = search(&store, &question, &profile.policy, &verifier);
        let accept = judge(&trace) == Verdict::Trusted;
        let native = profile.dialect.error(&question, &trace).filter(|_| !accept);
        let said = native.as_ref();
        let mut classes = said.map_or_else(Vec::new, |it| theirs::classes(&it.code, &it.text));
        if classes.is_empty() && !accept {
            classes = cause(known, client, scenario).to_vec();
        }
        Ours {
            accept,
            native,
            classes,
        }
    };
    clients.iter().map(answer).collect()
}

fn encoded(pem: &str) -> Vec<Encoded> {
    let recognised = recognise(&SourceName::new("asked.pem"), pem.as_bytes());
    let certificates = recognised.certificates();
    let one = |(der, _): (&[u8], _)| Encoded {
        der: der.into(),
        location: None,
    };
    certificates.map(one).collect()
}

/// The classes of our cause: the whole answer is needed for it.
fn cause(known: &KnownRoots, client: &Client, scenario: &Scenario) -> &'static [Class] {
    let options = Options {
        host: Some(ServerName::parse(&scenario.host).expect("a host")),
        at: Moment::from_unix(scenario.time),
        client: client.clone(),
        others: Vec::new(),
        known,
        environment: Environment::default(),
    };
    let input =
        |purpose, pem: &str| Supplied::read(purpose, &SourceName::new("asked.pem"), pem.as_bytes());
    let inputs = [
        input(Purpose::Chain, &scenario.chain),
        input(Purpose::Bundle, &scenario.bundle),
    ];
    explain(&inputs, &options)
        .cause()
        .map_or(Class::ALL, of_cause)
}
