//! NSS's way: at each step the best of all candidates.

use super::taken;
use crate::testing::{AS_IS, Edit, HOST, NOW, Trio, id, policy, sound, store, trace};
use test_pki::{BasicConstraints, Certified, KeyUsage, ca, leaf};

/// A candidate: its validity, what else is changed, and whether the bundle holds it rather than the server sent it.
type Candidate = (&'static str, &'static str, Edit, bool);

const SENT: bool = false;
const BUNDLED: bool = true;
const END_ENTITY: Edit = |t| t.basic_constraints(BasicConstraints::EndEntity);
const NO_SIGNER: Edit = |t| t.key_usage([KeyUsage::CrlSign]);

/// Which of the two is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pick {
    First,
    /// The one that comes later, whichever that is.
    Last,
}

#[rustfmt::skip]
const ROWS: &[(Candidate, Candidate, Pick)] = &[
    // A CA before one that is none.
    (("2020-01-01", "2040-01-01", AS_IS, SENT), ("2021-01-01", "2041-01-01", END_ENTITY, SENT), Pick::First),
    (("2020-01-01", "2040-01-01", AS_IS, SENT), ("2021-01-01", "2041-01-01", NO_SIGNER, SENT), Pick::First),
    // What the bundle holds counts as a CA.
    (("2020-01-01", "2040-01-01", END_ENTITY, BUNDLED), ("2021-01-01", "2041-01-01", AS_IS, SENT), Pick::First),
    // Valid now before in the bundle before newer.
    (("2020-01-01", "2040-01-01", AS_IS, SENT), ("2010-01-01", "2020-01-01", AS_IS, BUNDLED), Pick::First),
    (("2020-01-01", "2040-01-01", AS_IS, BUNDLED), ("2021-01-01", "2041-01-01", AS_IS, SENT), Pick::First),
    // Issued later and valid longer.
    (("2021-01-01", "2041-01-01", AS_IS, SENT), ("2020-01-01", "2040-01-01", AS_IS, SENT), Pick::First),
    // Issued later, unless it has ended: its last second counts.
    (("2021-01-01", "2030-01-01", AS_IS, SENT), ("2020-01-01", "2040-01-01", AS_IS, SENT), Pick::First),
    (("2021-01-01", NOW, AS_IS, SENT), ("2020-01-01", "2040-01-01", AS_IS, SENT), Pick::First),
    (("2010-01-01", "2020-01-01", AS_IS, SENT), ("2015-01-01", "2018-01-01", AS_IS, SENT), Pick::First),
    // Equals.
    (("2020-01-01", "2040-01-01", AS_IS, SENT), ("2020-01-01", "2041-01-01", AS_IS, SENT), Pick::Last),
    (("2015-01-01", "2020-01-01", AS_IS, SENT), ("2010-01-01", "2020-01-01", AS_IS, SENT), Pick::Last),
];

#[test]
fn the_best_of_two() {
    let root = ca("Mock Root").self_signed();
    let server = leaf(HOST).issued_by(&ca("Mock CA").issued_by(&root));
    let made =
        |(from, to, edit, _): Candidate| edit(ca("Mock CA").valid(from, to)).issued_by(&root);
    for (row, (first, second, pick)) in ROWS.iter().enumerate() {
        let pair = [(made(*first), first.3), (made(*second), second.3)];
        for order in [[0, 1], [1, 0]] {
            let of = |place: bool| -> Vec<&Certified> {
                let wanted = order.map(|index: usize| &pair[index]);
                let there = wanted.into_iter().filter(|(_, at)| *at == place);
                there.map(|(certificate, _)| certificate).collect()
            };
            let presented: Vec<&Certified> = [&server].into_iter().chain(of(SENT)).collect();
            let bundle: Vec<&Certified> = [&root].into_iter().chain(of(BUNDLED)).collect();
            let store = store(&presented, &bundle);
            let path = trace(&store, &policy("nss"))
                .taken
                .unwrap()
                .attempt
                .certificates;
            let expected = match pick {
                Pick::First => 0,
                Pick::Last => order[1],
            };
            let expected = id(&store, &pair[expected].0);
            assert_eq!(path.get(1), Some(&expected), "row {row} {order:?}");
        }
    }
}

#[test]
fn where_the_path_ends() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let alone = leaf(HOST).self_signed();
    let (one, other) = (ca("Mock One").self_signed(), ca("Mock Other").self_signed());
    let below = leaf(HOST).issued_by(&one);
    let circle = [one.cross_signed_by(&other), other.cross_signed_by(&one)];
    for (presented, bundle, path, from_server) in [
        (vec![&server, &middle], vec![&root], " CA Root: anchored", 2),
        (vec![&server], vec![&middle], " CA: anchored", 1),
        (
            vec![&server, &middle, &root],
            vec![],
            " CA Root: self-signed",
            3,
        ),
        (vec![&server], vec![&root], ": no-issuer", 1),
        // What is trusted itself is an end only where it is a root.
        (vec![&alone], vec![&alone], ": anchored", 0),
        (vec![&alone], vec![&root], ": self-signed", 1),
        (
            vec![&server, &middle],
            vec![&server, &root],
            " CA Root: anchored",
            2,
        ),
        (
            vec![&below, &circle[0], &circle[1]],
            vec![&root],
            " One Other: self-signed",
            3,
        ),
    ] {
        let store = store(&presented, &bundle);
        let trace = trace(&store, &policy("nss"));
        assert_eq!(taken(&store, &trace), format!("{HOST}{path}"));
        assert_eq!(trace.taken.unwrap().from_server, from_server, "{path}");
    }
}

#[test]
fn how_deep_it_goes() {
    let Trio { middle, root, .. } = sound();
    let lower = ca("Mock Lower").issued_by(&middle);
    let server = leaf(HOST).issued_by(&lower);
    let store = store(&[&server, &lower, &middle], &[&root]);
    for (depth, path) in [
        (1, "Lower: too-deep"),
        (2, "Lower CA: too-deep"),
        (3, "Lower CA Root: anchored"),
    ] {
        let mut policy = policy("nss");
        policy.depth = depth;
        let trace = trace(&store, &policy);
        assert_eq!(taken(&store, &trace), format!("{HOST} {path}"));
    }
}
