//! A call of an API function: what the model expects, what the debug context does.

use std::mem::transmute;

use hpy_abi::*;
use hpy_codegen::model::{Function, Handles, Interpreter, Length, Returns, Role as Means};

use crate::below::member;
use crate::judge::Judge;
use crate::model::{Frame, Role};
use crate::ops::{Call, Fate, Pick};
use crate::places::Store;
use crate::resolve::Resolver;
use crate::session::Session;
use crate::spec::{API, WORDS, Words, error_word, is_float, position, truncate};
use crate::world::{self, Arrived, world};

type Wrapper = unsafe extern "C" fn(*mut HPyContext, usize, usize, usize, usize, usize) -> usize;

/// What is known of a call before it is made.
struct Made {
    function: &'static Function,
    words: Words,
    below: [Option<usize>; WORDS],
    items: Vec<Option<HPy>>,
    is_refused: bool,
    may_be_refused: bool,
    is_known: bool,
    ctx: *mut HPyContext,
    /// What the places held that something is stored in.
    old: [HPy; WORDS],
}

/// Calls a function, and compares.
pub unsafe fn perform(session: *mut Session, own: *mut HPyContext, call: &Call) {
    let function = API.functions[call.function];
    let has_left = (*session).model.frame().has_left;
    // Whoever left comes back soon, and seldom who did not.
    let comes_back = function.interpreter == Some(Interpreter::Reenter);
    if comes_back != has_left && !call.fate.result.is_multiple_of(32) {
        return;
    }
    let saved = &(*session).saved;
    let ctx = match call.saved_context {
        Some(n) if !saved.is_empty() => saved[usize::from(n) % saved.len()],
        _ => own,
    };
    let mut scratch = [[0; 16]; WORDS];
    let words = Resolver {
        scratch: &mut scratch,
        model: &(*session).model,
        memory: &mut (*session).memory,
        own,
        saved,
        function,
        call,
    }
    .words();
    let judge = Judge::new(&mut (*session).model, function, &words, ctx.addr());
    let made = Made {
        function,
        below: judge.below,
        is_refused: judge.is_refused,
        may_be_refused: judge.may_be_refused,
        is_known: judge.is_known,
        items: judge.items,
        words,
        ctx,
        old: old(function, &words),
    };
    let is_right = (*session).model.expected.is_empty();
    (*session).tally.called(&function.name, is_right);
    // While a call runs that was made through another context, its own stays valid: that is not tested.
    let calls = call.fate.calls.filter(|_| ctx == own && !has_left);
    let fate = Fate { calls, ..call.fate };
    world(|world| {
        world.arrived.clear();
        world.fate = Some((function.index, fate));
    });
    let wrapper: Wrapper = transmute(*member(ctx, function.index));
    let [a, b, c, d, e] = words;
    let result = truncate(&function.result, wrapper(ctx, a, b, c, d, e));
    world(|world| world.fate = None);
    compare(session, made, result);
    if call.is_careful && (*session).model.is_pending && (*session).failure.is_none() {
        clear(session, own);
    }
}

/// The extension clears an exception that it noticed, unless it has left the interpreter.
unsafe fn clear(session: *mut Session, own: *mut HPyContext) {
    if !(*session).model.frame().has_left {
        named(session, own, "HPyErr_Clear", Pick::Null);
    }
}

/// Calls the function of this name, rightly, with this for a first argument.
pub unsafe fn named(session: *mut Session, own: *mut HPyContext, name: &str, pick: Pick) {
    let function = API
        .functions
        .iter()
        .position(|function| function.name == name);
    let call = Call {
        function: function.expect("the API has it"),
        args: [
            pick,
            Pick::Right(0),
            Pick::Right(0),
            Pick::Right(0),
            Pick::Right(0),
        ],
        numbers: [1; WORDS],
        items: Vec::new(),
        fate: Fate {
            result: 0,
            fails: false,
            calls: None,
        },
        saved_context: None,
        is_careful: false,
    };
    perform(session, own, &call);
}

unsafe fn old(function: &Function, words: &Words) -> [HPy; WORDS] {
    let mut old = [HPy::NULL; WORDS];
    for (at, param) in function.params.iter().enumerate() {
        if matches!(param.role, Means::Storage { .. }) && param.ctype.is_pointer() && words[at] != 0
        {
            old[at] = *(words[at] as *const HPy);
        }
    }
    old
}

