//! The checks of path validation (RFC 5280 §6.1, RFC 9525), each a pure function in a file of its own.

pub mod name_constraints;
pub mod server_name;
