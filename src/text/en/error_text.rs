//! What an error text tells, and what it does not.

use crate::doc::{Inlines, code, field, strong};
use crate::error_text::{
    Call, CreatedEntity, Missing, Server, Setting, Stack, SwitchesVerificationOff, Symptom, System,
    Trouble, VerifyCode, WrongVariable,
};
use crate::say;
use crate::text::write::{Key, Run};

/// The name of a fact.
pub(in crate::text) const fn key(key: Key) -> &'static str {
    match key {
        Key::Failure => "What failed",
        Key::Program => "Program",
        Key::Call => "While",
        Key::Server => "Server",
        Key::Python => "Python",
        Key::Api => "API",
        Key::Toolkit => "Toolkit core",
        Key::System => "System",
        Key::Application => "Application",
        Key::Settings => "Roots, as the text says",
    }
}

/// Nothing was found in it.
pub(in crate::text) fn nothing() -> Inlines {
    say!("certwhy found nothing in this text that it knows.")
}

/// The headline where the text is of another failure.
pub(in crate::text) fn something_else() -> Inlines {
    say!("The error text does not tell of a problem with the server's certificate.")
}

/// What failed, with OpenSSL's number where there is one.
pub(in crate::text) fn failure(symptom: Symptom, verify: Option<VerifyCode>) -> Inlines {
    let sentence = said(symptom);
    match verify.map(|verify| (verify.number(), verify.sentence())) {
        Some((number, Some(words))) => say!(
            "{sentence} OpenSSL calls this error {number}, {words}.",
            sentence,
            number = u32::from(number),
            words = code(words)
        ),
        Some((number, None)) => say!(
            "{sentence} OpenSSL calls this error {number}.",
            sentence,
            number = u32::from(number)
        ),
        None => sentence,
    }
}

fn said(symptom: Symptom) -> Inlines {
    match symptom {
        Symptom::UntrustedIssuer => say!(
            "The program found no way from the server's certificate to a root that it trusts. A root may be missing on this computer, or the server may leave out an intermediate certificate; the text alone cannot say which."
        ),
        Symptom::SelfSignedInChain => say!(
            "The server's chain ends in a root that the program does not trust. That is often a proxy or security program that reads along, or a company's own CA."
        ),
        Symptom::SelfSignedLeaf => {
            say!("The server's own certificate is signed by nobody but itself.")
        }
        Symptom::Expired => {
            say!("A certificate has expired, or the clock of this computer is wrong.")
        }
        Symptom::NotYetValid => {
            say!("A certificate is not valid yet, or the clock of this computer is wrong.")
        }
        Symptom::OutsideValidity => say!(
            "A certificate has expired or is not valid yet, or the clock of this computer is wrong."
        ),
        Symptom::HostMismatch => {
            say!("The server's certificate is for other names than the one that was asked for.")
        }
        Symptom::TooWeak => say!("A key or a signature is too weak for this program."),
        Symptom::BadSignature => say!("The signature of a certificate is wrong."),
        Symptom::NameConstraints => say!("A CA may not issue certificates for this name."),
        Symptom::WrongUse => say!("A certificate is used for something that it is not meant for."),
        Symptom::Form => say!("A certificate breaks a rule of form that this program enforces."),
        Symptom::Revoked => say!("A certificate was withdrawn by its CA."),
        Symptom::RevocationUnknown => {
            say!("The program could not find out whether a certificate was withdrawn by its CA.")
        }
        Symptom::Distrusted => say!("The program has been told not to trust a certificate."),
        Symptom::Unverified => {
            say!("The program could not verify the server's certificate; the text gives no reason.")
        }
        Symptom::BundleUnreadable => {
            say!("The program could not load the file with the roots that it should trust.")
        }
        Symptom::PeerRefused => say!(
            "The other side refused the certificate that was shown to it. This is not about the roots of the program that wrote the text."
        ),
        Symptom::Protocol => say!(
            "The two sides found no common way to speak TLS. No certificate was refused; often the address or the port is wrong, a proxy is in between, or one side is too old."
        ),
        Symptom::Hidden => say!(
            "The program gave up after several attempts and hides why. A refused certificate is one possible reason; the log of the program may say more."
        ),
        Symptom::Passed => say!("The certificate was verified; the text tells of no failure."),
        Symptom::NotCertificates(trouble) => trouble_said(trouble),
    }
}

