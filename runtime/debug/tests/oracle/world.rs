//! The interpreter's side: objects of several kinds with reference counts, fields and memory, one pending exception.
//!
//! An object belongs to one kind: those of a shape, whose types have a traverse function, or none, or one that is not
//! HPy's; and those of each type that some function expects.

use std::cell::RefCell;
use std::ffi::CString;
use std::ops::Range;

use hpy_abi::{HPy, HPyField};
use hpy_debug::{FieldsOf, Runtime};

use crate::below;
use crate::invoke;
use crate::model::Said;
use crate::ops::Fate;
use crate::session;
use crate::spec::{API, Words};

/// Fields of a struct; traverse functions forget the last.
pub const FIELDS: usize = 4;

/// A call that arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub index: usize,
    pub words: Words,
    /// Handles in arrays and lists, in the order of the arguments.
    pub items: Vec<HPy>,
    pub result: usize,
    /// The handle that it stored for the caller, if it did.
    pub stored: Option<HPy>,
}

struct Object {
    kind: usize,
    references: isize,
    /// Of a type: the kind of its instances.
    means: Option<usize>,
    /// What its text was read from, once it was.
    text: Option<CString>,
    fields: Box<[HPyField; FIELDS]>,
}

#[derive(Default)]
pub struct World {
    objects: Vec<Object>,
    pub is_pending: bool,
    /// Misuse becomes an exception where it can.
    pub raises: bool,
    pub reports: Vec<Said>,
    pub arrived: Vec<Arrived>,
    /// The debug context asks on its own account, which does not arrive.
    pub is_describing: bool,
    /// What becomes of the next call of this function.
    pub fate: Option<(usize, Fate)>,
    pub runtime: Option<*mut Runtime>,
}

impl World {
    /// Nothing exists yet; misuse becomes an exception where `raises`.
    pub fn new(raises: bool) -> Self {
        Self {
            raises,
            ..Self::default()
        }
    }
}

thread_local! {
    static WORLD: RefCell<World> = RefCell::default();
}

/// Looks at the world.
pub fn world<T>(f: impl FnOnce(&mut World) -> T) -> T {
    WORLD.with_borrow_mut(f)
}

fn object<T>(h: HPy, f: impl FnOnce(&mut Object) -> T) -> T {
    world(|world| f(&mut world.objects[h._i as usize / 2 - 1]))
}

/// A new object of this kind with one reference.
pub fn new_object(kind: usize) -> HPy {
    world(|world| {
        world.objects.push(Object {
            kind: kind % API.kinds.len(),
            references: 1,
            means: None,
            text: None,
            fields: Box::new([HPyField::NULL; FIELDS]),
        });
        HPy {
            _i: world.objects.len() as isize * 2 + 1,
        }
    })
}

/// A new type, whose instances are of this kind.
pub fn new_type(means: usize) -> HPy {
    let h = new_object(API.kind("type"));
    object(h, |object| object.means = Some(means));
    h
}

/// Takes a reference; NULL has none.
pub fn duplicate(h: HPy) -> HPy {
    if !h.is_null() {
        object(h, |object| object.references += 1);
    }
    h
}

/// Gives a reference up; NULL has none. An object without references gives up its fields.
pub fn release(h: HPy) {
    if h.is_null() {
        return;
    }
    let has_died = object(h, |object| {
        object.references -= 1;
        object.references == 0
    });
    if !has_died {
        return;
    }
    if let (Some(runtime), FieldsOf::Traverse(..)) = (world(|world| world.runtime), fields_of(h)) {
        session::owner_ends(h);
        // SAFETY: the runtime lives as long as the session.
        unsafe { Runtime::owner_ends(runtime, h) };
    }
    for at in 0..FIELDS {
        let field = object(h, |object| {
            std::mem::replace(&mut object.fields[at], HPyField::NULL)
        });
        release(HPy { _i: field._i });
    }
}

/// The kind of an object.
pub fn kind(h: HPy) -> usize {
    object(h, |object| object.kind)
}

/// The kind of a type's instances.
pub fn means(h: HPy) -> Option<usize> {
    object(h, |object| object.means)
}

/// Whether a type gives its instances a shape that others do not have.
pub fn has_shape(h: HPy) -> bool {
    let uctx = invoke::uctx();
    let constant = |index| {
        // SAFETY: the context below lives as long as the process.
        let below = unsafe { *below::member(uctx, index) };
        below as isize == h._i
    };
    API.is_expected(kind(h), "type") && API.shaped().any(constant)
}

/// The shape of a kind of objects.
pub fn shape(kind: usize) -> isize {
    API.shapes.get(kind).copied().unwrap_or(0)
}

/// The length of an object.
pub fn length(h: HPy) -> usize {
    h._i as usize / 2 % 3
}

/// How long an object's text is.
pub fn text_length(h: HPy) -> usize {
    let number = h._i as usize / 2;
    if number.is_multiple_of(16) {
        number * 7919 % 10_000
    } else {
        number % 100
    }
}

/// The address of an object's text.
pub fn text(h: HPy) -> usize {
    let make = || CString::new(vec![b'x'; text_length(h)]).expect("no NUL among them");
    object(h, |object| {
        object.text.get_or_insert_with(make).as_ptr().addr()
    })
}

/// The addresses of an object's struct.
pub fn memory(h: HPy) -> Range<usize> {
    let start = object(h, |object| object.fields.as_ptr().addr());
    start..start + size_of::<[HPyField; FIELDS]>()
}

/// Who looks after the fields of an object.
pub fn fields_of(h: HPy) -> FieldsOf {
    match kind(h) {
        kind if kind >= API.shapes.len() => FieldsOf::Nobody(0..0),
        kind => match shape(kind) {
            -1 => FieldsOf::Others,
            0 => FieldsOf::Traverse(memory(h), kind as u64 + 1),
            _ => FieldsOf::Nobody(memory(h)),
        },
    }
}

/// The fields that an object's traverse function visits.
pub fn visited(h: HPy) -> impl Iterator<Item = *mut HPyField> {
    let start = object(h, |object| object.fields.as_mut_ptr());
    (0..FIELDS - 1).map(move |at| start.wrapping_add(at))
}
