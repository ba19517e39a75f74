//! The move of Amazon S3 from VeriSign and Baltimore to Amazon's own roots, replayed with mocks.
//!
//! ```text
//! Mock Amazon Root CA 1      self-signed, or by Mock Starfield Services G2
//!   Mock Starfield Services G2   self-signed, or by Mock Starfield Class 2
//!     Mock Starfield Class 2         self-signed
//! ```
//!
//! [`epochs()`] is what the server sent over the years, [`stores()`] what its clients trusted; any store may
//! meet any epoch, and [`migration()`] says how that ends.

use std::sync::LazyLock;

use crate::catalogue::Description;
use crate::certified::Certified;

mod epochs;
mod migration;
mod page;
mod stores;

pub use migration::{CLIENTS, migration};
pub use page::page;

/// What S3 sent in some years.
#[derive(Debug, Clone)]
pub struct Epoch {
    /// Id, title, drawing and notes.
    pub description: Description,
    /// What the server sends, its own certificate first.
    pub chain: Vec<Certified>,
    /// The name the client asks for.
    pub host: &'static str,
    /// A moment in the middle of those years, RFC 3339.
    pub at: &'static str,
}

/// What some clients trusted.
#[derive(Debug, Clone)]
pub struct Store {
    /// Id, title, and notes.
    pub description: Description,
    /// The roots, in the order of the file.
    pub bundle: Vec<Certified>,
}

/// What S3 sent, oldest first; made once.
pub fn epochs() -> &'static [Epoch] {
    static ALL: LazyLock<Vec<Epoch>> = LazyLock::new(epochs::all);
    &ALL
}

/// What clients trusted, oldest first; made once.
pub fn stores() -> &'static [Store] {
    static ALL: LazyLock<Vec<Store>> = LazyLock::new(stores::all);
    &ALL
}

/// The host whose certificates the epochs hold. They also hold `localhost` and 127.0.0.1, so that a mock
/// server on this machine can present them.
pub const HOST: &str = "s3.mock-amazonaws.example";

impl Epoch {
    fn described(mut self, description: Description) -> Self {
        self.description = description;
        self
    }
}

impl Store {
    fn described(mut self, description: Description) -> Self {
        self.description = description;
        self
    }
}
