//! The transcripts of `openssl s_client` and `gnutls-cli`: which blocks a server sent.

use super::super::Role;

/// Follows the sections of a transcript.
#[derive(Debug, Default)]
pub(super) struct Transcript {
    section: Section,
}

/// Where in a transcript one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Section {
    /// In no transcript, or in a section of it that shows no certificate of the server.
    #[default]
    Elsewhere,
    /// Behind the rule that separates sections.
    BehindRule,
    /// Where certificates of the server stand.
    ServerCertificates,
}

impl Transcript {
    /// Reads on.
    pub(super) fn read(&mut self, text: &[u8]) {
        for line in text.split(|byte| matches!(byte, b'\n' | b'\r')) {
            self.section = self.section.after(line);
        }
    }

    /// What it says of a block that follows.
    pub(super) fn role(&self) -> Role {
        match self.section {
            Section::ServerCertificates => Role::ServerChain,
            Section::Elsewhere | Section::BehindRule => Role::Unspecified,
        }
    }
}

impl Section {
    fn after(self, line: &[u8]) -> Self {
        match (line.trim_ascii(), self) {
            (b"---", _) => Self::BehindRule,
            (b"", _) => self,
            (b"Certificate chain" | b"Server certificate", Self::BehindRule) => {
                Self::ServerCertificates
            }
            (line, _) if line.starts_with(b"- Certificate[") => Self::ServerCertificates,
            (line, _) if line.starts_with(b"- Status:") => Self::Elsewhere,
            (_, Self::BehindRule) => Self::Elsewhere,
            (_, Self::ServerCertificates | Self::Elsewhere) => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sections_of_the_server_count() {
        let cases = [
            (
                "---\nCertificate chain\n 0 s:/CN=a\n   i:/CN=b\n",
                Role::ServerChain,
            ),
            ("---\r\nServer certificate\r\n", Role::ServerChain),
            (
                "---\nServer certificate\n---\nNo client certificate CA names sent\n",
                Role::Unspecified,
            ),
            ("Server certificate\n", Role::Unspecified),
            ("# Certificate chain of our server\n", Role::Unspecified),
            (
                "- Certificate[0] info:\n - subject `CN=a'\n",
                Role::ServerChain,
            ),
            (
                "- Certificate[0] info:\n- Status: The certificate is NOT trusted.\n",
                Role::Unspecified,
            ),
        ];
        for (text, expected) in cases {
            let mut transcript = Transcript::default();
            transcript.read(text.as_bytes());
            assert_eq!(transcript.role(), expected, "{text}");
        }
    }
}
