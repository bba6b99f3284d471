//! A call from the extension to the interpreter. The generated wrappers consist of these checks.

use core::ffi::{CStr, c_char, c_int};
use core::mem::offset_of;

use hpy_abi::{
    HPy, HPyContext, HPyField, HPyThreadState, HPyType_BuiltinShape, HPyType_Spec,
    HPyType_SpecParam,
};
use hpy_platform::compiler;
use smallvec::SmallVec;

use crate::calls::error_value::ErrorValue;
use crate::calls::fields;
use crate::calls::type_spec;
use crate::contexts::{self, Context, State};
use crate::faults;
use crate::handles::handle_table::{CONSTANT, OWNED, Origin};
use crate::handles::resources::{Item, key_kind};
use crate::handles::table::kind;
use crate::host::FieldsOf;
use crate::reports::catalogue::{ResourceKind, checks, shape_name};
use crate::reports::names;
use crate::reports::report::Function;
use crate::runtime::{Runtime, end_without_memory};
use crate::stores::Store;

/// Initial value of a place where the call stores a handle. No context has this handle.
pub(crate) const UNSTORED: HPy = HPy { _i: -1 };

/// Handles of the context below, to pass on.
pub(crate) type Array = SmallVec<[HPy; 8]>;

/// A list of structs with handles of the context below, to pass on. NULL stays NULL.
pub(crate) struct List<T>(Option<Vec<T>>);

impl<T> List<T> {
    pub(crate) fn as_mut_ptr(&mut self) -> *mut T {
        self.0
            .as_mut()
            .map_or(std::ptr::null_mut(), Vec::as_mut_ptr)
    }

    pub(crate) fn as_slice(&self) -> &[T] {
        self.0.as_deref().unwrap_or(&[])
    }
}

/// A call that is being checked.
///
/// All functions are unsafe for one reason: their arguments come from C. The caller is a generated wrapper, which
/// passes on the extension's arguments and context, and holds the interpreter's lock.
#[derive(Clone, Copy)]
pub(crate) struct Call {
    pub(crate) ctx: *mut HPyContext,
    pub(crate) function: &'static Function,
}

/// Begins the call of a wrapper with these arguments after the context: see [`Call::enter`].
macro_rules! enter {
    ($ctx:ident, $function:ident, $wrapper:ident($($arg:ident),*)) => {{
        let function = &$crate::reports::catalogue::functions::$function;
        match Call::enter($ctx, function, || move |ctx| $wrapper(ctx, $($arg),*)) {
            Ok(call) => call,
            Err(returned) => return returned,
        }
    }};
}
pub(crate) use enter;

/// Bytes before the NUL.
pub(crate) unsafe fn strlen(text: *const c_char) -> usize {
    // SAFETY: the contract of `Call`: the context below returned a NUL-terminated string.
    unsafe { CStr::from_ptr(text) }.count_bytes()
}

// SAFETY, for all blocks below: see `Call`. The runtime lives as long as the process, is only reached
// while the interpreter's lock is held, and no reference to it is kept while other code runs.
#[allow(
    clippy::undocumented_unsafe_blocks,
    reason = "one argument for all, above"
)]
impl Call {
    /// Begins a call. If `ctx` may not be used, the whole call is made again with a usable context, by what `again`
    /// returns. So the usual path keeps nothing for that case.
    #[inline(always)]
    pub(crate) unsafe fn enter<R: ErrorValue, F: FnOnce(*mut HPyContext) -> R>(
        ctx: *mut HPyContext,
        function: &'static Function,
        again: impl FnOnce() -> F,
    ) -> Result<Self, R> {
        let call = Self { ctx, function };
        // This order needs one comparison with memory.
        let here = State::here();
        if here == unsafe { contexts::state(ctx) } {
            Ok(call)
        } else {
            Err(unsafe { call.call_again(again()) })
        }
    }

