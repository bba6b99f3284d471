//! The interpreter calls functions of the extension: as many kinds as `api.toml` has, with right and wrong results.
//!
//! One function of Rust stands for all of them, as in `below`.

use std::ffi::c_void;
use std::mem::transmute;

use hpy_abi::*;
use hpy_codegen::model::{ErrorProtocol, Param, Role as Means, SignatureCall};

use crate::model::Role;
use crate::ops::{Answer, Invocation, Op, Pick};
use crate::perform::{named, perform};
use crate::session::{Session, current};
use crate::spec::{
    API, WORDS, Words, error_word, length_of, other_error_word, success_word, truncate,
};
use crate::world::{self, world};

/// Calls within calls.
const DEPTH: usize = 30;

/// What a trampoline passes: the arguments as the context below has them, and room for the result.
pub struct Trampoline {
    pub words: Words,
    pub result: usize,
}

/// A call that is on its way to the extension.
#[derive(Clone)]
pub struct Coming {
    name: &'static str,
    call: &'static SignatureCall,
    /// The handles below that are lent, in the order of the arguments; NULL where one is none.
    lent: Vec<HPy>,
    /// What the extension returns, where nothing is wrong with it.
    promised: Option<usize>,
}

/// The context below.
pub fn uctx() -> *mut HPyContext {
    // SAFETY: there is a session while extensions are called.
    unsafe { (*current()).uctx }
}

/// A call that an API function makes, unless there are too many.
pub unsafe fn nested(invocation: Invocation) {
    let session = current();
    if (*session).model.frames.len() < DEPTH && (*session).failure.is_none() {
        let was_pending = world(|world| world.is_pending);
        invoke(session, invocation);
        if was_pending {
            world(|world| world.is_pending = true);
        }
    }
}

/// Calls a function of the extension as the interpreter does, which mends wrong results as it must.
pub unsafe fn invoke(session: *mut Session, invocation: Invocation) {
    let at = usize::from(invocation.signature) % API.signatures.len();
    let (name, signature, call) = API.signatures[at];
    let was_pending = world(|world| world.is_pending);
    let mut view = HPy_buffer {
        ..std::mem::zeroed()
    };
    let mut arguments = Arguments {
        invocation,
        lent: Vec::new(),
        array: Vec::new(),
    };
    let words = arguments.words(&call.params, &raw mut view);
    let lent = arguments.lent;
    (*session).coming = Some(Coming {
        name,
        call,
        lent: lent.clone(),
        promised: None,
    });
    let mut trampoline = Trampoline { words, result: 0 };
    let ctx = (*session).modules[usize::from(invocation.is_other)];
    let dispatch = (*ctx).ctx_CallRealFunctionFromTrampoline;
    let function: HPyCFunction = transmute(extension as *const ());
    let args = (&raw mut trampoline).cast::<c_void>();
    dispatch(ctx, signature.value as HPyFunc_Signature, function, args);
    (*session)
        .tally
        .called(name, (*session).model.expected.is_empty());
    (*session).verify(name);
    let result = truncate(&call.result, trampoline.result);
    let promised = (*session).coming.take().and_then(|coming| coming.promised);
    if promised.is_some_and(|promised| promised != result) {
        (*session).fail(format!("{name} returned {result:#x}, not {promised:#x?}"));
    }
    lent.into_iter().for_each(world::release);
    if call
        .params
        .iter()
        .any(|param| matches!(param.role, Means::StructOut(_)))
    {
        world::release(view.obj);
    }
    let is_error =
        error_word(&call.error).is_some_and(|error| truncate(&call.result, error) == result);
    world(|world| match () {
        // Nobody can be told of it.
        () if call.result.is_void() => world.is_pending = was_pending,
        () if is_error && !is_optional(call) => world.is_pending = true,
        () => {}
    });
    if call.result.is_handle() {
        world::release(HPy {
            _i: result as isize,
        });
    }
    (*session).model.is_pending = world(|world| world.is_pending);
}

/// Whether the error value may be returned without an exception.
fn is_optional(call: &SignatureCall) -> bool {
    matches!(&call.error, ErrorProtocol::Value(text) if text.contains("optional"))
}

/// What the interpreter passes.
struct Arguments {
    invocation: Invocation,
    lent: Vec<HPy>,
    array: Vec<HPy>,
}

impl Arguments {
    fn words(&mut self, params: &[Param], view: *mut HPy_buffer) -> Words {
        let mut words = [0; WORDS];
        // The length of an array tells of handles that come after it.
        for (at, param) in params.iter().enumerate() {
            words[at] = match &param.role {
                Means::Handle { .. } => {
                    self.lend(param.nullable && self.invocation.names >> at & 1 != 0)
                }
                Means::StructIn(_) | Means::StructOut(_) => view.addr(),
                _ if param.ctype.is_c_string() => c"name".as_ptr().addr(),
                _ => usize::from(self.invocation.count),
            };
        }
        for (at, param) in params.iter().enumerate() {
            if let Some(terms) = length_of(params, &param.role) {
                let length = terms.map(|(at, is_handle)| match words[at] {
                    word if !is_handle || word == 0 => word,
                    word => world::length(HPy { _i: word as isize }),
                });
                self.array = (0..length.sum())
                    .map(|_| world::new_object(usize::from(self.invocation.names)))
                    .collect();
                self.lent.extend_from_slice(&self.array);
                words[at] = self.array.as_ptr().addr();
            }
            if let Means::StructIn(_) = param.role {
                let object = HPy {
                    _i: self.lend(false) as isize,
                };
                // SAFETY: the caller's own.
                unsafe { (*view).obj = object };
            }
        }
        words
    }

