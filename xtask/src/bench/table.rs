//! The rows as a table in Markdown.

use super::row::{Outcome, Row};
use std::fmt::Write as _;

/// The list of the machine and the table.
pub(super) fn text(machine: &[String], rows: &[Row]) -> String {
    let mut text = String::new();
    for line in machine {
        let _ = writeln!(text, "- {line}");
    }
    let count = |wanted: &Outcome| rows.iter().filter(|row| &row.outcome == wanted).count();
    let not_measured = |row: &&Row| matches!(row.outcome, Outcome::NotMeasured(_));
    let _ = writeln!(
        text,
        "\n**{} goals met, {} missed, {} not measured here.**\n",
        count(&Outcome::Met),
        count(&Outcome::Missed),
        rows.iter().filter(not_measured).count()
    );
    text.push_str("| goal | what | certwhy | peer | ratio (quartiles) | aim | |\n");
    text.push_str("|---|---|---|---|---|---|---|\n");
    for row in rows {
        let outcome = match &row.outcome {
            Outcome::Met => "met".to_owned(),
            Outcome::Missed => "**missed**".to_owned(),
            Outcome::Shown => "–".to_owned(),
            Outcome::NotMeasured(why) => format!("**not measured here**: {why}"),
        };
        let cells = [
            row.goal, &row.what, &row.ours, &row.peer, &row.ratio, &row.aim, &outcome,
        ];
        // What programs say is text of theirs: no character of it may end a cell.
        let cells = cells.map(|cell| cell.replace('|', "/").replace('\n', " "));
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_end_early() {
        let row = Row::not_measured("N1", "a | b", "c\nd".to_owned());
        assert!(text(&[], &[row]).contains("| N1 | a / b |"));
    }
}
