//! Everything that the page consists of, made and in memory.

use super::asset::Asset;
use super::compile::Half;
use super::{compile, examples, glue, optimise};
use crate::toolchain::root;
use std::fs;

/// The assets.
pub(super) struct Parts {
    pub(super) script: Asset,
    /// The module with the elements and a first verdict.
    pub(super) page: Asset,
    pub(super) style: Asset,
    pub(super) icon: Asset,
    /// The module with the engine; it comes after the first verdict.
    pub(super) engine: Asset,
    /// The certificates of the known roots; the facts about them are in the engine.
    pub(super) roots: Asset,
    pub(super) examples: Asset,
}

impl Parts {
    /// Compiles, reads and writes what is needed.
    pub(super) fn make() -> Result<Self, String> {
        let page = glue::make(compile::wasm(Half::Page)?)?;
        let engine = glue::make(compile::wasm(Half::Engine)?)?;
        let style = format!("{}{}", certwhy::render::STYLE, text("www/style.css")?);
        Ok(Self {
            script: Asset::new(
                "certwhy",
                "js",
                script(&page.script, &engine.script, &text("www/start.js")?),
            ),
            page: Asset::new("page", "wasm", optimise::optimise(page.wasm)),
            engine: Asset::new("engine", "wasm", optimise::optimise(engine.wasm)),
            style: Asset::new("certwhy", "css", one_kind_of_line_end(&style)),
            icon: Asset::new("icon", "svg", text("www/icon.svg")?),
            roots: Asset::new("roots", "bin", octets("src/known/data/roots.der.bin")?),
            examples: Asset::new("examples", "txt", examples::text()?),
        })
    }

    /// All of them.
    pub(super) fn assets(&self) -> [&Asset; 7] {
        [
            &self.script,
            &self.page,
            &self.engine,
            &self.style,
            &self.icon,
            &self.roots,
            &self.examples,
        ]
    }
}

/// One script for the page and its worker. It is a function so that the page can hand its own text to the worker:
/// nothing is fetched twice, and nothing at all from `file://`. The glue of each module defines the same name, so each
/// stands in a function of its own.
fn script(page: &str, engine: &str, start: &str) -> String {
    let glue = |name: &str, glue: &str| {
        format!("const {name} = (() => {{\n{glue}\nreturn wasm_bindgen;\n}})();\n")
    };
    let script = format!(
        "function certwhy() {{\n{}{}{start}\n}}\ncertwhy();\n",
        glue("page", page),
        glue("engine", engine)
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
            script(
                "let wasm_bindgen = 1;\r\n",
                "let wasm_bindgen = 2;",
                "start();\n"
            ),
            "function certwhy() {\nconst page = (() => {\nlet wasm_bindgen = 1;\n\nreturn wasm_bindgen;\n})();\n\
             const engine = (() => {\nlet wasm_bindgen = 2;\nreturn wasm_bindgen;\n})();\nstart();\n\n}\ncertwhy();\n"
        );
    }
}
