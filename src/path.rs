//! Path search: whether a path from the target to an anchor passes, which, and what else there is, with the outcome of every
//! check (RFC 4158, RFC 5280 §6).
//!
//! The search records and does not decide words. Its parts, in their order:
//!
//! - [`graph`]: what can stand above the target, by name. Costs as much as there are certificates.
//! - [`build`]: the one path of a client without backtracking.
//! - [`best`]: whether a path passes. Costs at most a look, and a signature, for each certificate with each candidate.
//! - [`admitted`]: where rules that speak of whole paths refuse the best one, others, within the [`Budget`].
//! - [`listing`]: the paths to show: all where they are few, else the nearest of each end.

mod admitted;
mod best;
mod budget;
mod build;
mod candidate;
mod count;
mod ends;
mod graph;
mod links;
mod listing;
mod local;
mod search;
mod target;
mod tolerance;
mod trace;
mod walk;
mod ways;

#[cfg(test)]
mod tests;

pub use budget::{Budget, Limit, Spent};
pub use count::{PathCount, Precision};
pub use search::{decide, search};
pub(crate) use target::Issuers;
pub use target::target;
pub use trace::{Attempt, ClientPath, End, Listing, Trace, Wanted};
