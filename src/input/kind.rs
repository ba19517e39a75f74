//! What a text without certificates is.

use super::encoding::View;
use super::{Container, FileKind, NoteKind, PrivateKeyFormat, PublicKeyFormat};
use memchr::memmem;

/// How far from the start a text is looked at.
const SAMPLE: usize = 4096;
/// The longest title worth keeping, in characters.
const LONGEST_TITLE: usize = 200;

/// What a text is that may still be an error text, or is certainly not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Certainly this.
    Certain(NoteKind),
    /// This, unless it is an error text.
    Unless(FileKind),
}

/// Tells what a text without certificates is.
pub(super) fn of(view: &View<'_>) -> Kind {
    let text = view.bytes();
    let sample = text.get(..SAMPLE).unwrap_or(text).trim_ascii_start();
    let has = |word: &str| memmem::find(sample, word.as_bytes()).is_some();
    if is_binary(sample) {
        return Kind::Certain(NoteKind::NotACertificateFile(FileKind::Binary));
    }
    if starts_with_any(sample, &["<!doctype html", "<html", "<head"]) {
        return Kind::Certain(NoteKind::HtmlPage { title: title(view) });
    }
    if has("CKA_CLASS CK_OBJECT_CLASS") || memmem::find(text, b"\nCKA_CLASS CK_OBJECT").is_some() {
        return Kind::Certain(NoteKind::UnsupportedFormat(Container::NssCertdata));
    }
    if starts_with_any(sample, &["putty-user-key-file-"]) {
        return Kind::Certain(NoteKind::PrivateKeyPresent(PrivateKeyFormat::Putty));
    }
    if starts_with_any(
        sample,
        &["ssh-rsa aaaa", "ssh-ed25519 aaaa", "ecdsa-sha2-nistp"],
    ) {
        return Kind::Certain(NoteKind::PublicKeyOnly(PublicKeyFormat::OpenSsh));
    }
    if has("Signature Algorithm:") && has("Public Key Algorithm:") {
        return Kind::Certain(NoteKind::NotACertificateFile(FileKind::CertificateDump));
    }
    Kind::Unless(match sample.first() {
        Some(b'{' | b'[') => FileKind::Json,
        Some(b'<') => FileKind::Xml,
        _ => FileKind::PlainText,
    })
}

fn starts_with_any(text: &[u8], beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| {
        text.get(..beginning.len())
            .is_some_and(|text| text.eq_ignore_ascii_case(beginning.as_bytes()))
    })
}

/// Whether control characters stand in it that no text has.
fn is_binary(sample: &[u8]) -> bool {
    sample
        .iter()
        .any(|byte| matches!(byte, 0..=0x06 | 0x0E..=0x1A | 0x1C..=0x1F))
}

/// The title of an HTML page.
fn title(view: &View<'_>) -> Option<String> {
    let text = view.bytes();
    let sample = text.get(..SAMPLE * 4).unwrap_or(text).to_ascii_lowercase();
    let tag = memmem::find(&sample, b"<title")?;
    let start = tag + memchr::memchr(b'>', sample.get(tag..)?)? + 1;
    let len = memmem::find(sample.get(start..)?, b"</title")?;
    let title = view.text(start..start + len);
    Some(title.trim().chars().take(LONGEST_TITLE).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart() {
        let certain = Kind::Certain;
        let not = NoteKind::NotACertificateFile;
        let page = |title: Option<&str>| NoteKind::HtmlPage {
            title: title.map(str::to_owned),
        };
        let cases = [
            (
                "<!DOCTYPE html><title> Log in\n</title>",
                certain(page(Some("Log in"))),
            ),
            ("\n <HTML lang=ja>", certain(page(None))),
            ("{\"a\": 1}", Kind::Unless(FileKind::Json)),
            ("<?xml version='1.0'?>", Kind::Unless(FileKind::Xml)),
            ("hello", Kind::Unless(FileKind::PlainText)),
            ("a\0b", certain(not(FileKind::Binary))),
            (
                "ssh-rsa AAAAB3Nza",
                certain(NoteKind::PublicKeyOnly(PublicKeyFormat::OpenSsh)),
            ),
            (
                "PuTTY-User-Key-File-3: ssh-rsa",
                certain(NoteKind::PrivateKeyPresent(PrivateKeyFormat::Putty)),
            ),
            (
                "Certificate:\n Signature Algorithm: x\n Public Key Algorithm: y",
                certain(not(FileKind::CertificateDump)),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(of(&View::new(text.as_bytes())), expected, "{text}");
        }
    }
}
