//! What is generated from the small spec of `golden/` is what stands beside it.

mod common;

use std::path::Path;

use hpy_codegen::emit;

#[test]
fn the_small_spec_becomes_what_stands_beside_it() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let source = std::fs::read_to_string(directory.join("api.toml")).unwrap();
    let spec = hpy_codegen::parse("api.toml", &source).unwrap_or_else(|report| panic!("{report}"));
    for file in emit::FILES {
        common::assert_same(&file.text(&spec), &directory.join(file.name));
    }
}

#[test]
fn every_file_can_be_made_from_a_spec_that_holds_nothing() {
    let spec = hpy_codegen::parse("api.toml", "[api]\nmajor = 0\nminor = 0\n")
        .unwrap_or_else(|report| panic!("{report}"));
    for file in emit::FILES {
        file.text(&spec);
    }
}
