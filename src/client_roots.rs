//! Where each client reads its roots: which file or store, which variables and arguments count and in which order, and
//! which do nothing. One table, each row with its source.
//!
//! A file that its client does not read is the commonest reason why a right remedy does not help.

mod place;
mod shotgun;
mod table;
mod tried;
mod way;
mod wrong;

#[cfg(test)]
mod tests;

pub use place::{Argument, CaFile, CaSetting, CertificateStore, Place};
pub use way::{Lasting, SOUND_API, SOUND_TOOLKIT, Way, ways};
pub use wrong::{Misplaced, WrongFile, wrong_files};

use crate::environment::{Environment, Span};
use crate::error_text::{Call, Stack, System, api_within};

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub program: Stack,
    /// In which of its releases.
    pub releases: Span,
    /// For which calls; empty for all.
    pub calls: &'static [Call],
    /// On which systems; empty for all.
    pub systems: &'static [System],
    /// Where it looks, in order.
    pub reads: &'static [Read],
    /// What people try and it does not look at.
    pub ignores: &'static [Place],
    /// What to know beside.
    pub traps: &'static [Trap],
    /// Where that stands, or how it was seen.
    pub source: &'static str,
}

/// One place in the order of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// The first of these that is set or there is read alone.
    Instead(Place),
    /// Read beside the others.
    Beside(Place),
    /// What Python's `ssl` reads by itself, which depends on the system.
    PythonDefaults,
}

/// What to know of a client beside its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trap {
    /// Toolkit makes the API object itself: an argument cannot be passed.
    NoArgumentInToolkit,
    /// Toolkit core 0.23.7 to 0.23.9 ignore the variable.
    ToolkitIgnoresVariable,
    /// The variable counts for a download only if the address holds the name of the site.
    DownloadDependsOnAddress,
    /// The same release reads another place when it uploads straight to S3.
    StorageReadsElsewhere,
    /// The file takes the place of all other roots.
    FileReplacesAll,
    /// From this release on the server's name is checked, which was not done before.
    NameIsCheckedNow,
    /// The packaged list is old, and is not read by transfers.
    PackagedListIsOld,
    /// Windows fetches missing roots for its own programs, not for Python.
    WindowsFetchesForItselfOnly,
    /// A variable with a path to nothing is no error; no root is read then.
    SilentWithoutFile,
    /// Python from python.org has no roots on macOS until its own script was run.
    MacPythonWithoutRoots,
    /// Such an old Python does not verify at all.
    NothingIsVerified,
    /// Which it is depends on how the program was built.
    DependsOnBuild,
    /// Only a switch of the program makes it read the system's store.
    SystemStoreBySwitch,
}

/// Where a client reads its roots, as far as its environment is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootSource {
    /// The row.
    pub row: &'static Row,
    /// Where it looks, in order; for a known system only what that has.
    pub reads: Vec<Read>,
    /// What people try and it does not look at.
    pub ignores: Vec<Place>,
    /// What to know beside.
    pub traps: Vec<Trap>,
}

impl RootSource {
    /// Whether it looks at this place.
    pub fn looks_at(&self, place: Place) -> bool {
        self.places().any(|read| read == place)
    }

    /// Whether it reads several places at once, and not only the first that is there.
    pub fn adds(&self) -> bool {
        self.reads
            .iter()
            .any(|read| matches!(read, Read::Beside(_)))
    }

    /// Where it looks, in order.
    pub fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.reads.iter().filter_map(|read| match read {
            Read::Instead(place) | Read::Beside(place) => Some(*place),
            Read::PythonDefaults => None,
        })
    }
}

/// Where a client reads its roots. Several where the environment leaves several possible; none where its program is not
/// known, or not in the table.
pub fn reads(environment: &Environment) -> Vec<RootSource> {
    let Some(program) = environment.program else {
        return Vec::new();
    };
    match program {
        Stack::Toolkit if environment.call != Some(Call::ToolkitDownload) => toolkit(environment),
        Stack::ShotgunApi3 => sources(
            environment,
            program,
            environment.api.or(environment.release),
        ),
        _ => sources(environment, program, environment.release),
    }
}

