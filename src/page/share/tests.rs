use super::*;
use crate::certificate::CertSha256;
use crate::testing::sound;
use proptest::prelude::*;

fn known() -> KnownRoots {
    KnownRoots::built_in()
}

fn plain() -> Shared {
    Shared {
        host: Some("s3.amazonaws.com".to_owned()),
        at: Moment::parse("2024-01-15").unwrap(),
        client: "python-3.11".to_owned(),
        lang: Lang::Ja,
        bundle: None,
        chain: Vec::new(),
        error_text: None,
    }
}

fn with_bundle(bundle: Vec<Vec<u8>>) -> Shared {
    Shared {
        bundle: Some(bundle),
        ..plain()
    }
}

fn newest(known: &KnownRoots) -> Vec<Vec<u8>> {
    let members = known.newest().members();
    members
        .filter_map(|root| Some(root.der()?.to_vec()))
        .collect()
}

fn round_trip(shared: &Shared, known: &KnownRoots) -> String {
    let link = encode(shared, known).unwrap();
    assert_eq!(decode(&link, known).as_ref(), Ok(shared));
    assert!(
        link.bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    );
    link
}

#[test]
fn everything_comes_back() {
    let known = known();
    let trio = sound();
    let chain = vec![trio.leaf.der().to_vec(), trio.middle.der().to_vec()];
    for shared in [
        plain(),
        Shared {
            host: None,
            lang: Lang::En,
            at: Moment::from_unix(-1),
            ..plain()
        },
        Shared {
            error_text: Some("[SSL] 証明書 💥\r\n\u{0}".to_owned()),
            ..plain()
        },
        Shared {
            chain: chain.clone(),
            ..plain()
        },
        Shared {
            chain,
            ..with_bundle(vec![trio.root.der().to_vec()])
        },
        with_bundle(Vec::new()),
    ] {
        round_trip(&shared, &known);
    }
}

/// Bundles as they are met: published ones, changed ones, in another order, with repetitions.
#[test]
fn bundles_are_short_and_keep_their_order_and_vintage() {
    let known = known();
    let own = sound().root.der().to_vec();
    let published = newest(&known);
    let mut shorter = published.clone();
    shorter.drain(30..33);
    let mut longer = published.clone();
    longer.insert(70, own.clone());
    longer.push(published[3].clone());
    let mut turned = published.clone();
    turned.reverse();
    let mut swapped = published.clone();
    swapped.swap(10, 90);
    for (bundle, longest) in [
        (published, 100),
        (shorter, 110),
        (longer, 800),
        (turned, 1000),
        (swapped, 120),
        (vec![own], 700),
    ] {
        let link = round_trip(&with_bundle(bundle.clone()), &known);
        assert!(link.len() <= longest, "{} > {longest}", link.len());
        let Ok(Shared {
            bundle: Some(read), ..
        }) = decode(&link, &known)
        else {
            panic!("{link}");
        };
        let vintage = |ders: &[Vec<u8>]| {
            let prints: Vec<CertSha256> = ders.iter().map(|der| CertSha256::of(der)).collect();
            known.vintage(None, &prints)
        };
        assert_eq!(vintage(&read), vintage(&bundle));
    }
}

#[test]
fn every_published_bundle_comes_back() {
    let known = known();
    let mut names = std::collections::HashMap::new();
    for bundle in known.bundles() {
        let ders: Vec<Vec<u8>> = bundle
            .members()
            .filter_map(|root| Some(root.der()?.to_vec()))
            .collect();
        let link = encode(&with_bundle(ders.clone()), &known).unwrap();
        assert!(link.len() < 8000, "{:?}: {}", bundle.name, link.len());
        assert_eq!(
            decode(&link, &known),
            Ok(with_bundle(ders.clone())),
            "{:?}",
            bundle.name
        );
        let first = names.entry(link).or_insert_with(|| ders.clone());
        assert_eq!(*first, ders, "two bundles of one name");
    }
    assert!(names.len() > 20, "{}", names.len());
}

#[test]
fn what_is_too_long_is_not_made() {
    let shared = Shared {
        error_text: Some("x".repeat(LONGEST_LINK)),
        ..plain()
    };
    let Err(NotShared::TooLong { characters }) = encode(&shared, &known()) else {
        panic!("made");
    };
    assert!(characters > LONGEST_LINK);
    let fits = Shared {
        error_text: Some("x".repeat(LONGEST_LINK / 4 * 3 - 100)),
        ..plain()
    };
    assert!(encode(&fits, &known()).unwrap().len() <= LONGEST_LINK);
}

