//! An error text on the command line: what it tells, and what is asked because of it.

use super::run::Folder;
use serde_json::Value;

/// The publish from Houdini of the article, in another studio.
const PUBLISH: &str = include_str!("../error_texts/shotgun.txt");

fn publish() -> &'static str {
    let (_, rest) = PUBLISH.split_once("\n---\n").unwrap();
    rest.split("\n=== ").next().unwrap()
}

fn explained(text: &str, arguments: &str) -> (i32, Value) {
    let folder = Folder::new();
    folder.write("log.txt", text);
    let run = folder.run(&format!(
        "explain log.txt {arguments} --at 2024-06-01 --format json"
    ));
    (run.code, run.json())
}

#[test]
fn a_text_alone_is_undecided_and_tells_what_it_carries() {
    let (code, report) = explained(publish(), "");
    assert_eq!((code, &report["verdict"]), (3, &Value::from("undecided")));
    let told = &report["error_text"];
    for (key, value) in [
        ("stack", "python-urllib2"),
        ("call", "upload-site"),
        ("system", "linux"),
        ("application", "Houdini 17.5.173"),
        ("symptom", "unverified"),
        ("python_certainty", "exact"),
    ] {
        assert_eq!(told[key], value, "{key}");
    }
    assert_eq!(told["python"], serde_json::json!(["2.7.15"]));
    assert_eq!(told["api_versions"], serde_json::json!(["3.0.36"]));
    assert_eq!(told["toolkit_versions"][0], "0.18.142");
    assert_eq!(told["toolkit_versions"][6], "0.18.148");
    assert_eq!(told["created"][0]["id"], 20417);
    assert_eq!(
        (&told["host"], &told["openssl_code"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn the_server_of_the_text_is_the_host_unless_one_is_given() {
    let text = "SSLError: HTTPSConnectionPool(host='api.mock.example', port=443): certificate verify failed: expired (_ssl.c:1006)";
    let (_, report) = explained(text, "");
    assert_eq!(report["question"]["host"], "api.mock.example");
    let (_, report) = explained(text, "--host www.mock.example");
    assert_eq!(report["question"]["host"], "www.mock.example");
}

#[test]
fn the_program_of_the_text_is_the_client_unless_one_is_given() {
    let rustls = "invalid peer certificate: UnknownIssuer";
    for (arguments, client) in [("", "rustls"), ("--client rfc5280", "rfc5280")] {
        let (_, report) = explained(rustls, arguments);
        assert_eq!(report["question"]["client"], client);
    }
}

/// Settings that switch verification off are named by whose they are; no line of ours repeats one.
#[test]
fn no_setting_that_switches_verification_off_is_repeated() {
    let folder = Folder::new();
    let text = "SSLError: certificate verify failed (_ssl.c:726)\nuse verify=False or PYTHONHTTPSVERIFY=0 or git config http.sslVerify false";
    folder.write("log.txt", text);
    for lang in ["en", "ja"] {
        let run = folder.run(&format!("explain log.txt --at 2024-06-01 --lang {lang}"));
        assert_eq!(run.code, 3);
        let warning = ["switches verification off", "検証を無効にする設定"];
        assert!(
            warning.iter().any(|words| run.stdout.contains(words)),
            "{}",
            run.stdout
        );
        for setting in ["verify=False", "PYTHONHTTPSVERIFY", "sslVerify"] {
            assert!(!run.stdout.contains(setting), "{setting}");
        }
    }
}
