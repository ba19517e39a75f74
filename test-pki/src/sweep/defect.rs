//! What can be wrong with one certificate, or is only unusual.

use super::world::Keys;
use crate::{Certified, Key, Template};

mod table;

pub(super) use table::{ANYWHERE, NONE, OF_CAS, OF_SERVERS, THAT_MATTER};

/// One thing that is wrong, or only unusual.
#[derive(Clone, Copy)]
pub(super) struct Defect {
    /// For the id of a case.
    pub(super) name: &'static str,
    mark: fn(Template) -> Template,
    touches: Touches,
}

/// What the defect is of, besides what the certificate says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Touches {
    Content,
    /// The subject's key, which is then that of every certificate with this subject.
    Key,
    /// The signature is one that only RSA keys make.
    Digest,
    SignatureOctets,
    Signer,
}

/// Who signs a certificate.
#[derive(Clone, Copy)]
pub(super) enum By<'a> {
    Itself,
    Issuer(&'a Certified),
}

impl Defect {
    const fn content(name: &'static str, mark: fn(Template) -> Template) -> Self {
        Self::of(Touches::Content, name, mark)
    }

    const fn of(touches: Touches, name: &'static str, mark: fn(Template) -> Template) -> Self {
        Self {
            name,
            mark,
            touches,
        }
    }

    /// The keys that the CAs around it need.
    pub(super) fn keys(self) -> Keys {
        if self.touches == Touches::Digest {
            Keys::Rsa
        } else {
            Keys::Curve
        }
    }

    /// The template of another certificate with the same subject: sound, but for the key, which they share.
    pub(super) fn share_key(self, template: Template) -> Template {
        if self.touches == Touches::Key {
            (self.mark)(template)
        } else {
            template
        }
    }

    /// Whether other certificates with the same subject need not know of it.
    pub(super) fn is_of_one_certificate(self) -> bool {
        self.touches != Touches::Key
    }

    /// The certificate with this defect.
    pub(super) fn make(self, template: Template, by: By<'_>) -> Certified {
        let template = (self.mark)(template);
        let signed = match by {
            By::Issuer(issuer) => self.sign(template, issuer),
            By::Itself => {
                let itself = template.clone().self_signed();
                if self.touches == Touches::Signer {
                    self.sign(template, &itself)
                } else {
                    itself
                }
            }
        };
        if self.touches == Touches::SignatureOctets {
            signed.with_broken_signature()
        } else {
            signed
        }
    }

    fn sign(self, template: Template, issuer: &Certified) -> Certified {
        if self.touches == Touches::Signer {
            template.issued_by_name_only(issuer, &Key::p256("nobody's"))
        } else {
            template.issued_by(issuer)
        }
    }
}
