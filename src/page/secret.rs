//! Private keys: taken out of an input before anything else is kept of it.

#[cfg(feature = "containers")]
use crate::explain::{Holding, holding};
#[cfg(feature = "containers")]
use crate::input::{Content, Note, Role, to_pem};
use crate::input::{NoteKind, Recognised};

/// What is left of an input that holds a private key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cleaned {
    /// It held none.
    Untouched,
    /// The same with the content of the keys taken out; lines and their numbers are as before.
    Blanked(Vec<u8>),
    /// A key that is not in lines of its own: nothing of the input is kept.
    Refused,
}

/// Takes the content of private keys out.
pub(super) fn clean(bytes: &[u8], recognised: &Recognised) -> Cleaned {
    let keys = recognised
        .notes
        .iter()
        .filter(|note| matches!(note.kind, NoteKind::PrivateKeyPresent(_)))
        .map(|note| note.location.bytes());
    #[cfg(feature = "containers")]
    if recognised.opened.is_some() {
        return opened(recognised);
    }
    let mut cleaned = bytes.to_vec();
    let mut found = false;
    for range in keys {
        found = true;
        match cleaned.get_mut(range) {
            Some(block) if block.starts_with(BEGIN) => blank(block),
            Some(_) | None => return Cleaned::Refused,
        }
    }
    if found {
        Cleaned::Blanked(cleaned)
    } else {
        Cleaned::Untouched
    }
}

/// A key store with a key: what is kept of it are its certificates, as text, the trusted ones where it has such.
#[cfg(feature = "containers")]
fn opened(recognised: &Recognised) -> Cleaned {
    let is_key = |note: &Note| matches!(note.kind, NoteKind::PrivateKeyPresent(_));
    if !recognised.notes.iter().any(is_key) {
        return Cleaned::Untouched;
    }
    let of_role = |wanted: fn(Role) -> bool| -> String {
        let items = recognised.items.iter();
        let kept = items.filter_map(|item| match &item.content {
            Content::Certificate { der, role, .. } if wanted(*role) => Some(to_pem(der)),
            Content::Certificate { .. } | Content::ErrorText(_) => None,
        });
        kept.collect()
    };
    let kept = match holding(recognised) {
        Holding::Chain => of_role(|role| matches!(role, Role::Unspecified | Role::KeyChain)),
        Holding::Bundle
        | Holding::Mixture
        | Holding::Authorities
        | Holding::ErrorText
        | Holding::Nothing => of_role(|role| role == Role::Unspecified),
    };
    if kept.is_empty() {
        Cleaned::Refused
    } else {
        Cleaned::Blanked(kept.into_bytes())
    }
}

/// Writes a blank over every character between the two markers, or to the end where the second is missing. Line breaks
/// stay, so that lines keep their numbers.
fn blank(block: &mut [u8]) {
    let is_break = |octet: &u8| matches!(octet, b'\n' | b'\r');
    let line = block.iter().position(is_break).unwrap_or(block.len());
    // A plain search: blocks are short, and a quicker one is more code than the page's first module has room for.
    let places = |words: &'static [u8]| {
        let windows = block.windows(words.len()).enumerate();
        windows
            .filter(move |(_, window)| *window == words)
            .map(|(at, _)| at)
    };
    let closing = places(DASHES)
        .find(|at| *at >= BEGIN.len())
        .map(|at| at + DASHES.len());
    let start = closing.filter(|end| *end <= line).unwrap_or(BEGIN.len());
    let end = places(END)
        .rfind(|end| *end >= start)
        .unwrap_or(block.len());
    let inside = block.get_mut(start..end).unwrap_or_default();
    inside
        .iter_mut()
        .filter(|octet| !is_break(octet))
        .for_each(|octet| *octet = b' ');
}

const BEGIN: &[u8] = b"-----BEGIN";
const END: &[u8] = b"-----END";
const DASHES: &[u8] = b"-----";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::recognise;
    use crate::location::SourceName;

    fn cleaned(text: &str) -> Cleaned {
        let recognised = recognise(&SourceName::new("x"), text.as_bytes());
        clean(text.as_bytes(), &recognised)
    }

    #[test]
    fn keys_lose_their_content_and_nothing_else_changes() {
        let key =
            "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMG\nc2VjcmV0\n-----END PRIVATE KEY-----\n";
        let text = format!("before\n{key}after\n");
        let Cleaned::Blanked(bytes) = cleaned(&text) else {
            panic!("not blanked");
        };
        let kept = String::from_utf8(bytes).unwrap();
        assert!(kept.starts_with("before\n-----BEGIN PRIVATE KEY-----\n   "));
        assert!(kept.ends_with("\n-----END PRIVATE KEY-----\nafter\n"));
        assert_eq!(kept.len(), text.len());
        assert_eq!(kept.lines().count(), text.lines().count());
        assert!(!kept.contains("c2VjcmV0"));
        let again = recognise(&SourceName::new("x"), kept.as_bytes());
        let still_said = |kind: &NoteKind| matches!(kind, NoteKind::PrivateKeyPresent(_));
        assert!(again.notes.iter().any(|note| still_said(&note.kind)));
    }

    #[test]
    fn nothing_of_a_key_is_left_however_it_is_laid_out() {
        let begin = "-----BEGIN RSA PRIVATE KEY-----";
        let end = "-----END RSA PRIVATE KEY-----";
        for text in [
            format!("{begin}\nc2VjcmV0\nc2VjcmV0"),
            format!("{begin}\nc2VjcmV0"),
            format!("{begin}c2VjcmV0\nc2VjcmV0\n{end}\n"),
            format!("{begin}\nc2VjcmV0\nc2VjcmV0{end}\n"),
            format!("{begin}c2VjcmV0{end}"),
            format!("-----BEGIN RSA PRIVATE KEY\nc2VjcmV0\n{end}\n"),
            format!("{begin}\r\nc2VjcmV0\r\n"),
        ] {
            match cleaned(&text) {
                Cleaned::Refused => {}
                Cleaned::Untouched => panic!("{text:?} was kept"),
                Cleaned::Blanked(bytes) => {
                    let kept = String::from_utf8(bytes).unwrap();
                    assert!(!kept.contains("c2V"), "{kept:?}");
                    assert_eq!(kept.len(), text.len());
                    assert_eq!(kept.lines().count(), text.lines().count(), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn of_a_key_store_the_certificates_are_kept() {
        let stores: [&[u8]; 2] = [
            include_bytes!("../../tests/integration/containers/key.jks"),
            include_bytes!("../../tests/integration/containers/key.p12"),
        ];
        for store in stores {
            let recognised = recognise(&SourceName::new("x"), store);
            let Cleaned::Blanked(kept) = clean(store, &recognised) else {
                panic!("not blanked");
            };
            let again = recognise(&SourceName::new("x"), &kept);
            assert!(again.notes.is_empty(), "{:?}", again.notes);
            assert_eq!(again.items.len(), recognised.items.len());
        }
        let sound = include_bytes!("../../tests/integration/containers/keytool.p12");
        let recognised = recognise(&SourceName::new("x"), sound);
        assert_eq!(clean(sound, &recognised), Cleaned::Untouched);
    }

    #[test]
    fn keys_in_other_forms_refuse_the_input() {
        let wide: Vec<u8> = "-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let recognised = recognise(&SourceName::new("x"), &[&[0xff, 0xfe], &*wide].concat());
        assert_eq!(clean(&wide, &recognised), Cleaned::Refused);
        assert_eq!(cleaned("nothing secret"), Cleaned::Untouched);
    }
}
