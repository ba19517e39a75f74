//! Writes the mock PKI as files, and serves it.
#![allow(clippy::print_stdout, clippy::print_stderr)] // A command line.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use test_pki::emit::{Tree, manifest, tree};
use test_pki::graph::{FAMILIES, family};
use test_pki::s3::page;
use test_pki::serve::{Server, find, instructions};
use test_pki::{known_roots, pem_bundle};

const USAGE: &str = "\
usage: test-pki emit --out DIR              write every scenario, epoch and store as files
       test-pki serve SCENARIO [--port N]   present a scenario's chain on localhost (port 8443; 0: any free one);
                                            s3/EPOCH[/STORE] for what Amazon S3 sent
       test-pki matrix                      print the page of the migration matrix
       test-pki sweep                       print the cases in which clients are compared, one JSON object per line
       test-pki graphs                      list the families of hostile graphs
       test-pki graph FAMILY [SIZE] --out DIR   write one as chain.pem and bundle.pem
       test-pki manifest                    print the SHA-256 sums of the files of `emit`";

const PORT: u16 = 8443;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => {
            eprintln!("{complaint}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        ["emit", "--out", directory] => emit(Path::new(directory)),
        ["manifest"] => {
            print!("{}", manifest(&tree()));
            Ok(())
        }
        ["sweep"] => {
            for case in test_pki::sweep::cases() {
                println!("{}", case.line());
            }
            Ok(())
        }
        ["graphs"] => {
            for family in FAMILIES {
                println!(
                    "{}, by default {}: {}",
                    family.name, family.size, family.about
                );
            }
            Ok(())
        }
        ["graph", name, "--out", directory] => graph(name, None, Path::new(directory)),
        ["graph", name, size, "--out", directory] => {
            let size = size.parse().map_err(|_| USAGE.to_owned())?;
            graph(name, Some(size), Path::new(directory))
        }
        ["matrix"] => {
            print!("{}", page());
            Ok(())
        }
        ["serve", name] => serve(name, PORT),
        ["serve", name, "--port", port] | ["serve", "--port", port, name] => {
            let port = port.parse();
            serve(name, port.map_err(|_| USAGE.to_owned())?)
        }
        _ => Err(USAGE.to_owned()),
    }
}

fn emit(directory: &Path) -> Result<(), String> {
    let tree = tree();
    write(directory, &tree)?;
    println!("{} files in {}", tree.len(), directory.display());
    Ok(())
}

fn graph(name: &str, size: Option<usize>, directory: &Path) -> Result<(), String> {
    let family =
        family(name).ok_or_else(|| format!("there is no family {name}; `graphs` lists them"))?;
    let graph = (family.make)(size.unwrap_or(family.size));
    let files = [
        ("bundle.pem", pem_bundle(&graph.bundle)),
        ("chain.pem", pem_bundle(&graph.chain)),
    ];
    write(
        directory,
        &Tree::from(files.map(|(name, content)| (name.to_owned(), content))),
    )
}

fn serve(name: &str, port: u16) -> Result<(), String> {
    let scenario = find(name).ok_or_else(|| {
        format!("there is no scenario {name}; the README.md that `emit` writes lists them, epochs and stores too")
    })?;
    let server = Server::presenting(&scenario.chain).map_err(|why| format!("{name}: {why}"))?;
    let listening = server
        .listen(port)
        .map_err(|why| format!("port {port} cannot be opened: {why}"))?;
    let folder = std::env::temp_dir().join(format!("test-pki-serve-{}", scenario.description.id));
    let files = [
        ("bundle.pem", pem_bundle(&scenario.bundle)),
        ("chain.pem", pem_bundle(&scenario.chain)),
        ("known-roots.pem", pem_bundle(known_roots())),
    ];
    let files = files.map(|(name, content)| (name.to_owned(), content));
    write(&folder, &Tree::from(files))?;
    print!("{}", instructions(scenario, listening.port(), &folder));
    listening.run();
    Ok(())
}

fn write(directory: &Path, tree: &Tree) -> Result<(), String> {
    for (path, content) in tree {
        let path = directory.join(path);
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        folder
            .and_then(|()| fs::write(&path, content))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
