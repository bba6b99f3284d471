//! Expected texts beside the inputs of tests.

use std::path::Path;

/// Set to 1, this variable writes what is there where something else was expected.
const BLESS: &str = "BLESS";

/// Compares a text with a file, or writes the file.
pub fn assert_same(text: &str, expected: &Path) {
    if std::env::var_os(BLESS).is_some_and(|value| value == "1") {
        let directory = expected.parent().expect("a file stands in a directory");
        std::fs::create_dir_all(directory).expect("the directory can be made");
        std::fs::write(expected, text).expect("the expected text can be written");
        return;
    }
    let found = std::fs::read_to_string(expected).unwrap_or_default();
    assert!(
        found == text,
        "{} is not as expected; {BLESS}=1 rewrites it\n--- expected\n{found}\n--- is\n{text}",
        expected.display()
    );
}
