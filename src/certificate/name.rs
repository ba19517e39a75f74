//! Distinguished names and the one place where they are compared (RFC 5280 §4.1.2.4, §7.1).

use core::fmt;
use core::hash::{Hash, Hasher};
use der_parser::asn1_rs::{Any, FromDer, Sequence, Tag};
use std::sync::{Arc, OnceLock};

use super::outline::Walk;
use super::text::{decode_string, fold, fold_ascii};
use crate::signature::as_oid;

/// One attribute of a relative distinguished name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The attribute type in dotted decimal, `2.5.4.3` for a common name.
    pub oid: String,
    /// The value as text; hexadecimal of its DER where it is no text.
    pub value: String,
}

/// A distinguished name. Two names are equal when RFC 5280 §7.1 says so: string types, letter case and repeated
/// spaces do not matter.
#[derive(Clone)]
pub struct Name(Arc<Parts>);

struct Parts {
    der: Vec<u8>,
    /// Read when somebody asks.
    rdns: OnceLock<Vec<Vec<Attribute>>>,
    /// One folded entry for each RDN, in order, each preceded by its length: what comparison looks at.
    key: Vec<u8>,
}

impl Name {
    /// Reads a DER `Name`. `None` when it is not one.
    pub fn from_der(der: &[u8]) -> Option<Self> {
        let usual = Walk(der)
            .whole(SEQUENCE)
            .and_then(usual_key)
            .map(|key| (key, OnceLock::new()));
        let (key, rdns) = match usual {
            Some(usual) => usual,
            None => read(der).map(|(rdns, key)| (key, OnceLock::from(rdns)))?,
        };
        Some(Self(Arc::new(Parts {
            der: der.to_vec(),
            rdns,
            key,
        })))
    }

    /// The name without attributes.
    pub fn empty() -> Self {
        Self(Arc::new(Parts {
            der: vec![0x30, 0x00],
            rdns: OnceLock::new(),
            key: Vec::new(),
        }))
    }

    /// What comparison looks at: equal names have equal keys, and a name within the subtree of another begins with its key.
    pub(crate) fn comparison_key(&self) -> &[u8] {
        &self.0.key
    }

    /// The encoding as it stands in the certificate.
    pub fn as_der(&self) -> &[u8] {
        &self.0.der
    }

    /// The parts of [`Name::comparison_key`], one for each RDN.
    pub(crate) fn key_entries(&self) -> Vec<&[u8]> {
        let mut entries = Vec::new();
        let mut rest = self.0.key.as_slice();
        while let Some((length, after)) = rest.split_first_chunk::<4>() {
            let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
            let (entry, after) = after.split_at_checked(length).unwrap_or((after, &[]));
            entries.push(entry);
            rest = after;
        }
        entries
    }

    /// The relative distinguished names, in the order of the encoding.
    pub fn rdns(&self) -> &[Vec<Attribute>] {
        let read = || read(&self.0.der).map(|(rdns, _)| rdns).unwrap_or_default();
        self.0.rdns.get_or_init(read)
    }

    /// Whether it has no attribute at all.
    pub fn is_empty(&self) -> bool {
        self.0.key.is_empty()
    }

    /// All values of an attribute type (dotted decimal), in order.
    pub fn values<'a>(&'a self, oid: &'a str) -> impl DoubleEndedIterator<Item = &'a str> {
        self.attributes()
            .filter(move |a| a.oid == oid)
            .map(|a| a.value.as_str())
    }

    /// The last common name, which is the most specific one.
    pub fn common_name(&self) -> Option<&str> {
        self.values("2.5.4.3").next_back()
    }

    /// The last organisation name.
    pub fn organization(&self) -> Option<&str> {
        self.values("2.5.4.10").next_back()
    }

    /// What a person would call the bearer: common name, else organisational unit, else organisation, else all of it.
    pub fn friendly(&self) -> String {
        ["2.5.4.3", "2.5.4.11", "2.5.4.10"]
            .iter()
            .find_map(|oid| {
                self.values(oid)
                    .next_back()
                    .filter(|text| !text.trim().is_empty())
            })
            .map_or_else(|| self.to_string(), str::to_owned)
    }

