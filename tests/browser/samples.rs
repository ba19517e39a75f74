//! What the cases give to the page: files of this repository, and certificates of the mock PKI.

use crate::page::File;
use test_pki::der::{oid, sequence, tlv};
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

/// A PKCS #12 store (RFC 7292) without encryption, in which this text is the name of two roots; with so many rounds for its
/// integrity, or with none.
pub(crate) fn key_store(text: &str, rounds: Option<u32>) -> File {
    let data = |content: Vec<u8>| {
        let content = tlv(0xa0, &tlv(0x04, &content));
        sequence([oid("1.2.840.113549.1.7.1"), content])
    };
    let bag = |role: &str| {
        let root = ca(Name::new().with_cn(&format!("{role} {text}"))).self_signed();
        let certificate = tlv(0xa0, &tlv(0x04, root.der()));
        let certificate = sequence([oid("1.2.840.113549.1.9.22.1"), certificate]);
        let name: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let name = tlv(0x31, &tlv(0x1e, &name));
        let name = tlv(0x31, &sequence([oid("1.2.840.113549.1.9.20"), name]));
        sequence([
            oid("1.2.840.113549.1.12.10.1.3"),
            tlv(0xa0, &certificate),
            name,
        ])
    };
    let safe = sequence([data(sequence([bag("First"), bag("Second")]))]);
    let mut parts = vec![tlv(0x02, &[3]), data(safe)];
    if let Some(rounds) = rounds {
        let digest = sequence([oid("2.16.840.1.101.3.4.2.1"), tlv(0x05, &[])]);
        let digest = sequence([digest, tlv(0x04, &[0; 32])]);
        let rounds = [&[0], &rounds.to_be_bytes()[..]].concat();
        parts.push(sequence([digest, tlv(0x04, &[7; 8]), tlv(0x02, &rounds)]));
    }
    // The names of files are as hostile; a browser keeps no separator in one.
    let name: String = text.chars().filter(|one| *one != '/').take(60).collect();
    File::new(&format!("{name}.p12"), sequence(parts))
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
