//! Building extensions that have a `setup.py`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::process;
use crate::venv::Venv;

/// Builds the extension in a directory for the universal ABI, with what an environment holds; gives the directory it is
/// built to.
pub fn build(builder: &Venv, source: &Path, output: &Path) -> Result<PathBuf> {
    process::announce(format!("compiling the extension in {}", source.display()));
    let into_output = [OsStr::new("--build-lib"), output.as_os_str()];
    let mut command = builder.python();
    command
        // hpy 0.9.0 puts the stub where build_py would put a module.
        .args(["setup.py", "--quiet", "--hpy-abi=universal", "build_py"])
        .args(into_output)
        .arg("build_ext")
        .args(into_output)
        .args([
            OsStr::new("--build-temp"),
            output.join("objects").as_os_str(),
        ])
        .current_dir(source);
    process::quiet(&mut command)?;
    Ok(output.to_owned())
}
