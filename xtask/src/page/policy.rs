//! The Content-Security-Policy: nothing is allowed but what the page needs.
//!
//! `'wasm-unsafe-eval'` allows WebAssembly and no `eval`. `worker-src blob:` is the worker, made from the page's own
//! script; it inherits this policy. Downloads are made from blobs too, but following a link is not governed by any of these.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// No plug-ins, no base address, no forms; and nothing else that is not named.
const REST: &str = "worker-src blob:; base-uri 'none'; form-action 'none'";

/// For the page whose assets are files beside it.
pub(super) fn multi_file() -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; \
         connect-src 'self'; {REST}"
    )
}

/// For the page that holds everything: it can fetch nothing at all.
pub(super) fn single_file(script: &str, style: &str) -> String {
    let (script, style) = (source(script), source(style));
    format!(
        "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; img-src data:; \
         connect-src 'none'; {REST}"
    )
}

/// What a host's header says beside it: a `meta` element cannot.
pub(super) fn in_header(policy: &str) -> String {
    format!("{policy}; frame-ancestors 'none'")
}

/// An inline element by the digest of its text.
fn source(text: &str) -> String {
    let digest = BASE64.encode(&Sha256::digest(text.as_bytes()));
    format!("'sha256-{digest}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_element_is_allowed_by_its_digest() {
        // The digest of the empty text, as openssl and base64 write it.
        assert_eq!(
            source(""),
            "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
        );
    }

    #[test]
    fn each_policy_begins_with_nothing_and_allows_no_wide_source() {
        for policy in [multi_file(), single_file("a()", "b{}")] {
            assert!(policy.starts_with("default-src 'none'; "), "{policy}");
            for wide in [
                "'unsafe-inline'",
                "'unsafe-eval'",
                "*",
                "http",
                "frame-ancestors",
            ] {
                assert!(!policy.contains(wide), "{wide} in {policy}");
            }
        }
    }
}
