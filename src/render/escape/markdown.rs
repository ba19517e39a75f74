//! Markdown, for tickets: what comes from an input goes into a code span, where nothing is markup, no
//! address becomes a link and `@name` or `#1` notifies nobody.

/// Our own words, so that no sign in them is taken for markup.
pub(in crate::render) fn words(text: &str) -> String {
    super::visible(text)
        .chars()
        .fold(String::new(), |mut escaped, character| {
            match character {
                '&' => escaped.push_str("&amp;"),
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => {
                    escaped.push('\\');
                    escaped.push(character);
                }
                other => escaped.push(other),
            }
            escaped
        })
}

/// The beginning of a block, so that it is not taken for a list, a heading or a rule.
pub(in crate::render) fn line_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let sign = line.get(digits..).unwrap_or_default();
    let begins_block = if digits == 0 {
        sign.starts_with(['-', '+', '#', '='])
    } else {
        sign.starts_with(['.', ')'])
    };
    if begins_block {
        let number = line.get(..digits).unwrap_or_default();
        format!("{number}\\{sign}")
    } else {
        line.to_owned()
    }
}

/// Text as a code span. A vertical bar is written as its code point: inside a table it would end the cell.
pub(in crate::render) fn code_span(text: &str) -> String {
    let text = super::visible(text).replace('|', "\\u{7c}");
    let delimiter = "`".repeat(longest_run(&text).saturating_add(1));
    let touches = |end: Option<char>| matches!(end, Some('`' | ' '));
    if text.is_empty() {
        "` `".to_owned()
    } else if touches(text.chars().next()) || touches(text.chars().next_back()) {
        format!("{delimiter} {text} {delimiter}")
    } else {
        format!("{delimiter}{text}{delimiter}")
    }
}

/// The backquotes that enclose a code block of these lines.
pub(in crate::render) fn fence(lines: &[String]) -> String {
    let longest = lines.iter().map(|line| longest_run(line)).max();
    "`".repeat(longest.unwrap_or(0).saturating_add(1).max(3))
}

fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_spans() {
        for (text, span) in [
            ("a", "`a`"),
            ("", "` `"),
            ("a`b", "``a`b``"),
            ("`", "`` ` ``"),
            ("a``b```", "```` a``b``` ````"),
            ("a|b", "`a\\u{7c}b`"),
            ("<b>@x #1 [a](b)\n", "`<b>@x #1 [a](b)\\u{a}`"),
        ] {
            assert_eq!(code_span(text), span, "{text:?}");
        }
    }

    #[test]
    fn own_words() {
        assert_eq!(
            words("a_b <c> [d] & e|"),
            "a\\_b \\<c\\> \\[d\\] &amp; e\\|"
        );
    }

    #[test]
    fn beginnings() {
        for (line, safe) in [
            ("- a", "\\- a"),
            ("# a", "\\# a"),
            ("12. a", "12\\. a"),
            ("2024-01-15", "2024-01-15"),
            ("a - b", "a - b"),
            ("", ""),
        ] {
            assert_eq!(line_start(line), safe);
        }
    }

    #[test]
    fn fences_are_longer_than_what_they_hold() {
        assert_eq!(fence(&["a".to_owned()]), "```");
        assert_eq!(fence(&["x".to_owned(), "````".to_owned()]), "`````");
    }
}
