//! The one path that a client without backtracking takes, one file for each algorithm.

#[cfg(feature = "clients")]
mod best_candidate;
#[cfg(feature = "clients")]
mod classic;
mod desk;
mod rewritten;
#[cfg(feature = "clients")]
mod sent_chain;

use super::trace::End;
#[cfg(feature = "clients")]
use crate::certificate::Certificate;
use crate::client::{Building, Generation, Policy};
use crate::question::Question;
use crate::store::{CertId, Store};
use desk::Desk;

pub(super) use desk::wanted;

/// What an algorithm ends with.
pub(super) struct Built {
    /// The path, target first.
    pub(super) path: Vec<CertId>,
    /// How many of its certificates, from the target on, came from the server.
    pub(super) from_server: usize,
    /// How it ended.
    pub(super) end: End,
}

/// Whether the key of the second certificate verifies the first.
#[cfg(feature = "clients")]
type Signed<'a> = dyn FnMut(CertId, CertId) -> bool + 'a;

/// What an algorithm may ask beyond names and dates.
#[cfg_attr(
    not(feature = "clients"),
    expect(dead_code, reason = "only the algorithms of other clients ask")
)]
pub(super) trait Inquiry {
    /// Whether the key of the second certificate verifies the first.
    fn is_signed(&mut self, child: CertId, issuer: CertId) -> bool;

    /// Whether a certificate of the path has ended, or its key or signature is too weak.
    fn is_stale(&mut self, built: &Built) -> bool;
}

/// Builds the one path that the client takes; `None` for clients that try all, and where one that tries them as a last
/// resort does.
pub(super) fn build(
    store: &Store,
    question: &Question,
    policy: &Policy,
    inquiry: &mut dyn Inquiry,
) -> Option<Built> {
    let target = super::target(store)?;
    let desk = Desk {
        store,
        question,
        policy,
    };
    match policy.building {
        Building::AllPaths => None,
        Building::FirstMatch(rules) if rules.generation == Generation::Rewritten => {
            rewritten::build(desk, target, rules)
        }
        Building::FirstMatch(_)
        | Building::SentChain
        | Building::SentChainElseAllPaths
        | Building::BestCandidate => of_others(desk, target, inquiry),
    }
}

/// The algorithms of all clients but the default one.
#[cfg(feature = "clients")]
fn of_others(desk: Desk<'_>, target: CertId, inquiry: &mut dyn Inquiry) -> Option<Built> {
    match desk.policy.building {
        Building::AllPaths => None,
        Building::FirstMatch(rules) => match rules.generation {
            Generation::Classic {
                first,
                alternatives,
            } => classic::build(desk, target, rules, (first, alternatives)),
            Generation::Rewritten => rewritten::build(desk, target, rules),
        },
        Building::SentChain => {
            sent_chain::build(desk, target, &mut |built| inquiry.is_stale(built))
        }
        Building::SentChainElseAllPaths => sent_chain::cut(desk, target, &mut |child, issuer| {
            inquiry.is_signed(child, issuer)
        }),
        Building::BestCandidate => best_candidate::build(desk, target),
    }
}

/// Without the profiles of other clients nobody asks.
#[cfg(not(feature = "clients"))]
fn of_others(_: Desk<'_>, _: CertId, _: &mut dyn Inquiry) -> Option<Built> {
    None
}

/// Name and key are the same: one may stand in for the other.
#[cfg(feature = "clients")]
fn is_same_ca(one: &Certificate, other: &Certificate) -> bool {
    one.subject == other.subject && one.public_key.sha256 == other.public_key.sha256
}
