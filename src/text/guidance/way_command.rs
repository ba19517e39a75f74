//! The commands that make one program read other roots. As in [`super::command`], all parts are literals but names of
//! ours: of variables, of files and of thumbprints made here.

use super::FileName;
use super::command::Command;
use crate::certificate::Certificate;
use crate::client_roots::Argument;
use crate::doc::Language;
use crate::error_text::CaVariable;

/// Whose variable it is, as the lists of variables say.
const fn readers(variable: CaVariable) -> &'static str {
    match variable {
        CaVariable::ShotgunApiCacerts => "shotgun_api3, Toolkit",
        CaVariable::SslCertFile => "Python ssl, urllib",
        CaVariable::SslCertDir => "OpenSSL",
        CaVariable::RequestsCaBundle => "requests",
        CaVariable::CurlCaBundle => "curl",
        CaVariable::AwsCaBundle => "boto3, AWS CLI",
        CaVariable::Httplib2CaCerts => "httplib2",
        CaVariable::NodeExtraCaCerts => "Node.js",
        CaVariable::GitSslCaInfo => "git",
        CaVariable::PipCert => "pip",
    }
}

/// Sets one variable for this window.
pub(crate) fn variable_in_shell(variable: CaVariable) -> Command {
    let (name, whose) = (variable.name(), readers(variable));
    let text = format!("export {name}=\"$PWD/new-bundle.pem\"   # {whose}");
    (Language::Shell, text)
}

/// The same.
pub(crate) fn variable_in_powershell(variable: CaVariable) -> Command {
    let (name, whose) = (variable.name(), readers(variable));
    let text = format!("$env:{name} = (Resolve-Path new-bundle.pem).Path   # {whose}");
    (Language::PowerShell, text)
}

/// Sets it for all programs of this user that are started from now on.
pub(crate) fn variable_for_good_on_windows(variable: CaVariable) -> Command {
    let name = variable.name();
    let text = format!(
        "[Environment]::SetEnvironmentVariable('{name}', (Resolve-Path new-bundle.pem).Path, 'User')"
    );
    (Language::PowerShell, text)
}

/// The line for a file that a shell reads at its start.
pub(crate) fn variable_line(variable: CaVariable) -> String {
    format!("export {}=\"$HOME/new-bundle.pem\"", variable.name())
}

/// The argument or option in its place. `HOST` and `PACKAGE` stand for what the user puts there.
pub(crate) fn argument(argument: Argument) -> Command {
    let (language, text) = match argument {
        Argument::CaCerts => return super::argument_in_python(),
        Argument::Verify => (
            Language::Python,
            "verify=\"new-bundle.pem\"   # in requests.get(...), httpx.Client(...) or boto3.client(...)",
        ),
        Argument::CaFile => (
            Language::Python,
            "context=ssl.create_default_context(cafile=\"new-bundle.pem\")   # in urlopen(...)",
        ),
        Argument::CurlCacert => (
            Language::Shell,
            "curl --cacert new-bundle.pem https://HOST/",
        ),
        Argument::WgetCaCertificate => (
            Language::Shell,
            "wget --ca-certificate=new-bundle.pem https://HOST/",
        ),
        Argument::OpensslCaFile => (
            Language::Shell,
            "openssl s_client -CAfile new-bundle.pem -verify_return_error -servername HOST -connect HOST:443",
        ),
        Argument::AwsCaBundle => (Language::Shell, "aws --ca-bundle new-bundle.pem s3 ls"),
        Argument::PipCert => (
            Language::Shell,
            "python -m pip --cert new-bundle.pem install PACKAGE",
        ),
        Argument::JavaTrustStore => (
            Language::Shell,
            "java -Djavax.net.ssl.trustStore=new-cacerts -version",
        ),
        Argument::NodeSystemCa => (Language::Shell, "node --use-system-ca app.js"),
    };
    (language, text.to_owned())
}

/// Tells git of the file, for all repositories of this user.
pub(crate) fn git_in_shell() -> Command {
    shell("git config --global http.sslCAInfo \"$PWD/new-bundle.pem\"")
}

