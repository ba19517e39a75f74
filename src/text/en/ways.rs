//! How to make one program read other roots.

mod store;

use super::remedies::step::{check, compare, save};
use crate::client_roots::{Argument, Lasting, Way};
use crate::doc::{Inlines, code};
use crate::error_text::{CaVariable, System};
use crate::remedy::Configure;
use crate::say;
use crate::text::guidance::{self, FileName, Guidance, GuidanceStep, Platform};

/// What to do.
pub(crate) fn words(configure: &Configure) -> Guidance {
    let root = configure.root.as_deref();
    let guidance = match configure.way {
        Way::UpgradeApi => upgrade_api(),
        Way::UpgradeToolkit => upgrade_toolkit(),
        Way::MacCertificatesCommand => mac_certificates(),
        Way::Variable(variable) => with_new_file(
            say!(
                "Set {name} to a full, current bundle",
                name = code(variable.name())
            ),
            (configure.way, configure.system),
        ),
        Way::Argument(Argument::NodeSystemCa) => node_system(),
        Way::Argument(argument) => with_new_file(
            say!(
                "Pass a full, current bundle with {name}",
                name = code(argument.as_str())
            ),
            (configure.way, configure.system),
        ),
        Way::GitSetting => with_new_file(
            say!("Tell git of a full, current bundle"),
            (configure.way, configure.system),
        ),
        Way::Keytool => store::keytool(root),
        Way::WindowsStore => store::windows(root),
        Way::Keychain => store::keychain(root),
        Way::LinuxStore => store::linux(root),
    };
    guidance.on_system(configure.system)
}

/// The steps that make a program read `new-bundle.pem`; none for a way that takes no file.
pub(crate) fn steps(way: Way) -> Vec<GuidanceStep> {
    match way {
        Way::Variable(variable) => variable_steps(variable),
        Way::Argument(argument) if way.names_a_file() => vec![argument_step(argument)],
        Way::GitSetting => git_steps(),
        Way::Argument(_)
        | Way::UpgradeApi
        | Way::UpgradeToolkit
        | Way::MacCertificatesCommand
        | Way::Keytool
        | Way::WindowsStore
        | Way::Keychain
        | Way::LinuxStore => Vec::new(),
    }
}

/// How to take it back.
pub(crate) fn undo(way: Way, system: Option<System>) -> Inlines {
    match way {
        Way::Variable(variable) if matches!(system, None | Some(System::Windows)) => say!(
            "Remove the variable {name} where you set it, and delete `new-bundle.pem`. On Windows: “Edit the system environment variables”, “Environment Variables…”, “Delete”.",
            name = code(variable.name())
        ),
        Way::GitSetting => {
            say!("Run `git config --global --unset http.sslCAInfo`, and delete `new-bundle.pem`.")
        }
        _ => say!("Take the argument out again, and delete `new-bundle.pem`."),
    }
}

fn with_new_file(title: Inlines, (way, system): (Way, Option<System>)) -> Guidance {
    let mut all = new_file();
    all.extend(steps(way));
    Guidance {
        title,
        why: (way.lasting() == Lasting::Temporary).then(|| {
            say!(
                "This is temporary: nobody updates a file that you have put there. Renew it now and then, or take the setting out once the program has been upgraded."
            )
        }),
        steps: all,
        check: Some(check()),
        undo: Some(undo(way, system)),
    }
}

/// Steps that make `new-bundle.pem` from the newest list.
fn new_file() -> Vec<GuidanceStep> {
    vec![
        GuidanceStep::new(say!(
            "Get the newest list of public roots: upgrade the Python package certifi."
        ))
        .command(guidance::certifi_upgrade())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "This prints the path of its bundle. Copy that file to `new-bundle.pem`, in a folder that stays, and append the roots of your own company to it, if there are any."
        ))
        .command(guidance::certifi_path())
        .on(Platform::Any),
    ]
}

fn variable_steps(variable: CaVariable) -> Vec<GuidanceStep> {
    let name = || code(variable.name());
    vec![
        GuidanceStep::new(say!(
            "On Windows, in PowerShell: set the variable {name} for this window, and start the program from it.",
            name = name()
        ))
        .command(guidance::variable_in_powershell(variable))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "On macOS, in Terminal: set the variable {name} for this window, and start the program from it.",
            name = name()
        ))
        .command(guidance::variable_in_shell(variable))
        .on(Platform::MacOs),
        GuidanceStep::new(say!(
            "On Linux: set the variable {name} for this window, and start the program from it.",
            name = name()
        ))
        .command(guidance::variable_in_shell(variable))
        .on(Platform::Linux),
        GuidanceStep::new(say!(
            "On Windows, once that works, set it for good: this command, or Start, “Edit the system environment variables”, “Environment Variables…”, “New…”. For services, render farms and all users of the computer it belongs under “System variables”."
        ))
        .command(guidance::variable_for_good_on_windows(variable))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "On macOS, once that works, set it for good: put the file into your home folder and this line into `~/.zshrc`."
        ))
        .content(guidance::variable_line(variable))
        .on(Platform::MacOs),
        GuidanceStep::new(say!(
            "On Linux, once that works, set it for good: put the file into your home folder and this line into `~/.profile`; for a render farm, into the environment of its jobs."
        ))
        .content(guidance::variable_line(variable))
        .on(Platform::Linux),
        GuidanceStep::new(say!(
            "A program that a launcher or desktop application starts inherits the launcher's variables: quit the launcher as well, and start it again."
        )),
    ]
}

