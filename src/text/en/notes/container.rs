//! Notes on key stores and lists of roots.

use super::source;
use crate::doc::{Inlines, code};
use crate::input::{Container, ContainerNote, Note, Obstacle, Tried, TrustLimit};
use crate::say;
use crate::text::guidance::Article;

pub(super) fn article(note: &Note, said: &ContainerNote) -> Article {
    match said {
        ContainerNote::PasswordNeeded { container, tried } => locked(note, *container, *tried),
        ContainerNote::IntegrityUnproven { container, tried } => unproven(note, *container, *tried),
        ContainerNote::NotOpened {
            container,
            obstacle,
        } => not_opened(note, *container, obstacle),
        ContainerNote::LimitedTrust {
            limit,
            certificates,
        } => limited(note, *limit, *certificates),
        ContainerNote::WithoutJavaTrust { certificates } => without_java_trust(note, *certificates),
    }
}

/// What kind of container it is, with its article.
fn kind(container: Container) -> &'static str {
    match container {
        Container::Jks => "a Java key store (JKS)",
        Container::Jceks => "a Java key store (JCEKS)",
        Container::BouncyCastle => "a key store of Bouncy Castle",
        Container::Pkcs12 => "a PKCS #12 container",
        Container::SerializedStore => "a certificate store of Windows",
        Container::NssCertdata => "the file certdata.txt of NSS",
        Container::Pkcs7WithoutCertificates => "a PKCS #7 message",
    }
}

fn locked(note: &Note, container: Container, tried: Tried) -> Article {
    let (title, what) = match tried {
        Tried::Usual => (
            say!("A password is needed"),
            say!(
                "The file {source} is {kind}. Its certificates are encrypted, and none of \
                 the usual passwords (`changeit`, `changeme` and none at all) opens it.",
                source = source(note),
                kind = kind(container)
            ),
        ),
        Tried::Given => (
            say!("The password does not open the file"),
            say!(
                "The file {source} is {kind}. Its certificates are encrypted, and neither \
                 the password that you gave nor one of the usual ones opens it.",
                source = source(note),
                kind = kind(container)
            ),
        ),
    };
    Article::new(title, [what, give_password()])
}

/// How to say the password.
fn give_password() -> Inlines {
    say!(
        "On the command line, write the password into a file and name that with \
         `--password-file`; on the page, type it into the field below. certwhy uses it for \
         nothing else, and neither shows nor keeps it."
    )
}

fn unproven(note: &Note, container: Container, tried: Tried) -> Article {
    match tried {
        Tried::Usual => Article::new(
            "It was not checked whether the file was changed",
            [
                say!(
                    "The certificates of {source}, {kind}, could be read without a \
                     password. Its checksum fits none of the usual passwords: it has \
                     another one, or somebody changed the file.",
                    source = source(note),
                    kind = kind(container)
                ),
                give_password(),
            ],
        ),
        Tried::Given => Article::new(
            "The password does not fit the file",
            [
                say!(
                    "The certificates of {source}, {kind}, could be read without a \
                     password. Its checksum fits neither the password that you gave nor one \
                     of the usual ones: it has another one, or the file was changed after it \
                     was written.",
                    source = source(note),
                    kind = kind(container)
                ),
                say!(
                    "Java refuses to open it with that password: `Keystore was tampered \
                     with, or password was incorrect`. Give the right password; if there is \
                     none that fits, get the file again."
                ),
            ],
        ),
    }
}

fn not_opened(note: &Note, container: Container, obstacle: &Obstacle) -> Article {
    let source = source(note);
    let kind = kind(container);
    let what = match obstacle {
        Obstacle::Algorithm(identifier) => say!(
            "A part of {source}, {kind}, is protected by an algorithm that certwhy does not \
             know: {identifier}.",
            source,
            kind,
            identifier = code(identifier)
        ),
        Obstacle::TooMuchWork => say!(
            "The file {source}, {kind}, asks for so many rounds of hashing that trying the \
             passwords would take minutes.",
            source,
            kind
        ),
        Obstacle::PublicKey => say!(
            "A part of {source}, {kind}, is encrypted for the private key of one recipient, \
             or signed, and not protected by a password.",
            source,
            kind
        ),
        Obstacle::Damaged => say!(
            "A part of {source}, {kind}, has not the form that it should have: it is \
             damaged.",
            source,
            kind
        ),
    };
    let remedy = match obstacle {
        Obstacle::Damaged => say!("Get the file again from where it came from."),
        Obstacle::Algorithm(_) | Obstacle::TooMuchWork | Obstacle::PublicKey => say!(
            "Let the program that made the file write its certificates as PEM, without any \
             private key, and give certwhy those."
        ),
    };
    let title = match obstacle {
        Obstacle::Damaged => "A part of the container is damaged",
        Obstacle::Algorithm(_) | Obstacle::TooMuchWork | Obstacle::PublicKey => {
            "A part of the container stays closed"
        }
    };
    Article::new(title, [what, remedy])
}

fn limited(note: &Note, limit: TrustLimit, certificates: usize) -> Article {
    let source = source(note);
    match limit {
        TrustLimit::Distrusted => Article::new(
            say!("Distrusted certificates are in the file"),
            [say!(
                "The file {source} says of some certificates that they must not be trusted. \
                 Number of such certificates: {certificates}. certwhy shows them and never \
                 takes them for trust anchors.",
                source,
                certificates
            )],
        ),
        TrustLimit::OtherPurposes => Article::new(
            say!("Certificates for other purposes than servers are in the file"),
            [say!(
                "The file {source} trusts some certificates for other purposes than TLS \
                 servers, such as e-mail. Number of such certificates: {certificates}. \
                 certwhy shows them and does not take them for trust anchors.",
                source,
                certificates
            )],
        ),
        TrustLimit::KeyChain => Article::new(
            say!("Certificates of a private key are in the file"),
            [say!(
                "Some certificates in {source} belong to a private key: its owner shows them \
                 to others, and nobody is said to trust them. Number of such certificates: \
                 {certificates}. In a bundle, certwhy does not take them for trust anchors; \
                 in a chain they count like all others.",
                source,
                certificates
            )],
        ),
        TrustLimit::IssuedBefore => Article::new(
            say!("Some roots are trusted up to a date only"),
            [say!(
                "The file {source} trusts some roots only for certificates that were issued \
                 before a date. Number of such roots: {certificates}. Firefox keeps to that; \
                 bundles made from this list drop the date. certwhy takes these roots for \
                 trust anchors without it.",
                source,
                certificates
            )],
        ),
    }
}

fn without_java_trust(note: &Note, certificates: usize) -> Article {
    Article::new(
        "Java sees no trusted certificates in it",
        [
            say!(
                "Certificates in {source} lack the attribute by which Java knows that a \
                 certificate is trusted. Number of such certificates: {certificates}. Java \
                 and `keytool -list` show none of them and trust nobody by them; OpenSSL and \
                 Windows read them all the same.",
                source = source(note),
                certificates
            ),
            say!(
                "`openssl pkcs12 -export -nokeys` writes such files. For Java, `certwhy \
                 repair --container p12` writes them anew with the attribute; so does \
                 `keytool -importcert` into a new key store."
            ),
        ],
    )
}
