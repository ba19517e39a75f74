//! One of everything that there are words for.

use crate::certificate::{Certificate, Name};
use crate::check::server_name::{Hint, PresentedName};
use crate::environment::Environment;
use crate::finding::{Cert, Code, RootRelation};
use crate::input::{
    BlockNumber, ByteOrderMark, ChainEntry, Container, ContainerNote, Encoding, Extent, FileKind,
    Layout, Note, NoteKind, Obstacle, PemDefect, PrivateKeyFormat, PublicKeyFormat, Tried,
    TrustLimit,
};
use crate::known::{Family, Release, Removal};
use crate::lang::Lang;
use crate::location::{LineNumber, Location, SourceName};
use crate::moment::Moment;
use crate::remedy::{Action, Advice, Preference, Remedy, ServerFault, StartsFrom, WhySecond};
use crate::text::guidance::{Article, Guidance};
use crate::text::{en, ja};
use std::sync::Arc;

pub(super) fn code_article(lang: Lang, code: Code) -> Article {
    match lang {
        Lang::En => Article::new(en::codes::title(code), en::codes::explanation(code)),
        Lang::Ja => Article::new(ja::codes::title(code), ja::codes::explanation(code)),
    }
}

pub(super) fn note_article(lang: Lang, note: &Note) -> Article {
    match lang {
        Lang::En => Article::new(en::notes::title(note), en::notes::detail(note)),
        Lang::Ja => Article::new(ja::notes::title(note), ja::notes::detail(note)),
    }
}

pub(super) fn remedy_words(lang: Lang, remedy: &Remedy) -> Guidance {
    match lang {
        Lang::En => en::remedies::words(remedy, &Environment::default()),
        Lang::Ja => ja::remedies::words(remedy, &Environment::default()),
    }
}

pub(super) fn advice_words(lang: Lang, advice: &Advice) -> Guidance {
    match lang {
        Lang::En => en::advice::words(advice),
        Lang::Ja => ja::advice::words(advice),
    }
}

/// A certificate of that name, with every other field the same.
pub(super) fn certificate(name: &str) -> Cert {
    let mut certificate =
        Certificate::parse(test_pki::ca("Mock Root").self_signed().der()).unwrap();
    certificate.subject = subject(name);
    Arc::new(certificate)
}

pub(super) fn subject(name: &str) -> Name {
    let der = test_pki::Name::new()
        .with("2.5.4.3", test_pki::StringForm::Utf8, name)
        .der();
    Name::from_der(&der).unwrap()
}

/// Every kind of remedy, about certificates of that name.
pub(super) fn remedies(name: &str) -> Vec<Remedy> {
    let cert = || certificate(name);
    let second = Preference::Second;
    let add = |relation, removal| Action::AddRoot {
        root: cert(),
        relation,
        removal,
    };
    let replace = |anchors| Action::ReplaceBundle {
        name: "certifi 2026.10.18".to_owned(),
        anchors,
    };
    [
        (add(RootRelation::TwinAt(2), None), Preference::Recommended),
        (
            add(RootRelation::IssuerOf(3), Some(removal())),
            second(WhySecond::RemovedSince),
        ),
        (
            add(RootRelation::IssuerOf(3), None),
            second(WhySecond::DependsOnCrossCertificate),
        ),
        (replace(vec![cert(), cert()]), Preference::Recommended),
        (replace(Vec::new()), Preference::Recommended),
        (
            Action::MendBundle {
                file: SourceName::new(name),
            },
            Preference::Recommended,
        ),
        (
            Action::SendIntermediate {
                intermediate: cert(),
            },
            Preference::Recommended,
        ),
        (
            Action::RemoveFromBundle {
                certificate: cert(),
            },
            Preference::Recommended,
        ),
        (
            Action::RemoveFromBundle {
                certificate: cert(),
            },
            second(WhySecond::LargerChange),
        ),
        (
            Action::StopSending {
                certificate: cert(),
            },
            second(WhySecond::FartherUp),
        ),
    ]
    .into_iter()
    .flat_map(from_either)
    .collect()
}

