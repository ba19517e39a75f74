use super::*;
use crate::testing::parsed;
use proptest::prelude::*;

fn root_named(name: &str) -> Certificate {
    parsed(&test_pki::ca(name).self_signed())
}

fn script(lang: Lang, root: &Certificate) -> String {
    let bytes = import_script(lang, root);
    let text = String::from_utf8(bytes).unwrap();
    text.strip_prefix('\u{feff}')
        .expect("a byte order mark")
        .to_owned()
}

/// A lexer of what the script uses of PowerShell: comments, strings, here-strings and brackets. What is left is the
/// script without the content of its strings.
fn skeleton(script: &str) -> String {
    let mut left = String::new();
    let mut open = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        if let Some(inside) = rest.strip_prefix("@'\r\n") {
            left.push_str("@''@");
            rest = inside.split_once("\r\n'@").expect("an open here-string").1;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '#' => rest = &rest[rest.find('\r').unwrap_or(rest.len())..],
            '\'' => {
                left.push_str("''");
                rest = after_literal(rest);
            }
            '"' => {
                let (inside, after) = rest.split_once('"').expect("an open string");
                assert!(!inside.contains(['`', '\n']), "{inside}");
                left.push_str("\"\"");
                rest = after;
            }
            '{' | '(' | '[' => {
                open.push(c);
                left.push(c);
            }
            '}' | ')' | ']' => {
                let matching = match c {
                    '}' => '{',
                    ')' => '(',
                    _ => '[',
                };
                assert_eq!(open.pop(), Some(matching), "in {left}");
                left.push(c);
            }
            c => left.push(c),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    left
}

/// What follows a literal in single quotes; every sign that PowerShell takes for one counts, and two are one inside.
fn after_literal(text: &str) -> &str {
    let is_quote = |c: char| matches!(c, '\'' | '\u{2018}'..='\u{201b}');
    let mut rest = text;
    loop {
        let end = rest.find(is_quote).expect("an open literal");
        let length = rest[end..].chars().next().unwrap().len_utf8();
        rest = &rest[end + length..];
        match rest.chars().next() {
            Some(c) if is_quote(c) => rest = &rest[c.len_utf8()..],
            _ => return rest,
        }
    }
}

/// The value of a literal that a line assigns.
fn value<'s>(script: &'s str, name: &str) -> &'s str {
    let start = format!("${name} = '");
    let line = script
        .lines()
        .find(|line| line.starts_with(&start))
        .expect(name);
    line[start.len()..].trim_end_matches('\'')
}

#[test]
fn the_fingerprints_are_those_of_the_certificate_inside() {
    for lang in [Lang::En, Lang::Ja] {
        let root = root_named("Mock Root CA 1");
        let script = script(lang, &root);
        let base64 = script.split_once("$base64 = @'\r\n").unwrap().1;
        let base64 = base64.split_once("\r\n'@").unwrap().0.replace("\r\n", "");
        let der = data_encoding::BASE64.decode(base64.as_bytes()).unwrap();
        assert_eq!(der, root.as_der());
        let inside = Certificate::parse(&der).unwrap();
        assert_eq!(value(&script, "sha256"), inside.sha256().thumbprint());
        assert_eq!(value(&script, "sha1"), inside.sha1().thumbprint());
        assert_eq!(value(&script, "root"), "Mock Root CA 1");
    }
}

#[test]
fn every_line_ends_as_windows_ends_it() {
    for lang in [Lang::En, Lang::Ja] {
        let script = script(lang, &root_named("Mock Root"));
        assert!(script.ends_with("\r\n"));
        assert_eq!(script.matches('\n').count(), script.matches("\r\n").count());
        assert_eq!(script.matches('\r').count(), script.matches("\r\n").count());
        assert!(!script.contains("#HEADER#") && !script.contains("#SCRIPT#"));
        assert!(lang == Lang::Ja || script.is_ascii());
    }
}

/// The same names in both languages, each of which the script says, and none besides.
#[test]
fn every_message_is_said() {
    let names = |lang| {
        let script = script(lang, &root_named("Mock Root"));
        let names: std::collections::BTreeSet<String> = skeleton(&script)
            .lines()
            .filter_map(|line| Some(line.strip_prefix("$say")?.split_once(' ')?.0.to_owned()))
            .collect();
        let said: std::collections::BTreeSet<String> = skeleton(&script)
            .split("Say $say")
            .skip(1)
            .map(|rest| {
                rest.chars()
                    .take_while(char::is_ascii_alphanumeric)
                    .collect()
            })
            .collect();
        assert_eq!(names, said);
        names
    };
    assert_eq!(names(Lang::En), names(Lang::Ja));
}

/// Both fingerprints are compared before any store is opened for writing.
#[test]
fn nothing_is_written_before_the_comparison() {
    let script = script(Lang::En, &root_named("Mock Root"));
    let at = |text: &str| script.find(text).expect(text);
    let compared = at("(Get-Sha256 $octets) -ne $sha256");
    assert!(compared < at("$certificate.Thumbprint -ne $sha1"));
    assert!(at("$certificate.Thumbprint -ne $sha1") < at("Open-Store 'ReadWrite'"));
    assert_eq!(script.matches("Open-Store 'ReadWrite'").count(), 1);
    assert_eq!(script.matches(".Add($certificate)").count(), 1);
}

/// Nothing that PowerShell 2.0 lacks.
#[test]
fn old_windows_can_run_it() {
    let code = skeleton(&script(Lang::En, &root_named("Mock Root")));
    for newer in [
        "::new(",
        "Import-Certificate",
        "Get-FileHash",
        "-in ",
        "[ordered]",
        "??",
        "?.",
        "&&",
    ] {
        assert!(!code.contains(newer), "{newer}");
    }
}

#[test]
fn a_name_cannot_leave_its_literal() {
    let plain = skeleton(&script(Lang::En, &root_named("Mock Root")));
    for name in [
        "'; Remove-Item C:\\ -Recurse; '",
        "\u{2019}; calc; \u{2018}",
        "$(calc)",
        "\"; calc; \"",
        "'@\r\ncalc\r\n@'",
        "#SCRIPT# #FACTS#",
        "{store} {command} `n",
        "\u{202e}認証局",
    ] {
        let script = script(Lang::En, &root_named(name));
        assert_eq!(skeleton(&script), plain, "{name}");
        assert!(!script.contains(name), "{name}");
    }
}

#[test]
fn quotes_are_doubled() {
    assert_eq!(quoted("it's ‘so’"), "'it''s ‘‘so’’'");
}

proptest! {
    #[test]
    fn any_name_becomes_plain(name in any::<String>()) {
        let plain = plain_name(&name);
        prop_assert!(plain.len() <= LONGEST_NAME);
        prop_assert!(plain.bytes().all(|b| b.is_ascii_alphanumeric() || b" -.()_".contains(&b)));
    }
}
