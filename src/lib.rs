//! certwhy explains why a TLS certificate chain does not verify against a CA bundle, and what to do about it.

mod case;
pub mod certificate;
pub mod check;
pub mod citation;
#[cfg(feature = "cli")]
pub mod cli;
pub mod client;
pub mod diagnose;
pub mod doc;
pub mod error_text;
pub mod explain;
pub mod finding;
pub mod input;
pub mod known;
pub mod lang;
pub mod location;
pub mod moment;
pub mod path;
pub mod question;
pub mod remedy;
pub mod render;
pub mod report;
pub mod signature;
pub mod store;
#[cfg(test)]
mod testing;
pub mod text;
pub mod verdict;
