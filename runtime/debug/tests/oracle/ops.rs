//! The operations: what an extension may do, rightly or wrongly.
//!
//! An operation names handles by how they came about, not by their values, so that it keeps its meaning while
//! a failing sequence shrinks.

use std::fmt;

use hpy_codegen::model::{Function, Interpreter, Returns, Role};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::spec::{API, WORDS};

/// What is passed for an argument. Each role takes of it what it understands.
#[derive(Clone, Copy, Debug)]
pub enum Pick {
    /// What the function demands, if there is any: the so-manieth from the last.
    Right(u8),
    /// An open handle, builder or tracker, counted from the last.
    Open(u8),
    /// A handle of any state, counted from the last.
    Recent(u8),
    /// Any handle, builder or tracker that was ever seen.
    Seen(u16),
    /// An argument of the running call.
    Argument(u8),
    /// A constant of the running call's context.
    Constant(u8),
    /// A constant of a saved context.
    SavedConstant(u16),
    /// `HPy_NULL`, or `NULL`.
    Null,
    /// A builder or tracker; for one of those, a handle.
    Other(u16),
    /// A handle of the context below.
    Below(u8),
    /// What was seen, with a bit flipped.
    Flipped(u16, u8),
    /// Any number.
    Wild(i64),
    /// An address on the stack.
    Address,
}

/// What the context below makes of a call.
#[derive(Clone, Copy, Debug)]
pub struct Fate {
    /// What it returns: the kind of a new object, or a number.
    pub result: u16,
    pub fails: bool,
    /// It calls an extension before that.
    pub calls: Option<Invocation>,
}

/// The interpreter calls a function of an extension.
#[derive(Clone, Copy, Debug, Default)]
pub struct Invocation {
    /// Which of the signatures.
    pub signature: u8,
    /// How many arguments, where that is not fixed.
    pub count: u8,
    /// How many of them have names; bits that say where NULL is passed.
    pub names: u8,
    /// Another extension than usual.
    pub is_other: bool,
}

/// How memory is accessed.
#[derive(Clone, Copy, Debug)]
pub enum Access {
    Read,
    ReadEnd,
    Write,
}

/// What a function of the extension returns.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    /// What the state demands: a new handle, or the error value where an exception is pending.
    Right,
    /// This handle, or a number.
    This(Pick),
    /// The error value.
    Error,
    /// The error value, with an exception.
    Exception,
}

/// What is done.
#[derive(Clone, Debug)]
pub enum Op {
    /// A function of the API is called.
    Api(Box<Call>),
    Access(u16, Access),
    SaveContext,
    /// The function returns; where it was the outermost, this is what the interpreter calls next.
    Return(Answer, Invocation),
}

/// A call of a function of the API.
#[derive(Clone)]
pub struct Call {
    /// Its place among the functions.
    pub function: usize,
    pub args: [Pick; WORDS],
    /// Numbers, indices, lengths and places.
    pub numbers: [u8; WORDS],
    /// What arrays and lists hold.
    pub items: Vec<Pick>,
    pub fate: Fate,
    /// A saved context; otherwise that of the running call.
    pub saved_context: Option<u16>,
    /// The extension notices an exception that is set then, and clears it.
    pub is_careful: bool,
}

/// In one line, as far as the function cares.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let function = API.functions[self.function];
        let mut args = Vec::new();
        for ((param, pick), number) in function.params.iter().zip(self.args).zip(self.numbers) {
            let items = match param.role {
                Role::Array { .. } | Role::HandleList { .. } => format!(" {:?}", self.items),
                _ => String::new(),
            };
            args.push(format!("{}: {pick:?} {number}{items}", param.name));
        }
        let Fate {
            result,
            fails,
            calls,
        } = self.fate;
        write!(f, "{}({}) gives {result}", function.name, args.join(", "))?;
        if fails {
            write!(f, ", fails")?;
        }
        if let Some(calls) = calls {
            write!(f, ", calls {calls:?}")?;
        }
        if let Some(saved) = self.saved_context {
            write!(f, ", through saved context {saved}")?;
        }
        write!(f, "{}", if self.is_careful { "" } else { ", careless" })
    }
}

