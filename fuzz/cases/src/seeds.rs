//! Inputs to begin with, out of the mock PKI and the key stores of the integration tests.

use std::path::Path;
use std::{fs, io};
use test_pki::{ca, leaf, scenarios};

/// A file of the integration tests.
macro_rules! seed {
    ($name:literal) => {
        (
            $name,
            include_bytes!(concat!("../../../tests/integration/containers/", $name)),
        )
    };
}

/// Scenarios whose files are seeds: chains and bundles of every kind are among them.
const SCENARIOS: usize = 24;
/// Sizes of inputs without any form, for targets that make something out of bytes.
const SIZES: [usize; 5] = [16, 64, 200, 600, 2000];
/// How many of each size.
const OF_EACH_SIZE: u64 = 24;

/// Words that formats look for, as libFuzzer's dictionaries write them.
pub const DICTIONARY: &str = include_str!("seeds/dictionary.txt");

/// Key stores and other files.
const FILES: &[(&str, &[u8])] = &[
    seed!("key.jks"),
    seed!("secret.jks"),
    seed!("roots.jceks"),
    seed!("secret-key.jceks"),
    seed!("aes-128.p12"),
    seed!("open.p12"),
    seed!("no-mac.p12"),
    seed!("pieces.p12"),
    seed!("rc2-40.p12"),
    seed!("3des.p12"),
    seed!("pbmac1.p12"),
    seed!("keytool.p12"),
    seed!("secret-key.p12"),
    seed!("rejected.pem"),
    seed!("trusted.pem"),
    seed!("mail.pem"),
];

/// Writes the seeds of a target into a folder of its own.
pub fn write(folder: &Path, target: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, content) in of(target) {
        fs::write(folder.join(name), content)?;
    }
    Ok(())
}

/// The seeds of a target, each with a name.
pub fn of(target: &str) -> Vec<(String, Vec<u8>)> {
    match target {
        "recognition" | "repair" => [files(), texts(), stores()].concat(),
        "key_stores" => {
            // Behind a byte that says that nothing stands around it.
            let framed = |(name, content): (String, Vec<u8>)| (name, [vec![7], content].concat());
            stores().into_iter().map(framed).chain(noise()).collect()
        }
        _ => noise(),
    }
}

fn stores() -> Vec<(String, Vec<u8>)> {
    let one = |(name, content): &(&str, &[u8])| ((*name).to_owned(), content.to_vec());
    FILES.iter().map(one).collect()
}

/// Chains and bundles as servers and users have them.
fn files() -> Vec<(String, Vec<u8>)> {
    let step = (scenarios().len() / SCENARIOS).max(1);
    let scenarios = scenarios().iter().step_by(step);
    scenarios
        .flat_map(|scenario| {
            let id = &scenario.description.id;
            let pem = |all| test_pki::pem_bundle::<&test_pki::Certified>(all).into_bytes();
            [
                (
                    format!("{id}.chain"),
                    pem(scenario.chain.iter().collect::<Vec<_>>()),
                ),
                (
                    format!("{id}.bundle"),
                    pem(scenario.bundle.iter().take(4).collect()),
                ),
            ]
        })
        .collect()
}

/// The same certificates in the shapes in which files are damaged.
fn texts() -> Vec<(String, Vec<u8>)> {
    let root = ca("Mock Root").self_signed();
    let server = leaf("www.mock.example").issued_by(&root);
    let (pem, other) = (root.pem(), server.pem());
    let wide: Vec<u8> = format!("\u{feff}{pem}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let key = server.key().private_key_pem();
    let json = format!("{{\"ca\": {pem:?}}}");
    let transcript = format!(
        "CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = www.mock.example\n   i:CN = Mock Root\n{other}---\n\
         Server certificate\n{other}subject=CN = www.mock.example\n"
    );
    let error = "requests.exceptions.SSLError: HTTPSConnectionPool(host='www.mock.example', port=443): Max retries \
         exceeded with url: / (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] \
         certificate verify failed: unable to get local issuer certificate (_ssl.c:1007)')))\n";
    let certificate = root.der().to_vec();
    let texts: [(&str, Vec<u8>); 14] = [
        ("der", certificate.clone()),
        ("two-ders", [certificate, server.der().to_vec()].concat()),
        ("utf-16", wide),
        ("crlf", pem.replace('\n', "\r\n").into_bytes()),
        ("one-line", pem.replace('\n', " ").into_bytes()),
        (
            "no-break-between",
            format!("{}{other}", pem.trim_end()).into_bytes(),
        ),
        ("escaped", json.into_bytes()),
        (
            "cut",
            pem.get(..pem.len() / 2)
                .unwrap_or_default()
                .as_bytes()
                .to_vec(),
        ),
        ("bad-base64", pem.replacen('A', "!", 1).into_bytes()),
        (
            "quoted",
            format!("> {}", pem.replace('\n', "\n> ")).into_bytes(),
        ),
        ("with-key", format!("{key}{pem}{other}").into_bytes()),
        ("transcript", transcript.into_bytes()),
        ("error", error.as_bytes().to_vec()),
        (
            "html",
            format!("<html><title>Portal</title>{pem}</html>").into_bytes(),
        ),
    ];
    texts
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text))
        .collect()
}

/// Bytes without any form, the same each time.
fn noise() -> Vec<(String, Vec<u8>)> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u8::try_from(state >> 56).unwrap_or_default()
    };
    let mut seeds = Vec::new();
    for size in SIZES {
        for number in 0..OF_EACH_SIZE {
            seeds.push((
                format!("noise-{size}-{number}"),
                (0..size).map(|_| byte()).collect(),
            ));
        }
    }
    seeds
}
