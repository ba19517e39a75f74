//! The engine as the page asks it.

use super::{Answer, Asked, Choice, Engine, Given, Place, Reply, Request};
use crate::lang::Lang;
use crate::render::html_text;
use crate::text::{PageWord, page_word};
use test_pki::{known_roots, pem_bundle, scenario};

/// What is answered, and the parts beside it.
fn answer(engine: &mut Engine, files: &[(Choice, &[u8])]) -> (Answer, Vec<Vec<u8>>) {
    answer_with(engine, files, "")
}

/// The same with a password.
fn answer_with(
    engine: &mut Engine,
    files: &[(Choice, &[u8])],
    password: &str,
) -> (Answer, Vec<Vec<u8>>) {
    let given = files.iter().map(|(choice, _)| Given {
        name: "file".to_owned(),
        choice: *choice,
    });
    let asked = Asked {
        given: given.collect(),
        at: "2024-06-01T12:00:00Z".to_owned(),
        lang: "en".to_owned(),
        password: password.to_owned(),
        ..Asked::default()
    };
    let parts: Vec<Vec<u8>> = files.iter().map(|(_, bytes)| bytes.to_vec()).collect();
    match engine.serve(&Request::Explain(asked), &parts) {
        (Reply::Answer(answer), parts) => (answer, parts),
        (other, _) => panic!("{other:?}"),
    }
}

/// An engine with everything that the page loads.
fn complete() -> Engine {
    let mut engine = Engine::default();
    let der = include_bytes!("../known/data/roots.der.bin").to_vec();
    engine.serve(&Request::Attach, &[der]);
    engine
}

fn says(answer: &Answer, word: PageWord) -> bool {
    answer.html.contains(&html_text(page_word(Lang::En, word)))
}

#[test]
fn a_file_that_holds_nothing_is_a_faulty_bundle_and_no_question() {
    let mut engine = complete();
    for bytes in [b"PK\x03\x04 an archive".as_slice(), b"", b"milk, bread"] {
        let (answer, _) = answer(&mut engine, &[(Choice::Nobody, bytes)]);
        assert!(says(&answer, PageWord::NextChain), "{}", answer.html);
        assert!(!answer.html.contains("cw-not-trusted"), "{}", answer.html);
    }
}

#[test]
fn without_the_right_roots_only_the_verdict_is_given() {
    let scenario = scenario("proxy-root-sent").unwrap();
    let pem = |all: &[test_pki::Certified]| {
        pem_bundle(all.iter().map(test_pki::Certified::der)).into_bytes()
    };
    let (chain, bundle) = (pem(&scenario.chain), pem(known_roots()));
    let files: [(Choice, &[u8]); 2] = [(Choice::Nobody, &chain), (Choice::Nobody, &bundle)];
    let mut partial = Engine::default();
    partial.serve(&Request::Attach, &[b"not the roots".to_vec()]);
    let (first, _) = answer(&mut partial, &files);
    let (whole, _) = answer(&mut complete(), &files);
    assert!(says(&first, PageWord::Preparing) && !says(&whole, PageWord::Preparing));
    for answer in [&first, &whole] {
        assert!(answer.html.contains("cw-verdict cw-not-trusted"));
        let places: Vec<Place> = answer.cards.iter().map(|card| card.place).collect();
        assert_eq!(places, [Place::Chain, Place::Bundle]);
    }
}

#[test]
fn the_example_s_own_roots_are_asked_and_not_listed() {
    let scenario = scenario("proxy-root-sent").unwrap();
    let chain = pem_bundle(scenario.chain.iter().map(test_pki::Certified::der));
    let table = pem_bundle(known_roots().iter().map(test_pki::Certified::der));
    let files: [(Choice, &[u8]); 2] = [
        (Choice::Nobody, chain.as_bytes()),
        (Choice::Area(Place::KnownRoots), table.as_bytes()),
    ];
    let (answer, _) = answer(&mut complete(), &files);
    assert!(answer.html.contains("MOCK"));
    assert_eq!(
        answer.cards.last().map(|card| card.place),
        Some(Place::KnownRoots)
    );
}

