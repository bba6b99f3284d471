//! What the debug context needs from the interpreter, beyond the function table.

use core::ffi::c_void;
use core::ops::Range;

use hpy_abi::{HPy, HPyField, HPyType_BuiltinShape};

use crate::reports::report::{PythonFrame, Report};

/// The decision of a callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Leave it to the settings.
    None,
    /// An exception is set, which the misuse becomes.
    Raised,
}

/// Who visits the fields of an object, whose C struct is at these addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldsOf {
    /// The traverse functions of its types. [`Runtime::owner_ends`](crate::Runtime::owner_ends) is called before the
    /// object ends. The number identifies these types and is never reused; 0 identifies none.
    Traverse(Range<usize>, u64),
    /// Nobody: none of its types has a traverse function. The range is empty if it has no struct.
    Nobody(Range<usize>),
    /// Code outside HPy.
    Others,
}

/// The interpreter. All functions except `code`, `has_interpreter` and `has_ended_thread` are called while its lock
/// is held.
pub trait Host {
    /// The address of any function of the interpreter. Stacks in reports end where its code begins.
    fn code(&self) -> *const c_void;

    /// Whether this thread holds the interpreter's lock. An extension that left the interpreter may wrongly go on
    /// calling it.
    fn has_interpreter(&self) -> bool;

    /// Whether the interpreter has ended this thread, which does not hold its lock. The extension's code must not go
    /// on.
    fn has_ended_thread(&self) -> bool {
        false
    }

    /// Runs `f` without a pending exception, and restores the pending one afterwards. An exception from `f` is
    /// dropped, except a request to interrupt the program, which is kept for later.
    fn without_error(&self, f: &mut dyn FnMut());

    /// The Python stack, innermost first, at most `limit` frames.
    fn python_stack(&self, limit: usize) -> Vec<PythonFrame>;

    /// A number for the running Python line, always the same for the same line; 0 for unknown. Runs no Python code.
    fn python_place(&self) -> u32 {
        0
    }

    /// The Python line with this number.
    fn place(&self, _number: u32) -> Option<PythonFrame> {
        None
    }

    /// Calls the callbacks for a misuse, before anything else happens. `can_raise`: an exception can be reported to
    /// the extension.
    fn on_report(&self, report: &Report, can_raise: bool) -> Decision;

    /// Sets the exception for a misuse.
    fn raise(&self, report: &Report);

    /// Reports the exception for a misuse as unraisable, because no running call can raise it.
    fn raise_unraisable(&self, report: &Report);

    /// The pending exception as text; it stays pending.
    fn exception(&self) -> Option<String>;

    /// A number of the pending exception, which no other has as long as it lives; 0 where none is pending or nothing is known.
    fn exception_number(&self) -> usize {
        0
    }

    /// The value of a field in which the object of a handle below was stored.
    fn field(&self, uh: HPy) -> HPyField;

    /// Who visits the fields of a living object.
    fn fields_of(&self, owner: HPy) -> FieldsOf;

    /// Whether the type of an object has this shape, where that is found out at once; otherwise the context below is asked.
    fn has_shape(&self, _uh: HPy, _shape: HPyType_BuiltinShape) -> bool {
        false
    }

    /// Whether an object is called by a function of the interpreter rather than of an extension.
    fn is_called_otherwise(&self, _uh: HPy) -> bool {
        false
    }

    /// Whether each item of a tuple is of this type, or the object is no tuple.
    fn has_items_of(&self, _uh: HPy, _type: HPy) -> bool {
        true
    }

    /// Calls the traverse functions of an object for its fields, until the visitor returns false.
    fn visit_fields(&self, owner: HPy, visitor: &mut dyn FnMut(*mut HPyField) -> bool);
}
