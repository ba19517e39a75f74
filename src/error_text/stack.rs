//! The programs and libraries that a text comes from.

mod marks;

use super::frame::Frame;
use super::python::PythonVersions;
use super::source::Source;

/// A program or library with its own way of verifying, or of finding its roots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stack {
    /// Toolkit (`tk-core`), which uses `shotgun_api3`.
    Toolkit,
    /// `shotgun_api3`, the Python API of Flow Production Tracking.
    ShotgunApi3,
    /// botocore, below boto3 and the AWS command line.
    Botocore,
    /// pip.
    Pip,
    /// requests.
    Requests,
    /// httplib2.
    Httplib2,
    /// aiohttp.
    Aiohttp,
    /// httpx.
    Httpx,
    /// urllib3.
    Urllib3,
    /// urllib2 of Python 2.
    PythonUrllib2,
    /// urllib of Python 3.
    PythonUrllib,
    /// Python's `ssl`, with nothing above it in the text.
    PythonSsl,
    /// git.
    Git,
    /// curl, or a program on libcurl.
    Curl,
    /// wget.
    Wget,
    /// `openssl s_client`.
    OpensslSClient,
    /// Ruby.
    Ruby,
    /// PHP.
    Php,
    /// Perl.
    Perl,
    /// Node.js.
    Node,
    /// A Go program.
    Go,
    /// A Java program.
    Java,
    /// .NET, PowerShell among it.
    Dotnet,
    /// A Rust program with rustls.
    Rustls,
    /// Chrome, Edge and what is built on them.
    Chromium,
    /// Firefox, NSS.
    Firefox,
    /// Windows' own TLS.
    Schannel,
    /// Apple's own TLS.
    Apple,
    /// GnuTLS.
    Gnutls,
}

/// Stacks that stand above each other in one program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Programs in Python.
    Python,
    /// Programs on libcurl.
    Curl,
    /// All others, each by itself.
    Other(Stack),
}

/// What a library is, beside a more telling one: Windows' TLS below curl, OpenSSL's wording in Ruby.
const BELOW: &[Stack] = &[Stack::Schannel, Stack::Apple, Stack::Gnutls];

impl Stack {
    /// Every stack: what decides where roots are read from comes first within its family.
    pub const ALL: &[Self] = &[
        Self::Toolkit,
        Self::ShotgunApi3,
        Self::Botocore,
        Self::Pip,
        Self::Requests,
        Self::Httplib2,
        Self::Aiohttp,
        Self::Httpx,
        Self::Urllib3,
        Self::PythonUrllib2,
        Self::PythonUrllib,
        Self::PythonSsl,
        Self::Git,
        Self::Curl,
        Self::Wget,
        Self::OpensslSClient,
        Self::Ruby,
        Self::Php,
        Self::Perl,
        Self::Node,
        Self::Go,
        Self::Java,
        Self::Dotnet,
        Self::Rustls,
        Self::Chromium,
        Self::Firefox,
        Self::Schannel,
        Self::Apple,
        Self::Gnutls,
    ];

