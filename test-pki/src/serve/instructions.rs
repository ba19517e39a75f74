//! What to run against a mock server.

use std::path::Path;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::Scenario;

/// The scenario of a name: an id, or `s3/EPOCH/STORE`; without a store, the oldest one.
pub fn find(name: &str) -> Option<&'static Scenario> {
    let Some(meeting) = name.strip_prefix("s3/") else {
        return crate::scenario(name);
    };
    let oldest = &crate::s3::stores().first()?.description.id;
    let (epoch, store) = meeting.split_once('/').unwrap_or((meeting, oldest));
    let id = format!("{epoch}--{store}");
    let mut cells = crate::s3::migration().iter();
    cells.find(|cell| cell.description.id == id)
}

/// What to read and to type while `scenario` is served on `port`, with its files in `folder`. The clock of certwhy and of
/// `openssl` can be set; other programs need `faketime`.
pub fn instructions(scenario: &Scenario, port: u16, folder: &Path) -> String {
    let Scenario {
        description,
        host,
        at,
        ..
    } = scenario;
    let file = |name: &str| quoted(&folder.join(name).display().to_string());
    let (bundle, known) = (file("bundle.pem"), file("known-roots.pem"));
    let (seconds, clock) = (seconds(at), clock(at));
    let (title, graph) = (&description.title, &description.graph);
    let authority = if host.contains(':') {
        format!("[{host}]")
    } else {
        (*host).to_owned()
    };
    let verify = if host.parse::<std::net::IpAddr>().is_ok() {
        format!("-verify_ip {host}")
    } else {
        format!("-servername {host} -verify_hostname {host}")
    };
    let trusting = if scenario.bundle.is_empty() {
        "-no-CAfile -no-CApath -no-CAstore".to_owned()
    } else {
        format!("-CAfile {bundle} -no-CApath -no-CAstore")
    };
    format!(
        "\
{title}

{graph}

Presented on localhost:{port} until Ctrl-C, for the host {host} at {at}. Ask it from another terminal:

certwhy explain --connect localhost:{port} --host {host} --bundle {bundle} --known-roots {known} --at {at}

openssl s_client -connect localhost:{port} {verify} -attime {seconds} -verify_return_error {trusting} </dev/null

{clock} curl --cacert {bundle} --connect-to ::localhost:{port} https://{authority}:{port}/

{clock} python3 -c 'import socket, ssl, sys; print(ssl.create_default_context(cafile=sys.argv[1]).wrap_socket(socket.create_connection((\"localhost\", {port})), server_hostname=\"{host}\").version())' {bundle}
"
    )
}

fn seconds(at: &str) -> i64 {
    OffsetDateTime::parse(at, &Rfc3339).map_or(0, OffsetDateTime::unix_timestamp)
}

fn clock(at: &str) -> String {
    let moment = at.replace('T', " ");
    format!("TZ=UTC faketime '{}'", moment.trim_end_matches('Z'))
}

/// For a POSIX shell.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_scenarios_and_of_meetings() {
        let id = |name| find(name).map(|found| found.description.id.as_str());
        assert_eq!(id("expired-leaf"), Some("expired-leaf"));
        let oldest = Some("march-2021--shotgun-3-0-8-to-3-0-18");
        assert_eq!(id("s3/march-2021"), oldest);
        assert_eq!(
            id("s3/march-2021/windows-empty"),
            Some("march-2021--windows-empty")
        );
        for unknown in ["", "s3", "s3/", "march-2021", "s3/march-2021/", "s3/a/b"] {
            assert_eq!(id(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn a_path_is_quoted_where_a_shell_would_split_it() {
        for (path, expected) in [
            ("/tmp/a-b_c.pem", "/tmp/a-b_c.pem"),
            ("/tmp/a b", "'/tmp/a b'"),
            ("it's", r"'it'\''s'"),
        ] {
            assert_eq!(quoted(path), expected);
        }
    }

    #[test]
    fn every_command_names_port_host_and_time() {
        let scenario = find("expired-leaf").expect("a scenario");
        let text = instructions(scenario, 8443, Path::new("/tmp/mock"));
        let commands: Vec<&str> = text
            .lines()
            .filter(|line| line.contains("/tmp/mock/"))
            .collect();
        assert_eq!(commands.len(), 4, "{text}");
        for (command, time) in commands.iter().zip([
            "--at 2024-06-01T12:00:00Z",
            "-attime 1717243200",
            "faketime '2024-06-01 12:00:00'",
            "faketime '2024-06-01 12:00:00'",
        ]) {
            assert!(command.contains(time), "{command}");
            assert!(command.contains("8443"), "{command}");
            assert!(command.contains("www.mock.example"), "{command}");
        }
    }
}
