use super::*;
use crate::client::Client;
use crate::explain::{Options, Purpose, explain};
use crate::input::recognise;
use crate::known::KnownRoots;
use crate::location::SourceName;
use crate::moment::Moment;
use crate::testing::{HOST, NOW, sound};
use sha2::{Digest, Sha256};

fn supplied(purpose: Purpose, bytes: &[u8]) -> Supplied {
    Supplied {
        purpose,
        recognised: recognise(&SourceName::new("test.pem"), bytes),
        file_sha256: Some(Sha256::digest(bytes).into()),
    }
}

struct Answer {
    inputs: Vec<Supplied>,
    report: Report,
}

impl Answer {
    fn to(inputs: Vec<Supplied>, known: &KnownRoots) -> Self {
        let options = Options {
            host: crate::certificate::ServerName::parse(HOST).ok(),
            at: Moment::parse(NOW).unwrap(),
            client: Client::default(),
            others: Vec::new(),
            known,
            environment: crate::environment::Environment::default(),
        };
        let report = explain(&inputs, &options);
        Self { inputs, report }
    }

    fn file(&self, download: Download) -> Option<File> {
        file(
            download,
            &Context {
                report: &self.report,
                inputs: &self.inputs,
                lang: Lang::En,
            },
        )
    }

    fn has(&self, download: Download) -> bool {
        self.file(download).is_some()
    }
}

/// A server whose root the bundle lacks; the bundle holds another root.
fn missing_root(bundle: &str) -> (Answer, crate::testing::Trio) {
    let trio = sound();
    let known = KnownRoots::from_certificates([trio.root.der().to_vec()]);
    let chain = trio.leaf.pem() + &trio.middle.pem();
    let inputs = vec![
        supplied(Purpose::Bundle, bundle.as_bytes()),
        supplied(Purpose::Chain, chain.as_bytes()),
    ];
    (Answer::to(inputs, &known), trio)
}

fn other_root() -> String {
    test_pki::ca("Another Root").self_signed().pem()
}

#[test]
fn names_lead_back() {
    for download in Download::ALL {
        assert_eq!(Download::named(download.as_str()), Some(download));
    }
    assert_eq!(Download::named("bundle"), None);
}

#[test]
fn the_missing_root_in_every_form() {
    let (answer, trio) = missing_root(&other_root());
    let slug = text::file_name(&crate::testing::parsed(&trio.root)).replace(".pem", "");
    let pem = answer.file(Download::RootPem).unwrap();
    assert_eq!(
        (pem.name, pem.bytes),
        (format!("{slug}.pem"), trio.root.pem().into_bytes())
    );
    let der = answer.file(Download::RootDer).unwrap();
    assert_eq!(
        (der.name, der.bytes.as_slice()),
        (format!("{slug}.cer"), trio.root.der())
    );
    let script = answer.file(Download::Script).unwrap();
    assert_eq!(script.name, format!("import-{slug}.ps1"));
}

#[test]
fn the_repaired_bundle_holds_both_and_is_trusted() {
    let (answer, trio) = missing_root(&other_root());
    let repaired = answer.file(Download::RepairedBundle).unwrap();
    let read = recognise(&SourceName::new("new-bundle.pem"), &repaired.bytes);
    assert_eq!(read.notes, []);
    assert_eq!(read.certificates().count(), 2);
    assert_eq!(read.certificates().last().unwrap().0, trio.root.der());
}

/// What is offered for which inputs.
#[test]
fn nothing_is_offered_that_helps_nobody() {
    let trio = sound();
    let known = KnownRoots::from_certificates([trio.root.der().to_vec()]);
    let unknown =
        KnownRoots::from_certificates([test_pki::ca("Unrelated").self_signed().der().to_vec()]);
    let chain = trio.leaf.pem() + &trio.middle.pem();
    let cut: String = other_root().split_inclusive('\n').take(4).collect();
    let damaged = other_root() + &cut;
    let intact = other_root();
    // The bundle, whether the chain is there, the known roots; the repaired bundle, the root.
    for (bundle, with_chain, known, repaired, root) in [
        (&intact, true, &known, true, true),
        (&intact, true, &unknown, false, false),
        (&intact, false, &known, false, false),
        (&damaged, false, &known, true, false),
        (&damaged, true, &unknown, false, false),
        (&trio.root.pem(), true, &known, false, false),
        (&(trio.root.pem() + &cut), true, &known, true, false),
        (&"\u{feff}".to_owned(), false, &known, false, false),
        (&"<html></html>".to_owned(), true, &known, false, true),
    ] {
        let mut inputs = vec![supplied(Purpose::Bundle, bundle.as_bytes())];
        inputs.extend(with_chain.then(|| supplied(Purpose::Chain, chain.as_bytes())));
        let answer = Answer::to(inputs, known);
        let told = format!("{bundle} {with_chain}");
        assert_eq!(answer.has(Download::RepairedBundle), repaired, "{told}");
        for kind in [Download::RootPem, Download::RootDer, Download::Script] {
            assert_eq!(answer.has(kind), root, "{told}");
        }
        for kind in [
            Download::ReportHtml,
            Download::ReportMarkdown,
            Download::ReportJson,
        ] {
            assert!(answer.has(kind), "{told}");
        }
    }
    let chain_alone = Answer::to(vec![supplied(Purpose::Chain, chain.as_bytes())], &unknown);
    assert!(!chain_alone.has(Download::RepairedBundle));
}

