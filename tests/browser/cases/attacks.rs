//! Hostile inputs: the page never stands still, says at once that it works, stops when told to, and is as new after that.

use crate::browser::Browser;
use crate::page::{File, Page};
use crate::samples;
use data_encoding::BASE64;
use serde_json::{Value, json};
use test_pki::graph::{FAMILIES, Graph};
use test_pki::{Certified, pem_bundle};

/// For how long the page may stand still, in milliseconds. The aim is 50, and what is measured is printed; a machine that
/// is busy with other things is to fail only where something is wrong.
const STILL: f64 = 150.0;
/// The same for inputs whose answer is so long that laying it out takes the browser longer than the aim allows.
const STILL_AT_LENGTH: f64 = 3_000.0;
/// These inputs.
const AT_LENGTH: [&str; 3] = ["false certificates", "a million headers", "20 MB of roots"];
/// Within how many milliseconds the page says that it works. The aim is 100.
const SIGN: f64 = 300.0;
/// Within how many milliseconds it can be used again.
const FRESH: f64 = 1_000.0;

/// What the page makes itself.
const MADE: [&str; 8] = [
    "junk",
    "too much",
    "false certificates",
    "one line",
    "a million lines",
    "a million headers",
    "deep",
    "deep octet strings",
];

/// Files that are no certificates, or hold far too many.
pub(super) fn files(page: &Page<'_>) {
    let faults: Vec<String> = MADE
        .iter()
        .flat_map(|name| attack(page, name, &[]))
        .collect();
    let bundle = samples::roots(150).bytes.repeat(100);
    let large = attack(page, "20 MB of roots", &[File::new("bundle.pem", bundle)]);
    let faults: Vec<String> = faults.into_iter().chain(large).collect();
    assert_eq!(faults, [""; 0]);
}

/// Hostile PKIs.
pub(super) fn graphs(page: &Page<'_>) {
    page.fill(test_pki::graph::HOST, test_pki::graph::NOW);
    let mut faults = Vec::new();
    for family in FAMILIES {
        let Graph { chain, bundle, .. } = (family.make)(family.size);
        let pem = |certificates: &[Certified]| pem_bundle(certificates.iter().map(Certified::der));
        let files = [
            File::new("chain.pem", pem(&chain)),
            File::new("bundle.pem", pem(&bundle)),
        ];
        faults.extend(attack(page, family.name, &files));
    }
    assert_eq!(faults, [""; 0]);
}

/// Drops one, and lists what is wrong with how the page takes it.
fn attack(page: &Page<'_>, name: &str, files: &[File]) -> Vec<String> {
    let files: Vec<Value> = files
        .iter()
        .map(|file| json!({ "name": file.name, "bytes": BASE64.encode(&file.bytes) }))
        .collect();
    let arguments = json!({ "name": name, "files": files, "patience": 3_000 });
    let seen = page.run(include_str!("../attack.js"), arguments);
    let number = |place: &str| {
        seen.pointer(place)
            .and_then(Value::as_f64)
            .unwrap_or(f64::NAN)
    };
    let slow = number("/quiet/gap") * 3.0;
    let limit = |usual: f64| usual.max(slow);
    println!(
        "measured: {} {name}: {} after {:.0} ms, sign after {:.0} ms, still for {:.0} ms (idle {:.0} ms), clearing {:.0} ms, fresh after {:.0} ms",
        page.session.browser.name(),
        seen["outcome"].as_str().unwrap_or_default(),
        number("/took"),
        number("/sign"),
        number("/blocked/blocked"),
        number("/quiet/gap"),
        number("/clearing/blocked"),
        number("/fresh"),
    );
    let still = if AT_LENGTH.contains(&name) {
        STILL_AT_LENGTH
    } else {
        STILL
    };
    let mut faults = Vec::new();
    for (what, found, most) in [
        ("still", number("/blocked/blocked"), limit(still)),
        (
            "still while clearing",
            number("/clearing/blocked"),
            limit(still),
        ),
        ("sign", number("/sign"), limit(SIGN)),
        ("fresh", number("/fresh"), limit(FRESH)),
    ] {
        // A timer of Firefox is rounded.
        let rounding = if page.session.browser == Browser::Firefox {
            2.0
        } else {
            0.0
        };
        if found.is_nan() || found > most + rounding {
            faults.push(format!("{name}: {what} {found:.0} ms"));
        }
    }
    if seen["left"] != Value::Null {
        faults.push(format!("{name}: an old answer is left"));
    }
    faults
}
