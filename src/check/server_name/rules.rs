//! How a client compares the server's name with a certificate: data, one value for each family of clients.

/// The rules of one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NameRules {
    /// When the subject's common name counts.
    pub common_name: CommonNameRule,
    /// Where a wildcard may stand.
    pub wildcard: WildcardRule,
    /// How many labels must follow the wildcard's: 2 refuses `*.com`.
    pub labels_after_wildcard: usize,
    /// What a wildcard may stand for.
    pub wildcard_characters: WildcardCharacters,
    /// Whether an IP address matches a `dNSName` that spells it.
    pub ip_in_dns_san: Treatment,
    /// Whether an IP address matches a common name that spells it, where [`Self::common_name`] lets it count.
    pub ip_in_common_name: Treatment,
}

/// When the subject's common names are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommonNameRule {
    /// Never (RFC 9525 §2).
    Never,
    /// When the certificate has no `dNSName` (RFC 6125 §6.4.4).
    WhenNoDnsSan,
    /// When the certificate has no alternative name of any form.
    WhenNoSan,
}

/// Where in the leftmost label of a `dNSName` an asterisk is a wildcard. It never is one in another label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WildcardRule {
    /// Nowhere.
    None,
    /// As the whole label, `*.example` (RFC 9525 §6.3).
    LeftmostLabelOnly,
    /// Also at the beginning or the end of the label, `f*.example`, but not beside a hyphen, `f-*.example`: OpenSSL.
    PartialLabel,
    /// Anywhere in the label, `f-*o.example` (RFC 6125 §6.4.3).
    AnywhereInLabel,
}

/// The characters that a wildcard stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WildcardCharacters {
    /// Letters, digits and hyphens; no underscore in the rest of the pattern either.
    LettersDigitsHyphen,
    /// Everything but a dot.
    AllButDot,
}

/// Whether a form that the RFCs do not provide for is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Treatment {
    /// It does not match.
    Refused,
    /// It matches.
    Accepted,
}

impl NameRules {
    /// RFC 9525 as the Web PKI applies it: no common name, whole-label wildcards below two labels.
    pub const RFC_9525: Self = Self {
        common_name: CommonNameRule::Never,
        wildcard: WildcardRule::LeftmostLabelOnly,
        labels_after_wildcard: 2,
        wildcard_characters: WildcardCharacters::AllButDot,
        ip_in_dns_san: Treatment::Refused,
        ip_in_common_name: Treatment::Refused,
    };

    /// Go since 1.15: as [`Self::RFC_9525`], but `*.com` is a wildcard.
    pub const GO: Self = Self {
        labels_after_wildcard: 1,
        ..Self::RFC_9525
    };

    /// OpenSSL's `X509_check_host` and `X509_check_ip` without flags, since 1.0.2.
    pub const OPENSSL: Self = Self {
        common_name: CommonNameRule::WhenNoDnsSan,
        wildcard: WildcardRule::PartialLabel,
        wildcard_characters: WildcardCharacters::LettersDigitsHyphen,
        ..Self::RFC_9525
    };

    /// OpenSSL with `X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS`, as CPython sets it since 3.7.
    pub const OPENSSL_WHOLE_LABEL: Self = Self {
        wildcard: WildcardRule::LeftmostLabelOnly,
        ..Self::OPENSSL
    };

    /// Node's own `checkServerIdentity`; Java's `HostnameChecker` agrees in everything that was compared.
    pub const NODE: Self = Self {
        common_name: CommonNameRule::WhenNoDnsSan,
        wildcard: WildcardRule::AnywhereInLabel,
        ..Self::RFC_9525
    };

    /// GnuTLS.
    pub const GNUTLS: Self = Self {
        common_name: CommonNameRule::WhenNoDnsSan,
        ..Self::RFC_9525
    };
}
