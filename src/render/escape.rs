//! Hostile text made harmless: the only place where that is done, for each format.

mod html;
mod markdown;

pub(super) use html::html;
pub(super) use markdown::{code_span, fence, line_start, words as markdown_words};

/// The most characters of a field that are shown; X.520 allows 64 in a common name.
pub(super) const FIELD_LIMIT: usize = 300;

/// Text on one line, with every character that a reader could not see, or that changes how its
/// neighbours are shown, in the form `\u{202e}`. No control character is left, line breaks included.
pub(crate) fn visible(text: &str) -> String {
    if text.bytes().all(|octet| (b' '..=b'~').contains(&octet)) {
        return text.to_owned();
    }
    let shown = String::with_capacity(text.len());
    text.chars().fold(shown, |mut shown, character| {
        if is_treacherous(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
        shown
    })
}

/// A field on one line: visible, and cut with an ellipsis beyond [`FIELD_LIMIT`] characters.
pub(super) fn field(text: &str) -> String {
    let shown = visible(text);
    if shown.chars().count() <= FIELD_LIMIT {
        return shown;
    }
    let kept = shown.chars().take(FIELD_LIMIT.saturating_sub(1));
    kept.chain(['…']).collect()
}

/// The lines of a code block, visible, tabs as four spaces; line ends of Windows are taken for line ends.
pub(super) fn code_lines(text: &str) -> impl Iterator<Item = String> {
    text.trim_end()
        .lines()
        .map(|line| visible(&line.replace('\t', "    ")))
}

/// An address that a link may have: `https`, and no character that means something to a format.
pub(super) fn safe_url(url: &str) -> Option<&str> {
    let plain = |character: char| {
        character.is_ascii_alphanumeric() || "-._~:/?#@!$&*+,;=%".contains(character)
    };
    (url.starts_with("https://") && url.chars().all(plain)).then_some(url)
}

/// Controls, bidirectional controls, invisible and format characters, line separators, tags, and code points that
/// are no characters.
pub(super) fn is_treacherous(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || matches!(u32::from(character) & 0xffff, 0xfffe | 0xffff)
        || matches!(character, '\u{fdd0}'..='\u{fdef}')
}

#[cfg(test)]
pub(super) mod tests;
