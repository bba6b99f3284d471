//! Reports C++ exceptions that are about to leave a function of an extension.

use hpy_platform::list::List;
use hpy_platform::output::{self, STDERR};
use hpy_platform::{guard, library};
use pyo3_ffi as ffi;

/// The loaded extensions: names, and the address of any function of each.
static EXTENSIONS: List<(String, usize)> = List::new();

/// Makes exceptions that leave functions of this extension reported.
pub(crate) fn watch(extension: &str, function: *const ()) {
    guard::on_exception(tell);
    let entry = (extension.to_owned(), function.addr());
    if EXTENSIONS.iter().all(|known| *known != entry) {
        EXTENSIONS.add(entry);
    }
}

fn tell(function: usize) {
    hpy_debug::set_interpreter(ffi::Py_IsInitialized as *const _);
    let (name, stack) = hpy_debug::describe_below(function);
    let name = name.unwrap_or_else(|| "a function".to_owned());
    let stack = hpy_debug::stack_text(&stack, "    ");
    let place = library::base_of(function);
    let is_it = |known: &&(String, usize)| library::base_of(known.1) == place;
    let extension = match EXTENSIONS.iter().filter(is_it).last() {
        Some((name, _)) => format!("the extension {name}"),
        None => "an extension".to_owned(),
    };
    let text = format!("HPy: a C++ exception was about to leave {name} of {extension}\n{stack}");
    output::write(STDERR, text.as_bytes());
}
