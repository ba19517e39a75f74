//! Random damage of a real bundle, the same on every machine.

use certwhy::explain::{Purpose, Supplied, check_bundle};
use certwhy::finding::Finding;
use certwhy::input::{Recognised, recognise};
use certwhy::known::KnownRoots;
use certwhy::location::SourceName;
use data_encoding::BASE64;

/// A damaged bundle.
pub(super) struct Damage {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// The number of the block, counted from 1, at which it was damaged; `None` for damage of the file as a whole.
    pub(super) block: Option<usize>,
}

/// How many roots the bundle holds: enough for all kinds of key, few enough for the programs to be quick.
const ROOTS: usize = 24;

/// So many damaged bundles, each of the kinds in turn.
pub(super) fn damages(count: usize) -> Vec<Damage> {
    let bundle = Bundle::new();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    (0..count)
        .map(|number| {
            let (name, kind) = KINDS[number % KINDS.len()];
            let mut text = Text {
                bytes: bundle.text.clone(),
                at: None,
            };
            kind(&mut text, &mut random);
            Damage {
                name: format!("{number} {name} at {:?}", text.at),
                block: text.at.map(|at| bundle.block_at(at)),
                bytes: text.bytes,
            }
        })
        .collect()
}

/// The bundle: a heading before each certificate, as in certifi.
struct Bundle {
    text: Vec<u8>,
    /// Where each block ends.
    ends: Vec<usize>,
}

impl Bundle {
    fn new() -> Self {
        let known = KnownRoots::built_in();
        let newest = known.newest();
        let mut text = Vec::new();
        let mut ends = Vec::new();
        for root in newest.members().step_by(4).take(ROOTS) {
            let base64 = BASE64.encode(root.der().unwrap());
            text.extend(format!("# {}\n-----BEGIN CERTIFICATE-----\n", root.subject()).bytes());
            for line in base64.as_bytes().chunks(64) {
                text.extend(line);
                text.push(b'\n');
            }
            text.extend(b"-----END CERTIFICATE-----\n\n");
            ends.push(text.len());
        }
        Self { text, ends }
    }

    fn block_at(&self, at: usize) -> usize {
        self.ends.iter().filter(|end| **end <= at).count() + 1
    }
}

/// The bundle while it is being damaged.
struct Text {
    bytes: Vec<u8>,
    /// Where, in the sound bundle.
    at: Option<usize>,
}

impl Text {
    /// Damages it at a random place among those that fit.
    fn place(&mut self, random: &mut Random, fits: impl Fn(&[u8], usize) -> bool) -> usize {
        loop {
            let at = random.below(self.bytes.len());
            if fits(&self.bytes, at) {
                self.at = Some(at);
                return at;
            }
        }
    }

    fn replace(&mut self, at: usize, len: usize, with: &[u8]) {
        let end = (at + len).min(self.bytes.len());
        self.bytes.splice(at..end, with.iter().copied());
    }

    fn line_at(&self, at: usize) -> (usize, usize) {
        let start = self.bytes[..at].iter().rposition(|byte| *byte == b'\n');
        let start = start.map_or(0, |line_end| line_end + 1);
        let len = self.bytes[start..].iter().position(|byte| *byte == b'\n');
        (start, len.map_or(self.bytes.len() - start, |len| len + 1))
    }

    fn as_text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }
}

/// A small generator (Marsaglia's xorshift), so that nothing but the seed decides.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound).unwrap()).unwrap()
    }

    fn of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}

