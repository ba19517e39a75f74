//! The public codes: one table of names, severities and citations.

use crate::citation::Citation;
use crate::input::{ContainerNote, Note, NoteKind, Obstacle, Tried};
use core::fmt;
use core::str::FromStr;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It makes a client refuse, or a file unusable.
    Error,
    /// It works now, and may not tomorrow or elsewhere.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// Its public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Who must act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Whoever runs the client.
    User,
    /// Whoever runs the server.
    ServerOwner,
    /// Whoever runs the network.
    NetworkAdmin,
    /// The CA.
    Ca,
    /// Nobody.
    Nobody,
}

impl Actor {
    /// Its public name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::ServerOwner => "server-owner",
            Self::NetworkAdmin => "network-admin",
            Self::Ca => "ca",
            Self::Nobody => "nobody",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $name:literal $severity:ident $actor:ident [$($citation:expr),+];)+) => {
        /// A public code. Codes are never renamed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)+
        }

        impl Code {
            /// Every code, causes first, then warnings, then file codes.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its public name, kebab-case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// Who usually must act.
            pub const fn usual_actor(self) -> Actor {
                match self { $(Self::$variant => Actor::$actor,)+ }
            }

            /// Where its rule stands.
            pub const fn citations(self) -> &'static [Citation] {
                match self { $(Self::$variant => const { &[$($citation),+] },)+ }
            }
        }
    };
}

use Citation as C;

