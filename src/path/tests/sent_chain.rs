//! Clients that follow the server's chain: GnuTLS and Java.

use super::shown;
use crate::testing::{Edit, HOST, Trio, id, policy, sound, store, trace, trio_with};
use test_pki::{AuthorityKeyId, Certified, Key, KeyId, ca, leaf};

/// What the server sent, the bundle, the client's own path and how many of its certificates came from the server.
type Row<'a> = (
    Vec<&'a Certified>,
    Vec<&'a Certified>,
    Option<(&'a str, usize)>,
);

fn assert_rows(client: &str, rows: &[Row<'_>]) {
    for (row, (presented, bundle, expected)) in rows.iter().enumerate() {
        let store = store(presented, bundle);
        let taken = trace(&store, &policy(client)).taken;
        let found = taken.map(|taken| (shown(&store, &taken.attempt), taken.from_server));
        let expected = expected.map(|(path, sent)| (format!("{HOST}{path}"), sent));
        assert_eq!(found, expected, "{client}, row {row}");
    }
}

#[test]
fn gnutls_puts_in_order_what_was_sent() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let stray = ca("Mock Stray").issued_by(&root);
    let number = |number: usize| ca(format!("Mock {number}").as_str()).self_signed();
    let others: Vec<Certified> = (0..13).map(number).collect();
    let many = [&server]
        .into_iter()
        .chain(&others)
        .chain([&middle])
        .collect();
    let found = Some((" CA Root: anchored", 2));
    assert_rows(
        "gnutls",
        &[
            (vec![&server, &middle], vec![&root], found),
            // The root that was sent says nothing.
            (vec![&server, &middle, &root], vec![&root], found),
            (
                vec![&server, &middle, &root],
                vec![&stray],
                Some((" CA: no-issuer", 2)),
            ),
            (vec![&server, &root, &stray, &middle], vec![&root], found),
            // Each once, and as long as it is not too much.
            (
                vec![&server, &server, &middle, &server, &middle],
                vec![&root],
                found,
            ),
            (many, vec![&root], found),
            // Where the bundle knows no issuer, what is left follows.
            (
                vec![&server, &stray],
                vec![&root],
                Some((" Stray: no-issuer", 2)),
            ),
            (
                vec![&server, &middle, &stray],
                vec![&middle],
                Some((" CA: anchored", 1)),
            ),
            (
                vec![&server, &stray],
                vec![&middle, &root],
                Some((" CA: anchored", 1)),
            ),
        ],
    );
}

#[test]
fn sixteen_and_more_gnutls_takes_as_they_were_sent() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let number = |number: usize| ca(format!("Mock {number}").as_str()).self_signed();
    let others: Vec<Certified> = (0..15).map(number).collect();
    for (count, end) in [(14, "anchored"), (15, "no-issuer")] {
        let others = others.iter().take(count);
        let sent: Vec<&Certified> = [&server]
            .into_iter()
            .chain(others)
            .chain([&middle])
            .collect();
        let trace = trace(&store(&sent, &[&root]), &policy("gnutls"));
        assert_eq!(trace.taken.unwrap().attempt.end.as_str(), end);
    }
}

#[test]
fn what_cuts_the_chain_for_gnutls() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let alone = leaf(HOST).self_signed();
    let twin = middle.template().clone().self_signed();
    let again = server.template().clone().serial(&[7]).issued_by(&middle);
    let cut = Some((" CA: anchored", 1));
    assert_rows(
        "gnutls",
        &[
            (vec![&server, &middle], vec![&middle], cut),
            // Another one of that name and key does as well, but for the server's own.
            (vec![&server, &middle], vec![&twin], cut),
            (vec![&server], vec![&server], Some((": anchored", 0))),
            (vec![&server], vec![&again], Some((": no-issuer", 1))),
            (vec![&alone], vec![&alone], Some((": anchored", 0))),
            (vec![&alone], vec![&root], Some((": no-issuer", 1))),
        ],
    );
}

/// Of the bundle's certificates of one name, one that is valid, and of these the last; what has ended counts only where
/// nothing is found under the name of the last certificate sent.
#[test]
fn what_gnutls_takes_of_the_bundle() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let renewed = |from, to| root.template().clone().valid(from, to).self_signed();
    let ended = renewed("2010-01-01", "2020-01-01");
    let newer = renewed("2021-01-01", "2041-01-01");
    for (bundle, taken) in [
        (vec![&root, &newer], vec![&server, &middle, &newer]),
        (vec![&newer, &root], vec![&server, &middle, &root]),
        (vec![&root, &ended], vec![&server, &middle, &root]),
        (vec![&ended, &middle], vec![&server, &middle]),
        (vec![&ended], vec![&server, &middle, &ended]),
        (vec![&middle, &root], vec![&server, &middle, &root]),
    ] {
        let store = store(&[&server, &middle], &bundle);
        let expected: Vec<_> = taken
            .iter()
            .map(|certificate| id(&store, certificate))
            .collect();
        let found = trace(&store, &policy("gnutls"))
            .taken
            .unwrap()
            .attempt
            .certificates;
        assert_eq!(found, expected);
    }
}

/// An issuer whose key identifier is another one is none.
#[test]
fn what_gnutls_takes_for_an_issuer() {
    let other_key_id: Edit = |t| t.subject_key_id(KeyId::Bytes(vec![7]));
    let Trio {
        leaf: server,
        middle,
        root,
    } = trio_with(1, other_key_id);
    let server = server
        .template()
        .clone()
        .authority_key_id(AuthorityKeyId::Bytes(vec![8]))
        .issued_by(&middle);
    assert_rows(
        "gnutls",
        &[(
            vec![&server, &middle],
            vec![&root],
            Some((" CA: no-issuer", 2)),
        )],
    );
}

#[test]
fn java() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let twin = middle.template().clone().self_signed();
    let namesake = root
        .template()
        .clone()
        .key(Key::p256("another"))
        .self_signed();
    let namesake_below = middle
        .template()
        .clone()
        .key(Key::p256("another"))
        .self_signed();
    assert_rows(
        "java",
        &[
            (
                vec![&server, &middle],
                vec![&root],
                Some((" CA Root: anchored", 2)),
            ),
            (
                vec![&server, &middle, &root],
                vec![&root],
                Some((" CA Root: anchored", 2)),
            ),
            (vec![&server], vec![&server], Some((": anchored", 0))),
            (
                vec![&server, &middle],
                vec![&middle],
                Some((" CA: anchored", 1)),
            ),
            (
                vec![&server, &middle],
                vec![&twin],
                Some((" CA: anchored", 1)),
            ),
            // A namesake stands in for nothing, and only what signed the end of the chain is its anchor.
            (vec![&server, &middle], vec![&namesake_below], None),
            (vec![&server, &middle], vec![&namesake], None),
            (
                vec![&server, &middle],
                vec![&namesake, &root],
                Some((" CA Root: anchored", 2)),
            ),
            // Out of order, or without an end: other ways are tried.
            (vec![&server, &root, &middle], vec![&root], None),
            (vec![&server], vec![&root], None),
        ],
    );
}
