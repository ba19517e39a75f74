//! JSON over HTTP/1.1 on the loopback interface, which is all that WebDriver is (W3C WebDriver §6). A client library
//! would bring an asynchronous runtime for requests that follow one another.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

/// Longer than any script may run.
const PATIENCE: Duration = Duration::from_secs(300);

/// Sends a request, and returns the reply's `value`; the message of the driver where it refuses.
pub(crate) fn request(
    port: u16,
    (method, path): (&str, &str),
    body: Option<&Value>,
) -> Result<Value, String> {
    let body = body.map_or_else(String::new, Value::to_string);
    let reply = exchange(port, (method, path), &body).map_err(|error| error.to_string())?;
    let reply: Value = serde_json::from_slice(&reply).map_err(|error| error.to_string())?;
    let value = reply.get("value").cloned().unwrap_or_default();
    match value.get("error") {
        Some(error) => Err(format!(
            "{method} {path}: {error}: {}",
            value["message"].as_str().unwrap_or_default()
        )),
        None => Ok(value),
    }
}

fn exchange(port: u16, (method, path): (&str, &str), body: &str) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )?;
    let mut reader = BufReader::new(stream);
    let mut length = None;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().ok();
        }
        if line.is_empty() {
            break;
        }
    }
    let mut content = Vec::new();
    match length {
        Some(length) => reader.take(length).read_to_end(&mut content)?,
        None => reader.read_to_end(&mut content)?,
    };
    Ok(content)
}
