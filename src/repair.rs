//! The bundle again, without damage and with what was proven to help: for the command line and the page alike.

mod bundle_file;
#[cfg(feature = "containers")]
mod container;
mod plan;

pub(crate) use bundle_file::BundleFile;
#[cfg(feature = "cli")]
pub(crate) use container::NotAsBefore;
#[cfg(feature = "containers")]
pub(crate) use container::{OutputForm, Writing};
#[cfg(feature = "cli")]
pub(crate) use plan::NotRepaired;
pub(crate) use plan::added;
