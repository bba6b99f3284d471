//! A spec is either wrong, and then there is a report of it, or everything can be made from it.

#![no_main]

use hpy_codegen::{diff, emit, facts, parse};
use libfuzzer_sys::fuzz_target;

/// A complete spec: hardly any input would be one by itself.
const COMPLETE: &str = include_str!("../../codegen/tests/golden/api.toml");

fuzz_target!(|text: &str| {
    if text.contains("[api]") {
        check(text);
    } else {
        check(&format!("{COMPLETE}\n{text}"));
    }
});

fn check(text: &str) {
    match parse("api.toml", text) {
        Ok(spec) => {
            for file in emit::FILES {
                file.text(&spec);
            }
            assert!(diff::diff(&facts::items(&spec), &facts::items(&spec)).is_empty());
        }
        Err(report) => assert!(report.to_string().starts_with("error: ")),
    }
}
