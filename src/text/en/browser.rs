//! Why a browser connects where another program fails.

use crate::doc::Inlines;
use crate::say;
use crate::text::Otherwise;

/// What browsers do otherwise.
pub(in crate::text) fn words(otherwise: Otherwise) -> Inlines {
    match otherwise {
        Otherwise::OwnList => say!(
            "Browsers do not read your CA bundle. Each has a list of trusted roots of its own, or uses that of the system, and these lists are updated by themselves. So a fault in your bundle stops only the programs that read it."
        ),
        Otherwise::EveryPath => say!(
            "Browsers try every path that the certificates allow, and one of them is valid here. This client follows one path and gives up when it fails. That is why the same certificates work in one and not in the other."
        ),
        Otherwise::FewerRules => say!(
            "Browsers are mostly lenient with the form of a certificate and connect all the same. This client applies stricter rules, as Python has done since version 3.13. The certificate is the same for both."
        ),
        Otherwise::OtherRemovals => say!(
            "Every browser and every system has a list of its own, and they do not drop a root on the same day; some go on trusting certificates that were issued before. So a browser may still work. It can stop at the next update."
        ),
        Otherwise::InstalledRoots => say!(
            "A browser works where somebody, usually an administrator, has installed this root in the store that the browser uses. A program that reads a CA bundle of its own does not look there."
        ),
        Otherwise::Exceptions => say!(
            "A browser shows a warning for such a certificate and lets a person go on, and may remember that choice for a while. Other programs have nobody to ask and refuse. That the browser goes on does not mean that the server is genuine."
        ),
    }
}
