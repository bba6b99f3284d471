//! What an extension passes: the words that the picks of an operation mean now.

use std::ffi::{CStr, c_int};

use hpy_abi::*;
use hpy_codegen::model::{Function, Param, Returns, Role as Means};

use crate::model::{Model, Resource, Role};
use crate::ops::{Call, Pick};
use crate::spec::{API, WORDS, Words, length_of, one_of, position, truncate};
use crate::world;

/// Globals, and fields outside of structs.
const PLACES: usize = 4;
/// How many open handles are looked through for one of the right type.
const LOOKED_THROUGH: usize = 80;

const TEXT: &CStr = c"text";

/// A place for each argument.
pub type Scratch = [[usize; 16]; WORDS];

/// Memory of the extension.
pub struct Memory {
    pub items: Vec<HPy>,
    params: Vec<HPyType_SpecParam>,
    globals: [HPyGlobal; PLACES],
    outside: [HPyField; PLACES],
    specs: [HPyType_Spec; 4],
}

const fn spec(name: Option<&'static CStr>, basicsize: c_int, defines: usize) -> HPyType_Spec {
    HPyType_Spec {
        name: match name {
            Some(name) => name.as_ptr(),
            None => std::ptr::null(),
        },
        basicsize,
        itemsize: 0,
        flags: 0,
        builtin_shape: HPyType_BuiltinShape_Object,
        legacy_slots: std::ptr::null_mut(),
        defines: std::ptr::without_provenance_mut(defines),
        doc: std::ptr::null(),
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            params: Vec::new(),
            globals: [HPyGlobal::NULL; PLACES],
            outside: [HPyField::NULL; PLACES],
            specs: [
                spec(Some(c"module.Type"), 16, 0),
                spec(Some(c"module.Other"), 0, 0),
                spec(Some(c"module.Type"), -16, 0),
                spec(None, 16, 0),
            ],
        }
    }
}

/// Whether the description of a type at this address contradicts itself, and if so, whether it has no name.
pub fn contradiction(address: usize) -> Option<bool> {
    // SAFETY: it is one of `Memory::specs`.
    let spec = unsafe { &*(address as *const HPyType_Spec) };
    (spec.name.is_null() || spec.basicsize < 0).then(|| spec.name.is_null())
}

/// Whether the description of a type at this address has a struct.
pub fn has_struct(address: usize) -> bool {
    // SAFETY: it is one of `Memory::specs`.
    unsafe { (*(address as *const HPyType_Spec)).basicsize > 0 }
}

/// What is passed is resolved in the order of the arguments; arrays last, because other arguments tell their length.
pub struct Resolver<'a> {
    /// Where results are stored, and what is read where nothing is known of a pointer: of this call alone, as calls nest.
    pub scratch: &'a mut Scratch,
    pub model: &'a Model,
    pub memory: &'a mut Memory,
    pub own: *mut HPyContext,
    pub saved: &'a [*mut HPyContext],
    pub function: &'static Function,
    pub call: &'a Call,
}

