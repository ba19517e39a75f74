//! The page of the migration matrix is the one that the data make.
#![allow(clippy::expect_used, clippy::disallowed_methods)] // Tests, which may read files and the environment.

use std::fs;
use test_pki::s3::page;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/migration-matrix.md");

/// `UPDATE=1 cargo test -p test-pki --test page` rewrites it.
#[test]
fn the_page_is_the_one_checked_in() {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(PAGE, page()).expect("the page can be written");
    }
    assert_eq!(fs::read_to_string(PAGE).expect("the page is there"), page());
}
