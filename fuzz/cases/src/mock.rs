//! What several targets ask of certwhy.

use certwhy::certificate::ServerName;
use certwhy::client::{Client, profiles};
use certwhy::environment::Environment;
use certwhy::explain::{Options, Purpose, Supplied};
use certwhy::input::Passwords;
use certwhy::known::KnownRoots;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use certwhy::question::{Peer, Question};
use certwhy::store::Encoded;
use test_pki::pem_bundle;

/// The server's name where nothing else is asked.
pub(crate) const HOST: &str = "www.mock.example";
/// The client's clock where nothing else is asked.
pub(crate) const NOW: &str = "2026-06-01T00:00:00Z";

/// The usual question.
pub(crate) fn question(host: &str) -> Question {
    Question {
        host: ServerName::parse(host).ok(),
        at: now(),
        peer: Peer::TlsServer,
    }
}

pub(crate) fn now() -> Moment {
    Moment::parse(NOW).expect("a moment")
}

/// Any of the clients, by a number.
pub(crate) fn client(number: u8) -> Client {
    let profiles = profiles();
    let id = profiles
        .iter()
        .cycle()
        .nth(usize::from(number))
        .map_or("openssl-3", |profile| profile.id);
    Client::find(id).expect("a profile's own id")
}

/// Options for one client.
pub(crate) fn options<'a>(
    known: &'a KnownRoots,
    client: Client,
    question: &Question,
) -> Options<'a> {
    Options {
        host: question.host.clone(),
        at: question.at,
        client,
        others: Vec::new(),
        known,
        environment: Environment::default(),
    }
}

/// Certificates as an input.
pub(crate) fn pem_input<D: AsRef<[u8]>>(purpose: Purpose, ders: &[D]) -> Supplied {
    let pem = pem_bundle(ders.iter().map(AsRef::as_ref));
    input(purpose, pem.as_bytes())
}

/// Any bytes as an input, examined as the command line does.
pub(crate) fn input(purpose: Purpose, bytes: &[u8]) -> Supplied {
    let name = SourceName::new("fuzzed.pem");
    Supplied::read_with(purpose, (&name, bytes), &Passwords::default()).examined(bytes)
}

/// Certificates for a store.
pub(crate) fn encoded<D: AsRef<[u8]>>(ders: &[D]) -> Vec<Encoded> {
    let one = |der: &D| Encoded {
        der: der.as_ref().to_vec().into(),
        location: None,
    };
    ders.iter().map(one).collect()
}
