//! Codes on which file or store a client reads.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn replaced_bundle() -> Article {
    Article::new(
        "The bundle holds only a company's own roots",
        [
            say!(
                "The file trusts one or a few roots of a company and none of the public \
                 ones. For many programs a file that you set replaces the built-in list and \
                 does not add to it: `SHOTGUN_API_CACERTS`, `REQUESTS_CA_BUNDLE` and \
                 `SSL_CERT_FILE` with OpenSSL work so. `NODE_EXTRA_CA_CERTS` adds."
            ),
            say!(
                "Every public site that the company's proxy does not inspect then fails, \
                 with error 20, `unable to get local issuer certificate` or `PKIX path \
                 building failed`. Browsers work, having both."
            ),
            say!(
                "Append the company's roots to a copy of a full public bundle, and point the \
                 program at that copy."
            ),
        ],
    )
}

pub(super) fn old_bundle() -> Article {
    Article::new(
        "The bundle is old",
        [
            say!(
                "The bundle is years old. It lacks the roots that were made since, and holds \
                 some that are trusted no longer. More and more servers move to roots that \
                 it does not know."
            ),
            say!(
                "The clients then report error 20, `unable to get local issuer certificate`, \
                 `PKIX path building failed` or `x509: certificate signed by unknown \
                 authority`, for one site today and another tomorrow. Browsers keep their \
                 own list fresh."
            ),
            say!(
                "Use a current bundle and keep the roots of your own company by appending \
                 them. One caution: OpenSSL before 1.0.1n and 1.0.2b may need an old root \
                 that new bundles no longer hold; certwhy shows for the client that you name \
                 whether the new bundle works."
            ),
        ],
    )
}

pub(super) fn file_not_found() -> Article {
    Article::new(
        "The file is not there",
        [
            say!(
                "A program or a variable names a bundle that does not exist, or names a \
                 folder. Quotation marks inside the value, a `~`, single backslashes in a \
                 string of a program, or a path of Windows inside WSL are common reasons."
            ),
            say!(
                "Python says `FileNotFoundError` for `cafile=`, and requests `Could not find \
                 a suitable TLS CA certificate bundle, invalid path`. A wrong \
                 `SSL_CERT_FILE` gives no message at all: the program silently trusts \
                 nobody, and every site fails with error 20."
            ),
            say!(
                "Print the value in the same window in which the program runs, and open \
                 exactly that path. Then correct or remove the variable."
            ),
        ],
    )
}

pub(super) fn wrong_file_for_client() -> Article {
    Article::new(
        "The program does not read this file",
        [
            say!(
                "Each program has its own way to its bundle. shotgun_api3 from 3.0.19 on \
                 reads `SHOTGUN_API_CACERTS`, Python's own ssl and urllib `SSL_CERT_FILE`, \
                 requests `REQUESTS_CA_BUNDLE`, boto3 `AWS_CA_BUNDLE`, git `GIT_SSL_CAINFO`, \
                 Node.js `NODE_EXTRA_CA_CERTS`, Java its own key store. A variable of \
                 another program does nothing."
            ),
            say!(
                "The sign of it is that a bundle is mended and the error stays exactly the \
                 same. Some versions also differ within themselves: uploads and downloads of \
                 shotgun_api3 3.8.2 to 3.8.5 ignore `SHOTGUN_API_CACERTS` and follow \
                 Python's default, and Toolkit core 0.23.7 to 0.23.9 ignore it."
            ),
            say!(
                "Set the variable that belongs to your program, or upgrade to a version that \
                 reads it. Do not edit files inside an installed package: the next upgrade \
                 undoes that."
            ),
        ],
    )
}

pub(super) fn root_not_fetched() -> Article {
    Article::new(
        "Windows has not fetched the root yet",
        [
            say!(
                "Windows does not keep all public roots on the computer. It fetches one the \
                 first time a program of its own, such as Edge, needs it. Python reads only \
                 what is already there and does not make Windows fetch anything."
            ),
            say!(
                "So the same address works in the browser and fails in Python with error 20, \
                 `unable to get local issuer certificate`, above all on a fresh machine. A \
                 company can turn the fetching off by policy."
            ),
            say!(
                "Open the address once in Edge, and try again; or give the program a bundle \
                 of its own by the variable that it reads. For many machines, the \
                 administrator can distribute the root by policy."
            ),
        ],
    )
}

pub(super) fn wrong_store() -> Article {
    Article::new(
        "The root is in another store than the client reads",
        [
            say!(
                "Windows has a store of Trusted Root Certification Authorities for the \
                 computer and one for each user; a service or a render job runs under \
                 another account and sees only the computer's and its own. Java, Firefox and \
                 many Python packages read none of these."
            ),
            say!(
                "The sign is that the program works when you start it yourself, and fails \
                 with error 20 or 0x800B0109 as a service, or that a browser works and the \
                 program does not."
            ),
            say!(
                "An administrator can put the root into the computer's store, if it is one \
                 that you are certain of; a bundle for that one program has a smaller effect \
                 and is to be preferred."
            ),
        ],
    )
}

pub(super) fn no_default_bundle() -> Article {
    Article::new(
        "The client has no default bundle",
        [
            say!(
                "The file that this client reads when nothing else is set does not exist. \
                 That is usual for Python inside other programs, for Python on macOS from \
                 python.org before its certificates were installed, and in small containers."
            ),
            say!(
                "It trusts nobody then, and every site fails with error 20, `unable to get \
                 local issuer certificate`. Python shows the places that it looks at by \
                 `ssl.get_default_verify_paths()`."
            ),
            say!(
                "On macOS, run `Install Certificates.command` in the folder of that Python. \
                 In a container, install the package `ca-certificates`. Otherwise set \
                 `SSL_CERT_FILE`, or the program's own variable, to a current bundle."
            ),
        ],
    )
}
