//! Two certificates of one intermediate, same name and key, one of them with a defect: sent in both orders, or one sent and
//! the other in the bundle.

use super::Case;
use super::defect::{By, Defect, THAT_MATTER};
use super::world::{issuing, root, server};

/// Where the two stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    BadGood,
    GoodBad,
    BadSent,
    GoodSent,
}

pub(super) fn cases() -> Vec<Case> {
    let orders = [
        Order::BadGood,
        Order::GoodBad,
        Order::BadSent,
        Order::GoodSent,
    ];
    let each = |defect: &Defect| orders.map(|order| case(*defect, order));
    THAT_MATTER
        .iter()
        // Every intermediate here has a path length of zero.
        .filter(|defect| defect.name != "path-length-0")
        .flat_map(each)
        .collect()
}

fn case(defect: Defect, order: Order) -> Case {
    let keys = defect.keys();
    let root = root(keys).self_signed();
    let template = defect.share_key(issuing(keys));
    let good = template.clone().issued_by(&root);
    let bad = defect.make(template, By::Issuer(&root));
    let server = server().issued_by(&good);
    let id = format!("spare-{}-{order:?}", defect.name).to_lowercase();
    match order {
        Order::BadGood => Case::new(id, [&server, &bad, &good], [&root]),
        Order::GoodBad => Case::new(id, [&server, &good, &bad], [&root]),
        Order::BadSent => Case::new(id, [&server, &bad], [&good, &root]),
        Order::GoodSent => Case::new(id, [&server, &good], [&bad, &root]),
    }
}
