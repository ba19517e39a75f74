//! What is said of error texts: every symptom, call and gap in both languages, and a whole page.

use crate::doc::Inlines;
use crate::error_text::{Call, ErrorText, Missing, Symptom, Trouble, VerifyCode};
use crate::lang::Lang;
use crate::render::{TerminalStyle, terminal};
use crate::report::Report;
use crate::text::plain;
use crate::verdict::Verdict;
use insta::assert_snapshot;
use std::fmt::Write as _;

const SYMPTOMS: &[Symptom] = &[
    Symptom::UntrustedIssuer,
    Symptom::SelfSignedInChain,
    Symptom::SelfSignedLeaf,
    Symptom::Expired,
    Symptom::NotYetValid,
    Symptom::OutsideValidity,
    Symptom::HostMismatch,
    Symptom::TooWeak,
    Symptom::BadSignature,
    Symptom::NameConstraints,
    Symptom::WrongUse,
    Symptom::Form,
    Symptom::Revoked,
    Symptom::RevocationUnknown,
    Symptom::Distrusted,
    Symptom::Unverified,
    Symptom::BundleUnreadable,
    Symptom::PeerRefused,
    Symptom::Protocol,
    Symptom::Hidden,
    Symptom::Passed,
    Symptom::NotCertificates(Trouble::NameNotFound),
    Symptom::NotCertificates(Trouble::Refused),
    Symptom::NotCertificates(Trouble::Interrupted),
    Symptom::NotCertificates(Trouble::Proxy),
];

const CALLS: &[Call] = &[
    Call::Api,
    Call::Upload,
    Call::UploadSite,
    Call::UploadS3,
    Call::Download,
    Call::ToolkitDownload,
    Call::Connect,
];

const MISSING: &[Missing] = &[
    Missing::Cause,
    Missing::Reason,
    Missing::Chain,
    Missing::Bundle,
    Missing::Server,
    Missing::Program,
    Missing::Call,
    Missing::ApiVersion,
];

/// A text with everything that is warned of.
const TEXT: &str = "Maya2022 set ShotGrid_API_CACERTS=/a/cacert.pem, Shotgun_API_CACERTS\nadd verify=False
  File \"/x/shotgun_api3/shotgun.py\", line 1, in _send_form
ShotgunPublishError: <urlopen error certificate verify failed (_ssl.c:727)>, although PublishedFile a_v1.ma (id: 7) was created.";

#[test]
fn everything_that_a_text_may_tell() {
    let mut page = String::new();
    let mut say = |words: [Inlines; 2]| {
        for (lang, words) in Lang::ALL.iter().zip(words) {
            let _ = writeln!(page, "{lang}: {}", plain(&words));
        }
        page.push('\n');
    };
    for symptom in SYMPTOMS {
        say([Lang::En, Lang::Ja].map(|lang| words!(lang, error_text::failure(*symptom, None))));
    }
    let code = VerifyCode::new(20);
    let symptom = Symptom::UntrustedIssuer;
    say([Lang::En, Lang::Ja].map(|lang| words!(lang, error_text::failure(symptom, code))));
    for call in CALLS {
        say([Lang::En, Lang::Ja].map(|lang| words!(lang, error_text::call(*call))));
    }
    for missing in MISSING {
        say([Lang::En, Lang::Ja].map(|lang| words!(lang, error_text::missing(*missing))));
    }
    assert_snapshot!(page);
}

#[test]
fn a_text_alone_in_both_languages() {
    for lang in Lang::ALL {
        let doc = crate::text::write(*lang, &of_text(TEXT));
        assert_snapshot!(
            format!("error_text_alone_{lang}"),
            terminal(&doc, &TerminalStyle::default())
        );
    }
}

/// A failure before TLS is told as one, and certificates are not asked for as if they were the cause.
#[test]
fn what_is_not_about_certificates_is_said_so() {
    let report = of_text("curl: (6) Could not resolve host: a.example");
    for (lang, words) in [
        (
            Lang::En,
            "does not tell of a problem with the server's certificate",
        ),
        (Lang::Ja, "サーバー証明書の問題を示すものではありません"),
    ] {
        let page = terminal(
            &crate::text::write(lang, &report),
            &TerminalStyle::default(),
        );
        let page: String = page
            .replace(['┃', '\n'], "")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(page.contains(words), "{page}");
    }
}

/// The report of a text alone.
fn of_text(text: &str) -> Report {
    Report {
        verdict: Some(Verdict::Undecided),
        findings: Vec::new(),
        paths: Vec::new(),
        remedies: Vec::new(),
        clients: Vec::new(),
        certificates: Vec::new(),
        error_text: Some(ErrorText::new(text.to_owned())),
        ..super::report::missing_root()
    }
}
