//! Signatures, keys, purposes, forms.

use super::*;

pub(super) fn signatures() -> Vec<Finding> {
    let Pki {
        root, intermediate, ..
    } = pki();
    let weak = |algorithm| Finding::WeakSignature {
        certificate: intermediate.clone(),
        algorithm,
    };
    let unchecked = |algorithm| Finding::SignatureNotCheckable {
        certificate: intermediate.clone(),
        algorithm,
    };
    vec![
        weak(SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha1)),
        weak(SignatureAlgorithm::Ed25519),
        Finding::WeakKey {
            certificate: intermediate.clone(),
            key: KeyKind::Rsa {
                bits: 1024,
                exponent: Some(65_537),
            },
        },
        Finding::SignatureMismatch {
            certificate: intermediate.clone(),
            issuer: root,
        },
        unchecked(SignatureAlgorithm::Dsa(HashAlgorithm::Sha256)),
        unchecked(SignatureAlgorithm::Unknown(String::new())),
    ]
}

pub(super) fn rules() -> Vec<Finding> {
    let Pki {
        intermediate, leaf, ..
    } = pki();
    let not_a_ca = |problem| Finding::NotACa {
        certificate: intermediate.clone(),
        problem,
    };
    let usage = |need| Finding::KeyUsage {
        certificate: leaf.clone(),
        need,
    };
    let purpose = |listed| Finding::WrongPurpose {
        certificate: leaf.clone(),
        listed,
    };
    vec![
        not_a_ca(CaProblem::SaysEndEntity),
        not_a_ca(CaProblem::NoBasicConstraints),
        not_a_ca(CaProblem::MayNotSignCertificates),
        Finding::PathTooLong {
            ca: intermediate.clone(),
            allowed: 0,
            found: 1,
        },
        usage(KeyUsageNeed::SignCertificates),
        usage(KeyUsageNeed::TlsServer),
        purpose(vec![
            KeyPurpose::ClientAuth,
            KeyPurpose::Other("1.2.3".to_owned()),
        ]),
        purpose(Vec::new()),
        Finding::CriticalExtension {
            certificate: leaf,
            oid: "1.2.3.4".to_owned(),
        },
    ]
}

pub(super) fn policies() -> Vec<Finding> {
    [
        PolicyProblem::NoneValid,
        PolicyProblem::NoneAcceptable,
        PolicyProblem::MapsAnyPolicy,
        PolicyProblem::Unreadable(ExtensionId::PolicyConstraints),
    ]
    .map(|problem| Finding::Policy {
        certificate: pki().intermediate,
        problem,
    })
    .into()
}

pub(super) fn form() -> Vec<Finding> {
    let oid = || "2.5.29.35".to_owned();
    let marked = |marked| FormProblem::WrongCriticality { oid: oid(), marked };
    [
        FormProblem::Version,
        FormProblem::SerialNumber,
        FormProblem::AlgorithmFields,
        FormProblem::RepeatedExtension(oid()),
        FormProblem::UnreadableExtension(oid()),
        FormProblem::MissingExtension(oid()),
        marked(Criticality::Critical),
        marked(Criticality::NonCritical),
        FormProblem::EmptyName,
        FormProblem::EmptyExtension("2.5.29.30".to_owned()),
        FormProblem::MisplacedExtension("2.5.29.30".to_owned()),
        FormProblem::CertSignWithoutCa,
        FormProblem::PathLengthWithoutCa,
        FormProblem::PathLengthWithoutCertSign,
        FormProblem::NameEncoding,
        FormProblem::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NotOfIssuer),
        FormProblem::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NoKey),
        FormProblem::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NamesCertificate),
        FormProblem::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NotOwnKey),
        FormProblem::CommonName("WWW.mock.example".to_owned()),
        FormProblem::AlternativeName(GeneralName::Dns(b"www mock".to_vec())),
        FormProblem::RepeatedPolicy("1.2.3".to_owned()),
        FormProblem::SubtreeBounds,
        FormProblem::CaAsServer,
        FormProblem::ForbiddenPurpose(KeyPurpose::Any),
    ]
    .map(|problem| Finding::ProfileRule {
        certificate: pki().intermediate,
        problem,
    })
    .into_iter()
    .chain([Finding::Strictness {
        certificate: pki().intermediate,
        problem: FormProblem::AuthorityKeyIdentifier(AuthorityKeyIdProblem::NoKey),
    }])
    .collect()
}
