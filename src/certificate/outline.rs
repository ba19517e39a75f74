//! A certificate's outline in one short walk over its DER: enough to find it by name, without a view of all of it.
//!
//! It reads what nearly all certificates are: plain DER with the usual types. Of anything else it says nothing, and the
//! full reader decides. What it does accept, the full reader reads.

use super::name;

/// What a certificate is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outline {
    /// What the subject is compared by: [`Name::comparison_key`](super::Name::comparison_key).
    pub(crate) subject: Vec<u8>,
}

const BOOLEAN: u8 = 0x01;
const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const NULL: u8 = 0x05;
const OBJECT_IDENTIFIER: u8 = 0x06;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;
const EXTENSIONS: u8 = 0xa3;

impl Outline {
    /// Walks over one DER certificate that spans `der` exactly. `None` where it is not of the usual kind.
    pub(crate) fn of(der: &[u8]) -> Option<Self> {
        let mut outer = Walk(Walk(der).whole(SEQUENCE)?);
        let mut tbs = Walk(outer.take(SEQUENCE)?);
        algorithm(outer.take(SEQUENCE)?)?;
        bits(outer.take(BIT_STRING)?)?;
        outer.ends()?;
        let outline = signed_part(&mut tbs)?;
        tbs.ends()?;
        Some(outline)
    }
}

/// `TBSCertificate` (RFC 5280 §4.1.2) without unique identifiers.
fn signed_part(tbs: &mut Walk<'_>) -> Option<Outline> {
    if tbs.next_is(VERSION) {
        matches!(tbs.take(VERSION)?, [INTEGER, 1, 0..=2]).then_some(())?;
    }
    (!tbs.take(INTEGER)?.is_empty()).then_some(())?;
    algorithm(tbs.take(SEQUENCE)?)?;
    let issuer = tbs.take(SEQUENCE)?;
    validity(tbs.take(SEQUENCE)?)?;
    let named = tbs.take(SEQUENCE)?;
    let subject = name::usual_key(named)?;
    if issuer != named {
        name::usual_key(issuer)?;
    }
    public_key(tbs.take(SEQUENCE)?)?;
    if tbs.next_is(EXTENSIONS) {
        extensions(tbs.take(EXTENSIONS)?)?;
    }
    Some(Outline { subject })
}

/// The encoding of the subject of a certificate that has an outline.
pub(crate) fn subject_der(der: &[u8]) -> Option<&[u8]> {
    let mut tbs = Walk(Walk(Walk(der).whole(SEQUENCE)?).take(SEQUENCE)?);
    if tbs.next_is(VERSION) {
        tbs.take(VERSION)?;
    }
    tbs.take(INTEGER)?;
    // Algorithm, issuer, validity.
    for _ in 0..3 {
        tbs.take(SEQUENCE)?;
    }
    let rest = tbs.0;
    tbs.take(SEQUENCE)?;
    rest.get(..rest.len().saturating_sub(tbs.0.len()))
}

/// An identifier, and nothing, NULL or another identifier as its parameters.
fn algorithm(content: &[u8]) -> Option<()> {
    let mut parts = Walk(content);
    identifier(parts.take(OBJECT_IDENTIFIER)?)?;
    if parts.next_is(NULL) {
        parts.take(NULL)?.is_empty().then_some(())?;
    } else if parts.next_is(OBJECT_IDENTIFIER) {
        identifier(parts.take(OBJECT_IDENTIFIER)?)?;
    }
    parts.ends()
}

fn identifier(content: &[u8]) -> Option<()> {
    content.last().filter(|last| **last < 0x80).map(|_| ())
}

/// Whole octets, at least one.
fn bits(content: &[u8]) -> Option<()> {
    matches!(content, [0, _, ..]).then_some(())
}

fn public_key(content: &[u8]) -> Option<()> {
    let mut parts = Walk(content);
    algorithm(parts.take(SEQUENCE)?)?;
    bits(parts.take(BIT_STRING)?)?;
    parts.ends()
}

fn validity(content: &[u8]) -> Option<()> {
    let mut times = Walk(content);
    for _ in 0..2 {
        let (years, time) = if times.next_is(UTC_TIME) {
            let time = times.take(UTC_TIME)?;
            time.split_at_checked(2).filter(|_| time.len() == 13)?
        } else {
            let time = times.take(GENERALIZED_TIME)?;
            let is_near = matches!(time, [b'1' | b'2', ..]) && time.len() == 15;
            time.split_at_checked(4).filter(|_| is_near)?
        };
        years.iter().all(u8::is_ascii_digit).then_some(())?;
        month_to_second(time.strip_suffix(b"Z")?)?;
    }
    times.ends()
}