    /// Begins a call on the fast path, if `ctx` may be used.
    #[inline(always)]
    pub(crate) unsafe fn enter_fast(
        ctx: *mut HPyContext,
        function: &'static Function,
    ) -> Option<Self> {
        let here = State::here();
        (here == unsafe { contexts::state(ctx) }).then_some(Self { ctx, function })
    }

    /// Whether an exception may be pending, or the call is refused.
    #[inline(always)]
    pub(crate) unsafe fn is_in_trouble(self) -> bool {
        unsafe { (*self.runtime()).trouble.is_any() }
    }

    /// The handle below, if nothing about this one is unusual.
    #[inline(always)]
    pub(crate) unsafe fn fresh(self, h: HPy) -> Option<HPy> {
        unsafe { (*self.runtime()).handles.fresh(h, self.ctx) }
    }

    /// The same for a handle that may be NULL.
    #[inline(always)]
    pub(crate) unsafe fn fresh_or_null(self, h: HPy) -> Option<HPy> {
        match h.is_null() {
            true => Some(h),
            false => unsafe { self.fresh(h) },
        }
    }

    /// The builder or tracker below, if this one is open.
    #[inline(always)]
    pub(crate) unsafe fn open_resource(self, key: isize, kind: ResourceKind) -> Option<isize> {
        unsafe { (*self.runtime()).resources.get(key, kind) }
    }

    /// Marks an item of an open builder as set, if it is the next one. Returns whether it is.
    #[inline(always)]
    pub(crate) unsafe fn set_next_item(self, key: isize, index: isize) -> bool {
        unsafe { (*self.runtime()).resources.set_next_item(key, index) }
    }

    /// Begins a call that re-enters the interpreter. `ctx` must have left it: otherwise re-entering may wait for
    /// ever, so there is no call.
    pub(crate) unsafe fn reenter(
        ctx: *mut HPyContext,
        function: &'static Function,
    ) -> Option<Self> {
        let call = Self { ctx, function };
        if unsafe { contexts::state(ctx) } != State::LEFT {
            unsafe { call.wrong_context() };
            return None;
        }
        Some(call)
    }

    /// The thread state to re-enter the interpreter with. Returns the one that it was left with.
    pub(crate) unsafe fn thread_state(
        self,
        position: usize,
        state: HPyThreadState,
    ) -> HPyThreadState {
        let left = unsafe { (*Context::of(self.ctx)).left };
        if state._i != left._i {
            unsafe { self.other_thread_state(position, state) };
            return left;
        }
        state
    }

    /// Checks that no exception is pending, unless one was when the extension was called. Returns whether the call is
    /// [refused](Self::refused), now or earlier.
    #[inline(always)]
    pub(crate) unsafe fn no_exception(self) -> bool {
        unsafe { (*self.runtime()).trouble.is_any() && self.exception_pending() }
    }

    /// The extension uses objects of the C API.
    pub(crate) unsafe fn c_api(self) {
        unsafe { (*self.runtime()).c_api_is_used() };
    }

    /// Notes that the call has set an exception: a new one, even at the address of the one that was reported.
    pub(crate) unsafe fn raised(self) {
        unsafe {
            (*self.runtime()).reported = None;
            self.failed();
        }
    }

    /// Notes that the call has returned its error value.
    pub(crate) unsafe fn failed(self) {
        unsafe { (*self.runtime()).raised_by(self.function.name) };
    }

    /// The call has cleared the exception.
    #[inline(always)]
    pub(crate) unsafe fn cleared(self) {
        unsafe {
            (*self.runtime()).reported = None;
            (*Context::of(self.ctx)).is_tolerant = false;
        }
    }

    /// Notes that the call has set an exception if it returned its error value.
    #[inline(always)]
    pub(crate) unsafe fn may_have_raised<T: ErrorValue + PartialEq>(self, returned: &T) {
        if *returned == T::ERROR {
            unsafe { self.failed() };
        }
    }

    #[inline(always)]
    pub(crate) fn runtime(self) -> *mut Runtime {
        unsafe { Runtime::of(self.ctx) }
    }