/// The same.
pub(crate) fn git_in_powershell() -> Command {
    let text = "git config --global http.sslCAInfo (Resolve-Path new-bundle.pem).Path";
    (Language::PowerShell, text.to_owned())
}

/// Prints the release and the place of the API.
pub(crate) fn api_release() -> Command {
    shell(
        "python -c \"import shotgun_api3; print(shotgun_api3.__version__, shotgun_api3.__file__)\"",
    )
}

/// Upgrades the API in the Python that runs it.
pub(crate) fn api_upgrade() -> Command {
    shell("python -m pip install --upgrade shotgun_api3")
}

/// Upgrades Toolkit core where it is installed in the project.
pub(crate) fn toolkit_upgrade_in_shell() -> Command {
    shell("./tank core")
}

/// The same.
pub(crate) fn toolkit_upgrade_on_windows() -> Command {
    (Language::Cmd, "tank.bat core".to_owned())
}

/// What `core/core_api.yml` holds.
pub(crate) fn core_api_yml() -> String {
    "location:\n  type: app_store\n  name: tk-core\n  version: v0.24.0\n".to_owned()
}

/// Runs the script that comes with Python from python.org.
pub(crate) fn mac_certificates() -> Command {
    shell("open /Applications/Python\\ 3*/Install\\ Certificates.command")
}

/// Runs the script that imports a root, for this user.
pub(crate) fn script_for_user(root: &Certificate) -> Command {
    let name = super::import_script_name(root);
    let text = format!("powershell -ExecutionPolicy Bypass -File .\\{name}");
    (Language::PowerShell, text)
}

/// The same for all users of the computer.
pub(crate) fn script_for_machine(root: &Certificate) -> Command {
    let (language, text) = script_for_user(root);
    (language, format!("{text} -Machine"))
}

/// Imports a saved root by the tool that every Windows has, for this user.
pub(crate) fn certutil_for_user(file: &FileName) -> Command {
    (
        Language::Cmd,
        format!("certutil -user -addstore Root {file}"),
    )
}

/// The same for all users of the computer.
pub(crate) fn certutil_for_machine(file: &FileName) -> Command {
    (Language::Cmd, format!("certutil -addstore Root {file}"))
}

/// Trusts a saved root in the keychain of this user.
pub(crate) fn keychain(file: &FileName) -> Command {
    let text = format!("security add-trusted-cert -r trustRoot {file}");
    (Language::Shell, text)
}

/// Upgrades the list of roots of Debian and Ubuntu.
pub(crate) fn debian_upgrade() -> Command {
    shell("sudo apt-get install --only-upgrade ca-certificates")
}

/// The same for Red Hat, Rocky, Alma and Fedora.
pub(crate) fn red_hat_upgrade() -> Command {
    shell("sudo dnf upgrade ca-certificates")
}

/// Adds a saved root to the list of Debian and Ubuntu, which reads names that end in `.crt` only.
pub(crate) fn debian_add(file: &FileName) -> Command {
    let stem = file.stem();
    let text = format!(
        "sudo cp {file} /usr/local/share/ca-certificates/{stem}.crt && sudo update-ca-certificates"
    );
    (Language::Shell, text)
}

/// The same for Red Hat, Rocky, Alma and Fedora.
pub(crate) fn red_hat_add(file: &FileName) -> Command {
    let text = format!("sudo cp {file} /etc/pki/ca-trust/source/anchors/ && sudo update-ca-trust");
    (Language::Shell, text)
}

/// Adds a saved root to the key store of the Java in use.
pub(crate) fn keytool_add(file: &FileName) -> Command {
    let stem = file.stem();
    shell_owned(format!(
        "keytool -importcert -cacerts -alias {stem} -file {file}"
    ))
}

/// Shows it there.
pub(crate) fn keytool_list(file: &FileName) -> Command {
    shell_owned(format!("keytool -list -cacerts -alias {}", file.stem()))
}

fn shell(text: &str) -> Command {
    shell_owned(text.to_owned())
}

fn shell_owned(text: String) -> Command {
    (Language::Shell, text)
}
