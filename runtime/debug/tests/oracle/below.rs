//! The context below: every function of the API, by what `api.toml` says of it.
//!
//! A function is passed words in registers, whatever their C types are, and returns one. So one function of Rust can
//! stand for all that do not return floating-point numbers, and one for those that do.

use std::ffi::CStr;

use hpy_abi::{HPy, HPyContext, HPyField, HPyType_SpecParam};
use hpy_codegen::model::{Function, Length, Member, Param, Returns, Role};

use crate::invoke::{self, Trampoline};
use crate::ops::Fate;
use crate::spec::{API, Words, error_word, is_float, length_of, position};
use crate::world::{self, Arrived, world};

type Stub = unsafe extern "C" fn(*mut HPyContext, usize, usize, usize, usize, usize) -> usize;

unsafe extern "C" fn stub<const I: usize>(
    _: *mut HPyContext,
    a: usize,
    b: usize,
    c: usize,
    d: usize,
    e: usize,
) -> usize {
    arrive(I, [a, b, c, d, e])
}

unsafe extern "C" fn float_stub<const I: usize>(
    _: *mut HPyContext,
    a: usize,
    b: usize,
    c: usize,
    d: usize,
    e: usize,
) -> f64 {
    arrive(I, [a, b, c, d, e]) as isize as f64
}

/// A function for every member that a context may have.
macro_rules! table {
    ($stub:ident: $($row:literal)*) => {
        [$([
            $stub::<{ $row * 8 }> as *const () as usize, $stub::<{ $row * 8 + 1 }> as *const () as usize,
            $stub::<{ $row * 8 + 2 }> as *const () as usize, $stub::<{ $row * 8 + 3 }> as *const () as usize,
            $stub::<{ $row * 8 + 4 }> as *const () as usize, $stub::<{ $row * 8 + 5 }> as *const () as usize,
            $stub::<{ $row * 8 + 6 }> as *const () as usize, $stub::<{ $row * 8 + 7 }> as *const () as usize,
        ]),*].as_flattened().to_vec()
    };
    ($stub:ident) => {
        table!($stub: 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34
            35 36 37 38 39 40 41 42 43 44 45 46 47)
    };
}

/// Where a context has this member.
pub fn member(ctx: *mut HPyContext, index: usize) -> *mut usize {
    // SAFETY: the members stand one after the other, a word each.
    unsafe { (&raw mut (*ctx).h_None).cast::<usize>().add(index) }
}

/// A context of such functions, which lives as long as the process.
pub fn context() -> *mut HPyContext {
    let ctx = Box::leak(Box::<HPyContext>::new_uninit()).as_mut_ptr();
    let (words, floats): (Vec<usize>, Vec<usize>) = (table!(stub), table!(float_stub));
    // SAFETY: what is before the members is valid as zeros.
    unsafe { ctx.write_bytes(0, 1) };
    for found in API.spec.members() {
        let index = found.index();
        let word = match found {
            Member::Function(function) if is_float(&function.result) => floats[index],
            Member::Function(_) => words[index],
            Member::Constant(_) => match API.kind_of_constant(index) {
                Some(kind) => world::new_type(kind)._i as usize,
                None => world::new_object(index)._i as usize,
            },
        };
        // SAFETY: every member is written; they are valid as any words.
        unsafe { *member(ctx, index) = word };
    }
    ctx
}

fn arrive(index: usize, words: Words) -> usize {
    let function = API.at(index).expect("it is in the table");
    if function.trampoline {
        // SAFETY: `invoke` passes these.
        unsafe { call_extension(&words) };
        return 0;
    }
    let (fate, is_describing) = world(|world| {
        let mine = world
            .fate
            .take_if(|(called, _)| *called == index && !world.is_describing);
        (mine.map(|(_, fate)| fate), world.is_describing)
    });
    // SAFETY: the debug context passes what the C signature demands.
    unsafe {
        let items = items(function, &words);
        let mut params = function.params.iter();
        let out = params.position(|param| param.role == Role::OutHandle);
        let out = out
            .map(|at| words[at] as *const HPy)
            .filter(|out| !out.is_null());
        let before = out.map(|out| *out);
        let result = answer(function, &words, fate);
        let stored = out.map(|out| *out).filter(|stored| Some(*stored) != before);
        if !is_describing {
            let arrived = Arrived {
                index,
                words,
                items,
                result,
                stored,
            };
            world(|world| world.arrived.push(arrived));
        }
        result
    }
}

/// The handles that a call is passed in arrays and lists.
unsafe fn items(function: &Function, words: &Words) -> Vec<HPy> {
    let mut items = Vec::new();
    for (param, word) in function
        .params
        .iter()
        .zip(words)
        .filter(|(_, word)| **word != 0)
    {
        if let Some(terms) = length_of(&function.params, &param.role) {
            let length = terms.map(|(at, is_handle)| match words[at] {
                word if !is_handle || word == 0 => word,
                word => world::length(HPy { _i: word as isize }),
            });
            let array = *word as *const HPy;
            items.extend((0..length.sum()).map(|at| *array.add(at)));
        } else if let Role::HandleList { .. } = param.role {
            let mut next = *word as *const HPyType_SpecParam;
            while (*next).kind != 0 {
                items.push((*next).object);
                next = next.add(1);
            }
        }
    }
    items
}

