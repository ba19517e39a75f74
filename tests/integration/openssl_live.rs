//! The machine's own OpenSSL against the profile `openssl-3`: every defect at every place, alone and in pairs.

use certwhy::certificate::ServerName;
use certwhy::client::Client;
use certwhy::moment::Moment;
use certwhy::path::search;
use certwhy::question::{Peer, Question};
use certwhy::signature::RustCrypto;
use certwhy::store::{Encoded, Store};
use certwhy::verdict::{Verdict, judge};
use std::path::PathBuf;
use std::process::Command;
use test_pki::{
    AuthorityKeyId, BasicConstraints, Certified, Criticality, ExtendedKeyUsage, Extension, Hash,
    Key, KeyId, KeyUsage, Name, Subtree, Template, ca, der, leaf, pem_bundle,
};

const HOST: &str = "www.mock.example";
const NOW: &str = "2024-06-01T12:00:00Z";

/// Puts one fault into a certificate, or none.
type Defect = (&'static str, fn(Template) -> Template);

const SOUND: Defect = ("sound", |template| template);

/// An extension whose value is no DER of its type.
fn unreadable(oid: &str) -> Extension {
    Extension::new(oid, Criticality::NonCritical, vec![0x04, 0x05, 0x00])
}

fn basic_constraints(value: Vec<u8>) -> Extension {
    Extension::new("2.5.29.19", Criticality::Critical, value)
}

const YES: [u8; 3] = [0x01, 0x01, 0xff];

/// Faults that mean something at every position. Left out, since certwhy differs on purpose: the last second of a
/// validity period (OpenSSL refuses it, RFC 5280 §4.1.2.5 does not); algorithms that nobody knows (OpenSSL finds no
/// issuer, certwhy leaves it undecided); proxy certificates (RFC 3820: both refuse, with other numbers); a root whose
/// only sign of being a CA is Netscape's.
#[rustfmt::skip]
const DEFECTS: &[Defect] = &[
    ("expired", |t| t.valid("2020-01-01", "2024-06-01T11:59:59Z")),
    ("not yet valid", |t| t.valid("2024-06-01T12:00:01Z", "2040-01-01")),
    ("first second", |t| t.valid(NOW, "2040-01-01")),
    ("weak key", |t| t.key(Key::rsa_768())),
    ("RSA 1024", |t| t.key(Key::rsa_1024(1))),
    ("SHA-1", |t| t.signed_with(Hash::Sha1)),
    ("unknown critical", |t| t.extension(Extension::unknown_critical())),
    ("no basic constraints", |t| t.basic_constraints(BasicConstraints::Absent)),
    ("no basic constraints, no key usage", |t| t.basic_constraints(BasicConstraints::Absent).key_usage([])),
    ("end entity", |t| t.basic_constraints(BasicConstraints::EndEntity)),
    ("CA", |t| t.basic_constraints(BasicConstraints::Ca)),
    ("path length 0", |t| t.path_len(0)),
    ("path length 1", |t| t.path_len(1)),
    ("negative path length", |t| t.basic_constraints(BasicConstraints::Absent)
        .extension(basic_constraints(der::sequence([&YES[..], &[0x02, 0x01, 0xff]])))),
    ("path length of no CA", |t| t.basic_constraints(BasicConstraints::Absent)
        .extension(basic_constraints(der::sequence([&[0x02, 0x01, 0x00][..]])))),
    ("huge path length", |t| t.basic_constraints(BasicConstraints::Absent)
        .extension(basic_constraints(der::sequence([&YES[..], &[0x02, 0x05, 0x01, 0, 0, 0, 0]])))),
    ("no key usage", |t| t.key_usage([])),
    ("CRL signing only", |t| t.key_usage([KeyUsage::CrlSign])),
    ("certificate signing only", |t| t.key_usage([KeyUsage::KeyCertSign])),
    ("data encipherment only", |t| t.key_usage([KeyUsage::DataEncipherment])),
    ("key agreement only", |t| t.key_usage([KeyUsage::KeyAgreement])),
    ("for clients", |t| t.extended_key_usage([ExtendedKeyUsage::ClientAuth])),
    ("for anything", |t| t.extended_key_usage([ExtendedKeyUsage::Any])),
    ("gated crypto", |t| t.extended_key_usage([ExtendedKeyUsage::Other(&[2, 16, 840, 1, 113_730, 4, 1])])),
    ("Microsoft's gated crypto", |t| t.extended_key_usage([ExtendedKeyUsage::Other(&[1, 3, 6, 1, 4, 1, 311, 10, 3, 3])])),
    ("any use", |t| t.extended_key_usage([])),
    ("version 1", Template::version_1),
    ("excludes the host", |t| t.exclude(Subtree::Dns("mock.example"))),
    ("permits another", |t| t.permit(Subtree::Dns("studio.example"))),
    ("unreadable basic constraints", |t| t.basic_constraints(BasicConstraints::Absent).extension(unreadable("2.5.29.19"))),
    ("unreadable key usage", |t| t.key_usage([]).extension(unreadable("2.5.29.15"))),
    ("unreadable extended key usage", |t| t.extended_key_usage([]).extension(unreadable("2.5.29.37"))),
    ("unreadable alternative names", |t| t.no_san().extension(unreadable("2.5.29.17"))),
    ("unreadable name constraints", |t| t.extension(unreadable("2.5.29.30"))),
    ("unreadable subject key id", |t| t.subject_key_id(KeyId::Absent).extension(Extension::new("2.5.29.14", Criticality::NonCritical, vec![0x30, 0x00]))),
    ("unreadable authority key id", |t| t.authority_key_id(AuthorityKeyId::Absent).extension(unreadable("2.5.29.35"))),
    ("unreadable CRL points", |t| t.extension(unreadable("2.5.29.31"))),
    ("unreadable policies", |t| t.extension(unreadable("2.5.29.32"))),
    ("unreadable issuer names", |t| t.extension(unreadable("2.5.29.18"))),
    ("repeated extension", |t| t.extension(Extension::unknown_critical()).extension(Extension::unknown_critical())),
    ("key usage twice", |t| t.key_usage([KeyUsage::KeyCertSign, KeyUsage::DigitalSignature])
        .extension(Extension::new("2.5.29.15", Criticality::Critical, vec![0x03, 0x02, 0x01, 0x06]))),
    ("Netscape: server", |t| t.extension(Extension::new("2.16.840.1.113730.1.1", Criticality::NonCritical, vec![0x03, 0x02, 0x06, 0x40]))),
    ("Netscape: client", |t| t.extension(Extension::new("2.16.840.1.113730.1.1", Criticality::NonCritical, vec![0x03, 0x02, 0x07, 0x80]))),
    ("Netscape: TLS CA", |t| t.extension(Extension::new("2.16.840.1.113730.1.1", Criticality::NonCritical, vec![0x03, 0x02, 0x02, 0x04]))),
    ("no subject key id", |t| t.subject_key_id(KeyId::Absent)),
    ("another subject key id", |t| t.subject_key_id(KeyId::Bytes(vec![1, 2, 3]))),
    ("no authority key id", |t| t.authority_key_id(AuthorityKeyId::Absent)),
    ("another authority key id", |t| t.authority_key_id(AuthorityKeyId::Bytes(vec![1, 2, 3]))),
    ("authority by a serial that is not there", |t| t.authority_key_id(AuthorityKeyId::IssuerAndSerial {
        issuer: Name::cn("Mock Live Root"), serial: vec![9, 9] })),
    ("zero serial", |t| t.serial(&[0])),
    ("negative serial", |t| t.serial(&[0xff])),
    ("policy constraints", |t| t.extension(Extension::policy_constraints(Some(0), None))),
    ("inhibit any policy", |t| t.extension(Extension::inhibit_any_policy(0))),
    ("another host", |t| t.no_san().san_dns(["other.example"])),
    ("no alternative name", Template::no_san),
];

struct World {
    id: String,
    chain: Vec<Certified>,
    bundle: Vec<Certified>,
}

fn root() -> Template {
    ca("Mock Live Root")
}

/// Leaf, intermediate and root with a defect each.
fn three((of_leaf, of_middle, of_root): (Defect, Defect, Defect)) -> [Certified; 3] {
    let root = of_root.1(root()).self_signed();
    let middle = of_middle.1(ca("Mock Live CA")).issued_by(&root);
    let leaf = of_leaf.1(leaf(HOST)).issued_by(&middle);
    [leaf, middle, root]
}

/// Three ways to hand out the same certificates.
fn arranged(id: &str, [leaf, middle, root]: &[Certified; 3]) -> [World; 3] {
    let world = |how: &str, chain: &[&Certified], bundle: &[&Certified]| World {
        id: format!("{id}; {how}"),
        chain: chain.iter().copied().cloned().collect(),
        bundle: bundle.iter().copied().cloned().collect(),
    };
    let other = ca("Mock Live Other Root").self_signed();
    [
        world("usual", &[leaf, middle], &[&other, root]),
        world(
            "all presented, root missing",
            &[leaf, middle, root],
            &[&other],
        ),
        world("all in the bundle", &[leaf], &[root, middle, leaf]),
    ]
}

fn singles() -> Vec<World> {
    DEFECTS
        .iter()
        .flat_map(|defect| {
            [
                ("leaf", (*defect, SOUND, SOUND)),
                ("intermediate", (SOUND, *defect, SOUND)),
                ("root", (SOUND, SOUND, *defect)),
            ]
            .map(|(place, defects)| (format!("{}: {place}", defect.0), defects))
        })
        .flat_map(|(id, defects)| {
            let [usual, ..] = arranged(&id, &three(defects));
            [usual]
        })
        .collect()
}

/// Two defects at once, in every arrangement: a fixed walk through all pairs.
fn pairs(number: usize) -> Vec<World> {
    (0..number)
        .flat_map(|index| {
            let pick = |stride: usize| DEFECTS[(index * stride + index / 7) % DEFECTS.len()];
            let (one, two) = (pick(7), pick(11));
            let (places, defects) = match index % 3 {
                0 => ("leaf, intermediate", (one, two, SOUND)),
                1 => ("intermediate, root", (SOUND, one, two)),
                _ => ("leaf, root", (one, SOUND, two)),
            };
            let id = format!("{}, {}: {places}", one.0, two.0);
            let mut worlds = arranged(&id, &three(defects));
            worlds.rotate_left(index % 3);
            let [world, ..] = worlds;
            [world]
        })
        .collect()
}

/// `0` where the chain is trusted, else the first error number.
fn as_certwhy_says(world: &World) -> String {
    let encoded = |certificates: &[Certified]| -> Vec<Encoded> {
        let encode = |certificate: &Certified| Encoded {
            der: certificate.der().to_vec().into(),
            location: None,
        };
        certificates.iter().map(encode).collect()
    };
    let store = Store::build(encoded(&world.chain), encoded(&world.bundle));
    let question = Question {
        host: ServerName::parse(HOST).ok(),
        at: Moment::parse(NOW).unwrap(),
        peer: Peer::TlsServer,
    };
    let client = Client::default();
    let profile = client.profile();
    let trace = search(&store, &question, &profile.policy, &RustCrypto);
    match (judge(&trace), profile.dialect.error(&question, &trace)) {
        (Verdict::Trusted, None) => "0".to_owned(),
        (Verdict::NotTrusted | Verdict::Undecided, Some(error)) => error.code,
        (verdict, error) => format!("{verdict:?} with {error:?}"),
    }
}

/// A folder of this test's own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("certwhy-live-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, certificates: &[Certified]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, pem_bundle(certificates)).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

fn as_openssl_says(folder: &Folder, world: &World) -> String {
    let (target, others) = world.chain.split_first().unwrap();
    let target = folder.write("target.pem", std::slice::from_ref(target));
    let bundle = folder.write("bundle.pem", &world.bundle);
    let mut command = Command::new("openssl");
    command.args(["verify", "-auth_level", "1", "-purpose", "sslserver"]);
    command.args(["-verify_hostname", HOST, "-no-CApath", "-no-CAstore"]);
    let at = Moment::parse(NOW).unwrap().as_unix().to_string();
    command.args(["-attime", &at, "-CAfile"]).arg(&bundle);
    if !others.is_empty() {
        command
            .arg("-untrusted")
            .arg(folder.write("others.pem", others));
    }
    first_error(command.arg(&target))
}

fn first_error(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let number = said
        .lines()
        .filter_map(|line| line.strip_prefix("error "))
        .find_map(|rest| rest.split_once(" at ").map(|(number, _)| number.to_owned()));
    match number {
        Some(number) => number,
        None if output.status.success() => "0".to_owned(),
        None => said,
    }
}

fn is_openssl_3_0() -> bool {
    let version = Command::new("openssl").arg("version").output();
    version.is_ok_and(|output| output.stdout.starts_with(b"OpenSSL 3.0."))
}

fn differences(worlds: &[World]) -> Vec<String> {
    let folder = Folder::new();
    worlds
        .iter()
        .filter_map(|world| {
            let (theirs, ours) = (as_openssl_says(&folder, world), as_certwhy_says(world));
            (theirs != ours).then(|| format!("{}: OpenSSL says {theirs}, certwhy {ours}", world.id))
        })
        .collect()
}

#[test]
fn every_defect_at_every_place() {
    if !is_openssl_3_0() {
        eprintln!("SKIPPED: no OpenSSL 3.0 on this machine to compare with");
        return;
    }
    let mut worlds = singles();
    worlds.extend(pairs(120));
    let different = differences(&worlds);
    assert!(
        different.is_empty(),
        "of {}:\n{}",
        worlds.len(),
        different.join("\n")
    );
}