    #[inline(always)]
    fn origin(self) -> Origin {
        unsafe { (*Context::of(self.ctx)).origin }.with_function(self.function.index)
    }

    /// Whether the call is refused: nothing is passed on, and an exception is set if the call can report one.
    #[inline(always)]
    pub(crate) unsafe fn refused(self) -> bool {
        unsafe { (*self.runtime()).trouble.is_refused && self.take_refusal() }
    }

    /// Marks the context as busy until the call is over. Returns the context below.
    #[inline(always)]
    pub(crate) unsafe fn suspend(self) -> *mut HPyContext {
        unsafe {
            contexts::set_state(self.ctx, State::BUSY);
            (*Context::of(self.ctx)).below
        }
    }

    /// The context below, for a call during which nobody can use the context.
    #[inline(always)]
    pub(crate) unsafe fn below(self) -> *mut HPyContext {
        unsafe { (*Context::of(self.ctx)).below }
    }

    /// Ends such a call. So the wrapper stays on the stack, where the fault handler looks for it.
    #[inline(always)]
    pub(crate) fn over(self) {
        compiler::keep_order();
    }

    /// Asks the context below a question for this one.
    #[inline(always)]
    pub(crate) unsafe fn ask<R>(self, question: impl FnOnce(*mut HPyContext) -> R) -> R {
        question(unsafe { (*self.runtime()).uctx })
    }

    /// Ends the call: the context is usable again.
    #[inline(always)]
    pub(crate) unsafe fn resume(self) {
        unsafe { contexts::set_state(self.ctx, State::here()) }
    }

    /// Ends the call that left the interpreter: the context may only re-enter it.
    pub(crate) unsafe fn left_python(self, left: HPyThreadState) {
        unsafe {
            (*Context::of(self.ctx)).left = left;
            contexts::set_state(self.ctx, State::LEFT);
        }
    }

    /// Checks a handle that must not be NULL.
    #[inline(always)]
    pub(crate) unsafe fn handle(self, position: usize, h: HPy) -> HPy {
        match unsafe { (*self.runtime()).handles.fresh(h, self.ctx) } {
            Some(uh) => uh,
            None => unsafe { self.stale_handle(position, h) },
        }
    }

    /// Checks a handle that may be NULL.
    #[inline(always)]
    pub(crate) unsafe fn nullable(self, position: usize, h: HPy) -> HPy {
        if h.is_null() {
            h
        } else {
            unsafe { self.handle(position, h) }
        }
    }

    /// Checks and closes a handle that the call consumes; NULL is none.
    #[inline(always)]
    pub(crate) unsafe fn take(self, position: usize, h: HPy) -> HPy {
        if h.is_null() {
            return h;
        }
        match unsafe { (*self.runtime()).close_fast(h, OWNED) } {
            Some(uh) => uh,
            None => unsafe { self.take_slow(position, h) },
        }
    }

    /// Checks an array of `count` handles.
    pub(crate) unsafe fn array(self, position: usize, items: *const HPy, count: usize) -> Array {
        if count > 0 && items.is_null() {
            unsafe { self.pointer(position, true) };
            return Array::new();
        }
        let mut array = Array::new();
        if count <= array.inline_size() {
            let first = array.as_mut_ptr();
            for i in 0..count {
                unsafe { first.add(i).write(self.handle(position, *items.add(i))) };
            }
            unsafe { array.set_len(count) };
            return array;
        }
        // Allocates nothing in advance: with a count that is far too large, the first item that is no handle ends the
        // loop.
        for i in 0..count {
            if array.try_reserve(1).is_err() {
                unsafe { self.no_memory() };
                return array;
            }
            array.push(unsafe { self.handle(position, *items.add(i)) });
        }
        array
    }

