//! The goals as rows: what is put beside what, and the most that the ratio may be. Signatures are compared as they come:
//! ours in pure Rust, the peers' in assembly.

mod hostile;
mod program;
mod usual;

use super::cold::Cold;
use super::warm::Warm;

/// Rows of sides that stay.
pub(super) const WARM: &[&[Warm]] = &[
    usual::PARSE,
    usual::EXPLAIN,
    hostile::CROSSED,
    hostile::HEAVY,
];

/// Rows of whole processes.
pub(super) const COLD: &[Cold] = program::PROGRAMS;

/// The graphs that rows of these goals ask for.
pub(super) fn graphs(wanted: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let warm = WARM.iter().copied().flatten();
    let warm = warm.filter(|row| wanted(row.goal));
    let cold = COLD.iter().filter(|row| wanted(row.goal));
    let mut names: Vec<&str> = warm
        .flat_map(|row| row.inputs)
        .chain(cold.map(|row| row.input))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_brings_the_graphs_it_needs_and_no_others() {
        assert_eq!(graphs(|goal| goal == "N9"), ["giant-key"]);
        assert!(graphs(|_| true).contains(&"mesh"));
    }

    #[test]
    fn all_graphs_are_of_a_family() {
        let known = test_pki::graph::FAMILIES;
        for name in graphs(|_| true) {
            let family = name.trim_end_matches("-twice").trim_end_matches("-tenfold");
            let is_known = known.iter().any(|known| known.name == family);
            assert!(is_known || name.starts_with("s3"), "{name}");
        }
    }
}
