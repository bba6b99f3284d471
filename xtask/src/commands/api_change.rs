//! `cargo xtask api-change`

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail, ensure};
use clap::Args;

use crate::python::{Python, PythonOption};
use crate::{files, process, project, wheel};

const PAGE: &str = "docs/inside/changing-the-api.md";

/// Where the copy is built.
const BUILT: &str = "api-change/target";

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

/// What stands in the spec behind its constants, its functions, its slots and its shapes.
const AFTER_CONSTANTS: &str = "\n# Handles\n";
const AFTER_FUNCTIONS: &str = "# How an extension is called\n";
const AFTER_SLOTS: &str = "\n# Shapes: where in an object";
const AFTER_SHAPES: &str = "\n# Enums that the ABI fixes";

/// What the function in Rust needs.
const IMPORTS: &str = "\
use hpy_abi::{HPy, HPyContext};
use pyo3_ffi::{Py_INCREF, PyDict_GetItemWithError, PyErr_Occurred};

use crate::handles::{h2py, py2h};

";

/// How the section of other names for types begins.
const TYPES: &str = "[types]\n";

/// Follow docs/inside/changing-the-api.md: add to a copy of the spec what it adds, compile it, and run it in every mode
#[derive(Args)]
pub struct ApiChange {
    #[command(flatten)]
    python: PythonOption,

    /// Rather add it under other names to a copy of the whole checkout, and run every test there: takes ten minutes
    #[arg(long)]
    whole: bool,
}

impl ApiChange {
    /// Follows the page.
    pub fn run(&self) -> Result<()> {
        let python = self.python.find()?;
        if self.whole {
            test_changed_copy(&python)
        } else {
            follow_page(&python)
        }
    }
}

/// The examples of the page.
struct Page {
    constant: String,
    functions: String,
    types: String,
    signature: String,
    slots: String,
    shapes: String,
    by_hand: String,
    in_rust: String,
    in_c: String,
    extension: String,
    use_of_it: String,
}

/// Follows the page.
pub fn follow_page(python: &Python) -> Result<()> {
    process::announce(format!("following {PAGE}"));
    let page = Page::read()?;
    let checkout = project::target("api-change/checkout");
    let sources = wheel::sources(python)?;
    for name in COPIED {
        files::mirror(&sources.join(name), &checkout.join(name))?;
    }

    let mut next = spec()?.members().len();
    let changed = page.add(&files::read(&project::root().join("api.toml"))?, &mut next)?;
    files::write(&checkout.join("api.toml"), &changed)?;
    process::quiet(
        project::codegen()
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

    let by_hand = format!("{}\n", numbered(&page.by_hand, &mut next));
    let undone = changed_spec(&changed, [(AFTER_FUNCTIONS, &by_hand)])?;
    files::write(&checkout.join("api.toml"), undone)?;
    refuses_what_is_missing(&checkout, python)?;

    page.write_by_hand(&checkout)?;
    let package = build(&checkout, python).context("with what is written by hand")?;
    compile(python, &package, "cpython", &page.extension)?;
    Ok(())
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
            shapes: next("toml")?,
            extension: next("c")?,
            use_of_it: next("python")?,
            by_hand: next("toml")?,
            in_rust: next("rust")?,
            in_c: next("c")?,
        })
    }

    /// What this release adds to the spec, under names and numbers that the page does not use.
    fn renamed(self, release: &str) -> Page {
        let rename = |text: String| {
            let names = [("Demo", "Made"), ("demo", "made"), ("DEMO", "MADE")];
            let numbers = [
                ("140", "141"),
                ("1081", "1082"),
                ("value = 1008", "value = 2008"),
                ("value = 1009", "value = 2009"),
                ("getattr", "setattr"),
            ];
            let pairs = names.into_iter().chain(numbers);
            let text = pairs.fold(text, |text, (from, to)| text.replace(from, to));
            text.lines().map(|line| added_by(release, line)).collect()
        };
        Page {
            constant: rename(self.constant),
            functions: rename(self.functions),
            types: rename(self.types),
            signature: rename(self.signature),
            slots: rename(self.slots),
            shapes: rename(self.shapes),
            ..self
        }
    }

    /// The spec with what the page adds.
    fn add(&self, spec: &str, next: &mut usize) -> Result<String> {
        let constant = numbered(&self.constant, next);
        let functions = numbered(&self.functions, next);
        // A spec that has such a section already gets more lines of it.
        let (types, enums) = self
            .types
            .split_once("\n\n")
            .context("the page has one type")?;
        let (spec, types) = match types.strip_prefix(TYPES) {
            Some(lines) if spec.contains(&format!("\n{TYPES}")) => {
                let more = format!("\n{TYPES}{lines}\n");
                (spec.replacen(&format!("\n{TYPES}"), &more, 1), "")
            }
            _ => (spec.to_owned(), types),
        };
        let signature = &self.signature;
        let stanzas = format!("{functions}\n{types}\n\n{enums}\n{signature}\n");
        changed_spec(
            &spec,
            [
                (AFTER_CONSTANTS, &constant),
                (AFTER_FUNCTIONS, &stanzas),
                (AFTER_SLOTS, &self.slots),
                (AFTER_SHAPES, &self.shapes),
            ],
        )
    }

    /// Writes into the checkout what the page writes by hand.
    fn write_by_hand(&self, checkout: &Path) -> Result<()> {
        let directory = checkout.join("runtime/universal/src/by_hand");
        files::write(
            &directory.join("demo.rs"),
            format!("{IMPORTS}{}", self.in_rust),
        )?;
        let module = files::read(&directory.join("mod.rs"))?;
        let module = format!("{module}\nmod demo;\npub(crate) use demo::*;\n");
        files::write(&directory.join("mod.rs"), module)?;
        let functions = checkout.join("python/hpy/devel/include/hpy/cpython/functions.h");
        let end = "_HPy_END_DECLS\n";
        let header = files::read(&functions)?.replace(end, &format!("{}{end}", self.in_c));
        files::write(&functions, header)
    }
}

