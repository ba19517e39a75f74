//! A file, variable or store that the program does not read.

use crate::client_roots::{CaFile, Misplaced, WrongFile};
use crate::doc::{Inlines, code, strong};
use crate::say;
use crate::text::FindingWords;
use crate::text::en::{places, words};

pub(super) fn wrong_file(wrong: &WrongFile) -> FindingWords {
    let (title, mut detail) = match &wrong.misplaced {
        Misplaced::NotRead(place) => (
            say!(
                "The program does not read {place}.",
                place = places::place(*place)
            ),
            vec![say!(
                "Whatever is changed there has no effect on {program}.",
                program = program(wrong)
            )],
        ),
        Misplaced::Name { written, meant } => (
            say!(
                "No program reads the variable {written}.",
                written = code(written)
            ),
            vec![say!(
                "The name was built from the name of the product, as articles do. The variable is called {meant}, in capital letters, whatever the product is called today.",
                meant = strong(code(meant.name()))
            )],
        ),
        Misplaced::NoSuchFile(CaFile::PackagedList) => (
            say!("This release of shotgun_api3 has no file `lib/httplib2/cacerts.txt`."),
            vec![say!(
                "The file is missing from 3.1.0 to 3.3.6; it lies in the subfolders `python2` and `python3` there. Take a full, current bundle instead: the list in those folders is old and does not hold Amazon Root CA 1."
            )],
        ),
        Misplaced::NoSuchFile(file) => (
            say!(
                "This release does not have {file}.",
                file = places::place(crate::client_roots::Place::File(*file))
            ),
            vec![say!(
                "A variable or an argument that names it names nothing."
            )],
        ),
        Misplaced::OldList => (
            say!("`lib/httplib2/cacerts.txt` is an old list."),
            vec![say!(
                "No release of it ever held Amazon Root CA 1, so that it cannot verify a server whose chain ends there. Name a full, current bundle instead, such as that of certifi."
            )],
        ),
    };
    if !wrong.reads.is_empty() {
        detail.push(say!(
            "It looks for its roots in this order: {places}.",
            places = places::in_order(&wrong.reads)
        ));
    }
    words(title, detail)
}

/// The program, with its releases and what it was doing.
fn program(wrong: &WrongFile) -> Inlines {
    let Some(stack) = wrong.program else {
        return say!("this program");
    };
    match wrong.releases {
        Some(span) => say!(
            "{program} {releases}",
            program = stack.name(),
            releases = places::releases(span)
        ),
        None => stack.name().into(),
    }
}
