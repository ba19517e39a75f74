//! The engines: which profile each is compared with, and how it is asked.

use crate::folder::{Folder, PYTHON};
use std::path::PathBuf;

/// One real client, or one library used as one client uses it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Engine {
    /// For people: engine, version, and how it is set.
    pub(crate) name: &'static str,
    /// The id of the profile that must say the same.
    pub(crate) client: &'static str,
    /// How it is asked.
    pub(crate) way: Way,
    /// How it names its reasons.
    pub(crate) speaks: Speaks,
}

/// How an engine names its reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speaks {
    /// OpenSSL's numbers, which must be the same.
    Numbers,
    /// In its own words, which must mean the same.
    Words,
}

/// How an engine is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Way {
    /// A driver reads the scenarios and asks a library.
    Driver(&'static [Word]),
    /// The same, with a clock that the driver sets.
    WithClock(&'static [Word]),
    /// A client meets a server for each scenario, with a clock that the driver sets.
    Live(&'static [Word]),
    /// The library is a dependency of this test.
    Webpki,
}

/// One word of a command.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Word {
    /// As it stands.
    Plain(&'static str),
    /// The Python that runs drivers.
    Python,
    /// A file beside this one, in `engines`.
    Script(&'static str),
    /// A file that `xtask` has installed; without it the engine is not there.
    Installed(&'static str),
    /// What the servers wrote: the scenarios with their ports.
    Served,
}

use Way::{Driver, Live, Webpki, WithClock};
use Word::{Installed, Plain, Python, Script, Served};

/// One whose reasons are OpenSSL's numbers.
const fn numbers(name: &'static str, client: &'static str, way: Way) -> Engine {
    Engine {
        name,
        client,
        way,
        speaks: Speaks::Numbers,
    }
}

/// One that has its own words.
const fn words(name: &'static str, client: &'static str, way: Way) -> Engine {
    Engine {
        name,
        client,
        way,
        speaks: Speaks::Words,
    }
}

/// libcrypto by way of Python.
macro_rules! libcrypto {
    ($library:literal, $level:literal $(, $flag:literal)*) => {
        Driver(&[
            Python,
            Script("libcrypto.py"),
            Installed($library),
            Plain($level),
            $(Plain($flag),)*
        ])
    };
}

/// Node against a server for each scenario.
macro_rules! node {
    ($program:literal) => {
        Live(&[Installed($program), Script("node_tls.js"), Served])
    };
}

/// CPython's own handshake, in memory.
macro_rules! cpython {
    ($program:literal) => {
        WithClock(&[Installed($program), Script("python_tls.py")])
    };
}

/// All of them.
pub(crate) const ENGINES: &[Engine] = &[
    words(
        "Node 0.10.25 (OpenSSL 1.0.1e)",
        "openssl-1.0.1",
        node!("node-0.10.25/node"),
    ),
    words(
        "Node 0.10.48 (OpenSSL 1.0.1u)",
        "openssl-1.0.1u",
        node!("node-0.10.48/node"),
    ),
    numbers(
        "OpenSSL 1.0.2q",
        "openssl-1.0.2",
        libcrypto!("openssl-1.0.2q/libcrypto.so", "0"),
    ),
    numbers(
        "OpenSSL 1.0.2q, trusted first",
        "python-2.7",
        libcrypto!(
            "openssl-1.0.2q/libcrypto.so",
            "0",
            "trusted-first",
            "no-partial-wildcards"
        ),
    ),
    numbers(
        "OpenSSL 1.1.1w",
        "openssl-1.1.1",
        libcrypto!("openssl-1.1.1w/libcrypto.so", "1"),
    ),
    numbers(
        "OpenSSL 3.0",
        "openssl-3",
        libcrypto!("openssl-3.0/libcrypto.so", "1"),
    ),
    numbers(
        "OpenSSL 3.5.8",
        "openssl-3.5",
        libcrypto!("openssl-3.5.8/libcrypto.so", "2"),
    ),
    numbers(
        "OpenSSL 3.5.8, strict, partial chain",
        "python-3.13",
        libcrypto!(
            "openssl-3.5.8/libcrypto.so",
            "2",
            "strict",
            "partial",
            "no-partial-wildcards"
        ),
    ),
    numbers(
        "CPython 3.7 to 3.12",
        "python-3",
        cpython!("python-3/python"),
    ),
    words(
        "curl on OpenSSL 3.0",
        "curl",
        Live(&[Python, Script("curl.py"), Installed("curl/curl")]),
    ),
    words(
        "Node 8.17.0 (OpenSSL 1.0.2s)",
        "openssl-1.0.2s",
        node!("node-8.17.0/node"),
    ),
    words(
        "Node 20.20.2 (OpenSSL 3.0.19)",
        "node",
        node!("node-20.20.2/node"),
    ),
    words(
        "GnuTLS",
        "gnutls",
        Driver(&[
            Python,
            Script("gnutls.py"),
            Installed("gnutls/libgnutls.so"),
        ]),
    ),
    words("Go", "go", Driver(&[Installed("go/verify")])),
    words(
        "Java",
        "java",
        Driver(&[
            Plain("java"),
            Plain("-cp"),
            Installed("java"),
            Plain("Verify"),
        ]),
    ),
    words("rustls-webpki", "rustls", Webpki),
    words(
        "NSS",
        "nss",
        Driver(&[Python, Script("nss.py"), Installed("nss/libnss3.so")]),
    ),
];

impl Way {
    /// The words of the command; none for a library of our own.
    pub(crate) const fn words(self) -> &'static [Word] {
        match self {
            Driver(words) | WithClock(words) | Live(words) => words,
            Webpki => &[],
        }
    }
}

impl Engine {
    /// The command, or the file that is not there.
    pub(crate) fn command(&self, folder: &Folder, served: &str) -> Result<Vec<String>, PathBuf> {
        let words = self.way.words().iter();
        words
            .map(|word| match word {
                Plain(word) => Ok((*word).to_owned()),
                Python => folder.file(PYTHON),
                Script(name) => Ok(format!(
                    "{}/tests/differential/engines/{name}",
                    env!("CARGO_MANIFEST_DIR")
                )),
                Installed(name) => folder.file(name),
                Served => Ok(served.to_owned()),
            })
            .collect()
    }
}
