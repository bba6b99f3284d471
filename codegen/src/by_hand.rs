//! What `cpython = "by hand"` promises: that the universal context has the function.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use crate::diagnostics::{Problem, Report};
use crate::model::{Cpython, Function, SPEC, Spec};
use crate::spec::Error;
use crate::words;

/// Where the functions are, relative to the root of the repository.
pub const DIRECTORY: &str = "runtime/universal/src/by_hand";

/// Reads the directory at `root` and reports the functions that are missing in it.
pub fn check(spec: &Spec, source: &str, root: &Path) -> Result<(), Error> {
    let mut files = Vec::new();
    read(&root.join(DIRECTORY), &mut files)?;
    let files = files.iter().map(|(path, text)| {
        let relative = path.strip_prefix(root).unwrap_or(path);
        (relative.display().to_string(), functions(text))
    });
    let problems = missing(spec, &files.collect());
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Error::Wrong(Report::new(SPEC, source, problems)))
    }
}

/// A problem for each function that is by hand and in no file; `files` has the functions of each file.
fn missing(spec: &Spec, files: &BTreeMap<String, Vec<String>>) -> Vec<Problem> {
    let file_of = |function: &Function| {
        let member = function.member();
        files
            .iter()
            .find(|(_, names)| names.contains(&member))
            .map(|(file, _)| file)
    };
    let by_hand =
        |function: &&Function| function.cpython == Cpython::ByHand && !function.trampoline;
    let lacking = spec
        .functions
        .iter()
        .filter(by_hand)
        .filter(|f| file_of(f).is_none());
    lacking
        .map(|function| {
            let relatives = spec.functions.iter().filter(|f| f.group == function.group);
            let file = relatives.clone().find_map(file_of);
            let place = file.map_or_else(
                || {
                    format!(
                        "a new file of {DIRECTORY}, named after \"{}\"",
                        function.group
                    )
                },
                Clone::clone,
            );
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

/// The names of the functions that a file of Rust defines, itself or by a macro that is given the name.
fn functions(text: &str) -> Vec<String> {
    let Ok(file) = syn::parse_file(text) else {
        // The compiler says what is wrong with it.
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
