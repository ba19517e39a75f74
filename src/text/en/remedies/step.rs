//! Steps that several remedies share.

use crate::certificate::Certificate;
use crate::client_roots::{self, Way};
use crate::doc::{Inlines, code};
use crate::environment::Environment;
use crate::say;
use crate::text::en::ways;
use crate::text::guidance::{self, FileName, GuidanceStep, Platform};

pub(in crate::text) fn save(certificate: &Certificate, file: &FileName) -> GuidanceStep {
    GuidanceStep::new(say!(
        "Save this certificate as {file}, next to your bundle.",
        file = code(file.to_string())
    ))
    .pem(certificate)
    .on(Platform::Any)
}

pub(in crate::text) fn compare(certificate: &Certificate, file: &FileName) -> GuidanceStep {
    GuidanceStep::new(say!(
        "Compare its fingerprints with those that the CA publishes. Its SHA-256 is \
             {sha256}; its SHA-1, which Windows shows as the thumbprint, is {sha1}. Where \
             OpenSSL is installed, the command shows the SHA-256 of the saved file.",
        sha256 = code(certificate.sha256().thumbprint()),
        sha1 = code(certificate.sha1().thumbprint()),
    ))
    .command(guidance::fingerprint_by_openssl(file))
    .on(Platform::Any)
}

pub(in crate::text) fn append(file: &FileName) -> [GuidanceStep; 3] {
    let in_shell = || guidance::append_in_shell(file);
    [
        GuidanceStep::new(say!(
            "On Windows, in PowerShell: write your bundle and the certificate to a new \
                 file. Put the path of your bundle in place of `your-bundle.pem`."
        ))
        .command(guidance::append_in_powershell(file))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "On macOS, in Terminal: write your bundle and the certificate to a new file. \
                 Put the path of your bundle in place of `your-bundle.pem`."
        ))
        .command(in_shell())
        .on(Platform::MacOs),
        GuidanceStep::new(say!(
            "On Linux: write your bundle and the certificate to a new file. Put the path \
                 of your bundle in place of `your-bundle.pem`."
        ))
        .command(in_shell())
        .on(Platform::Linux),
    ]
}

pub(in crate::text) fn let_certwhy_write() -> GuidanceStep {
    GuidanceStep::new(say!(
        "Or, in place of the steps so far, let certwhy write the new file; \
             `server-chain.pem` is the file with the certificates that the server sends."
    ))
    .command(guidance::repair())
    .on(Platform::Any)
}

/// In place of appending, where the client would not read what is appended.
pub(in crate::text) fn mend_and_add() -> GuidanceStep {
    GuidanceStep::new(say!(
        "Let certwhy write the new file. Your bundle is damaged, and the client does not read \
             it to its end: a certificate that is appended to it as it is would do nothing. \
             certwhy leaves out what cannot be read and adds what is missing; \
             `server-chain.pem` is the file with the certificates that the server sends."
    ))
    .command(guidance::repair())
    .on(Platform::Any)
}

/// Steps that make the program read the new file: where it is known, those for it alone.
pub(in crate::text) fn point_at_it(environment: &Environment) -> Vec<GuidanceStep> {
    let known: Vec<GuidanceStep> = named(environment).flat_map(ways::steps).collect();
    if known.is_empty() {
        by_program().into()
    } else {
        known
    }
}

/// The ways that take a file.
fn named(environment: &Environment) -> impl Iterator<Item = Way> {
    client_roots::ways(environment)
        .into_iter()
        .filter(|way| way.names_a_file())
}

/// The variables and arguments of all programs.
fn by_program() -> [GuidanceStep; 6] {
    let in_shell = guidance::variables_in_shell;
    [
        GuidanceStep::new(say!(
            "Every program reads its own environment variable, and the variables of \
                 others do nothing for it: shotgun_api3 (from 3.0.19) and Toolkit read \
                 `SHOTGUN_API_CACERTS`, Python's own ssl and urllib `SSL_CERT_FILE`, \
                 requests `REQUESTS_CA_BUNDLE`, httplib2 (from 0.12) `HTTPLIB2_CA_CERTS`."
        )),
        GuidanceStep::new(say!(
            "On Windows, in PowerShell: run the line of your program. It holds for this \
                 window; for good, set the variable in the dialog Environment Variables."
        ))
        .command(guidance::variables_in_powershell())
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "On macOS, in Terminal: run the line of your program. It holds for this \
                 window; for good, put it into `~/.zshrc` with the full path of the file."
        ))
        .command(in_shell())
        .on(Platform::MacOs),
        GuidanceStep::new(say!(
            "On Linux: run the line of your program. It holds for this window; for good, \
                 put it into `~/.profile` with the full path of the file."
        ))
        .command(in_shell())
        .on(Platform::Linux),
        GuidanceStep::new(say!(
            "Or, in place of the variable: in code of your own, hand the path of the file \
                 to shotgun_api3 or httplib2 with this argument. It goes before the variable."
        ))
        .command(guidance::argument_in_python())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "Mind the versions. In shotgun_api3, uploads and downloads of 3.8.2 to \
                 3.8.5, uploads before 3.0.39 and downloads before 3.6.1 ignore both \
                 `SHOTGUN_API_CACERTS` and the argument: set `SSL_CERT_FILE` as well, or \
                 upgrade to 3.9.0 or later. Toolkit core 0.23.7 to 0.23.9 ignore the \
                 variable altogether: upgrade to 0.23.10 or later."
        )),
    ]
}

pub(in crate::text) fn check() -> Inlines {
    say!(
        "Run certwhy again with `new-bundle.pem` as the bundle: it must say that the \
             server is trusted. Then start your program again from the same window and \
             repeat the call that failed."
    )
}

pub(in crate::text) fn undo(environment: &Environment) -> Inlines {
    if let Some(way) = named(environment).next() {
        return ways::undo(way, environment.system);
    }
    say!("Remove the variable, and delete `new-bundle.pem`. Your own bundle was not changed.")
}
