//! How a certificate may differ from a sound one.

use test_pki::der::{self, implicit};
use test_pki::{
    AlternativeName, AuthorityKeyId, BasicConstraints, Criticality, ExtendedKeyUsage, Extension,
    Hash, Key, KeyId, KeyUsage, Name, StringForm, Subtree, Template,
};

/// A name for it, and what it does. Tables of these grow at their end, so that kept inputs go on meaning the same.
pub(super) struct Change(pub(super) &'static str, pub(super) fn(Template) -> Template);

/// What is done with the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seal {
    Sound,
    Broken,
    /// Another key than the one that the issuer's name has.
    Nobody,
}

pub(super) const SEALS: &[(&str, Seal)] = &[
    ("", Seal::Sound),
    ("broken signature", Seal::Broken),
    ("nobody's signature", Seal::Nobody),
];

const POLICY: &str = "2.16.840.1.101.3.2.1.48.1";
const OTHER_POLICY: &str = "2.16.840.1.101.3.2.1.48.2";
const ANY_POLICY: &str = "2.5.29.32.0";

/// Of certificates that say they are CAs. The first changes nothing.
pub(super) const OF_CAS: &[Change] = &[
    Change("", |it| it),
    Change("renewed", |it| it.valid("2023-01-01", "2043-01-01")),
    Change("expired", |it| it.valid("2010-01-01", "2020-01-01")),
    Change("not yet valid", |it| it.valid("2035-01-01", "2055-01-01")),
    Change("beyond 2050", |it| it.valid("2020-01-01", "2060-01-01")),
    Change("end entity", |it| {
        it.basic_constraints(BasicConstraints::EndEntity)
    }),
    Change("no basic constraints", |it| {
        it.basic_constraints(BasicConstraints::Absent)
    }),
    Change("basic constraints not critical", |it| {
        it.basic_constraints_criticality(Criticality::NonCritical)
    }),
    Change("path length 0", |it| it.path_len(0)),
    Change("path length 1", |it| it.path_len(1)),
    Change("path length 2", |it| it.path_len(2)),
    Change("path length 255", |it| it.path_len(255)),
    Change("no key usage", |it| it.key_usage([])),
    Change("signs no certificates", |it| {
        it.key_usage([KeyUsage::DigitalSignature])
    }),
    Change("signs lists only", |it| it.key_usage([KeyUsage::CrlSign])),
    Change("for servers", |it| {
        it.extended_key_usage([ExtendedKeyUsage::ServerAuth])
    }),
    Change("for clients", |it| {
        it.extended_key_usage([ExtendedKeyUsage::ClientAuth])
    }),
    Change("for both", |it| {
        it.extended_key_usage([ExtendedKeyUsage::ClientAuth, ExtendedKeyUsage::ServerAuth])
    }),
    Change("for anything", |it| {
        it.extended_key_usage([ExtendedKeyUsage::Any])
    }),
    Change("no subject key id", |it| it.subject_key_id(KeyId::Absent)),
    Change("odd subject key id", |it| {
        it.subject_key_id(KeyId::Bytes(vec![7; 20]))
    }),
    Change("no authority key id", |it| {
        it.authority_key_id(AuthorityKeyId::Absent)
    }),
    Change("odd authority key id", |it| {
        it.authority_key_id(AuthorityKeyId::Bytes(vec![7; 20]))
    }),
    Change("authority key id always", |it| {
        it.authority_key_id(AuthorityKeyId::Always)
    }),
    Change("odd authority serial", |it| {
        it.authority_key_id(AuthorityKeyId::IssuerAndSerial {
            issuer: Name::cn("Mock 0"),
            serial: vec![1],
        })
    }),
    Change("unknown critical", |it| {
        it.extension(Extension::unknown_critical())
    }),
    Change("unknown", |it| {
        it.extension(Extension::new(
            "1.3.6.1.4.1.99999.2",
            Criticality::NonCritical,
            vec![5, 0],
        ))
    }),
    Change("permit mock", |it| it.permit(Subtree::Dns("mock.example"))),
    Change("permit www", |it| {
        it.permit(Subtree::Dns("www.mock.example"))
    }),
    Change("permit upper", |it| it.permit(Subtree::Dns("MOCK.EXAMPLE"))),
    Change("permit other", |it| {
        it.permit(Subtree::Dns("other.example"))
    }),
    Change("permit dot", |it| it.permit(Subtree::Dns(".mock.example"))),
    Change("permit all", |it| it.permit(Subtree::Dns(""))),
    Change("permit network", |it| it.permit(network())),
    Change("permit mail", |it| {
        it.permit(Subtree::Email("mock.example"))
    }),
    Change("permit address", |it| {
        it.permit(Subtree::Uri(".mock.example"))
    }),
    Change("permit directory", |it| {
        it.permit(Subtree::Directory(Name::cn("Mock 0")))
    }),
    Change("permit nonsense", |it| {
        it.permit(Subtree::Encoded(implicit(2, b"*.mock.example")))
    }),
    Change("permit unknown form", |it| {
        it.permit(Subtree::Encoded(implicit(8, &[0x2a, 3])))
    }),
    Change("exclude mock", |it| {
        it.exclude(Subtree::Dns("mock.example"))
    }),
    Change("exclude a", |it| {
        it.exclude(Subtree::Dns("a.www.mock.example"))
    }),
    Change("exclude other", |it| {
        it.exclude(Subtree::Dns("other.example"))
    }),
    Change("exclude all", |it| it.exclude(Subtree::Dns(""))),
    Change("exclude network", |it| it.exclude(network())),
    Change("constraints not critical", |it| {
        it.name_constraints_criticality(Criticality::NonCritical)
    }),
    Change("policy", |it| it.extension(policies(&[POLICY]))),
    Change("other policy", |it| it.extension(policies(&[OTHER_POLICY]))),
    Change("any policy", |it| it.extension(policies(&[ANY_POLICY]))),
    Change("policy demanded", |it| {
        it.extension(Extension::policy_constraints(Some(0), None))
    }),
    Change("mapping inhibited", |it| {
        it.extension(Extension::policy_constraints(None, Some(0)))
    }),
    Change("policy mapped", |it| {
        it.extension(Extension::policy_mappings(&[(POLICY, OTHER_POLICY)]))
    }),
    Change("any policy inhibited", |it| {
        it.extension(Extension::inhibit_any_policy(0))
    }),
    Change("P-384", |it| it.key(Key::p384("fuzzed"))),
    Change("Ed25519", |it| it.key(Key::ed25519("fuzzed"))),
    Change("RSA 2048", |it| it.key(Key::rsa_2048(0))),
    Change("RSA 1024", |it| it.key(Key::rsa_1024(0))),
    Change("version 1", Template::version_1),
    Change("printable name", |it| {
        let number = it.clone().self_signed().name().label().to_owned();
        it.subject(Name::new().with("2.5.4.3", StringForm::Printable, &number))
    }),
    Change("empty name", |it| it.subject(Name::new())),
    Change("unusual digest", |it| it.signed_with(Hash::Sha384)),
];

