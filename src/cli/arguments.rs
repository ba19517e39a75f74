//! The arguments; their comments are what `--help` prints.

use crate::lang::Lang;
use crate::render::Extent;
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  certwhy explain --bundle cacert.pem --chain server.pem --host s3.amazonaws.com
  certwhy explain --bundle cacert.pem --connect s3.amazonaws.com
  certwhy explain cacert.pem server.pem error.txt --lang ja --format html > answer.html
  certwhy explain --bundle cacert.pem --batch chains.ndjson -o answers.ndjson
  certwhy bundle cacert.pem
  certwhy repair --bundle cacert.pem --chain server.pem -o repaired.pem

Exit codes:
  0  trusted; for `bundle` clean, for `repair` done
  1  not trusted; for `bundle` damage or a difference found, for `repair` refused
  2  wrong usage, or an input that cannot be read
  3  undecided

Not checked: revocation (CRL, OCSP) and Certificate Transparency.";

/// Explains why a TLS certificate chain does not verify against a CA bundle, and what to do about it.
#[derive(Debug, Parser)]
#[command(name = "certwhy", version, about, max_term_width = 100)]
#[command(arg_required_else_help = true, after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Says whether a client trusts a server with a bundle, why not, and what to do
    Explain(Explain),
    /// Examines a bundle: damage, which release it is, what it lacks
    Bundle(Bundle),
    /// Writes a bundle anew with the proven remedy in it and without damage (PEM, JKS, PKCS #12)
    Repair(Repair),
    /// Says what the programs on this computer read, and whether it is sound; changes nothing
    Doctor(Doctor),
    /// Lists the known public roots, and in which bundles each stood from when to when
    Roots(Roots),
    /// Lists the clients whose behaviour is known, and on what evidence
    Clients(Clients),
    /// Lists the codes of all findings, or explains one
    Codes(Codes),
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(super) struct Explain {
    /// Bundle, chain and error text in any mix, told apart by content; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The client's CA bundle; may repeat. Without it: the newest public list
    #[arg(long, value_name = "FILE")]
    pub(super) bundle: Vec<PathBuf>,
    /// The certificates that the server sends; may repeat
    #[arg(long, value_name = "FILE")]
    pub(super) chain: Vec<PathBuf>,
    /// The error text of the failing program; may repeat
    #[arg(long, value_name = "FILE")]
    pub(super) error: Vec<PathBuf>,
    /// Fetches the chain from this server (port 443 unless given). The handshake ends once the
    /// certificates have arrived; no data is sent. Proxies (`HTTPS_PROXY`) are not used
    #[cfg(feature = "connect")]
    #[arg(long, value_name = "HOST[:PORT]", conflicts_with = "chain")]
    pub(super) connect: Option<String>,
    #[command(flatten)]
    pub(super) asked: Asked,
    #[command(flatten)]
    pub(super) secret: Secret,
    #[command(flatten)]
    pub(super) failed: Failed,
    #[command(flatten)]
    pub(super) batch: Batch,
    #[command(flatten)]
    pub(super) output: Output,
}

/// Many chains at once.
#[derive(Debug, Args)]
pub(super) struct Batch {
    /// Answers many chains with one bundle: one JSON object on each line of FILE (`-`: standard
    /// input), `{"id": …, "host": …, "chain": "PEM"}`, or every file in the folder DIR. One line of
    /// JSON is written for each, in their order; `--details` writes the whole reports. Exit code: 2
    /// if some line cannot be read, else 1 if some chain is not trusted, else 3 if some is undecided
    #[arg(
        long = "batch",
        value_name = "FILE|DIR",
        conflicts_with_all = ["files", "chain", "error", "program", "call", "system"]
    )]
    #[cfg_attr(feature = "connect", arg(conflicts_with = "connect"))]
    pub(super) from: Option<PathBuf>,
    /// Writes the answers of `--batch` to this file. Those that it holds already, from a run with the
    /// same input and options that was interrupted, are kept, and the rest is added
    #[arg(short = 'o', long = "output", value_name = "FILE", requires = "from")]
    pub(super) into: Option<PathBuf>,
    /// How many chains `--batch` answers at the same time. Without it: as many as there are cores
    #[arg(long, value_name = "N", requires = "from")]
    pub(super) jobs: Option<NonZeroUsize>,
}

/// The question, and against what knowledge it is judged.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// The name that the client connects to. Without it: the one that an error text names, else
    /// names are not checked
    #[arg(long, value_name = "NAME")]
    pub(super) host: Option<String>,
    /// The client's clock: 2024-01-15T12:00:00Z or 2024-01-15. Without it: now
    #[arg(long, value_name = "TIME")]
    pub(super) at: Option<String>,
    /// Clients to judge for, the first being the one that decides; `all` for every one.
    /// Without it: the one that an error text names, else openssl-3. `certwhy clients` lists them
    #[arg(long, value_name = "ID[,ID]", value_delimiter = ',')]
    pub(super) client: Vec<String>,
    /// Certificates to take for the known roots in place of the built-in table
    #[arg(long, value_name = "FILE")]
    pub(super) known_roots: Option<PathBuf>,
}

/// What opens containers.
#[derive(Debug, Args)]
pub(super) struct Secret {
    /// Passwords of key stores (PKCS #12, JKS), one on each line of the file. `changeit`, `changeme`
    /// and none at all are tried without it
    #[arg(long, value_name = "FILE")]
    pub(super) password_file: Option<PathBuf>,
}

