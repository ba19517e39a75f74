//! Codes on rules for certificates.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn strictness() -> Article {
    Article::new(
        "The client's strict mode refuses a formal fault",
        [
            say!(
                "A certificate of the path breaks a rule of form in RFC 5280, and this \
                 client enforces it. Python does so from version 3.13 on, in contexts made \
                 by `ssl.create_default_context()`."
            ),
            say!(
                "The errors have numbers such as 85 (`Missing Authority Key Identifier`), 86 \
                 (`Missing Subject Key Identifier`), 89 (`Basic Constraints of CA cert not \
                 marked critical`) and 92 (`CA cert does not include key usage extension`). \
                 Older Python versions and browsers accept the same certificates."
            ),
            say!(
                "The CA must issue the certificate again in the right form; in a company \
                 that is the department that runs the inspection or the internal CA. Where \
                 an old public root is at fault, a bundle with another path helps."
            ),
            say!(
                "Until then a program of your own can leave the strict checks out for one \
                 context, with `ctx.verify_flags &= ~ssl.VERIFY_X509_STRICT`. Signatures, \
                 dates and names are then still checked. Take it out again once the \
                 certificate is mended."
            ),
        ],
    )
}

pub(super) fn name_constraints() -> Article {
    Article::new(
        "A name lies outside what the CA may certify",
        [
            say!(
                "A CA's certificate can state for which names the CA may issue certificates \
                 at all. This server's certificate holds a name outside that range, or the \
                 statement cannot be read."
            ),
            say!(
                "OpenSSL and Python report error 47 (`permitted subtree violation`) or 48 \
                 (`excluded subtree violation`), Go `a root or intermediate certificate is \
                 not authorized to sign for this name`, Java `name constraints check \
                 failed`; Node.js says only `UNSPECIFIED`."
            ),
            say!(
                "The CA must issue a certificate within its range, or widen the range. This \
                 happens mostly with CAs of companies and governments. Do not trust the CA's \
                 certificate directly to get round it: the limit is there to protect you."
            ),
        ],
    )
}

pub(super) fn not_a_ca() -> Article {
    Article::new(
        "An issuer is not a CA",
        [
            say!(
                "A certificate in the path has signed another one, and does not say that it \
                 may. Only a certificate that is marked as one of a CA (basic constraints, \
                 RFC 5280 §4.2.1.9) may issue others; otherwise every site could vouch for \
                 every other."
            ),
            say!(
                "OpenSSL and Python report error 24 or 79 (`invalid CA certificate`), Java \
                 `PKIX path validation failed`, Go `x509: certificate is not authorized to \
                 sign other certificates`, Windows 0x80096019."
            ),
            say!(
                "The CA must issue the certificate again. It is often a home-made one: then \
                 make the CA's certificate with the CA mark set. Do not work round it on the \
                 client."
            ),
        ],
    )
}

pub(super) fn path_too_long() -> Article {
    Article::new(
        "There are more CAs in the path than one of them allows",
        [
            say!(
                "A CA's certificate can limit how many further CAs may stand below it (path \
                 length, RFC 5280 §4.2.1.9). This path has more."
            ),
            say!(
                "OpenSSL and Python report error 25 (`path length constraint exceeded`), Go \
                 `x509: too many intermediates for path length constraint`, Java `PKIX path \
                 validation failed`. Browsers refuse it as well."
            ),
            say!(
                "The CA must issue the server's certificate from a CA further up, or issue \
                 its own certificate with a larger limit. Nothing can be done on the client."
            ),
        ],
    )
}

pub(super) fn key_usage() -> Article {
    Article::new(
        "A key may not be used for this",
        [
            say!(
                "A certificate says for what its key may be used (key usage, RFC 5280 \
                 §4.2.1.3). Here a CA's key may not sign certificates, or the server's key \
                 may do nothing that a TLS connection needs."
            ),
            say!(
                "OpenSSL and Python report error 32 (`key usage does not include certificate \
                 signing`) or 26 (`unsuitable certificate purpose`). Other clients look at \
                 key usage less closely, so that they may work."
            ),
            say!(
                "The CA must issue the certificate again with the right key usage. There is \
                 nothing to change on the client."
            ),
        ],
    )
}