/// A recommended change of the bundle also as a change of a mended copy.
fn from_either((action, preference): (Action, Preference)) -> Vec<Remedy> {
    let edits = matches!(
        action,
        Action::AddRoot { .. } | Action::RemoveFromBundle { .. }
    );
    let starts: &[StartsFrom] = if edits && preference == Preference::Recommended {
        &[StartsFrom::AsItIs, StartsFrom::MendedCopy]
    } else {
        &[StartsFrom::AsItIs]
    };
    let remedy = |starts_from: &StartsFrom| Remedy {
        action: action.clone(),
        proven_for: vec!["openssl-3".to_owned()],
        preference,
        starts_from: *starts_from,
    };
    starts.iter().map(remedy).collect()
}

fn removal() -> Removal {
    Removal {
        release: Release {
            family: Family::Certifi,
            version: "2025.4.26".to_owned(),
            part: String::new(),
            date: Moment::parse("2025-04-26"),
        },
        date: Moment::parse("2025-04-26").unwrap(),
    }
}

/// Every kind of advice, about certificates and addresses of that name.
pub(super) fn advice(name: &str) -> Vec<Advice> {
    let cert = || certificate(name);
    vec![
        Advice::AskIt {
            root: subject(name),
        },
        Advice::AskServerOwner(ServerFault::SendIntermediate {
            wanted: subject(name),
            fetch_from: vec![format!("http://{name}/ca.crt")],
        }),
        Advice::AskServerOwner(ServerFault::SendIntermediate {
            wanted: subject(name),
            fetch_from: Vec::new(),
        }),
        Advice::AskServerOwner(ServerFault::Renew {
            certificate: cert(),
        }),
        Advice::AskServerOwner(ServerFault::Replace {
            certificate: cert(),
        }),
        Advice::AskServerOwner(ServerFault::MoveToListedRoot { root: cert() }),
        Advice::FixClock,
        Advice::UseOtherHost {
            names: vec![name.to_owned(), "*.mock.example".to_owned()],
            hint: Some(Hint::WildcardCoversOneLabelOnly {
                pattern: PresentedName::Dns("*.mock.example".to_owned()),
                in_its_place: name.to_owned(),
            }),
        },
        Advice::UseOtherHost {
            names: Vec::new(),
            hint: None,
        },
        Advice::ProvideChain,
        Advice::ReplaceFile,
    ]
}

/// Every kind of note, with that hostile text wherever a note can hold one.
pub(super) fn notes(text: &str) -> Vec<Note> {
    let block = BlockNumber(2);
    let mut kinds = single_kinds(text);
    kinds.extend(defects(text).map(|defect| NoteKind::DamagedPem { block, defect }));
    kinds.extend(ENCODINGS.map(NoteKind::WrongEncoding));
    kinds.extend(LAYOUTS.map(|layout| NoteKind::UnusualLayout { layout, blocks: 3 }));
    kinds.extend(CONTAINERS.map(NoteKind::UnsupportedFormat));
    kinds.extend(CONTAINERS.into_iter().flat_map(of_container));
    kinds.extend(obstacles().map(|obstacle| {
        NoteKind::Container(ContainerNote::NotOpened {
            container: Container::Pkcs12,
            obstacle,
        })
    }));
    kinds.extend(LIMITS.map(|limit| {
        NoteKind::Container(ContainerNote::LimitedTrust {
            limit,
            certificates: 3,
        })
    }));
    kinds.extend(PUBLIC_KEYS.map(NoteKind::PublicKeyOnly));
    kinds.extend(PRIVATE_KEYS.map(NoteKind::PrivateKeyPresent));
    kinds.extend(FILES.map(NoteKind::NotACertificateFile));
    let location = Location {
        source: SourceName::new(text),
        line: LineNumber(12),
        start: 100,
        end: 200,
    };
    let note = |kind| Note {
        kind,
        location: location.clone(),
        excerpt: None,
    };
    kinds.into_iter().map(note).collect()
}

