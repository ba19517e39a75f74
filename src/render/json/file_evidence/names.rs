//! The public words for what a file can be and what can be wrong with it.

use crate::input::{
    Container, Encoding, FileKind, Layout, Obstacle, PemDefect, PrivateKeyFormat, PublicKeyFormat,
    Tried, TrustLimit,
};

pub(super) const fn file_kind(it: FileKind) -> &'static str {
    match it {
        FileKind::Jpeg => "jpeg",
        FileKind::Png => "png",
        FileKind::Gif => "gif",
        FileKind::Pdf => "pdf",
        FileKind::Zip => "zip",
        FileKind::Gzip => "gzip",
        FileKind::Bzip2 => "bzip2",
        FileKind::Xz => "xz",
        FileKind::SevenZip => "seven-zip",
        FileKind::Elf => "elf",
        FileKind::PortableExecutable => "portable-executable",
        FileKind::MachO => "mach-o",
        FileKind::Sqlite => "sqlite",
        FileKind::OtherDer => "other-der",
        FileKind::Zeros => "zeros",
        FileKind::Binary => "binary",
        FileKind::CertificateDump => "certificate-dump",
        FileKind::Json => "json",
        FileKind::Xml => "xml",
        FileKind::OtherPem => "other-pem",
        FileKind::PlainText => "plain-text",
    }
}

pub(super) const fn public_key(it: PublicKeyFormat) -> &'static str {
    match it {
        PublicKeyFormat::Spki => "spki",
        PublicKeyFormat::Pkcs1 => "pkcs1",
        PublicKeyFormat::OpenSsh => "openssh",
    }
}

pub(super) const fn private_key(it: PrivateKeyFormat) -> &'static str {
    match it {
        PrivateKeyFormat::Pkcs8 => "pkcs8",
        PrivateKeyFormat::EncryptedPkcs8 => "encrypted-pkcs8",
        PrivateKeyFormat::Pkcs1 => "pkcs1",
        PrivateKeyFormat::Sec1 => "sec1",
        PrivateKeyFormat::Dsa => "dsa",
        PrivateKeyFormat::OpenSsh => "openssh",
        PrivateKeyFormat::Putty => "putty",
        PrivateKeyFormat::Other => "other",
    }
}

pub(super) const fn defect(it: &PemDefect) -> &'static str {
    match it {
        PemDefect::BeginWithoutEnd => "begin-without-end",
        PemDefect::EndWithoutBegin => "end-without-begin",
        PemDefect::NestedBegin => "nested-begin",
        PemDefect::EmptyLine => "empty-line",
        PemDefect::UnseenCharacter => "unseen-character",
        PemDefect::MismatchedLabels { .. } => "mismatched-labels",
        PemDefect::Dashes => "dashes",
        PemDefect::Empty => "empty",
        PemDefect::Padding => "padding",
        PemDefect::NotDer => "not-der",
        PemDefect::CommentedOut => "commented-out",
    }
}

pub(super) const fn layout(it: Layout) -> &'static str {
    match it {
        Layout::Indented => "indented",
        Layout::EscapedLineBreaks => "escaped-line-breaks",
        Layout::WithinLine => "within-line",
        Layout::CarriageReturns => "carriage-returns",
    }
}

pub(super) const fn container(it: Container) -> &'static str {
    match it {
        Container::Jks => "jks",
        Container::Jceks => "jceks",
        Container::BouncyCastle => "bouncy-castle",
        Container::Pkcs12 => "pkcs12",
        Container::SerializedStore => "serialized-store",
        Container::NssCertdata => "nss-certdata",
        Container::Pkcs7WithoutCertificates => "pkcs7-without-certificates",
    }
}

pub(super) const fn encoding(it: Encoding) -> &'static str {
    match it {
        Encoding::Utf8 => "utf-8",
        Encoding::Utf8WithMark => "utf-8-with-mark",
        Encoding::Utf16Le(_) => "utf-16-le",
        Encoding::Utf16Be(_) => "utf-16-be",
        Encoding::Binary => "binary",
    }
}

pub(super) const fn tried(it: Tried) -> &'static str {
    match it {
        Tried::Usual => "usual",
        Tried::Given => "given",
    }
}

pub(super) const fn obstacle(it: &Obstacle) -> &'static str {
    match it {
        Obstacle::Algorithm(_) => "algorithm",
        Obstacle::TooMuchWork => "too-much-work",
        Obstacle::PublicKey => "public-key",
        Obstacle::Damaged => "damaged",
    }
}

pub(super) fn algorithm(it: &Obstacle) -> Option<String> {
    match it {
        Obstacle::Algorithm(identifier) => Some(identifier.clone()),
        Obstacle::TooMuchWork | Obstacle::PublicKey | Obstacle::Damaged => None,
    }
}

pub(super) const fn limit(it: TrustLimit) -> &'static str {
    match it {
        TrustLimit::Distrusted => "distrusted",
        TrustLimit::OtherPurposes => "other-purposes",
        TrustLimit::KeyChain => "key-chain",
        TrustLimit::IssuedBefore => "issued-before",
    }
}
