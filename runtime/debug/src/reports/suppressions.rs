//! Suppressions: known findings that are not reported, as `leak:GLOB` and `CHECK:GLOB`.

use std::ffi::OsStr;

use crate::reports::catalogue::checks;
use crate::reports::line::Line;

/// The prefix of rules for leaks; other rules begin with the id of a check.
pub(crate) const LEAK: &str = "leak";

/// A rule, and how often it matched.
#[derive(Clone, Debug)]
struct Rule {
    text: String,
    /// The check's id.
    check: &'static str,
    glob: String,
    used: usize,
}

impl Rule {
    /// Parses `CHECK:GLOB`. The error says what is wrong.
    fn parse(text: &str) -> Result<Self, String> {
        let Some((check, glob)) = text
            .split_once(':')
            .map(|(check, glob)| (check.trim(), glob.trim()))
            .filter(|(_, glob)| !glob.is_empty())
        else {
            return Err(format!(
                "'{text}' is no suppression; expected leak:GLOB or CHECK:GLOB"
            ));
        };
        let mut known = checks::ALL.iter().map(|check| check.id).chain([LEAK]);
        let Some(check) = known.find(|id| *id == check) else {
            return Err(format!("unknown check '{check}' in suppression '{text}'"));
        };
        Ok(Self {
            text: text.to_owned(),
            check,
            glob: glob.to_owned(),
            used: 0,
        })
    }
}

/// All rules.
#[derive(Default)]
pub(crate) struct Suppressions {
    of_file: Vec<Rule>,
    of_caller: Vec<Rule>,
}

impl Suppressions {
    /// Reads a file with one rule per line; `#` begins a comment. Replaces the rules of the last file.
    pub(crate) fn read(&mut self, path: &OsStr) -> Result<(), String> {
        if path.is_empty() {
            self.of_file.clear();
            return Ok(());
        }
        let shown = path.to_string_lossy();
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("cannot read {shown}: {error}"))?;
        let lines = text.lines().map(str::trim).enumerate();
        let rules = lines
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .map(|(at, line)| {
                Rule::parse(line).map_err(|error| format!("{shown}:{}: {error}", at + 1))
            });
        self.of_file = rules.collect::<Result<_, _>>()?;
        Ok(())
    }

    /// Replaces the rules that come from no file.
    pub(crate) fn set(&mut self, rules: &[String]) -> Result<(), String> {
        self.of_caller = rules
            .iter()
            .map(|text| Rule::parse(text.trim()))
            .collect::<Result<_, _>>()?;
        Ok(())
    }

    /// Whether there is a rule for this check.
    pub(crate) fn is_about(&self, check: &str) -> bool {
        self.rules().any(|rule| rule.check == check)
    }

    /// Whether a rule for this check matches one of these names. Counts `count` uses.
    pub(crate) fn matches(&mut self, check: &str, names: &[&str], count: usize) -> bool {
        let mut rules = self.of_file.iter_mut().chain(&mut self.of_caller);
        let found = rules
            .find(|rule| rule.check == check && names.iter().any(|name| matches(&rule.glob, name)));
        if let Some(rule) = found {
            rule.used += count;
            return true;
        }
        false
    }

    /// Whether a rule matches a leak with these properties. Counts `count` uses.
    pub(crate) fn is_leak_known(
        &mut self,
        opener: Option<&str>,
        module: Option<&str>,
        stack: Option<&[Line]>,
        count: usize,
    ) -> bool {
        if !self.is_about(LEAK) {
            return false;
        }
        let stack = stack.into_iter().flat_map(functions);
        let names: Vec<_> = opener.into_iter().chain(module).chain(stack).collect();
        self.matches(LEAK, &names, count)
    }

    /// All rules, and how often each matched.
    pub(crate) fn used(&self) -> Vec<(String, usize)> {
        self.rules()
            .map(|rule| (rule.text.clone(), rule.used))
            .collect()
    }

    fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.of_file.iter().chain(&self.of_caller)
    }
}

/// The names of the functions of a stack.
pub(crate) fn functions(stack: &[Line]) -> impl Iterator<Item = &str> {
    stack.iter().filter_map(|line| line.function.as_deref())
}

/// Whether the glob matches the whole name: `*` matches any text, `?` one character.
fn matches(glob: &str, name: &str) -> bool {
    let (glob, name): (Vec<char>, Vec<char>) = (glob.chars().collect(), name.chars().collect());
    let (mut g, mut n) = (0, 0);
    // The position of the last star, and how much it matches.
    let mut star = None;
    while n < name.len() {
        match glob.get(g) {
            Some('*') => {
                star = Some((g, n));
                g += 1;
            }
            Some(c) if *c == '?' || *c == name[n] => (g, n) = (g + 1, n + 1),
            _ => match star {
                Some((at, from)) => {
                    star = Some((at, from + 1));
                    (g, n) = (at + 1, from + 1);
                }
                None => return false,
            },
        }
    }
    glob[g..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_stands_for_the_whole_name() {
        for (glob, name, expected) in [
            ("leak_impl", "leak_impl", true),
            ("leak", "leak_impl", false),
            ("leak*", "leak_impl", true),
            ("*_impl", "leak_impl", true),
            ("l*k*l", "leak_impl", true),
            ("l?ak_impl", "leak_impl", true),
            ("*", "", true),
            ("?", "", false),
        ] {
            assert_eq!(matches(glob, name), expected, "{glob} {name}");
        }
    }

    #[test]
    fn a_rule_that_is_wrong_is_named() {
        let mut rules = Suppressions::default();
        for (rule, expected) in [
            ("nonsense", "'nonsense' is no suppression"),
            ("leak:", "'leak:' is no suppression"),
            ("typo:x", "unknown check 'typo'"),
        ] {
            let error = rules.set(&[rule.to_owned()]).expect_err(rule);
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn what_is_used_is_counted() {
        let mut rules = Suppressions::default();
        let texts = ["leak:mod*", "double-close:*"].map(str::to_owned);
        rules.set(&texts).expect("both are valid");
        assert!(rules.matches(LEAK, &["other", "module"], 3));
        assert!(!rules.matches(LEAK, &["other"], 1));
        assert_eq!(
            rules.used(),
            [
                ("leak:mod*".to_owned(), 3),
                ("double-close:*".to_owned(), 0)
            ]
        );
    }
}
