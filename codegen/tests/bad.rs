//! Every wrong spec of `bad/` is reported as the text beside it says.

mod common;

use std::path::{Path, PathBuf};

#[test]
fn wrong_specs_are_reported_as_a_compiler_would() {
    let specs = specs();
    assert!(specs.len() > 20, "the wrong specs are missing");
    for path in specs {
        let source = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let report = hpy_codegen::parse(name, &source).expect_err(name);
        common::assert_same(&format!("{report}\n"), &path.with_extension("stderr"));
    }
}

fn specs() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let paths = std::fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut specs: Vec<PathBuf> = paths
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    specs.sort();
    specs
}
