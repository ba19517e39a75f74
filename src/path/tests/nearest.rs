//! Of paths that are too many, the best one and the nearest ends; and how many there are.

use super::all_shown;
use crate::client::Policy;
use crate::path::{Listing, PathCount};
use crate::store::Store;
use crate::testing::{HOST, Trio, policy, sound, store, trace};
use test_pki::{Certified, Key, ca, leaf};

/// With it, paths are too many when there are more than so many.
fn few(paths: usize) -> Policy {
    let mut policy = policy("webpki");
    policy.budget.attempts = paths;
    policy
}

/// The paths that are shown, of too many.
fn shown(store: &Store, policy: &Policy) -> Vec<String> {
    let trace = trace(store, policy);
    assert_eq!(trace.listing, Listing::Nearest);
    let paths = all_shown(store, &trace).into_iter();
    paths.map(|path| path.replace(HOST, "")).collect()
}

#[test]
fn one_of_each_end() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let [other, unknown] = ["Mock Other", "Mock Unknown"].map(|name| ca(name).self_signed());
    let namesake = root
        .template()
        .clone()
        .key(Key::p256("another"))
        .self_signed();
    let crossed = root.cross_signed_by(&other);
    let stray = middle.cross_signed_by(&unknown);
    for (presented, bundle, expected) in [
        (
            vec![&server, &middle, &stray],
            vec![&root],
            [" CA Root: anchored", " CA: no-issuer"],
        ),
        (
            vec![&server, &middle, &stray, &unknown],
            vec![&root],
            [" CA Root: anchored", " CA Unknown: self-signed"],
        ),
        (
            vec![&server, &middle, &crossed],
            vec![&root, &other],
            [" CA Root: anchored", " CA Root Other: anchored"],
        ),
        (
            vec![&server, &middle],
            vec![&namesake, &root],
            [" CA Root: anchored", " CA Root: rejected"],
        ),
        (
            vec![&server, &middle, &stray],
            vec![&namesake],
            [" CA: no-issuer", " CA Root: rejected"],
        ),
    ] {
        assert_eq!(shown(&store(&presented, &bundle), &few(1)), expected);
    }
}

/// The same path so many times, each through other certificates.
fn times(count: usize, path: &str) -> Vec<String> {
    vec![path.to_owned(); count]
}

#[test]
fn at_most_so_many() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let stray = |number: usize| middle.cross_signed_by(&numbered(number));
    let strays: Vec<Certified> = (0..30).map(stray).collect();
    let namesake = |number: usize| {
        let key = Key::p256(&format!("Mock Key {number}"));
        root.template().clone().key(key).self_signed()
    };
    let namesakes: Vec<Certified> = (0..30).map(namesake).collect();
    let namesakes: Vec<&Certified> = namesakes.iter().collect();
    let with_strays: Vec<&Certified> = [&server, &middle].into_iter().chain(&strays).collect();
    let ended = store(&with_strays, &namesakes);
    assert_eq!(shown(&ended, &few(1)), times(20, " CA: no-issuer"));
    let refused = store(&[&server, &middle], &namesakes);
    assert_eq!(shown(&refused, &few(1)), times(20, " CA Root: rejected"));
    // Beside a path that passes, few more signatures are verified.
    let trusted = store(&[&server, &middle], &[&namesakes[..], &[&root]].concat());
    let beside = times(8, " CA Root: rejected");
    assert_eq!(
        shown(&trusted, &few(1)),
        [times(1, " CA Root: anchored"), beside].concat()
    );
    // The nearest first.
    let thief = middle
        .template()
        .clone()
        .key(Key::p256("another"))
        .self_signed();
    let far = store(&[&with_strays[..], &[&thief]].concat(), &[&numbered(30)]);
    assert_eq!(shown(&far, &few(1))[0], " CA: rejected");
    // Certificates that did not sign leave room for other ends.
    let crossed = root.cross_signed_by(&numbered(0));
    let other_end = store(&[&server, &middle, &crossed], &namesakes);
    assert!(shown(&other_end, &few(1)).contains(&" CA Root: no-issuer".to_owned()));
}

