//! Links: from the inputs of an answer to a fragment, and back.

use super::engine::Case;
use super::html::words;
use super::message::{Asked, Given, Reply};
use super::place::{Choice, Place};
use super::share::{Shared, decode, encode};
use crate::explain::bundle_part;
use crate::input::to_pem;
use crate::known::{KnownRoots, Origin};
use crate::lang::Lang;
use crate::report::{CertificatePlace, Report};
use crate::text;

/// The fragment of a link, or why there is none.
pub(super) fn link(lang: Lang, case: &Case) -> Reply {
    let problem = match case.known.origin() {
        Origin::BuiltIn => match encode(&shared(lang, case), &case.known) {
            Ok(fragment) => return Reply::Link { fragment },
            Err(problem) => Some(problem),
        },
        Origin::Custom => None,
    };
    let html = words(&text::not_shared(lang, problem));
    Reply::Refused { html }
}

fn shared(lang: Lang, case: &Case) -> Shared {
    let bundles: Vec<Vec<Vec<u8>>> = case
        .supplied
        .iter()
        .filter_map(|supplied| Some(bundle_part(supplied)?.ders))
        .map(|ders| ders.iter().map(|der| der.to_vec()).collect())
        .collect();
    Shared {
        host: case.question.host.as_ref().map(ToString::to_string),
        at: case.question.at,
        client: case.client.clone(),
        lang,
        bundle: (!bundles.is_empty()).then(|| bundles.concat()),
        chain: chain(&case.report),
        error_text: case
            .report
            .error_text
            .as_ref()
            .map(|told| told.text.clone()),
    }
}

/// What the server sent, in order.
fn chain(report: &Report) -> Vec<Vec<u8>> {
    let sent = report.certificates.iter().filter(|one| match one.place {
        CertificatePlace::Presented | CertificatePlace::Both => true,
        CertificatePlace::Bundled | CertificatePlace::SetAside => false,
    });
    sent.map(|one| one.held.as_der().to_vec()).collect()
}

/// What a link holds, as inputs.
pub(super) fn open(lang: Lang, fragment: &str, known: &KnownRoots) -> (Reply, Vec<Vec<u8>>) {
    let shared = match decode(fragment, known) {
        Ok(shared) => shared,
        Err(problem) => {
            let html = words(&text::link_problem(lang, problem));
            return (Reply::Refused { html }, Vec::new());
        }
    };
    let pem = |ders: &[Vec<u8>]| -> Vec<u8> {
        let blocks: String = ders.iter().map(|der| to_pem(der)).collect();
        blocks.into_bytes()
    };
    let bundle = shared
        .bundle
        .as_deref()
        .map(|ders| (Place::Bundle, pem(ders)));
    let chain = (!shared.chain.is_empty()).then(|| (Place::Chain, pem(&shared.chain)));
    let error = shared
        .error_text
        .map(|text| (Place::Error, text.into_bytes()));
    let (given, parts) = [bundle, chain, error]
        .into_iter()
        .flatten()
        .map(|(place, bytes)| (given(place), bytes))
        .unzip();
    let asked = Asked {
        host: shared.host.unwrap_or_default(),
        at: shared.at.to_string(),
        client: shared.client,
        lang: shared.lang.to_string(),
        given,
        ..Asked::default()
    };
    (Reply::Opened(asked), parts)
}

fn given(place: Place) -> Given {
    let name = match place {
        Place::Bundle | Place::KnownRoots => "bundle.pem",
        Place::Chain => "chain.pem",
        Place::Error => "error.txt",
    };
    Given {
        name: name.to_owned(),
        choice: Choice::User(place),
    }
}
