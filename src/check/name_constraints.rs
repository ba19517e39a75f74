//! Are names within the subtrees that a CA is held to? (RFC 5280 §4.2.1.10)
//!
//! The constraints are put in order once, so that a name costs about the logarithm of their number: 26,000 of them on
//! 10,000 names are no burden.

mod directory;
mod forms;
mod host;
mod ip;
mod mail;
mod subtrees;
mod syntax;

use crate::certificate::{GeneralName, NameConstraints};
use forms::{Form, Forms};

pub use syntax::HostSyntax;

/// How a client reads constraints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConstraintRules {
    /// What a `dNSName` constraint with a dot in front means.
    pub leading_dot: LeadingDot,
    /// Which masks an `iPAddress` constraint may have.
    pub ip_mask: IpMask,
    /// When a constraint that makes no sense counts as violated.
    pub malformed: MalformedConstraint,
    /// What a wildcard stands for where subtrees are excluded.
    pub wildcard: WildcardReach,
    /// What is a host name, in constraints and in names.
    pub hosts: HostSyntax,
    /// Whether addresses are compared.
    pub addresses: FormSupport,
    /// Whether mailboxes are compared.
    pub mailboxes: FormSupport,
    /// Whether uniform resource identifiers are compared.
    pub uris: FormSupport,
    /// Whether directory names are compared.
    pub directories: FormSupport,
}

/// What a client does with constraints of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormSupport {
    /// It compares them.
    Compared,
    /// It refuses names of that form, since it cannot compare them.
    Unsupported,
    /// It refuses such a constraint whatever the names are.
    Refused,
    /// It does not look at them.
    NotLookedAt,
}

/// What a `dNSName` constraint with a dot in front, `.example.com`, means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeadingDot {
    /// The constraint is malformed: RFC 5280 gives the dot a meaning in mail and URI constraints only.
    Malformed,
    /// The names below `example.com`, without itself: OpenSSL since 1.0.2, Go, WebPKI.
    Subdomains,
    /// No name: OpenSSL to 1.0.1.
    Nothing,
}

/// Which masks an `iPAddress` constraint may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IpMask {
    /// Ones, then zeros (RFC 4632 §3.1); others are malformed.
    Contiguous,
    /// Any.
    AnyBits,
}

/// When a malformed constraint counts as violated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MalformedConstraint {
    /// Whatever the names are.
    Always,
    /// When there is a name of its form.
    WhenApplied,
}

/// What a wildcard name stands for where subtrees are excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WildcardReach {
    /// Every name it covers: `*.example.com` falls under an excluded `foo.example.com`.
    AllItCovers,
    /// Itself, the asterisk being a label as any other: OpenSSL.
    ItsText,
}

impl ConstraintRules {
    /// To the letter of RFC 5280.
    pub const RFC_5280: Self = Self {
        leading_dot: LeadingDot::Malformed,
        ip_mask: IpMask::Contiguous,
        malformed: MalformedConstraint::Always,
        wildcard: WildcardReach::AllItCovers,
        hosts: HostSyntax::Visible,
        addresses: FormSupport::Compared,
        mailboxes: FormSupport::Compared,
        uris: FormSupport::Compared,
        directories: FormSupport::Compared,
    };

    /// OpenSSL since 1.1.0.
    pub const OPENSSL: Self = Self {
        leading_dot: LeadingDot::Subdomains,
        ip_mask: IpMask::AnyBits,
        malformed: MalformedConstraint::WhenApplied,
        wildcard: WildcardReach::ItsText,
        ..Self::RFC_5280
    };

    /// OpenSSL 1.0.2.
    pub const OPENSSL_1_0_2: Self = Self {
        addresses: FormSupport::Unsupported,
        ..Self::OPENSSL
    };

    /// OpenSSL to 1.0.1.
    pub const OPENSSL_1_0_1: Self = Self {
        leading_dot: LeadingDot::Nothing,
        ..Self::OPENSSL_1_0_2
    };

    /// WebPKI and most others: strict, but for the dot.
    pub const COMMON: Self = Self {
        leading_dot: LeadingDot::Subdomains,
        ..Self::RFC_5280
    };

    /// Go.
    pub const GO: Self = Self {
        directories: FormSupport::Refused,
        ..Self::COMMON
    };

