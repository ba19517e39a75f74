//! Any bytes as a bundle that is repaired with a root that was proven to help: what could be read stays, the root comes
//! in, and there is nothing left to repair.

use crate::mock::{HOST, client, input, options, pem_input, question};
use certwhy::certificate::Certificate;
use certwhy::explain::{Purpose, Supplied, explain};
use certwhy::input::{Content, Recognised, Role};
use certwhy::known::KnownRoots;
use certwhy::lang::Lang;
use certwhy::page::download::{Context, Download, File, file};
use certwhy::verdict::Verdict;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use test_pki::{Certified, ca, leaf};

/// What no bundle holds before.
struct World {
    root: Certified,
    chain: Vec<Certified>,
    known: KnownRoots,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let root = ca("Mock Lacking Root").self_signed();
    let issuing = ca("Mock Lacking Issuing").issued_by(&root);
    let server = leaf(HOST).issued_by(&issuing);
    World {
        known: KnownRoots::from_certificates([root.der().to_vec()]),
        root,
        chain: vec![server, issuing],
    }
});

/// One input.
pub fn run(data: &[u8]) {
    let before = input(Purpose::Bundle, data);
    let Some((verdict, repaired)) = repaired(&before) else {
        return;
    };
    let after = input(Purpose::Bundle, &repaired.bytes);
    assert!(
        after.recognised.notes.is_empty(),
        "{:?}",
        after.recognised.notes
    );
    let (old, new) = (trusted(&before.recognised), trusted(&after.recognised));
    let lost: Vec<_> = old.difference(&new).collect();
    assert!(lost.is_empty(), "{} certificates are lost", lost.len());
    let root = WORLD.root.der().to_vec();
    if verdict == Verdict::NotTrusted {
        assert!(new.contains(&root), "the root is missing");
    }
    let added: BTreeSet<_> = new.difference(&old).collect();
    assert!(
        added.iter().all(|der| **der == root),
        "more than the root was added"
    );
    assert!(
        repaired_again(&after).is_none(),
        "a second repair changes it again"
    );
}

/// The verdict before, and the new bundle; none where nothing can be repaired.
fn repaired(bundle: &Supplied) -> Option<(Verdict, File)> {
    let chain = pem_input(Purpose::Chain, &WORLD.chain);
    let inputs = [bundle.clone(), chain];
    let question = question(HOST);
    let report = explain(&inputs, &options(&WORLD.known, client(0), &question));
    let context = Context {
        report: &report,
        inputs: &inputs,
        lang: Lang::En,
    };
    Some((report.verdict?, file(Download::RepairedBundle, &context)?))
}

fn repaired_again(bundle: &Supplied) -> Option<File> {
    repaired(bundle).map(|(verdict, file)| {
        assert_eq!(
            verdict,
            Verdict::Trusted,
            "the repaired bundle does not help"
        );
        file
    })
}

/// The certificates that can be read and that the file itself takes for anchors.
fn trusted(recognised: &Recognised) -> BTreeSet<Vec<u8>> {
    let distrusted = recognised.distrusted();
    let anchors = recognised
        .items
        .iter()
        .filter_map(|item| match &item.content {
            Content::Certificate { der, role, .. } => match role {
                Role::Unspecified | Role::ServerChain => Some(der.as_slice()),
                Role::KeyChain | Role::Distrusted | Role::OtherPurposes => None,
            },
            Content::ErrorText(_) => None,
        });
    let is_kept = |der: &&[u8]| !distrusted.contains(der) && Certificate::parse(der).is_ok();
    anchors.filter(is_kept).map(<[u8]>::to_vec).collect()
}
