//! Stand-in for the page's own words until `certwhy::page` has them.

use certwhy::lang::Lang;

pub(super) fn frame(_lang: Lang) -> String {
    "<main><h1>certwhy</h1></main>\n".to_owned()
}

pub(super) fn title(_lang: Lang) -> String {
    "certwhy".to_owned()
}

pub(super) fn description(_lang: Lang) -> String {
    "Explains why a certificate chain does not verify against a CA bundle.".to_owned()
}
