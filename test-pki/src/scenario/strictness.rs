//! Faults that most clients overlook, and Python 3.13 does not.

use super::cast::{self, Trio};
use super::{Outcome, Scenario};
use crate::public::mock_public_root;
use crate::{AuthorityKeyId, BasicConstraints, Criticality, KeyId, Template, catalogue::catalogue};

const STRICT_CLIENT: &str = "python-3.13";

fn root() -> Template {
    mock_public_root().template().clone()
}

/// Passes everywhere but in the strict client, which says `openssl`.
fn overlooked(
    Trio {
        root,
        intermediate,
        leaf,
    }: Trio,
    openssl: u16,
) -> Scenario {
    Scenario::sent([&leaf, &intermediate])
        .trusting([&root])
        .passes()
        .but(
            STRICT_CLIENT,
            Outcome::Refused {
                cause: "strictness",
                openssl,
            },
        )
}

catalogue! { Scenario;
    /// The root has no subject key identifier.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1] (no subject key identifier)
    /// ```
    fn root_without_subject_key_identifier() {
        overlooked(cast::below(&root().subject_key_id(KeyId::Absent).self_signed()), 86)
    }

    /// The server's certificate has no authority key identifier.
    ///
    /// ```text
    /// www.mock.example (no authority key identifier) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn leaf_without_authority_key_identifier() {
        overlooked(cast::with_leaf(cast::server().authority_key_id(AuthorityKeyId::Absent)), 85)
    }

    /// The intermediate has no key usage.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (no key usage) <- [Mock Public Root X1]
    /// ```
    fn ca_without_key_usage() {
        // A path length without key usage would be another fault (81), found first.
        let intermediate = cast::intermediate().basic_constraints(BasicConstraints::Ca).key_usage([]);
        overlooked(cast::with_intermediate(&mock_public_root(), intermediate), 92)
    }

    /// The root's basic constraints are not critical.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1] (basic constraints not critical)
    /// ```
    fn non_critical_basic_constraints() {
        let root = root().basic_constraints_criticality(Criticality::NonCritical).self_signed();
        overlooked(cast::below(&root), 89)
    }

    /// The intermediate has no subject key identifier.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (no subject key identifier) <- [Mock Public Root X1]
    /// ```
    fn intermediate_without_subject_key_identifier() {
        let intermediate = cast::intermediate().subject_key_id(KeyId::Absent);
        overlooked(cast::with_intermediate(&mock_public_root(), intermediate), 86)
    }

    /// The root is a version 1 certificate.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1] (version 1)
    /// ```
    ///
    /// Only a strict client wants a root to say that it is a CA.
    fn version_1_root() {
        overlooked(cast::below(&root().version_1().self_signed()), 79)
    }
}