unsafe fn compare(session: *mut Session, made: Made, result: usize) {
    let function = made.function;
    let arrived = passed_on(function, &made);
    let is_refused = made.is_refused || (made.may_be_refused && arrived.is_none());
    let fail = |problem: &str| (*session).fail(format!("{} {problem}", function.name));
    match &arrived {
        None if !is_refused => fail("was not passed on"),
        Some(_) if is_refused => fail("was passed on"),
        None => refused(session, &made, result),
        Some(arrived) => {
            if let Some(problem) = passed(&made, arrived) {
                fail(&problem);
            }
            effects(session, &made, arrived);
            if let Some(problem) = returned(session, &made, arrived, result) {
                fail(&problem);
            }
        }
    }
    (*session).verify(&function.name);
}

/// The call as it arrived below.
unsafe fn passed_on(function: &Function, made: &Made) -> Option<Arrived> {
    // A type that is not made: the debug context asks whether one could be, and describes the simplest.
    let spec = function
        .params
        .iter()
        .position(|param| param.role == Means::TypeSpec);
    let is_its_own = |arrived: &Arrived| spec.is_some_and(|at| arrived.words[at] != made.words[at]);
    let mut same: Vec<Arrived> = world(|world| {
        let same = world.arrived.iter().cloned();
        same.filter(|arrived| arrived.index == function.index && !is_its_own(arrived))
            .collect()
    });
    let last = same.pop()?;
    if function.name == "HPy_TypeCheck" && same.is_empty() && is_for_type(&last, made) {
        // The debug context asked whether the second argument is a type; of some constants it knows. A call with the
        // same arguments cannot be told apart.
        let is_call = made.below[0] == Some(last.words[0]) && made.below[1] == Some(last.words[1]);
        return (is_call && !made.is_refused).then_some(last);
    }
    Some(last)
}

/// Whether a call of `HPy_TypeCheck` asks whether the second argument of the call that is made is a type.
unsafe fn is_for_type(arrived: &Arrived, made: &Made) -> bool {
    let is_about = made.below[1].is_none_or(|type_| type_ == arrived.words[0]);
    is_about && arrived.words[1] == (*crate::invoke::uctx()).h_TypeType._i as usize
}

/// A call that was not made returns what tells of an exception, or nothing.
unsafe fn refused(session: *mut Session, made: &Made, result: usize) {
    let function = made.function;
    (*session).model.is_pending |= function.tells_errors();
    let error = error_word(&function.error).unwrap_or(0);
    if result != truncate(&function.result, error) {
        (*session).fail(format!(
            "{} was refused and returned {result:#x}",
            function.name
        ));
    }
}

/// Whether the arguments arrived.
fn passed(made: &Made, arrived: &Arrived) -> Option<String> {
    for (at, param) in made.function.params.iter().enumerate() {
        // Arrays and lists, and room for handles, are the debug context's own.
        let is_copied = matches!(
            param.role,
            Means::Array { .. } | Means::HandleList { .. } | Means::OutHandle
        );
        let Some(expected) = made.below[at].filter(|_| !is_copied) else {
            continue;
        };
        let got = truncate(&param.ctype, arrived.words[at]);
        if got != truncate(&param.ctype, expected) {
            return Some(format!(
                "passed {got:#x} on for {}, not {expected:#x}",
                param.name
            ));
        }
    }
    let same = |(expected, got): (&Option<HPy>, &HPy)| expected.is_none_or(|h| h == *got);
    let are_same =
        made.items.len() <= arrived.items.len() && made.items.iter().zip(&arrived.items).all(same);
    (!are_same).then(|| format!("passed {:?} on, not {:?}", arrived.items, made.items))
}