fn single_kinds(text: &str) -> Vec<NoteKind> {
    let block = BlockNumber(2);
    vec![
        NoteKind::EmptyInput,
        NoteKind::HtmlPage {
            title: Some(text.to_owned()),
        },
        NoteKind::HtmlPage { title: None },
        NoteKind::CertificateRequest,
        NoteKind::RevocationList,
        NoteKind::MissingNewlineBetweenBlocks { block },
        NoteKind::Truncated {
            block: Some(block),
            extent: Some(Extent {
                declared: 837,
                present: 640,
            }),
        },
        NoteKind::Truncated {
            block: None,
            extent: None,
        },
        NoteKind::BadBase64 {
            block,
            line: LineNumber(18),
            column: 7,
            character: '“',
        },
        NoteKind::Container(ContainerNote::WithoutJavaTrust { certificates: 12 }),
        NoteKind::TrustSettings { block },
        NoteKind::TrailingData {
            block: Some(block),
            bytes: 12,
        },
        NoteKind::TrailingData {
            block: None,
            bytes: 12,
        },
        NoteKind::ChainOnlyNamed {
            entries: vec![ChainEntry {
                subject: text.to_owned(),
                issuer: text.to_owned(),
            }],
            shown: 1,
        },
        NoteKind::NotesOmitted { count: 400 },
    ]
}

fn of_container(container: Container) -> Vec<NoteKind> {
    let of = |tried| {
        [
            NoteKind::Container(ContainerNote::PasswordNeeded { container, tried }),
            NoteKind::Container(ContainerNote::IntegrityUnproven { container, tried }),
        ]
    };
    [Tried::Usual, Tried::Given]
        .into_iter()
        .flat_map(of)
        .collect()
}

fn obstacles() -> [Obstacle; 4] {
    [
        Obstacle::Algorithm("1.2.840.113549.1.12.1.1".to_owned()),
        Obstacle::TooMuchWork,
        Obstacle::PublicKey,
        Obstacle::Damaged,
    ]
}

fn defects(text: &str) -> [PemDefect; 11] {
    [
        PemDefect::BeginWithoutEnd,
        PemDefect::EndWithoutBegin,
        PemDefect::NestedBegin,
        PemDefect::MismatchedLabels {
            begin: text.to_owned(),
            end: "CRL".to_owned(),
        },
        PemDefect::Dashes,
        PemDefect::Empty,
        PemDefect::EmptyLine,
        PemDefect::UnseenCharacter,
        PemDefect::Padding,
        PemDefect::NotDer,
        PemDefect::CommentedOut,
    ]
}

const ENCODINGS: [Encoding; 4] = [
    Encoding::Utf8WithMark,
    Encoding::Utf16Le(ByteOrderMark::Present),
    Encoding::Utf16Be(ByteOrderMark::Absent),
    Encoding::Binary,
];
const LAYOUTS: [Layout; 4] = [
    Layout::Indented,
    Layout::EscapedLineBreaks,
    Layout::WithinLine,
    Layout::CarriageReturns,
];
const CONTAINERS: [Container; 7] = [
    Container::Jks,
    Container::Jceks,
    Container::BouncyCastle,
    Container::Pkcs12,
    Container::SerializedStore,
    Container::NssCertdata,
    Container::Pkcs7WithoutCertificates,
];
const LIMITS: [TrustLimit; 4] = [
    TrustLimit::Distrusted,
    TrustLimit::OtherPurposes,
    TrustLimit::KeyChain,
    TrustLimit::IssuedBefore,
];
const PUBLIC_KEYS: [PublicKeyFormat; 2] = [PublicKeyFormat::Spki, PublicKeyFormat::OpenSsh];
const PRIVATE_KEYS: [PrivateKeyFormat; 4] = [
    PrivateKeyFormat::EncryptedPkcs8,
    PrivateKeyFormat::OpenSsh,
    PrivateKeyFormat::Putty,
    PrivateKeyFormat::Pkcs8,
];
const FILES: [FileKind; 21] = [
    FileKind::Jpeg,
    FileKind::Png,
    FileKind::Gif,
    FileKind::Pdf,
    FileKind::Zip,
    FileKind::Gzip,
    FileKind::Bzip2,
    FileKind::Xz,
    FileKind::SevenZip,
    FileKind::Elf,
    FileKind::PortableExecutable,
    FileKind::MachO,
    FileKind::Sqlite,
    FileKind::OtherDer,
    FileKind::Zeros,
    FileKind::Binary,
    FileKind::CertificateDump,
    FileKind::Json,
    FileKind::Xml,
    FileKind::OtherPem,
    FileKind::PlainText,
];
