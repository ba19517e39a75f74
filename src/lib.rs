//! certwhy explains why a TLS certificate chain does not verify against a CA bundle, and what to do about it.

pub mod certificate;
pub mod input;
pub mod location;
pub mod moment;
pub mod signature;
