//! What an engine says, put into our classes.

use crate::class::Class;
use crate::class::Class::{
    Expired, Form, Host, NameConstraints, NotYetValid, Signature, Untrusted, Use, Weak,
};

/// What stands in a code or a text, in lower case with blanks for `_`, and what it means. Engines that find several
/// faults name several.
const WORDS: &[(&str, &[Class])] = &[
    // OpenSSL and what is built on it.
    ("unable to get", &[Untrusted]),
    ("unable to verify leaf", &[Untrusted]),
    ("cert untrusted", &[Untrusted]),
    ("self signed", &[Untrusted]),
    ("self-signed", &[Untrusted]),
    ("cert signature failure", &[Signature]),
    ("certificate signature failure", &[Signature]),
    ("error:06880006:asn1 encoding routines", &[Signature]),
    ("decode issuer public key", &[Signature]),
    ("has expired", &[Expired]),
    ("cert not yet valid", &[NotYetValid]),
    ("is not yet valid", &[NotYetValid]),
    ("invalid purpose", &[Use]),
    ("unsuitable certificate purpose", &[Use]),
    ("unsupported certificate purpose", &[Use]),
    ("invalid ca", &[Use]),
    ("path length", &[Use]),
    ("too weak", &[Weak]),
    ("subtree violation", &[NameConstraints]),
    ("name constraint", &[NameConstraints]),
    ("unhandled critical extension", &[Form]),
    ("error setting certificate file", &[Untrusted]),
    ("chain too long", &[Untrusted, Use]),
    // Node has no name for the newer numbers.
    ("unspecified", Class::ALL),
    ("altnames", &[Host]),
    ("altname invalid", &[Host]),
    ("does not match target host name", &[Host]),
    ("no alternative certificate subject name", &[Host]),
    ("unable to obtain common name", &[Host]),
    // Also what the driver says where a library refuses the name that is asked for.
    ("hostname", &[Host]),
    ("ip address mismatch", &[Host]),
    ("certificateerror", &[Host]),
    // GnuTLS.
    // No bit but the one that stands with all others.
    ("0x2 ", Class::ALL),
    ("issuer is unknown", &[Untrusted]),
    ("issuer is not a ca", &[Use]),
    ("expired certificate", &[Expired]),
    ("not yet valid certificate", &[NotYetValid]),
    ("insecure algorithm", &[Weak]),
    ("does not match the expected", &[Host]),
    ("signature in the certificate is invalid", &[Signature]),
    ("violates the signer's constraints", &[NameConstraints, Use]),
    ("intended purpose", &[Use]),
    ("unknown critical extension", &[Form]),
    ("cannot be read", &[Form]),
    ("duplicate extension", &[Form]),
    // Go.
    ("unknownauthority", &[Untrusted]),
    ("invalid signature", &[Signature]),
    ("cannot sign this kind", &[Use]),
    ("cannot verify signature", &[Signature]),
    ("is after", &[Expired]),
    ("is before", &[NotYetValid]),
    ("hostnameerror", &[Host]),
    ("not authorized to sign other", &[Use]),
    ("certificateinvaliderror 0", &[Use]),
    ("too many intermediates", &[Use]),
    ("incompatible key usage", &[Use]),
    ("not authorized to sign for this name", &[NameConstraints]),
    ("failed to parse", &[Form]),
    // Java, whose builder says no more than this where it has tried several paths.
    ("unable to find valid certification path", Class::ALL),
    ("does not chain with any of the trust anchors", Class::ALL),
    ("trustanchors parameter", &[Untrusted]),
    ("no name matching", &[Host]),
    ("subject alternative", &[Host]),
    ("no subject alternative", &[Host]),
    ("certificate expired", &[Expired]),
    ("notafter", &[Expired]),
    ("notbefore", &[NotYetValid]),
    ("algorithm constraints", &[Weak]),
    ("signature does not match", &[Signature]),
    ("signature not available", &[Signature]),
    ("not a ca certificate", &[Use]),
    ("keycertsign", &[Use]),
    ("does not allow digital signatures", &[Use]),
    ("extended key usage", &[Use]),
    ("must be the last cert", &[Use]),
    ("unrecognized critical", &[Form]),
    ("unrecognized crit", &[Form]),
    ("policy tree", &[Form]),
    ("parsing", &[Form]),
    ("non-ldh", &[Host]),
    ("stringindexoutofbounds", &[Host]),
    // NSS.
    ("unknown issuer", &[Untrusted]),
    ("untrusted issuer", &[Untrusted]),
    ("expired issuer", &[Expired, NotYetValid]),
    ("error expired certificate", &[Expired, NotYetValid]),
    ("bad cert domain", &[Host]),
    ("algorithm disabled", &[Weak]),
    ("not in name space", &[NameConstraints]),
    ("bad signature", &[Signature]),
    ("inadequate", &[Use]),
    ("path len", &[Use]),
    ("ca cert invalid", &[Use]),
    ("reused issuer and serial", &[Form]),
    // rustls, and the names of webpki that it passes on.
    ("unknownissuer", &[Untrusted]),
    ("no root trust anchors", &[Untrusted]),
    ("expiredcontext", &[Expired]),
    ("peer certificate: expired", &[Expired]),
    ("notvalidyet", &[NotYetValid]),
    ("notvalidforname", &[Host]),
    ("invalid dns name", &[Host]),
    ("invalidpurpose", &[Use]),
    ("endentityusedasca", &[Use]),
    ("causedasendentity", &[Use]),
    ("pathlen", &[Use]),
    ("nameconstraintviolation", &[NameConstraints]),
    // A name that it cannot read, in the certificate.
    ("malformed", &[Form, Host, NameConstraints]),
    ("badsignature", &[Signature]),
    ("unsupportedsignature", &[Signature, Weak]),
    ("unhandledcritical", &[Form]),
    ("unsupportedcritical", &[Form]),
    ("badencoding", &[Form]),
    ("unsupportedcertversion", &[Form]),
];

/// OpenSSL's numbers (`X509_V_ERR_…`) and what they mean.
const NUMBERS: &[(&[u16], &[Class])] = &[
    (&[2, 18, 19, 20, 21, 27], &[Untrusted]),
    (&[10], &[Expired]),
    (&[9], &[NotYetValid]),
    (&[62, 64], &[Host]),
    (&[47, 48, 49, 51, 52, 53], &[NameConstraints]),
    (&[22, 24, 25, 26, 32, 79], &[Use]),
    (&[66, 67, 68], &[Weak]),
    (&[6, 7], &[Signature]),
];

/// The classes of a refusal in an engine's words; none where nothing is known of these words.
pub(crate) fn classes(code: &str, text: &str) -> Vec<Class> {
    // curl has numbers of its own, and the reason in its words.
    let is_of_curl = ["curl", "SSL"].iter().any(|word| text.starts_with(word));
    if let Ok(number) = code.parse::<u16>()
        && !is_of_curl
    {
        let row = NUMBERS
            .iter()
            .find(|(numbers, _)| numbers.contains(&number));
        return row.map_or(&[Form][..], |(_, classes)| classes).to_vec();
    }
    let said = format!("{code} {text}")
        .to_lowercase()
        .replace('_', " ")
        // Go says which of the two after it.
        .replace("has expired or is not yet valid", "");
    let found = WORDS.iter().filter(|(words, _)| said.contains(words));
    found
        .flat_map(|(_, classes)| classes.iter().copied())
        .collect()
}
