//! Runs that are killed, cut off, or go on.

use super::{QUESTION, World, parsed, world};
use std::io::Read;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

const RUN: &str = "--batch in.ndjson -o out.ndjson";

fn start(world: &World, arguments: &str) -> Child {
    let mut command = world.folder.command(&format!("{QUESTION} {arguments}"));
    let command = command.stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().unwrap()
}

fn length(world: &World) -> u64 {
    std::fs::metadata(world.folder.path("out.ndjson")).map_or(0, |facts| facts.len())
}

/// Killed again and again, at a later moment each time, until it is done: then the file is that of a run in one go.
#[test]
fn kill_9_loses_nothing_and_leaves_nothing_half_written() {
    let world = world();
    world.write("in.ndjson", &world.lines(6000));
    let whole = world.run("--batch in.ndjson").stdout;
    let mut kills = 0;
    for goal in (0..9).map(|part| part * u64::try_from(whole.len()).unwrap() / 9) {
        let mut child = start(&world, RUN);
        let deadline = Instant::now() + Duration::from_secs(60);
        while length(&world) <= goal && child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < deadline, "nothing more is written");
            std::thread::sleep(Duration::from_millis(1));
        }
        kills += usize::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        let text = world.folder.read("out.ndjson");
        assert!(whole.starts_with(&text), "{} octets", text.len());
    }
    assert!(kills >= 3, "killed {kills} times only");
    let run = world.run(RUN);
    assert_eq!(run.code, 1, "{run:?}");
    assert_eq!(world.folder.read("out.ndjson"), whole);
    // What is complete stays as it is.
    let run = world.run(RUN);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{run:?}");
    assert_eq!(world.folder.read("out.ndjson"), whole);
}

/// Whatever part of the answers is there, cut anywhere: what comes out is the same.
#[test]
fn every_beginning_is_continued() {
    let world = world();
    let mut lines = world.lines(7);
    lines[3] = "bad".to_owned();
    world.write("in.ndjson", &lines);
    let once = world.run("--batch in.ndjson");
    let whole = once.stdout;
    let ends: Vec<usize> = whole.match_indices('\n').map(|(at, _)| at).collect();
    let near = ends
        .iter()
        .flat_map(|end| [end - 1, *end, end + 1, end + 5]);
    for at in [0, 1, 7]
        .into_iter()
        .chain(near)
        .filter(|at| *at <= whole.len())
    {
        world.folder.write("out.ndjson", &whole[..at]);
        let run = world.run(RUN);
        assert_eq!(run.code, once.code, "cut at {at}\n{run:?}");
        assert_eq!(run.stderr, once.stderr, "cut at {at}");
        assert_eq!(world.folder.read("out.ndjson"), whole, "cut at {at}");
    }
}

#[test]
fn another_run_is_not_mixed_in() {
    let world = world();
    world.write("in.ndjson", &world.lines(4));
    assert_eq!(world.run(RUN).code, 1);
    let before = world.folder.read("out.ndjson");
    let mut other = world.lines(4);
    other.swap(2, 3);
    world.write("other.ndjson", &other);
    world.write("fewer.ndjson", &world.lines(3));
    world.folder.write(
        "both.pem",
        [
            world.folder.read("bundle.pem"),
            world.folder.read("root.pem"),
        ]
        .concat(),
    );
    let question = |bundle: &str, rest: &str| {
        format!("explain --bundle {bundle} --known-roots root.pem {rest}")
    };
    for arguments in [
        question("both.pem", &format!("--at 2024-01-15 {RUN}")),
        question("bundle.pem", &format!("--at 2024-01-16 {RUN}")),
        question("bundle.pem", &format!("--at 2024-01-15 {RUN} --details")),
        question("bundle.pem", &format!("--at 2024-01-15 {RUN} --lang ja")),
        question("bundle.pem", &format!("--at 2024-01-15 {RUN} --client go")),
        question(
            "bundle.pem",
            &format!("--at 2024-01-15 {RUN} --host a.example"),
        ),
        question(
            "bundle.pem",
            "--at 2024-01-15 --batch other.ndjson -o out.ndjson",
        ),
        question(
            "bundle.pem",
            "--at 2024-01-15 --batch fewer.ndjson -o out.ndjson",
        ),
    ] {
        let run = world.folder.run(&arguments);
        assert_eq!(run.code, 2, "{arguments}\n{run:?}");
        assert!(run.stderr.contains("out.ndjson"), "{run:?}");
        assert_eq!(world.folder.read("out.ndjson"), before, "{arguments}");
    }
    for text in ["a letter", "a letter\n", "{}\n"] {
        world.folder.write("out.ndjson", text);
        assert_eq!(world.run(RUN).code, 2);
        assert_eq!(world.folder.read("out.ndjson"), text);
    }
}

/// A file too long to be a published bundle is known by its hash here all the same.
#[test]
fn another_bundle_is_told_however_long_it_is() {
    let world = world();
    world.write("in.ndjson", &world.lines(4));
    let question =
        format!("explain --bundle long.pem --known-roots root.pem --at 2024-01-15 {RUN}");
    for (remark, code) in [("one\n", 1), ("one\n", 1), ("two\n", 2)] {
        let bundle = world.folder.read("bundle.pem");
        let remarks = remark.repeat(certwhy::known::LONGEST_FILE / 4);
        world.folder.write("long.pem", bundle + &remarks);
        let run = world.folder.run(&question);
        assert_eq!(run.code, code, "{remark}{run:?}");
    }
}

/// A run that goes on judges for the time at which it began.
#[test]
fn the_time_is_that_of_the_beginning() {
    let world = world();
    world.write("in.ndjson", &world.lines(5));
    let now = format!("explain --bundle bundle.pem --known-roots root.pem {RUN}");
    let first =
        "explain --bundle bundle.pem --known-roots root.pem --batch in.ndjson --at 2024-06-01";
    let whole = world.folder.run(first).stdout;
    let cut = whole.find('\n').unwrap() + 20;
    world.folder.write("out.ndjson", &whole[..cut]);
    let run = world.folder.run(&now);
    assert_eq!(run.code, 1, "{run:?}");
    assert_eq!(world.folder.read("out.ndjson"), whole);
}

#[test]
fn whoever_has_seen_enough_closes_the_pipe() {
    let world = world();
    world.write("in.ndjson", &world.lines(20_000));
    let mut command = world
        .folder
        .command(&format!("{QUESTION} --batch in.ndjson"));
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 1000];
    let mut from = child.stdout.take().unwrap();
    from.read_exact(&mut some).unwrap();
    drop(from);
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    let first = String::from_utf8_lossy(&some)
        .lines()
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(parsed(&(first + "\n")).len(), 1);
}

/// Also while the input is still open and silent.
#[test]
fn a_closed_pipe_ends_a_run_that_waits() {
    let world = world();
    let mut child = {
        let mut command = world.folder.command(&format!("{QUESTION} --batch -"));
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        command.spawn().unwrap()
    };
    drop(child.stdout.take());
    let mut to = child.stdin.take().unwrap();
    let line = world.lines(1).remove(0) + "\n";
    std::io::Write::write_all(&mut to, line.as_bytes()).unwrap();
    let deadline = Instant::now() + Duration::from_secs(30);
    while child.try_wait().unwrap().is_none() {
        assert!(Instant::now() < deadline, "still there");
        std::thread::sleep(Duration::from_millis(10));
    }
    drop(to);
}
