# Made by `cargo xtask generate` from api.toml. Do not edit.

"""The types of debug mode's settings, for those who check types."""

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
        "on_error.use-after-close": ActionOfCheck,
        "on_error.double-close": ActionOfCheck,
        "on_error.use-after-call": ActionOfCheck,
        "on_error.close-argument": ActionOfCheck,
        "on_error.return-argument": ActionOfCheck,
        "on_error.close-constant": ActionOfCheck,
        "on_error.return-constant": ActionOfCheck,
        "on_error.return-closed": ActionOfCheck,
        "on_error.wild-handle": ActionOfCheck,
        "on_error.null-argument": ActionOfCheck,
        "on_error.too-few": ActionOfCheck,
        "on_error.wrong-value": ActionOfCheck,
        "on_error.builder-use-after-close": ActionOfCheck,
        "on_error.tracker-use-after-close": ActionOfCheck,
        "on_error.wrong-context": ActionOfCheck,
        "on_error.wrong-type": ActionOfCheck,
        "on_error.wrong-shape": ActionOfCheck,
        "on_error.type-spec": ActionOfCheck,
        "on_error.foreign-field": ActionOfCheck,
        "on_error.field-not-visited": ActionOfCheck,
        "on_error.buffer-write": ActionOfCheck,
        "on_error.buffer-overrun": ActionOfCheck,
        "on_error.buffer-use-after-close": ActionOfCheck,
        "on_error.builder-index": ActionOfCheck,
        "on_error.builder-item-twice": ActionOfCheck,
        "on_error.builder-incomplete": ActionOfCheck,
        "on_error.interpreter-left": ActionOfCheck,
        "on_error.result-with-exception": ActionOfCheck,
        "on_error.error-without-exception": ActionOfCheck,
        "on_error.exception-pending": ActionOfCheck,
        "on_error.use-in-later-call": ActionOfCheck,
        "on_error.no-interpreter": ActionOfCheck,
    },
    total=False,
)
