//! Remedies and advice.

use super::guidance::{Step, Words};
#[cfg(feature = "cli")]
use super::shared::CertificateRef;
use super::shared::{Actor, Relation, Removed, relation};
use crate::certificate::Certificate;
use crate::environment::Environment;
use crate::finding::Actor as ReportActor;
use crate::input::to_pem;
use crate::lang::Lang;
use crate::remedy::{
    Action, Advice, Configure, Preference, Remedy, ServerFault, WhySecond as ReportWhySecond,
};
use crate::text;
use serde::Serialize;

/// A remedy: it was applied in memory, the validation was run again, and it passed.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct RemedyEntry {
    /// What is done: `add-root`, `replace-bundle`, `send-intermediate`, `remove-certificate`, `stop-sending`.
    action: &'static str,
    /// The certificates that it is about, whole.
    certificates: Vec<WholeCertificate>,
    /// Who does it.
    actor: Actor,
    /// Always true: what is not proven is advice.
    proven: bool,
    /// The clients for which the validation passes with it, the asked one first.
    proven_for: Vec<String>,
    /// Whether it is the best of its action.
    recommended: bool,
    /// Why it is not; null where it is.
    why_second: Option<WhySecond>,
    /// Why the root fits; null but for `add-root`.
    relation: Option<Relation>,
    /// When the root was removed from the public list since; null where it was not, and but for `add-root`.
    removed_root: Option<Removed>,
    /// The release to use; null but for `replace-bundle`.
    name: Option<String>,
    /// The remedy in one line.
    title: String,
    /// What to do.
    steps: Vec<Step>,
    /// How to check that it worked.
    check: Option<String>,
    /// How to undo it.
    undo: Option<String>,
}

/// A remedy in short.
#[cfg(feature = "cli")]
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct BriefRemedy {
    /// What is done, as in a report.
    action: &'static str,
    /// The certificates that it is about.
    certificates: Vec<CertificateRef>,
    /// Who does it.
    actor: Actor,
    /// Always true: what is not proven is advice.
    proven: bool,
    /// Whether it is the best of its action.
    recommended: bool,
    /// The release to use for `replace-bundle`, the file for `mend-bundle`; null otherwise.
    name: Option<String>,
}

#[cfg(feature = "cli")]
impl From<&Remedy> for BriefRemedy {
    fn from(remedy: &Remedy) -> Self {
        let certificates = remedy.action.certificates().iter();
        let (_, _, name) = details(&remedy.action);
        Self {
            action: remedy.action.as_str(),
            certificates: certificates
                .map(|one| CertificateRef::from(&**one))
                .collect(),
            actor: remedy.action.actor().into(),
            proven: true,
            recommended: matches!(remedy.preference, Preference::Recommended),
            name,
        }
    }
}

/// A certificate by name and fingerprints, and itself.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct WholeCertificate {
    /// The subject's distinguished name (RFC 4514).
    subject: String,
    /// SHA-1 of the DER, lower-case hexadecimal: the thumbprint of Windows.
    sha1: String,
    /// SHA-256 of the DER, lower-case hexadecimal.
    sha256: String,
    /// The certificate as a PEM block (RFC 7468 §5).
    pem: String,
}

/// Why a remedy is not the best of its action: it depends on a cross-certificate that the server may stop sending;
/// the root was removed from the public list since; another is nearer the server's certificate; another changes less.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum WhySecond {
    DependsOnCrossCertificate,
    RemovedSince,
    FartherUp,
    LargerChange,
}

/// Something that helps but cannot be proven from the inputs.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct AdviceEntry {
    /// What is done: `ask-it`, `ask-server-owner`, `fix-clock`, `use-other-host`, `provide-chain`, `replace-file`; for
    /// the program of `environment`, in order: `upgrade-api`, `upgrade-toolkit`, `run-install-certificates`,
    /// `set-variable`, `pass-argument`, `set-git-option`, `import-into-java`, `import-into-windows`,
    /// `import-into-keychain`, `add-to-linux-store`.
    action: &'static str,
    /// Who must act.
    actor: Actor,
    /// What the server's owner must mend: `send-intermediate`, `renew`, `replace`, `move-to-listed-root`; null but for
    /// `ask-server-owner`.
    fault: Option<&'static str>,
    /// The advice in one line.
    title: String,
    /// What to do.
    steps: Vec<Step>,
    /// How to check that it worked.
    check: Option<String>,
    /// How to undo it.
    undo: Option<String>,
}

