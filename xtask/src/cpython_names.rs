//! The names of CPython's C API, from the sources of its Rust bindings.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::{files, process, project};

/// Where codegen looks them up.
pub const FILE: &str = "codegen/cpython-names.txt";
const BINDINGS: &str = "pyo3-ffi";

/// The text of [`FILE`].
pub fn text() -> Result<String> {
    let (source, version) = bindings()?;
    let mut lines = BTreeSet::new();
    collect_directory(&source, &mut lines)?;
    let mut text =
        format!("# Made by `cargo xtask generate` from {BINDINGS} {version}. Do not edit.\n");
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
    Ok(text)
}

/// The directory of the sources of the bindings that the workspace uses, and their version.
fn bindings() -> Result<(PathBuf, String)> {
    let mut cargo = project::cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    let metadata: serde_json::Value = serde_json::from_str(&process::stdout(&mut cargo)?)?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let package = packages
        .into_iter()
        .find(|package| package["name"] == BINDINGS);
    let package = package.with_context(|| format!("the workspace does not use {BINDINGS}"))?;
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let manifest = PathBuf::from(text("manifest_path"));
    Ok((manifest.with_file_name("src"), text("version")))
}

fn collect_directory(directory: &Path, lines: &mut BTreeSet<String>) -> Result<()> {
    for path in files::list(directory)? {
        if path.is_dir() {
            collect_directory(&path, lines)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let tokens: TokenStream = files::read(&path)?
                .parse()
                .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
            collect(tokens, lines);
        }
    }
    Ok(())
}

/// Functions, variables, constants and structs wherever they are declared: the bindings declare them in macros.
fn collect(tokens: TokenStream, lines: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            collect(group.stream(), lines);
            continue;
        }
        let word = |offset: usize| match tokens.get(at + offset) {
            Some(TokenTree::Ident(ident)) => ident.to_string(),
            _ => String::new(),
        };
        let line = match (word(0).as_str(), word(1)) {
            ("fn", name) => parameters(&tokens[at..]).map(|kinds| {
                let result = result(&tokens[at..]);
                format!("{name} {result}{kinds}")
            }),
            ("static", keyword) if keyword == "mut" => Some(format!("{} value", word(2))),
            ("struct", name) => Some(format!("{name} struct")),
            ("static" | "const", name) => Some(format!("{name} value")),
            _ => None,
        };
        lines.extend(line.filter(|line| line.starts_with("Py") || line.starts_with("_Py")));
    }
}

/// What the types of C are, as far as they are told apart: pointers, numbers, and others.
fn kind(first: Option<&TokenTree>) -> char {
    const NUMBERS: [&str; 13] = [
        "Py_hash_t",
        "Py_ssize_t",
        "c_char",
        "c_double",
        "c_int",
        "c_long",
        "c_longlong",
        "c_uint",
        "c_ulong",
        "c_ulonglong",
        "f64",
        "size_t",
        "usize",
    ];
    match first {
        Some(TokenTree::Punct(star)) if star.as_char() == '*' => 'p',
        Some(TokenTree::Ident(name)) if NUMBERS.iter().any(|number| name == number) => 'n',
        _ => '?',
    }
}

/// What a function declaration returns; `v` is nothing.
fn result(declaration: &[TokenTree]) -> char {
    let is = |token: Option<&TokenTree>, sign: char| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
    let params = declaration
        .iter()
        .position(|token| matches!(token, TokenTree::Group(_)));
    let behind = &declaration[params.map_or(declaration.len(), |at| at + 1)..];
    match is(behind.first(), '-') && is(behind.get(1), '>') {
        true => kind(behind.get(2)),
        false => 'v',
    }
}

/// The kinds of the parameters of a function declaration.
fn parameters(declaration: &[TokenTree]) -> Option<String> {
    let parameters = declaration.iter().take(3).find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            Some(group.stream())
        }
        _ => None,
    })?;
    // Every parameter has one colon of its own; those of paths come in pairs.
    let mut kinds = String::new();
    let mut tokens = parameters.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_colon =
            |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ':');
        if is_colon(&token) {
            if tokens.peek().is_some_and(is_colon) {
                tokens.next();
            } else {
                kinds.push(kind(tokens.peek()));
            }
        }
    }
    Some(kinds)
}
