//! Why a client refuses, in few classes: engines name reasons more or less finely, and some name several at once.

use certwhy::finding::Code;

/// A kind of reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// No path to an anchor.
    Untrusted,
    Expired,
    NotYetValid,
    Host,
    NameConstraints,
    /// Not a CA, not for this purpose, too many CAs.
    Use,
    /// A key or digest that is too weak.
    Weak,
    /// A signature that does not fit, or that nobody can check.
    Signature,
    /// A formal fault, an extension that is not understood, a certificate that cannot be read.
    Form,
}

impl Class {
    /// For engines that say no more than that there is no path.
    pub(crate) const ALL: &[Self] = &[
        Self::Untrusted,
        Self::Expired,
        Self::NotYetValid,
        Self::Host,
        Self::NameConstraints,
        Self::Use,
        Self::Weak,
        Self::Signature,
        Self::Form,
    ];
}

use Class::{Expired, Form, Host, NameConstraints, NotYetValid, Signature, Untrusted, Use, Weak};

/// Causes of ours, by their public names, and the classes that they may have in an engine's eyes.
const CAUSES: &[(&[&str], &[Class])] = &[
    (
        &[
            "missing-root",
            "missing-intermediate",
            "anchor-not-self-signed",
            "interception-proxy",
            "self-signed-leaf",
            "unknown-root",
            "removed-root",
            "old-path-builder",
        ],
        &[Untrusted],
    ),
    (
        &["expired", "expired-root", "expired-cross-certificate"],
        &[Expired],
    ),
    (&["not-yet-valid"], &[NotYetValid]),
    (&["clock-wrong"], &[Expired, NotYetValid]),
    (&["host-mismatch"], &[Host]),
    (&["weak-signature", "weak-key"], &[Weak]),
    (&["name-constraints"], &[NameConstraints]),
    (
        &["not-a-ca", "path-too-long", "key-usage", "wrong-purpose"],
        &[Use],
    ),
    (
        &[
            "strictness",
            "critical-extension",
            "policy",
            "malformed-certificate",
            "profile-rule",
        ],
        &[Form],
    ),
    // To some there is no issuer, to others the issuer's key does not fit.
    (
        &["same-name-different-key", "signature-mismatch"],
        &[Signature, Untrusted],
    ),
    (&["signature-not-checkable"], &[Signature, Weak, Form]),
];

/// The classes of a cause of ours. One that is not about certificates may be anything to an engine.
pub(crate) fn of_cause(cause: Code) -> &'static [Class] {
    CAUSES
        .iter()
        .find(|(names, _)| names.contains(&cause.as_str()))
        .map_or(Class::ALL, |(_, classes)| classes)
}