fn argument_step(argument: Argument) -> GuidanceStep {
    let words = match argument {
        Argument::CaCerts | Argument::Verify | Argument::CaFile => say!(
            "Or, in place of the variable: in code of your own, hand over the path of the file with this argument. It goes before the variable."
        ),
        Argument::CurlCacert
        | Argument::WgetCaCertificate
        | Argument::OpensslCaFile
        | Argument::AwsCaBundle
        | Argument::PipCert
        | Argument::JavaTrustStore
        | Argument::NodeSystemCa => {
            say!("Or name the file with this option, for one call.")
        }
    };
    GuidanceStep::new(words)
        .command(guidance::argument(argument))
        .on(Platform::Any)
}

fn git_steps() -> Vec<GuidanceStep> {
    vec![
        GuidanceStep::new(say!(
            "On Windows, in PowerShell: set it for all your repositories."
        ))
        .command(guidance::git_in_powershell())
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "On macOS, in Terminal: set it for all your repositories."
        ))
        .command(guidance::git_in_shell())
        .on(Platform::MacOs),
        GuidanceStep::new(say!("On Linux: set it for all your repositories."))
            .command(guidance::git_in_shell())
            .on(Platform::Linux),
    ]
}

fn upgrade_api() -> Guidance {
    Guidance {
        title: say!("Upgrade shotgun_api3"),
        why: Some(say!(
            "From 3.9.0 on, API calls, uploads and downloads read the same roots, and each release brings a newer list. It is the remedy that lasts. The newest releases need Python 3."
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "See which release the program uses, and from where. Run it with the Python of the program."
            ))
            .command(guidance::api_release())
            .on(Platform::Any),
            GuidanceStep::new(say!(
                "Upgrade it with the same Python. Where it was copied into a folder by hand, put the folder of a newer release in its place."
            ))
            .command(guidance::api_upgrade())
            .on(Platform::Any),
        ],
        check: Some(say!(
            "Run the first command again: it must print the new number. Then repeat the call that failed."
        )),
        undo: Some(say!(
            "Install the release again that the first command printed, by its number."
        )),
    }
}

fn upgrade_toolkit() -> Guidance {
    Guidance {
        title: say!("Upgrade Toolkit core"),
        why: Some(say!(
            "Toolkit brings its own shotgun_api3, with its own list of roots, and upgrading the Python package changes nothing for it. It is the remedy that lasts. Do not stop at 0.23.7 to 0.23.9, which ignore `SHOTGUN_API_CACERTS`."
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "If the configuration was installed to a folder for all (centralised), run this in that folder and confirm the upgrade. First on Windows."
            ))
            .command(guidance::toolkit_upgrade_on_windows())
            .on(Platform::Windows),
            GuidanceStep::new(say!(
                "If the configuration was installed to a folder for all (centralised), run this in that folder and confirm the upgrade."
            ))
            .command(guidance::toolkit_upgrade_in_shell())
            .on(Platform::MacOs),
            GuidanceStep::new(say!(
                "If the configuration was installed to a folder for all (centralised), run this in that folder and confirm the upgrade."
            ))
            .command(guidance::toolkit_upgrade_in_shell())
            .on(Platform::Linux),
            GuidanceStep::new(say!(
                "If the configuration is distributed (uploaded, or in git), name the newest release in its file `core/core_api.yml`, and upload or commit the configuration."
            ))
            .content(guidance::core_api_yml())
            .on(Platform::Any),
            GuidanceStep::new(say!(
                "Quit the desktop application and the programs that it started, and start them again."
            )),
        ],
        check: Some(say!(
            "The log of Toolkit names the new release at its start. Then repeat what failed."
        )),
        undo: Some(say!(
            "Name the former release in `core/core_api.yml` again; after `tank core`, take the former core from the folder `install/core.backup`."
        )),
    }
}

fn mac_certificates() -> Guidance {
    Guidance {
        title: say!("Run Install Certificates.command"),
        why: Some(say!(
            "Python from python.org comes without roots on macOS. This script, which came with it, installs certifi and makes Python read it."
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "Run it in Terminal, or open the folder of your Python under Applications and double-click it. Python of Homebrew or of macOS itself does not need it."
            ))
            .command(guidance::mac_certificates())
            .on(Platform::MacOs),
        ],
        check: Some(say!(
            "`python3 -c \"import ssl; print(ssl.get_default_verify_paths().cafile)\"` must print a path, and no longer `None`."
        )),
        undo: Some(say!(
            "Delete the file that this command prints. Python then trusts no server, as before."
        )),
    }
}

fn node_system() -> Guidance {
    Guidance {
        title: say!("Let Node read the store of the system"),
        why: Some(say!(
            "From 22.15 on, Node can read the roots of the system beside its own. That helps where the missing root is there, such as that of your company."
        )),
        steps: vec![
            GuidanceStep::new(say!("Start the program with this option."))
                .command(guidance::argument(Argument::NodeSystemCa))
                .on(Platform::Any),
        ],
        check: Some(say!("Repeat the call that failed.")),
        undo: Some(say!("Leave the option out.")),
    }
}

/// The certificate to save, and how to compare it.
fn saved(root: &crate::certificate::Certificate) -> (FileName, Vec<GuidanceStep>) {
    let file = FileName::of(root);
    let steps = vec![save(root, &file), compare(root, &file)];
    (file, steps)
}
