//! What to do, for remedies that were proven.

pub(super) mod step;

use step::{append, check, compare, let_certwhy_write, mend_and_add, point_at_it, save, undo};

use super::advice::message_to_owner;
use crate::certificate::Certificate;
use crate::doc::{Inlines, code, field, text};
use crate::environment::Environment;
use crate::finding::{Cert, RootRelation};
use crate::known::Removal;
use crate::location::SourceName;
use crate::remedy::{Action, Preference, Remedy, StartsFrom, WhySecond};
use crate::say;
use crate::text::guidance::{self, FileName, Guidance, GuidanceStep, Platform, one_line};

/// What to do.
pub(crate) fn words(remedy: &Remedy, environment: &Environment) -> Guidance {
    let mut guidance = match &remedy.action {
        Action::AddRoot {
            root,
            relation,
            removal,
        } => {
            let how = adding(root, remedy.starts_from);
            add_root(root, (*relation, removal.as_ref()), (how, environment))
        }
        Action::ReplaceBundle { name, anchors } => replace_bundle(name, anchors, environment),
        Action::MendBundle { file } => mend_bundle(file, environment),
        Action::SendIntermediate { intermediate } => send_intermediate(intermediate),
        Action::RemoveFromBundle { certificate } => {
            remove_from_bundle(certificate, remedy.starts_from, environment)
        }
        Action::StopSending { certificate } => stop_sending(certificate),
    };
    if let Preference::Second(reason) = remedy.preference {
        let why = guidance.why.unwrap_or_default();
        guidance.why = Some(Inlines::join([why, why_second(reason)], " "));
    }
    guidance.on_system(environment.system)
}

fn why_second(reason: WhySecond) -> Inlines {
    match reason {
        WhySecond::DependsOnCrossCertificate => say!(
            "It comes second, because it works only as long as the server sends a \
             cross-certificate that it may stop sending."
        ),
        WhySecond::RemovedSince => {
            say!("It comes second, because this root has been removed from the public list since.")
        }
        WhySecond::FartherUp => {
            say!("It comes second, because another root is nearer to the server's certificate.")
        }
        WhySecond::LargerChange => {
            say!("It comes second, because the preferred remedy changes less.")
        }
    }
}

fn name(certificate: &Certificate) -> Inlines {
    field(certificate.subject.friendly()).into()
}

fn add_root(
    root: &Cert,
    (relation, removal): (RootRelation, Option<&Removal>),
    (mut steps, environment): (Vec<GuidanceStep>, &Environment),
) -> Guidance {
    let fits = match relation {
        RootRelation::TwinAt(_) => say!(
            "This public root has the same name and the same key as a certificate in the \
             path, which is a cross-certificate of it."
        ),
        RootRelation::IssuerOf(_) => {
            say!("The key of this public root signed the last certificate in the path.")
        }
    };
    let removed = removal.map(removal_warning);
    let scope = say!(
        "A root is trusted for all sites and not for this one only, so compare its \
         fingerprints before you add it."
    );
    steps.extend(point_at_it(environment));
    Guidance {
        title: say!("Add “{name}” to your CA bundle", name = name(root)),
        why: Some(Inlines::join(
            [Some(fits), removed, Some(scope)].into_iter().flatten(),
            " ",
        )),
        steps,
        check: Some(check()),
        undo: Some(undo(environment)),
    }
}

/// The steps up to a new file that holds the root.
fn adding(root: &Cert, starts_from: StartsFrom) -> Vec<GuidanceStep> {
    let file = FileName::of(root);
    let mut steps = vec![save(root, &file), compare(root, &file)];
    match starts_from {
        StartsFrom::AsItIs => {
            steps.extend(append(&file));
            steps.push(let_certwhy_write());
        }
        StartsFrom::MendedCopy => steps.push(mend_and_add()),
    }
    steps
}

fn removal_warning(removal: &Removal) -> Inlines {
    say!(
        "**It was removed from the public list on {date}** ({release}): use it only for as \
         long as you must, and not at a time after that day.",
        date = text(removal.date.date()),
        release = text(removal.release.to_string())
    )
}

fn replace_bundle(release: &str, anchors: &[Cert], environment: &Environment) -> Guidance {
    let trusted_by = Inlines::join(anchors.iter().map(|anchor| name(anchor)), ", ");
    let why = if anchors.is_empty() {
        say!(
            "With the public list of {release} in place of your bundle, the server is \
             trusted.",
            release = field(release)
        )
    } else {
        say!(
            "With the public list of {release} in place of your bundle, the server is \
             trusted, by {anchors}.",
            release = field(release),
            anchors = trusted_by
        )
    };
    let mut steps = vec![
        GuidanceStep::new(say!(
            "Get the newest list: upgrade the Python package certifi, with the Python that \
             your program uses."
        ))
        .command(guidance::certifi_upgrade())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "This prints the path of its bundle. Copy that file to `new-bundle.pem`."
        ))
        .command(guidance::certifi_path())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "If your old bundle holds roots of your own company, append those to \
             `new-bundle.pem` as well, or they will be missing."
        )),
        GuidanceStep::new(say!(
            "Or, in place of the steps so far, let certwhy write the new file from the list \
             that is built into it."
        ))
        .command(guidance::repair_with_current_list())
        .on(Platform::Any),
    ];
    steps.extend(point_at_it(environment));
    Guidance {
        title: say!("Replace your CA bundle by a current one"),
        why: Some(why),
        steps,
        check: Some(check()),
        undo: Some(undo(environment)),
    }
}

