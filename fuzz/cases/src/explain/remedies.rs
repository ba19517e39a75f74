//! What is proposed as a remedy is done here, and has to help each client for which it is said to.

use super::world::World;
use crate::mock::{client, encoded, options, pem_input, question};
use certwhy::client::Client;
use certwhy::explain::{Options, Purpose, explain};
use certwhy::finding::Cert;
use certwhy::known::{KnownRoot, KnownRoots};
use certwhy::lang::Lang;
use certwhy::moment::Moment;
use certwhy::path::search;
use certwhy::question::Question;
use certwhy::remedy::{Action, Remedy};
use certwhy::render::{html_fragment, json};
use certwhy::signature::RustCrypto;
use certwhy::store::Store;
use certwhy::text;
use certwhy::verdict::{Verdict, judge};
use std::sync::Arc;

/// The certificates of both sides.
struct Sides {
    sent: Vec<Arc<[u8]>>,
    trusted: Vec<Arc<[u8]>>,
}

/// Asks for the whole answer, and does what it says.
pub(super) fn check(world: &World) {
    let (sent, trusted) = world.ders();
    // Every second certificate of the bundle is a known root, but not at hand, so that there is something to propose.
    let mut held = Vec::new();
    let mut known = Vec::new();
    for (number, der) in trusted.into_iter().enumerate() {
        if (number + usize::from(world.choice() / 4)).is_multiple_of(2) {
            known.push(der.to_vec());
        } else {
            held.push(der);
        }
    }
    let known = KnownRoots::from_certificates(known);
    let question = Question {
        at: Moment::parse(world.at).expect("a moment"),
        ..question(world.host)
    };
    let options = Options {
        others: ["rustls", "openssl-3", "go"]
            .into_iter()
            .filter_map(Client::find)
            .collect(),
        ..options(&known, client(world.choice() / 4), &question)
    };
    let sides = Sides {
        sent,
        trusted: held,
    };
    let inputs = [
        pem_input(Purpose::Chain, &sides.sent),
        pem_input(Purpose::Bundle, &sides.trusted),
    ];
    let report = explain(&inputs, &options);
    for remedy in &report.remedies {
        let mended = sides.with(remedy, &options);
        for id in &remedy.proven_for {
            let verdict = mended.verdict(&question, id);
            let what = remedy.action.as_str();
            assert_eq!(verdict, Verdict::Trusted, "{what} helps not {id}\n{world}");
        }
    }
    let doc = text::write(Lang::Ja, &report);
    assert!(!html_fragment(&doc).is_empty() && !json(&report, Lang::En).is_empty());
}

impl Sides {
    /// With a remedy.
    fn with(&self, remedy: &Remedy, options: &Options<'_>) -> Self {
        let (mut sent, mut trusted) = (self.sent.clone(), self.trusted.clone());
        match &remedy.action {
            Action::AddRoot { root, .. } => trusted.push(root.as_der().into()),
            Action::ReplaceBundle { .. } => {
                let current = options.known.current_at(options.at);
                let ders = current.members().filter_map(KnownRoot::der);
                trusted = ders.map(Arc::from).collect();
            }
            Action::MendBundle { .. } => {}
            Action::SendIntermediate { intermediate } => sent.push(intermediate.as_der().into()),
            Action::RemoveFromBundle { certificate } => remove(&mut trusted, certificate),
            Action::StopSending { certificate } => remove(&mut sent, certificate),
        }
        Self { sent, trusted }
    }

    fn verdict(&self, question: &Question, client: &str) -> Verdict {
        let store = Store::build(encoded(&self.sent), encoded(&self.trusted));
        let client = Client::find(client).expect("a client that was asked");
        let policy = &client.profile().policy;
        judge(&search(&store, question, policy, &RustCrypto))
    }
}

fn remove(side: &mut Vec<Arc<[u8]>>, certificate: &Cert) {
    side.retain(|der| **der != *certificate.as_der());
}
