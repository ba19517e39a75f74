//! placeholder
use crate::doc::Inlines;
use crate::input::Note;
pub(in crate::text) fn title(_: &Note) -> Inlines {
    "註 note".into()
}
pub(in crate::text) fn detail(_: &Note) -> Vec<Inlines> {
    Vec::new()
}
