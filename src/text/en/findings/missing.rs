//! What is not there: roots and intermediates.

use super::super::words;
use crate::certificate::{Certificate, Name};
use crate::doc::{code, field, text};
use crate::finding::{MissingIntermediate, MissingRoot, ProxyEvidence, RootOption, RootRelation};
use crate::known::Removal;
use crate::lang::Lang::En;
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, date, name};
use crate::text::terms::{CROSS_CERTIFICATE, INTERMEDIATE, TLS_INSPECTION};

pub(super) fn root(evidence: &MissingRoot) -> FindingWords {
    let below = cert(&evidence.below);
    let Some(RootOption { root, relation, .. }) = evidence.roots.first() else {
        return words(
            say!(
                "Your CA bundle lacks the root certificate “{root}”.",
                root = name(&evidence.wanted)
            ),
            [say!(
                "The server's chain ends at “{below}”. The public root certificate that signed it is not in your bundle, so the client cannot tell whether the server is genuine.",
                below
            )],
        );
    };
    let why = match relation {
        RootRelation::IssuerOf(_) => say!(
            "The server's chain ends at “{below}”, which was signed by the public root certificate “{root}”. Your bundle does not hold that root, so the client has nothing to compare the chain with and refuses the connection.",
            below,
            root = cert(root)
        ),
        RootRelation::TwinAt(_) => say!(
            "The server's chain ends at “{below}”, signed by “{issuer}”, and your bundle does not hold that signer. It does not hold the public root certificate “{root}” either. The server sends the name and key of that root, but only as a {cross}, which is a copy signed by another CA. A client needs the original, which signed itself, in its bundle.",
            below,
            issuer = name(&evidence.below.issuer),
            root = cert(root),
            cross = CROSS_CERTIFICATE.inline(En),
        ),
    };
    words(
        say!(
            "Your CA bundle lacks the root certificate “{root}”.",
            root = cert(root)
        ),
        [
            why,
            say!(
                "A browser on the same computer may still work. Browsers use a list of roots of their own, and Windows fetches a missing root on demand, but only for programs that use the certificate check of Windows itself."
            ),
        ],
    )
}

pub(super) fn intermediate(evidence: &MissingIntermediate) -> FindingWords {
    let wanted = || name(&evidence.wanted);
    let below = cert(&evidence.below);
    words(
        say!(
            "The server does not send the intermediate certificate “{wanted}”.",
            wanted = wanted()
        ),
        [
            say!(
                "“{below}” was signed by “{wanted}”, an {intermediate}: the link between a server's certificate and a root. The server has to send it along with its own certificate, and did not, so the client cannot get from one to the other.",
                below,
                intermediate = INTERMEDIATE.inline(En),
                wanted = wanted()
            ),
            say!(
                "A browser may still work, because browsers download a missing intermediate, or remember it from another site. Most other programs do neither."
            ),
        ],
    )
}

pub(super) fn anchor_not_self_signed(
    anchor: &Certificate,
    twin: Option<&Certificate>,
) -> FindingWords {
    let remedy = if let Some(twin) = twin {
        say!(
            "The certificate that this client wants has the same name and key, and signed itself: “{twin}”, SHA-256 {print}.",
            twin = cert(twin),
            print = code(twin.sha256().thumbprint())
        )
    } else {
        say!(
            "The certificate that this client wants is the root at the very end of the chain, the one that signed itself."
        )
    };
    words(
        say!(
            "Your CA bundle holds “{anchor}” in a form that this client does not take for a root.",
            anchor = cert(anchor)
        ),
        [
            say!(
                "“{anchor}” in your bundle was signed by “{issuer}”, so it is an intermediate or a cross-certificate, and not a root. This client trusts only certificates that signed themselves. Some other clients accept it.",
                anchor = cert(anchor),
                issuer = name(&anchor.issuer)
            ),
            remedy,
        ],
    )
}

pub(super) fn interception_proxy(
    top: &Certificate,
    root: &Name,
    evidence: &ProxyEvidence,
) -> FindingWords {
    let sign = match evidence {
        ProxyEvidence::Vendor(vendor) => say!(
            "This shows in the issuer of “{top}”: it names {vendor}, a maker of such products.",
            top = cert(top),
            vendor = *vendor
        ),
        ProxyEvidence::PublicHost(host) => say!(
            "This shows in the certificates: {host} is a public service, while “{top}” leads to a root that is on no public list.",
            host = field(host),
            top = cert(top)
        ),
    };
    words(
        say!("Your network replaces the server's certificate with one of its own."),
        [
            say!(
                "A proxy or a security program between your computer and the server decrypts the connection, examines it, and encrypts it again under a certificate of its own ({inspection}). That certificate comes from “{root}”, which your bundle does not trust.",
                inspection = TLS_INSPECTION.inline(En),
                root = name(root)
            ),
            sign,
            say!(
                "If your company does this on purpose, your IT department has the root certificate and can give it to you. Do not take it from this connection or from the web: whoever holds that root can read the traffic. If nobody in your IT department knows about it, do not continue."
            ),
            say!(
                "Browsers usually work in such a network because IT has installed the root in the store that they use."
            ),
        ],
    )
}

pub(super) fn self_signed_leaf(leaf: &Certificate) -> FindingWords {
    words(
        say!(
            "The server's certificate “{leaf}” was signed by nobody but the server itself.",
            leaf = cert(leaf)
        ),
        [say!(
            "“{leaf}” names itself as its issuer. No CA has confirmed that it belongs to this server, so a client cannot tell it from a forged one. The server's owner should get a certificate from a CA.",
            leaf = cert(leaf)
        )],
    )
}

pub(super) fn unknown_root(top: &Certificate, root: &Name) -> FindingWords {
    words(
        say!(
            "The server's chain leads to “{root}”, which is not a known public root.",
            root = name(root)
        ),
        [
            if top.subject == *root {
                say!(
                    "“{top}” is the end of the chain. Neither your bundle nor the list of public roots holds a certificate with its key.",
                    top = cert(top)
                )
            } else {
                say!(
                    "“{top}” leads to the root “{root}”. Neither your bundle nor the list of public roots holds a certificate with that key.",
                    top = cert(top),
                    root = name(root)
                )
            },
            say!(
                "It may be the private CA of a company or a studio. In that case whoever runs it, usually the IT department, can give you the root certificate and confirm its fingerprint. Do not trust a copy that comes from the server itself."
            ),
        ],
    )
}

pub(super) fn removed_root(root: &Certificate, removal: &Removal) -> FindingWords {
    words(
        say!(
            "The root certificate “{root}” was removed from the public list on {day}.",
            root = cert(root),
            day = date(removal.date)
        ),
        [
            say!(
                "The server's chain leads to “{root}”. Mozilla's list of public roots, published as {release}, no longer holds it. Updated clients refuse this server, and more of them will.",
                root = cert(root),
                release = text(removal.release.to_string())
            ),
            say!(
                "The lasting remedy is on the server's side: its owner has to move to a certificate under a root that is still on the list."
            ),
        ],
    )
}
