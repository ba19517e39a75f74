//! `certwhy explain --batch`: order, damage, interruption, and what it costs.

mod input;
#[cfg(unix)]
mod interrupted;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(unix)]
mod tools;

use super::run::{Folder, Run};
use serde_json::{Value, json};

const QUESTION: &str = "explain --bundle bundle.pem --known-roots root.pem --at 2024-01-15";

/// A bundle, and the lines of five chains, each with its verdict and cause.
pub(super) struct World {
    pub(super) folder: Folder,
    pub(super) chains: Vec<(Value, &'static str, Option<&'static str>)>,
}

pub(super) fn world() -> World {
    let folder = Folder::new();
    let root = test_pki::ca("Mock Root").self_signed();
    let other = test_pki::ca("Other Root").self_signed();
    let middle = test_pki::ca("Mock CA").issued_by(&root);
    let leaf = test_pki::leaf("www.mock.example").issued_by(&middle);
    let lost = test_pki::leaf("lost.mock.example").issued_by(&other);
    folder.write("bundle.pem", root.pem());
    folder.write("root.pem", [root.pem(), other.pem()].concat());
    let whole = [leaf.pem(), middle.pem()].concat();
    let chains = vec![
        (json!({"chain": whole}), "trusted", None),
        (
            json!({"chain": [leaf.pem(), middle.pem()], "host": "www.mock.example"}),
            "trusted",
            None,
        ),
        (
            json!({"chain": whole, "host": "else.example"}),
            "not-trusted",
            Some("host-mismatch"),
        ),
        (
            json!({"chain": leaf.pem(), "host": "www.mock.example"}),
            "not-trusted",
            Some("missing-intermediate"),
        ),
        (
            json!({"chain": lost.pem(), "client": "python-3"}),
            "not-trusted",
            Some("missing-root"),
        ),
        (
            json!({"chain": whole, "at": "2010-01-01"}),
            "not-trusted",
            Some("clock-wrong"),
        ),
    ];
    World { folder, chains }
}

impl World {
    /// So many lines, the chains over and over.
    pub(super) fn lines(&self, count: usize) -> Vec<String> {
        let chains = self.chains.iter().cycle().take(count).enumerate();
        chains
            .map(|(id, (chain, ..))| {
                let mut chain = chain.clone();
                chain["id"] = id.into();
                chain.to_string()
            })
            .collect()
    }

    pub(super) fn write(&self, name: &str, lines: &[String]) {
        self.folder.write(name, lines.join("\n") + "\n");
    }

    pub(super) fn run(&self, arguments: &str) -> Run {
        self.folder.run(&format!("{QUESTION} {arguments}"))
    }
}

