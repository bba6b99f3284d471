// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::*;
use hpy_abi::*;

/// What an extension's function has returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Returned {
    /// Nothing that tells of an exception.
    Nothing,
    /// A number.
    Number(i64),
    /// An object, or NULL.
    Object(*mut cpy_PyObject),
}

/// What an extension's function of this signature has returned to the trampoline with these arguments.
pub(crate) unsafe fn returned(
    signature: HPyFunc_Signature,
    args: *mut c_void,
) -> Returned {
    #[allow(dead_code, reason = "only the last field is read")]
    #[allow(clippy::match_single_binding, reason = "there may be no signature")]
    match signature {
        HPyFunc_VARARGS => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                args: *mut c_void,
                nargs: usize,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_KEYWORDS => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                args: *mut c_void,
                nargs: usize,
                kwnames: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_NOARGS => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_O => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                arg: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_GETBUFFERPROC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                view: *mut c_void,
                flags: c_int,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_INQUIRY => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_NEWFUNC => {
            #[repr(C)]
            struct Args {
                r#type: *mut c_void,
                args: *mut c_void,
                kw: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        _ => Returned::Nothing,
    }
}

/// Whether the function in a slot gets a context.
pub(crate) fn has_context(slot: HPySlot_Slot) -> bool {
    let without: &[HPySlot_Slot] = &[];
    !without.contains(&slot)
}
