//! The name that the client asks for, and the names that the certificate has.

use super::Case;
use super::world::{Trio, trio};
use crate::{AlternativeName, Name, Template, leaf};

/// Host asked for, alternative names (`IP:` before an address, `-` for none), common name (empty for none).
const TABLE: &[(&str, &str, &str, &str)] = &[
    ("exact", "www.sweep.example", "www.sweep.example", ""),
    ("other", "www.sweep.example", "other.sweep.example", ""),
    (
        "second-name",
        "www.sweep.example",
        "a.example,www.sweep.example",
        "",
    ),
    ("upper-asked", "WWW.Sweep.Example", "www.sweep.example", ""),
    (
        "upper-certified",
        "www.sweep.example",
        "WWW.SWEEP.EXAMPLE",
        "",
    ),
    ("dot-asked", "www.sweep.example.", "www.sweep.example", ""),
    (
        "dot-certified",
        "www.sweep.example",
        "www.sweep.example.",
        "",
    ),
    ("dot-both", "www.sweep.example.", "www.sweep.example.", ""),
    ("cn-only", "www.sweep.example", "-", "www.sweep.example"),
    ("cn-wildcard", "www.sweep.example", "-", "*.sweep.example"),
    (
        "cn-only-other",
        "www.sweep.example",
        "-",
        "other.sweep.example",
    ),
    (
        "cn-beside-san",
        "www.sweep.example",
        "other.sweep.example",
        "www.sweep.example",
    ),
    (
        "cn-beside-address",
        "www.sweep.example",
        "IP:192.0.2.7",
        "www.sweep.example",
    ),
    (
        "cn-beside-mail",
        "www.sweep.example",
        "MAIL:a@sweep.example",
        "www.sweep.example",
    ),
    (
        "cn-beside-uri",
        "www.sweep.example",
        "URI:https://sweep.example/",
        "www.sweep.example",
    ),
    ("cn-upper", "www.sweep.example", "-", "WWW.sweep.EXAMPLE"),
    ("nothing", "www.sweep.example", "-", ""),
    ("wildcard", "www.sweep.example", "*.sweep.example", ""),
    ("wildcard-itself", "sweep.example", "*.sweep.example", ""),
    (
        "wildcard-deeper",
        "a.www.sweep.example",
        "*.sweep.example",
        "",
    ),
    ("wildcard-upper", "WWW.sweep.example", "*.Sweep.Example", ""),
    ("wildcard-of-tld", "sweep.example", "*.example", ""),
    ("wildcard-alone", "example", "*", ""),
    ("wildcard-of-public-suffix", "sweep.co.uk", "*.co.uk", ""),
    (
        "wildcard-second-label",
        "www.sweep.example",
        "www.*.example",
        "",
    ),
    ("wildcard-two", "a.b.sweep.example", "*.*.sweep.example", ""),
    (
        "wildcard-and-deep",
        "a.b.sweep.example",
        "*.b.sweep.example",
        "",
    ),
    (
        "wildcard-prefix",
        "www.sweep.example",
        "w*.sweep.example",
        "",
    ),
    (
        "wildcard-suffix",
        "www.sweep.example",
        "*w.sweep.example",
        "",
    ),
    (
        "wildcard-middle",
        "www.sweep.example",
        "w*w.sweep.example",
        "",
    ),
    (
        "wildcard-prefix-hyphen",
        "www-1.sweep.example",
        "www-*.sweep.example",
        "",
    ),
    (
        "wildcard-prefix-empty",
        "www.sweep.example",
        "www*.sweep.example",
        "",
    ),
    (
        "wildcard-prefix-other",
        "ftp.sweep.example",
        "w*.sweep.example",
        "",
    ),
    (
        "wildcard-two-stars",
        "www.sweep.example",
        "w*w*.sweep.example",
        "",
    ),
    (
        "wildcard-idna",
        "xn--bcher-kva.sweep.example",
        "*.sweep.example",
        "",
    ),
    (
        "wildcard-idna-prefix",
        "xn--bcher-kva.sweep.example",
        "x*.sweep.example",
        "",
    ),
    (
        "wildcard-idna-certified",
        "xn--bcher-kva.sweep.example",
        "xn--*.sweep.example",
        "",
    ),
    ("idna", "xn--bcher-kva.example", "xn--bcher-kva.example", ""),
    (
        "underscore",
        "my_bucket.sweep.example",
        "my_bucket.sweep.example",
        "",
    ),
    (
        "underscore-wildcard",
        "my_bucket.sweep.example",
        "*.sweep.example",
        "",
    ),
    ("one-label", "server", "server", ""),
    (
        "leading-dot-certified",
        "www.sweep.example",
        ".sweep.example",
        "",
    ),
    (
        "blank-certified",
        "www.sweep.example",
        " www.sweep.example",
        "",
    ),
    ("address", "192.0.2.7", "IP:192.0.2.7", ""),
    ("address-other", "192.0.2.7", "IP:192.0.2.8", ""),
    ("address-as-name", "192.0.2.7", "192.0.2.7", ""),
    ("address-in-cn", "192.0.2.7", "-", "192.0.2.7"),
    (
        "address-in-cn-beside-name",
        "192.0.2.7",
        "www.sweep.example",
        "192.0.2.7",
    ),
    (
        "address-in-cn-beside-address",
        "192.0.2.7",
        "IP:192.0.2.8",
        "192.0.2.7",
    ),
    ("address-wildcard", "192.0.2.7", "*.0.2.7", ""),
    ("address-6", "2001:db8::7", "IP:2001:db8::7", ""),
    ("address-6-other", "2001:db8::7", "IP:2001:db8::8", ""),
    (
        "address-6-long",
        "2001:db8:0:0:0:0:0:7",
        "IP:2001:db8::7",
        "",
    ),
    ("address-6-in-cn", "2001:db8::7", "-", "2001:db8::7"),
    (
        "name-and-address",
        "www.sweep.example",
        "IP:192.0.2.7,www.sweep.example",
        "",
    ),
];