pub(super) fn parsed(text: &str) -> Vec<Value> {
    assert!(text.is_empty() || text.ends_with('\n'));
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn ten_thousand_lines_and_a_bad_one_among_them() {
    let world = world();
    let mut lines = world.lines(10_000);
    lines[5000] = r#"{"id":"bad","chain":"-----BEGIN"#.to_owned();
    world.write("in.ndjson", &lines);
    let run = world.run("--batch in.ndjson");
    assert_eq!(run.code, 2, "{}", run.stderr);
    let answers = parsed(&run.stdout);
    assert_eq!(answers.len(), 10_000);
    for (index, answer) in answers.iter().enumerate() {
        assert_eq!(answer["line"], index + 1);
        if index == 5000 {
            assert_eq!(answer["error"]["code"], "not-json", "{answer}");
            assert_eq!(answer.get("verdict"), None);
            continue;
        }
        let (_, verdict, cause) = &world.chains[index % world.chains.len()];
        assert_eq!(answer["id"], index);
        assert_eq!(answer["verdict"], *verdict, "{answer}");
        assert_eq!(answer["cause"], json!(cause), "{answer}");
        assert_eq!(answer.get("error"), None);
    }
    assert!(run.stderr.contains("5001"), "{}", run.stderr);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
}

/// A line says what a run for it alone says, in the same fields.
#[test]
fn a_line_is_the_report_of_its_chain() {
    let world = world();
    world.write("in.ndjson", &world.lines(world.chains.len()));
    let brief = parsed(&world.run("--batch in.ndjson").stdout);
    let whole = parsed(&world.run("--batch in.ndjson --details").stdout);
    let options = [
        "",
        "--host www.mock.example",
        "--host else.example",
        "--host www.mock.example",
        "--client python-3",
        "--at 2010-01-01",
    ];
    for (index, (chain, ..)) in world.chains.iter().enumerate() {
        let chain = &chain["chain"];
        let chain: String = match chain.as_array() {
            Some(parts) => parts.iter().map(|part| part.as_str().unwrap()).collect(),
            None => chain.as_str().unwrap().to_owned(),
        };
        world.folder.write("chain", chain);
        let own = options[index];
        let at = if own.contains("--at") {
            ""
        } else {
            "--at 2024-01-15"
        };
        let alone = world.folder.run(&format!(
            "explain --bundle bundle.pem --known-roots root.pem --chain chain --format json {at} {own}"
        ));
        let mut alone = alone.json();
        for line in [&brief[index], &whole[index]] {
            assert_eq!(line["line"], index + 1);
            for field in ["schema", "question", "verdict", "cause", "clients"] {
                assert_eq!(line[field], alone[field], "{field}");
            }
        }
        let mut line = whole[index].clone();
        for field in ["id", "line", "run"] {
            line.as_object_mut().unwrap().shift_remove(field).unwrap();
        }
        // Places within a list of blocks are counted in their concatenation.
        for document in [&mut line, &mut alone] {
            document["certificates"] = Value::Null;
        }
        assert_eq!(line, alone, "{index}");
    }
}

#[test]
fn the_exit_code_is_that_of_the_gravest_line() {
    let world = world();
    let line = |index: usize| world.lines(world.chains.len())[index].clone();
    for (lines, code) in [
        (vec![], 0),
        (vec![line(0), line(1)], 0),
        (vec![line(0), line(2)], 1),
        (vec![line(2), "{".to_owned(), line(0)], 2),
    ] {
        world.folder.write("in.ndjson", lines.join("\n"));
        let run = world.run("--batch in.ndjson");
        assert_eq!(run.code, code, "{lines:?}\n{run:?}");
        assert_eq!(run.stdout.lines().count(), lines.len());
    }
}

#[test]
fn several_clients_and_languages() {
    let world = world();
    world.write("in.ndjson", &world.lines(3));
    let run = world.run("--batch in.ndjson --client gnutls,go --lang ja --host else.example");
    let answers = parsed(&run.stdout);
    let hosts: Vec<&Value> = answers.iter().map(|it| &it["question"]["host"]).collect();
    assert_eq!(hosts, ["else.example", "www.mock.example", "else.example"]);
    let title = answers[0]["findings"][0]["title"].as_str().unwrap();
    assert!(title.contains("証明書"), "{title}");
    for answer in &answers {
        let clients = answer["clients"].as_array().unwrap().iter();
        let ids: Vec<&Value> = clients.map(|client| &client["id"]).collect();
        assert_eq!(ids, ["gnutls", "go"]);
        assert_eq!(answer["question"]["client"], "gnutls");
    }
}

#[test]
fn what_does_not_go_together_is_said() {
    let world = world();
    world.write("in.ndjson", &world.lines(1));
    for arguments in [
        "--batch in.ndjson --format html",
        "--batch in.ndjson --format markdown",
        "--batch in.ndjson --chain bundle.pem",
        "--batch in.ndjson --error bundle.pem",
        "--batch in.ndjson bundle.pem",
        "--batch none.ndjson",
        "--batch in.ndjson --jobs 0",
        "--batch in.ndjson -o in.ndjson",
        "--batch . -o out.ndjson",
        "--batch in.ndjson -o no/out.ndjson",
        "-o out.ndjson",
        "--jobs 2",
    ] {
        let before = world.folder.names();
        let run = world.run(arguments);
        assert_eq!(run.code, 2, "{arguments}\n{run:?}");
        assert_eq!(run.stdout, "", "{arguments}");
        assert!(!run.stderr.is_empty(), "{arguments}");
        assert_eq!(world.folder.names(), before, "{arguments}");
    }
}
