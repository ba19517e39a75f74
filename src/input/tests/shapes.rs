//! DER that has the outermost shape of things and nothing inside.

use super::super::PrivateKeyFormat;

pub(in super::super) fn tlv(tag: u8, contents: &[u8]) -> Vec<u8> {
    let mut value = vec![tag];
    match u16::try_from(contents.len()).unwrap() {
        short @ 0..=0x7F => value.push(u8::try_from(short).unwrap()),
        long => {
            value.push(0x82);
            value.extend(long.to_be_bytes());
        }
    }
    value.extend(contents);
    value
}

fn sequence(fields: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, &fields.concat())
}

fn integer(value: u8) -> Vec<u8> {
    tlv(0x02, &[value])
}

fn oid(last: u8) -> Vec<u8> {
    tlv(
        0x06,
        &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, last],
    )
}

fn time() -> Vec<u8> {
    tlv(0x17, b"260101000000Z")
}

fn algorithm() -> Vec<u8> {
    sequence(&[tlv(0x06, &[0x2B, 0x65, 0x70])])
}

fn signed(fields: &[Vec<u8>]) -> Vec<u8> {
    sequence(&[sequence(fields), algorithm(), tlv(0x03, &[0; 65])])
}

fn spki() -> Vec<u8> {
    sequence(&[algorithm(), tlv(0x03, &[0; 33])])
}

/// A certificate of version 3, about 500 bytes, told from others by its number.
pub(in super::super) fn certificate(number: u8) -> Vec<u8> {
    let mut fields = vec![tlv(0xA0, &integer(2))];
    fields.extend(common_fields(number));
    fields.push(tlv(0xA3, &tlv(0x30, &[number; 300])));
    signed(&fields)
}

/// A certificate of version 1.
pub(in super::super) fn certificate_v1(number: u8) -> Vec<u8> {
    signed(&common_fields(number))
}

fn common_fields(number: u8) -> Vec<Vec<u8>> {
    let name = sequence(&[tlv(0x31, &[number; 9])]);
    let validity = sequence(&[time(), time()]);
    vec![
        integer(number),
        algorithm(),
        name.clone(),
        validity,
        name,
        spki(),
    ]
}

/// A request of realistic length.
pub(in super::super) fn request() -> Vec<u8> {
    signed(&[
        integer(0),
        sequence(&[tlv(0x31, &[0; 90])]),
        spki(),
        tlv(0xA0, &[]),
    ])
}

/// A revocation list of realistic length.
pub(in super::super) fn revocation_list() -> Vec<u8> {
    signed(&[
        integer(1),
        algorithm(),
        sequence(&[tlv(0x31, &[0; 90])]),
        time(),
        time(),
    ])
}

pub(in super::super) fn public_key() -> Vec<u8> {
    spki()
}

pub(in super::super) fn rsa_public_key() -> Vec<u8> {
    sequence(&[tlv(0x02, &[9; 256]), integer(3)])
}

/// Not a key: the fields of one around the text `SECRET`, so that a leak is easy to find.
pub(in super::super) fn private_key(format: PrivateKeyFormat) -> Vec<u8> {
    let secret = tlv(0x04, &b"SECRET".repeat(30));
    let numbers = |count: usize| -> Vec<u8> {
        sequence(
            &[
                vec![integer(0)],
                vec![tlv(0x02, &b"SECRET".repeat(30)); count],
            ]
            .concat(),
        )
    };
    match format {
        PrivateKeyFormat::EncryptedPkcs8 => sequence(&[algorithm(), secret]),
        PrivateKeyFormat::Pkcs1 => numbers(8),
        PrivateKeyFormat::Dsa => numbers(5),
        PrivateKeyFormat::Sec1 => sequence(&[integer(1), secret]),
        PrivateKeyFormat::Pkcs8
        | PrivateKeyFormat::OpenSsh
        | PrivateKeyFormat::Putty
        | PrivateKeyFormat::Other => sequence(&[integer(0), algorithm(), secret]),
    }
}

pub(in super::super) fn pkcs12() -> Vec<u8> {
    sequence(&[
        integer(3),
        sequence(&[oid(1), tlv(0xA0, &tlv(0x04, &[0; 200]))]),
    ])
}

/// `ContentInfo` of `SignedData` with these certificates and no signers.
pub(in super::super) fn pkcs7(certificates: &[Vec<u8>]) -> Vec<u8> {
    pkcs7_of(&[oid(1)], certificates)
}

/// One without certificates whose content is another message.
pub(in super::super) fn pkcs7_around(inner: &[u8]) -> Vec<u8> {
    pkcs7_of(&[oid(1), tlv(0xA0, &tlv(0x04, inner))], &[])
}

fn pkcs7_of(content: &[Vec<u8>], certificates: &[Vec<u8>]) -> Vec<u8> {
    let signed_data = sequence(&[
        integer(1),
        tlv(0x31, &[]),
        sequence(content),
        tlv(0xA0, &certificates.concat()),
        tlv(0x31, &[]),
    ]);
    sequence(&[oid(2), tlv(0xA0, &signed_data)])
}

/// The same with indefinite lengths, as some exporters write it.
pub(in super::super) fn pkcs7_indefinite(certificate: &[u8]) -> Vec<u8> {
    let open = |tag: u8, contents: &[u8]| [&[tag, 0x80], contents, &[0, 0]].concat();
    let fields = [
        integer(1),
        tlv(0x31, &[]),
        open(0x30, &oid(1)),
        open(0xA0, certificate),
        tlv(0x31, &[]),
    ];
    let signed_data = open(0x30, &fields.concat());
    open(0x30, &[oid(2), open(0xA0, &signed_data)].concat())
}
