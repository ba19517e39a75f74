use super::samples::{
    advice, advice_words, code_article, note_article, notes, remedies, remedy_words,
};
use super::shown::{article_doc, guidance_doc, our_own, plain};
use super::ways::every_way;
use crate::finding::Code;
use crate::lang::Lang;
use crate::render::markdown;
use crate::text::guidance::{Guidance, one_line};
use proptest::prelude::*;

/// What turns verification off, in the programs that people use.
const UNSAFE: &[&str] = &[
    "verify=False",
    "NODE_TLS_REJECT_UNAUTHORIZED",
    " -k ",
    "--insecure",
    "CERT_NONE",
    "http.sslVerify",
    "check_hostname",
    "_create_unverified_context",
    "--no-check-certificate",
    "trusted-host",
    "strict-ssl",
    "InsecureSkipVerify",
];

/// The one code whose explanation names such settings, in order to advise against them.
const WARNS_AGAINST: &[(Code, &str)] = &[
    (Code::MissingRoot, "verify=False"),
    (Code::MissingRoot, "NODE_TLS_REJECT_UNAUTHORIZED"),
];

fn every_guidance(name: &str) -> Vec<Guidance> {
    let remedies = remedies(name);
    let advice = advice(name);
    let ways = every_way(name);
    Lang::ALL
        .iter()
        .flat_map(|lang| {
            remedies
                .iter()
                .map(|remedy| remedy_words(*lang, remedy))
                .chain(advice.iter().map(|advice| advice_words(*lang, advice)))
                .chain(ways.iter().map(|way| crate::text::configure(*lang, way)))
        })
        .collect()
}

#[test]
fn nothing_turns_verification_off() {
    for lang in Lang::ALL {
        for note in notes("x") {
            let text = markdown(&article_doc(*lang, &note_article(*lang, &note)));
            assert!(UNSAFE.iter().all(|word| !text.contains(word)), "{text}");
        }
    }
    for guidance in every_guidance("Mock CA") {
        let text = markdown(&guidance_doc(Lang::En, &guidance));
        assert!(UNSAFE.iter().all(|word| !text.contains(word)), "{text}");
    }
}

#[test]
fn explanations_name_such_settings_only_to_advise_against_them() {
    for code in Code::ALL {
        for lang in Lang::ALL {
            for paragraph in code_article(*lang, *code).paragraphs {
                let text = plain(&paragraph);
                for word in UNSAFE.iter().filter(|word| text.contains(**word)) {
                    assert!(
                        WARNS_AGAINST.contains(&(*code, word)),
                        "{code} {lang}: {word}"
                    );
                    assert!(
                        text.contains("Do not") || text.contains("しないでください"),
                        "{text}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_text_shouts() {
    for code in Code::ALL {
        for lang in Lang::ALL {
            let article = code_article(*lang, *code);
            let text: String = article
                .paragraphs
                .iter()
                .chain([&article.title])
                .map(plain)
                .collect();
            assert!(!text.contains(['!', '！']), "{code} {lang}");
        }
    }
}

/// Text from an input stays a field or stands in a message to copy; it never becomes words or commands of ours.
#[test]
fn hostile_names_are_only_ever_fields() {
    for guidance in every_guidance("QZX <b>`x`") {
        let steps = guidance.steps.iter();
        let words = steps.map(|step| &step.title);
        let words = words.chain([&guidance.title]).chain(&guidance.why);
        for words in words.chain(&guidance.check).chain(&guidance.undo) {
            assert!(!our_own(words).contains("QZX"), "{}", plain(words));
        }
    }
}

/// The commands of a certificate with a harmless name, with that name taken for a hole.
fn commands(name: &str, stem: &str) -> Vec<String> {
    let holes = [
        format!(" {stem}.pem"),
        format!("\\import-{stem}.ps1"),
        format!("/{stem}.crt"),
        format!("-alias {stem}"),
    ];
    every_guidance(name)
        .into_iter()
        .flat_map(|guidance| guidance.steps)
        .filter_map(|step| step.command)
        .map(|(_, text)| {
            holes
                .iter()
                .fold(text, |text, hole| text.replace(hole.as_str(), "HOLE"))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever a certificate calls itself, its commands are those of any other certificate, apart from one safe word.
    #[test]
    fn names_cannot_change_commands(name in "\\PC{0,40}|[-`$(){};&|<>'\"\\\\ \n\r\ta-z]{0,40}") {
        let file = super::super::FileName::of(&super::samples::certificate(&name)).to_string();
        let stem = file.strip_suffix(".pem").unwrap();
        prop_assert!(stem.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{file}");
        prop_assert!(stem.starts_with(|c: char| c.is_ascii_alphanumeric()), "{file}");
        let given = commands(&name, stem);
        prop_assert_eq!(given, commands("Zzyzx", "zzyzx"));
    }

    #[test]
    fn quoted_names_stay_on_one_line_and_short(name in any::<String>()) {
        let line = one_line(&name);
        prop_assert!(!line.chars().any(char::is_control));
        prop_assert!(line.chars().count() <= 201);
    }
}
