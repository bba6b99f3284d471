//! What the failing context needs from the crates above.

use core::ffi::c_void;

use hpy_abi::cpy_PyObject;

/// The interpreter, and the context above. All functions are called while the interpreter's lock is held.
pub trait Host {
    /// The address of any function of the interpreter. The extension's frames end where its code begins.
    fn code(&self) -> *const c_void;

    /// Whether a return address is in code of HPy's headers.
    fn is_helper(&self, address: usize) -> bool;

    /// The extension's function that is about to be called; 0 if unknown.
    fn callee(&self) -> usize;

    /// Called before the first call of a plan fails.
    fn fails(&self);

    /// Describes an object by text that is the same in every run. Runs no code of an extension.
    fn describe(&self, object: *mut cpy_PyObject) -> String;
}
