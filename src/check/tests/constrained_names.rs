//! Which names of a certificate constraints bind, by client.

use super::{CheckId, checked_trio, failures};
use crate::client::ConstrainedNames::{
    self, AlternativeNames, AlternativeNamesAlone, AnyCommonNameWithoutHost, CommonNameWithoutDns,
    EveryCommonName,
};
use crate::testing::{AS_IS, Edit, Trio, policy, trio};
use test_pki::{AlternativeName, Name, Subtree, Template};

const ALL: &[ConstrainedNames] = &[
    AlternativeNames,
    AlternativeNamesAlone,
    CommonNameWithoutDns,
    AnyCommonNameWithoutHost,
    EveryCommonName,
];

fn named(template: Template, common_name: &'static str) -> Template {
    template.subject(Name::cn(common_name))
}

/// A certificate that has no name beside its subject.
fn only(template: Template, common_name: &'static str) -> Template {
    named(template, common_name).no_san()
}

/// With a mail address in the subject.
fn mailed(template: Template) -> Template {
    template.subject(Name::new().with_email("a@studio.example"))
}

/// What the root allows; the server's certificate; who finds a name that is not allowed.
type Row = (Edit, Edit, &'static [ConstrainedNames]);

const MOCK_HOSTS: Edit = |t| t.permit(Subtree::Dns("mock.example"));
const NO_STUDIO_MAIL: Edit = |t| t.exclude(Subtree::Email("studio.example"));

#[rustfmt::skip]
const ROWS: &[Row] = &[
    (MOCK_HOSTS, AS_IS, &[]),
    (MOCK_HOSTS, |t| t.san_dns(["www.studio.example"]), ALL),
    // A common name that looks like a host.
    (MOCK_HOSTS, |t| only(t, "www.mock.example"), &[]),
    (MOCK_HOSTS, |t| only(t, "www.studio.example"), &[CommonNameWithoutDns, AnyCommonNameWithoutHost, EveryCommonName]),
    (MOCK_HOSTS, |t| named(t, "www.studio.example"), &[EveryCommonName]),
    (MOCK_HOSTS, |t| only(t, "www.studio.example").san_ip(["192.0.2.1".parse().unwrap()]),
        &[CommonNameWithoutDns, EveryCommonName]),
    // And others.
    (MOCK_HOSTS, |t| only(t, "studio"), &[AnyCommonNameWithoutHost]),
    (MOCK_HOSTS, |t| only(t, "the.studio of others"), &[AnyCommonNameWithoutHost]),
    (MOCK_HOSTS, |t| only(t, "*.studio.example"), &[AnyCommonNameWithoutHost]),
    (MOCK_HOSTS, |t| only(t, "a-b_c.studio.example"), &[CommonNameWithoutDns, AnyCommonNameWithoutHost, EveryCommonName]),
    // The subject's mail address counts where no alternative name is one.
    (NO_STUDIO_MAIL, mailed, &[AlternativeNames, CommonNameWithoutDns, AnyCommonNameWithoutHost, EveryCommonName]),
    (NO_STUDIO_MAIL, |t| mailed(t).san(AlternativeName::Email("a@mock.example".to_owned())), &[]),
    (NO_STUDIO_MAIL, |t| t.san(AlternativeName::Email("a@studio.example".to_owned())), ALL),
];

#[test]
fn names_that_count() {
    for (row, (root, leaf, finders)) in ROWS.iter().enumerate() {
        let trio = trio(*leaf, AS_IS, *root);
        for rule in ALL {
            let found = is_found(&trio, *rule);
            assert_eq!(found, finders.contains(rule), "row {row} {rule:?}");
        }
    }
}

/// A CA's common name is no host's, unless it looks like one to a client that looks.
#[test]
fn names_of_cas() {
    let in_vain: Edit = |t| named(t, "studio");
    let like_a_host: Edit = |t| named(t, "ca.studio.example");
    for (edit, finders) in [
        (in_vain, &[][..]),
        (like_a_host, &[CommonNameWithoutDns, EveryCommonName]),
    ] {
        for rule in ALL {
            let found = is_found(&trio(AS_IS, edit, MOCK_HOSTS), *rule);
            assert_eq!(found, finders.contains(rule), "{rule:?}");
        }
    }
}

/// Whether a client with this rule finds a name that the root does not allow.
fn is_found(trio: &Trio, rule: ConstrainedNames) -> bool {
    let mut policy = policy("openssl-3");
    policy.extensions.constrained_names = rule;
    let found = failures(&checked_trio(trio, &policy));
    found
        .iter()
        .any(|(check, at, _)| (*check, *at) == (CheckId::NameConstraints, 2))
}
