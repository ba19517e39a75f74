//! Signatures and keys too weak to be trusted.

use super::cast::{self, Trio};
use super::{Outcome, Scenario};
use crate::public::mock_public_root;
use crate::{Certified, Hash, Key, Name, Template, ca, catalogue::catalogue};

/// The root of the sound trio on an RSA key: ECDSA has no MD5.
fn rsa_root() -> Template {
    let name = Name::new()
        .with_c("US")
        .with_o("Mock Public Trust")
        .with_cn("Mock Public Root R1");
    ca(name)
        .key(Key::rsa_2048(12))
        .valid("2015-01-01", "2040-01-01")
}

fn below_rsa(root: Certified, on_intermediate: Hash, on_leaf: Hash) -> Trio {
    let intermediate = cast::intermediate()
        .key(Key::rsa_2048(13))
        .signed_with(on_intermediate);
    let intermediate = intermediate.issued_by(&root);
    let leaf = cast::server().signed_with(on_leaf).issued_by(&intermediate);
    Trio {
        root,
        intermediate,
        leaf,
    }
}

fn meets(
    Trio {
        root,
        intermediate,
        leaf,
    }: Trio,
) -> Scenario {
    Scenario::sent([&leaf, &intermediate]).trusting([&root])
}

catalogue! { Scenario;
    /// The intermediate was signed with SHA-1.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (sha1) <- [Mock Public Root R1]
    /// ```
    fn sha1_intermediate() {
        meets(below_rsa(rsa_root().self_signed(), Hash::Sha1, Hash::Sha256)).fails("weak-signature", 68)
    }

    /// The server's certificate was signed with SHA-1.
    ///
    /// ```text
    /// www.mock.example (sha1) <- Mock Public TLS CA 1 <- [Mock Public Root R1]
    /// ```
    fn sha1_leaf() {
        meets(below_rsa(rsa_root().self_signed(), Hash::Sha256, Hash::Sha1)).fails("weak-signature", 68)
    }

    /// The server's certificate was signed with MD5.
    ///
    /// ```text
    /// www.mock.example (md5) <- Mock Public TLS CA 1 <- [Mock Public Root R1]
    /// ```
    fn md5_leaf() {
        meets(below_rsa(rsa_root().self_signed(), Hash::Sha256, Hash::Md5)).fails("weak-signature", 68)
    }

    /// The root signed itself with SHA-1, which is harmless.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 <- [Mock Public Root R1] (sha1)
    /// ```
    fn sha1_root() {
        let root = rsa_root().signed_with(Hash::Sha1).self_signed();
        meets(below_rsa(root, Hash::Sha256, Hash::Sha256)).passes()
    }

    /// The server's key is RSA 768.
    ///
    /// ```text
    /// www.mock.example (rsa 768) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn rsa_768_leaf() {
        meets(cast::with_leaf(cast::server().key(Key::rsa_768()))).fails("weak-key", 66)
    }

    /// The server's key is RSA 1024: accepted at OpenSSL's security level 1, refused at 2.
    ///
    /// ```text
    /// www.mock.example (rsa 1024) <- Mock Public TLS CA 1 <- [Mock Public Root X1]
    /// ```
    fn rsa_1024_leaf() {
        meets(cast::with_leaf(cast::server().key(Key::rsa_1024(1))))
            .passes()
            .but("python-3", Outcome::Refused { cause: "weak-key", openssl: 66 })
    }

    /// The intermediate's key is RSA 768.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (rsa 768) <- [Mock Public Root X1]
    /// ```
    fn rsa_768_intermediate() {
        let weak = cast::intermediate().key(Key::rsa_768());
        meets(cast::with_intermediate(&mock_public_root(), weak)).fails("weak-key", 67)
    }

    /// Keys on P-384, P-521 and Ed25519: nothing is wrong.
    ///
    /// ```text
    /// www.mock.example <- Mock Public TLS CA 1 (ed25519) <- Mock Public Policy CA (p521) <- [Mock Public Root E1] (p384)
    /// ```
    fn other_curves() {
        let on = |name: &str, key: Key| ca(Name::new().with_o("Mock Public Trust").with_cn(name)).key(key);
        let root = on("Mock Public Root E1", Key::p384("Mock Public Root E1")).self_signed();
        let policy = on("Mock Public Policy CA", Key::p521("Mock Public Policy CA")).issued_by(&root);
        let intermediate = cast::intermediate().key(Key::ed25519("Mock Public TLS CA 1"));
        let intermediate = intermediate.issued_by(&policy);
        let leaf = cast::server().issued_by(&intermediate);
        Scenario::sent([&leaf, &intermediate, &policy]).trusting([&root]).passes()
    }
}
