//! A TLS handshake up to the server's certificates, with a deadline on each step.

use super::problem::{ConnectProblem, Stage};
use super::recorder::Recorder;
use super::target::Target;
use crate::certificate::ServerName;
use rustls::pki_types;
use rustls::{ClientConfig, ClientConnection};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// How long the whole may take.
const USUAL: Duration = Duration::from_secs(10);
/// The least time that one of several addresses is given.
const LEAST: Duration = Duration::from_millis(500);
/// What an answer is told by.
const BEGINNING: usize = 16;

/// When to give up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline {
    at: Instant,
    seconds: u64,
    stage: Stage,
}

impl Deadline {
    /// Ten seconds from now.
    pub(super) fn usual() -> Self {
        Self::after(USUAL)
    }

    fn after(time: Duration) -> Self {
        Self {
            at: Instant::now() + time,
            seconds: time.as_secs(),
            stage: Stage::Resolve,
        }
    }

    fn left(&self) -> Result<Duration, ConnectProblem> {
        let left = self.at.saturating_duration_since(Instant::now());
        if left.is_zero() {
            Err(self.passed())
        } else {
            Ok(left)
        }
    }

    const fn passed(&self) -> ConnectProblem {
        ConnectProblem::TimedOut {
            stage: self.stage,
            seconds: self.seconds,
        }
    }
}

/// The certificates that a server presents for a name, as it sends them; never empty.
pub(super) fn presented(
    target: &Target,
    name: &ServerName,
    deadline: &mut Deadline,
) -> Result<Vec<Vec<u8>>, ConnectProblem> {
    deadline.stage = Stage::Resolve;
    let addresses = resolve(target, deadline)?;
    deadline.stage = Stage::Connect;
    let stream = connect(&addresses, deadline)?;
    deadline.stage = Stage::Handshake;
    record(stream, name, deadline)
}

/// Looks a name up in a thread of its own, since the system sets no limit to it.
fn resolve(target: &Target, deadline: &Deadline) -> Result<Vec<SocketAddr>, ConnectProblem> {
    let host = match &target.host {
        ServerName::Ip(address) => return Ok(vec![SocketAddr::new(*address, target.port)]),
        ServerName::Dns(name) => name.as_str().to_owned(),
    };
    let port = target.port;
    let (found, answer) = mpsc::channel();
    thread::spawn(move || {
        let addresses = (host.as_str(), port).to_socket_addrs();
        // Nobody listens any more once the deadline has passed.
        let _ = found.send(addresses.map(Iterator::collect::<Vec<_>>));
    });
    match answer.recv_timeout(deadline.left()?) {
        Ok(Ok(addresses)) if !addresses.is_empty() => Ok(addresses),
        Ok(Ok(_) | Err(_)) | Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err(ConnectProblem::NameUnknown)
        }
        Err(mpsc::RecvTimeoutError::Timeout) => Err(deadline.passed()),
    }
}

/// Tries each address in turn with a fair share of the time that is left. The first failure is the one told.
fn connect(addresses: &[SocketAddr], deadline: &Deadline) -> Result<TcpStream, ConnectProblem> {
    let mut first_failure = None;
    for (index, address) in addresses.iter().enumerate() {
        let remaining = addresses.len().saturating_sub(index);
        let Ok(left) = deadline.left() else { break };
        let share = left / u32::try_from(remaining).unwrap_or(u32::MAX);
        match TcpStream::connect_timeout(address, share.max(LEAST).min(left)) {
            Ok(stream) => return Ok(stream),
            Err(error) => {
                let problem = ConnectProblem::of_network(&error, deadline.passed());
                first_failure.get_or_insert(problem);
            }
        }
    }
    Err(first_failure.unwrap_or_else(|| deadline.passed()))
}

fn record(
    mut stream: TcpStream,
    name: &ServerName,
    deadline: &Deadline,
) -> Result<Vec<Vec<u8>>, ConnectProblem> {
    let recorder = Arc::new(Recorder::default());
    let mut connection = client(name, Arc::clone(&recorder))?;
    let mut beginning = Vec::with_capacity(BEGINNING);
    let mut buffer = [0_u8; 4096];
    loop {
        send(&mut connection, &mut stream, deadline)?;
        let count = receive(&mut stream, &mut buffer, deadline)?;
        let mut octets = buffer.get(..count).unwrap_or_default();
        if octets.is_empty() {
            return Err(ConnectProblem::Closed);
        }
        let missing = BEGINNING.saturating_sub(beginning.len());
        beginning.extend(octets.iter().take(missing));
        while !octets.is_empty() {
            let taken = connection.read_tls(&mut octets);
            let outcome = connection.process_new_packets();
            let presented = recorder.presented();
            if !presented.is_empty() {
                // Says goodbye with an alert; what becomes of it does not matter any more.
                let _ = send(&mut connection, &mut stream, deadline);
                return Ok(presented);
            }
            outcome.map_err(|error| ConnectProblem::of_handshake(&error, &beginning))?;
            taken.map_err(|error| ConnectProblem::of_network(&error, deadline.passed()))?;
        }
        if !connection.is_handshaking() {
            // A handshake cannot end well without a verdict of the recorder, which is never good.
            return Err(ConnectProblem::Closed);
        }
    }
}

fn client(name: &ServerName, recorder: Arc<Recorder>) -> Result<ClientConnection, ConnectProblem> {
    let unusable = |error: rustls::Error| ConnectProblem::Other {
        reason: error.to_string(),
    };
    let config = ClientConfig::builder_with_provider(Arc::new(rustls_rustcrypto::provider()))
        .with_safe_default_protocol_versions()
        .map_err(unusable)?
        .dangerous()
        .with_custom_certificate_verifier(recorder)
        .with_no_client_auth();
    let name = match name {
        ServerName::Ip(address) => pki_types::ServerName::IpAddress((*address).into()),
        ServerName::Dns(name) => pki_types::ServerName::try_from(name.as_str().to_owned())
            .map_err(|error| ConnectProblem::Other {
                reason: error.to_string(),
            })?,
    };
    ClientConnection::new(Arc::new(config), name).map_err(unusable)
}

fn send(
    connection: &mut ClientConnection,
    stream: &mut TcpStream,
    deadline: &Deadline,
) -> Result<(), ConnectProblem> {
    let failed = |error: &std::io::Error| ConnectProblem::of_network(error, deadline.passed());
    while connection.wants_write() {
        stream
            .set_write_timeout(Some(deadline.left()?))
            .and_then(|()| connection.write_tls(stream))
            .and_then(|_| stream.flush())
            .map_err(|error| failed(&error))?;
    }
    Ok(())
}

fn receive(
    stream: &mut TcpStream,
    buffer: &mut [u8],
    deadline: &Deadline,
) -> Result<usize, ConnectProblem> {
    stream
        .set_read_timeout(Some(deadline.left()?))
        .and_then(|()| stream.read(buffer))
        .map_err(|error| ConnectProblem::of_network(&error, deadline.passed()))
}