/// Where the program failed. What is not said is taken from an error text.
#[derive(Debug, Args)]
pub(super) struct Failed {
    /// The program or library that failed, with its release: `shotgun_api3@3.0.36`, `python`, `curl`
    #[arg(long, value_name = "NAME[@VERSION]")]
    pub(super) program: Option<String>,
    /// What it was doing: uploads and downloads may read other roots than calls of the API
    #[arg(long, value_enum)]
    pub(super) call: Option<CallName>,
    /// The system it runs on: steps for others are left out
    #[arg(long, value_enum)]
    pub(super) system: Option<SystemName>,
}

/// A kind of connection of `shotgun_api3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CallName {
    /// A call of the API to the site
    Api,
    /// An upload to the site
    UploadSite,
    /// An upload straight to Amazon S3
    UploadS3,
    /// A download
    Download,
}

/// An operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SystemName {
    /// Microsoft Windows
    Windows,
    /// Apple's macOS
    Macos,
    /// Linux
    Linux,
}

/// Arguments of `bundle`.
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(super) struct Bundle {
    /// The bundle; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Compares it with another bundle, or with the newest public list (`current`): what only one of
    /// them holds, and what was issued again for the same key. Exit code 0 only without a difference
    #[arg(long, value_name = "FILE|current")]
    pub(super) against: Option<PathBuf>,
    /// The time at which to judge it: 2024-01-15T12:00:00Z or 2024-01-15. Without it: now
    #[arg(long, value_name = "TIME")]
    pub(super) at: Option<String>,
    /// Certificates to take for the known roots in place of the built-in table
    #[arg(long, value_name = "FILE")]
    pub(super) known_roots: Option<PathBuf>,
    #[command(flatten)]
    pub(super) secret: Secret,
    #[command(flatten)]
    pub(super) output: Output,
}

/// Arguments of `repair`.
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(super) struct Repair {
    /// The bundle to repair; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(super) bundle: PathBuf,
    /// Adds what makes the client trust this chain; may repeat. Without it and without
    /// `--current`, the bundle is only freed from damage and repetitions
    #[arg(long, value_name = "FILE")]
    pub(super) chain: Vec<PathBuf>,
    /// Adds every root of the newest public list that the bundle lacks
    #[arg(long, conflicts_with = "chain")]
    pub(super) current: bool,
    #[command(flatten)]
    pub(super) asked: Asked,
    /// Passwords of key stores, one on each line of the file. The first also protects a key store
    /// that is written; without it, that is protected by `changeit`, as everybody does, and in place
    /// by the password that it had
    #[arg(long, value_name = "FILE")]
    pub(super) password_file: Option<PathBuf>,
    /// The container to write. Without it: PEM, and in place the one that is replaced
    #[arg(long, value_enum)]
    pub(super) container: Option<ContainerName>,
    /// Where to write it. Without it: standard output
    #[arg(short, long, value_name = "FILE", conflicts_with = "in_place")]
    pub(super) output: Option<PathBuf>,
    /// Replaces the bundle itself and keeps the old file with `.bak` behind its name
    #[arg(long)]
    pub(super) in_place: bool,
    #[command(flatten)]
    pub(super) language: Language,
}

/// A container that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ContainerName {
    /// Text, with a comment above each certificate: for Python, OpenSSL, curl and most others
    Pem,
    /// Java's own key store, which every Java reads
    Jks,
    /// PKCS #12 with Java's trust attribute, for Java 8u301, 11.0.12 and later
    P12,
}

/// Arguments of `doctor`.
#[derive(Debug, Args)]
pub(super) struct Doctor {
    /// Judges for this server as well (port 443 unless given). Without it, no connection is made
    #[cfg(feature = "connect")]
    #[arg(long, value_name = "HOST[:PORT]")]
    pub(super) connect: Option<String>,
    #[command(flatten)]
    pub(super) output: Output,
}

/// Arguments of `roots`.
#[derive(Debug, Args)]
pub(super) struct Roots {
    /// Part of a name, or the beginning of a SHA-1 or SHA-256 thumbprint
    #[arg(value_name = "QUERY")]
    pub(super) query: Option<String>,
    /// Certificates to take for the known roots in place of the built-in table
    #[arg(long = "known-roots", value_name = "FILE")]
    pub(super) table: Option<PathBuf>,
    #[command(flatten)]
    pub(super) output: Output,
}

/// Arguments of `clients`.
#[derive(Debug, Args)]
pub(super) struct Clients {
    #[command(flatten)]
    pub(super) output: Output,
}

/// Arguments of `codes`.
#[derive(Debug, Args)]
pub(super) struct Codes {
    /// The code to explain
    #[arg(value_name = "CODE")]
    pub(super) wanted: Option<String>,
    #[command(flatten)]
    pub(super) output: Output,
}

/// How the answer is written.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Output {
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Writes in full what a page would fold: every certificate, every path (text only)
    #[arg(long)]
    pub(super) details: bool,
    #[command(flatten)]
    pub(super) language: Language,
}

impl Output {
    /// How much is said of each of many chains.
    pub(super) const fn extent(self) -> Extent {
        if self.details {
            Extent::Whole
        } else {
            Extent::Brief
        }
    }
}

/// In which language.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Language {
    /// The language of the answer. Without it: that of the locale, else English
    #[arg(long, value_enum)]
    pub(super) lang: Option<Lang>,
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For a terminal
    Text,
    /// For programs; see the JSON Schema of the report
    Json,
    /// A page that needs nothing else
    Html,
    /// For a ticket
    Markdown,
}

impl Command {
    /// The language asked for.
    pub(super) const fn lang(&self) -> Option<Lang> {
        match self {
            Self::Explain(Explain { output, .. })
            | Self::Bundle(Bundle { output, .. })
            | Self::Doctor(Doctor { output, .. })
            | Self::Roots(Roots { output, .. })
            | Self::Clients(Clients { output })
            | Self::Codes(Codes { output, .. }) => output.language.lang,
            Self::Repair(repair) => repair.language.lang,
        }
    }
}

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
