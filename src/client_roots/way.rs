//! Ways of making a program read the roots that it lacks, for one environment and in the order in which they are to be
//! tried: first what lasts, then what changes one program, then what changes the system.

use super::{Argument, CaFile, CaSetting, CertificateStore, Place, RootSource, Trap, reads};
use crate::environment::{Environment, Release};
use crate::error_text::{CaVariable, Call, Stack, System};

/// A way of making a program read other roots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Upgrade `shotgun_api3`.
    UpgradeApi,
    /// Upgrade Toolkit core.
    UpgradeToolkit,
    /// The script that comes with Python from python.org on macOS.
    MacCertificatesCommand,
    /// An environment variable.
    Variable(CaVariable),
    /// An argument in code of one's own, or an option.
    Argument(Argument),
    /// A setting of git.
    GitSetting,
    /// The key store of a Java.
    Keytool,
    /// The store of Windows.
    WindowsStore,
    /// The keychain of macOS.
    Keychain,
    /// The list of a Linux distribution.
    LinuxStore,
}

/// Whether a way lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// It stays good as the program and the system are kept up to date.
    ForGood,
    /// What it names ages: nobody updates a file that somebody has put there.
    Temporary,
}

/// The first release of the API in which calls, uploads and downloads read the same roots.
pub const SOUND_API: Release = Release::new(3, 9, 0);
/// The first release of Toolkit core that reads the variable again.
pub const SOUND_TOOLKIT: Release = Release::new(0, 23, 10);

impl Way {
    /// Its stable name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UpgradeApi => "upgrade-api",
            Self::UpgradeToolkit => "upgrade-toolkit",
            Self::MacCertificatesCommand => "run-install-certificates",
            Self::Variable(_) => "set-variable",
            Self::Argument(_) => "pass-argument",
            Self::GitSetting => "set-git-option",
            Self::Keytool => "import-into-java",
            Self::WindowsStore => "import-into-windows",
            Self::Keychain => "import-into-keychain",
            Self::LinuxStore => "add-to-linux-store",
        }
    }

    /// Whether the program is told of a file, so that a new bundle is needed first.
    pub const fn names_a_file(self) -> bool {
        match self {
            Self::Variable(_) | Self::GitSetting => true,
            Self::Argument(argument) => !matches!(argument, Argument::NodeSystemCa),
            Self::UpgradeApi
            | Self::UpgradeToolkit
            | Self::MacCertificatesCommand
            | Self::Keytool
            | Self::WindowsStore
            | Self::Keychain
            | Self::LinuxStore => false,
        }
    }

    /// Whether nothing can be done before the missing root is known.
    pub const fn needs_a_root(self) -> bool {
        matches!(self, Self::Keytool | Self::Keychain)
    }

    /// Whether it lasts.
    pub const fn lasting(self) -> Lasting {
        match self {
            Self::Variable(_) | Self::Argument(_) | Self::GitSetting => Lasting::Temporary,
            Self::UpgradeApi
            | Self::UpgradeToolkit
            | Self::MacCertificatesCommand
            | Self::Keytool
            | Self::WindowsStore
            | Self::Keychain
            | Self::LinuxStore => Lasting::ForGood,
        }
    }

    /// The one system that it is for.
    pub const fn system(self) -> Option<System> {
        match self {
            Self::WindowsStore => Some(System::Windows),
            Self::Keychain | Self::MacCertificatesCommand => Some(System::MacOs),
            Self::LinuxStore => Some(System::Linux),
            Self::UpgradeApi
            | Self::UpgradeToolkit
            | Self::Variable(_)
            | Self::Argument(_)
            | Self::GitSetting
            | Self::Keytool => None,
        }
    }
}

/// The ways that help in an environment, in order; none where its program is not known.
pub fn ways(environment: &Environment) -> Vec<Way> {
    let sources = reads(environment);
    let mut found: Vec<Way> = upgrade(environment).into_iter().collect();
    for source in &sources {
        if source.traps.contains(&Trap::MacPythonWithoutRoots) {
            found.push(Way::MacCertificatesCommand);
        }
        let variable = source.places().find_map(variable);
        found.extend(variable.map(Way::Variable));
        found.extend(source.places().filter_map(other));
    }
    found.retain(|way| match (way.system(), environment.system) {
        (Some(needed), Some(here)) => needed == here,
        (None, _) | (_, None) => true,
    });
    found.sort_by_key(rank);
    found.dedup();
    let is_last = |source: &RootSource| is_upgrade_last(environment, source);
    if !sources.is_empty() && sources.iter().all(is_last) {
        let is_upgrade = |way: &Way| matches!(way, Way::UpgradeApi | Way::UpgradeToolkit);
        found.sort_by_key(is_upgrade);
    }
    found
}

/// What lasts first, then what changes one program, then what changes the system. An order of its own for variables: the
/// one that the program's first place names.
const fn rank(way: &Way) -> (u8, Option<CaVariable>) {
    match way {
        Way::UpgradeApi | Way::UpgradeToolkit => (0, None),
        Way::MacCertificatesCommand => (1, None),
        Way::Variable(variable) => (2, Some(*variable)),
        Way::Argument(_) => (3, None),
        Way::GitSetting => (4, None),
        Way::Keytool => (5, None),
        Way::WindowsStore => (6, None),
        Way::Keychain => (7, None),
        Way::LinuxStore => (8, None),
    }
}

fn upgrade(environment: &Environment) -> Option<Way> {
    match environment.program? {
        Stack::ShotgunApi3 => Some(Way::UpgradeApi),
        Stack::Toolkit if environment.call != Some(Call::ToolkitDownload) => {
            Some(Way::UpgradeToolkit)
        }
        _ => None,
    }
}

/// A release that reads what it should gains nothing but a newer list by an upgrade.
fn is_upgrade_last(environment: &Environment, source: &RootSource) -> bool {
    let sound = match environment.program {
        Some(Stack::Toolkit) => SOUND_TOOLKIT,
        _ => SOUND_API,
    };
    environment.release.is_some_and(|span| span.first >= sound)
        && !source.traps.contains(&Trap::ToolkitIgnoresVariable)
}

/// A variable that names a file with certificates.
fn variable(place: Place) -> Option<CaVariable> {
    match place {
        Place::Variable(CaVariable::SslCertDir) => None,
        Place::Variable(variable) => Some(variable),
        Place::Argument(_) | Place::Setting(_) | Place::File(_) | Place::Store(_) => None,
    }
}

fn other(place: Place) -> Option<Way> {
    match place {
        // Its file is a key store, which the way by keytool makes.
        Place::Argument(Argument::JavaTrustStore) => None,
        Place::Argument(argument) => Some(Way::Argument(argument)),
        Place::Setting(CaSetting::GitSslCaInfo) => Some(Way::GitSetting),
        Place::File(CaFile::JavaCacerts) => Some(Way::Keytool),
        Place::File(CaFile::OpensslDefault | CaFile::CurlDefault | CaFile::SystemList)
        | Place::Store(CertificateStore::Linux) => Some(Way::LinuxStore),
        Place::Store(CertificateStore::Windows) => Some(Way::WindowsStore),
        Place::Store(CertificateStore::Keychain) => Some(Way::Keychain),
        Place::Variable(_)
        | Place::Setting(
            CaSetting::AwsCaBundle | CaSetting::NpmCafile | CaSetting::CaCertsLocater,
        )
        | Place::File(
            CaFile::PackagedList
            | CaFile::PackagedCertifi
            | CaFile::InstalledCertifi
            | CaFile::Httplib2List
            | CaFile::BuiltIn,
        ) => None,
    }
}
