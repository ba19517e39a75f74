//! Key stores and lists of roots that are no PEM: as they are, and with a sound frame around any content.

use crate::recognition::check;
use certwhy::input::{Password, Passwords};
use sha1::{Digest, Sha1};
use test_pki::der;

const PASSWORD: &str = "changeit";

/// One input; its first byte says what stands around the rest.
pub fn run(data: &[u8]) {
    let Some((form, rest)) = data.split_first() else {
        return;
    };
    let passwords = Passwords::new([Password::new("fuzzed"), Password::new("pässword")]);
    let framed = match form % 8 {
        0 => java(0xfeed_feed, rest),
        1 => java(0xcece_cece, rest),
        2 => pkcs12(rest),
        3 => certdata(rest),
        _ => rest.to_vec(),
    };
    let found = check(&framed, &passwords);
    let password = found.opened.and_then(|opened| opened.password);
    let is_ours = |password: &Password| passwords.candidates().contains(password);
    assert!(
        password.is_none_or(|password| is_ours(&password)),
        "a password nobody tried"
    );
}

/// The entries of a Java key store of either kind, under a digest that fits the usual password.
fn java(magic: u32, content: &[u8]) -> Vec<u8> {
    let mut store = magic.to_be_bytes().to_vec();
    store.extend(content);
    let password: Vec<u8> = PASSWORD.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let digest = Sha1::new()
        .chain_update(password)
        .chain_update("Mighty Aphrodite")
        .chain_update(&store)
        .finalize();
    store.extend_from_slice(&digest);
    store
}

/// A PKCS #12 container without encryption and without a checksum, of any bags (RFC 7292 §4).
fn pkcs12(bags: &[u8]) -> Vec<u8> {
    let data = |content: &[u8]| {
        let octets = der::tlv(der::tag::OCTET_STRING, content);
        der::sequence([
            der::oid("1.2.840.113549.1.7.1"),
            der::constructed(0, &octets),
        ])
    };
    let contents = data(&der::tlv(der::tag::SEQUENCE, bags));
    let safe = der::sequence([contents]);
    der::sequence([der::small_integer(3), data(&safe)])
}

/// A list of NSS with these lines.
fn certdata(lines: &[u8]) -> Vec<u8> {
    [
        b"BEGINDATA\nCKA_CLASS CK_OBJECT_CLASS CKO_NSS_BUILTIN_ROOT_LIST\n",
        lines,
    ]
    .concat()
}
