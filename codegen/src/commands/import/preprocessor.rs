//! Runs the C preprocessor on a header and all that it includes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The header that includes all others.
const MAIN: &str = "hpy.h";

/// These constants make the values of the version macros visible to the parser.
pub const VERSION: [&str; 2] = ["hpy_import_major", "hpy_import_minor"];

/// Preprocesses the main header above `path`, or `path` itself if there is none.
pub fn preprocess(path: &Path, include: &[PathBuf]) -> Result<String> {
    let path = path
        .canonicalize()
        .with_context(|| format!("cannot read {}", path.display()))?;
    let main = main_directory(&path);
    let mut source = format!("#include \"{}\"\n", path.display());
    let mut command = Command::new("cc");
    // Newer compilers default to C23, where `bool` is a keyword. The parser does not know it.
    command.args(["-std=c11", "-E", "-DHPY", "-DHPY_ABI_UNIVERSAL"]);
    for directory in include {
        command.arg("-I").arg(directory);
    }
    if let Some(directory) = main {
        command.arg("-I").arg(directory);
        source = format!(
            "#include <{MAIN}>\nenum {{ {} = HPY_ABI_VERSION, {} = HPY_ABI_VERSION_MINOR }};\n",
            VERSION[0], VERSION[1]
        );
    }
    let mut child = command
        .args(["-x", "c", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start `cc`: install a C compiler (Debian: apt install gcc libc6-dev)")?;
    child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(source.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!(
            "the preprocessor refuses {}:\n{}",
            path.display(),
            String::from_utf8_lossy(&output.stderr).trim_end()
        );
    }
    String::from_utf8(output.stdout).context("the preprocessed header is not UTF-8")
}

/// The main header in one of the directories above this file.
pub fn main_directory(path: &Path) -> Option<&Path> {
    let above = path.ancestors().skip(1);
    above
        .into_iter()
        .find(|directory| directory.join(MAIN).is_file())
}
