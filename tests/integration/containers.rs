//! Key stores as the real programs write them, in every way of protecting certificates: what is found in them.
//!
//! The files were made once by OpenSSL 3.0 and the `keytool` of Java 17, from a root, another root, and a server
//! certificate with its key. Passwords are `changeit`, except `changeme` in aes-128.p12, none in aes-192-empty.p12,
//! `gehéim` in secret.p12, and `geheim` in secret-mac-only.p12 and secret.jks.

use certwhy::certificate::CertSha256;
use certwhy::input::{
    Container, ContainerNote, Content, NoteKind, Obstacle, Password, Passwords, PrivateKeyFormat,
    Recognised, Role, Tried, TrustLimit, recognise, recognise_with,
};
use certwhy::location::SourceName;
use proptest::prelude::*;
use std::fmt::Write as _;

macro_rules! sample {
    ($name:literal) => {
        (
            $name,
            include_bytes!(concat!("containers/", $name)).as_slice(),
        )
    };
}

type File<'f> = (&'static str, &'f [u8]);

fn read((name, bytes): File<'_>) -> Recognised {
    recognise(&SourceName::new(name), bytes)
}

fn read_with((name, bytes): File<'_>, password: &str) -> Recognised {
    let passwords = Passwords::new([Password::new(password)]);
    recognise_with(&SourceName::new(name), bytes, &passwords)
}

fn kinds(recognised: &Recognised) -> Vec<NoteKind> {
    let notes = recognised.notes.iter();
    notes.map(|note| note.kind.clone()).collect()
}

/// The certificates in the order of their fingerprints: key stores keep none.
fn certificates(recognised: &Recognised) -> Vec<CertSha256> {
    let found = recognised.certificates();
    let mut found: Vec<_> = found.map(|(der, _)| CertSha256::of(der)).collect();
    found.sort();
    found
}

fn both_roots() -> Vec<CertSha256> {
    let pem = [
        include_bytes!("containers/root.pem").as_slice(),
        include_bytes!("containers/other.pem"),
    ];
    let found = certificates(&recognise(&SourceName::new("roots"), &pem.concat()));
    assert_eq!(found.len(), 2);
    found
}

fn opened_with(recognised: &Recognised) -> Option<&str> {
    let opened = recognised.opened.as_ref()?;
    opened.password.as_ref().map(Password::reveal)
}

