//! The parts of an answer, each by itself: `cargo bench --package certwhy-bench`. For finding where time goes; what certwhy
//! costs beside others is `cargo xtask bench`.
#![allow(missing_docs, reason = "a program")]
#![allow(clippy::unwrap_used, reason = "its inputs are in the repository")]

use certwhy::certificate::ServerName;
use certwhy::client::Client;
use certwhy::environment::Environment;
use certwhy::explain::{Options, Purpose, Supplied, explain};
use certwhy::input::{Recognised, recognise, to_pem};
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::location::SourceName;
use certwhy::moment::Moment;
use certwhy::render::{TerminalStyle, html_fragment, json, terminal};
use certwhy::report::Report;
use certwhy::store::Store;
use certwhy::text;
use divan::Bencher;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

const CHAIN: &str = include_str!("../../examples/s3-chain-2024-01.pem");

static KNOWN: LazyLock<KnownRoots> = LazyLock::new(KnownRoots::built_in);

static BUNDLE: LazyLock<String> = LazyLock::new(|| {
    let members = KNOWN.newest().members();
    members.filter_map(|root| root.der().map(to_pem)).collect()
});

fn recognised() -> Recognised {
    recognise(&SourceName::new("bundle.pem"), BUNDLE.as_bytes())
}

fn supplied() -> [Supplied; 2] {
    let read = |purpose, text: &str| {
        Supplied::read(purpose, &SourceName::new("file.pem"), text.as_bytes())
    };
    [read(Purpose::Bundle, &BUNDLE), read(Purpose::Chain, CHAIN)]
}

fn options() -> Options<'static> {
    Options {
        host: ServerName::parse("s3.amazonaws.com").ok(),
        at: Moment::parse("2024-01-15").unwrap(),
        client: Client::default(),
        others: Vec::new(),
        known: &KNOWN,
        environment: Environment::default(),
    }
}

fn report() -> Report {
    explain(&supplied(), &options())
}

#[divan::bench]
fn recognise_a_bundle() -> Recognised {
    recognised()
}

#[divan::bench]
fn examine_a_bundle(bencher: Bencher<'_, '_>) {
    let recognised = recognised();
    bencher.bench(|| recognised.clone().examine(BUNDLE.as_bytes()));
}

#[divan::bench]
fn index_a_bundle(bencher: Bencher<'_, '_>) {
    let recognised = recognised();
    bencher.bench(|| {
        let encoded = recognised.encoded();
        Store::build(Vec::new(), encoded.collect())
    });
}

#[divan::bench]
fn explain_a_chain(bencher: Bencher<'_, '_>) {
    let (supplied, options) = (supplied(), options());
    bencher.bench(|| explain(&supplied, &options));
}

#[divan::bench(args = [Lang::En, Lang::Ja])]
fn write_an_answer(bencher: Bencher<'_, '_>, lang: Lang) {
    let report = report();
    bencher.bench(|| text::write(lang, &report));
}

#[divan::bench]
fn render_for_a_terminal(bencher: Bencher<'_, '_>) {
    let doc = text::write(Lang::En, &report());
    bencher.bench(|| terminal(&doc, &TerminalStyle::default()));
}

#[divan::bench]
fn render_as_html(bencher: Bencher<'_, '_>) {
    let doc = text::write(Lang::En, &report());
    bencher.bench(|| html_fragment(&doc));
}

#[divan::bench]
fn render_as_json(bencher: Bencher<'_, '_>) {
    let report = report();
    bencher.bench(|| json(&report, Lang::En));
}
