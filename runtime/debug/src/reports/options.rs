//! Settings: `HPY_DEBUG_OPTIONS=key=value,…`. Every key can also be set from Python.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fmt;

use crate::reports::catalogue::checks;
use crate::reports::report::Check;
use crate::reports::sink;

/// What happens after a misuse was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// The process ends.
    Abort,
    /// The misuse becomes a Python exception: at once if the API function can fail, otherwise when the running call
    /// returns.
    Raise,
    /// It is printed as a warning, and the program goes on.
    Warn,
    /// Nothing is printed, callbacks run, and the program goes on.
    Continue,
}

/// In the order of their numbers.
const POLICIES: [(Policy, &str); 4] = [
    (Policy::Abort, "abort"),
    (Policy::Raise, "raise"),
    (Policy::Warn, "warn"),
    (Policy::Continue, "continue"),
];

/// All settings.
#[derive(Clone, Debug)]
pub struct Options {
    /// The targets of reports.
    pub(crate) report: OsString,
    on_error: Policy,
    on_error_of: BTreeMap<&'static str, Policy>,
    /// The number of frames in creation and close stacks.
    pub stacks: usize,
    /// Whether reports show lines of source code.
    pub(crate) source: bool,
    /// Whether open handles are reported at exit.
    pub(crate) leaks_at_exit: bool,
    exit_status: Option<u8>,
    /// The suppression file; empty for none.
    pub(crate) suppressions: OsString,
    /// The number of the call that fails, among those that can fail; 0 for none.
    pub fail: u64,
    /// The number of frames of the extension that distinguish two call sites.
    pub fail_depth: usize,
}

/// Why a setting is not accepted.
#[derive(Debug)]
pub struct OptionError(String);

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for OptionError {}

impl OptionError {
    /// Describes the error in an option's value.
    pub(crate) fn new(key: &str, problem: &str) -> Self {
        Self(format!("option '{key}': {problem}"))
    }
}

const KEYS: &str = "report=text|json|github|text:PATH|json:PATH|github:PATH|sarif:PATH or several with +, on_error=abort|raise|warn|continue, \
                    on_error.CHECK=abort|raise|warn|continue|default, stacks=FRAMES, source=on|off, leaks=off|exit, \
                    exit_status=0..255|default, suppressions=FILE, fail=CALL, fail.depth=FRAMES; write \\, for a comma in a path";

impl Default for Options {
    fn default() -> Self {
        Self {
            report: "text".into(),
            on_error: Policy::Abort,
            on_error_of: BTreeMap::new(),
            stacks: 0,
            source: true,
            leaks_at_exit: false,
            exit_status: None,
            suppressions: OsString::new(),
            fail: 0,
            fail_depth: 4,
        }
    }
}

impl Options {
    /// Parses `key=value,key=value`. `\,` is a comma within a value. Paths need not be UTF-8.
    pub fn parse(text: impl AsRef<OsStr>) -> Result<Self, OptionError> {
        let mut options = Self::default();
        for entry in split(text.as_ref().as_encoded_bytes()) {
            let entry = entry.trim_ascii();
            if entry.is_empty() {
                continue;
            }
            let Some(equals) = entry.iter().position(|byte| *byte == b'=') else {
                let entry = String::from_utf8_lossy(entry);
                return Err(OptionError(format!(
                    "'{entry}' is no key=value; valid: {KEYS}"
                )));
            };
            let (key, value) = (&entry[..equals], &entry[equals + 1..]);
            // SAFETY: a part of an OsStr between ASCII characters.
            let value = unsafe { OsStr::from_encoded_bytes_unchecked(value.trim_ascii()) };
            options.set(&String::from_utf8_lossy(key.trim_ascii()), value)?;
        }
        Ok(options)
    }

