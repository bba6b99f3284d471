//! What the contexts ask of the operating system, a file for each subject. No other crate names `libc`, a signal or a
//! file format; what macOS and Windows would need is in docs/inside/pythons.md.

pub mod alias;
pub mod clock;
mod deadline;
mod emergency;
pub mod exit;
pub mod faults;
pub mod fence;
pub mod fork;
pub mod guard;
pub mod library;
mod maps;
pub mod output;
pub mod pages;
mod registers;
pub mod thread;
#[cfg_attr(
    not(all(target_arch = "x86_64", target_os = "linux")),
    path = "unwind_elsewhere.rs"
)]
pub mod unwind;
