//! How files and texts come into the page.

use crate::page::{File, Page};
use crate::samples;
use serde_json::{Value, json};

const ERROR: &str = "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: \
                     unable to get local issuer certificate (_ssl.c:1006)";

fn assert_answered(page: &Page<'_>, verdict: &str) {
    assert!(page.is_shown("answer"), "no answer is shown");
    assert_eq!(page.verdict().as_deref(), Some(verdict));
    assert!(
        !page.text("status").is_empty(),
        "a screen reader is told nothing"
    );
    assert!(!page.is_shown("busy"));
}

pub(super) fn dropped(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::old_bundle(), samples::s3_chain()], "body");
    assert_answered(page, "not-trusted");
    let [bundle, chain] = ["bundle", "chain"].map(|place| page.cards(place));
    assert!(
        bundle.len() == 1 && bundle[0].contains("bundle.pem"),
        "{bundle:?}"
    );
    assert!(
        chain.len() == 1 && chain[0].contains("chain.pem"),
        "{chain:?}"
    );
    assert!(page.cards("error").is_empty());
    let report = page.report();
    assert_eq!(report["cause"], "missing-root");
    // A file of the same name is the file after a change.
    page.drop(&[samples::old_bundle()], "body");
    assert_eq!(page.cards("bundle").len(), 1);
    page.press("clear");
    assert!(page.cards("bundle").is_empty() && page.cards("chain").is_empty());
    assert!(!page.is_shown("answer"));
}

pub(super) fn misplaced(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::s3_chain()], "[data-slot=\"bundle\"]");
    page.drop(&[samples::old_bundle()], "[data-slot=\"error\"]");
    page.drop(&[File::new("log.txt", ERROR)], "[data-slot=\"chain\"]");
    for (place, name) in [
        ("bundle", "bundle.pem"),
        ("chain", "chain.pem"),
        ("error", "log.txt"),
    ] {
        let cards = page.cards(place);
        assert!(
            cards.len() == 1 && cards[0].contains(name),
            "{place}: {cards:?}"
        );
    }
    assert_answered(page, "not-trusted");
}

pub(super) fn alone(page: &Page<'_>) {
    page.fill("", samples::S3.1);
    page.drop(&[samples::old_bundle()], "body");
    assert!(page.is_shown("answer"));
    assert_eq!(page.report()["verdict"], Value::Null, "a bundle alone");
    page.press("clear");
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::s3_chain()], "body");
    assert_answered(page, "trusted");
    page.press("clear");
    page.paste(ERROR, "body");
    let report = page.report();
    assert_eq!(report["verdict"], "undecided", "an error text alone");
    assert!(report["error_text"].is_object());
}

pub(super) fn pasted(page: &Page<'_>) {
    let text = |file: File| String::from_utf8(file.bytes).expect("PEM");
    page.fill(samples::S3.0, samples::S3.1);
    page.paste(&text(samples::s3_chain()), "body");
    page.paste(&text(samples::old_bundle()), "h1");
    page.paste(ERROR, "#text-error");
    for place in ["bundle", "chain", "error"] {
        assert_eq!(page.cards(place).len(), 1, "{place}");
    }
    assert_answered(page, "not-trusted");
}

pub(super) fn chosen(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    let paths = [samples::old_bundle(), samples::s3_chain()].map(|file| {
        let path = page.session.folder.join(&file.name);
        std::fs::write(&path, &file.bytes).expect("a file to choose");
        path.display().to_string()
    });
    // Both through one button: content finds its place here too.
    page.session
        .value("window.T.before = window.T.posted, null");
    page.session.type_into("#file-bundle", &paths.join("\n"));
    let wait = "await T.until(() => T.posted > T.before && [...T.owed.values()].every((owed) => owed === 0), 'an answer');";
    page.run(wait, Value::Null);
    assert_eq!(page.cards("bundle").len(), 1);
    assert_eq!(page.cards("chain").len(), 1);
    assert_answered(page, "not-trusted");
}

