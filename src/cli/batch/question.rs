//! From a line to a question.

use super::item::{LineProblem, id_of};
use serde_json::Value;

/// What a line asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Question {
    /// What stands in the line's field of this name; `None` leaves it to the options.
    pub(super) host: Option<String>,
    pub(super) at: Option<String>,
    pub(super) clients: Vec<String>,
    /// The text with the certificates.
    pub(super) chain: String,
}

/// Reads a line, and its `id` even where nothing else can be read.
pub(super) fn read(line: &[u8]) -> (Value, Result<Question, LineProblem>) {
    let Ok(text) = core::str::from_utf8(line) else {
        return (Value::Null, Err(LineProblem::NotUtf8));
    };
    match serde_json::from_str::<Value>(text) {
        Ok(value) => (id_of(&value), question(&value)),
        Err(error) => {
            let column = error.column();
            (Value::Null, Err(LineProblem::NotJson { column }))
        }
    }
}

fn question(value: &Value) -> Result<Question, LineProblem> {
    let chain = match value {
        Value::String(_) | Value::Array(_) => value,
        Value::Object(fields) => fields.get("chain").ok_or(LineProblem::NoChain)?,
        Value::Null | Value::Bool(_) | Value::Number(_) => return Err(LineProblem::NoChain),
    };
    // What is no object has no fields.
    let field = |name: &str| value.get(name);
    let text = |name: &'static str| match field(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(LineProblem::WrongType { field: name }),
    };
    let clients = match field("client") {
        None | Some(Value::Null) => Vec::new(),
        Some(some) => strings(some, "client")?,
    };
    Ok(Question {
        host: text("host")?,
        at: text("at")?,
        clients: clients.into_iter().map(str::to_owned).collect(),
        chain: strings(chain, "chain")?.join("\n"),
    })
}

/// A string, or a list of them.
fn strings<'v>(value: &'v Value, field: &'static str) -> Result<Vec<&'v str>, LineProblem> {
    let wrong = LineProblem::WrongType { field };
    match value {
        Value::String(text) => Ok(vec![text]),
        Value::Array(items) => {
            let texts = items.iter().map(|item| item.as_str().ok_or(wrong.clone()));
            texts.collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Err(wrong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn chains_in_all_forms() {
        for (line, id, chain) in [
            (r#"{"chain":"a"}"#, Value::Null, "a"),
            (r#"{"id":7,"chain":["a","b"],"more":{}}"#, json!(7), "a\nb"),
            (r#"{"id":{"x":[1]},"chain":[]}"#, json!({"x": [1]}), ""),
            (r#""a\nb""#, Value::Null, "a\nb"),
            (" [\"a\"]\r", Value::Null, "a"),
        ] {
            let (found, question) = read(line.as_bytes());
            assert_eq!(found, id, "{line}");
            assert_eq!(question.unwrap().chain, chain, "{line}");
        }
    }

    #[test]
    fn everything_else_is_said_to_be_wrong() {
        let wrong = |field| LineProblem::WrongType { field };
        for (line, id, problem) in [
            (&b"{"[..], Value::Null, LineProblem::NotJson { column: 1 }),
            (b"{} {}", Value::Null, LineProblem::NotJson { column: 4 }),
            (b"\xff", Value::Null, LineProblem::NotUtf8),
            (b"7", Value::Null, LineProblem::NoChain),
            (br#"{"id":"x"}"#, json!("x"), LineProblem::NoChain),
            (br#"{"id":"x","chain":7}"#, json!("x"), wrong("chain")),
            (br#"{"chain":["a",7]}"#, Value::Null, wrong("chain")),
            (br#"{"chain":"a","host":7}"#, Value::Null, wrong("host")),
            (br#"{"chain":"a","at":[]}"#, Value::Null, wrong("at")),
            (
                br#"{"chain":"a","client":{}}"#,
                Value::Null,
                wrong("client"),
            ),
        ] {
            let shown = String::from_utf8_lossy(line);
            assert_eq!(read(line), (id, Err(problem)), "{shown}");
        }
    }

    #[test]
    fn what_is_null_is_absent() {
        let line = br#"{"chain":"a","host":null,"at":null,"client":null}"#;
        let question = read(line).1.unwrap();
        assert_eq!((question.host, question.at), (None, None));
        assert_eq!(question.clients, Vec::<String>::new());
        let line = br#"{"chain":"a","host":"h","at":"t","client":["c","d"]}"#;
        let question = read(line).1.unwrap();
        assert_eq!(question.host.as_deref(), Some("h"));
        assert_eq!(question.at.as_deref(), Some("t"));
        assert_eq!(question.clients, ["c", "d"]);
    }
}
