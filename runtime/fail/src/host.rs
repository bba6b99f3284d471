//! What the failing context needs from those above it.

use core::ffi::c_void;

use hpy_abi::cpy_PyObject;

/// The interpreter, and the context above. All functions are called while the interpreter's lock is held.
pub trait Host {
    /// The address of any function of the interpreter: the extension's frames end where its code begins.
    fn code(&self) -> *const c_void;

    /// Whether a return address is in code that HPy's headers bring into the extension.
    fn is_helper(&self, address: usize) -> bool;

    /// The function of the extension that is about to be called; 0 where that is not known.
    fn callee(&self) -> usize;

    /// A call is about to fail, the first of a plan.
    fn fails(&self);

    /// What an object is, in words that are the same in every run. Runs no code of an extension.
    fn describe(&self, object: *mut cpy_PyObject) -> String;
}
