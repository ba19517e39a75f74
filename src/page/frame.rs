//! The page around the answer. It is written in each language at once; the page that a server sends holds the English
//! one, so that it can be read before any script runs.

use super::html::{button, word};
use super::place::Place;
use crate::client::LISTED;
use crate::environment::PROGRAMS;
use crate::error_text::System;
use crate::lang::Lang;
use crate::render::{html_part, html_text};
use crate::text::{self, PageWord, page_word};

/// The title of the page.
pub const fn title(lang: Lang) -> &'static str {
    page_word(lang, PageWord::Title)
}

/// What search engines and link previews say of the page.
pub const fn description(lang: Lang) -> &'static str {
    page_word(lang, PageWord::Description)
}

/// Everything inside `body` but the script.
pub fn body(lang: Lang) -> String {
    let failed = word(lang, PageWord::Failed);
    format!(
        "<div id=\"page\">\n{}</div>\n<p class=\"pg-remark\" id=\"failed\" role=\"alert\" hidden>{failed}</p>\n",
        frame(lang)
    )
}

/// What is written anew when the language changes.
pub fn frame(lang: Lang) -> String {
    [
        head(lang),
        "<main>\n".to_owned(),
        inputs(lang),
        state(lang),
        examples(lang),
        obtain(lang),
        "</main>\n".to_owned(),
        foot(lang),
    ]
    .concat()
}

fn head(lang: Lang) -> String {
    let others: Vec<String> = Lang::ALL
        .iter()
        .filter(|other| **other != lang)
        .map(|other| {
            let name = word(lang, PageWord::OtherLanguage);
            format!(
                "<a href=\"?lang={other}\" lang=\"{other}\" hreflang=\"{other}\" data-do=\"lang:{other}\">{name}</a>"
            )
        })
        .collect();
    format!(
        "<header class=\"pg-head\">\n<p class=\"pg-name\" translate=\"no\">certwhy</p>\n<nav>{}</nav>\n\
         <h1>{}</h1>\n<p class=\"pg-lead\">{} <strong>{}</strong></p>\n\
         <noscript><p class=\"pg-remark\">{}</p><pre><code>{COMMAND}</code></pre></noscript>\n</header>\n",
        others.concat(),
        word(lang, PageWord::Heading),
        word(lang, PageWord::Lead),
        word(lang, PageWord::Private),
        word(lang, PageWord::NoScript),
    )
}

/// What does the same without a browser.
const COMMAND: &str = "certwhy explain --bundle cacerts.txt --chain server-chain.txt";

fn inputs(lang: Lang) -> String {
    let slots: Vec<String> = Place::SHOWN
        .iter()
        .map(|place| slot(lang, *place))
        .collect();
    format!(
        "<section class=\"pg-inputs\" aria-label=\"{}\">\n{}{}</section>\n",
        word(lang, PageWord::Inputs),
        slots.concat(),
        options(lang)
    )
}

fn slot(lang: Lang, place: Place) -> String {
    let (title, hint) = match place {
        Place::Bundle => (PageWord::BundleTitle, PageWord::BundleHint),
        Place::Chain => (PageWord::ChainTitle, PageWord::ChainHint),
        Place::Error | Place::KnownRoots => (PageWord::ErrorTitle, PageWord::ErrorHint),
    };
    let id = place.as_str();
    let help = match place {
        Place::Chain => format!(
            " <a href=\"#obtain\" data-do=\"open:obtain\">{}</a>",
            word(lang, PageWord::HowToGetIt)
        ),
        Place::Bundle | Place::Error | Place::KnownRoots => String::new(),
    };
    let [title, hint, paste, choose] =
        [title, hint, PageWord::PasteHere, PageWord::Choose].map(|said| word(lang, said));
    format!(
        "<section class=\"pg-slot\" data-slot=\"{id}\" aria-labelledby=\"title-{id}\">\n\
         <h2 id=\"title-{id}\">{title}</h2>\n<p class=\"pg-hint\" id=\"hint-{id}\">{hint}{help}</p>\n\
         <ul class=\"pg-cards\" id=\"cards-{id}\"></ul>\n\
         <textarea id=\"text-{id}\" rows=\"3\" spellcheck=\"false\" autocomplete=\"off\" autocapitalize=\"off\" \
         placeholder=\"{paste}\" aria-labelledby=\"title-{id}\" aria-describedby=\"hint-{id}\"></textarea>\n\
         <p class=\"pg-choose\"><label class=\"pg-button\">{choose}<input class=\"pg-hidden\" type=\"file\" multiple \
         id=\"file-{id}\" aria-label=\"{choose}: {title}\"></label></p>\n</section>\n"
    )
}

