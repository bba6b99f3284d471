//! What depends on the operating system is in this crate and nowhere else.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("a directory of the repository") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn other_crates_name_neither_the_c_library_nor_a_system() {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for entry in fs::read_dir(runtime).expect("the crates of the runtime") {
        let folder = entry.expect("an entry of it").path();
        if folder.ends_with("platform") {
            continue;
        }
        let manifest = fs::read_to_string(folder.join("Cargo.toml"));
        let manifest = manifest.expect("a crate of the repository");
        let dependencies = manifest.split("[dev-dependencies]").next();
        assert!(
            dependencies.is_some_and(|text| !text.contains("libc")),
            "{}",
            folder.display()
        );
        let mut files = Vec::new();
        sources(&folder.join("src"), &mut files);
        assert!(!files.is_empty());
        for file in files {
            let text = fs::read_to_string(&file).expect("a source file");
            for word in ["target_os", "std::os::", "libc::SIG"] {
                assert!(!text.contains(word), "{} has {word}", file.display());
            }
        }
    }
}
