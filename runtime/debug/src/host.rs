//! What the debug context needs from the interpreter beyond the function table.

use core::ffi::c_void;
use core::ops::Range;

use hpy_abi::{HPy, HPyField, HPyType_BuiltinShape};

use crate::reports::report::{PythonFrame, Report};

/// What a callback decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The settings decide.
    None,
    /// An exception is set that the misuse shall become.
    Raised,
}

/// Who looks after the fields of an object, whose C struct is at these addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldsOf {
    /// The traverse functions of its types. [`Runtime::owner_ends`](crate::Runtime::owner_ends) is told before the
    /// object ends. The number stands for these types: no others have or had it. 0 stands for none.
    Traverse(Range<usize>, u64),
    /// Nobody: no type of it has such a function. The range is empty where it has no struct.
    Nobody(Range<usize>),
    /// Code that knows more than HPy does.
    Others,
}

/// The interpreter. All functions but `code`, `has_interpreter` and `has_ended_thread` are called while its lock is held.
pub trait Host {
    /// The address of any function of the interpreter: a report's stack ends where its code begins.
    fn code(&self) -> *const c_void;

    /// Whether this thread holds the interpreter's lock. An extension that left the interpreter may go on
    /// calling it.
    fn has_interpreter(&self) -> bool;

    /// Whether the interpreter has ended this thread, which does not hold its lock: what still runs of the extension must
    /// not go on.
    fn has_ended_thread(&self) -> bool {
        false
    }

    /// Runs `f` while no exception is pending, and then makes pending what was before. What `f` leaves pending is
    /// dropped, unless it is the user's wish to interrupt the program: that is kept for later.
    fn without_error(&self, f: &mut dyn FnMut());

    /// The Python stack, innermost first, at most `limit` frames.
    fn python_stack(&self, limit: usize) -> Vec<PythonFrame>;

    /// The number of the line of Python that runs, the same for the same line; 0 is unknown. No Python code runs meanwhile.
    fn python_place(&self) -> u32 {
        0
    }

    /// The line of Python of this number.
    fn place(&self, _number: u32) -> Option<PythonFrame> {
        None
    }

    /// Tells whoever wants to know of a misuse, before anything else becomes of it. `can_raise` says whether
    /// an exception can be told to the extension.
    fn on_report(&self, report: &Report, can_raise: bool) -> Decision;

    /// Sets the exception that a misuse becomes.
    fn raise(&self, report: &Report);

    /// Tells of the exception that a misuse becomes where no running call can be told of it.
    fn raise_unraisable(&self, report: &Report);

    /// The pending exception in words, which stays pending.
    fn exception(&self) -> Option<String>;

    /// A number of the pending exception, which no other has as long as it lives; 0 where none is pending or nothing is known.
    fn exception_number(&self) -> usize {
        0
    }

    /// What a field that the object of a handle below was stored in holds.
    fn field(&self, uh: HPy) -> HPyField;

    /// Who looks after the fields of a living object.
    fn fields_of(&self, owner: HPy) -> FieldsOf;

    /// Whether the type of an object has this shape, where that is found out at once; otherwise the context below is asked.
    fn has_shape(&self, _uh: HPy, _shape: HPyType_BuiltinShape) -> bool {
        false
    }

    /// Whether an object holds a function that calls it, and that is the interpreter's own and no extension's.
    fn is_called_otherwise(&self, _uh: HPy) -> bool {
        false
    }

    /// Whether each item of a tuple is of this type, or the object is no tuple.
    fn has_items_of(&self, _uh: HPy, _type: HPy) -> bool {
        true
    }

    /// Has the traverse functions of an object visit its fields, until the visitor returns false.
    fn visit_fields(&self, owner: HPy, visitor: &mut dyn FnMut(*mut HPyField) -> bool);
}
