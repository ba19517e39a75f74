//! What is known of the place where a program failed: which program and release, what it was doing, on which system.
//! It decides which file of roots counts, and so which steps help.

mod release;
mod said;

pub use release::{Release, Span};
pub use said::{PROGRAMS, UnknownProgram, program};

use crate::error_text::{
    Call, ErrorReading, PythonVersion, PythonVersions, Releases, Stack, System,
};

/// What is known. What is not is `None`; everything then stays possible.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// The program or library that looks for its roots.
    pub program: Option<Stack>,
    /// Its releases that are possible; for Toolkit those of Toolkit core.
    pub release: Option<Span>,
    /// The releases of `shotgun_api3` that are possible, also where it lies inside Toolkit.
    pub api: Option<Span>,
    /// What it was doing.
    pub call: Option<Call>,
    /// The system it runs on.
    pub system: Option<System>,
}

impl Environment {
    /// What an error text tells of it.
    pub fn guessed(reading: &ErrorReading) -> Self {
        let has = |layer| reading.layers.contains(&layer);
        let program = if reading.call == Some(Call::ToolkitDownload) || has(Stack::Toolkit) {
            Some(Stack::Toolkit)
        } else if has(Stack::ShotgunApi3) {
            Some(Stack::ShotgunApi3)
        } else {
            reading.stack
        };
        let toolkit = bounds(&reading.api.toolkit);
        let api = bounds(&reading.api.versions);
        let release = match program {
            Some(Stack::Toolkit) => toolkit,
            Some(Stack::ShotgunApi3) => api,
            // What comes with Python has its releases; a library has releases of its own, and no text tells them.
            Some(Stack::PythonSsl | Stack::PythonUrllib | Stack::PythonUrllib2) => {
                python(&reading.python)
            }
            Some(_) | None => None,
        };
        Self {
            program,
            release,
            api,
            call: reading.call,
            system: reading.system,
        }
    }

    /// What is said here, and else what `guess` holds. Another program than the guessed one has another release.
    #[must_use]
    pub fn or(self, guess: &Self) -> Self {
        let same_program = self.program.is_none_or(|said| guess.program == Some(said));
        let of_guess = |span: Option<Span>| span.filter(|_| same_program);
        let release = self.release.or_else(|| of_guess(guess.release));
        let api = match (self.program, self.release) {
            (Some(Stack::ShotgunApi3), Some(said)) => Some(said),
            (Some(Stack::Toolkit), Some(_)) => None,
            _ => self.api.or_else(|| of_guess(guess.api)),
        };
        Self {
            program: self.program.or(guess.program),
            release,
            api,
            call: self.call.or_else(|| guess.call.filter(|_| same_program)),
            system: self.system.or(guess.system),
        }
    }
}

fn bounds(releases: &Releases) -> Option<Span> {
    let (first, last) = releases.bounds()?;
    Some(Span {
        first: Release::parse(first)?,
        last: Release::parse(last)?,
    })
}

fn python(versions: &PythonVersions) -> Option<Span> {
    let all = versions.all();
    // Without its last number a version is any of its series.
    let release = |version: &PythonVersion, unknown: u32| {
        Release::new(
            u32::from(version.major),
            u32::from(version.minor),
            version.patch.map_or(unknown, u32::from),
        )
    };
    Some(Span {
        first: release(all.first()?, 0),
        last: release(all.last()?, u32::MAX),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error_text::read;

    fn guess(text: &str) -> Environment {
        Environment::guessed(&read(text))
    }

    #[test]
    fn a_text_tells_the_program_and_what_was_said_goes_before_it() {
        let text = "curl: (60) SSL certificate problem: unable to get local issuer certificate";
        let guessed = guess(text);
        assert_eq!(guessed.program, Some(Stack::Curl));
        let said = Environment {
            program: Some(Stack::Requests),
            system: Some(System::Linux),
            ..Environment::default()
        };
        let both = said.or(&guessed);
        assert_eq!(both.program, Some(Stack::Requests));
        assert_eq!(both.system, Some(System::Linux));
        assert_eq!(both.call, None, "the call of another program");
    }

    #[test]
    fn a_version_without_its_last_number_is_any_of_its_series() {
        let text = "  File \"/usr/lib/python2.7/urllib2.py\", line 1, in urlopen\n\
                    urllib2.URLError: <urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed>";
        let release = guess(text).release.unwrap();
        assert!(release.holds(&Span::exactly(Release::new(2, 7, 18))));
        assert_eq!(release.series().as_deref(), Some("2.7"));
        assert_eq!(Span::of((2, 7, 0), (2, 7, 18)).series(), None);
    }

    #[test]
    fn the_release_is_that_of_the_same_program() {
        let api = |text: &str| Span::exactly(Release::parse(text).unwrap());
        let guessed = Environment {
            program: Some(Stack::Toolkit),
            release: Some(api("0.18.142")),
            api: Some(api("3.0.36")),
            ..Environment::default()
        };
        let of = |program: Option<Stack>, release: Option<&str>| {
            let said = Environment {
                program,
                release: release.map(api),
                ..Environment::default()
            };
            said.or(&guessed)
        };
        assert_eq!(of(None, None), guessed);
        assert_eq!(of(Some(Stack::Curl), None).release, None);
        assert_eq!(of(Some(Stack::Toolkit), Some("0.23.8")).api, None);
        let asked = of(Some(Stack::ShotgunApi3), Some("3.6.0"));
        assert_eq!(asked.api, Some(api("3.6.0")));
    }
}
