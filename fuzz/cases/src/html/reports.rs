//! Answers about certificates whose names are any text, for any host and with any error text.

use super::{assert_nothing_acts, check, lang};
use crate::mock::{HOST, client, options, question};
use arbitrary::{Result, Unstructured};
use certwhy::certificate::ServerName;
use certwhy::explain::{Purpose, Supplied, explain};
use certwhy::input::Passwords;
use certwhy::known::KnownRoots;
use certwhy::location::SourceName;
use certwhy::render::json;
use certwhy::text;
use test_pki::der::implicit;
use test_pki::{Certified, Extension, Key, Name, StringForm, ca, leaf, pem_bundle};

/// One input.
pub(super) fn run(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    // Too few bytes are no input.
    let _enough = report(&mut bytes);
}

fn report(bytes: &mut Unstructured<'_>) -> Result<()> {
    let lang = lang(bytes);
    let number = bytes.arbitrary()?;
    let shape = bytes.arbitrary::<u8>()?;
    let text: String = bytes.arbitrary()?;
    let host: String = bytes.arbitrary()?;
    let error: Vec<u8> = bytes.arbitrary()?;
    let source: String = bytes.arbitrary()?;
    let chain = Chain::named(&text);
    let (sent, trusted) = chain.sides(shape);
    let input = |purpose, bytes: &[u8]| {
        let name = SourceName::new(source.clone());
        Supplied::read_with(purpose, (&name, bytes), &Passwords::default()).examined(bytes)
    };
    let inputs = [
        input(Purpose::Chain, pem_bundle(sent).as_bytes()),
        input(Purpose::Bundle, pem_bundle(trusted).as_bytes()),
        input(Purpose::ErrorText, &error),
    ];
    let known = KnownRoots::from_certificates([chain.root.der().to_vec()]);
    let mut options = options(&known, client(number), &question(HOST));
    if let Ok(host) = ServerName::parse(&host) {
        options.host = Some(host);
    }
    let report = explain(&inputs, &options);
    check(&text::write(lang, &report));
    let written = json(&report, lang);
    assert_nothing_acts(&written);
    let read: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    assert!(read.get("schema").is_some());
    Ok(())
}

/// A root, an intermediate and a server's certificate of such names.
struct Chain {
    root: Certified,
    namesake: Certified,
    issuing: Certified,
    server: Certified,
}

impl Chain {
    fn named(text: &str) -> Self {
        let name = |role: &str| {
            Name::new()
                .with_o(text)
                .with("2.5.4.11", StringForm::Bmp, text)
                .with_cn(&format!("{role} {text}"))
        };
        let root = ca(name("Root"))
            .key(Key::p256("hostile root"))
            .self_signed();
        let namesake = root
            .template()
            .clone()
            .key(Key::p256("another"))
            .self_signed();
        let issuing = ca(name("CA"))
            .key(Key::p256("hostile issuing"))
            .issued_by(&root);
        let names = [HOST, text].map(|name| implicit(2, name.as_bytes()));
        let server = leaf(HOST)
            .subject(name("Server"))
            .no_san()
            .extension(Extension::alternative_names(names))
            .issued_by(&issuing);
        Self {
            root,
            namesake,
            issuing,
            server,
        }
    }

    /// What is sent and what is trusted.
    fn sides(&self, shape: u8) -> (Vec<&Certified>, Vec<&Certified>) {
        let Self {
            root,
            namesake,
            issuing,
            server,
        } = self;
        let sent = match shape % 4 {
            0 => vec![server, issuing],
            1 => vec![server],
            2 => vec![server, issuing, root],
            _ => vec![root, issuing, server],
        };
        let trusted = match shape / 4 % 4 {
            0 => vec![root],
            1 => vec![namesake],
            2 => vec![issuing],
            _ => vec![],
        };
        (sent, trusted)
    }
}
