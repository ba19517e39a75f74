//! What certwhy says to a world, with signatures verified once for all inputs.

use super::world::World;
use crate::mock::{encoded, question};
use certwhy::client::{Client, Policy};
use certwhy::moment::Moment;
use certwhy::path::{Trace, decide, search, target};
use certwhy::question::Question;
use certwhy::signature::{Memo, RustCrypto, SignatureVerifier};
use certwhy::store::Store;
use certwhy::verdict::{Verdict, judge};
use std::cell::RefCell;

/// So many questions are answered before the remembered signatures are forgotten.
const REMEMBERED: u32 = 20_000;

thread_local! {
    static MEMO: RefCell<(u32, Memo<'static>)> = RefCell::new((0, Memo::new(&RustCrypto)));
}

/// A world as a question.
pub(super) struct Asked {
    store: Store,
    question: Question,
}

/// What was said.
#[derive(Clone, Copy, Debug, Eq)]
pub(super) struct Said {
    pub(super) verdict: Verdict,
    /// Whether the work was bounded, so that nothing follows.
    pub(super) stopped: bool,
}

/// Where either stopped early, nothing is to be compared.
impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        self.stopped || other.stopped || self.verdict == other.verdict
    }
}

type Ask = fn(&Store, &Question, &Policy, &dyn SignatureVerifier) -> Trace;

impl Asked {
    pub(super) fn of(world: &World) -> Self {
        let (sent, trusted) = world.ders();
        Self {
            store: Store::build(encoded(&sent), encoded(&trusted)),
            question: Question {
                at: Moment::parse(world.at).expect("a moment"),
                ..question(world.host)
            },
        }
    }

    /// The DER of the certificate that is taken for the server's own.
    pub(super) fn target(&self) -> Option<&[u8]> {
        let certificate = self.store.certificate(target(&self.store)?)?;
        Some(certificate.as_der())
    }

    pub(super) fn search(&self, client: &str) -> Said {
        self.ask(client, search)
    }

    pub(super) fn decide(&self, client: &str) -> Said {
        self.ask(client, decide)
    }

    fn ask(&self, client: &str, ask: Ask) -> Said {
        let client = Client::find(client).expect("a profile's own id");
        let policy = &client.profile().policy;
        let trace = MEMO.with_borrow_mut(|(asked, memo)| {
            *asked += 1;
            if *asked > REMEMBERED {
                (*asked, *memo) = (0, Memo::new(&RustCrypto));
            }
            ask(&self.store, &self.question, policy, memo)
        });
        Said {
            verdict: judge(&trace),
            stopped: trace.stopped.is_some(),
        }
    }
}