pub(super) fn typed(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::s3_chain()], "body");
    page.session
        .value("window.T.before = window.T.posted, null");
    page.session.type_into("#text-error", ERROR);
    let wait = "await T.until(() => T.posted > T.before && [...T.owed.values()].every((owed) => owed === 0), 'an answer');";
    page.run(wait, Value::Null);
    assert_eq!(page.cards("error").len(), 1);
    // Typing into an option asks again as well.
    let host = "const host = document.getElementById('host');
        await T.act(() => { host.value = args; host.dispatchEvent(new Event('input', { bubbles: true })); });";
    page.run(host, json!("else.example"));
    assert_eq!(page.report()["cause"], "host-mismatch");
    page.run(host, json!("two words"));
    assert!(
        page.is_shown("host-problem"),
        "a name that is none is not remarked upon"
    );
}

pub(super) fn removed_and_moved(page: &Page<'_>) {
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::old_bundle(), samples::s3_chain()], "body");
    page.press("move:1:bundle");
    assert_eq!(
        (page.cards("bundle").len(), page.cards("chain").len()),
        (2, 0)
    );
    page.press("move:1:chain");
    assert_answered(page, "not-trusted");
    page.press("remove:0");
    assert_eq!(
        (page.cards("bundle").len(), page.cards("chain").len()),
        (0, 1)
    );
    assert_answered(page, "trusted");
}

/// As much as the page reads, made of what looks like certificates.
const LARGE: &str = r"
    const block = '-----BEGIN CERTIFICATE-----\n' + 'MIIB'.repeat(400) + '\n-----END CERTIFICATE-----\n';
    const piece = block.repeat(600);
    const data = new DataTransfer();
    data.items.add(new File(Array(40).fill(piece), 'large.pem'));
    const options = { bubbles: true, cancelable: true, dataTransfer: data };
    document.body.dispatchEvent(new DragEvent('drop', options));
    const busy = document.getElementById('busy');
    await T.until(() => !busy.hidden, 'the sign that the page is at work');
    T.press('cancel');
    return { busy: busy.hidden, said: document.getElementById('remark').textContent };
";

pub(super) fn cancelled(page: &Page<'_>) {
    let outcome = page.run(LARGE, Value::Null);
    assert_eq!(outcome["busy"], true);
    assert_ne!(outcome["said"], "");
    // What was cancelled can be taken away, and the page answers as before.
    assert!(page.is_shown("clear"), "nothing takes the large file away");
    page.press("clear");
    page.fill(samples::S3.0, samples::S3.1);
    page.drop(&[samples::old_bundle(), samples::s3_chain()], "body");
    assert_answered(page, "not-trusted");
}

/// The field for a password comes with the key store that needs it, and what is typed opens that.
pub(super) fn locked(page: &Page<'_>) {
    assert!(!page.is_shown("password"), "nobody asked for a password");
    let usual = include_bytes!("../../integration/containers/keytool.p12").to_vec();
    page.drop(&[File::new("usual.p12", usual)], "body");
    assert_eq!(page.report()["bundle"]["certificates"], 2);
    assert!(
        !page.is_shown("password"),
        "a usual password is not asked for"
    );
    page.press("clear");

    let secret = include_bytes!("../../integration/containers/secret.p12").to_vec();
    page.drop(&[File::new("secret.p12", secret)], "body");
    assert!(
        page.is_shown("password"),
        "there is no field for the password"
    );
    assert_eq!(page.report()["findings"][0]["code"], "password-needed");
    let password = "const field = document.getElementById('password');
        await T.act(() => { field.value = args; field.dispatchEvent(new Event('input', { bubbles: true })); });";
    page.run(password, json!("gehéim"));
    assert_eq!(page.report()["bundle"]["certificates"], 2);
    assert!(
        !page.text("answer").contains("gehéim"),
        "the password is shown"
    );
    assert!(
        page.is_shown("password"),
        "the password cannot be corrected"
    );
    page.press("clear");
    assert!(!page.is_shown("password"));
    assert_eq!(page.value("document.getElementById('password').value"), "");
}
