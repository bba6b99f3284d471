//! The operations: what an extension may do, rightly or wrongly.
//!
//! An operation names handles by how they came about, not by their values, so that it keeps its meaning while
//! a failing sequence shrinks.

use proptest::collection::vec;
use proptest::prelude::*;

/// A handle, or what is none.
#[derive(Clone, Copy, Debug)]
pub enum Pick {
    /// An open handle of the extension, counted from the last.
    Open(u8),
    /// A handle of any state, counted from the last.
    Recent(u8),
    /// Any handle that was ever seen.
    Seen(u16),
    /// An argument of the running call.
    Argument(u8),
    /// A constant of the running call's context.
    Constant(bool),
    /// A constant of a saved context.
    SavedConstant(u16),
    /// `HPy_NULL`.
    Null,
    /// A builder or tracker.
    Resource(u16),
    /// A handle of the context below.
    Below(bool),
    /// A handle that was seen, with a bit flipped.
    Flipped(u16, u8),
    /// Any number.
    Wild(i64),
    /// An address on the stack.
    Address,
}

/// A builder or tracker, or what is none.
#[derive(Clone, Copy, Debug)]
pub enum PickResource {
    /// An open one, counted from the last.
    Open(u8),
    /// Any that was ever seen.
    Seen(u16),
    /// A handle or number.
    Handle(Pick),
}

/// The kinds of builders and trackers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    List,
    Tuple,
    Tracker,
}

/// An index of a builder.
#[derive(Clone, Copy, Debug)]
pub enum Item {
    /// The first that is not set.
    Next,
    /// This one.
    At(i8),
}

/// How memory is accessed.
#[derive(Clone, Copy, Debug)]
pub enum Access {
    Read,
    ReadEnd,
    Write,
}

/// A function of the extension.
#[derive(Clone, Copy, Debug)]
pub enum Callee {
    /// `HPyFunc_VARARGS` with so many arguments.
    Varargs(u8),
    /// `HPyFunc_O`.
    O,
    /// `HPyFunc_INQUIRY`.
    Inquiry,
    /// `HPyFunc_DESTRUCTOR`.
    Destructor,
}

/// What a function of the extension returns.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    /// What the state demands: a new handle, or the error value where an exception is pending.
    Right,
    /// This handle, or 1.
    This(Pick),
    /// The error value.
    Error,
    /// The error value, with an exception.
    Exception,
}

/// What is done.
#[derive(Clone, Debug)]
pub enum Action {
    FromInt(i64),
    FromText(u16),
    Dup(Pick),
    Close(Pick),
    AsInt(Pick),
    GetAttr(Pick, Pick),
    SetAttr(Pick, Pick, Pick),
    GetItemS(Pick, bool),
    FromArray(Vec<Pick>),
    Substring(Pick),
    ContextVarGet(Pick, Pick),
    AsText(Pick),
    Access(u16, Access),
    New(Kind, u8),
    Set(PickResource, Option<Kind>, Item, Pick),
    Build(PickResource, Option<Kind>),
    Cancel(PickResource, Option<Kind>),
    Add(PickResource, Pick),
    ForgetAll(PickResource),
    CloseTracker(PickResource),
    StoreGlobal(Pick),
    LoadGlobal,
    SetError(Pick),
    ClearError,
    SaveContext,
    Leave,
    Reenter,
    Call(Pick, Callee),
    Return(Answer),
}

/// An action, and the context that it is done through.
#[derive(Clone, Debug)]
pub struct Op {
    /// A saved one; otherwise that of the running call.
    pub saved_context: Option<u16>,
    pub action: Action,
}

fn pick() -> impl Strategy<Value = Pick> {
    prop_oneof![
        60 => (0..6u8).prop_map(Pick::Open),
        16 => any::<u8>().prop_map(Pick::Argument),
        8 => any::<bool>().prop_map(Pick::Constant),
        4 => (0..12u8).prop_map(Pick::Recent),
        3 => any::<u16>().prop_map(Pick::Seen),
        2 => Just(Pick::Null),
        1 => any::<u16>().prop_map(Pick::SavedConstant),
        1 => any::<u16>().prop_map(Pick::Resource),
        1 => any::<bool>().prop_map(Pick::Below),
        1 => (any::<u16>(), 0..64u8).prop_map(|(seen, bit)| Pick::Flipped(seen, bit)),
        1 => prop_oneof![-16..64i64, any::<i64>()].prop_map(Pick::Wild),
        1 => Just(Pick::Address),
    ]
}

