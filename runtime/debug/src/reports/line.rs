//! The lines of a stack, as text and as JSON.

use std::fmt::{self, Write};

use serde_json::{Value, json};

/// A function on a stack.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// Its name; none where nothing is known of the code.
    pub function: Option<String>,
    /// File and line, where there is debug information.
    pub place: Option<(String, u32)>,
    /// The path of the library.
    pub library: Option<String>,
    /// The offset in the library; without one the address.
    pub offset: usize,
    /// The text of the line, once it has been read.
    pub source: Option<String>,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { offset, .. } = self;
        match (&self.function, &self.place, &self.library) {
            (Some(function), Some((file, line)), _) => write!(f, "{function} at {file}:{line}"),
            (Some(function), None, Some(path)) => write!(f, "{function} in {path}+{offset:#x}"),
            (_, _, Some(path)) => write!(f, "{path}+{offset:#x}"),
            _ => write!(f, "{offset:#x}"),
        }
    }
}

/// A stack for people, each line behind this indentation, the text of the first that is known below it.
pub fn stack_text(stack: &[Line], indentation: &str) -> String {
    let mut text = String::new();
    let shown = stack.iter().position(|line| line.source.is_some());
    for (at, line) in stack.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{indentation}{line}");
        if let (true, Some(source), Some((_, number))) =
            (shown == Some(at), &line.source, &line.place)
        {
            let _ = writeln!(text, "{indentation}  {number} | {source}");
        }
    }
    text
}

/// A stack for programs, a line each.
pub fn stack_json(stack: &[Line]) -> Value {
    stack.iter().map(ToString::to_string).collect()
}

/// A stack for programs, an object each.
pub fn frames_json(stack: &[Line]) -> Value {
    stack.iter().map(Line::to_json).collect()
}

impl Line {
    /// The function and where it is, for programs.
    pub fn to_json(&self) -> Value {
        let (file, line) = self.place.clone().unzip();
        json!({
            "function": self.function,
            "file": file,
            "line": line,
            "library": self.library,
            "offset": self.library.as_ref().map(|_| self.offset),
            "source": self.source,
        })
    }
}
