//! A handshake in memory with a client that accepts everything: whether a server can present its chain at all shows
//! only when it signs.

use std::io;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    ClientConfig, ClientConnection, ConnectionCommon, DigitallySignedStruct, Error, ServerConfig,
    ServerConnection, SideData, SignatureScheme,
};

/// Whether the server can present its chain to a client that takes anything.
pub(super) fn rehearse(server: &Arc<ServerConfig>) -> Result<(), Error> {
    let name = ServerName::try_from("rehearsal.mock.example")
        .map_err(|error| Error::General(error.to_string()))?;
    handshake(
        &mut ClientConnection::new(Arc::new(credulous()?), name)?,
        server,
    )
}

/// More flights than a handshake of TLS 1.2 or 1.3 has.
const FLIGHTS: usize = 8;

/// A handshake up to its end or the first refusal of either side.
pub(super) fn handshake(
    client: &mut ClientConnection,
    server: &Arc<ServerConfig>,
) -> Result<(), Error> {
    let mut server = ServerConnection::new(Arc::clone(server))?;
    for _ in 0..FLIGHTS {
        if !client.is_handshaking() && !server.is_handshaking() {
            return Ok(());
        }
        pass(client, &mut server)?;
        pass(&mut server, client)?;
    }
    Err(Error::HandshakeNotComplete)
}

/// Hands over all that one side has to say.
fn pass<From, To>(
    from: &mut ConnectionCommon<From>,
    to: &mut ConnectionCommon<To>,
) -> Result<(), Error>
where
    From: SideData,
    To: SideData,
{
    let failed = |error: io::Error| Error::General(error.to_string());
    let mut flight = Vec::new();
    while from.wants_write() {
        from.write_tls(&mut flight).map_err(failed)?;
    }
    let mut flight = flight.as_slice();
    // A call takes only as much as fits into its buffer.
    while !flight.is_empty() {
        to.read_tls(&mut flight).map_err(failed)?;
        to.process_new_packets()?;
    }
    Ok(())
}

fn credulous() -> Result<ClientConfig, Error> {
    let config = ClientConfig::builder_with_provider(Arc::new(rustls_rustcrypto::provider()))
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Credulous))
        .with_no_client_auth();
    Ok(config)
}

/// Accepts every certificate and every signature.
#[derive(Debug)]
struct Credulous;

impl ServerCertVerifier for Credulous {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        let provider = rustls_rustcrypto::provider();
        provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}