impl Resolver<'_> {
    pub unsafe fn words(&mut self) -> Words {
        let mut words = [0; WORDS];
        let params = &self.function.params;
        for (at, param) in params.iter().enumerate() {
            words[at] = truncate(&param.ctype, self.word(at, param, &words));
        }
        for (at, param) in params.iter().enumerate() {
            if length_of(params, &param.role).is_some() {
                words[at] = self.array(at, param, &mut words);
            }
        }
        words
    }

    unsafe fn word(&mut self, at: usize, param: &Param, words: &Words) -> usize {
        let (pick, number) = (self.call.args[at], self.call.numbers[at]);
        let is_null = matches!(pick, Pick::Null);
        let scratch = self.scratch[at].as_mut_ptr().addr();
        if let Some(values) = one_of(param) {
            return match pick {
                Pick::Right(_) => values[usize::from(number) % values.len()] as usize,
                _ => usize::from(number),
            };
        }
        match &param.role {
            Means::Handle { expects, .. } => {
                let owns = |param: &Param, name: &str| match &param.role {
                    Means::Storage {
                        owner: Some(owner), ..
                    } => owner == name,
                    _ => false,
                };
                let is_owner = self
                    .function
                    .params
                    .iter()
                    .any(|other| owns(other, &param.name));
                let demands = |h: HPy| match (expects, &self.function.returns) {
                    (Some(name), _) => API.is_expected(world::kind(h), name),
                    (_, Returns::Struct { shape, .. }) => {
                        world::shape(world::kind(h)) == API.shape(shape)
                    }
                    _ if is_owner => {
                        world::shape(world::kind(h)) == 0 && world::kind(h) < API.shapes.len()
                    }
                    _ => true,
                };
                let is_optional = param.nullable && number % 4 == 0;
                match pick {
                    Pick::Right(_) if is_optional => 0,
                    Pick::Right(n) => self.right_handle(n, demands) as usize,
                    wrong => self.handle(wrong) as usize,
                }
            }
            Means::ConsumedHandle => match pick {
                Pick::Right(n) => {
                    // While it is not yet known whether what is stored in it is visited.
                    let waits = |h| number % 4 == 0 && self.model.stores.waits_for(h);
                    let found = self.found(n, waits);
                    found.unwrap_or_else(|| self.handle(Pick::Open(n))) as usize
                }
                wrong => self.handle(wrong) as usize,
            },
            Means::Resource { complete, .. } => {
                let is_ready = |builder: &Resource| !(*complete && builder.items.contains(&false));
                self.resource(pick, API.resource(&param.ctype), is_ready) as usize
            }
            Means::Item { of } => {
                let key = words[position(&self.function.params, of)] as isize;
                let known = self.model.resources.iter().rev();
                let found = known.clone().find(|resource| resource.key == key);
                let unset = found.and_then(|builder| builder.items.iter().position(|set| !set));
                match pick {
                    Pick::Right(_) => unset.unwrap_or(0),
                    _ => (isize::from(number % 6) - 1) as usize,
                }
            }
            Means::Storage { owner, .. } => {
                let owner = owner
                    .as_ref()
                    .map(|name| words[position(&self.function.params, name)]);
                let mut place = |number| match owner {
                    None => (&raw mut self.memory.globals[usize::from(number) % PLACES]).addr(),
                    Some(owner) => self.field(owner as isize, pick, number),
                };
                if param.ctype.is_pointer() {
                    return if is_null { 0 } else { place(number) };
                }
                let mut held =
                    (0..PLACES as u8).map(|n| *(place(number.wrapping_add(n)) as *const usize));
                match pick {
                    Pick::Null => 0,
                    Pick::Right(_) => held.find(|held| *held != 0).unwrap_or(0),
                    _ => held.next().unwrap_or(0),
                }
            }
            Means::HandleList { .. } if is_null || (param.nullable && number % 2 == 0) => 0,
            Means::HandleList { .. } => self.list(number),
            Means::TypeSpec => match pick {
                Pick::Null => 0,
                Pick::Right(_) => (&raw const self.memory.specs[usize::from(number) % 2]).addr(),
                _ => (&raw const self.memory.specs[usize::from(number) % 4]).addr(),
            },
            Means::OutHandle | Means::Out if is_null => 0,
            Means::OutHandle | Means::Out => scratch,
            Means::Plain if param.ctype.is_pointer() => match pick {
                Pick::Null => 0,
                Pick::Right(_) if param.nullable && number % 4 == 0 => 0,
                _ if param.ctype.is_c_string() => TEXT.as_ptr().addr(),
                _ => scratch,
            },
            Means::Plain if param.ctype.base == "HPyThreadState" => match pick {
                Pick::Right(_) => self.model.frames.last().map_or(0, |frame| frame.left),
                _ => usize::from(number),
            },
            Means::Capacity if number > 250 => usize::from(number) - 190,
            // An array comes later.
            _ => usize::from(number % 4),
        }
    }

    /// Handles in an array; where their number is not known for certain, the last of them are right.
    unsafe fn array(&mut self, at: usize, param: &Param, words: &mut Words) -> usize {
        let params = &self.function.params;
        let mut items: Vec<HPy> = self
            .call
            .items
            .iter()
            .map(|pick| HPy {
                _i: self.handle(*pick),
            })
            .collect();
        let mut names = 0;
        let mut count_at = None;
        for (other, is_handle) in length_of(params, &param.role).expect("an array") {
            match self.model.below(words[other] as isize) {
                Some(kwnames) if is_handle => names += world::length(kwnames),
                _ if is_handle => {}
                _ => count_at = Some(other),
            }
        }
        let none = HPy {
            _i: (*self.own).h_None._i,
        };
        let count = items.len().saturating_sub(names);
        if let Some(other) = count_at {
            words[other] = count;
        }
        items.resize(items.len().max(names), none);
        items.extend([none; 8]);
        self.memory.items = items;
        match self.call.args[at] {
            Pick::Null => 0,
            _ => self.memory.items.as_ptr().addr(),
        }
    }

    unsafe fn list(&mut self, number: u8) -> usize {
        let type_ = API.shaped().next().expect("some type has a shape");
        let param = |(at, pick): (usize, &Pick)| HPyType_SpecParam {
            kind: at as c_int + 1,
            object: HPy {
                _i: match number % 8 {
                    1 if at == 0 => *crate::below::member(self.own, type_) as isize,
                    _ => self.handle(*pick),
                },
            },
        };
        let end = HPyType_SpecParam {
            kind: 0,
            object: HPy::NULL,
        };
        let params = self
            .call
            .items
            .iter()
            .enumerate()
            .map(param)
            .chain([end])
            .collect();
        self.memory.params = params;
        self.memory.params.as_ptr().addr()
    }

    /// A field of the owner's that is visited or not, of another object, or of none.
    unsafe fn field(&mut self, owner: isize, pick: Pick, number: u8) -> usize {
        let number = usize::from(number);
        let at = match pick {
            Pick::Right(_) => number % (world::FIELDS - 1),
            Pick::Open(_) | Pick::Argument(_) | Pick::Recent(_) => world::FIELDS - 1,
            _ => return (&raw mut self.memory.outside[number % PLACES]).addr(),
        };
        let Some(owner) = self.model.below(owner) else {
            return (&raw mut self.memory.outside[number % PLACES]).addr();
        };
        world::memory(owner).start + at * size_of::<HPyField>()
    }

    /// An open handle whose object is as demanded: the so-manieth from the last, or less.
    fn found(&self, n: u8, demands: impl Fn(HPy) -> bool) -> Option<isize> {
        let open = self.model.open.iter().rev().take(LOOKED_THROUGH);
        let fitting = open.filter(|key| self.model.below(**key).is_some_and(&demands));
        fitting.take(usize::from(n) + 1).last().copied()
    }

    unsafe fn right_handle(&self, n: u8, demands: impl Fn(HPy) -> bool) -> isize {
        let found = self.found(n, demands);
        found.unwrap_or_else(|| self.handle(Pick::Argument(n)))
    }

    unsafe fn handle(&self, pick: Pick) -> isize {
        match pick {
            Pick::Right(n) => self.right_handle(n, |_| true),
            wrong => handle(self.model, self.own, self.saved, wrong),
        }
    }

    /// The builder or tracker that is meant.
    unsafe fn resource(
        &self,
        pick: Pick,
        kind: usize,
        is_ready: impl Fn(&Resource) -> bool,
    ) -> isize {
        let all = self.model.resources.iter().rev();
        let mut open = all.clone().filter(|resource| resource.is_open);
        let found = match pick {
            Pick::Right(n) => {
                let of_kind = open.filter(|resource| resource.kind == kind);
                let mut ready = of_kind
                    .take(LOOKED_THROUGH)
                    .filter(|resource| is_ready(resource));
                ready.nth(usize::from(n) % 3)
            }
            Pick::Open(n) => open.nth(usize::from(n) % 3),
            Pick::Recent(n) => all.clone().nth(usize::from(n)),
            Pick::Seen(n) => return any_resource(self.model, n),
            Pick::Other(n) => return self.handle(Pick::Open(n as u8)),
            Pick::Flipped(n, bit) => return any_resource(self.model, n) ^ (1 << bit),
            other => return self.handle(other),
        };
        found.map_or(0, |resource| resource.key)
    }
}

