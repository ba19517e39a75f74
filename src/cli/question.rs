//! From arguments to the question: host, time, clients.

use super::arguments::{Asked, CallName, Failed, SystemName};
use super::complaint::{Complaint, Outcome};
use crate::certificate::{ServerName, ServerNameProblem};
use crate::client::{Client, profiles};
use crate::environment::{self, Environment};
use crate::error_text::{Call, System};
use crate::explain::Options;
use crate::known::KnownRoots;
use crate::moment::Moment;
use std::time::{SystemTime, UNIX_EPOCH};

/// The word for every client.
const ALL: &str = "all";

/// What the arguments say of the place where the program failed.
pub(super) fn environment(failed: &Failed) -> Outcome<Environment> {
    let said = match failed.program.as_deref() {
        Some(text) => environment::program(text).map_err(Complaint::Program)?,
        None => Environment::default(),
    };
    Ok(Environment {
        call: failed.call.map(|call| match call {
            CallName::Api => Call::Api,
            CallName::UploadSite => Call::UploadSite,
            CallName::UploadS3 => Call::UploadS3,
            CallName::Download => Call::Download,
        }),
        system: failed.system.map(|system| match system {
            SystemName::Windows => System::Windows,
            SystemName::Macos => System::MacOs,
            SystemName::Linux => System::Linux,
        }),
        ..said
    })
}

/// What is asked, with everything that stands against it at once.
pub(super) fn options<'a>(asked: &Asked, known: &'a KnownRoots) -> Outcome<Options<'a>> {
    let mut complaints = Vec::new();
    let host = asked.host.as_deref().map(host).transpose();
    let host = host.unwrap_or_else(|complaint| {
        complaints.push(complaint);
        None
    });
    let at = moment(asked.at.as_deref()).unwrap_or_else(|complaint| {
        complaints.push(complaint);
        Moment::from_unix(0)
    });
    let mut asked_clients = clients(&asked.client, &mut complaints).into_iter();
    let options = Options {
        host,
        at,
        client: asked_clients.next().unwrap_or_default(),
        others: asked_clients.collect(),
        known,
        environment: Environment::default(),
    };
    if complaints.is_empty() {
        Ok(options)
    } else {
        Err(complaints)
    }
}

/// The time that was given, or now.
pub(super) fn moment(given: Option<&str>) -> Result<Moment, Complaint> {
    let Some(given) = given else {
        return Ok(now());
    };
    Moment::parse(given.trim()).ok_or_else(|| Complaint::Time {
        given: given.to_owned(),
    })
}

/// A host; internationalised names are turned into A-labels (RFC 5891 §4).
pub(super) fn host(given: &str) -> Result<ServerName, Complaint> {
    let parsed = ServerName::parse(given).or_else(|problem| match problem {
        ServerNameProblem::NotAscii => idna::domain_to_ascii_strict(given.trim())
            .map_err(|_| ServerNameProblem::NotAscii)
            .and_then(|ascii| ServerName::parse(&ascii)),
        other @ (ServerNameProblem::Empty
        | ServerNameProblem::MoreThanHost { .. }
        | ServerNameProblem::Character(_)
        | ServerNameProblem::Label(_)
        | ServerNameProblem::TooLong
        | ServerNameProblem::NotAnAddress) => Err(other),
    });
    parsed.map_err(|problem| Complaint::Host {
        given: given.to_owned(),
        problem,
    })
}

/// The clients, the one that decides first; none where none was given.
pub(super) fn clients(ids: &[String], complaints: &mut Vec<Complaint>) -> Vec<Client> {
    let mut clients: Vec<Client> = Vec::new();
    let mut add = |client: Client| {
        if clients.iter().all(|known| known.asked() != client.asked()) {
            clients.push(client);
        }
    };
    for id in ids.iter().map(|id| id.trim()) {
        if id == ALL {
            add(Client::default());
            profiles()
                .iter()
                .filter_map(|profile| Client::find(profile.id))
                .for_each(&mut add);
        } else if let Some(client) = Client::find(id) {
            add(client);
        } else {
            complaints.push(Complaint::Client {
                given: id.to_owned(),
            });
        }
    }
    clients
}

/// The only place that reads the clock.
#[allow(
    clippy::disallowed_methods,
    reason = "the command line reads the clock"
)]
fn now() -> Moment {
    let seconds = match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        Err(before) => {
            i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds)
        }
    };
    Moment::from_unix(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_taken_in_any_script() {
        for (given, expected) in [
            ("example.com", "example.com"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
            ("ｅｘａｍｐｌｅ．com", "example.com"),
            ("[::1]", "::1"),
        ] {
            assert_eq!(host(given).unwrap().to_string(), expected, "{given}");
        }
    }

    #[test]
    fn what_is_no_host_is_told_why() {
        for given in ["", "https://example.com/", "https://bücher.example/", "a b"] {
            let Err(Complaint::Host { given: told, .. }) = host(given) else {
                panic!("{given} was taken");
            };
            assert_eq!(told, given);
        }
    }

    #[test]
    fn all_is_every_client_once_with_the_default_first() {
        let mut complaints = Vec::new();
        let ids = |all: &[Client]| all.iter().map(|c| c.asked().to_owned()).collect::<Vec<_>>();
        let all = ids(&clients(&["all".to_owned()], &mut complaints));
        assert_eq!(all.first().map(String::as_str), Some("openssl-3"));
        assert_eq!(all.len(), profiles().len());
        let some = ["webpki", "openssl-3", "webpki"].map(str::to_owned);
        assert_eq!(
            ids(&clients(&some, &mut complaints)),
            ["webpki", "openssl-3"]
        );
        assert_eq!(complaints, []);
    }

    #[test]
    fn an_unknown_client_is_a_complaint() {
        let mut complaints = Vec::new();
        clients(&["netscape-4".to_owned()], &mut complaints);
        let given = "netscape-4".to_owned();
        assert_eq!(complaints, [Complaint::Client { given }]);
    }

    #[test]
    fn times() {
        let given = moment(Some(" 2024-01-15 ")).unwrap();
        assert_eq!(given.to_string(), "2024-01-15T00:00:00Z");
        assert!(moment(Some("yesterday")).is_err());
        assert!(moment(None).unwrap().as_unix() > 1_700_000_000);
    }
}
