//! The files that all sides read, and the questions about them.

use super::inputs::{self, Input};
use super::side::Job;
use crate::toolchain::root;
use std::path::PathBuf;

/// All of them.
#[derive(Debug)]
pub(super) struct World {
    folder: PathBuf,
    inputs: Vec<Input>,
}

impl World {
    /// Writes them anew, with these graphs.
    pub(super) fn write(graphs: &[&str]) -> Result<Self, String> {
        let folder = root().join("target/bench/inputs");
        let inputs = inputs::write(&folder, graphs)?;
        Ok(Self { folder, inputs })
    }

    /// The question of this name.
    pub(super) fn job(&self, name: &str) -> Result<Job, String> {
        let input = self.input(name).ok_or("no graph of this name here")?;
        Ok(Job {
            bundle: self.file(name, "bundle"),
            chain: self.file(name, "chain"),
            host: input.host.to_owned(),
            at: input.at,
            client: input.client.to_owned(),
            roots: root().join("src/known/data/roots.der.bin"),
            messages: String::new(),
        })
    }

    /// How our answer to it has to begin.
    pub(super) fn expected(&self, name: &str) -> Option<&str> {
        self.input(name).map(|input| input.expected)
    }

    /// A part of it: `bundle`, `chain`, `target` or `others`.
    pub(super) fn file(&self, name: &str, part: &str) -> PathBuf {
        self.folder.join(format!("{name}-{part}.pem"))
    }

    fn input(&self, name: &str) -> Option<&Input> {
        self.inputs.iter().find(|input| input.name == name)
    }
}
