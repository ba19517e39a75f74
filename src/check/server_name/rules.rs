//! How a client compares the server's name with a certificate: data, one value for each family of clients.

/// The rules of one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NameRules {
    /// When the subject's common name counts.
    pub common_name: CommonNameRule,
    /// Which common name counts, where there are several.
    pub common_names: WhichCommonName,
    /// Where a wildcard may stand.
    pub wildcard: WildcardRule,
    /// How many labels must follow the wildcard's: 2 refuses `*.com`, 0 takes `*` alone.
    pub labels_after_wildcard: usize,
    /// What a wildcard may stand for.
    pub wildcard_characters: WildcardCharacters,
    /// Whether a wildcard that is part of a label stands for part of an A-label (RFC 5890 §2.3.2.1).
    pub wildcard_in_a_label: ALabelRule,
    /// What a dot at the end of a name means.
    pub final_dot: FinalDot,
    /// How an address is compared.
    pub address: AddressRule,
    /// Whether an IP address matches a common name that spells it, where [`Self::common_name`] lets it count.
    pub ip_in_common_name: Treatment,
    /// Whether a host with an underscore matches anything.
    pub underscore: Treatment,
}

/// When the subject's common names are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommonNameRule {
    /// Never (RFC 9525 §2).
    Never,
    /// When the certificate has no alternative name of these kinds (RFC 6125 §6.4.4 names DNS, and more).
    Unless(&'static [NameKind]),
    /// When it has no alternative name of the kind that was asked for.
    UnlessKindAsked,
    /// When the certificate has no alternative name of any form.
    WhenNoSan,
}

/// A kind of alternative name that can silence the common name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// `dNSName`
    Dns,
    /// `iPAddress`
    Ip,
    /// `uniformResourceIdentifier`
    Uri,
}

/// Which common name is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhichCommonName {
    /// Each.
    Every,
    /// The last one, which is the most specific.
    Last,
}

/// Where in the leftmost label of a `dNSName` an asterisk is a wildcard. It never is one in another label, but for the
/// last rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WildcardRule {
    /// Nowhere.
    None,
    /// As the whole label, `*.example` (RFC 9525 §6.3).
    LeftmostLabelOnly,
    /// Also at the beginning or the end of the label, `f*.example`, but not beside a hyphen, `f-*.example`: OpenSSL.
    PartialLabel,
    /// Also at the beginning of the label, `*f.example`: GnuTLS.
    BeginsLabel,
    /// Also at the end of the label, `f*.example`: NSS.
    EndsLabel,
    /// Anywhere in the label, `f-*o.example` (RFC 6125 §6.4.3).
    AnywhereInLabel,
    /// Anywhere in any label, and more than once: Java.
    AnywhereInName,
}

/// Whether a wildcard in part of a label meets an A-label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ALabelRule {
    /// Neither stands in nor for one.
    Refused,
    /// Does not stand in one, `xn--*`, but for one.
    RefusedInPattern,
    /// As in any label.
    Accepted,
}

/// The characters that a wildcard stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WildcardCharacters {
    /// Letters, digits and hyphens; no underscore in the rest of the pattern either.
    LettersDigitsHyphen,
    /// Everything but a dot.
    AllButDot,
}

/// What a dot at the end of a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FinalDot {
    /// In the name asked for, nothing.
    IgnoredInAsked,
    /// In the name asked for, nothing; but a name in the certificate that has it too is the same.
    IgnoredInAskedOrSame,
    /// Nothing, in either.
    Ignored,
    /// It is part of the name, in both.
    Kept,
}

