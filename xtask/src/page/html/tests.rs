//! What the two documents allow, load and hold.

use super::*;
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

const SCRIPT: &str = "function certwhy() {}\ncertwhy();\n";

/// What stands between `start` and the next `end`.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

fn policy_of(document: &str) -> &str {
    between(document, "Content-Security-Policy\" content=\"", "\"")
}

#[test]
fn inline_elements_are_those_that_the_policy_allows() {
    let document = single_file(&sample(SCRIPT)).unwrap();
    for (start, end, directive) in [
        ("<script>", "</script>", "script-src"),
        ("<style>", "</style>", "style-src"),
    ] {
        let digest = BASE64.encode(&Sha256::digest(between(&document, start, end)));
        let allowed = format!("{directive} 'sha256-{digest}'");
        assert!(policy_of(&document).contains(&allowed), "{allowed}");
    }
}

#[test]
fn the_policy_comes_before_everything_that_it_governs() {
    let parts = sample(SCRIPT);
    for document in [multi_file(&parts), single_file(&parts).unwrap()] {
        let policy = document.find("Content-Security-Policy").unwrap();
        for governed in ["<link", "<style", "<script", "<title"] {
            let found = document.find(governed);
            assert!(found.is_none_or(|place| policy < place), "{governed}");
        }
        // The encoding is to be declared within the first 1024 octets.
        assert!(document.find("<meta charset").unwrap() < policy);
    }
}

#[test]
fn the_single_file_needs_no_other() {
    let document = single_file(&sample(SCRIPT)).unwrap();
    for wanted in [
        "src=",
        "url(",
        "@import",
        "href=\"certwhy",
        "http:",
        "https:",
    ] {
        assert!(!document.contains(wanted), "{wanted}");
    }
    assert!(
        document.contains(
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,"
        )
    );
    assert_eq!(document.matches("<link").count(), 1);
    assert_eq!(
        between(&document, "id=\"certwhy-engine\">", "</script>"),
        BASE64.encode(b"\0asm")
    );
}

#[test]
fn the_other_names_its_assets_by_relative_addresses() {
    let parts = sample(SCRIPT);
    let document = multi_file(&parts);
    for asset in parts.assets() {
        let quoted = format!("=\"{}\"", asset.file_name());
        assert_eq!(document.matches(&quoted).count(), 1, "{quoted}");
    }
    assert!(!document.contains("://"));
}

#[test]
fn a_script_that_would_end_its_element_is_refused() {
    for hostile in ["'</script>'", "'</SCRIPT '", "'<!--'"] {
        assert!(single_file(&sample(hostile)).is_err(), "{hostile}");
    }
}

#[test]
fn title_and_description_need_no_escape() {
    for lang in Lang::ALL {
        for words in [title(*lang), description(*lang)] {
            assert!(!words.contains(['<', '>', '&', '"']), "{words}");
        }
    }
}
