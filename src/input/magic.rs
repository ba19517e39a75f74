//! Files that are recognised by their first bytes.

use super::{Container, FileKind};

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Magic {
    /// A container that can hold certificates.
    Container(Container),
    /// A file of another kind.
    Other(FileKind),
}

/// One file signature.
struct Signature {
    bytes: &'static [u8],
    means: Magic,
}

const fn container(bytes: &'static [u8], container: Container) -> Signature {
    Signature {
        bytes,
        means: Magic::Container(container),
    }
}

const fn other(bytes: &'static [u8], kind: FileKind) -> Signature {
    Signature {
        bytes,
        means: Magic::Other(kind),
    }
}

const SIGNATURES: &[Signature] = &[
    container(&[0xFE, 0xED, 0xFE, 0xED, 0, 0, 0], Container::Jks),
    container(&[0xCE, 0xCE, 0xCE, 0xCE, 0, 0, 0], Container::Jceks),
    container(&[0, 0, 0, 1, 0, 0, 0, 0x14], Container::BouncyCastle),
    container(&[0, 0, 0, 2, 0, 0, 0, 0x14], Container::BouncyCastle),
    container(b"\0\0\0\0CERT", Container::SerializedStore),
    other(&[0xFF, 0xD8, 0xFF], FileKind::Jpeg),
    other(b"\x89PNG\r\n", FileKind::Png),
    other(b"GIF87a", FileKind::Gif),
    other(b"GIF89a", FileKind::Gif),
    other(b"%PDF-", FileKind::Pdf),
    other(b"PK\x03\x04", FileKind::Zip),
    other(b"PK\x05\x06", FileKind::Zip),
    other(&[0x1F, 0x8B, 0x08], FileKind::Gzip),
    other(b"BZh", FileKind::Bzip2),
    other(b"\xFD7zXZ\0", FileKind::Xz),
    other(b"7z\xBC\xAF\x27\x1C", FileKind::SevenZip),
    other(b"\x7FELF", FileKind::Elf),
    other(b"MZ\x90\0", FileKind::PortableExecutable),
    other(&[0xCF, 0xFA, 0xED, 0xFE], FileKind::MachO),
    other(&[0xCE, 0xFA, 0xED, 0xFE], FileKind::MachO),
    other(&[0xCA, 0xFE, 0xBA, 0xBE], FileKind::MachO),
    other(b"SQLite format 3\0", FileKind::Sqlite),
];

/// Looks for a file signature.
pub(super) fn sniff(bytes: &[u8]) -> Option<Magic> {
    SIGNATURES
        .iter()
        .find(|signature| bytes.starts_with(signature.bytes))
        .map(|signature| signature.means)
        .or_else(|| {
            bytes
                .iter()
                .all(|&byte| byte == 0)
                .then_some(Magic::Other(FileKind::Zeros))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_found_and_text_is_not_one() {
        let cases: [(&[u8], Option<Magic>); 7] = [
            (
                b"\xFE\xED\xFE\xED\0\0\0\x02rest",
                Some(Magic::Container(Container::Jks)),
            ),
            (
                b"\0\0\0\0CERT\x03",
                Some(Magic::Container(Container::SerializedStore)),
            ),
            (b"\x89PNG\r\n\x1a\n", Some(Magic::Other(FileKind::Png))),
            (&[0; 9], Some(Magic::Other(FileKind::Zeros))),
            (b"-----BEGIN CERTIFICATE-----", None),
            (b"MZ is also how a sentence may begin", None),
            (b"\xFE\xED", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(sniff(bytes), expected, "{bytes:x?}");
        }
    }

    #[test]
    fn no_signature_hides_another() {
        for (number, signature) in SIGNATURES.iter().enumerate() {
            assert_eq!(
                sniff(signature.bytes),
                Some(signature.means),
                "signature {number}"
            );
        }
    }
}
