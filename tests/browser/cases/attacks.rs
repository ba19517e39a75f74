//! Hostile inputs: the page never stands still, says at once that it works, stops when told to, and is as new after that.

use crate::browser::Browser;
use crate::page::{File, Page};
use crate::samples;
use data_encoding::BASE64;
use serde_json::{Value, json};
use test_pki::graph::{FAMILIES, Family, Graph};
use test_pki::{Certified, pem_bundle};

/// For how long the page may stand still, in milliseconds.
const STILL: f64 = 50.0;
/// Within how many milliseconds the page says that it works. The aim is 100; a picture of the page must be due first.
const SIGN: f64 = 200.0;
/// Within how many milliseconds it can be used again.
const FRESH: f64 = 1_000.0;
/// So often each is tried. What the page does takes at least as long as it would alone on the machine, so that the best of
/// several tries is the nearest to the truth.
const TRIES: usize = 10;
/// So many times the longest wait of a task that does nothing, just before, are allowed where that is more: a machine
/// on which nothing gets its turn in time says nothing about the page.
const WAITS: f64 = 3.0;
/// For how many milliseconds an answer is awaited before the work is cancelled.
const PATIENCE: u32 = 3_000;

/// What the page makes itself.
const MADE: [&str; 11] = [
    "junk",
    "too much",
    "false certificates",
    "one line",
    "a million lines",
    "a million headers",
    "deep",
    "deep octet strings",
    "a thousand files",
    "a long text, pasted",
    "error texts",
];

/// Of these families, ten times as many certificates. Those of the others do not fit into a file that the page takes, or
/// take minutes to make.
const TENFOLD: [&str; 5] = [
    "mesh",
    "mesh-without-anchor",
    "layers",
    "layers-without-anchor",
    "constraints",
];

/// Files that are no certificates, or hold far too many.
pub(super) fn files(page: &Page<'_>) {
    let mut faults: Vec<String> = MADE
        .iter()
        .flat_map(|name| attack(page, name, &[]))
        .collect();
    let bundle = samples::roots(150).bytes.repeat(100);
    faults.extend(attack(
        page,
        "20 MB of roots",
        &[File::new("bundle.pem", bundle)],
    ));
    assert_eq!(faults, [""; 0]);
}

/// Hostile key stores: a number of rounds that takes seconds, one that takes days, and names that try to be elements.
pub(super) fn key_stores(page: &Page<'_>) {
    let mut faults = Vec::new();
    for (name, rounds) in [
        ("seconds of rounds", 7_000_000),
        ("days of rounds", u32::MAX),
    ] {
        let store = samples::key_store(samples::HOSTILE[0], Some(rounds));
        faults.extend(attack_for(page, (name, 700), &[store]));
    }
    for text in samples::HOSTILE {
        let store = samples::key_store(text, None);
        faults.extend(attack(page, "a key store with hostile names", &[store]));
    }
    for text in samples::HOSTILE {
        let store = samples::key_store(&text.repeat(2_000), None);
        faults.extend(attack(page, "a key store with long names", &[store]));
    }
    assert_eq!(faults, [""; 0]);
}

/// Hostile PKIs.
pub(super) fn graphs(page: &Page<'_>) {
    let sized = FAMILIES.iter().map(|family| (family, family.size));
    attack_graphs(page, sized);
}

/// The same, ten times as large.
pub(super) fn tenfold_graphs(page: &Page<'_>) {
    let chosen = FAMILIES
        .iter()
        .filter(|family| TENFOLD.contains(&family.name));
    attack_graphs(page, chosen.map(|family| (family, family.tenfold)));
}

fn attack_graphs<'f>(page: &Page<'_>, graphs: impl Iterator<Item = (&'f Family, usize)>) {
    page.fill(test_pki::graph::HOST, test_pki::graph::NOW);
    let mut faults = Vec::new();
    for (family, size) in graphs {
        let Graph { chain, bundle, .. } = (family.make)(size);
        let pem = |certificates: &[Certified]| pem_bundle(certificates.iter().map(Certified::der));
        let files = [
            File::new("chain.pem", pem(&chain)),
            File::new("bundle.pem", pem(&bundle)),
        ];
        faults.extend(attack(page, &format!("{} ({size})", family.name), &files));
    }
    assert_eq!(faults, [""; 0]);
}

/// Drops one, and lists what is wrong with how the page takes it, also at the best of several tries.
fn attack(page: &Page<'_>, name: &str, files: &[File]) -> Vec<String> {
    attack_for(page, (name, PATIENCE), files)
}

/// The same, cancelled after so many milliseconds.
fn attack_for(page: &Page<'_>, attack: (&str, u32), files: &[File]) -> Vec<String> {
    let (name, _) = attack;
    let files: Vec<Value> = files
        .iter()
        .map(|file| json!({ "name": file.name, "bytes": BASE64.encode(&file.bytes) }))
        .collect();
    page.run("T.attacked = args;", json!(files));
    let mut best = [f64::INFINITY; LIMITS.len()];
    let mut left = false;
    for _ in 0..TRIES {
        let seen = dropped(page, attack);
        left |= seen["left"] != Value::Null;
        let wait = number(&seen, "/quiet/gap") * WAITS;
        for (best, (_, place, most)) in best.iter_mut().zip(LIMITS) {
            let found = number(&seen, place);
            // What is no more than the machine's own waits is as good as the limit.
            *best = best.min(if found <= wait {
                found.min(most)
            } else {
                found
            });
        }
        if best
            .iter()
            .zip(LIMITS)
            .all(|(best, (.., most))| *best <= most)
        {
            break;
        }
    }
    let faults = best
        .iter()
        .zip(LIMITS)
        .filter(|(best, (.., most))| *best > most);
    let faults = faults.map(|(best, (what, ..))| format!("{name}: {what} {best:.0} ms"));
    let left = left.then(|| format!("{name}: an old answer is left"));
    faults.chain(left).collect()
}

/// What is measured, where it stands in what the page returns, and the limit in milliseconds.
const LIMITS: [(&str, &str, f64); 4] = [
    ("still", "/blocked/blocked", STILL),
    ("still while clearing", "/clearing/blocked", STILL),
    ("sign", "/sign", SIGN),
    ("fresh", "/fresh", FRESH),
];

fn number(seen: &Value, place: &str) -> f64 {
    // A value that is not there is no good one.
    seen.pointer(place)
        .and_then(Value::as_f64)
        .unwrap_or(f64::INFINITY)
}

fn dropped(page: &Page<'_>, (name, patience): (&str, u32)) -> Value {
    let arguments = json!({ "name": name, "patience": patience });
    let mut seen = page.run(include_str!("../attack.js"), arguments);
    if page.session.browser == Browser::Firefox {
        // Its clock is rounded to milliseconds, at both ends.
        for place in ["/blocked/blocked", "/clearing/blocked"] {
            let exact = json!((number(&seen, place) - 2.0).max(0.0));
            if let Some(value) = seen.pointer_mut(place) {
                *value = exact;
            }
        }
    }
    println!(
        "measured: {} {name}: {} after {:.0} ms, sign after {:.0} ms, still for {:.0} ms (idle {:.0} ms), clearing {:.0} ms, fresh after {:.0} ms",
        page.session.browser.name(),
        seen["outcome"].as_str().unwrap_or_default(),
        number(&seen, "/took"),
        number(&seen, "/sign"),
        number(&seen, "/blocked/blocked"),
        number(&seen, "/quiet/gap"),
        number(&seen, "/clearing/blocked"),
        number(&seen, "/fresh"),
    );
    seen
}
