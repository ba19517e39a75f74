use super::*;
use crate::certificate::ServerName;
use crate::client::Client;
use crate::explain::{Options, Purpose, Supplied, explain};
use crate::input::recognise;
use crate::lang::Lang;
use crate::location::SourceName;
use crate::moment::Moment;
use crate::testing::{HOST, NOW, Trio, sound};
use proptest::prelude::*;
use std::fmt::Write as _;

const SHA1: &str = "8DA7F965EC5EFC37910F1C6E59FDC1CC6A6EDE16";
const SHA256: &str = "8ECDE6884F3D87B1125BA31AC3FCB13D7016DE7F57CC904FE1CB97C6AE98196E";

fn grouped(print: &str, width: usize, separator: &str) -> String {
    let digits: Vec<char> = print.chars().collect();
    let groups: Vec<String> = digits
        .chunks(width)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(separator)
}

#[test]
fn every_spelling_is_read() {
    let sha1 = Ok(Print::Sha1(CertSha1::parse(SHA1).unwrap()));
    let sha256 = Ok(Print::Sha256(CertSha256::parse(SHA256).unwrap()));
    for (pasted, expected) in [
        (SHA1.to_owned(), sha1.clone()),
        (SHA1.to_lowercase(), sha1.clone()),
        (
            format!("\u{200e}{}", grouped(&SHA1.to_lowercase(), 2, " ")),
            sha1.clone(),
        ),
        (
            format!("\u{feff}{}\r\n", grouped(SHA1, 2, ":")),
            sha1.clone(),
        ),
        (grouped(SHA1, 4, "-"), sha1.clone()),
        (grouped(SHA1, 10, "\n"), sha1.clone()),
        (grouped(SHA1, 8, "\u{a0}"), sha1.clone()),
        (format!("Thumbprint: {SHA1}"), sha1.clone()),
        (format!("Thumbprint:{SHA1}"), sha1.clone()),
        (format!("拇印: {}", grouped(SHA1, 2, " ")), sha1.clone()),
        (format!("拇印\u{3000}{SHA1}"), sha1.clone()),
        (format!("拇印：{SHA1}"), sha1.clone()),
        (
            format!("SHA1 Fingerprint={}", grouped(SHA1, 2, ":")),
            sha1.clone(),
        ),
        (format!("SHA-1: {SHA1} (Amazon Root CA 1)"), sha1.clone()),
        (format!("sha1:{SHA1}"), sha1),
        (format!("SHA-256: {SHA256}"), sha256.clone()),
        (
            format!("sha256 Fingerprint={}", grouped(SHA256, 2, ":")),
            sha256.clone(),
        ),
        (format!("SHA-1 {SHA1}\nSHA-256 {SHA256}"), sha256.clone()),
        (grouped(SHA256, 32, "\r\n"), sha256),
    ] {
        assert_eq!(read(&pasted), expected, "{pasted:?}");
    }
}

#[test]
fn what_is_none_is_told() {
    for (pasted, expected) in [
        ("", Comparison::Empty),
        (" \u{200e}\r\n", Comparison::Empty),
        ("hello", Comparison::NotAThumbprint { digits: 0 }),
        (&SHA1[1..], Comparison::NotAThumbprint { digits: 39 }),
        ("8D A7 F9", Comparison::NotAThumbprint { digits: 6 }),
        (
            &SHA1.replace('0', "O"),
            Comparison::NotAThumbprint { digits: 0 },
        ),
        (&SHA1[..32], Comparison::Md5),
        (
            "MD5 Fingerprint=43:C6:BF:AE:EC:FE:AD:2F:18:C6:88:68:30:FC:C8:E6",
            Comparison::Md5,
        ),
    ] {
        assert_eq!(read(pasted), Err(expected), "{pasted}");
    }
}

