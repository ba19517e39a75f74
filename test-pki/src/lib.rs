//! A reproducible mock PKI for tests of certificate path validation.