/// Of more than eight namesakes, those that lead nowhere by name are left out, unless all do.
#[test]
fn many_namesakes() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let stray = |number: usize| middle.cross_signed_by(&numbered(number));
    let strays: Vec<Certified> = (0..9).map(stray).collect();
    for (sent, bundle, paths) in [(7, &root, 8), (8, &root, 1), (8, &server, 9)] {
        let strays = strays.iter().take(sent);
        let presented: Vec<&Certified> = [&server, &middle].into_iter().chain(strays).collect();
        let store = store(&presented, &[bundle]);
        let trace = trace(&store, &policy("openssl-3"));
        assert_eq!(trace.attempts.len(), paths, "{sent}");
    }
}

fn numbered(number: usize) -> Certified {
    ca(format!("Mock {number}").as_str()).self_signed()
}

/// One way of two CAs to a root, and one of one.
#[test]
fn as_deep_as_the_client_follows() {
    let root = ca("Mock Root").self_signed();
    let one = ca("Mock One").issued_by(&root);
    let two = ca("Mock Two").issued_by(&one);
    let crossed = two.cross_signed_by(&root);
    let server = leaf(HOST).issued_by(&two);
    let store = store(&[&server, &two, &one, &crossed], &[&root]);
    for (depth, paths, count) in [
        (
            0,
            [" Two: too-deep", " Two: too-deep"],
            PathCount::at_least(0),
        ),
        (
            1,
            [" Two Root: anchored", " Two One: too-deep"],
            PathCount::at_least(1),
        ),
        (
            2,
            [" Two Root: anchored", " Two One Root: anchored"],
            PathCount::exactly(2),
        ),
    ] {
        let mut policy = few(1);
        policy.depth = depth;
        assert_eq!(shown(&store, &policy), paths);
        assert_eq!(trace(&store, &policy).paths, count);
    }
}

/// Of ways of one length, one through a self-issued certificate is the better: that counts towards no length (RFC 5280 §6.1.4
/// (l)).
#[test]
fn the_best_way_counts_least() {
    let root = ca("Mock Root").self_signed();
    let old = ca("Mock CA").self_signed();
    let renewed = old.template().clone().key(Key::p256("another"));
    let by_root = renewed.clone().issued_by(&root);
    let by_itself = renewed.issued_by(&old);
    let server = leaf(HOST).issued_by(&by_root);
    for presented in [
        [&server, &by_root, &by_itself],
        [&server, &by_itself, &by_root],
    ] {
        let store = store(&presented, &[&old, &root]);
        assert_eq!(shown(&store, &few(1))[0], " CA CA: anchored");
    }
}

#[test]
fn how_many_in_a_row() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let other = numbered(0);
    for (presented, bundle, count) in [
        (vec![&server, &middle], &root, 1),
        (vec![&server, &middle], &other, 0),
        (vec![&server, &middle, &root], &other, 0),
    ] {
        let store = store(&presented, &[bundle]);
        assert_eq!(trace(&store, &few(0)).paths, PathCount::exactly(count));
    }
}

#[test]
fn how_many_in_a_net() {
    let [low, left, right, top, aside] = [0, 1, 2, 3, 4].map(numbered);
    let of_low = leaf(HOST).issued_by(&low);
    let [
        low_by_left,
        low_by_right,
        left_by_low,
        left_by_top,
        right_by_top,
        left_by_aside,
        aside_by_left,
    ] = [
        (&low, &left),
        (&low, &right),
        (&left, &low),
        (&left, &top),
        (&right, &top),
        (&left, &aside),
        (&aside, &left),
    ]
    .map(|(of, by)| of.cross_signed_by(by));
    let twice = top
        .template()
        .clone()
        .valid("2021-01-01", "2041-01-01")
        .self_signed();
    #[rustfmt::skip]
    let rows = [
        // Two ways to two certificates of one root.
        (vec![&of_low, &low_by_left, &low_by_right, &left_by_top, &right_by_top], vec![&top, &twice], PathCount::exactly(4)),
        // One of them ends before.
        (vec![&of_low, &low_by_left, &low_by_right, &right_by_top], vec![&top, &twice], PathCount::exactly(2)),
        // What leads nowhere may be a loop.
        (vec![&of_low, &low_by_left, &low_by_right, &left_by_aside, &aside_by_left, &right_by_top], vec![&top], PathCount::exactly(1)),
        // With a loop nobody knows.
        (vec![&of_low, &low_by_left, &left_by_low, &left_by_top], vec![&low, &top], PathCount::at_least(2)),
    ];
    for (presented, bundle, count) in rows {
        let store = store(&presented, &bundle);
        assert_eq!(trace(&store, &few(0)).paths, count);
    }
}
