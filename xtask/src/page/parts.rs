//! Everything that the page consists of, made and in memory.

use super::asset::Asset;
use super::compile::Module;
use super::glue::Glue;
use super::{compile, examples, glue, optimise};
use crate::toolchain::root;
use std::fs;

/// The assets.
pub(super) struct Parts {
    pub(super) script: Asset,
    /// The elements and a first verdict.
    pub(super) page: Asset,
    /// What explains; it comes after the first verdict.
    pub(super) engine: Asset,
    pub(super) style: Asset,
    pub(super) icon: Asset,
    /// The certificates of the known roots; the facts about them are in the module.
    pub(super) roots: Asset,
    pub(super) examples: Asset,
}

impl Parts {
    /// Compiles, reads and writes what is needed.
    pub(super) fn make() -> Result<Self, String> {
        let page = module(Module::Page)?;
        let engine = module(Module::Engine)?;
        let script = script(&[&page.script, &engine.script, &text("www/start.js")?]);
        let style = format!("{}{}", certwhy::render::STYLE, text("www/style.css")?);
        Ok(Self {
            script: Asset::new("certwhy", "js", script),
            page: Asset::new("page", "wasm", page.wasm),
            engine: Asset::new("engine", "wasm", engine.wasm),
            style: Asset::new("certwhy", "css", one_kind_of_line_end(&style)),
            icon: Asset::new("icon", "svg", text("www/icon.svg")?),
            roots: Asset::new("roots", "bin", octets("src/known/data/roots.der.bin")?),
            examples: Asset::new("examples", "bin", examples::text()?),
        })
    }

    /// Those that are files of their own.
    pub(super) fn assets(&self) -> [&Asset; 6] {
        [
            &self.script,
            &self.page,
            &self.engine,
            &self.style,
            &self.roots,
            &self.examples,
        ]
    }
}

/// One module, compiled, with its glue, and as small as can be.
fn module(module: Module) -> Result<Glue, String> {
    let glue = glue::make(module.name(), compile::wasm(module)?)?;
    Ok(Glue {
        wasm: optimise::optimise(module.name(), glue.wasm),
        ..glue
    })
}

/// One script for the page and its worker. It is a function so that the page can hand its own text to the worker:
/// nothing is fetched twice, and nothing at all from `file://`.
fn script(texts: &[&str]) -> String {
    let script = format!(
        "function certwhy() {{\n{}\n}}\ncertwhy();\n",
        texts.join("\n")
    );
    one_kind_of_line_end(&script)
}

/// HTML parsers read CR LF as LF before they hash, and a checkout may have turned one into the other.
fn one_kind_of_line_end(text: &str) -> String {
    text.replace('\r', "")
}

fn text(path: &str) -> Result<String, String> {
    let text = String::from_utf8(octets(path)?).map_err(|error| format!("{path}: {error}"))?;
    Ok(one_kind_of_line_end(&text))
}

fn octets(path: &str) -> Result<Vec<u8>, String> {
    fs::read(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_and_worker_share_one_function() {
        assert_eq!(
            script(&["let page;\r\n", "start();\n"]),
            "function certwhy() {\nlet page;\n\nstart();\n\n}\ncertwhy();\n"
        );
    }
}
