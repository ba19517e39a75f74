//! Where an input belongs, by its content first and by where it was dropped second.

use crate::explain::{Holding, Purpose, holding};
use crate::input::Recognised;

/// An area of the page that holds inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The client's bundle.
    Bundle,
    /// What the server sends.
    Chain,
    /// The error text.
    Error,
    /// The table of known roots of an example; shown in no area.
    KnownRoots,
}

impl Place {
    /// The areas that are shown, in order.
    pub const SHOWN: [Self; 3] = [Self::Bundle, Self::Chain, Self::Error];

    /// Its name in the page's identifiers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bundle => "bundle",
            Self::Chain => "chain",
            Self::Error => "error",
            Self::KnownRoots => "known-roots",
        }
    }

    /// The place of this name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Bundle, Self::Chain, Self::Error, Self::KnownRoots];
        all.into_iter().find(|place| place.as_str() == name)
    }

    /// What an input here is for.
    const fn purpose(self) -> Purpose {
        match self {
            Self::Bundle | Self::KnownRoots => Purpose::Bundle,
            Self::Chain => Purpose::Chain,
            Self::Error => Purpose::ErrorText,
        }
    }
}

/// Who says where an input belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nobody: it was dropped on the page or pasted into it.
    Nobody,
    /// It was dropped on an area, or chosen there; what it clearly is overrides that.
    Area(Place),
    /// The user moved it there.
    User(Place),
}

impl Choice {
    /// Every choice.
    pub(super) const ALL: [Self; 8] = [
        Self::Nobody,
        Self::Area(Place::Bundle),
        Self::Area(Place::Chain),
        Self::Area(Place::Error),
        Self::Area(Place::KnownRoots),
        Self::User(Place::Bundle),
        Self::User(Place::Chain),
        Self::User(Place::Error),
    ];

    /// Its name in messages.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Area(Place::Bundle) => "area bundle",
            Self::Area(Place::Chain) => "area chain",
            Self::Area(Place::Error) => "area error",
            Self::Area(Place::KnownRoots) | Self::User(Place::KnownRoots) => "area known-roots",
            Self::User(Place::Bundle) => "user bundle",
            Self::User(Place::Chain) => "user chain",
            Self::User(Place::Error) => "user error",
        }
    }

    /// The choice of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.as_str() == name)
    }
}

/// The area of an input and what it is for. An area is only a hint, since people drop files where there is room.
pub(super) fn place(recognised: &Recognised, choice: Choice) -> (Place, Purpose) {
    if let Choice::User(place) | Choice::Area(place @ Place::KnownRoots) = choice {
        return (place, place.purpose());
    }
    let decided = |place: Place| (place, place.purpose());
    match (holding(recognised), choice) {
        (Holding::Chain, _) => decided(Place::Chain),
        (Holding::Mixture, _) => (Place::Bundle, Purpose::ByContent),
        (Holding::ErrorText, _) => decided(Place::Error),
        (
            Holding::Authorities | Holding::Nothing,
            Choice::Area(place @ (Place::Bundle | Place::Chain)),
        )
        | (Holding::Nothing, Choice::Area(place)) => decided(place),
        (Holding::Bundle, _)
        | (
            Holding::Authorities | Holding::Nothing,
            Choice::Nobody | Choice::Area(_) | Choice::User(_),
        ) => decided(Place::Bundle),
    }
}