#[test]
fn every_protection_is_undone() {
    let without = NoteKind::Container(ContainerNote::WithoutJavaTrust { certificates: 2 });
    let cases: [(File<'_>, Option<&str>, bool); 13] = [
        (sample!("3des.p12"), Some("changeit"), false),
        (sample!("2des.p12"), Some("changeit"), false),
        (sample!("rc2-128.p12"), Some("changeit"), false),
        (sample!("rc2-40.p12"), Some("changeit"), false),
        (sample!("des-ede3.p12"), Some("changeit"), false),
        (sample!("aes-128.p12"), Some("changeme"), false),
        (sample!("aes-192-empty.p12"), Some(""), false),
        (sample!("no-mac.p12"), Some("changeit"), false),
        (sample!("pbmac1.p12"), Some("changeit"), false),
        (sample!("pieces.p12"), Some("changeit"), false),
        (sample!("open.p12"), None, false),
        (sample!("keytool.p12"), Some("changeit"), true),
        (sample!("roots.jceks"), Some("changeit"), true),
    ];
    for (file, password, java_trusts_it) in cases {
        let found = read(file);
        let expected = if java_trusts_it {
            vec![]
        } else {
            vec![without.clone()]
        };
        assert_eq!(kinds(&found), expected, "{}", file.0);
        assert_eq!(certificates(&found), both_roots(), "{}", file.0);
        assert_eq!(opened_with(&found), password, "{}", file.0);
    }
    let legacy = read(sample!("keytool-legacy.p12"));
    assert_eq!((legacy.items.len(), kinds(&legacy)), (1, vec![]));
}

#[test]
fn a_password_is_asked_for_and_a_wrong_one_is_said_to_be() {
    let secret = sample!("secret.p12");
    let needed = |tried| {
        NoteKind::Container(ContainerNote::PasswordNeeded {
            container: Container::Pkcs12,
            tried,
        })
    };
    let found = read(secret);
    assert_eq!(
        (found.items.len(), kinds(&found)),
        (0, vec![needed(Tried::Usual)])
    );
    let found = read_with(secret, "geheim");
    assert_eq!(
        (found.items.len(), kinds(&found)),
        (0, vec![needed(Tried::Given)])
    );
    let found = read_with(secret, "gehéim");
    assert_eq!(certificates(&found), both_roots());
    assert_eq!(opened_with(&found), Some("gehéim"));
}

/// What is not encrypted is read, and only its checksum waits for the password.
#[test]
fn a_checksum_without_its_password_is_left_open() {
    let stores = [
        (sample!("secret.jks"), Container::Jks),
        (sample!("secret-mac-only.p12"), Container::Pkcs12),
    ];
    for (file, container) in stores {
        let unproven =
            |tried| NoteKind::Container(ContainerNote::IntegrityUnproven { container, tried });
        for (found, kind) in [
            (read(file), unproven(Tried::Usual)),
            (read_with(file, "wrong"), unproven(Tried::Given)),
        ] {
            assert_eq!(certificates(&found), both_roots(), "{}", file.0);
            assert!(
                kinds(&found).contains(&kind),
                "{}: {:?}",
                file.0,
                found.notes
            );
            assert_eq!(opened_with(&found), None);
        }
        let found = read_with(file, "geheim");
        assert_eq!(opened_with(&found), Some("geheim"));
        let mut notes = kinds(&found).into_iter();
        assert!(notes.all(|kind| matches!(
            kind,
            NoteKind::Container(ContainerNote::WithoutJavaTrust { .. })
        )));
    }
}

#[test]
fn a_changed_store_is_not_taken_for_a_sound_one() {
    for file in [sample!("roots.jceks"), sample!("keytool.p12")] {
        let mut changed = file.1.to_vec();
        let at = changed.len() / 3;
        changed[at] ^= 1;
        let found = recognise(&SourceName::new("changed"), &changed);
        let is_unproven = |kind: &NoteKind| {
            matches!(
                kind,
                NoteKind::Container(ContainerNote::IntegrityUnproven { .. })
            )
        };
        assert!(kinds(&found).iter().any(is_unproven), "{}", file.0);
    }
}

fn roles(recognised: &Recognised) -> Vec<(Role, Option<&str>)> {
    let items = recognised.items.iter();
    items
        .filter_map(|item| match &item.content {
            Content::Certificate { role, alias, .. } => Some((*role, alias.as_deref())),
            Content::ErrorText(_) => None,
        })
        .collect()
}

#[test]
fn private_keys_are_passed_over_and_their_chains_are_no_anchors() {
    use PrivateKeyFormat::{EncryptedPkcs8, Other};
    let key = NoteKind::PrivateKeyPresent;
    let chain = NoteKind::Container(ContainerNote::LimitedTrust {
        limit: TrustLimit::KeyChain,
        certificates: 1,
    });
    let cases = [
        (sample!("key.p12"), vec![key(EncryptedPkcs8), chain.clone()]),
        (sample!("key.jks"), vec![key(EncryptedPkcs8), chain.clone()]),
        (sample!("secret-key.jceks"), vec![key(Other), chain]),
        (sample!("secret-key.p12"), vec![key(Other)]),
    ];
    for (file, expected) in cases {
        assert_eq!(kinds(&read(file)), expected, "{}", file.0);
    }
    let store = read(sample!("key.jks"));
    let mut found = roles(&store);
    found.sort();
    assert_eq!(
        found,
        [
            (Role::Unspecified, Some("mock root")),
            (Role::Unspecified, Some("server")),
            (Role::KeyChain, None),
        ]
    );
}

#[test]
fn what_cannot_be_undone_is_named() {
    let found = read(sample!("rc4.p12"));
    let expected = NoteKind::Container(ContainerNote::NotOpened {
        container: Container::Pkcs12,
        obstacle: Obstacle::Algorithm("1.2.840.113549.1.12.1.1".to_owned()),
    });
    assert_eq!((found.items.len(), kinds(&found)), (0, vec![expected]));
}

#[test]
fn trust_settings_of_openssl_are_believed() {
    for (file, role) in [
        (sample!("trusted.pem"), Role::Unspecified),
        (sample!("rejected.pem"), Role::Distrusted),
        (sample!("mail.pem"), Role::OtherPurposes),
    ] {
        assert_eq!(roles(&read(file)), [(role, None)], "{}", file.0);
    }
}

const ALL: &[File<'_>] = &[
    sample!("3des.p12"),
    sample!("aes-192-empty.p12"),
    sample!("key.jks"),
    sample!("key.p12"),
    sample!("keytool.p12"),
    sample!("no-mac.p12"),
    sample!("open.p12"),
    sample!("pbmac1.p12"),
    sample!("pieces.p12"),
    sample!("roots.jceks"),
    sample!("secret-key.jceks"),
    sample!("secret-key.p12"),
    sample!("secret-mac-only.p12"),
    sample!("rejected.pem"),
];

/// A list of NSS with an anchor and a distrusted certificate, and a store of Windows with both.
fn made_here() -> Vec<Vec<u8>> {
    let roots = both_ders();
    vec![certdata(&roots), serialized(&roots)]
}

fn both_ders() -> [Vec<u8>; 2] {
    [sample!("root.pem"), sample!("other.pem")].map(|file| {
        let found = read(file);
        let (der, _) = found.certificates().next().unwrap();
        der.to_vec()
    })
}

fn serialized(ders: &[Vec<u8>]) -> Vec<u8> {
    let record = |property: u32, data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap();
        let numbers = [property, 1, length].map(u32::to_le_bytes);
        [numbers.as_flattened(), data].concat()
    };
    let name: Vec<u8> = "Mock\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut store = b"\0\0\0\0CERT".to_vec();
    for der in ders {
        store.extend(record(3, &[7; 20]));
        store.extend(record(11, &name));
        store.extend(record(32, der));
    }
    store.extend([0; 12]);
    store
}