fn trouble_said(trouble: Trouble) -> Inlines {
    match trouble {
        Trouble::NameNotFound => {
            say!("The name of the server was not found. No certificate was involved.")
        }
        Trouble::Refused => say!("Nothing answered at the address. No certificate was involved."),
        Trouble::Interrupted => {
            say!("The connection took too long or was cut. No certificate was refused.")
        }
        Trouble::Proxy => say!("A proxy refused the connection. No certificate was refused."),
    }
}

/// The program, and what it stands on or under.
pub(in crate::text) fn program(stack: Stack, layers: &[Stack]) -> Inlines {
    let others: Vec<&'static str> = others(stack, layers);
    if others.is_empty() {
        return stack.name().into();
    }
    say!(
        "{stack}, seen together with {others}",
        stack = stack.name(),
        others = Inlines::join(others, ", ")
    )
}

fn others(stack: Stack, layers: &[Stack]) -> Vec<&'static str> {
    let is_other = |layer: &&Stack| **layer != stack;
    layers
        .iter()
        .filter(is_other)
        .map(|layer| layer.name())
        .collect()
}

/// What it was doing.
pub(in crate::text) fn call(call: Call) -> Inlines {
    match call {
        Call::Api => say!("calling the API of the site"),
        Call::Upload => say!(
            "uploading a file; the text does not say whether to the site or straight to Amazon S3"
        ),
        Call::UploadSite => say!("uploading a file to the site"),
        Call::UploadS3 => say!("uploading a file straight to Amazon S3"),
        Call::Download => say!("downloading a file"),
        Call::ToolkitDownload => say!("Toolkit was downloading an app or a release of its own"),
        Call::Connect => say!("opening a connection"),
    }
}

/// The server.
pub(in crate::text) fn server(server: &Server) -> Inlines {
    let host = field(server.host.to_string());
    match server.port {
        Some(port) => say!("{host}, port {port}", host, port = u32::from(port)),
        None => host.into(),
    }
}

/// One release of Python.
pub(in crate::text) fn python_exactly(version: &str) -> Inlines {
    version.to_owned().into()
}

/// Several releases that cannot be told apart.
pub(in crate::text) fn python_one_of(runs: &[Run]) -> Inlines {
    match runs {
        [(first, last)] if first == last => first.clone().into(),
        runs => say!("one of {runs}", runs = joined(runs)),
    }
}

/// Releases that are likely.
pub(in crate::text) fn python_probably(runs: &[Run]) -> Inlines {
    say!(
        "probably {runs}, but this is not certain",
        runs = joined(runs)
    )
}

fn joined(runs: &[Run]) -> Inlines {
    let run = |(first, last): &Run| {
        if first == last {
            first.clone().into()
        } else {
            say!(
                "{first} to {last}",
                first = first.clone(),
                last = last.clone()
            )
        }
    };
    Inlines::join(runs.iter().map(run), ", ")
}

/// Releases of a package, told by the lines of the traceback.
pub(in crate::text) fn releases(package: &'static str, (first, last): (&str, &str)) -> Inlines {
    if first == last {
        say!(
            "{package} {first}, by the lines of the traceback",
            package,
            first = first.to_owned()
        )
    } else {
        say!(
            "{package} {first} to {last}, by the lines of the traceback",
            package,
            first = first.to_owned(),
            last = last.to_owned()
        )
    }
}

