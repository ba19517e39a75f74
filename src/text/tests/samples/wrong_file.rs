//! Files, variables and stores that a program does not read.

use crate::client_roots::{CaFile, CertificateStore, Misplaced, Place, WrongFile};
use crate::environment::{Release, Span};
use crate::error_text::{CaVariable, Call, Stack};
use crate::finding::Finding;

pub(super) fn wrong_files() -> Vec<Finding> {
    let release = Span::exactly(Release::new(3, 0, 36));
    let wrong = |misplaced| WrongFile {
        program: Some(Stack::ShotgunApi3),
        call: Some(Call::UploadS3),
        releases: Some(release),
        misplaced,
        reads: vec![
            Place::Store(CertificateStore::Windows),
            Place::Variable(CaVariable::SslCertFile),
            Place::File(CaFile::OpensslDefault),
        ],
        source: Some("shotgun_api3"),
    };
    [
        Misplaced::NotRead(Place::Variable(CaVariable::ShotgunApiCacerts)),
        Misplaced::NotRead(Place::Store(CertificateStore::Windows)),
        Misplaced::NotRead(Place::File(CaFile::PackagedList)),
        Misplaced::NoSuchFile(CaFile::PackagedList),
        Misplaced::NoSuchFile(CaFile::PackagedCertifi),
        Misplaced::OldList,
    ]
    .map(wrong)
    .into_iter()
    .chain([WrongFile {
        program: None,
        call: None,
        releases: None,
        reads: Vec::new(),
        source: None,
        ..wrong(Misplaced::Name {
            written: "ShotGrid_API_CACERTS".to_owned(),
            meant: CaVariable::ShotgunApiCacerts,
        })
    }])
    .map(Finding::WrongFileForClient)
    .collect()
}
