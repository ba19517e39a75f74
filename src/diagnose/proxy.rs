//! TLS inspection: a proxy or a virus scanner that puts its own certificate in place of the server's.

use super::dead_end::root_name;
use crate::case::Case;
use crate::certificate::ServerName;
use crate::finding::{Cert, Finding, ProxyEvidence};
use crate::path::Attempt;

/// Names under which inspecting products sign, as they stand in issuer names, in lower case.
const VENDORS: &[(&str, &str)] = &[
    ("zscaler", "Zscaler"),
    ("netskope", "Netskope"),
    ("sophos", "Sophos"),
    ("fortinet", "Fortinet"),
    ("fortigate", "Fortinet"),
    ("palo alto", "Palo Alto Networks"),
    ("blue coat", "Blue Coat"),
    ("bluecoat", "Blue Coat"),
    ("forcepoint", "Forcepoint"),
    ("websense", "Forcepoint"),
    ("mcafee web gateway", "McAfee"),
    ("skyhigh", "Skyhigh Security"),
    ("cisco umbrella", "Cisco Umbrella"),
    ("cisco secure access", "Cisco"),
    ("check point", "Check Point"),
    ("barracuda", "Barracuda"),
    ("watchguard", "WatchGuard"),
    ("sonicwall", "SonicWall"),
    ("untangle", "Untangle"),
    ("iboss", "iboss"),
    ("avast", "Avast"),
    ("avg ", "AVG"),
    ("kaspersky", "Kaspersky"),
    ("eset ssl", "ESET"),
    ("bitdefender", "Bitdefender"),
    ("dr.web", "Dr.Web"),
    ("adguard", "AdGuard"),
    ("trend micro", "Trend Micro"),
    ("cato networks", "Cato Networks"),
    ("cloudflare gateway", "Cloudflare Gateway"),
    ("mitmproxy", "mitmproxy"),
    ("portswigger", "PortSwigger Burp"),
    ("charles proxy", "Charles"),
    ("do_not_trust_fiddler", "Fiddler"),
    ("superfish", "Superfish"),
    ("edellroot", "Dell eDellRoot"),
];

/// Services on the public Internet that always present certificates of public CAs.
const PUBLIC_SERVICES: &[&str] = &[
    "amazonaws.com",
    "amazon.com",
    "cloudfront.net",
    "aws.dev",
    "autodesk.com",
    "shotgunstudio.com",
    "shotgunsoftware.com",
    "google.com",
    "googleapis.com",
    "github.com",
    "githubusercontent.com",
    "gitlab.com",
    "microsoft.com",
    "windows.net",
    "azure.com",
    "apple.com",
    "cloudflare.com",
    "python.org",
    "docker.io",
    "docker.com",
    "mozilla.org",
    "letsencrypt.org",
    "dropbox.com",
    "slack.com",
];

/// A vendor's name in the name of an issuer on the path. What the server calls itself does not count: vendors have web
/// sites, too.
pub(super) fn by_vendor(case: &Case<'_>, path: &Attempt, top: &Cert) -> Option<Finding> {
    let issuers: Vec<String> = path
        .certificates
        .iter()
        .filter_map(|id| case.cert(*id))
        .map(|certificate| certificate.issuer.to_string().to_lowercase())
        .collect();
    let (_, vendor) = VENDORS
        .iter()
        .find(|(mark, _)| issuers.iter().any(|issuer| issuer.contains(mark)))?;
    Some(interception(top, ProxyEvidence::Vendor(vendor)))
}

/// A public service under a CA that is in no public list.
pub(super) fn by_host(case: &Case<'_>, top: &Cert) -> Option<Finding> {
    let Some(ServerName::Dns(host)) = &case.question.host else {
        return None;
    };
    let host = host.as_str().to_ascii_lowercase();
    let is_within = |service: &&str| {
        host.strip_suffix(*service)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    PUBLIC_SERVICES.iter().find(|service| is_within(service))?;
    Some(interception(top, ProxyEvidence::PublicHost(host)))
}

fn interception(top: &Cert, evidence: ProxyEvidence) -> Finding {
    Finding::InterceptionProxy {
        top: top.clone(),
        root: root_name(top),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_lower_case_and_distinct() {
        for (index, (mark, _)) in VENDORS.iter().enumerate() {
            assert_eq!(*mark, mark.to_lowercase());
            assert!(
                VENDORS.iter().take(index).all(|(other, _)| other != mark),
                "{mark}"
            );
        }
    }
}
