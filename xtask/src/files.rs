//! File operations whose errors name the file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Reads a text file.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file, and the directories above it where they are missing.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    if let Some(parent) = path.parent() {
        create_dir(parent)?;
    }
    fs::write(path, contents).with_context(|| format!("cannot write {}", path.display()))
}

/// Creates a directory and those above it; one that exists stays as it is.
pub fn create_dir(path: &Path) -> Result<()> {
    fs::create_dir_all(path).with_context(|| format!("cannot create {}", path.display()))
}

/// Removes a directory with all it holds; one that does not exist is fine.
pub fn remove_dir(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

/// The paths of what a directory holds, in no order.
pub fn list(directory: &Path) -> Result<Vec<PathBuf>> {
    let listed = fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    listed.with_context(|| format!("cannot list {}", directory.display()))
}

/// Makes the copy what the original is, and touches nothing else, so that cargo builds no more than it must.
pub fn mirror(from: &Path, to: &Path) -> Result<()> {
    if let Ok(target) = fs::read_link(from) {
        return link(&target, to);
    }
    if !from.is_dir() {
        let contents = fs::read(from).with_context(|| format!("cannot read {}", from.display()))?;
        if fs::read(to).is_ok_and(|existing| existing == contents) {
            return Ok(());
        }
        return write(to, contents);
    }
    create_dir(to)?;
    for old in list(to)? {
        let original = from.join(old.file_name().expect("a listed path has a name"));
        if old.is_dir() && !original.is_dir() {
            remove_dir(&old)?;
        } else if old.is_file() && !original.is_file() {
            fs::remove_file(&old)?;
        }
    }
    for path in list(from)? {
        mirror(
            &path,
            &to.join(path.file_name().expect("a listed path has a name")),
        )?;
    }
    Ok(())
}

/// Makes the path a link to this target.
fn link(target: &Path, to: &Path) -> Result<()> {
    if fs::read_link(to).is_ok_and(|existing| existing == target) {
        return Ok(());
    }
    if to.is_dir() {
        remove_dir(to)?;
    } else if to.exists() {
        fs::remove_file(to)?;
    }
    std::os::unix::fs::symlink(target, to).with_context(|| format!("cannot make {}", to.display()))
}
