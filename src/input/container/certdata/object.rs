//! The objects of the text: each begins with its class, an attribute stands on one line, bytes on several in octal.

use super::super::super::tlv;
use core::ops::Range;

/// An object with what matters of it.
#[derive(Debug, Default)]
pub(super) struct Object {
    pub(super) class: Class,
    pub(super) label: Option<String>,
    pub(super) issuer: Vec<u8>,
    pub(super) serial: Vec<u8>,
    /// The certificate: exactly one SEQUENCE.
    pub(super) value: Option<Vec<u8>>,
    /// Whether certificates issued after some date are refused.
    pub(super) distrust_after: bool,
    pub(super) server_auth: Trust,
    /// Where it stands: from its class to its last line.
    pub(super) range: Range<usize>,
}

/// What an object is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Class {
    Certificate,
    Trust,
    #[default]
    Other,
}

/// What is thought of a certificate for TLS servers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Trust {
    /// It is an anchor.
    Anchor,
    /// It must not be trusted, whatever else says so.
    Distrusted,
    /// Neither: it may be an anchor for mail.
    #[default]
    Unsaid,
}

/// All objects in order.
pub(super) fn objects(text: &[u8]) -> impl Iterator<Item = Object> {
    let mut lines = lines(text).peekable();
    core::iter::from_fn(move || {
        let mut object: Option<Object> = None;
        while let Some((range, line)) = lines.peek().cloned() {
            let attribute = Attribute::of(line);
            let starts = attribute.name == b"CKA_CLASS";
            if starts && object.is_some() {
                break;
            }
            lines.next();
            if starts {
                object = Some(Object {
                    class: class(attribute.value),
                    range: range.clone(),
                    ..Object::default()
                });
            }
            let Some(object) = &mut object else { continue };
            if !line.is_empty() && !line.starts_with(b"#") {
                object.range.end = range.end;
            }
            if attribute.kind == b"MULTILINE_OCTAL" {
                let mut bytes = Vec::new();
                while let Some((range, line)) = lines.next_if(|(_, line)| line.starts_with(b"\\")) {
                    octal(line, &mut bytes);
                    object.range.end = range.end;
                }
                object.bytes(attribute.name, bytes);
            } else {
                object.text(&attribute);
            }
        }
        object
    })
}

impl Object {
    fn bytes(&mut self, name: &[u8], bytes: Vec<u8>) {
        match name {
            b"CKA_ISSUER" => self.issuer = bytes,
            b"CKA_SERIAL_NUMBER" => self.serial = bytes,
            b"CKA_NSS_SERVER_DISTRUST_AFTER" => self.distrust_after = true,
            b"CKA_VALUE" => {
                let whole = tlv::first(&bytes)
                    .is_some_and(|it| it.tag == tlv::SEQUENCE && it.whole.len() == bytes.len());
                self.value = whole.then_some(bytes);
            }
            _ => {}
        }
    }

    fn text(&mut self, attribute: &Attribute<'_>) {
        match attribute.name {
            b"CKA_LABEL" => self.label = Some(unquoted(attribute.value)),
            b"CKA_TRUST_SERVER_AUTH" => self.server_auth = trust(attribute.value),
            _ => {}
        }
    }
}

/// `NAME TYPE VALUE`.
struct Attribute<'t> {
    name: &'t [u8],
    kind: &'t [u8],
    value: &'t [u8],
}

impl<'t> Attribute<'t> {
    fn of(line: &'t [u8]) -> Self {
        let (name, rest) = word(line);
        let (kind, rest) = word(rest);
        Self {
            name,
            kind,
            value: rest.trim_ascii(),
        }
    }
}

fn word(text: &[u8]) -> (&[u8], &[u8]) {
    let text = text.trim_ascii_start();
    let end = text.iter().position(u8::is_ascii_whitespace);
    text.split_at(end.unwrap_or(text.len()))
}

fn class(value: &[u8]) -> Class {
    match value {
        b"CKO_CERTIFICATE" => Class::Certificate,
        b"CKO_NSS_TRUST" | b"CKO_NETSCAPE_TRUST" | b"CKO_TRUST" => Class::Trust,
        _ => Class::Other,
    }
}

/// The names changed with PKCS #11; old lists have the old ones.
fn trust(value: &[u8]) -> Trust {
    match value {
        b"CKT_NSS_TRUSTED_DELEGATOR" | b"CKT_NETSCAPE_TRUSTED_DELEGATOR" | b"CKT_TRUST_ANCHOR" => {
            Trust::Anchor
        }
        b"CKT_NSS_NOT_TRUSTED"
        | b"CKT_NSS_UNTRUSTED"
        | b"CKT_NETSCAPE_UNTRUSTED"
        | b"CKT_NOT_TRUSTED" => Trust::Distrusted,
        _ => Trust::Unsaid,
    }
}

fn unquoted(value: &[u8]) -> String {
    let inner = value
        .strip_prefix(b"\"")
        .and_then(|rest| rest.strip_suffix(b"\""));
    let inner = inner.unwrap_or(value);
    let mut bytes = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((&byte, behind)) = rest.split_first() {
        let escape = behind.strip_prefix(b"x").and_then(hex);
        let (byte, behind) = escape.filter(|_| byte == b'\\').unwrap_or((byte, behind));
        bytes.push(byte);
        rest = behind;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Two hexadecimal digits, and what follows.
fn hex(text: &[u8]) -> Option<(u8, &[u8])> {
    let (digits, behind) = text.split_at_checked(2)?;
    let digits = core::str::from_utf8(digits).ok()?;
    Some((u8::from_str_radix(digits, 16).ok()?, behind))
}

/// Appends the bytes of a line: `\060\202`.
fn octal(line: &[u8], bytes: &mut Vec<u8>) {
    for group in line.split(|byte| *byte == b'\\').skip(1) {
        let digits = core::str::from_utf8(group.trim_ascii()).unwrap_or_default();
        bytes.extend(u8::from_str_radix(digits, 8).ok());
    }
}

/// Lines without their ends, with their places.
fn lines(text: &[u8]) -> impl Iterator<Item = (Range<usize>, &[u8])> {
    let mut at = 0;
    text.split_inclusive(|byte| *byte == b'\n')
        .map(move |line| {
            let start = at;
            at += line.len();
            let line = line.trim_ascii_end();
            (start..start + line.len(), line)
        })
}