/// The operating system.
pub(in crate::text) fn system(system: System) -> Inlines {
    match system {
        System::Windows => "Windows".into(),
        System::MacOs => "macOS".into(),
        System::Linux => "Linux".into(),
    }
}

/// Variables and files for roots.
pub(in crate::text) fn settings(settings: &[Setting]) -> Inlines {
    let setting = |setting: &Setting| match setting {
        Setting::Variable {
            variable,
            value: Some(value),
        } => {
            say!(
                "{name} = {value}",
                name = code(variable.name()),
                value = field(value.clone())
            )
        }
        Setting::Variable {
            variable,
            value: None,
        } => code(variable.name()).into(),
        Setting::File(path) => field(path.clone()).into(),
    };
    Inlines::join(settings.iter().map(setting), ", ")
}

/// Something exists although the call failed.
pub(in crate::text) fn created(entity: &CreatedEntity) -> Inlines {
    let name = field(format!("{} {}", entity.kind, entity.name));
    let exists = if let Some(id) = entity.id {
        say!(
            "{name} (id {id}) was created on the server, although the call failed.",
            name,
            id = id.to_string()
        )
    } else {
        say!(
            "{name} was created on the server, although the call failed.",
            name
        )
    };
    say!(
        "{exists} Do not publish again before you have looked at it there, or it will exist twice. What should have followed, such as its thumbnail, may be missing.",
        exists = strong(exists)
    )
}

/// A variable that nothing reads.
pub(in crate::text) fn wrong_variable(wrong: &WrongVariable) -> Inlines {
    let (name, meant) = (code(&wrong.name), code(wrong.meant.name()));
    if wrong.name.eq_ignore_ascii_case(wrong.meant.name()) {
        say!(
            "The variable {name} differs from {meant} in capital and small letters. Only Windows takes the two for the same; everywhere else it does nothing.",
            name,
            meant
        )
    } else {
        say!(
            "The variable {name} does nothing: no program reads it. The API reads {meant}, whatever the product is called today.",
            name,
            meant
        )
    }
}

/// Something in the text switches verification off.
pub(in crate::text) fn switches_off(switches: &[SwitchesVerificationOff]) -> Inlines {
    let mut owners: Vec<&'static str> = switches.iter().map(|switch| switch.owner()).collect();
    owners.dedup();
    say!(
        "The text names a setting that switches verification off ({owners}). Do not use it: the program would then accept a certificate from anybody, so that others could read and change what is sent, and the cause would remain.",
        owners = Inlines::join(owners, ", ")
    )
}

/// The frames fit no release.
pub(in crate::text) fn changed_copy() -> Inlines {
    say!(
        "The lines of the traceback fit no published release of the API or of Toolkit. Somebody has changed the files, or they are newer than those that certwhy knows."
    )
}

/// Another client was judged for than the one of the text.
pub(in crate::text) fn stand_in(named: &'static str, used: &str) -> Inlines {
    say!(
        "The text is from {named}. certwhy does not know the behaviour of that client yet, so certificates are judged as {used} would.",
        named = code(named),
        used = code(used)
    )
}

/// Before the list of what is missing.
pub(in crate::text) fn cannot_tell() -> Inlines {
    say!("The text cannot tell:")
}

/// What is missing.
pub(in crate::text) fn missing(missing: Missing) -> Inlines {
    match missing {
        Missing::Cause => say!("whether a certificate was the reason at all"),
        Missing::Reason => say!("why the certificate was refused"),
        Missing::Chain => {
            say!("which certificates the server sends, and so which root it takes to trust them")
        }
        Missing::Bundle => say!("which roots the program trusts: its CA bundle"),
        Missing::Server => say!("which server it was"),
        Missing::Program => say!("which program or library wrote it"),
        Missing::Call => say!(
            "what the program was doing: a call of the API, an upload and a download may read different roots"
        ),
        Missing::ApiVersion => say!("which version of the API was used"),
    }
}
