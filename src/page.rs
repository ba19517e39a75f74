//! The support page without its browser: its frame, the messages between its two halves, and its answers.
//!
//! The page runs this crate twice. On the main thread `web` moves events and elements; in a worker an [`Engine`] answers
//! [`Request`]s, so that no input can freeze the page. Everything here is a pure function of its arguments.

mod answer;
mod card;
pub mod download;
mod engine;
mod examples;
mod fields;
mod first;
mod frame;
mod html;
mod inputs;
mod message;
mod place;
mod secret;
pub mod share;
mod sharing;
mod take;
pub mod thumbprint;

pub use engine::Engine;
pub use examples::{Example, ExampleFile, Examples};
pub use first::first_answer;
pub use frame::{body, description, frame, title};
pub use message::{Answer, Asked, Card, Given, Reply, Request};
pub use place::{Choice, Place};

#[cfg(test)]
mod tests;
