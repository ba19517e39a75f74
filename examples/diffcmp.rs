use certwhy::certificate::ServerName;
use certwhy::client::Client;
use certwhy::moment::Moment;
use certwhy::question::{Peer, Question};
use certwhy::signature::RustCrypto;
use certwhy::store::{Encoded, Store};
use certwhy::verdict::{Verdict, judge};
use std::collections::BTreeMap;
fn pem(path: &str) -> Vec<Encoded> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    x509_parser::pem::Pem::iter_from_buffer(text.as_bytes())
        .filter_map(Result::ok)
        .map(|p| Encoded {
            der: p.contents,
            location: None,
        })
        .collect()
}
fn main() {
    let only: Vec<String> = std::env::args().skip(1).collect();
    let text = std::fs::read_to_string(
        std::env::var("ANSWERS").unwrap_or("/tmp/diff/answers.ndjson".into()),
    )
    .unwrap();
    let mut table: BTreeMap<String, (usize, usize, usize)> = BTreeMap::new();
    for line in text.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let engine = row["engine"].as_str().unwrap();
        let id = row["client"].as_str().unwrap();
        let Some(client) = Client::find(id) else {
            continue;
        };
        if !only.is_empty() && !only.iter().any(|o| o == engine) {
            continue;
        }
        let scenario = row["scenario"].as_str().unwrap();
        let dir = format!("/tmp/diff/scenarios/{scenario}");
        let meta: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(format!("{dir}/meta.json")).unwrap())
                .unwrap();
        let store = Store::build(
            pem(&format!("{dir}/chain.pem")),
            pem(&format!("{dir}/bundle.pem")),
        );
        let question = Question {
            host: meta["host"]
                .as_str()
                .and_then(|h| ServerName::parse(h).ok()),
            at: Moment::parse(meta["time"].as_str().unwrap()).unwrap(),
            peer: Peer::TlsServer,
        };
        let trace = certwhy::path::search(&store, &question, &client.profile().policy, &RustCrypto);
        let verdict = judge(&trace);
        let native = client.profile().dialect.error(&question, &trace);
        let accept = row["accept"].as_bool().unwrap();
        let entry = table.entry(engine.to_owned()).or_default();
        entry.0 += 1;
        let code = row["code"].to_string().trim_matches('"').to_owned();
        let text = row["text"]
            .as_str()
            .unwrap_or_default()
            .chars()
            .take(90)
            .collect::<String>();
        let ours = native.as_ref().map(|n| n.code.clone()).unwrap_or_default();
        if accept != (verdict == Verdict::Trusted) {
            entry.1 += 1;
            println!(
                "VERDICT {engine:18} {scenario:40} real {} {code} {text} | ours {} {ours} taken {:?}",
                if accept { "+" } else { "-" },
                verdict.as_str(),
                trace
                    .taken
                    .as_ref()
                    .map(|t| (t.attempt.certificates.len(), t.attempt.end.as_str()))
            );
        } else if !accept && code.chars().all(|c| c.is_ascii_digit()) && code != ours {
            entry.2 += 1;
            println!(
                "CODE    {engine:18} {scenario:40} real {code} {text} | ours {ours} {}",
                native.map(|n| n.text).unwrap_or_default()
            );
        }
    }
    for (engine, (n, v, c)) in table {
        eprintln!("{engine:22} {n:4} cases, {v} verdicts differ, {c} codes differ");
    }
}
