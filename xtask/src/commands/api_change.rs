//! `cargo xtask api-change`

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;

use crate::python::{Python, PythonOption};
use crate::{files, process, project};

const PAGE: &str = "docs/changing-the-api.md";

/// What a copy of the checkout needs to build the extension module.
const COPIED: [&str; 7] = [
    "Cargo.toml",
    "Cargo.lock",
    "api.toml",
    "codegen",
    "runtime",
    "python",
    "xtask",
];

/// What stands before the functions of the spec end, and where its constants end.
const AFTER_FUNCTIONS: &str = "# How an extension is called\n";
const AFTER_CONSTANTS: &str = "\n# Handles\n";

const STUB: &str = "\
import os, sys
from hpy.universal import _load_bootstrap
file = os.path.join(os.path.dirname(__file__), 'added.hpy0.so')
sys.modules[__name__] = _load_bootstrap('added', __name__, __package__, file, __loader__, __spec__, os.environ)
";

/// Follow docs/changing-the-api.md: add to a copy of the spec what it adds, compile it, and run it in every mode
#[derive(Args)]
pub struct ApiChange {
    #[command(flatten)]
    python: PythonOption,
}

impl ApiChange {
    /// Follows the page.
    pub fn run(&self) -> Result<()> {
        prove(&self.python.find()?)
    }
}

/// The examples of the page.
struct Page {
    constant: String,
    functions: String,
    by_hand: String,
    extension: String,
    use_of_it: String,
}

/// Follows the page.
pub fn prove(python: &Python) -> Result<()> {
    process::announce(format!("following {PAGE}"));
    let page = Page::read()?;
    let checkout = project::target("api-change/checkout");
    copy_checkout(&checkout)?;

    let spec = project::root().join("api.toml");
    let changed = changed_spec(&files::read(&spec)?, &page.constant, &page.functions)?;
    files::write(&checkout.join("api.toml"), &changed)?;
    process::quiet(
        codegen()
            .args(["diff", "api.toml"])
            .arg(checkout.join("api.toml")),
    )
    .context("what is added must be compatible")?;
    let package = build(&checkout, python)?;
    let extension = compile(&checkout, &page.extension)?;
    run(python, &package, &extension, &page.use_of_it)?;

    let undone = changed_spec(&changed, "", &page.by_hand)?;
    files::write(&checkout.join("api.toml"), undone)?;
    refuses_what_is_missing(&checkout, python)
}

impl Page {
    fn read() -> Result<Page> {
        let text = files::read(&project::root().join(PAGE))?;
        let mut blocks = text
            .split("\n```")
            .skip(1)
            .step_by(2)
            .map(|block| block.split_once('\n'));
        let mut next = |language: &str| {
            let found = blocks
                .by_ref()
                .flatten()
                .find(|(name, _)| *name == language);
            let (_, body) = found.with_context(|| format!("{PAGE} lacks a block of {language}"))?;
            Ok::<_, anyhow::Error>(format!("{body}\n"))
        };
        Ok(Page {
            constant: next("toml")?,
            functions: next("toml")?,
            extension: next("c")?,
            use_of_it: next("python")?,
            by_hand: next("toml")?,
        })
    }
}

/// Makes the copy what the checkout is, and touches nothing else, so that cargo builds no more than it must.
fn copy_checkout(to: &Path) -> Result<()> {
    for name in COPIED {
        mirror(&project::root().join(name), &to.join(name))?;
    }
    Ok(())
}

fn mirror(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        let contents =
            std::fs::read(from).with_context(|| format!("cannot read {}", from.display()))?;
        if std::fs::read(to).is_ok_and(|existing| existing == contents) {
            return Ok(());
        }
        return files::write(to, contents);
    }
    files::create_dir(to)?;
    for old in files::list(to)? {
        let original = from.join(old.file_name().expect("a listed path has a name"));
        if old.is_dir() && !original.is_dir() {
            files::remove_dir(&old)?;
        } else if old.is_file() && !original.is_file() {
            std::fs::remove_file(&old)?;
        }
    }
    for path in files::list(from)? {
        mirror(
            &path,
            &to.join(path.file_name().expect("a listed path has a name")),
        )?;
    }
    Ok(())
}