#[test]
fn a_key_alone_is_refused_and_its_content_comes_back_blank() {
    let key = b"-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n";
    let (answer, parts) = answer(&mut complete(), &[(Choice::Nobody, key)]);
    assert_eq!(answer.cleaned, [0]);
    let kept = String::from_utf8_lossy(&parts[0]).into_owned();
    assert!(!kept.contains("c2VjcmV0") && !answer.html.contains("c2VjcmV0"));
}

#[test]
fn what_is_refused_is_not_counted() {
    let wide: Vec<u8> = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let key = [&[0xff, 0xfe], &*wide].concat();
    let bundle = pem_bundle(known_roots().iter().map(test_pki::Certified::der));
    let files: [(Choice, &[u8]); 2] = [(Choice::Nobody, &key), (Choice::Nobody, bundle.as_bytes())];
    let (answer, parts) = answer(&mut complete(), &files);
    assert_eq!((answer.cleaned, parts), (vec![0], vec![Vec::new()]));
    assert!(!answer.cards[0].html.contains("data-do"));
    assert!(answer.cards[1].html.contains("data-do=\"remove:0\""));
}

/// The field for a password is shown where a card says so.
#[test]
fn a_key_store_asks_for_its_password_and_opens_with_it() {
    let mut engine = complete();
    let secret = include_bytes!("../../tests/integration/containers/secret.p12").as_slice();
    let usual = include_bytes!("../../tests/integration/containers/keytool.p12").as_slice();
    let asks = |answer: &Answer| answer.cards[0].html.contains("pg-closed");
    let (closed, _) = answer(&mut engine, &[(Choice::Nobody, secret)]);
    assert!(
        asks(&closed) && closed.html.contains("password-needed"),
        "{}",
        closed.html
    );
    let (wrong, _) = answer_with(&mut engine, &[(Choice::Nobody, secret)], "geheim");
    assert!(
        asks(&wrong) && !wrong.html.contains("geheim"),
        "{}",
        wrong.html
    );
    let (open, _) = answer_with(&mut engine, &[(Choice::Nobody, secret)], "gehéim");
    assert!(open.html.contains("Other Root"), "{}", open.html);
    // It can be corrected as long as it counts.
    assert!(
        asks(&open) && !open.html.contains("gehéim"),
        "{}",
        open.html
    );
    let (usual, _) = answer(&mut engine, &[(Choice::Nobody, usual)]);
    assert!(
        !asks(&usual) && usual.html.contains("Other Root"),
        "{}",
        usual.html
    );
}

/// However much is dropped, a browser has no more to lay out than it can in a moment.
#[test]
fn an_answer_is_short_enough_to_be_shown_at_once() {
    let mut engine = complete();
    let block = "-----BEGIN CERTIFICATE-----\nMIIBQUJD\n-----END CERTIFICATE-----\n";
    let false_ones = block.repeat(3_000);
    let roots = pem_bundle(known_roots().iter().map(test_pki::Certified::der)).repeat(100);
    let single = (Choice::Nobody, block.as_bytes());
    for files in [
        vec![(Choice::Nobody, false_ones.as_bytes())],
        vec![(Choice::Nobody, roots.as_bytes())],
        vec![single; 400],
    ] {
        let (answer, _) = answer(&mut engine, &files);
        let html: usize = answer.cards.iter().map(|card| card.html.len()).sum();
        let pieces = answer.later.iter().chain([&answer.html]);
        let longest = pieces.map(String::len).max().unwrap();
        assert!(longest < 150_000, "{longest}");
        assert!(html < 100_000, "{html}");
    }
    let (answer, _) = answer(&mut engine, &vec![single; 400]);
    let cards = answer.cards.iter().map(|card| card.html.as_str());
    assert_eq!(
        cards
            .clone()
            .filter(|html| html.contains("remove:"))
            .count(),
        20
    );
    assert_eq!(
        cards.filter(|html| html.contains("380 more files")).count(),
        1
    );
}
