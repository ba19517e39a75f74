//! What programs make of a file of certificates.

use crate::doc::{Inlines, field};
use crate::reading::{Outcome, Reader, Reading, Reason};
use crate::report::FileReadings;
use crate::say;

/// A file without trouble.
pub(in crate::text) fn read_by_all(file: &FileReadings) -> Inlines {
    say!(
        "OpenSSL, Python, curl, Node.js, GnuTLS, Go and Java read every certificate in {file}.",
        file = field(file.source.as_str())
    )
}

/// Over the table.
pub(in crate::text) fn intro(file: &FileReadings) -> Inlines {
    say!(
        "Programs read files of certificates in different ways. This is what they make of {file}, as it is:",
        file = field(file.source.as_str())
    )
}

/// Who uses these readers.
pub(in crate::text) fn programs(readers: &[Reader]) -> Inlines {
    let is_openssl = |reader: &&Reader| Reader::OPENSSL.contains(*reader);
    let every_openssl = readers.iter().filter(is_openssl).count() == Reader::OPENSSL.len();
    let others = readers
        .iter()
        .filter(|reader| !every_openssl || !is_openssl(reader))
        .map(|reader| program(*reader));
    let openssl = every_openssl.then(|| say!("OpenSSL of every version, Python, curl"));
    Inlines::join(openssl.into_iter().chain(others), ", ")
}

fn program(reader: Reader) -> Inlines {
    match reader {
        Reader::OpenSsl10 => say!("OpenSSL to 1.1.0, Python 2.7"),
        Reader::OpenSsl11 => say!("OpenSSL 1.1.1, and Python and curl with it"),
        Reader::OpenSsl3 => say!("OpenSSL since 3.0, and Python and curl with it"),
        Reader::Node => say!("Node.js, option `ca`"),
        Reader::GnuTls => say!("GnuTLS, wget"),
        Reader::Go => say!("Go"),
        Reader::Java => say!("Java, `keytool`"),
    }
}

/// What comes of it.
pub(in crate::text) fn outcome(reading: &Reading, found: usize) -> Inlines {
    let kept = found.saturating_sub(reading.lost.len());
    match reading.outcome {
        Outcome::All if found == 0 => say!("finds nothing and goes on without a root"),
        Outcome::All => say!("reads all {found}", found),
        Outcome::Skips => say!(
            "reads {kept} of {found} and passes over the others",
            kept,
            found
        ),
        Outcome::Stops { line, reason } => say!(
            "reads {kept} of {found} and stops in line {line}: {reason}",
            kept,
            found,
            line = line.0,
            reason = self::reason(reason)
        ),
        Outcome::Refuses {
            line: Some(line),
            reason,
        } => match reading.reader {
            Reader::Node | Reader::Go => say!(
                "reads nothing, because of line {line}: {reason}",
                line = line.0,
                reason = self::reason(reason)
            ),
            Reader::OpenSsl10
            | Reader::OpenSsl11
            | Reader::OpenSsl3
            | Reader::GnuTls
            | Reader::Java => say!(
                "**refuses the whole file**, because of line {line}: {reason}",
                line = line.0,
                reason = self::reason(reason)
            ),
        },
        Outcome::Refuses { line: None, reason } => match reading.reader {
            Reader::Node | Reader::Go => {
                say!("reads nothing: {reason}", reason = self::reason(reason))
            }
            Reader::OpenSsl10
            | Reader::OpenSsl11
            | Reader::OpenSsl3
            | Reader::GnuTls
            | Reader::Java => say!(
                "**refuses the file**: {reason}",
                reason = self::reason(reason)
            ),
        },
    }
}

fn reason(reason: Reason) -> Inlines {
    match reason {
        Reason::NoCertificate => say!("it sees no certificate in it"),
        Reason::BadEndLine => say!("the block that begins there does not end as it should"),
        Reason::BadBase64 => say!("the content of the block that begins there is no base64"),
        Reason::BadCertificate => say!("what the block that begins there holds is damaged"),
        Reason::BadHeader => say!("there is an empty line in the block that begins there"),
        Reason::EmptyBlock => say!("the block that begins there is empty"),
    }
}

/// What a program says, in its own words.
pub(in crate::text) fn said(texts: Vec<Inlines>) -> Inlines {
    Inlines::join(texts, ", or ")
}

/// A program that says nothing.
pub(in crate::text) fn nothing_said() -> Inlines {
    say!("nothing")
}

/// Where the file's name came from the environment.
pub(in crate::text) fn silent_variable() -> Inlines {
    say!(
        "Where the file is named by the variable `SSL_CERT_FILE`, OpenSSL says nothing at all: the program starts \
         without any root, and its first connection fails with `unable to get local issuer certificate`."
    )
}
