//! The reference's headers and helpers in an environment of our package, in place of ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;

use crate::python::Python;
use crate::venv::Venv;
use crate::{files, process, reference};

/// Whose headers and helpers extensions are built with.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub enum Devel {
    /// Those of our wheel.
    Ours,
    /// Those of the reference's sdist.
    Reference,
}

/// Puts them where the headers, helpers and static libraries of our wheel are.
pub fn replace_ours(python: &Python, venv: &Venv) -> Result<()> {
    process::announce("building the reference's helpers");
    let devel = venv.sysconfig_path("purelib")?.join("hpy/devel");
    let theirs = reference::sdist(python)?.join("hpy/devel");
    for part in ["include", "src"] {
        files::mirror(&theirs.join(part), &devel.join(part))?;
    }
    let python_headers = venv.sysconfig_path("include")?;
    for abi in ["universal", "hybrid", "cpython"] {
        let directory = devel.join("lib").join(abi);
        files::remove_dir(&directory)?;
        build_library(&devel, abi, &python_headers, &directory)?;
    }
    Ok(())
}

fn build_library(devel: &Path, abi: &str, python_headers: &Path, directory: &Path) -> Result<()> {
    let objects = directory.with_extension("objects");
    files::remove_dir(&objects)?;
    files::create_dir(&objects)?;
    files::create_dir(directory)?;
    let mut compile = Command::new("cc");
    compile
        .args(["-c", "-O2", "-fPIC", "-DHPY", "-I"])
        .arg(devel.join("include"))
        .arg("-I")
        .arg(python_headers)
        .arg(format!("-DHPY_ABI_{}", abi.to_uppercase()))
        .args(sources(devel, abi)?)
        .current_dir(&objects);
    process::quiet(&mut compile)?;
    let mut archive = Command::new("ar");
    archive
        .arg("rcs")
        .arg(directory.join(format!("libhpy-{abi}.a")))
        .args(files::list(&objects)?);
    process::quiet(&mut archive)?;
    files::remove_dir(&objects)
}

/// What every extension is compiled with, and for the cpython ABI what stands in for the context.
fn sources(devel: &Path, abi: &str) -> Result<Vec<PathBuf>> {
    let mut sources = files::list(&devel.join("src/runtime"))?;
    sources.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        abi == "cpython" || !name.starts_with("ctx_")
    });
    Ok(sources)
}
