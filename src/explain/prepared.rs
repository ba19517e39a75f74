//! One bundle, many chains: what is the same for all of them is done once.

use super::sort::Sorted;
use super::{
    Bundle, Facts, Options, Purpose, Supplied, assemble, explain_with, for_store, place, sort,
};
use crate::case::Case;
use crate::certificate::CertSha256;
use crate::known::{BundleName, KnownRoots};
use crate::location::SourceName;
use crate::report::{BundleOrigin, BundleReport, CertificateReport, Report};
use crate::signature::SignatureVerifier;
use crate::store::{Base, Encoded, Store};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A bundle that is read and indexed once, to be asked about many chains, from several threads if need be.
#[derive(Debug)]
pub struct Prepared {
    known: KnownRoots,
    supplied: Vec<Supplied>,
    /// What the bundle's files hold beside its certificates.
    sorted: Sorted,
    bundled: Arc<Base>,
    origin: BundleOrigin,
    names: Vec<SourceName>,
    certificates: HashMap<CertSha256, CertificateReport>,
    /// What the bundle is beside the public list of a name; the last one that was asked for.
    report: Mutex<Option<(BundleName, BundleReport)>>,
}

impl Prepared {
    /// Prepares a bundle, which may come in several files; with none, the newest public list.
    pub fn new(bundle: Vec<Supplied>, known: &KnownRoots) -> Self {
        let mut sorted = sort::sort(&bundle);
        let (encoded, origin): (Vec<Encoded>, _) = if sorted.bundle_was_given {
            (core::mem::take(&mut sorted.bundle), BundleOrigin::Given)
        } else {
            let newest = known.newest();
            let members = newest.members().filter_map(assemble::encoded).collect();
            (
                members,
                BundleOrigin::Newest(assemble::bundle_name(&newest)),
            )
        };
        let bundled = Arc::new(Base::read(encoded));
        let store = Store::over(Vec::new(), &bundled);
        let certificates = store
            .entries()
            .map(|(_, entry)| (entry.sha256(), assemble::certificate(known, entry)));
        Self {
            certificates: certificates.collect(),
            names: place::bundles(&bundle),
            known: known.clone(),
            supplied: bundle,
            report: Mutex::default(),
            sorted,
            bundled,
            origin,
        }
    }

    /// The table of known roots that it was prepared with; options must name the same.
    pub const fn known(&self) -> &KnownRoots {
        &self.known
    }

    /// The SHA-256 of each file of the bundle where it is known; empty for the newest public list.
    pub fn bundle_files(&self) -> impl Iterator<Item = Option<&[u8; 32]>> {
        let files = self.supplied.iter();
        files.map(|supplied| supplied.file_sha256.as_ref())
    }

    /// The same answer as [`explain`](super::explain()) gives for the bundle and this chain. The verifier may remember what it
    /// was asked for other chains.
    pub fn explain(
        &self,
        chain: Supplied,
        options: &Options<'_>,
        verifier: &dyn SignatureVerifier,
    ) -> Report {
        // What a chain's file distrusts is set aside in the bundle too.
        if chain.purpose != Purpose::Chain || !chain.recognised.distrusted().is_empty() {
            let inputs: Vec<Supplied> = self.supplied.iter().cloned().chain([chain]).collect();
            return explain_with(&inputs, options, verifier);
        }
        let mut sorted = self.sorted.clone();
        sorted.add_chain(&chain);
        let store = Store::over(sorted.chain.clone(), &self.bundled);
        let bundle = Bundle {
            names: &self.names,
            facts: &|case| Facts {
                bundle: self.bundle_report(case, &sorted),
                certificates: self.certificates(case, &sorted),
            },
        };
        for_store((&store, &sorted), &bundle, options, verifier)
    }

    fn bundle_report(&self, case: &Case<'_>, sorted: &Sorted) -> BundleReport {
        let current = case.known.current_at(case.question.at).name;
        let mut kept = self.report.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some((name, report)) if *name == current => report.clone(),
            Some(_) | None => {
                let report = assemble::bundle_report(case, sorted, self.origin.clone());
                *kept = Some((current, report.clone()));
                report
            }
        }
    }

    fn certificates(&self, case: &Case<'_>, sorted: &Sorted) -> Vec<CertificateReport> {
        let at_hand = case.store.entries().map(|(_, entry)| {
            let prepared = self.certificates.get(&entry.sha256());
            prepared
                .filter(|_| !entry.is_presented())
                .cloned()
                .unwrap_or_else(|| assemble::certificate(case.known, entry))
        });
        let mut all: Vec<CertificateReport> = at_hand.collect();
        all.extend(assemble::aside(case, sorted));
        all
    }
}
