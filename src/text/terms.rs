//! The terms of the field.
