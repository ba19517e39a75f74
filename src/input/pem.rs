//! PEM blocks (RFC 7468) in text of any kind, however they are damaged.

mod block;
mod body;
mod decode;
mod label;
mod layout;
mod marker;
mod plain;
#[cfg(feature = "containers")]
mod trust;

pub(super) use block::blocks;
pub(super) use body::{Step, empty_line, step, unseen};
pub(super) use decode::Decoder;