    /// Checks a list of structs with a handle in each.
    pub(crate) unsafe fn list<T: Copy>(
        self,
        position: usize,
        items: *mut T,
        is_last: impl Fn(&T) -> bool,
        handle: impl Fn(&mut T) -> &mut HPy,
    ) -> List<T> {
        if items.is_null() {
            return List(None);
        }
        let mut copy = Vec::new();
        loop {
            let mut item = unsafe { *items.add(copy.len()) };
            if is_last(&item) {
                copy.push(item);
                return List(Some(copy));
            }
            let field = handle(&mut item);
            *field = unsafe { self.handle(position, *field) };
            copy.push(item);
        }
    }

    /// Checks a pointer or resource that must not be NULL.
    #[inline(always)]
    pub(crate) unsafe fn pointer(self, position: usize, is_null: bool) {
        if is_null {
            unsafe { self.null_pointer(position) };
        }
    }

    /// Checks a number that must be at least `least`.
    #[inline(always)]
    pub(crate) unsafe fn at_least(self, position: usize, count: isize, least: isize) {
        if count < least {
            unsafe { self.too_few(position, count, least) };
        }
    }

    /// Checks a number that must be a constant of the enum `of`.
    #[inline(always)]
    pub(crate) unsafe fn one_of(self, position: usize, is_one: bool, value: i64, of: &str) {
        if !is_one {
            unsafe { self.wrong_value(position, value, of) };
        }
    }

    /// Checks that a type was made by an extension. `uh` is its handle of the context below. No constant of the
    /// context is such a type.
    #[inline(always)]
    pub(crate) unsafe fn made(self, position: usize, h: HPy, uh: HPy) {
        if kind(h._i) == CONSTANT && !uh.is_null() {
            unsafe { self.wrong_type(position, h, uh, "a type made by HPyType_FromSpec") };
        }
    }

    /// Checks that HPy's call protocol calls an object. `uh` is its handle of the context below. The function itself
    /// raises for objects that cannot be called at all.
    pub(crate) unsafe fn called(self, position: usize, h: HPy, uh: HPy) {
        if !uh.is_null() && unsafe { (*self.runtime()).host.is_called_otherwise(uh) } {
            unsafe { self.wrong_type(position, h, uh, "an object whose type has HPy_tp_call") };
        }
    }

    /// The length of a handle of the context below; 0 for NULL.
    pub(crate) unsafe fn length(self, uh: HPy) -> usize {
        unsafe { Runtime::length(self.runtime(), uh) }
    }

    /// Checks that a handle has the type of the constant at this offset of a context; `uh` is its handle of the context
    /// below. NULL passes.
    #[inline(always)]
    pub(crate) unsafe fn expect_type(
        self,
        position: usize,
        h: HPy,
        uh: HPy,
        constant: usize,
        noun: &str,
    ) {
        // Of a constant this is asked once.
        let asks_for_type = constant == offset_of!(HPyContext, h_TypeType);
        let is_certain = match asks_for_type {
            true => unsafe { (*self.runtime()).handles.is_known_type(h) },
            false => uh.is_null(),
        };
        if !is_certain {
            unsafe { self.ask_type(position, h, uh, constant, noun) };
        }
    }

    #[inline(never)]
    unsafe fn ask_type(self, position: usize, h: HPy, uh: HPy, constant: usize, noun: &str) {
        unsafe {
            let uctx = (*self.runtime()).uctx;
            if uh.is_null() {
                return;
            }
            let type_ = uctx.byte_add(constant).cast::<HPy>().read();
            if ((*uctx).ctx_TypeCheck)(uctx, uh, type_) == 0 {
                self.wrong_type(position, h, uh, noun);
            } else if kind(h._i) == CONSTANT && constant == offset_of!(HPyContext, h_TypeType) {
                (*self.runtime()).handles.note_type(h);
            }
        }
    }

