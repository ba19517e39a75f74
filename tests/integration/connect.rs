//! `--connect`: what a server presents, captured from a real handshake.

use crate::cli::run::{Folder, Run};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, SupportedProtocolVersion};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use test_pki::{Certified, Key};

/// What a server saw of its client.
#[derive(Debug, Default)]
struct Seen {
    name: Option<String>,
    application_data: Vec<u8>,
    completed: bool,
}

/// A root, and the chain of a server below it.
fn pki(key: Key) -> (Certified, Certified, Certified) {
    let root = test_pki::ca("Mock Root").self_signed();
    let intermediate = test_pki::ca("Mock Intermediate").issued_by(&root);
    let leaf = test_pki::leaf("www.mock.example")
        .key(key)
        .issued_by(&intermediate);
    (root, intermediate, leaf)
}

fn listen(serve: impl FnOnce(TcpStream) -> Seen + Send + 'static) -> (u16, JoinHandle<Seen>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    (
        port,
        thread::spawn(move || serve(listener.accept().unwrap().0)),
    )
}

fn tls(
    versions: &'static [&'static SupportedProtocolVersion],
    chain: &[&Certified],
) -> (u16, JoinHandle<Seen>) {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(chain[0].key().private_key_der()));
    let chain = chain
        .iter()
        .map(|one| CertificateDer::from(one.der().to_vec()))
        .collect();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls_rustcrypto::provider()))
        .with_protocol_versions(versions)
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    listen(move |mut stream| {
        let mut connection = ServerConnection::new(Arc::new(config)).unwrap();
        let mut seen = Seen::default();
        while connection
            .complete_io(&mut stream)
            .is_ok_and(|(read, _)| read > 0)
        {
            let _ = connection.reader().read_to_end(&mut seen.application_data);
        }
        seen.name = connection.server_name().map(str::to_owned);
        seen.completed = !connection.is_handshaking();
        seen
    })
}

fn explain(folder: &Folder, port: u16, more: &str) -> Run {
    folder.run(&format!(
        "explain --bundle root.pem --connect 127.0.0.1:{port} --at 2024-01-15 {more}"
    ))
}

#[test]
fn the_presented_chain_is_judged() {
    for versions in [&[&rustls::version::TLS13][..], &[&rustls::version::TLS12]] {
        let versions: &'static [_] = Vec::leak(versions.to_vec());
        let (root, intermediate, leaf) = pki(Key::p256("connect"));
        let folder = Folder::new();
        folder.write("root.pem", root.pem());
        let (port, server) = tls(versions, &[&leaf, &intermediate]);
        let run = explain(&folder, port, "--host www.mock.example --format json");
        let seen = server.join().unwrap();
        assert_eq!(run.code, 0, "{run:?}");
        assert_eq!(seen.name.as_deref(), Some("www.mock.example"));
        assert!(
            seen.application_data.is_empty() && !seen.completed,
            "{seen:?}"
        );
        let json = run.json();
        let source = &json["certificates"][leaf.sha256()]["sources"][0]["input"];
        assert_eq!(source, &format!("127.0.0.1:{port}"), "{json:#}");
        assert!(json["certificates"].get(intermediate.sha256()).is_some());
    }
}

#[test]
fn the_name_is_the_host_unless_another_is_given() {
    let (root, intermediate, leaf) = pki(Key::p256("connect"));
    let folder = Folder::new();
    folder.write("root.pem", root.pem());
    let (port, server) = tls(rustls::ALL_VERSIONS, &[&leaf, &intermediate]);
    let run = explain(&folder, port, "--format json");
    assert_eq!(run.code, 1, "{run:?}");
    assert_eq!(run.json()["cause"], "host-mismatch", "{run:?}");
    assert_eq!(server.join().unwrap().name, None);
}

#[test]
fn other_keys_and_missing_intermediates() {
    let (root, _, leaf) = pki(Key::rsa_2048(0));
    let folder = Folder::new();
    folder.write("root.pem", root.pem());
    let (port, server) = tls(rustls::ALL_VERSIONS, &[&leaf]);
    let run = explain(&folder, port, "--host www.mock.example --format json");
    server.join().unwrap();
    assert_eq!(run.code, 1, "{run:?}");
    assert_eq!(run.json()["cause"], "missing-intermediate", "{run:?}");
}

#[test]
fn failures_are_explained() {
    let folder = Folder::new();
    folder.write("root.pem", test_pki::ca("Mock Root").self_signed().pem());
    let answer = |octets: &'static [u8]| {
        listen(move |mut stream| {
            let mut hello = [0; 1024];
            let _ = stream.read(&mut hello);
            let _ = stream.write_all(octets);
            Seen::default()
        })
    };
    for (octets, words) in [
        (&b"HTTP/1.1 400 Bad Request\r\n\r\n"[..], "plain HTTP"),
        (
            b"220 mail.mock.example ESMTP ready\r\n",
            "does not speak TLS",
        ),
        (b"\x15\x03\x03\x00\x02\x02\x28", "HandshakeFailure"),
        (b"", "closed the connection"),
    ] {
        let (port, server) = answer(octets);
        let run = explain(&folder, port, "");
        server.join().unwrap();
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{run:?}");
        assert!(run.stderr.contains(words), "{words}\n{run:?}");
    }
}

#[test]
fn a_closed_port_is_explained() {
    let folder = Folder::new();
    folder.write("root.pem", test_pki::ca("Mock Root").self_signed().pem());
    let port = {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.local_addr().unwrap().port()
    };
    let run = explain(&folder, port, "");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("refused"), "{run:?}");
}
