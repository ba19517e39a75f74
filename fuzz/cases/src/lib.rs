//! What the fuzz targets do with their input. Each target is a module with one function `run`, which panics where
//! something does not hold; libFuzzer calls it from the folder above, and the tests of this crate with every input that
//! once broke something.

#![allow(
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::expect_used,
    reason = "a panic is how a target says what it found"
)]

pub mod explain;
pub mod extensions;
pub mod html;
#[cfg(feature = "containers")]
pub mod key_stores;
pub mod recognition;
#[cfg(feature = "containers")]
pub mod repair;
pub mod seeds;

mod mock;

/// A target: what it does with one input.
pub type Run = fn(&[u8]);

/// Every target by its name.
pub const TARGETS: &[(&str, Run)] = &[
    ("recognition", recognition::run),
    ("extensions", extensions::run),
    #[cfg(feature = "containers")]
    ("key_stores", key_stores::run),
    ("explain", explain::run),
    ("html", html::run),
    #[cfg(feature = "containers")]
    ("repair", repair::run),
];
