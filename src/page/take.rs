//! What can be taken away from an answer: files, a comparison, a report, a link.

use super::download::{Context, Download, file};
use super::html::{button, word};
use crate::lang::Lang;
use crate::text::PageWord;

/// What serves to do what the answer says: files, and a box to compare a thumbprint.
pub(super) fn tools(lang: Lang, context: &Context<'_>) -> String {
    let files = [
        (Download::RepairedBundle, PageWord::SaveBundle),
        (Download::RootPem, PageWord::SavePem),
        (Download::RootDer, PageWord::SaveDer),
        (Download::Script, PageWord::SaveScript),
    ];
    let there = files
        .into_iter()
        .filter(|(what, _)| file(*what, context).is_some());
    let buttons: String = there.map(|(what, said)| save(lang, what, said)).collect();
    let files = if buttons.is_empty() {
        String::new()
    } else {
        let title = word(lang, PageWord::SaveTitle);
        format!("<h3>{title}</h3>\n<ul class=\"pg-row\">{buttons}</ul>\n")
    };
    format!(
        "<section class=\"pg-take\">\n{files}<h3><label for=\"thumbprint\">{}</label></h3>\n\
         <p class=\"pg-hint\" id=\"thumbprint-hint\">{}</p>\n\
         <input id=\"thumbprint\" type=\"text\" spellcheck=\"false\" autocomplete=\"off\" \
         autocapitalize=\"off\" aria-describedby=\"thumbprint-hint\">\n\
         <p class=\"pg-compared\" id=\"compared\" role=\"status\"></p>\n</section>\n",
        word(lang, PageWord::CompareTitle),
        word(lang, PageWord::CompareLabel),
    )
}

/// What serves to tell others: the report, and a link.
pub(super) fn report(lang: Lang) -> String {
    let buttons: String = [
        (Download::ReportHtml, PageWord::SaveHtml),
        (Download::ReportMarkdown, PageWord::SaveMarkdown),
        (Download::ReportJson, PageWord::SaveJson),
    ]
    .into_iter()
    .map(|(what, said)| save(lang, what, said))
    .collect();
    let [report, title, hint] = [
        PageWord::ReportTitle,
        PageWord::ShareTitle,
        PageWord::ShareHint,
    ]
    .map(|said| word(lang, said));
    let make = button(&word(lang, PageWord::ShareMake), "share");
    format!(
        "<section class=\"pg-take\">\n<h3>{report}</h3>\n<ul class=\"pg-row\">{buttons}</ul>\n\
         <h3>{title}</h3>\n<p class=\"pg-hint\">{hint}</p>\n<p class=\"pg-row\">{make}</p>\n\
         <div class=\"cw-code cw-file\" id=\"link-field\" hidden>\
         <input id=\"link\" type=\"text\" readonly aria-label=\"{title}\"></div>\n\
         <p class=\"pg-remark\" id=\"shared\" role=\"status\"></p>\n</section>\n"
    )
}

fn save(lang: Lang, what: Download, said: PageWord) -> String {
    let action = format!("download:{}", what.as_str());
    format!("<li>{}</li>", button(&word(lang, said), &action))
}