codes! {
    /// The bundle lacks a known public root.
    MissingRoot "missing-root" Error User [C::rfc5280("6.1.1"), C::rfc4158("2.3")];
    /// The server does not send an intermediate.
    MissingIntermediate "missing-intermediate" Error ServerOwner [C::rfc8446("4.4.2"), C::rfc4158("2.3")];
    /// The bundle trusts a certificate that is not self-signed.
    AnchorNotSelfSigned "anchor-not-self-signed" Error User [C::rfc5280("6.1.1")];
    /// A proxy replaces the server's certificate.
    InterceptionProxy "interception-proxy" Error NetworkAdmin [C::own("a certificate from outside the public list where a public one belongs")];
    /// The server's certificate is signed by its own key.
    SelfSignedLeaf "self-signed-leaf" Error ServerOwner [C::rfc5280("6.1")];
    /// A certificate has expired.
    Expired "expired" Error ServerOwner [C::rfc5280("4.1.2.5"), C::rfc5280("6.1.3")];
    /// A certificate is not valid yet.
    NotYetValid "not-yet-valid" Error ServerOwner [C::rfc5280("4.1.2.5"), C::rfc5280("6.1.3")];
    /// The bundle's root has expired.
    ExpiredRoot "expired-root" Error User [C::rfc5280("6.1.1"), C::rfc5280("4.1.2.5")];
    /// The client follows an expired certificate although another path is valid.
    ExpiredCrossCertificate "expired-cross-certificate" Error User [C::rfc4158("2.4"), C::rfc5280("4.1.2.5")];
    /// The client does not look for another path.
    OldPathBuilder "old-path-builder" Error User [C::rfc4158("2.4")];
    /// The client's strict mode refuses a formal fault.
    Strictness "strictness" Error Ca [C::rfc5280("4.2.1")];
    /// The certificate is for other names.
    HostMismatch "host-mismatch" Error User [C::rfc9525("6")];
    /// The client's clock is wrong.
    ClockWrong "clock-wrong" Error User [C::rfc5280("4.1.2.5")];
    /// A signature with a weak digest.
    WeakSignature "weak-signature" Error ServerOwner [C::baseline("7.1.3.2")];
    /// A key that is too small.
    WeakKey "weak-key" Error ServerOwner [C::baseline("6.1.5")];
    /// A name outside a CA's constraints.
    NameConstraints "name-constraints" Error Ca [C::rfc5280("4.2.1.10")];
    /// An issuer that is no CA.
    NotACa "not-a-ca" Error Ca [C::rfc5280("4.2.1.9"), C::rfc5280("6.1.4")];
    /// Too many CAs below one.
    PathTooLong "path-too-long" Error Ca [C::rfc5280("4.2.1.9"), C::rfc5280("6.1.4")];
    /// A key that may not be used for this.
    KeyUsage "key-usage" Error Ca [C::rfc5280("4.2.1.3")];
    /// Not for TLS servers.
    WrongPurpose "wrong-purpose" Error ServerOwner [C::rfc5280("4.2.1.12")];
    /// A critical extension that is not understood.
    CriticalExtension "critical-extension" Error Ca [C::rfc5280("4.2")];
    /// Certificate policies do not allow the path.
    Policy "policy" Error Ca [C::rfc5280("6.1.5")];
    /// A root that is neither in the bundle nor publicly known.
    UnknownRoot "unknown-root" Error User [C::rfc5280("6.1.1")];
    /// A root that has been removed from the public list.
    RemovedRoot "removed-root" Error ServerOwner [C::own("a root that the public list has dropped is not to be trusted again")];
    /// The wanted name with another key.
    SameNameDifferentKey "same-name-different-key" Error User [C::rfc5280("4.2.1.1"), C::rfc4158("3.5.12")];
    /// A signature does not verify.
    SignatureMismatch "signature-mismatch" Error ServerOwner [C::rfc5280("6.1.3")];
    /// A signature that certwhy cannot check.
    SignatureNotCheckable "signature-not-checkable" Error Nobody [C::own("an algorithm without a verifier is never a pass")];
    /// A certificate that cannot be read.
    MalformedCertificate "malformed-certificate" Error User [C::rfc5280("4.1")];
    /// A formal rule of the profile.
    ProfileRule "profile-rule" Error Ca [C::rfc5280("4.1")];
    /// The work was cut short.
    LimitReached "limit-reached" Error Nobody [C::rfc4158("2.4")];
    /// Trusted, but hanging on a thread.
    FragileTrust "fragile-trust" Warning User [C::rfc4158("2.3")];
    /// Not in the order of the path.
    OutOfOrder "out-of-order" Warning ServerOwner [C::rfc8446("4.4.2")];
    /// Used by no path.
    UnneededCertificate "unneeded-certificate" Warning ServerOwner [C::rfc8446("4.4.2")];
    /// A root sent by the server.
    RootSent "root-sent" Warning ServerOwner [C::rfc8446("4.4.2")];
    /// Expires within 30 days.
    ExpiresSoon "expires-soon" Warning ServerOwner [C::rfc5280("4.1.2.5")];
    /// The verdict depends on the order of the bundle.
    OrderSensitive "order-sensitive" Warning User [C::rfc4158("2.4")];
    /// Nothing about certificates in it.
    NotACertificateFile "not-a-certificate-file" Error User [C::rfc7468("5")];
    /// A private key is in it.
    PrivateKeyPresent "private-key-present" Warning User [C::own("a private key has no place in a bundle or a chain, and is never kept")];
    /// A damaged PEM block.
    DamagedPem "damaged-pem" Error User [C::rfc7468("3")];
    /// Two blocks without a line break between them.
    MissingNewlineBetweenBlocks "missing-newline-between-blocks" Error User [C::rfc7468("3")];
    /// Cut short.
    Truncated "truncated" Error User [C::rfc7468("3")];
    /// A character that is no base64.
    BadBase64 "bad-base64" Error User [C::rfc7468("3")];
    /// Not plain ASCII or UTF-8.
    WrongEncoding "wrong-encoding" Warning User [C::rfc7468("2")];
    /// A web page instead of a file.
    HtmlPage "html-page" Error User [C::rfc7468("5")];
    /// A public key without a certificate.
    PublicKeyOnly "public-key-only" Error User [C::rfc7468("13")];
    /// Nothing in it.
    EmptyInput "empty-input" Error User [C::rfc7468("5")];
    /// The same certificate twice.
    Duplicate "duplicate" Note Nobody [C::own("a repetition changes nothing")];
    /// A company's own root where the public ones should be as well.
    ReplacedBundle "replaced-bundle" Warning User [C::own("a bundle replaces the public roots and does not add to them")];
    /// Older than the roots in use.
    OldBundle "old-bundle" Warning User [C::own("a bundle that is years old lacks the roots made since")];
    /// Not there.
    FileNotFound "file-not-found" Error User [C::own("a file that is not there trusts nothing")];
    /// Not the file that this client reads.
    WrongFileForClient "wrong-file-for-client" Error User [C::own("each client reads its own file")];
    /// Windows has not fetched the root yet.
    RootNotFetched "root-not-fetched" Error User [C::own("Windows fetches roots on demand, and not for every program")];
    /// In another store than the client reads.
    WrongStore "wrong-store" Error User [C::own("each account and each machine has stores of its own")];
    /// The client's default file does not exist.
    NoDefaultBundle "no-default-bundle" Error User [C::own("a client without a default file trusts nothing")];
    /// A container that cannot be opened.
    UnsupportedFormat "unsupported-format" Error User [C::rfc7468("5")];
    /// A container that opens with a password that was not given.
    PasswordNeeded "password-needed" Error User [C::own("what is encrypted is read with its password or not at all")];
    /// The password given is not the container's, or the container was changed.
    PasswordWrong "password-wrong" Warning User [C::own("the checksum of a key store is made with its password")];
    /// It was not checked whether a container was changed.
    IntegrityUnchecked "integrity-unchecked" Note User [C::own("the checksum of a key store is made with its password")];
    /// Certificates that their file does not trust, or not for servers.
    LimitedTrust "limited-trust" Note Nobody [C::own("a file that says what is not to be trusted is believed")];
    /// A PKCS #12 container in which Java sees no trusted certificate.
    WithoutJavaTrust "without-java-trust" Warning User [C::own("Java trusts what bears its own attribute 2.16.840.1.113894.746875.1.1")];
}