    /// Checks that a handle of the context below has the type with this name in a module. NULL passes.
    pub(crate) unsafe fn expect_imported(
        self,
        position: usize,
        h: HPy,
        uh: HPy,
        module: &CStr,
        name: &CStr,
        noun: &str,
    ) {
        if uh.is_null() || unsafe { (*self.runtime()).is_pending() } {
            return;
        }
        let is_right = unsafe {
            let uctx = (*self.runtime()).uctx;
            let module = ((*uctx).ctx_Import_ImportModule)(uctx, module.as_ptr());
            let type_ = match module.is_null() {
                true => HPy::NULL,
                false => ((*uctx).ctx_GetAttr_s)(uctx, module, name.as_ptr()),
            };
            let is_right = match type_.is_null() {
                // The type was not found, which is not the extension's fault.
                true => {
                    ((*uctx).ctx_Err_Clear)(uctx);
                    true
                }
                false => ((*uctx).ctx_TypeCheck)(uctx, uh, type_) != 0,
            };
            ((*uctx).ctx_Close)(uctx, type_);
            ((*uctx).ctx_Close)(uctx, module);
            is_right
        };
        if !is_right {
            unsafe { self.wrong_type(position, h, uh, noun) };
        }
    }

    /// Checks a handle of the context below with the function that `check` picks. NULL passes.
    pub(crate) unsafe fn expect_protocol(
        self,
        position: usize,
        h: HPy,
        uh: HPy,
        check: impl Fn(&HPyContext) -> unsafe extern "C" fn(*mut HPyContext, HPy) -> c_int,
        pending_allowed: bool,
        noun: &str,
    ) {
        unsafe {
            let uctx = (*self.runtime()).uctx;
            if uh.is_null()
                || (!pending_allowed && (*self.runtime()).is_pending())
                || (check(&*uctx))(uctx, uh) != 0
            {
                return;
            }
        }
        unsafe { self.wrong_type(position, h, uh, noun) };
    }

    /// Checks that a handle of the context below is a class that derives from the one that `base` picks. NULL passes.
    pub(crate) unsafe fn expect_derived(
        self,
        position: usize,
        h: HPy,
        uh: HPy,
        base: impl Fn(&HPyContext) -> HPy,
        noun: &str,
    ) {
        unsafe {
            let uctx = (*self.runtime()).uctx;
            let is_class = |uh| ((*uctx).ctx_TypeCheck)(uctx, uh, (*uctx).h_TypeType) != 0;
            let is_derived = |uh| ((*uctx).ctx_Type_IsSubtype)(uctx, uh, base(&*uctx)) != 0;
            if uh.is_null() || (is_class(uh) && is_derived(uh)) {
                return;
            }
        }
        unsafe { self.wrong_type(position, h, uh, noun) };
    }

    /// Each item of a tuple, a handle of the context below, must be of the type that `constant` picks; NULL passes, and so
    /// does what is no tuple.
    pub(crate) unsafe fn expect_items(
        self,
        position: usize,
        h: HPy,
        uh: HPy,
        constant: impl Fn(&HPyContext) -> HPy,
        noun: &str,
    ) {
        unsafe {
            let type_ = constant(&*(*self.runtime()).uctx);
            if uh.is_null() || (*self.runtime()).host.has_items_of(uh, type_) {
                return;
            }
        }
        unsafe { self.wrong_type(position, h, uh, noun) };
    }

    /// Checks that the type of a handle of the context below has this shape.
    #[inline(always)]
    pub(crate) unsafe fn expect_shape(
        self,
        position: usize,
        h: HPy,
        uh: HPy,
        shape: HPyType_BuiltinShape,
    ) {
        if !uh.is_null() && !unsafe { (*self.runtime()).host.has_shape(uh, shape) } {
            unsafe { self.expect_shape_below(position, h, uh, shape) };
        }
    }

