//! What is written is what is read back, and of what is damaged every whole certificate.

use super::*;
use crate::input::{ContainerNote, NoteKind, Passwords, Recognised, recognise, recognise_with};
use crate::location::SourceName;
use proptest::prelude::*;

const FORMS: [OutputForm; 3] = [OutputForm::Pem, OutputForm::Jks, OutputForm::Pkcs12];
const NAMES: [&str; 4] = ["A", "Ärztekammer", "b", "B"];

fn read(bytes: &[u8]) -> Recognised {
    recognise(&SourceName::new("test"), bytes)
}

fn ders(recognised: &Recognised) -> Vec<&[u8]> {
    recognised.certificates().map(|(der, _)| der).collect()
}

fn bundle() -> BundleFile {
    let pem = NAMES.map(|name| test_pki::ca(name).self_signed().pem());
    BundleFile::of(&read(pem.concat().as_bytes()))
}

fn writing(form: OutputForm, password: &str) -> Writing {
    Writing {
        form,
        password: Password::new(password),
        at: Moment::from_unix(1_700_000_000),
    }
}

fn aliases(recognised: &Recognised) -> Vec<String> {
    let file = BundleFile::of(recognised);
    alias::entries(&file)
        .into_iter()
        .map(|entry| entry.alias)
        .collect()
}

#[test]
fn names_are_of_one_case_and_each_is_its_own() {
    let store = read(&bundle().written(&writing(OutputForm::Jks, "changeit")));
    let found = aliases(&store);
    assert_eq!(found[..3], ["a", "ärztekammer", "b"]);
    assert!(
        found[3].starts_with("b [") && found[3].len() == 12,
        "{found:?}"
    );
}

/// The names that a user gave stay, and the same store gives the same bytes.
#[test]
fn a_store_that_is_written_again_stays_as_it_was() {
    for form in [OutputForm::Jks, OutputForm::Pkcs12] {
        let writing = writing(form, "changeit");
        let once = bundle().written(&writing);
        let twice = BundleFile::of(&read(&once)).written(&writing);
        assert_eq!(once, twice, "{form:?}");
    }
}

#[test]
fn hostile_names_become_harmless_ones() {
    let long = "x".repeat(300);
    for (name, expected) in [
        ("Mock Root", "mock root"),
        ("a\n\u{1b}[31mb", "a[31mb"),
        ("key 🔑 ", "key"),
        (long.as_str(), &long[..100]),
    ] {
        let root = test_pki::ca(name).self_signed();
        let found = aliases(&read(root.der()));
        assert_eq!(found, [expected], "{name:?}");
    }
    let nameless = test_pki::ca("🔑").self_signed();
    let [alias] = aliases(&read(nameless.der())).try_into().unwrap();
    assert!(alias.starts_with('[') && alias.len() == 10, "{alias}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_subset_reads_back_under_its_password(
        picks in proptest::sample::subsequence(NAMES.to_vec(), 1..=NAMES.len()),
        password in "\\PC{0,12}",
    ) {
        let pem: String = picks.iter().map(|name| test_pki::ca(*name).self_signed().pem()).collect();
        let given = read(pem.as_bytes());
        let passwords = Passwords::new([Password::new(password.clone())]);
        for form in FORMS {
            let bytes = BundleFile::of(&given).written(&writing(form, &password));
            let found = recognise_with(&SourceName::new("test"), &bytes, &passwords);
            prop_assert_eq!(&found.notes, &[]);
            prop_assert_eq!(ders(&found), ders(&given));
        }
    }

    /// One changed byte is noticed, and costs one certificate at the most.
    #[test]
    fn a_changed_byte_costs_one_certificate(
        form in proptest::sample::select(vec![(OutputForm::Jks, "x"), (OutputForm::Pkcs12, "")]),
        at in any::<prop::sample::Index>(),
        to in any::<u8>(),
    ) {
        let (form, password) = form;
        let mut bytes = bundle().written(&writing(form, password));
        let whole = read(&bytes);
        // The header of PKCS #12, of 70 bytes, leads to everything else.
        let from = if form == OutputForm::Jks { 12 } else { 70 };
        let at = from + at.index(bytes.len() - from);
        prop_assume!(bytes[at] != to);
        bytes[at] = to;
        let found = read(&bytes);
        let kept = ders(&whole).into_iter().filter(|der| ders(&found).contains(der)).count();
        prop_assert!(kept + 1 >= NAMES.len(), "{} {} {:?}", at, kept, found.notes);
        let is_said = found.notes.iter().any(|note| matches!(
            note.kind,
            NoteKind::Truncated { .. }
                | NoteKind::Container(
                    ContainerNote::IntegrityUnproven { .. } | ContainerNote::NotOpened { .. }
                )
        ));
        // Without a password there is no checksum either.
        prop_assert!(is_said || form == OutputForm::Pkcs12);
    }
}
