//! A sequence of operations on its way through the debug context, beside the model.

use std::cell::{Cell, RefCell};
use std::ffi::{c_int, c_void};

use hpy_abi::*;
use hpy_debug::{Decision, FieldsOf, Host, Options, PythonFrame, Report};

use crate::below;
use crate::fake::{Fake, release};
use crate::memory::Copies;
use crate::model::{Model, Role, Said, Value};
use crate::ops::{Answer, Callee, Item, Kind, Op, Pick, PickResource};
use crate::perform::perform;

/// Calls within calls.
const DEPTH: usize = 30;

thread_local! {
    static CURRENT: Cell<*mut Session> = const { Cell::new(std::ptr::null_mut()) };
    static RAISES: Cell<bool> = const { Cell::new(false) };
    static IS_PENDING: Cell<bool> = const { Cell::new(false) };
    static REPORTS: RefCell<Vec<Said>> = const { RefCell::new(Vec::new()) };
}

/// The session that runs.
pub fn current() -> *mut Session {
    CURRENT.get()
}

/// Whether an exception is pending in the context below.
pub fn is_pending() -> bool {
    IS_PENDING.get()
}

/// Sets or clears the pending exception of the context below.
pub fn set_pending(pending: bool) {
    IS_PENDING.set(pending);
}

/// An interpreter that takes down what is reported.
struct Listener;

impl Host for Listener {
    fn code(&self) -> *const c_void {
        libc::getpid as *const c_void
    }

    fn has_interpreter(&self) -> bool {
        true
    }

    fn without_error(&self, f: &mut dyn FnMut()) {
        let pending = IS_PENDING.replace(false);
        f();
        IS_PENDING.set(pending);
    }

    fn python_stack(&self, _: usize) -> Vec<PythonFrame> {
        Vec::new()
    }

    fn on_report(&self, report: &Report, can_raise: bool) -> Decision {
        let said = Said {
            check: report.check.id,
            function: report.function,
            argument: report.argument,
        };
        REPORTS.with_borrow_mut(|reports| reports.push(said));
        if RAISES.get() && can_raise {
            set_pending(true);
            return Decision::Raised;
        }
        Decision::None
    }

    fn raise(&self, _: &Report) {
        set_pending(true);
    }

    fn exception(&self) -> Option<String> {
        None
    }

    fn field(&self, uh: HPy) -> HPyField {
        HPyField { _i: uh._i }
    }

    fn fields_of(&self, _: HPy) -> FieldsOf {
        FieldsOf::Others
    }

    fn visit_fields(&self, _: HPy, _: &mut dyn FnMut(*mut HPyField) -> bool) {}
}

/// A program that runs.
pub struct Session {
    ops: Vec<Op>,
    next: usize,
    /// What is wrong with the debug context, once something is.
    pub failure: Option<String>,
    pub model: Model,
    /// How many reports there were.
    pub reports: usize,
    /// The context of the extension.
    pub base: *mut HPyContext,
    /// What the running call of `HPy_CallTupleDict` calls.
    pub callee: Callee,
    pub saved: Vec<*mut HPyContext>,
    pub global: HPyGlobal,
    pub copies: Copies,
}

/// What came of a sequence.
pub struct Outcome {
    pub reports: usize,
    pub failure: Option<String>,
}

/// Runs a sequence; creation stacks are captured where `stacks`, misuse becomes an exception where `raises`.
pub fn run(ops: Vec<Op>, stacks: bool, raises: bool) -> Outcome {
    RAISES.set(raises);
    let fake = Fake::with(Box::new(Listener), below::complete);
    let options = Options::parse(if stacks {
        "on_error=continue,stacks=4"
    } else {
        "on_error=continue"
    });
    // SAFETY: the runtime lives as long as `fake`, which stands for the interpreter's lock.
    unsafe {
        let runtime = &mut *fake.runtime;
        let options = options.expect("the options are valid");
        runtime.set_options(options).expect("nothing is opened");
        let generation = runtime.new_generation();
        let mut session = Session {
            ops,
            next: 0,
            failure: None,
            model: Model::new(raises),
            reports: 0,
            base: runtime.context("oracle"),
            callee: Callee::O,
            saved: Vec::new(),
            global: HPyGlobal::NULL,
            copies: Copies::default(),
        };
        let this = &raw mut session;
        CURRENT.set(this);
        while (*this).next < (*this).ops.len() && (*this).failure.is_none() {
            let result = below::call(this, Callee::Varargs(2));
            release(result);
            (*this).verify("the call");
            IS_PENDING.set(false);
            (*this).model.is_pending = false;
        }
        CURRENT.set(std::ptr::null_mut());
        let leaked = (*fake.runtime).open_handles(generation).len();
        let open = session.model.open.len();
        if leaked != open {
            session.fail(format!("{leaked} handles are leaked, not {open}"));
        }
        Outcome {
            reports: session.reports,
            failure: session.failure,
        }
    }
}

