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

/// What stands in the spec behind its constants, its functions and its slots.
const AFTER_CONSTANTS: &str = "\n# Handles\n";
const AFTER_FUNCTIONS: &str = "# How an extension is called\n";
const AFTER_SLOTS: &str = "\n# Enums that the ABI fixes";

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
    types: String,
    signature: String,
    slots: String,
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
    let stanzas = [&*page.functions, &page.types, &page.signature].join("\n");
    let changed = changed_spec(
        &files::read(&spec)?,
        [
            (AFTER_CONSTANTS, &page.constant),
            (AFTER_FUNCTIONS, &format!("{stanzas}\n")),
            (AFTER_SLOTS, &page.slots),
        ],
    )?;
    files::write(&checkout.join("api.toml"), &changed)?;
    process::quiet(
        codegen()
            .args(["diff", "api.toml"])
            .arg(checkout.join("api.toml")),
    )
    .context("what is added must be compatible")?;
    let package = build(&checkout, python)?;
    for abi in ["universal", "hybrid", "cpython"] {
        let extension = compile(python, &package, abi, &page.extension)?;
        run(python, &package, &extension, abi, &page.use_of_it)
            .with_context(|| format!("built for the {abi} ABI"))?;
    }

    let by_hand = format!("{}\n", page.by_hand);
    let undone = changed_spec(&changed, [(AFTER_FUNCTIONS, &by_hand)])?;
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
            types: next("toml")?,
            signature: next("toml")?,
            slots: next("toml")?,
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

/// The spec with these texts before these places.
fn changed_spec<const N: usize>(spec: &str, added: [(&str, &String); N]) -> Result<String> {
    let mut changed = spec.to_owned();
    for (place, text) in added {
        ensure!(
            spec.matches(place).count() == 1,
            "api.toml has no place `{}`",
            place.trim()
        );
        changed = changed.replace(place, &format!("{text}{place}"));
    }
    Ok(changed)
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

/// Builds the extension module without optimisation, and puts it beside a copy of its Python side with the headers of
/// the changed spec.
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
    for (path, text) in hpy_codegen::generate(checkout)? {
        if let Ok(header) = path.strip_prefix("generated/include") {
            files::write(&package.join("hpy/devel/include").join(header), text)?;
        }
    }
    Ok(package)
}

/// Compiles the extension as another build system would.
fn compile(python: &Python, package: &Path, abi: &str, source: &str) -> Result<PathBuf> {
    let ask = |question: &[&str]| {
        let mut devel = Command::new(&python.executable);
        devel
            .args(["-m", "hpy.devel", "--abi", abi])
            .args(question)
            .env("PYTHONPATH", package);
        process::stdout(&mut devel)
    };
    let directory = project::target("api-change/extension").join(abi);
    files::remove_dir(&directory)?;
    files::write(&directory.join("added.c"), source)?;
    if abi != "cpython" {
        files::write(&directory.join("added.py"), ask(&["--stub", "added"])?)?;
    }
    let mut compiler = Command::new("cc");
    compiler
        .args(["-shared", "-fPIC", "-Wall", "-Werror", "-o"])
        .arg(format!("added{}", ask(&["--ext-suffix"])?.trim()))
        .args(ask(&["--cflags"])?.lines())
        .arg("added.c")
        .args(ask(&["--sources"])?.lines())
        .current_dir(&directory);
    process::quiet(&mut compiler)?;
    Ok(directory)
}

fn run(python: &Python, package: &Path, extension: &Path, abi: &str, code: &str) -> Result<()> {
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
    if abi == "cpython" {
        // It has no modes.
        return Ok(());
    }
    let counting = "\
import added, hpy.trace
added.unique('abca')
assert hpy.trace.get_call_counts()['ctx_Set_Add'] == 3";
    process::quiet(&mut interpreter("trace", counting)?).context("calls are counted")?;

    for (call, title) in [
        ("add_to_itself([])", "error[wrong-type]: HPySet_Add"),
        ("give_away(1)", "error[close-argument]: HPyList_SetItem"),
    ] {
        let code = format!("import added; added.{call}");
        let misuse = process::output(&mut interpreter("debug", &code)?)?;
        let report = String::from_utf8_lossy(&misuse.stderr);
        ensure!(
            !misuse.status.success() && report.contains(title),
            "debug mode should report {title}:\n{report}"
        );
    }
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
