//! Lines of Python, by number: handles know the line that they were opened below.

use std::collections::HashMap;
use std::ffi::c_int;
use std::sync::{LazyLock, Mutex};

use hpy_debug::PythonFrame;
use pyo3::prelude::*;
use pyo3::types::PyCode;
use pyo3_ffi as ffi;

/// A code object, whose address is not used again while it is kept, and a line of it.
struct Place {
    code: Py<PyAny>,
    line: c_int,
    /// What was found out about it.
    frame: Option<PythonFrame>,
}

#[derive(Default)]
struct Places {
    numbers: HashMap<(usize, c_int), u32>,
    places: Vec<Place>,
}

static PLACES: LazyLock<Mutex<Places>> = LazyLock::new(Mutex::default);

/// The number of the line that runs; 0 where no Python code does. Runs no Python code.
pub(crate) fn current(py: Python<'_>) -> u32 {
    // SAFETY: the GIL is held. The frame is borrowed from the interpreter, and the code from the frame's reference.
    let (code, line) = unsafe {
        let frame = frame();
        if frame.is_null() {
            return 0;
        }
        let code = Bound::from_owned_ptr(py, ffi::PyFrame_GetCode(frame).cast());
        (code, ffi::PyFrame_GetLineNumber(frame))
    };
    let Ok(mut places) = PLACES.lock() else {
        return 0;
    };
    let Places { numbers, places } = &mut *places;
    *numbers
        .entry((code.as_ptr().addr(), line))
        .or_insert_with(|| {
            places.push(Place {
                code: code.unbind(),
                line,
                frame: None,
            });
            places.len() as u32
        })
}

/// The frame that runs, borrowed; NULL where none does.
///
/// # Safety
/// The GIL is held.
unsafe fn frame() -> *mut ffi::PyFrameObject {
    // SAFETY: by contract. CPython 3.11 may collect garbage to make the object of a frame, and finalizers would run.
    unsafe {
        #[cfg(Py_3_11)]
        let is_collecting = ffi::PyGC_Disable() != 0;
        let frame = ffi::PyEval_GetFrame();
        #[cfg(Py_3_11)]
        if is_collecting {
            ffi::PyGC_Enable();
        }
        frame
    }
}

/// The line of this number. Where there is no Python any more, only lines are known that were asked for before.
pub(crate) fn get(py: Option<Python<'_>>, number: u32) -> Option<PythonFrame> {
    let at = (number as usize).checked_sub(1)?;
    let (code, line) = {
        let places = PLACES.lock().ok()?;
        let place = places.places.get(at)?;
        if place.frame.is_some() {
            return place.frame.clone();
        }
        (place.code.clone_ref(py?), place.line)
    };
    let code = code.bind(py?).cast::<PyCode>().ok()?;
    let frame = PythonFrame {
        file: code.getattr("co_filename").ok()?.extract().ok()?,
        line: u32::try_from(line).unwrap_or(0),
        function: code.getattr("co_name").ok()?.extract().ok()?,
    };
    PLACES.lock().ok()?.places.get_mut(at)?.frame = Some(frame.clone());
    Some(frame)
}

/// Python has begun anew: code objects may have the addresses of those that ended with the last.
pub(crate) fn begin_life(_: Python<'_>) {
    if let Ok(mut places) = PLACES.lock() {
        places.numbers.clear();
    }
}
