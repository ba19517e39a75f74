//! One case: a client fails, certwhy explains, the user does what is printed, the client passes.

mod desk;

use crate::guidance::{Guidance, Writer};
use crate::mock::missing_root;
use crate::program::Run;
use crate::site::Site;
use desk::{Desk, NEW, OLD};
use serde_json::Value;
use std::path::PathBuf;

/// A client, how it is told what to trust, and what it does.
pub(crate) struct Case {
    /// What is shown of it.
    pub(crate) name: &'static str,
    /// The call, as `call.py` names it.
    pub(crate) call: &'static str,
    /// The program, as the printed lines name it.
    pub(crate) program: &'static str,
    /// Whom it calls first.
    pub(crate) server: Server,
    /// What the failing client says on standard error, beside the error of TLS.
    pub(crate) says: &'static [&'static str],
    /// Where it has its old store from.
    pub(crate) old: Old,
    /// How it is told of a store.
    pub(crate) setting: Setting,
    /// The language in which certwhy answers.
    pub(crate) lang: &'static str,
    /// Who writes the new file.
    pub(crate) writer: Writer,
    /// A setting that is tried first and must not help.
    pub(crate) futile: Option<Setting>,
}

/// Which of the two servers.
#[derive(Clone, Copy)]
pub(crate) enum Server {
    /// Its root is in the old store.
    Site,
    /// Its root is not.
    Storage,
}

/// Where the old store comes from.
#[derive(Clone, Copy)]
pub(crate) enum Old {
    /// A file of old roots that the setting of the case names.
    Named,
    /// The file that comes with the client; the expression in Python yields its path.
    Shipped(&'static str),
}

/// How a client is told of a store.
#[derive(Clone, Copy)]
pub(crate) enum Setting {
    /// An environment variable.
    Variable(&'static str),
    /// The argument `ca_certs=`.
    Argument,
}

/// What all cases share.
pub(crate) struct World {
    /// The interpreter that has the clients.
    pub(crate) python: PathBuf,
    /// The servers.
    pub(crate) site: Site,
}

impl World {
    /// Starts the servers.
    pub(crate) fn new(python: PathBuf) -> Self {
        let site = Site::start(&python);
        Self { python, site }
    }
}

impl Case {
    /// Runs it; a failed assertion is its failure.
    pub(crate) fn run(&self, world: &World) {
        let desk = Desk::new(world, self);
        let before = self.before();
        let old = format!("ca_certs=\"{OLD}\"");
        let failed = desk.call(&before, self.argument(&old));
        refused(&failed);
        for words in self.says {
            assert!(failed.stderr.contains(words), "{words}\n{failed:?}");
        }
        let report = desk.explain(OLD, &failed);
        assert!(report["error_text"].is_object(), "{failed:?}");
        let guidance = Guidance::of(recommended(&report));
        for (name, content) in guidance.files() {
            desk.save(name, content);
        }
        let written = format!("{before}\n{}", guidance.writing(self.writer).join("\n"));
        if let Some(futile) = self.futile {
            let shell = format!("{written}\n{}", other_line(&guidance, futile));
            refused(&desk.call(&shell, None));
        }
        let shell = format!("{written}\n{}", self.line(&guidance));
        let passed = match self.setting {
            Setting::Variable(_) => desk.call(&shell, None),
            Setting::Argument => desk.call(&shell, Some(guidance.argument())),
        };
        assert_eq!(passed.code, Some(0), "{shell}\n{passed:?}");
        assert!(passed.stdout.ends_with("passed\n"), "{passed:?}");
        assert_eq!(desk.explain(NEW, &failed)["verdict"], "trusted");
    }

    /// What is set in the window before anybody asks certwhy.
    fn before(&self) -> String {
        match (self.old, self.setting) {
            (Old::Named, Setting::Variable(name)) => format!("export {name}=\"$PWD/{OLD}\""),
            (Old::Named, Setting::Argument) | (Old::Shipped(_), _) => String::new(),
        }
    }

    /// The argument for the client, where it takes one.
    fn argument<'a>(&self, text: &'a str) -> Option<&'a str> {
        match self.setting {
            Setting::Variable(_) => None,
            Setting::Argument => Some(text),
        }
    }

    /// The printed line of this program, where a variable is what it is told by.
    fn line<'a>(&self, guidance: &'a Guidance<'_>) -> &'a str {
        let Setting::Variable(name) = self.setting else {
            return "";
        };
        let line = guidance.line_of(self.program);
        assert!(line.starts_with(&format!("export {name}=")), "{line}");
        line
    }
}

/// The line that sets a variable of other programs. It is not printed, for it does nothing for this one.
fn other_line(guidance: &Guidance<'_>, setting: Setting) -> String {
    let Setting::Variable(name) = setting else {
        panic!("an argument is not for another program");
    };
    assert!(!guidance.sets(name), "{name} is printed");
    format!("export {name}=\"$PWD/{NEW}\"")
}

/// The client refused the server's certificate.
fn refused(run: &Run) {
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.stderr.contains("CERTIFICATE_VERIFY_FAILED"), "{run:?}");
}

/// The remedy that certwhy recommends: the right root, proven for the engine of all these clients.
fn recommended(report: &Value) -> &Value {
    assert_eq!(report["cause"], "missing-root", "{report:#}");
    let remedies = report["remedies"].as_array().expect("remedies");
    let remedy = remedies
        .iter()
        .find(|remedy| remedy["recommended"] == true)
        .unwrap_or_else(|| panic!("nothing is recommended: {report:#}"));
    assert_eq!(remedy["action"], "add-root");
    assert_eq!(remedy["certificates"][0]["sha256"], missing_root().sha256());
    let proven_for = remedy["proven_for"].as_array().expect("clients");
    assert!(
        proven_for.iter().any(|client| client == "openssl-3"),
        "{proven_for:?}"
    );
    remedy
}
