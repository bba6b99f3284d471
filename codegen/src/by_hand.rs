//! Checks functions with `cpython = "by hand"`: the universal context and the CPython ABI's headers must define them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use crate::diagnostics::{Problem, Report};
use crate::model::{Cpython, Function, SPEC, Spec};
use crate::spec::Error;
use crate::words;

/// The handwritten functions of the universal context, relative to the root of the repository.
pub const DIRECTORY: &str = "runtime/universal/src/by_hand";

/// The handwritten functions of the CPython ABI, which has no context.
pub const HEADER: &str = "python/hpy/devel/include/hpy/cpython/functions.h";

/// Reads the files at `root` and reports missing functions.
pub fn check(spec: &Spec, source: &str, root: &Path) -> Result<(), Error> {
    let mut files = Vec::new();
    read(&root.join(DIRECTORY), &mut files)?;
    let relative = |path: &Path| {
        let relative = path.strip_prefix(root).unwrap_or(path);
        relative.display().to_string()
    };
    let texts: BTreeMap<String, String> = (files.into_iter())
        .map(|(path, text)| (relative(&path), text))
        .collect();
    let defined = (texts.iter())
        .map(|(file, text)| (file.clone(), functions(text)))
        .collect();
    let header = root.join(HEADER);
    let header = std::fs::read_to_string(&header).map_err(|e| Error::Unreadable(header, e))?;
    let mut problems = missing(spec, &defined, &texts);
    problems.extend(not_reexported(spec, &defined, &texts));
    problems.extend(missing_in_c(spec, &header));
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Error::Wrong(Report::new(SPEC, source, problems)))
    }
}

/// A problem for each handwritten function that no file defines. `files` maps each file to its functions.
fn missing(
    spec: &Spec,
    files: &BTreeMap<String, Vec<String>>,
    texts: &BTreeMap<String, String>,
) -> Vec<Problem> {
    let file_of = |function: &Function| {
        let member = function.member();
        files
            .iter()
            .find(|(_, names)| names.contains(&member))
            .map(|(file, _)| file)
    };
    by_hand(spec)
        .filter(|f| file_of(f).is_none())
        .map(|function| {
            let mut others = others_of_group(spec, function);
            let place = others.find_map(|other| {
                let file = file_of(other)?;
                let line = line_behind(texts.get(file)?, &other.member())?;
                Some(format!("{file}, line {line}"))
            });
            let place = place.unwrap_or_else(|| {
                format!(
                    "a new file of {DIRECTORY}, named after \"{}\"",
                    function.group
                )
            });
            let message = format!(
                "{} is done by hand, but no file of {DIRECTORY} has `{}`",
                function.name,
                function.member()
            );
            Problem::new(function.place.clone(), message).help(format!(
                "write `pub unsafe extern \"C\" fn {}` in {place}; its C type is `{}`",
                function.member(),
                words::signature(&function.result, &function.params)
            ))
        })
        .collect()
}

/// The other functions of the same group: first those before this one, the nearest first, then those after it.
fn others_of_group<'a>(
    spec: &'a Spec,
    function: &'a Function,
) -> impl Iterator<Item = &'a Function> {
    let (before, behind): (Vec<_>, Vec<_>) = (spec.functions.iter())
        .filter(|other| other.group == function.group && other.name != function.name)
        .partition(|other| other.place.start < function.place.start);
    before.into_iter().rev().chain(behind)
}

/// The number of the line after the function of this name, in a Rust or C file.
fn line_behind(text: &str, name: &str) -> Option<usize> {
    let is_head = |line: &str| has_word(line, name) && line.contains(&format!("{name}("));
    let head = text.lines().position(is_head)?;
    let ends = |line: &str| {
        line == "}" || line.starts_with(|c: char| !c.is_whitespace()) && line.ends_with('}')
    };
    let length = text.lines().skip(head).position(ends)?;
    Some(head + length + 2)
}

fn by_hand(spec: &Spec) -> impl Iterator<Item = &Function> {
    let functions = spec.functions.iter();
    functions.filter(|function| function.cpython == Cpython::ByHand && !function.trampoline)
}

/// A problem for each function that some `mod.rs` above its file does not re-export.
fn not_reexported(
    spec: &Spec,
    defined: &BTreeMap<String, Vec<String>>,
    texts: &BTreeMap<String, String>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for function in by_hand(spec) {
        let member = function.member();
        let Some((file, _)) = defined.iter().find(|(_, names)| names.contains(&member)) else {
            continue;
        };
        let mut path = Path::new(file);
        while path != Path::new(DIRECTORY) {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            path = path.parent().unwrap_or(Path::new(DIRECTORY));
            if stem == "mod" {
                continue;
            }
            let above = path.join("mod.rs").display().to_string();
            let text = texts.get(&above).map_or("", String::as_str);
            let passes_on = text.contains(&format!("use {stem}::*;")) || has_word(text, &member);
            if !text.contains(&format!("mod {stem};")) || !passes_on {
                let message = format!("`{member}` is in {file}, but {above} does not pass it on");
                let help = format!("add `mod {stem};` and `pub(crate) use {stem}::*;` to {above}");
                problems.push(Problem::new(function.place.clone(), message).help(help));
                break;
            }
        }
    }
    problems
}

