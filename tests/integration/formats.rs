//! Every file shape that users have, as made by the real programs: the certificates found must be exactly the listed ones.

use certwhy::certificate::CertSha256;
use certwhy::input::{
    BlockNumber, ContainerNote, Content, FileKind, Layout, NoteKind, PrivateKeyFormat, Recognised,
    Role, TrustLimit, recognise,
};
use certwhy::location::SourceName;
use std::path::PathBuf;

/// The folder of the files, if it is there.
fn folder() -> Option<PathBuf> {
    let shared = std::env::var_os("CERTWHY_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let folder = shared.join("data/formats");
    if folder.join("formats.json").is_file() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no files at {}", folder.display());
    None
}

fn read(file: &str) -> Option<Vec<u8>> {
    folder().map(|folder| std::fs::read(folder.join(file)).unwrap())
}

fn recognised(file: &str) -> Option<Recognised> {
    Some(recognise(&SourceName::new(file), &read(file)?))
}

fn kinds(recognised: &Recognised) -> Vec<&NoteKind> {
    recognised.notes.iter().map(|note| &note.kind).collect()
}

/// The listed files with the fingerprints that a reader must find.
fn listed() -> Vec<(String, Vec<CertSha256>)> {
    let Some(list) = read("formats.json") else {
        return Vec::new();
    };
    let list: serde_json::Value = serde_json::from_slice(&list).unwrap();
    let entries = list["files"].as_array().unwrap();
    assert!(!entries.is_empty());
    entries
        .iter()
        .map(|entry| {
            let digests = entry["sha256_of_certs"].as_array().unwrap();
            let digests = digests
                .iter()
                .map(|hex| CertSha256::parse(hex.as_str().unwrap()).unwrap());
            (
                entry["file"].as_str().unwrap().to_owned(),
                digests.collect(),
            )
        })
        .collect()
}

/// Where the place of a certificate is that of the whole file.
const ENCRYPTED: &[&str] = &["cacerts.p12", "cacerts-legacy.p12", "openssl-nokeys.p12"];

/// What comes in the order of a key store, which the list does not keep.
const IN_ANOTHER_ORDER: &[&str] = &[
    "keytool-list-rfc.txt",
    "cacerts.jks",
    "cacerts.jceks",
    "cacerts.p12",
    "cacerts-nopass.p12",
    "cacerts-legacy.p12",
    "openssl-nokeys.p12",
    "jdk17-debian12-cacerts",
];

#[test]
fn every_file_yields_exactly_the_listed_certificates() {
    for (file, expected) in listed() {
        let recognised = recognised(&file).unwrap();
        let mut found: Vec<_> = recognised
            .certificates()
            .map(|(der, _)| CertSha256::of(der))
            .collect();
        if IN_ANOTHER_ORDER.contains(&file.as_str()) {
            found.sort_by_key(|digest| expected.iter().position(|wanted| wanted == digest));
        }
        assert_eq!(found, expected, "{file}: {:?}", recognised.notes);
    }
}

#[test]
fn locations_hold_what_they_say() {
    for (file, _) in listed() {
        let bytes = read(&file).unwrap();
        for item in recognise(&SourceName::new(file.as_str()), &bytes).items {
            let slice = &bytes[item.location.bytes()];
            let Content::Certificate { der, label, .. } = &item.content else {
                continue;
            };
            match label {
                Some(_) => {
                    let text: Vec<u8> = slice.iter().copied().filter(|byte| *byte != 0).collect();
                    assert!(text.starts_with(b"-----BEGIN "), "{file}");
                    assert!(text.ends_with(b"-----"), "{file}");
                }
                None if ENCRYPTED.contains(&file.as_str()) => assert_eq!(slice, bytes, "{file}"),
                None if file == "nss-certdata.txt" => {
                    assert!(slice.starts_with(b"CKA_CLASS"), "{file}");
                    let value = b"\nCKA_VALUE MULTILINE_OCTAL\n\\060";
                    let values = slice.windows(value.len()).filter(|it| it == value);
                    assert_eq!(values.count(), 1, "{file}");
                }
                None => assert_eq!(*slice, **der, "{file}"),
            }
        }
    }
}

#[test]
fn clean_files_have_no_notes() {
    for file in [
        "pem-certifi-comments.pem",
        "pem-crlf.pem",
        "pem-one-line.pem",
        "pem-76.pem",
        "pem-x509-label.pem",
        "pem-openssl-text.pem",
        "android-style.pem",
        "httplib2-headings.txt",
        "rhel-style.pem",
        "single-der.cer",
        "single-base64.cer",
        "bundle.p7b",
        "bundle-pem.p7b",
        "chrome-chain.p7c",
        "firefox-chain.pem",
        "keytool-list-rfc.txt",
        "macos-security-find-certificate.txt",
        "curl-cacert.pem",
        "debian12-ca-certificates.crt",
        "s_client-showcerts.txt",
    ] {
        let Some(recognised) = recognised(file) else {
            return;
        };
        assert!(
            recognised.notes.is_empty(),
            "{file}: {:?}",
            recognised.notes
        );
        assert_eq!(
            recognised.items.len(),
            recognised.certificates().count(),
            "{file}"
        );
    }
}

#[test]
fn damage_is_located() {
    let cases: &[(&str, &[NoteKind])] = &[
        (
            "pem-empty.pem",
            &[NoteKind::NotACertificateFile(FileKind::PlainText)],
        ),
        (
            "html-error-page.pem",
            &[NoteKind::HtmlPage {
                title: Some("302 Found".to_owned()),
            }],
        ),
        (
            "pem-with-key-and-junk.pem",
            &[NoteKind::PrivateKeyPresent(PrivateKeyFormat::Pkcs1)],
        ),
        (
            "pem-indented.yaml",
            &[NoteKind::UnusualLayout {
                layout: Layout::Indented,
                blocks: 12,
            }],
        ),
        (
            "pem-escaped.json",
            &[NoteKind::UnusualLayout {
                layout: Layout::EscapedLineBreaks,
                blocks: 12,
            }],
        ),
        (
            "pem-old-mac-cr.pem",
            &[NoteKind::UnusualLayout {
                layout: Layout::CarriageReturns,
                blocks: 12,
            }],
        ),
    ];
    for (file, expected) in cases {
        let Some(recognised) = recognised(file) else {
            return;
        };
        assert_eq!(
            kinds(&recognised),
            expected.iter().collect::<Vec<_>>(),
            "{file}"
        );
    }
}

#[test]
fn a_cut_and_a_garbled_block_are_told_apart() {
    let Some(cut) = recognised("pem-truncated-block.pem") else {
        return;
    };
    let [
        NoteKind::Truncated {
            block: Some(BlockNumber(2)),
            extent: Some(extent),
        },
    ] = kinds(&cut)[..]
    else {
        panic!("{:?}", cut.notes)
    };
    assert!(extent.present < extent.declared);

    let Some(garbled) = recognised("pem-bad-base64.pem") else {
        return;
    };
    let [
        NoteKind::BadBase64 {
            block: BlockNumber(2),
            line,
            column,
            character,
        },
    ] = kinds(&garbled)[..]
    else {
        panic!("{:?}", garbled.notes)
    };
    let text = read("pem-bad-base64.pem").unwrap();
    let text = String::from_utf8(text).unwrap();
    let line = text
        .lines()
        .nth(usize::try_from(line.0 - 1).unwrap())
        .unwrap();
    assert_eq!(
        line.chars().nth(usize::try_from(column - 1).unwrap()),
        Some(*character)
    );
    assert!(!character.is_ascii_alphanumeric());
}

#[test]
fn transcripts_show_what_a_server_sent() {
    for file in ["s_client-showcerts.txt", "s_client-plain.txt"] {
        let Some(recognised) = recognised(file) else {
            return;
        };
        for item in &recognised.items {
            let Content::Certificate { role, .. } = &item.content else {
                continue;
            };
            assert_eq!(*role, Role::ServerChain, "{file}");
        }
    }
    let Some(plain) = recognised("s_client-plain.txt") else {
        return;
    };
    let [NoteKind::ChainOnlyNamed { entries, shown: 1 }] = kinds(&plain)[..] else {
        panic!("{:?}", plain.notes)
    };
    assert_eq!(entries.len(), 2);
    assert!(entries[1].issuer.ends_with("/CN=Baltimore CyberTrust Root"));
}

#[test]
fn trust_settings_are_left_out_and_noted() {
    let Some(bundle) = recognised("pem-trusted.pem") else {
        return;
    };
    let blocks = (1..=12).map(|number| NoteKind::TrustSettings {
        block: BlockNumber(number),
    });
    let expected: Vec<NoteKind> = blocks.collect();
    assert_eq!(kinds(&bundle), expected.iter().collect::<Vec<_>>());
}

#[test]
fn a_log_is_an_error_text() {
    let Some(log) = read("../errors/houdini-17.5-publish.txt") else {
        return;
    };
    let recognised = recognise(&SourceName::new("log"), &log);
    assert!(recognised.notes.is_empty(), "{:?}", recognised.notes);
    let [item] = &recognised.items[..] else {
        panic!("{:?}", recognised.items)
    };
    let Content::ErrorText(text) = &item.content else {
        panic!("{:?}", item.content)
    };
    assert_eq!(text.trim(), String::from_utf8(log).unwrap().trim());
}

#[test]
fn what_containers_say_of_their_certificates() {
    let distrusted = |certificates| {
        NoteKind::Container(ContainerNote::LimitedTrust {
            limit: TrustLimit::Distrusted,
            certificates,
        })
    };
    let cases: &[(&str, &[NoteKind])] = &[
        ("cacerts.jks", &[]),
        ("cacerts.jceks", &[]),
        ("jdk17-debian12-cacerts", &[]),
        ("cacerts.p12", &[]),
        ("cacerts-nopass.p12", &[]),
        ("cacerts-legacy.p12", &[]),
        ("roots.sst", &[]),
        (
            "openssl-nokeys.p12",
            &[NoteKind::Container(ContainerNote::WithoutJavaTrust {
                certificates: 12,
            })],
        ),
        ("windows-disallowedcert.sst", &[distrusted(71)]),
        (
            "nss-certdata.txt",
            &[
                NoteKind::Container(ContainerNote::LimitedTrust {
                    limit: TrustLimit::IssuedBefore,
                    certificates: 9,
                }),
                NoteKind::Container(ContainerNote::LimitedTrust {
                    limit: TrustLimit::OtherPurposes,
                    certificates: 36,
                }),
            ],
        ),
    ];
    for (file, expected) in cases {
        let Some(recognised) = recognised(file) else {
            return;
        };
        let expected: Vec<&NoteKind> = expected.iter().collect();
        assert_eq!(kinds(&recognised), expected, "{file}");
    }
}