fn options(lang: Lang) -> String {
    let automatic = word(lang, PageWord::ClientAutomatic);
    let clients: Vec<String> = LISTED
        .iter()
        .map(|(id, step)| {
            let (id, step) = (html_text(id), html_text(step));
            format!("<option value=\"{id}\">{id} — {step}</option>")
        })
        .collect();
    let clients = format!(
        "<option value=\"\">{automatic}</option>{}",
        clients.concat()
    );
    let host = field(
        lang,
        "host",
        (PageWord::HostLabel, PageWord::HostHint),
        |attributes| {
            format!(
                "<input {attributes} type=\"text\" list=\"names\" inputmode=\"url\" spellcheck=\"false\" \
             autocomplete=\"off\" autocapitalize=\"off\"><datalist id=\"names\"></datalist>"
            )
        },
    );
    let at = field(
        lang,
        "at",
        (PageWord::AtLabel, PageWord::AtHint),
        |attributes| format!("<input {attributes} type=\"datetime-local\" step=\"1\">"),
    );
    let client = select(
        lang,
        ("client", &clients),
        (PageWord::ClientLabel, PageWord::ClientHint),
    );
    let program = select(
        lang,
        ("program", &choices(lang, PROGRAMS)),
        (PageWord::ProgramLabel, PageWord::ProgramHint),
    );
    let system = select(
        lang,
        ("system", &choices(lang, &System::ALL.map(System::as_str))),
        (PageWord::SystemLabel, PageWord::SystemHint),
    );
    // Browsers expect a password in a form; one of this method goes nowhere.
    let password = field(
        lang,
        "password",
        (PageWord::PasswordLabel, PageWord::PasswordHint),
        |attributes| format!("<input {attributes} type=\"password\" autocomplete=\"off\">"),
    );
    format!(
        "<div class=\"pg-options\">\n{host}{program}{system}{at}{client}<form method=\"dialog\">{password}</form></div>\n\
         <p class=\"pg-clear\" id=\"clear\" hidden>{}</p>\n",
        button(&word(lang, PageWord::Clear), "clear")
    )
}

/// Options for these names, after one for what is not said.
fn choices(lang: Lang, names: &[&str]) -> String {
    let automatic = word(lang, PageWord::Automatic);
    let options = names
        .iter()
        .map(|name| format!("<option>{}</option>", html_text(name)));
    let options: Vec<String> = options.collect();
    format!(
        "<option value=\"\">{automatic}</option>{}",
        options.concat()
    )
}

fn select(lang: Lang, (id, options): (&str, &str), words: (PageWord, PageWord)) -> String {
    field(lang, id, words, |attributes| {
        format!("<select {attributes}>{options}</select>")
    })
}

/// A labelled control with its hint.
fn field(
    lang: Lang,
    id: &str,
    (label, hint): (PageWord, PageWord),
    control: impl Fn(&str) -> String,
) -> String {
    let (label, hint) = (word(lang, label), word(lang, hint));
    let attributes = format!("id=\"{id}\" aria-describedby=\"{id}-hint\"");
    format!(
        "<div class=\"pg-field\"><label for=\"{id}\">{label}</label>{}\
         <p class=\"pg-hint\" id=\"{id}-hint\">{hint}</p><p class=\"pg-problem\" id=\"{id}-problem\"></p></div>\n",
        control(&attributes)
    )
}

/// Where things change: what a screen reader is told, the progress, and the answer.
fn state(lang: Lang) -> String {
    format!(
        "<p class=\"pg-hidden\" id=\"status\" role=\"status\"></p>\n\
         <div class=\"pg-busy\" id=\"busy\" hidden><progress aria-label=\"{busy}\"></progress> <span>{busy}</span> {cancel}</div>\n\
         <p class=\"pg-remark\" id=\"remark\" role=\"alert\" hidden></p>\n\
         <section class=\"pg-answer\" id=\"answer\" aria-label=\"{answer}\" hidden></section>\n",
        busy = word(lang, PageWord::Busy),
        cancel = button(&word(lang, PageWord::Cancel), "cancel"),
        answer = word(lang, PageWord::Answer),
    )
}

fn examples(lang: Lang) -> String {
    format!(
        "<section class=\"pg-examples\" id=\"examples\" hidden aria-labelledby=\"examples-title\">\n\
         <h2 id=\"examples-title\">{}</h2>\n<ul id=\"example-list\"></ul>\n</section>\n",
        word(lang, PageWord::ExamplesTitle)
    )
}

/// How to get the server's chain, folded: it is where most people give up.
fn obtain(lang: Lang) -> String {
    let blocks = text::guidance_blocks(lang, &text::provide_chain(lang));
    format!(
        "<details class=\"pg-obtain\" id=\"obtain\">\n<summary>{}</summary>\n{}</details>\n",
        word(lang, PageWord::ObtainTitle),
        html_part(lang, &blocks)
    )
}

fn foot(lang: Lang) -> String {
    format!(
        "<footer class=\"pg-foot\">\n<p>{} {}</p>\n<p translate=\"no\">certwhy {}</p>\n</footer>\n",
        word(lang, PageWord::Private),
        word(lang, PageWord::Sealed),
        env!("CARGO_PKG_VERSION")
    )
}
