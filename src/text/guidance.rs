//! placeholder
use crate::doc::{Inlines, Language};
/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// t
    pub title: Inlines,
    /// w
    pub why: Option<Inlines>,
    /// s
    pub steps: Vec<GuidanceStep>,
    /// c
    pub check: Option<Inlines>,
    /// u
    pub undo: Option<Inlines>,
}
/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidanceStep {
    /// t
    pub title: Inlines,
    /// c
    pub command: Option<(Language, String)>,
    /// f
    pub file_content: Option<String>,
    /// p
    pub platform: Option<Platform>,
}
/// p
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// w
    Windows,
    /// m
    MacOs,
    /// l
    Linux,
    /// a
    Any,
}
impl Platform {
    /// s
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Windows => "windows",
            Self::MacOs => "macos",
            Self::Linux => "linux",
            Self::Any => "any",
        }
    }
}
