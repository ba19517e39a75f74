//! A PowerShell script that puts one root into a certificate store of Windows, after comparing its fingerprints.
//!
//! It runs on Windows 7 with PowerShell 2.0, which has neither `Import-Certificate` nor `Get-FileHash`. Nothing from an
//! input enters it but base64 and hexadecimal digits made here and a name reduced to harmless characters.

use super::FileName;
use crate::certificate::Certificate;
use crate::lang::Lang;
use base64::prelude::{BASE64_STANDARD, Engine};

/// The script in a language, without the bytes of the file.
const TEMPLATE: &str = include_str!("import_script.ps1");
/// The digits of base64 on a line, as in PEM (RFC 7468 §2).
const LINE: usize = 64;
/// The longest name that is shown, in characters.
const LONGEST_NAME: usize = 64;

/// The words of the script. `{root}`, `{store}` and `{thumbprint}` stand for what they say; `{command}` for how the
/// script is run again to undo it.
pub(in crate::text) struct ScriptWords {
    /// What the script does, and how it is run; lines of a comment.
    pub(in crate::text) header: &'static [&'static str],
    /// Names and messages, by the name of the variable that the template reads.
    pub(in crate::text) messages: &'static [(&'static str, &'static str)],
}

/// The script as a text to copy.
pub(in crate::text) fn import_script_text(words: &ScriptWords, root: &Certificate) -> String {
    filled(words, root)
}

/// The file: UTF-8 with a byte order mark and CR LF, so that Windows PowerShell reads every script.
pub(in crate::text) fn import_script(lang: Lang, root: &Certificate) -> Vec<u8> {
    let words = match lang {
        Lang::En => crate::text::en::script::WORDS,
        Lang::Ja => crate::text::ja::script::WORDS,
    };
    let text = filled(&words, root);
    let lines: Vec<&str> = text.lines().collect();
    format!("\u{feff}{}\r\n", lines.join("\r\n")).into_bytes()
}

/// The name of the file.
pub(in crate::text) fn import_script_name(root: &Certificate) -> String {
    format!("import-{}.ps1", FileName::of(root).stem())
}

fn filled(words: &ScriptWords, root: &Certificate) -> String {
    let header: Vec<String> = words.header.iter().map(|line| comment(line)).collect();
    let messages: Vec<String> = words
        .messages
        .iter()
        .map(|(name, text)| format!("$say{name} = {}", quoted(text)))
        .collect();
    // One pass over the template: what is filled in is not looked at again.
    TEMPLATE
        .split_inclusive('\n')
        .fold(String::new(), |text, line| {
            let filled = match line.trim_end() {
                "#HEADER#" => header.join("\n"),
                "#MESSAGES#" => messages.join("\n"),
                "#FACTS#" => facts(root),
                _ => return text + line,
            };
            text + &filled + "\n"
        })
        .replace("#SCRIPT#", &import_script_name(root))
}

/// What tells this certificate from every other, and the certificate.
fn facts(root: &Certificate) -> String {
    let base64 = BASE64_STANDARD.encode(root.as_der());
    let lines: Vec<&str> = (0..base64.len())
        .step_by(LINE)
        .filter_map(|start| base64.get(start..base64.len().min(start.saturating_add(LINE))))
        .collect();
    format!(
        "$root = {name}\n$sha256 = '{sha256}'\n$sha1 = '{sha1}'\n$base64 = @'\n{base64}\n'@",
        name = quoted(&plain_name(&root.subject.friendly())),
        sha256 = root.sha256().thumbprint(),
        sha1 = root.sha1().thumbprint(),
        base64 = lines.join("\n"),
    )
}

/// A name of which only letters, digits, blanks and a few marks of ASCII are left.
fn plain_name(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '.' | '(' | ')');
    name.chars()
        .map(|c| if plain(c) { c } else { '_' })
        .take(LONGEST_NAME)
        .collect()
}

/// A line of a comment.
fn comment(line: &str) -> String {
    format!("# {line}").trim_end().to_owned()
}

/// A literal of PowerShell. It takes typographic single quotes for quotes, and each is doubled.
fn quoted(text: &str) -> String {
    let quote = |c: &char| matches!(c, '\'' | '\u{2018}'..='\u{201b}');
    let doubled = text
        .chars()
        .flat_map(|c| core::iter::once(c).chain(Some(c).filter(quote)));
    format!("'{}'", doubled.collect::<String>())
}

#[cfg(test)]
mod tests;