/// A key store stays one, with its password: whatever reads it could not read PEM.
#[test]
fn a_key_store_stays_one() {
    let trio = sound();
    let known = KnownRoots::from_certificates([trio.root.der().to_vec()]);
    let chain = trio.leaf.pem() + &trio.middle.pem();
    let stores: [(&[u8], _); 2] = [
        (
            include_bytes!("../../../tests/integration/containers/keytool.p12"),
            "new-bundle.p12",
        ),
        (
            include_bytes!("../../../tests/integration/containers/roots.jceks"),
            "",
        ),
    ];
    for (store, name) in stores {
        let inputs = vec![
            supplied(Purpose::Bundle, store),
            supplied(Purpose::Chain, chain.as_bytes()),
        ];
        let answer = Answer::to(inputs, &known);
        assert_eq!(answer.has(Download::RepairedBundle), !name.is_empty());
        let Some(file) = answer.file(Download::RepairedBundle) else {
            continue;
        };
        let read = recognise(&SourceName::new(file.name.as_str()), &file.bytes);
        assert_eq!((file.name.as_str(), read.notes.len()), (name, 0));
        let last = read.certificates().last().map(|(der, _)| der.to_vec());
        assert_eq!(last.as_deref(), Some(trio.root.der()));
        let password = read.opened.unwrap().password.unwrap();
        assert_eq!(password.reveal(), "changeit");
    }
}

/// Of several files nobody can say which form the one should have.
#[test]
fn a_key_store_beside_another_bundle_is_left_alone() {
    let jks = [0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 0];
    let trio = sound();
    let known = KnownRoots::from_certificates([trio.root.der().to_vec()]);
    let chain = trio.leaf.pem() + &trio.middle.pem();
    let inputs = vec![
        supplied(Purpose::Bundle, other_root().as_bytes()),
        supplied(Purpose::Bundle, &jks),
        supplied(Purpose::Chain, chain.as_bytes()),
    ];
    assert!(!Answer::to(inputs, &known).has(Download::RepairedBundle));
}

/// In a file that mixes both, the server's own certificate does not become an anchor.
#[test]
fn of_a_mixture_only_the_bundle_is_repaired() {
    let trio = sound();
    let known = KnownRoots::from_certificates([trio.root.der().to_vec()]);
    let mut text: String = (0..13)
        .map(|number| {
            test_pki::ca(format!("Root {number}").as_str())
                .self_signed()
                .pem()
        })
        .collect();
    text += &(trio.leaf.pem() + &trio.middle.pem());
    let answer = Answer::to(vec![supplied(Purpose::ByContent, text.as_bytes())], &known);
    let repaired = answer.file(Download::RepairedBundle).unwrap();
    let read = recognise(&SourceName::new("new-bundle.pem"), &repaired.bytes);
    let ders: Vec<&[u8]> = read.certificates().map(|(der, _)| der).collect();
    assert_eq!(ders.len(), 14);
    assert!(!ders.contains(&trio.leaf.der()));
    assert_eq!(ders.last(), Some(&trio.root.der()));
}

#[test]
fn reports_are_those_of_the_command_line() {
    let (answer, _) = missing_root(&other_root());
    let json = answer.file(Download::ReportJson).unwrap();
    assert_eq!(json.name, "certwhy-report.json");
    assert_eq!(
        json.bytes,
        crate::render::json(&answer.report, Lang::En).into_bytes()
    );
    let page = answer.file(Download::ReportHtml).unwrap();
    assert!(page.bytes.starts_with(b"<!DOCTYPE html>"));
    let page = answer.file(Download::ReportMarkdown).unwrap();
    assert!(page.bytes.starts_with(b"# "));
}
