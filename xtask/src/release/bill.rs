//! The bill of materials of a part, as `CycloneDX` 1.6: exactly the crates that ship, each with its version, licence and the
//! digest of its archive. The same sources give the same bytes: it has no time and no serial number.

use crate::shipped::{Crate, Part, crates};
use crate::toolchain::{compiler, root};
use serde_json::{Value, json};
use std::collections::HashMap;

/// The bill as JSON.
pub(super) fn bill(part: Part) -> Result<String, String> {
    let all = crates(part)?;
    let lock = std::fs::read_to_string(root().join("Cargo.lock"));
    let lock = lock.map_err(|error| format!("Cargo.lock: {error}"))?;
    let digests = digests(&lock);
    let (ours, others): (Vec<&Crate>, Vec<&Crate>) = all.iter().partition(|one| one.is_ours);
    let [certwhy] = ours.as_slice() else {
        return Err("only certwhy itself ships of this repository".to_owned());
    };
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": reference(&certwhy.name, &certwhy.version),
                "name": format!("certwhy ({})", part.name()),
                "version": certwhy.version,
                "purl": reference(&certwhy.name, &certwhy.version),
                "licenses": [{ "expression": certwhy.licence }],
            },
            "properties": [
                { "name": "certwhy:target", "value": part.target()? },
                // Its standard library is in what ships.
                { "name": "certwhy:compiler", "value": compiler()? },
                { "name": "certwhy:features", "value": part.features().join(" and, by itself, ") },
            ],
        },
        "components": others
            .iter()
            .map(|one| component(one, &digests))
            .collect::<Result<Vec<Value>, String>>()?,
        "dependencies": all.iter().map(dependency).collect::<Vec<Value>>(),
    });
    let text = serde_json::to_string_pretty(&bill).map_err(|error| error.to_string())?;
    Ok(format!("{text}\n"))
}

fn component(one: &Crate, digests: &HashMap<(&str, &str), &str>) -> Result<Value, String> {
    let id = (one.name.as_str(), one.version.as_str());
    let digest = digests.get(&id);
    let digest = digest.ok_or_else(|| format!("{} {} has no digest in Cargo.lock", id.0, id.1))?;
    let reference = reference(id.0, id.1);
    Ok(json!({
        "type": "library",
        "bom-ref": reference,
        "name": one.name,
        "version": one.version,
        "scope": "required",
        "hashes": [{ "alg": "SHA-256", "content": digest }],
        "licenses": [{ "expression": one.licence }],
        "purl": reference,
    }))
}

fn dependency(one: &Crate) -> Value {
    let uses = one
        .uses
        .iter()
        .map(|(name, version)| reference(name, version));
    json!({
        "ref": reference(&one.name, &one.version),
        "dependsOn": uses.collect::<Vec<String>>(),
    })
}

/// A package URL, which is also its name within the bill.
fn reference(name: &str, version: &str) -> String {
    // The one character of a version that has another meaning there.
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

/// The digests of Cargo.lock by name and version.
fn digests(lock: &str) -> HashMap<(&str, &str), &str> {
    let one = |block| {
        let id = (value(block, "name = ")?, value(block, "version = ")?);
        Some((id, value(block, "checksum = ")?))
    };
    lock.split("[[package]]").filter_map(one).collect()
}

fn value<'a>(block: &'a str, key: &str) -> Option<&'a str> {
    let mut lines = block.lines();
    let value = lines.find_map(|line| line.strip_prefix(key))?;
    Some(value.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bill_is_the_same_twice_and_whole() {
        for part in Part::ALL {
            let text = bill(part).unwrap();
            assert_eq!(text, bill(part).unwrap());
            let bill: Value = serde_json::from_str(&text).unwrap();
            let components = bill["components"].as_array().unwrap();
            assert_eq!(components.len() + 1, crates(part).unwrap().len());
            assert_eq!(
                bill["dependencies"].as_array().unwrap().len(),
                components.len() + 1
            );
        }
    }

    #[test]
    fn a_digest_is_found_by_name_and_version() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ab\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\nchecksum = \"cd\"\n";
        let digests = digests(lock);
        assert_eq!(digests[&("a", "2.0.0")], "cd");
        assert_eq!(digests[&("a", "1.0.0")], "ab");
    }
}
