//! The whole of recognition, on inputs made here.

pub(super) mod shapes;
