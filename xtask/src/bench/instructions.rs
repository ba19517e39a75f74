//! The guard against slowness: how many instructions the program takes on three inputs, counted by Valgrind's callgrind. A
//! count does not depend on what else the machine does, so that a tenth more is more.

mod count;
mod ledger;

use super::peers;
use crate::test::install_packages;
use crate::toolchain::{compiler, root};
use count::{Counted, inputs};
use ledger::Ledger;
use std::path::Path;

/// The most that a count may be above the committed one.
const MOST: f64 = 1.10;

/// Counts and compares; says loudly where nothing can be counted, and where another compiler made the program.
pub(crate) fn check() -> Result<(), String> {
    println!("\n== instructions");
    if let Err(why) = ready() {
        eprintln!("SKIPPED: instructions are not counted: {why}");
        return Ok(());
    }
    let ledger = Ledger::read()?;
    let compiler = compiler()?;
    let is_the_same = ledger.compiler == compiler;
    if !is_the_same {
        eprintln!(
            "NOT COMPARABLE: the committed counts are of {}, and this is {compiler}: printed, not judged",
            ledger.compiler
        );
    }
    let mut above = Vec::new();
    for counted in counted()? {
        let committed = ledger.count(counted.name)?;
        let ratio = ratio(counted.instructions, committed);
        println!(
            "{:24} {:>12} instructions, committed {committed:>12}, {ratio:.3}",
            counted.name, counted.instructions
        );
        if ratio > MOST {
            above.push(counted.name);
        } else if ratio < 2.0 - MOST {
            println!(
                "{:24} is much quicker now: `cargo xtask bench --instructions --update` keeps it so",
                ""
            );
        }
    }
    if above.is_empty() || !is_the_same {
        return Ok(());
    }
    Err(format!(
        "more than a tenth more instructions than committed: {}. If it has to be so: `cargo xtask bench --instructions --update WHY`",
        above.join(", ")
    ))
}

/// Writes the counts down, with the reason.
pub(super) fn update(reason: &str) -> Result<(), String> {
    ready()?;
    let reason = Some(reason).filter(|reason| !reason.is_empty());
    Ledger::of(
        &compiler()?,
        &counted()?,
        reason.unwrap_or("measured again"),
    )
    .write()
}

fn counted() -> Result<Vec<Counted>, String> {
    let program = peers::certwhy_to_count()?;
    let folder = root().join("target/bench/instructions");
    inputs(&folder)?
        .iter()
        .map(|input| input.count(&program, &folder))
        .collect()
}

/// Whether instructions can be counted here: the counts are of one processor family and system.
fn ready() -> Result<(), String> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err("the committed counts are of Linux on x86_64".to_owned());
    }
    let is_here = || peers::version(Path::new("valgrind"), "--version").starts_with("valgrind");
    if is_here() || (install_packages(&["valgrind"]) && is_here()) {
        Ok(())
    } else {
        Err("valgrind is not here".to_owned())
    }
}

fn ratio(count: u64, committed: u64) -> f64 {
    // In thousands, which fit into 32 bits.
    let thousands = |count: u64| f64::from(u32::try_from(count / 1000).unwrap_or(u32::MAX));
    thousands(count) / thousands(committed).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_more_is_seen() {
        assert!(ratio(1_110_000, 1_000_000) > MOST);
        assert!(ratio(1_090_000, 1_000_000) < MOST);
        assert!(ratio(1_000_000, 0) > MOST);
    }

    #[test]
    fn every_input_has_a_committed_count() {
        let ledger = Ledger::read().unwrap();
        for name in count::NAMES {
            assert!(ledger.count(name).is_ok(), "{name}");
        }
    }
}
