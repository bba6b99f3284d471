//! The generated debug context does exactly what the plans say, and so what the audit lists.

use std::collections::BTreeSet;
use std::path::Path;

use hpy_codegen::audit::Audit;
use hpy_codegen::model::Spec;
use hpy_codegen::plan::{Shim, Wrapper};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// A call of a function of the runtime, and the position of the argument that it is made for.
type Call = (String, Option<usize>);

/// Functions of the runtime that check nothing.
const HELPERS: [&str; 3] = ["ask", "context", "length"];

#[test]
fn every_wrapper_contains_the_calls_of_its_plan_and_no_others() {
    let (spec, file) = generated();
    for function in &spec.functions {
        let plan = Wrapper::new(function, &spec);
        let planned = plan.steps.iter().filter_map(|step| {
            let position = step.argument.map(|(position, _)| position);
            Some((step.action.runtime()?.to_owned(), position))
        });
        let planned: Vec<Call> = planned.map(without_position_where_none_is_passed).collect();
        let written = |name: &str| calls(&body(&file, name), &["call", "Call", "frame"]);
        let fast = function.member();
        let slow = format!("slow_{fast}");
        if !has(&file, &slow) {
            assert_eq!(written(&fast), planned, "{fast}");
            continue;
        }
        assert_eq!(written(&slow), planned, "{slow}");
        let written = written(&fast);
        let checked = written.iter().map(|(name, _)| checked_by(name));
        let planned = planned.iter().map(|(name, _)| name.as_str());
        let planned = planned.filter(|name| !IN_PLACE.contains(name));
        let checked = checked.filter(|name| !IN_PLACE.contains(name));
        assert!(checked.eq(planned), "{fast}: {written:?}");
    }
}

/// Checks that a fast path makes without a function of the runtime, and what only matters after a report.
const IN_PLACE: [&str; 4] = ["at_least", "one_of", "pointer", "refused"];

/// The step of the plan that a function of a fast path stands for.
fn checked_by(name: &str) -> &str {
    match name {
        "enter_fast" => "enter",
        "fresh" => "handle",
        "fresh_or_null" => "nullable",
        "is_in_trouble" => "no_exception",
        "keep_fast" => "keep",
        "open_resource" => "resource",
        "set_next_item" => "item",
        other => other,
    }
}

fn has(file: &syn::File, name: &str) -> bool {
    let is_it = |item: &syn::Item| matches!(item, syn::Item::Fn(f) if f.sig.ident == name);
    file.items.iter().any(is_it)
}

#[test]
fn every_shim_contains_the_calls_of_its_plan_and_no_others() {
    let (spec, file) = generated();
    for shim in spec.signatures.iter().filter_map(Shim::new) {
        let planned = shim.steps.iter().filter_map(|step| step.action.runtime());
        let planned: Vec<Call> = planned.map(|name| (name.to_owned(), None)).collect();
        let name = format!("call_{}", shim.signature.name);
        let written = calls(&body(&file, &name), &["frame", "Frame"]);
        assert_eq!(written, planned, "{name}");
    }
}

#[test]
fn the_audit_lists_the_checks_of_the_plan_and_no_others() {
    let (spec, _) = generated();
    for audit in Audit::new(&spec).functions {
        let plan = Wrapper::new(audit.function, &spec);
        let planned: BTreeSet<_> = plan.steps.iter().flat_map(|step| step.checks()).collect();
        let listed: BTreeSet<_> = audit.checks().into_iter().collect();
        assert_eq!(listed, planned, "{}", audit.function.name);
        assert!(
            !listed.is_empty() || audit.function.trampoline,
            "{}",
            audit.function.name
        );
    }
}

#[test]
fn every_context_member_has_a_wrapper() {
    let (spec, file) = generated();
    let is_wrapper = |item: &&syn::Item| matches!(item, syn::Item::Fn(f) if f.sig.ident.to_string().starts_with("ctx_"));
    assert_eq!(
        file.items.iter().filter(is_wrapper).count(),
        spec.functions.len()
    );
}

/// The spec of the repository and the committed code that is generated from it.
fn generated() -> (Spec, syn::File) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let spec = hpy_codegen::load(root).unwrap_or_else(|error| panic!("{error}"));
    let text = std::fs::read_to_string(root.join("generated/debug.rs")).unwrap();
    (spec, syn::parse_file(&text).unwrap())
}

fn body(file: &syn::File, name: &str) -> TokenStream {
    let function = file.items.iter().find_map(|item| match item {
        syn::Item::Fn(function) if function.sig.ident == name => Some(function),
        _ => None,
    });
    let function = function.unwrap_or_else(|| panic!("there is no {name}"));
    function.block.to_token_stream()
}

/// `receiver.name(position, …)`, `receiver::name(…)` and `receiver::name!(…)`, in the order of the text.
fn calls(tokens: &TokenStream, receivers: &[&str]) -> Vec<Call> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if let TokenTree::Group(group) = &tokens[at] {
            found.extend(calls(&group.stream(), receivers));
        }
        let is_receiver =
            matches!(&tokens[at], TokenTree::Ident(ident) if receivers.iter().any(|r| ident == r));
        if !is_receiver {
            continue;
        }
        let mut rest = tokens[at + 1..]
            .iter()
            .filter(|token| !matches!(token, TokenTree::Punct(_)));
        if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(args))) =
            (rest.next(), rest.next())
            && !HELPERS.contains(&name.to_string().as_str())
        {
            found.push((name.to_string(), position(args.stream())));
        }
    }
    found
}

/// The first argument where it is a number.
fn position(args: TokenStream) -> Option<usize> {
    match args.into_iter().next() {
        Some(TokenTree::Literal(literal)) => literal.to_string().parse().ok(),
        _ => None,
    }
}

/// What is done once the call has been made reports nothing, so it is not told about whom.
fn without_position_where_none_is_passed((name, position): Call) -> Call {
    let told = !["keep", "forget_kept", "open", "open_stored"].contains(&name.as_str());
    (name, position.filter(|_| told))
}
