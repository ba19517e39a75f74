//! One defect in one place, and no other path: every defect in the server's certificate, in the intermediate, in the root.

use super::Case;
use super::defect::{ANYWHERE, By, Defect, NONE, OF_CAS, OF_SERVERS};
use super::world::{issuing, root, server, trio};
use crate::AuthorityKeyId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Server,
    Issuing,
    Root,
}

pub(super) fn cases() -> Vec<Case> {
    let cas = || ANYWHERE.iter().chain(OF_CAS);
    let mut cases = vec![case(Place::Server, NONE), by_serial()];
    cases.extend(
        ANYWHERE
            .iter()
            .chain(OF_SERVERS)
            .map(|it| case(Place::Server, *it)),
    );
    cases.extend(cas().map(|defect| case(Place::Issuing, *defect)));
    cases.extend(cas().map(|defect| case(Place::Root, *defect)));
    cases
}

fn case(place: Place, defect: Defect) -> Case {
    let keys = defect.keys();
    let at = |here: Place| if here == place { defect } else { NONE };
    let root = at(Place::Root).make(root(keys), By::Itself);
    let issuing = at(Place::Issuing).make(issuing(keys), By::Issuer(&root));
    let server = at(Place::Server).make(server(), By::Issuer(&issuing));
    let id = format!("single-{place:?}-{}", defect.name).to_lowercase();
    Case::new(id, [&server, &issuing], [&root])
}

/// A server's certificate that names its issuer by that one's own issuer and serial number.
fn by_serial() -> Case {
    let trio = trio();
    let named = AuthorityKeyId::issuer_and_serial(&trio.issuing);
    let server = server().authority_key_id(named).issued_by(&trio.issuing);
    Case::new(
        "single-server-aki-serial",
        [&server, &trio.issuing],
        [&trio.root],
    )
}
