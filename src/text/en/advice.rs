//! placeholder
use crate::remedy::Advice;
use crate::text::Guidance;
pub(in crate::text) fn words(_: &Advice) -> Guidance {
    Guidance {
        title: "advice".into(),
        why: None,
        steps: vec![],
        check: None,
        undo: None,
    }
}
