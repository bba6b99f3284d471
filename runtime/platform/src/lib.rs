//! Everything the runtime asks of the operating system, one file per subject. No other crate names `libc`, a signal
//! or a file format. docs/inside/pythons.md says what macOS and Windows would need.

pub mod alias;
pub mod clock;
pub mod compiler;
mod deadline;
mod emergency;
pub mod exit;
pub mod faults;
pub mod fence;
pub mod fork;
pub mod guard;
pub mod library;
pub mod lines;
pub mod list;
mod maps;
pub mod output;
pub mod pages;
pub mod places;
mod registers;
pub mod thread;
pub mod unwind;
