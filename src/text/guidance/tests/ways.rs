//! Ways of making a program read other roots.

use super::samples::certificate;
use super::shown::guidance_doc;
use crate::client_roots::{Argument, Way};
use crate::error_text::{CaVariable, System};
use crate::lang::Lang;
use crate::remedy::Configure;
use crate::render::markdown;
use insta::assert_snapshot;

pub(super) const WAYS: &[Way] = &[
    Way::UpgradeApi,
    Way::UpgradeToolkit,
    Way::MacCertificatesCommand,
    Way::Variable(CaVariable::ShotgunApiCacerts),
    Way::Variable(CaVariable::NodeExtraCaCerts),
    Way::Argument(Argument::CaCerts),
    Way::Argument(Argument::Verify),
    Way::Argument(Argument::CurlCacert),
    Way::Argument(Argument::NodeSystemCa),
    Way::GitSetting,
    Way::Keytool,
    Way::WindowsStore,
    Way::Keychain,
    Way::LinuxStore,
];

/// Every way with a root of that name, and without one.
pub(super) fn every_way(name: &str) -> Vec<Configure> {
    let of = |way: &Way, root| Configure {
        way: *way,
        system: None,
        root,
    };
    WAYS.iter()
        .flat_map(|way| [of(way, Some(certificate(name))), of(way, None)])
        .collect()
}

#[test]
fn every_way_in_both_languages() {
    let mut text = String::new();
    for configure in every_way("Amazon Root CA 1")
        .iter()
        .filter(|configure| configure.root.is_some())
    {
        for lang in Lang::ALL {
            let mut guidance = crate::text::configure(*lang, configure);
            // The script has tests of its own.
            for step in &mut guidance.steps {
                let content = step.file_content.take();
                step.file_content = content.filter(|content| content.lines().count() < 60);
            }
            text.push_str(&markdown(&guidance_doc(*lang, &guidance)));
            text.push('\n');
        }
    }
    assert_snapshot!(text);
}

/// A known system has no steps for others, and each way has some for the systems that it is for.
#[test]
fn steps_are_those_of_the_system() {
    for system in [System::Windows, System::MacOs, System::Linux] {
        for way in WAYS {
            if way.system().is_some_and(|only| only != system) {
                continue;
            }
            let configure = Configure {
                way: *way,
                system: Some(system),
                root: Some(certificate("Mock CA")),
            };
            let guidance = crate::text::configure(Lang::En, &configure);
            assert!(!guidance.steps.is_empty(), "{way:?} {system:?}");
            for step in &guidance.steps {
                let others = ["windows", "macos", "linux"]
                    .into_iter()
                    .filter(|name| *name != system.as_str());
                let platform = step.platform.map(super::super::Platform::as_str);
                assert!(others.into_iter().all(|name| platform != Some(name)));
            }
        }
    }
}

/// The languages differ in words and in nothing else, and each way can be checked and taken back.
#[test]
fn both_languages_give_the_same_steps() {
    for configure in every_way("Mock CA") {
        let [english, japanese] =
            [Lang::En, Lang::Ja].map(|lang| crate::text::configure(lang, &configure));
        let commands = |guidance: &super::super::Guidance| -> Vec<_> {
            guidance
                .steps
                .iter()
                .map(|step| (step.platform, step.command.clone()))
                .collect()
        };
        assert_eq!(commands(&english), commands(&japanese), "{configure:?}");
        assert!(
            english.check.is_some() && english.undo.is_some(),
            "{configure:?}"
        );
    }
}
