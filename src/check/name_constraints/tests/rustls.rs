//! What rustls-webpki makes of constraints, as it answers itself: see `fuzz/cases`.

use super::*;

#[test]
fn what_it_cannot_compare_it_refuses() {
    let nothing: &[&str] = &[];
    for (permitted, excluded, name, violation) in [
        (&["dns:example.com"][..], nothing, "dns:a.example.com", None),
        // A malformed constraint or name counts once there is one to compare it with.
        (
            &["dns:*.example.com"],
            nothing,
            "dns:*.example.com",
            Some(Malformed),
        ),
        (&["dns:*.example.com"], nothing, "dn:x", None),
        (&["dns:192.0.2.1"], nothing, "dns:a.com", Some(Malformed)),
        (&["dns:.example.com"], nothing, "dns:a.example.com", None),
        (&["dns:"], nothing, "dns:192.0.2.1", Some(Malformed)),
        (nothing, &["dns:b.com"], "dns:192.0.2.1", Some(Malformed)),
        (&["uri:b.com"], nothing, "dns:192.0.2.1", None),
        // Forms of which it knows no more than their tag.
        (
            &["uri:example.com"],
            nothing,
            "uri:https://example.com/",
            Some(UnsupportedForm),
        ),
        (nothing, &["mail:b.com"], "mail:a@c", Some(UnsupportedForm)),
        (nothing, &["mail:b.com"], "dns:c", None),
        // Every certificate has a subject.
        (&["dn:x"], nothing, "dn:x", Some(Malformed)),
        (nothing, &["dn:x"], "dns:c", Some(Malformed)),
    ] {
        let constraints = constraints(permitted, excluded);
        let found = run(ConstraintRules::RUSTLS, &constraints, name);
        assert_eq!(
            found.map(|violation| violation.kind),
            violation,
            "{permitted:?} {excluded:?} {name}"
        );
    }
}