/// How an address is compared with the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AddressRule {
    /// With `iPAddress` names alone (RFC 9525 §6.5).
    Octets,
    /// With `iPAddress` names alone, and only one of version 4 can match.
    OctetsOfVersion4,
    /// As a text with `dNSName` names, wildcards and all.
    AsText,
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
        common_names: WhichCommonName::Every,
        wildcard: WildcardRule::LeftmostLabelOnly,
        labels_after_wildcard: 2,
        wildcard_characters: WildcardCharacters::AllButDot,
        wildcard_in_a_label: ALabelRule::Refused,
        final_dot: FinalDot::IgnoredInAsked,
        address: AddressRule::Octets,
        ip_in_common_name: Treatment::Refused,
        underscore: Treatment::Accepted,
    };

    /// Go since 1.15: as [`Self::RFC_9525`], but `*.com` and `*` are wildcards.
    pub const GO: Self = Self {
        labels_after_wildcard: 0,
        final_dot: FinalDot::IgnoredInAskedOrSame,
        ..Self::RFC_9525
    };

    /// OpenSSL's `X509_check_host` and `X509_check_ip` without flags, since 1.0.2.
    pub const OPENSSL: Self = Self {
        common_name: CommonNameRule::Unless(&[NameKind::Dns]),
        wildcard: WildcardRule::PartialLabel,
        wildcard_characters: WildcardCharacters::LettersDigitsHyphen,
        final_dot: FinalDot::Kept,
        ..Self::RFC_9525
    };

    /// OpenSSL with `X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS`, as CPython sets it since 3.7.
    pub const OPENSSL_WHOLE_LABEL: Self = Self {
        wildcard: WildcardRule::LeftmostLabelOnly,
        ..Self::OPENSSL
    };

    /// `ssl.match_hostname` of CPython 2.7, which knows no addresses.
    pub const PYTHON_2: Self = Self {
        common_name: CommonNameRule::Unless(&[NameKind::Dns]),
        wildcard: WildcardRule::AnywhereInLabel,
        labels_after_wildcard: 0,
        final_dot: FinalDot::Kept,
        address: AddressRule::AsText,
        ip_in_common_name: Treatment::Accepted,
        ..Self::RFC_9525
    };

    /// `ssl.match_hostname` of CPython 3.4 to 3.6.
    pub const PYTHON_3_4: Self = Self {
        common_name: CommonNameRule::Unless(&[NameKind::Dns, NameKind::Ip]),
        address: AddressRule::Octets,
        ..Self::PYTHON_2
    };

    /// Node's own `checkServerIdentity`, since the releases of January 2022.
    pub const NODE: Self = Self {
        common_name: CommonNameRule::Unless(&[NameKind::Dns]),
        wildcard: WildcardRule::AnywhereInLabel,
        wildcard_in_a_label: ALabelRule::RefusedInPattern,
        final_dot: FinalDot::Ignored,
        ..Self::RFC_9525
    };

    /// Node before that, since 6.14 and 8.10.
    pub const NODE_8: Self = Self {
        common_name: CommonNameRule::Unless(&[NameKind::Dns, NameKind::Ip, NameKind::Uri]),
        ..Self::NODE
    };

    /// Node before that, since the releases of September 2016: addresses are compared as texts.
    pub const NODE_4_6: Self = Self {
        address: AddressRule::OctetsOfVersion4,
        ..Self::NODE_8
    };

    /// Node before that.
    pub const NODE_0_10: Self = Self {
        common_name: CommonNameRule::Unless(&[NameKind::Dns, NameKind::Uri]),
        wildcard_in_a_label: ALabelRule::Accepted,
        address: AddressRule::OctetsOfVersion4,
        ..Self::NODE
    };

    /// GnuTLS.
    pub const GNUTLS: Self = Self {
        common_name: CommonNameRule::Unless(&[NameKind::Dns, NameKind::Ip, NameKind::Uri]),
        common_names: WhichCommonName::Last,
        wildcard: WildcardRule::BeginsLabel,
        final_dot: FinalDot::Kept,
        ..Self::RFC_9525
    };

    /// curl's own comparison.
    pub const CURL: Self = Self {
        common_name: CommonNameRule::Unless(&[NameKind::Dns, NameKind::Ip]),
        common_names: WhichCommonName::Last,
        final_dot: FinalDot::Ignored,
        ip_in_common_name: Treatment::Accepted,
        ..Self::RFC_9525
    };

    /// NSS.
    pub const NSS: Self = Self {
        common_name: CommonNameRule::UnlessKindAsked,
        common_names: WhichCommonName::Last,
        wildcard: WildcardRule::EndsLabel,
        final_dot: FinalDot::Kept,
        ip_in_common_name: Treatment::Accepted,
        ..Self::RFC_9525
    };

    /// Java's `HostnameChecker` for TLS.
    pub const JAVA: Self = Self {
        common_name: CommonNameRule::Unless(&[NameKind::Dns]),
        common_names: WhichCommonName::Last,
        wildcard: WildcardRule::AnywhereInName,
        labels_after_wildcard: 1,
        underscore: Treatment::Refused,
        ..Self::RFC_9525
    };
}
