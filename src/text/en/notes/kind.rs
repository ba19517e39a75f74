//! Notes on what a file is.

use super::{place, source};
use crate::doc::{Inlines, field};
use crate::input::{ByteOrderMark, Encoding, Note, PrivateKeyFormat, PublicKeyFormat};
use crate::say;
use crate::text::guidance::Article;

pub(super) fn empty(note: &Note) -> Article {
    Article::new(
        "There is nothing in it",
        [say!(
            "There is nothing in {source}, or only blanks. The download or the command that \
             wrote it probably failed; get it again.",
            source = source(note)
        )],
    )
}

pub(super) fn html_page(note: &Note, title: Option<&str>) -> Article {
    let what = if let Some(title) = title {
        say!(
            "What {source} holds is a web page with the title “{title}”, and not a \
             certificate file: the download saved the page instead of the file, or a proxy \
             or a log-in page answered.",
            source = source(note),
            title = field(title)
        )
    } else {
        say!(
            "What {source} holds is a web page, and not a certificate file: the download \
             saved the page instead of the file, or a proxy or a log-in page answered.",
            source = source(note)
        )
    };
    Article::new(
        "This is a web page and not a certificate file",
        [
            what,
            say!(
                "Open the address in a browser, follow the link to the file itself, and save \
                 that. A certificate in PEM form begins with `-----BEGIN CERTIFICATE-----`."
            ),
        ],
    )
}

pub(super) fn public_key(note: &Note, format: PublicKeyFormat) -> Article {
    let what = match format {
        PublicKeyFormat::Spki | PublicKeyFormat::Pkcs1 => {
            say!(
                "There is a public key in {source}, and no certificate. A certificate says \
                 in addition whose key it is and who vouches for it.",
                source = source(note)
            )
        }
        PublicKeyFormat::OpenSsh => {
            say!(
                "There is a public key for SSH in {source}. SSH keys have nothing to do with \
                 TLS certificates.",
                source = source(note)
            )
        }
    };
    Article::new(
        "This is a public key and not a certificate",
        [
            what,
            say!(
                "Ask for the certificate; it begins with `-----BEGIN CERTIFICATE-----`. A public \
             key is no secret."
            ),
        ],
    )
}

pub(super) fn private_key(note: &Note, format: PrivateKeyFormat) -> Article {
    let what = match format {
        PrivateKeyFormat::EncryptedPkcs8 => say!(
            "A private key that is protected by a password stands in {source}. certwhy \
             dropped it unread.",
            source = source(note)
        ),
        PrivateKeyFormat::OpenSsh => say!(
            "A private key of OpenSSH stands in {source}. certwhy dropped it unread.",
            source = source(note)
        ),
        PrivateKeyFormat::Putty => say!(
            "A private key of PuTTY stands in {source}. certwhy dropped it unread.",
            source = source(note)
        ),
        PrivateKeyFormat::Pkcs8
        | PrivateKeyFormat::Pkcs1
        | PrivateKeyFormat::Sec1
        | PrivateKeyFormat::Dsa
        | PrivateKeyFormat::Other => say!(
            "A private key stands in {source}. certwhy dropped it unread.",
            source = source(note)
        ),
    };
    Article::new(
        "A private key is in the file",
        [
            what,
            place(note),
            say!(
                "Nobody needs it to find out why a certificate is not trusted. If you shared \
                 this file with anybody, treat the key as exposed: make a new one, get a new \
                 certificate for it and have the old one revoked."
            ),
        ],
    )
}

pub(super) fn request(note: &Note) -> Article {
    Article::new(
        "This is a certificate request",
        [
            place(note),
            say!(
                "A certificate request (CSR) is what one sends to a CA in order to get a \
                 certificate. It is not a certificate yet. Use the file that the CA sent \
                 back."
            ),
        ],
    )
}

pub(super) fn revocation_list(note: &Note) -> Article {
    Article::new(
        "This is a revocation list",
        [
            place(note),
            say!(
                "A revocation list (CRL) names certificates that a CA has withdrawn. It \
                 holds no certificates, and certwhy does not check revocation. Use the CA's \
                 certificate instead."
            ),
        ],
    )
}

pub(super) fn encoding(note: &Note, encoding: Encoding) -> Article {
    let (what, remedy) = match encoding {
        Encoding::Utf16Le(mark) | Encoding::Utf16Be(mark) => (utf16(note, mark), as_ascii()),
        Encoding::Utf8WithMark => (
            say!(
                "The text in {source} begins with a byte order mark (BOM): three bytes that \
                 show UTF-8. Where a `BEGIN` line is the first one, OpenSSL before 3.0 and Go \
                 do not see that certificate, and Java refuses the whole file.",
                source = source(note)
            ),
            as_ascii(),
        ),
        Encoding::Utf8 | Encoding::Binary => (
            say!(
                "The text in {source} is in an older encoding than UTF-8. The certificates \
                 could be read; comments may show wrong characters.",
                source = source(note)
            ),
            as_ascii(),
        ),
    };
    Article::new("Some clients cannot read this encoding", [what, remedy])
}

fn utf16(note: &Note, mark: ByteOrderMark) -> Inlines {
    match mark {
        ByteOrderMark::Present => say!(
            "The text in {source} is in UTF-16, as Windows PowerShell 5 writes it with `>` \
             and `Out-File`. certwhy read it; all clients refuse it.",
            source = source(note)
        ),
        ByteOrderMark::Absent => say!(
            "The text in {source} is in UTF-16 without a byte order mark. A program of \
             Windows probably wrote it. certwhy read it; all clients refuse it.",
            source = source(note)
        ),
    }
}

fn as_ascii() -> Inlines {
    say!(
        "Save it right: in PowerShell pipe the output to `Set-Content -Encoding ascii` in \
         place of `>`, or open the file in Notepad, choose Save As, and set Encoding to \
         `UTF-8`."
    )
}
