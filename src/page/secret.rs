//! Private keys: taken out of an input before anything else is kept of it.

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
    let mut cleaned = bytes.to_vec();
    let mut found = false;
    for range in keys {
        found = true;
        match cleaned.get_mut(range) {
            Some(block) if block.starts_with(b"-----BEGIN") => blank(block),
            Some(_) | None => return Cleaned::Refused,
        }
    }
    if found {
        Cleaned::Blanked(cleaned)
    } else {
        Cleaned::Untouched
    }
}

/// Writes a blank over every character between the first line and the last.
fn blank(block: &mut [u8]) {
    let is_break = |octet: &u8| matches!(octet, b'\n' | b'\r');
    let start = block.iter().position(is_break).unwrap_or(block.len());
    let end = block.iter().rposition(is_break).unwrap_or(block.len());
    if start >= end {
        // All on one line: the marker is kept to the end of its dashes.
        block.iter_mut().skip(11).for_each(|octet| *octet = b' ');
        return;
    }
    let inside = block.get_mut(start..end).unwrap_or_default();
    inside
        .iter_mut()
        .filter(|octet| !is_break(octet))
        .for_each(|octet| *octet = b' ');
}

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
