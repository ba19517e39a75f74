//! Any bytes as the value of each extension that is known, in a certificate that is sound otherwise; and a sound
//! certificate with any bytes changed. Everything is asked about it: parsing, all checks of all clients, the whole answer.

use crate::mock::{HOST, client, encoded, options, pem_input, question};
use arbitrary::{Result, Unstructured};
use certwhy::certificate::Certificate;
use certwhy::client::profiles;
use certwhy::explain::{Purpose, explain};
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::path::{decide, search};
use certwhy::render::{html_fragment, json, markdown};
use certwhy::signature::{Memo, RustCrypto};
use certwhy::store::Store;
use certwhy::text;
use certwhy::verdict::judge;
use test_pki::{Certified, Criticality, Extension, Template, ca, leaf};

/// Extensions of RFC 5280, of the CA/Browser Forum and of programs, and one that nobody knows.
const KNOWN: &[&str] = &[
    "2.5.29.9",
    "2.5.29.14",
    "2.5.29.15",
    "2.5.29.16",
    "2.5.29.17",
    "2.5.29.18",
    "2.5.29.19",
    "2.5.29.30",
    "2.5.29.31",
    "2.5.29.32",
    "2.5.29.33",
    "2.5.29.35",
    "2.5.29.36",
    "2.5.29.37",
    "2.5.29.46",
    "2.5.29.54",
    "1.3.6.1.5.5.7.1.1",
    "1.3.6.1.5.5.7.1.3",
    "1.3.6.1.5.5.7.1.11",
    "1.3.6.1.5.5.7.1.24",
    "1.3.6.1.4.1.11129.2.4.2",
    "1.3.6.1.4.1.11129.2.4.3",
    "2.16.840.1.113730.1.1",
    "1.3.6.1.4.1.99999.7",
];
/// The most extensions of one certificate, and changes to it.
const MOST: u8 = 4;

/// One input.
pub fn run(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    // Too few bytes are no input.
    if let Ok(chain) = chain(&mut bytes) {
        let number = bytes.arbitrary().unwrap_or(0);
        examine(&chain, number);
    }
}

/// The server's certificate, its issuer and the root.
type Chain = [Vec<u8>; 3];

fn chain(bytes: &mut Unstructured<'_>) -> Result<Chain> {
    let marked = bytes.int_in_range(0..=2_u8)?;
    let mut extended = |template: Template, place: u8| {
        if place == marked {
            with_extensions(template, bytes)
        } else {
            Ok(template)
        }
    };
    let root = extended(ca("Mock Root"), 2)?.self_signed();
    let issuing = extended(ca("Mock Issuing"), 1)?.issued_by(&root);
    let server = extended(leaf(HOST), 0)?.issued_by(&issuing);
    let mut chain = [server, issuing, root].map(|made: Certified| made.der().to_vec());
    if bytes.ratio(1, 4)?
        && let Some(der) = chain.get_mut(usize::from(marked))
    {
        change(der, bytes)?;
    }
    Ok(chain)
}

fn with_extensions(mut template: Template, bytes: &mut Unstructured<'_>) -> Result<Template> {
    for _ in 0..bytes.int_in_range(1..=MOST)? {
        let oid = bytes.choose(KNOWN)?;
        let criticality = if bytes.arbitrary()? {
            Criticality::Critical
        } else {
            Criticality::NonCritical
        };
        let value: Vec<u8> = bytes.arbitrary()?;
        // Those that come with the template would make every one of these a second.
        if bytes.ratio(3, 4)? {
            template = bare(template, oid);
        }
        template = template.extension(Extension::new(oid, criticality, value));
    }
    Ok(template)
}

/// The template without an extension that it writes by itself.
fn bare(template: Template, oid: &str) -> Template {
    match oid {
        "2.5.29.14" => template.subject_key_id(test_pki::KeyId::Absent),
        "2.5.29.15" => template.key_usage([]),
        "2.5.29.17" => template.no_san(),
        "2.5.29.19" => template.basic_constraints(test_pki::BasicConstraints::Absent),
        "2.5.29.35" => template.authority_key_id(test_pki::AuthorityKeyId::Absent),
        "2.5.29.37" => template.extended_key_usage([]),
        _ => template,
    }
}

/// Changes octets anywhere.
fn change(der: &mut [u8], bytes: &mut Unstructured<'_>) -> Result<()> {
    for _ in 0..bytes.int_in_range(1..=MOST)? {
        let at = bytes.choose_index(der.len())?;
        let value = bytes.arbitrary()?;
        if let Some(octet) = der.get_mut(at) {
            *octet = value;
        }
    }
    Ok(())
}

fn examine(chain: &Chain, number: u8) {
    let [server, issuing, root] = chain;
    for der in chain {
        if let Ok(certificate) = Certificate::parse(der) {
            assert_eq!(certificate.as_der(), der.as_slice());
        }
    }
    let question = question(HOST);
    let sent = [server, issuing];
    let store = Store::build(encoded(&sent), encoded(&[root]));
    let memo = Memo::new(&RustCrypto);
    for profile in profiles() {
        let found = search(&store, &question, &profile.policy, &memo);
        let decided = decide(&store, &question, &profile.policy, &memo);
        assert_eq!(judge(&found), judge(&decided), "{}", profile.id);
        let _words = profile.dialect.error(&question, &found);
    }
    let known = KnownRoots::from_certificates([root.clone()]);
    let inputs = [
        pem_input(Purpose::Chain, &sent),
        pem_input(Purpose::Bundle, &[root]),
    ];
    let report = explain(&inputs, &options(&known, client(number), &question));
    for lang in [Lang::En, Lang::Ja] {
        let doc = text::write(lang, &report);
        assert!(!html_fragment(&doc).is_empty() && !markdown(&doc).is_empty());
    }
    let written = json(&report, Lang::En);
    let read: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    assert!(read.get("schema").is_some());
}
