use super::*;
use crate::location::SourceName;
use proptest::prelude::*;

fn recognised(bytes: &[u8]) -> Recognised {
    crate::input::recognise(&SourceName::new("test"), bytes)
}

fn ders(recognised: &Recognised) -> Vec<Vec<u8>> {
    recognised
        .certificates()
        .map(|(der, _)| der.to_vec())
        .collect()
}

#[test]
fn order_is_kept_and_repetitions_go() {
    let [a, b] = ["A", "B"].map(|name| test_pki::ca(name).self_signed());
    let given = [&b, &a, &b, &a, &a].map(test_pki::Certified::pem).concat();
    let file = BundleFile::of(&recognised(given.as_bytes()));
    assert_eq!((file.kept(), file.repeated(), file.damaged()), (2, 3, 0));
    let written = recognised(file.to_pem().as_bytes());
    assert_eq!(written.notes, []);
    assert_eq!(ders(&written), [b.der(), a.der()]);
}

#[test]
fn what_is_lost_is_counted_once_by_its_place() {
    let whole = test_pki::ca("A").self_signed().pem();
    let cut: String = whole.split_inclusive('\n').take(4).collect();
    let bad = whole.replacen("MII", "M!!", 1);
    let no_certificate = "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n";
    for (given, damaged) in [
        (whole.clone(), 0),
        (format!("{cut}{whole}"), 1),
        (format!("{whole}{cut}"), 1),
        (format!("{bad}{whole}"), 1),
        (format!("{no_certificate}{whole}"), 1),
        (format!("{cut}{bad}{whole}"), 2),
        // Read all the same, so not lost.
        (whole.replace("-----BEGIN", "----BEGIN"), 0),
    ] {
        let file = BundleFile::of(&recognised(given.as_bytes()));
        assert_eq!((file.kept(), file.damaged()), (1, damaged), "{given}");
    }
}

#[test]
fn the_header_says_which_certificate_it_is() {
    let root = test_pki::ca("Mock Root").self_signed();
    let file = BundleFile::of(&recognised(root.der()));
    let text = file.to_pem();
    let header: Vec<&str> = text
        .lines()
        .take_while(|line| line.starts_with('#'))
        .collect();
    let sha256 = format!("# SHA-256: {}", root.sha256());
    assert_eq!(
        header[..3],
        [
            "# Subject: CN=Mock Root",
            "# Issuer:  CN=Mock Root",
            "# Valid:   2020-01-01 to 2040-01-01",
        ]
    );
    assert_eq!(header.last(), Some(&sha256.as_str()));
    assert_eq!(
        text.lines().nth(header.len()),
        Some("-----BEGIN CERTIFICATE-----")
    );
}

#[test]
fn what_is_added_is_marked() {
    let [kept, added] = ["A", "B"].map(|name| test_pki::ca(name).self_signed());
    let added = Arc::new(Certificate::parse(added.der()).unwrap());
    let id = added.sha256();
    let file = BundleFile::of(&recognised(kept.der()));
    assert!(!file.contains(&id));
    let file = file.with(vec![added]);
    assert!(file.contains(&id));
    assert_eq!(file.added_names(), ["B"]);
    assert!(
        file.to_pem()
            .contains("\n\n# Added by certwhy.\n# Subject: CN=B\n")
    );
}

#[test]
fn names_in_comments_are_harmless() {
    for (name, expected) in [
        ("CN=Mock Root", "CN=Mock Root"),
        ("CN=F\u{151}", "CN=F\\u{151}"),
        ("CN=a\n-----BEGIN", "CN=a\\n-\\u{2d}-\\u{2d}-BEGIN"),
        ("\u{1b}[31m\\", "\\u{1b}[31m\\\\"),
    ] {
        assert_eq!(comment(name), expected);
    }
}

proptest! {
    #[test]
    fn a_hostile_name_never_breaks_the_file(name in "\\PC{0,30}|[-\n\r#A-Z ]{0,40}") {
        let text = comment(&name);
        prop_assert!(text.bytes().all(|c| c == b' ' || c.is_ascii_graphic()));
        prop_assert!(!text.contains("--"));
    }

    #[test]
    fn any_subset_in_any_order_reads_back(picks in proptest::collection::vec(0_usize..4, 1..8)) {
        let all = ["A", "B", "C", "-----END CERTIFICATE-----"].map(|name| test_pki::ca(name).self_signed());
        let given: String = picks.iter().map(|&pick| all[pick].pem()).collect();
        let file = BundleFile::of(&recognised(given.as_bytes()));
        let written = recognised(file.to_pem().as_bytes());
        prop_assert_eq!(&written.notes, &[]);
        let again = BundleFile::of(&written);
        prop_assert_eq!(again.to_pem(), file.to_pem());
        prop_assert_eq!(again.repeated() + again.damaged(), 0);
    }
}