/// The first is trusted for servers, the second distrusted; each in the words of another time.
fn certdata(ders: &[Vec<u8>; 2]) -> Vec<u8> {
    let octal = |bytes: &[u8]| -> String {
        let lines = bytes.chunks(16).map(|line| {
            let mut text = String::new();
            for byte in line {
                write!(text, "\\{byte:03o}").unwrap();
            }
            text + "\n"
        });
        lines.chain(["END\n".to_owned()]).collect()
    };
    let trusts = [
        "CKO_NSS_TRUST CKT_NSS_TRUSTED_DELEGATOR",
        "CKO_NETSCAPE_TRUST CKT_NETSCAPE_UNTRUSTED",
    ];
    let mut text = "# made here\nBEGINDATA\n".to_owned();
    for (number, (der, trust)) in ders.iter().zip(trusts).enumerate() {
        let (class, trust) = trust.split_once(' ').unwrap();
        let identity = format!(
            "CKA_LABEL UTF8 \"R\\xc3\\xb6ot {number}\"\nCKA_ISSUER MULTILINE_OCTAL\n{}\
             CKA_SERIAL_NUMBER MULTILINE_OCTAL\n{}",
            octal(b"issuer"),
            octal(&[u8::try_from(number).unwrap()])
        );
        write!(
            text,
            "CKA_CLASS CK_OBJECT_CLASS CKO_CERTIFICATE\n{identity}CKA_VALUE MULTILINE_OCTAL\n{}\n\
             CKA_CLASS CK_OBJECT_CLASS {class}\n{identity}CKA_TRUST_SERVER_AUTH CK_TRUST {trust}\n\n",
            octal(der)
        )
        .unwrap();
    }
    text.into_bytes()
}

#[test]
fn a_list_of_nss_says_what_it_trusts() {
    let found = read(("certdata.txt", &certdata(&both_ders())));
    assert_eq!(
        roles(&found),
        [
            (Role::Unspecified, Some("Röot 0")),
            (Role::Distrusted, Some("Röot 1")),
        ]
    );
    assert_eq!(certificates(&found), both_roots());
    let lines: Vec<u32> = found.certificates().map(|(_, it)| it.line.0).collect();
    assert_eq!(lines[0], 3);
    assert_eq!(
        kinds(&found),
        [NoteKind::Container(ContainerNote::LimitedTrust {
            limit: TrustLimit::Distrusted,
            certificates: 1,
        })]
    );
}

#[test]
fn a_store_of_windows_gives_names() {
    let found = read(("roots.sst", &serialized(&both_ders())));
    assert_eq!(roles(&found), [(Role::Unspecified, Some("Mock")); 2]);
    assert_eq!(
        (certificates(&found), kinds(&found)),
        (both_roots(), vec![])
    );
}

