//! The CPython types that the ABI mentions by pointer. They are opaque here: only the universal
//! context on CPython looks inside.

macro_rules! opaque {
    ($($name:ident)*) => {
        $(
            /// An opaque CPython type.
            #[repr(C)]
            pub struct $name {
                _opaque: [u8; 0],
            }
        )*
    };
}

opaque! { cpy_PyObject cpy_PyMethodDef cpy_Py_buffer }

/// `cpy_visitproc` of HPy's headers: what `tp_traverse` calls for every reference.
pub type cpy_visitproc =
    Option<unsafe extern "C" fn(*mut cpy_PyObject, *mut core::ffi::c_void) -> core::ffi::c_int>;

/// C's `wchar_t`.
#[cfg(unix)]
pub type wchar_t = i32;
/// C's `wchar_t`.
#[cfg(windows)]
pub type wchar_t = u16;
