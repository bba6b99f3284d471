//! How deep the deaths of objects nest: an object that dies gives up others, which die in turn. Beyond some depth they wait
//! until the outermost is over, so that a chain of any length does not overflow the stack.
//!
//! CPython does the same for its own types, each version in another way and only for objects that the collector knows.

use std::cell::Cell;
use std::mem::ManuallyDrop;

use pyo3_ffi::PyObject;

/// Deaths inside one another. In debug mode each may take a kilobyte of stack.
const DEPTH: usize = 50;

/// Of one thread. It needs no destructor: the list has no memory once the outermost death is over.
struct Nesting {
    depth: Cell<usize>,
    waiting: Cell<ManuallyDrop<Vec<*mut PyObject>>>,
}

thread_local! {
    static NESTING: Nesting = const {
        Nesting { depth: Cell::new(0), waiting: Cell::new(ManuallyDrop::new(Vec::new())) }
    };
}

/// Has an object die: now, or when the outermost death of this thread is over.
///
/// `die` may have others die. Where it has the object wait, `park` is called before, and `resume` afterwards.
#[inline]
pub(super) fn nest(
    object: *mut PyObject,
    die: impl Fn(*mut PyObject),
    park: impl Fn(*mut PyObject),
    resume: impl Fn(*mut PyObject),
) {
    NESTING.with(|nesting| {
        let depth = nesting.depth.get();
        if depth >= DEPTH && nesting.push(object, park) {
            return;
        }
        nesting.depth.set(depth + 1);
        die(object);
        if depth == 0 {
            while let Some(next) = nesting.pop() {
                resume(next);
                die(next);
            }
        }
        nesting.depth.set(depth);
    });
}

impl Nesting {
    /// False where there is no memory: then the object has to die at once.
    #[cold]
    fn push(&self, object: *mut PyObject, park: impl Fn(*mut PyObject)) -> bool {
        let mut waiting = self.take();
        let has_room = waiting.try_reserve(1).is_ok();
        if has_room {
            park(object);
            waiting.push(object);
        }
        self.waiting.set(ManuallyDrop::new(waiting));
        has_room
    }

    #[inline]
    fn pop(&self) -> Option<*mut PyObject> {
        let mut waiting = self.take();
        let object = waiting.pop()?;
        self.waiting.set(ManuallyDrop::new(waiting));
        Some(object)
    }

    fn take(&self) -> Vec<*mut PyObject> {
        ManuallyDrop::into_inner(self.waiting.take())
    }
}
