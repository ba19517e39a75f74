//! Sentences with named holes.

use super::{Inline, Inlines, code, strong};

/// A whole sentence as [`Inlines`], with named holes.
///
/// In the template, `{name}` is a hole, `` `x` `` is code, `**x**` is strong, `{{` and `}}` are braces.
/// A hole takes anything that is `Into<Inlines>`: a literal and a number are our own words, a `String` is a
/// hostile field. A hole without a value, a value without a hole and an odd backquote do not compile.
///
/// ```
/// use certwhy::doc::field;
/// use certwhy::say;
///
/// let days = 3_u32;
/// say!("{name} expires in **{days} days**.", name = field("x"), days);
/// ```
///
/// ```compile_fail
/// certwhy::say!("{nmae} expires.", name = 1_u8);
/// ```
#[macro_export]
macro_rules! say {
    ($template:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const { $crate::doc::check_template($template, &[$(stringify!($name)),*]) };
        $crate::doc::compose(
            $template,
            &[$((stringify!($name), $crate::doc::Inlines::from($crate::say!(@value $name $(= $value)?)))),*],
        )
    }};
    (@value $name:ident) => { $name };
    (@value $name:ident = $value:expr) => { $value };
}

/// Fills the holes of a template; [`say!`](crate::say) is the way to call it. An unknown hole is left out.
pub fn compose(template: &'static str, holes: &[(&str, Inlines)]) -> Inlines {
    let mut rest = template;
    let mut words = Inlines::new();
    while let Some(at) = rest.find(['{', '}', '`', '*']) {
        let (plain, special) = rest.split_at(at);
        let (token, after) = next_token(special, holes);
        words = words.text(plain).then(token);
        rest = after;
    }
    words.text(rest)
}

fn next_token(special: &'static str, holes: &[(&str, Inlines)]) -> (Inlines, &'static str) {
    for (doubled, brace) in [("{{", "{"), ("}}", "}")] {
        if let Some(after) = special.strip_prefix(doubled) {
            return (brace.into(), after);
        }
    }
    if let Some((name, after)) = enclosed(special, "{", "}") {
        let hole = holes.iter().find(|(known, _)| *known == name);
        return (
            hole.map(|(_, words)| words.clone()).unwrap_or_default(),
            after,
        );
    }
    if let Some((inner, after)) = enclosed(special, "`", "`") {
        return (code(inner).into(), after);
    }
    if let Some((inner, after)) = enclosed(special, "**", "**") {
        return (strong(compose(inner, holes)).into(), after);
    }
    let (single, after) = special.split_at(1);
    (Inlines::from(Inline::Text(single.into())), after)
}

fn enclosed(
    template: &'static str,
    open: &str,
    close: &str,
) -> Option<(&'static str, &'static str)> {
    template.strip_prefix(open)?.split_once(close)
}

/// Stops the compilation where holes and values differ; [`say!`](crate::say) is the way to call it.
///
/// # Panics
/// At compile time only, since the macro calls it in a `const` block.
pub const fn check_template(template: &str, names: &[&str]) {
    assert!(
        holes_are_named(template.as_bytes(), names),
        "a hole has no value"
    );
    assert!(
        names_are_used(template.as_bytes(), names),
        "a value has no hole"
    );
    assert!(backquotes_are_even(template.as_bytes()), "an odd backquote");
}

const fn holes_are_named(mut rest: &[u8], names: &[&str]) -> bool {
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte == b'{' {
            match after.split_first() {
                Some((b'{', beyond)) => rest = beyond,
                Some(_) | None => {
                    if !any_closes(after, names) {
                        return false;
                    }
                }
            }
        }
    }
    true
}

const fn any_closes(rest: &[u8], mut names: &[&str]) -> bool {
    while let Some((name, others)) = names.split_first() {
        if closes(rest, name.as_bytes()) {
            return true;
        }
        names = others;
    }
    false
}

const fn names_are_used(template: &[u8], mut names: &[&str]) -> bool {
    while let Some((name, others)) = names.split_first() {
        if !is_used(template, name.as_bytes()) {
            return false;
        }
        names = others;
    }
    true
}

const fn is_used(mut rest: &[u8], name: &[u8]) -> bool {
    while let Some((byte, after)) = rest.split_first() {
        if *byte == b'{' && closes(after, name) {
            return true;
        }
        rest = after;
    }
    false
}

/// Whether `rest` begins with the name and a closing brace.
const fn closes(mut rest: &[u8], mut name: &[u8]) -> bool {
    loop {
        match (rest.split_first(), name.split_first()) {
            (Some((byte, _)), None) => return *byte == b'}',
            (Some((left, rest_after)), Some((right, name_after))) if *left == *right => {
                rest = rest_after;
                name = name_after;
            }
            (Some(_) | None, Some(_)) | (None, None) => return false,
        }
    }
}

const fn backquotes_are_even(mut rest: &[u8]) -> bool {
    let mut even = true;
    while let Some((byte, after)) = rest.split_first() {
        if *byte == b'`' {
            even = !even;
        }
        rest = after;
    }
    even
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::field;

    #[test]
    fn holes_code_and_strong() {
        let days = 3_u8;
        assert_eq!(
            say!(
                "Set `A` to {name}: **{days} days**.",
                name = field("<x>"),
                days
            ),
            Inlines::new()
                .text("Set ")
                .code("A")
                .text(" to ")
                .field("<x>")
                .text(": ")
                .then(strong(Inlines::from(3_u8).text(" days")))
                .text(".")
        );
    }

    #[test]
    fn braces_stars_and_japanese() {
        assert_eq!(
            say!("a {{b}} 2*3"),
            Inlines::new()
                .text("a ")
                .text("{")
                .text("b")
                .text("}")
                .text(" 2")
                .text("*")
                .text("3")
        );
        assert_eq!(
            say!("証明書{name}がありません。", name = "x"),
            Inlines::new()
                .text("証明書")
                .text("x")
                .text("がありません。")
        );
    }

    #[test]
    fn values_are_not_templates() {
        assert_eq!(
            say!("{a}", a = field("{a} `")),
            Inlines::new().field("{a} `")
        );
    }

    #[test]
    fn templates_are_checked() {
        for (template, names, good) in [
            ("{a}", &["a"][..], true),
            ("{{a}}", &[], true),
            ("{a} {ab}", &["ab", "a"], true),
            ("{b}", &["a"], false),
            ("{a", &["a"], false),
            ("{ab}", &["a"], false),
            ("{", &[], false),
        ] {
            assert_eq!(
                holes_are_named(template.as_bytes(), names),
                good,
                "{template}"
            );
        }
        assert!(names_are_used(b"x {a}{b}", &["b", "a"]));
        assert!(!names_are_used(b"x {ab}", &["a"]));
        assert!(backquotes_are_even(b"`a`") && !backquotes_are_even(b"`a"));
    }
}