/// The signature and the function that a callee is, and how many arguments it gets.
pub fn function(callee: Callee) -> (HPyFunc_Signature, HPyCFunction, usize) {
    // SAFETY: the signature tells the type.
    unsafe {
        match callee {
            Callee::O => (
                HPyFunc_O,
                std::mem::transmute::<HPyFunc_o, HPyCFunction>(o),
                1,
            ),
            Callee::Varargs(count) => (
                HPyFunc_VARARGS,
                std::mem::transmute::<HPyFunc_varargs, HPyCFunction>(varargs),
                count.into(),
            ),
            Callee::Inquiry => (
                HPyFunc_INQUIRY,
                std::mem::transmute::<HPyFunc_inquiry, HPyCFunction>(inquiry),
                0,
            ),
            Callee::Destructor => (
                HPyFunc_DESTRUCTOR,
                std::mem::transmute::<HPyFunc_destructor, HPyCFunction>(destructor),
                0,
            ),
        }
    }
}

unsafe extern "C" fn o(ctx: *mut HPyContext, self_: HPy, arg: HPy) -> HPy {
    let answer = body(ctx, &[self_, arg], true);
    handle_result("HPyFunc_O", ctx, answer)
}

unsafe extern "C" fn varargs(
    ctx: *mut HPyContext,
    self_: HPy,
    args: *const HPy,
    nargs: usize,
) -> HPy {
    let mut all = vec![self_];
    all.extend((0..nargs).map(|i| *args.add(i)));
    let answer = body(ctx, &all, true);
    handle_result("HPyFunc_VARARGS", ctx, answer)
}

unsafe extern "C" fn inquiry(ctx: *mut HPyContext, self_: HPy) -> c_int {
    let answer = body(ctx, &[self_], true);
    let session = current();
    set_exception(session, ctx, answer);
    let model = &mut (*session).model;
    let is_error = match answer {
        Answer::Right => model.is_pending,
        Answer::This(_) => false,
        Answer::Error | Answer::Exception => true,
    };
    model.outcome("HPyFunc_INQUIRY", is_error);
    model.leave("HPyFunc_INQUIRY");
    model.is_pending |= is_error;
    if is_error { -1 } else { 1 }
}

unsafe extern "C" fn destructor(ctx: *mut HPyContext, self_: HPy) {
    body(ctx, &[self_], false);
    (*current()).model.leave_with_nothing("HPyFunc_DESTRUCTOR");
}

/// Performs operations until one returns.
unsafe fn body(ctx: *mut HPyContext, args: &[HPy], tells_errors: bool) -> Answer {
    let session = current();
    (*session).verify("the call of the function");
    let keys = args.iter().map(|arg| arg._i).collect();
    (*session).model.enter(ctx.addr(), keys, tells_errors);
    for (i, arg) in args.iter().enumerate() {
        (*session).opened(arg._i, Role::Argument, Value::Int(i as i64));
    }
    if (*session).model.handle((*ctx).h_None._i).is_none() {
        for constant in below::constants(ctx) {
            (*session).opened((*constant)._i, Role::Constant, Value::Other);
        }
    }
    while (*session).failure.is_none() {
        let Some(op) = (*session).operation() else {
            break;
        };
        if let crate::ops::Action::Return(answer) = op.action {
            return answer;
        }
        perform(session, ctx, &op);
    }
    Answer::Right
}

unsafe fn set_exception(session: *mut Session, ctx: *mut HPyContext, answer: Answer) {
    if matches!(answer, Answer::Exception) {
        let action = crate::ops::Action::SetError(Pick::Constant(true));
        perform(
            session,
            ctx,
            &Op {
                saved_context: None,
                action,
            },
        );
    }
}

unsafe fn handle_result(signature: &'static str, ctx: *mut HPyContext, answer: Answer) -> HPy {
    let session = current();
    set_exception(session, ctx, answer);
    if (*session).failure.is_some() {
        return HPy::NULL;
    }
    let key = match answer {
        Answer::Right if (*session).model.is_pending => 0,
        Answer::Right => {
            let dup = crate::ops::Action::Dup(Pick::Constant(true));
            perform(
                session,
                ctx,
                &Op {
                    saved_context: None,
                    action: dup,
                },
            );
            *(*session).model.open.last().unwrap_or(&0)
        }
        Answer::This(pick) => (*session).resolve(ctx, pick),
        Answer::Error | Answer::Exception => 0,
    };
    let model = &mut (*session).model;
    model.returned(signature, key);
    model.leave(signature);
    model.is_pending |= key == 0;
    HPy { _i: key }
}

