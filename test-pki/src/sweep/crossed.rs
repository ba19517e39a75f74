//! A root with a cross-certificate from an older root, as `AddTrust` and DST Root CA X3 left behind: two paths, one of which
//! has a defect, and bundles in both orders.

use super::Case;
use super::defect::{By, Defect, NONE, THAT_MATTER};
use super::world::{issuing, old_root, root, server};
use crate::Certified;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Cross,
    Old,
    New,
}

/// What is in the bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bundle {
    Old,
    New,
    OldNew,
    NewOld,
}

pub(super) fn cases() -> Vec<Case> {
    let bundles = [Bundle::Old, Bundle::New, Bundle::OldNew, Bundle::NewOld];
    let sound = bundles.map(|bundle| case(Place::Cross, NONE, bundle));
    let mut cases = sound.to_vec();
    for defect in THAT_MATTER.iter().copied() {
        for place in [Place::Cross, Place::Old, Place::New] {
            for bundle in [Bundle::OldNew, Bundle::NewOld] {
                cases.push(case(place, defect, bundle));
            }
        }
        cases.push(case(Place::Cross, defect, Bundle::Old));
        // The old root is good for nothing, and the bundle has the new one alone: what the server sends must not matter.
        cases.push(case(Place::Cross, defect, Bundle::New));
        cases.push(case(Place::Old, defect, Bundle::Old));
    }
    cases
}

fn case(place: Place, defect: Defect, bundle: Bundle) -> Case {
    let keys = defect.keys();
    let at = |here: Place| if here == place { defect } else { NONE };
    let old = at(Place::Old).make(old_root(keys), By::Itself);
    let template = match place {
        Place::Cross | Place::New => defect.share_key(root(keys)),
        Place::Old => root(keys),
    };
    let new = at(Place::New).make(template.clone(), By::Itself);
    let cross = at(Place::Cross).make(template, By::Issuer(&old));
    let issuing = issuing(keys).issued_by(&new);
    let server = server().issued_by(&issuing);
    let held: &[&Certified] = match bundle {
        Bundle::Old => &[&old],
        Bundle::New => &[&new],
        Bundle::OldNew => &[&old, &new],
        Bundle::NewOld => &[&new, &old],
    };
    let id = format!("crossed-{place:?}-{}-bundle-{bundle:?}", defect.name).to_lowercase();
    Case::new(id, [&server, &issuing, &cross], held.iter().copied())
}
