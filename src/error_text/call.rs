//! What the program was doing when it failed.

use super::frame::Frame;
use super::source::Source;
use super::stack::Stack;

/// A kind of connection; those of `shotgun_api3` read their roots from different places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Call {
    /// A call of the API to the site, by httplib2.
    Api,
    /// An upload, to the site or to its storage: the text does not say which.
    Upload,
    /// An upload to the site.
    UploadSite,
    /// An upload straight to Amazon S3.
    UploadS3,
    /// A download.
    Download,
    /// A download by Toolkit itself: an app or a new release.
    ToolkitDownload,
    /// Any other connection.
    Connect,
}

impl Call {
    /// Its stable name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Upload => "upload",
            Self::UploadSite => "upload-site",
            Self::UploadS3 => "upload-s3",
            Self::Download => "download",
            Self::ToolkitDownload => "toolkit-download",
            Self::Connect => "connect",
        }
    }
}

/// Functions that open a connection, or hand a request to what does.
const OPENING: &[(&str, Call)] = &[
    ("_send_form", Call::UploadSite),
    ("_upload_data_to_storage", Call::UploadS3),
    ("_upload_file_to_storage", Call::UploadS3),
    ("_multipart_upload_file_to_storage", Call::UploadS3),
    ("download_attachment", Call::Download),
    ("_http_request", Call::Api),
    ("_make_call", Call::Api),
    ("_call_rpc", Call::Api),
];

/// Functions above them, for a traceback that was cut.
const ABOVE: &[(&str, Call)] = &[
    ("_upload_to_storage", Call::UploadS3),
    ("_upload_to_sg", Call::UploadSite),
    ("upload", Call::Upload),
    ("upload_thumbnail", Call::Upload),
    ("upload_filmstrip_thumbnail", Call::Upload),
];

/// What the messages of `shotgun_api3` say without a traceback.
const WORDS: &[(&str, Call)] = &[
    ("max attemps limit reached", Call::Upload),
    ("max attempts limit reached", Call::Upload),
    ("error occurred uploading to", Call::Upload),
    ("failed to upload", Call::Upload),
    ("shotgunfiledownloaderror", Call::Download),
    ("failed to open http", Call::Download),
];

/// The call: of the first traceback that shows one, the innermost; else what the words say.
pub(super) fn read(source: &Source<'_>, frames: &[Frame], stack: Option<Stack>) -> Option<Call> {
    let words = || source.hits(WORDS).first().map(|(_, call)| *call);
    of_frames(frames, OPENING)
        .map(|call| told_by_path(call, frames))
        .or_else(|| of_frames(frames, ABOVE))
        .or_else(words)
        .or_else(|| otherwise(source, stack?))
}

fn of_frames(frames: &[Frame], table: &[(&str, Call)]) -> Option<Call> {
    let known = |frame: &Frame| {
        let is_api = frame.file.contains("shotgun_api3") || frame.file.ends_with("/shotgun.py");
        table
            .iter()
            .find(|(function, _)| is_api && *function == frame.function)
            .map(|(_, call)| *call)
    };
    let first = frames
        .iter()
        .find(|frame| known(frame).is_some())?
        .traceback;
    frames
        .iter()
        .filter(|frame| frame.traceback == first)
        .filter_map(known)
        .next_back()
}

/// The downloads of Toolkit's own apps go through the same function of the API in some releases.
fn told_by_path(call: Call, frames: &[Frame]) -> Call {
    let is_descriptor = |frame: &Frame| frame.file.contains("/tank/descriptor/");
    if call == Call::Download && frames.iter().any(is_descriptor) {
        Call::ToolkitDownload
    } else {
        call
    }
}

/// A program that only ever connects; a line of Python's `ssl` alone may stem from any call.
fn otherwise(source: &Source<'_>, stack: Stack) -> Option<Call> {
    let is_toolkit_download = source.has("/tank/descriptor/") || source.has("download_url");
    match stack {
        Stack::PythonUrllib2 | Stack::PythonUrllib if is_toolkit_download => {
            Some(Call::ToolkitDownload)
        }
        Stack::Toolkit
        | Stack::ShotgunApi3
        | Stack::PythonSsl
        | Stack::PythonUrllib
        | Stack::PythonUrllib2
        | Stack::Httplib2 => None,
        Stack::Botocore
        | Stack::Pip
        | Stack::Requests
        | Stack::Aiohttp
        | Stack::Httpx
        | Stack::Urllib3
        | Stack::Git
        | Stack::Curl
        | Stack::Wget
        | Stack::OpensslSClient
        | Stack::Ruby
        | Stack::Php
        | Stack::Perl
        | Stack::Node
        | Stack::Go
        | Stack::Java
        | Stack::Dotnet
        | Stack::Rustls
        | Stack::Chromium
        | Stack::Firefox
        | Stack::Schannel
        | Stack::Apple
        | Stack::Gnutls => Some(Call::Connect),
    }
}
