//! tmp
#![allow(clippy::all, clippy::pedantic, clippy::restriction)]
use certwhy::*;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let f = |p: explain::Purpose, path: &str| { let b = std::fs::read(path).unwrap(); explain::Supplied { purpose: p, recognised: input::recognise(&location::SourceName::new(path.rsplit('/').next().unwrap()), &b), file_sha256: sha2_digest(&b) } };
    let known = known::KnownRoots::built_in();
    let o = explain::Options { host: Some(certificate::ServerName::parse(&a[3]).unwrap()), at: moment::Moment::parse(&a[4]).unwrap(), client: client::Client::default(), others: vec![], known: &known };
    let r = explain::explain(&[f(explain::Purpose::Bundle, &a[1]), f(explain::Purpose::Chain, &a[2])], &o);
    let lang = if a[5] == "ja" { lang::Lang::Ja } else { lang::Lang::En };
    println!("{}", render::terminal(&text::write(lang, &r), &render::TerminalStyle::default()));
}
fn sha2_digest(b: &[u8]) -> [u8; 32] { use sha2::Digest; sha2::Sha256::digest(b).into() }
