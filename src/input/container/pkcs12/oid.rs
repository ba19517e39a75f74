//! The object identifiers of PKCS #12 and what it builds on, as their contents octets.

macro_rules! oids {
    ($($(#[$doc:meta])* $name:ident = $bytes:expr;)+) => {
        $($(#[$doc])* pub(super) const $name: &[u8] = $bytes;)+
    };
}

oids! {
    /// 1.2.840.113549.1.7.1, `data`.
    DATA = b"\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01";
    /// 1.2.840.113549.1.7.6, `encryptedData`.
    ENCRYPTED_DATA = b"\x2A\x86\x48\x86\xF7\x0D\x01\x07\x06";
    /// 1.2.840.113549.1.12.10.1.1, `keyBag`.
    KEY_BAG = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x01";
    /// 1.2.840.113549.1.12.10.1.2, `pkcs8ShroudedKeyBag`.
    SHROUDED_KEY_BAG = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x02";
    /// 1.2.840.113549.1.12.10.1.3, `certBag`.
    CERT_BAG = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x03";
    /// 1.2.840.113549.1.12.10.1.5, `secretBag`.
    SECRET_BAG = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x05";
    /// 1.2.840.113549.1.12.10.1.6, `safeContentsBag`.
    SAFE_CONTENTS_BAG = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01\x06";
    /// 1.2.840.113549.1.9.22.1, `x509Certificate`.
    X509_CERTIFICATE = b"\x2A\x86\x48\x86\xF7\x0D\x01\x09\x16\x01";
    /// 1.2.840.113549.1.9.20, `friendlyName`.
    FRIENDLY_NAME = b"\x2A\x86\x48\x86\xF7\x0D\x01\x09\x14";
    /// 1.2.840.113549.1.9.21, `localKeyId`.
    LOCAL_KEY_ID = b"\x2A\x86\x48\x86\xF7\x0D\x01\x09\x15";
    /// 2.16.840.1.113894.746875.1.1, Oracle's mark of a certificate that Java trusts.
    TRUSTED_KEY_USAGE = b"\x60\x86\x48\x01\x86\xF9\x66\xAD\xCA\x7B\x01\x01";
    /// 1.2.840.113549.1.12.1.3, `pbeWithSHAAnd3-KeyTripleDES-CBC`.
    PBE_3DES = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x03";
    /// 1.2.840.113549.1.12.1.4, `pbeWithSHAAnd2-KeyTripleDES-CBC`.
    PBE_2DES = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x04";
    /// 1.2.840.113549.1.12.1.5, `pbeWithSHAAnd128BitRC2-CBC`.
    PBE_RC2_128 = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x05";
    /// 1.2.840.113549.1.12.1.6, `pbewithSHAAnd40BitRC2-CBC`.
    PBE_RC2_40 = b"\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x06";
    /// 1.2.840.113549.1.5.13, `id-PBES2` (RFC 8018 §A.4).
    PBES2 = b"\x2A\x86\x48\x86\xF7\x0D\x01\x05\x0D";
    /// 1.2.840.113549.1.5.12, `id-PBKDF2` (RFC 8018 §A.2).
    PBKDF2 = b"\x2A\x86\x48\x86\xF7\x0D\x01\x05\x0C";
    /// 1.2.840.113549.1.5.14, `id-PBMAC1` (RFC 8018 §A.5, RFC 9579).
    PBMAC1 = b"\x2A\x86\x48\x86\xF7\x0D\x01\x05\x0E";
    /// 2.16.840.1.101.3.4.1.2, `aes128-CBC`.
    AES_128_CBC = b"\x60\x86\x48\x01\x65\x03\x04\x01\x02";
    /// 2.16.840.1.101.3.4.1.22, `aes192-CBC`.
    AES_192_CBC = b"\x60\x86\x48\x01\x65\x03\x04\x01\x16";
    /// 2.16.840.1.101.3.4.1.42, `aes256-CBC`.
    AES_256_CBC = b"\x60\x86\x48\x01\x65\x03\x04\x01\x2A";
    /// 1.2.840.113549.3.7, `des-EDE3-CBC`.
    DES_EDE3_CBC = b"\x2A\x86\x48\x86\xF7\x0D\x03\x07";
    /// 1.3.14.3.2.26, SHA-1.
    SHA1 = b"\x2B\x0E\x03\x02\x1A";
    /// 2.16.840.1.101.3.4.2.4, SHA-224.
    SHA224 = b"\x60\x86\x48\x01\x65\x03\x04\x02\x04";
    /// 2.16.840.1.101.3.4.2.1, SHA-256.
    SHA256 = b"\x60\x86\x48\x01\x65\x03\x04\x02\x01";
    /// 2.16.840.1.101.3.4.2.2, SHA-384.
    SHA384 = b"\x60\x86\x48\x01\x65\x03\x04\x02\x02";
    /// 2.16.840.1.101.3.4.2.3, SHA-512.
    SHA512 = b"\x60\x86\x48\x01\x65\x03\x04\x02\x03";
    /// 1.2.840.113549.2.7, HMAC with SHA-1.
    HMAC_SHA1 = b"\x2A\x86\x48\x86\xF7\x0D\x02\x07";
    /// 1.2.840.113549.2.8, HMAC with SHA-224.
    HMAC_SHA224 = b"\x2A\x86\x48\x86\xF7\x0D\x02\x08";
    /// 1.2.840.113549.2.9, HMAC with SHA-256.
    HMAC_SHA256 = b"\x2A\x86\x48\x86\xF7\x0D\x02\x09";
    /// 1.2.840.113549.2.10, HMAC with SHA-384.
    HMAC_SHA384 = b"\x2A\x86\x48\x86\xF7\x0D\x02\x0A";
    /// 1.2.840.113549.2.11, HMAC with SHA-512.
    HMAC_SHA512 = b"\x2A\x86\x48\x86\xF7\x0D\x02\x0B";
}

/// In dotted form.
pub(super) fn dotted(contents: &[u8]) -> String {
    let mut arcs: Vec<u64> = Vec::new();
    let mut arc = 0_u64;
    for byte in contents {
        arc = arc
            .saturating_mul(128)
            .saturating_add(u64::from(byte & 0x7F));
        if byte & 0x80 == 0 {
            if arcs.is_empty() {
                let top = (arc / 40).min(2);
                arcs.push(top);
                arc -= top * 40;
            }
            arcs.push(arc);
            arc = 0;
        }
    }
    let arcs: Vec<String> = arcs.iter().map(u64::to_string).collect();
    arcs.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_written_with_dots() {
        let cases: [(&[u8], &str); 5] = [
            (TRUSTED_KEY_USAGE, "2.16.840.1.113894.746875.1.1"),
            (PBE_RC2_40, "1.2.840.113549.1.12.1.6"),
            (AES_256_CBC, "2.16.840.1.101.3.4.1.42"),
            (SHA1, "1.3.14.3.2.26"),
            (b"", ""),
        ];
        for (contents, expected) in cases {
            assert_eq!(dotted(contents), expected);
        }
    }
}
