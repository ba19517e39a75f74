//! placeholder
use crate::doc::Inlines;
use crate::finding::Code;
pub(in crate::text) fn title(code: Code) -> Inlines {
    crate::doc::text(code.as_str()).into()
}
pub(in crate::text) fn explanation(_: Code) -> Vec<Inlines> {
    Vec::new()
}
