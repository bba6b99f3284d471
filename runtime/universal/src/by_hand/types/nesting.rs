//! Limits the nesting of deallocations: a dying object releases others, which may die, too. Beyond some depth they
//! wait until the outermost deallocation is over. So a chain of any length does not overflow the stack.
//!
//! CPython does the same for its own types (the trashcan), but differently in each version and only for objects with
//! GC.

use std::cell::Cell;
use std::mem::ManuallyDrop;

use pyo3_ffi::PyObject;

/// The most nested deallocations. In debug mode each may use a kilobyte of stack.
const DEPTH: usize = 50;

/// The state of one thread. It needs no destructor: the list is empty after the outermost deallocation.
struct Nesting {
    depth: Cell<usize>,
    waiting: Cell<ManuallyDrop<Vec<*mut PyObject>>>,
}

thread_local! {
    static NESTING: Nesting = const {
        Nesting { depth: Cell::new(0), waiting: Cell::new(ManuallyDrop::new(Vec::new())) }
    };
}

/// Deallocates an object: now, or when the thread's outermost deallocation is over.
///
/// `die` may deallocate others. If the object must wait, `park` is called first, and `resume` later.
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
    /// False if there is no memory for the list: the object must die at once.
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
