//! The two documents: one beside its assets, and one that holds them.

use super::asset::Asset;
use super::parts::Parts;
use super::policy;
use certwhy::lang::Lang;
use certwhy::page::{body, description, title};

/// The language of the page as it is sent; it changes its words itself.
const LANG: Lang = Lang::En;

/// The elements in which the two documents differ.
struct Elements {
    policy: String,
    icon: String,
    style: String,
    /// What comes after the words: the script, with where it finds its data.
    end: String,
}

/// The document whose assets are files in the same folder.
pub(super) fn multi_file(parts: &Parts) -> String {
    let [script, page, engine, style, roots, examples] = [
        &parts.script,
        &parts.page,
        &parts.engine,
        &parts.style,
        &parts.roots,
        &parts.examples,
    ]
    .map(Asset::file_name);
    document(&Elements {
        policy: policy::multi_file(),
        icon: icon(parts),
        style: format!("<link rel=\"stylesheet\" href=\"{style}\">"),
        end: format!(
            "<script src=\"{script}\" data-page=\"{page}\" data-engine=\"{engine}\" \
             data-examples=\"{examples}\" data-roots=\"{roots}\"></script>"
        ),
    })
}

/// The document that holds everything; it works from `file://`, without a network.
pub(super) fn single_file(parts: &Parts) -> Result<String, String> {
    let policy = single_file_policy(parts)?;
    let script = inline(&parts.script.content, "script")?;
    let style = inline(&parts.style.content, "style")?;
    let data = [
        ("page", &parts.page),
        ("engine", &parts.engine),
        ("examples", &parts.examples),
        ("roots", &parts.roots),
    ]
    .map(|(id, asset)| {
        // A data block: the browser neither runs nor checks it.
        let content = asset.base64();
        format!("<script type=\"text/plain\" id=\"certwhy-{id}\">{content}</script>\n")
    });
    Ok(document(&Elements {
        policy,
        icon: icon(parts),
        style: format!("<style>{style}</style>"),
        end: format!("{}<script>{script}</script>", data.concat()),
    }))
}

/// The icon, inside the document: a browser may look for it late, when the page has forbidden itself to load anything.
fn icon(parts: &Parts) -> String {
    let content = parts.icon.base64();
    format!(
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{content}\">"
    )
}

/// The policy of [`single_file`], for the host that serves it.
pub(super) fn single_file_policy(parts: &Parts) -> Result<String, String> {
    let script = inline(&parts.script.content, "script")?;
    let style = inline(&parts.style.content, "style")?;
    Ok(policy::single_file(script, style))
}

fn document(elements: &Elements) -> String {
    let Elements {
        policy,
        icon,
        style,
        end,
    } = elements;
    // Words of ours that need no escape; a test says so.
    let (title, description) = (title(LANG), description(LANG));
    let words = body(LANG);
    format!(
        "<!doctype html>\n<html lang=\"{LANG}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         {icon}\n{style}\n</head>\n<body class=\"cw-page\">\n{words}{end}\n</body>\n</html>\n"
    )
}

/// Text that may stand inside an element whose content is not parsed: nothing in it may end the element early.
fn inline<'a>(content: &'a [u8], element: &str) -> Result<&'a str, String> {
    let text = core::str::from_utf8(content).map_err(|error| format!("{element}: {error}"))?;
    let lower = text.to_ascii_lowercase();
    let ends = [format!("</{element}"), "<!--".to_owned()];
    match ends.iter().find(|end| lower.contains(end.as_str())) {
        Some(end) => Err(format!(
            "the {element} holds {end}, which HTML would take for its own"
        )),
        None => Ok(text),
    }
}

/// Small parts with this script, for tests.
#[cfg(test)]
pub(super) fn sample(script: &str) -> Parts {
    Parts {
        script: Asset::new("certwhy", "js", script),
        page: Asset::new("page", "wasm", *b"\0asm"),
        engine: Asset::new("engine", "wasm", *b"\0asm"),
        style: Asset::new("certwhy", "css", "b { color: red }"),
        icon: Asset::new("icon", "svg", "<svg/>"),
        roots: Asset::new("roots", "bin", "roots"),
        examples: Asset::new("examples", "bin", "0:"),
    }
}

#[cfg(test)]
mod tests;