/// A problem for each function that the header does not define.
fn missing_in_c(spec: &Spec, header: &str) -> Vec<Problem> {
    let end = header.lines().position(|line| line == "_HPy_END_DECLS");
    by_hand(spec)
        .filter(|function| !has_word(header, &function.name))
        .map(|function| {
            let params: Vec<String> = function.params.iter().map(words::declaration).collect();
            let params = ["HPyContext *ctx".to_owned()].into_iter().chain(params);
            let message = format!("{} is done by hand, but {HEADER} lacks it", function.name);
            let mut others = others_of_group(spec, function);
            let line = others.find_map(|other| line_behind(header, &other.name));
            let line = line.or(end.map(|end| end + 1)).unwrap_or(1);
            Problem::new(function.place.clone(), message).help(format!(
                "write `HPyAPI_FUNC {} {}({})` in line {line} there, for the CPython ABI",
                function.result,
                function.name,
                params.collect::<Vec<_>>().join(", ")
            ))
        })
        .collect()
}

fn has_word(text: &str, word: &str) -> bool {
    let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words.any(|found| found == word)
}

/// The functions that a Rust file defines, directly or by passing their names to a macro.
fn functions(text: &str) -> Vec<String> {
    let Ok(file) = syn::parse_file(text) else {
        // The compiler reports the syntax error.
        return Vec::new();
    };
    let named = |item: &syn::Item| match item {
        syn::Item::Fn(function) => vec![function.sig.ident.to_string()],
        syn::Item::Macro(item) => identifiers(item.mac.tokens.clone()),
        _ => Vec::new(),
    };
    file.items.iter().flat_map(named).collect()
}

fn identifiers(tokens: TokenStream) -> Vec<String> {
    let named = |token| match token {
        TokenTree::Ident(ident) => vec![ident.to_string()],
        TokenTree::Group(group) => identifiers(group.stream()),
        _ => Vec::new(),
    };
    tokens.into_iter().flat_map(named).collect()
}

fn read(directory: &Path, files: &mut Vec<(PathBuf, String)>) -> Result<(), Error> {
    let unreadable = |error| Error::Unreadable(directory.to_owned(), error);
    for entry in std::fs::read_dir(directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            read(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path);
            let text = text.map_err(|error| Error::Unreadable(path.clone(), error))?;
            files.push((path, text));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEC: &str = r#"
[api]
major = 0
minor = 0

[constants]
h_None = { index = 0, cpython = "Py_None" }

[HPy_Dir]
index   = 1
c       = "HPy (HPy obj)"
cpython = "by hand"

[HPy_Turn]
index   = 2
c       = "HPy (HPy obj)"
cpython = "by hand"
"#;

    fn spec() -> Spec {
        crate::parse("spec", SPEC).unwrap_or_else(|report| panic!("{report}"))
    }

    #[test]
    fn function_that_the_header_lacks_is_named_with_its_declaration() {
        let report = |header: &str| {
            let problems = missing_in_c(&spec(), header);
            Report::new("spec", SPEC, problems).to_string()
        };
        let declared = "HPyAPI_FUNC HPy HPy_Dir(HPyContext *ctx, HPy obj)";
        let other = "HPyAPI_FUNC HPy HPy_Turn(HPyContext *ctx, HPy obj)";
        let here = |declared: &str, line: usize| format!("write `{declared}` in line {line} there");
        assert!(report(&format!("{other} {{\n    (void)ctx;\n}}\n")).contains(&here(declared, 4)));
        assert!(report(&format!("\n{declared} {{ return obj; }}\n\n")).contains(&here(other, 3)));
        assert!(report("#include <hpy.h>\n\n_HPy_END_DECLS\n").contains(&here(other, 3)));
        assert_eq!(
            missing_in_c(&spec(), &format!("{declared} {{}}\n{other} {{}}\n")).len(),
            0
        );
    }

    #[test]
    fn function_that_is_not_passed_on_is_named_with_the_file_that_should() {
        let defined = ["ctx_Dir", "ctx_Turn"].map(str::to_owned).to_vec();
        let file = |name: &str| format!("{DIRECTORY}/{name}");
        let not_reexported = |inner: &str, outer: &str| {
            let texts = [("items/mod.rs", inner), ("mod.rs", outer)];
            let texts = texts.map(|(name, text)| (file(name), text.to_owned()));
            let defined = BTreeMap::from([(file("items/iterate.rs"), defined.clone())]);
            not_reexported(&spec(), &defined, &texts.into()).len()
        };
        let inner = "mod iterate; pub(crate) use iterate::*;";
        let outer = "mod items; pub(crate) use items::*;";
        assert_eq!(not_reexported(inner, outer), 0);
        assert_eq!(
            not_reexported("mod iterate; pub(crate) use iterate::ctx_Dir;", outer),
            1
        );
        assert_eq!(not_reexported("pub(crate) use iterate::*;", outer), 2);
        assert_eq!(not_reexported(inner, ""), 2);
    }
}
