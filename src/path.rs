//! Path search: every candidate path from the target to an anchor, with the outcome of every check (RFC 4158, RFC 5280 §6).
//!
//! The search records and does not decide words. All work is bounded by one [`Budget`].

mod budget;
mod build;
mod candidate;
mod links;
mod search;
mod target;
mod trace;

#[cfg(test)]
mod tests;

pub use budget::{Budget, Limit, Spent};
pub use search::{decide, search};
pub(crate) use target::Issuers;
pub use target::target;
pub use trace::{Attempt, ClientPath, End, Trace, Wanted};
