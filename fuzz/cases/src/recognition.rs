//! Any bytes as a file: recognition is total, located and repeatable, what it emits can be read again, and it quotes no
//! private key.

use certwhy::certificate::Certificate;
use certwhy::input::{Item, Note, Password, Passwords, Recognised, recognise_with, to_pem};
use certwhy::location::{Location, SourceName};

/// A private key whose second line is found nowhere else. It opens nothing.
const KEY: &str = "-----BEGIN PRIVATE KEY-----\n\
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgT3xQv7mZ0pRkWd9A\n\
qYtF8vXz5KcN2LhJ4gSwEb1UoRi6MnPD7aGxIe3fVjBkTyCl9QrOsWm0ZHuX8dKp\n\
c5NvAt2bEgY7LhRqzJwS1fMiPo4UkVnX\n\
-----END PRIVATE KEY-----\n";
/// The line of it by which a quotation is told.
const SECRET: &str = "qYtF8vXz5KcN2LhJ4gSwEb1UoRi6MnPD7aGxIe3fVjBkTyCl9QrOsWm0ZHuX8dKp";
/// So many characters of it in a row are a quotation.
const QUOTATION: usize = 12;
/// What an input is repeated to, to see that time grows no faster than size; the fuzzer's time limit does the rest.
const LARGE: usize = 1 << 18;

/// One input.
pub fn run(data: &[u8]) {
    check(data, &Passwords::default());
    check(data, &Passwords::new([Password::new("fuzzed")]));
    quotes_no_key(data);
    if is_chosen(data) {
        let repeated: Vec<u8> = data.iter().copied().cycle().take(LARGE).collect();
        let examined = recognised(&repeated, &Passwords::default()).examine(&repeated);
        assert_located(&examined, repeated.len());
    }
}

/// Everything that holds for what is recognised in these bytes.
pub(crate) fn check(data: &[u8], passwords: &Passwords) -> Recognised {
    let first = recognised(data, passwords);
    assert!(
        first == recognised(data, passwords),
        "recognised otherwise the second time"
    );
    let examined = first.examine(data);
    assert_located(&examined, data.len());
    assert_read_again(&examined);
    examined
}

/// What these bytes are.
pub(crate) fn recognised(data: &[u8], passwords: &Passwords) -> Recognised {
    recognise_with(&SourceName::new("fuzzed"), data, passwords)
}

/// The certificates, in order.
pub(crate) fn ders(recognised: &Recognised) -> Vec<&[u8]> {
    recognised.certificates().map(|(der, _)| der).collect()
}

fn assert_located(recognised: &Recognised, length: usize) {
    let of_items = recognised.items.iter().map(|item: &Item| &item.location);
    let of_notes = recognised.notes.iter().map(|note: &Note| &note.location);
    for location in of_items.chain(of_notes) {
        let Location {
            line, start, end, ..
        } = location;
        assert!(start <= end && *end <= length, "{location:?} of {length}");
        assert!(line.0 >= 1, "{location:?}");
    }
    for note in &recognised.notes {
        let Some(excerpt) = &note.excerpt else {
            continue;
        };
        assert!(excerpt.byte <= length, "{excerpt:?}");
        let marked = excerpt.lines.get(excerpt.marked);
        assert!(marked.is_some(), "the mark is under no line: {excerpt:?}");
        assert!(excerpt.mark.start <= excerpt.mark.end, "{excerpt:?}");
    }
}

/// Each certificate is one SEQUENCE, and the PEM that is made of those that can be parsed holds the same again, and nothing
/// to remark.
fn assert_read_again(recognised: &Recognised) {
    let found = ders(recognised);
    for der in &found {
        assert_eq!(der.first(), Some(&0x30), "a certificate is a SEQUENCE");
    }
    let is_readable = |der: &&[u8]| Certificate::parse(der).is_ok();
    let readable: Vec<&[u8]> = found.into_iter().filter(is_readable).collect();
    if readable.is_empty() {
        return;
    }
    let pem: String = readable.iter().map(|der| to_pem(der)).collect();
    let again = crate::recognition::recognised(pem.as_bytes(), &Passwords::default());
    assert!(
        ders(&again) == readable,
        "other certificates the second time"
    );
    assert!(again.notes.is_empty(), "{:?}", again.notes);
}

/// With a private key put somewhere into it, no line of the key stands in what is said of the input.
fn quotes_no_key(data: &[u8]) {
    let is_quoted = |text: &str| {
        let parts = SECRET.as_bytes().windows(QUOTATION).step_by(4);
        parts
            .filter_map(|part| core::str::from_utf8(part).ok())
            .any(|part| text.contains(part))
    };
    if is_quoted(&String::from_utf8_lossy(data)) {
        return;
    }
    let (place, rest) = match data {
        [high, low, rest @ ..] => (usize::from(u16::from_be_bytes([*high, *low])), rest),
        _ => (0, data),
    };
    // The place may count in UTF-16 units.
    let at = place % (rest.len() + 1);
    let (before, behind) = rest.split_at(at);
    let key: Vec<u8> = if rest.starts_with(&[0xff, 0xfe]) {
        KEY.encode_utf16().flat_map(u16::to_le_bytes).collect()
    } else {
        KEY.as_bytes().to_vec()
    };
    let bytes = [before, &key, behind].concat();
    let examined = recognised(&bytes, &Passwords::default()).examine(&bytes);
    let said = format!("{:?}", examined.notes);
    assert!(!is_quoted(&said), "a note quotes the private key: {said}");
    let items: Vec<String> = examined
        .items
        .iter()
        .filter(|item| !item.is_certificate())
        .map(|item| format!("{item:?}"))
        .collect();
    assert!(
        !is_quoted(&items.concat()),
        "an error text holds the private key"
    );
}

/// One input of 64, chosen by its content.
fn is_chosen(data: &[u8]) -> bool {
    let sum = data
        .iter()
        .fold(17_u32, |sum, byte| sum.wrapping_mul(31) ^ u32::from(*byte));
    !data.is_empty() && sum.is_multiple_of(64)
}
