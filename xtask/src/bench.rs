//! `cargo xtask bench`: certwhy beside its peers, in turn and in one run, as a table in `docs/performance.md`; and the guard
//! that counts instructions.

mod cold;
mod goals;
mod inputs;
pub(crate) mod instructions;
mod machine;
mod measure;
mod peers;
mod program;
mod row;
mod side;
mod table;
mod warm;
mod web;
mod world;

use crate::document::write_between;
use cold::Programs;
use row::{Outcome, Row};
use std::process::ExitCode;
use warm::Sides;
use world::World;

/// What the table says that it was written by.
pub(crate) const COMMAND: &str = "cargo xtask bench";

/// How the task is called.
pub(crate) const USAGE: &str = "  cargo xtask bench [GOAL...]   certwhy beside its peers: the table in docs/performance.md; with goals: these rows, printed
  cargo xtask bench --instructions [--update [WHY]]   counts instructions on three inputs, and fails above the committed count by a tenth";

/// Runs the task.
pub(crate) fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    match arguments {
        ["--instructions"] => instructions::check()?,
        ["--instructions", "--update", reason @ ..] => instructions::update(&reason.join(" "))?,
        [program::PEAK, program @ ..] => program::print_peak(program)?,
        goals if goals.iter().all(|goal| !goal.starts_with('-')) => compare(goals)?,
        _ => return Err(format!("usage:\n{USAGE}")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Measures the rows of these goals, or all; only a whole table is written down.
fn compare(goals: &[&str]) -> Result<(), String> {
    let wanted = |goal: &str| goals.is_empty() || goals.contains(&goal);
    let world = World::write(&goals::graphs(wanted))?;
    let programs = Programs::get()?;
    let mut sides = Sides::start()?;
    let mut rows: Vec<Row> = Vec::new();
    for warm in goals::WARM.iter().copied().flatten() {
        if wanted(warm.goal) {
            rows.push(said(sides.row(warm, &world)));
        }
    }
    for cold in goals::COLD.iter().filter(|row| wanted(row.goal)) {
        rows.push(said(programs.row(cold, &world)));
    }
    if wanted("N7") {
        rows.push(said(programs.memory("distinct-roots", &world)));
    }
    if wanted("N9") {
        rows.push(said(sides.giant_key(&world)));
    }
    if ["W2", "W4", "W5"].into_iter().any(wanted) {
        rows.extend(web::rows(&world).into_iter().map(said));
    }
    rows.sort_by_key(|row| row.goal);
    let machine = machine::described(programs.go());
    let text = table::text(&machine, &rows);
    println!("{text}");
    if goals.is_empty() {
        write_between(COMMAND, &text)
    } else {
        Ok(())
    }
}

/// So that a long run shows that it goes on.
fn said(row: Row) -> Row {
    let outcome = match &row.outcome {
        Outcome::Met => "met",
        Outcome::Missed => "MISSED",
        Outcome::Shown => "",
        Outcome::NotMeasured(_) => "NOT MEASURED",
    };
    eprintln!("{} {}: {} {outcome}", row.goal, row.what, row.ratio);
    row
}