/// Of servers' certificates. The first changes nothing.
pub(super) const OF_SERVERS: &[Change] = &[
    Change("", |it| it),
    Change("expired", |it| it.valid("2010-01-01", "2020-01-01")),
    Change("not yet valid", |it| it.valid("2035-01-01", "2055-01-01")),
    Change("a CA", |it| it.basic_constraints(BasicConstraints::Ca)),
    Change("no basic constraints", |it| {
        it.basic_constraints(BasicConstraints::Absent)
    }),
    Change("no key usage", |it| it.key_usage([])),
    Change("encipherment", |it| {
        it.key_usage([KeyUsage::KeyEncipherment])
    }),
    Change("signs certificates", |it| {
        it.key_usage([KeyUsage::KeyCertSign])
    }),
    Change("no purpose", |it| it.extended_key_usage([])),
    Change("for clients", |it| {
        it.extended_key_usage([ExtendedKeyUsage::ClientAuth])
    }),
    Change("for anything", |it| {
        it.extended_key_usage([ExtendedKeyUsage::Any])
    }),
    Change("no names", Template::no_san),
    Change("wildcard", |it| it.no_san().san_dns(["*.mock.example"])),
    Change("wildcard above", |it| it.no_san().san_dns(["*.example"])),
    Change("wildcard alone", |it| it.no_san().san_dns(["*"])),
    Change("partial wildcard", |it| {
        it.no_san().san_dns(["w*.mock.example"])
    }),
    Change("two asterisks", |it| {
        it.no_san().san_dns(["*.*.mock.example"])
    }),
    Change("many names", |it| {
        it.san_dns([
            "mock.example",
            "a.www.mock.example",
            "other.example",
            "localhost",
        ])
    }),
    Change("upper name", |it| it.no_san().san_dns(["WWW.MOCK.EXAMPLE"])),
    Change("rooted name", |it| {
        it.no_san().san_dns(["www.mock.example."])
    }),
    Change("addresses", |it| {
        it.san_ip(
            ["192.0.2.1", "2001:db8::1"]
                .iter()
                .filter_map(|text| text.parse().ok()),
        )
    }),
    Change("address as a name", |it| it.san_dns(["192.0.2.1"])),
    Change("second names", |it| {
        it.extension(odd_names(implicit(7, &[192, 0, 2])))
    }),
    Change("empty name", |it| {
        it.no_san().extension(odd_names(implicit(2, b"")))
    }),
    Change("odd name", |it| {
        it.no_san().extension(odd_names(implicit(2, b"a b\0c")))
    }),
    Change("mailbox", |it| {
        it.san(AlternativeName::Email("a@mock.example".to_owned()))
    }),
    Change("address of a page", |it| {
        it.san(AlternativeName::Uri("https://www.mock.example/".to_owned()))
    }),
    Change("directory name", |it| {
        let name = der::constructed(4, &Name::cn("Mock 1").der());
        it.no_san().extension(odd_names(name))
    }),
    Change("no subject", |it| it.subject(Name::new())),
    Change("unknown critical", |it| {
        it.extension(Extension::unknown_critical())
    }),
    Change("unknown", |it| {
        it.extension(Extension::new(
            "1.3.6.1.4.1.99999.2",
            Criticality::NonCritical,
            vec![5, 0],
        ))
    }),
    Change("policy", |it| it.extension(policies(&[POLICY]))),
    Change("version 1", Template::version_1),
    Change("Ed25519", |it| it.key(Key::ed25519("fuzzed server"))),
    Change("RSA 1024", |it| it.key(Key::rsa_1024(1))),
    Change("no authority key id", |it| {
        it.authority_key_id(AuthorityKeyId::Absent)
    }),
    Change("odd authority key id", |it| {
        it.authority_key_id(AuthorityKeyId::Bytes(vec![7; 20]))
    }),
    Change("odd address", |it| {
        it.no_san().extension(odd_names(implicit(7, &[192, 0, 2])))
    }),
];

fn network() -> Subtree {
    Subtree::Encoded(implicit(7, &[192, 0, 2, 0, 255, 255, 255, 0]))
}

fn policies(policies: &[&str]) -> Extension {
    Extension::policies(Criticality::NonCritical, policies)
}

fn odd_names(name: Vec<u8>) -> Extension {
    Extension::alternative_names([name])
}
