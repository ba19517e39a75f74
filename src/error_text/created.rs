//! What was made on the server although the call failed: publishing again would make it twice.

use super::frame::cut;
use super::source::Source;

/// An entity that the text says was created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreatedEntity {
    /// Its type, such as `PublishedFile`.
    pub kind: String,
    /// Its name, where the text has one.
    pub name: String,
    /// Its id.
    pub id: Option<u64>,
}

const LONGEST: usize = 2048;
const MOST: usize = 16;

/// Reads `although PublishedFile NAME (id: NUMBER) was created`, the sentence of Toolkit's publishing. A line break may
/// stand anywhere in it, where a console has wrapped it.
pub(super) fn read(source: &Source<'_>) -> Vec<CreatedEntity> {
    let mut found: Vec<CreatedEntity> = Vec::new();
    for (_, rest) in source.after("although ") {
        let entity = entity(cut(rest, LONGEST)).filter(|entity| !found.contains(entity));
        found.extend(entity);
        if found.len() == MOST {
            break;
        }
    }
    found
}

fn entity(rest: &str) -> Option<CreatedEntity> {
    let words: Vec<&str> = rest.split_ascii_whitespace().collect();
    let sentence = words.join(" ");
    let (said, _) = sentence.split_once("was created")?;
    let (kind, rest) = said.trim_start().split_once(' ')?;
    let is_type = kind.starts_with(|c: char| c.is_ascii_uppercase())
        && kind.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !is_type {
        return None;
    }
    let (name, id) = match rest.rsplit_once("(id:") {
        Some((name, id)) => (name, id.trim().trim_end_matches(')').trim().parse().ok()),
        None => (rest, None),
    };
    Some(CreatedEntity {
        kind: kind.to_owned(),
        name: name.trim().to_owned(),
        id,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entity_is_read_across_line_breaks() {
        for (text, expected) in [
            (
                "x, although PublishedFile a_v017.hda (id: 114715\n) was created.",
                Some(("PublishedFile", "a_v017.hda", Some(114_715))),
            ),
            (
                "although TankPublishedFile my shot v1 (id: 7) was\ncreated",
                Some(("TankPublishedFile", "my shot v1", Some(7))),
            ),
            (
                "although PublishedFile a was created.",
                Some(("PublishedFile", "a", None)),
            ),
            ("although it was created", None),
            ("although PublishedFile a (id: 3) was deleted", None),
        ] {
            let found = read(&Source::new(text));
            let found = found
                .first()
                .map(|entity| (entity.kind.as_str(), entity.name.as_str(), entity.id));
            assert_eq!(found, expected, "{text}");
        }
    }
}
