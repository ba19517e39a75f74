//! What the cases give to the page: files of this repository, and certificates of the mock PKI.

use crate::page::File;
use test_pki::{Certified, Name, ca, leaf, pem_bundle};

/// The host and the time of [`old_bundle`] and [`s3_chain`].
pub(crate) const S3: (&str, &str) = ("s3.amazonaws.com", "2024-01-15T12:00:00Z");

/// The bundle of 2012, which lacks the root of the chain.
pub(crate) fn old_bundle() -> File {
    let text = include_str!("../../examples/old-bundle.pem");
    // Without its comments, so that what a link brings back is the same octet for octet.
    File::new("bundle.pem", pem_lines(text))
}

/// How many faults [`damaged_bundle`] has.
pub(crate) const FAULTS: usize = 2;

/// The same bundle as an editor and a careless script leave it: a character that nobody sees within a certificate, and
/// two certificates without a line's end between them.
pub(crate) fn damaged_bundle() -> File {
    let text = String::from_utf8(old_bundle().bytes).expect("PEM");
    let unseen = text.replacen("MII", "MI\u{200b}I", 1);
    let at = unseen.rfind("\n-----BEGIN").expect("a last certificate");
    let (before, last) = unseen.split_at(at);
    File::new("bundle.pem", format!("{before}{}", last.trim_start()))
}

/// What S3 sent in January 2024.
pub(crate) fn s3_chain() -> File {
    let text = include_str!("../../examples/s3-chain-2024-01.pem");
    File::new("chain.pem", pem_lines(text))
}

/// The root that is missing: Starfield Services Root Certificate Authority - G2, as its certificate policy names it.
pub(crate) const MISSING_SHA1: &str = "925a8f8d2c6d04e0665f596aff22d863e8256f3f";

fn pem_lines(text: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in text.lines() {
        inside |= line.starts_with("-----BEGIN");
        if inside {
            kept.push_str(line);
            kept.push('\n');
        }
        inside &= !line.starts_with("-----END");
    }
    kept
}

/// What tries to leave its place in a page.
pub(crate) const HOSTILE: &[&str] = &[
    "<img src=x onerror=\"window.owned=1\">",
    "</script><script>window.owned=1</script>",
    "\"><svg onload=window.owned=1><iframe srcdoc=x>",
    "javascript:window.owned=1",
    "\u{202e}elpmaxe.kcom\u{202c}\u{2066}isolate\u{2069}\u{200e}",
];

/// A root that nobody knows and a chain under it, with this text in every name; the bundle holds another such root.
pub(crate) fn hostile(text: &str) -> [File; 2] {
    let name = |role: &str| {
        Name::new()
            .with_o(text)
            .with_ou(text)
            .with_cn(&format!("{role} {text}"))
    };
    let root = ca(name("Root")).self_signed();
    let other = ca(name("Other")).self_signed();
    let intermediate = ca(name("CA")).issued_by(&root);
    let server = leaf("www.mock.example")
        .subject(name("Server"))
        .issued_by(&intermediate);
    let pem = |all: &[&Certified]| pem_bundle(all.iter().map(|one| one.der()));
    // The names of files are as hostile; a browser keeps no separator in one.
    let name = text.replace('/', "");
    [
        File::new(&format!("{name}.chain.pem"), pem(&[&server, &intermediate])),
        File::new(&format!("{name}.bundle.pem"), pem(&[&other])),
    ]
}

/// What a key holds, to be looked for where it must not be.
pub(crate) const SECRET: &str = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA";

/// A private key, in lines of its own.
pub(crate) fn private_key() -> String {
    format!(
        "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEG\n{SECRET}\n-----END PRIVATE KEY-----\n"
    )
}

/// The 150 roots that were known first, of whatever key.
pub(crate) fn roots(count: usize) -> File {
    let known = certwhy::known::KnownRoots::built_in();
    let ders: Vec<Vec<u8>> = known
        .iter()
        .filter_map(|root| Some(root.der()?.to_vec()))
        .take(count)
        .collect();
    assert_eq!(ders.len(), count);
    File::new("cacert.pem", pem_bundle(ders.iter().map(Vec::as_slice)))
}
