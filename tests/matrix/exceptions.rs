//! Where an engine says something else than what it is compared with, and why both stand. The matrix itself has none.

/// One reason to disagree, and where it applies.
#[derive(Debug)]
pub(crate) struct Exception {
    pub(crate) engine: &'static str,
    pub(crate) scenarios: &'static [&'static str],
    /// In the words of the engine.
    pub(crate) says: &'static str,
    /// For the reader.
    #[allow(dead_code, reason = "read by people, and in a failure by `Debug`")]
    pub(crate) because: &'static str,
}

/// rustls beside the profile `webpki`, which follows the Baseline Requirements and not any one library.
pub(crate) const ALL_SCENARIOS: &str = "rustls, all scenarios";

/// All of them.
pub(crate) const EXCEPTIONS: &[Exception] = &[
    Exception {
        engine: ALL_SCENARIOS,
        scenarios: &[
            "expired-root",
            "dst-root-x3-only",
            "root-without-basic-constraints",
            "version-1-root",
        ],
        says: "trusted",
        because: "to rustls an anchor is a name and a key; its dates and extensions are not looked at (RFC 5280 \
                  §6.1.1 d allows that)",
    },
    Exception {
        engine: ALL_SCENARIOS,
        scenarios: &[
            "both-roots-of-one-name-right-first",
            "both-roots-of-one-name-wrong-first",
            "leaf-without-authority-key-identifier",
            "intermediate-without-subject-key-identifier",
            "root-without-subject-key-identifier",
        ],
        says: "trusted",
        because: "rustls never reads key identifiers; the profile asks for them, as RFC 5280 §4.2.1.1 and §4.2.1.2 do",
    },
    Exception {
        engine: ALL_SCENARIOS,
        scenarios: &["ca-without-cert-sign"],
        says: "trusted",
        because: "rustls does not look at the key usage of a CA",
    },
    Exception {
        engine: ALL_SCENARIOS,
        scenarios: &[
            "ca-without-key-usage",
            "non-critical-basic-constraints",
            "hostile-names",
        ],
        says: "trusted",
        because: "rustls does not look at the form of certificates: that a CA has a key usage and critical basic \
                  constraints (RFC 5280 §4.2.1.3, §4.2.1.9), and that a server's common name is one of its \
                  alternative names (CA/Browser Forum BR §7.1.4.3)",
    },
    Exception {
        engine: ALL_SCENARIOS,
        scenarios: &["no-extended-key-usage"],
        says: "trusted",
        because: "rustls takes an absent extension for any purpose, as RFC 5280 §4.2.1.12 does; the Baseline \
                  Requirements demand it",
    },
    Exception {
        engine: ALL_SCENARIOS,
        scenarios: &["rsa-768-intermediate"],
        says: "trusted",
        because: "how short a key may be is the provider's choice, and RustCrypto's sets no limit",
    },
    Exception {
        engine: ALL_SCENARIOS,
        scenarios: &["other-curves"],
        says: "not-trusted",
        because: "RustCrypto's provider has no P-521",
    },
    Exception {
        engine: ALL_SCENARIOS,
        scenarios: &["name-in-another-string-type"],
        says: "not-trusted",
        because: "rustls compares names byte by byte; RFC 5280 §7.1 compares what they say",
    },
];