pub(super) fn wrong_purpose() -> Article {
    Article::new(
        "The certificate is not for TLS servers",
        [
            say!(
                "The certificate lists for what it may be used (extended key usage, RFC 5280 \
                 §4.2.1.12), and TLS servers are not among it. It may be one for clients, \
                 for e-mail or for signing programs. A CA in the path can set the same limit \
                 for everything below it."
            ),
            say!(
                "OpenSSL and Python report error 26 (`unsuitable certificate purpose`), Go \
                 `x509: certificate specifies an incompatible key usage`, Java `Extended key \
                 usage does not permit use for TLS server authentication`, Windows \
                 0x800B0110."
            ),
            say!(
                "The server's owner must install a certificate for servers; often the wrong \
                 file was configured. There is nothing to change on the client."
            ),
        ],
    )
}

pub(super) fn critical_extension() -> Article {
    Article::new(
        "A critical extension is not understood",
        [
            say!(
                "A certificate can carry additions, and mark one as critical: whoever does \
                 not understand it must refuse the certificate (RFC 5280 §4.2). This client \
                 does not understand one of them."
            ),
            say!(
                "OpenSSL and Python report error 34 (`unhandled critical extension`), Go \
                 `x509: unhandled critical extension`, Java `unrecognized critical \
                 extension(s)`. A client that knows the extension works."
            ),
            say!(
                "The CA must issue the certificate without the critical mark, or the client \
                 must be one that knows the extension. It is mostly met with private CAs."
            ),
        ],
    )
}

pub(super) fn policy() -> Article {
    Article::new(
        "The certificate policies do not allow the path",
        [
            say!(
                "CAs can name the policies under which they issue certificates, and demand \
                 that one of them holds along the whole path (RFC 5280 §6.1.5). Here none \
                 does."
            ),
            say!(
                "Few clients look at policies; OpenSSL reports error 43 (`no explicit \
                 policy`) or 42 (`invalid or inconsistent certificate policy extension`) \
                 where it is told to. Others and browsers usually work."
            ),
            say!(
                "The CA must issue certificates whose policies fit together. If your own \
                 program demands a policy, compare the demand with the policies that the \
                 certificates name."
            ),
        ],
    )
}

pub(super) fn malformed_certificate() -> Article {
    Article::new(
        "A certificate cannot be read",
        [
            say!(
                "Something here is marked as a certificate and does not have the structure \
                 of one (RFC 5280 §4.1). It was probably cut, changed by an editor or a \
                 mail program, or written by faulty software."
            ),
            say!(
                "OpenSSL and Python may refuse the whole file with `PEM lib` or `ASN1 lib`; \
                 Go and rustls leave out the one certificate and go on. So the same file can \
                 work in one program and not in another."
            ),
            say!(
                "Get the certificate again from where it came, and replace it in the file. \
                 If you do not need it, delete its block. certwhy went on without it."
            ),
        ],
    )
}

pub(super) fn profile_rule() -> Article {
    Article::new(
        "A certificate breaks a formal rule",
        [
            say!(
                "The form of the certificate is against a rule of RFC 5280 or of the client: \
                 its version, its serial number, or an extension that is missing, stands \
                 twice or carries the wrong mark."
            ),
            say!(
                "Clients differ much here. Some refuse with `certificate parse error`, \
                 `x509: negative serial number` or an error number from 79 to 94, many \
                 accept the certificate. Browsers are mostly lenient with old roots and \
                 strict with new certificates."
            ),
            say!(
                "The CA must issue the certificate again. On your side only another path \
                 helps, for instance a current bundle in which the root of a better path \
                 stands."
            ),
        ],
    )
}

pub(super) fn limit_reached() -> Article {
    Article::new(
        "The search was cut short",
        [
            say!(
                "The certificates at hand can be put together in so many ways that certwhy \
                 stopped after a fixed amount of work. The answer may therefore be \
                 incomplete, and the verdict is undecided where no path was found before."
            ),
            say!(
                "Clients limit their search in the same way, Go for instance with `x509: \
                 signature check attempts limit reached`. Give only what the server sends \
                 and the bundle that the client reads, without further collections of \
                 certificates."
            ),
        ],
    )
}