/// Runs every test on a copy of the checkout whose spec has more of everything: none of them is about this spec.
fn test_changed_copy(python: &Python) -> Result<()> {
    let spec = spec()?;
    let checkout = project::target("api-change/whole");
    for path in files::list(project::root())? {
        let name = path.file_name().expect("a listed path has a name");
        if name != "target" && name != ".git" {
            files::mirror(&path, &checkout.join(name))?;
        }
    }
    let reference = project::target("reference");
    if reference.is_dir() {
        files::mirror(&reference, &checkout.join("target/reference"))?;
    }
    let release = spec.abi.later.last().context("[api.later] is empty")?;
    let page = Page::read()?.renamed(&release.version);
    let changed = page.add(
        &files::read(&checkout.join("api.toml"))?,
        &mut spec.members().len(),
    )?;
    files::write(&checkout.join("api.toml"), changed)?;
    for arguments in [
        &["xtask", "generate"][..],
        &["xtask", "test", "--python", &python.tag()],
    ] {
        let mut command = Command::new("cargo");
        process::run(command.args(arguments).current_dir(&checkout))?;
    }
    Ok(())
}

/// A line of the page that says since when there is what it declares.
fn added_by(release: &str, line: &str) -> String {
    let since = format!("since = \"{release}\"");
    let key = line.split(['=', ' ']).next().unwrap_or_default();
    match line.split_once('=') {
        Some(_) if ["index", "value"].contains(&key) => format!("{line}\n{since}\n"),
        Some((_, table)) if table.starts_with(" { ") && !key.contains('.') && key != "returns" => {
            format!("{}, {since} }}\n", line.trim_end_matches(" }"))
        }
        Some((name, value)) if value.trim().parse::<i64>().is_ok() => {
            format!("{name}= {{ value = {}, {since} }}\n", value.trim())
        }
        _ => format!("{line}\n"),
    }
}

/// The spec of the checkout.
fn spec() -> Result<hpy_codegen::model::Spec> {
    hpy_codegen::load(project::root()).map_err(|error| anyhow!("{error}"))
}

/// These stanzas with the next indices, in order.
fn numbered(stanzas: &str, next: &mut usize) -> String {
    let mut number = |line: &str| {
        let (before, after) = line.split_once("index")?;
        let (space, after) = after.split_once('=')?;
        let rest = after
            .trim_start()
            .trim_start_matches(|c: char| c.is_ascii_digit());
        (before.is_empty() || before.ends_with("{ ")).then(|| {
            *next += 1;
            format!("{before}index{space}= {}{rest}", *next - 1)
        })
    };
    stanzas
        .lines()
        .map(|line| number(line).unwrap_or_else(|| line.to_owned()) + "\n")
        .collect()
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

/// Cargo in the copy. It takes the crates of both checkouts for the same, and would take what it built of one for up to date
/// in the other: each has a target directory of its own.
fn cargo(directory: &Path) -> Command {
    let mut command = Command::new("cargo");
    command
        .env("CARGO_TARGET_DIR", project::target(BUILT))
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
    files::mirror(&checkout.join("python"), &package)?;
    let hook = "_hpy_import.py";
    files::mirror(
        &checkout.join("python/startup/platlib").join(hook),
        &package.join(hook),
    )?;
    let module = std::fs::read(project::target(BUILT).join("debug/libuniversal.so"))?;
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
assert hpy.trace.get_call_counts()['ctx_DemoSet_Add'] == 3";
    process::quiet(&mut interpreter("trace", counting)?).context("calls are counted")?;

    for (call, title) in [
        ("add_to_itself([])", "error[wrong-type]: HPyDemoSet_Add"),
        ("give_away(1)", "error[close-argument]: HPyDemo_SetItem"),
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
        "HPyDemo_GetDefault",
        "runtime/universal/src/by_hand",
        "ctx_Demo_GetDefault",
        "write `HPyAPI_FUNC HPy HPyDemo_GetDefault(",
        "in line ",
    ] {
        if built.status.success() || !report.contains(part) {
            bail!("the build should fail and name {part}:\n{report}");
        }
    }
    Ok(())
}
