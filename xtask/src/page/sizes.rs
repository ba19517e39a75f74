//! What of a module is whose: the octets of its functions by crate, after the names that the compiler gave them.

use super::compile::{Module, wasm};
use crate::document::write_between;
use rustc_demangle::demangle;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Prints the tables of both modules, and puts them into the document.
pub(super) fn report() -> Result<(), String> {
    let mut text = String::new();
    for module in [Module::Page, Module::Engine] {
        let sizes = by_crate(&wasm(module)?)?;
        table(&mut text, module.name(), &sizes);
    }
    println!("{text}");
    write_between(super::SIZES, text.trim_end())
}

/// How many crates have a line of their own.
const LINES: usize = 25;

fn table(text: &mut String, name: &str, sizes: &[(String, usize)]) {
    let all: usize = sizes.iter().map(|(_, size)| size).sum();
    let mut line = |owner: &str, size: usize| {
        let tenths = (size * 1000 + all / 2) / all.max(1);
        let _ = writeln!(
            text,
            "| {owner} | {size} | {}.{} % |",
            tenths / 10,
            tenths % 10
        );
    };
    line(&format!("**{name}**, as compiled"), all);
    let (large, small) = sizes.split_at(sizes.len().min(LINES));
    for (owner, size) in large {
        line(owner, *size);
    }
    let rest = small.iter().map(|(_, size)| size).sum();
    line(&format!("{} others", small.len()), rest);
    let head = "| crate | octets | share |\n|---|--:|--:|\n";
    let begin = text.rfind(&format!("| **{name}**")).unwrap_or_default();
    text.insert_str(begin, head);
    text.push('\n');
}

/// Octets by crate, the largest first; what has no name, and what is no function, under a name in parentheses.
pub(super) fn by_crate(wasm: &[u8]) -> Result<Vec<(String, usize)>, String> {
    let module = Functions::read(wasm).map_err(|error| error.to_string())?;
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for (place, size) in module.bodies.iter().enumerate() {
        let index = u32::try_from(place + module.imported).unwrap_or(u32::MAX);
        let name = module.names.get(&index);
        let owner = name.map_or_else(|| "(no name)".to_owned(), |name| owner(name));
        *sizes.entry(owner).or_default() += size;
    }
    sizes.insert("(data)".to_owned(), module.data);
    let mut sizes: Vec<(String, usize)> = sizes.into_iter().collect();
    sizes.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    Ok(sizes)
}

#[derive(Default)]
struct Functions<'a> {
    imported: usize,
    bodies: Vec<usize>,
    names: BTreeMap<u32, &'a str>,
    data: usize,
}

impl<'a> Functions<'a> {
    fn read(wasm: &'a [u8]) -> wasmparser::Result<Self> {
        let mut module = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            module.take(payload?)?;
        }
        Ok(module)
    }

    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "the other sections hold neither code nor names, whatever they are called"
    )]
    fn take(&mut self, payload: Payload<'a>) -> wasmparser::Result<()> {
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let is_function =
                        matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
                    self.imported += usize::from(is_function);
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body.range().len()),
            Payload::DataSection(data) => self.data = data.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for name in names {
                        self.name(name?)?;
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn name(&mut self, name: Name<'a>) -> wasmparser::Result<()> {
        if let Name::Function(functions) = name {
            for function in functions {
                let function = function?;
                self.names.insert(function.index, function.name);
            }
        }
        Ok(())
    }
}

/// The crate in whose code a function stands. A method of a trait belongs to the type that it is for, where that has a crate,
/// and else to the trait.
fn owner(mangled: &str) -> String {
    let name = format!("{:#}", demangle(mangled));
    let parts =
        name.split(|letter: char| !(letter.is_ascii_alphanumeric() || "_:".contains(letter)));
    let of_path = |part: &str| part.split_once("::").map(|(first, _)| first.to_owned());
    let mut owners = parts.filter_map(of_path).filter(|first| !first.is_empty());
    owners.next().unwrap_or_else(|| "(no name)".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_is_the_first_crate_of_the_name() {
        for (name, expected) in [
            (
                "_ZN7certwhy5store5Store5build17h0123456789abcdefE",
                "certwhy",
            ),
            (
                "<certwhy::store::Store as core::fmt::Debug>::fmt",
                "certwhy",
            ),
            ("<[u8] as base64::Engine>::decode", "base64"),
            ("<&T as core::fmt::Debug>::fmt", "core"),
            ("__wbindgen_malloc", "(no name)"),
        ] {
            assert_eq!(owner(name), expected, "{name}");
        }
    }

    #[test]
    fn octets_are_counted_by_name() {
        // A module with one function, named `a::b`, whose body is two octets: no locals, end.
        let wasm = [
            b"\0asm\x01\0\0\0".as_slice(),
            b"\x01\x04\x01\x60\0\0",
            b"\x03\x02\x01\0",
            b"\x0a\x04\x01\x02\0\x0b",
            b"\0\x0e\x04name\x01\x07\x01\0\x04a::b",
        ]
        .concat();
        assert_eq!(
            by_crate(&wasm).unwrap(),
            [("a".to_owned(), 2), ("(data)".to_owned(), 0)]
        );
        assert!(by_crate(b"no module").is_err());
    }
}
