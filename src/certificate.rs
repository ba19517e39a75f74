//! Our owned view of an X.509 certificate (RFC 5280 §4.1). x509-parser and der-parser stay inside this module.

mod fingerprint;
mod general_name;
mod key_identifier;
mod name;
mod name_constraints;
mod server_name;
mod text;

pub use fingerprint::{CertSha1, CertSha256, SpkiSha256};
pub use general_name::GeneralName;
pub use key_identifier::KeyIdentifier;
pub use name::{Attribute, Name};
pub use name_constraints::{NameConstraints, NameConstraintsProblem, SubtreeOddity};
pub use server_name::{DnsName, ExtraPart, ServerName, ServerNameProblem};
