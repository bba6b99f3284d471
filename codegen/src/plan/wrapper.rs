//! The plan of a wrapper: a call from the extension to the interpreter.

use super::checks;
use super::step::{Step, named};
use crate::model::*;

/// The C type that the function which leaves the interpreter returns.
const THREAD_STATE: &str = "HPyThreadState";

/// The C type of an object of the C API.
const OBJECT: &str = "cpy_PyObject";

/// After these reports, the call is not forwarded, whatever the settings say.
const REFUSED: &[&str] = &[
    "null-argument",
    "too-few",
    "wrong-value",
    "wrong-type",
    "builder-index",
    "builder-item-twice",
];

/// The steps of the wrapper of a function.
#[derive(Debug)]
pub struct Wrapper<'a> {
    /// The function.
    pub function: &'a Function,
    /// The steps, in the order of execution.
    pub steps: Vec<Step<'a, WrapperAction<'a>>>,
}

/// What a step of a wrapper does. The variants are in the order of execution: steps that can refuse the call
/// without any effect come first.
#[derive(Debug)]
pub enum WrapperAction<'a> {
    /// The context must be valid.
    Enter,
    /// The context must have left the interpreter.
    Reenter,
    /// Pass the call to the shims: CPython calls the extension.
    Dispatch,
    /// Note that the extension also uses the C API.
    CApi,
    /// A pointer, handle or resource may not be NULL.
    NotNull,
    /// A number of items must be at least this.
    AtLeast(i64),
    /// The argument must be what leaving the interpreter returned.
    ThreadState,
    /// A number must be a constant of this enum.
    OneOf(&'a Enum),
    /// A handle must be open.
    Handle,
    /// A handle must be open or NULL.
    Nullable,
    /// The extension must own the handle, which the call closes.
    Take,
    /// An open handle must be of this type, or pass this test.
    Expect(Test<'a>, &'a Expected),
    /// Each item of a tuple must be of this constant's type.
    ExpectItems(&'a Constant, &'a Expected, &'a Expected),
    /// A handle must be a type that an extension made.
    Made,
    /// An object must be called through HPy's call protocol.
    Called,
    /// The type of an open handle must have this shape.
    ExpectShape(&'a str),
    /// This number of handles must be open.
    Array(&'a [Term]),
    /// In a list of structs, the handles in the first field must be open. The list ends where the second field is 0.
    List(&'a str, &'a str),
    /// The description of a type must not contradict itself.
    TypeSpec,
    /// The description of a type must agree with the bases in this list.
    TypeBases(&'a str),
    /// Note whether the description of a type, with the bases in this list, was accepted.
    TypeSpecTaken(Option<&'a str>),
    /// Make room for a handle that the call stores.
    Room,
    /// The handles that a tracker closes must be open and owned.
    CloseKept,
    /// A builder or tracker must not have ended.
    Resource,
    /// Every item of a builder must have been set.
    Complete,
    /// A builder or tracker must not have ended. The call ends it.
    Spend,
    /// The builder must have an item at this position, and it must not have been set.
    Item(&'a str),
    /// No exception may be pending.
    NoException {
        /// Whether a refused call returns here as well, with an exception if it can report one.
        refuses: bool,
    },
    /// A refused call returns here, with an exception if it can report one.
    Refuse,
    /// The traverse function of this owner must visit the field in which the call stores this handle's object.
    Store(&'a str, &'a str),
    /// The context must not be used until the call returns.
    Suspend,
    /// Nobody can use the context during the call.
    Below,
    /// Forward the call.
    Forward,
    /// The context may be used again.
    Resume,
    /// The call is over, and nobody could use the context.
    Over,
    /// The context may only re-enter the interpreter.
    Leave,
    /// Note that an exception is set.
    Raised,
    /// Note an exception if the result means one.
    MayHaveRaised,
    /// Note that no exception is set.
    Cleared,
    /// Note an exception if the result is this number.
    RaisedWith(i64),
    /// Note that this tracker now closes the handle.
    Keep(&'a str),
    /// Note that a tracker no longer closes its handles.
    ForgetKept,
    /// Give the extension the handle that the call stored.
    OpenStored,
    /// Return the result.
    Return,
    /// Give the extension the new handle.
    Open,
    /// Give the extension the new builder or tracker, with this number of items.
    Created(Option<&'a str>),
    /// Return memory that lives as long as this argument's handle: its length, and whether a 0 follows.
    Buffer(&'a str, &'a Length, bool),
}

impl WrapperAction<'_> {
    /// The runtime function that does it. `None` if the generated code does it itself.
    pub fn runtime(&self) -> Option<&'static str> {
        Some(match self {
            Self::Enter => "enter",
            Self::Reenter => "reenter",
            Self::Dispatch => "dispatch",
            Self::NoException { .. } => "no_exception",
            Self::CApi => "c_api",
            Self::NotNull => "pointer",
            Self::AtLeast(_) => "at_least",
            Self::ThreadState => "thread_state",
            Self::OneOf(_) => "one_of",
            Self::Handle => "handle",
            Self::Nullable => "nullable",
            Self::Take => "take",
            Self::Expect(Test::Constant(_), _) => "expect_type",
            Self::Expect(Test::Imported(_), _) => "expect_imported",
            Self::Expect(Test::Function(_), _) => "expect_protocol",
            Self::Expect(Test::Derives(_), _) => "expect_derived",
            Self::ExpectItems(..) => "expect_items",
            Self::Made => "made",
            Self::Called => "called",
            Self::ExpectShape(_) => "expect_shape",
            Self::Array(_) => "array",
            Self::List(..) => "list",
            Self::CloseKept => "close_kept",
            Self::Resource => "resource",
            Self::Complete => "complete",
            Self::Spend => "spend",
            Self::Item(_) => "item",
            Self::Refuse => "refused",
            Self::TypeSpec => "type_spec",
            Self::TypeBases(_) => "type_bases",
            Self::TypeSpecTaken(_) => "type_spec_taken",
            Self::Store(..) => "store",
            Self::Suspend => "suspend",
            Self::Below => "below",
            Self::Resume => "resume",
            Self::Over => "over",
            Self::Leave => "left_python",
            Self::Raised => "raised",
            Self::RaisedWith(_) => "failed",
            Self::MayHaveRaised => "may_have_raised",
            Self::Cleared => "cleared",
            Self::Keep(_) => "keep",
            Self::ForgetKept => "forget_kept",
            Self::Open => "open",
            Self::OpenStored => "open_stored",
            Self::Created(_) => "created",
            Self::Buffer(..) => "buffer",
            Self::Room | Self::Forward | Self::Return => return None,
        })
    }

    /// Whether it returns the result.
    pub fn is_result(&self) -> bool {
        matches!(
            self,
            Self::Return | Self::Open | Self::Created(_) | Self::Buffer(..)
        )
    }

    /// Its place in the order of execution. Steps of the same rank are in the order of their arguments.
    fn rank(&self) -> usize {
        match self {
            Self::Enter | Self::Reenter | Self::Dispatch => 0,
            Self::CApi | Self::NotNull | Self::AtLeast(_) => 1,
            Self::OneOf(_) | Self::ThreadState => 1,
            Self::Handle | Self::Nullable | Self::Take => 2,
            Self::Expect(..) | Self::ExpectItems(..) | Self::ExpectShape(_) => 3,
            Self::Made | Self::Called => 3,
            Self::Array(_) | Self::List(..) | Self::TypeSpec | Self::Room => 4,
            Self::CloseKept | Self::Complete | Self::Resource | Self::Spend | Self::Item(_) => 4,
            Self::TypeBases(_) => 5,
            // A check that the extension forgot after its last call may have led to a wrong argument. That is reported first.
            Self::NoException { .. } => 6,
            Self::Refuse => 7,
            // A tracker has a handle even if the call fails.
            Self::Store(..) | Self::Keep(_) => 8,
            Self::Suspend | Self::Below => 9,
            Self::Forward => 10,
            Self::Resume | Self::Over | Self::Leave => 11,
            Self::Raised | Self::MayHaveRaised | Self::RaisedWith(_) | Self::Cleared => 12,
            Self::ForgetKept | Self::OpenStored | Self::TypeSpecTaken(_) => 12,
            Self::Return | Self::Open | Self::Created(_) | Self::Buffer(..) => 13,
        }
    }
}

impl<'a> Step<'a, WrapperAction<'a>> {
    /// The checks that the step can report.
    pub fn checks(&self) -> Vec<&'a str> {
        let Some(function) = self.action.runtime() else {
            return Vec::new();
        };
        match self.argument {
            Some((_, param)) if param.ctype.is_resource() => {
                checks::of_resource(function, &param.ctype)
            }
            _ => checks::of(checks::CALL, function).to_vec(),
        }
    }
}

impl<'a> Wrapper<'a> {
    /// Plans the wrapper of a function.
    pub fn new(function: &'a Function, spec: &'a Spec) -> Self {
        let mut plan = Self {
            function,
            steps: Vec::new(),
        };
        if function.trampoline {
            plan.step(None, WrapperAction::Dispatch);
            return plan;
        }
        plan.frame();
        for argument in function.params.iter().enumerate() {
            plan.argument(argument, spec);
        }
        plan.result();
        let refuses = |id: &&str| REFUSED.contains(id);
        let is_refused = (plan.steps.iter()).any(|step| step.checks().iter().any(refuses));
        let is_refused = is_refused || function.tells_errors();
        if !function.pending_allowed {
            let refuses = is_refused;
            plan.step(None, WrapperAction::NoException { refuses });
        } else if is_refused {
            plan.step(None, WrapperAction::Refuse);
        }
        plan.steps.sort_by_key(|step| step.action.rank());
        plan
    }

    fn step(&mut self, argument: Option<(usize, &'a Param)>, action: WrapperAction<'a>) {
        self.steps.push(Step { action, argument });
    }

    fn frame(&mut self) {
        use WrapperAction::{Below, Enter, Forward, Leave, Over, Reenter, Resume, Suspend};
        let (enter, suspend, resume) = match self.function.interpreter {
            None if self.function.runs_no_code => (Enter, Below, Over),
            None => (Enter, Suspend, Resume),
            Some(Interpreter::Leave) => (Enter, Suspend, Leave),
            Some(Interpreter::Reenter) => (Reenter, Suspend, Resume),
        };
        for action in [enter, suspend, Forward, resume] {
            self.step(None, action);
        }
        let ctypes = (self.function.params.iter()).map(|param| &param.ctype);
        if ctypes
            .chain([&self.function.result])
            .any(|ctype| ctype.base == OBJECT)
        {
            self.step(None, WrapperAction::CApi);
        }
        if self.function.raises {
            self.step(None, WrapperAction::Raised);
        } else if let Some(error) = self.function.unusual_error() {
            self.step(None, WrapperAction::RaisedWith(error));
        } else if self.function.can_fail() {
            self.step(None, WrapperAction::MayHaveRaised);
        } else if self.function.handles == Some(Handles::Clears) {
            self.step(None, WrapperAction::Cleared);
        }
    }

    fn argument(&mut self, argument: (usize, &'a Param), spec: &'a Spec) {
        let (_, param) = argument;
        let mut step = |action| self.step(Some(argument), action);
        let is_by_value = matches!(param.role, Role::Handle { .. })
            || !(param.ctype.is_pointer()
                || param.ctype.is_handle()
                || param.ctype.is_resource()
                || param.ctype.is_storage());
        // NULL is allowed for an array without items, which the check of the items knows.
        if !param.nullable && !is_by_value && !matches!(param.role, Role::Array { .. }) {
            step(WrapperAction::NotNull);
        }
        if let Some(least) = param.limits.at_least {
            step(WrapperAction::AtLeast(least));
        }
        if param.ctype.base == THREAD_STATE {
            step(WrapperAction::ThreadState);
        }
        if let Some(name) = &param.limits.one_of
            && let Some(of) = spec.enums.iter().find(|e| e.name == *name)
        {
            step(WrapperAction::OneOf(of));
        }
        if param.limits.made {
            step(WrapperAction::Made);
        }
        if param.limits.called {
            step(WrapperAction::Called);
        }
        match &param.role {
            Role::Handle { expects, kept_by } => {
                step(if param.nullable {
                    WrapperAction::Nullable
                } else {
                    WrapperAction::Handle
                });
                if let Some((test, expected)) = expects.as_ref().and_then(|e| spec.expected(e)) {
                    step(WrapperAction::Expect(test, expected));
                    let items = param.limits.items.as_ref();
                    if let Some((Test::Constant(of), items)) = items.and_then(|i| spec.expected(i))
                    {
                        step(WrapperAction::ExpectItems(of, expected, items));
                    }
                }
                if let Some(tracker) = kept_by {
                    step(WrapperAction::Keep(tracker));
                }
            }
            Role::ConsumedHandle => step(WrapperAction::Take),
            Role::Array { length, .. } => step(WrapperAction::Array(length)),
            Role::HandleList { field, until } => step(WrapperAction::List(field, until)),
            Role::OutHandle => {
                step(WrapperAction::Room);
                step(WrapperAction::OpenStored);
            }
            Role::Resource {
                consumed,
                forgets,
                closes,
                complete,
            } => {
                if *complete {
                    step(WrapperAction::Complete);
                }
                if *closes {
                    step(WrapperAction::CloseKept);
                }
                step(if *consumed {
                    WrapperAction::Spend
                } else {
                    WrapperAction::Resource
                });
                if *forgets {
                    step(WrapperAction::ForgetKept);
                }
            }
            Role::Item { of } => step(WrapperAction::Item(of)),
            Role::TypeSpec => {
                let is_list = |param: &&Param| matches!(param.role, Role::HandleList { .. });
                let bases = self.function.params.iter().find(is_list);
                let bases = bases.map(|bases| bases.name.as_str());
                self.step(Some(argument), WrapperAction::TypeSpec);
                self.step(Some(argument), WrapperAction::TypeSpecTaken(bases));
                if let Some(bases) = bases {
                    self.step(Some(argument), WrapperAction::TypeBases(bases));
                }
            }
            Role::Storage {
                owner: Some(owner),
                stores: Some(handle),
            } => step(WrapperAction::Store(owner, handle)),
            Role::Plain
            | Role::Capacity
            | Role::Out
            | Role::Storage { .. }
            | Role::StructIn(_)
            | Role::StructOut(_) => {}
        }
    }

    fn result(&mut self) {
        let function = self.function;
        match &function.returns {
            Returns::Nothing => {}
            Returns::Plain => self.step(None, WrapperAction::Return),
            Returns::Handle => self.step(None, WrapperAction::Open),
            Returns::Resource => {
                let capacity = function
                    .params
                    .iter()
                    .find(|p| matches!(p.role, Role::Capacity));
                let capacity = capacity.map(|param| param.name.as_str());
                self.step(None, WrapperAction::Created(capacity));
            }
            Returns::Buffer {
                owner,
                length,
                terminated,
            } => self.step(None, WrapperAction::Buffer(owner, length, *terminated)),
            Returns::Struct { shape, owner } => {
                self.step(named(function, owner), WrapperAction::ExpectShape(shape));
                self.step(None, WrapperAction::Return);
            }
        }
    }
}
