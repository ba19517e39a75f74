//! certwhy explains why a TLS certificate chain does not verify against a CA bundle, and what to do about it.

pub mod bundle;
mod case;
pub mod certificate;
pub mod check;
pub mod citation;
#[cfg(feature = "cli")]
pub mod cli;
pub mod client;
pub mod client_roots;
pub mod diagnose;
pub mod doc;
pub mod environment;
pub mod error_text;
pub mod explain;
pub mod finding;
pub mod input;
pub mod known;
pub mod lang;
pub mod location;
#[cfg(any(feature = "web", feature = "worker"))]
mod message;
pub mod moment;
pub mod page;
pub mod path;
pub mod question;
pub mod reading;
pub mod remedy;
pub mod render;
mod repair;
pub mod report;
pub mod signature;
pub mod store;
#[cfg(test)]
mod testing;
pub mod text;
pub mod verdict;
#[cfg(feature = "web")]
pub mod web;
#[cfg(feature = "worker")]
pub mod worker;
