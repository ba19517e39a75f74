//! Name constraints: on the intermediate or on the root, against names of each kind.

use super::Case;
use super::world::{Keys, issuing, root};
use crate::{
    AlternativeName, BasicConstraints, Criticality, ExtendedKeyUsage, KeyUsage, Name, Subtree,
    Template,
};
use std::net::{IpAddr, Ipv4Addr};

/// What a CA may certify.
#[derive(Clone, Copy)]
pub(super) struct Bound {
    /// For the id of a case.
    pub(super) name: &'static str,
    on: fn(Template) -> Template,
}

impl Bound {
    /// The CA so bound.
    pub(super) fn on(self, ca: Template) -> Template {
        (self.on)(ca)
    }
}

const fn bound(name: &'static str, on: fn(Template) -> Template) -> Bound {
    Bound { name, on }
}

const ADDRESSES: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 0));

pub(super) const BOUNDS: &[Bound] = &[
    bound("permit-domain", |t| t.permit(Subtree::Dns("sweep.example"))),
    bound("permit-host", |t| {
        t.permit(Subtree::Dns("www.sweep.example"))
    }),
    bound("permit-upper", |t| t.permit(Subtree::Dns("SWEEP.Example"))),
    bound("permit-dot", |t| t.permit(Subtree::Dns(".sweep.example"))),
    bound("permit-dot-host", |t| {
        t.permit(Subtree::Dns(".www.sweep.example"))
    }),
    bound("permit-half-label", |t| {
        t.permit(Subtree::Dns("weep.example"))
    }),
    bound("permit-other", |t| t.permit(Subtree::Dns("other.example"))),
    bound("permit-two", |t| {
        t.permit(Subtree::Dns("other.example"))
            .permit(Subtree::Dns("sweep.example"))
    }),
    bound("permit-empty", |t| t.permit(Subtree::Dns(""))),
    bound("exclude-domain", |t| {
        t.exclude(Subtree::Dns("sweep.example"))
    }),
    bound("exclude-dot", |t| t.exclude(Subtree::Dns(".sweep.example"))),
    bound("exclude-other", |t| {
        t.exclude(Subtree::Dns("other.example"))
    }),
    bound("exclude-empty", |t| t.exclude(Subtree::Dns(""))),
    bound("exclude-inside", |t| {
        t.permit(Subtree::Dns("sweep.example"))
            .exclude(Subtree::Dns("www.sweep.example"))
    }),
    bound("permit-addresses", |t| t.permit(Subtree::Ip(ADDRESSES, 24))),
    bound("permit-no-address", |t| {
        t.permit(Subtree::Ip(ADDRESSES, 32))
    }),
    bound("exclude-addresses", |t| {
        t.exclude(Subtree::Ip(ADDRESSES, 24))
    }),
    bound("permit-directory", |t| {
        t.permit(Subtree::Directory(Name::new().with_o("Sweep Constraints")))
    }),
    bound("permit-other-directory", |t| {
        t.permit(Subtree::Directory(Name::new().with_o("Nobody")))
    }),
    bound("permit-mail", |t| t.permit(Subtree::Email("other.example"))),
    bound("permit-uri", |t| t.permit(Subtree::Uri("other.example"))),
    bound("not-critical", |t| {
        t.permit(Subtree::Dns("other.example"))
            .name_constraints_criticality(Criticality::NonCritical)
    }),
];

/// What a server's certificate has, as in a table of hosts.
struct Named {
    name: &'static str,
    host: &'static str,
    alternative: &'static [&'static str],
    common: &'static str,
}

const fn named(
    name: &'static str,
    host: &'static str,
    alternative: &'static [&'static str],
    common: &'static str,
) -> Named {
    Named {
        name,
        host,
        alternative,
        common,
    }
}

const NAMES: &[Named] = &[
    named("san", "www.sweep.example", &["www.sweep.example"], ""),
    named("cn", "www.sweep.example", &[], "www.sweep.example"),
    named("wildcard", "www.sweep.example", &["*.sweep.example"], ""),
    named("address", "192.0.2.7", &["192.0.2.7"], ""),
    named(
        "san-and-other-cn",
        "www.sweep.example",
        &["www.sweep.example"],
        "www.other.example",
    ),
];

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for bound in BOUNDS {
        // Every bound for the usual name; the others where it is about a kind of name or about domains.
        let few = [
            "permit-domain",
            "permit-other",
            "exclude-domain",
            "permit-addresses",
        ];
        let kinds = if few.contains(&bound.name) || bound.name.contains("address") {
            NAMES
        } else {
            NAMES.get(..1).unwrap_or(NAMES)
        };
        for names in kinds {
            cases.push(on_issuing(*bound, names));
        }
        if bound.name.starts_with("permit-other") || bound.name == "permit-domain" {
            cases.push(on_root(*bound));
            cases.push(two_levels(*bound));
        }
    }
    cases
}

fn server(names: &Named) -> Template {
    let subject = Name::new().with_o("Sweep Constraints");
    let subject = if names.common.is_empty() {
        subject
    } else {
        subject.with_cn(names.common)
    };
    let template = Template::new(subject)
        .basic_constraints(BasicConstraints::EndEntity)
        .key_usage([KeyUsage::DigitalSignature])
        .extended_key_usage([ExtendedKeyUsage::ServerAuth])
        .valid("2026-01-01", "2027-01-01");
    names.alternative.iter().fold(template, |template, name| {
        template.san(match name.parse() {
            Ok(address) => AlternativeName::Ip(address),
            Err(_) => AlternativeName::Dns((*name).to_owned()),
        })
    })
}

fn on_issuing(bound: Bound, names: &Named) -> Case {
    let root = root(Keys::Curve).self_signed();
    let issuing = bound.on(issuing(Keys::Curve)).issued_by(&root);
    let server = server(names).issued_by(&issuing);
    let id = format!("constraint-{}-{}", bound.name, names.name);
    Case::new(id, [&server, &issuing], [&root]).host(names.host)
}

fn on_root(bound: Bound) -> Case {
    let root = bound.on(root(Keys::Curve)).self_signed();
    let issuing = issuing(Keys::Curve).issued_by(&root);
    let [names, ..] = NAMES else {
        unreachable!("there are names")
    };
    let server = server(names).issued_by(&issuing);
    let id = format!("constraint-on-root-{}", bound.name);
    Case::new(id, [&server, &issuing], [&root])
}

/// The upper of two intermediates is bound.
fn two_levels(bound: Bound) -> Case {
    let root = root(Keys::Curve).self_signed();
    let upper = bound.on(crate::ca("Sweep Upper CA")).issued_by(&root);
    let issuing = issuing(Keys::Curve).issued_by(&upper);
    let [names, ..] = NAMES else {
        unreachable!("there are names")
    };
    let server = server(names).issued_by(&issuing);
    let id = format!("constraint-on-upper-{}", bound.name);
    Case::new(id, [&server, &issuing, &upper], [&root])
}
