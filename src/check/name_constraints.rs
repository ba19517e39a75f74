//! stub
use crate::certificate::{GeneralName, NameConstraints};
/// s
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// s
    pub kind: ViolationKind,
}
/// s
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViolationKind {
    /// s
    NotPermitted,
    /// s
    Excluded,
    /// s
    UnsupportedForm,
    /// s
    Malformed,
}
/// s
pub struct Compiled;
impl Compiled {
    /// s
    pub fn new(_: &NameConstraints) -> Self {
        Self
    }
    /// s
    pub fn violation(&self, _: &[GeneralName], _: &mut usize) -> Option<Violation> {
        None
    }
}
