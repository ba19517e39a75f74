//! Which certificate is the server's own.

use crate::path::target;
use crate::testing::{Trio, id, sound, store};
use test_pki::{Certified, ca, leaf};

#[test]
fn the_first_one_unless_the_list_was_saved_in_reverse() {
    let Trio {
        leaf: server,
        middle,
        root,
    } = sound();
    let second = leaf("second.mock.example").issued_by(&middle);
    let alone = ca("Mock Alone").self_signed();
    let rows: &[(&[&Certified], &Certified)] = &[
        (&[&server], &server),
        (&[&server, &middle, &root], &server),
        (&[&root, &middle, &server], &server),
        (&[&middle, &root, &server], &server),
        (&[&server, &root, &middle], &server),
        // A CA that issued nothing here may well be a server.
        (&[&alone], &alone),
        (&[&alone, &server, &middle], &alone),
        (&[&root, &middle], &root),
        // Of two end entities, nobody can tell.
        (&[&middle, &server, &second], &middle),
        (&[&server, &second, &middle], &server),
        // Repetitions do not matter.
        (&[&server, &server, &middle], &server),
        (&[&root, &middle, &server, &server], &server),
    ];
    for (row, (presented, expected)) in rows.iter().enumerate() {
        let store = store(presented, &[&root]);
        assert_eq!(target(&store), Some(id(&store, expected)), "row {row}");
    }
    assert_eq!(target(&store(&[], &[&root])), None);
}
