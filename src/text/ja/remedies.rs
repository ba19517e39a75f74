//! placeholder
use crate::remedy::Remedy;
use crate::text::Guidance;
pub(in crate::text) fn words(remedy: &Remedy) -> Guidance {
    Guidance {
        title: remedy.action.as_str().into(),
        why: None,
        steps: vec![],
        check: None,
        undo: None,
    }
}