fn resource() -> impl Strategy<Value = PickResource> {
    prop_oneof![
        20 => (0..3u8).prop_map(PickResource::Open),
        2 => any::<u16>().prop_map(PickResource::Seen),
        1 => pick().prop_map(PickResource::Handle),
    ]
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::List), Just(Kind::Tuple), Just(Kind::Tracker)]
}

/// Mostly none: the kind that the builder has.
fn taken_for() -> impl Strategy<Value = Option<Kind>> {
    prop_oneof![20 => Just(None), 1 => kind().prop_map(Some)]
}

fn item() -> impl Strategy<Value = Item> {
    prop_oneof![12 => Just(Item::Next), 1 => (-1..5i8).prop_map(Item::At)]
}

fn access() -> impl Strategy<Value = Access> {
    prop_oneof![
        Just(Access::Read),
        Just(Access::ReadEnd),
        Just(Access::Write)
    ]
}

fn callee() -> impl Strategy<Value = Callee> {
    prop_oneof![
        2 => (0..4u8).prop_map(Callee::Varargs),
        2 => Just(Callee::O),
        1 => Just(Callee::Inquiry),
        1 => Just(Callee::Destructor),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        12 => Just(Answer::Right),
        3 => pick().prop_map(Answer::This),
        1 => Just(Answer::Error),
        2 => Just(Answer::Exception),
    ]
}

fn handle_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        8 => any::<i64>().prop_map(Action::FromInt),
        3 => prop_oneof![4 => 0..100u16, 1 => 0..10_000u16].prop_map(Action::FromText),
        8 => pick().prop_map(Action::Dup),
        16 => pick().prop_map(Action::Close),
        10 => pick().prop_map(Action::AsInt),
        3 => (pick(), pick()).prop_map(|(obj, name)| Action::GetAttr(obj, name)),
        3 => (pick(), pick(), pick()).prop_map(|(obj, name, value)| Action::SetAttr(obj, name, value)),
        2 => (pick(), prop::bool::weighted(0.1)).prop_map(|(obj, null)| Action::GetItemS(obj, null)),
        2 => vec(pick(), 0..5).prop_map(Action::FromArray),
        2 => pick().prop_map(Action::Substring),
        1 => (pick(), pick()).prop_map(|(var, default)| Action::ContextVarGet(var, default)),
        4 => pick().prop_map(Action::AsText),
        2 => (any::<u16>(), access()).prop_map(|(buffer, access)| Action::Access(buffer, access)),
        1 => pick().prop_map(Action::StoreGlobal),
        1 => Just(Action::LoadGlobal),
    ]
}

fn resource_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        4 => (kind(), 0..4u8).prop_map(|(kind, size)| Action::New(kind, size)),
        8 => (resource(), taken_for(), item(), pick()).prop_map(|(r, k, i, h)| Action::Set(r, k, i, h)),
        3 => (resource(), taken_for()).prop_map(|(r, k)| Action::Build(r, k)),
        1 => (resource(), taken_for()).prop_map(|(r, k)| Action::Cancel(r, k)),
        4 => (resource(), pick()).prop_map(|(r, h)| Action::Add(r, h)),
        1 => resource().prop_map(Action::ForgetAll),
        1 => resource().prop_map(Action::CloseTracker),
    ]
}

fn call_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        4 => (pick(), callee()).prop_map(|(callable, callee)| Action::Call(callable, callee)),
        5 => answer().prop_map(Action::Return),
        1 => pick().prop_map(Action::SetError),
        6 => Just(Action::ClearError),
        2 => Just(Action::SaveContext),
        1 => Just(Action::Leave),
        8 => Just(Action::Reenter),
    ]
}

/// An operation; most are right.
pub fn op() -> impl Strategy<Value = Op> {
    let action = prop_oneof![6 => handle_action(), 2 => resource_action(), 2 => call_action()];
    let saved = prop_oneof![40 => Just(None), 1 => any::<u16>().prop_map(Some)];
    (saved, action).prop_map(|(saved_context, action)| Op {
        saved_context,
        action,
    })
}
