//! The reference implementation: its headers, its test suite, and itself as a peer to compare with.

use std::path::PathBuf;

use anyhow::Result;

use crate::python::Python;
use crate::venv::Venv;
use crate::{process, project};

/// What pip installs it by.
pub const REQUIREMENT: &str = "hpy==0.9.0";
const NAME: &str = "hpy-0.9.0";

/// The last setuptools with pkg_resources, which the loader stubs of the reference import under its own runtime.
const SETUPTOOLS: &str = "setuptools>=64,<82";

/// Interpreters that the reference works under: with CPython 3.13 it crashes, and debug builds stop at its assertions.
const PEERS: [&str; 4] = ["3.9", "3.10", "3.11", "3.12"];

/// Whether the reference works under that interpreter.
pub fn is_peer(python: &Python) -> bool {
    PEERS.contains(&python.tag().as_str())
}

/// An environment with the released reference, the peer.
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