fn mend_bundle(file: &SourceName, environment: &Environment) -> Guidance {
    let mut steps = vec![
        GuidanceStep::new(say!(
            "Let certwhy write a sound copy: every certificate of {file} that can be read, each \
             in a block of its own. Put the path of your bundle in place of `your-bundle.pem`.",
            file = field(file.as_str())
        ))
        .command(guidance::mend())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "Or copy the file to `new-bundle.pem` yourself, open the copy in a plain text editor, \
             and mend the place that is shown above. Where a certificate was damaged, replace its \
             whole block."
        ))
        .on(Platform::Any),
    ];
    steps.extend(point_at_it(environment));
    Guidance {
        title: say!("Mend your CA bundle"),
        why: Some(say!(
            "All that the client needs is in the file already, but it does not read the file as it \
             is. With the same certificates in a sound file the server is trusted; nothing has to be \
             added."
        )),
        steps,
        check: Some(check()),
        undo: Some(undo(environment)),
    }
}

fn send_intermediate(intermediate: &Cert) -> Guidance {
    let message = format!(
        "Your TLS server does not send the intermediate certificate \"{}\" (SHA-256 {}). \
             Clients other than browsers therefore refuse the connection (RFC 8446, section \
             4.4.2). Please add it to the certificate file of the server, after the server's \
             own certificate.",
        one_line(&intermediate.subject.friendly()),
        intermediate.sha256().thumbprint(),
    );
    Guidance {
        title: say!("The server has to send “{name}”", name = name(intermediate)),
        why: Some(say!(
            "With this intermediate certificate sent along, the server is trusted. Only the \
             server's owner can do that; a root added on your side does not replace it."
        )),
        steps: vec![
            message_to_owner(message),
            GuidanceStep::new(say!(
                "This is the certificate. The server's owner should take it from the CA and \
                 compare the SHA-256: {sha256}.",
                sha256 = code(intermediate.sha256().thumbprint())
            ))
            .pem(intermediate),
        ],
        check: Some(say!(
            "Fetch the server's chain again and run certwhy with it: the intermediate must \
             be among what the server sends."
        )),
        undo: None,
    }
}

fn remove_from_bundle(
    certificate: &Cert,
    starts_from: StartsFrom,
    environment: &Environment,
) -> Guidance {
    let mut steps = vec![
        GuidanceStep::new(say!(
            "Let certwhy write a copy of your bundle without it; `server-chain.pem` is the \
             file with the certificates that the server sends."
        ))
        .command(guidance::repair())
        .on(Platform::Any),
    ];
    if starts_from == StartsFrom::AsItIs {
        steps.push(
            GuidanceStep::new(say!(
                "Or copy your bundle to `new-bundle.pem` yourself, open the copy in a plain text \
             editor, and delete exactly this block."
            ))
            .pem(certificate)
            .on(Platform::Any),
        );
    }
    steps.extend(point_at_it(environment));
    Guidance {
        title: say!(
            "Take “{name}” out of your CA bundle",
            name = name(certificate)
        ),
        why: Some(say!(
            "This certificate leads the client to a path that fails. Without it the client \
             finds the good path; nothing has to be added. Its SHA-256 is {sha256}; others \
             of the same name stay.",
            sha256 = code(certificate.sha256().thumbprint())
        )),
        steps,
        check: Some(check()),
        undo: Some(undo(environment)),
    }
}

fn stop_sending(certificate: &Cert) -> Guidance {
    let message = format!(
        "Your TLS server sends the certificate \"{}\" (SHA-256 {}), which leads some \
             clients to a path that fails, although they would trust the server without it. \
             Please remove it from the certificate file of the server.",
        one_line(&certificate.subject.friendly()),
        certificate.sha256().thumbprint(),
    );
    Guidance {
        title: say!(
            "The server should stop sending “{name}”",
            name = name(certificate)
        ),
        why: Some(say!(
            "This certificate leads the client to a path that fails. If the server does not \
             send it, the client finds the good path."
        )),
        steps: vec![message_to_owner(message)],
        check: Some(say!(
            "Fetch the server's chain again and run certwhy with it: the certificate must no \
             longer be there."
        )),
        undo: None,
    }
}
