//! Integration tests: the library as its users see it.

mod formats;
mod parity;
mod shared;
