//! A bundle by itself: what is remarkable about its certificates, which services fail with it, and how it differs from
//! another one.

mod altered;
mod comparison;
mod remark;
mod services;
mod strict;

#[cfg(test)]
mod tests;

pub(crate) use altered::altered;
pub(crate) use comparison::compare;
pub use comparison::{Comparison, SameKey};
pub(crate) use remark::remarks;
pub use remark::{Remark, Remarks};
pub(crate) use services::services;
pub use services::{ServiceId, ServiceReport, ServiceStatus};
pub use strict::StrictRule;

/// A root is said to expire soon from so many days before its end on; a year is what it takes to get a new one into use.
pub const EXPIRES_WITHIN_DAYS: i64 = 365;

/// A bundle by itself.
#[derive(Clone, Debug)]
pub struct Examination {
    /// What is remarkable about its certificates.
    pub remarks: Remarks,
    /// How many private keys are in its files.
    pub private_keys: usize,
    /// Whether it serves for well-known services.
    pub services: Vec<ServiceReport>,
    /// How it differs from another bundle, where that was asked.
    pub comparison: Option<Comparison>,
}
