//! The time of a case beside rustls' path builder with ring: both read the PEM, build the path and check the name, in turn
//! and in one run. `cargo xtask bench` runs it in release.

use crate::format::{PeerKind, Testcase, ValidationKind};
use crate::{NOW, answer, suite};
use certwhy::moment::Moment;
use core::time::Duration;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use std::hint::black_box;
use std::time::Instant;
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, KeyUsage, anchor_from_trusted_cert};

/// Pairs of runs over all cases that are counted; one pair before them is not.
const PAIRS: usize = 31;

/// The goal: at most so many times as long.
const GOAL: f64 = 4.0;

#[test]
#[ignore = "measures; run by `cargo xtask bench`"]
fn time_beside_rustls() {
    let Some(public) = suite::read("limbo-public.json.gz") else {
        return;
    };
    let is_own = |case: &&Testcase| !case.id.starts_with("bettertls");
    let cases: Vec<&Testcase> = public.suite.testcases.iter().filter(is_own).collect();
    let now = Moment::parse(NOW).expect("a moment");
    let mut pairs = Vec::new();
    for _ in 0..=PAIRS {
        let ours = timed(|| {
            for case in &cases {
                black_box(answer::verdict(case, now));
            }
        });
        let theirs = timed(|| {
            for case in &cases {
                black_box(theirs(case, now));
            }
        });
        pairs.push((ours, theirs));
    }
    let counted = pairs.get(1..).unwrap_or_default();
    let each = |time: f64| time * 1e6 / f64::from(u32::try_from(cases.len()).unwrap_or(u32::MAX));
    let ours = median(counted.iter().map(|pair| pair.0).collect());
    let theirs = median(counted.iter().map(|pair| pair.1).collect());
    let ratio = median(counted.iter().map(|pair| pair.0 / pair.1).collect());
    eprintln!(
        "\n{} own cases, median of {PAIRS} pairs in turn, for each case",
        cases.len()
    );
    eprintln!("  certwhy        {:7.1} µs", each(ours));
    eprintln!("  rustls-webpki  {:7.1} µs", each(theirs));
    eprintln!("  ratio          {ratio:7.2}");
    assert!(cfg!(debug_assertions) || ratio <= GOAL, "{ratio} > {GOAL}");
}

fn timed(run: impl FnOnce()) -> f64 {
    let started = Instant::now();
    run();
    started.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn theirs(case: &Testcase, now: Moment) -> bool {
    let read = |pem: &String| CertificateDer::from_pem_slice(pem.as_bytes()).ok();
    let roots: Vec<_> = case.trusted_certs.iter().filter_map(read).collect();
    let others: Vec<_> = case
        .untrusted_intermediates
        .iter()
        .filter_map(read)
        .collect();
    let anchors: Vec<_> = roots
        .iter()
        .filter_map(|root| anchor_from_trusted_cert(root).ok())
        .collect();
    let Some(target) = read(&case.peer_certificate) else {
        return false;
    };
    let Ok(target) = EndEntityCert::try_from(&target) else {
        return false;
    };
    let at = case.validation_time.as_deref().and_then(Moment::parse);
    let seconds = u64::try_from(at.unwrap_or(now).as_unix()).unwrap_or_default();
    let usage = match case.validation_kind {
        ValidationKind::Server => KeyUsage::server_auth(),
        ValidationKind::Client => KeyUsage::client_auth(),
    };
    let time = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
    let path = target.verify_for_usage(
        ALL_VERIFICATION_ALGS,
        &anchors,
        &others,
        time,
        usage,
        None,
        None,
    );
    path.is_ok() && bears_name(&target, case)
}

fn bears_name(target: &EndEntityCert<'_>, case: &Testcase) -> bool {
    case.expected_peer_name
        .as_ref()
        .filter(|name| name.kind != PeerKind::Mailbox)
        .and_then(|name| ServerName::try_from(name.value.as_str()).ok())
        .is_none_or(|name| target.verify_is_valid_for_subject_name(&name).is_ok())
}
