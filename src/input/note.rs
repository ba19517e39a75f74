//! What is wrong or remarkable about an input, as typed evidence.

use super::{Encoding, Excerpt};
use crate::location::{LineNumber, Location};
use std::sync::Arc;

/// Something wrong or remarkable in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// Where it is.
    pub location: Location,
    /// The lines on which it stands, where they are worth showing and were asked for.
    pub excerpt: Option<Arc<Excerpt>>,
}

/// What a note says. No variant ever holds bytes of a private key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// No bytes, or only blanks and zero-width marks.
    EmptyInput,
    /// There is nothing about certificates in it.
    NotACertificateFile(FileKind),
    /// A web page, as a proxy or a captive portal delivers it in place of a file.
    HtmlPage {
        /// The page's title, shortened; hostile text.
        title: Option<String>,
    },
    /// A public key without a certificate; noted only when the input holds no certificate at all.
    PublicKeyOnly(PublicKeyFormat),
    /// A private key is in the input. It was skipped unread.
    PrivateKeyPresent(PrivateKeyFormat),
    /// A certificate signing request (RFC 2986): not yet a certificate.
    CertificateRequest,
    /// A certificate revocation list (RFC 5280 §5).
    RevocationList,
    /// A PEM block is damaged. A certificate at the same place says that it could be read all the same.
    DamagedPem {
        /// Which block.
        block: BlockNumber,
        /// What is wrong with it.
        defect: PemDefect,
    },
    /// A `BEGIN` line follows an `END` line without a line break. Both blocks were read.
    MissingNewlineBetweenBlocks {
        /// The second of the two blocks.
        block: BlockNumber,
    },
    /// The data ends before the certificate does.
    Truncated {
        /// Which PEM block; `None` in DER.
        block: Option<BlockNumber>,
        /// What its outermost length says and what is there; `None` if even that is cut.
        extent: Option<Extent>,
    },
    /// A character that cannot stand in base64 (RFC 4648 §4).
    BadBase64 {
        /// Which block.
        block: BlockNumber,
        /// Line of the first such character.
        line: LineNumber,
        /// Its column in characters, counted from 1.
        column: u32,
        /// The character; U+FFFD if it is not even a character.
        character: char,
    },
    /// Other than plain UTF-8 without a mark. It was read all the same; some clients cannot.
    WrongEncoding(Encoding),
    /// Blocks laid out so that clients which expect each PEM line on a line of its own do not see them.
    UnusualLayout {
        /// How.
        layout: Layout,
        /// How many blocks; the location is that of the first.
        blocks: usize,
    },
    /// A container that is recognised and cannot be opened yet.
    UnsupportedFormat(Container),
    /// What is remarkable about a container, or about the trust that a file puts into its certificates.
    Container(ContainerNote),
    /// Trust settings of OpenSSL follow the certificate in its block; they were left out.
    TrustSettings {
        /// Which block.
        block: BlockNumber,
    },
    /// More data follows the certificate, in its PEM block or in the file; it was left out.
    TrailingData {
        /// Which PEM block; `None` in DER.
        block: Option<BlockNumber>,
        /// How many bytes.
        bytes: usize,
    },
    /// A transcript lists more certificates by name than it shows.
    ChainOnlyNamed {
        /// The list, in the order of the transcript.
        entries: Vec<ChainEntry>,
        /// How many of them are there as PEM.
        shown: usize,
    },
    /// So many notes that the rest was left out.
    NotesOmitted {
        /// How many.
        count: usize,
    },
}

/// What is remarkable about a container, or about the trust that a file puts into its certificates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContainerNote {
    /// A container whose content none of the passwords opens.
    PasswordNeeded {
        /// Which kind.
        container: Container,
        /// What was tried.
        tried: Tried,
    },
    /// A container was read, and its checksum fits none of the passwords: either that is another, or the file was changed.
    IntegrityUnproven {
        /// Which kind.
        container: Container,
        /// What was tried.
        tried: Tried,
    },
    /// A container, or a part of it, is protected in a way that certwhy does not undo.
    NotOpened {
        /// Which kind.
        container: Container,
        /// What stands against it.
        obstacle: Obstacle,
    },
    /// Certificates stand in the file and are no trust anchors without limits, because the file says so.
    LimitedTrust {
        /// What it says.
        limit: TrustLimit,
        /// How many certificates; the location is that of the first.
        certificates: usize,
    },
    /// Certificates of a PKCS #12 container without the attribute by which Java tells that they are trusted.
    WithoutJavaTrust {
        /// How many.
        certificates: usize,
    },
}

/// The number of a PEM block in its input, counted from 1, over blocks of every label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockNumber(pub u32);

/// How long a DER value says it is, and how long it is, in bytes with its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extent {
    /// What its header says.
    pub declared: usize,
    /// What is there.
    pub present: usize,
}

