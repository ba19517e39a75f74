//! Ways of switching verification off that a text names: so that words can say why not.

use super::source::Source;

/// Something that switches verification off, by whose setting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SwitchesVerificationOff {
    /// An argument of a Python library.
    PythonArgument,
    /// A context of Python's `ssl` that checks nothing.
    PythonContext,
    /// A variable that Python reads.
    PythonVariable,
    /// A setting of `shotgun_api3`.
    ShotgunApi,
    /// An option of pip.
    Pip,
    /// An option of curl.
    Curl,
    /// An option of wget.
    Wget,
    /// A setting of git.
    Git,
    /// A variable or an option of Node.
    Node,
    /// A setting of npm or yarn.
    Npm,
    /// A field of a Go program's configuration.
    Go,
    /// A call-back of .NET or an option of PowerShell.
    Dotnet,
    /// A mode of Ruby's OpenSSL.
    Ruby,
    /// A method of a Rust library.
    Rust,
    /// An option of the AWS command line.
    Aws,
    /// An option of PHP's or Perl's libraries.
    Script,
}

impl SwitchesVerificationOff {
    /// Its stable name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PythonArgument => "python-argument",
            Self::PythonContext => "python-context",
            Self::PythonVariable => "python-variable",
            Self::ShotgunApi => "shotgun_api3",
            Self::Pip => "pip",
            Self::Curl => "curl",
            Self::Wget => "wget",
            Self::Git => "git",
            Self::Node => "node",
            Self::Npm => "npm",
            Self::Go => "go",
            Self::Dotnet => "dotnet",
            Self::Ruby => "ruby",
            Self::Rust => "rust",
            Self::Aws => "aws",
            Self::Script => "script",
        }
    }

    /// Whose setting it is, as people write it.
    pub const fn owner(self) -> &'static str {
        match self {
            Self::PythonArgument | Self::PythonContext | Self::PythonVariable => "Python",
            Self::ShotgunApi => "shotgun_api3",
            Self::Pip => "pip",
            Self::Curl => "curl",
            Self::Wget => "wget",
            Self::Git => "git",
            Self::Node => "Node.js",
            Self::Npm => "npm",
            Self::Go => "Go",
            Self::Dotnet => ".NET",
            Self::Ruby => "Ruby",
            Self::Rust => "Rust",
            Self::Aws => "AWS CLI",
            Self::Script => "PHP, Perl",
        }
    }
}

use SwitchesVerificationOff as Off;

const TABLE: &[(&str, Off)] = &[
    ("verify=false", Off::PythonArgument),
    ("verify = false", Off::PythonArgument),
    ("verify_ssl=false", Off::PythonArgument),
    ("ssl=false", Off::PythonArgument),
    ("disable_ssl_certificate_validation", Off::PythonArgument),
    ("cert_reqs='cert_none'", Off::PythonArgument),
    ("insecurerequestwarning", Off::PythonArgument),
    ("unverified https request", Off::PythonArgument),
    ("_create_unverified_context", Off::PythonContext),
    ("_create_stdlib_context", Off::PythonContext),
    ("ssl.cert_none", Off::PythonContext),
    ("check_hostname = false", Off::PythonContext),
    ("pythonhttpsverify", Off::PythonVariable),
    ("shotgun_disable_ssl_validation", Off::ShotgunApi),
    ("no_ssl_validation", Off::ShotgunApi),
    ("--trusted-host", Off::Pip),
    ("curl -k", Off::Curl),
    ("-k (or --insecure)", Off::Curl),
    ("--insecure", Off::Curl),
    ("curlopt_ssl_verifypeer", Off::Curl),
    ("no-check-certificate", Off::Wget),
    ("http.sslverify", Off::Git),
    ("git_ssl_no_verify", Off::Git),
    ("node_tls_reject_unauthorized", Off::Node),
    ("rejectunauthorized", Off::Node),
    ("strict-ssl", Off::Npm),
    ("insecureskipverify", Off::Go),
    ("servercertificatevalidationcallback", Off::Dotnet),
    ("dangerousacceptanyservercertificate", Off::Dotnet),
    ("-skipcertificatecheck", Off::Dotnet),
    ("trustservercertificate", Off::Dotnet),
    ("verify_none", Off::Ruby),
    ("danger_accept_invalid", Off::Rust),
    ("--no-verify-ssl", Off::Aws),
    ("verify_peer", Off::Script),
    ("ssl_verify_none", Off::Script),
    ("perl_lwp_ssl_verify_hostname", Off::Script),
];

/// Each kind once, in the order of the text.
pub(super) fn read(source: &Source<'_>) -> Vec<SwitchesVerificationOff> {
    let mut found = Vec::new();
    for (_, switch) in source.hits(TABLE) {
        if !found.contains(&switch) {
            found.push(switch);
        }
    }
    found
}
