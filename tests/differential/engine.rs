//! The engines: which profile each is compared with, and how it is asked.

use crate::folder::{Folder, PYTHON};
use serde::Deserialize;
use std::path::PathBuf;

/// One real client, or one library used as one client uses it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Engine {
    /// For people: engine, version, and how it is set.
    pub(crate) name: &'static str,
    /// The profiles that must say the same, and in how far.
    pub(crate) profiles: &'static [(&'static str, Reason)],
    /// How it is asked.
    pub(crate) way: Way,
}

/// What of a refusal's reason is compared. Verdicts always are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Reason {
    /// OpenSSL's number must be the same.
    Number,
    /// The words must mean the same.
    Class,
    /// Nothing: the engine names the last of several faults, the profile the first.
    Nothing,
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
    Rustls,
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

use Reason::{Class, Nothing, Number};
use Way::{Driver, Live, Rustls, WithClock};
use Word::{Installed, Plain, Python, Script, Served};

const fn engine(
    name: &'static str,
    profiles: &'static [(&'static str, Reason)],
    way: Way,
) -> Engine {
    Engine {
        name,
        profiles,
        way,
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
    engine(
        "Node 0.10.25 (OpenSSL 1.0.1e)",
        &[("node-0.10.25", Class), ("openssl-1.0.1", Nothing)],
        node!("node-0.10.25/node"),
    ),
    engine(
        "Node 0.10.48 (OpenSSL 1.0.1u)",
        &[("node-0.10.48", Class)],
        node!("node-0.10.48/node"),
    ),
    engine(
        "Node 8.17.0 (OpenSSL 1.0.2s)",
        &[("node-8.17.0", Class)],
        node!("node-8.17.0/node"),
    ),
    engine(
        "Node 20.20.2 (OpenSSL 3.0.19)",
        &[("node", Class)],
        node!("node-20.20.2/node"),
    ),
    engine(
        "OpenSSL 1.0.2q",
        &[("openssl-1.0.2", Number)],
        libcrypto!("openssl-1.0.2q/libcrypto.so", "0"),
    ),
    engine(
        "CPython 2.7's flags and names on 1.0.2q",
        &[("python-2.7", Class)],
        Driver(&[
            Installed("python-2.7/python"),
            Script("libcrypto.py"),
            Installed("openssl-1.0.2q/libcrypto.so"),
            Plain("0"),
            Plain("trusted-first"),
            Plain("names-of-python-2"),
        ]),
    ),
    engine(
        "OpenSSL 1.1.1w",
        &[("openssl-1.1.1", Number)],
        libcrypto!("openssl-1.1.1w/libcrypto.so", "1"),
    ),
    engine(
        "OpenSSL 3.0",
        &[("openssl-3", Number)],
        libcrypto!("openssl-3.0/libcrypto.so", "1"),
    ),
    engine(
        "OpenSSL 3.5.8",
        &[("openssl-3.5", Number)],
        libcrypto!("openssl-3.5.8/libcrypto.so", "2"),
    ),
    engine(
        "OpenSSL 3.5.8, strict, partial chain",
        &[("python-3.13", Number)],
        libcrypto!(
            "openssl-3.5.8/libcrypto.so",
            "2",
            "strict",
            "partial",
            "no-partial-wildcards"
        ),
    ),
    engine(
        "CPython 3.7 to 3.12",
        &[("python-3", Number)],
        cpython!("python-3/python"),
    ),
    engine(
        "curl on OpenSSL 3.0",
        &[("curl", Class)],
        Live(&[Python, Script("curl.py"), Installed("curl/curl")]),
    ),
    engine(
        "GnuTLS",
        &[("gnutls", Class)],
        Driver(&[
            Python,
            Script("gnutls.py"),
            Installed("gnutls/libgnutls.so"),
        ]),
    ),
    engine("Go", &[("go", Class)], Driver(&[Installed("go/verify")])),
    engine(
        "Java",
        &[("java", Class)],
        Driver(&[
            Plain("java"),
            Plain("-cp"),
            Installed("java"),
            Plain("Verify"),
        ]),
    ),
    engine("rustls", &[("rustls", Class)], Rustls),
    engine(
        "NSS",
        &[("nss", Class)],
        Driver(&[Python, Script("nss.py"), Installed("nss/libnss3.so")]),
    ),
];

impl Way {
    /// The words of the command; none for a library of our own.
    pub(crate) const fn words(self) -> &'static [Word] {
        match self {
            Driver(words) | WithClock(words) | Live(words) => words,
            Rustls => &[],
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
