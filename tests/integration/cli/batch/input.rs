//! What a batch may be made of.

use super::{QUESTION, parsed, world};
use crate::cli::run::Run;
use serde_json::Value;

/// The code of each line's error, or its verdict.
fn endings(run: &Run) -> Vec<String> {
    let answers = parsed(&run.stdout);
    let ending = |answer: &Value| {
        let error = answer.get("error").map(|error| &error["code"]);
        let ending = error.unwrap_or(&answer["verdict"]);
        ending.as_str().unwrap().to_owned()
    };
    answers.iter().map(ending).collect()
}

#[test]
fn standard_input_in_any_shape() {
    let world = world();
    let line = world.lines(1).remove(0);
    let run = |input: &[u8]| {
        let mut command = world.folder.command(&format!("{QUESTION} --batch -"));
        Run::of(&mut command, input)
    };
    let text = format!("\u{feff}{line}\r\n\r\n  \n{line}\n{line}");
    let numbered = run(text.as_bytes());
    assert_eq!(endings(&numbered), ["trusted"; 3]);
    let numbers: Vec<Value> = parsed(&numbered.stdout)
        .into_iter()
        .map(|answer| answer["line"].clone())
        .collect();
    assert_eq!(numbers, [1, 4, 5]);
    assert_eq!(numbered.code, 0);
    for empty in [&b""[..], b"\n", b"\xef\xbb\xbf", b" \r\n\t\n"] {
        let run = run(empty);
        assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{run:?}");
    }
    let bad = [line.as_bytes(), b"\n\xff\xfe\n{}\n7\n", line.as_bytes()].concat();
    let expected = ["trusted", "not-utf-8", "no-chain", "no-chain", "trusted"];
    assert_eq!(endings(&run(&bad)), expected);
}

#[test]
fn lines_without_an_answer_say_why() {
    let world = world();
    let chain = &world.chains[0].0["chain"];
    let lines = [
        ("{\"chain\":\"nothing\"}".to_owned(), "no-certificate"),
        ("{\"chain\":7}".to_owned(), "wrong-type"),
        (
            format!("{{\"chain\":{chain},\"host\":\"a b\"}}"),
            "bad-host",
        ),
        (format!("{{\"chain\":{chain},\"at\":\"then\"}}"), "bad-time"),
        (
            format!("{{\"chain\":{chain},\"client\":\"x\"}}"),
            "unknown-client",
        ),
        ("[".repeat(1_000_000), "not-json"),
        (chain.to_string(), "trusted"),
        (format!("[{chain}]"), "trusted"),
    ];
    let (texts, expected): (Vec<String>, Vec<&str>) = lines.into_iter().unzip();
    world.write("in.ndjson", &texts);
    for lang in ["en", "ja"] {
        let run = world.run(&format!("--batch in.ndjson --lang {lang}"));
        assert_eq!(endings(&run), expected);
        for answer in parsed(&run.stdout) {
            if let Some(error) = answer.get("error") {
                let message = error["message"].as_str().unwrap();
                assert!(message.ends_with(['.', '。']), "{message}");
            }
        }
    }
}

/// A line of 40 MB is not held, and the next ones are answered.
#[test]
fn a_huge_line_is_an_error_and_no_more() {
    let world = world();
    let line = world.lines(1).remove(0);
    let huge = format!("{{\"id\":1,\"chain\":\"{}\"}}", "A".repeat(40_000_000));
    world.write("in.ndjson", &[line.clone(), huge, line]);
    let run = world.run("--batch in.ndjson");
    assert_eq!(endings(&run), ["trusted", "too-long", "trusted"]);
    assert_eq!(run.code, 2);
}

#[test]
fn a_folder_in_the_order_of_its_paths() {
    let world = world();
    let folder = world.folder.path("chains");
    std::fs::create_dir_all(folder.join("b")).unwrap();
    let whole = world.chains[0].0["chain"].as_str().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    write("c.pem", whole);
    write("a.pem", whole);
    write("b/z.pem", whole);
    write("b/readme.txt", "no certificate");
    write("empty", "");
    let run = world.run("--batch chains --host www.mock.example");
    assert_eq!(run.code, 2, "{run:?}");
    let answers = parsed(&run.stdout);
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, ["a.pem", "b/readme.txt", "b/z.pem", "c.pem", "empty"]);
    let expected = [
        "trusted",
        "no-certificate",
        "trusted",
        "trusted",
        "no-certificate",
    ];
    assert_eq!(endings(&run), expected);
    for (number, answer) in (1..).zip(&answers) {
        assert_eq!(answer["line"], number);
    }
    std::fs::create_dir(world.folder.path("none")).unwrap();
    let none = world.run("--batch none");
    assert_eq!((none.code, none.stdout.as_str()), (0, ""));
}

/// An answer is sent on when it is there, not when a buffer is full: whoever asks line by line gets line by line.
#[test]
fn each_line_is_answered_at_once() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::Stdio;
    let world = world();
    let mut command = world.folder.command(&format!("{QUESTION} --batch -"));
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    for line in world.lines(5) {
        writeln!(to, "{line}").unwrap();
        let mut answer = String::new();
        from.read_line(&mut answer).unwrap();
        assert_eq!(parsed(&answer).len(), 1);
    }
    drop(to);
    assert!(child.wait().unwrap().code().is_some());
}
