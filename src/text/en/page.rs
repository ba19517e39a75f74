//! English words of the support page.

use crate::doc::Inlines;
use crate::page::share::{NotShared, Problem as LinkProblem};
use crate::say;
use crate::text::PageWord;

/// A word of the frame.
#[expect(clippy::too_many_lines, reason = "one line for each word")]
pub(in crate::text) const fn word(word: PageWord) -> &'static str {
    match word {
        PageWord::Title => "certwhy: why does this certificate chain not verify?",
        PageWord::Description => {
            "Drop a CA bundle and the certificates of a server: certwhy says which root is missing, proves it, and says what to do. Nothing leaves the browser."
        }
        PageWord::Heading => "Why does this certificate not verify?",
        PageWord::Lead => {
            "Drop the file of trusted roots that your program uses, the certificates that the server sends, or the error message. You get the reason, and the steps that help."
        }
        PageWord::Private => "Nothing that you drop leaves this browser.",
        PageWord::BundleTitle => "Your CA bundle",
        PageWord::BundleHint => {
            "The file of trusted roots that your program uses, such as cacerts.txt or cacert.pem."
        }
        PageWord::ChainTitle => "The server’s chain",
        PageWord::ChainHint => "The certificates that the server sends.",
        PageWord::HowToGetIt => "How to get them",
        PageWord::ErrorTitle => "The error message",
        PageWord::ErrorHint => "The whole text, with the traceback where there is one.",
        PageWord::PasteHere => "Drop files here, or paste text",
        PageWord::Choose => "Choose files",
        PageWord::HostLabel => "Server name",
        PageWord::HostHint => "such as s3.amazonaws.com; left empty, not checked",
        PageWord::AtLabel => "Date and time (UTC)",
        PageWord::AtHint => "of the client; left empty, now",
        PageWord::ProgramLabel => "Program",
        PageWord::ProgramHint => "that fails; the error message may tell",
        PageWord::SystemLabel => "System",
        PageWord::SystemHint => "that it runs on; likewise",
        PageWord::PasswordLabel => "Password",
        PageWord::PasswordHint => "of the key store; never kept or sent",
        PageWord::Automatic => "automatic",
        PageWord::ClientLabel => "Rules",
        PageWord::ClientHint => "by which it verifies; the others are asked as well",
        PageWord::ClientAutomatic => "as the error message tells, else OpenSSL 3",
        PageWord::Options => "Server name, date and program",
        PageWord::Clear => "Clear all",
        PageWord::Busy => "Checking…",
        PageWord::Cancel => "Cancel",
        PageWord::Cancelled => "Stopped. Change an input, and it is checked again.",
        PageWord::Broken => {
            "certwhy met a fault of its own on these inputs. Take one of them away, and it is checked again."
        }
        PageWord::Remove => "Remove",
        PageWord::UseAsBundle => "This is the CA bundle",
        PageWord::UseAsChain => "This is the server’s chain",
        PageWord::KeyLeftOut => {
            "A private key was in it. Its content was discarded at once; treat the key as exposed wherever this file has been shared."
        }
        PageWord::KeyRefused => {
            "A private key is in it, so nothing of this file was kept. Only certificates are needed here."
        }
        PageWord::Copy => "Copy",
        PageWord::Copied => "Copied",
        PageWord::CopyFailed => {
            "The browser does not allow it: the text is selected, copy it with the keyboard."
        }
        PageWord::ExamplesTitle => "See it on an example",
        PageWord::ExampleShown => "This is an example. Drop a file of your own, and it is cleared.",
        PageWord::ObtainTitle => "How to get the server’s chain",
        PageWord::NextChain => {
            "This is the check of the bundle alone. Add the server’s chain to learn whether this bundle trusts it."
        }
        PageWord::NextBundle => {
            "No CA bundle was given, so the newest public list of roots stands in. Add the file that your program uses to see what that program says."
        }
        PageWord::NextBoth => {
            "An error message alone cannot tell which root is missing. Add the CA bundle of your program and the server’s chain."
        }
        PageWord::Preparing => {
            "The certificates of the public roots are still being loaded. What helps follows in a moment."
        }
        PageWord::SaveTitle => "Files for this",
        PageWord::SaveBundle => "Repaired bundle (.pem)",
        PageWord::SavePem => "Missing root (.pem)",
        PageWord::SaveDer => "Missing root for Windows (.cer)",
        PageWord::SaveScript => "Script that checks and imports it on Windows (.ps1)",
        PageWord::SaveHtml => "Web page (.html)",
        PageWord::SaveMarkdown => "Markdown (.md)",
        PageWord::SaveJson => "JSON (.json)",
        PageWord::CompareTitle => "Compare a thumbprint",
        PageWord::CompareLabel => "Thumbprint from Windows, a colleague or an article",
        PageWord::ShareTitle => "Link with these inputs",
        PageWord::ShareMake => "Make a link",
        PageWord::ShareHint => {
            "The link itself holds the certificates, the server name and the error message: whoever has it can read them. Nothing is stored elsewhere."
        }
        PageWord::ReportTitle => "Report for a ticket",
        PageWord::NoScript => {
            "This page needs JavaScript and WebAssembly. Without them, the command line gives the same answer:"
        }
        PageWord::Failed => {
            "The page could not start: this browser is too old, or a file of the page is missing. The command line gives the same answer."
        }
        PageWord::Unreadable => "This file could not be read. Try it again, or paste its text.",
        PageWord::TooLarge => "This file is larger than 64 MB, and was left out.",
        PageWord::Pasted => "pasted text",
        PageWord::Answer => "Answer",
        PageWord::Inputs => "What you have",
        PageWord::Sealed => {
            "Since it was loaded, this page can open no connection: its Content Security Policy forbids it."
        }
        PageWord::OtherLanguage => "日本語",
    }
}

