//! A bundle as `repair` writes it: PEM, each certificate under a comment that says which it is.

#[cfg(feature = "cli")]
use crate::certificate::CertSha256;
use crate::certificate::Certificate;
use crate::explain::{BundlePart, Supplied, bundle_part};
use crate::input::{ContainerNote, NoteKind, Obstacle, Recognised, to_pem};
#[cfg(feature = "containers")]
use crate::input::{Content, Role};
use std::collections::HashSet;
use std::sync::Arc;

/// The certificates of a bundle file, each once, in the order of the file, and what was lost on the way.
#[derive(Clone, Debug)]
pub(crate) struct BundleFile {
    kept: Vec<Kept>,
    added: Vec<Arc<Certificate>>,
    damaged: usize,
    repeated: usize,
    #[cfg_attr(
        not(feature = "cli"),
        expect(dead_code, reason = "only the command line says so")
    )]
    set_aside: usize,
}

/// A certificate of the file, and the name under which its container listed it.
#[derive(Clone, Debug)]
struct Kept {
    certificate: Arc<Certificate>,
    #[cfg_attr(
        not(feature = "containers"),
        expect(dead_code, reason = "only key stores have names")
    )]
    alias: Option<String>,
}

impl BundleFile {
    /// Every intact certificate of what serves as the bundle among several inputs, in their order; `None` where
    /// nothing does.
    pub(crate) fn of_inputs(inputs: &[Supplied]) -> Option<Self> {
        let parts: Vec<BundlePart<'_>> = inputs.iter().filter_map(bundle_part).collect();
        let lost = parts.iter().map(|part| unread(part.recognised)).sum();
        let ders = parts.iter().flat_map(|part| &part.ders);
        (!parts.is_empty()).then(|| Self::made(ders.map(|der| (der.as_slice(), None)), lost))
    }

    fn made<'d>(ders: impl Iterator<Item = (&'d [u8], Option<String>)>, lost: usize) -> Self {
        let mut file = Self {
            kept: Vec::new(),
            added: Vec::new(),
            damaged: lost,
            repeated: 0,
            set_aside: 0,
        };
        let mut seen = HashSet::new();
        for (der, alias) in ders {
            match Certificate::parse(der) {
                Ok(certificate) if seen.insert(certificate.sha256()) => {
                    let certificate = Arc::new(certificate);
                    file.kept.push(Kept { certificate, alias });
                }
                Ok(_) => file.repeated += 1,
                Err(_) => file.damaged += 1,
            }
        }
        file
    }

    /// The same with more roots behind the others.
    pub(crate) fn with(mut self, roots: Vec<Arc<Certificate>>) -> Self {
        self.added = roots;
        self
    }

    /// How many of the user's certificates it holds.
    pub(crate) const fn kept(&self) -> usize {
        self.kept.len()
    }

    /// Whether it says the same as the file it was made from, in which nothing was wrong.
    pub(crate) fn is_unchanged(&self, recognised: &Recognised) -> bool {
        self.added.is_empty()
            && self.damaged == 0
            && self.repeated == 0
            && recognised.notes.is_empty()
    }

    /// The file. It is ASCII throughout: some programs read a bundle as such.
    pub(crate) fn to_pem(&self) -> String {
        let kept = self.kept.iter();
        let kept = kept.map(|kept| block(&kept.certificate, Mark::Kept));
        let added = self.added.iter().map(|added| block(added, Mark::Added));
        let blocks: Vec<String> = kept.chain(added).collect();
        blocks.join("\n")
    }
}

/// What key stores ask.
#[cfg(feature = "containers")]
impl BundleFile {
    /// Every intact certificate of a file that the file itself trusts.
    pub(crate) fn of(recognised: &Recognised) -> Self {
        let distrusted = recognised.distrusted();
        let trusted = recognised
            .items
            .iter()
            .filter_map(|item| match &item.content {
                Content::Certificate { der, .. } if distrusted.contains(der.as_slice()) => None,
                Content::Certificate {
                    der, role, alias, ..
                } => match role {
                    Role::Unspecified | Role::ServerChain => Some((der.as_slice(), alias.clone())),
                    Role::KeyChain | Role::Distrusted | Role::OtherPurposes => None,
                },
                Content::ErrorText(_) => None,
            });
        let trusted: Vec<_> = trusted.collect();
        let set_aside = recognised.certificates().count() - trusted.len();
        Self {
            set_aside,
            ..Self::made(trusted.into_iter(), unread(recognised))
        }
    }

