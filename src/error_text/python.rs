//! Which Python wrote a message. `ssl` names the line of its own C source, `_ssl.c:NNN`, which differs by release; other
//! words narrow it further. It dates the Python, not the cause.

mod table;

use super::frame::Frame;
use super::source::Source;
use core::fmt;

/// A release of CPython. Without a patch it stands for all releases of the series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PythonVersion {
    /// 2 or 3.
    pub major: u16,
    /// The series.
    pub minor: u16,
    /// The release; `None` for any.
    pub patch: Option<u16>,
}

/// Which releases may have written a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PythonVersions {
    /// The text does not tell.
    #[default]
    Unknown,
    /// Exactly this one: no other release has the line.
    Exact(PythonVersion),
    /// One of these; ascending.
    OneOf(Vec<PythonVersion>),
    /// Perhaps one of these: known from reports or from a distribution's own build; ascending.
    Probably(Vec<PythonVersion>),
}

impl PythonVersion {
    const fn series(major: u16, minor: u16) -> Self {
        Self {
            major,
            minor,
            patch: None,
        }
    }
}

impl PythonVersions {
    /// All of them.
    pub fn all(&self) -> &[PythonVersion] {
        match self {
            Self::Unknown => &[],
            Self::Exact(version) => core::slice::from_ref(version),
            Self::OneOf(versions) | Self::Probably(versions) => versions,
        }
    }

    /// Their series.
    pub(super) fn minors(&self) -> impl Iterator<Item = (u16, u16)> + '_ {
        self.all()
            .iter()
            .map(|version| (version.major, version.minor))
    }

    /// Whether it can only have been Python 2.
    pub(super) fn is_all_before_3(&self) -> bool {
        !self.all().is_empty() && self.minors().all(|(major, _)| major < 3)
    }
}

impl fmt::Display for PythonVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)?;
        match self.patch {
            Some(patch) => write!(f, ".{patch}"),
            None => f.write_str(".x"),
        }
    }
}

/// What else in a text says of the series, as bounds that include their ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bounds {
    from: (u16, u16),
    to: (u16, u16),
}

const ANY: Bounds = Bounds {
    from: (0, 0),
    to: (u16::MAX, u16::MAX),
};

/// Words that only some series write. The reason behind a colon came with 3.7, and so did the class for it; until 3.6
/// Python compared host names itself, in words of its own.
const WORDS: &[(&str, Bounds)] = &[
    (
        "urllib2",
        Bounds {
            from: (2, 0),
            to: (2, u16::MAX),
        },
    ),
    (
        "urllib/request.py",
        Bounds {
            from: (3, 0),
            to: ANY.to,
        },
    ),
    (
        "urllib\\request.py",
        Bounds {
            from: (3, 0),
            to: ANY.to,
        },
    ),
    (
        "urllib.error.",
        Bounds {
            from: (3, 0),
            to: ANY.to,
        },
    ),
    (
        "during handling of the above exception",
        Bounds {
            from: (3, 0),
            to: ANY.to,
        },
    ),
    (
        "sslcertverificationerror",
        Bounds {
            from: (3, 7),
            to: ANY.to,
        },
    ),
    (
        "certificate verify failed: ",
        Bounds {
            from: (3, 7),
            to: ANY.to,
        },
    ),
    (
        "certificate verify failed (_ssl.c",
        Bounds {
            from: (2, 7),
            to: (3, 6),
        },
    ),
    (
        "doesn't match either of",
        Bounds {
            from: (2, 7),
            to: (3, 6),
        },
    ),
];

/// The releases that fit the line and all other words. Where nothing fits, the Python was changed by somebody, and the
/// answer is that it is not known.
pub(super) fn read(source: &Source<'_>, frames: &[Frame]) -> PythonVersions {
    let bounds = bounds(source);
    let series = series(source, frames);
    let fits = |version: &PythonVersion| {
        let minor = (version.major, version.minor);
        bounds
            .iter()
            .all(|bounds| bounds.from <= minor && minor <= bounds.to)
            && (series.is_empty() || series.contains(&minor))
    };
    match line(source).filter(|line| table::rows(*line).next().is_some()) {
        Some(line) => from_line(line, fits),
        None => match series.as_slice() {
            [(major, minor)] => PythonVersions::OneOf(vec![PythonVersion::series(*major, *minor)]),
            _ => PythonVersions::Unknown,
        },
    }
}

fn bounds(source: &Source<'_>) -> Vec<Bounds> {
    // Ruby and PHP write the same reason as Python; only beside Python's own line does it tell of Python.
    let is_python = source.has("_ssl.c:") || source.has("traceback (most");
    source
        .hits(WORDS)
        .into_iter()
        .map(|(_, bounds)| bounds)
        .filter(|_| is_python)
        .collect()
}

/// The number behind `_ssl.c:`.
fn line(source: &Source<'_>) -> Option<u16> {
    source
        .after("_ssl.c:")
        .find_map(|(_, rest)| number(rest).map(|(line, _)| line))
}

