//! Digests that identify a certificate or a key.

use core::fmt;
use sha1::Sha1;
use sha2::{Digest, Sha256};

macro_rules! fingerprint {
    ($(#[$doc:meta])* $name:ident, $len:literal, $digest:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            /// Computes the digest.
            pub fn of(bytes: &[u8]) -> Self {
                Self(<$digest>::digest(bytes).into())
            }

            /// A digest computed elsewhere.
            pub const fn from_bytes(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }

            /// The raw digest.
            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }

            /// Upper-case hexadecimal without separators, as Windows shows a thumbprint.
            pub fn thumbprint(&self) -> String {
                base16ct::upper::encode_string(&self.0)
            }

            /// Reads hexadecimal in any case, with or without colons, spaces and the invisible marks that the
            /// Windows certificate dialog puts in front (U+200E). `None` unless it has exactly the right length.
            pub fn parse(text: &str) -> Option<Self> {
                let hex: String = text
                    .chars()
                    .filter(|c| !(c.is_whitespace() || matches!(c, ':' | '-' | '\u{200e}' | '\u{200f}' | '\u{feff}')))
                    .collect();
                let bytes = base16ct::mixed::decode_vec(hex.as_bytes()).ok()?;
                Some(Self(bytes.try_into().ok()?))
            }
        }

        /// Lower-case hexadecimal.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&base16ct::lower::encode_string(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    };
}

fingerprint! {
    /// SHA-256 of a whole DER certificate: how this project identifies one.
    CertSha256, 32, Sha256
}
fingerprint! {
    /// SHA-1 of a whole DER certificate: what Windows calls its thumbprint.
    CertSha1, 20, Sha1
}
fingerprint! {
    /// SHA-256 of a DER `SubjectPublicKeyInfo`: identifies a key across re-issued and cross-certificates.
    SpkiSha256, 32, Sha256
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_digest_and_its_spellings() {
        let digest = CertSha1::of(b"abc");
        assert_eq!(
            digest.to_string(),
            "a9993e364706816aba3e25717850c26c9cd0d89d"
        );
        assert_eq!(
            digest.thumbprint(),
            "A9993E364706816ABA3E25717850C26C9CD0D89D"
        );
        for text in [
            "a9993e364706816aba3e25717850c26c9cd0d89d",
            "\u{200e}A9 99 3E 36 47 06 81 6A BA 3E 25 71 78 50 C2 6C 9C D0 D8 9D",
            "A9:99:3E:36:47:06:81:6A:BA:3E:25:71:78:50:C2:6C:9C:D0:D8:9D",
        ] {
            assert_eq!(CertSha1::parse(text), Some(digest), "{text}");
        }
        for bad in ["", "a9", "zz993e364706816aba3e25717850c26c9cd0d89d"] {
            assert_eq!(CertSha1::parse(bad), None, "{bad}");
        }
    }
}
