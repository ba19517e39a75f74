//! The table of cases.

use crate::case::{Case, Old, Server, Setting};
use crate::guidance::Writer;

const SHOTGUN: Setting = Setting::Variable("SHOTGUN_API_CACERTS");

/// The variable that the articles of 2019 give to users of the API.
const OLD_ARTICLES: Setting = Setting::Variable("SSL_CERT_FILE");

const QUERY: Case = Case {
    name: "query, SHOTGUN_API_CACERTS",
    call: "query",
    program: "shotgun_api3",
    server: Server::Storage,
    says: &["SSLCertVerificationError"],
    old: Old::Named,
    setting: SHOTGUN,
    lang: "en",
    writer: Writer::User,
    futile: None,
};

/// The site itself is trusted: "the API works, only uploads fail".
const UPLOAD: Case = Case {
    name: "upload, SHOTGUN_API_CACERTS",
    call: "upload",
    server: Server::Site,
    says: &[
        "Completed rpc call to /upload/api_get_upload_link_info",
        "ShotgunError: Max attempts limit reached.",
    ],
    ..QUERY
};

const HTTPLIB2: Case = Case {
    name: "httplib2, HTTPLIB2_CA_CERTS",
    call: "httplib2",
    program: "httplib2",
    setting: Setting::Variable("HTTPLIB2_CA_CERTS"),
    ..QUERY
};

pub(crate) const CASES: &[Case] = &[
    QUERY,
    UPLOAD,
    Case {
        name: "query, ca_certs=",
        setting: Setting::Argument,
        ..QUERY
    },
    Case {
        name: "upload, ca_certs=",
        setting: Setting::Argument,
        ..UPLOAD
    },
    Case {
        name: "upload, as the Japanese answer says",
        lang: "ja",
        ..UPLOAD
    },
    Case {
        name: "query, a file by certwhy repair",
        writer: Writer::Certwhy,
        ..QUERY
    },
    Case {
        name: "query, SSL_CERT_FILE does not cure",
        old: Old::Shipped("shotgun_api3.Shotgun._get_certs_file(None)"),
        futile: Some(OLD_ARTICLES),
        ..QUERY
    },
    Case {
        name: "urllib, SSL_CERT_FILE",
        call: "urllib",
        program: "urllib",
        says: &["urllib.error.URLError"],
        setting: Setting::Variable("SSL_CERT_FILE"),
        ..QUERY
    },
    Case {
        name: "requests, REQUESTS_CA_BUNDLE",
        call: "requests",
        program: "requests",
        says: &["requests.exceptions.SSLError"],
        old: Old::Shipped("certifi.where()"),
        setting: Setting::Variable("REQUESTS_CA_BUNDLE"),
        ..QUERY
    },
    HTTPLIB2,
    Case {
        name: "httplib2, ca_certs=",
        setting: Setting::Argument,
        ..HTTPLIB2
    },
];