    /// rustls-webpki. It compares host names and addresses, as soon as there is one to compare.
    pub const RUSTLS: Self = Self {
        malformed: MalformedConstraint::WhenApplied,
        hosts: HostSyntax::Preferred,
        mailboxes: FormSupport::Unsupported,
        uris: FormSupport::Unsupported,
        directories: FormSupport::Refused,
        ..Self::COMMON
    };

    /// GnuTLS.
    pub const GNUTLS: Self = Self {
        directories: FormSupport::NotLookedAt,
        ..Self::COMMON
    };
}

/// A name that the constraints do not allow, or a constraint that cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// What is wrong.
    pub kind: ViolationKind,
    /// The name; `None` where a constraint is malformed whatever the names are.
    pub name: Option<GeneralName>,
    /// The constraint; `None` where no single one is at fault.
    pub constraint: Option<GeneralName>,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ViolationKind {
    /// There are permitted subtrees of the name's form, and it is in none.
    NotPermitted,
    /// It is in an excluded subtree, or is a wildcard that covers a name in it.
    Excluded,
    /// The name has a form that is constrained and that certwhy does not know.
    UnsupportedForm,
    /// [`Violation::constraint`], or else the name, is malformed.
    Malformed,
}

/// Constraints made ready.
#[derive(Debug)]
pub struct Compiled {
    permitted: Forms,
    excluded: Forms,
    rules: ConstraintRules,
}

impl Compiled {
    /// Makes constraints ready, in time about proportional to their number.
    pub fn new(constraints: NameConstraints, rules: ConstraintRules) -> Self {
        Self {
            permitted: Forms::new(constraints.permitted, rules),
            excluded: Forms::new(constraints.excluded, rules),
            rules,
        }
    }

    /// The first violation by the names of one certificate: its alternative names, its subject as a directory name
    /// and, where no alternative name is a mailbox, the subject's e-mail addresses.
    ///
    /// Every comparison takes one from `comparisons_left`. At 0 the search ends: `None` then means nothing.
    pub fn violation(
        &self,
        names: &[GeneralName],
        comparisons_left: &mut usize,
    ) -> Option<Violation> {
        if let Some(constraint) = self.whatever_the_names() {
            return Some(Violation {
                kind: ViolationKind::Malformed,
                name: None,
                constraint: Some(constraint.clone()),
            });
        }
        names.iter().find_map(|name| {
            let form = Form::of(name);
            let cost: usize = self.lists().map(|forms| forms.cost(form)).sum();
            *comparisons_left = comparisons_left.saturating_sub(cost);
            if *comparisons_left == 0 {
                None
            } else {
                self.judge(name, form)
            }
        })
    }

    /// The constraint that is refused whatever it is applied to.
    fn whatever_the_names(&self) -> Option<&GeneralName> {
        let refused = self.lists().find_map(Forms::refused);
        match self.rules.malformed {
            MalformedConstraint::Always => {
                refused.or_else(|| self.lists().find_map(Forms::any_malformed))
            }
            MalformedConstraint::WhenApplied => refused,
        }
    }

    fn judge(&self, name: &GeneralName, form: Form) -> Option<Violation> {
        let violation = |kind, constraint: Option<&GeneralName>| {
            Some(Violation {
                kind,
                name: Some(name.clone()),
                constraint: constraint.cloned(),
            })
        };
        if !self.lists().any(|forms| forms.constrains(form)) {
            return None;
        }
        if let Some(constraint) = self.lists().find_map(|forms| forms.malformed(form)) {
            return violation(ViolationKind::Malformed, Some(constraint));
        }
        if let Some(constraint) = self.lists().find_map(|forms| forms.unknown(form)) {
            return violation(ViolationKind::UnsupportedForm, Some(constraint));
        }
        let Some(wanted) = forms::Wanted::read(name, self.rules.hosts) else {
            return violation(ViolationKind::Malformed, None);
        };
        if self.permitted.constrains(form) && self.permitted.covering(&wanted).is_none() {
            return violation(ViolationKind::NotPermitted, None);
        }
        let excluding = match self.rules.wildcard {
            WildcardReach::AllItCovers => self.excluded.touching(&wanted),
            WildcardReach::ItsText => self.excluded.covering(&wanted),
        };
        match excluding {
            Some(constraint) => violation(ViolationKind::Excluded, Some(constraint)),
            None => None,
        }
    }

    fn lists(&self) -> impl Iterator<Item = &Forms> {
        [&self.permitted, &self.excluded].into_iter()
    }
}

#[cfg(test)]
mod tests;
