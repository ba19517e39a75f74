//! certwhy explains why a TLS certificate chain does not verify against a CA bundle, and what to do about it.

pub mod certificate;
pub mod doc;
pub mod lang;
pub mod location;
pub mod moment;
pub mod render;
pub mod signature;