impl Session {
    fn operation(&mut self) -> Option<Op> {
        let op = self.ops.get(self.next).cloned();
        self.next += 1;
        op
    }

    pub fn fail(&mut self, failure: String) {
        self.failure.get_or_insert(failure);
    }

    /// Compares what was said with what had to be said.
    pub fn verify(&mut self, what: &str) {
        let mut said = REPORTS.take();
        self.reports += said.len();
        let mut expected = std::mem::take(&mut self.model.expected);
        let possible = std::mem::take(&mut self.model.possible);
        said.retain(|said| expected.contains(said) || !possible.contains(said));
        said.sort_unstable();
        expected.sort_unstable();
        if said != expected {
            let at = self.next;
            self.fail(format!(
                "at {at}: {what} was reported as {said:?}, expected {expected:?}"
            ));
        }
        if is_pending() != self.model.is_pending {
            self.fail(format!("{what} set or cleared an exception"));
        }
    }

    /// Notes a handle that came to be; NULL is none.
    pub fn opened(&mut self, key: isize, role: Role, value: Value) {
        if key != 0
            && let Err(problem) = self.model.opened(key, role, value)
        {
            self.fail(problem);
        }
    }

    /// The handle that is meant.
    pub unsafe fn resolve(&self, ctx: *mut HPyContext, pick: Pick) -> isize {
        let from_last = |list: &[isize], n: u8| {
            list.len()
                .checked_sub(1 + usize::from(n))
                .map_or(0, |at| list[at])
        };
        let any = |list: &[isize], n: u16| match list.len() {
            0 => 0,
            len => list[usize::from(n) % len],
        };
        let constant = |ctx: *mut HPyContext, first: bool| {
            if first {
                (*ctx).h_None._i
            } else {
                (*ctx).h_TypeType._i
            }
        };
        let args = self
            .model
            .frames
            .last()
            .map_or(&[][..], |frame| &frame.args);
        let address = 0u64;
        match pick {
            Pick::Open(n) => from_last(&self.model.open, n),
            Pick::Recent(n) => from_last(&self.model.seen, n),
            Pick::Seen(n) => any(&self.model.seen, n),
            Pick::Argument(n) => any(args, n.into()),
            Pick::Constant(first) => constant(ctx, first),
            Pick::SavedConstant(n) if !self.saved.is_empty() => {
                constant(self.saved[usize::from(n) % self.saved.len()], n % 2 == 0)
            }
            Pick::SavedConstant(_) | Pick::Null => 0,
            Pick::Resource(n) if !self.model.resources.is_empty() => {
                self.model.resources[usize::from(n) % self.model.resources.len()].key
            }
            Pick::Resource(_) => 0,
            Pick::Below(first) => {
                let list = [3, 5];
                list[usize::from(first)]
            }
            Pick::Flipped(n, bit) => {
                let key = any(&self.model.seen, n) ^ (1 << bit);
                // It may be a constant of a context that no call was given yet.
                let is_unknown = self.model.handle(key).is_none();
                if is_unknown && key & 0xf == Role::Constant as isize {
                    0
                } else {
                    key
                }
            }
            Pick::Wild(value) => value as isize,
            Pick::Address => (&raw const address).addr() as isize,
        }
    }

    /// The builder or tracker that is meant.
    pub unsafe fn resolve_resource(&self, ctx: *mut HPyContext, pick: PickResource) -> isize {
        let all = &self.model.resources;
        match pick {
            PickResource::Open(n) => all
                .iter()
                .rev()
                .filter(|resource| resource.is_open)
                .nth(n.into())
                .map_or(0, |resource| resource.key),
            PickResource::Seen(n) if !all.is_empty() => all[usize::from(n) % all.len()].key,
            PickResource::Seen(_) => 0,
            PickResource::Handle(pick) => self.resolve(ctx, pick),
        }
    }

    /// What a builder or tracker is taken for.
    pub fn kind(&self, key: isize, taken_for: Option<Kind>) -> Kind {
        let own = || {
            let known = self
                .model
                .resources
                .iter()
                .rev()
                .find(|resource| resource.key == key);
            known.map_or(Kind::List, |resource| resource.kind)
        };
        taken_for.unwrap_or_else(own)
    }

    /// The index that is meant.
    pub fn index(&mut self, key: isize, kind: Kind, item: Item) -> isize {
        match item {
            Item::At(index) => index.into(),
            Item::Next => self
                .model
                .resource(key, kind)
                .and_then(|builder| builder.items.iter().position(|set| !set))
                .map_or(0, |index| index as isize),
        }
    }

    /// Whether another call may be made.
    pub fn may_call(&self) -> bool {
        self.model.frames.len() < DEPTH
            && self
                .model
                .frames
                .last()
                .is_some_and(|frame| !frame.has_left)
    }
}
