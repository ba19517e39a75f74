//! What form a certificate must have, and under which policies it may stand.

use super::super::words;
use super::rules::only_the_ca;
use crate::certificate::{Certificate, Criticality};
use crate::check::{AuthorityKeyIdProblem, FormProblem, PolicyProblem};
use crate::doc::{Inlines, code, field};
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, general};

pub(super) fn form(certificate: &Certificate, problem: &FormProblem) -> FindingWords {
    words(
        say!(
            "“{name}” breaks a formal rule that this client enforces.",
            name = cert(certificate)
        ),
        [form_problem(problem), only_the_ca(certificate)],
    )
}

pub(super) fn strictness(certificate: &Certificate, problem: &FormProblem) -> FindingWords {
    words(
        say!(
            "“{name}” breaks a rule that only this client's strict mode enforces.",
            name = cert(certificate)
        ),
        [
            form_problem(problem),
            say!(
                "Other clients accept this certificate. Python enforces the rule from version 3.13 on, in contexts made by {function}. The lasting cure is another root or a corrected certificate.",
                function = code("ssl.create_default_context()")
            ),
            say!(
                "Until then, your own Python code can switch off the strict mode alone, and go on verifying everything else: {line}. Take the line out again once the certificate has been replaced.",
                line = code("context.verify_flags &= ~ssl.VERIFY_X509_STRICT")
            ),
        ],
    )
}

#[expect(clippy::too_many_lines, reason = "one arm for each problem")]
fn form_problem(problem: &FormProblem) -> Inlines {
    match problem {
        FormProblem::Version => {
            say!("Its version number does not fit its content: extensions need version 3.")
        }
        FormProblem::SerialNumber => {
            say!("Its serial number is zero, negative, or longer than 20 octets.")
        }
        FormProblem::AlgorithmFields => {
            say!("It names its signature algorithm in two places, and the two differ.")
        }
        FormProblem::RepeatedExtension(oid) => {
            say!("The extension {oid} stands in it twice.", oid = code(oid))
        }
        FormProblem::UnreadableExtension(oid) => {
            say!("The extension {oid} in it cannot be read.", oid = code(oid))
        }
        FormProblem::MissingExtension(oid) => say!(
            "The extension {oid}, which has to be there, is missing.",
            oid = code(oid)
        ),
        FormProblem::WrongCriticality { oid, marked } => match marked {
            Criticality::Critical => say!(
                "The extension {oid} is marked critical and must not be.",
                oid = code(oid)
            ),
            Criticality::NonCritical => say!(
                "The extension {oid} is not marked critical and has to be.",
                oid = code(oid)
            ),
        },
        FormProblem::EmptyName => say!("It lacks a name: an issuer, and a CA, must have one."),
        FormProblem::EmptyExtension(oid) => {
            say!("The extension {oid} in it is empty.", oid = code(oid))
        }
        FormProblem::MisplacedExtension(oid) => say!(
            "The extension {oid} does not belong in such a certificate.",
            oid = code(oid)
        ),
        FormProblem::CertSignWithoutCa => {
            say!("Its key may sign certificates, but it does not say that it belongs to a CA.")
        }
        FormProblem::NameEncoding => say!(
            "It writes the name of its issuer otherwise than the issuer's certificate does: with another string type, other letters or other spaces. By the standard the names are the same; this client compares them octet by octet."
        ),
        FormProblem::PathLengthWithoutCertSign => say!(
            "It limits how many CAs may follow, yet its key usage does not let it sign certificates."
        ),
        FormProblem::PathLengthWithoutCa => {
            say!("It limits the number of CAs below it, but it is not the certificate of a CA.")
        }
        FormProblem::AuthorityKeyIdentifier(problem) => authority_key_identifier(*problem),
        FormProblem::CommonName(text) => say!(
            "Its common name “{name}” is not repeated letter for letter among its subject alternative names.",
            name = field(text)
        ),
        FormProblem::AlternativeName(name) => say!(
            "The entry “{name}” must not stand among its subject alternative names.",
            name = general(name)
        ),
        FormProblem::RepeatedPolicy(oid) => {
            say!(
                "It names the certificate policy {oid} twice.",
                oid = code(oid)
            )
        }
        FormProblem::SubtreeBounds => {
            say!("Its name constraints contain a minimum or a maximum, which they must not.")
        }
        FormProblem::CaAsServer => say!(
            "The server uses the certificate of a CA as its own, which this client does not accept."
        ),
        FormProblem::ForbiddenPurpose(purpose) => say!(
            "It is for TLS servers and also for {purpose}, which must not be combined.",
            purpose = code(purpose.name())
        ),
    }
}

fn authority_key_identifier(problem: AuthorityKeyIdProblem) -> Inlines {
    match problem {
        AuthorityKeyIdProblem::NoKey => {
            say!("Its authority key identifier does not name the key of the issuer.")
        }
        AuthorityKeyIdProblem::NamesCertificate => say!(
            "Its authority key identifier names a certificate of the issuer, where it must name only the key."
        ),
        AuthorityKeyIdProblem::NotOfIssuer => say!(
            "Its authority key identifier names another key or certificate than that of its issuer, and this client goes by it."
        ),
        AuthorityKeyIdProblem::NotOwnKey => {
            say!("It is a root, but its authority key identifier names another key than its own.")
        }
    }
}

pub(super) fn policy(certificate: &Certificate, problem: PolicyProblem) -> FindingWords {
    let why = match problem {
        PolicyProblem::NoneValid => say!(
            "A certificate policy that holds along the whole chain is demanded here. Down to “{name}”, no policy is common to all certificates.",
            name = cert(certificate)
        ),
        PolicyProblem::NoneAcceptable => say!(
            "A certificate policy that the client accepts is demanded here. The policies that hold down to “{name}” are others.",
            name = cert(certificate)
        ),
        PolicyProblem::MapsAnyPolicy => say!(
            "“{name}” says that a certificate policy is worth as much as `anyPolicy`, which is forbidden.",
            name = cert(certificate)
        ),
        PolicyProblem::Unreadable(id) => say!(
            "The extension {oid} in “{name}”, which is about certificate policies, cannot be read.",
            oid = code(id.oid()),
            name = cert(certificate)
        ),
    };
    words(
        say!(
            "The certificate policies do not allow the chain at “{name}”.",
            name = cert(certificate)
        ),
        [why, only_the_ca(certificate)],
    )
}