/// What is wrong with a PEM block (RFC 7468 §2 and §3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PemDefect {
    /// No `END` line before the next block or the end of the input.
    BeginWithoutEnd,
    /// An `END` line that no `BEGIN` line precedes.
    EndWithoutBegin,
    /// A `BEGIN` line directly inside another block, which has no content of its own.
    NestedBegin,
    /// `BEGIN` and `END` name different things.
    MismatchedLabels {
        /// After `BEGIN`.
        begin: String,
        /// After `END`.
        end: String,
    },
    /// The `BEGIN` or `END` line has not exactly five hyphens on each side, or other dashes in place of hyphens.
    Dashes,
    /// Nothing between `BEGIN` and `END`.
    Empty,
    /// An empty line within the content: OpenSSL takes what stands before it for headers (RFC 1421 §4.4).
    EmptyLine,
    /// A character that nobody sees stands within the content: a no-break space, a zero-width space or a byte order mark.
    UnseenCharacter,
    /// Padding (`=`) is missing or too long.
    Padding,
    /// The content is base64 but no DER.
    NotDer,
    /// The block stands behind a comment sign; it was left out.
    CommentedOut,
}

/// How a PEM block is laid out when it is not on lines of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// Indented, as in YAML.
    Indented,
    /// Line breaks written as escapes, as in JSON.
    EscapedLineBreaks,
    /// Other characters before `BEGIN` or content behind it on the same line.
    WithinLine,
    /// Lines end in a carriage return only, as on old Macintosh systems.
    CarriageReturns,
}

/// What a file without certificates is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A GIF picture.
    Gif,
    /// A PDF document.
    Pdf,
    /// A ZIP archive, also an Office document or a JAR.
    Zip,
    /// Data compressed by gzip.
    Gzip,
    /// Data compressed by bzip2.
    Bzip2,
    /// Data compressed by xz.
    Xz,
    /// A 7-Zip archive.
    SevenZip,
    /// A program for Linux and its like.
    Elf,
    /// A program for Windows.
    PortableExecutable,
    /// A program for macOS.
    MachO,
    /// An `SQLite` database, such as NSS's `cert9.db`.
    Sqlite,
    /// DER of something else.
    OtherDer,
    /// Only zero bytes.
    Zeros,
    /// Other binary data.
    Binary,
    /// The printed form of a certificate (`openssl x509 -text`), without the certificate itself.
    CertificateDump,
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// A PEM block of some other kind, such as parameters or a PGP message.
    OtherPem,
    /// Any other text.
    PlainText,
}

/// A container of certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Container {
    /// Java's own key store.
    Jks,
    /// The key store of the Java Cryptography Extension.
    Jceks,
    /// The Bouncy Castle key stores.
    BouncyCastle,
    /// PKCS #12 (RFC 7292): `.p12`, `.pfx`, newer Java key stores.
    Pkcs12,
    /// A Windows serialized certificate store (`.sst`).
    SerializedStore,
    /// NSS's `certdata.txt`.
    NssCertdata,
    /// A PKCS #7 message (RFC 5652) that is encrypted, or holds no certificates.
    Pkcs7WithoutCertificates,
}

/// Which passwords were tried on a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tried {
    /// Those that everybody uses.
    Usual,
    /// The user's, and those.
    Given,
}

/// What stands against opening a container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// An algorithm that certwhy does not know, as a dotted object identifier.
    Algorithm(String),
    /// So many rounds of hashing that it would take minutes.
    TooMuchWork,
    /// It is encrypted for the key of one recipient, and not by a password.
    PublicKey,
    /// What is inside is not as it should be.
    Damaged,
}

/// Why a certificate in a file is no trust anchor, or not without limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrustLimit {
    /// The file says that it must not be trusted.
    Distrusted,
    /// The file trusts it for other purposes than TLS servers.
    OtherPurposes,
    /// It belongs to a private key in the file: the owner shows it to others.
    KeyChain,
    /// It is trusted, but not for certificates issued after a date.
    IssuedBefore,
}

/// In what form a private key was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrivateKeyFormat {
    /// `PrivateKeyInfo` (RFC 5208, RFC 5958).
    Pkcs8,
    /// `EncryptedPrivateKeyInfo` (RFC 5958 §3).
    EncryptedPkcs8,
    /// `RSAPrivateKey` (RFC 8017 §A.1.2).
    Pkcs1,
    /// `ECPrivateKey` (RFC 5915).
    Sec1,
    /// The old form for DSA keys.
    Dsa,
    /// OpenSSH's own.
    OpenSsh,
    /// `PuTTY`'s own.
    Putty,
    /// Any other label that ends in `PRIVATE KEY`.
    Other,
}

/// In what form a public key was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PublicKeyFormat {
    /// `SubjectPublicKeyInfo` (RFC 5280 §4.1).
    Spki,
    /// `RSAPublicKey` (RFC 8017 §A.1.1).
    Pkcs1,
    /// OpenSSH's one-line form or RFC 4716.
    OpenSsh,
}

/// One certificate that a transcript names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainEntry {
    /// Its subject, as printed; hostile text.
    pub subject: String,
    /// Its issuer, as printed; hostile text.
    pub issuer: String,
}