fn sources(environment: &Environment, program: Stack, span: Option<Span>) -> Vec<RootSource> {
    let span = span.unwrap_or(Span::ALL);
    rows()
        .filter(|row| row.program == program && row.releases.meets(&span))
        .filter(|row| fits(row.calls, environment.call, same_call))
        .filter(|row| fits(row.systems, environment.system, |row, asked| row == asked))
        .map(|row| source(row, environment.system))
        .collect()
}

/// Every row.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    shotgun::ROWS.iter().chain(table::ROWS)
}

fn fits<T: Copy>(row: &[T], asked: Option<T>, same: impl Fn(T, T) -> bool) -> bool {
    row.is_empty() || asked.is_none_or(|asked| row.iter().any(|one| same(*one, asked)))
}

fn same_call(row: Call, asked: Call) -> bool {
    let is_upload = |call| matches!(call, Call::UploadSite | Call::UploadS3);
    row == asked || (asked == Call::Upload && is_upload(row)) || asked == Call::Connect
}

fn source(row: &'static Row, system: Option<System>) -> RootSource {
    let mut reads = Vec::new();
    let mut ignores = row.ignores.to_vec();
    let mut traps = row.traps.to_vec();
    for read in row.reads {
        match read {
            Read::PythonDefaults => {
                reads.extend(python_defaults(system));
                traps.push(Trap::SilentWithoutFile);
                if system == Some(System::Windows) {
                    traps.push(Trap::WindowsFetchesForItselfOnly);
                } else {
                    ignores.push(Place::Store(CertificateStore::Keychain));
                }
            }
            Read::Instead(_) | Read::Beside(_) => reads.push(*read),
        }
    }
    RootSource {
        row,
        reads,
        ignores,
        traps,
    }
}

/// What `ssl.create_default_context()` reads: `load_default_certs` takes the Windows stores and then, on every system,
/// the paths that OpenSSL was built with, which two variables replace (CPython, `Lib/ssl.py`; OpenSSL,
/// `X509_get_default_cert_file_env`).
fn python_defaults(system: Option<System>) -> Vec<Read> {
    let store = Read::Beside(Place::Store(CertificateStore::Windows));
    let rest = [
        Read::Instead(Place::Variable(crate::error_text::CaVariable::SslCertFile)),
        Read::Instead(Place::Variable(crate::error_text::CaVariable::SslCertDir)),
        Read::Instead(Place::File(CaFile::OpensslDefault)),
    ];
    let is_possible = system.is_none_or(|system| system == System::Windows);
    is_possible
        .then_some(store)
        .into_iter()
        .chain(rest)
        .collect()
}

/// Toolkit uses the API inside it, and gives it no argument.
fn toolkit(environment: &Environment) -> Vec<RootSource> {
    let inside = environment
        .api
        .or_else(|| api_within(&environment.release?));
    let found = sources(environment, Stack::ShotgunApi3, inside);
    found
        .into_iter()
        .map(|source| inside_toolkit(source, environment.release))
        .collect()
}

const VARIABLE: Place = Place::Variable(crate::error_text::CaVariable::ShotgunApiCacerts);

fn inside_toolkit(mut source: RootSource, core: Option<Span>) -> RootSource {
    let argument = Place::Argument(Argument::CaCerts);
    let is_argument = |read: &Read| *read == Read::Instead(argument);
    source.reads.retain(|read| !is_argument(read));
    source.ignores.push(argument);
    source.traps.push(Trap::NoArgumentInToolkit);
    let core = core.unwrap_or(Span::ALL);
    if table::TOOLKIT_IGNORES_VARIABLE.meets(&core) {
        source.traps.push(Trap::ToolkitIgnoresVariable);
    }
    if table::TOOLKIT_IGNORES_VARIABLE.holds(&core) {
        source.reads.retain(|read| *read != Read::Instead(VARIABLE));
        source.ignores.push(VARIABLE);
    }
    source
}
