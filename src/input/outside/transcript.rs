//! The transcripts of `openssl s_client` and `gnutls-cli`: which blocks a server sent.

use super::super::encoding::View;
use super::super::{ChainEntry, Role};
use std::ops::Range;

/// No server sends more; what a hostile transcript lists beyond is not kept.
const MAX_ENTRIES: usize = 100;

/// Follows the sections of a transcript.
#[derive(Debug, Default)]
pub(super) struct Transcript {
    section: Section,
    entries: Vec<ChainEntry>,
    listed: Option<Range<usize>>,
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
    pub(super) fn read(&mut self, view: &View<'_>, range: Range<usize>) {
        let text = view.bytes().get(range.clone()).unwrap_or_default();
        let mut at = range.start;
        for line in text.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
            self.section = self.section.after(line);
            if self.section == Section::ServerCertificates {
                self.list(view, line, at);
            }
            at += line.len();
        }
    }

    /// What it says of a block that follows.
    pub(super) fn role(&self) -> Role {
        match self.section {
            Section::ServerCertificates => Role::ServerChain,
            Section::Elsewhere | Section::BehindRule => Role::Unspecified,
        }
    }

    /// The certificates that it names, and where.
    pub(super) fn into_list(self) -> Option<(Vec<ChainEntry>, Range<usize>)> {
        Some((self.entries, self.listed?))
    }

    /// Reads a line of the list: ` 0 s:` before a subject, `   i:` before the issuer of the same certificate.
    fn list(&mut self, view: &View<'_>, line: &[u8], at: usize) {
        let value = |prefix: usize| view.text(at + prefix..at + line.trim_ascii_end().len());
        let number = line
            .iter()
            .take_while(|b| b.is_ascii_digit() || **b == b' ')
            .count();
        let has_room = self.entries.len() < MAX_ENTRIES;
        match (
            line.get(number..).unwrap_or_default(),
            self.entries.last_mut(),
        ) {
            ([b's', b':', ..], _) if has_room && is_numbered(line) => {
                let subject = value(number + 2);
                self.entries.push(ChainEntry {
                    subject,
                    issuer: String::new(),
                });
            }
            ([b'i', b':', ..], Some(entry)) if entry.issuer.is_empty() => {
                entry.issuer = value(number + 2);
            }
            _ => return,
        }
        let start = self.listed.as_ref().map_or(at, |listed| listed.start);
        self.listed = Some(start..at + line.len());
    }
}

/// Whether a line of the list begins with the number of a certificate.
fn is_numbered(line: &[u8]) -> bool {
    line.trim_ascii_start()
        .first()
        .is_some_and(u8::is_ascii_digit)
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
            transcript.read(&View::new(text.as_bytes()), 0..text.len());
            assert_eq!(transcript.role(), expected, "{text}");
        }
    }

    #[test]
    fn the_list_is_read_in_old_and_new_style() {
        let text = "---\nCertificate chain\n 0 s:/CN=a s:b\n   i:/CN=é\n 1 s:CN = c\n   i:CN = d\n   \
                    a:PKEY: rsaEncryption\n   v:NotBefore: x\n---\n 2 s:CN = no\n";
        let mut transcript = Transcript::default();
        transcript.read(&View::new(text.as_bytes()), 0..text.len());
        let (entries, range) = transcript.into_list().unwrap();
        let entries: Vec<_> = entries
            .iter()
            .map(|entry| (entry.subject.as_str(), entry.issuer.as_str()))
            .collect();
        assert_eq!(entries, [("/CN=a s:b", "/CN=é"), ("CN = c", "CN = d")]);
        assert!(text[range.clone()].starts_with(" 0 s:") && text[range].ends_with("i:CN = d\n"));
    }
}
