//! The repository's own server, with an ear on the wire: every request that a browser makes is written down.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

/// `cargo xtask serve`, which ends with the value.
pub(crate) struct Served {
    process: Child,
    port: u16,
}

impl Served {
    pub(crate) fn start() -> Result<Self, String> {
        let xtask = std::env::var_os(crate::XTASK).ok_or("no xtask")?;
        let mut process = Command::new(xtask)
            .args(["serve", "--no-build", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| error.to_string())?;
        let mut line = String::new();
        let output = process.stdout.take().ok_or("no output")?;
        BufReader::new(output)
            .read_line(&mut line)
            .map_err(|error| error.to_string())?;
        let port = line.trim().trim_end_matches('/').rsplit(':').next();
        let port = port.and_then(|port| port.parse().ok());
        let port = port.ok_or_else(|| format!("the server said {line:?}"))?;
        Ok(Self { process, port })
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// An address of its own for one browser, which hands everything on.
pub(crate) struct Relay {
    pub(crate) port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Relay {
    pub(crate) fn to(served: &Served) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (log, behind) = (Arc::clone(&requests), served.port);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let log = Arc::clone(&log);
                // A browser that goes away is its own affair.
                std::thread::spawn(move || hand_on(stream, behind, &log).ok());
            }
        });
        Self { port, requests }
    }

    /// The first lines of all requests so far, without the version of HTTP.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("a log").clone()
    }
}

fn hand_on(mut stream: TcpStream, behind: u16, log: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut head = String::new();
    let mut reader = BufReader::new(stream.try_clone()?).take(64 * 1024);
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head)? == 0 {
            // Browsers open connections ahead of need and ask nothing.
            return Ok(());
        }
    }
    let first = head.lines().next().unwrap_or_default();
    let first = first.rsplit_once(' ').map_or(first, |(request, _)| request);
    log.lock().expect("a log").push(first.to_owned());
    let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, behind))?;
    server.write_all(head.as_bytes())?;
    std::io::copy(&mut server, &mut stream)?;
    stream.shutdown(Shutdown::Write)
}
