//! What tests of search, checks and verdicts share: mock certificates as stores, and questions about them.

use crate::certificate::{Certificate, ServerName};
use crate::client::{Client, Policy};
use crate::moment::Moment;
use crate::path::{Trace, decide, search};
use crate::question::{Peer, Question};
use crate::signature::{PublicKey, RustCrypto, SignatureProblem, SignatureVerifier, Signed};
use crate::store::{CertId, Encoded, Store};
use crate::verdict::judge;
use core::cell::RefCell;
use test_pki::{Certified, Template, ca, leaf};

pub(crate) const HOST: &str = "www.mock.example";
pub(crate) const NOW: &str = "2024-06-01T12:00:00Z";

/// Changes a certificate before it is signed.
pub(crate) type Edit = fn(Template) -> Template;

/// Changes nothing.
pub(crate) const AS_IS: Edit = |template| template;

/// A server's certificate, an intermediate, a root.
pub(crate) struct Trio {
    pub(crate) leaf: Certified,
    pub(crate) middle: Certified,
    pub(crate) root: Certified,
}

/// Three certificates, each edited before it signs the next.
pub(crate) fn trio(of_leaf: Edit, of_middle: Edit, of_root: Edit) -> Trio {
    let root = of_root(ca("Mock Root")).self_signed();
    let middle = of_middle(ca("Mock CA")).issued_by(&root);
    let leaf = of_leaf(leaf(HOST)).issued_by(&middle);
    Trio { leaf, middle, root }
}

/// Three certificates of which the one at `position` (0 is the server's) is edited.
pub(crate) fn trio_with(position: usize, edit: Edit) -> Trio {
    let at = |place| if place == position { edit } else { AS_IS };
    trio(at(0), at(1), at(2))
}

pub(crate) fn sound() -> Trio {
    trio(AS_IS, AS_IS, AS_IS)
}

pub(crate) fn parsed(certificate: &Certified) -> Certificate {
    Certificate::parse(certificate.der()).unwrap()
}

pub(crate) fn store(presented: &[&Certified], bundle: &[&Certified]) -> Store {
    let encoded = |list: &[&Certified]| {
        let encode = |certificate: &&Certified| Encoded {
            der: certificate.der().to_vec().into(),
            location: None,
        };
        list.iter().map(encode).collect()
    };
    Store::build(encoded(presented), encoded(bundle))
}

pub(crate) fn question() -> Question {
    Question {
        host: Some(ServerName::parse(HOST).unwrap()),
        at: Moment::parse(NOW).unwrap(),
        peer: Peer::TlsServer,
    }
}

pub(crate) fn policy(client: &str) -> Policy {
    Client::find(client).unwrap().profile().policy.clone()
}

/// The whole search, which comes to the verdict of its short way unless that was cut short.
pub(crate) fn trace(store: &Store, policy: &Policy) -> Trace {
    let trace = search(store, &question(), policy, &RustCrypto);
    let short = decide(store, &question(), policy, &RustCrypto);
    if short.stopped.is_none() {
        assert_eq!(judge(&short), judge(&trace));
    }
    trace
}

/// The place of a certificate in a store.
pub(crate) fn id(store: &Store, certificate: &Certified) -> CertId {
    store.find(&parsed(certificate).sha256()).unwrap()
}

/// The real verifier, which writes down what it is asked: key and message.
#[derive(Default)]
pub(crate) struct Counting(pub(crate) RefCell<Vec<(Vec<u8>, Vec<u8>)>>);

impl SignatureVerifier for Counting {
    fn verify(&self, key: &PublicKey, signed: &Signed<'_>) -> Result<(), SignatureProblem> {
        let question = (key.spki.clone(), signed.message.to_vec());
        self.0.borrow_mut().push(question);
        RustCrypto.verify(key, signed)
    }
}
