//! What is said of a misuse.

use std::fmt;

use hpy_abi::HPy;

/// A kind of misuse, from the check catalogue.
pub(crate) struct Check {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) help: &'static str,
    pub(crate) fatal: &'static str,
}

/// A function of the API and its arguments after the context.
pub(crate) struct Function {
    pub(crate) name: &'static str,
    pub(crate) args: &'static [&'static str],
}

/// A misuse that happened.
pub(crate) struct Report {
    pub(crate) check: &'static Check,
    /// The API function, or the signature of the extension's function.
    pub(crate) function: &'static str,
    /// The argument that is wrong.
    pub(crate) argument: Option<&'static str>,
    /// The value that is wrong.
    pub(crate) value: Option<HPy>,
    /// What more there is to say, in the words that tools compare.
    pub(crate) detail: Option<String>,
    /// Where the handle was opened.
    pub(crate) opened: Option<String>,
    /// Where it was misused.
    pub(crate) used: String,
}

impl Report {
    pub(crate) fn new(check: &'static Check, function: &'static str) -> Self {
        Self {
            check,
            function,
            argument: None,
            value: None,
            detail: None,
            opened: None,
            used: String::new(),
        }
    }

    /// The line that ends the process.
    pub(crate) fn fatal(&self) -> &str {
        self.detail.as_deref().unwrap_or(self.check.fatal)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Check {
            id, title, help, ..
        } = self.check;
        writeln!(f, "HPy debug: error[{id}]: {}: {title}", self.function)?;
        match (self.argument, self.value) {
            (Some(argument), Some(value)) => {
                writeln!(f, "  argument `{argument}` = {:#x}", value._i)?;
            }
            (Some(argument), None) => writeln!(f, "  argument `{argument}`")?,
            (None, Some(value)) => writeln!(f, "  result = {:#x}", value._i)?,
            (None, None) => {}
        }
        if let Some(detail) = &self.detail {
            writeln!(f, "  {detail}")?;
        }
        if let Some(opened) = &self.opened {
            writeln!(f, "  opened by\n{opened}")?;
        }
        if !self.used.is_empty() {
            writeln!(f, "  used by\n{}", self.used)?;
        }
        writeln!(f, "  help: {help}")
    }
}
