//! certwhy explains why a TLS certificate chain does not verify against a CA bundle, and what to do about it.

pub mod certificate;
pub mod check;
pub mod citation;
pub mod client;
pub mod doc;
pub mod known;
pub mod lang;
pub mod location;
pub mod moment;
pub mod path;
pub mod question;
pub mod render;
pub mod signature;
pub mod store;
pub mod verdict;