fn wrong() -> impl Strategy<Value = Pick> {
    prop_oneof![
        4 => any::<u8>().prop_map(Pick::Open),
        3 => (0..12u8).prop_map(Pick::Recent),
        3 => any::<u16>().prop_map(Pick::Seen),
        3 => any::<u8>().prop_map(Pick::Argument),
        3 => any::<u8>().prop_map(Pick::Constant),
        3 => Just(Pick::Null),
        1 => any::<u16>().prop_map(Pick::SavedConstant),
        1 => any::<u16>().prop_map(Pick::Other),
        1 => any::<u8>().prop_map(Pick::Below),
        1 => (any::<u16>(), 0..64u8).prop_map(|(seen, bit)| Pick::Flipped(seen, bit)),
        1 => prop_oneof![-16..64i64, any::<i64>()].prop_map(Pick::Wild),
        1 => Just(Pick::Address),
    ]
}

fn pick() -> impl Strategy<Value = Pick> {
    prop_oneof![8 => (0..6u8).prop_map(Pick::Right), 1 => wrong()]
}

fn invocation() -> impl Strategy<Value = Invocation> {
    (any::<u8>(), 0..4u8, 0..16u8, prop::bool::weighted(0.2)).prop_map(
        |(signature, count, names, is_other)| Invocation {
            signature,
            count,
            names,
            is_other,
        },
    )
}

fn fate() -> impl Strategy<Value = Fate> {
    let calls = prop_oneof![30 => Just(None), 1 => invocation().prop_map(Some)];
    (any::<u16>(), prop::bool::weighted(0.04), calls).prop_map(|(result, fails, calls)| Fate {
        result,
        fails,
        calls,
    })
}

/// The functions that this is true of.
fn those(is_one: impl Fn(&Function) -> bool) -> impl Strategy<Value = usize> {
    let all = API.functions.iter().enumerate();
    let found: Vec<usize> = (all.filter(|(_, f)| is_one(f)).map(|(at, _)| at)).collect();
    select(found)
}

fn has(f: &Function, is_one: impl Fn(&Role) -> bool) -> bool {
    f.params.iter().any(|param| is_one(&param.role))
}

/// Each role is worth some calls, whatever functions have it.
fn function() -> impl Strategy<Value = usize> {
    prop_oneof![
        12 => those(|_| true),
        8 => those(|f| has(f, |role| *role == Role::ConsumedHandle)),
        3 => those(|f| f.returns == Returns::Resource),
        7 => those(|f| has(f, |role| matches!(role, Role::Resource { .. }))),
        3 => those(|f| has(f, |role| matches!(role, Role::Resource { consumed: true, .. }))),
        4 => those(|f| has(f, |role| matches!(role, Role::Storage { .. }))),
        2 => those(|f| matches!(f.returns, Returns::Struct { .. })),
        2 => those(|f| matches!(f.returns, Returns::Buffer { .. })),
        2 => those(|f| has(f, |role| matches!(role, Role::Handle { expects: Some(_), .. }))),
        2 => those(|f| has(f, |role| matches!(role, Role::Array { .. } | Role::HandleList { .. }))),
        1 => those(|f| has(f, |role| *role == Role::TypeSpec)),
        1 => those(|f| f.interpreter == Some(Interpreter::Leave)),
        6 => those(|f| f.interpreter == Some(Interpreter::Reenter)),
    ]
}

fn call() -> impl Strategy<Value = Call> {
    let saved = prop_oneof![60 => Just(None), 1 => any::<u16>().prop_map(Some)];
    let args = (
        prop::array::uniform(pick()),
        prop::array::uniform(any::<u8>()),
        vec(pick(), 0..5),
    );
    let careful = prop::bool::weighted(0.85);
    (function(), args, fate(), saved, careful).prop_map(
        |(function, (args, numbers, items), fate, saved_context, is_careful)| Call {
            function,
            args,
            numbers,
            items,
            fate,
            saved_context,
            is_careful,
        },
    )
}

fn access() -> impl Strategy<Value = Access> {
    prop_oneof![
        Just(Access::Read),
        Just(Access::ReadEnd),
        Just(Access::Write)
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        12 => Just(Answer::Right),
        3 => wrong().prop_map(Answer::This),
        1 => Just(Answer::Error),
        2 => Just(Answer::Exception),
    ]
}

/// An operation; most are right.
pub fn op() -> impl Strategy<Value = Op> {
    prop_oneof![
        28 => call().prop_map(|call| Op::Api(Box::new(call))),
        1 => (any::<u16>(), access()).prop_map(|(buffer, access)| Op::Access(buffer, access)),
        1 => Just(Op::SaveContext),
        3 => (answer(), invocation()).prop_map(|(answer, next)| Op::Return(answer, next)),
    ]
}
