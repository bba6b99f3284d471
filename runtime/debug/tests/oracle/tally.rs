//! How often each check was reported, and each function called rightly and wrongly.

use std::collections::BTreeMap;
use std::fmt;

use crate::spec::API;

/// Checks that no operation is meant to be reported by, and why.
const EXCUSED: [(&str, &str); 5] = [
    (
        "buffer-write",
        "a fault ends the process: `memory` asks whether the access faults",
    ),
    ("buffer-overrun", "the same"),
    ("buffer-use-after-close", "the same"),
    ("fault", "the same; garbage is not passed for pointers"),
    (
        "no-interpreter",
        "no callback can be told without the interpreter; tests/ has threads",
    ),
];

/// What was done and said.
#[derive(Default)]
pub struct Tally {
    pub operations: usize,
    checks: BTreeMap<&'static str, usize>,
    /// Calls by name: right ones, wrong ones.
    calls: BTreeMap<&'static str, [usize; 2]>,
}

impl Tally {
    /// A check was reported.
    pub fn reported(&mut self, check: &'static str) {
        *self.checks.entry(check).or_default() += 1;
    }

    /// A function was called, or a signature returned from.
    pub fn called(&mut self, name: &'static str, is_right: bool) {
        self.calls.entry(name).or_default()[usize::from(!is_right)] += 1;
    }

    /// All reports.
    pub fn reports(&self) -> usize {
        self.checks.values().sum()
    }

    pub fn add(&mut self, other: Tally) {
        self.operations += other.operations;
        for (check, count) in other.checks {
            *self.checks.entry(check).or_default() += count;
        }
        for (name, [right, wrong]) in other.calls {
            let calls = self.calls.entry(name).or_default();
            *calls = [calls[0] + right, calls[1] + wrong];
        }
    }

    /// What no operation has led to, though some should have.
    pub fn gaps(&self) -> Vec<String> {
        let is_excused = |id: &str| EXCUSED.iter().any(|(excused, _)| *excused == id);
        let checks = API.spec.checks.iter().map(|check| check.id.as_str());
        let unheard = checks.filter(|id| !self.checks.contains_key(id) && !is_excused(id));
        let functions = API.functions.iter().map(|function| function.name.as_str());
        let called = functions.chain(API.signatures.iter().map(|(name, ..)| *name));
        let unheard = unheard.map(|id| format!("nothing was reported by {id}"));
        unheard
            .chain(called.flat_map(|name| self.gaps_of(name)))
            .collect()
    }

    fn gaps_of(&self, name: &str) -> impl Iterator<Item = String> {
        let calls = self.calls.get(name).copied().unwrap_or_default();
        let how = ["rightly", "wrongly"].into_iter().zip(calls);
        let missing = how.filter(|(_, count)| *count == 0);
        missing
            .map(|(how, _)| format!("{name} was never called {how}"))
            .collect::<Vec<_>>()
            .into_iter()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:40} {:>9} {:>9}",
            "function or signature", "right", "wrong"
        )?;
        for (name, [right, wrong]) in &self.calls {
            writeln!(f, "{name:40} {right:9} {wrong:9}")?;
        }
        writeln!(f, "{:40} {:>9}", "check", "reports")?;
        for (check, count) in &self.checks {
            writeln!(f, "{check:40} {count:9}")?;
        }
        write!(
            f,
            "{} operations, {} reports",
            self.operations,
            self.reports()
        )
    }
}
