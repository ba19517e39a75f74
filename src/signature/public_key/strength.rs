//! Strength of a key in bits of security, as OpenSSL 3 counts it for its security levels.

use super::{Curve, KeyKind, PublicKey};

/// Shortest modulus in bits, and its strength, up to the next row: the formula of NIST SP 800-56B Rev. 2 Appendix D
/// rounded to multiples of 8, as OpenSSL 3 applies it to every length. It ends where OpenSSL stops using keys (16384 bits).
#[rustfmt::skip]
const MODULUS: [(usize, u32); 34] = [
    (16, 8), (41, 16), (81, 24), (138, 32), (213, 40), (308, 48), (425, 56), (566, 64), (729, 72), (920, 80),
    (1_137, 88), (1_383, 96), (1_657, 104), (1_963, 112), (2_301, 120), (2_671, 128), (3_076, 136), (3_514, 144),
    (3_991, 152), (4_502, 160), (5_054, 168), (5_642, 176), (6_274, 184), (6_947, 192), (7_681, 200), (8_418, 208),
    (9_216, 216), (10_064, 224), (10_953, 232), (11_893, 240), (12_877, 248), (13_914, 256), (15_361, 264),
    (16_132, 272),
];

/// Shortest prime in bits, and its strength: DSA keys still go by the table of NIST SP 800-57 in OpenSSL 3.
const PRIME: [(usize, u32); 5] = [
    (1_024, 80),
    (2_048, 112),
    (3_072, 128),
    (7_680, 192),
    (15_360, 256),
];

/// Other curves that certificates have used, by object identifier, with the strength of the size of their order.
const CURVES: [(&str, u32); 12] = [
    ("1.2.840.10045.3.1.1", 80),
    ("1.3.132.0.33", 112),
    ("1.3.132.0.10", 128),
    ("1.3.132.0.32", 112),
    ("1.3.36.3.3.2.8.1.1.1", 80),
    ("1.3.36.3.3.2.8.1.1.3", 80),
    ("1.3.36.3.3.2.8.1.1.5", 112),
    ("1.3.36.3.3.2.8.1.1.7", 128),
    ("1.3.36.3.3.2.8.1.1.9", 128),
    ("1.3.36.3.3.2.8.1.1.11", 192),
    ("1.3.36.3.3.2.8.1.1.13", 256),
    ("1.2.156.10197.1.301", 128),
];

impl PublicKey {
    /// See [`KeyKind::security_bits`].
    pub fn security_bits(&self) -> Option<u32> {
        self.kind.security_bits()
    }
}

impl KeyKind {
    /// Bits of security, as OpenSSL 3 compares them with its security level (80 at level 1, 112 at level 2).
    /// `None` where certwhy cannot tell, which is not the same as weak. (OpenSSL up to 1.1.1 counts an RSA key below
    /// 1024 bits as 0.)
    pub fn security_bits(&self) -> Option<u32> {
        match self {
            Self::Rsa { bits, .. } => Some(row(&MODULUS, *bits)),
            Self::Ec(Curve::P256) | Self::Ed25519 => Some(128),
            Self::Ec(Curve::P384) => Some(192),
            Self::Ec(Curve::P521) => Some(256),
            Self::Ec(Curve::Named(oid)) => CURVES
                .iter()
                .find_map(|(known, bits)| (known == oid).then_some(*bits)),
            Self::Dsa { bits: 0 } | Self::Ec(Curve::Explicit) | Self::Unknown(_) => None,
            Self::Dsa { bits } => Some(row(&PRIME, *bits)),
        }
    }
}

/// The last row not above `bits`.
fn row(table: &[(usize, u32)], bits: usize) -> u32 {
    table
        .iter()
        .take_while(|(least, _)| *least <= bits)
        .last()
        .map_or(0, |(_, strength)| *strength)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_openssl_3() {
        // RSA_security_bits of OpenSSL 3.0.19 at both sides of steps and at the lengths in use.
        for (bits, strength) in [
            (0, 0),
            (15, 0),
            (16, 8),
            (512, 56),
            (768, 72),
            (919, 72),
            (920, 80),
            (1_000, 80),
            (1_024, 80),
            (1_962, 104),
            (1_963, 112),
            (2_048, 112),
            (3_072, 128),
            (4_096, 152),
            (7_680, 192),
            (8_192, 200),
            (15_360, 256),
            (16_384, 272),
        ] {
            let kind = KeyKind::Rsa {
                bits,
                exponent: Some(65_537),
            };
            assert_eq!(kind.security_bits(), Some(strength), "RSA {bits}");
        }
    }

    #[test]
    fn the_tables_rise() {
        for table in [&MODULUS[..], &PRIME[..]] {
            assert!(table.is_sorted_by(|a, b| a.0 < b.0 && a.1 < b.1));
        }
    }

    #[test]
    fn other_kinds() {
        for (kind, strength) in [
            (KeyKind::Ec(Curve::P256), Some(128)),
            (KeyKind::Ec(Curve::P384), Some(192)),
            (KeyKind::Ec(Curve::P521), Some(256)),
            (KeyKind::Ec(Curve::Named("1.3.132.0.33".into())), Some(112)),
            (KeyKind::Ec(Curve::Named("1.2.3".into())), None),
            (KeyKind::Ec(Curve::Explicit), None),
            (KeyKind::Ed25519, Some(128)),
            (KeyKind::Dsa { bits: 1_024 }, Some(80)),
            (KeyKind::Dsa { bits: 1_023 }, Some(0)),
            (KeyKind::Dsa { bits: 0 }, None),
            (KeyKind::Unknown("1.3.101.113".into()), None),
        ] {
            assert_eq!(kind.security_bits(), strength, "{kind}");
        }
    }
}
