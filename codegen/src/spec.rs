//! Loads the spec of a repository.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::diagnostics::Report;
use crate::model::{SPEC, Spec};
use crate::parse::parse;

/// Why a spec cannot be used.
#[derive(Debug)]
pub enum Error {
    /// The spec could not be read.
    Unreadable(PathBuf, std::io::Error),
    /// The spec is wrong.
    Wrong(Report),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Unreadable(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Error::Wrong(report) => report.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

/// Reads and checks the spec of the repository at `root`.
pub fn load(root: &Path) -> Result<Spec, Error> {
    let path = root.join(SPEC);
    let source = std::fs::read_to_string(&path).map_err(|error| Error::Unreadable(path, error))?;
    parse(SPEC, &source).map_err(Error::Wrong)
}