fn answer(trio: &Trio, other: &str) -> (Report, KnownRoots) {
    let known = KnownRoots::from_certificates([trio.root.der().to_vec(), unrelated()]);
    let supplied = |purpose, text: &str| Supplied {
        purpose,
        recognised: recognise(&SourceName::new("test"), text.as_bytes()),
        file_sha256: None,
    };
    let chain = trio.leaf.pem() + &trio.middle.pem();
    let inputs = [
        supplied(Purpose::Bundle, other),
        supplied(Purpose::Chain, &chain),
    ];
    let options = Options {
        host: ServerName::parse(HOST).ok(),
        at: Moment::parse(NOW).unwrap(),
        client: Client::default(),
        others: Vec::new(),
        known: &known,
        environment: crate::environment::Environment::default(),
    };
    (explain(&inputs, &options), known)
}

fn unrelated() -> Vec<u8> {
    test_pki::ca("Unrelated Root").self_signed().der().to_vec()
}

#[test]
fn what_it_is_in_an_answer() {
    let trio = sound();
    let other = test_pki::ca("Other Root").self_signed();
    let (report, known) = answer(&trio, &other.pem());
    let role = |der: &[u8]| {
        let prints = [
            CertSha1::of(der).thumbprint(),
            CertSha256::of(der).thumbprint(),
        ];
        prints.map(|print| match compare(&print, &report, &known) {
            Comparison::Matches { certificate, role } if certificate.as_der() == der => Some(role),
            Comparison::Matches { certificate, .. } => panic!("{certificate:?}"),
            Comparison::Empty
            | Comparison::NotAThumbprint { .. }
            | Comparison::Md5
            | Comparison::KnownButOther { .. }
            | Comparison::Unknown { .. } => None,
        })
    };
    assert_eq!(role(trio.root.der()), [Some(Role::Proposed); 2]);
    assert_eq!(role(trio.leaf.der()), [Some(Role::SentByServer); 2]);
    assert_eq!(role(other.der()), [Some(Role::InBundle); 2]);
    assert_eq!(role(b"nothing"), [None; 2]);
    let wanted = report
        .remedies
        .iter()
        .find_map(|remedy| match &remedy.action {
            Action::AddRoot { root, .. } => Some(Cert::clone(root)),
            Action::ReplaceBundle { .. }
            | Action::MendBundle { .. }
            | Action::SendIntermediate { .. }
            | Action::RemoveFromBundle { .. }
            | Action::StopSending { .. } => None,
        });
    assert!(wanted.is_some());
    assert_eq!(
        compare(&CertSha1::of(&unrelated()).thumbprint(), &report, &known),
        Comparison::KnownButOther {
            root: "Unrelated Root".to_owned(),
            wanted: wanted.clone()
        }
    );
    assert_eq!(
        compare(SHA1, &report, &known),
        Comparison::Unknown { wanted }
    );
}

#[test]
fn words() {
    let trio = sound();
    let (report, known) = answer(&trio, &test_pki::ca("Other Root").self_signed().pem());
    let mut page = String::new();
    let prints = [
        String::new(),
        "8D A7".to_owned(),
        SHA1[..32].to_owned(),
        CertSha1::of(trio.root.der()).thumbprint(),
        CertSha256::of(trio.leaf.der()).thumbprint(),
        CertSha1::of(&unrelated()).thumbprint(),
        SHA256.to_owned(),
    ];
    for pasted in prints {
        let comparison = compare(&pasted, &report, &known);
        for lang in Lang::ALL {
            let words = crate::text::thumbprint(*lang, &comparison);
            let _ = writeln!(page, "{lang}: {}", crate::text::plain(&words));
        }
        page.push('\n');
    }
    insta::assert_snapshot!(page);
}

proptest! {
    #[test]
    fn anything_can_be_pasted(pasted in any::<String>()) {
        let _ = read(&pasted);
    }

    /// However a digest is separated, it is read as itself.
    #[test]
    fn separators_change_nothing(width in 1_usize..64, separator in "[ :\\-\t\r\n\u{200e}\u{a0}]{1,3}") {
        let read = read(&grouped(SHA256, width, &separator));
        prop_assert_eq!(read, Ok(Print::Sha256(CertSha256::parse(SHA256).unwrap())));
    }
}
