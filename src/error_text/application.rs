//! The application around the program: its own Python, its own files, its own way of starting.

use super::frame::cut;
use super::source::Source;
use core::fmt;

/// An application, with its version where the text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Which.
    pub product: Product,
    /// Its version, as it is written there: `17.5.173`, `2019`, `12.0v3`.
    pub version: Option<String>,
}

/// An application that brings its own Python, or starts one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Product {
    /// `SideFX` Houdini.
    Houdini,
    /// Autodesk Maya.
    Maya,
    /// Foundry Nuke.
    Nuke,
    /// Foundry Nuke Studio.
    NukeStudio,
    /// Foundry Hiero.
    Hiero,
    /// Foundry Katana.
    Katana,
    /// Foundry Mari.
    Mari,
    /// Autodesk Flame.
    Flame,
    /// Autodesk 3ds Max.
    Max,
    /// Autodesk `MotionBuilder`.
    MotionBuilder,
    /// Autodesk Alias.
    Alias,
    /// Autodesk VRED.
    Vred,
    /// Blender.
    Blender,
    /// Unreal Engine.
    Unreal,
    /// Adobe Photoshop.
    Photoshop,
    /// Adobe After Effects.
    AfterEffects,
    /// Adobe Substance 3D Painter.
    SubstancePainter,
    /// Maxon Cinema 4D.
    Cinema4d,
    /// RV.
    Rv,
    /// The desktop application of Flow Production Tracking, formerly `ShotGrid` and Shotgun.
    ShotgunDesktop,
    /// Thinkbox Deadline.
    Deadline,
    /// rez.
    Rez,
}

impl Product {
    /// Its name as its maker writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Houdini => "Houdini",
            Self::Maya => "Maya",
            Self::Nuke => "Nuke",
            Self::NukeStudio => "Nuke Studio",
            Self::Hiero => "Hiero",
            Self::Katana => "Katana",
            Self::Mari => "Mari",
            Self::Flame => "Flame",
            Self::Max => "3ds Max",
            Self::MotionBuilder => "MotionBuilder",
            Self::Alias => "Alias",
            Self::Vred => "VRED",
            Self::Blender => "Blender",
            Self::Unreal => "Unreal Engine",
            Self::Photoshop => "Photoshop",
            Self::AfterEffects => "After Effects",
            Self::SubstancePainter => "Substance 3D Painter",
            Self::Cinema4d => "Cinema 4D",
            Self::Rv => "RV",
            Self::ShotgunDesktop => "ShotGrid Desktop",
            Self::Deadline => "Deadline",
            Self::Rez => "rez",
        }
    }

    /// Whether it only starts other applications: where one of these is named as well, that one counts.
    const fn is_launcher(self) -> bool {
        matches!(self, Self::ShotgunDesktop | Self::Deadline | Self::Rez)
    }
}

impl fmt::Display for Application {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.product.name())?;
        match &self.version {
            Some(version) => write!(f, " {version}"),
            None => Ok(()),
        }
    }
}

/// Whether words name the product without a version behind them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alone {
    Suffices,
    TooCommon,
}

use Alone::{Suffices, TooCommon};

/// Words in front of a version, or alone, in lower case.
const TABLE: &[(&str, (Product, Alone))] = &[
    ("hfs", (Product::Houdini, TooCommon)),
    ("houdini fx ", (Product::Houdini, Suffices)),
    ("houdini", (Product::Houdini, Suffices)),
    ("mayapy", (Product::Maya, Suffices)),
    ("maya.exe", (Product::Maya, Suffices)),
    ("maya", (Product::Maya, TooCommon)),
    ("tk-maya", (Product::Maya, Suffices)),
    ("nukestudio", (Product::NukeStudio, Suffices)),
    ("nuke studio", (Product::NukeStudio, Suffices)),
    ("nuke", (Product::Nuke, TooCommon)),
    ("tk-nuke", (Product::Nuke, Suffices)),
    ("hiero", (Product::Hiero, TooCommon)),
    ("tk-hiero", (Product::Hiero, Suffices)),
    ("katana", (Product::Katana, TooCommon)),
    ("mari", (Product::Mari, TooCommon)),
    ("autodesk/flame", (Product::Flame, Suffices)),
    ("flame", (Product::Flame, TooCommon)),
    ("tk-flame", (Product::Flame, Suffices)),
    ("3ds max", (Product::Max, Suffices)),
    ("3dsmax", (Product::Max, Suffices)),
    ("tk-3dsmax", (Product::Max, Suffices)),
    ("motionbuilder", (Product::MotionBuilder, Suffices)),
    ("aliasautostudio", (Product::Alias, Suffices)),
    ("autostudio", (Product::Alias, Suffices)),
    ("tk-alias", (Product::Alias, Suffices)),
    ("vredpro", (Product::Vred, Suffices)),
    ("vred", (Product::Vred, TooCommon)),
    ("tk-vred", (Product::Vred, Suffices)),
    ("blender", (Product::Blender, Suffices)),
    ("ue_", (Product::Unreal, TooCommon)),
    ("unrealengine", (Product::Unreal, Suffices)),
    ("unreal engine", (Product::Unreal, Suffices)),
    ("unrealeditor", (Product::Unreal, Suffices)),
    ("photoshop cc", (Product::Photoshop, Suffices)),
    ("photoshop", (Product::Photoshop, Suffices)),
    ("after effects", (Product::AfterEffects, Suffices)),
    ("tk-aftereffects", (Product::AfterEffects, Suffices)),
    (
        "substance 3d painter",
        (Product::SubstancePainter, Suffices),
    ),
    ("substance painter", (Product::SubstancePainter, Suffices)),
    ("cinema 4d", (Product::Cinema4d, Suffices)),
    ("/rv-", (Product::Rv, TooCommon)),
    ("tk-rv", (Product::Rv, Suffices)),
    ("shotgun desktop", (Product::ShotgunDesktop, Suffices)),
    ("shotgrid desktop", (Product::ShotgunDesktop, Suffices)),
    ("tk-desktop", (Product::ShotgunDesktop, Suffices)),
    ("/shotgun/python", (Product::ShotgunDesktop, Suffices)),
    ("\\shotgun\\python", (Product::ShotgunDesktop, Suffices)),
    ("/shotgrid/python", (Product::ShotgunDesktop, Suffices)),
    ("\\shotgrid\\python", (Product::ShotgunDesktop, Suffices)),
    ("deadlineworker", (Product::Deadline, Suffices)),
    ("deadlineslave", (Product::Deadline, Suffices)),
    ("thinkbox", (Product::Deadline, Suffices)),
    ("deadline", (Product::Deadline, TooCommon)),
    ("rez-env", (Product::Rez, Suffices)),
    ("/rez/", (Product::Rez, Suffices)),
    ("rez_packages", (Product::Rez, Suffices)),
];

