//! The certificates from which a path can be made, as a graph over names, found without a signature.
//!
//! Only what can stand above the target is in it. Its cost is the number of these certificates, whatever the number of
//! paths: namesakes share one class, and edges are not listed.

mod distance;

use super::candidate::{KeyIdMatch, is_anchor, key_id_match, standing};
use crate::certificate::{Certificate, Name, SpkiSha256};
use crate::client::{AnchorRules, PartialChain};
use crate::store::{CertId, Store};
pub(super) use distance::Distance;
use std::collections::HashMap;

/// What becomes of a path that reaches a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It ends at a trust anchor.
    Anchor,
    /// It ends at a self-signed certificate that is none.
    SelfSigned,
    /// It goes on to an issuer.
    Intermediate,
}

/// Everything of one name; an index of [`Graph::classes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ClassId(usize);

/// A certificate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    /// Its place in the graph.
    pub(super) index: usize,
    /// Its place in the store.
    pub(super) id: CertId,
    /// Itself.
    pub(super) certificate: &'a Certificate,
    /// What becomes of a path here.
    pub(super) kind: Kind,
    /// Name and key: the same again would be a loop (RFC 4158 §5.2).
    pub(super) identity: usize,
    /// Who may have issued it.
    pub(super) issuer: ClassId,
}

impl Node<'_> {
    /// Whether it counts towards lengths: self-issued certificates do not (RFC 5280 §6.1.4 (l)).
    pub(super) fn counts(&self) -> bool {
        !self.certificate.is_self_issued()
    }
}

/// Whether there are candidates beside the likeliest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// There are.
    Some,
    /// There are not.
    None,
}

#[derive(Default)]
struct Class {
    /// The certificates of this name, best first as far as the issued certificate does not matter.
    members: Vec<usize>,
    distance: Option<Distance>,
}

/// The certificates above a target.
pub(super) struct Graph<'a> {
    nodes: Vec<Node<'a>>,
    classes: Vec<Class>,
}

impl<'a> Graph<'a> {
    /// All that can stand above `target`, and the target itself; `None` where the store does not hold it. Where a certificate
    /// looks self-signed, and another key of its name could have signed it as well, `signed_itself` is asked.
    pub(super) fn above(
        store: &'a Store,
        target: CertId,
        rules: AnchorRules,
        signed_itself: &mut SignedItself<'_>,
    ) -> Option<Self> {
        let mut maker = Maker {
            store,
            rules,
            signed_itself,
            trials: TRIALS,
            graph: Self {
                nodes: Vec::new(),
                classes: Vec::new(),
            },
            class_of: HashMap::new(),
            identity_of: HashMap::new(),
            open: Vec::new(),
        };
        maker.add_target(target)?;
        while let Some((class, name)) = maker.open.pop() {
            maker.fill(class, name);
        }
        let mut graph = maker.graph;
        distance::measure(&mut graph);
        Some(graph)
    }

    /// The server's own certificate.
    pub(super) fn target(&self) -> Option<Node<'a>> {
        self.nodes.first().copied()
    }

    /// How many certificates there are.
    pub(super) const fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A certificate by its place.
    pub(super) fn node(&self, index: usize) -> Option<Node<'a>> {
        self.nodes.get(index).copied()
    }

    /// Who may have issued a certificate, with what the key identifiers say, best first but for these. Nobody above where a
    /// path ends.
    pub(super) fn candidates(
        &self,
        child: &Node<'a>,
    ) -> impl Iterator<Item = (KeyIdMatch, Node<'a>)> {
        let class = match child.kind {
            Kind::Intermediate => child.issuer,
            Kind::Anchor | Kind::SelfSigned => NOBODY,
        };
        let certificate = child.certificate;
        self.members(class)
            .map(move |issuer| (key_id_match(certificate, issuer.certificate), issuer))
    }

    /// Everything of a name, best first.
    pub(super) fn members(&self, class: ClassId) -> impl Iterator<Item = Node<'a>> {
        let members = self.classes.get(class.0);
        let indices = members.into_iter().flat_map(|class| &class.members);
        indices.filter_map(|index| self.node(*index))
    }

    /// The same, the most likely first (RFC 4158 §3.5), in an order that depends on the content alone.
    pub(super) fn issuers(&self, child: &Node<'a>) -> Vec<Node<'a>> {
        let mut issuers: Vec<(KeyIdMatch, Node<'a>)> = self.candidates(child).collect();
        // Stable: among those that agree equally well the order of the class remains.
        issuers.sort_by_key(|(matching, _)| *matching);
        issuers.into_iter().map(|(_, issuer)| issuer).collect()
    }

    /// Those of them whose key identifiers agree, where the certificate names one and somebody has it; else all.
    pub(super) fn likeliest(&self, child: &Node<'a>) -> (Vec<Node<'a>>, Rest) {
        let mut rest = Rest::None;
        let mut agreeing = Vec::new();
        for (matching, issuer) in self.candidates(child) {
            match matching {
                KeyIdMatch::Agrees => agreeing.push(issuer),
                KeyIdMatch::Unsaid | KeyIdMatch::Differs => rest = Rest::Some,
            }
        }
        if agreeing.is_empty() {
            (self.issuers(child), Rest::None)
        } else {
            (agreeing, rest)
        }
    }

    /// How far it is, by name, from above a certificate to an anchor; `None` where no path leads to one.
    pub(super) fn distance(&self, node: &Node<'a>) -> Option<Distance> {
        match node.kind {
            Kind::Anchor => Some(Distance::ZERO),
            Kind::SelfSigned => None,
            Kind::Intermediate => self.classes.get(node.issuer.0)?.distance,
        }
    }
}

/// Whether the key of a certificate verifies its own signature.
pub(super) type SignedItself<'s> = dyn FnMut(CertId) -> bool + 's;

/// So many certificates that look self-signed are tried. Nobody has more, who does not mean to keep a client busy.
const TRIALS: usize = 64;

/// Whether certificates of one name have one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keys {
    One,
    Several,
}

