//! What the place where a program failed adds to an answer: the roots that it reads, what was repaired in vain, and the
//! steps that help there.

use super::{Options, Supplied, bundle_part};
use crate::client_roots::wrong_files;
use crate::environment::Environment;
use crate::error_text::{ErrorReading, Symptom};
use crate::finding::{Code, Finding, Severity};
use crate::location::SourceName;
use crate::remedy;
use crate::report::Report;
use crate::verdict::Verdict;

/// Adds it to the answer for the asked client.
pub(super) fn add(report: &mut Report, bundles: &[SourceName], options: &Options<'_>) {
    let reading = report.error_text.as_ref().map(|error| &error.reading);
    let guess = reading.map(Environment::guessed).unwrap_or_default();
    report.environment = options.environment.clone().or(&guess);
    if reading.is_some_and(is_about_something_else) {
        return;
    }
    let found = wrong_files(&report.environment, report.error_text.as_ref(), bundles);
    // What the certificates show comes first: it is why the client refuses.
    let shown = report
        .findings
        .iter()
        .take_while(|finding| finding.code().severity() == Severity::Error)
        .count();
    let found = found.into_iter().map(Finding::WrongFileForClient);
    report.findings.splice(shown..shown, found);
    if (report.verdict != Some(Verdict::Trusted) || report.error_text.is_some())
        && roots_may_help(report)
    {
        report.configure = remedy::configure(&report.environment, &report.remedies);
    }
}

/// Whether it is roots that the program lacks, as far as is known: no list of roots mends a wrong name, an expired
/// certificate or a server that sends too little, and none holds the root of a private CA.
fn roots_may_help(report: &Report) -> bool {
    let symptom = report
        .error_text
        .as_ref()
        .and_then(|error| error.reading.failure.symptom);
    match (report.cause(), symptom) {
        (Some(cause), _) => matches!(
            cause,
            Code::MissingRoot
                | Code::WrongFileForClient
                | Code::ExpiredRoot
                | Code::ExpiredCrossCertificate
                | Code::OldPathBuilder
                | Code::AnchorNotSelfSigned
                | Code::SameNameDifferentKey
                | Code::RemovedRoot
                | Code::EmptyInput
        ),
        (None, Some(symptom)) => !matches!(
            symptom,
            Symptom::HostMismatch
                | Symptom::Expired
                | Symptom::NotYetValid
                | Symptom::OutsideValidity
                | Symptom::TooWeak
                | Symptom::Form
                | Symptom::Revoked
        ),
        (None, None) => true,
    }
}

fn is_about_something_else(reading: &ErrorReading) -> bool {
    reading
        .failure
        .symptom
        .is_some_and(|symptom| !symptom.is_about_certificates())
}

/// The names of the inputs that serve as a bundle.
pub(super) fn bundles(inputs: &[Supplied]) -> Vec<SourceName> {
    let serves = |supplied: &&Supplied| bundle_part(supplied).is_some();
    inputs
        .iter()
        .filter(serves)
        .filter_map(|supplied| {
            let first = supplied.recognised.items.first()?;
            Some(first.location.source.clone())
        })
        .collect()
}
