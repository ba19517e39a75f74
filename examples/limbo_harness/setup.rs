//! How a case is put to certwhy. The choice of the profile follows from the namespace and never from the case: some
//! namespaces contradict each other, so that no single profile can be right about all of them.

use super::format::{Settings, Testcase, ValidationKind};
use certwhy::certificate::{Certificate, PolicyId};
use certwhy::client::{
    AcceptablePolicies, AnyPolicyRule, CertificatePolicyRules, Client, CommonNameCopy,
    ExplicitPolicy, FormRules, MappingRule, PolicyInputs, PurposeRule,
};
use certwhy::input::recognise;
use certwhy::location::SourceName;
use certwhy::path;
use certwhy::store::{Encoded, Store};
use std::sync::Arc;

/// Namespaces of the Web PKI; all others ask for RFC 5280.
const WEB_PKI: [&str; 3] = ["webpki", "online", "bettertls"];

/// Namespaces whose certificates have a common name that is no copy of an alternative name, also where they are to be
/// accepted; `webpki::cn` wants exactly that refused.
const COMMON_NAME_AT_WILL: [&str; 2] = ["webpki::san::", "bettertls::"];

/// Sections of PKITS about revocation.
const REVOCATION: [&str; 3] = ["4.4.", "4.14.", "4.15."];

/// Why a case cannot be answered.
pub(crate) fn out_of_scope(case: &Testcase) -> Option<&'static str> {
    let is_about_revocation = namespace(case) == "crl"
        || case
            .section
            .as_deref()
            .is_some_and(|section| REVOCATION.iter().any(|about| section.starts_with(about)));
    is_about_revocation.then_some("Revocation is not checked.")
}

fn namespace(case: &Testcase) -> &str {
    case.id.split("::").next().unwrap_or_default()
}

/// Whether a case is about the Web PKI.
pub(crate) fn is_web_pki(case: &Testcase) -> bool {
    WEB_PKI.contains(&namespace(case))
}

/// The profile, with what the case itself demands.
pub(crate) fn client(case: &Testcase) -> Client {
    let id = if is_web_pki(case) {
        "webpki"
    } else {
        "rfc5280"
    };
    let client = Client::find(id).unwrap_or_default();
    let mut policy = client.profile().policy.clone();
    if let Some(settings) = &case.settings {
        policy.certificate_policies = CertificatePolicyRules::Processed(inputs(settings));
        // Such suites test path validation (RFC 5280 §6), with certificates that do not all have the form of §4.
        policy.extensions.form = FormRules::None;
    }
    if COMMON_NAME_AT_WILL
        .iter()
        .any(|namespace| case.id.starts_with(namespace))
    {
        policy.extensions.common_name_copy = CommonNameCopy::NotDemanded;
    }
    if let Some(depth) = case.max_chain_depth {
        policy.depth = depth;
    }
    let demands_nothing_of_clients =
        case.validation_kind == ValidationKind::Client && case.extended_key_usage.is_empty();
    if demands_nothing_of_clients && policy.extensions.purpose == PurposeRule::ServerAuthRequired {
        policy.extensions.purpose = PurposeRule::AnyCounts;
    }
    client.with_policy(policy)
}

fn inputs(settings: &Settings) -> PolicyInputs {
    let policies = settings.initial_policy_set.iter();
    let acceptable: Vec<PolicyId> = policies.map(PolicyId::new).collect();
    PolicyInputs {
        acceptable: if acceptable.iter().any(PolicyId::is_any) {
            AcceptablePolicies::Any
        } else {
            AcceptablePolicies::Only(acceptable)
        },
        explicit: if settings.initial_explicit_policy {
            ExplicitPolicy::Required
        } else {
            ExplicitPolicy::NotRequired
        },
        mapping: if settings.initial_policy_mapping_inhibit {
            MappingRule::Inhibited
        } else {
            MappingRule::Allowed
        },
        any_policy: if settings.initial_any_policy_inhibit {
            AnyPolicyRule::Inhibited
        } else {
            AnyPolicyRule::Allowed
        },
    }
}

/// The certificates of a case, the peer's first.
pub(crate) fn store(case: &Testcase) -> Store {
    let presented = core::iter::once(&case.peer_certificate).chain(&case.untrusted_intermediates);
    Store::build(encoded(presented), encoded(&case.trusted_certs))
}

/// The peer's certificate, where it can be read and is what the search takes for the target.
pub(crate) fn target<'a>(case: &Testcase, store: &'a Store) -> Option<&'a Certificate> {
    let id = path::target(store)?;
    let wanted = encoded([&case.peer_certificate]);
    let certificate = store.certificate(id).map(Arc::as_ref)?;
    (*wanted.first()?.der == *certificate.as_der()).then_some(certificate)
}

fn encoded<'a>(pems: impl IntoIterator<Item = &'a String>) -> Vec<Encoded> {
    let source = SourceName::new("testcase");
    pems.into_iter()
        .flat_map(|pem| {
            let recognised = recognise(&source, pem.as_bytes());
            recognised
                .certificates()
                .map(|(der, _)| Encoded {
                    der: der.into(),
                    location: None,
                })
                .collect::<Vec<_>>()
        })
        .collect()
}
