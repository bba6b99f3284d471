//! Which checks each function of the runtime reports. This is the only place that says so;
//! `tests/runtime.rs` compares it with the runtime's source.

use crate::ctype::CType;

/// The handle must be open. It may be of any kind.
const OPEN: &[&str] = &[
    "wild-handle",
    "use-after-close",
    "use-after-call",
    "use-in-later-call",
    "wrong-context",
];
/// The handle must be open and not NULL.
const NOT_NULL_AND_OPEN: &[&str] = &[
    "null-argument",
    "wild-handle",
    "use-after-close",
    "use-after-call",
    "use-in-later-call",
    "wrong-context",
];
/// The extension must own the handle, to close it.
const OWNED: &[&str] = &[
    "wild-handle",
    "double-close",
    "use-after-call",
    "close-argument",
    "close-constant",
];
/// The extension must own the handle, to give it away.
const GIVEN: &[&str] = &[
    "wild-handle",
    "return-closed",
    "use-after-call",
    "return-argument",
    "return-constant",
];

/// Misuse of memory that lives as long as a handle. The fault handler reports it.
const MEMORY: &[&str] = &["buffer-write", "buffer-overrun", "buffer-use-after-close"];

/// The fault handler reports this for any function.
pub const ANYWHERE: &[&str] = &["fault"];

/// The functions of `runtime/debug/src/calls/call.rs`.
pub const CALL: &[(&str, &[&str])] = &[
    (
        "enter",
        &["wrong-context", "interpreter-left", "no-interpreter"],
    ),
    ("reenter", &["wrong-context"]),
    ("thread_state", &["wild-handle"]),
    ("no_exception", &["exception-pending"]),
    ("pointer", &["null-argument"]),
    ("at_least", &["too-few"]),
    ("one_of", &["wrong-value"]),
    ("made", &["wrong-type"]),
    ("called", &["wrong-type"]),
    ("handle", NOT_NULL_AND_OPEN),
    ("nullable", OPEN),
    ("array", NOT_NULL_AND_OPEN),
    ("list", NOT_NULL_AND_OPEN),
    ("take", OWNED),
    ("expect_type", &["wrong-type"]),
    ("expect_imported", &["wrong-type"]),
    ("expect_protocol", &["wrong-type"]),
    ("expect_derived", &["wrong-type"]),
    ("expect_items", &["wrong-type"]),
    ("expect_shape", &["wrong-shape"]),
    ("resource", ENDED),
    ("spend", ENDED),
    ("close_kept", OWNED),
    ("item", &["builder-index", "builder-item-twice"]),
    ("complete", &["builder-incomplete"]),
    ("type_spec", &["type-spec"]),
    ("type_bases", &["type-spec"]),
    ("type_spec_taken", &["type-spec"]),
    ("store", &["foreign-field", "field-not-visited"]),
    ("buffer", MEMORY),
];

/// The functions of `runtime/debug/src/calls/frame.rs`.
pub const FRAME: &[(&str, &[&str])] = &[
    ("result", GIVEN),
    ("leave", &["interpreter-left"]),
    ("outcome", OUTCOME),
    ("left_exception", &["result-with-exception"]),
];

/// The result and the pending exception must agree.
const OUTCOME: &[&str] = &["result-with-exception", "error-without-exception"];

/// A builder or tracker must not have ended. Another check depends on its type, see [`of_resource`].
const ENDED: &[&str] = &["wild-handle"];

/// The checks of a function; none if the table does not list it.
pub fn of(table: &[(&str, &'static [&'static str])], function: &str) -> &'static [&'static str] {
    table
        .iter()
        .find(|(name, _)| *name == function)
        .map_or(&[], |(_, ids)| ids)
}

/// The checks of `function` for a builder or tracker of this type.
pub fn of_resource<'a>(function: &str, ctype: &'a CType) -> Vec<&'a str> {
    let checks = of(CALL, function);
    let ended = ctype.ended.as_deref().filter(|_| checks == ENDED);
    checks.iter().copied().chain(ended).collect()
}

/// All checks in these tables.
pub fn all() -> Vec<&'static str> {
    let mut ids: Vec<_> = CALL
        .iter()
        .chain(FRAME)
        .flat_map(|(_, ids)| ids.iter().copied())
        .chain(ANYWHERE.iter().copied())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
