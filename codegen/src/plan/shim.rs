//! The plan of a shim: a call from the interpreter to the extension.

use super::checks;
use super::step::Step;
use crate::model::*;

/// The steps of the shim of a signature.
#[derive(Debug)]
pub struct Shim<'a> {
    /// The signature.
    pub signature: &'a Signature,
    /// Its C side.
    pub call: &'a SignatureCall,
    /// The steps, in the order of execution.
    pub steps: Vec<Step<'a, ShimAction<'a>>>,
}

/// What a step of a shim does. The variants are in the order of execution.
#[derive(Debug)]
pub enum ShimAction<'a> {
    /// Get a context for this call.
    Enter,
    /// Lend a handle.
    Argument,
    /// Lend this number of handles.
    Arguments(&'a [Term]),
    /// Lend a struct with a handle in this field.
    StructIn(&'a str),
    /// Lend a struct that the extension fills in.
    StructOut,
    /// Call the extension's function.
    Invoke,
    /// The context is no longer valid.
    Leave,
    /// If the struct was filled in, drop the exceptions of reports: only the extension could take the handle back.
    TellNobody,
    /// The extension must own the handle in this field of the struct that it filled in.
    StructResult(&'a str),
    /// The extension must own the handle that it returns.
    Result,
    /// The result and the pending exception must agree.
    Outcome,
    /// No exception may be pending: the function cannot report one.
    LeftException,
    /// Close a lent handle.
    Close,
    /// Close the lent handles.
    CloseAll,
    /// Close the handle in this field of a lent struct.
    CloseStruct(&'a str),
    /// Return the result.
    Return,
}

impl ShimAction<'_> {
    /// The runtime function that does it. `None` if the generated code does it itself.
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

    /// Its place in the order of execution. Steps of the same rank are in the order of their arguments.
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
    /// Plans the shim of a signature. `None` without a context: such functions get no handles either.
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
