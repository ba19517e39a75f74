//! What stands between the browser's JavaScript and the compiled library.

use wasm_bindgen_cli_support::Bindgen;

/// The JavaScript that defines a variable of the module's name, and the module that it loads.
pub(super) struct Glue {
    pub(super) script: String,
    pub(super) wasm: Vec<u8>,
}

/// Writes the glue for a compiled library: a classic script without modules, so that it runs from `file://`, where
/// browsers load no modules, and in a worker made from its own text.
pub(super) fn make(name: &str, compiled: Vec<u8>) -> Result<Glue, String> {
    let failed = |error| format!("wasm-bindgen: {error:#}");
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(name, compiled);
    bindgen.no_modules(true).map_err(failed)?;
    bindgen.no_modules_global(name).map_err(failed)?;
    bindgen
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output().map_err(failed)?;
    let has_snippets = output.snippets().values().any(|list| !list.is_empty());
    if has_snippets || !output.local_modules().is_empty() {
        return Err("a dependency brings JavaScript files; the page is one script".to_owned());
    }
    Ok(Glue {
        script: output.js().to_owned(),
        wasm: output.wasm_mut().emit_wasm(),
    })
}

#[cfg(test)]
mod tests {
    /// The versions of a package in a lock file.
    fn versions<'a>(lock: &'a str, package: &str) -> Vec<&'a str> {
        let name = format!("name = \"{package}\"");
        let mut lines = lock.lines();
        let mut versions = Vec::new();
        while lines.by_ref().any(|line| line == name) {
            versions.extend(lines.next());
        }
        versions
    }

    #[test]
    fn the_glue_is_made_by_the_version_that_the_library_was_compiled_with() {
        let lock = include_str!("../../../Cargo.lock");
        let library = versions(lock, "wasm-bindgen");
        assert_eq!(library.len(), 1);
        assert_eq!(library, versions(lock, "wasm-bindgen-cli-support"));
    }
}
