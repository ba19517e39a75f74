//! `certwhy roots`, `certwhy clients`, `certwhy codes`: what certwhy knows.

use super::answer::{Answer, Answered, Exit};
use super::arguments::{Clients, Codes, Roots};
use super::complaint::Complaint;
use super::environment::Environment;
use super::format::Form;
use super::inputs::known_roots;
use crate::client::profiles;
use crate::finding::Code;
use crate::input::Passwords;
use crate::text;

mod data;

/// Lists the known roots that fit a query; none is an answer too, and a bad one.
pub(super) fn roots(arguments: &Roots, environment: &Environment) -> Answered {
    let form = Form::new(arguments.output, environment);
    let known = known_roots(arguments.table.as_deref(), &Passwords::default())?;
    let query = arguments.query.as_deref().unwrap_or_default();
    let found = known.search(query);
    let exit = if found.is_empty() {
        Exit::Bad
    } else {
        Exit::Good
    };
    let output = form.write(
        |lang| text::roots(lang, &found, query),
        || data::roots(&found),
    );
    Ok(Answer::new(exit).output(output))
}

/// Lists the clients.
pub(super) fn clients(arguments: &Clients, environment: &Environment) -> Answer {
    let form = Form::new(arguments.output, environment);
    let all = profiles();
    let output = form.write(|lang| text::clients(lang, &all), || data::clients(&all));
    Answer::new(Exit::Good).output(output)
}

/// Lists the finding codes, or explains one.
pub(super) fn codes(arguments: &Codes, environment: &Environment) -> Answered {
    let form = Form::new(arguments.output, environment);
    let output = match arguments.wanted.as_deref() {
        None => form.write(text::codes, || data::codes(Code::ALL)),
        Some(given) => {
            let code: Code = given.trim().parse().map_err(|_| Complaint::Code {
                given: given.to_owned(),
            })?;
            form.write(|lang| text::code(lang, code), || data::codes(&[code]))
        }
    };
    Ok(Answer::new(Exit::Good).output(output))
}
