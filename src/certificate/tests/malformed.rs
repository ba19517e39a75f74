//! Bytes that are no certificate, or no longer one.

use crate::certificate::{Certificate, Malformed};
use proptest::prelude::*;
use test_pki::{Subtree, ca, leaf};

fn bytes() -> Vec<u8> {
    let root = ca("Mock Root")
        .permit(Subtree::Dns("mock.example"))
        .self_signed();
    leaf("www.mock.example")
        .extension(test_pki::Extension::ca_issuers(
            "http://ca.mock.example/root.cer",
        ))
        .issued_by(&root)
        .der()
        .to_vec()
}

#[test]
fn each_kind_of_damage() {
    let whole = bytes();
    let followed = [&whole[..], &[0]].concat();
    for (bytes, expected) in [
        (&[][..], Malformed::Structure),
        (&[0x30, 0x00], Malformed::Structure),
        (&[0x30, 0x80, 0x00, 0x00], Malformed::Structure),
        (
            &[0x30, 0x06, 0x30, 0x00, 0x30, 0x00, 0x03, 0x00],
            Malformed::ToBeSigned,
        ),
        (&[0x04, 0x02, 0x05, 0x00], Malformed::Structure),
        (&whole[..whole.len() - 1], Malformed::Structure),
        (&followed, Malformed::TrailingBytes),
    ] {
        assert_eq!(Certificate::parse(bytes).unwrap_err(), expected);
    }
}

#[test]
fn every_shorter_piece_is_none() {
    let whole = bytes();
    for length in 0..whole.len() {
        assert!(Certificate::parse(&whole[..length]).is_err(), "{length}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever the bytes are: no panic, and what is read spans them.
    #[test]
    fn damaged_bytes_do_no_harm(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = bytes();
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if let Ok(certificate) = Certificate::parse(&bytes) {
            prop_assert_eq!(certificate.as_der(), &bytes[..]);
            prop_assert!(bytes.windows(certificate.signed().message.len())
                .any(|window| window == certificate.signed().message));
        }
    }
}