    /// Sets one key.
    pub fn set(&mut self, key: &str, value: impl AsRef<OsStr>) -> Result<(), OptionError> {
        let given = value.as_ref();
        let value = &*given.to_string_lossy();
        let invalid = |expected: &str| {
            Err(OptionError(format!(
                "invalid value '{value}' of option '{key}'; expected {expected}"
            )))
        };
        match key {
            "report" => {
                if let Err(problem) = sink::Targets::parse(given) {
                    return invalid(&problem);
                }
                given.clone_into(&mut self.report);
            }
            "on_error" => match policy(value) {
                Some(policy) => self.on_error = policy,
                None => return invalid("abort, raise, warn or continue"),
            },
            "stacks" => match value.parse() {
                Ok(frames) => self.stacks = frames,
                Err(_) => return invalid("a number of frames, 0 for none"),
            },
            "source" => match value {
                "on" => self.source = true,
                "off" => self.source = false,
                _ => return invalid("on or off"),
            },
            "leaks" => match value {
                "off" => self.leaks_at_exit = false,
                "exit" => self.leaks_at_exit = true,
                _ => return invalid("off or exit"),
            },
            "exit_status" => match value.parse() {
                Ok(status) => self.exit_status = Some(status),
                Err(_) if value == "default" => self.exit_status = None,
                Err(_) => return invalid("a number from 0 to 255, or default"),
            },
            "suppressions" => given.clone_into(&mut self.suppressions),
            "fail" => match value.parse() {
                Ok(call) => self.fail = call,
                Err(_) => return invalid("the number of a call, 0 for none"),
            },
            "fail.depth" => match value.parse() {
                Ok(frames @ 1..) => self.fail_depth = frames,
                _ => return invalid("a number of frames, at least 1"),
            },
            _ => return self.set_of_check(key, value),
        }
        Ok(())
    }

    fn set_of_check(&mut self, key: &str, value: &str) -> Result<(), OptionError> {
        let Some(id) = key.strip_prefix("on_error.") else {
            return Err(OptionError(format!(
                "unknown option '{key}'; valid: {KEYS}"
            )));
        };
        let Some(check) = checks::ALL.iter().find(|check| check.id == id) else {
            let ids: Vec<_> = checks::ALL.iter().map(|check| check.id).collect();
            let message = format!(
                "unknown check '{id}' in option '{key}'; valid: {}",
                ids.join(", ")
            );
            return Err(OptionError(message));
        };
        match policy(value) {
            Some(policy) => self.on_error_of.insert(check.id, policy),
            None if value == "default" => self.on_error_of.remove(check.id),
            None => {
                return Err(OptionError(format!(
                    "invalid value '{value}' of option '{key}'; expected abort, raise, warn, continue, or \
                     default, which is that of on_error"
                )));
            }
        };
        Ok(())
    }

    /// Every key with its value, as `set` takes them.
    pub fn entries(&self) -> Vec<(String, OsString)> {
        let entry =
            |key: &str, value: &dyn fmt::Display| (key.to_owned(), value.to_string().into());
        let mut entries = vec![
            ("report".to_owned(), self.report.clone()),
            entry("on_error", &name(self.on_error)),
            entry("stacks", &self.stacks),
            entry("source", &if self.source { "on" } else { "off" }),
            entry("leaks", &if self.leaks_at_exit { "exit" } else { "off" }),
            match &self.exit_status {
                Some(status) => entry("exit_status", status),
                None => entry("exit_status", &"default"),
            },
            ("suppressions".to_owned(), self.suppressions.clone()),
            entry("fail", &self.fail),
            entry("fail.depth", &self.fail_depth),
        ];
        for (id, policy) in &self.on_error_of {
            entries.push((format!("on_error.{id}"), name(*policy).into()));
        }
        entries
    }

    /// What happens after a misuse of this kind. `is_doubtful`: the program may be meant to go on.
    pub(crate) fn policy(&self, check: &Check, is_doubtful: bool) -> Policy {
        let general = match self.on_error {
            Policy::Abort | Policy::Raise if check.is_warning || is_doubtful => Policy::Warn,
            policy => policy,
        };
        self.on_error_of.get(check.id).copied().unwrap_or(general)
    }

