//! Passwords of containers.

use super::encoding::View;
use core::fmt;

/// A password. What prints it for debugging shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Keeps a password.
    pub fn new(password: impl Into<String>) -> Self {
        Self(password.into())
    }

    /// The password itself: for opening and protecting containers, never for output.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether everybody knows it: what `keytool` and the vendors of Java set.
    pub fn is_usual(&self) -> bool {
        USUAL.contains(&self.reveal())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The password of nearly every Java trust store, the one on macOS, and none.
const USUAL: [&str; 3] = ["changeit", "changeme", ""];

/// What is tried on a container: the passwords that the user gave, then those that everybody uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passwords {
    given: Vec<Password>,
}

impl Passwords {
    /// These before the usual ones.
    pub fn new(given: impl IntoIterator<Item = Password>) -> Self {
        Self {
            given: given.into_iter().collect(),
        }
    }

    /// Those in a file, one on each line, in whatever encoding an editor or a shell wrote it. An empty file gives the empty
    /// password.
    pub fn of_file(bytes: &[u8]) -> Self {
        let view = View::new(bytes);
        let text = view.text(0..view.bytes().len());
        let lines = text.lines().filter(|line| !line.is_empty());
        let mut given: Vec<Password> = lines.map(Password::new).collect();
        if given.is_empty() {
            given.push(Password::new(""));
        }
        Self { given }
    }

    /// Every password to try, in order, each once.
    pub fn candidates(&self) -> Vec<Password> {
        let usual = USUAL.into_iter().map(Password::new);
        let usual = usual.filter(|usual| !self.given.contains(usual));
        self.given.iter().cloned().chain(usual).collect()
    }

    /// The first that the user gave.
    pub fn first_given(&self) -> Option<&Password> {
        self.given.first()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_ones_come_first_and_nothing_is_shown() {
        let passwords = Passwords::new(["geheim", "changeme"].map(Password::new));
        let candidates = passwords.candidates();
        let tried: Vec<&str> = candidates.iter().map(Password::reveal).collect();
        assert_eq!(tried, ["geheim", "changeme", "changeit", ""]);
        assert!(!format!("{passwords:?}").contains("geheim"));
    }

    #[test]
    fn a_file_may_be_written_by_any_editor() {
        let wide: Vec<u8> = "\u{feff}päss\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let cases: [(&[u8], &[&str]); 5] = [
            (b"one\ntwo", &["one", "two"]),
            (b" a b \r\n\r\n", &[" a b "]),
            ("\u{feff}päss\n".as_bytes(), &["päss"]),
            (&wide, &["päss"]),
            (b"", &[""]),
        ];
        for (bytes, expected) in cases {
            let passwords = Passwords::of_file(bytes);
            let given: Vec<&str> = passwords.given.iter().map(Password::reveal).collect();
            assert_eq!(given, expected);
        }
    }
}