/// What the call changes once it is made.
unsafe fn effects(session: *mut Session, made: &Made, arrived: &Arrived) {
    let Made {
        function, words, ..
    } = made;
    let model = &mut (*session).model;
    model.is_pending = world(|world| world.is_pending);
    let has_failed = error_word(&function.error) == Some(arrived.result) && model.is_pending;
    if function.interpreter == Some(Interpreter::Leave) {
        let frame = model.frame();
        if frame.ctx == made.ctx.addr() && !frame.has_left {
            (frame.has_left, frame.left) = (true, arrived.result);
        }
    }
    if function.handles == Some(Handles::Clears) {
        let of_this = |frame: &&mut Frame| frame.ctx == made.ctx.addr();
        if let Some(frame) = model.frames.iter_mut().find(of_this) {
            frame.is_tolerant = false;
        }
    }
    for (at, param) in function.params.iter().enumerate() {
        match &param.role {
            Means::Resource { forgets: true, .. } => {
                let kind = API.resource(&param.ctype);
                if let Some(tracker) = model.resource(words[at] as isize, kind) {
                    tracker.kept.clear();
                }
            }
            // Also where the call failed: a tracker makes room for the next handle.
            Means::Handle {
                kept_by: Some(tracker),
                ..
            } if words[at] != 0 => {
                let tracker = position(&function.params, tracker);
                let kind = API.resource(&function.params[tracker].ctype);
                if let Some(tracker) = model.resource(words[tracker] as isize, kind) {
                    tracker.kept.push(words[at] as isize);
                }
            }
            Means::Storage {
                owner: Some(owner),
                stores: Some(handle),
            } => {
                let below = |name: &str| arrived.words[position(&function.params, name)] as isize;
                let said_of = (function.name.as_str(), param.name.as_str());
                let is_known = made.below[position(&function.params, owner)].is_some();
                let (owner, value) = (HPy { _i: below(owner) }, HPy { _i: below(handle) });
                // What is stored through the context of no running call waits until the owner ends.
                let is_running = model
                    .frames
                    .iter()
                    .any(|frame| frame.ctx == made.ctx.addr());
                let ctx = if is_running { made.ctx.addr() } else { 0 };
                let store = Store::new(ctx, owner, words[at], value, said_of);
                let said = model.stores.add(store, made.old[at]);
                model.expected.extend(said.filter(|_| is_known));
            }
            Means::TypeSpec if has_failed && !made.is_known => {
                model.expected.push(crate::model::Said {
                    check: "type-spec",
                    function: &function.name,
                    argument: Some(&param.name),
                })
            }
            _ => {}
        }
    }
}

/// Whether the results arrived, which are the extension's now.
unsafe fn returned(
    session: *mut Session,
    made: &Made,
    arrived: &Arrived,
    result: usize,
) -> Option<String> {
    let Made {
        function, words, ..
    } = made;
    let params = &function.params;
    let below = HPy {
        _i: arrived.result as isize,
    };
    for (at, param) in params.iter().enumerate() {
        if param.role == Means::OutHandle {
            let out = words[at] as *const HPy;
            match arrived.stored {
                Some(stored) => (*session).opened_as((*out)._i, Role::Owned, stored),
                None if !out.is_null() && !(*out).is_null() => {
                    return Some("stored a handle that there is not".to_owned());
                }
                None => {}
            }
        }
    }
    let owner = |name: &str| words[position(params, name)] as isize;
    match &function.returns {
        Returns::Nothing => return None,
        Returns::Handle => {
            (*session).opened_as(result as isize, Role::Owned, below);
            return None;
        }
        Returns::Resource if result != 0 && !below.is_null() => {
            let size = params
                .iter()
                .position(|param| param.role == Means::Capacity);
            let size = size.map_or(0, |at| words[at]);
            let kind = API.resource(&function.result);
            let model = &mut (*session).model;
            return model
                .created(result as isize, kind, size, arrived.result)
                .err();
        }
        Returns::Buffer {
            owner: name,
            length,
            ..
        } if (*session).model.below(owner(name)).is_some() => {
            if below.is_null() {
                return (result != 0).then(|| "made memory of nothing".to_owned());
            }
            if (*session).failure.is_some() {
                return None;
            }
            let owner = owner(name);
            let len = world::text_length((*session).model.below(owner)?);
            let bytes = std::slice::from_raw_parts(result as *const u8, len + 1);
            if bytes[len] != 0 || bytes[..len].iter().any(|byte| *byte != b'x') {
                return Some("gave another text".to_owned());
            }
            if let Length::Out(size) = length
                && let size = words[position(params, size)] as *const usize
                && !size.is_null()
                && *size != len
            {
                return Some("told another length".to_owned());
            }
            (*session).copies.add(result, len + 1, owner);
            return None;
        }
        _ if is_float(&function.result) => return None,
        _ => {}
    }
    let expected = truncate(&function.result, arrived.result);
    (result != expected).then(|| format!("returned {result:#x}, not {expected:#x}"))
}