fn changed_spec(spec: &str, constant: &str, functions: &str) -> Result<String> {
    for place in [AFTER_CONSTANTS, AFTER_FUNCTIONS] {
        ensure!(
            spec.matches(place).count() == 1,
            "api.toml has no place `{}`",
            place.trim()
        );
    }
    Ok(spec
        .replace(AFTER_CONSTANTS, &format!("{constant}{AFTER_CONSTANTS}"))
        .replace(AFTER_FUNCTIONS, &format!("{functions}\n{AFTER_FUNCTIONS}")))
}

fn codegen() -> Command {
    let mut command = cargo(project::root());
    command.args(["run", "--quiet", "--package", "hpy-codegen", "--"]);
    command
}

fn cargo(directory: &Path) -> Command {
    let mut command = Command::new("cargo");
    // One target directory for both checkouts: the dependencies are the same.
    command
        .env("CARGO_TARGET_DIR", project::target(""))
        .current_dir(directory);
    command
}

/// Builds the extension module without optimisation, and puts it beside a copy of its Python side.
fn build(checkout: &Path, python: &Python) -> Result<PathBuf> {
    let mut command = cargo(checkout);
    command
        .args(["build", "--quiet", "--package", "hpy-python"])
        .env("PYO3_PYTHON", &python.executable);
    process::run(&mut command)?;
    let package = project::target("api-change/package");
    files::copy_dir(&checkout.join("python"), &package)?;
    files::copy_dir(&checkout.join("python/startup/platlib"), &package)?;
    let module = std::fs::read(project::target("debug/libuniversal.so"))?;
    files::write(&package.join("hpy/universal.so"), module)?;
    Ok(package)
}

/// Compiles the extension with the headers of the changed spec.
fn compile(checkout: &Path, source: &str) -> Result<PathBuf> {
    let include = project::target("api-change/include");
    files::copy_dir(&checkout.join("python/hpy/devel/include"), &include)?;
    for (path, text) in hpy_codegen::generate(checkout)? {
        if let Ok(header) = path.strip_prefix("generated/include") {
            files::write(&include.join(header), text)?;
        }
    }
    let directory = project::target("api-change/extension");
    files::write(&directory.join("added.c"), source)?;
    files::write(&directory.join("added.py"), STUB)?;
    let mut compiler = Command::new("cc");
    compiler
        .args([
            "-shared",
            "-fPIC",
            "-Wall",
            "-Werror",
            "-fvisibility=hidden",
        ])
        .args(["-DHPY", "-DHPY_ABI_UNIVERSAL", "-I"])
        .arg(&include)
        .args(["added.c", "-o", "added.hpy0.so"])
        .current_dir(&directory);
    process::quiet(&mut compiler)?;
    Ok(directory)
}

fn run(python: &Python, package: &Path, extension: &Path, code: &str) -> Result<()> {
    let interpreter = |mode: &str, code: &str| {
        let mut command = Command::new(&python.executable);
        let path = std::env::join_paths([package, extension])?;
        command
            .env("PYTHONPATH", path)
            .env("HPY", mode)
            .args(["-c", code]);
        Ok::<_, anyhow::Error>(command)
    };
    for mode in ["universal", "debug", "trace"] {
        process::quiet(&mut interpreter(mode, code)?).with_context(|| format!("in {mode} mode"))?;
    }
    let counting = "\
import added, hpy.trace
added.unique('abca')
assert hpy.trace.get_call_counts()['ctx_Set_Add'] == 3";
    process::quiet(&mut interpreter("trace", counting)?).context("calls are counted")?;

    let misuse = process::output(&mut interpreter(
        "debug",
        "import added; added.add_to_itself([])",
    )?)?;
    let report = String::from_utf8_lossy(&misuse.stderr);
    ensure!(
        !misuse.status.success() && report.contains("error[wrong-type]: HPySet_Add"),
        "debug mode should report the wrong type:\n{report}"
    );
    Ok(())
}

fn refuses_what_is_missing(checkout: &Path, python: &Python) -> Result<()> {
    let mut command = cargo(checkout);
    command
        .args(["build", "--quiet", "--package", "hpy-universal"])
        .env("PYO3_PYTHON", &python.executable);
    let built = process::output(&mut command)?;
    let report = String::from_utf8_lossy(&built.stderr);
    for part in [
        "HPyDict_GetDefault",
        "runtime/universal/src/by_hand",
        "ctx_Dict_GetDefault",
    ] {
        if built.status.success() || !report.contains(part) {
            bail!("the build should fail and name {part}:\n{report}");
        }
    }
    Ok(())
}
