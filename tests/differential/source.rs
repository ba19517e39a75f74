//! Where answers come from: from engines that are asked now, or from a file in which they were kept.

use crate::ask::Answer;
use crate::engine::{Engine, Reason};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// An engine's answers, or why there are none.
pub(crate) type Asking = Result<Vec<Answer>, String>;

/// An engine with its answers, and the profiles that they are compared with.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) profiles: Vec<(String, Reason)>,
    pub(crate) answers: Asking,
}

impl Source {
    /// An engine that was asked.
    pub(crate) fn asked(engine: &Engine, answers: Asking) -> Self {
        let profiles = engine.profiles.iter();
        Self {
            name: engine.name.to_owned(),
            profiles: profiles
                .map(|(client, reason)| ((*client).to_owned(), *reason))
                .collect(),
            answers,
        }
    }
}

/// A line of a file of answers.
#[derive(Deserialize)]
struct Line {
    engine: String,
    client: String,
    reason: Reason,
    answer: Answer,
}

/// The answers of a file: for engines that are not installed everywhere, such as many versions of one.
pub(crate) fn kept(path: &Path) -> Vec<Source> {
    let text = fs::read_to_string(path).expect("the file of answers");
    let mut sources: BTreeMap<String, Source> = BTreeMap::new();
    for line in text.lines() {
        let line: Line = serde_json::from_str(line).expect("a line of answers");
        let source = sources
            .entry(line.engine.clone())
            .or_insert_with(|| Source {
                name: line.engine,
                profiles: vec![(line.client, line.reason)],
                answers: Ok(Vec::new()),
            });
        if let Ok(answers) = &mut source.answers {
            answers.push(line.answer);
        }
    }
    sources.into_values().collect()
}

/// Keeps answers, a line each.
pub(crate) fn keep(path: &Path, sources: &[Source]) {
    let mut lines = String::new();
    for source in sources {
        for answer in source.answers.iter().flatten() {
            let line = json!({"engine": source.name, "answer": answer});
            lines.extend([line.to_string().as_str(), "\n"]);
        }
    }
    fs::write(path, lines).expect("the answers");
}