    /// The exit status of a process with findings; 0 leaves it alone. It is 1 if leaks at exit or exceptions were
    /// asked for and nothing else was set.
    pub fn exit_status(&self) -> u8 {
        let asks = self.leaks_at_exit || self.on_error == Policy::Raise;
        self.exit_status.unwrap_or(u8::from(asks))
    }

    /// Opens the target that `report` names.
    pub(crate) fn open_report(&self) -> Result<(), OptionError> {
        let target = sink::Targets::parse(&self.report).and_then(|targets| targets.open());
        target.map_err(|problem| OptionError::new("report", &problem))
    }
}

/// Splits at commas, except after a backslash.
fn split(mut text: &[u8]) -> Vec<Vec<u8>> {
    let (mut parts, mut part) = (Vec::new(), Vec::new());
    loop {
        text = match text {
            [b'\\', b',', rest @ ..] => {
                part.push(b',');
                rest
            }
            [b',', rest @ ..] => {
                parts.push(std::mem::take(&mut part));
                rest
            }
            [byte, rest @ ..] => {
                part.push(*byte);
                rest
            }
            [] => break,
        };
    }
    parts.push(part);
    parts
}

fn policy(text: &str) -> Option<Policy> {
    POLICIES
        .iter()
        .find(|(_, name)| *name == text)
        .map(|(policy, _)| *policy)
}

fn name(policy: Policy) -> &'static str {
    POLICIES[policy as usize].1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_can_be_set_again() {
        let text = "on_error=warn, on_error.double-close=raise,stacks=16,leaks=exit,exit_status=3,\
                    source=off,report=json:a\\,b";
        let options = Options::parse(text).expect("all keys are valid");
        let mut again = Options::default();
        for (key, value) in options.entries() {
            again.set(&key, &value).expect("an entry is valid");
        }
        assert_eq!(options.entries(), again.entries());
        assert_eq!(again.policy(&checks::DOUBLE_CLOSE, false), Policy::Raise);
        assert_eq!(again.policy(&checks::USE_AFTER_CLOSE, false), Policy::Warn);
        assert_eq!(
            Options::default().policy(&checks::EXCEPTION_PENDING, false),
            Policy::Warn
        );
    }

    #[test]
    fn a_found_misuse_fails_those_who_ask_for_findings() {
        for (text, status) in [
            ("", 0),
            ("leaks=exit", 1),
            ("on_error=raise", 1),
            ("on_error=raise,exit_status=0", 0),
            ("on_error=warn,exit_status=3", 3),
            ("leaks=exit,exit_status=3,exit_status=default", 1),
        ] {
            let options = Options::parse(text).expect("all keys are valid");
            assert_eq!(options.exit_status(), status, "{text}");
        }
    }

    #[test]
    fn a_check_can_follow_the_others_again() {
        let text = "on_error=warn,on_error.double-close=raise,on_error.double-close=default";
        let options = Options::parse(text).expect("all keys are valid");
        assert_eq!(options.policy(&checks::DOUBLE_CLOSE, false), Policy::Warn);
        assert_eq!(options.entries().len(), Options::default().entries().len());
    }

    #[test]
    fn what_is_wrong_is_named_with_what_is_valid() {
        for (text, expected) in [
            ("nonsense", "'nonsense' is no key=value"),
            ("colour=1", "unknown option 'colour'; valid: report="),
            (
                "on_error=explode",
                "invalid value 'explode' of option 'on_error'; expected abort",
            ),
            (
                "on_error.typo=warn",
                "unknown check 'typo' in option 'on_error.typo'; valid: ",
            ),
            ("stacks=-1", "invalid value '-1' of option 'stacks'"),
            ("exit_status=256", "expected a number from 0 to 255"),
            ("fail=first", "expected the number of a call, 0 for none"),
            ("fail.depth=0", "expected a number of frames, at least 1"),
            ("report=xml", "invalid value 'xml' of option 'report'"),
        ] {
            let error = Options::parse(text).expect_err(text).to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
