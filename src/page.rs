//! The support page without its browser.

pub mod download;
pub mod thumbprint;
