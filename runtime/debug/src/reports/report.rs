//! The report of a misuse, as text and as JSON.

use std::fmt::{self, Write};
use std::hash::{DefaultHasher, Hash, Hasher};

use hpy_abi::{HPy, HPyCFunction};
use serde_json::{Value, json};

use crate::reports::line::{Line, frames_json, stack_json, stack_text};

/// A kind of misuse from the check catalogue.
#[derive(Debug)]
pub struct Check {
    /// Its stable id.
    pub id: &'static str,
    /// One line that says what is wrong.
    pub title: &'static str,
    /// What to do about it.
    pub help: &'static str,
    /// The body of a C function with `ctx`, `self` and `arg` that commits the misuse.
    pub example: &'static str,
    /// The same without the mistake.
    pub mended: &'static str,
    /// What the mistake does.
    pub why: &'static str,
    /// When the report is not justified.
    pub wrong: &'static str,
    /// What the process ends with, where hpy 0.9.0 says it.
    pub(crate) fatal: Option<&'static str>,
    /// Whether the program goes on by default.
    pub is_warning: bool,
}

/// An API function and its arguments after the context.
pub(crate) struct Function {
    pub(crate) name: &'static str,
    pub(crate) args: &'static [&'static str],
    /// The positions of arguments that may be NULL.
    pub(crate) nullable: &'static [usize],
    /// Its position among the context's members.
    pub(crate) index: u16,
    /// Whether it can report an exception.
    pub(crate) can_fail: bool,
}

/// A description of an object.
#[derive(Clone, Debug)]
pub struct Object {
    /// The name of its type.
    pub type_name: String,
    /// Its `repr`, shortened; `None` if that failed.
    pub repr: Option<String>,
}

/// Where a handle was opened or closed.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The API function that did it.
    pub function: Option<&'static str>,
    /// The extension's frames, innermost first.
    pub stack: Option<Vec<Line>>,
}

/// A frame of the Python stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PythonFrame {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The function.
    pub function: String,
}

impl fmt::Display for PythonFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            function,
        } = self;
        write!(f, "File \"{file}\", line {line}, in {function}")
    }
}

impl PythonFrame {
    /// For programs.
    pub fn to_json(&self) -> Value {
        json!({ "file": self.file, "line": self.line, "function": self.function })
    }
}

/// Memory that was misused.
#[derive(Clone, Debug)]
pub struct Buffer {
    /// Bytes before the terminator.
    pub len: usize,
    /// The byte that was accessed, from the first.
    pub offset: isize,
    /// The first bytes; `None` where they are no longer kept.
    pub contents: Option<String>,
}

impl Buffer {
    /// The number of bytes to show.
    pub(crate) const SHOWN: usize = 40;
}

/// The address of an extension's function; 0 where there is none.
pub(crate) fn address(function: HPyCFunction) -> usize {
    function.map_or(0, |function| function as *const () as usize)
}

/// The title and help of a report, for checks with several kinds of misuse.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(crate) title: &'static str,
    pub(crate) help: &'static str,
}

/// A misuse that happened.
#[derive(Clone, Debug)]
pub struct Report {
    /// The kind of misuse.
    pub check: &'static Check,
    /// Replaces the title and help of the check.
    pub(crate) words: Option<Words>,
    /// Whether the program goes on.
    pub is_warning: bool,
    /// The API function, or the signature of the extension's function.
    pub function: &'static str,
    /// The argument that is wrong.
    pub argument: Option<&'static str>,
    /// The wrong handle, builder or tracker.
    pub value: Option<HPy>,
    /// The wrong object, alive, as a handle of the context below.
    pub(crate) known: Option<HPy>,
    /// The object of `value` or `known`, if that is known to be alive.
    pub object: Option<Object>,
    /// The memory that was misused.
    pub buffer: Option<Buffer>,
    /// More details.
    pub detail: Option<String>,
    /// The pending exception, as text.
    pub exception: Option<String>,
    /// The C member that a field is, where that is known.
    pub field: Option<String>,
    /// The check that was reported before in the same call, and that this follows from.
    pub follows: Option<&'static str>,
    /// The extension that was running.
    pub module: Option<String>,
    /// The extension's function that runs, or has returned, as Python knows it.
    pub callee: Option<String>,
    /// Whether it is that function that has gone wrong, not an API function.
    pub(crate) is_callee: bool,
    /// Where the handle was opened.
    pub opened: Trace,
    /// Where the handle was closed.
    pub closed: Trace,
    /// Where the exception was set.
    pub raised: Trace,
    /// The address of the extension's function, if it has returned; otherwise 0.
    pub(crate) returned: usize,
    /// The number of the stack of the misuse; 0 for the current one.
    pub(crate) stack: u32,
    /// Whether the extension's code misused it directly rather than by an API function.
    pub(crate) is_direct: bool,
    /// Where it was misused: the extension's frames, one per line.
    pub used: Vec<Line>,
    /// The Python stack, innermost first.
    pub python: Vec<PythonFrame>,
    /// Whether creation and close stacks are available but switched off.
    pub stacks_are_off: bool,
}