    /// Its stable name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Toolkit => "toolkit",
            Self::ShotgunApi3 => "shotgun_api3",
            Self::Botocore => "botocore",
            Self::Pip => "pip",
            Self::Requests => "requests",
            Self::Httplib2 => "httplib2",
            Self::Aiohttp => "aiohttp",
            Self::Httpx => "httpx",
            Self::Urllib3 => "urllib3",
            Self::PythonUrllib2 => "python-urllib2",
            Self::PythonUrllib => "python-urllib",
            Self::PythonSsl => "python-ssl",
            Self::Git => "git",
            Self::Curl => "curl",
            Self::Wget => "wget",
            Self::OpensslSClient => "openssl-s_client",
            Self::Ruby => "ruby",
            Self::Php => "php",
            Self::Perl => "perl",
            Self::Node => "node",
            Self::Go => "go",
            Self::Java => "java",
            Self::Dotnet => "dotnet",
            Self::Rustls => "rustls",
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Schannel => "schannel",
            Self::Apple => "apple",
            Self::Gnutls => "gnutls",
        }
    }

    /// Its name as people write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Toolkit => "Toolkit (tk-core)",
            Self::ShotgunApi3 => "shotgun_api3",
            Self::Botocore => "botocore",
            Self::Pip => "pip",
            Self::Requests => "requests",
            Self::Httplib2 => "httplib2",
            Self::Aiohttp => "aiohttp",
            Self::Httpx => "httpx",
            Self::Urllib3 => "urllib3",
            Self::PythonUrllib2 => "urllib2 (Python 2)",
            Self::PythonUrllib => "urllib (Python)",
            Self::PythonSsl => "ssl (Python)",
            Self::Git => "git",
            Self::Curl => "curl",
            Self::Wget => "wget",
            Self::OpensslSClient => "openssl s_client",
            Self::Ruby => "Ruby",
            Self::Php => "PHP",
            Self::Perl => "Perl",
            Self::Node => "Node.js",
            Self::Go => "Go",
            Self::Java => "Java",
            Self::Dotnet => ".NET",
            Self::Rustls => "rustls",
            Self::Chromium => "Chrome, Edge",
            Self::Firefox => "Firefox",
            Self::Schannel => "Windows (Schannel)",
            Self::Apple => "Apple (Secure Transport)",
            Self::Gnutls => "GnuTLS",
        }
    }

    /// Which stacks it may stand above or below.
    pub const fn family(self) -> Family {
        match self {
            Self::Toolkit
            | Self::ShotgunApi3
            | Self::Botocore
            | Self::Pip
            | Self::Requests
            | Self::Httplib2
            | Self::Aiohttp
            | Self::Httpx
            | Self::Urllib3
            | Self::PythonUrllib2
            | Self::PythonUrllib
            | Self::PythonSsl => Family::Python,
            Self::Git | Self::Curl => Family::Curl,
            Self::Wget
            | Self::OpensslSClient
            | Self::Ruby
            | Self::Php
            | Self::Perl
            | Self::Node
            | Self::Go
            | Self::Java
            | Self::Dotnet
            | Self::Rustls
            | Self::Chromium
            | Self::Firefox
            | Self::Schannel
            | Self::Apple
            | Self::Gnutls => Family::Other(self),
        }
    }

    /// Whether it makes requests by means of another stack, so that the other one decides.
    const fn delegates(self) -> bool {
        matches!(self, Self::Toolkit | Self::ShotgunApi3)
    }
}

/// The layers of a text, each once, in the order in which the text shows them.
pub(super) fn layers(source: &Source<'_>, frames: &[Frame], python: &PythonVersions) -> Vec<Stack> {
    let mut found: Vec<Stack> = Vec::new();
    let hits = source
        .hits(marks::TABLE)
        .into_iter()
        .map(|(_, stack)| stack);
    let from_frames = frames
        .iter()
        .filter_map(|frame| marks::of_file(&frame.file.to_ascii_lowercase()));
    for stack in hits.chain(from_frames) {
        let is_old = stack == Stack::PythonUrllib && python.is_all_before_3();
        let stack = if is_old { Stack::PythonUrllib2 } else { stack };
        if !found.contains(&stack) {
            found.push(stack);
        }
    }
    found
}

/// The stack that decides: of the family that the text shows first, what stands first in [`Stack::ALL`] and does not hand
/// its requests on.
pub(super) fn deciding(layers: &[Stack], python: &PythonVersions) -> Option<Stack> {
    let first = layers
        .iter()
        .find(|layer| !BELOW.contains(layer))
        .or_else(|| layers.first());
    let Some(first) = first else {
        return (*python != PythonVersions::Unknown).then_some(Stack::PythonSsl);
    };
    let of_family = || {
        Stack::ALL
            .iter()
            .copied()
            .filter(|stack| layers.contains(stack) && stack.family() == first.family())
    };
    of_family()
        .find(|stack| !stack.delegates() && *stack != Stack::PythonSsl)
        .or_else(|| of_family().find(|stack| *stack == Stack::ShotgunApi3))
        .or_else(|| of_family().next())
}

/// The layers in the order of [`Stack::ALL`].
pub(super) fn ordered(mut layers: Vec<Stack>) -> Vec<Stack> {
    layers.sort_unstable();
    layers
}
