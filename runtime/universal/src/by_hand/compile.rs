//! Compiles source code. A warning may run Python code.

use std::ffi::c_char;

use hpy_abi::{
    HPy, HPy_SourceKind, HPy_SourceKind_Expr, HPy_SourceKind_File, HPy_SourceKind_Single,
    HPyContext,
};
use pyo3_ffi::{
    Py_CompileString, Py_eval_input, Py_file_input, Py_single_input, PyExc_SystemError,
};

use super::errors::raise;
use crate::handles::py2h;

pub unsafe extern "C" fn ctx_Compile_s(
    _ctx: *mut HPyContext,
    utf8_source: *const c_char,
    utf8_filename: *const c_char,
    kind: HPy_SourceKind,
) -> HPy {
    let start = match kind {
        HPy_SourceKind_Expr => Py_eval_input,
        HPy_SourceKind_File => Py_file_input,
        HPy_SourceKind_Single => Py_single_input,
        _ => {
            // SAFETY: the thread holds the GIL.
            unsafe { raise(PyExc_SystemError, c"invalid source kind") };
            return HPy::NULL;
        }
    };
    // SAFETY: both strings end with NUL.
    py2h(unsafe { Py_CompileString(utf8_source, utf8_filename, start) })
}
