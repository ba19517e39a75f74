//! `certwhy explain`.

use super::answer::{Answer, Answered, Exit};
use super::arguments::Explain;
use super::complaint::{Complaint, Outcome};
use super::environment::Environment;
use super::format::Form;
use super::inputs::{Inputs, known_roots};
use super::password::passwords;
use super::question;
use crate::explain::{Options, Purpose, Supplied, explain, told};
use crate::finding::{Code, Finding};
use crate::input::Passwords;
use crate::render::json;
use crate::report::Report;
use crate::text;
use crate::verdict::Verdict;

/// Judges the inputs and explains the verdict.
pub(super) fn run(arguments: &Explain, environment: &Environment) -> Answered {
    if let Some(from) = &arguments.batch.from {
        return super::batch::run(arguments, from, environment);
    }
    let form = Form::new(arguments.output, environment);
    let passwords = passwords(arguments.secret.password_file.as_deref())?;
    let known = known_roots(arguments.asked.known_roots.as_deref(), &passwords)?;
    let mut options = question::options(&arguments.asked, &known)?;
    options.environment = question::environment(&arguments.failed)?;
    let (supplied, useless) = gather(arguments, &mut options, passwords)?;
    fill_in(&mut options, arguments, &supplied);
    let report = explain(&supplied, &options);
    let useless = if trusts_nobody(&report) {
        Vec::new()
    } else {
        useless
    };
    let exit = if useless.is_empty() {
        exit(&report)
    } else {
        Exit::Unusable
    };
    let output = form.write(
        |lang| text::write(lang, &report),
        || json(&report, form.lang),
    );
    // The process ends soon, and the system takes back all memory at once.
    core::mem::forget((report, supplied));
    let answer = Answer::new(exit).output(output);
    Ok(useless.iter().fold(answer, |answer, complaint| {
        answer.complain(form.lang, complaint)
    }))
}

/// Everything that was given, and what of it is of no use.
fn gather(
    arguments: &Explain,
    options: &mut Options<'_>,
    passwords: Passwords,
) -> Outcome<(Vec<Supplied>, Vec<Complaint>)> {
    let mut inputs = Inputs::with(passwords);
    inputs.read(Purpose::Bundle, &arguments.bundle);
    inputs.read(Purpose::Chain, &arguments.chain);
    inputs.read(Purpose::ErrorText, &arguments.error);
    inputs.read(Purpose::ByContent, &arguments.files);
    let (mut supplied, useless) = inputs.finish()?;
    #[cfg(feature = "connect")]
    if let Some(target) = &arguments.connect {
        let captured = super::connect::capture(target, options.host.as_ref())?;
        options.host.get_or_insert(captured.host);
        supplied.push(captured.supplied);
    }
    if supplied.is_empty() {
        return Err(Complaint::NothingGiven.into());
    }
    Ok((supplied, useless))
}

/// What the user has not said and an error text tells.
fn fill_in(options: &mut Options<'_>, arguments: &Explain, supplied: &[Supplied]) {
    if !arguments.asked.client.is_empty() && options.host.is_some() {
        return;
    }
    let told = told(supplied);
    if arguments.asked.client.is_empty() {
        options.client = told.client.unwrap_or_default();
    }
    options.host = options.host.take().or(told.host);
}

/// An empty file is a bundle that trusts nobody. A server's chain can be judged with it: the answer is complete.
fn trusts_nobody(report: &Report) -> bool {
    let files: Vec<Code> = report
        .bundle
        .damage
        .iter()
        .cloned()
        .map(|note| Finding::File(note).code())
        .collect();
    report.verdict == Some(Verdict::NotTrusted) && files == [Code::EmptyInput]
}

/// The exit code of a verdict; without one, of what was found in the bundle.
fn exit(report: &Report) -> Exit {
    match report.verdict {
        Some(Verdict::Trusted) => Exit::Good,
        Some(Verdict::NotTrusted) => Exit::Bad,
        Some(Verdict::Undecided) => Exit::Undecided,
        None => super::bundle::exit(report),
    }
}
