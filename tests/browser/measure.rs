//! How long it takes, in Chromium. Printed, not asserted: a busy machine is not a fault.

use crate::browser::{Browser, Driver};
use crate::page::{File, Page};
use crate::relay::Served;
use crate::samples;
use crate::session::Session;
use crate::world::{Document, Place, page};
use data_encoding::BASE64;
use serde_json::{Value, json};

/// From the drop until the verdict is laid out, in milliseconds; several times.
const DROPS: &str = "
    const times = [];
    for (let round = 0; round < 12; round += 1) {
        await T.act(() => T.press('clear'));
        T.set('host', args.host);
        T.set('at', args.at);
        const answer = document.getElementById('answer');
        const shown = new Promise((done) => {
            const observer = new MutationObserver(() => {
                if (T.verdict() !== null) {
                    observer.disconnect();
                    answer.getBoundingClientRect();
                    done(performance.now());
                }
            });
            observer.observe(answer, { childList: true, attributes: true });
        });
        const transfer = T.transfer(args.files);
        const started = performance.now();
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
        times.push(await shown - started);
        await T.sleep(200);
    }
    return times;";

/// From the beginning of the navigation until the page takes what is dropped on it, in milliseconds.
const INTERACTIVE: &str = "
    const watch = setInterval(() => {
        const over = new DragEvent('dragover', { bubbles: true, cancelable: true });
        document.body?.dispatchEvent(over);
        if (over.defaultPrevented) {
            window.interactiveAt = performance.now();
            clearInterval(watch);
        }
    }, 10);";

pub(crate) fn run(served: &Served) {
    let driver = match Driver::start(Browser::Chromium) {
        Ok(driver) => driver,
        Err(reason) => {
            println!("SKIPPED: measurements: {reason}");
            return;
        }
    };
    let place = Place::new(Browser::Chromium, Document::Served);
    let session = Session::start(&driver, &place.0);
    let page = page(&session, (Document::Served, served));
    drops(&page);
    interactive(&page);
}

fn drops(page: &Page<'_>) {
    page.open();
    let file = |file: File| json!({ "name": file.name, "bytes": BASE64.encode(&file.bytes) });
    let files = [file(samples::roots(150)), file(samples::s3_chain())];
    let arguments = json!({ "files": files, "host": samples::S3.0, "at": samples::S3.1 });
    let times = page.run(DROPS, arguments);
    let mut times: Vec<f64> = times
        .as_array()
        .expect("times")
        .iter()
        .filter_map(Value::as_f64)
        .collect();
    let first = times.remove(0);
    times.sort_by(f64::total_cmp);
    println!(
        "measured: from drop to verdict, 150 roots and a chain of 4: first {first:.0} ms, then median {:.0} ms, worst {:.0} ms",
        times[times.len() / 2],
        times[times.len() - 1]
    );
}

fn interactive(page: &Page<'_>) {
    let session = page.session;
    session.cdp(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": INTERACTIVE }),
    );
    session.cdp("Network.enable", &json!({}));
    session.cdp(
        "Network.setCacheDisabled",
        &json!({ "cacheDisabled": true }),
    );
    // A laptop that is four times slower; then also a phone's network, in octets a second.
    let networks = [
        ("no network to speak of", 0, -1),
        ("150 ms and 200 kB/s, uncompressed", 150, 200_000),
    ];
    for (name, latency, rate) in networks {
        let network = json!({ "offline": false, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate });
        session.cdp("Network.emulateNetworkConditions", &network);
        session.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }));
        page.open();
        let at = page
            .value("window.interactiveAt")
            .as_f64()
            .unwrap_or(f64::NAN);
        println!(
            "measured: interactive after {at:.0} ms with the processor four times slower, {name}"
        );
    }
}
