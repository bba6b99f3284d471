//! The table of `plan::checks` says of each function of the runtime what its source says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hpy_codegen::plan::checks;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// What a function calls another for, though it never reports it: a NULL goes no further there.
const NEVER: [(&str, &str); 1] = [("nullable", "null-argument")];

/// What is reported later, by the fault handler or when the call of the extension is over.
const LATER: [&str; 2] = ["buffer", "store"];

#[test]
fn calls_report_what_the_table_says() {
    compare("calls/call.rs", Some("calls/suspect.rs"), checks::CALL);
}

#[test]
fn frames_report_what_the_table_says() {
    compare("calls/frame.rs", None, checks::FRAME);
}

/// Compares the table with the functions of `file`, which call those of `within`.
fn compare(file: &str, within: Option<&str>, table: &[(&str, &'static [&'static str])]) {
    let mut methods = methods(file);
    for (name, _) in table {
        assert!(methods.contains_key(*name), "{file} has no function {name}");
    }
    let listable: Vec<String> = (methods.iter())
        .filter(|(name, method)| method.is_public && !LATER.contains(&name.as_str()))
        .map(|(name, _)| name.clone())
        .collect();
    methods.extend(within.map(self::methods).unwrap_or_default());
    for name in &listable {
        let mut found = BTreeSet::new();
        collect(name, &methods, &mut BTreeSet::new(), &mut found);
        found.retain(|id| !NEVER.contains(&(name.as_str(), id.as_str())));
        let listed: BTreeSet<String> = checks::of(table, name)
            .iter()
            .map(|id| (*id).to_owned())
            .collect();
        assert!(
            found == listed,
            "{file}: {name} reports {found:?}, listed are {listed:?}"
        );
    }
}

struct Method {
    is_public: bool,
    /// Checks that it names.
    checks: BTreeSet<String>,
    /// Functions of `self` that it calls.
    calls: BTreeSet<String>,
}

/// The methods of a file of the runtime.
fn methods(file: &str) -> BTreeMap<String, Method> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../runtime/debug/src")
        .join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let mut methods = BTreeMap::new();
    for item in syn::parse_file(&text).unwrap().items {
        let syn::Item::Impl(implementation) = item else {
            continue;
        };
        for item in implementation.items {
            let syn::ImplItem::Fn(function) = item else {
                continue;
            };
            let mut method = Method {
                is_public: !matches!(function.vis, syn::Visibility::Inherited),
                checks: BTreeSet::new(),
                calls: BTreeSet::new(),
            };
            read(function.block.to_token_stream(), &mut method);
            methods.insert(function.sig.ident.to_string(), method);
        }
    }
    methods
}

fn read(tokens: TokenStream, method: &mut Method) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let word = |at: usize| match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => ident.to_string(),
        _ => String::new(),
    };
    for (at, token) in tokens.iter().enumerate() {
        match (token, word(at).as_str()) {
            (TokenTree::Group(group), _) => read(group.stream(), method),
            // checks::NAME
            (_, "checks") => {
                let id = word(at + 3).to_lowercase().replace('_', "-");
                method.checks.insert(id);
            }
            // self.name or call.name
            (_, "self" | "call") => {
                method.calls.insert(word(at + 2));
            }
            _ => {}
        }
    }
}

fn collect(
    name: &str,
    methods: &BTreeMap<String, Method>,
    seen: &mut BTreeSet<String>,
    found: &mut BTreeSet<String>,
) {
    let Some(method) = methods.get(name).filter(|_| seen.insert(name.to_owned())) else {
        return;
    };
    found.extend(method.checks.iter().cloned());
    for called in &method.calls {
        collect(called, methods, seen, found);
    }
}
