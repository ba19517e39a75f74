//! The name is right and the key is not; or the signature is damaged.

use super::Scenario;
use super::cast::{self, Trio};
use crate::public::mock_public_root;
use crate::{AuthorityKeyId, Certified, Key, KeyId, StringForm, Template, catalogue::catalogue};

/// A root with the public root's name and a key of its own.
fn namesake() -> Template {
    mock_public_root()
        .template()
        .clone()
        .key(Key::p256("another key, same name"))
}

/// The sound trio, with no key identifiers to tell keys apart by.
fn without_identifiers() -> Trio {
    let plain = |template: Template| {
        template
            .subject_key_id(KeyId::Absent)
            .authority_key_id(AuthorityKeyId::Absent)
    };
    let root = plain(mock_public_root().template().clone()).self_signed();
    let intermediate = plain(cast::intermediate()).issued_by(&root);
    let leaf = plain(cast::server()).issued_by(&intermediate);
    Trio {
        root,
        intermediate,
        leaf,
    }
}

fn plain_namesake() -> Certified {
    namesake().subject_key_id(KeyId::Absent).self_signed()
}

catalogue! { Scenario;
    /// The bundle has a root of this name with another key.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Public Root X1 (nowhere)
    ///                                             [Mock Public Root X1] (another key)
    /// ```
    ///
    /// The right one is a known public root, and adding it helps: it is missing.
    fn same_name_different_key() {
        let Trio { intermediate, leaf, .. } = cast::sound();
        Scenario::sent([&leaf, &intermediate])
            .trusting([&namesake().self_signed()])
            .fails("missing-root", 20)
            .warns("same-name-different-key")
    }

    /// A company made its root anew, with another key, and the bundle has the one before.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Studio Root CA (nowhere)
    ///                                             [Mock Studio Root CA] (another key)
    /// ```
    fn company_root_with_another_key() {
        let anew = cast::company_root().key(Key::p256("the studio's key of today")).self_signed();
        let Trio { intermediate, leaf, .. } = cast::below(&anew);
        Scenario::sent([&leaf, &intermediate])
            .trusting([&cast::company_root().self_signed()])
            .fails("same-name-different-key", 20)
    }

    /// A company made its root anew, with another key, and sends it; the bundle has the one before.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Studio Root CA (sent)
    ///                                             [Mock Studio Root CA] (another key)
    /// ```
    fn company_root_with_another_key_sent() {
        let anew = cast::company_root().key(Key::p256("the studio's key of today")).self_signed();
        let Trio { root, intermediate, leaf } = cast::below(&anew);
        Scenario::sent([&leaf, &intermediate, &root])
            .trusting([&cast::company_root().self_signed()])
            .fails("same-name-different-key", 19)
    }

    /// The bundle has a root of this name with another key, and no key identifier tells them apart.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- Mock Public Root X1 (nowhere)
    ///                                             [Mock Public Root X1] (another key)
    /// ```
    fn same_name_different_key_without_identifiers() {
        let Trio { intermediate, leaf, .. } = without_identifiers();
        Scenario::sent([&leaf, &intermediate])
            .trusting([&plain_namesake()])
            .fails("same-name-different-key", 7)
    }

    /// The bundle has both roots of this name, the wrong one first; key identifiers tell them apart.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    ///                                             [Mock Public Root X1] (another key)
    /// ```
    fn both_roots_of_one_name() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf, &intermediate])
            .trusting([&namesake().self_signed(), &root])
            .passes()
    }

    /// The bundle has both roots of this name, the right one first, and no key identifiers.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    ///                                             [Mock Public Root X1] (another key)
    /// ```
    ///
    /// OpenSSL takes the first that might fit: the order of the file decides.
    fn both_roots_of_one_name_right_first() {
        let Trio { root, intermediate, leaf } = without_identifiers();
        Scenario::sent([&leaf, &intermediate])
            .trusting([&root, &plain_namesake()])
            .passes()
            .warns("order-sensitive")
    }

    /// The bundle has both roots of this name, the wrong one first, and no key identifiers.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1] (another key)
    ///                                             [Mock Public Root X1]
    /// ```
    fn both_roots_of_one_name_wrong_first() {
        let Trio { root, intermediate, leaf } = without_identifiers();
        Scenario::sent([&leaf, &intermediate])
            .trusting([&plain_namesake(), &root])
            .fails("same-name-different-key", 7)
    }

    /// The root writes its name in another string type than the intermediate does.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (issuer: UTF8String) <- [Mock Public Root X1] (PrintableString)
    /// ```
    ///
    /// Equal by RFC 5280 section 7.1; not for clients that compare bytes.
    fn name_in_another_string_type() {
        let Trio { root, intermediate, leaf } = cast::sound();
        let other = root.name().clone().in_form(StringForm::Printable);
        let root = root.template().clone().subject(other).self_signed();
        Scenario::sent([&leaf, &intermediate]).trusting([&root]).passes()
    }

    /// The signature on the server's certificate is damaged.
    ///
    /// ```text
    /// www.mock.example (damaged) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn broken_leaf_signature() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf.with_broken_signature(), &intermediate])
            .trusting([&root])
            .fails("signature-mismatch", 7)
    }

    /// The signature on the intermediate is damaged.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (damaged) <- [Mock Public Root X1]
    /// ```
    fn broken_intermediate_signature() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf, &intermediate.with_broken_signature()])
            .trusting([&root])
            .fails("signature-mismatch", 7)
    }

    /// The root's signature on itself is damaged, which nobody checks.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root X1] (damaged)
    /// ```
    fn broken_root_signature() {
        let Trio { root, intermediate, leaf } = cast::sound();
        Scenario::sent([&leaf, &intermediate]).trusting([&root.with_broken_signature()]).passes()
    }
}
