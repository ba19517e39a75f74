//! What a text says that somebody has already tried.

use super::{CaFile, CertificateStore, Place};

/// Words that only who repairs that place writes, in lower case and with forward slashes.
const MARKS: &[(&str, Place)] = &[
    (
        "import-certificate",
        Place::Store(CertificateStore::Windows),
    ),
    ("-addstore", Place::Store(CertificateStore::Windows)),
    (
        "cert:/localmachine/root",
        Place::Store(CertificateStore::Windows),
    ),
    (
        "cert:/currentuser/root",
        Place::Store(CertificateStore::Windows),
    ),
    (
        "信頼されたルート証明機関",
        Place::Store(CertificateStore::Windows),
    ),
    (
        "trusted root certification authorities store",
        Place::Store(CertificateStore::Windows),
    ),
    ("add-trusted-cert", Place::Store(CertificateStore::Keychain)),
    (
        "update-ca-certificates",
        Place::Store(CertificateStore::Linux),
    ),
    ("update-ca-trust", Place::Store(CertificateStore::Linux)),
    ("keytool -import", Place::File(CaFile::JavaCacerts)),
    (
        "pip install --upgrade certifi",
        Place::File(CaFile::InstalledCertifi),
    ),
    (
        "pip install -u certifi",
        Place::File(CaFile::InstalledCertifi),
    ),
    (
        "lib/httplib2/cacerts.txt",
        Place::File(CaFile::PackagedList),
    ),
    (
        "lib/httplib2/python2/cacerts.txt",
        Place::File(CaFile::PackagedList),
    ),
    (
        "lib/httplib2/python3/cacerts.txt",
        Place::File(CaFile::PackagedList),
    ),
    (
        "lib/certifi/cacert.pem",
        Place::File(CaFile::PackagedCertifi),
    ),
];

/// The places that a text names as tried, each once.
pub(super) fn tried(text: &str) -> Vec<Place> {
    let lower = text.to_lowercase().replace('\\', "/");
    let mut found: Vec<Place> = Vec::new();
    for (mark, place) in MARKS {
        if lower.contains(mark) && !found.contains(place) {
            found.push(*place);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_tried_is_read() {
        for (text, place) in [
            (
                "certutil -addstore Root SFSRootCAG2.cer",
                Some(Place::Store(CertificateStore::Windows)),
            ),
            (
                "Cert:\\LocalMachine\\Root",
                Some(Place::Store(CertificateStore::Windows)),
            ),
            (
                "python -m pip install -U certifi",
                Some(Place::File(CaFile::InstalledCertifi)),
            ),
            (
                "C:\\Python\\shotgun_api3\\lib\\httplib2\\cacerts.txt",
                Some(Place::File(CaFile::PackagedList)),
            ),
            ("certificate verify failed", None),
        ] {
            assert_eq!(tried(text).first().copied(), place, "{text}");
        }
    }
}
