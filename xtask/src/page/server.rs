//! A small server for `dist/` on the loopback interface: for looking at the page and testing it, not for publishing it.

mod answer;
mod request;

use answer::Answer;
use request::Request;
use std::io::{BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// What is listened to when no port is given.
const DEFAULT_PORT: u16 = 8080;

/// How long a client may take for its request, and for taking the answer. Browsers also open connections ahead of need.
const PATIENCE: Duration = Duration::from_secs(30);

/// The most octets of a request that are read.
const REQUEST_LIMIT: u64 = 16 * 1024;

/// Whether the page is built before it is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Build {
    First,
    Skip,
}

/// What the arguments of the task ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) build: Build,
    pub(super) port: u16,
}

impl Wanted {
    /// Reads the arguments; `None` when they make no sense.
    pub(super) fn read(arguments: &[&str]) -> Option<Self> {
        match arguments {
            [] => Some(Self {
                build: Build::First,
                port: DEFAULT_PORT,
            }),
            ["--no-build", rest @ ..] => Some(Self {
                build: Build::Skip,
                ..Self::read(rest)?
            }),
            ["--port", port, rest @ ..] => Some(Self {
                port: port.parse().ok()?,
                ..Self::read(rest)?
            }),
            _ => None,
        }
    }
}

/// Serves the folder until the process ends. Prints the address when it is listening; nothing else.
pub(super) fn run(folder: &Path, port: u16) -> Result<ExitCode, String> {
    if !folder.join("index.html").is_file() {
        return Err(format!(
            "{} holds no page yet: leave `--no-build` out, or run `cargo xtask build`",
            folder.display()
        ));
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!("port {port}: {error}. Choose another with --port, or 0 for any that is free")
    })?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}/");
    serve(&listener, folder);
    Ok(ExitCode::SUCCESS)
}

fn serve(listener: &TcpListener, folder: &Path) {
    let folder: Arc<Path> = folder.into();
    for stream in listener.incoming().flatten() {
        let folder = Arc::clone(&folder);
        // A client that goes away is its own affair; the next request is answered all the same.
        std::thread::spawn(move || converse(stream, &folder).ok());
    }
}

/// One request, one answer, and the connection ends.
fn converse(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let head = BufReader::new(stream.try_clone()?.take(REQUEST_LIMIT));
    let answer = match Request::read(head) {
        Ok(request) => Answer::to(&request, folder),
        Err(refusal) => Answer::refusing(refusal),
    };
    stream.write_all(&answer.octets())?;
    stream.shutdown(Shutdown::Write)
}

#[cfg(test)]
mod tests;
