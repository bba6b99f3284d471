//! Makes a failing context: the wrappers, and their state.

use hpy_abi::HPyContext;

use crate::failing::Failing;
use crate::generated;
use crate::host::Host;

impl Failing {
    /// A failing context over `uctx`, which fails nothing yet.
    ///
    /// # Safety
    /// `uctx` is a complete context that lives as long as the process, its constants filled in. The functions of `host`
    /// may be called, and anything of the result is used, only while the interpreter's lock is held.
    pub unsafe fn new(uctx: *mut HPyContext, host: Box<dyn Host>) -> *mut Self {
        // SAFETY: by contract `uctx` is complete.
        let context = unsafe { generated::context(uctx) };
        Self::with_wrappers(uctx, host, context)
    }
}
