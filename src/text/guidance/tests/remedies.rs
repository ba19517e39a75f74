use super::samples::{advice, advice_words, remedies, remedy_words};
use super::shown::guidance_doc;
use crate::lang::Lang;
use crate::render::markdown;
use crate::text::guidance::Guidance;
use insta::assert_snapshot;

fn both(count: usize, words: impl Fn(Lang, usize) -> Guidance) -> String {
    let mut text = String::new();
    for index in 0..count {
        for lang in Lang::ALL {
            text.push_str(&markdown(&guidance_doc(*lang, &words(*lang, index))));
            text.push('\n');
        }
    }
    text
}

#[test]
fn every_remedy_in_both_languages() {
    let remedies = remedies("Amazon Root CA 1");
    assert_snapshot!(both(remedies.len(), |lang, index| remedy_words(
        lang,
        &remedies[index]
    )));
}

#[test]
fn every_advice_in_both_languages() {
    let advice = advice("Mock CA");
    assert_snapshot!(both(advice.len(), |lang, index| advice_words(
        lang,
        &advice[index]
    )));
}

/// The languages differ in words and in nothing else.
#[test]
fn both_languages_give_the_same_commands_for_the_same_platforms() {
    let shape = |guidance: &Guidance| {
        let steps = guidance.steps.iter();
        let steps: Vec<_> = steps
            .map(|step| {
                (
                    step.platform,
                    step.command.clone(),
                    step.file_content.is_some(),
                )
            })
            .collect();
        (steps, guidance.check.is_some(), guidance.undo.is_some())
    };
    for remedy in remedies("Mock CA") {
        let [english, japanese] = [Lang::En, Lang::Ja].map(|lang| remedy_words(lang, &remedy));
        assert_eq!(shape(&english), shape(&japanese), "{remedy:?}");
    }
    for advice in advice("Mock CA") {
        let [english, japanese] = [Lang::En, Lang::Ja].map(|lang| advice_words(lang, &advice));
        assert_eq!(shape(&english), shape(&japanese), "{advice:?}");
    }
}

#[test]
fn every_remedy_says_how_to_check_it_and_those_on_the_own_computer_how_to_undo_it() {
    for remedy in remedies("Mock CA") {
        let guidance = remedy_words(Lang::En, &remedy);
        assert!(guidance.check.is_some(), "{remedy:?}");
        let own = remedy.action.actor() == crate::finding::Actor::User;
        assert_eq!(guidance.undo.is_some(), own, "{remedy:?}");
    }
}
