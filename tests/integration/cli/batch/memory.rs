//! What a batch takes is the same for an input of any size.

use super::{QUESTION, world};
use std::fs::File;
use std::process::{Command, Stdio};

/// Address space, in KiB: well above what this takes on two cores. Mostly the stacks of the threads, their
/// arenas, and a window of questions.
const MOST: u32 = 400_000;

fn runs(input: &std::path::Path, world: &super::World) -> (Option<i32>, usize) {
    let program = env!("CARGO_BIN_EXE_certwhy");
    let script = format!("ulimit -v {MOST}; exec {program} {QUESTION} --batch - --jobs 2");
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(world.folder.path("."))
        .stdin(File::open(input).unwrap())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let lines = String::from_utf8_lossy(&output.stdout).lines().count();
    (output.status.code(), lines)
}

/// Lines of 2 MB, of which most is a field that nobody reads: 20 MB, and ten times as much.
#[test]
fn ten_times_the_input_takes_no_more() {
    let world = world();
    let ballast = format!(",\"ballast\":\"{}\"}}\n", "x".repeat(2_000_000));
    let lines = world.lines(10);
    let text: String = lines
        .iter()
        .flat_map(|line| [line.trim_end_matches('}'), ballast.as_str()])
        .collect();
    for times in [1, 10] {
        let text = text.repeat(times);
        world.folder.write("in.ndjson", text);
        let input = world.folder.path("in.ndjson");
        assert_eq!(runs(&input, &world), (Some(1), 10 * times));
    }
}
