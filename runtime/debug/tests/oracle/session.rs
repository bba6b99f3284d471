//! A sequence of operations on its way through the debug context, beside the model.

use std::cell::Cell;
use std::ffi::c_void;

use hpy_abi::*;
use hpy_debug::{Decision, FieldsOf, Host, Options, PythonFrame, Report, Runtime};

use crate::below;
use crate::invoke::{self, Coming};
use crate::memory::Copies;
use crate::model::{Model, Role, Said};
use crate::ops::{Invocation, Op, Pick};
use crate::resolve::{self, Memory};
use crate::spec::API;
use crate::tally::Tally;
use crate::world::{self, World, world};

thread_local! {
    static CURRENT: Cell<*mut Session> = const { Cell::new(std::ptr::null_mut()) };
}

/// The session that runs.
pub fn current() -> *mut Session {
    CURRENT.get()
}

/// An object is about to give up its fields: what was stored in them is looked for.
pub fn owner_ends(owner: HPy) {
    // SAFETY: the session that runs, of which nobody holds a reference while objects die.
    unsafe {
        let model = &mut (*current()).model;
        let stores = model.stores.take(|store| store.owner == owner);
        model
            .stores
            .judge(stores, &mut model.expected, &mut model.possible);
    }
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
        let before = |world: &mut World, is_pending: bool, is_describing: bool| {
            let was = (world.is_pending, world.is_describing);
            (world.is_pending, world.is_describing) = (is_pending, is_describing);
            was
        };
        let (is_pending, is_describing) = world(|world| before(world, false, true));
        f();
        world(|world| before(world, is_pending, is_describing));
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
        world(|world| {
            world.reports.push(said);
            if world.raises && can_raise {
                world.is_pending = true;
                return Decision::Raised;
            }
            Decision::None
        })
    }

    fn raise(&self, _: &Report) {
        world(|world| world.is_pending = true);
    }

    fn raise_unraisable(&self, _: &Report) {}

    fn exception(&self) -> Option<String> {
        None
    }

    fn field(&self, uh: HPy) -> HPyField {
        HPyField { _i: uh._i }
    }

    fn fields_of(&self, owner: HPy) -> FieldsOf {
        world::fields_of(owner)
    }

    fn visit_fields(&self, owner: HPy, visitor: &mut dyn FnMut(*mut HPyField) -> bool) {
        for field in world::visited(owner) {
            if !visitor(field) {
                return;
            }
        }
    }
}

/// A program that runs.
pub struct Session {
    ops: Vec<Op>,
    next: usize,
    /// What the interpreter calls next.
    pub invocation: Invocation,
    /// What is wrong with the debug context, once something is.
    pub failure: Option<String>,
    pub model: Model,
    pub tally: Tally,
    /// The context below.
    pub uctx: *mut HPyContext,
    /// The contexts of the extensions.
    pub modules: [*mut HPyContext; 2],
    pub coming: Option<Coming>,
    pub saved: Vec<*mut HPyContext>,
    pub memory: Memory,
    pub copies: Copies,
}

/// How a sequence runs.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Creation stacks are captured.
    pub stacks: bool,
    /// Misuse becomes an exception.
    pub raises: bool,
    /// How many closed handles wait before they are used again.
    pub waiting: usize,
}

/// Runs a sequence.
pub fn run(ops: Vec<Op>, setting: Setting) -> (Tally, Option<String>) {
    let Setting {
        stacks,
        raises,
        waiting,
    } = setting;
    world(|world| *world = World::new(raises));
    let options = match stacks {
        true => "on_error=continue,stacks=4",
        false => "on_error=continue",
    };
    let uctx = below::context();
    // SAFETY: the context is complete; the runtime is dropped when no extension is left that uses it.
    unsafe {
        let runtime = Runtime::new(uctx, &Listener);
        world(|world| world.runtime = Some(runtime));
        (*runtime).set_closed_handles_max(waiting);
        let options = Options::parse(options).expect("the options are valid");
        (*runtime).set_options(options).expect("nothing is opened");
        let generation = (*runtime).new_generation();
        let mut session = Session {
            ops,
            next: 0,
            invocation: Invocation::default(),
            failure: None,
            model: Model::new(raises),
            tally: Tally::default(),
            uctx,
            modules: ["oracle", "other"].map(|name| (*runtime).context(name, std::ptr::null_mut())),
            coming: None,
            saved: Vec::new(),
            memory: Memory::default(),
            copies: Copies::default(),
        };
        let this = &raw mut session;
        CURRENT.set(this);
        while (*this).next < (*this).ops.len() && (*this).failure.is_none() {
            invoke::invoke(this, (*this).invocation);
            (*this).model.is_pending = false;
            world(|world| world.is_pending = false);
        }
        let leaked = (*runtime).open_handles(generation).len();
        let open = session.model.open.len();
        if leaked != open {
            session.fail(format!("{leaked} handles are leaked, not {open}"));
        }
        world(|world| world.runtime = None);
        drop(Box::from_raw(runtime));
        CURRENT.set(std::ptr::null_mut());
        (session.tally, session.failure)
    }
}

impl Session {
    /// The next operation.
    pub fn operation(&mut self) -> Option<Op> {
        let op = self.ops.get(self.next).cloned();
        self.next += 1;
        op
    }

    pub fn fail(&mut self, failure: String) {
        let failure = format!("at {}: {failure}", self.next);
        self.failure.get_or_insert(failure);
    }

    /// Compares what was said with what had to be said.
    pub fn verify(&mut self, what: &str) {
        let said = world(|world| std::mem::take(&mut world.reports));
        let expected = std::mem::take(&mut self.model.expected);
        let mut possible = std::mem::take(&mut self.model.possible);
        let mut missing = expected.clone();
        let mut invented = Vec::new();
        for said in &said {
            self.tally.reported(said.check);
            if let Some(at) = missing.iter().position(|expected| expected == said) {
                missing.swap_remove(at);
            } else if let Some(at) = possible.iter().position(|possible| possible == said) {
                possible.swap_remove(at);
            } else {
                invented.push(*said);
            }
        }
        if !(missing.is_empty() && invented.is_empty()) {
            self.fail(format!(
                "{what} was reported as {said:?}: missing {missing:?}, invented {invented:?}"
            ));
        }
        if world(|world| world.is_pending) != self.model.is_pending {
            self.fail(format!("{what} set or cleared an exception"));
        }
    }

    /// Notes a handle that came to be, of this one below; NULL is none.
    pub fn opened_as(&mut self, key: isize, role: Role, below: HPy) {
        if (key == 0) != below.is_null() {
            self.fail(format!("{key:#x} was given for {below:?}"));
        } else if key != 0
            && let Err(problem) = self.model.opened(key, role, below)
        {
            self.fail(problem);
        }
    }

    /// Notes the constants of a context that a call was given for the first time.
    pub unsafe fn meet_constants(&mut self, ctx: *mut HPyContext) {
        let constants = API.spec.constants.iter().map(|constant| constant.index);
        for index in constants {
            let key = *below::member(ctx, index) as isize;
            if self.model.handle(key).is_some() {
                return;
            }
            let below = *below::member(self.uctx, index) as isize;
            self.opened_as(key, Role::Constant, HPy { _i: below });
        }
    }

    /// The handle that is meant.
    pub unsafe fn resolve(&self, ctx: *mut HPyContext, pick: Pick) -> isize {
        resolve::handle(&self.model, ctx, &self.saved, pick)
    }
}
