//! Stores of the system and of Java.

use super::saved;
use crate::certificate::Certificate;
use crate::doc::{code, field};
use crate::say;
use crate::text::guidance::{
    self, Guidance, GuidanceStep, Platform, import_script_name, import_script_text,
};

/// “Trusted Root Certification Authorities” of Windows.
pub(super) fn windows(root: Option<&Certificate>) -> Guidance {
    let mut steps = vec![fetched_by_windows()];
    if let Some(root) = root {
        steps.extend(by_script(root));
        steps.extend(by_hand(root));
    }
    Guidance {
        title: say!("Add the root to the store of Windows"),
        why: Some(say!(
            "This program reads “Trusted Root Certification Authorities” of Windows. A root there is trusted by all programs that ask Windows, for all sites."
        )),
        steps,
        check: Some(say!(
            "Run `certmgr.msc`, or `certlm.msc` for the whole computer, open “Trusted Root Certification Authorities”, “Certificates”, and compare the thumbprint under “Details”. Start the program again and repeat what failed."
        )),
        undo: Some(say!(
            "Run the script again with `-Remove`, or delete the certificate in the same window of `certmgr.msc` or `certlm.msc`."
        )),
    }
}

/// Windows fetches public roots by itself, if one of its own programs asks.
fn fetched_by_windows() -> GuidanceStep {
    GuidanceStep::new(say!(
        "Open the address of the server in Edge on the same computer and by the same user. Windows then fetches a public root that it lacks, and the program finds it. If it still fails, or Windows may not fetch, go on."
    ))
    .on(Platform::Windows)
}

fn by_script(root: &Certificate) -> [GuidanceStep; 3] {
    [
        GuidanceStep::new(say!(
            "Save this script as {name}. It holds the certificate {root}, compares its fingerprints, and downloads nothing. It runs on Windows 7 as well.",
            name = code(import_script_name(root)),
            root = field(root.subject.friendly())
        ))
        .content(import_script_text(&super::super::script::WORDS, root))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "Run it in the folder where it is saved, in PowerShell. Windows asks whether to install the certificate: compare the thumbprint, and choose “Yes”."
        ))
        .command(guidance::script_for_user(root))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "For services, render farms and all users of the computer: right-click PowerShell, choose “Run as administrator”, and run this instead."
        ))
        .command(guidance::script_for_machine(root))
        .on(Platform::Windows),
    ]
}

fn by_hand(root: &Certificate) -> Vec<GuidanceStep> {
    let (file, steps) = saved(root);
    let mut steps: Vec<GuidanceStep> = steps
        .into_iter()
        .take(1)
        .map(|step| step.on(Platform::Windows))
        .collect();
    steps.extend([
        GuidanceStep::new(say!(
            "Or, in place of the script, where scripts are not allowed: save the certificate as above, and run this in the command prompt."
        ))
        .command(guidance::certutil_for_user(&file))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "For all users of the computer, in a command prompt that was started with “Run as administrator”:"
        ))
        .command(guidance::certutil_for_machine(&file))
        .on(Platform::Windows),
    ]);
    steps
}

/// A keychain of macOS.
pub(super) fn keychain(root: Option<&Certificate>) -> Guidance {
    let mut steps = Vec::new();
    if let Some(root) = root {
        let (file, saved) = saved(root);
        steps.extend(saved);
        steps.push(
            GuidanceStep::new(say!(
                "Add it to your login keychain and trust it. macOS asks for your password."
            ))
            .command(guidance::keychain(&file))
            .on(Platform::MacOs),
        );
    }
    Guidance {
        title: say!("Add the root to the keychain"),
        why: Some(say!(
            "This program asks macOS. A root in the keychain is trusted by all programs that ask macOS, for all sites."
        )),
        steps,
        check: Some(say!(
            "Open Keychain Access and find the certificate: it must say that it is marked as trusted. Then repeat what failed."
        )),
        undo: Some(say!("Delete the certificate in Keychain Access.")),
    }
}

/// The list of a Linux distribution.
pub(super) fn linux(root: Option<&Certificate>) -> Guidance {
    let mut steps = vec![
        GuidanceStep::new(say!(
            "On Debian and Ubuntu: upgrade the package with the public roots."
        ))
        .command(guidance::debian_upgrade())
        .on(Platform::Linux),
        GuidanceStep::new(say!(
            "On Red Hat, Rocky, Alma and Fedora: upgrade the package with the public roots."
        ))
        .command(guidance::red_hat_upgrade())
        .on(Platform::Linux),
    ];
    if let Some(root) = root {
        let (file, saved) = saved(root);
        steps.extend(saved);
        steps.push(
            GuidanceStep::new(say!(
                "If the upgrade did not bring the root: on Debian and Ubuntu, add the saved certificate."
            ))
            .command(guidance::debian_add(&file))
            .on(Platform::Linux),
        );
        steps.push(
            GuidanceStep::new(say!(
                "If the upgrade did not bring the root: on Red Hat, Rocky, Alma and Fedora, add the saved certificate."
            ))
            .command(guidance::red_hat_add(&file))
            .on(Platform::Linux),
        );
    }
    Guidance {
        title: say!("Renew the list of roots of the distribution"),
        why: Some(say!(
            "Programs of the distribution read one list. A program that brings its own OpenSSL, such as the Python inside an application, may look elsewhere."
        )),
        steps,
        check: Some(say!("Start the program again and repeat what failed.")),
        undo: Some(say!(
            "Delete the file that you copied, and run `sudo update-ca-certificates --fresh`, or `sudo update-ca-trust` on Red Hat."
        )),
    }
}

/// The key store of a Java.
pub(super) fn keytool(root: Option<&Certificate>) -> Guidance {
    let mut steps = Vec::new();
    if let Some(root) = root {
        let (file, saved) = saved(root);
        steps.extend(saved);
        steps.push(
            GuidanceStep::new(say!(
                "Import it with the `keytool` of the Java that runs the program, with the rights of whoever installed it. keytool shows the fingerprints and asks whether to trust; the password is `changeit`, unless somebody has changed it. In Java 8, put `-keystore` and the path of `jre/lib/security/cacerts` in place of `-cacerts`."
            ))
            .command(guidance::keytool_add(&file))
            .on(Platform::Any),
        );
        steps.push(
            GuidanceStep::new(say!("See whether it is there."))
                .command(guidance::keytool_list(&file))
                .on(Platform::Any),
        );
    }
    Guidance {
        title: say!("Add the root to the key store of Java"),
        why: Some(say!(
            "Each Java reads its own file, `lib/security/cacerts`, and none of the variables of other programs. An upgrade of Java brings the newest public roots as well."
        )),
        steps,
        check: Some(say!("Start the program again and repeat what failed.")),
        undo: Some(say!(
            "Run the first `keytool` command with `-delete` in place of `-importcert`, and without `-file`."
        )),
    }
}
