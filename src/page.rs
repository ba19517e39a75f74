//! The support page without its browser.

pub mod download;
pub mod share;
pub mod thumbprint;
