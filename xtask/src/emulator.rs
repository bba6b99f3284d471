//! What tests leave out where qemu emulates the processor: what it does otherwise than a kernel.

use crate::process;

/// Set where it does.
const VARIABLE: &str = "HPY_EMULATOR";

/// Tests, by parts of their names or by how their names begin, and the reasons.
const RUST: [(&str, &str); 1] = [(
    "memory_of_what_is_gone_is_given_up",
    "the emulator does not pass on MADV_REMOVE",
)];
const PYTHON: [(&str, &str); 2] = [
    (
        "tests/test_fault_reports.py::TestReport::test_names_function_access_and_place[wild_text",
        "the processor of this machine does not tell the emulator an address that no memory can have",
    ),
    (
        "tests/test_processes.py::test_no_memory_is_a_memory_error_and_the_extension_goes_on",
        "the limit of a process counts the emulator's own memory, too",
    ),
];

/// Options for the Rust tests.
pub fn left_out_of_rust() -> Vec<&'static str> {
    left_out(&RUST).flat_map(|name| ["--skip", name]).collect()
}

/// Options for pytest.
pub fn left_out_of_python() -> Vec<&'static str> {
    left_out(&PYTHON)
        .flat_map(|name| ["--deselect", name])
        .collect()
}

fn left_out(tests: &'static [(&str, &str)]) -> impl Iterator<Item = &'static str> {
    let is_emulated = std::env::var_os(VARIABLE).is_some();
    let tests = tests.iter().filter(move |_| is_emulated);
    tests.map(|(name, reason)| {
        process::announce(format!("leaving out {name}: {reason}"));
        *name
    })
}
