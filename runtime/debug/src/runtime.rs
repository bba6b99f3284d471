//! The state of a debug context, shared by all the copies of the context that calls are given.

use hpy_abi::{HPy, HPyContext};

use crate::buffers::Buffers;
use crate::contexts::{self, Contexts};
use crate::generated::{self, checks};
use crate::handles::{CONSTANT, Freed, Handles};
use crate::host::Host;
use crate::report::Report;
use crate::resources::Resources;
use crate::stacks::Stacks;
use crate::table::slot_of;

/// Callables of the context below that are called instead of ending the process, or NULL.
pub(crate) struct Hooks {
    pub(crate) invalid_handle: HPy,
    pub(crate) invalid_builder: HPy,
}

/// Everything that a debug context knows. Lives as long as the process, because extensions keep
/// pointing to its contexts.
pub struct Runtime {
    pub(crate) uctx: *mut HPyContext,
    pub(crate) host: Host,
    /// The context that extensions are initialised with. It is not valid for calls.
    pub(crate) base: *mut HPyContext,
    pub(crate) handles: Handles,
    pub(crate) resources: Resources,
    pub(crate) buffers: Buffers,
    pub(crate) contexts: Contexts,
    pub(crate) stacks: Stacks,
    pub(crate) hooks: Hooks,
}

impl Runtime {
    /// A debug context over `uctx`.
    ///
    /// # Safety
    /// `uctx` is a complete context that lives as long as the process, its constants filled in. The
    /// functions of `host` may be called whenever the interpreter's lock is held, and only then is
    /// anything of the result used.
    pub unsafe fn new(uctx: *mut HPyContext, host: Host) -> *mut Self {
        let mut handles = Handles::new();
        // SAFETY: by contract `uctx` is complete.
        let mut base = unsafe { generated::context(uctx, |uh| handles.open(uh, CONSTANT, 0).0) };
        let runtime = Box::leak(Box::new(Self {
            uctx,
            host,
            base: std::ptr::null_mut(),
            handles,
            resources: Resources::new(),
            buffers: Buffers::new(),
            contexts: Contexts::new(),
            stacks: Stacks::new(host.code),
            hooks: Hooks {
                invalid_handle: HPy::NULL,
                invalid_builder: HPy::NULL,
            },
        }));
        base._private = (&raw mut *runtime).cast();
        runtime.base = Box::leak(Box::new(base));
        // SAFETY: a context of ours, made above.
        unsafe { contexts::invalidate(runtime.base, runtime) };
        runtime
    }

    /// The context to initialise extensions with.
    pub fn context(&self) -> *mut HPyContext {
        self.base
    }

    /// Wraps a handle of the context below.
    #[inline(always)]
    pub(crate) fn open(&mut self, uh: HPy, kind: u8) -> HPy {
        if uh.is_null() {
            return HPy::NULL;
        }
        let stack = if self.stacks.limit == 0 {
            0
        } else {
            self.stacks.capture()
        };
        let (h, discard) = self.handles.open(uh, kind, stack);
        if let Some(slot) = discard {
            self.buffers.discard(slot);
        }
        h
    }

    /// Forgets an open handle and returns the one below, which stays open.
    #[inline(always)]
    pub(crate) fn close(&mut self, h: HPy) -> Option<HPy> {
        let (uh, freed) = self.handles.close(h)?;
        if let Freed {
            discard: None,
            has_buffers: false,
        } = freed
        {
            return Some(uh);
        }
        self.close_buffers(h, freed);
        Some(uh)
    }

    #[cold]
    fn close_buffers(&mut self, h: HPy, freed: Freed) {
        if let Some(slot) = freed.discard {
            self.buffers.discard(slot);
            self.handles.unmark_buffers(slot);
        }
        let slot = slot_of(h._i);
        if freed.has_buffers && !self.buffers.close(slot) {
            self.handles.unmark_buffers(slot);
        }
    }

    /// Reports a misuse: to the hook that is set for it, or by ending the process.
    ///
    /// # Safety
    /// `this` is a runtime, and the interpreter's lock is held.
    #[cold]
    pub(crate) unsafe fn misuse(this: *mut Self, mut report: Report) {
        // SAFETY: by contract; the hook may re-enter the runtime, so no reference to it is held.
        let (uctx, host, hook) = unsafe {
            let hooks = &(*this).hooks;
            let hook = if std::ptr::eq(report.check, &checks::BUILDER_USE_AFTER_CLOSE) {
                hooks.invalid_builder
            } else if report.value.is_some() {
                hooks.invalid_handle
            } else {
                HPy::NULL
            };
            ((*this).uctx, (*this).host, hook)
        };
        if hook.is_null() {
            // SAFETY: as above.
            report.used = unsafe { (*this).stacks.describe_current() };
            eprint!("{report}");
            let message = std::ffi::CString::new(report.fatal()).unwrap_or_default();
            // SAFETY: the context below lives as long as the process.
            unsafe { ((*uctx).ctx_FatalError)(uctx, message.as_ptr()) };
            std::process::abort();
        }
        // SAFETY: the hook is a callable's handle of the context below; the pending exception is out of
        // the way while it runs.
        unsafe {
            let error = (host.save_error)();
            let result = ((*uctx).ctx_CallTupleDict)(uctx, hook, HPy::NULL, HPy::NULL);
            if result.is_null() {
                eprintln!("Error when executing the on_invalid_(builder_)handle callback");
            } else {
                ((*uctx).ctx_Close)(uctx, result);
            }
            (host.restore_error)(error);
        }
    }
}