    /// The same by the context below.
    #[cold]
    #[inline(never)]
    unsafe fn expect_shape_below(
        self,
        position: usize,
        h: HPy,
        uh: HPy,
        shape: HPyType_BuiltinShape,
    ) {
        let actual = unsafe {
            let uctx = (*self.runtime()).uctx;
            let type_ = ((*uctx).ctx_Type)(uctx, uh);
            let actual = ((*uctx).ctx_Type_GetBuiltinShape)(uctx, type_);
            ((*uctx).ctx_Close)(uctx, type_);
            actual
        };
        if actual == shape || unsafe { self.is_replaced(h) } {
            return;
        }
        let mut report = self.about(&checks::WRONG_SHAPE, position);
        report.detail = Some(format!(
            "Invalid usage of {}. Expected shape {} but got {}",
            self.function.name,
            shape_name(shape),
            shape_name(actual)
        ));
        unsafe { self.report_object(report, uh) };
    }

    /// Wraps a new handle of the context below.
    #[inline(always)]
    pub(crate) unsafe fn open(self, uh: HPy) -> HPy {
        let can_fail = self.function.can_fail;
        unsafe { Runtime::open(self.runtime(), uh, OWNED, self.origin(), can_fail) }
    }

    /// The same for a handle that the call has stored. An exception cannot be reported here.
    pub(crate) unsafe fn open_stored(self, place: *mut HPy, uh: HPy) {
        if uh != UNSTORED {
            unsafe { *place = Runtime::open(self.runtime(), uh, OWNED, self.origin(), false) };
        }
    }

    /// Guards memory of the open handle `owner`, with `length` items including the terminator.
    pub(crate) unsafe fn buffer<T>(
        self,
        owner: HPy,
        data: *const T,
        length: impl FnOnce() -> usize,
    ) -> *const T {
        if data.is_null() || unsafe { (*self.runtime()).handles.get(owner) }.is_none() {
            return data;
        }
        let length = length() * size_of::<T>();
        unsafe {
            let runtime = &mut *self.runtime();
            if !std::mem::replace(&mut runtime.is_watched, true) {
                faults::watch_buffers();
            }
            runtime.handles.mark_buffers(owner);
            let copy = runtime
                .buffers
                .guard(owner, data.cast(), length, self.function);
            copy.cast()
        }
    }

