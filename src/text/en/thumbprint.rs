//! What comes of comparing a pasted thumbprint.

use crate::doc::{Inlines, code, field, text};
use crate::finding::Cert;
use crate::page::thumbprint::{Comparison, Role};
use crate::say;
use crate::text::name::cert;

/// The outcome.
pub(in crate::text) fn words(comparison: &Comparison) -> Inlines {
    match comparison {
        Comparison::Empty => say!(
            "Paste the thumbprint that Windows or a CA shows. Spaces, colons and capital letters do not matter."
        ),
        Comparison::NotAThumbprint { digits } => say!(
            "This is not a thumbprint: {digits} hexadecimal digits (0 to 9, A to F) in a row were found in it. A SHA-1 thumbprint has 40 of them, a SHA-256 fingerprint 64.",
            digits = text(digits.to_string())
        ),
        Comparison::Md5 => say!(
            "This is an MD5 fingerprint, and that is not enough: certificates with the same one can be forged. Compare the SHA-1 (40 digits) or, better, the SHA-256 (64 digits)."
        ),
        Comparison::Matches { certificate, role } => matches(certificate, *role),
        Comparison::KnownButOther { root, wanted } => Inlines::join(
            [
                say!(
                    "**It does not match.** This is “{root}”: a public root certificate, but not one that this answer is about.",
                    root = field(root.clone())
                ),
                expected(wanted.as_ref()),
            ],
            " ",
        ),
        Comparison::Unknown { wanted } => Inlines::join(
            [
                say!(
                    "**It does not match.** No certificate here and no known public root has this thumbprint. Do not install a certificate with it unless you know for certain where it comes from."
                ),
                expected(wanted.as_ref()),
            ],
            " ",
        ),
    }
}

fn matches(certificate: &Cert, role: Role) -> Inlines {
    let name = cert(certificate);
    match role {
        Role::Proposed => say!(
            "**It matches.** This is “{name}”, the root certificate to be added.",
            name
        ),
        Role::Alternative => say!(
            "**It matches.** This is “{name}”, a root certificate that would help as well; another one is recommended.",
            name
        ),
        Role::SentByServer => say!(
            "This is “{name}”, one of the certificates that the server sends. That alone is no reason to trust it.",
            name
        ),
        Role::InBundle => say!("This is “{name}”, which your bundle holds already.", name),
    }
}

fn expected(wanted: Option<&Cert>) -> Inlines {
    wanted.map_or_else(Inlines::new, |wanted| {
        say!(
            "The thumbprint of “{name}”, which is to be added, is {print}.",
            name = cert(wanted),
            print = code(wanted.sha1().thumbprint())
        )
    })
}