/// The code of a note about a file.
pub(super) const fn of_note(note: &Note) -> Code {
    match &note.kind {
        NoteKind::EmptyInput => Code::EmptyInput,
        NoteKind::NotACertificateFile(_)
        | NoteKind::CertificateRequest
        | NoteKind::RevocationList => Code::NotACertificateFile,
        NoteKind::HtmlPage { .. } => Code::HtmlPage,
        NoteKind::PublicKeyOnly(_) => Code::PublicKeyOnly,
        NoteKind::PrivateKeyPresent(_) => Code::PrivateKeyPresent,
        NoteKind::DamagedPem { .. }
        | NoteKind::UnusualLayout { .. }
        | NoteKind::TrustSettings { .. }
        | NoteKind::TrailingData { .. }
        | NoteKind::NotesOmitted { .. } => Code::DamagedPem,
        NoteKind::MissingNewlineBetweenBlocks { .. } => Code::MissingNewlineBetweenBlocks,
        NoteKind::Truncated { .. } | NoteKind::ChainOnlyNamed { .. } => Code::Truncated,
        NoteKind::BadBase64 { .. } => Code::BadBase64,
        NoteKind::WrongEncoding(_) => Code::WrongEncoding,
        NoteKind::UnsupportedFormat(_) => Code::UnsupportedFormat,
        NoteKind::Container(said) => of_container(said),
    }
}

const fn of_container(said: &ContainerNote) -> Code {
    match said {
        ContainerNote::NotOpened {
            obstacle: Obstacle::Damaged,
            ..
        } => Code::Truncated,
        ContainerNote::NotOpened { .. } => Code::UnsupportedFormat,
        ContainerNote::PasswordNeeded { .. } => Code::PasswordNeeded,
        ContainerNote::IntegrityUnproven { tried, .. } => match tried {
            Tried::Given => Code::PasswordWrong,
            Tried::Usual => Code::IntegrityUnchecked,
        },
        ContainerNote::LimitedTrust { .. } => Code::LimitedTrust,
        ContainerNote::WithoutJavaTrust { .. } => Code::WithoutJavaTrust,
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str() == text)
            .ok_or(UnknownCode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_case_distinct_and_read_back() {
        for (index, code) in Code::ALL.iter().enumerate() {
            let name = code.as_str();
            assert!(
                name.chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()),
                "{name}"
            );
            assert_eq!(name.parse(), Ok(*code));
            assert!(
                Code::ALL
                    .iter()
                    .take(index)
                    .all(|other| other.as_str() != name),
                "{name} stands twice"
            );
        }
        assert_eq!("no-such-code".parse::<Code>(), Err(UnknownCode));
    }

    #[test]
    fn every_code_says_where_its_rule_stands() {
        for code in Code::ALL {
            assert!(!code.citations().is_empty(), "{code}");
            assert!(
                code.citations()
                    .iter()
                    .all(|citation| !citation.section.is_empty()),
                "{code}"
            );
        }
    }
}
