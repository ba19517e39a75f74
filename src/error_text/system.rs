//! The operating system, from paths and codes.

use super::source::Source;

/// An operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum System {
    /// Microsoft Windows.
    Windows,
    /// Apple's macOS.
    MacOs,
    /// Linux.
    Linux,
}

/// What only one system has; more than one of them in a text and none is believed.
const MARKS: &[(&str, System)] = &[
    ("program files", System::Windows),
    ("\\appdata\\", System::Windows),
    ("schannel", System::Windows),
    ("0x800b01", System::Windows),
    ("0x8009032", System::Windows),
    ("sec_e_", System::Windows),
    ("win32", System::Windows),
    ("windows nt", System::Windows),
    ("platform: windows", System::Windows),
    ("wininet", System::Windows),
    ("winhttp", System::Windows),
    ("/applications/", System::MacOs),
    ("/library/frameworks/", System::MacOs),
    ("/library/application support/", System::MacOs),
    ("/system/library/", System::MacOs),
    ("/opt/homebrew/", System::MacOs),
    ("darwin", System::MacOs),
    ("cfnetwork", System::MacOs),
    ("nsurlerrordomain", System::MacOs),
    ("secure transport", System::MacOs),
    ("errssl", System::MacOs),
    ("/home/", System::Linux),
    ("/usr/lib/", System::Linux),
    ("/usr/lib64/", System::Linux),
    ("/usr/share/", System::Linux),
    ("/etc/ssl/certs", System::Linux),
    ("/etc/pki/", System::Linux),
    ("/opt/hfs", System::Linux),
    ("linux", System::Linux),
];

impl System {
    /// Every system.
    pub const ALL: [Self; 3] = [Self::Windows, Self::MacOs, Self::Linux];

    /// Its stable name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Windows => "windows",
            Self::MacOs => "macos",
            Self::Linux => "linux",
        }
    }
}

/// The system; `None` where nothing or two things speak.
pub(super) fn read(source: &Source<'_>) -> Option<System> {
    let marks = source.hits(MARKS).into_iter().map(|(_, system)| system);
    let drive = has_drive(source.lower()).then_some(System::Windows);
    let home = has_users(source).then_some(System::MacOs);
    let mut found = marks.chain(drive).chain(home);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// Whether a path begins with a drive: `C:\` or `C:/`.
fn has_drive(lower: &str) -> bool {
    let bytes = lower.as_bytes();
    let is_drive = |window: &[u8]| match window {
        [before, drive, b':', slash] => {
            !before.is_ascii_alphanumeric()
                && drive.is_ascii_lowercase()
                && matches!(slash, b'\\' | b'/')
        }
        _ => false,
    };
    is_drive(&[b" ", bytes.get(..3).unwrap_or_default()].concat()) || bytes.windows(4).any(is_drive)
}

/// Whether a home folder of macOS stands in it; Windows has the same name behind a drive.
fn has_users(source: &Source<'_>) -> bool {
    source.places("/users/").any(|at| {
        let before = source.lower().get(..at).unwrap_or_default();
        before.is_empty() || before.ends_with([' ', '"', '\'', '\n', '(', '='])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems() {
        for (text, expected) in [
            (
                "File \"C:\\Python27\\lib\\urllib2.py\"",
                Some(System::Windows),
            ),
            ("D:/tools/x.py", Some(System::Windows)),
            ("c:/Users/me/x.py", Some(System::Windows)),
            ("File \"/Users/me/x.py\"", Some(System::MacOs)),
            ("/Applications/Houdini", Some(System::MacOs)),
            ("/home/me/x.py", Some(System::Linux)),
            ("https://c/users/x", None),
            ("C:\\x and /home/me", None),
            ("", None),
        ] {
            assert_eq!(read(&Source::new(text)), expected, "{text}");
        }
    }
}
