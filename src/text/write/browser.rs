//! Why the browser works though this program fails: said where the cause does not say it already.

use crate::doc::Block;
use crate::finding::Finding;
use crate::input::NoteKind;
use crate::lang::Lang;
use crate::text::label::Label;

/// What browsers do otherwise, so that they connect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Otherwise {
    /// They read a list of roots of their own, and not this bundle.
    OwnList,
    /// They try every path.
    EveryPath,
    /// They do not apply the rule that was broken.
    FewerRules,
    /// They stop trusting a root at another time.
    OtherRemovals,
    /// They trust what an administrator has installed.
    InstalledRoots,
    /// They let a person go on once, and may remember it.
    Exceptions,
}

/// The explanation, folded away; none where browsers fail as well, or where the cause itself speaks of them.
pub(super) fn block(lang: Lang, cause: &Finding) -> Option<Block> {
    let words = words!(lang, browser::words(otherwise(cause)?));
    let label = words!(lang, labels::label(Label::Browser));
    Some(Block::details(label, vec![words.into()]))
}

#[expect(clippy::too_many_lines, reason = "one arm for each finding")]
fn otherwise(cause: &Finding) -> Option<Otherwise> {
    match cause {
        Finding::ExpiredRoot { .. }
        | Finding::AnchorNotSelfSigned { .. }
        | Finding::WrongFileForClient(_)
        | Finding::SameNameDifferentKey(_) => Some(Otherwise::OwnList),
        Finding::File(note) => match note.kind {
            NoteKind::ChainOnlyNamed { .. } => None,
            NoteKind::EmptyInput
            | NoteKind::NotACertificateFile(_)
            | NoteKind::HtmlPage { .. }
            | NoteKind::PublicKeyOnly(_)
            | NoteKind::PrivateKeyPresent(_)
            | NoteKind::CertificateRequest
            | NoteKind::RevocationList
            | NoteKind::DamagedPem { .. }
            | NoteKind::MissingNewlineBetweenBlocks { .. }
            | NoteKind::Truncated { .. }
            | NoteKind::BadBase64 { .. }
            | NoteKind::WrongEncoding(_)
            | NoteKind::UnusualLayout { .. }
            | NoteKind::UnsupportedFormat(_)
            | NoteKind::Container(_)
            | NoteKind::TrustSettings { .. }
            | NoteKind::TrailingData { .. }
            | NoteKind::NotesOmitted { .. } => Some(Otherwise::OwnList),
        },
        Finding::ExpiredCrossCertificate { .. } | Finding::OldPathBuilder(_) => {
            Some(Otherwise::EveryPath)
        }
        Finding::ProfileRule { .. } | Finding::Strictness { .. } | Finding::Policy { .. } => {
            Some(Otherwise::FewerRules)
        }
        Finding::RemovedRoot { .. } => Some(Otherwise::OtherRemovals),
        Finding::UnknownRoot { .. } => Some(Otherwise::InstalledRoots),
        Finding::SelfSignedLeaf { .. } => Some(Otherwise::Exceptions),
        // Their own words speak of browsers.
        Finding::MissingRoot(_)
        | Finding::MissingIntermediate(_)
        | Finding::InterceptionProxy { .. }
        // Browsers refuse these as well, or it is not known what they do.
        | Finding::Expired { .. }
        | Finding::NotYetValid { .. }
        | Finding::HostMismatch { .. }
        | Finding::ClockWrong { .. }
        | Finding::WeakSignature { .. }
        | Finding::WeakKey { .. }
        | Finding::NameConstraints { .. }
        | Finding::NotACa { .. }
        | Finding::PathTooLong { .. }
        | Finding::KeyUsage { .. }
        | Finding::WrongPurpose { .. }
        | Finding::CriticalExtension { .. }
        | Finding::SignatureMismatch { .. }
        | Finding::SignatureNotCheckable { .. }
        | Finding::MalformedCertificate { .. }
        | Finding::LimitReached { .. }
        | Finding::FragileTrust(_)
        | Finding::OutOfOrder
        | Finding::UnneededCertificate { .. }
        | Finding::RootSent { .. }
        | Finding::OrderSensitive { .. }
        | Finding::ExpiresSoon { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tests::samples;

    /// Each cause that stops only some programs says why a browser works: by itself, or here, and never twice.
    #[test]
    fn it_is_said_once() {
        let speaks = |lang, finding: &Finding| {
            let words = crate::text::finding(lang, finding);
            let mut said = words.detail.iter().map(crate::text::plain);
            let name = match lang {
                Lang::En => "rowser",
                Lang::Ja => "ブラウザー",
            };
            said.any(|said| said.contains(name))
        };
        let mut folded = 0;
        let findings = samples::GROUPS.iter().flat_map(|group| (group.findings)());
        for finding in findings {
            for lang in Lang::ALL {
                let here = block(*lang, &finding).is_some();
                assert!(!(here && speaks(*lang, &finding)), "{finding:?}");
                folded += usize::from(here);
            }
        }
        assert!(folded >= 12, "{folded}");
    }
}
