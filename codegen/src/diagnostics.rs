//! Reports what is wrong with a spec as a compiler does: file, line, the text, what was expected.

use std::fmt::{self, Write};
use std::ops::Range;

/// Longer lists of valid words are not printed.
const MANY: usize = 24;

/// One problem.
#[derive(Debug)]
pub struct Problem {
    span: Range<usize>,
    message: String,
    help: Option<String>,
}

/// All problems of a file.
#[derive(Debug)]
pub struct Report {
    file: String,
    source: String,
    problems: Vec<Problem>,
}

impl Problem {
    /// A problem with the text at `span`, in bytes.
    pub fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            help: None,
        }
    }

    /// Adds advice.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Suggests the closest valid word. If none is close, lists all valid words.
    pub fn suggest<'a>(self, word: &str, valid: impl IntoIterator<Item = &'a str>) -> Self {
        let valid: Vec<&str> = valid.into_iter().collect();
        match (closest(word, valid.iter().copied()), valid.as_slice()) {
            (Some(best), _) => self.help(format!("did you mean `{best}`?")),
            (None, [only]) => self.help(format!("expected `{only}`")),
            (None, []) => self,
            (None, valid) if valid.len() > MANY => self,
            (None, valid) => self.help(format!("expected one of `{}`", valid.join("`, `"))),
        }
    }
}

impl Report {
    /// A report on the file of this name and text.
    pub fn new(file: &str, source: &str, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|problem| problem.span.start);
        // Some keys are read twice, and their problems found twice.
        problems.dedup_by(|a, b| (&a.span, &a.message) == (&b.span, &b.message));
        Self {
            file: file.to_owned(),
            source: source.to_owned(),
            problems,
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            let start = problem.span.start.min(self.source.len());
            let before = &self.source[..start];
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            let line = self.source[line_start..].lines().next().unwrap_or("");
            let number = before.matches('\n').count() + 1;
            let column = before[line_start..].chars().count();
            let width = self.source[start..problem.span.end.clamp(start, self.source.len())]
                .lines()
                .next()
                .map_or(1, |text| text.chars().count().max(1));
            let margin = " ".repeat(number.to_string().len());
            writeln!(f, "error: {}", problem.message)?;
            writeln!(f, "{margin}--> {}:{number}:{}", self.file, column + 1)?;
            if let Some(stanza) = before[..line_start]
                .lines()
                .rev()
                .find(|line| line.starts_with('[') && !line.starts_with("[["))
                .filter(|_| !line.starts_with('['))
            {
                writeln!(f, "{margin} | {stanza}")?;
            }
            writeln!(f, "{number} | {line}")?;
            writeln!(f, "{margin} | {}{}", " ".repeat(column), "^".repeat(width))?;
            if let Some(help) = &problem.help {
                writeln!(f, "{margin} = help: {help}")?;
            }
            f.write_char('\n')?;
        }
        let count = self.problems.len();
        let plural = if count == 1 { "" } else { "s" };
        write!(f, "{}: {count} error{plural}", self.file)
    }
}

impl std::error::Error for Report {}

/// The valid word that is most similar, if one is similar enough.
pub fn closest<'a>(word: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let with_distance = valid
        .into_iter()
        .map(|known| (distance(word, known), known));
    let (distance, best) = with_distance.min_by_key(|(distance, _)| *distance)?;
    (distance <= word.len().div_ceil(3)).then_some(best)
}

/// The Levenshtein distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let substitute = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = substitute.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}
