//! Writes the mock PKI as files.
#![allow(clippy::print_stdout, clippy::print_stderr)] // A command line.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use test_pki::emit::{manifest, tree};
use test_pki::s3::page;

const USAGE: &str =
    "usage: test-pki emit --out DIR    write every scenario, epoch and store as files
       test-pki manifest          print the SHA-256 sums of those files
       test-pki matrix            print the page of the migration matrix";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["emit", "--out", directory] => emit(Path::new(directory)),
        ["manifest"] => {
            print!("{}", manifest(&tree()));
            ExitCode::SUCCESS
        }
        ["matrix"] => {
            print!("{}", page());
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn emit(directory: &Path) -> ExitCode {
    let tree = tree();
    for (path, content) in &tree {
        if let Err(error) = write(&directory.join(path), content) {
            eprintln!("{}: {error}", directory.join(path).display());
            return ExitCode::from(2);
        }
    }
    println!("{} files in {}", tree.len(), directory.display());
    ExitCode::SUCCESS
}

fn write(path: &Path, content: &str) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, content)
}
