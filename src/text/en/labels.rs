//! Short words that stand alone.

use crate::citation::Citation;
use crate::doc::{Inlines, text};
use crate::finding::{Actor, Severity};
use crate::say;
use crate::text::Platform;
use crate::text::label::Label;

/// A label.
#[expect(clippy::too_many_lines, reason = "one arm for each label")]
pub(in crate::text) const fn label(label: Label) -> &'static str {
    match label {
        Label::Certificate => "Certificate",
        Label::Certificates => "Certificates",
        Label::Comparison => "Differences",
        Label::Contents => "What is in it",
        Label::Difference => "Difference",
        Label::Expired => "Expired",
        Label::Findings => "What was found",
        Label::Expiring => "Expire within a year",
        Label::NotForCas => "Not for a CA",
        Label::NotSelfSigned => "Not self-signed, so no root",
        Label::NotYetValid => "Not valid yet",
        Label::OnlyHere => "only in this bundle",
        Label::OnlyThere => "only in the other",
        Label::PrivateKeys => "Private keys",
        Label::Reissued => "same key, issued again",
        Label::Renamed => "same key, other name",
        Label::Repeated => "More than once",
        Label::Service => "Service",
        Label::Services => "Well-known services",
        Label::Strict => "Refused as a root by Python 3.13 and later",
        Label::VersionOne => "X.509 version 1",
        Label::WeakKeys => "Keys shorter than 2048 bits",
        Label::WeakSignatures => "Signed with SHA-1 or MD5 by another key",
        Label::Actor => "Who acts",
        Label::AllCertificates => "All certificates",
        Label::AllPaths => "Every path that was tried, and how it ended",
        Label::Basis => "Evidence",
        Label::Browser => "Why a browser may work all the same",
        Label::Bundle => "Your CA bundle",
        Label::Behaviour => "Behaves like",
        Label::Cause => "Cause",
        Label::Causes => "Causes",
        Label::Check => "How to check it",
        Label::Client => "Client",
        Label::Clients => "Other clients",
        Label::Code => "Code",
        Label::ErrorText => "The error text that you gave",
        Label::ErrorTextTells => "What the error text tells",
        Label::Glossary => "What the words mean",
        Label::HowItLooks => "The chain",
        Label::InBundles => "In published bundles",
        Label::Issuer => "Issuer",
        Label::Key => "Key",
        Label::NotChecked => "What this answer rests on",
        Label::Notes => "Notes",
        Label::OnThisProgram => "Steps for this program",
        Label::WhereItLooks => "Where this program looks for roots",
        Label::Programs => "Programs",
        Label::Variables => "Environment variables",
        Label::OtherFindings => "Also found",
        Label::OwnWords => "What it says",
        Label::Outcome => "What comes of it",
        Label::Place => "Where it is",
        Label::PublicList => "Public list",
        Label::Readings => "What programs make of the file",
        Label::Rule => "Rule",
        Label::Serial => "Serial number",
        Label::Severity => "Severity",
        Label::Sha1 => "SHA-1 (thumbprint)",
        Label::Sha256 => "SHA-256",
        Label::Signature => "Signature",
        Label::Steps => "The steps",
        Label::Subject => "Subject",
        Label::Undo => "How to undo it",
        Label::Validity => "Valid",
        Label::Verdict => "Verdict",
        Label::Warnings => "Warnings",
        Label::WhatToDo => "What to do",
        Label::Where => "Found in",
        Label::Why => "Why",
    }
}

/// The word over a finding.
pub(in crate::text) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

/// Who must act.
pub(in crate::text) const fn actor(actor: Actor) -> &'static str {
    match actor {
        Actor::User => "you, or whoever looks after this computer",
        Actor::ServerOwner => "the server's owner",
        Actor::NetworkAdmin => "your IT department",
        Actor::Ca => "the CA that issued the certificate",
        Actor::Nobody => "nobody has to act",
    }
}

/// The word over a command.
pub(in crate::text) const fn platform(platform: Platform) -> &'static str {
    match platform {
        Platform::Windows => "Windows",
        Platform::MacOs => "macOS",
        Platform::Linux => "Linux",
        Platform::Any => "Windows, macOS, Linux",
    }
}

/// The title of the list of codes.
pub(in crate::text) const fn all_codes() -> &'static str {
    "Everything that certwhy can find"
}

/// A section of a standard.
pub(in crate::text) fn section(citation: &Citation) -> Inlines {
    say!(
        "{source}, section {section}",
        source = text(citation.source.to_string()),
        section = citation.section
    )
}

/// A rule that no standard states.
pub(in crate::text) fn own_rule(citation: &Citation) -> Inlines {
    say!("a rule of certwhy: {reason}", reason = citation.section)
}