pub(super) fn cases() -> Vec<Case> {
    let Trio { root, issuing, .. } = trio();
    let case = |(id, host, names, common): &(&str, &str, &str, &str)| {
        let server = server(names, common).issued_by(&issuing);
        Case::new(format!("host-{id}"), [&server, &issuing], [&root]).host(host)
    };
    let mut cases: Vec<Case> = TABLE.iter().map(case).collect();
    cases.push(two_common_names());
    cases
}

/// A server's certificate with these names, as in the table.
pub(super) fn server(names: &str, common: &str) -> Template {
    let subject = Name::new().with_o("Sweep Hosts");
    let subject = if common.is_empty() {
        subject
    } else {
        subject.with_cn(common)
    };
    let template = leaf("www.sweep.example")
        .subject(subject)
        .no_san()
        .valid("2026-01-01", "2027-01-01");
    let names = names.split(',').filter(|name| *name != "-");
    names.fold(template, |template, name| template.san(alternative(name)))
}

fn alternative(name: &str) -> AlternativeName {
    match name.split_once(':') {
        Some(("IP", address)) => AlternativeName::Ip(address.parse().expect("an address")),
        Some(("MAIL", mailbox)) => AlternativeName::Email(mailbox.to_owned()),
        Some(("URI", uri)) => AlternativeName::Uri(uri.to_owned()),
        _ => AlternativeName::Dns(name.to_owned()),
    }
}

/// The right common name is not the last one.
fn two_common_names() -> Case {
    let Trio { root, issuing, .. } = trio();
    let subject = Name::cn("www.sweep.example").with_cn("other.sweep.example");
    let server = server("-", "").subject(subject).issued_by(&issuing);
    Case::new("host-two-common-names", [&server, &issuing], [&root])
}
