use crate::client_roots::{Trap, reads, rows};
use crate::environment::{Environment, program};
use crate::error_text::{Call, System};
use crate::lang::Lang;
use crate::text::plain;
use insta::assert_snapshot;

const TRAPS: &[Trap] = &[
    Trap::NoArgumentInToolkit,
    Trap::ToolkitIgnoresVariable,
    Trap::DownloadDependsOnAddress,
    Trap::StorageReadsElsewhere,
    Trap::FileReplacesAll,
    Trap::NameIsCheckedNow,
    Trap::PackagedListIsOld,
    Trap::WindowsFetchesForItselfOnly,
    Trap::SilentWithoutFile,
    Trap::MacPythonWithoutRoots,
    Trap::NothingIsVerified,
    Trap::DependsOnBuild,
    Trap::SystemStoreBySwitch,
];

#[test]
fn every_place_and_trap_in_both_languages() {
    let mut page = String::new();
    let mut say = |words: [crate::doc::Inlines; 2]| {
        for words in words {
            page.push_str(&plain(&words));
            page.push('\n');
        }
    };
    for trap in TRAPS {
        say([Lang::En, Lang::Ja].map(|lang| words!(lang, places::trap(*trap))));
    }
    for (name, call, system) in [
        ("shotgun_api3@3.0.36", Call::UploadS3, System::Windows),
        ("shotgun_api3@3.9.0", Call::Api, System::Linux),
        ("toolkit@0.23.8", Call::UploadSite, System::Windows),
        ("node", Call::Connect, System::Linux),
        ("go", Call::Connect, System::MacOs),
        ("java", Call::Connect, System::Linux),
    ] {
        let environment = Environment {
            call: Some(call),
            system: Some(system),
            ..program(name).unwrap()
        };
        for source in reads(&environment) {
            let program = (environment.program.unwrap(), environment.release);
            say([Lang::En, Lang::Ja].map(|lang| words!(lang, places::reads(program, &source))));
            say([Lang::En, Lang::Ja].map(|lang| words!(lang, places::ignores(&source))));
            say([Lang::En, Lang::Ja].map(|lang| words!(lang, places::possible(&source))));
        }
    }
    assert_snapshot!(page);
}

#[test]
fn every_trap_of_the_table_is_worded() {
    for trap in rows().flat_map(|row| row.traps) {
        assert!(TRAPS.contains(trap), "{trap:?}");
    }
}