/// What an input with certificates holds.
pub(in crate::text) fn certificates(count: usize) -> Inlines {
    match count {
        1 => say!("1 certificate"),
        several => say!("{several} certificates", several),
    }
}

/// What is said of inputs that are not listed.
pub(in crate::text) fn unlisted(more: usize) -> Inlines {
    say!(
        "{more} more files are not listed here. They count all the same.",
        more
    )
}

/// What an input with nothing but an error text holds.
pub(in crate::text) fn error_text() -> Inlines {
    say!("an error message")
}

/// The title of an example of the page, by its id.
pub(in crate::text) fn example_title(id: &str) -> &str {
    match id {
        "s3-2020" => "Amazon S3 in 2020: a bundle of 2019 trusts it",
        "s3-2024-cross" => {
            "Amazon S3 in 2024: the bundle of 2019 still trusts it, through a cross-certificate"
        }
        "s3-2024" => "Amazon S3 in 2024: a bundle of 2012 lacks the root",
        "s3-leaf-only" => "Amazon S3 in 2024: only its own certificate was captured",
        "s3-2025" => {
            "Amazon S3 in 2025: no cross-certificate is left, and the bundle of 2019 fails"
        }
        "proxy" => "A company’s proxy stands between",
        "damaged" => "A bundle damaged by appending a root",
        other => other,
    }
}

/// Why there is no link.
pub(in crate::text) fn not_shared(problem: NotShared) -> Inlines {
    match problem {
        NotShared::TooLong { characters } => say!(
            "A link with these inputs would have {characters} characters, more than mail and chat programs keep. Save the report instead.",
            characters
        ),
        NotShared::PrivateKey => {
            say!("There is a private key in the error message. Take it out of the text first.")
        }
    }
}

/// Why there is no link for an example that has root certificates of its own.
pub(in crate::text) fn example_not_shared() -> Inlines {
    say!(
        "This example has root certificates of its own, which a link cannot carry. Save the report instead."
    )
}

/// Why a link cannot be read.
pub(in crate::text) fn link_problem(problem: LinkProblem) -> Inlines {
    match problem {
        LinkProblem::NotALink => {
            say!("The address of this page ends in something that is no link of certwhy.")
        }
        LinkProblem::Version => say!(
            "This link was made by another version of certwhy. Ask its sender for the report instead."
        ),
        LinkProblem::TooLong | LinkProblem::Damaged => say!(
            "This link was cut short or changed on its way. Ask its sender to send it again, or to send the report."
        ),
        LinkProblem::Unknown => say!(
            "This link was made by a newer version of certwhy, and names a root certificate that this one does not know."
        ),
        LinkProblem::RootsNotHere => {
            say!("The public roots are not loaded yet. Load the page again.")
        }
    }
}