    fn lend(&mut self, is_null: bool) -> usize {
        let h = if is_null {
            HPy::NULL
        } else {
            world::new_object(usize::from(self.invocation.signature))
        };
        self.lent.push(h);
        h._i as usize
    }
}

/// Any function of the extension.
unsafe extern "C" fn extension(
    ctx: *mut HPyContext,
    a: usize,
    b: usize,
    c: usize,
    d: usize,
    e: usize,
) -> usize {
    let session = current();
    let mut coming = (*session).coming.take().expect("it was called");
    let words = [a, b, c, d, e];
    let keys = keys(&coming.call.params, &words, &coming.lent);
    (*session).verify("the way to the extension");
    let args = keys.iter().copied().filter(|key| *key != 0).collect();
    (*session).model.enter(ctx.addr(), args);
    if keys.len() != coming.lent.len() {
        (*session).fail(format!("{} got {} handles", coming.name, keys.len()));
    }
    for (key, below) in keys.iter().zip(&coming.lent) {
        (*session).opened_as(*key, Role::Argument, *below);
    }
    (*session).meet_constants(ctx);
    let answer = body(session, ctx);
    let result = finish(session, ctx, &mut coming, &words, answer);
    (*session).coming = Some(coming);
    result
}

/// The handles that the extension was lent; `lent` are those below.
unsafe fn keys(params: &[Param], words: &Words, lent: &[HPy]) -> Vec<isize> {
    let handles: Vec<usize> = (0..params.len())
        .filter(|at| matches!(params[*at].role, Means::Handle { .. }))
        .collect();
    let mut keys: Vec<isize> = handles.iter().map(|at| words[*at] as isize).collect();
    for (at, param) in params.iter().enumerate() {
        if let Means::StructIn(_) = param.role {
            keys.push((*(words[at] as *const HPy_buffer)).obj._i);
        }
        if let Some(terms) = length_of(params, &param.role) {
            let length = terms.map(|(at, is_handle)| {
                match handles.iter().position(|handle| *handle == at) {
                    Some(_) if words[at] == 0 => 0,
                    Some(handle) if is_handle => world::length(lent[handle]),
                    _ => words[at],
                }
            });
            let array = words[at] as *const HPy;
            keys.extend((0..length.sum()).map(|item| (*array.add(item))._i));
        }
    }
    keys
}

/// Performs operations until one returns.
unsafe fn body(session: *mut Session, ctx: *mut HPyContext) -> Answer {
    while (*session).failure.is_none() {
        match (*session).operation() {
            None => break,
            Some(Op::Return(answer, invocation)) => {
                (*session).invocation = invocation;
                return answer;
            }
            Some(Op::Api(call)) => perform(session, ctx, &call),
            Some(Op::SaveContext) => (*session).saved.push(ctx),
            Some(Op::Access(which, access)) => {
                if let Err(problem) = (*session).copies.access(&(*session).model, which, access) {
                    (*session).fail(problem);
                }
            }
        }
    }
    Answer::Right
}

/// Returns: says what is wrong with the result.
unsafe fn finish(
    session: *mut Session,
    ctx: *mut HPyContext,
    coming: &mut Coming,
    words: &Words,
    answer: Answer,
) -> usize {
    let (name, call) = (coming.name, coming.call);
    if matches!(answer, Answer::Exception) {
        named(session, ctx, "HPyErr_NoMemory", Pick::Null);
    }
    let out = (call.params.iter()).position(|param| matches!(param.role, Means::StructOut(_)));
    let gives_handle = call.result.is_handle() || out.is_some();
    let wants_error = match answer {
        Answer::Right => (*session).model.is_pending,
        Answer::This(_) => false,
        Answer::Error | Answer::Exception => true,
    };
    let key = match answer {
        Answer::This(pick) if gives_handle => (*session).resolve(ctx, pick),
        Answer::Right if gives_handle && !wants_error && (*session).failure.is_none() => {
            named(session, ctx, "HPy_Dup", Pick::Constant(0));
            *(*session).model.open.last().unwrap_or(&0)
        }
        _ => 0,
    };
    let model = &mut (*session).model;
    let frame = model.leave(name);
    let below = model.below(key);
    let is_error = wants_error || (call.result.is_handle() && key == 0);
    let reported = model.expected.len();
    let result = match error_word(&call.error) {
        None => {
            model.returned_nothing(name, &frame);
            0
        }
        Some(error) => {
            let is_judged = !is_error || call.result.is_handle();
            if !(is_judged && model.returned(name, key)) {
                model.outcome(name, &frame, is_error, is_optional(call));
            }
            match is_error {
                true if matches!(answer, Answer::Exception) => error,
                true => other_error_word(&call.error).unwrap_or(error),
                false if call.result.is_handle() => key as usize,
                false => success_word(&call.error),
            }
        }
    };
    if let (Some(at), false) = (out, is_error) {
        (*(words[at] as *mut HPy_buffer)).obj = HPy { _i: key };
    }
    frame.args.into_iter().for_each(|arg| model.close(arg));
    if model.expected.len() == reported {
        coming.promised = Some(match below {
            Some(below) if call.result.is_handle() => below._i as usize,
            _ => truncate(&call.result, result),
        });
    }
    result
}