/// What distrusts is never trusted, whatever the file is given for.
#[test]
fn the_distrusted_is_no_anchor() {
    use certwhy::explain::{Options, Purpose, Supplied, check_bundle};
    let list = certdata(&both_ders());
    let supplied = Supplied::read(Purpose::Bundle, &SourceName::new("certdata.txt"), &list);
    let known = certwhy::known::KnownRoots::built_in();
    let options = Options {
        host: None,
        at: certwhy::moment::Moment::parse("2027-01-15").unwrap(),
        client: certwhy::client::Client::default(),
        others: Vec::new(),
        known: &known,
        environment: certwhy::environment::Environment::default(),
    };
    let report = check_bundle(&[supplied], &options);
    assert_eq!(
        (report.bundle.certificates, report.certificates.len()),
        (1, 2)
    );
}

/// A container whose MAC asks for a number of rounds.
fn with_rounds(rounds: u32) -> Vec<u8> {
    use test_pki::der::{oid, sequence, tlv};
    let (_, open) = sample!("open.p12");
    let algorithm = sequence([oid("2.16.840.1.101.3.4.2.1"), tlv(0x05, &[])]);
    let info = sequence([algorithm, tlv(0x04, &[0; 32])]);
    let rounds = [&[0], &rounds.to_be_bytes()[..]].concat();
    let mac = sequence([info, tlv(0x04, &[7; 8]), tlv(0x02, &rounds)]);
    sequence([&open[4..], &mac])
}

#[test]
fn a_container_cannot_ask_for_days() {
    for rounds in [50_000_000, u32::MAX] {
        let started = std::time::Instant::now();
        let found = read(("slow.p12", &with_rounds(rounds)));
        assert!(started.elapsed().as_secs() < 10);
        let expected = NoteKind::Container(ContainerNote::NotOpened {
            container: Container::Pkcs12,
            obstacle: Obstacle::TooMuchWork,
        });
        assert!(kinds(&found).contains(&expected), "{:?}", found.notes);
    }
    let found = read(("quick.p12", &with_rounds(1000)));
    assert!(matches!(
        kinds(&found)[0],
        NoteKind::Container(ContainerNote::IntegrityUnproven { .. })
    ));
}

/// Cuts, flips, doublings: what is left of a file.
#[derive(Clone, Debug)]
enum Damage {
    Cut(prop::sample::Index),
    Set(prop::sample::Index, u8),
    Double(prop::sample::Index, usize),
    Drop(prop::sample::Index, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        1 => any::<prop::sample::Index>().prop_map(Damage::Cut),
        6 => (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(at, to)| Damage::Set(at, to)),
        1 => (any::<prop::sample::Index>(), 1_usize..40).prop_map(|(at, len)| Damage::Double(at, len)),
        1 => (any::<prop::sample::Index>(), 1_usize..40).prop_map(|(at, len)| Damage::Drop(at, len)),
    ]
}

fn damaged(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
    for damage in damages {
        let place = |at: &prop::sample::Index| at.index(bytes.len().max(1));
        match damage {
            Damage::Cut(at) => bytes.truncate(place(at)),
            Damage::Set(at, to) => {
                let at = place(at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = *to;
                }
            }
            Damage::Double(at, len) => {
                let at = place(at);
                let part: Vec<u8> = bytes.iter().skip(at).take(*len).copied().collect();
                bytes.splice(at..at, part);
            }
            Damage::Drop(at, len) => {
                let at = place(at).min(bytes.len());
                bytes.drain(at..(at + len).min(bytes.len()));
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn damaged_containers_are_read_without_a_fault(
        which in any::<prop::sample::Index>(),
        damages in proptest::collection::vec(damage(), 1..5),
    ) {
        let made = made_here();
        let files = ALL.iter().map(|(_, bytes)| bytes.to_vec()).chain(made);
        let files: Vec<Vec<u8>> = files.collect();
        let bytes = damaged(which.get(&files).clone(), &damages);
        let found = recognise(&SourceName::new("damaged"), &bytes);
        let items = found.items.iter().map(|item| &item.location);
        for location in items.chain(found.notes.iter().map(|note| &note.location)) {
            prop_assert!(location.start <= location.end && location.end <= bytes.len());
        }
        for (der, _) in found.certificates() {
            let length = usize::from(u16::from_be_bytes([der[2], der[3]]));
            prop_assert!(der[0] == 0x30 && (der[1] != 0x82 || der.len() == length + 4));
        }
        prop_assert!(!found.items.is_empty() || !found.notes.is_empty());
    }
}
