//! The plan of a shim: a call from the interpreter to the extension.

use super::checks;
use super::step::Step;
use crate::model::*;

/// The steps of the shim of a signature.
#[derive(Debug)]
pub struct Shim<'a> {
    /// The signature.
    pub signature: &'a Signature,
    /// How it is called.
    pub call: &'a SignatureCall,
    /// Its steps, in the order in which they are done.
    pub steps: Vec<Step<'a, ShimAction<'a>>>,
}

/// What a step of a shim does, in the order in which the steps of a shim are done.
#[derive(Debug)]
pub enum ShimAction<'a> {
    /// The extension gets a context for this call.
    Enter,
    /// A handle is lent.
    Argument,
    /// As many handles are lent.
    Arguments(&'a Length),
    /// A struct is lent, with a handle in this field.
    StructIn(&'a str),
    /// A struct is lent, to be filled in.
    StructOut,
    /// The extension's function is called.
    Invoke,
    /// The context is no longer valid.
    Leave,
    /// Where a struct was filled in, nobody is told of exceptions that waited: only the extension could take it back.
    TellNobody,
    /// The handle in this field of a struct that was filled in must be the extension's to give.
    StructResult(&'a str),
    /// The result must be a handle that is the extension's to give.
    Result,
    /// The result must agree with the pending exception.
    Outcome,
    /// No exception may be pending that the extension could not tell of.
    LeftException,
    /// A lent handle is taken back.
    Close,
    /// Lent handles are taken back.
    CloseAll,
    /// The handle in this field of a lent struct is taken back.
    CloseStruct(&'a str),
    /// The result is passed on.
    Return,
}

impl ShimAction<'_> {
    /// The function of the runtime that does it; none where it is done in place.
    pub fn runtime(&self) -> Option<&'static str> {
        Some(match self {
            Self::Enter => "enter",
            Self::Argument | Self::StructIn(_) => "argument",
            Self::Arguments(_) => "arguments",
            Self::Leave => "leave",
            Self::TellNobody => "tell_nobody",
            Self::StructResult(_) | Self::Result => "result",
            Self::Outcome => "outcome",
            Self::LeftException => "left_exception",
            Self::Close | Self::CloseStruct(_) => "close",
            Self::CloseAll => "close_all",
            Self::StructOut | Self::Invoke | Self::Return => return None,
        })
    }

    /// Where it stands among the steps; steps of the same rank stand in the order of their arguments.
    fn rank(&self) -> usize {
        match self {
            Self::Enter => 0,
            Self::Argument | Self::Arguments(_) | Self::StructIn(_) | Self::StructOut => 1,
            Self::Invoke => 2,
            Self::Leave => 3,
            Self::TellNobody | Self::StructResult(_) | Self::Result => 4,
            Self::Outcome | Self::LeftException => 5,
            Self::Close | Self::CloseAll | Self::CloseStruct(_) => 6,
            Self::Return => 7,
        }
    }
}

impl Step<'_, ShimAction<'_>> {
    /// The checks that the step can report.
    pub fn checks(&self) -> Vec<&'static str> {
        self.action
            .runtime()
            .map_or_else(Vec::new, |name| checks::of(checks::FRAME, name).to_vec())
    }
}

impl<'a> Shim<'a> {
    /// Plans the shim of a signature; functions that get no context get no handles either, and no shim.
    pub fn new(signature: &'a Signature) -> Option<Self> {
        let call = signature.call.as_ref().filter(|call| call.context)?;
        let mut plan = Self {
            signature,
            call,
            steps: Vec::new(),
        };
        for action in [ShimAction::Enter, ShimAction::Invoke, ShimAction::Leave] {
            plan.step(None, action);
        }
        for argument in call.params.iter().enumerate() {
            plan.argument(argument);
        }
        if call.result.is_handle() {
            plan.step(None, ShimAction::Result);
        }
        if call.result.is_void() {
            plan.step(None, ShimAction::LeftException);
        } else {
            plan.step(None, ShimAction::Outcome);
            plan.step(None, ShimAction::Return);
        }
        plan.steps.sort_by_key(|step| step.action.rank());
        Some(plan)
    }

    fn step(&mut self, argument: Option<(usize, &'a Param)>, action: ShimAction<'a>) {
        self.steps.push(Step { action, argument });
    }

    fn argument(&mut self, argument: (usize, &'a Param)) {
        let mut step = |action| self.step(Some(argument), action);
        match &argument.1.role {
            Role::Handle { .. } => {
                step(ShimAction::Argument);
                step(ShimAction::Close);
            }
            Role::Array { length, .. } => {
                step(ShimAction::Arguments(length));
                step(ShimAction::CloseAll);
            }
            Role::StructIn(field) => {
                step(ShimAction::StructIn(field));
                step(ShimAction::CloseStruct(field));
            }
            Role::StructOut(field) => {
                step(ShimAction::StructOut);
                step(ShimAction::TellNobody);
                step(ShimAction::StructResult(field));
            }
            _ => {}
        }
    }
}
