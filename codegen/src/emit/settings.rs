//! `settings.py`: Python types for the settings of debug mode, among them one setting for each check.

use std::fmt::Write;

use crate::model::Spec;

const HEAD: &str = r#""""The types of debug mode's settings, for those who check types."""

from typing import Literal, TypedDict, Union

Action = Literal["abort", "raise", "warn", "continue"]
ActionOfCheck = Literal["abort", "raise", "warn", "continue", "default"]

Settings = TypedDict(
    "Settings",
    {
        "report": str,
        "on_error": Action,
        "stacks": Union[int, str],
        "source": Literal["on", "off"],
        "leaks": Literal["off", "exit"],
        "exit_status": Union[int, str],
        "suppressions": str,
        "fail": Union[int, str],
        "fail.depth": Union[int, str],
"#;

/// The module.
pub fn emit(spec: &Spec) -> String {
    let mut text = HEAD.to_owned();
    for check in &spec.checks {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "        \"on_error.{}\": ActionOfCheck,", check.id);
    }
    text.push_str("    },\n    total=False,\n)\n");
    text
}
