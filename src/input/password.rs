//! Passwords of containers.

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
}
