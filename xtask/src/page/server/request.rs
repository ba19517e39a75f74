//! What a browser asks for.

use std::io::BufRead;

/// The methods that are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
}

/// A request that can be answered, if only with "not found".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: Method,
    /// Without the query; not decoded.
    pub(super) path: String,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not HTTP, too long, or cut.
    NotUnderstood,
    /// Another method than GET or HEAD.
    OtherMethod,
}

impl Request {
    /// Reads to the empty line that ends the head.
    pub(super) fn read(stream: impl BufRead) -> Result<Self, Refusal> {
        let mut lines = stream.lines().map_while(Result::ok);
        let first = lines.next().ok_or(Refusal::NotUnderstood)?;
        if lines.all(|line| !line.is_empty()) {
            return Err(Refusal::NotUnderstood);
        }
        Self::from_line(&first)
    }

    fn from_line(line: &str) -> Result<Self, Refusal> {
        let parts: Vec<&str> = line.split(' ').collect();
        let [method, target, version] = parts.as_slice() else {
            return Err(Refusal::NotUnderstood);
        };
        if !version.starts_with("HTTP/1.") {
            return Err(Refusal::NotUnderstood);
        }
        let method = match *method {
            "GET" => Method::Get,
            "HEAD" => Method::Head,
            _ => return Err(Refusal::OtherMethod),
        };
        let path = target.split('?').next().unwrap_or_default();
        Ok(Self {
            method,
            path: path.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_or_refused() {
        let get = |path: &str| {
            Ok(Request {
                method: Method::Get,
                path: path.to_owned(),
            })
        };
        for (text, expected) in [
            ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", get("/")),
            ("GET /a.js?b=c HTTP/1.0\r\n\r\n", get("/a.js")),
            ("POST / HTTP/1.1\r\n\r\n", Err(Refusal::OtherMethod)),
            ("GET / HTTP/1.1\r\nHost: a\r\n", Err(Refusal::NotUnderstood)),
            ("GET /\r\n\r\n", Err(Refusal::NotUnderstood)),
            ("GET / SPDY/3\r\n\r\n", Err(Refusal::NotUnderstood)),
            ("", Err(Refusal::NotUnderstood)),
            ("\u{16}\u{3}\u{1}\r\n\r\n", Err(Refusal::NotUnderstood)),
        ] {
            assert_eq!(Request::read(text.as_bytes()), expected, "{text:?}");
        }
    }
}