    /// Whether this name lies in the subtree of `base`: `base` is a prefix of it (RFC 5280 §4.2.1.10, directoryName).
    pub fn is_within(&self, base: &Self) -> bool {
        self.0.key.starts_with(&base.0.key)
    }

    /// Whether every value is a `PrintableString` or a `UTF8String`.
    #[cfg(feature = "clients")]
    pub fn has_common_types_only(&self) -> bool {
        let common = |pair: &Any<'_>| {
            elements(pair.data).is_some_and(|parts| {
                parts.get(1).is_some_and(|value| {
                    matches!(value.tag(), Tag::PrintableString | Tag::Utf8String)
                })
            })
        };
        let Ok((_, sequence)) = Sequence::from_der(&self.0.der) else {
            return false;
        };
        elements(sequence.content.as_ref()).is_some_and(|sets| {
            sets.iter()
                .all(|set| elements(set.data).is_some_and(|pairs| pairs.iter().all(common)))
        })
    }

    fn attributes(&self) -> impl DoubleEndedIterator<Item = &Attribute> {
        self.rdns().iter().flatten()
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.0.key == other.0.key
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.key.hash(state);
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.key_entries().cmp(&other.key_entries())
    }
}

/// RFC 4514: most specific attribute first, special characters escaped.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, rdn) in self.rdns().iter().rev().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            for (position, attribute) in rdn.iter().enumerate() {
                let joiner = if position == 0 { "" } else { "+" };
                let label = short_label(&attribute.oid).unwrap_or(&attribute.oid);
                write!(f, "{joiner}{label}={}", escape(&attribute.value))?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({self})")
    }
}

/// Any name, by the full reader: its parts, and what it is compared by.
fn read(der: &[u8]) -> Option<(Vec<Vec<Attribute>>, Vec<u8>)> {
    let (rest, sequence) = Sequence::from_der(der).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let mut rdns = Vec::new();
    let mut key = Vec::new();
    for set in elements(sequence.content.as_ref())? {
        let (attributes, folded) = relative_name(&set)?;
        rdns.push(attributes);
        let length = u32::try_from(folded.len()).ok()?;
        key.extend(length.to_be_bytes());
        key.extend(folded);
    }
    Some((rdns, key))
}

const SEQUENCE: u8 = 0x30;

/// What a name is compared by, from its content, if it is of the usual kind: one attribute in each part, in UTF-8 or
/// ASCII. `None` where it is not; [`read`] gives the same key where it is.
pub(super) fn usual_key(content: &[u8]) -> Option<Vec<u8>> {
    let mut key = Vec::with_capacity(content.len());
    let mut sets = Walk(content);
    while !sets.0.is_empty() {
        let mut set = Walk(sets.take(0x31)?);
        let mut pair = Walk(set.take(SEQUENCE)?);
        set.ends()?;
        let oid = pair.take(0x06)?;
        oid.last().filter(|last| **last < 0x80)?;
        let (tag, value) = pair.next()?;
        pair.ends()?;
        let is_text = match tag {
            // UTF8String, PrintableString, IA5String.
            0x0c | 0x13 | 0x16 => value.is_ascii(),
            _ => false,
        };
        is_text.then_some(())?;
        let start = key.len();
        key.extend([0; 4]);
        key.extend_from_slice(oid);
        key.push(0);
        fold_ascii(value, &mut key);
        let length = u32::try_from(key.len().saturating_sub(start).saturating_sub(4)).ok()?;
        key.get_mut(start..start.saturating_add(4))?
            .copy_from_slice(&length.to_be_bytes());
    }
    Some(key)
}

fn relative_name(set: &Any<'_>) -> Option<(Vec<Attribute>, Vec<u8>)> {
    if set.tag() != Tag::Set {
        return None;
    }
    let mut attributes = Vec::new();
    let mut folded = Vec::new();
    for pair in elements(set.data)? {
        let mut parts = elements(pair.data)?.into_iter();
        let oid = as_oid(&parts.next()?)?;
        let value = parts.next()?;
        let text = decode_string(&value);
        let mut entry = oid.as_bytes().to_vec();
        entry.push(0);
        match &text {
            Some(text) => entry.extend(fold(text).into_bytes()),
            None => entry.extend([&[0xff], value.data].concat()),
        }
        folded.push(entry);
        let value =
            text.unwrap_or_else(|| format!("#{}", base16ct::lower::encode_string(value.data)));
        attributes.push(Attribute {
            oid: oid.to_id_string(),
            value,
        });
    }
    // A SET has no order of its own.
    folded.sort();
    Some((attributes, join(folded)))
}

