//! The drawing of a certification path, the server's certificate first.

use super::Inlines;

/// A path drawn from top (the server's certificate) to bottom (the anchor, or where it ends without one).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// What the drawing shows, for readers who cannot see it; not shown where the drawing is.
    pub caption: Inlines,
    /// What the list of the same certificates is called, where it is folded away under a picture.
    pub in_words: Inlines,
    /// The certificates, target first.
    pub nodes: Vec<PathNode>,
    /// How the path ends, such as a remark below the last certificate.
    pub end: Option<Inlines>,
}

/// One certificate in the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathNode {
    /// Its name.
    pub label: Inlines,
    /// Lines below the name: dates, thumbprint.
    pub detail: Vec<Inlines>,
    /// Where it was found.
    pub place: Place,
    /// The same in words.
    pub place_words: Inlines,
    /// Whether it is sound.
    pub state: NodeState,
    /// What is wrong with it, in short, for a picture; where there is no picture, `detail` says it.
    pub problem: Option<Inlines>,
    /// What is to be said of the link to the next certificate, such as that the signature does not match.
    pub link_below: Option<Inlines>,
}

/// Where a certificate of the path was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In what the server sent.
    SentByServer,
    /// In the bundle.
    InBundle,
    /// Both sent and in the bundle.
    Both,
    /// In the table of known public roots only.
    KnownRoot,
    /// Nowhere.
    Missing,
    /// In several places: it stands for several certificates.
    Several,
}

/// How a certificate of the path stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeState {
    /// Every check passed.
    Ok,
    /// It is there, and something is wrong with it.
    Problem,
    /// It is not there.
    Missing,
    /// It stands for several certificates that are not drawn.
    LeftOut,
}

impl PathNode {
    /// A sound certificate, with no lines below its name.
    pub fn new(label: impl Into<Inlines>, place: Place, place_words: impl Into<Inlines>) -> Self {
        let state = match place {
            Place::Missing => NodeState::Missing,
            Place::Several => NodeState::LeftOut,
            Place::SentByServer | Place::InBundle | Place::Both | Place::KnownRoot => NodeState::Ok,
        };
        Self {
            label: label.into(),
            detail: Vec::new(),
            place,
            place_words: place_words.into(),
            state,
            problem: None,
            link_below: None,
        }
    }

    /// The same with another line below its name.
    #[must_use]
    pub fn detail(mut self, line: impl Into<Inlines>) -> Self {
        self.detail.push(line.into());
        self
    }

    /// The same in another state.
    #[must_use]
    pub fn state(mut self, state: NodeState) -> Self {
        self.state = state;
        self
    }

    /// The same with something wrong: a line below its name.
    #[must_use]
    pub fn problem(mut self, words: impl Into<Inlines>) -> Self {
        let words = words.into();
        self.problem.get_or_insert_with(|| words.clone());
        self.detail(words).state(NodeState::Problem)
    }

    /// The same with words on the link to the next certificate.
    #[must_use]
    pub fn link_below(mut self, words: impl Into<Inlines>) -> Self {
        self.link_below = Some(words.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_place_is_a_missing_certificate() {
        let state = |place| PathNode::new("x", place, "y").state;
        assert_eq!(state(Place::Missing), NodeState::Missing);
        assert_eq!(state(Place::Both), NodeState::Ok);
        assert_eq!(state(Place::Several), NodeState::LeftOut);
    }
}