/// The handle that is meant.
pub unsafe fn handle(
    model: &Model,
    own: *mut HPyContext,
    saved: &[*mut HPyContext],
    pick: Pick,
) -> isize {
    let constant = |ctx: *mut HPyContext, n: usize| {
        let constants = &API.spec.constants;
        *crate::below::member(ctx, constants[n % constants.len()].index) as isize
    };
    let args = model.frames.last().map_or(&[][..], |frame| &frame.args);
    let address = 0u64;
    match pick {
        Pick::Right(n) | Pick::Open(n) => from_last(&model.open, n),
        Pick::Recent(n) => from_last(&model.seen, n),
        Pick::Seen(n) => any(&model.seen, n),
        Pick::Argument(n) => any(args, n.into()),
        Pick::Constant(n) => constant(own, n.into()),
        Pick::SavedConstant(n) if !saved.is_empty() => {
            constant(saved[usize::from(n) % saved.len()], n.into())
        }
        Pick::SavedConstant(_) | Pick::Null => 0,
        Pick::Other(n) => any_resource(model, n),
        Pick::Below(n) => isize::from(n) * 2 + 3,
        Pick::Flipped(n, bit) => {
            let key = any(&model.seen, n) ^ (1 << bit);
            // It may be a constant of a context that no call was given yet.
            let is_unknown = model.handle(key).is_none();
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

fn any_resource(model: &Model, n: u16) -> isize {
    let all = &model.resources;
    if all.is_empty() {
        0
    } else {
        all[usize::from(n) % all.len()].key
    }
}

fn from_last(list: &[isize], n: u8) -> isize {
    let at = list.len().checked_sub(1 + usize::from(n));
    at.map_or(0, |at| list[at])
}

fn any(list: &[isize], n: u16) -> isize {
    if list.is_empty() {
        0
    } else {
        list[usize::from(n) % list.len()]
    }
}