    /// All certificates in order, with the names under which they were listed.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Option<&str>, &Arc<Certificate>)> {
        let kept = self.kept.iter();
        let kept = kept.map(|kept| (kept.alias.as_deref(), &kept.certificate));
        kept.chain(self.added.iter().map(|added| (None, added)))
    }
}

/// What only the command line asks.
#[cfg(feature = "cli")]
impl BundleFile {
    /// How many certificates of the file it does not trust.
    pub(crate) const fn set_aside(&self) -> usize {
        self.set_aside
    }

    /// Whether it holds a certificate.
    pub(crate) fn contains(&self, sha256: &CertSha256) -> bool {
        self.all()
            .any(|certificate| certificate.sha256() == *sha256)
    }

    /// All certificates in order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Arc<Certificate>> {
        self.entries().map(|(_, certificate)| certificate)
    }

    /// What the added ones are called.
    pub(crate) fn added_names(&self) -> Vec<String> {
        let names = self.added.iter().map(|root| root.subject.friendly());
        names.collect()
    }

    /// How many places of the file could not be read.
    pub(crate) const fn damaged(&self) -> usize {
        self.damaged
    }

    /// How many certificates of the file stood there before.
    pub(crate) const fn repeated(&self) -> usize {
        self.repeated
    }
}

/// How many places of a file are lost: blocks that are cut short or unreadable, and all that stands where one began.
fn unread(recognised: &Recognised) -> usize {
    let is_readable = |start: usize| {
        recognised
            .certificates()
            .any(|(_, location)| location.bytes().contains(&start))
    };
    let is_loss = |kind: &NoteKind| match kind {
        NoteKind::DamagedPem { .. }
        | NoteKind::Truncated { .. }
        | NoteKind::BadBase64 { .. }
        | NoteKind::Container(ContainerNote::NotOpened {
            obstacle: Obstacle::Damaged,
            ..
        }) => true,
        NoteKind::EmptyInput
        | NoteKind::NotACertificateFile(_)
        | NoteKind::HtmlPage { .. }
        | NoteKind::PublicKeyOnly(_)
        | NoteKind::PrivateKeyPresent(_)
        | NoteKind::CertificateRequest
        | NoteKind::RevocationList
        | NoteKind::MissingNewlineBetweenBlocks { .. }
        | NoteKind::WrongEncoding(_)
        | NoteKind::UnusualLayout { .. }
        | NoteKind::UnsupportedFormat(_)
        | NoteKind::Container(_)
        | NoteKind::TrustSettings { .. }
        | NoteKind::TrailingData { .. }
        | NoteKind::ChainOnlyNamed { .. }
        | NoteKind::NotesOmitted { .. } => false,
    };
    let lost: HashSet<usize> = recognised
        .notes
        .iter()
        .filter(|note| is_loss(&note.kind) && !is_readable(note.location.start))
        .map(|note| note.location.start)
        .collect();
    lost.len()
}

/// Where a certificate of the file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Kept,
    Added,
}

fn block(certificate: &Certificate, mark: Mark) -> String {
    let mark = match mark {
        Mark::Kept => "",
        Mark::Added => "# Added by certwhy.\n",
    };
    format!(
        "{mark}# Subject: {subject}\n# Issuer:  {issuer}\n# Valid:   {not_before} to {not_after}\n\
         # SHA-1:   {sha1}\n# SHA-256: {sha256}\n{pem}",
        subject = comment(&certificate.subject.to_string()),
        issuer = comment(&certificate.issuer.to_string()),
        not_before = certificate.validity.not_before.date(),
        not_after = certificate.validity.not_after.date(),
        sha1 = certificate.sha1(),
        sha256 = certificate.sha256(),
        pem = to_pem(certificate.as_der()),
    )
}

/// A name as ASCII on one line, in which nothing can be taken for the border of a PEM block.
fn comment(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for character in name.chars() {
        if character == ' ' || (character.is_ascii_graphic() && character != '\\') {
            text.push(character);
        } else {
            text.extend(character.escape_default());
        }
    }
    text.replace("--", "-\\u{2d}")
}

#[cfg(all(test, feature = "cli"))]
mod tests;
