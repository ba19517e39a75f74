use super::*;
use crate::environment::Release;
use crate::error_text::{CaVariable, ErrorText};
use crate::location::SourceName;

fn environment(program: &str, call: Option<Call>, system: Option<System>) -> Environment {
    let said = crate::environment::program(program).unwrap();
    Environment {
        call,
        system,
        ..said
    }
}

/// The places of the only possible source, by their names.
fn only(environment: &Environment) -> Vec<&'static str> {
    let sources = reads(environment);
    let [source] = sources.as_slice() else {
        panic!("{environment:?}: {sources:#?}");
    };
    source.places().map(Place::as_str).collect()
}

const LIST: &str = "shotgun_api3/lib/httplib2/cacerts.txt";
const CERTIFI: &str = "shotgun_api3/lib/certifi/cacert.pem";
const SHOTGUN: &str = "SHOTGUN_API_CACERTS";
const PYTHON: &[&str] = &["SSL_CERT_FILE", "SSL_CERT_DIR", "openssl-default"];

/// What each release of `shotgun_api3` reads on Linux, for each kind of call.
#[test]
fn shotgun_by_release_and_call() {
    let given = |rest: &[&'static str]| [&["ca_certs=", SHOTGUN], rest].concat();
    let python = || PYTHON.to_vec();
    let api3 = vec![
        "ca_certs=",
        SHOTGUN,
        "HTTPLIB2_CA_CERTS",
        "ca_certs_locater",
        "certifi/cacert.pem",
        LIST,
    ];
    for (release, api, site, s3, download) in [
        ("3.0.8", vec![LIST], python(), None, python()),
        ("3.0.18", vec!["ca_certs=", LIST], python(), None, python()),
        ("3.0.19", given(&[LIST]), python(), None, python()),
        ("3.0.35", given(&[LIST]), python(), Some(python()), python()),
        (
            "3.0.36",
            given(&[LIST]),
            given(PYTHON),
            Some(python()),
            python(),
        ),
        (
            "3.0.38",
            given(&[LIST]),
            given(PYTHON),
            Some(python()),
            python(),
        ),
        (
            "3.0.39",
            api3.clone(),
            given(PYTHON),
            Some(given(PYTHON)),
            python(),
        ),
        ("3.2.5", api3, given(PYTHON), Some(given(PYTHON)), python()),
        (
            "3.2.6",
            given(&[CERTIFI]),
            given(&[CERTIFI]),
            Some(given(&[CERTIFI])),
            python(),
        ),
        (
            "3.6.0",
            given(&[CERTIFI]),
            given(&[CERTIFI]),
            Some(given(&[CERTIFI])),
            python(),
        ),
        (
            "3.6.1",
            given(&[CERTIFI]),
            given(&[CERTIFI]),
            Some(given(&[CERTIFI])),
            given(&[CERTIFI]),
        ),
        (
            "3.8.2",
            given(&[CERTIFI]),
            python(),
            Some(python()),
            python(),
        ),
        (
            "3.8.5",
            given(&[CERTIFI]),
            python(),
            Some(python()),
            python(),
        ),
        (
            "3.9.0",
            given(&[CERTIFI]),
            given(&[CERTIFI]),
            Some(given(&[CERTIFI])),
            given(&[CERTIFI]),
        ),
        (
            "3.10.3",
            given(&[CERTIFI]),
            given(&[CERTIFI]),
            Some(given(&[CERTIFI])),
            given(&[CERTIFI]),
        ),
    ] {
        let name = format!("shotgun_api3@{release}");
        let of = |call| environment(&name, Some(call), Some(System::Linux));
        assert_eq!(only(&of(Call::Api)), api, "{name}");
        assert_eq!(only(&of(Call::UploadSite)), site, "{name}");
        assert_eq!(only(&of(Call::Download)), download, "{name}");
        match s3 {
            Some(s3) => assert_eq!(only(&of(Call::UploadS3)), s3, "{name}"),
            None => assert!(reads(&of(Call::UploadS3)).is_empty(), "{name}"),
        }
    }
}

/// No release has two rows for one call, and none between the first and the last is left out.
#[test]
fn rows_follow_each_other_without_gap_or_overlap() {
    for call in [Call::Api, Call::UploadSite, Call::UploadS3, Call::Download] {
        let mut spans: Vec<Span> = shotgun::ROWS
            .iter()
            .filter(|row| row.calls.contains(&call))
            .map(|row| row.releases)
            .collect();
        spans.sort_by_key(|span| span.first);
        for pair in spans.windows(2) {
            let [earlier, later] = pair else { continue };
            assert!(!earlier.meets(later), "{call:?} {earlier:?} {later:?}");
        }
        assert_eq!(spans.last().map(|span| span.last), Some(Release::LAST));
    }
}

#[test]
fn other_programs_by_system() {
    for (program, system, expected) in [
        (
            "requests",
            System::Linux,
            &[
                "verify=",
                "REQUESTS_CA_BUNDLE",
                "CURL_CA_BUNDLE",
                "certifi/cacert.pem",
            ][..],
        ),
        (
            "python@3.11",
            System::Windows,
            &[
                "cafile=",
                "windows-root-store",
                "SSL_CERT_FILE",
                "SSL_CERT_DIR",
                "openssl-default",
            ],
        ),
        (
            "python@3.11",
            System::Linux,
            &[
                "cafile=",
                "SSL_CERT_FILE",
                "SSL_CERT_DIR",
                "openssl-default",
            ],
        ),
        (
            "node",
            System::Linux,
            &["NODE_EXTRA_CA_CERTS", "--use-system-ca", "built-in"],
        ),
        ("go", System::Windows, &["windows-root-store"]),
        (
            "go",
            System::Linux,
            &["SSL_CERT_FILE", "SSL_CERT_DIR", "system-list"],
        ),
        (
            "java",
            System::Windows,
            &["-Djavax.net.ssl.trustStore", "lib/security/cacerts"],
        ),
        (
            "httplib2@0.9",
            System::Linux,
            &["ca_certs=", "ca_certs_locater", "httplib2/cacerts.txt"],
        ),
        ("curl", System::Windows, &["--cacert", "windows-root-store"]),
        ("dotnet", System::MacOs, &["macos-keychain"]),
    ] {
        let asked = environment(program, None, Some(system));
        assert_eq!(only(&asked), expected, "{program} {system:?}");
    }
    assert!(reads(&Environment::default()).is_empty());
}

/// Nothing is both read and of no effect, and every row says where that stands.
#[test]
fn rows_are_consistent() {
    for row in rows() {
        assert!(!row.source.is_empty(), "{row:?}");
        for read in row.reads {
            if let Read::Instead(place) | Read::Beside(place) = read {
                assert!(!row.ignores.contains(place), "{row:?}: {place:?}");
            }
        }
    }
}

#[test]
fn toolkit_passes_no_argument_and_some_releases_ignore_the_variable() {
    for (release, api, expected) in [
        ("0.18.142", "3.0.36", &[SHOTGUN, LIST][..]),
        ("0.23.8", "3.9.0", &[CERTIFI]),
        ("0.23.10", "3.9.0", &[SHOTGUN, CERTIFI]),
    ] {
        let asked = Environment {
            api: Some(Span::exactly(Release::parse(api).unwrap())),
            ..environment(
                &format!("toolkit@{release}"),
                Some(Call::Api),
                Some(System::Linux),
            )
        };
        assert_eq!(only(&asked), expected, "{release}");
        assert!(reads(&asked)[0].traps.contains(&Trap::NoArgumentInToolkit));
    }
    let download = environment("toolkit", Some(Call::ToolkitDownload), Some(System::Linux));
    assert_eq!(only(&download), PYTHON);
    let core = environment(
        "toolkit@0.18.142",
        Some(Call::UploadS3),
        Some(System::Linux),
    );
    assert_eq!(only(&core), PYTHON, "the API inside is 3.0.36");
}

#[test]
fn ways_in_order() {
    use CaVariable as V;
    for (program, call, system, expected) in [
        (
            "shotgun_api3@3.0.36",
            Some(Call::UploadS3),
            System::Windows,
            vec![
                Way::UpgradeApi,
                Way::Variable(V::SslCertFile),
                Way::WindowsStore,
            ],
        ),
        (
            "shotgun_api3@3.10.3",
            Some(Call::Api),
            System::Windows,
            vec![
                Way::Variable(V::ShotgunApiCacerts),
                Way::Argument(Argument::CaCerts),
                Way::UpgradeApi,
            ],
        ),
        (
            "toolkit@0.23.8",
            Some(Call::Api),
            System::Linux,
            vec![Way::UpgradeToolkit],
        ),
        (
            "toolkit",
            Some(Call::ToolkitDownload),
            System::Windows,
            vec![Way::Variable(V::SslCertFile), Way::WindowsStore],
        ),
        ("java", None, System::Linux, vec![Way::Keytool]),
        ("schannel", None, System::Windows, vec![Way::WindowsStore]),
        (
            "python@3.12",
            None,
            System::MacOs,
            vec![
                Way::MacCertificatesCommand,
                Way::Variable(V::SslCertFile),
                Way::Argument(Argument::CaFile),
            ],
        ),
    ] {
        assert_eq!(
            ways(&environment(program, call, Some(system))),
            expected,
            "{program}"
        );
    }
}

fn wrong(program: &str, call: Option<Call>, text: &str) -> Vec<Misplaced> {
    let asked = environment(program, call, None);
    let error = ErrorText::new(text.to_owned());
    let found = wrong_files(&asked, Some(&error), &[]);
    found.into_iter().map(|wrong| wrong.misplaced).collect()
}

#[test]
fn what_is_not_read_is_told() {
    let variable = |variable| Misplaced::NotRead(Place::Variable(variable));
    let store = Misplaced::NotRead(Place::Store(CertificateStore::Windows));
    for (program, call, text, expected) in [
        (
            "shotgun_api3@3.0.36",
            Some(Call::UploadS3),
            "SHOTGUN_API_CACERTS=/a/cacert.pem",
            vec![variable(CaVariable::ShotgunApiCacerts)],
        ),
        (
            "shotgun_api3@3.0.36",
            Some(Call::UploadSite),
            "SHOTGUN_API_CACERTS=/a/cacert.pem",
            vec![],
        ),
        (
            "shotgun_api3@3.4.0",
            Some(Call::UploadS3),
            "SSL_CERT_FILE=/a/cacert.pem",
            vec![variable(CaVariable::SslCertFile)],
        ),
        (
            "shotgun_api3@3.4.0",
            Some(Call::UploadS3),
            "certutil -addstore Root a.cer",
            vec![store],
        ),
        (
            "shotgun_api3@3.0.36",
            Some(Call::UploadS3),
            "certutil -addstore Root a.cer",
            vec![],
        ),
        (
            "shotgun_api3",
            None,
            "SHOTGUN_API_CACERTS=/a/cacert.pem",
            vec![],
        ),
        (
            "shotgun_api3@3.4.0",
            Some(Call::Api),
            "ShotGrid_API_CACERTS=/a/cacert.pem",
            vec![Misplaced::Name {
                written: "ShotGrid_API_CACERTS".to_owned(),
                meant: CaVariable::ShotgunApiCacerts,
            }],
        ),
        (
            "shotgun_api3@3.2.0",
            Some(Call::Api),
            "SHOTGUN_API_CACERTS=/a/shotgun_api3/lib/httplib2/cacerts.txt",
            vec![Misplaced::NoSuchFile(CaFile::PackagedList)],
        ),
        (
            "shotgun_api3@3.0.41",
            Some(Call::UploadS3),
            "SHOTGUN_API_CACERTS=/a/shotgun_api3/lib/httplib2/cacerts.txt",
            vec![
                Misplaced::NotRead(Place::File(CaFile::PackagedList)),
                Misplaced::OldList,
            ],
        ),
        (
            "requests",
            None,
            "SSL_CERT_FILE=/a/cacert.pem",
            vec![variable(CaVariable::SslCertFile)],
        ),
        (
            "requests",
            None,
            "SSL_CERT_FILE=/a/c.pem REQUESTS_CA_BUNDLE=/a/c.pem",
            vec![],
        ),
        ("curl", None, "certificate verify failed", vec![]),
    ] {
        assert_eq!(
            wrong(program, call, text),
            expected,
            "{program} {call:?} {text}"
        );
    }
}

#[test]
fn a_bundle_that_the_call_does_not_read_is_told() {
    let given = [SourceName::new("cacerts.txt")];
    for (program, call, expected) in [
        ("shotgun_api3@3.0.36", Call::UploadS3, 1),
        ("shotgun_api3@3.0.36", Call::Api, 0),
    ] {
        let asked = environment(program, Some(call), None);
        assert_eq!(
            wrong_files(&asked, None, &given).len(),
            expected,
            "{call:?}"
        );
    }
}
