//! The migration matrix of the mock PKI, cell by cell, against certwhy and against real clients.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "clippy.toml allows these in tests, but not in what tests share"
)]

mod agreement;
mod clock;
mod exceptions;
mod handshake;
mod profiles;
mod python;
mod s_client;
#[cfg(unix)]
mod served;
mod world;
