//! Names of issuers that are equal by RFC 5280 §7.1 and not octet for octet, or nearly equal.

use super::Case;
use super::world::server;
use crate::{Name, StringForm, ca};

pub(super) fn cases() -> Vec<Case> {
    let cn = "2.5.4.3";
    let root = |form, text: &str| Name::new().with_o("Sweep Names").with(cn, form, text);
    let named = [
        ("same", StringForm::Utf8, "Sweep Name Root"),
        ("printable", StringForm::Printable, "Sweep Name Root"),
        ("teletex", StringForm::Teletex, "Sweep Name Root"),
        ("bmp", StringForm::Bmp, "Sweep Name Root"),
        ("other-case", StringForm::Utf8, "SWEEP name root"),
        ("two-spaces", StringForm::Utf8, "Sweep  Name Root"),
        ("space-at-end", StringForm::Utf8, "Sweep Name Root "),
        ("other", StringForm::Utf8, "Sweep Name Rot"),
    ];
    let held = ca(root(StringForm::Utf8, "Sweep Name Root")).self_signed();
    let each = |(kind, form, text): (&str, StringForm, &str)| {
        let spelled = ca(root(form, text)).key(held.key().clone()).self_signed();
        let issuing = ca("Sweep Name CA").issued_by(&spelled);
        let server = server().issued_by(&issuing);
        Case::new(format!("names-{kind}"), [&server, &issuing], [&held])
    };
    named.into_iter().map(each).collect()
}
