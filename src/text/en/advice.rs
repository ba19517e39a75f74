//! What helps and cannot be proven here.

mod owner;

pub(super) use owner::message_to_owner;

use crate::certificate::Name;
use crate::check::server_name::Hint;
use crate::doc::{Inlines, field};
use crate::remedy::Advice;
use crate::say;
use crate::text::guidance::{self, Guidance, GuidanceStep, Platform, one_line};

/// The most names or addresses that are listed.
const LISTED: usize = 10;

/// What to do.
pub(crate) fn words(advice: &Advice) -> Guidance {
    match advice {
        Advice::AskIt { root } => ask_it(root),
        Advice::AskServerOwner(fault) => owner::ask_server_owner(fault),
        Advice::FixClock => fix_clock(),
        Advice::UseOtherHost { names, hint } => use_other_host(names, hint.as_ref()),
        Advice::ProvideChain => provide_chain(),
        Advice::ReplaceFile => replace_file(),
    }
}

fn ask_it(root: &Name) -> Guidance {
    let message = format!(
        "Connections from my computer arrive with certificates that lead to \"{}\", \
             which is not on the public list. Is this CA our company's own, or that of our \
             network's TLS inspection? If so, please send me its root certificate in PEM \
             form with its SHA-256 fingerprint; an inspected site can be exempted instead.",
        one_line(&root.friendly()),
    );
    Guidance {
        title: say!(
            "Ask your IT department about “{root}”",
            root = field(root.friendly())
        ),
        why: Some(say!(
            "The certificates lead to this name, and certwhy does not know it. Only those \
             who run the network can say whether it is theirs; do not install it before they \
             have."
        )),
        steps: vec![
            GuidanceStep::new(say!("Send this to your IT department.")).content(message),
            GuidanceStep::new(say!(
                "When you have the root and its fingerprint matches, append it to a copy of \
                 a full public bundle. A bundle that holds nothing else would break all \
                 other sites."
            )),
        ],
        check: Some(say!(
            "Run certwhy again with the new bundle: it must say that the server is trusted."
        )),
        undo: Some(say!("Point the program at the former bundle again.")),
    }
}

fn fix_clock() -> Guidance {
    Guidance {
        title: say!("Set the clock of the computer"),
        why: Some(say!(
            "By this clock the certificates do not exist yet. Certificates need the right \
             date, and the right time zone with it."
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "On Windows: open Settings, Time & language, Date & time, and choose Sync \
                 now. Or run this in PowerShell as administrator."
            ))
            .command(guidance::clock_on_windows())
            .on(Platform::Windows),
            GuidanceStep::new(say!(
                "On macOS: open System Settings, General, Date & Time, and let the time be \
                 set automatically. Or run this in Terminal."
            ))
            .command(guidance::clock_on_macos())
            .on(Platform::MacOs),
            GuidanceStep::new(say!(
                "On Linux with systemd: let the system keep the clock."
            ))
            .command(guidance::clock_on_linux())
            .on(Platform::Linux),
        ],
        check: Some(say!(
            "Compare the date, the time and the time zone with another clock, and repeat the \
             call that failed."
        )),
        undo: None,
    }
}

fn use_other_host(names: &[String], hint: Option<&Hint>) -> Guidance {
    let list = Inlines::join(
        names.iter().take(LISTED).map(|name| field(name.as_str())),
        ", ",
    );
    let path_style = matches!(hint, Some(Hint::WildcardCoversOneLabelOnly { .. })).then(|| {
        GuidanceStep::new(say!(
            "For an S3 bucket with dots in its name, put the bucket into the path of the \
                 address."
        ))
    });
    let title = say!("Use a name that the certificate is valid for");
    let step = if names.is_empty() {
        say!(
            "The certificate holds no name that a client could use. Ask the server's owner \
             for a certificate with the right names."
        )
    } else {
        say!(
            "The certificate is valid for: {list}. If one of them is the server that you \
             mean, use it in the address; a `*` stands for exactly one part without dots. If none is, \
             tell the server's owner that the certificate lacks the name you use.",
            list
        )
    };
    Guidance {
        title,
        why: Some(say!(
            "The certificate may be sound; only the name differs. No root and no bundle \
             changes that."
        )),
        steps: core::iter::once(GuidanceStep::new(step))
            .chain(path_style)
            .collect(),
        check: Some(say!(
            "Run certwhy again with the other name as the server's name."
        )),
        undo: None,
    }
}

/// How to obtain what a server sends.
pub(in crate::text) fn provide_chain() -> Guidance {
    Guidance {
        title: say!("Give certwhy the certificates that the server sends"),
        why: Some(say!(
            "Without them certwhy cannot say why the server is not trusted. The commands \
             only read what the server sends; put the server's name in place of `HOST`."
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "On Windows, in PowerShell: this writes the certificates to a file with what \
                 Windows has. It looks at them, and then refuses the connection."
            ))
            .command(guidance::chain_by_dotnet())
            .on(Platform::Windows),
            GuidanceStep::new(say!(
                "On Windows with OpenSSL, in PowerShell: write the certificates to a file, \
                 and give certwhy that file."
            ))
            .command(guidance::chain_by_openssl_in_powershell())
            .on(Platform::Windows),
            GuidanceStep::new(say!(
                "On macOS, in Terminal: write the certificates to a file, and give certwhy \
                 that file."
            ))
            .command(guidance::chain_by_openssl_in_shell())
            .on(Platform::MacOs),
            GuidanceStep::new(say!(
                "On Linux: write the certificates to a file, and give certwhy that file."
            ))
            .command(guidance::chain_by_openssl_in_shell())
            .on(Platform::Linux),
            GuidanceStep::new(say!(
                "With Python alone: this prints the server's own certificate, without the \
                 intermediates, and trusts nothing that it reads."
            ))
            .command(guidance::leaf_by_python())
            .on(Platform::Any),
            GuidanceStep::new(say!(
                "If this computer can reach the server, certwhy connects by itself."
            ))
            .command(guidance::chain_by_certwhy())
            .on(Platform::Any),
        ],
        check: Some(say!(
            "The file must hold blocks that begin with `-----BEGIN CERTIFICATE-----`."
        )),
        undo: None,
    }
}

fn replace_file() -> Guidance {
    Guidance {
        title: say!("Get the file again"),
        why: Some(say!(
            "The file is damaged or is not what it should be, and what is missing cannot be \
             guessed."
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "Download or export the file again from where it came, as PEM, and save it \
                 under a new name."
            )),
            GuidanceStep::new(say!(
                "If it is a public CA bundle, certifi's is one that is kept up to date. This \
                 command upgrades it."
            ))
            .command(guidance::certifi_upgrade())
            .on(Platform::Any),
            GuidanceStep::new(say!("This command prints the path of certifi's bundle."))
                .command(guidance::certifi_path())
                .on(Platform::Any),
        ],
        check: Some(say!(
            "Run certwhy with the new file: it must have no remarks on it."
        )),
        undo: None,
    }
}
