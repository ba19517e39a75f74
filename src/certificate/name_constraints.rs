//! The name constraints extension (RFC 5280 §4.2.1.10).

use der_parser::asn1_rs::{Any, Class, FromDer, Tag};

use super::GeneralName;
use super::general_name::general_name;

/// The value of the extension. A constraint is kept as it stands, also where no name can meet it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameConstraints {
    /// Subtrees of which every name of their form must be in one.
    pub permitted: Vec<GeneralName>,
    /// Subtrees in which no name may be.
    pub excluded: Vec<GeneralName>,
    /// What RFC 5280 forbids but can be read.
    pub oddities: Vec<SubtreeOddity>,
}

/// Something readable that RFC 5280 §4.2.1.10 forbids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SubtreeOddity {
    /// A subtree has a `minimum`, which DER leaves out where it is 0.
    Minimum,
    /// A subtree has a `maximum`.
    Maximum,
    /// A list of subtrees is empty, or there is none.
    NoSubtrees,
}

/// Why the extension cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameConstraintsProblem {
    /// It is no DER, or has another structure.
    Structure,
    /// A base is no general name.
    Base,
}

impl NameConstraints {
    /// Reads the value of the extension.
    pub fn from_der(der: &[u8]) -> Result<Self, NameConstraintsProblem> {
        let (mut rest, outer) = take(der)?;
        if !rest.is_empty() || outer.tag() != Tag::Sequence {
            return Err(NameConstraintsProblem::Structure);
        }
        let mut constraints = Self {
            permitted: Vec::new(),
            excluded: Vec::new(),
            oddities: Vec::new(),
        };
        let mut least_tag = 0;
        let mut has_empty_list = outer.data.is_empty();
        rest = outer.data;
        while !rest.is_empty() {
            let (tail, field) = take(rest)?;
            let tag = context_tag(&field, least_tag)?;
            let list = match tag {
                0 => &mut constraints.permitted,
                1 => &mut constraints.excluded,
                _ => return Err(NameConstraintsProblem::Structure),
            };
            has_empty_list |= field.data.is_empty();
            subtrees(field.data, list, &mut constraints.oddities)?;
            least_tag = tag.saturating_add(1);
            rest = tail;
        }
        if has_empty_list {
            constraints.oddities.push(SubtreeOddity::NoSubtrees);
        }
        Ok(constraints)
    }

    /// How many subtrees there are.
    pub fn len(&self) -> usize {
        self.permitted.len().saturating_add(self.excluded.len())
    }

    /// Whether there is no subtree.
    pub fn is_empty(&self) -> bool {
        self.permitted.is_empty() && self.excluded.is_empty()
    }
}

fn subtrees(
    mut content: &[u8],
    list: &mut Vec<GeneralName>,
    oddities: &mut Vec<SubtreeOddity>,
) -> Result<(), NameConstraintsProblem> {
    while !content.is_empty() {
        let (tail, subtree) = take(content)?;
        if subtree.tag() != Tag::Sequence {
            return Err(NameConstraintsProblem::Structure);
        }
        let (mut rest, base) = take(subtree.data)?;
        list.push(general_name(&base).ok_or(NameConstraintsProblem::Base)?);
        let mut least_tag = 0;
        while !rest.is_empty() {
            let (after, bound) = take(rest)?;
            let tag = context_tag(&bound, least_tag)?;
            let oddity = match tag {
                0 => SubtreeOddity::Minimum,
                1 => SubtreeOddity::Maximum,
                _ => return Err(NameConstraintsProblem::Structure),
            };
            if !oddities.contains(&oddity) {
                oddities.push(oddity);
            }
            least_tag = tag.saturating_add(1);
            rest = after;
        }
        content = tail;
    }
    Ok(())
}

fn take(content: &[u8]) -> Result<(&[u8], Any<'_>), NameConstraintsProblem> {
    Any::from_der(content).map_err(|_| NameConstraintsProblem::Structure)
}

/// The tag of a field, which must not stand before one that was read already.
fn context_tag(field: &Any<'_>, least: u32) -> Result<u32, NameConstraintsProblem> {
    let tag = field.tag().0;
    if field.class() == Class::ContextSpecific && tag >= least {
        Ok(tag)
    } else {
        Err(NameConstraintsProblem::Structure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let content = parts.concat();
        [&[tag, u8::try_from(content.len()).unwrap()], &content[..]].concat()
    }

    fn dns(name: &str) -> Vec<u8> {
        tlv(0x82, &[name.as_bytes()])
    }

    #[test]
    fn both_lists() {
        let a = tlv(0x30, &[&dns("a")]);
        let b = tlv(0x30, &[&tlv(0x87, &[&[10, 0, 0, 0, 255, 0, 0, 0]])]);
        let der = tlv(0x30, &[&tlv(0xa0, &[&a, &b]), &tlv(0xa1, &[&a])]);
        let constraints = NameConstraints::from_der(&der).unwrap();
        let a = GeneralName::Dns(b"a".to_vec());
        let b = GeneralName::Ip(vec![10, 0, 0, 0, 255, 0, 0, 0]);
        assert_eq!(constraints.len(), 3);
        assert_eq!(constraints.permitted, [a.clone(), b]);
        assert_eq!(constraints.excluded, [a]);
        assert_eq!(constraints.oddities, []);
    }

    #[test]
    fn oddities() {
        use SubtreeOddity::{Maximum, Minimum, NoSubtrees};
        let subtree = |bounds: &[u8]| tlv(0x30, &[&tlv(0xa0, &[&tlv(0x30, &[&dns("a"), bounds])])]);
        for (der, oddities) in [
            (subtree(&[0x80, 1, 0]), vec![Minimum]),
            (subtree(&[0x80, 1, 1, 0x81, 1, 2]), vec![Minimum, Maximum]),
            (vec![0x30, 0], vec![NoSubtrees]),
            (vec![0x30, 4, 0xa0, 0, 0xa1, 0], vec![NoSubtrees]),
        ] {
            let constraints = NameConstraints::from_der(&der).unwrap();
            assert_eq!(constraints.oddities, oddities, "{der:02x?}");
        }
    }

    #[test]
    fn what_cannot_be_read() {
        use NameConstraintsProblem::{Base, Structure};
        let empty_permitted = [0xa0, 0];
        for (der, problem) in [
            (vec![], Structure),
            (vec![0x31, 0], Structure),
            (vec![0x30, 0, 0], Structure),
            (tlv(0x30, &[&[0xa2, 0]]), Structure),
            (tlv(0x30, &[&[0xa1, 0], &empty_permitted]), Structure),
            (tlv(0x30, &[&empty_permitted, &empty_permitted]), Structure),
            (tlv(0x30, &[&tlv(0xa0, &[&dns("a")])]), Structure),
            (tlv(0x30, &[&tlv(0xa0, &[&[0x30, 0]])]), Structure),
            (tlv(0x30, &[&tlv(0xa0, &[&[0x30, 2, 5, 0]])]), Base),
            (tlv(0x30, &[&tlv(0xa0, &[&[0x30, 3, 0xa4, 1, 5]])]), Base),
            (
                tlv(0x30, &[&tlv(0xa0, &[&tlv(0x30, &[&dns("a"), &[5, 0]])])]),
                Structure,
            ),
        ] {
            assert_eq!(NameConstraints::from_der(&der), Err(problem), "{der:02x?}");
        }
    }
}