fn set_pending() {
    world(|world| world.is_pending = true);
}

unsafe fn answer(function: &'static Function, words: &Words, fate: Option<Fate>) -> usize {
    let error = error_word(&function.error);
    let fate = fate.unwrap_or(Fate {
        result: 0,
        fails: false,
        calls: None,
    });
    let ends_handle = |param: &Param| param.role == Role::ConsumedHandle;
    if let Some(invocation) = fate.calls
        && !function.runs_no_code
        && (error.is_some() || function.params.iter().any(ends_handle))
    {
        let was_pending = world(|world| world.is_pending);
        invoke::nested(invocation);
        if world(|world| world.is_pending) && !was_pending {
            match error {
                Some(error) => return error,
                None => world(|world| world.is_pending = false),
            }
        }
    }
    let is_built_of_nothing = |(param, word): (&Param, &usize)| {
        *word == 0 && matches!(param.role, Role::Resource { complete: true, .. })
    };
    let is_wrong = function.params.iter().zip(words).any(is_built_of_nothing);
    if let Some(error) = error.filter(|_| fate.fails || is_wrong) {
        set_pending();
        return error;
    }
    if function.raises {
        set_pending();
        return 0;
    }
    let first = HPy {
        _i: words[0] as isize,
    };
    match function.name.as_str() {
        "HPy_Dup" => world::duplicate(first)._i as usize,
        "HPy_Close" => {
            world::release(first);
            0
        }
        "HPyErr_Occurred" | "HPyErr_ExceptionMatches" => world(|world| world.is_pending).into(),
        "HPyErr_Clear" => {
            world(|world| world.is_pending = false);
            0
        }
        "HPy_Type" => world::new_type(world::kind(first))._i as usize,
        "HPy_TypeCheck" => {
            let means = world::means(HPy {
                _i: words[1] as isize,
            });
            let is_one = |means| API.is_expected(world::kind(first), API.kinds[means]);
            means.is_some_and(is_one).into()
        }
        "HPyType_IsSubtype" => (words[0] == words[1] || derives(first, words[1])).into(),
        "_HPyType_GetBuiltinShape" => world::means(first).map_or(0, world::shape) as usize,
        "HPy_Length" => world::length(first),
        "HPy_GetAttr_s" if imported(words[1]).is_some() => {
            let kind = imported(words[1]).expect("the line above");
            world::new_type(kind)._i as usize
        }
        name => match API.kind_of_protocol(name) {
            Some(kind) => (!first.is_null() && world::kind(first) == kind).into(),
            None => by_role(function, words, fate),
        },
    }
}

/// Whether a class derives from another one, which is a constant.
unsafe fn derives(class: HPy, base: usize) -> bool {
    API.spec.constants.iter().any(|constant| {
        let is_base = *member(invoke::uctx(), constant.index) == base;
        is_base && API.kind_of_derived(constant.index) == Some(world::kind(class))
    })
}

/// The kind of the objects whose type is called so.
unsafe fn imported(name: usize) -> Option<usize> {
    let name = CStr::from_ptr(name as *const _).to_str().ok()?;
    API.kind_of_imported(name)
}

unsafe fn by_role(function: &Function, words: &Words, fate: Fate) -> usize {
    let owner = |name: &str| HPy {
        _i: words[position(&function.params, name)] as isize,
    };
    for (param, word) in function.params.iter().zip(words) {
        match &param.role {
            Role::Storage { .. } if param.ctype.is_pointer() => {
                let stored = (function.params.iter().zip(words))
                    .rfind(|(param, _)| matches!(param.role, Role::Handle { .. }));
                let new = stored.map_or(0, |(_, word)| *word as isize);
                let place = *word as *mut HPyField;
                world::duplicate(HPy { _i: new });
                let old = place.replace(HPyField { _i: new });
                world::release(HPy { _i: old._i });
            }
            Role::Storage { .. } => {
                return world::duplicate(HPy { _i: *word as isize })._i as usize;
            }
            Role::OutHandle => {
                *(*word as *mut HPy) = world::new_object(fate.result.into());
            }
            _ => {}
        }
    }
    match &function.returns {
        Returns::Handle | Returns::Resource => world::new_object(fate.result.into())._i as usize,
        Returns::Struct { owner: name, .. } => world::memory(owner(name)).start,
        Returns::Buffer {
            owner: name,
            length,
            ..
        } => {
            let owner = owner(name);
            if let Length::Out(size) = length
                && let size = words[position(&function.params, size)] as *mut isize
                && !size.is_null()
            {
                *size = world::text_length(owner) as isize;
            }
            world::text(owner)
        }
        Returns::Plain if API.tells_length(function) => {
            world::text_length(owner(&function.params[0].name))
        }
        Returns::Plain => usize::from(fate.result % 64 + 1),
        Returns::Nothing => 0,
    }
}

/// What a trampoline of this interpreter does.
unsafe fn call_extension(words: &Words) {
    let function: Stub = std::mem::transmute(words[1]);
    let trampoline = words[2] as *mut Trampoline;
    let [a, b, c, d, e] = (*trampoline).words;
    (*trampoline).result = function(invoke::uctx(), a, b, c, d, e);
}
