//! Records the commit for `get_version()`, and makes what pyproject.toml has maturin take into the wheel: the spec with its
//! audit for `hpy.debug`, and the static libraries of `hpy.devel`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the headers and the sources of extensions are.
const DEVEL: &str = "../../python/hpy/devel";

/// The static library of each ABI: what every extension is compiled with, and for the cpython ABI the functions that
/// the universal context has by hand.
const LIBRARIES: [(&str, &str); 3] = [
    ("universal", "hpy-extra-universal"),
    ("hybrid", "hpy-extra-hybrid"),
    ("cpython", "hpy-ctx-cpython"),
];

fn main() {
    pyo3_build_config::use_pyo3_cfgs();
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=HPY_GIT_REVISION={}", revision());
    println!("cargo::rerun-if-changed={DEVEL}/include");
    println!("cargo::rerun-if-changed={DEVEL}/src");
    warn_of_stale_headers();
    hpy_codegen::pack(&out_directory().join("spec")).expect("OUT_DIR is writable");
    for (abi, name) in LIBRARIES {
        compile_helpers(abi, name);
    }
}

/// The headers are part of the checkout and of the wheel, so that a change of the spec leaves them as they were.
fn warn_of_stale_headers() {
    let root = Path::new("../..");
    println!("cargo::rerun-if-changed=../../{}", hpy_codegen::SPEC);
    // A wrong spec ends the builds of the other crates.
    for (path, text) in hpy_codegen::generate(root).unwrap_or_default() {
        let Ok(header) = path.strip_prefix("generated/include") else {
            continue;
        };
        let committed = std::fs::read_to_string(Path::new(DEVEL).join("include").join(header));
        if committed.ok() != Some(text) {
            println!(
                "cargo::warning={} is older than {}: run `cargo xtask generate`",
                header.display(),
                hpy_codegen::SPEC
            );
        }
    }
}

fn revision() -> String {
    Command::new("git")
        .args(["rev-parse", "--short", "HEAD"])
        .output()
        .ok()
        .filter(|output| output.status.success())
        .and_then(|output| String::from_utf8(output.stdout).ok())
        .map_or_else(|| "unknown".to_owned(), |text| text.trim().to_owned())
}

/// Compiles the library that extensions for this ABI are linked with when they ask for static libraries.
fn compile_helpers(abi: &str, name: &str) {
    let mut build = cc::Build::new();
    build
        .out_dir(out_directory().join("lib").join(abi))
        .files(sources(abi == "cpython"))
        .include(Path::new(DEVEL).join("include"))
        .define("HPY", None)
        .define(&format!("HPY_ABI_{}", abi.to_uppercase()), None)
        .cargo_metadata(false);
    if abi != "universal" {
        let headers = python_headers();
        // Debian's headers include others by their path below /usr/include, which zig does not search.
        if let Some(above) = headers.parent() {
            build.flag("-idirafter").flag(above);
        }
        build.include(headers);
    }
    build.compile(name);
}

fn out_directory() -> PathBuf {
    PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the directory"))
}

/// The C files of the ABIs: as in `HPyDevel`, those called `ctx_…` are for the cpython ABI only.
fn sources(cpython: bool) -> Vec<PathBuf> {
    let directory = Path::new(DEVEL).join("src/runtime");
    let listed = directory
        .read_dir()
        .expect("the sources are part of the checkout");
    let mut sources: Vec<_> = listed
        .map(|entry| entry.expect("a directory can be listed to its end").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.ends_with(".c") && (cpython || !name.starts_with("ctx_"))
        })
        .collect();
    sources.sort();
    sources
}

fn python_headers() -> PathBuf {
    const SCRIPT: &str = "import sysconfig; print(sysconfig.get_path('include'))";
    // For another processor PyO3 knows of no interpreter, though an emulator may run one.
    let answer = match env::var_os("HPY_PYTHON") {
        Some(python) => Command::new(python)
            .args(["-c", SCRIPT])
            .output()
            .ok()
            .and_then(|output| String::from_utf8(output.stdout).ok()),
        None => pyo3_build_config::get().run_python_script(SCRIPT).ok(),
    };
    PathBuf::from(
        answer
            .expect("the interpreter knows where its headers are")
            .trim_end(),
    )
}
