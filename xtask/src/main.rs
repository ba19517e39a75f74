//! Tasks of this repository.

mod known_roots;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let path = args
        .get(2)
        .map_or("../shared/data/root-history.json.gz", String::as_str);
    match known_roots::from_history(Path::new(path)) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}