/// Two digits each: month, day, hour, minute, second. Of the 29th of February it says nothing.
fn month_to_second(digits: &[u8]) -> Option<()> {
    let mut numbers = digits.chunks_exact(2).map(|pair| match pair {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
            Some((tens - b'0').saturating_mul(10).saturating_add(ones - b'0'))
        }
        _ => None,
    });
    let mut next = || numbers.next().flatten();
    let days = match next()? {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28,
        _ => return None,
    };
    let is_sound = (1..=days).contains(&next()?) && next()? < 24 && next()? < 60 && next()? < 60;
    is_sound.then_some(())
}

fn extensions(content: &[u8]) -> Option<()> {
    let mut list = Walk(Walk(content).whole(SEQUENCE)?);
    while !list.0.is_empty() {
        let mut extension = Walk(list.take(SEQUENCE)?);
        identifier(extension.take(OBJECT_IDENTIFIER)?)?;
        if extension.next_is(BOOLEAN) {
            matches!(extension.take(BOOLEAN)?, [0xff]).then_some(())?;
        }
        extension.take(OCTET_STRING)?;
        extension.ends()?;
    }
    Some(())
}

/// What is left of a constructed value.
pub(super) struct Walk<'a>(pub(super) &'a [u8]);

impl<'a> Walk<'a> {
    /// The content of the next element, which has this tag.
    pub(super) fn take(&mut self, tag: u8) -> Option<&'a [u8]> {
        let (found, content) = self.next()?;
        (found == tag).then_some(content)
    }

    /// The next element: its tag, of one octet, and its content.
    pub(super) fn next(&mut self) -> Option<(u8, &'a [u8])> {
        let (tag, rest) = self.0.split_first()?;
        let (length, rest) = length(rest)?;
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        (tag & 0x1f != 0x1f).then_some((*tag, content))
    }

    /// Whether the next element has this tag.
    fn next_is(&self, tag: u8) -> bool {
        self.0.first() == Some(&tag)
    }

    /// The content of the only element, which has this tag.
    pub(super) fn whole(mut self, tag: u8) -> Option<&'a [u8]> {
        let content = self.take(tag)?;
        self.ends()?;
        Some(content)
    }

    /// Nothing is left.
    pub(super) const fn ends(&self) -> Option<()> {
        if self.0.is_empty() { Some(()) } else { None }
    }
}

/// A definite length in the shortest form, of up to four octets (X.690 §10.1).
fn length(octets: &[u8]) -> Option<(usize, &[u8])> {
    let (first, rest) = octets.split_first()?;
    if *first < 0x80 {
        return Some((usize::from(*first), rest));
    }
    let count = usize::from(first & 0x7f);
    let (octets, rest) = rest.split_at_checked(count)?;
    let is_shortest = (1..=4).contains(&count) && octets.first() != Some(&0);
    let length = octets
        .iter()
        .fold(0_usize, |length, octet| (length << 8) | usize::from(*octet));
    (is_shortest && length >= 0x80).then_some((length, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certificate::Certificate;
    use crate::known::{KnownRoot, KnownRoots};
    use test_pki::{Certified, ca, leaf, scenarios};

    fn hex(octets: &[u8]) -> String {
        base16ct::lower::encode_string(octets)
    }

    fn agrees(der: &[u8]) -> bool {
        let Some(outline) = Outline::of(der) else {
            return false;
        };
        let full = Certificate::parse(der);
        let full = full.unwrap_or_else(|why| panic!("{why:?}: {}", hex(der)));
        assert_eq!(outline.subject, full.subject.comparison_key());
        assert_eq!(subject_der(der), Some(full.subject.as_der()));
        true
    }

    #[test]
    fn every_certificate_at_hand_has_the_subject_that_the_full_reader_finds() {
        let known = KnownRoots::built_in();
        let roots: Vec<&[u8]> = known.iter().filter_map(KnownRoot::der).collect();
        let usual = roots.iter().filter(|der| agrees(der)).count();
        // The others have old types of strings and times.
        assert!(usual * 10 >= roots.len() * 9, "{usual} of {}", roots.len());
        for scenario in scenarios() {
            for certificate in scenario.chain.iter().chain(&scenario.bundle) {
                agrees(certificate.der());
            }
        }
    }

    fn sample() -> Certified {
        let root = ca("Mock Root").self_signed();
        leaf("www.mock.example").issued_by(&root)
    }

    #[test]
    fn it_reads_the_usual_certificate() {
        assert!(agrees(sample().der()));
    }

    /// Whatever octet is changed to whatever: what has an outline can be read, and says the same.
    #[test]
    fn what_has_an_outline_can_be_read() {
        let sound = sample().der().to_vec();
        let mut with_outline = 0;
        for place in 0..sound.len() {
            for octet in [
                0x00, 0x01, 0x02, 0x03, 0x05, 0x06, 0x0c, 0x13, 0x17, 0x18, 0x30, 0x31, 0x39, 0x5a,
                0x7f, 0x80, 0x81, 0xa0, 0xa3, 0xff,
            ] {
                let mut der = sound.clone();
                der[place] = octet;
                with_outline += usize::from(agrees(&der));
            }
        }
        assert!(with_outline > sound.len(), "{with_outline}");
    }
}
