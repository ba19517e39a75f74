//! What a browser gets.

use super::request::{Method, Refusal, Request};
use crate::page::headers;
use std::fs;
use std::path::Path;

/// A whole answer.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: &'static str,
    pub(super) headers: Vec<String>,
    content: Vec<u8>,
    method: Method,
}

impl Answer {
    /// The file that the path names, with the headers that `_headers` gives it.
    pub(super) fn to(request: &Request, folder: &Path) -> Self {
        let found = file_name(&request.path)
            .and_then(|name| Some((content_type(name)?, fs::read(folder.join(name)).ok()?)));
        let Some((content_type, content)) = found else {
            return Self::plain("404 Not Found", request.method);
        };
        // Read each time: the page may have been built anew since.
        let rules = fs::read_to_string(folder.join("_headers")).unwrap_or_default();
        let given = headers::for_path(&rules, &request.path);
        let mut headers = vec![format!("Content-Type: {content_type}")];
        headers.extend(given.into_iter().map(str::to_owned));
        Self {
            status: "200 OK",
            headers,
            content,
            method: request.method,
        }
    }

    pub(super) fn refusing(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotUnderstood => Self::plain("400 Bad Request", Method::Get),
            Refusal::OtherMethod => {
                let mut answer = Self::plain("405 Method Not Allowed", Method::Get);
                answer.headers.push("Allow: GET, HEAD".to_owned());
                answer
            }
        }
    }

    fn plain(status: &'static str, method: Method) -> Self {
        Self {
            status,
            headers: vec!["Content-Type: text/plain; charset=utf-8".to_owned()],
            content: format!("{status}\n").into_bytes(),
            method,
        }
    }

    /// As it goes over the wire.
    pub(super) fn octets(&self) -> Vec<u8> {
        let length = self.content.len();
        let mut lines = vec![format!("HTTP/1.1 {}", self.status)];
        lines.extend(self.headers.iter().cloned());
        lines.push(format!("Content-Length: {length}"));
        lines.push("Connection: close\r\n\r\n".to_owned());
        let mut octets = lines.join("\r\n").into_bytes();
        match self.method {
            Method::Get => octets.extend(&self.content),
            Method::Head => {}
        }
        octets
    }
}

/// The name of a file in the folder itself: no other folder, no hidden file, nothing to decode. `None` for all else.
fn file_name(path: &str) -> Option<&str> {
    let name = path.strip_prefix('/')?;
    let name = if name.is_empty() { "index.html" } else { name };
    let plain = |character: char| character.is_ascii_alphanumeric() || character == '.';
    let is_plain = name.chars().all(plain) && !name.starts_with('.') && !name.contains("..");
    is_plain.then_some(name)
}

/// The types of what a build writes; anything else in the folder is not served.
fn content_type(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    Some(match extension {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        "bin" => "application/octet-stream",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::html;

    #[test]
    fn a_path_names_a_file_of_the_folder_or_nothing() {
        for (path, expected) in [
            ("/", Some("index.html")),
            ("/certwhy.html", Some("certwhy.html")),
            ("/certwhy.0123.js", Some("certwhy.0123.js")),
            ("", None),
            ("index.html", None),
            ("//index.html", None),
            ("/_headers", None),
            ("/.git", None),
            ("/..", None),
            ("/../Cargo.toml", None),
            ("/a/../../Cargo.toml", None),
            ("/..\\Cargo.toml", None),
            ("/%2e%2e/Cargo.toml", None),
            ("/C:/Cargo.toml", None),
            ("/index.html\0", None),
        ] {
            assert_eq!(file_name(path), expected, "{path:?}");
        }
    }

    #[test]
    fn every_asset_can_be_served() {
        for asset in html::sample("a()").assets() {
            let path = format!("/{}", asset.file_name());
            let name = file_name(&path).unwrap();
            assert!(content_type(name).is_some(), "{name}");
        }
    }

    #[test]
    fn types_are_those_that_browsers_insist_on() {
        for (name, expected) in [
            ("a.wasm", Some("application/wasm")),
            ("a.js", Some("text/javascript; charset=utf-8")),
            ("a.css", Some("text/css; charset=utf-8")),
            ("a.html", Some("text/html; charset=utf-8")),
            ("a.svg", Some("image/svg+xml")),
            ("a.txt", Some("text/plain; charset=utf-8")),
            ("a.bin", Some("application/octet-stream")),
            ("a.exe", None),
            ("a", None),
        ] {
            assert_eq!(content_type(name), expected, "{name}");
        }
    }
}