impl RemedyEntry {
    pub(super) fn new(remedy: &Remedy, lang: Lang, environment: &Environment) -> Self {
        let words = Words::from(&text::remedy(lang, remedy, environment));
        let (relation, removed_root, name) = details(&remedy.action);
        let why_second = match remedy.preference {
            Preference::Recommended => None,
            Preference::Second(why) => Some(WhySecond::from(why)),
        };
        Self {
            action: remedy.action.as_str(),
            certificates: remedy
                .action
                .certificates()
                .iter()
                .map(|certificate| WholeCertificate::from(&**certificate))
                .collect(),
            actor: remedy.action.actor().into(),
            proven: true,
            proven_for: remedy.proven_for.clone(),
            recommended: why_second.is_none(),
            why_second,
            relation,
            removed_root,
            name,
            title: words.title,
            steps: words.steps,
            check: words.check,
            undo: words.undo,
        }
    }
}

/// What only some actions have.
fn details(action: &Action) -> (Option<Relation>, Option<Removed>, Option<String>) {
    match action {
        Action::AddRoot {
            relation: why,
            removal,
            root: _,
        } => {
            let (relation, _) = relation(*why);
            (Some(relation), removal.as_ref().map(Removed::from), None)
        }
        Action::ReplaceBundle { name, .. } => (None, None, Some(name.clone())),
        Action::MendBundle { file } => (None, None, Some(file.to_string())),
        Action::SendIntermediate { .. }
        | Action::RemoveFromBundle { .. }
        | Action::StopSending { .. } => (None, None, None),
    }
}

impl From<&Certificate> for WholeCertificate {
    fn from(certificate: &Certificate) -> Self {
        Self {
            subject: certificate.subject.to_string(),
            sha1: certificate.sha1().to_string(),
            sha256: certificate.sha256().to_string(),
            pem: to_pem(certificate.as_der()),
        }
    }
}

impl From<ReportWhySecond> for WhySecond {
    fn from(why: ReportWhySecond) -> Self {
        match why {
            ReportWhySecond::DependsOnCrossCertificate => Self::DependsOnCrossCertificate,
            ReportWhySecond::RemovedSince => Self::RemovedSince,
            ReportWhySecond::FartherUp => Self::FartherUp,
            ReportWhySecond::LargerChange => Self::LargerChange,
        }
    }
}

impl AdviceEntry {
    pub(super) fn new(advice: &Advice, lang: Lang, environment: &Environment) -> Self {
        let guidance = text::advice(lang, advice).on_system(environment.system);
        let words = Words::from(&guidance);
        let (action, actor, fault) = kind(advice);
        Self {
            action,
            actor: actor.into(),
            fault,
            title: words.title,
            steps: words.steps,
            check: words.check,
            undo: words.undo,
        }
    }
}

impl AdviceEntry {
    /// Steps for the place where the program failed.
    pub(super) fn of_place(configure: &Configure, lang: Lang) -> Self {
        let words = Words::from(&text::configure(lang, configure));
        Self {
            action: configure.way.as_str(),
            actor: ReportActor::User.into(),
            fault: None,
            title: words.title,
            steps: words.steps,
            check: words.check,
            undo: words.undo,
        }
    }
}

/// Action, actor and fault.
const fn kind(advice: &Advice) -> (&'static str, ReportActor, Option<&'static str>) {
    match advice {
        Advice::AskIt { .. } => ("ask-it", ReportActor::NetworkAdmin, None),
        Advice::AskServerOwner(fault) => (
            "ask-server-owner",
            ReportActor::ServerOwner,
            Some(fault_name(fault)),
        ),
        Advice::FixClock => ("fix-clock", ReportActor::User, None),
        Advice::UseOtherHost { .. } => ("use-other-host", ReportActor::User, None),
        Advice::ProvideChain => ("provide-chain", ReportActor::User, None),
        Advice::ReplaceFile => ("replace-file", ReportActor::User, None),
    }
}

const fn fault_name(fault: &ServerFault) -> &'static str {
    match fault {
        ServerFault::SendIntermediate { .. } => "send-intermediate",
        ServerFault::Renew { .. } => "renew",
        ServerFault::Replace { .. } => "replace",
        ServerFault::MoveToListedRoot { .. } => "move-to-listed-root",
    }
}
