//! Reads from the text of the headers what the preprocessor removes: macros, and the branch for the CPython ABI.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::preprocessor::main_directory;

/// Matches the head of an API function, and the macros that give the signature of a slot.
const FUNCTION: &str = "HPyAPI_FUNC ";
const SIGNATURE: &str = "#define _HPySlot_SIG__";

/// What the headers below a directory say.
#[derive(Default)]
pub struct Texts {
    signatures: BTreeMap<String, String>,
    calls: BTreeMap<String, String>,
}

impl Texts {
    /// Reads all headers next to the main one. There may be none.
    pub fn read(path: &Path) -> Result<Self> {
        let mut texts = Self::default();
        let path = path
            .canonicalize()
            .with_context(|| format!("cannot read {}", path.display()))?;
        if let Some(directory) = main_directory(&path) {
            texts.read_directory(directory)?;
        }
        Ok(texts)
    }

    /// The signature of a slot, without its prefix.
    pub fn signature(&self, slot: &str) -> Option<&str> {
        self.signatures.get(slot).map(String::as_str)
    }

    /// The C-API function that this function calls in the CPython ABI, if it makes just one call.
    pub fn calls(&self, function: &str) -> Option<&str> {
        self.calls.get(function).map(String::as_str)
    }

    fn read_directory(&mut self, directory: &Path) -> Result<()> {
        let listed = std::fs::read_dir(directory)
            .with_context(|| format!("cannot list {}", directory.display()))?;
        for entry in listed {
            let path = entry?.path();
            if path.is_dir() {
                self.read_directory(&path)?;
            } else if path.extension().is_some_and(|extension| extension == "h") {
                let text = std::fs::read_to_string(&path)
                    .with_context(|| format!("cannot read {}", path.display()))?;
                self.read_text(&text);
            }
        }
        Ok(())
    }

    fn read_text(&mut self, text: &str) {
        for line in text.lines() {
            let definition = line.strip_prefix(SIGNATURE);
            if let Some((slot, signature)) = definition.and_then(|found| found.split_once(' '))
                && let Some(signature) = signature.trim().strip_prefix("HPyFunc_")
            {
                self.signatures
                    .insert(slot.to_owned(), signature.to_owned());
            }
        }
        for definition in text.split(FUNCTION).skip(1) {
            let Some((head, body)) = definition.split_once('{') else {
                continue;
            };
            let body = body.split("\n}").next().unwrap_or(body);
            let name = words_before_parenthesis(head).next();
            let mut called = words_before_parenthesis(body).filter(|word| {
                let rest = word.trim_start_matches('_').strip_prefix("Py");
                rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
            });
            if let (Some(name), Some(only), None) = (name, called.next(), called.next()) {
                self.calls.insert(name.to_owned(), only.to_owned());
            }
        }
    }
}

/// The names before each `(`.
fn words_before_parenthesis(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('(').filter_map(|(at, _)| {
        let before = &text[..at];
        let start = before.rfind(|c: char| !(c.is_alphanumeric() || c == '_'));
        let word = &before[start.map_or(0, |start| start + 1)..];
        (!word.is_empty()).then_some(word)
    })
}