/// Several attributes are told apart by their lengths, so that no value can imitate two.
fn join(mut entries: Vec<Vec<u8>>) -> Vec<u8> {
    if entries.len() == 1 {
        return entries.remove(0);
    }
    let lengths = entries
        .iter()
        .map(|entry| u64::try_from(entry.len()).unwrap_or(u64::MAX));
    let heads: Vec<u8> = core::iter::once(0)
        .chain(lengths.flat_map(u64::to_be_bytes))
        .collect();
    core::iter::once(heads).chain(entries).flatten().collect()
}

/// The elements inside a constructed value. `None` where one of them is no DER.
pub(super) fn elements(mut content: &[u8]) -> Option<Vec<Any<'_>>> {
    let mut found = Vec::new();
    while !content.is_empty() {
        let (rest, any) = Any::from_der(content).ok()?;
        found.push(any);
        content = rest;
    }
    Some(found)
}

fn short_label(oid: &str) -> Option<&'static str> {
    Some(match oid {
        "2.5.4.3" => "CN",
        "2.5.4.6" => "C",
        "2.5.4.7" => "L",
        "2.5.4.8" => "ST",
        "2.5.4.9" => "STREET",
        "2.5.4.10" => "O",
        "2.5.4.11" => "OU",
        "0.9.2342.19200300.100.1.25" => "DC",
        "0.9.2342.19200300.100.1.1" => "UID",
        _ => return None,
    })
}

fn escape(value: &str) -> String {
    let last = value.chars().count().saturating_sub(1);
    let mut escaped = String::with_capacity(value.len());
    for (index, c) in value.chars().enumerate() {
        let special = matches!(c, ',' | '+' | '"' | '\\' | '<' | '>' | ';')
            || (index == 0 && matches!(c, '#' | ' '))
            || (index == last && c == ' ');
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `(tag, text)` as a one-attribute common name.
    fn cn(tag: u8, text: &[u8]) -> Name {
        let string = tlv(tag, text);
        let pair = tlv(
            0x30,
            &[&[0x06, 0x03, 0x55, 0x04, 0x03], &string[..]].concat(),
        );
        Name::from_der(&tlv(0x30, &tlv(0x31, &pair))).unwrap()
    }

    fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
        [&[tag, u8::try_from(content.len()).unwrap()], content].concat()
    }

    #[test]
    fn comparison_ignores_case_string_type_and_repeated_spaces() {
        let base = cn(0x13, b"Example  Root CA");
        for same in [
            cn(0x0c, b"example root ca"),
            cn(0x16, b" Example Root CA "),
            cn(0x1e, b"\0E\0x\0a\0m\0p\0l\0e\0 \0R\0o\0o\0t\0 \0C\0A"),
        ] {
            assert_eq!(base, same);
        }
        for other in [
            cn(0x13, b"ExampleRoot CA"),
            cn(0x13, b""),
            cn(0x04, b"Example  Root CA"),
        ] {
            assert_ne!(base, other);
        }
    }

    #[test]
    fn rfc_4514_escapes() {
        assert_eq!(
            cn(0x0c, b" a,b+\"c\" ").to_string(),
            "CN=\\ a\\,b\\+\\\"c\\\"\\ "
        );
        assert_eq!(cn(0x0c, b"#x").to_string(), "CN=\\#x");
        assert_eq!(cn(0x0c, b"plain").friendly(), "plain");
    }

    #[test]
    fn subtree_is_a_prefix() {
        let empty = Name::from_der(&[0x30, 0x00]).unwrap();
        assert!(empty.is_empty());
        assert_eq!(Name::empty().as_der(), empty.as_der());
        assert!(cn(0x0c, b"x").is_within(&empty));
        assert!(!empty.is_within(&cn(0x0c, b"x")));
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for bad in [
            &[][..],
            &[0x30, 0x02, 0x31],
            &[0x30, 0x01, 0x05],
            &[0x31, 0x00],
            &[0x30, 0x00, 0x00],
        ] {
            assert!(Name::from_der(bad).is_none(), "{bad:?}");
        }
    }
}
