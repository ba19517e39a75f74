//! `certwhy bundle`.

use super::answer::{Answer, Answered, Exit};
use super::arguments::Bundle;
use super::environment::Environment;
use super::format::Form;
use super::inputs::{Inputs, known_roots};
use super::password::passwords;
use super::question;
use crate::client::Client;
use crate::explain::{Options, Purpose, check_bundle};
use crate::finding::{Finding, Severity};
use crate::render::json;
use crate::report::Report;
use crate::text;

/// Examines one bundle.
pub(super) fn run(arguments: &Bundle, environment: &Environment) -> Answered {
    let form = Form::new(arguments.output, environment);
    let passwords = passwords(arguments.secret.password_file.as_deref())?;
    let known = known_roots(arguments.known_roots.as_deref(), &passwords)?;
    let options = Options {
        host: None,
        at: question::moment(arguments.at.as_deref())?,
        client: Client::default(),
        others: Vec::new(),
        known: &known,
        environment: crate::environment::Environment::default(),
    };
    let mut inputs = Inputs::with(passwords);
    inputs.read(Purpose::Bundle, std::slice::from_ref(&arguments.file));
    let (supplied, useless) = inputs.finish()?;
    let report = check_bundle(&supplied, &options);
    let exit = if useless.is_empty() {
        exit(&report)
    } else {
        Exit::Unusable
    };
    let output = form.write(
        |lang| text::bundle(lang, &report),
        || json(&report, form.lang),
    );
    let answer = Answer::new(exit).output(output);
    Ok(useless.iter().fold(answer, |answer, complaint| {
        answer.complain(form.lang, complaint)
    }))
}

/// Whether a bundle is damaged. Being old is no damage, and neither is what is merely good to know.
pub(super) fn exit(report: &Report) -> Exit {
    let mut damage = report.bundle.damage.iter().cloned().map(Finding::File);
    if damage.any(|finding| finding.code().severity() != Severity::Note) {
        Exit::Bad
    } else {
        Exit::Good
    }
}
