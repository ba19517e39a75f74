//! Notes on files that are something else, or cannot be opened.

use super::source;
use crate::doc::Inlines;
use crate::input::{Container, FileKind, Note};
use crate::say;
use crate::text::guidance::Article;

pub(super) fn container(note: &Note, container: Container) -> Article {
    let what = match container {
        Container::Jks => say!(
            "In {source} is a Java key store (JKS). `keytool -exportcert -rfc` writes one of \
             its certificates as PEM.",
            source = source(note)
        ),
        Container::Jceks => say!(
            "In {source} is a Java key store of the kind JCEKS. `keytool -exportcert -rfc` \
             writes one of its certificates as PEM.",
            source = source(note)
        ),
        Container::BouncyCastle => say!(
            "In {source} is a key store of Bouncy Castle. `keytool` with that provider \
             writes its certificates as PEM.",
            source = source(note)
        ),
        Container::Pkcs12 => say!(
            "In {source} is a PKCS #12 container (`.p12`, `.pfx`), which often holds a \
             private key as well. `openssl pkcs12 -nokeys` writes its certificates alone as \
             PEM.",
            source = source(note)
        ),
        Container::SerializedStore => say!(
            "In {source} is a certificate store of Windows (`.sst`). Open it by a double \
             click and export each certificate as Base-64 encoded X.509.",
            source = source(note)
        ),
        Container::NssCertdata => say!(
            "In {source} is `certdata.txt`, Mozilla's list for building NSS. Use a bundle \
             that was made from it, such as certifi's.",
            source = source(note)
        ),
        Container::Pkcs7WithoutCertificates => say!(
            "In {source} is a PKCS #7 message that is encrypted or holds no certificates. \
             Ask the sender for the certificates as PEM.",
            source = source(note)
        ),
    };
    Article::new(
        "This container cannot be opened",
        [
            what,
            say!("Give certwhy the PEM file, without any private key."),
        ],
    )
}

pub(super) fn other_file(note: &Note, kind: FileKind) -> Article {
    Article::new(
        "There is no certificate in this file",
        [
            say!(
                "certwhy found in {source}: {kind}.",
                source = source(note),
                kind = kind_words(kind)
            ),
            kind_remedy(kind),
        ],
    )
}

fn kind_words(kind: FileKind) -> Inlines {
    Inlines::from(match kind {
        FileKind::Jpeg => "a picture (JPEG)",
        FileKind::Png => "a picture (PNG)",
        FileKind::Gif => "a picture (GIF)",
        FileKind::Pdf => "a PDF document",
        FileKind::Zip => "a ZIP archive, or a document or program in such a form",
        FileKind::Gzip => "data compressed with gzip",
        FileKind::Bzip2 => "data compressed with bzip2",
        FileKind::Xz => "data compressed with xz",
        FileKind::SevenZip => "a 7-Zip archive",
        FileKind::Elf => "a program for Linux",
        FileKind::PortableExecutable => "a program for Windows",
        FileKind::MachO => "a program for macOS",
        FileKind::Sqlite => "an SQLite database",
        FileKind::OtherDer => "binary data in DER that is not a certificate",
        FileKind::Zeros => "nothing but zero bytes",
        FileKind::Binary => "binary data of an unknown kind",
        FileKind::CertificateDump => "the printed description of a certificate",
        FileKind::Json => "JSON",
        FileKind::Xml => "XML",
        FileKind::OtherPem => "a PEM block of another kind",
        FileKind::PlainText => "plain text",
    })
}

fn kind_remedy(kind: FileKind) -> Inlines {
    match kind {
        FileKind::Zip | FileKind::Gzip | FileKind::Bzip2 | FileKind::Xz | FileKind::SevenZip => {
            say!("Unpack it, and give certwhy the certificate file that is in it.")
        }
        FileKind::CertificateDump => {
            say!(
                "The description cannot be turned back into the certificate. Get the \
                 certificate itself: the block that begins with `-----BEGIN \
                 CERTIFICATE-----`."
            )
        }
        FileKind::Sqlite => {
            say!("If it is `cert9.db` of Firefox or NSS, export the certificate there as PEM.")
        }
        FileKind::Zeros => {
            say!("A download or a copy was probably interrupted. Get the file again.")
        }
        FileKind::Jpeg | FileKind::Png | FileKind::Gif | FileKind::Pdf => {
            say!(
                "A picture or a document of a certificate cannot be read. Get the \
                 certificate itself as a file."
            )
        }
        FileKind::Elf
        | FileKind::PortableExecutable
        | FileKind::MachO
        | FileKind::OtherDer
        | FileKind::Binary
        | FileKind::Json
        | FileKind::Xml
        | FileKind::OtherPem
        | FileKind::PlainText => {
            say!(
                "Choose the right file; a certificate in PEM form begins with `-----BEGIN \
                 CERTIFICATE-----`."
            )
        }
    }
}
