//! Rules that speak of whole paths: the second stage looks only where each certificate passes by itself.

use crate::path::{Limit, decide};
use crate::signature::RustCrypto;
use crate::store::Store;
use crate::testing::{AS_IS, Edit, HOST, policy, question, store};
use crate::verdict::{Verdict, judge};
use test_pki::{Certified, Name, Subtree, ca, leaf};

const EXPIRED: Edit = |t| t.valid("2010-01-01", "2011-01-01");
const UNKNOWN_ALGORITHM: Edit = |t| t.signature_algorithm("1.2.3.4");

/// A CA that can be reached through each of several, the first of which its root does not allow.
fn crossed(ways: &[Edit]) -> Store {
    let root = ca("Mock Root")
        .exclude(Subtree::Directory(Name::cn("Mock Way 0")))
        .self_signed();
    let middle = ca("Mock CA").self_signed();
    let server = leaf(HOST).issued_by(&middle);
    let way = |(number, edit): (usize, &Edit)| {
        edit(ca(format!("Mock Way {number}").as_str())).issued_by(&root)
    };
    let ways: Vec<Certified> = [AS_IS].iter().chain(ways).enumerate().map(way).collect();
    let crossed: Vec<Certified> = ways.iter().map(|way| middle.cross_signed_by(way)).collect();
    let presented: Vec<&Certified> = [&server].into_iter().chain(&crossed).chain(&ways).collect();
    store(&presented, &[&root])
}

fn verdict(ways: &[Edit], attempts: usize) -> (Verdict, Option<Limit>) {
    let mut policy = policy("webpki");
    policy.budget.attempts = attempts;
    let trace = decide(&crossed(ways), &question(), &policy, &RustCrypto);
    (judge(&trace), trace.stopped)
}

#[test]
fn certificates_that_fail_by_themselves_cost_no_attempt() {
    let expired = [EXPIRED; 6];
    let with = |last: Edit| [&expired[..], &[last]].concat();
    for (ways, verdict_of_all) in [
        (with(AS_IS), Verdict::Trusted),
        (with(UNKNOWN_ALGORITHM), Verdict::Undecided),
        (with(EXPIRED), Verdict::NotTrusted),
    ] {
        assert_eq!(verdict(&ways, 1), (verdict_of_all, None));
    }
}
