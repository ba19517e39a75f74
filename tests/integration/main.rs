//! Integration tests: the library as its users see it.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "clippy.toml allows these in tests, but not in what tests share"
)]

#[cfg(feature = "cli")]
mod cli;
mod clients;
#[cfg(feature = "connect")]
mod connect;
#[cfg(feature = "containers")]
mod containers;
mod error_tables;
mod error_texts;
mod formats;
mod graphs;
mod hostile;
mod mock;
mod openssl_live;
mod parity;
mod prepared;
mod properties;
mod readers;
mod remedies;
mod s3_migration;
mod scenarios;
mod secrets;
mod shared;
mod vintage;