/// A graph in the making.
struct Maker<'s, 'a> {
    store: &'a Store,
    rules: AnchorRules,
    signed_itself: &'s mut SignedItself<'s>,
    trials: usize,
    graph: Graph<'a>,
    class_of: HashMap<&'a Name, ClassId>,
    identity_of: HashMap<(&'a Name, SpkiSha256), usize>,
    /// Names that were met and whose certificates are not looked up yet.
    open: Vec<(ClassId, &'a Name)>,
}

impl<'a> Maker<'_, 'a> {
    fn add_target(&mut self, target: CertId) -> Option<()> {
        let certificate = self.store.certificate(target)?.as_ref();
        let may_end = match self.rules.partial_chain {
            PartialChain::Accepted | PartialChain::SelfSignedOnly => true,
            PartialChain::ForIssuers => certificate.looks_self_signed(),
        };
        let kind = if may_end {
            let namesakes = self.store.with_subject(&certificate.subject);
            let named = namesakes.filter_map(|id| self.store.certificate(id));
            let keys = keys(named.map(AsRef::as_ref).chain([certificate]));
            self.kind(target, certificate, keys)
        } else {
            Kind::Intermediate
        };
        self.add(target, certificate, kind);
        Some(())
    }

    fn kind(&mut self, id: CertId, certificate: &Certificate, of_name: Keys) -> Kind {
        if is_anchor(self.store, id, self.rules) {
            Kind::Anchor
        } else if certificate.looks_self_signed()
            && (of_name == Keys::One || self.is_signed_itself(id))
        {
            Kind::SelfSigned
        } else {
            Kind::Intermediate
        }
    }

    /// Taken for granted where it is not tried any more.
    fn is_signed_itself(&mut self, id: CertId) -> bool {
        let Some(left) = self.trials.checked_sub(1) else {
            return true;
        };
        self.trials = left;
        (self.signed_itself)(id)
    }

    fn add(&mut self, id: CertId, certificate: &'a Certificate, kind: Kind) -> usize {
        let index = self.graph.nodes.len();
        let next = self.identity_of.len();
        let identity = (&certificate.subject, certificate.public_key.sha256);
        let identity = *self.identity_of.entry(identity).or_insert(next);
        let issuer = self.class(&certificate.issuer, kind);
        self.graph.nodes.push(Node {
            index,
            id,
            certificate,
            kind,
            identity,
            issuer,
        });
        index
    }

    /// The class of an issuer's name; the certificates above the end of a path are not asked for.
    fn class(&mut self, name: &'a Name, below: Kind) -> ClassId {
        if let Some(known) = self.class_of.get(name) {
            return *known;
        }
        if below != Kind::Intermediate {
            return NOBODY;
        }
        let class = ClassId(self.graph.classes.len());
        self.graph.classes.push(Class::default());
        self.class_of.insert(name, class);
        self.open.push((class, name));
        class
    }

    fn fill(&mut self, class: ClassId, name: &Name) {
        let (store, rules) = (self.store, self.rules);
        let mut named: Vec<(CertId, &'a Certificate)> = store
            .with_subject(name)
            .filter_map(|id| Some((id, store.certificate(id)?.as_ref())))
            .collect();
        named.sort_by_cached_key(|(id, certificate)| {
            let latest_first = core::cmp::Reverse(certificate.validity.not_after);
            (
                standing(store, *id, rules),
                latest_first,
                certificate.sha256(),
            )
        });
        let keys = keys(named.iter().map(|(_, certificate)| *certificate));
        let members = named
            .into_iter()
            .map(|(id, certificate)| {
                let kind = self.kind(id, certificate, keys);
                self.add(id, certificate, kind)
            })
            .collect();
        if let Some(class) = self.graph.classes.get_mut(class.0) {
            class.members = members;
        }
    }
}

fn keys<'c>(mut of: impl Iterator<Item = &'c Certificate>) -> Keys {
    let first = of.next();
    let differs = |certificate: &Certificate| {
        first.is_some_and(|first| first.public_key.sha256 != certificate.public_key.sha256)
    };
    if of.any(differs) {
        Keys::Several
    } else {
        Keys::One
    }
}

/// The class of no name at hand.
const NOBODY: ClassId = ClassId(usize::MAX);
