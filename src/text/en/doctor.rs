//! What the clients of a machine read.

use crate::cli::{FileState, SetVariable, VariableKind};
use crate::doc::{Inlines, code, field};
use crate::say;

/// The title.
pub(in crate::text) fn title() -> Inlines {
    say!("Where the programs of this computer read their roots")
}

/// The word for a machine without trouble.
pub(in crate::text) const fn sound() -> &'static str {
    "Sound"
}

/// The word for a machine with trouble.
pub(in crate::text) const fn not_sound() -> &'static str {
    "Needs attention"
}

/// The answer in a sentence.
pub(in crate::text) fn headline(is_sound: bool) -> Inlines {
    if is_sound {
        say!("Every program that was found reads roots, and they lead to Amazon S3.")
    } else {
        say!(
            "A variable or a file is not as it should be, or a program would not trust Amazon S3 or the server you named."
        )
    }
}

/// No variable is set.
pub(in crate::text) fn no_variables() -> Inlines {
    say!("No variable for roots is set.")
}

/// No program was found.
pub(in crate::text) fn no_programs() -> Inlines {
    say!("No program that certwhy knows was found on the search path.")
}

/// A variable that is set.
pub(in crate::text) fn variable(set: &SetVariable) -> Inlines {
    let (name, value) = (code(set.name.clone()), field(set.value.clone()));
    match set.kind {
        VariableKind::Read(_) => say!(
            "{name} = {value}: {state}",
            name,
            value,
            state = state(&set.state)
        ),
        VariableKind::Misnamed(meant) => say!(
            "{name} = {value}: no program reads a variable of this name. It is called {meant}.",
            name,
            value,
            meant = code(meant.name())
        ),
    }
}

/// The name of the fact where a program is.
pub(in crate::text) const fn program_path() -> &'static str {
    "Found at"
}

/// The name of the fact what it reads.
pub(in crate::text) const fn reads() -> &'static str {
    "Reads"
}

/// Nothing is set that could be read.
pub(in crate::text) fn reads_nothing() -> Inlines {
    say!("nothing that certwhy could find; it may have a list inside")
}

/// A place with its file.
pub(in crate::text) fn place_at(place: Inlines, path: Inlines, state: Inlines) -> Inlines {
    say!("{place}, at {path}: {state}", place, path, state)
}

/// A place without a file.
pub(in crate::text) fn place(place: Inlines, state: Inlines) -> Inlines {
    say!("{place}: {state}", place, state)
}

/// What a file is.
pub(in crate::text) fn state(state: &FileState) -> Inlines {
    match state {
        FileState::Missing => say!("**there is no such file, so no root is read**"),
        FileState::Folder => say!("a folder of certificates"),
        FileState::Unreadable => say!("**it cannot be read**"),
        FileState::NoCertificates => say!("**it holds no certificate**"),
        FileState::Unknown => say!("certwhy could not open it"),
        FileState::Certificates {
            count,
            release,
            damaged,
        } => {
            let of = match release {
                Some(release) => say!(
                    "{count} certificates, like {release}",
                    count = count.to_string(),
                    release = field(release.clone())
                ),
                None => say!("{count} certificates", count = count.to_string()),
            };
            if *damaged == 0 {
                of
            } else {
                say!("{of}, **damaged: `certwhy bundle` shows where**", of)
            }
        }
    }
}

/// Whether a server would be trusted.
pub(in crate::text) fn trusted(trusted: Option<bool>) -> Inlines {
    match trusted {
        Some(true) => say!("trusted"),
        Some(false) => say!("**not trusted**"),
        None => say!("not known, because certwhy could not read all of its roots"),
    }
}

/// What was left out.
pub(in crate::text) fn limits() -> Inlines {
    say!(
        "Nothing was changed, and no server was asked but the one you named. Programs that bring their own Python, such as Houdini or Maya, are not on the search path: run certwhy in a window that they have set up, or look at their own Python. Arguments in code are not seen, and nor are the settings of services and other users."
    )
}
