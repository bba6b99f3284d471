//! The reference implementation: its headers, its test suite, and itself as a peer to compare with.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::python::Python;
use crate::venv::Venv;
use crate::{files, process, project};

const REQUIREMENT: &str = "hpy==0.9.0";
const NAME: &str = "hpy-0.9.0";

/// The last setuptools with pkg_resources, which the loader stubs of the reference import under its own runtime.
const SETUPTOOLS: &str = "setuptools>=64,<82";

/// An environment with the released reference: the peer, and the builder of extensions that have a `setup.py`.
pub fn venv(python: &Python) -> Result<Venv> {
    venv_with(python, "reference", &[])
}

/// As [`venv`], under another name and with more in it.
pub fn venv_with(python: &Python, name: &str, more: &[&str]) -> Result<Venv> {
    let mut requirements = vec![REQUIREMENT, SETUPTOOLS];
    requirements.extend(more);
    Venv::ensure(name, python, &requirements)
}

/// The directory of the unpacked sdist.
pub fn sdist(python: &Python) -> Result<PathBuf> {
    let directory = project::target("reference");
    let unpacked = directory.join(NAME);
    if unpacked.join("PKG-INFO").exists() {
        return Ok(unpacked);
    }
    process::announce(format!("fetching the sdist of {REQUIREMENT}"));
    // Its build requirements are installed here, so that no newer setuptools comes along to read its metadata.
    let fetch = Venv::ensure("fetch", python, &[SETUPTOOLS, "setuptools-scm>=6", "wheel"])?;
    let mut download = fetch.python();
    download
        .args([
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
        ])
        .args([
            "--no-build-isolation",
            "--no-binary",
            "hpy",
            REQUIREMENT,
            "--dest",
        ])
        .arg(&directory);
    process::quiet(&mut download)?;
    let archive = directory.join(format!("{NAME}.tar.gz"));
    process::quiet(
        fetch
            .python()
            .args(["-m", "tarfile", "-e"])
            .arg(archive)
            .arg(&directory),
    )?;
    Ok(unpacked)
}

/// Gives an environment that holds our wheel the headers and the helper sources of the reference.
///
/// The helper sources are compiled into the static libraries that the reference's own wheel brings along.
pub fn install_devel(python: &Python, venv: &Venv) -> Result<()> {
    let devel = venv.sysconfig_path("purelib")?.join("hpy").join("devel");
    let libraries = devel.join("lib");
    if libraries.exists() {
        return Ok(());
    }
    process::announce("copying the reference's headers and compiling its helpers");
    for part in ["include", "src"] {
        files::copy_dir(
            &sdist(python)?.join("hpy/devel").join(part),
            &devel.join(part),
        )?;
    }
    let python_headers = venv.sysconfig_path("include")?;
    let unfinished = devel.join("lib.unfinished");
    files::remove_dir(&unfinished)?;
    for abi in ["universal", "hybrid"] {
        build_helpers(&devel, abi, &python_headers, &unfinished.join(abi))?;
    }
    std::fs::rename(&unfinished, &libraries)?;
    Ok(())
}

fn build_helpers(devel: &Path, abi: &str, python_headers: &Path, output: &Path) -> Result<()> {
    const HELPERS: [&str; 5] = ["argparse", "buildvalue", "format", "helpers", "structseq"];
    files::create_dir(output)?;
    let mut compile = Command::new("cc");
    compile
        .args([
            "-c",
            "-O2",
            "-fPIC",
            "-DHPY",
            &format!("-DHPY_ABI_{}", abi.to_uppercase()),
            "-I",
        ])
        .arg(devel.join("include"))
        .arg("-I")
        .arg(python_headers)
        .args(HELPERS.map(|name| devel.join("src").join("runtime").join(format!("{name}.c"))))
        .current_dir(output);
    process::quiet(&mut compile)?;

    let objects = HELPERS.map(|name| format!("{name}.o"));
    let library = format!("libhpy-extra-{abi}.a");
    let mut archive = Command::new("ar");
    archive
        .args(["rcs", &library])
        .args(&objects)
        .current_dir(output);
    process::quiet(&mut archive)?;
    for object in &objects {
        // The build system takes every file of this directory for a library.
        std::fs::remove_file(output.join(object))?;
    }
    Ok(())
}

/// Builds an extension for the universal ABI from a directory with a `setup.py`; gives the directory it is built to.
pub fn build_extension(python: &Python, source: &Path, name: &str) -> Result<PathBuf> {
    let builder = venv(python)?;
    let output = project::target(name).join(python.tag());
    process::announce(format!("compiling the extension in {}", source.display()));
    let into_output = [OsStr::new("--build-lib"), output.as_os_str()];
    let mut command = builder.python();
    command
        // The loader stub goes where build_py would put a module.
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
    Ok(output)
}