fn from_line(line: u16, fits: impl Fn(&PythonVersion) -> bool) -> PythonVersions {
    let mut versions: Vec<PythonVersion> = Vec::new();
    let mut sure = true;
    for row in table::rows(line) {
        let before = versions.len();
        versions.extend(row.versions().filter(&fits));
        sure &= row.is_sure() || versions.len() == before;
    }
    versions.sort_unstable();
    versions.dedup();
    match (versions.as_slice(), sure) {
        ([], _) => PythonVersions::Unknown,
        ([only], true) => PythonVersions::Exact(*only),
        (_, true) => PythonVersions::OneOf(versions),
        (_, false) => PythonVersions::Probably(versions),
    }
}

/// The series named by paths such as `python2.7/` and `Python310\`, each once.
fn series(source: &Source<'_>, frames: &[Frame]) -> Vec<(u16, u16)> {
    let mut found = Vec::new();
    let mut add = |minor: Option<(u16, u16)>| {
        if let Some(minor) = minor.filter(|minor| !found.contains(minor)) {
            found.push(minor);
        }
    };
    // Frames tell where the code ran; only without them do other paths count.
    if frames.is_empty() {
        source
            .after("python")
            .for_each(|(_, rest)| add(in_path(rest)));
    } else {
        for frame in frames {
            let lower = frame.file.to_ascii_lowercase();
            let after = |words: &str| {
                lower
                    .split(words)
                    .skip(1)
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            for rest in after("python") {
                add(in_path(&rest));
            }
            for rest in after("python.framework/versions/") {
                add(dotted(&rest));
            }
        }
    }
    found
}

/// `2.7/`, `3.11/`, `27/` or `310\` behind `python`.
fn in_path(rest: &str) -> Option<(u16, u16)> {
    let is_end = |rest: &str| {
        rest.is_empty() || rest.starts_with(['/', '\\', ' ', '"', '\'', '.', '-', ':', '\n'])
    };
    if let Some((major, minor)) = dotted(rest) {
        return Some((major, minor));
    }
    let (digits, behind) = number(rest)?;
    let (major, minor) = match digits {
        26..=27 => (2, digits - 20),
        30..=39 => (3, digits - 30),
        310..=399 => (3, digits - 300),
        _ => return None,
    };
    (is_end(behind) && !behind.starts_with('.')).then_some((major, minor))
}

/// `3.11` at the beginning; 2 and 3 are the only versions before the dot.
fn dotted(rest: &str) -> Option<(u16, u16)> {
    let (major, rest) = number(rest)?;
    let (minor, _) = number(rest.strip_prefix('.')?)?;
    matches!((major, minor), (2, 3..=7) | (3, 0..=99)).then_some((major, minor))
}

/// A number at the beginning, and what stands behind it.
pub(super) fn number(text: &str) -> Option<(u16, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let source = Source::new(text);
        let versions = read(&source, &super::super::frame::frames(&source));
        let names: Vec<String> = versions.all().iter().map(ToString::to_string).collect();
        let names = names.join(" ");
        match versions {
            PythonVersions::Unknown => "unknown".to_owned(),
            PythonVersions::Exact(_) => format!("exactly {names}"),
            PythonVersions::OneOf(_) => format!("one of {names}"),
            PythonVersions::Probably(_) => format!("perhaps {names}"),
        }
    }

    #[test]
    fn lines_date_python() {
        for (text, expected) in [
            ("certificate verify failed (_ssl.c:726)", "exactly 2.7.15"),
            (
                "certificate verify failed (_ssl.c:727)",
                "one of 2.7.16 2.7.17 2.7.18",
            ),
            ("_ssl.c:507: error:14090086", "one of 2.7.6 3.1.5"),
            (
                "python2.7/urllib2.py _ssl.c:507: error:14090086",
                "exactly 2.7.6",
            ),
            ("certificate verify failed (_ssl.c:579)", "perhaps 2.7.5"),
            (
                "certificate verify failed: x (_ssl.c:1020)",
                "exactly 3.13.0",
            ),
            (
                "certificate verify failed: x (_ssl.c:1031)",
                "perhaps 3.13.6",
            ),
            (
                "certificate verify failed: x (_ssl.c:1077)",
                "perhaps 3.14.0",
            ),
            ("certificate verify failed (_ssl.c:999999)", "unknown"),
            ("certificate verify failed (_ssl.c:1)", "unknown"),
            (
                "File \"/usr/lib/python3.11/ssl.py\", line 770, in f: no certificate (_ssl.c:4154)",
                "one of 3.11.x",
            ),
            ("certificate verify failed (_ssl.c:)", "unknown"),
            // Another series wrote the words than the line belongs to: a patched Python.
            ("certificate verify failed: x (_ssl.c:726)", "unknown"),
            (
                "File \"/usr/lib/python3.9/x.py\", line 3, in f",
                "one of 3.9.x",
            ),
            (
                "File \"C:\\Python310\\lib\\ssl.py\", line 3, in f",
                "one of 3.10.x",
            ),
            (
                "File \"/Library/Frameworks/Python.framework/Versions/3.12/lib/x.py\", line 3, in f",
                "one of 3.12.x",
            ),
            ("Python 3 is installed", "unknown"),
            ("", "unknown"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
