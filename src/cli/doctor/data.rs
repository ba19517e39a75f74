//! What was found, as JSON, schema 1. Names of fields are public: some may be added, none is renamed or removed.

use super::{Examined, FileState, FoundClient, ReadPlace, SetVariable, VariableKind};
use crate::render::json_of;
use serde_json::{Value, json};

const SCHEMA: u32 = 1;

/// The document.
pub(super) fn document(found: &Examined) -> String {
    let clients = found.clients.iter().map(|one| client(one, &found.servers));
    json_of(&json!({
        "schema": SCHEMA,
        "tool": { "name": "certwhy", "version": env!("CARGO_PKG_VERSION") },
        "system": found.system.as_str(),
        "sound": found.is_sound(),
        "variables": found.variables.iter().map(variable).collect::<Vec<Value>>(),
        "clients": clients.collect::<Vec<Value>>(),
    }))
}

fn variable(set: &SetVariable) -> Value {
    let (is_read, meant) = match set.kind {
        VariableKind::Read(_) => (true, None),
        VariableKind::Misnamed(meant) => (false, Some(meant.name())),
    };
    json!({
        "name": set.name,
        "value": set.value,
        "read_by_a_client": is_read,
        "meant": meant,
        "file": state(&set.state),
    })
}

fn client(client: &FoundClient, servers: &[String]) -> Value {
    let trusted = servers.iter().zip(&client.trusts);
    let trusted: Vec<Value> = trusted
        .map(|(name, trusted)| json!({ "name": name, "trusted": trusted }))
        .collect();
    json!({
        "program": client.program.as_str(),
        "release": client.release.map(|release| release.to_string()),
        "call": client.call.map(crate::error_text::Call::as_str),
        "path": client.path,
        "python": client.python,
        "reads": client.reads.iter().map(read).collect::<Vec<Value>>(),
        "servers": trusted,
    })
}

fn read(read: &ReadPlace) -> Value {
    json!({
        "kind": read.place.kind(),
        "name": read.place.as_str(),
        "path": read.path.as_ref().map(|path| path.to_string_lossy()),
        "file": state(&read.state),
    })
}

fn state(state: &FileState) -> Value {
    let name = match state {
        FileState::Missing => "missing",
        FileState::Folder => "folder",
        FileState::Unreadable => "unreadable",
        FileState::NoCertificates => "no-certificates",
        FileState::Certificates { .. } => "certificates",
        FileState::Unknown => "unknown",
    };
    match state {
        FileState::Certificates {
            count,
            release,
            damaged,
        } => {
            json!({ "state": name, "certificates": count, "nearest_release": release, "damaged": damaged })
        }
        FileState::Missing
        | FileState::Folder
        | FileState::Unreadable
        | FileState::NoCertificates
        | FileState::Unknown => json!({ "state": name }),
    }
}
