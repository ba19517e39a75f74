//! `dist/_headers`: what a host is to say with each file, in the form that several static hosts read. Our own server
//! reads it as well, so that what is tested is what is published.

use super::parts::Parts;
use super::policy;

/// For every file. The page uses no powerful feature, shares its window with nobody, and says nowhere that it was open.
const FOR_ALL: &[&str] = &[
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: no-referrer",
    "Cross-Origin-Opener-Policy: same-origin",
    "Cross-Origin-Resource-Policy: same-origin",
    "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
];

const FOR_EVER: &str = "Cache-Control: public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "Cache-Control: no-cache";

/// The file's text. Hosts write an address with or without `.html`, so both are named; each address has one policy, since
/// a browser obeys all that it is given.
pub(super) fn text(parts: &Parts, single_file: &str) -> String {
    let document = |policy: &str| {
        let policy = policy::in_header(policy);
        vec![
            format!("Content-Security-Policy: {policy}"),
            ASK_AGAIN.to_owned(),
        ]
    };
    let mut rules = vec![(
        "/*".to_owned(),
        FOR_ALL.iter().map(|line| (*line).to_owned()).collect(),
    )];
    for path in ["/", "/index.html"] {
        rules.push((path.to_owned(), document(&policy::multi_file())));
    }
    for path in ["/certwhy", "/certwhy.html"] {
        rules.push((path.to_owned(), document(single_file)));
    }
    for asset in parts.assets() {
        rules.push((format!("/{}", asset.file_name()), vec![FOR_EVER.to_owned()]));
    }
    rules.iter().map(rule).collect()
}

fn rule((path, headers): &(String, Vec<String>)) -> String {
    let headers = headers.join("\n  ");
    format!("{path}\n  {headers}\n")
}

/// The headers that such a text gives for a path, in its order.
pub(super) fn for_path<'a>(text: &'a str, path: &str) -> Vec<&'a str> {
    let mut applies = false;
    let mut found = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("  ") {
            Some(header) if applies => found.push(header),
            Some(_) => {}
            None => applies = line == "/*" || line == path,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::html;

    fn headers(path: &str) -> Vec<String> {
        let parts = html::sample("a()");
        let text = text(&parts, "default-src 'none'");
        let found = for_path(&text, path);
        found.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn each_document_has_one_policy_and_is_asked_for_again() {
        for path in ["/", "/index.html", "/certwhy", "/certwhy.html"] {
            let headers = headers(path);
            let policies = headers
                .iter()
                .filter(|header| header.starts_with("Content-Security-Policy: "));
            assert_eq!(policies.count(), 1, "{path}");
            assert!(
                headers
                    .iter()
                    .any(|header| header.ends_with("; frame-ancestors 'none'"))
            );
            assert!(headers.iter().any(|header| header == ASK_AGAIN), "{path}");
        }
    }

    #[test]
    fn what_has_a_digest_in_its_name_is_kept() {
        let parts = html::sample("a()");
        for asset in parts.assets() {
            let headers = headers(&format!("/{}", asset.file_name()));
            assert!(headers.iter().any(|header| header == FOR_EVER));
            assert_eq!(headers.len(), FOR_ALL.len() + 1);
        }
    }

    #[test]
    fn every_path_has_what_is_for_all() {
        assert_eq!(headers("/else"), FOR_ALL);
    }
}