    /// Wraps a new builder or tracker of the context below. `capacity` is a builder's number of items.
    #[inline(always)]
    pub(crate) unsafe fn created(self, raw: isize, kind: ResourceKind, capacity: isize) -> isize {
        if raw == 0 {
            return 0;
        }
        let items = capacity.max(0) as usize;
        unsafe {
            let runtime = &mut *self.runtime();
            let resource = runtime.handles.resource(raw, self.origin());
            match (runtime.resources).create_fast(resource, kind, items) {
                Some(key) => key,
                None => self.created_slow(raw, kind, items),
            }
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn created_slow(self, raw: isize, kind: ResourceKind, items: usize) -> isize {
        unsafe {
            let runtime = &mut *self.runtime();
            let stack = runtime.capture_stack();
            let resource = runtime.handles.resource(raw, self.origin());
            match (runtime.resources).create(resource, kind, items, stack) {
                Some(key) => key,
                None => end_without_memory(runtime.uctx),
            }
        }
    }

    /// The builder or tracker below; NULL is NULL.
    #[inline(always)]
    pub(crate) unsafe fn resource(self, position: usize, key: isize, kind: ResourceKind) -> isize {
        if key == 0 {
            return 0;
        }
        match unsafe { (*self.runtime()).resources.get(key, kind) } {
            Some(raw) => raw,
            None => unsafe { self.invalid_resource(position, key, kind) },
        }
    }

    /// Ends a builder or tracker and returns the one below; NULL gives NULL.
    #[inline(always)]
    pub(crate) unsafe fn spend(self, position: usize, key: isize, kind: ResourceKind) -> isize {
        // A refused call ends nothing, because the context below is not called.
        if key == 0 || unsafe { (*self.runtime()).trouble.is_refused } {
            return 0;
        }
        let runtime = unsafe { &mut *self.runtime() };
        let end = runtime.event(self.function.name);
        match runtime.resources.close(key, kind, end) {
            Some(raw) => raw,
            None => unsafe { self.invalid_resource(position, key, kind) },
        }
    }

    /// Marks an item of a builder as set. It must exist and be unset. `raw` is the builder below or NULL. Returns the
    /// builder to pass on; NULL if nothing may be set.
    #[inline(always)]
    pub(crate) unsafe fn item(
        self,
        position: usize,
        key: isize,
        index: isize,
        raw: isize,
    ) -> isize {
        if raw == 0 {
            return 0;
        }
        match unsafe { (*self.runtime()).resources.set_item(key, index) } {
            Item::Unset => raw,
            found => unsafe { self.wrong_item(position, index, found) },
        }
    }

    /// Checks that all items of a builder have been set.
    #[inline(always)]
    pub(crate) unsafe fn complete(self, position: usize, key: isize, kind: ResourceKind) {
        if unsafe { (*self.runtime()).resources.get(key, kind) }.is_none() {
            return;
        }
        if let Some((missing, items)) = unsafe { (*self.runtime()).resources.missing(key) } {
            unsafe { self.incomplete(position, missing, items) };
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn incomplete(self, position: usize, missing: usize, items: usize) {
        let mut report = self.about(&checks::BUILDER_INCOMPLETE, position);
        report.detail = Some(format!("item {missing} of {items} was never set"));
        unsafe { self.report(report) };
    }

    /// Checks that a type's spec does not contradict itself. Returns whether it does.
    pub(crate) unsafe fn type_spec(self, position: usize, spec: *const HPyType_Spec) -> bool {
        let Some(spec) = (unsafe { spec.as_ref() }) else {
            return false;
        };
        let Some(detail) = (unsafe { type_spec::contradiction(spec) }) else {
            // It has a name.
            let name = unsafe { CStr::from_ptr(spec.name) }.to_string_lossy();
            unsafe { names::define(&name, spec.defines) };
            return false;
        };
        let mut report = self.about(&checks::TYPE_SPEC, position);
        report.detail = Some(detail);
        unsafe {
            match spec.name.is_null() {
                true => self.report_and_refuse(report),
                false => {
                    self.report(report);
                }
            }
        }
        true
    }

    /// Checks that a type's spec agrees with the bases among its parameters, which are handles of the context below.
    /// Returns whether it is known to contradict itself.
    pub(crate) unsafe fn type_bases(
        self,
        position: usize,
        is_known: bool,
        spec: *const HPyType_Spec,
        params: &List<HPyType_SpecParam>,
    ) -> bool {
        // The context below is asked only if no exception is pending: it would take one for its own.
        if is_known || spec.is_null() || unsafe { (*self.runtime()).is_pending() } {
            return is_known;
        }
        let found = unsafe {
            type_spec::contradiction_of_bases((*self.runtime()).uctx, &*spec, params.as_slice())
        };
        let Some(detail) = found else { return false };
        let mut report = self.about(&checks::TYPE_SPEC, position);
        report.detail = Some(detail);
        unsafe { self.report(report) };
        true
    }

    /// Checks the result for a spec without a known contradiction. If no exception is set and no type was made, the
    /// spec is wrong, unless its bases allow no type at all.
    pub(crate) unsafe fn type_spec_taken(
        self,
        position: usize,
        is_known: bool,
        has_failed: bool,
        params: &[HPyType_SpecParam],
    ) {
        if is_known || !has_failed {
            return;
        }
        unsafe {
            let uctx = (*self.runtime()).uctx;
            let kinds = [
                (*uctx).h_TypeError,
                (*uctx).h_ValueError,
                (*uctx).h_RuntimeError,
                (*uctx).h_SystemError,
            ];
            if (kinds.iter()).all(|kind| ((*uctx).ctx_Err_ExceptionMatches)(uctx, *kind) == 0) {
                return;
            }
            let mut allow_none = false;
            let host = (*self.runtime()).host;
            host.without_error(&mut || allow_none = type_spec::bases_allow_none(uctx, params));
            if allow_none {
                return;
            }
            let mut report = self.about(&checks::TYPE_SPEC, position);
            report.detail = (*self.runtime()).host.exception();
            self.report(report);
            // The call was made and failed.
            (*self.runtime()).trouble.is_refused = false;
        }
    }

    /// Checks a store of the object of `uh` in a field of `owner`. Both are handles of the context below; NULL
    /// empties the field. `h` is the owner's handle of this context.
    pub(crate) unsafe fn store(
        self,
        position: usize,
        h: HPy,
        owner: HPy,
        field: *mut HPyField,
        uh: HPy,
    ) {
        let runtime = self.runtime();
        if owner.is_null() || field.is_null() {
            return;
        }
        unsafe {
            if !(*runtime).stores.is_empty() {
                if !uh.is_null()
                    && let Some(last) = (*runtime).stores.last_of(self.ctx, owner, field, *field)
                {
                    last.value = (*runtime).host.field(uh);
                    last.stack = (*runtime).capture_stack();
                    return;
                }
                (*runtime).stores.overwrite(owner, field, *field);
            }
            if uh.is_null() {
                return;
            }
            let fields = (*runtime).host.fields_of(owner);
            let is_certain = match &fields {
                FieldsOf::Others => return,
                FieldsOf::Nobody(_) if self.is_replaced(h) => return,
                FieldsOf::Nobody(_) => false,
                FieldsOf::Traverse(memory, types) => {
                    let offset = field.addr().wrapping_sub(memory.start);
                    offset < memory.len() && (*runtime).stores.seen.is_certain(*types, offset)
                }
            };
            let store = Store {
                ctx: self.ctx,
                module: self.module(),
                function: self.function,
                position,
                owner,
                field,
                value: (*runtime).host.field(uh),
                stack: (*runtime).capture_stack(),
                is_certain,
            };
            match fields {
                FieldsOf::Nobody(memory) => {
                    let is_inside = memory.contains(&field.addr());
                    let detail = "has no type with an HPy_tp_traverse";
                    let mut report = fields::about(runtime, &store, is_inside, detail);
                    fields::name_owner(runtime, &mut report, owner);
                    self.report(report);
                }
                _ => (*runtime).stores.add(store),
            }
        }
    }

    /// Adds `h` to an open tracker, if that has memory for it; NULL is none. Returns whether it did.
    #[inline(always)]
    pub(crate) unsafe fn keep_fast(self, tracker: isize, h: HPy) -> bool {
        h.is_null() || unsafe { (*self.runtime()).resources.keep_fast(tracker, h) }
    }

    /// Adds `h` to the tracker, which will close it; NULL is none. An argument may be added if it is forgotten in
    /// time.
    pub(crate) unsafe fn keep(self, tracker: isize, h: HPy) {
        if !h.is_null() {
            unsafe { (*self.runtime()).resources.keep(tracker, h) };
        }
    }

    /// Removes all handles from the tracker.
    pub(crate) unsafe fn forget_kept(self, tracker: isize) {
        if let Some(kept) = unsafe { (*self.runtime()).resources.kept(tracker) } {
            kept.clear();
        }
    }

    /// Closes the tracker's handles, as the context below is about to do.
    pub(crate) unsafe fn close_kept(self, position: usize, key: isize, kind_: ResourceKind) {
        let runtime = self.runtime();
        if kind(key) != key_kind(kind_) {
            return;
        }
        let Some(kept) = (unsafe { (*runtime).resources.kept(key) }) else {
            return;
        };
        if kept.is_empty() {
            return;
        }
        let mut kept = std::mem::take(kept);
        for h in &kept {
            if unsafe { (*runtime).close_fast(*h, OWNED) }.is_none() {
                unsafe { self.close_kept_slow(position, *h) };
            }
        }
        // The next tracker reuses the memory.
        kept.clear();
        if let Some(empty) = unsafe { (*runtime).resources.kept(key) } {
            *empty = kept;
        }
    }
}
