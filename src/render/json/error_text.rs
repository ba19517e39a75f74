//! What an error text tells.

use crate::error_text::{
    ApiReading, Application, Copy, CreatedEntity, ErrorText, Missing, PythonVersions, Setting,
    SwitchesVerificationOff, Symptom,
};
use serde::Serialize;

/// What was read from an error text; null or empty where it does not say.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ErrorText"))]
pub(super) struct ErrorTextEntry {
    /// The TLS stack that wrote it.
    stack: Option<String>,
    /// The call that failed.
    call: Option<String>,
    /// The server's name.
    host: Option<String>,
    /// OpenSSL's verification code, a decimal number.
    openssl_code: Option<String>,
    /// Versions of Python.
    python: Vec<String>,
    /// Versions of the API.
    api_versions: Vec<String>,
    /// The operating system.
    system: Option<String>,
    /// The application.
    application: Option<String>,
    /// Every layer seen, a program above the library that it uses.
    layers: Vec<&'static str>,
    /// The server's port.
    port: Option<u32>,
    /// What the text says that failed.
    symptom: Option<&'static str>,
    /// How sure the versions of Python are.
    python_certainty: Certainty,
    /// Versions of Toolkit core.
    toolkit_versions: Vec<String>,
    /// Whether the copy of the API, or of Toolkit core, was changed by somebody or is newer than what is known.
    changed_copy: bool,
    /// What was created on the server although the call failed.
    created: Vec<CreatedEntry>,
    /// Variables for roots that the text names, and files of roots.
    settings: Vec<SettingEntry>,
    /// Variables that no client reads.
    wrong_variables: Vec<String>,
    /// Whose verification the text proposes to switch off.
    switches_verification_off: Vec<&'static str>,
    /// What the text cannot tell.
    missing: Vec<&'static str>,
}

/// How sure the versions are.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Certainty {
    Unknown,
    Exact,
    OneOf,
    Probable,
}

/// Something that was created.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CreatedEntry {
    /// Its type.
    #[serde(rename = "type")]
    kind: String,
    /// Its name.
    name: String,
    /// Its id.
    id: Option<u64>,
}

/// A place of roots.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SettingEntry {
    /// The variable; null for a file that is named without one.
    variable: Option<&'static str>,
    /// Its value, or the file.
    value: Option<String>,
}

impl From<&ErrorText> for ErrorTextEntry {
    fn from(text: &ErrorText) -> Self {
        let reading = &text.reading;
        let ApiReading {
            versions,
            toolkit,
            copy,
            ..
        } = &reading.api;
        let server = reading.server.as_ref();
        Self {
            stack: reading.stack.map(|stack| stack.as_str().to_owned()),
            call: reading.call.map(|call| call.as_str().to_owned()),
            host: server.map(|server| server.host.to_string()),
            openssl_code: reading.failure.code.map(|code| code.number().to_string()),
            python: strings(reading.python.all()),
            api_versions: versions.iter().map(str::to_owned).collect(),
            system: reading.system.map(|system| system.as_str().to_owned()),
            application: reading.application.as_ref().map(application),
            layers: reading.layers.iter().map(|layer| layer.as_str()).collect(),
            port: server.and_then(|server| server.port).map(u32::from),
            symptom: reading.failure.symptom.map(Symptom::as_str),
            python_certainty: Certainty::from(&reading.python),
            toolkit_versions: toolkit.iter().map(str::to_owned).collect(),
            changed_copy: *copy == Copy::Changed,
            created: reading.created.iter().map(CreatedEntry::from).collect(),
            settings: reading.settings.iter().map(SettingEntry::from).collect(),
            wrong_variables: reading
                .wrong_variables
                .iter()
                .map(|wrong| wrong.name.clone())
                .collect(),
            switches_verification_off: reading
                .switches_off
                .iter()
                .copied()
                .map(SwitchesVerificationOff::as_str)
                .collect(),
            missing: reading
                .missing
                .iter()
                .copied()
                .map(Missing::as_str)
                .collect(),
        }
    }
}

fn strings(values: &[impl ToString]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

fn application(application: &Application) -> String {
    application.to_string()
}

impl From<&PythonVersions> for Certainty {
    fn from(versions: &PythonVersions) -> Self {
        match versions {
            PythonVersions::Unknown => Self::Unknown,
            PythonVersions::Exact(_) => Self::Exact,
            PythonVersions::OneOf(_) => Self::OneOf,
            PythonVersions::Probably(_) => Self::Probable,
        }
    }
}

impl From<&CreatedEntity> for CreatedEntry {
    fn from(entity: &CreatedEntity) -> Self {
        Self {
            kind: entity.kind.clone(),
            name: entity.name.clone(),
            id: entity.id,
        }
    }
}

impl From<&Setting> for SettingEntry {
    fn from(setting: &Setting) -> Self {
        match setting {
            Setting::Variable { variable, value } => Self {
                variable: Some(variable.name()),
                value: value.clone(),
            },
            Setting::File(path) => Self {
                variable: None,
                value: Some(path.clone()),
            },
        }
    }
}