impl Report {
    pub(crate) fn new(check: &'static Check, function: &'static str) -> Self {
        Self {
            check,
            words: None,
            is_warning: false,
            function,
            argument: None,
            value: None,
            known: None,
            object: None,
            buffer: None,
            detail: None,
            exception: None,
            field: None,
            follows: None,
            module: None,
            callee: None,
            is_callee: false,
            opened: Trace::default(),
            closed: Trace::default(),
            raised: Trace::default(),
            returned: 0,
            stack: 0,
            is_direct: false,
            used: Vec::new(),
            python: Vec::new(),
            stacks_are_off: false,
        }
    }

    /// A number for the kind and place of a misuse. Each warning is given once per number.
    pub(crate) fn place(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.check.id, self.function, self.argument).hash(&mut hasher);
        let python = self.python.first().map(|frame| (&frame.file, frame.line));
        (&self.used, python).hash(&mut hasher);
        hasher.finish()
    }

    /// The line that ends the process: what is wrong, and the words that tests for hpy 0.9.0 look for.
    pub(crate) fn fatal(&self) -> String {
        let line = format!("{}: {}", self.subject(), self.words().title);
        let wanted = self
            .check
            .fatal
            .map(|fatal| self.detail.as_deref().unwrap_or(fatal));
        match wanted {
            Some(wanted) => format!("{line} ({wanted})"),
            None => line,
        }
    }

    fn words(&self) -> Words {
        let Check { title, help, .. } = *self.check;
        self.words.unwrap_or(Words { title, help })
    }

    /// Who has done it: the API function, or the extension's as Python knows it.
    fn subject(&self) -> &str {
        match &self.callee {
            Some(callee) if self.is_callee => callee,
            _ => self.function,
        }
    }

    fn severity(&self) -> &'static str {
        if self.is_warning { "warning" } else { "error" }
    }

    /// What a report says that follows from the one before: a line of that one.
    pub(crate) fn to_line(&self, coloured: bool) -> String {
        format!(
            "  {}: {}: {}\n",
            self.head(coloured, "then "),
            self.subject(),
            self.words().title
        )
    }

    /// Severity and check, behind a word.
    fn head(&self, coloured: bool, word: &str) -> String {
        let head = format!("{word}{}[{}]", self.severity(), self.check.id);
        match (coloured, self.is_warning) {
            (false, _) => head,
            (true, true) => format!("\x1b[1;33m{head}\x1b[0m"),
            (true, false) => format!("\x1b[1;31m{head}\x1b[0m"),
        }
    }

    /// The report for people.
    pub fn to_text(&self, coloured: bool) -> String {
        let paint = |code: &str, text: &str| {
            if coloured {
                format!("\x1b[{code}m{text}\x1b[0m")
            } else {
                text.to_owned()
            }
        };
        let label = |text: &str| paint("36", text);
        let head = self.head(coloured, "");
        let mut text = format!(
            "HPy debug: {head}: {}: {}\n",
            self.subject(),
            self.words().title
        );
        // Writing to a string cannot fail.
        let mut line = |what: fmt::Arguments<'_>| {
            let _ = text.write_fmt(what);
            text.push('\n');
        };

        let handle = self.value.map(|value| format!("{:#x}", value._i));
        let object = self.object.as_ref().map(Object::to_text);
        let value = match (handle, object) {
            (Some(handle), Some(object)) => format!(" = {handle}, {object}"),
            (Some(handle), None) => format!(" = {handle}"),
            (None, Some(object)) => format!(" = {object}"),
            (None, None) => String::new(),
        };
        match self.argument {
            Some(argument) => line(format_args!("  {} `{argument}`{value}", label("argument"))),
            None if self.buffer.is_some() => line(format_args!("  {}{value}", label("handle"))),
            None if !value.is_empty() => line(format_args!("  {}{value}", label("result"))),
            None => {}
        }
        if let Some(buffer) = &self.buffer {
            let Buffer {
                len,
                offset,
                contents,
            } = buffer;
            let contents = contents.as_ref().map(|text| format!(", {text:?}"));
            line(format_args!(
                "  {} {len} bytes{}, accessed at byte {offset}",
                label("buffer"),
                contents.unwrap_or_default()
            ));
        }
        if let Some(detail) = &self.detail {
            line(format_args!("  {detail}"));
        }
        if let Some(module) = &self.module {
            line(format_args!("  {} {module}", label("extension")));
        }
        if let Some(callee) = self.callee.as_ref().filter(|_| !self.is_callee) {
            line(format_args!("  {} {callee}", label("function")));
        }
        if let Some(exception) = &self.exception {
            line(format_args!("  {} {exception}", label("exception")));
        }
        for (verb, trace) in [
            ("opened by", &self.opened),
            ("closed by", &self.closed),
            ("raised by", &self.raised),
        ] {
            if trace.function.is_some() || trace.stack.is_some() {
                line(format_args!(
                    "  {} {}",
                    label(verb),
                    trace.function.unwrap_or("an unknown function")
                ));
            }
            if let Some(stack) = trace.stack.as_deref().filter(|stack| !stack.is_empty()) {
                line(format_args!("{}", stack_text(stack, "    ").trim_end()));
            }
        }
        if !self.used.is_empty() {
            let used = match (self.is_direct, self.is_callee) {
                (true, _) => label("accessed by"),
                (_, false) => format!("{} {}", label("used by"), self.function),
                (_, true) => format!("{} {}", label("returned by"), self.subject()),
            };
            line(format_args!(
                "  {used}\n{}",
                stack_text(&self.used, "    ").trim_end()
            ));
        }
        if !self.python.is_empty() {
            line(format_args!("  {}", label("python")));
            for frame in &self.python {
                line(format_args!("    {frame}"));
            }
        }
        if self.used.is_empty() && self.module.is_some() && !self.is_direct {
            line(format_args!(
                "  {}: the compiler removed the frame that made this call; build the extension with -O0 to see it",
                label("note")
            ));
        }
        if self.stacks_are_off {
            line(format_args!(
                "  {}: hpy.debug.set_handle_stack_trace_limit(16), or HPY_DEBUG_OPTIONS=stacks=16, shows \
                 where handles are opened and closed",
                label("note")
            ));
        }
        line(format_args!("  {}: {}", label("help"), self.words().help));
        text
    }

    /// Sets where the handle was opened and closed. `has_stacks`: whether these stacks are captured when asked for.
    pub(crate) fn set_life(&mut self, opened: Trace, closed: Trace, has_stacks: bool) {
        self.stacks_are_off = has_stacks && opened.stack.is_none() && closed.stack.is_none();
        (self.opened, self.closed) = (opened, closed);
    }

    /// The report for programs: one object, whose schema is in docs/reference/json.md.
    pub fn to_json(&self) -> Value {
        let trace = |trace: &Trace| {
            let stack = trace.stack.as_deref();
            json!({
                "function": trace.function,
                "stack": stack.map(stack_json),
                "frames": stack.map(frames_json),
            })
        };
        json!({
            "version": 1,
            "severity": self.severity(),
            "check": self.check.id,
            "title": self.words().title,
            "function": self.function,
            "argument": self.argument,
            "handle": self.value.map(|value| format!("{:#x}", value._i)),
            "object": self.object.as_ref().map(|object| json!({ "type": object.type_name, "repr": object.repr })),
            "buffer": self.buffer.as_ref().map(|buffer| json!({
                "length": buffer.len, "offset": buffer.offset, "contents": buffer.contents,
            })),
            "detail": self.detail,
            "field": self.field,
            "follows": self.follows,
            "module": self.module,
            "callee": self.callee,
            "name": self.subject(),
            "opened": trace(&self.opened),
            "closed": trace(&self.closed),
            "exception": self.exception,
            "raised": trace(&self.raised),
            "used": stack_json(&self.used),
            "used_frames": frames_json(&self.used),
            "python": self.python.iter().map(PythonFrame::to_json).collect::<Vec<_>>(),
            "help": self.words().help,
            "pid": std::process::id(),
        })
    }
}

impl Object {
    /// For people.
    pub(crate) fn to_text(&self) -> String {
        match &self.repr {
            Some(repr) => format!("<{} {repr}>", self.type_name),
            None => format!("<{}>", self.type_name),
        }
    }
}
