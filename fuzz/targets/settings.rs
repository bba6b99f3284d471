//! The values of `HPY` and of `HPY_DEBUG_OPTIONS`.

#![no_main]

#[path = "../../runtime/python/src/mode.rs"]
#[allow(dead_code, reason = "a part of what the loader uses")]
mod mode;

use hpy_debug::Options;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match mode::Mode::from_variable(text, &["mytest", "package.mytest"]) {
        // What is accepted names nothing but modes.
        Ok(_) => assert!(text.split(',').all(|entry| {
            let mode = entry.rsplit(':').next().unwrap_or(entry).trim();
            mode.is_empty() || mode::Mode::from_name(mode).is_some()
        })),
        Err(error) => assert!(error.to_string().starts_with("invalid HPy mode: ")),
    }
    if let Ok(options) = Options::parse(text) {
        let text: Vec<_> = options
            .entries()
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        let again = Options::parse(&text.join(",")).expect("what is shown can be set");
        assert_eq!(again.entries(), options.entries());
    }
});
