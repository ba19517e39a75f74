//! Around what is to be done: what was proven, and why something comes second.

use crate::doc::{Inlines, code};
use crate::remedy::WhySecond;
use crate::say;
use crate::text::proof::Proof;

/// That a remedy was proven, and for which clients.
pub(in crate::text) fn proven(clients: &[String]) -> Inlines {
    match Proof::of(clients) {
        Proof::All => say!(
            "**Proven:** the validation was run again with this change and passed, for every client that certwhy knows."
        ),
        Proof::AllBut(others) => say!(
            "**Proven:** the validation was run again with this change and passed, for every client that certwhy knows but {others}.",
            others = Inlines::join(others.iter().map(|id| code(*id)), ", ")
        ),
        Proof::These(clients) => say!(
            "**Proven:** the validation was run again with this change and passed, for {clients}.",
            clients = Inlines::join(clients.iter().map(code), ", ")
        ),
    }
}

/// Why a remedy comes second.
pub(in crate::text) fn why_second(why: WhySecond) -> Inlines {
    match why {
        WhySecond::DependsOnCrossCertificate => say!(
            "It comes second because it works only as long as the server sends a cross-certificate, a copy of the root signed by another CA."
        ),
        WhySecond::RemovedSince => {
            say!("It comes second because this root has been removed from the public list since.")
        }
        WhySecond::FartherUp => {
            say!("It comes second because another root is nearer the server's certificate.")
        }
        WhySecond::LargerChange => say!("It comes second because it changes more than the first."),
    }
}

/// The heading over the other remedies.
pub(in crate::text) const fn alternatives() -> &'static str {
    "Other ways that were proven to work"
}

/// The heading over the advice.
pub(in crate::text) const fn also_helpful() -> &'static str {
    "What else helps"
}

/// Said where there is neither remedy nor advice.
pub(in crate::text) fn nothing_to_do() -> Inlines {
    say!("There is nothing that you can do on this side. The first section says who can.")
}

/// The title over steps that are for one system each.
pub(in crate::text) fn own_system() -> Inlines {
    say!("Do the one of these that is for your system.")
}
