//! Language, width and colour.

use super::run::{Folder, Run};
use super::trusted;

fn is_japanese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}'))
}

#[test]
fn the_language_is_asked_for_or_that_of_the_locale() {
    let folder = trusted();
    let question = "explain --bundle other.pem --chain chain.pem --at 2024-01-15";
    for (variables, option, japanese) in [
        (&[][..], "", false),
        (&[("LANG", "ja_JP.UTF-8")], "", true),
        (&[("LC_ALL", "C"), ("LANG", "ja_JP.UTF-8")], "", false),
        (&[("LANG", "ja_JP.UTF-8")], "--lang en", false),
        (&[], "--lang ja", true),
    ] {
        for (arguments, code) in [(question, 1), ("explain missing.pem", 2)] {
            let mut command = folder.command(&format!("{arguments} {option}"));
            let run = Run::of(command.envs(variables.iter().copied()), b"");
            assert_eq!(run.code, code, "{run:?}");
            let words = format!("{}{}", run.stdout, run.stderr);
            assert_eq!(
                is_japanese(&words),
                japanese,
                "{variables:?} {option}\n{words}"
            );
        }
    }
}

// A trusted chain needs no commands, which are never broken.
#[test]
fn lines_fit_the_columns_that_are_asked_for() {
    let folder = trusted();
    let question = "explain --bundle bundle.pem --chain chain.pem --at 2024-01-15";
    let widest = |columns: &str| {
        let mut command = folder.command(question);
        let run = Run::of(command.env("COLUMNS", columns), b"");
        run.stdout
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap()
    };
    let (narrow, usual, wide) = (widest("60"), widest("80"), widest("400"));
    assert!(
        narrow <= 66 && usual <= 80 && wide <= 100,
        "{narrow} {usual} {wide}"
    );
    assert!(narrow < usual && usual < wide, "{narrow} {usual} {wide}");
}

#[test]
fn folded_parts_are_shown_on_request() {
    let folder = trusted();
    let question = "explain --bundle other.pem --chain chain.pem --at 2024-01-15";
    let short = folder.run(question);
    let long = folder.run(&format!("{question} --details"));
    assert!(short.stdout.contains("--details"), "{short:?}");
    assert!(!long.stdout.contains("--details"), "{long:?}");
    assert!(long.stdout.lines().count() > short.stdout.lines().count());
}

#[test]
fn the_same_run_writes_the_same_bytes() {
    let folder = trusted();
    let question = "explain --bundle bundle.pem --chain chain.pem --at 2024-01-15 --client all";
    for format in ["text", "json", "html", "markdown"] {
        let arguments = format!("{question} --format {format}");
        assert_eq!(folder.run(&arguments).stdout, folder.run(&arguments).stdout);
    }
}

#[test]
fn sources_are_base_names() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("secret-project")).unwrap();
    let root = test_pki::ca("Mock Root").self_signed();
    folder.write("secret-project/bundle.pem", root.pem());
    let run = folder.run("bundle secret-project/bundle.pem --format json");
    assert!(run.stdout.contains("bundle.pem"), "{run:?}");
    assert!(!run.stdout.contains("secret-project"), "{run:?}");
}