type Kind = (&'static str, fn(&mut Text, &mut Random));

const KINDS: &[Kind] = &[
    ("cut off", |text, random| {
        let at = text.place(random, |_, at| at > 200);
        text.bytes.truncate(at);
    }),
    ("piece lost", |text, random| {
        let at = text.place(random, anywhere);
        let len = 1 + random.below(700);
        text.replace(at, len, b"");
    }),
    ("character lost", |text, random| {
        let at = text.place(random, in_base64);
        text.replace(at, 1, b"");
    }),
    ("character of base64 changed", |text, random| {
        let at = text.place(random, in_base64);
        let other = *random.of(b"ABCDwxyz0189+/");
        text.replace(at, 1, &[other]);
    }),
    ("character changed to another", |text, random| {
        let at = text.place(random, anywhere);
        let other = *random.of(b"*-=#:\\\0\t \"_~@\xA0\xE9\xFF");
        text.replace(at, 1, &[other]);
    }),
    ("bit flipped", |text, random| {
        let at = text.place(random, anywhere);
        let bit = random.below(8);
        text.bytes[at] ^= 1 << bit;
    }),
    ("line doubled", |text, random| {
        let at = text.place(random, anywhere);
        let (start, len) = text.line_at(at);
        let line = text.bytes[start..start + len].to_vec();
        text.replace(start, 0, &line);
    }),
    ("piece doubled", |text, random| {
        let at = text.place(random, anywhere);
        let len = (1 + random.below(3000)).min(text.bytes.len() - at);
        let piece = text.bytes[at..at + len].to_vec();
        text.replace(at, 0, &piece);
    }),
    ("line lost", |text, random| {
        let at = text.place(random, anywhere);
        let (start, len) = text.line_at(at);
        text.replace(start, len, b"");
    }),
    ("line break lost", |text, random| {
        let at = text.place(random, |bytes, at| bytes[at] == b'\n');
        text.replace(at, 1, b"");
    }),
    ("line break lost before BEGIN", |text, random| {
        let at = text.place(random, |bytes, at| bytes[at..].starts_with(b"\n# "));
        let (start, len) = text.line_at(at + 1);
        text.replace(start, len, b"");
        text.replace(at, 1, b"");
        if text.bytes.get(at - 1) == Some(&b'\n') {
            text.replace(at - 1, 1, b"");
        }
    }),
    ("empty line within", |text, random| {
        let at = text.place(random, in_base64);
        let (start, _) = text.line_at(at);
        text.replace(start, 0, b"\n");
    }),
    ("hyphens", |text, random| {
        let at = text.place(random, |bytes, at| bytes[at] == b'-');
        let dash = *random.of(&["", "--", "–", "—", " "]);
        text.replace(at, 1, dash.as_bytes());
    }),
    ("label changed", |text, random| {
        let at = text.place(random, |bytes, at| bytes[at..].starts_with(b"CERTIFICATE"));
        let label = *random.of(&[
            "certificate",
            "X509 CERTIFICATE",
            "CERTIFICAT",
            "PUBLIC KEY",
        ]);
        text.replace(at, b"CERTIFICATE".len(), label.as_bytes());
    }),
    ("padding", |text, random| {
        let at = text.place(random, |bytes, at| bytes[at..].starts_with(b"\n-----END"));
        let padding = *random.of(&["=", "==", "===", "A", "AA", "AAAA"]);
        text.replace(at, 0, padding.as_bytes());
    }),
    ("indented", |text, random| {
        let from = text.place(random, |_, at| at < 4000);
        let (start, _) = text.line_at(from);
        let rest = String::from_utf8(text.bytes[start..].to_vec()).unwrap();
        text.bytes.truncate(start);
        text.bytes.extend(rest.replace('\n', "\n  ").bytes());
    }),
    ("stray text", |text, random| {
        let at = text.place(random, anywhere);
        let stray = *random.of(&[
            "\n> ",
            "Proc-Type: 4,CLEAR\n",
            "<br>",
            "\r",
            "\\n",
            "\u{feff}",
            "…",
        ]);
        text.replace(at, 0, stray.as_bytes());
    }),
    ("re-encoded", |text, random| {
        text.bytes = match random.below(6) {
            0 => ["\u{feff}", &text.as_text()].concat().into_bytes(),
            1 => text.as_text().replace('\n', "\r\n").into_bytes(),
            2 => text.as_text().replace('\n', "\r").into_bytes(),
            3 => text
                .as_text()
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
            4 => {
                let marked = ["\u{feff}", &text.as_text()].concat();
                marked.encode_utf16().flat_map(u16::to_be_bytes).collect()
            }
            _ => text.as_text().replace('\n', "\\n").into_bytes(),
        };
    }),
    ("headings lost and marked", |text, _| {
        let sound = text.as_text();
        let lines = sound.lines().filter(|line| !line.starts_with('#'));
        let kept: Vec<&str> = lines.collect();
        text.bytes = ["\u{feff}", kept.join("\n").trim_start()]
            .concat()
            .into_bytes();
    }),
];

fn anywhere(_: &[u8], _: usize) -> bool {
    true
}

/// Inside the content of a block.
fn in_base64(bytes: &[u8], at: usize) -> bool {
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n');
    let line = &bytes[start.map_or(0, |line_end| line_end + 1)..];
    bytes[at] != b'\n' && !line.starts_with(b"#") && !line.starts_with(b"-")
}

/// Whether every certificate of the sound bundle is still there.
pub(super) fn is_sound(recognised: &Recognised) -> bool {
    let bundle = Bundle::new();
    let sound = recognise(&SourceName::new("sound"), &bundle.text);
    let left: Vec<&[u8]> = recognised.certificates().map(|(der, _)| der).collect();
    sound.certificates().all(|(der, _)| left.contains(&der))
}

/// The numbers of the blocks of which `certwhy bundle` says something, by the lines that it names.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only findings about a file have a place in it"
)]
pub(super) fn said(name: &str, bytes: &[u8]) -> Vec<usize> {
    let source = SourceName::new(name);
    let supplied = Supplied::read(Purpose::Bundle, &source, bytes).examined(bytes);
    let known = KnownRoots::built_in();
    let report = check_bundle(
        &[supplied],
        &crate::shared::options(&known, "openssl-3", (None, "2026-11-01")),
    );
    // Which block a line is in is counted in the damaged text by its headings and its BEGIN lines, whichever are more.
    let text = String::from_utf8_lossy(bytes);
    let block_of = |offset: usize| {
        let before = bytes.get(..offset).unwrap_or(bytes);
        let before = String::from_utf8_lossy(before);
        let count = |what: &str| before.matches(what).count();
        count("# CN").max(count("# ")).max(count("BEGIN")) + usize::from(!text.contains("# "))
    };
    report
        .findings
        .iter()
        .filter_map(|finding| match finding {
            Finding::File(note) => Some(note.location.start),
            Finding::MalformedCertificate { location, .. } => Some(location.as_ref()?.start),
            Finding::SignatureMismatch { certificate, .. } => report
                .certificate(&certificate.sha256())?
                .locations
                .first()
                .map(|location| location.start),
            _ => None,
        })
        .map(block_of)
        .collect()
}