const LONGEST: usize = 32;
/// The longest word that is looked into for a version.
const LONGEST_WORD: usize = 256;

/// How much words say of the application that was running; the smaller the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    Version,
    Name,
    Launcher,
    /// The name of an engine of Toolkit: an app may be named so that merely was downloaded.
    Engine,
}

/// The application: one with a version before one without, one that works before one that only starts it.
pub(super) fn read(source: &Source<'_>) -> Option<Application> {
    let mut found: Vec<(Evidence, usize, Application)> = Vec::new();
    for (words, (product, alone)) in TABLE {
        let places = source.after(words).filter_map(|(at, rest)| {
            let is_part = |c: char| c.is_ascii_alphanumeric();
            let before = source.lower().get(..at).unwrap_or_default();
            let is_word = !(words.starts_with(is_part) && before.ends_with(is_part));
            let version = version(cut(rest, LONGEST_WORD), *alone);
            let counts = is_word && (version.is_some() || *alone == Suffices);
            let application = Application {
                product: *product,
                version,
            };
            counts.then(|| (evidence(words, before, &application), at, application))
        });
        found.extend(places.min_by_key(order));
    }
    found
        .into_iter()
        .min_by_key(order)
        .map(|(.., application)| application)
}

const fn order(
    (evidence, at, application): &(Evidence, usize, Application),
) -> (Evidence, bool, usize) {
    (*evidence, application.version.is_none(), *at)
}

fn evidence(words: &str, before: &str, application: &Application) -> Evidence {
    if words.starts_with("tk-") || before.ends_with("tk-") {
        Evidence::Engine
    } else if application.product.is_launcher() {
        Evidence::Launcher
    } else if application.version.is_some() {
        Evidence::Version
    } else {
        Evidence::Name
    }
}

/// `17.5.173`, `2019.3`, `12.0v3` behind a name; a blank or a hyphen may stand before it where the name is a rare word.
fn version(rest: &str, alone: Alone) -> Option<String> {
    let separators: &[char] = match alone {
        Suffices => &[' ', '-', '_', '/'],
        TooCommon => &[' ', '-', '_'],
    };
    let text = rest.strip_prefix(separators).unwrap_or(rest);
    let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || ".v".contains(c)))
        .unwrap_or(text.len());
    let version = text.get(..end)?.trim_end_matches(['.', 'v']);
    let behind = text.get(version.len()..)?.chars().next();
    let is_whole = behind.is_none_or(|c| !c.is_ascii_alphabetic());
    let is_number = version.starts_with(|c: char| c.is_ascii_digit());
    (is_number && is_whole && version.len() <= LONGEST).then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(Product, Option<String>)> {
        read(&Source::new(text)).map(|found| (found.product, found.version))
    }

    #[test]
    fn applications_with_their_versions() {
        for (text, product, version) in [
            ("/opt/hfs17.5.173/python/lib", Product::Houdini, "17.5.173"),
            (
                "C:/Program Files/Side Effects Software/Houdini 18.0.460/x",
                Product::Houdini,
                "18.0.460",
            ),
            ("/usr/autodesk/maya2019/bin", Product::Maya, "2019"),
            (
                "C:\\Program Files\\Autodesk\\Maya2022\\bin",
                Product::Maya,
                "2022",
            ),
            ("/usr/local/Nuke12.0v3/lib", Product::Nuke, "12.0v3"),
            (
                "C:\\Program Files\\Autodesk\\3ds Max 2020\\",
                Product::Max,
                "2020",
            ),
            ("/opt/Autodesk/flame_2020.3/x", Product::Flame, "2020.3"),
            (
                "Blender Foundation/blender-2.93.0-linux-x64",
                Product::Blender,
                "2.93.0",
            ),
            (
                "C:/Program Files/Epic Games/UE_4.26/x",
                Product::Unreal,
                "4.26",
            ),
            ("Adobe Photoshop CC 2019", Product::Photoshop, "2019"),
            (
                "Shotgun Desktop started /opt/hfs18.5.351/x",
                Product::Houdini,
                "18.5.351",
            ),
            ("/opt/Thinkbox/Deadline10/bin", Product::Deadline, "10"),
        ] {
            assert_eq!(
                found(text),
                Some((product, Some(version.to_owned()))),
                "{text}"
            );
        }
    }

    #[test]
    fn names_without_a_version() {
        assert_eq!(found("tk-houdini"), Some((Product::Houdini, None)));
        assert_eq!(
            found("/opt/Shotgun/Python/bin"),
            Some((Product::ShotgunDesktop, None))
        );
        for text in ["nuke it", "summary 12", "a flame", "Marienbad", ""] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
