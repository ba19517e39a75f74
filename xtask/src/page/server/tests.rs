//! The server, asked over a socket.

use super::*;
use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;

/// A folder with a page, deleted at the end.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("certwhy-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).unwrap();
        for (name, content) in [
            ("index.html", "the page"),
            ("a.wasm", "\0asm"),
            ("secret.key", "no"),
            ("inner/index.html", "no"),
            (
                "_headers",
                "/*\n  X-All: yes\n/\n  X-Page: yes\n/a.wasm\n  X-Wasm: yes\n",
            ),
        ] {
            fs::write(folder.join(name), content).unwrap();
        }
        Self(folder)
    }

    fn serve(&self) -> SocketAddr {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let folder = self.0.clone();
        std::thread::spawn(move || serve(&listener, &folder));
        address
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn ask(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn files_come_with_their_type_and_their_headers() {
    let site = Site::new("files");
    let address = site.serve();
    assert_eq!(
        ask(address, "GET / HTTP/1.1\r\n\r\n"),
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-All: yes\r\nX-Page: yes\r\n\
         Content-Length: 8\r\nConnection: close\r\n\r\nthe page"
    );
    assert_eq!(
        ask(address, "HEAD /a.wasm?x HTTP/1.1\r\n\r\n"),
        "HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\nX-All: yes\r\nX-Wasm: yes\r\n\
         Content-Length: 4\r\nConnection: close\r\n\r\n"
    );
}

#[test]
fn everything_else_is_refused() {
    let site = Site::new("refusals");
    let address = site.serve();
    for (request, status) in [
        ("GET /else.html HTTP/1.1\r\n\r\n", "404"),
        ("GET /secret.key HTTP/1.1\r\n\r\n", "404"),
        ("GET /_headers HTTP/1.1\r\n\r\n", "404"),
        ("GET /inner/index.html HTTP/1.1\r\n\r\n", "404"),
        ("GET /../Cargo.toml HTTP/1.1\r\n\r\n", "404"),
        ("GET /inner HTTP/1.1\r\n\r\n", "404"),
        ("POST / HTTP/1.1\r\n\r\n", "405"),
        ("nonsense\r\n\r\n", "400"),
    ] {
        let answer = ask(address, request);
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{request} {answer}"
        );
        assert!(!answer.contains("the page"), "{request}");
    }
    // A request that is too long is not read to its end; the server goes on.
    let long = format!("GET / HTTP/1.1\r\nX: {}", "a".repeat(20_000));
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(long.as_bytes()).ok();
    assert!(ask(address, "GET / HTTP/1.1\r\n\r\n").ends_with("the page"));
}

#[test]
fn arguments_are_read() {
    let wanted = |build, port| Some(Wanted { build, port });
    for (arguments, expected) in [
        (&[][..], wanted(Build::First, 8080)),
        (&["--port", "0"], wanted(Build::First, 0)),
        (&["--no-build", "--port", "9000"], wanted(Build::Skip, 9000)),
        (&["--port", "9000", "--no-build"], wanted(Build::Skip, 9000)),
        (&["--port"], None),
        (&["--port", "99999"], None),
        (&["--open"], None),
    ] {
        assert_eq!(Wanted::read(arguments), expected, "{arguments:?}");
    }
}
