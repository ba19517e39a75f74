//! What holds for every text.

use super::*;
use proptest::prelude::*;

/// Pieces of real messages, cut and joined in any order.
const PIECES: &[&str] = &[
    "Traceback (most recent call last):\n",
    "  File \"/x/tank_vendor/shotgun_api3/shotgun.py\", line 3806, in _send_form\n",
    "File \"C:\\Python27\\lib\\urllib2.py\", line 99999999999999999999, in open\n",
    "<urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:726)>",
    "_ssl.c:99999999999999999999)",
    "although PublishedFile a (id: 99999999999999999999999\n) was created",
    "HTTPSConnectionPool(host='a.example', port=99999)",
    "https://user:pass@[::1]:443/x",
    "certificate is valid for a, not ",
    "verify error:num=65535:",
    "ＳＳＬ 証明書 リモート証明書は無効です",
    "_API_CACERTS",
    "Houdini ",
    "C:\\x.pem",
    "\u{0}\u{FEFF}\u{202E}",
    "'\"\\/:",
];

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(PIECES).prop_map(str::to_owned),
        "\\PC{0,12}",
        "[a-zA-Z0-9_./:\\\\\"'=() -]{0,20}",
    ];
    let cut = |(text, at): (String, prop::sample::Index)| {
        let mut end = at.index(text.len() + 1);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text[..end].to_owned()
    };
    let whole_or_cut = (piece, any::<prop::sample::Index>()).prop_map(cut);
    prop::collection::vec(whole_or_cut, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Any text is an answer, and the same text the same answer.
    #[test]
    fn reading_is_total(text in hostile()) {
        prop_assert_eq!(read(&text), read(&text));
    }

    /// What is missing is said exactly where the rest of the reading lacks it.
    #[test]
    fn what_is_missing_is_not_there(text in hostile()) {
        let reading = read(&text);
        if reading.missing.contains(&Missing::Server) {
            prop_assert!(reading.server.is_none());
        }
        if reading.missing.contains(&Missing::ApiVersion) {
            prop_assert!(reading.api.versions.is_empty());
        }
        if reading.stack.is_some() {
            prop_assert!(!reading.missing.contains(&Missing::Program));
        }
    }

    /// A version is never made up: without a line of `_ssl.c` and a path there is none.
    #[test]
    fn no_version_without_a_mark(text in "[a-z ,.:]{0,60}") {
        prop_assume!(!text.contains("python") && !text.contains("_ssl.c:"));
        prop_assert_eq!(read(&text).python, PythonVersions::Unknown);
    }
}

#[test]
fn an_empty_text_tells_nothing() {
    let expected = ErrorReading {
        missing: vec![
            Missing::Cause,
            Missing::Chain,
            Missing::Bundle,
            Missing::Server,
            Missing::Program,
        ],
        ..ErrorReading::default()
    };
    assert_eq!(read(""), expected);
}

/// Twenty megabytes of each piece: nothing in the reading grows with the square of its length.
#[test]
fn long_texts_are_read_in_time() {
    for piece in PIECES {
        let text = piece.repeat(20_000_000 / piece.len());
        let reading = read(&text);
        assert!(reading.settings.len() <= 64 && reading.created.len() <= 16);
    }
}

#[test]
fn the_program_chooses_the_profile() {
    for (text, client) in [
        ("certificate verify failed (_ssl.c:726)", Some("python-2.7")),
        (
            "certificate verify failed: x (_ssl.c:1006)",
            Some("python-3"),
        ),
        (
            "certificate verify failed: x (_ssl.c:1028)",
            Some("python-3.13"),
        ),
        ("certificate verify failed (_ssl.c:507)", None),
        ("urlopen error timed out", None),
        (
            "curl: (60) SSL certificate problem: certificate has expired",
            Some("curl"),
        ),
        ("curl: (60) schannel: x", Some("windows")),
    ] {
        assert_eq!(client_id(&read(text)), client, "{text}");
    }
}
