//! Codes on the content of files.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn not_a_certificate_file() -> Article {
    Article::new(
        "The file holds no certificate",
        [
            say!(
                "There is no certificate in it. certwhy looks at the content and not at the \
                 name, so that a file called `.pem` or `.crt` may still turn out to be \
                 something else: a picture, an archive, a certificate request or a list of \
                 revoked certificates."
            ),
            say!(
                "Python says `no certificate or crl found` for such a bundle, Node.js and \
                 others silently read nothing and later report `unable to get local issuer \
                 certificate`. Choose the right file: a certificate in PEM form begins with \
                 `-----BEGIN CERTIFICATE-----`."
            ),
        ],
    )
}

pub(super) fn private_key_present() -> Article {
    Article::new(
        "A private key is in the file",
        [
            say!(
                "A private key is the secret half of a certificate: whoever has it can pose \
                 as its owner. It has no place in a bundle or in a chain, and nobody needs \
                 it to find out why a certificate is not trusted. certwhy dropped it unread \
                 and shows nothing of it."
            ),
            say!(
                "Clients usually ignore a key in a bundle, so it does not explain an error. \
                 If you have sent this file to somebody, pasted it into a form or put it \
                 into a shared folder, treat the key as exposed: whoever runs the server \
                 should make a new key, get a new certificate for it and have the old one \
                 revoked."
            ),
            say!("Make a copy without the block that ends in `PRIVATE KEY`, and share only that."),
        ],
    )
}

pub(super) fn damaged_pem() -> Article {
    Article::new(
        "A PEM block is damaged",
        [
            say!(
                "PEM is the text form of a certificate: a `BEGIN` line, lines of letters and \
                 digits, and an `END` line. In this file a block departs from that form, or \
                 something else is mixed with it."
            ),
            say!(
                "Clients answer very differently. OpenSSL and Python refuse the whole file \
                 with `PEM lib`; Node.js swallows that and later says `unable to get local \
                 issuer certificate`; Go and rustls leave out the damaged block and read the \
                 others. So one bad block can make a hundred good roots useless in one \
                 program, and pass unseen in another."
            ),
            say!(
                "Mend or delete the block in a copy of the file, or get the file anew. Use a \
                 plain text editor and no word processor, since those change hyphens and \
                 line breaks."
            ),
        ],
    )
}

pub(super) fn missing_newline_between_blocks() -> Article {
    Article::new(
        "Two certificates are glued together",
        [
            say!(
                "An `END` line and the next `BEGIN` line stand on one line. That happens \
                 when a certificate is appended to a file whose last line has no line break."
            ),
            say!(
                "OpenSSL and Python refuse the whole file with `PEM lib`, and Go and Java do \
                 not read such a place either; a few programs do. Put a line break between \
                 the two blocks, in a copy of the file."
            ),
        ],
    )
}

pub(super) fn truncated() -> Article {
    Article::new(
        "Part of a certificate is missing",
        [
            say!(
                "The data ends before the certificate does, or a transcript names \
                 certificates that it does not show. Typical reasons are an interrupted \
                 download, a copy that missed the last lines, or a program that prints only \
                 the first certificate."
            ),
            say!(
                "OpenSSL and Python refuse a bundle with a cut block whole (`PEM lib`), \
                 other clients leave the block out and later report a missing issuer. Get \
                 the file or the output again, complete; with `openssl s_client` the option \
                 `-showcerts` prints all certificates."
            ),
        ],
    )
}

pub(super) fn bad_base64() -> Article {
    Article::new(
        "A character does not belong in the certificate",
        [
            say!(
                "Between `BEGIN` and `END` only letters, digits, `+`, `/` and `=` may stand \
                 (base64). Here another character stands among them, so that the block \
                 cannot be decoded for certain."
            ),
            say!(
                "OpenSSL and Python refuse the whole file with `PEM lib` or `bad base64 \
                 decode`; Go and rustls leave out the block. Do not guess the character: get \
                 the certificate again and replace the whole block."
            ),
        ],
    )
}

pub(super) fn wrong_encoding() -> Article {
    Article::new(
        "The file is in an encoding that some clients cannot read",
        [
            say!(
                "PEM is plain text in ASCII. This file is in UTF-16, begins with a byte \
                 order mark, or holds text in an older encoding. In Windows PowerShell 5, \
                 `>` and `Out-File` write UTF-16."
            ),
            say!(
                "All clients refuse UTF-16 (`no certificate or crl found` in Python). A byte \
                 order mark in UTF-8 is refused by OpenSSL before 3.0, by Go and by Java. \
                 certwhy read the file all the same."
            ),
            say!(
                "Save a copy as UTF-8 without a byte order mark: in PowerShell with \
                 `Set-Content -Encoding ascii`, in the Windows editor by the encoding \
                 `UTF-8` in the dialog Save As."
            ),
        ],
    )
}

pub(super) fn html_page() -> Article {
    Article::new(
        "This is a web page and not a certificate file",
        [
            say!(
                "The file holds the HTML of a web page. Either the page that describes the \
                 file was saved in place of the file, or a proxy or the log-in page of a \
                 network answered the download."
            ),
            say!(
                "Python says `no certificate or crl found` for such a bundle; other clients \
                 read nothing and later report `unable to get local issuer certificate`. \
                 Open the address in a browser, use the link to the file itself, and look \
                 whether the result begins with `-----BEGIN CERTIFICATE-----`."
            ),
        ],
    )
}

pub(super) fn public_key_only() -> Article {
    Article::new(
        "There is only a public key",
        [
            say!(
                "The file holds a public key without a certificate round it. A certificate \
                 also says whose key it is, until when, and who vouches for it; a bare key \
                 cannot be trusted in its place."
            ),
            say!(
                "Python says `no certificate or crl found`. Ask for the certificate: a file \
                 that begins with `-----BEGIN CERTIFICATE-----`. A public key is no secret, \
                 so nothing is lost if it was shared."
            ),
        ],
    )
}

pub(super) fn empty_input() -> Article {
    Article::new(
        "There is nothing in the file",
        [
            say!(
                "The input is empty, or holds only blanks. An interrupted download, a full \
                 disk or a failed redirection leaves such files."
            ),
            say!(
                "A program that is pointed at an empty bundle trusts nobody: Python says `no \
                 certificate or crl found`, others report error 20 or `unable to get local \
                 issuer certificate` for every site. Get the file again."
            ),
        ],
    )
}

pub(super) fn unsupported_format() -> Article {
    Article::new(
        "A container that certwhy cannot open",
        [
            say!(
                "The file is a container of certificates, or says so, and certwhy recognises \
                 it but cannot open it: a key store of Bouncy Castle, an encrypted PKCS #7 \
                 message, or a PKCS #12 file that is protected by a rare algorithm or for one \
                 recipient only. The file may be perfectly sound."
            ),
            say!(
                "Let the program that made the file write its certificates as PEM, without \
                 any private key, and give certwhy that. Java key stores (JKS, JCEKS, PKCS \
                 #12), certificate stores of Windows (`.sst`) and `certdata.txt` of NSS need \
                 no such step."
            ),
        ],
    )
}
