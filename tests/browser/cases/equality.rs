//! Reports made in the browser are those of the command line, octet for octet: chains of the shared data with all bundles.
//! Every report holds the answers of all clients, and is made several times, so a part of the pairs has to do: each bundle with
//! other chains than the bundle before it, so that every chain has its turn.

use crate::browser::Browser;
use crate::native::{self, Asked};
use crate::page::{File, Page};
use certwhy::known::KnownRoots;
use certwhy::page::download::Download;
use data_encoding::{BASE64, HEXLOWER};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// One pair of so many.
const SAMPLE: usize = 4;

/// The same in Firefox, which is slower.
const SAMPLE_OF_FIREFOX: usize = 12;

/// Every so many pairs the program itself is asked, not only the library that it consists of.
const BY_PROGRAM: usize = 15;

/// A chain with its question.
struct Chain {
    file: File,
    host: String,
    at: String,
}

/// The digests of the reports on one bundle with several chains.
const REPORTS: &str = "
    T.quiet = true;
    const digests = [];
    for (const chain of args.chains) {
        await T.act(() => T.press('clear'));
        T.set('host', chain.host);
        T.set('at', chain.at);
        await T.act(() => T.drop([args.bundle, chain], 'body'));
        // What is no server's certificate goes where the user says.
        if (T.cards('chain').length === 0) {
            await T.act(() => T.press('move:1:chain'));
        }
        if (T.cards('bundle').length === 0) {
            await T.act(() => T.press('move:0:bundle'));
        }
        const { blob } = await T.save('report-json');
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
        digests.push([...digest].map((octet) => octet.toString(16).padStart(2, '0')).join(''));
    }
    await T.act(() => T.press('clear'));
    return digests;";

pub(super) fn reports(page: &Page<'_>) {
    let Some(data) = shared_data() else { return };
    let (chains, bundles) = read(&data);
    let known = KnownRoots::built_in();
    let step = match page.session.browser {
        Browser::Chromium => SAMPLE,
        Browser::Firefox => SAMPLE_OF_FIREFOX,
    };
    let (mut compared, mut differences) = (0, Vec::new());
    let started = Instant::now();
    for (row, bundle) in bundles.iter().enumerate() {
        let chosen: Vec<&Chain> = chains.iter().skip(row % step).step_by(step).collect();
        let digests = in_browser(page, bundle, &chosen);
        assert_eq!(digests.len(), chosen.len());
        for (chain, digest) in chosen.iter().zip(digests) {
            let asked = Asked {
                bundle,
                chain: &chain.file,
                host: &chain.host,
                at: &chain.at,
            };
            let expected = if compared % BY_PROGRAM == 0 {
                native::program_json(asked, &page.session.folder)
            } else {
                native::save(Download::ReportJson, asked, &known).expect("a report")
            };
            compared += 1;
            if HEXLOWER.encode(&Sha256::digest(&expected)) != digest {
                differences.push(format!("{} {}", bundle.name, chain.file.name));
            }
        }
    }
    println!(
        "measured: {} compared {compared} reports in {:.0?}",
        page.session.browser.name(),
        started.elapsed()
    );
    assert!(
        compared >= chains.len() / step * bundles.len(),
        "{compared}"
    );
    assert!(
        differences.is_empty(),
        "{} differ:\n{}",
        differences.len(),
        differences.join("\n")
    );
}

fn in_browser(page: &Page<'_>, bundle: &File, chains: &[&Chain]) -> Vec<String> {
    let file = |file: &File| json!({ "name": file.name, "bytes": BASE64.encode(&file.bytes) });
    let chains = chains.iter().map(|chain| {
        let mut given = file(&chain.file);
        given["host"] = json!(chain.host);
        given["at"] = json!(chain.at.trim_end_matches('Z'));
        given
    });
    let chains: Vec<Value> = chains.collect();
    let digests = page.run(REPORTS, json!({ "bundle": file(bundle), "chains": chains }));
    serde_json::from_value(digests).expect("digests")
}

fn shared_data() -> Option<PathBuf> {
    let shared = std::env::var_os("CERTWHY_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let data = shared.join("data");
    if data.is_dir() {
        return Some(data);
    }
    println!(
        "SKIPPED: reports of real chains and bundles: no shared data at {}",
        shared.display()
    );
    None
}

fn read(data: &Path) -> (Vec<Chain>, Vec<File>) {
    let list = std::fs::read(data.join("chains/chains.json")).expect("the list of chains");
    let list: Value = serde_json::from_slice(&list).expect("JSON");
    let file = |folder: &str, name: &str| {
        let path = data.join(folder).join(name);
        File::new(name, std::fs::read(&path).expect("a file of the list"))
    };
    let rows = list["chains"].as_array().expect("chains");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let chains = rows.iter().map(|row| Chain {
        file: file("chains", &text(&row["file"])),
        host: text(&row["host"]),
        at: text(&row["time"]),
    });
    let bundles = rows[0]["verdicts"].as_object().expect("bundles").keys();
    (
        chains.collect(),
        bundles.map(|name| file("bundles", name)).collect(),
    )
}
