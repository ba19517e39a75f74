//! The commands. All parts but a [`FileName`] are literals, so that nothing from an input can be run.
//!
//! None of them turns verification off, anywhere: reading what a server sends needs no trust in it.

use super::FileName;
use crate::doc::Language;

/// A command with the shell that it is for.
pub(super) type Command = (Language, String);

/// Writes the old bundle, a line break and the certificate to a new file: a last line without an end cannot glue two
/// blocks together.
pub(crate) fn append_in_shell(file: &FileName) -> Command {
    let text = format!("{{ cat your-bundle.pem; echo; cat {file}; }} > new-bundle.pem");
    (Language::Shell, text)
}

/// The same: `Set-Content` ends each line, and writes no byte order mark as ASCII.
pub(crate) fn append_in_powershell(file: &FileName) -> Command {
    let text =
        format!("Get-Content your-bundle.pem, {file} | Set-Content new-bundle.pem -Encoding ascii");
    (Language::PowerShell, text)
}

/// Shows the fingerprints of a saved certificate.
pub(crate) fn fingerprint_by_openssl(file: &FileName) -> Command {
    let text = format!("openssl x509 -in {file} -noout -subject -fingerprint -sha256");
    (Language::Shell, text)
}

/// Sets the variables of the programs for this window.
pub(crate) fn variables_in_shell() -> Command {
    (
        Language::Shell,
        lines(&[
            "export SHOTGUN_API_CACERTS=\"$PWD/new-bundle.pem\"   # shotgun_api3, Toolkit",
            "export SSL_CERT_FILE=\"$PWD/new-bundle.pem\"         # Python ssl, urllib",
            "export REQUESTS_CA_BUNDLE=\"$PWD/new-bundle.pem\"    # requests",
            "export HTTPLIB2_CA_CERTS=\"$PWD/new-bundle.pem\"     # httplib2",
        ]),
    )
}

/// The same.
pub(crate) fn variables_in_powershell() -> Command {
    (
        Language::PowerShell,
        lines(&[
            "$env:SHOTGUN_API_CACERTS = (Resolve-Path new-bundle.pem).Path   # shotgun_api3, Toolkit",
            "$env:SSL_CERT_FILE = (Resolve-Path new-bundle.pem).Path         # Python ssl, urllib",
            "$env:REQUESTS_CA_BUNDLE = (Resolve-Path new-bundle.pem).Path    # requests",
            "$env:HTTPLIB2_CA_CERTS = (Resolve-Path new-bundle.pem).Path     # httplib2",
        ]),
    )
}

/// The argument that names the file in the call that makes a client object.
pub(crate) fn argument_in_python() -> Command {
    let text = "ca_certs=\"new-bundle.pem\"   # in Shotgun(...) or httplib2.Http(...)";
    (Language::Python, text.to_owned())
}

/// Applies the proven remedies to a copy.
pub(crate) fn repair() -> Command {
    any("certwhy repair --bundle your-bundle.pem --chain server-chain.pem -o new-bundle.pem")
}

/// Writes a bundle anew, without damage.
pub(crate) fn mend() -> Command {
    any("certwhy repair --bundle your-bundle.pem -o new-bundle.pem")
}

/// Writes the public list in force, with what only the old bundle holds.
pub(crate) fn repair_with_current_list() -> Command {
    any("certwhy repair --bundle your-bundle.pem --current -o new-bundle.pem")
}

/// Upgrades certifi in the Python that runs it.
pub(crate) fn certifi_upgrade() -> Command {
    any("python -m pip install --upgrade certifi")
}

/// Prints where certifi's file stands.
pub(crate) fn certifi_path() -> Command {
    any("python -m certifi")
}

/// Connects, and explains what the server sends.
pub(crate) fn chain_by_certwhy() -> Command {
    any("certwhy explain --connect HOST")
}

/// Writes what the server sends to a file; an empty input ends the connection at once.
pub(crate) fn chain_by_openssl_in_shell() -> Command {
    any(
        "openssl s_client -showcerts -servername HOST -connect HOST:443 </dev/null > server-chain.txt",
    )
}

/// The same; `</dev/null` does not exist there.
pub(crate) fn chain_by_openssl_in_powershell() -> Command {
    let text = "'' | openssl s_client -showcerts -servername HOST -connect HOST:443 | \
                Set-Content server-chain.txt -Encoding ascii";
    (Language::PowerShell, text.to_owned())
}

/// Writes what the server sends to a file with what every Windows has. The callback looks at the certificates and then
/// refuses the connection, so nothing is trusted and nothing is sent.
pub(crate) fn chain_by_dotnet() -> Command {
    let text = lines(&[
        "$client = New-Object Net.Sockets.TcpClient('HOST', 443)",
        "$sent = New-Object Collections.ArrayList",
        "$look = { param($from, $leaf, $chain, $errors) [void]$sent.Add($leaf)",
        "  $chain.ChainPolicy.ExtraStore | ForEach-Object { [void]$sent.Add($_) }; $false }",
        "$tls = New-Object Net.Security.SslStream($client.GetStream(), $false, $look)",
        "try { $tls.AuthenticateAsClient('HOST', $null, 'Tls12', $false) } catch { }",
        "$client.Close()",
        "$sent | ForEach-Object { '-----BEGIN CERTIFICATE-----'",
        "  [Convert]::ToBase64String($_.GetRawCertData(), 'InsertLineBreaks')",
        "  '-----END CERTIFICATE-----' } | Set-Content server-chain.txt -Encoding ascii",
    ]);
    (Language::PowerShell, text)
}

/// Prints the server's own certificate; the function reads it and sends nothing after the handshake.
pub(crate) fn leaf_by_python() -> Command {
    any("python -c \"import ssl; print(ssl.get_server_certificate(('HOST', 443)))\"")
}

/// Asks the time service for the time; needs an administrator's rights.
pub(crate) fn clock_on_windows() -> Command {
    (Language::PowerShell, "w32tm /resync".to_owned())
}

/// Sets the clock from Apple's time server.
pub(crate) fn clock_on_macos() -> Command {
    any("sudo sntp -sS time.apple.com")
}

/// Lets systemd keep the clock.
pub(crate) fn clock_on_linux() -> Command {
    any("sudo timedatectl set-ntp true")
}

/// A command that reads the same in a shell and in PowerShell, or is only for a shell.
fn any(text: &str) -> Command {
    (Language::Shell, text.to_owned())
}

fn lines(lines: &[&str]) -> String {
    lines.join("\n")
}
