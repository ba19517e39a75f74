//! Presents a chain on this machine, so that real clients can meet it.

use std::fmt;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ClientConnection, ServerConfig, ServerConnection, StreamOwned};

use crate::certified::Certified;

mod instructions;
mod rehearsal;

pub use instructions::{find, instructions};

/// How long a client may be silent.
const PATIENCE: Duration = Duration::from_secs(10);

/// What every request is answered with.
const PAGE: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 22\r\nConnection: close\r\n\r\nA mock server answers\n";

/// A TLS server that presents one chain.
#[derive(Debug, Clone)]
pub struct Server {
    config: Arc<ServerConfig>,
}

/// Why the TLS library (rustls) cannot present a chain.
#[derive(Debug, Clone)]
pub struct Unservable(String);

impl fmt::Display for Unservable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the TLS library cannot present this chain: {}", self.0)
    }
}

impl std::error::Error for Unservable {}

impl From<rustls::Error> for Unservable {
    fn from(error: rustls::Error) -> Self {
        Self(error.to_string())
    }
}

impl Server {
    /// Presents `chain`, whose first certificate is the server's own.
    ///
    /// # Errors
    /// The library refuses the certificate or its key, or a first handshake in memory fails.
    pub fn presenting(chain: &[Certified]) -> Result<Self, Unservable> {
        let nothing = || Unservable("there is no certificate in it".to_owned());
        let leaf = chain.first().ok_or_else(nothing)?;
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(leaf.key().private_key_der()));
        let chain = chain
            .iter()
            .map(|one| CertificateDer::from(one.der().to_vec()))
            .collect();
        let config = ServerConfig::builder_with_provider(Arc::new(rustls_rustcrypto::provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(chain, key)?;
        let server = Self {
            config: Arc::new(config),
        };
        rehearsal::rehearse(&server.config)?;
        Ok(server)
    }

    /// Meets a client in memory, without a network.
    ///
    /// # Errors
    /// What the first side to refuse says.
    pub fn meet(&self, client: &mut ClientConnection) -> Result<(), rustls::Error> {
        rehearsal::handshake(client, &self.config)
    }

    /// Listens on the loopback interface; port 0 takes any free one.
    pub fn listen(self, port: u16) -> io::Result<Listening> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        Ok(Listening {
            port: listener.local_addr()?.port(),
            listener,
            config: self.config,
        })
    }
}

/// A server whose port is open.
#[derive(Debug)]
pub struct Listening {
    port: u16,
    listener: TcpListener,
    config: Arc<ServerConfig>,
}

impl Listening {
    /// The port.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Answers every client, each in a thread of its own, until the process ends.
    pub fn run(self) {
        for stream in self.listener.incoming().flatten() {
            let config = Arc::clone(&self.config);
            // A client that refuses the chain breaks off: that is what it is here for.
            thread::spawn(move || answer(stream, config).ok());
        }
    }
}

fn answer(stream: TcpStream, config: Arc<ServerConfig>) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let connection = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut stream = StreamOwned::new(connection, stream);
    let mut request = [0; 4096];
    if stream.read(&mut request)? > 0 {
        stream.write_all(PAGE)?;
    }
    stream.conn.send_close_notify();
    stream.flush()
}
