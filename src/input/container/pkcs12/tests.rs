//! Containers made here.
