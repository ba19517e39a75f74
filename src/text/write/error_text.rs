//! What an error text tells, and what it does not.

use super::heading;
use crate::client::Client;
use crate::doc::{Block, Code, Inlines};
use crate::error_text::{
    Copy, ErrorReading, PythonVersion, PythonVersions, Releases, Symptom, client_id,
};
use crate::lang::Lang;
use crate::report::Report;
use crate::text::label::Label;

/// The name of a fact that a text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Key {
    Failure,
    Program,
    Call,
    Server,
    Python,
    Api,
    Toolkit,
    System,
    Application,
    Settings,
}

/// Releases that follow each other: the first and the last.
pub(in crate::text) type Run = (String, String);

/// What the text tells, what to beware of, and what it cannot tell; the text itself at the end.
pub(super) fn section(lang: Lang, report: &Report) -> Vec<Block> {
    let Some(error) = &report.error_text else {
        return Vec::new();
    };
    let reading = &error.reading;
    let mut blocks = vec![heading(lang, Label::ErrorTextTells)];
    let facts = facts(lang, reading);
    if facts.is_empty() {
        blocks.push(Block::paragraph(words!(lang, error_text::nothing())));
    } else {
        blocks.push(Block::facts(facts));
    }
    blocks.extend(
        warnings(lang, report, reading)
            .into_iter()
            .map(Block::paragraph),
    );
    let missing: Vec<Inlines> = reading
        .missing
        .iter()
        .map(|missing| words!(lang, error_text::missing(*missing)))
        .collect();
    if !missing.is_empty() {
        blocks.push(Block::paragraph(words!(lang, error_text::cannot_tell())));
        blocks.push(Block::list(missing));
    }
    let label = words!(lang, labels::label(Label::ErrorText));
    blocks.push(Block::details(
        label,
        vec![Code::quote(excerpt(&error.text)).into()],
    ));
    blocks
}

/// Whether the text is of a failure that has nothing to do with certificates.
pub(super) fn tells_of_something_else(report: &Report) -> bool {
    report
        .error_text
        .as_ref()
        .and_then(|error| error.reading.failure.symptom)
        .is_some_and(|symptom| !symptom.is_about_certificates())
}

/// Whether a text was given that tells of certificates.
pub(super) fn tells_of_certificates(report: &Report) -> bool {
    report
        .error_text
        .as_ref()
        .and_then(|error| error.reading.failure.symptom)
        .is_some_and(Symptom::is_about_certificates)
}

/// What the text tells, in the order in which it helps.
fn facts(lang: Lang, reading: &ErrorReading) -> Vec<(Inlines, Inlines)> {
    let code = reading.failure.code;
    let failure = |symptom| words!(lang, error_text::failure(symptom, code));
    let program = |stack| words!(lang, error_text::program(stack, &reading.layers));
    let releases = |package, of: &Releases| {
        of.bounds()
            .map(|bounds| words!(lang, error_text::releases(package, bounds)))
    };
    let server = reading.server.as_ref();
    let application = reading.application.as_ref();
    let settings = (!reading.settings.is_empty()).then_some(reading.settings.as_slice());
    [
        (Key::Failure, reading.failure.symptom.map(failure)),
        (Key::Program, reading.stack.map(program)),
        (
            Key::Call,
            reading
                .call
                .map(|call| words!(lang, error_text::call(call))),
        ),
        (
            Key::Server,
            server.map(|server| words!(lang, error_text::server(server))),
        ),
        (Key::Python, python(lang, &reading.python)),
        (Key::Api, releases("shotgun_api3", &reading.api.versions)),
        (Key::Toolkit, releases("tk-core", &reading.api.toolkit)),
        (
            Key::System,
            reading
                .system
                .map(|system| words!(lang, error_text::system(system))),
        ),
        (
            Key::Application,
            application.map(|found| Inlines::new().field(found.to_string())),
        ),
        (
            Key::Settings,
            settings.map(|settings| words!(lang, error_text::settings(settings))),
        ),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((words!(lang, error_text::key(key)).into(), value?)))
    .collect()
}

fn python(lang: Lang, versions: &PythonVersions) -> Option<Inlines> {
    match versions {
        PythonVersions::Unknown => None,
        PythonVersions::Exact(version) => Some(words!(
            lang,
            error_text::python_exactly(&version.to_string())
        )),
        PythonVersions::OneOf(versions) => {
            Some(words!(lang, error_text::python_one_of(&runs(versions))))
        }
        PythonVersions::Probably(versions) => {
            Some(words!(lang, error_text::python_probably(&runs(versions))))
        }
    }
}

/// Releases of one series that follow each other, as one run.
fn runs(versions: &[PythonVersion]) -> Vec<Run> {
    let mut runs: Vec<(PythonVersion, PythonVersion)> = Vec::new();
    for version in versions {
        let follows = |last: &PythonVersion| {
            (last.major, last.minor) == (version.major, version.minor)
                && last.patch.and_then(|patch| patch.checked_add(1)) == version.patch
                && version.patch.is_some()
        };
        match runs.last_mut() {
            Some((_, last)) if follows(last) => *last = *version,
            Some(_) | None => runs.push((*version, *version)),
        }
    }
    runs.into_iter()
        .map(|(first, last)| (first.to_string(), last.to_string()))
        .collect()
}

/// What the reader should know before doing anything.
fn warnings(lang: Lang, report: &Report, reading: &ErrorReading) -> Vec<Inlines> {
    let created = reading
        .created
        .iter()
        .map(|entity| words!(lang, error_text::created(entity)));
    let wrong = reading
        .wrong_variables
        .iter()
        .map(|wrong| words!(lang, error_text::wrong_variable(wrong)));
    let off = (!reading.switches_off.is_empty())
        .then(|| words!(lang, error_text::switches_off(&reading.switches_off)));
    let changed =
        (reading.api.copy == Copy::Changed).then(|| words!(lang, error_text::changed_copy()));
    created
        .chain(wrong)
        .chain(off)
        .chain(changed)
        .chain(stand_in(lang, report, reading))
        .collect()
}

/// That another client was judged for than the one that wrote the text.
fn stand_in(lang: Lang, report: &Report, reading: &ErrorReading) -> Option<Inlines> {
    let asked = report.question.as_ref()?;
    let named = client_id(reading)?;
    let is_default = asked.client == Client::default().asked();
    (is_default && Client::find(named).is_none())
        .then(|| words!(lang, error_text::stand_in(named, &asked.client)))
}

/// The beginning of a long text, with a mark where it was cut.
fn excerpt(text: &str) -> String {
    const LINES: usize = 200;
    const CHARACTERS: usize = 20_000;
    let lines: String = text.split_inclusive('\n').take(LINES).collect();
    let shown: String = lines.chars().take(CHARACTERS).collect();
    if shown.len() == text.len() {
        shown
    } else {
        format!("{}\n…", shown.trim_end())
    }
}
