//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// The root of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the manifest of xtask is one directory below the root")
}

/// A path under `target/`, the only place where commands write.
pub fn target(relative: impl AsRef<Path>) -> PathBuf {
    root().join("target").join(relative)
}
