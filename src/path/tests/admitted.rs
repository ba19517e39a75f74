//! Rules that speak of whole paths: the second stage looks only where each certificate passes by itself.

use crate::path::decide;
use crate::signature::RustCrypto;
use crate::store::Store;
use crate::testing::{AS_IS, Edit, HOST, policy, question, store};
use crate::verdict::{Verdict, judge};
use test_pki::{Certified, Name, Subtree, ca, leaf};

const EXPIRED: Edit = |t| t.valid("2010-01-01", "2011-01-01");
const UNKNOWN_ALGORITHM: Edit = |t| t.signature_algorithm("1.2.3.4");

/// A CA that can be reached through each of several, one of which its root does not allow.
fn crossed(ways: &[Edit], excluded: usize) -> Store {
    let name = |number: usize| format!("Mock Way {number}");
    let root = ca("Mock Root")
        .exclude(Subtree::Directory(Name::cn(name(excluded).as_str())))
        .self_signed();
    let middle = ca("Mock CA").self_signed();
    let server = leaf(HOST).issued_by(&middle);
    let way = |(number, edit): (usize, &Edit)| edit(ca(name(number).as_str())).issued_by(&root);
    let ways: Vec<Certified> = ways.iter().enumerate().map(way).collect();
    let crossed: Vec<Certified> = ways.iter().map(|way| middle.cross_signed_by(way)).collect();
    let presented: Vec<&Certified> = [&server].into_iter().chain(&crossed).chain(&ways).collect();
    store(&presented, &[&root])
}

/// Whichever way is looked at first, and found to be excluded, of the others only one that passes by itself is tried.
#[test]
fn certificates_that_fail_by_themselves_cost_no_attempt() {
    let mut policy = policy("webpki");
    policy.budget.attempts = 1;
    for (other, verdict) in [
        (AS_IS, Verdict::Trusted),
        (UNKNOWN_ALGORITHM, Verdict::Undecided),
        (EXPIRED, Verdict::NotTrusted),
    ] {
        for (first, last, excluded) in [(AS_IS, other, 0), (other, AS_IS, 7)] {
            let ways = [&[first][..], &[EXPIRED; 6], &[last]].concat();
            let trace = decide(&crossed(&ways, excluded), &question(), &policy, &RustCrypto);
            assert_eq!((judge(&trace), trace.stopped), (verdict, None));
        }
    }
}