#[test]
fn no_private_key_enters() {
    let known = known();
    let key = test_pki::Key::p256("secret").private_key_pem();
    let lower = key.to_lowercase();
    let cut: String = key
        .lines()
        .take(2)
        .map(|line| line.to_owned() + "\n")
        .collect();
    for text in [key.clone(), format!("Error:\n{key}\nmore"), lower, cut] {
        let shared = Shared {
            error_text: Some(text.clone()),
            ..plain()
        };
        assert_eq!(
            encode(&shared, &known),
            Err(NotShared::PrivateKey),
            "{text}"
        );
    }
    // What is not a certificate is left out, whatever it claims to be.
    let body: String = key.lines().filter(|line| !line.starts_with('-')).collect();
    let der = data_encoding::BASE64.decode(body.as_bytes()).unwrap();
    let shared = Shared {
        chain: vec![der.clone()],
        ..with_bundle(vec![der])
    };
    let link = encode(&shared, &known).unwrap();
    let read = decode(&link, &known).unwrap();
    assert_eq!((read.chain, read.bundle), (vec![], Some(vec![])));
}

#[test]
fn problems() {
    let known = known();
    let link = round_trip(&with_bundle(newest(&known)), &known);
    let cut = &link[..link.len() - 4];
    let lower = link.to_lowercase();
    let newer = link.replacen("v1.", "v2.", 1);
    let long = format!("v1.{}", "A".repeat(LONGEST_LINK));
    for (text, problem) in [
        ("", Problem::NotALink),
        ("section-2", Problem::NotALink),
        ("report.html", Problem::NotALink),
        ("v.AAAA", Problem::NotALink),
        ("v1.", Problem::Damaged),
        ("v1.AAAA", Problem::Damaged),
        ("v1.%%%%", Problem::Damaged),
        (cut, Problem::Damaged),
        (&lower, Problem::Damaged),
        (&newer, Problem::Version),
        ("v12.whatever", Problem::Version),
        (&long, Problem::TooLong),
    ] {
        assert_eq!(decode(text, &known), Err(problem), "{text}");
    }
    let facts = KnownRoots::built_in_facts();
    assert_eq!(decode(&link, &facts), Err(Problem::RootsNotHere));
    let other = KnownRoots::from_certificates([sound().root.der().to_vec()]);
    assert_eq!(decode(&link, &other), Err(Problem::Unknown));
}

/// A link with a right checksum around anything.
fn sealed(mut octets: Vec<u8>) -> String {
    octets.extend(checksum(&octets));
    format!("v1.{}", data_encoding::BASE64URL_NOPAD.encode(&octets))
}

/// A run costs four octets and stands for a whole list: without a limit, a short link would fill the memory.
#[test]
fn a_short_link_cannot_grow_without_end() {
    let known = known();
    let bundle = newest(&known);
    let link = encode(&with_bundle(bundle.clone()), &known).unwrap();
    let octets = data_encoding::BASE64URL_NOPAD
        .decode(&link.as_bytes()[3..])
        .unwrap();
    let run = [0, 0, u8::try_from(bundle.len()).unwrap()];
    assert!(run[2] < 0x80, "one octet");
    let start = octets.len() - CHECK - run.len() - 1;
    assert_eq!(
        octets[start..octets.len() - CHECK],
        [&[1], &run[..]].concat()
    );
    let mut many = octets[..start].to_vec();
    many.extend([0x88, 0x27]);
    many.extend(run.repeat(5000));
    assert_eq!(decode(&sealed(many), &known), Err(Problem::Damaged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_an_answer(text in any::<String>()) {
        let known = KnownRoots::built_in_facts();
        let _ = decode(&text, &known);
        let _ = decode(&format!("v1.{text}"), &known);
    }

    #[test]
    fn any_octets_are_an_answer(octets in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = decode(&sealed(octets), &KnownRoots::built_in_facts());
    }

    /// Past the fixed fields, so that the sequences are reached.
    #[test]
    fn any_sequence_is_an_answer(octets in prop::collection::vec(0_u8..6, 0..200)) {
        let start = [&[0_u8; 12][..], &octets].concat();
        let _ = decode(&sealed(start), &known());
    }

    #[test]
    fn words_come_back(client in "[ -~]{0,40}", host in prop::option::of(".{0,40}"), at in any::<i64>()) {
        let shared = Shared { client, host, at: Moment::from_unix(at), ..plain() };
        let known = KnownRoots::built_in_facts();
        let link = encode(&shared, &known).unwrap();
        prop_assert_eq!(decode(&link, &known), Ok(shared));
    }
}
